"""The two kinds of file of a publication, read in one pass: settings, and a language's text."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar
from unicodedata import normalize

from brochure.content.model import validate
from brochure.content.problems import findings, shortened
from brochure.content.rules import Known, check
from brochure.content.shape import Item, Leaf, Place, UnclearBlock, places
from brochure.content.values import Values
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Document, Publication, Source
from brochure.document.walk import KeyPath, map_texts

Model = TypeVar("Model")

LONGEST_VALUE = 200  # in a sentence


def read_publication(file: str, data: bytes) -> tuple[Publication, Mapping[KeyPath, Span]]:
    """The settings in `publication.yaml`, and where each stands; `Problems` with all findings."""
    publication, known = _read(Publication, file, data, ())
    return publication, known.values.places


def read_document(file: str, data: bytes, language: str, pictures: Collection[str]) -> Source:
    """One language's text; `pictures` are the file names in the folder of pictures.

    Raises `Problems` with all findings.
    """
    document, known = _read(Document, file, data, pictures)
    return Source(document, language, file, known.values.places, known.ids)


def _read(
    model: type[Model], file: str, data: bytes, pictures: Collection[str]
) -> tuple[Model, Known]:
    values = read_values(file, data)
    if not isinstance(values.tree, dict):
        raise Problems([*values.findings, _no_keys(values)])
    _keep_as_written(values, model)
    known = Known(values, pictures)
    found = tuple(places(model, values.tree))
    told = [*values.findings, *check(known, found)]
    _stand_in_for_unclear_blocks(values, found)
    typed, errors = validate(model, values.tree)
    models = {place.path: place.model for place in found if isinstance(place, Item)}
    told += findings(values, errors, models)
    if told or typed is None:
        raise Problems(sorted({_shortened(item) for item in told}, key=_position))
    return map_texts(typed, lambda text, kind: normalize("NFC", text)), known


def _keep_as_written(values: Values, model: type) -> None:
    """Give numbers back their spelling where text is kept as written: `postal_code: 44777`."""
    for leaf in list(places(model, values.tree)):
        if isinstance(leaf, Leaf) and leaf.kind == "plain" and type(leaf.value) in (int, float):
            values.replace(leaf.path, values.written(leaf.path))


def _stand_in_for_unclear_blocks(values: Values, found: Iterable[Place]) -> None:
    """The rules have told what is wrong with them; pydantic would tell it once for each kind."""
    for place in found:
        if isinstance(place, UnclearBlock):
            values.replace(place.path, {"id": "unclear", "text": "unclear"})


def _no_keys(values: Values) -> Diagnostic:
    code = "content/empty-file" if values.tree is None else "content/no-keys"
    return Diagnostic.of(code, values.place(()))


def _shortened(diagnostic: Diagnostic) -> Diagnostic:
    """A key or a link of a thousand letters would bury what is said about it."""
    values = ((name, shortened(value, LONGEST_VALUE)) for name, value in diagnostic.values)
    return replace(diagnostic, values=tuple(values))


def _position(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span or Span(""), diagnostic.code
