"""Comparisons as plain values, for `--report json`."""

from brochure.document.change import Change, Compared, Place


def as_values(item: Compared) -> dict[str, object]:
    """Two files and all their differences; places are in mm from the top left."""
    return {
        "before": item.before,
        "after": item.after,
        "same": item.same,
        "changes": [_change(change) for change in item.changes],
        "codes": sorted({finding.code for finding in (*item.unread, *item.unseen)}),
    }


def _change(change: Change) -> dict[str, object]:
    picture = change.aspect == "pictures"
    return {
        "aspect": change.aspect,
        "kind": change.kind,
        "what": change.what,
        "name": None if picture else change.name or None,
        "before": change.before or None,
        "after": change.after or None,
        "around": list(change.around) if any(change.around) else None,
        "more": change.more,
        "share_percent": float(change.name) if picture else None,
        "places": [
            {"before": _place(before), "after": _place(after)} for before, after in change.places
        ],
    }


def _place(place: Place | None) -> dict[str, object] | None:
    return {"page": place.page, "area_mm": list(place.area)} if place else None
