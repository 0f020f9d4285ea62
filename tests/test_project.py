"""The project's rim: what lies outside is not read, whatever way leads there."""

from pathlib import Path

import pytest

from brochure.diagnostics import Problems
from brochure.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    for folder in ("content/a", "styles", "fonts"):
        (root / folder).mkdir(parents=True)
    (root / "content/a/publication.yaml").write_text("title: A")
    (tmp_path / "secret.txt").write_text("secret")
    return Project(root)


def test_it_is_found_from_any_folder_inside(project: Project) -> None:
    assert Project.find(project.root / "content/a") == Project(project.root.resolve())


def test_outside_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        Project.find(tmp_path)
    assert [finding.code for finding in caught.value.diagnostics] == ["project/not-found"]


def test_a_folder_without_settings_is_no_publication(project: Project) -> None:
    (project.root / "content/draft").mkdir()
    assert project.publications() == ("a",)


@pytest.mark.parametrize("path", ["../secret.txt", "content/../../secret.txt"])
def test_no_path_leads_outside(project: Project, path: str) -> None:
    with pytest.raises(PermissionError):
        project.read(path)
    assert not project.exists(path)


def test_no_link_leads_outside(project: Project) -> None:
    (project.root / "content/link.txt").symlink_to(project.root.parent / "secret.txt")
    with pytest.raises(PermissionError):
        project.read("content/link.txt")


def test_an_absolute_path_leads_nowhere(project: Project) -> None:
    with pytest.raises(PermissionError):
        project.read(str(project.root.parent / "secret.txt"))
