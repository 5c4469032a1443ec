"""Works the program from its first page on, from outside and by keys alone.

Started with the program's Python and the addresses and key of a server. Writes what
it saw as one JSON line.
"""

import json
import subprocess
import sys
from typing import Any

from probe import (
    XDOTOOL,
    KeyboardFocus,
    Node,
    controls,
    find,
    give_keyboard,
    keys,
    name_of,
    press,
    said,
    started,
    until,
    walk,
    write,
)

# Behind the overview, in the order of the review.
PAGES = (
    "Who logged",
    "Hours and capacity",
    "Where time went",
    "What changed",
    "Trend",
    "Projects",
    "To check",
)


def until_report(program: Node) -> None:
    until(lambda: said(program, "status").startswith("✓"), "the report")


def work(program: Node, focus: KeyboardFocus) -> dict[str, Any]:
    """Step, turn, narrow and look at what would be saved; tell what was said."""
    seen: dict[str, Any] = {}
    week = said(program, "period_picker")
    keys("alt+Left")
    until(lambda: said(program, "period_picker") != week, "another week")
    keys("alt+Home")
    until(lambda: said(program, "period_picker") == week, "the week again")
    until_report(program)
    keys("ctrl+t")
    until(lambda: said(program, "button_swap_axes") == "Show by person", "projects")
    everybody = said(program, "user_picker")
    focus.tab_to("People: ")
    keys("Return")
    until(lambda: focus.words == "Search people", "the search")
    subprocess.run([XDOTOOL, "type", "sam taylor"], check=True)
    focus.tab_to("Only these")
    keys("space")
    until(lambda: said(program, "user_picker") != everybody, "fewer people")
    keys("Escape")
    seen["people"] = said(program, "user_picker")
    keys("ctrl+e")
    until(lambda: find(program, "save_export"), "the look at the first rows")
    seen["export"] = said(program, "row_count")
    keys("Escape")
    until(lambda: not find(program, "save_export"), "the window again")
    give_keyboard()
    seen["rows"] = until(lambda: rows(program), "the rows of the picture")
    seen["sentence"] = find(program, "chart").description
    return seen


def check(program: Node) -> dict[str, Any]:
    """Go to what is to be checked, and ask about the first entry; tell what it says."""
    press(program, "user_picker_clear")
    links = until(lambda: attention(program, "to check"), "what is to be checked")
    links[0].queryAction().doAction(0)
    until(lambda: said(program, "chart") == "To check", "the page")
    until(lambda: "No project" in str(rows(program)), "its rows")
    chart = until(lambda: find(program, "chart"), "the picture")
    chart.queryComponent().grabFocus()
    keys("Down", "Return")
    first = until(lambda: said(program, "finding_sentence"), "what is selected")
    seen = {"finding": until(lambda: controls(program), "all about it")}
    keys("a")
    until(lambda: said(program, "finding_sentence") != first, "the next one")
    asked = until(lambda: "ask" in str(rows(program)) and rows(program), "what it is")
    return {**seen, "checked": asked}


def attention(program: Node, words: str) -> list[Node]:
    links = [one for one in walk(program) if name_of(one) == "attention_link"]
    return [one for one in links if one.name.endswith(words)]


def turn(program: Node, key: str, title: str) -> dict[str, Any]:
    """Turn to the page beside; tell what its picture, rows and table say."""
    keys(key)
    until(lambda: said(program, "chart") == title, title)
    found = until(lambda: rows(program), f"the rows of {title}")
    table = find(program, "report_table")
    return {
        "sentence": find(program, "chart").description,
        "rows": found,
        "table": [table.getRoleName(), table.name] if table else [],
    }


def rows(program: Node) -> list[str]:
    found = find(program, "rows_of_chart")
    count = found.childCount if found else 0
    return [found.getChildAtIndex(at).name for at in range(count)]


def sign_in(program: Node, *texts: str) -> None:
    """Write addresses and key into their fields, and go on to the report."""
    press(program, "host_other_address")
    until(lambda: find(program, "reports_address"), "the field of the second address")
    names = ("host_choice", "reports_address", "api_key")
    for name, text in zip(names, texts, strict=True):
        write(program, name, text)
    press(program, "test_and_continue")
    press(program, "open_report")
    until(lambda: "127.0.0.1" in said(program, "account_picker"), "the account")
    until_report(program)


def sign_out(program: Node, focus: KeyboardFocus) -> dict[str, list[str]]:
    """Go out by the last entry of the account's menu; tell what asks about it."""
    press(program, "account_picker")
    until(lambda: focus.in_menu, "the account's menu")
    keys("Up")
    until(lambda: focus.words == "Sign out…", "its last entry")
    keys("Return")
    until(lambda: find(program, "sign_out"), "the question")
    asked = controls(program)
    press(program, "sign_out")
    until(lambda: find(program, "sign_in_page"), "the first page again")
    give_keyboard()
    return asked


def main() -> None:
    focus = KeyboardFocus()
    with started() as (program, seen):
        until(lambda: find(program, "test_and_continue"), "the page to sign in")
        seen["first page"] = controls(program)
        press(program, "sample_data")
        until_report(program)
        # A week that nobody saw opens the overview.
        seen["overview"] = until(
            lambda: len(rows(program)) > 1 and rows(program),
            "the rows of the overview",
        )
        seen["pages"] = {one: turn(program, "ctrl+Next", one) for one in PAGES}
        for one in PAGES[-2:1:-1]:
            turn(program, "ctrl+Prior", one)
        until(lambda: find(program, "button_swap_axes"), "where time went")
        seen["report"] = controls(program)
        seen.update(work(program, focus))
        seen.update(check(program))
        press(program, "connect_clockify")
        sign_in(program, *sys.argv[2:])
        seen["signing out"] = sign_out(program, focus)
    sys.stdout.write(json.dumps(seen) + "\n")


main()
