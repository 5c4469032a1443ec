from pathlib import Path

import pytest

from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import (
    OVERVIEW,
    PAGES,
    QUESTIONS,
    page_by_key,
)
from clockify_desktop.pages.to_check import TO_CHECK
from clockify_desktop.pages.where import WHERE
from clockify_desktop.services.switched_off import (
    PageSwitchedOffError,
    pages_left,
    policy_note,
    policy_of_computer,
)
from clockify_desktop.store.policy import NOTHING_OFF, Policy, PolicyError, policy_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def test_without_a_policy_all_pages_are_there(path: Path) -> None:
    assert policy_of_computer(path) == Policy()
    assert policy_of_computer() == Policy()
    assert pages_left(Policy()) == PAGES


def test_pages_that_are_off_are_in_no_list(path: Path) -> None:
    path.write_text('pages_off = ["who-logged", "where"]')
    left = pages_left(policy_of_computer(path))
    off = {"who-logged", "where"}
    assert left[1:] == tuple(page for page in QUESTIONS if page.key not in off)
    # The overview knows nothing of them either.
    assert isinstance(left[0], Overview)
    assert left[0].pages == left[1:]
    # Whoever was on one of them comes to the first that there is.
    assert page_by_key("where", left) is left[0]
    assert page_by_key("nowhere", PAGES) is WHERE


def test_the_overview_can_be_off_itself_and_is_none_of_nothing() -> None:
    assert pages_left(Policy(pages_off=frozenset({OVERVIEW.key}))) == QUESTIONS
    assert pages_left(Policy(pages_off=frozenset(one.key for one in QUESTIONS))) == ()


def test_rules_that_are_off_cannot_be_switched_on() -> None:
    off = frozenset({"night", "overlapping"})
    page = page_by_key(TO_CHECK.key, pages_left(Policy(rules_off=off)))
    chosen = ViewOptions({"rules": "night,long"})
    rules = next(one for one in page.controls(chosen) if one.key == "rules")
    said = {key for key, words in rules.choices if "policy" in words}
    assert said == off
    assert page.choose(chosen, "rules", "night") == chosen


@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        ('pages_off = ["who-loged"]', "there is no page “who-loged”"),
        ('rules_off = ["nights"]', "there is no rule “nights”"),
        (f"pages_off = {[page.key for page in PAGES]}", "it leaves no page"),
    ],
)
def test_a_policy_that_cannot_be_followed_is_said(
    path: Path, policy: str, reason: str
) -> None:
    path.write_text(policy)
    with pytest.raises(PolicyError) as told:
        policy_of_computer(path)
    assert reason in told.value.advice


def test_the_page_is_named_that_is_off() -> None:
    assert WHERE.title in PageSwitchedOffError(WHERE).title


def test_people_are_told_what_is_off_and_where_it_is_said(path: Path) -> None:
    note = policy_note(NOTHING_OFF)
    assert (note.path, note.lines) == (
        str(policy_path()),
        ("Nothing is switched off.",),
    )
    pages, rules = frozenset({"who-logged", "where"}), frozenset({"overlapping"})
    note = policy_note(Policy(pages, rules, descriptions=False, hide_names=True))
    assert note.lines == (
        "Pages that are switched off: Who logged, Where time went.",
        "Rules of To check that are switched off: Overlaps.",
        "Descriptions of entries are neither shown nor written.",
        "People always stand without their names.",
    )
    unreadable = policy_note(PolicyError(path, "it is no TOML"))
    assert unreadable.lines == ("The policy of this computer could not be read.",)
