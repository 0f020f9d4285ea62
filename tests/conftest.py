"""What all tests share."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the same examples each time, so that a red run is the fault of what changed; new ones are
# found wherever else the tests run.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write expected files again; read the diff"
    )


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The repository, which is also the first project."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails on a record of the layout engine that nobody turned into a finding."""
    logger, records = logging.getLogger("weasyprint"), []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if logger.propagate:  # `records_of` collects with propagation off
                records.append(record.getMessage())

    collector = Collector(logging.WARNING)
    logger.addHandler(collector)
    yield
    logger.removeHandler(collector)
    if "weasyprint_log" not in request.keywords:
        assert not records
