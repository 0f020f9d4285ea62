"""Each tool makes its PDFs from the same small page, as its own documentation has it."""

import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from brochure.catalog import Profile
from brochure.document.fragment import Metadata
from brochure.document.html import HtmlUnit
from brochure.layout.loading import load_engine
from brochure.pdf import link

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FONTS = ROOT / "fonts"
METADATA = Metadata("Stadtteilbrief", "de", ("Stadt",), issued="2026-11-24")
TYPST = ROOT / ".cache/compare/bin/python"
TYPST_CODE = """
import sys, typst
page, fonts, standard, target = sys.argv[1:]
options = dict(font_paths=[fonts], ignore_system_fonts=True, pdf_standards=standard.split(","))
open(target, "wb").write(typst.compile(page, **options))
"""

Files = Mapping[str, Path]
"""veraPDF's flavour → the file that was made for it."""


def brochure(folder: Path) -> Files:
    """Ours: one file for the web, one for the archive."""
    engine = load_engine(lambda file: (HERE / file).read_bytes(), FONTS)
    html = (HERE / "page.html").read_text("utf-8")
    unit = HtmlUnit("page", html.replace('src="', 'src="project:///'), ())
    laid_out = engine.lay_out(unit)
    from brochure.pdf.paint import paint  # once the engine is loaded

    fonts = {sha256(data).hexdigest(): data for data in map(Path.read_bytes, FONTS.rglob("*.ttf"))}
    for name in ("web", "archive"):
        parts = [(paint(laid_out), None)]
        made = link(parts, Profile.named(name), METADATA, b"compare", fonts.__getitem__)
        (folder / f"brochure.{name}.pdf").write_bytes(made.pdf.data)
    web, archive = folder / "brochure.web.pdf", folder / "brochure.archive.pdf"
    return {"ua1": web, "2a": web, "ua2": archive, "4": archive}


def weasyprint(folder: Path) -> Files:
    """WeasyPrint alone: one file for each variant that it knows."""
    files = {}
    for flavour, variant in {"ua1": "ua-1", "2a": "a-2a", "ua2": "ua-2"}.items():
        files[flavour] = folder / f"weasyprint.{variant}.pdf"
        words = [
            "--quiet",
            "--pdf-variant",
            f"pdf/{variant}",
            "--pdf-tags",
            str(HERE / "page.html"),
        ]
        _run([sys.executable, "-m", "weasyprint", *words, str(files[flavour])])
    return {**files, "4": files["ua2"]}


def chromium(folder: Path) -> Files:
    """Chromium prints; it has no standards to choose from."""
    file = folder / "chromium.pdf"
    words = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    words += ["--export-tagged-pdf", "--generate-pdf-document-outline", f"--print-to-pdf={file}"]
    _run(["chromium", *words, (HERE / "page.html").as_uri()])
    return dict.fromkeys(("ua1", "2a", "ua2", "4"), file)


def typst(folder: Path) -> Files:
    """Typst, from the same content in its own language."""
    files = {}
    both = "ua-1,a-2a"
    for flavour, standard in {"ua1": both, "2a": both, "4": "a-4"}.items():
        files[flavour] = folder / f"typst.{standard}.pdf"
        words = [str(HERE / "page.typ"), str(ROOT / "fonts"), standard, str(files[flavour])]
        _run([str(TYPST), "-c", TYPST_CODE, *words])
    return {**files, "ua2": files["4"]}


def _run(words: list[str]) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
