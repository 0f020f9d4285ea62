"""veraPDF (https://verapdf.org), the checker of PDF/UA and PDF/A, one Java process for a batch."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from brochure.tools.failed import ToolFailed

MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"
FETCHED = Path(".cache") / "verapdf" / "lib"
TIMEOUT_SECONDS = 600
STARTED_QUICKLY = ("-XX:TieredStopAtLevel=1", "-Xshare:auto")

Command = tuple[str, ...]


@dataclass(frozen=True)
class Failure:
    """A rule that a file breaks, and how often."""

    clause: str
    test: int
    count: int
    description: str


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file against one flavour (`ua1`, `2a`, …)."""

    file: Path
    flavour: str
    compliant: bool
    failures: tuple[Failure, ...]


def find(root: Path) -> Command | None:
    """The person's own `verapdf`, else the one that `make verapdf` fetched, else nothing."""
    if own := shutil.which("verapdf"):
        return (own,)
    java, jars = shutil.which("java"), sorted((root / FETCHED).glob("*.jar"))
    if java is None or not jars:
        return None
    return (java, *STARTED_QUICKLY, "-cp", ":".join(map(str, jars)), MAIN_CLASS)


def validate(command: Command, files: Sequence[Path], flavour: str) -> list[Verdict]:
    """Check files against a flavour; `ToolFailed` when there is no verdict for each of them."""
    words = [*command, "--format", "json", "--flavour", flavour, *map(str, files)]
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=TIMEOUT_SECONDS, check=False
        )
        jobs = json.loads(done.stdout)["report"]["jobs"]
        verdicts = [_verdict(job, flavour) for job in jobs]
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolFailed(f"veraPDF: {error}") from error
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ToolFailed(f"veraPDF gave no report: {done.stderr.strip()[-300:]}") from error
    by_name = {verdict.file: verdict for verdict in verdicts}
    if missing := [file for file in files if file not in by_name]:
        raise ToolFailed(f"veraPDF said nothing about {missing[0]}")
    return [by_name[file] for file in files]


def _verdict(job: dict[str, Any], flavour: str) -> Verdict:
    result = job["validationResult"][0]
    failures = tuple(_failures(result["details"]["ruleSummaries"]))
    file = Path(job["itemDetails"]["name"])
    return Verdict(file, flavour, bool(result["compliant"]), failures)


def _failures(summaries: Sequence[dict[str, Any]]) -> Iterator[Failure]:
    for rule in summaries:
        message = rule["checks"][0]["errorMessage"] if rule.get("checks") else rule["description"]
        yield Failure(rule["clause"], rule["testNumber"], rule["failedChecks"], message)
