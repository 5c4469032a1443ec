import pytest

from clockify_desktop.csv_import.titles import Field, titles_of
from tests.csv_import.exported import ENGLISH, GERMAN, LANGUAGES, PORTUGUESE


def test_every_language_says_the_same() -> None:
    places = [titles_of(titles).at for titles in LANGUAGES]
    assert all(one == places[0] for one in places)
    assert len(places[0]) == len(ENGLISH) - len(("rate", "amount"))
    for titles in (ENGLISH, GERMAN, PORTUGUESE):
        told = titles_of(titles)
        assert told.money == {(Field.RATE, "EUR"): 16, (Field.AMOUNT, "EUR"): 17}
        assert (told.currencies, told.missing, told.strange) == (("EUR",), (), ())
        assert told.is_of_entries


def test_a_label_of_ones_own_is_told_by_its_place_where_that_is_sure() -> None:
    told = titles_of(
        ["Matter", "Party", "Description", "Colleague", "Email", "Start Date"]
    )
    # Between description and e-mail stand task and user: one title may be either.
    assert told.by_place == {"Matter": Field.PROJECT, "Party": Field.CLIENT}
    assert told.strange == ("Colleague",)
    both = titles_of(["Description", "Activity", "Kiosk", "Colleague", "Group"])
    assert both.by_place == {"Activity": Field.TASK, "Colleague": Field.USER}
    # Behind the last known one is whatever a workspace adds.
    assert titles_of(["Project", "Billable", "Floor"]).strange == ("Floor",)
    assert titles_of(["Floor", "Project", "Tags", "Room"]).by_place == {}


def test_of_a_title_that_stands_twice_the_first_counts() -> None:
    told = titles_of(["Tags", "Duration (h)", "Tags", "Amount (EUR)", "Amount (EUR)"])
    assert told.at[Field.TAGS] == 0
    assert told.money == {(Field.AMOUNT, "EUR"): 3}


def test_money_without_a_currency_is_not_money() -> None:
    told = titles_of(["Billable Amount", " billable  RATE ( CHF )"])
    assert told.nameless_money
    assert told.money == {(Field.RATE, "CHF"): 1}
    assert "Billable Amount" in told.missing


@pytest.mark.parametrize(
    ("titles", "is_enough"),
    [
        (("Start Date", "Duration (decimal)"), True),
        (("Date", "Time (h)"), True),
        (("Start Date", "Start Time", "End Time"), True),
        (("Start Date", "Start Time", "End Date"), False),
        (("Duration (h)", "Start Time"), False),
        ((), False),
    ],
)
def test_entries_need_a_date_and_a_length(
    titles: tuple[str, ...],
    is_enough: bool,  # noqa: FBT001 - a case of two
) -> None:
    assert titles_of(titles).is_of_entries is is_enough
