import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.viewmodels.choice import ALL, Choice, PickedId, Rule, only
from clockify_desktop.viewmodels.kept_choice import from_dict, to_dict

IDS: tuple[PickedId, ...] = (None, *"abcdefg")
_SETS = st.frozensets(st.sampled_from(IDS))
_CHOICES = st.one_of(
    st.just(ALL),
    st.builds(Choice, st.just(Rule.EXCEPT), _SETS.filter(bool)),
    st.builds(only, _SETS, _SETS),
)


@given(_CHOICES, _SETS)
def test_what_is_remembered_is_the_same(
    choice: Choice, among: frozenset[PickedId]
) -> None:
    read = from_dict(json.loads(json.dumps(to_dict(choice))))
    assert read == choice
    assert read.chosen(among) == choice.chosen(among)


@pytest.mark.parametrize(
    "kept",
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
def test_what_cannot_be_read_means_all(kept: dict[str, object]) -> None:
    assert from_dict(kept) == ALL
