"""Reads the window from outside, as a screen reader sees it, and presses keys.

What the scripts beside it share. They run with the system's python3, which has
pyatspi, on a display and a bus of their own; test_seen_from_outside.py starts them.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402 - its version is chosen first
from gi.repository import GLib  # noqa: E402 - as above

LIMIT_S = 20.0
XDOTOOL = "/usr/bin/xdotool"
TITLE = "Clockify Desktop Reporter"
MENUS = ("File", "View", "Go", "Account", "Help")
Node = Any


def walk(node: Node) -> Iterator[Node]:
    """Give everything below but the cells of the table.

    What goes away meanwhile is left out.
    """
    for place in range(_asked(lambda: node.childCount, 0)):
        child = _asked(partial(node.getChildAtIndex, place), None)
        if child is not None:
            yield child
            role = _asked(child.getRole, pyatspi.ROLE_TREE)
            if role not in {pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE}:
                yield from walk(child)


def _asked(ask: Callable[[], Any], gone: Any) -> Any:
    try:
        return ask()
    except GLib.Error:
        return gone


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
        with suppress(GLib.Error):
            if name_of(one) == name and one.getState().contains(pyatspi.STATE_SHOWING):
                return one
    return None


def controls(program: Node) -> dict[str, list[str]]:
    """Give role, name and description of all that can be seen, by objectName."""
    seen: dict[str, list[str]] = {}
    for one in walk(program):
        with suppress(GLib.Error):
            if one.name and one.getState().contains(pyatspi.STATE_SHOWING):
                # The entries of a list bear its objectName too, and come after it.
                words = [one.getRoleName(), one.name, one.description]
                seen.setdefault(name_of(one), words)
    return seen


def press(program: Node, name: str) -> None:
    """Press a button as a screen reader does."""
    node = until(lambda: find(program, name), name)
    action = node.queryAction()
    names = [action.getName(place) for place in range(action.nActions)]
    if not action.doAction(names.index("Press")):
        sys.exit(f"{name} cannot be pressed")


def write(program: Node, name: str, text: str) -> None:
    """Put a text into a field."""
    field = until(lambda: find(program, name), name)
    field.queryEditableText().setTextContents(text)


def said(program: Node, name: str) -> str:
    found = find(program, name)
    return found.name if found else ""


class KeyboardFocus:
    """Follows the keyboard, as a screen reader does: by what each control tells.

    A panel that pops up is in nobody's list of windows; this is how it is found.
    """

    def __init__(self) -> None:
        self.name = self.words = ""
        self.in_menu = False
        pyatspi.Registry.registerEventListener(
            self._on_focused, "object:state-changed:focused"
        )
        pyatspi.Registry.registerEventListener(
            self._on_showing, "object:state-changed:showing"
        )

    def _on_focused(self, event: Any) -> None:
        # On a busy machine the news of one part comes when the next has the keyboard,
        # or when the part is gone.
        with suppress(GLib.Error):
            if event.detail1 and event.source.getState().contains(
                pyatspi.STATE_FOCUSED
            ):
                self.name, self.words = name_of(event.source), event.source.name

    def _on_showing(self, event: Any) -> None:
        with suppress(GLib.Error):
            if event.source.getRole() == pyatspi.ROLE_POPUP_MENU:
                self.in_menu = bool(event.detail1)

    def tab_to(self, words: str) -> None:
        """Press Tab until something of that name has the keyboard."""
        seen = []
        for _ in range(60):
            if self.words.startswith(words):
                return
            seen.append(self.words)
            before, self.name = self.name, ""
            # Qt tells a screen reader of Alt and then plays it again, on a busy
            # machine after the key pressed with it: Alt alone goes to the menus.
            keys("Escape" if seen[-1] in MENUS else "Tab")
            until(lambda: self.name, f"who has the keyboard after {before}")
        sys.exit(f"the Tab key comes to {seen}, never to {words}")


def keys(*names: str) -> None:
    subprocess.run([XDOTOOL, "key", "--clearmodifiers", *names], check=True)


def give_keyboard() -> None:
    """Do what a window manager does when a window comes to the front."""
    words = [XDOTOOL, "search", "--onlyvisible", "--name", TITLE, "windowfocus"]
    subprocess.run(words, check=True, timeout=LIMIT_S)


@contextmanager
def started(*words: str, **changes: str) -> Iterator[tuple[Node, dict[str, Any]]]:
    """Start the program, wait for its window, and quit it by keys in the end.

    Args:
        words: What comes behind its name.
        changes: Variables of its environment.

    Yields:
        The program as it is seen; what was seen, to which its exit code comes.
    """
    environment = {
        **os.environ,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        **changes,
    }
    # The program's own Python; this one cannot see its packages.
    command = [sys.argv[1], "-m", "clockify_desktop", *words]
    process = subprocess.Popen(command, env=environment)
    ticking = GLib.timeout_add(50, lambda: True)
    seen: dict[str, Any] = {}
    try:
        program = until(window, "the window")
        give_keyboard()
        yield program, seen
        keys("ctrl+q")
        seen["code"] = process.wait(timeout=LIMIT_S)
    finally:
        GLib.source_remove(ticking)
        if process.poll() is None:
            process.kill()
