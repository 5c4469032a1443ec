"""The guide as it is written: nothing that it leads to is missing, and it is short."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from clockify_desktop.pages.registry import PAGES
from clockify_desktop.ui.guide.guide_pages import (
    FOLDER,
    GUIDE,
    LOOK_UP,
    REVIEW,
    SCHEDULES,
    heading_anchor,
    heading_of,
    read_page,
)

ROOT = Path(__file__).parents[3]
PICTURES = ROOT / "docs/guide/pictures"
WRITTEN = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "packaging/README.md"]
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
# At the pace at which most people read for work.
TWO_MINUTES = 480
MOST_BYTES = 3 << 20


def prose(text: str) -> str:
    lines = FENCED.sub("", text).splitlines()
    return "\n".join(line for line in lines if not line.startswith("    "))


def anchors(path: Path) -> set[str]:
    lines = prose(path.read_text(encoding="utf-8")).splitlines()
    heads = (line.lstrip("#") for line in lines if line.startswith("#"))
    return {heading_anchor(head) for head in heads}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_and_picture_of_the_documents_is_there(path: Path) -> None:
    broken = []
    for _, target in LINK.findall(prose(path.read_text(encoding="utf-8"))):
        file, _, anchor = target.partition("#")
        if ":" in file:
            continue
        there = (path.parent / file).resolve() if file else path
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert not broken


@pytest.mark.parametrize("name", [*GUIDE, *LOOK_UP])
def test_what_the_window_shows_leads_to_what_it_can_show(name: str) -> None:
    folder = Path(FOLDER + name).parent
    for is_picture, target in LINK.findall(prose(read_page(name).markdown)):
        file = (ROOT / folder / target.partition("#")[0]).resolve()
        led = str(file.relative_to(ROOT / FOLDER))
        assert is_picture or target.startswith("https:") or led in {*GUIDE, *LOOK_UP}


def test_each_page_of_the_window_is_told() -> None:
    assert {heading_of(page.key) for page in PAGES} <= anchors(ROOT / FOLDER / REVIEW)


@pytest.mark.parametrize("name", GUIDE)
def test_a_page_has_a_picture_and_is_read_in_two_minutes(name: str) -> None:
    text = read_page(name).markdown
    assert re.search(r"^!\[\w.+\]\(pictures/", text, re.MULTILINE)
    assert len(LINK.sub("", prose(text)).split()) <= TWO_MINUTES


def test_every_picture_is_used_small_and_has_its_dark_one() -> None:
    texts = "".join(read_page(name).markdown for name in GUIDE)
    used = {target for picture, target in LINK.findall(texts) if picture}
    dark = {one.replace("-light.png", "-dark.png") for one in used}
    there = {f"pictures/{path.name}" for path in PICTURES.iterdir()}
    assert there == used | dark
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < MOST_BYTES


def test_the_wheel_brings_every_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    targets = project["tool"]["hatch"]["build"]["targets"]
    brought = targets["wheel"]["force-include"]
    for name in (*GUIDE, *LOOK_UP):
        (source,) = (
            one
            for one in brought
            if Path(one) in (Path(FOLDER + name), Path(FOLDER + name).parent)
        )
        assert brought[source] == f"clockify_desktop/resources/{source}"


def test_every_report_command_of_the_guide_runs(tmp_path: Path) -> None:
    texts = "\n".join(read_page(name).markdown for name in GUIDE)
    commands = re.findall(r"^    clockify-desktop (report .+)$", texts, re.MULTILINE)
    assert len(commands) >= 2
    for command in commands:
        words = command.split()
        run = [sys.executable, "-m", "clockify_desktop", *words]
        subprocess.run(run, cwd=tmp_path, check=True, timeout=60)
        assert (tmp_path / words[words.index("--output") + 1]).stat().st_size


def test_the_outputs_of_a_report_file_in_the_guide_are_written(tmp_path: Path) -> None:
    toml = re.search(r"```toml\n(.*?)```", read_page(SCHEDULES).markdown, re.DOTALL)
    assert toml is not None
    file = tmp_path / "week.clockify-report.toml"
    file.write_text(f'version = 1\nperiod = "last-week"\n{toml[1]}', encoding="utf-8")
    run = [sys.executable, "-m", "clockify_desktop", "run", str(file), "--demo"]
    subprocess.run(run, check=True, timeout=60)
    made = sorted(path.suffix for path in tmp_path.glob("SAMPLE_*"))
    assert made == [".csv", ".pdf"]
