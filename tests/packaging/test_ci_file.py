"""What the CI file of the public service names is there; its linter knows no files."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "systems.yml"


def test_it_runs_commands_and_scripts_that_are_there() -> None:
    text = WORKFLOW.read_text().replace("\\", "/")
    scripts = re.findall(r"packaging/[\w/.-]+\.\w+", text)
    assert len(scripts) >= 8
    assert [one for one in scripts if not (ROOT / one).is_file()] == []
    makefile = (ROOT / "Makefile").read_text()
    goals = re.findall(r"make ([a-z-]+)\n", text)
    assert goals == ["test", "package-test"]
    for goal in goals:
        assert re.search(f"^{goal}:", makefile, re.MULTILINE), goal
    for option in re.findall(r"(--any-\w+)", text):
        assert f'"{option}"' in (ROOT / "packaging/program_folder.py").read_text()


def test_it_runs_a_python_that_the_program_is_for() -> None:
    named = re.findall(r"python(?:-version: \"|:)(3\.\d+)", WORKFLOW.read_text())
    assert named == ["3.11", "3.11", "3.11"]
    needs = re.search(r'requires-python = ">=(3\.\d+),', _project())
    assert needs is not None
    assert set(named) == {needs[1]}


def _project() -> str:
    return (ROOT / "pyproject.toml").read_text()
