import pytest

from clockify_desktop.domain.entry_rules import RULES
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.pages.to_check import ToCheck
from clockify_desktop.pages.to_check_options import (
    CheckOptions,
    Order,
    chosen,
    controls_of,
    options_of,
)

USUAL = ViewOptions()


def control(view: ViewOptions, key: str) -> Control:
    return next(one for one in controls_of(view) if one.key == key)


def follow(*choices: tuple[str, str], view: ViewOptions = USUAL) -> ViewOptions:
    for key, choice in choices:
        view = chosen(view, key, choice)
    return view


def test_what_is_as_usual_is_not_kept() -> None:
    assert CheckOptions().choices == {}
    assert options_of({}) == CheckOptions()
    garbage = {"order": "size", "show": "some", "limits": "long=1,x", "more": "1"}
    assert options_of(garbage) == CheckOptions()


@pytest.mark.parametrize(
    "options",
    [
        CheckOptions(Order.DAY, settled=True),
        CheckOptions(on=frozenset()),
        CheckOptions(on=frozenset({"night", "long"})),
        CheckOptions(limits={"long": 12, "short": 300}),
    ],
)
def test_what_is_chosen_comes_back(options: CheckOptions) -> None:
    assert options_of(options.choices) == options


def test_what_is_shown_and_how_it_stands_can_be_chosen() -> None:
    assert control(USUAL, "show").side_by_side
    view = follow(("show", "all"), ("order", "person"))
    assert view.choices == {"show": "all", "order": "person"}
    assert control(view, "show").chosen == "all"
    assert control(view, "order").chosen == "person"
    assert follow(("show", "open"), ("order", "rule"), view=view).choices == {}


def test_a_rule_is_switched_on_and_off_and_says_what_it_means() -> None:
    rules = control(USUAL, "rules")
    assert (rules.chosen, rules.words) == ("usual", "Rules")
    words = dict(rules.choices)
    assert words["night"].startswith("– Night or day off: work from 22:00 to 6:00")
    assert words["long"] == ("✓ Longer than 10 h: work or a break in one entry")
    view = follow(("rules", "night"))
    assert "night" in options_of(view.choices).on
    own = control(view, "rules")
    assert own.chosen == "own"
    assert dict(own.choices)["night"].startswith("✓")
    assert follow(("rules", "own"), view=view) == view
    assert follow(("rules", "night"), view=view) == USUAL
    assert follow(("rules", "usual"), view=view) == USUAL
    every = follow(("rules", "all"))
    assert [rule.key for rule in options_of(every.choices).rules] == [
        rule.key for rule in RULES
    ]
    assert control(every, "rules").chosen == "all"


def test_a_rule_that_a_policy_switched_off_says_so_and_stays_off() -> None:
    off = frozenset({"long", "night"})
    (rules,) = (one for one in controls_of(USUAL, off) if one.key == "rules")
    words = dict(rules.choices)
    said = "switched off by the policy of this computer"
    assert words["long"] == f"– Longer than 10 h: {said}"
    assert words["night"] == f"– Night or day off: {said}"
    assert words["short"].startswith("✓ Shorter")
    page = ToCheck(off)
    assert page.choose(USUAL, "rules", "night") == USUAL
    assert "short" not in options_of(page.choose(USUAL, "rules", "short").choices).on
    # Nor can it be tuned.
    (limits,) = (one for one in page.controls(USUAL) if one.key == "limits")
    assert not any(key.startswith("long=") for key, _ in limits.choices)


def test_a_rule_is_tuned_where_it_is_asked() -> None:
    limits = control(USUAL, "limits")
    assert limits.chosen == "usual"
    words = dict(limits.choices)
    assert words["long=10"] == "✓ Longer than 10 h"
    assert words["long=12"] == "– Longer than 12 h"
    assert "night=22" not in words
    view = follow(("limits", "long=12"), ("limits", "short=300"))
    assert options_of(view.choices).limits == {"long": 12, "short": 300}
    assert control(view, "limits").chosen == "own"
    assert dict(control(view, "rules").choices)["long"].startswith("✓ Longer than 12 h")
    assert follow(("limits", "own"), view=view) == view
    back = follow(("limits", "long=10"), view=view)
    assert options_of(back.choices).limits == {"short": 300}
    assert follow(("limits", "usual"), view=view) == USUAL


@pytest.mark.parametrize("key", ["show", "order", "rules", "limits"])
def test_what_is_chosen_is_among_the_choices(key: str) -> None:
    for view in (USUAL, follow(("rules", "night"), ("limits", "long=8"))):
        one = control(view, key)
        assert one.chosen in dict(one.choices)
