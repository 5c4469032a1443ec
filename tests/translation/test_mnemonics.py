"""In every language a letter opens one menu, or means one entry of a menu."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from clockify_desktop.ui import main_window
from tests.translation.test_catalogues import CATALOGUES

MENUS = ("&File", "&View", "&Go", "&Account", "&Help")
# Alt and one of these opens a picker, whatever is spoken.
PICKERS = frozenset("wrej")
ENTRIES = {
    "File": main_window._FILE,
    "View": main_window._VIEW,
    "Go": (*main_window._GO, *main_window._PICK),
    "Help": main_window._HELP,
}


def letters(language: str, texts: Iterable[str], context: str | None) -> list[str]:
    found = []
    for text in texts:
        message = CATALOGUES[language][1].get(text, context)
        assert message is not None, text
        marks = re.findall(r"&(\w)", str(message.string))
        assert len(marks) == 1, message.string
        found.append(marks[0].casefold())
    return found


@pytest.mark.parametrize("language", sorted(CATALOGUES))
def test_letters_of_the_menu_bar_are_its_own(language: str) -> None:
    bar = letters(language, MENUS, "menu")
    assert len({*bar}) == len(MENUS)
    assert not PICKERS & {*bar}


@pytest.mark.parametrize("language", sorted(CATALOGUES))
@pytest.mark.parametrize("menu", ENTRIES)
def test_letters_of_a_menu_are_told_apart(language: str, menu: str) -> None:
    texts = [entry[1] for entry in ENTRIES[menu] if entry is not None]
    twice = Counter(letters(language, texts, None)) - Counter(
        {*letters(language, texts, None)}
    )
    assert not twice
