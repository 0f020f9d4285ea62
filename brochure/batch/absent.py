"""What a cluster needs is not there: a library, the scheduler, workers, the store."""

from brochure.diagnostics import Diagnostic, Problems


class Absent(Problems):
    """A run can't begin or go on, through no fault of what is written; called again, it goes on."""

    @classmethod
    def extra(cls) -> "Absent":
        """The libraries that only clusters need."""
        return cls([Diagnostic.of("batch/no-dask", None, line="pip install 'brochure[dask]'")])
