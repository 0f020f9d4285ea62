"""The one way in which a figure is missing: an exception that says why, shown in its cell."""


class Absent(Exception):  # noqa: N818 - it says what is so, not what went wrong
    """A figure that can't be had; the text is the reason."""

    kind = "not here"


class NotYet(Absent):
    """Our own side can't do it yet."""

    kind = "not yet"


class NoWay(Absent):
    """The tool has no such way of working."""

    kind = "no such way"


class Failed(Absent):
    """It was begun and did not come to its end."""

    kind = "failed"


class Lacking(Absent):
    """The file that was made lacks content, so its time says nothing."""

    kind = "not whole"
