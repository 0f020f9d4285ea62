"""Place of our own structure tree; until it is there the engine's own tags are written."""
