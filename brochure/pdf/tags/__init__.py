"""Our own structure tree: from laid-out boxes to the tags of a finished PDF (ARCHITECTURE.md)."""
