import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from clockify_desktop.app.words_ahead import WordsAhead
from clockify_desktop.charts import text_paths

Laid = list[str]


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Laid:
    """Take note of what is laid out; each takes longer than a turn."""
    names: Laid = []
    monkeypatch.setattr(text_paths, "text_width", lambda name, _: names.append(name))
    monkeypatch.setattr("clockify_desktop.app.words_ahead._TURN_S", -1)
    monkeypatch.setattr("clockify_desktop.app.words_ahead._PAUSE_S", 0)
    return names


def pages(**names: list[str]) -> dict[str, Any]:
    return {
        key: SimpleNamespace(chart=SimpleNamespace(names=tuple(one)))
        for key, one in names.items()
    }


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0)


def test_each_name_is_laid_out_once_and_others_are_when_they_come(
    laid_out: Laid,
) -> None:
    async def script() -> None:
        words = WordsAhead()
        first = pages(where=["Ann", "Bob"], changed=["Bob", "Web"])
        words.follow(first)
        await until(lambda: len(laid_out) == 3)
        words.follow(dict(first))
        words.follow({**first, **pages(trend=["Zoe"])})
        await until(lambda: "Zoe" in laid_out)
        await words.close()

    asyncio.run(script())
    assert laid_out[:3] == ["Ann", "Bob", "Web"]
    # What is laid out already costs nothing.
    assert laid_out[3:] == ["Ann", "Bob", "Web", "Zoe"]


def test_the_loop_turns_in_between_and_newer_pages_go_first(laid_out: Laid) -> None:
    async def script() -> None:
        words = WordsAhead()
        words.follow(pages(where=[f"Person {at}" for at in range(150)]))
        await until(lambda: len(laid_out) >= 2)
        words.follow(pages(where=["Zoe"]))
        await until(lambda: "Zoe" in laid_out)
        await words.close()

    asyncio.run(script())
    assert len(laid_out) < 100
    assert laid_out[-1] == "Zoe"
