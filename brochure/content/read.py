"""The two kinds of file of a publication, read in one pass: settings, and a language's text."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from unicodedata import normalize

from brochure.content.model import validate
from brochure.content.problems import findings, shortened
from brochure.content.rules import Known, check
from brochure.content.shape import CONDITION, Item, Leaf, Place, UnclearBlock, places
from brochure.content.values import Values
from brochure.content.yaml_values import read_values
from brochure.diagnostics import Diagnostic, Problems, Span
from brochure.document.document import Document, Publication, Source
from brochure.document.walk import KeyPath, map_texts

if TYPE_CHECKING:
    from brochure.document.data import Field
    from brochure.merge.template import MergeTemplate

Model = TypeVar("Model")
Prepare = Callable[[Values, Sequence[Place]], tuple[list[Diagnostic], Collection[str]]]
"""Changes values before they are judged; gives findings and names of further pictures."""

LONGEST_VALUE = 200  # in a sentence


def read_publication(file: str, data: bytes) -> tuple[Publication, Mapping[KeyPath, Span]]:
    """The settings in `publication.yaml`, and where each stands; `Problems` with all findings."""
    publication, known = _read(Publication, file, data, ())
    return publication, known.values.places


def read_document(file: str, data: bytes, language: str, pictures: Collection[str]) -> Source:
    """One language's text; `pictures` are the file names in the folder of pictures.

    Raises `Problems` with all findings.
    """
    document, known = _read(Document, file, data, pictures, _for_no_records)
    return Source(document, language, file, known.values.places, known.ids)


def read_template(
    file: str, data: bytes, language: str, pictures: Collection[str], fields: "Mapping[str, Field]"
) -> "MergeTemplate":
    """One language's text that speaks of records with these fields; raises `Problems`."""
    from brochure.content.conditions import Conditions
    from brochure.content.expressions import Expressions, without_stand_ins
    from brochure.merge.meaning import Scope
    from brochure.merge.template import MergeTemplate

    conditions = Conditions(Scope(fields, language))
    aside = Expressions(conditions, pictures)

    def prepare(values: Values, found: Sequence[Place]) -> tuple[list[Diagnostic], Collection[str]]:
        aside.set_aside(values, found)
        return [*conditions.findings, *aside.findings], aside.stand_ins

    try:
        document, known = _read(Document, file, data, pictures, prepare)
    except Problems as problems:
        raise Problems(map(without_stand_ins, problems.diagnostics)) from problems
    source = Source(document, language, file, known.values.places, known.ids)
    return MergeTemplate(source, aside.texts, conditions.read)


def _for_no_records(
    values: Values, found: Sequence[Place]
) -> tuple[list[Diagnostic], Collection[str]]:
    """Without records nothing can depend on one."""
    conditions = (
        place for place in found if isinstance(place, Leaf) and place.path[-1] == CONDITION
    )
    spans = [values.place(place.path) for place in conditions if place.value is not None]
    return [Diagnostic.of("merge/no-records", span) for span in spans], ()


def _read(
    model: type[Model],
    file: str,
    data: bytes,
    pictures: Collection[str],
    prepare: Prepare = lambda values, found: ([], ()),
) -> tuple[Model, Known]:
    values = read_values(file, data)
    if not isinstance(values.tree, dict):
        raise Problems([*values.findings, _no_keys(values)])
    _keep_as_written(values, model)
    wrong, more = prepare(values, list(places(model, values.tree)))
    known = Known(values, (*pictures, *more))
    found = tuple(places(model, values.tree))
    told = [*values.findings, *wrong, *check(known, found)]
    _stand_in_for_unclear_blocks(values, found)
    typed, errors = validate(model, values.tree)
    models = {place.path: place.model for place in found if isinstance(place, Item)}
    told += findings(values, errors, models)
    if told or typed is None:
        raise Problems(sorted(dict.fromkeys(map(_shortened, told)), key=_position))
    return map_texts(typed, lambda text, kind: normalize("NFC", text)), known


def _keep_as_written(values: Values, model: type) -> None:
    """Give numbers back their spelling where text is kept as written: `postal_code: 44777`."""
    _write_out(values)
    for leaf in list(places(model, values.tree)):
        if isinstance(leaf, Leaf) and leaf.kind == "plain" and type(leaf.value) in (int, float):
            values.replace(leaf.path, values.written(leaf.path))


def _write_out(values: Values) -> None:
    """Make of a field's type alone the whole that it stands for: `quartier: {type: text}`."""
    data = values.tree.get("data")
    fields = data.get("fields") if isinstance(data, dict) else None
    if not isinstance(fields, dict):
        return
    for name, field in fields.items():
        if not isinstance(field, dict):
            fields[name] = {"type": field}
            values.stand_for(("data", "fields", name), ("data", "fields", name, "type"))


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
