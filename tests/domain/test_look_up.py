import pytest

from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.look_up import Candidate, Kind, look_up

PEOPLE = [
    Candidate(1, "id1", "Jonas Weber", email="jw@x.example"),
    Candidate(2, "id2", "Jonas Weber", email="jonas@x.example"),
    Candidate(3, "id3", "Ann"),
    Candidate(4, "id4", "ann"),
    Candidate(5, "Ann", "Id like a name"),
    Candidate(6, "id6", "Straße"),
    Candidate(7, "", "(Without project)"),
]


def test_the_id_comes_first_then_the_name_then_case() -> None:
    assert look_up("Ann", PEOPLE, Kind.PERSON) == 5
    assert look_up("ann", PEOPLE, Kind.PERSON) == 4
    assert look_up("id3", PEOPLE, Kind.PERSON) == 3
    assert look_up("STRASSE", PEOPLE, Kind.PERSON) == 6
    assert look_up("(without project)", PEOPLE, Kind.PROJECT) == 7
    spelled = [Candidate(1, "", "(Ohne Projekt)", spelled="(Without project)")]
    assert look_up("(without project)", spelled, Kind.PROJECT) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoë  müller", 1),
        ("Zoe\u0308 Mu\u0308ller\xa0", 1),
        (" ZOË\u2003MÜLLER", 1),
        ("Zoë Mül\u200bler", 1),
        ("ZOE@X.example ", 1),
        ("ｚｏｅ＠ｘ．ｅｘａｍｐｌｅ", 1),
        ("bo", 2),
        ("bo@x.example", 3),
    ],
)
def test_names_and_addresses_are_found_however_they_are_typed(
    text: str, found: int
) -> None:
    people = [
        Candidate(1, "id1", "Zoë\xa0Müller ", email="Zoe@x.example"),
        Candidate(2, "id2", "Bo", email="bo@other.example"),
        # Somebody without a name is called by the address.
        Candidate(3, "id3", "bo@x.example", email="bo@x.example"),
        Candidate(4, "id4", "Eve"),
    ]
    assert look_up(text, people, Kind.PERSON) == found


@pytest.mark.parametrize("text", ["Zoë", "Zoe\u0308", "Zoë ", "zoë"])
def test_names_that_look_alike_are_several_whichever_is_typed(text: str) -> None:
    people = [Candidate(1, "id1", "Zoë"), Candidate(2, "id2", "Zoe\u0308")]
    with pytest.raises(LookUpError, match="Several match"):
        look_up(text, people, Kind.PERSON)


def test_an_address_of_several_is_refused_and_an_empty_one_finds_nobody() -> None:
    people = [Candidate(one, f"id{one}", "Ann", email="a@x.example") for one in (1, 2)]
    with pytest.raises(LookUpError, match="Several"):
        look_up("A@x.example", people, Kind.PERSON)
    with pytest.raises(LookUpError, match="no person"):
        look_up(" ", [Candidate(1, "id1", "Eve")], Kind.PERSON)


def test_several_are_listed_with_what_tells_them_apart() -> None:
    with pytest.raises(LookUpError, match="Several match the person") as refused:
        look_up("Jonas Weber", PEOPLE, Kind.PERSON)
    advice = refused.value.advice
    assert (
        "id1, Jonas Weber, jw@x.example; id2, Jonas Weber, jonas@x.example." in advice
    )
    with pytest.raises(LookUpError, match="Several"):
        look_up("ANN", PEOPLE, Kind.PERSON)


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [Candidate(one, f"id{one}", "Same") for one in range(11)]
    with pytest.raises(LookUpError) as refused:
        look_up("Same", many, Kind.PROJECT)
    assert "; and 3 more." in refused.value.advice


def test_nothing_matches() -> None:
    with pytest.raises(LookUpError, match="no person “Eve”") as refused:
        look_up("Eve", PEOPLE[:3], Kind.PERSON)
    assert refused.value.advice.endswith("To be seen: Jonas Weber; Jonas Weber; Ann.")
    with pytest.raises(LookUpError) as refused:
        look_up("Eve", [PEOPLE[0]] * 9, Kind.PERSON)
    assert "9 can be seen" in refused.value.advice
    with pytest.raises(LookUpError) as refused:
        look_up("", [], Kind.PERSON)
    assert "none at all" in refused.value.advice
