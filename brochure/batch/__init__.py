"""Many jobs at once: warm workers, and the service that keeps the engine loaded."""
