import pytest

from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.look_up import Candidate, look_up

PEOPLE = [
    Candidate(1, "id1", "Jonas Weber", "jw@x.example"),
    Candidate(2, "id2", "Jonas Weber", "jonas@x.example"),
    Candidate(3, "id3", "Ann"),
    Candidate(4, "id4", "ann"),
    Candidate(5, "Ann", "Id like a name"),
    Candidate(6, "id6", "Straße"),
    Candidate(7, "", "(Without project)"),
]


def test_the_id_comes_first_then_the_name_then_case() -> None:
    assert look_up("Ann", PEOPLE, "person") == 5
    assert look_up("ann", PEOPLE, "person") == 4
    assert look_up("id3", PEOPLE, "person") == 3
    assert look_up("STRASSE", PEOPLE, "person") == 6
    assert look_up("(without project)", PEOPLE, "project") == 7


def test_several_are_listed_with_what_tells_them_apart() -> None:
    with pytest.raises(LookUpError, match="Several match the person") as refused:
        look_up("Jonas Weber", PEOPLE, "person")
    advice = refused.value.advice
    assert (
        "id1, Jonas Weber, jw@x.example; id2, Jonas Weber, jonas@x.example." in advice
    )
    with pytest.raises(LookUpError, match="Several"):
        look_up("ANN", PEOPLE, "person")


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [Candidate(one, f"id{one}", "Same") for one in range(11)]
    with pytest.raises(LookUpError) as refused:
        look_up("Same", many, "project")
    assert "; and 3 more." in refused.value.advice


def test_nothing_matches() -> None:
    with pytest.raises(LookUpError, match="no person “Eve”") as refused:
        look_up("Eve", PEOPLE[:3], "person")
    assert refused.value.advice.endswith("To be seen: Jonas Weber; Jonas Weber; Ann.")
    with pytest.raises(LookUpError) as refused:
        look_up("Eve", [PEOPLE[0]] * 9, "person")
    assert "9 can be seen" in refused.value.advice
    with pytest.raises(LookUpError) as refused:
        look_up("", [], "person")
    assert "none at all" in refused.value.advice
