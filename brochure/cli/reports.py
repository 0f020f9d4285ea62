"""What a program reads of editions, with `--report json`."""

from collections.abc import Iterable

from brochure.document.checked import Checked
from brochure.document.edition import Artifact, Edition, Made


def editions_as_values(made: Iterable[Made]) -> list[dict[str, object]]:
    """Editions and their files; the findings stand beside them, each once."""
    return [
        {
            **edition_as_values(item.edition),
            "unchanged": item.unchanged,
            "codes": sorted({diagnostic.code for diagnostic in item.diagnostics}),
            "artifacts": [_artifact(artifact) for artifact in item.artifacts],
        }
        for item in made
    ]


def edition_as_values(edition: Edition) -> dict[str, object]:
    """What an edition is."""
    return {
        "publication": edition.publication,
        "language": edition.language,
        "format": edition.format,
        "profiles": list(edition.profiles),
        **({"record": edition.record} if edition.record is not None else {}),
    }


def _artifact(artifact: Artifact) -> dict[str, object]:
    return {
        "file": artifact.path,
        "profile": artifact.profile,
        "title": artifact.title,
        "language": artifact.language,
        "pages": artifact.pages,
        "bytes": artifact.size,
        "standards": list(artifact.standards),
    }


def checked_as_values(checked: Iterable[Checked]) -> list[dict[str, object]]:
    """How each check ended for each thing; the findings stand beside them."""
    return [
        {
            "file": item.name,
            "pages": item.pages,
            "rules": [
                {
                    "rule": outcome.check,
                    "outcome": outcome.status,
                    "findings": len(outcome.findings),
                    "reason": outcome.reason or None,
                }
                for outcome in item.outcomes
            ],
        }
        for item in checked
    ]
