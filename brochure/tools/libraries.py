"""What brochure needs on a machine, what of it is there, and the line that installs the rest."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

OS_RELEASE = Path("/etc/os-release")


@dataclass(frozen=True)
class Need:
    """One library, package or program, and what it is called in each system's own store."""

    name: str
    kind: str
    """`library`, `package` (Python) or `program`."""
    probe: tuple[str, ...]
    """Names to try, the first that is there counts."""
    required: bool
    purpose: str
    """Key of the sentence that says what it is for: `tools/for-…`."""
    stores: Mapping[str, str]


@dataclass(frozen=True)
class Fact:
    """A need and whether it is met on this machine."""

    need: Need
    found: str | None
    """Version, or path, or simply the name found; nothing when it is missing."""
    install: str | None
    """The line to type, where this system's store is known."""


def _library(name: str, linux: str, mac: str, windows: str, **stores: str) -> Need:
    return Need(name, "library", (linux, mac, windows), True, "tools/for-layout", stores)


def _package(name: str) -> Need:
    return Need(name, "package", (name,), True, "tools/for-brochure", {"pip": name})


NEEDS = (
    _library(
        "Pango",
        "libpango-1.0.so.0",
        "libpango-1.0.dylib",
        "libpango-1.0-0.dll",
        apt="libpango-1.0-0",
        dnf="pango",
        apk="pango",
        pacman="pango",
        brew="pango",
    ),
    _library(
        "PangoFT2",
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
        apt="libpangoft2-1.0-0",
        dnf="pango",
        apk="pango",
        pacman="pango",
        brew="pango",
    ),
    _library(
        "GObject",
        "libgobject-2.0.so.0",
        "libgobject-2.0.0.dylib",
        "libgobject-2.0-0.dll",
        apt="libglib2.0-0",
        dnf="glib2",
        apk="glib",
        pacman="glib2",
        brew="glib",
    ),
    _library(
        "Fontconfig",
        "libfontconfig.so.1",
        "libfontconfig.1.dylib",
        "libfontconfig-1.dll",
        apt="libfontconfig1",
        dnf="fontconfig",
        apk="fontconfig",
        pacman="fontconfig",
        brew="fontconfig",
    ),
    _library(
        "HarfBuzz",
        "libharfbuzz.so.0",
        "libharfbuzz.0.dylib",
        "libharfbuzz-0.dll",
        apt="libharfbuzz0b",
        dnf="harfbuzz",
        apk="harfbuzz",
        pacman="harfbuzz",
        brew="harfbuzz",
    ),
    _library(
        "HarfBuzz-Subset",
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
        apt="libharfbuzz-subset0",
        dnf="harfbuzz",
        apk="harfbuzz-subset",
        pacman="harfbuzz",
        brew="harfbuzz",
    ),
    *map(
        _package,
        (
            "weasyprint",
            "jinja2",
            "pyyaml",
            "click",
            "pydantic",
            "markdown-it-py",
            "pypdfium2",
            "pillow",
            "rich",
        ),
    ),
    Need(
        "Java",
        "program",
        ("java",),
        False,
        "tools/for-verapdf",
        {
            "apt": "default-jre-headless",
            "dnf": "java-17-openjdk-headless",
            "apk": "openjdk17-jre-headless",
            "pacman": "jre-openjdk-headless",
            "brew": "openjdk",
        },
    ),
    Need(
        "Maven",
        "program",
        ("mvn",),
        False,
        "tools/for-verapdf",
        {"apt": "maven", "dnf": "maven", "apk": "maven", "pacman": "maven", "brew": "maven"},
    ),
    Need(
        "Ghostscript",
        "program",
        ("gs", "gswin64c", "gswin32c"),
        False,
        "tools/for-ink",
        dict.fromkeys(("apt", "dnf", "apk", "pacman", "brew"), "ghostscript"),
    ),
    Need(
        "Tesseract",
        "program",
        ("tesseract",),
        False,
        "tools/for-pictures",
        {
            "apt": "tesseract-ocr tesseract-ocr-deu",
            "dnf": "tesseract tesseract-langpack-deu",
            "apk": "tesseract-ocr tesseract-ocr-data-deu",
            "pacman": "tesseract tesseract-data-deu",
            "brew": "tesseract tesseract-lang",
        },
    ),
    Need(
        "pdftotext",
        "program",
        ("pdftotext",),
        False,
        "tools/for-tests",
        {
            "apt": "poppler-utils",
            "dnf": "poppler-utils",
            "apk": "poppler-utils",
            "pacman": "poppler",
            "brew": "poppler",
        },
    ),
)

INSTALL = {
    "apt": "sudo apt install {}",
    "dnf": "sudo dnf install {}",
    "apk": "sudo apk add {}",
    "pacman": "sudo pacman -S {}",
    "brew": "brew install {}",
    "pip": "pip install {}",
}
STORES_OF_DISTRIBUTIONS = {
    "debian": "apt",
    "ubuntu": "apt",
    "fedora": "dnf",
    "rhel": "dnf",
    "centos": "dnf",
    "alpine": "apk",
    "arch": "pacman",
}

Probe = Callable[[Need], str | None]


def facts(probe: Probe | None = None, store: str | None = None) -> list[Fact]:
    """Every need with what was found; probe and store are given by tests to pretend a machine."""
    look, chosen = probe or found_here, store if store is not None else system_store()
    return [Fact(need, look(need), install_line(need, chosen)) for need in NEEDS]


def install_line(need: Need, store: str | None) -> str | None:
    """What a person types to get it; nothing on a system whose store is not known (Windows)."""
    chosen = "pip" if need.kind == "package" else store
    if chosen is None or chosen not in need.stores:
        return None
    return INSTALL[chosen].format(need.stores[chosen])


def system_store(platform: str = sys.platform, os_release: Path = OS_RELEASE) -> str | None:
    """The command that installs packages here: `apt`, `dnf`, `apk`, `pacman`, `brew`."""
    if platform == "darwin":
        return "brew"
    if platform != "linux" or not os_release.is_file():
        return None
    lines = (line.partition("=") for line in os_release.read_text("utf-8").splitlines())
    values = {key: value.strip('"') for key, _, value in lines}
    names = [values.get("ID", ""), *values.get("ID_LIKE", "").split()]
    return next(
        (STORES_OF_DISTRIBUTIONS[name] for name in names if name in STORES_OF_DISTRIBUTIONS), None
    )


def found_here(need: Need) -> str | None:
    """What this machine has of a need."""
    if need.kind == "package":
        return _version(need.probe[0])
    if need.kind == "program":
        return next((path for name in need.probe if (path := shutil.which(name))), None)
    return next((name for name in need.probe if _loads(name)), None)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
