"""Tesseract (https://github.com/tesseract-ocr/tesseract), which reads text in pictures.

It is Apache-2.0: a program of the person's own, with the languages that are installed.
"""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from brochure.tools.failed import ToolFailed

NAME = "tesseract"
TIMEOUT_SECONDS = 120
SPARSE = "11"
"""Page segmentation: words anywhere, in no order, as on a poster in a photograph."""
ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}
NOT_A_LANGUAGE = ("osd", "equ")


@dataclass(frozen=True)
class ReadWord:
    """A word as it was read, and how sure that is, in percent."""

    text: str
    confidence: float


def find() -> str | None:
    """The person's own Tesseract, or nothing."""
    return shutil.which(NAME)


def languages(program: str) -> tuple[str, ...]:
    """The languages that are installed, by its own names: `deu`, `eng`."""
    lines = _run([program, "--list-langs"], b"").splitlines()[1:]
    return tuple(line for line in lines if line and line not in NOT_A_LANGUAGE)


def read_words(program: str, png: bytes, in_languages: Sequence[str]) -> tuple[ReadWord, ...]:
    """The words in a picture; `ToolFailed` where it can't be read."""
    chosen = ["-l", "+".join(in_languages)] if in_languages else []
    words = [program, "stdin", "stdout", *chosen, "--psm", SPARSE, "tsv"]
    return tuple(_words(_run(words, png)))


def _words(table: str) -> Iterator[ReadWord]:
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if (text := (row.get("text") or "").strip()) and (confidence := row.get("conf")):
            yield ReadWord(text, float(confidence))


def _run(words: list[str], given: bytes) -> str:
    try:
        done = subprocess.run(
            words,
            input=given,
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
            env={**os.environ, **ONE_THREAD},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolFailed(f"Tesseract: {error}") from error
    if done.returncode:
        raise ToolFailed(f"Tesseract: {done.stderr.decode('utf-8', 'replace').strip()[:200]}")
    return done.stdout.decode("utf-8", "replace")
