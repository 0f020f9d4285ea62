"""The two kinds of file of a publication, read in one pass: settings, and a language's text."""

from collections.abc import Collection, Mapping
from typing import TypeVar
from unicodedata import normalize

from brochure.content.model import keep_as_written, validate
from brochure.content.problems import findings
from brochure.content.rules import Known, check
from brochure.content.shape import Item, places
from brochure.content.values import Values
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Document, Publication, Source
from brochure.document.walk import KeyPath, map_texts

Model = TypeVar("Model")


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
    known = Known(values, pictures)
    if not isinstance(values.tree, dict):
        raise Problems([*values.findings, _no_keys(values)])
    found = list(places(model, values.tree))
    keep_as_written(values, found)
    typed, errors = validate(model, values.tree)
    models = {place.path: place.model for place in found if isinstance(place, Item)}
    told = [*findings(values, errors, models), *check(known, places(model, values.tree))]
    if told or values.findings or typed is None:
        raise Problems(sorted({*values.findings, *told}, key=_position))
    return map_texts(typed, lambda text, kind: normalize("NFC", text)), known


def _no_keys(values: Values) -> Diagnostic:
    code = "content/empty-file" if values.tree is None else "content/no-keys"
    return Diagnostic.of(code, values.place(()))


def _position(diagnostic: Diagnostic) -> tuple[Span, str]:
    return diagnostic.span or Span(""), diagnostic.code
