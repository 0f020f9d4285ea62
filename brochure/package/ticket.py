"""The job ticket as JSON: what is to be made, of what, and what the files are.

All lengths are in mm. Without clock and paths of a machine: the same job gives the same ticket.
"""

import json
from dataclasses import asdict
from typing import Any

from brochure.catalog import Side
from brochure.diagnostics import Severity
from brochure.package.job import PROCESS, Job, PrintFile

VERSION = 1


def ticket(job: Job) -> bytes:
    """The ticket of a job."""
    publication = job.publication
    values = {
        "ticket": VERSION,
        "job": job.name,
        "title": job.files[0].title if len(job.files) == 1 else publication.title,
        "publisher": publication.publisher,
        "contact": {key: value for key, value in asdict(publication.contact).items() if value},
        "issued": publication.issued,
        "language": job.language,
        "product": _product(job),
        "colour": _colour(job),
        "marks": list(job.settings.marks),
        "files": [_file(file) for file in job.files],
        "view": "soft-proof" if job.proofed else "screen-colours",
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _product(job: Job) -> dict[str, Any]:
    format_ = job.format
    fold = format_.fold
    return {
        "format": format_.name,
        "kind": format_.kind,
        "name": dict(format_.title),
        "trim": {"width": format_.width, "height": format_.height},
        "bleed": asdict(format_.bleed),
        "safety": format_.safety,
        "pages": job.pages,
        "motifs": len(job.files) if format_.file_per == "message" else 1,
        "printed_sides": job.sides,
        "binding": "saddle-stitch" if job.is_stitched else None,
        "folding": {
            "fold": fold.name,
            "name": dict(fold.title),
            "sides": [_side(side) for side in format_.sides],
        }
        if fold
        else None,
    }


def _side(side: Side) -> dict[str, Any]:
    panels = sorted(side.panels, key=lambda panel: (panel.top, panel.left))
    return {
        "side": side.name,
        "panels": [
            {
                "panel": panel.role,
                "width": panel.width,
                "height": panel.height,
                "read": panel.read,
                "turned": panel.turned,
            }
            for panel in panels
        ],
        "folds": [asdict(crease) for crease in side.creases],
    }


def _colour(job: Job) -> dict[str, Any]:
    condition = job.condition
    return {
        "standard": "PDF/X-4",
        "condition": condition.identifier,
        "registry": condition.registry or None,
        "info": condition.info,
        "profile_sha256": condition.digest,
        "inks": list(PROCESS),
        "spots": list(job.spots),
        "ink_limit": condition.ink_limit,
        "pictures": job.settings.colour,
    }


def _file(file: PrintFile) -> dict[str, Any]:
    checked = file.checked
    return {
        "name": f"print/{file.name}",
        "title": file.title,
        "pages": file.pages,
        "spots": list(file.spots),
        "bytes": len(file.data),
        "sha256": file.digest,
        "preflight": {
            "variant": checked.variant,
            "errors": checked.count(Severity.ERROR),
            "warnings": checked.count(Severity.WARNING),
        },
    }
