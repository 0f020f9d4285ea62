"""All marks that are asked for → operators, and the colour spaces that they name."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from brochure.catalog.marks import measures
from brochure.document.boxes import MM
from brochure.marks import bar, crop, glue, registration, slug
from brochure.marks.frame import Frame

Mark = Callable[[Frame, Collection[str]], Iterator[str]]
MARKS: Mapping[str, Mark] = {
    "crop": crop.crop_marks,
    "fold": crop.fold_marks,
    "glue": glue.glue_marks,
    "registration": registration.registration_marks,
    "colour-bar": bar.colour_bar,
    "slug": slug.slug_line,
}
KINDS = tuple(MARKS)
COLOUR_SPACE = "Marks"
ALL = (
    b"[/Separation /All /DeviceCMYK <</FunctionType 2/Domain [0 1]/C0 [0 0 0 0]/C1 [1 1 1 1]/N 1>>]"
)


@dataclass(frozen=True)
class Drawing:
    """Operators for a page's content, where the graphics state is as at its start.

    `colour_spaces` are entries of the page's resources (`ColorSpace`), by name, as PDF writes them.
    `left_out` are the kinds of marks for which the paper has no room.
    """

    operators: bytes
    colour_spaces: Mapping[str, bytes] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def draw(frame: Frame, kinds: Collection[str]) -> Drawing:
    """The marks of these kinds around a page or a sheet."""
    drawn = {kind: list(MARKS[kind](frame, kinds)) for kind in KINDS if kind in kinds}
    left_out = tuple(kind for kind, paths in drawn.items() if not paths and _is_due(kind, frame))
    paths = [path for each in drawn.values() for path in each]
    if not paths:
        return Drawing(b"", {}, left_out)
    width = measures().line
    start = f"q /{COLOUR_SPACE} CS 1 SCN /{COLOUR_SPACE} cs 1 scn {width} w 0 J"
    operators = "\n".join([start, *paths, "Q\n"]).encode("ascii")
    return Drawing(operators, MappingProxyType({COLOUR_SPACE: ALL}), left_out)


def room(kinds: Collection[str]) -> float:
    """How much paper beyond the bleed marks need, in points."""
    return (measures().gap + measures().length) * MM if kinds else 0.0


def _is_due(kind: str, frame: Frame) -> bool:
    """Whether there is anything for such marks to show."""
    match kind:
        case "fold":
            return bool(frame.folds.xs or frame.folds.ys)
        case "glue":
            return bool(frame.glued.xs or frame.glued.ys)
        case "slug":
            return bool(frame.text)
    return True
