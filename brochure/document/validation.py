"""What an outside validator says of a file, with the standard that it was asked about."""

from dataclasses import dataclass

from brochure.catalog import Standard
from brochure.tools.verapdf import Verdict


@dataclass(frozen=True)
class Validation:
    """A verdict and its standard."""

    verdict: Verdict
    standard: Standard
