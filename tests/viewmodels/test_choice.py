import json
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.viewmodels.choice import (
    ALL,
    Choice,
    PickedId,
    Rule,
    from_dict,
    new_in_words,
    none,
    only,
    to_dict,
)

IDS: tuple[PickedId, ...] = (None, *"abcdefg")
_SETS = st.frozensets(st.sampled_from(IDS))
_CHOICES = st.one_of(
    st.just(ALL),
    st.builds(Choice, st.just(Rule.EXCEPT), _SETS.filter(bool)),
    st.builds(only, _SETS, _SETS),
)


def toggled(choice: Choice, one: PickedId, among: Iterable[PickedId]) -> Choice:
    """Do what a tick does: choose somebody, or no longer."""
    change = choice.without_ids if one in choice else choice.with_ids
    return change((one,), among)


@given(_CHOICES, _SETS, st.sampled_from(IDS))
def test_one_is_changed_and_nobody_else(
    choice: Choice, others: frozenset[PickedId], one: PickedId
) -> None:
    among = others | {one}
    before, after = choice.chosen(among), toggled(choice, one, among).chosen(among)
    assert before ^ after == {one}


@given(_CHOICES, _SETS)
def test_invert_chooses_the_others(choice: Choice, among: frozenset[PickedId]) -> None:
    inverted = choice.invert(among)
    assert inverted.chosen(among) == among - choice.chosen(among)
    assert inverted.invert(among).chosen(among) == choice.chosen(among)


@given(_CHOICES, _SETS, _SETS)
def test_adding_and_leaving_out(
    choice: Choice, among: frozenset[PickedId], some: frozenset[PickedId]
) -> None:
    before, some = choice.chosen(among), some & among
    assert choice.with_ids(some, among).chosen(among) == before | some
    assert choice.without_ids(some, among).chosen(among) == before - some
    assert only(some, among).chosen(among) == some
    assert not none(among).chosen(among)


@given(_CHOICES, _SETS)
def test_text_and_selection_agree(choice: Choice, among: frozenset[PickedId]) -> None:
    chosen = choice.chosen(among)
    assert choice.narrows(among) == (chosen != among)
    assert choice.selected(among) == (None if chosen == among else chosen)
    if chosen != among:
        assert choice.text(among) == f"{len(chosen)} of {len(among)}"
    elif among:
        words = "1 of 1" if len(among) == 1 else f"all {len(among)}"
        assert choice.text(among) == words
    else:
        assert choice.text(among) == "none"


@given(_CHOICES, _SETS, _SETS)
def test_the_new_are_shown_or_announced(
    choice: Choice, among: frozenset[PickedId], newcomers: frozenset[PickedId]
) -> None:
    shown = choice.without_new(among)
    assert shown.chosen(among) == choice.chosen(among)
    newcomers -= among | shown.ids
    later = among | newcomers
    if shown.rule is Rule.ONLY:
        assert shown.new(later) == newcomers
        assert not newcomers & shown.chosen(later)
    else:
        assert not shown.new(later)
        assert newcomers <= shown.chosen(later)
    added = shown.with_new(later)
    assert added.chosen(later) == shown.chosen(among) | newcomers
    assert not added.new(later)
    assert not shown.without_new(later).new(later)


def test_the_rule_follows_what_the_person_did() -> None:
    among = frozenset("abc")
    assert toggled(ALL, "a", among) == Choice(Rule.EXCEPT, frozenset("a"))
    assert toggled(toggled(ALL, "a", among), "a", among) == ALL
    one = toggled(none(among), "b", among)
    assert one == Choice(Rule.ONLY, frozenset("b"), frozenset("ac"))
    assert one.with_ids("ac", among) == ALL
    assert ALL.without_ids(among, among) == none(among)
    assert none(()).rule is Rule.ONLY


def test_who_is_not_there_at_the_moment_stays_in_it() -> None:
    choice = Choice(Rule.EXCEPT, frozenset(["gone"]))
    assert choice.text("ab") == "all 2"
    narrowed = toggled(choice, "a", "ab")
    assert "gone" not in narrowed
    assert toggled(narrowed, "a", "ab") == choice


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (lambda: new_in_words(2, people=True), "2 new people are not shown"),
        (lambda: new_in_words(1, people=True), "1 new person is not shown"),
        (lambda: new_in_words(3, people=False), "3 new projects are not shown"),
        (lambda: new_in_words(1, people=False), "1 new project is not shown"),
    ],
)
def test_the_announcement(words: Callable[[], str], expected: str) -> None:
    assert words() == expected


@given(_CHOICES, _SETS)
def test_what_is_remembered_is_the_same(
    choice: Choice, among: frozenset[PickedId]
) -> None:
    read = from_dict(json.loads(json.dumps(to_dict(choice))))
    assert read == choice
    assert read.chosen(among) == choice.chosen(among)


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"rule": "some"},
        {"rule": "except"},
        {"rule": "except", "ids": []},
        {"rule": "only", "ids": ["a"]},
        {"rule": "only", "ids": "ab", "left_out": []},
        {"rule": "only", "ids": [1], "left_out": []},
        {"rule": 7, "ids": ["a"]},
    ],
)
def test_what_cannot_be_read_means_all(written: dict[str, object]) -> None:
    assert from_dict(written) == ALL
