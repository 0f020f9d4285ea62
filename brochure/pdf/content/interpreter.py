"""Instructions of a page → what it paints: the machine that the operators work at.

Each operator is a function of its own, in `operators/`, by families.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from brochure.document.boxes import Box
from brochure.document.colour import ColourSpace
from brochure.document.marked import NO_MARK, Mark
from brochure.document.painted import Graphics, Origin, Painted, TextRun
from brochure.document.pdf_file import Fault, FaultKind, Font, Group
from brochure.document.pdf_file import State as Parameters
from brochure.pdf.content.faults import DEPTH, STATES, TOLERATED, Budget
from brochure.pdf.content.fonts import NO_FONT, LoadedFont, load_font
from brochure.pdf.content.instructions import Instruction, Instructions, Unreadable
from brochure.pdf.content.spaces import Spaces
from brochure.pdf.content.state import State
from brochure.pdf.content.values import Object, box, key, matrix, name, value
from brochure.pdf.matrix import IDENTITY, NOTHING, Matrix, Point, multiplied, placed_box

FAR = 1e9
Operator = Callable[["Interpreter", Sequence[Any]], None]


@dataclass
class Shared:
    """What is read once for all pages of a file."""

    instructions: Instructions = field(default_factory=Instructions)
    spaces: Spaces = field(default_factory=Spaces)
    fonts: dict[str, LoadedFont] = field(default_factory=dict)
    direct_fonts: list[LoadedFont] = field(default_factory=list)
    """Fonts that stand in the resources themselves."""
    budget: Budget = field(default_factory=Budget)
    operators: dict[str, Operator] = field(default_factory=dict)


@dataclass
class Outline:
    """The path that is being made, in points of the page."""

    box: Box = NOTHING
    points: list[Point] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    """The current point, in the space of the instructions."""
    rectangle: tuple[float, float] | None = None
    """The thinnest of its rectangles, while it has nothing else."""
    other: bool = False
    """Whether it has curves or corners that make no rectangle."""
    clips: bool = False


class Interpreter:
    """Carries out the instructions of one page."""

    def __init__(self, shared: Shared, state: State, resources: Object) -> None:
        self.shared = shared
        self.state = state
        self.resources = resources
        self.states: list[State] = []
        self.base = state.matrix
        self.origin: Origin = "page"
        self.mark = NO_MARK
        self.marks: list[Mark] = []
        """The marks that are open around this one."""
        self.opened: list[Mark] = []
        """Every mark of the page, in the order of their beginnings."""
        self.stream = ""
        """The form that is carried out."""
        self.outline = Outline()
        self.text_matrix: Matrix = IDENTITY
        self.line_matrix: Matrix = IDENTITY
        self.text_clip: list[Box] = []
        self.uncoloured = False
        self.cell: Box | None = None
        """Within a pattern, where the pattern is painted."""
        self.depth = 0
        self.around: frozenset[str] = frozenset()
        """The streams within which this one is carried out."""
        self.painted: list[Painted] = []
        self.texts: list[TextRun] = []
        """All text, also what is clipped away: it is read all the same."""
        self.faults: dict[Fault, None] = {}
        self.groups: dict[Group, None] = {}
        self.parameters: set[Parameters] = set()
        self.fonts_shown: dict[Font, None] = {}
        self.once: set[object] = set()
        self.named: dict[tuple[str, str], Any] = {}
        """What names of the current resources mean, as far as it was asked."""

    def run(self, content: Object) -> None:
        """Carry out a stream."""
        try:
            instructions = self.shared.instructions.of(content)
        except Unreadable as unreadable:
            self.fault(unreadable.kind)
            return
        self.shared.budget.carried_out(len(instructions))
        level = len(self.states)
        for instruction in instructions:
            self._carry_out(instruction)
        is_whole = not instructions or instructions[-1][0]
        if is_whole and len(self.states) != level:
            self.fault("unbalanced")

    def _carry_out(self, instruction: Instruction) -> None:
        word, operands = instruction
        operator = self.shared.operators.get(word)
        if operator is None:
            self.fault("unknown-operator" if word else "unreadable", word[:20])
            return
        try:
            operator(self, operands)
        except TOLERATED:
            self.fault("wrong-operands", word)

    def fault(self, kind: FaultKind, detail: str = "") -> None:
        """Note what is wrong with the content, each thing once."""
        if len(self.faults) < STATES:
            self.faults[Fault(kind, detail)] = None

    def within(
        self,
        content: Object,
        by: Matrix,
        resources: Object,
        bounds: Box | None = None,
        group: bool = False,
    ) -> None:
        """Carry out the stream of a form, a cell or a glyph, in a state of its own."""
        mark = key(content)
        if self.depth >= DEPTH or (mark and mark in self.around):
            self.fault("too-deep")
            return
        before = dict(self.__dict__)
        self.state = self.state.copy()
        self.state.matrix = by
        if bounds is not None:
            self.state.clip = self.state.clip.clipped(placed_box(bounds, by))
        if group:  # ISO 32000-1, 11.6.6; what surrounds it still thins it, so alpha stays
            self.state.blend_mode, self.state.soft_mask = "Normal", False
        self.base, self.depth, self.stream = by, self.depth + 1, mark
        self.around = self.around | {mark} if mark else self.around
        if resources is not None:  # else those around it count, as in PDF 1.1
            self.resources, self.named = resources, {}
        self.states, self.marks, self.outline = [], [], Outline()
        self.run(content)
        self.__dict__.update(before)

    def save(self) -> None:
        """Keep the state for `restore`."""
        if len(self.states) >= STATES:
            self.fault("too-deep")
        self.states.append(self.state)
        self.state = self.state.copy()

    def restore(self) -> None:
        """Go back to the state that was kept last."""
        if self.states:
            self.state = self.states.pop()
        else:
            self.fault("unbalanced")

    def resource(self, kind: str, called: str) -> Object:
        """A resource by its name; a fault where it is missing."""
        found = value(value(self.resources, f"/{kind}"), f"/{called}")
        if found is None:
            self.fault("missing-resource", f"{kind} {called}"[:60])
        return found

    def font(self, called: str) -> LoadedFont:
        """A font of the resources; each of a file is loaded once."""
        if ("Font", called) not in self.named:
            found = self.resource("Font", called)
            self.named["Font", called] = NO_FONT if found is None else self.loaded(found)
        loaded: LoadedFont = self.named["Font", called]
        return loaded

    def loaded(self, font: Object) -> LoadedFont:
        """A font as an object."""
        if not (mark := key(font)):
            self.shared.direct_fonts.append(found := load_font(font))
            return found
        if mark not in self.shared.fonts:
            self.shared.fonts[mark] = load_font(font)
        return self.shared.fonts[mark]

    def space(self, item: Object) -> ColourSpace:
        """A colour space, by its name in the resources or as it stands there."""
        if not (called := name(item)):
            return self.shared.spaces.of(item, self.resources)
        if ("ColorSpace", called) not in self.named:
            self.named["ColorSpace", called] = self.shared.spaces.of(item, self.resources)
        found: ColourSpace = self.named["ColorSpace", called]
        return found

    def graphics(self) -> Graphics:
        """What an object painted now keeps of the state."""
        return self.state.graphics(self.mark)

    def shown_box(self, of: Box) -> Box:
        """What of a box is seen."""
        return (self.cell or of).clipped(self.state.clip)

    def paint(self, item: Painted) -> None:
        """Add a painted object; what is clipped away is none, nor what lies beyond all measure."""
        if 0 <= item.box.width < FAR and 0 <= item.box.height < FAR:  # false for what is no number
            self.shared.budget.painted()
            self.painted.append(item)


def form_matrix(form: Object, by: Matrix) -> Matrix:
    """The space of a form, of which `by` is the space around it."""
    return multiplied(matrix(value(form, "/Matrix")), by)


def bounds_of(form: Object) -> Box | None:
    """What a form is cut to."""
    return box(value(form, "/BBox"))
