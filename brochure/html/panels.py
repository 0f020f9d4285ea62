"""Which messages stand on which panel of a folded sheet, and how far its planes reach."""

from collections.abc import Mapping

from brochure.catalog import Edges, Format, Panel

UNDER = 0.1
"""Millimetres that a plane goes on under its neighbour: no light line shows between them."""


def messages_by_panel(format_: Format, count: int) -> Mapping[str, range]:
    """Role of a panel → the messages on it, as evenly and in the order in which both are read."""
    panels = sorted(
        (panel for side in format_.sides for panel in side.panels if panel.shows == "messages"),
        key=lambda panel: panel.read,
    )
    each = -(-count // len(panels)) if panels else 0
    starts = (min(count, index * each) for index in range(len(panels)))
    return {
        panel.role: range(start, min(count, start + each))
        for panel, start in zip(panels, starts, strict=True)
    }


def last_place(format_: Format, count: int) -> str:
    """The role of the panel where a place is left over that the claim can take; empty if none."""
    shown = {panel.shows for side in format_.sides for panel in side.panels}
    shares = [(role, len(taken)) for role, taken in messages_by_panel(format_, count).items()]
    taken = [(role, number) for role, number in shares if number]
    has_room = len({number for _, number in taken}) > 1
    return taken[-1][0] if has_room and "claim" not in shown else ""


def reach(format_: Format, panel: Panel) -> Edges:
    """How far a plane of the panel reaches over it: into the bleed, else only under the next."""
    bleed = format_.bleed
    top = bleed.top if panel.top == 0 else 0
    right = bleed.right if panel.left + panel.width > format_.width - UNDER else UNDER
    bottom = bleed.bottom if panel.top + panel.height > format_.height - UNDER else UNDER
    left = bleed.left if panel.left == 0 else 0
    return Edges(bottom, left, top, right) if panel.turned else Edges(top, right, bottom, left)
