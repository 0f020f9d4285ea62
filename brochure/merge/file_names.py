"""Names of a record's files, safe on Windows, macOS and Linux alike."""

from unicodedata import normalize

from brochure.catalog.records import limits, reserved_names
from brochure.document.data import Data
from brochure.merge.meaning import Scope, Values
from brochure.merge.text import MergeText, plain

NAMES = ("format", "language")
"""What a pattern can speak of beside the record."""


def pattern_of(data: Data) -> str:
    """The pattern of a publication's file names."""
    return data.file_name or f"{{{{ format }}}}-{{{{ record.{data.key} | slug }}}}"


def file_names(data: Data, language: str) -> MergeText:
    """The pattern, ready for records; raises `Fault`."""
    return plain(pattern_of(data), Scope(data.fields, language, NAMES))


def values_for(values: Values, format_: str, language: str) -> Values:
    """The values of a record with those of an edition."""
    return {**values, " format": format_, " language": language}


def fault_of(name: str) -> tuple[str, str] | None:
    """What keeps a name from being one of a file everywhere: its sentence, the part at fault."""
    reserved, forbidden = reserved_names()
    if not name.strip():
        return "", name
    if not name.isprintable() or not set(name).isdisjoint(forbidden):
        return "sign", next(sign for sign in name if sign in forbidden or not sign.isprintable())
    if name[0] in ". " or name[-1] in ". ":
        return "edge", name
    if name.split(".")[0].strip().lower() in reserved:
        return "reserved", name.split(".")[0]
    return ("long", str(limits().name_letters)) if len(name) > limits().name_letters else None


def alike(name: str) -> str:
    """The same for names that a file system may take for one: case and composed letters."""
    return normalize("NFC", normalize("NFC", name).casefold())
