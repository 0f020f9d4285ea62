"""All files of a package but for its sums, by their names in it."""

from collections.abc import Mapping, Sequence

from brochure.diagnostics.messages import LANGUAGES
from brochure.package.job import Job
from brochure.package.readme import readme
from brochure.package.report import report_as_json, report_as_page
from brochure.package.ticket import ticket
from brochure.package.xjdf import xjdf

FOLD_TEMPLATE = "proof/fold-template.pdf"


def contents(
    job: Job, view: bytes, pictures: Sequence[bytes], fold_template: bytes | None
) -> Mapping[str, bytes]:
    """What goes into the ZIP of a job."""
    proof = f"proof/{job.name}_ansicht"
    width = len(str(len(pictures)))
    shown = {f"{proof}_{n:0{width}}.jpg": data for n, data in enumerate(pictures, 1)}
    template = {FOLD_TEMPLATE: fold_template} if fold_template else {}
    return {
        **{f"print/{file.name}": file.data for file in job.files},
        f"{proof}.pdf": view,
        **shown,
        **template,
        "preflight.json": report_as_json(job),
        "ticket.json": ticket(job),
        "ticket.xjdf": xjdf(job),
        **{f"preflight.{language}.html": report_as_page(job, language) for language in LANGUAGES},
        **{f"README.{language}.txt": readme(job, language) for language in LANGUAGES},
    }
