"""What the tests of many editions share: an object store, a project with records, clusters."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clusters import Cluster, started
from object_service import s3_environment, served

from tests.merge.conftest import put_brief

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An empty bucket in an object store; the environment says where it is."""
    log = tmp_path_factory.mktemp("s3") / "log"
    with served(log) as address, pytest.MonkeyPatch.context() as patch:
        for name, value in s3_environment(address).items():
            patch.setenv(name, value)
        import s3fs

        s3fs.S3FileSystem(use_listings_cache=False).mkdir("brochures")
        yield "s3://brochures"


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that is a folder by itself: a letter to each of twenty quarters, and a leaflet."""
    root = tmp_path_factory.mktemp("letters")
    put_brief(root)
    shutil.copytree(ROOT / "tests/cases/minimal", root / "content/minimal")
    for name in ("styles", "fonts"):
        (root / name).unlink()
        shutil.copytree(ROOT / name, root / name)
    return root


@pytest.fixture(scope="session")
def cluster(s3: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, each with a cache of its own, as if on three machines."""
    with started(tmp_path_factory.mktemp("cluster"), dict(os.environ)) as running:
        yield running
