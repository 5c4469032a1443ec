import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.font_manager import FontEntry, fontManager

from clockify_desktop.charts import fonts
from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.fonts import (
    baseline_of_middle,
    choose,
    font_chain,
    names_without_glyphs,
)
from clockify_desktop.charts.picture import PictureFormat, draw_chart
from clockify_desktop.charts.text_paths import write_in
from tests.charts.built_font import LETTERS, build

# A sign that stays unassigned, which no font has.
NOWHERE = "\U0010fffe"


def test_no_two_threads_share_a_font() -> None:
    fonts = [font_chain(bold=True).font]

    def take() -> None:
        fonts.append(font_chain(bold=True).font)

    thread = threading.Thread(target=take)
    thread.start()
    thread.join()
    assert fonts[0] is not fonts[1]
    assert font_chain(bold=True).font is fonts[0]


def test_a_family_that_has_no_bold_is_taken_without_a_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    own = next(entry for entry in fontManager.ttflist if entry.name == "DejaVu Sans")
    thin = [replace(own, name="No Bold", weight=weight) for weight in ("light", 500)]
    monkeypatch.setattr(fontManager, "ttflist", [*fontManager.ttflist, *thin])
    monkeypatch.setattr(fonts, "_OTHER_SCRIPTS", ("No Bold",))
    with caplog.at_level(logging.WARNING):
        for bold in (False, True):
            chain = font_chain.__wrapped__(bold=bold)
            # As a PDF looks for them, at every text.
            found = fontManager._find_fonts_by_props(chain.properties)
            assert len(found) == len(chain.files) == 2
    assert caplog.records == []


def test_names_that_no_font_can_write_are_told_once() -> None:
    assert names_without_glyphs([]) == names_without_glyphs(["Ann", "Аня", "אב"]) == ""
    one = f"A{NOWHERE}"
    assert names_without_glyphs(["Ann", one, one]) == (
        f"No font of pictures here has all signs of “{one}”: some are numbers."
    )
    several = [f"{at}{NOWHERE}" for at in range(5)]
    told = names_without_glyphs(several)
    assert f"“{several[0]}”, “{several[1]}”, “{several[2]}” and 2 more:" in told
    assert several[3] not in told


def test_two_names_that_no_font_can_write_stay_two() -> None:
    chain = font_chain(bold=False)
    assert chain.writable(NOWHERE) != chain.writable("\U0010ffff")
    # Signs that shape or isolate others leave no ink and have no number.
    assert chain.writable("\u2068א\u2069") == "\u2068א\u2069"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let matplotlib know files as the weights of a family of this computer."""

    def install(family: str, **weights: Path) -> None:
        entries = [
            FontEntry(fname=str(path), name=family, weight=weight)
            for weight, path in weights.items()
        ]
        monkeypatch.setattr(fontManager, "ttflist", [*fontManager.ttflist, *entries])

    return install


def families(*, bold: bool = False) -> list[str]:
    return [Path(file).name for file in font_chain(bold=bold).files]


def test_pictures_are_written_in_the_font_of_the_system(
    make_content: Callable[..., BarContent], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        write_in("STIXGeneral")
        assert families()[:2] == ["STIXGeneral.ttf", "DejaVuSans.ttf"]
        assert families(bold=True)[0] == "STIXGeneralBol.ttf"
        assert b"STIXGeneral" in draw_chart(make_content(), PictureFormat.PDF)
        svg = draw_chart(make_content(), PictureFormat.SVG).decode()
        draw_chart(make_content(), PictureFormat.PNG)
    assert "STIXGeneral" in svg
    # What it cannot write is written in the one that comes with matplotlib.
    assert names_without_glyphs(["ש"]) == ""
    assert caplog.records == []


def test_capitals_stand_in_the_middle_in_every_font() -> None:
    assert font_chain(bold=False).capital == pytest.approx(0.729, abs=0.001)
    assert baseline_of_middle(100.0, 40.0) == 115
    write_in("STIXGeneral")
    assert font_chain(bold=False).capital == pytest.approx(0.662, abs=0.001)
    assert baseline_of_middle(100.0, 40.0) == 113


def test_a_font_is_taken_if_both_of_its_weights_can_be_read(
    installed: Callable[..., None],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    good = build(tmp_path / "good.ttf")
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(good.read_bytes()[:200])
    lacking: dict[str, Path | None] = {
        "No Bold": None,
        "Gone": tmp_path / "gone.ttf",
        "Broken": broken,
        "Variable": build(tmp_path / "variable.ttf", variable=True),
        "Cubic": build(tmp_path / "cubic.otf", cff=True),
        "Symbols": build(tmp_path / "symbols.ttf", letters=LETTERS[1:]),
    }
    with caplog.at_level(logging.WARNING):
        for family, bold in lacking.items():
            installed(family, normal=good, **({"bold": bold} if bold else {}))
            assert not choose(family), family
        assert not choose("No such family")
        assert families()[0] == families(bold=True)[0].replace("-Bold", "")
        installed("Good", normal=good, bold=good)
        assert choose("Good")
        assert not choose("Good")
    assert families()[:2] == ["good.ttf", "DejaVuSans.ttf"]
    assert caplog.records == []
    # And back again.
    assert choose("No such family")
    assert families()[0] == "DejaVuSans.ttf"
