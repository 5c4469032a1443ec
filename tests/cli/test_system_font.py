from pathlib import Path

import pytest

from clockify_desktop.cli.system_font import system_font


@pytest.fixture
def fc_match(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the place of a program that alone is found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "fc-match"


def write(program: Path, line: str) -> None:
    program.write_text(f"#!/bin/sh\n{line}\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ('[ "$2" = sans-serif ] && echo "Noto Sans"', "Noto Sans"),
        ("echo DejaVu Sans; exit 1", ""),
        ("printf 'Gr\\374n'", "Gr\ufffdn"),
        # It is no business of other programs.
        ('echo "[$CLOCKIFY_API_KEY]"', "[]"),
    ],
)
def test_fontconfig_is_asked(
    fc_match: Path, monkeypatch: pytest.MonkeyPatch, line: str, family: str
) -> None:
    monkeypatch.setenv("CLOCKIFY_API_KEY", "k" * 48)
    write(fc_match, line)
    assert system_font() == family


def test_where_nobody_can_be_asked_there_is_no_answer(fc_match: Path) -> None:
    assert system_font() == ""
    fc_match.write_text("neither a program nor a script")
    fc_match.chmod(0o755)
    assert system_font() == ""
