import logging
import threading
from dataclasses import replace

import pytest
from matplotlib.font_manager import fontManager

from clockify_desktop.charts import fonts
from clockify_desktop.charts.fonts import font_chain, names_without_glyphs

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
