"""What brochure costs beside its peers, in one run: `make bench`, `make bench-full`."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
