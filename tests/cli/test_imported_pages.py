import subprocess
import sys
from pathlib import Path

import pytest

from clockify_desktop.pages.page_keys import PAGE_KEYS, QUESTION_KEYS

MODULES = {key: f"clockify_desktop.pages.{key.replace('-', '_')}" for key in PAGE_KEYS}
PROGRAM = (
    "import sys; from clockify_desktop.cli.program import run;"
    "code = run(sys.argv[1:]);"
    f"print(code, [key for key, name in {MODULES}.items() if name in sys.modules])"
)


@pytest.mark.parametrize(
    ("words", "file", "imported"),
    [
        ((), "groups.csv", []),
        (("--page", "where"), "groups.json", []),
        (("--page", "where"), "bars.png", ["where"]),
        (("--page", "where"), "groups.xlsx", ["where"]),
        *((("--page", key), "page.csv", [key]) for key in QUESTION_KEYS[:2]),
        *((("--page", key), "page.csv", [key]) for key in QUESTION_KEYS[3:]),
        (("--page", "trend"), "page.xlsx", ["trend"]),
        (("--page", "changed"), "page.png", ["changed"]),
        (("--page", "review"), "review.xlsx", list(PAGE_KEYS)),
    ],
)
def test_a_report_of_one_page_waits_for_no_other(
    child_environment: dict[str, str],
    tmp_path: Path,
    words: tuple[str, ...],
    file: str,
    imported: list[str],
) -> None:
    report = ("report", "--period", "2026-W47", "--output", str(tmp_path / file))
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *report, *words],
        env=child_environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert ended.stdout == f"0 {imported}\n"
