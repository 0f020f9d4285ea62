"""Everything that a print shop needs of a job, in one ZIP: values in, files out.

What is looked at and measured comes from the rooms that can (`packaging.py` joins them); here it is
named, told and packed.
"""

from brochure.package.contents import contents
from brochure.package.job import Checked, Job, PrintFile
from brochure.package.names import job_name, print_name
from brochure.package.pictures import jpeg, page_jpegs, trimmed_pages
from brochure.package.view import Shown, view
from brochure.package.zip_file import zipped

__all__ = [
    "Checked",
    "Job",
    "PrintFile",
    "Shown",
    "contents",
    "job_name",
    "jpeg",
    "page_jpegs",
    "print_name",
    "trimmed_pages",
    "view",
    "zipped",
]
