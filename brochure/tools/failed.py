"""How an outside program fails."""


class ToolFailed(RuntimeError):  # noqa: N818 - it says what happened
    """An outside program did not do what it was asked."""
