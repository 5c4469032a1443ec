import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.normal_form import (
    as_seen,
    folded,
    searchable,
    sorting_key,
)

FORMS = ("NFC", "NFD", "NFKC", "NFKD")
# Letters, accents before and behind them, blanks of all kinds, and signs unseen.
TEXTS = st.text(
    st.characters()
    | st.sampled_from("aÉßŉĳİıŁ\u0301\u0308\xa0 \u2003\u3000\u200b\u202e\0"),
    max_size=8,
)


@given(TEXTS)
def test_a_form_is_its_own_form(text: str) -> None:
    for form in (as_seen, folded, searchable):
        assert form(form(text)) == form(text)


@given(TEXTS, st.sampled_from(FORMS))
def test_accents_may_be_composed_or_not(text: str, form: str) -> None:
    other = unicodedata.normalize(form, text)
    assert as_seen(other) == as_seen(text)
    assert folded(other) == folded(text)
    assert searchable(other) == searchable(text)


@pytest.mark.parametrize(
    "text",
    [
        "zoë müller",
        "ZOE\u0308 MU\u0308LLER",
        "Zoë\xa0Müller",
        "  Zoë \t Müller\n",
        "Zoë\u2003\u3000Müller",
        "Zo\u200bë Mü\u202eller\ufe0f",
        "\ufeffZoë Mü\xadl\u2060l\0er\ud800",
        "Ｚｏë Ｍüller",
    ],
)
def test_what_reads_the_same_is_the_same(text: str) -> None:
    assert folded(text) == "zoë müller"
    assert searchable(text) == "zoe muller"


def test_every_sign_that_no_picture_draws_is_unseen() -> None:
    hidden = (
        sign
        for sign in map(chr, range(0x11_0000))
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and not sign.isspace()
    )
    assert not [ascii(sign) for sign in hidden if as_seen(f"a{sign}b") != "ab"]


# What most names are made of, whose form is found in a shorter way.
PLAIN = st.text(st.sampled_from([*map(chr, range(0x20, 0x250))]), max_size=6)


@given(PLAIN)
def test_the_short_way_gives_what_the_long_way_does(text: str) -> None:
    # A sign from elsewhere takes the long way, and is left as it is.
    assert folded(f"{text} ॐ") == f"{folded(text)} ॐ".lstrip()
    assert as_seen(f"{text} ॐ") == f"{as_seen(text)} ॐ".lstrip()
    assert searchable(f"{text} ॐ") == f"{searchable(text)} ॐ".lstrip()


def test_case_is_more_than_small_and_capital() -> None:
    assert folded("STRASSE") == folded("Straße")
    assert folded("ΣΊΣΥΦΟΣ") == folded("σίσυφος")
    assert as_seen("Straße") != as_seen("STRASSE")


def test_names_stand_where_people_look_for_them() -> None:
    names = ["Anna", "Emil", "E\u0301mile", "Émilie", "Zoe", "Zoë", "Zora"]
    assert sorted(set(names), key=sorting_key) == names


@given(TEXTS, TEXTS)
def test_only_the_same_names_have_the_same_place(one: str, other: str) -> None:
    assert (sorting_key(one) == sorting_key(other)) is (folded(one) == folded(other))
