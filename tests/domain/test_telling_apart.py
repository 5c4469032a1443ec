from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.normal_form import folded
from clockify_desktop.domain.telling_apart import (
    Named,
    called,
    distinctions,
    told_apart,
)

# Names that look alike, names that others' labels would have, and ids of few signs.
WORDS = st.sampled_from(
    [
        "",
        " ",
        "(no name)",
        "Ann",
        "ann ",
        "Ａnn",
        "x",
        "id 1",
        "Ann · x",
        "Ann · 1",
        "Ann · id 1",
    ]
)
REMARKS = st.lists(WORDS, max_size=3).map(tuple)
IDS = st.text() | st.sampled_from(
    ["1", "2", "a", "A", "0000aaaaaa", "1111aaaaaa", "1111AAAAAA"]
)
THINGS = st.lists(
    st.builds(Named, WORDS | st.text(max_size=3), IDS | st.just(""), REMARKS),
    max_size=8,
    unique_by=lambda one: one.id,
)


@given(THINGS)
def test_no_two_labels_look_alike(things: list[Named]) -> None:
    found = told_apart(things)
    assert len(set(map(folded, found))) == len(things)


@given(THINGS, st.randoms())
def test_labels_do_not_depend_on_the_order(things: list[Named], chance) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - hypothesis' own
    before = dict(zip(things, told_apart(things), strict=True))
    chance.shuffle(things)
    assert dict(zip(things, told_apart(things), strict=True)) == before


def test_names_of_their_own_stay_alone() -> None:
    assert distinctions([Named("Ann", "1", ("a@x",)), Named("Bo", "2")]) == ["", ""]
    assert distinctions([]) == []


def test_only_what_differs_is_said() -> None:
    same = [
        Named("Support", "5f0000000000000000a1b2c3", ("Client 1", "")),
        Named("support", "5f0000000000000000d4e5f6", ("Client 1", "")),
        Named("Support", "5f0000000000000000a7b8c9", ("Client 2", "")),
    ]
    assert told_apart(same) == [
        "Support · Client 1 · id …a1b2c3",
        "support · Client 1 · id …d4e5f6",
        "Support · Client 2",
    ]
    assert distinctions(same[:2]) == ["id …a1b2c3", "id …d4e5f6"]
    archived = Named("Support", "9", ("Client 1", "archived"))
    assert distinctions([same[0], archived]) == ["", "archived"]


def test_ids_of_one_end_are_said_whole() -> None:
    alike = [Named("Ops", "0000aaaaaa"), Named("Ops", "1111aaaaaa"), Named("Ops", "")]
    assert distinctions(alike) == ["id 0000aaaaaa", "id 1111aaaaaa", ""]
    assert distinctions([Named("A", "b"), Named("A", "B")]) == ["2", "1"]


def test_a_name_like_a_label_is_told_apart_too() -> None:
    things = [
        Named("Web", "1", ("Acme",)),
        Named("Web", "2", ("Bolt",)),
        Named("Web · Acme", "3"),
    ]
    assert told_apart(things) == [
        "Web · Acme · id 1",
        "Web · Bolt",
        "Web · Acme · id 3",
    ]


def test_a_name_of_blanks_is_said_to_be_none() -> None:
    assert called("Ann", "ann@x") == "Ann"
    assert called(" \u3000", "ann@x", "archived") == "(no name) · ann@x"
    assert called("") == "(no name)"
    things = [Named(" ", "1", ("a@x",)), Named("  ", "2", ("b@x",))]
    assert told_apart(things) == ["(no name) · a@x", "(no name) · b@x"]
