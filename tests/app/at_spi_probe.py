"""Works the window from outside, as a screen reader sees it and by keys alone.

Runs with the system's python3, which has pyatspi, on a display and a bus of its own;
started by test_seen_from_outside.py with the program's command line. Writes what it
saw as one JSON line.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402 - its version is chosen first
from gi.repository import GLib  # noqa: E402 - as above

LIMIT_S = 20.0
XDOTOOL = "/usr/bin/xdotool"
TITLE = "Clockify Desktop Reporter"
Node = Any


def walk(node: Node) -> Iterator[Node]:
    """Give everything below but the cells of the table."""
    for place in range(node.childCount):
        child = node.getChildAtIndex(place)
        if child is not None:
            yield child
            if child.getRole() not in {pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE}:
                yield from walk(child)


def name_of(node: Node) -> str:
    """Give the last part of its id, which is the objectName."""
    return str(node.get_accessible_id()).rsplit(".", 1)[-1]


def until(what: Callable[[], Any], words: str) -> Any:
    """Wait for news from the window until something is so."""
    end = time.monotonic() + LIMIT_S
    context = GLib.MainContext.default()
    while True:
        try:
            found = what()
        except GLib.Error:
            # It went away while it was being read.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            sys.exit(f"never seen: {words}")
        context.iteration(True)  # noqa: FBT003 - GLib takes no keyword


def window() -> Node:
    for program in pyatspi.Registry.getDesktop(0):
        for one in program or ():
            if one is not None and one.name.startswith(TITLE):
                return program
    return None


def find(program: Node, name: str) -> Node:
    for one in walk(program):
        if name_of(one) == name and one.getState().contains(pyatspi.STATE_SHOWING):
            return one
    return None


def said(program: Node, name: str) -> str:
    found = find(program, name)
    return found.name if found else ""


class Focus:
    """Follows the keyboard, as a screen reader does: by what each control tells.

    A panel that pops up is in nobody's list of windows; this is how it is found.
    """

    def __init__(self) -> None:
        self.name = self.words = ""
        pyatspi.Registry.registerEventListener(
            self._on_focused, "object:state-changed:focused"
        )

    def _on_focused(self, event: Any) -> None:
        if event.detail1:
            self.name, self.words = name_of(event.source), event.source.name

    def tab_to(self, words: str) -> None:
        """Press Tab until something of that name has the keyboard."""
        for _ in range(60):
            if self.words.startswith(words):
                return
            before, self.name = self.name, ""
            keys("Tab")
            until(lambda: self.name, f"who has the keyboard after {before}")
        sys.exit(f"the Tab key never comes to {words}")


def keys(*names: str) -> None:
    subprocess.run([XDOTOOL, "key", "--clearmodifiers", *names], check=True)


def give_keyboard() -> None:
    """Do what a window manager does when a window comes to the front."""
    words = [XDOTOOL, "search", "--onlyvisible", "--name", TITLE, "windowfocus"]
    subprocess.run(words, check=True, timeout=LIMIT_S)


def work(program: Node, focus: Focus) -> dict[str, Any]:
    seen: dict[str, Any] = {
        "controls": {
            name_of(one): [one.getRoleName(), one.name, one.description]
            for one in walk(program)
            if one.name
        }
    }
    week = said(program, "period_picker")
    keys("alt+Left")
    until(lambda: said(program, "period_picker") != week, "another week")
    keys("alt+Home")
    until(lambda: said(program, "period_picker") == week, "the week again")
    until(lambda: said(program, "status").startswith("✓"), "its report")
    keys("ctrl+t")
    until(lambda: said(program, "button_swap_axes") == "Show by person", "projects")
    focus.tab_to("People: ")
    keys("Return")
    until(lambda: focus.words == "Search people", "the search")
    subprocess.run([XDOTOOL, "type", "sam taylor"], check=True)
    focus.tab_to("Only these")
    keys("space")
    until(lambda: said(program, "user_picker") != "People: all 24", "fewer people")
    keys("Escape")
    seen["people"] = said(program, "user_picker")
    keys("ctrl+e")
    until(lambda: find(program, "save_export"), "the look at the first rows")
    seen["export"] = said(program, "row_count")
    keys("Escape")
    until(lambda: not find(program, "save_export"), "the window again")
    give_keyboard()
    seen["status"] = said(program, "status")
    chart = find(program, "chart")
    seen["sentence"] = chart.description
    return seen


def main() -> None:
    environment = {
        **os.environ,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
    }
    process = subprocess.Popen(sys.argv[1:], env=environment)
    focus = Focus()
    GLib.timeout_add(50, lambda: True)
    try:
        program = until(window, "the window")
        until(lambda: said(program, "status").startswith("✓"), "the report")
        give_keyboard()
        seen = work(program, focus)
        keys("ctrl+q")
        seen["code"] = process.wait(timeout=LIMIT_S)
        sys.stdout.write(json.dumps(seen) + "\n")
    finally:
        if process.poll() is None:
            process.kill()


main()
