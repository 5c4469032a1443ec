import pytest

from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.who_logged_options import (
    Folds,
    Order,
    WhoLoggedOptions,
    chosen,
    controls_of,
    options_of,
)


@pytest.mark.parametrize(
    "options",
    [
        WhoLoggedOptions(),
        WhoLoggedOptions(Order.TEAM, only_missing=True),
        WhoLoggedOptions(folds=Folds("week", ("+*", "-g1"))),
    ],
)
def test_choices_are_kept_as_texts(options: WhoLoggedOptions) -> None:
    assert options_of(options.choices) == options


def test_what_means_nothing_is_as_usual() -> None:
    assert options_of({"order": "height", "shown": "nobody"}) == WhoLoggedOptions()
    assert options_of({}) == WhoLoggedOptions()


def test_teams_are_as_usual_until_somebody_folds_or_opens_them() -> None:
    folds = Folds("week")
    for usual in (True, False):
        assert folds.is_open("g", usual=usual) is usual
    folds = folds.changed("week -g")
    assert not folds.is_open("g", usual=True)
    assert folds.is_open("other", usual=True)
    folds = folds.changed("week +*")
    assert folds.changes == ("+*",)
    assert folds.is_open("g", usual=False)
    folds = folds.changed("week -g").changed("week -h").changed("week +g")
    assert folds.changes == ("+*", "-h", "+g")
    assert not folds.is_open("h", usual=True)
    assert folds.changed("later -g") == Folds("later", ("-g",))


def test_a_choice_changes_the_view_once() -> None:
    view = ViewOptions()
    by_name = chosen(view, "order", "name")
    assert options_of(by_name.choices).order is Order.NAME
    assert chosen(by_name, "order", "name") is by_name
    assert options_of(chosen(by_name, "shown", "missing").choices).only_missing


def test_controls_before_anything_is_known() -> None:
    shown, order = controls_of(ViewOptions({"order": "team"}))
    assert shown.choices[0] == ("everyone", "Everyone")
    assert order.chosen == "team"
