from pathlib import Path

import pytest

import clockify_desktop
from clockify_desktop.services import program_details as module
from clockify_desktop.services.program_details import built_from, program_details
from clockify_desktop.store.folders import VARIABLE

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def git(tmp_path: Path) -> Path:
    folder = tmp_path / ".git"
    (folder / "refs/heads").mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    return folder


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs/heads/main", f"{COMMIT}\n"),
        (
            "packed-refs",
            f"# pack-refs\n{'1' * 40} refs/heads/other\n{COMMIT} refs/heads/main\n",
        ),
        ("HEAD", f"{COMMIT}\n"),
    ],
)
def test_the_commit_of_a_work_tree(git: Path, name: str, text: str) -> None:
    (git / name).write_text(text)
    assert built_from(git) == COMMIT


def test_the_commit_that_a_package_was_built_from(
    git: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (git / "packed-refs").write_text(f"{'1' * 40} refs/heads/other\n")
    (tmp_path / "commit.txt").write_text(f"{COMMIT}\n")
    monkeypatch.setattr(module, "resource", lambda name: tmp_path / name)
    assert built_from(git) == COMMIT
    assert built_from(tmp_path / "none") == COMMIT
    monkeypatch.setattr(module, "built_from", lambda _: COMMIT)
    version = f"{clockify_desktop.__version__} (commit 0123456)"
    assert program_details()[0] == ("Version", version)


def test_where_nothing_tells_the_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "resource", lambda name: tmp_path / name)
    assert built_from(tmp_path / ".git") == ""
    monkeypatch.setattr(module, "built_from", lambda _: "")
    assert program_details()[0] == ("Version", clockify_desktop.__version__)


def test_no_name_of_a_person_is_among_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ann"
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setenv(VARIABLE, str(home / "own"))
    told = dict(program_details())
    assert told["Settings"] == str(Path("~/own"))
    assert told["Error log"] == str(Path("~/own/errors.log"))
    assert not any("ann" in value for value in told.values())
    monkeypatch.setenv(VARIABLE, str(tmp_path / "elsewhere"))
    assert dict(program_details())["Settings"] == str(tmp_path / "elsewhere")


def test_a_folder_that_leads_nowhere_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "~nobody-here/x")
    told = dict(program_details())
    assert told["Settings"].startswith(f"{VARIABLE} leads nowhere")
    assert "Error log" not in told


def test_a_library_that_tells_no_version_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unknown(_: str) -> str:
        raise module.PackageNotFoundError

    monkeypatch.setattr(module, "version", unknown)
    assert not {"Qt", "matplotlib"} & dict(program_details()).keys()
