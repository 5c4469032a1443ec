"""What the application does with the loop it lives on."""

import threading
from typing import Any

import pytest

from clockify_desktop.sample.demo import demo_app
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server import app


def test_sums_are_made_off_the_loop(
    asking: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    answered = app._answered

    def watched(*arguments: Any) -> Any:
        threads.append(threading.current_thread())
        return answered(*arguments)

    monkeypatch.setattr(app, "_answered", watched)
    asking.summary("USER")
    assert threads
    assert threading.main_thread() not in threads


def test_the_demo_is_the_organisation_with_the_owners_key(
    organisation: Organisation, asking: Any
) -> None:
    demo, key = demo_app(asking.now)
    assert key == OWNER_KEY
    mine = type(asking)(demo, organisation)
    assert mine.summary("USER", "DATE") == asking.summary("USER", "DATE")
