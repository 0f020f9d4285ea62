"""The README of a package: what is what, whom to ask, what was checked and what was not."""

from brochure.package.job import Job
from brochure.package.texts import text

WRAPPED = "\r\n"
"""Line ends that any editor of Windows shows as such."""


def readme(job: Job, language: str) -> bytes:
    """The README in a language."""
    plain = text(f"README.{language}.txt.j2", job=job, number=lambda mm: _number(mm, language))
    return plain.replace(b"\n", WRAPPED.encode())


def _number(mm: float, language: str) -> str:
    shown = f"{mm:g}"
    return shown.replace(".", ",") if language == "de" else shown
