"""What a program reads of editions, with `--report json`."""

from collections.abc import Iterable

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
