"""The choices of the page "To check": which rules, their limits, what is listed how."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.entry_rules import RULES, Rule, limit_of
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.translation import tr, tr_context

_USUAL: Final = "usual"
_ALL: Final = "all"
_OWN: Final = "own"
_BETWEEN: Final = ","
_IS: Final = "="
_TICK: Final = "\N{CHECK MARK} "
_OFF: Final = tr("switched off by the policy of this computer")
_NO_TICK: Final = "\N{EN DASH} "


class Order(StrEnum):
    """How the entries stand, and what the table groups them by."""

    RULE = "rule"
    PERSON = "person"
    DAY = "day"


_ORDERS: Final = {
    Order.RULE: tr("by rule"),
    Order.PERSON: tr("by person"),
    Order.DAY: tr("by day"),
}


def _usual_rules() -> frozenset[str]:
    return frozenset(rule.key for rule in RULES if rule.on)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The choices of the page.

    Args:
        settled: Whether those are listed, too, of which nothing is left to do.
        on: The keys of the rules that are asked.
        limits: By the keys of rules, where they are not as usual.
        off: The keys of rules that nobody can switch on.
    """

    order: Order = Order.RULE
    settled: bool = False
    on: frozenset[str] = field(default_factory=_usual_rules)
    limits: Mapping[str, int] = field(default_factory=dict)
    off: frozenset[str] = frozenset()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are asked, in their order."""
        asked = self.on - self.off
        return tuple(rule for rule in RULES if rule.key in asked)

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept; what is as usual is left out."""
        limits = (f"{key}{_IS}{limit}" for key, limit in sorted(self.limits.items()))
        usual = self.on == _usual_rules()
        kept = {
            "show": _ALL if self.settled else "",
            "order": "" if self.order is Order.RULE else self.order.value,
            "rules": "" if usual else _BETWEEN.join(sorted(self.on)) or _BETWEEN,
            "limits": _BETWEEN.join(limits),
        }
        return {key: choice for key, choice in kept.items() if choice}


def options_of(
    choices: Mapping[str, str], off: frozenset[str] = frozenset()
) -> CheckOptions:
    """Read the choices of the page; what means nothing is as usual.

    Args:
        off: The keys of rules that nobody can switch on.
    """
    order = choices.get("order", "")
    on = _usual_rules()
    if told := choices.get("rules"):
        every = {rule.key for rule in RULES}
        on = frozenset(key for key in told.split(_BETWEEN) if key in every)
    return CheckOptions(
        Order(order) if order in set(Order) else Order.RULE,
        choices.get("show") == _ALL,
        on,
        _limits(choices.get("limits", "")),
        off,
    )


def _limits(told: str) -> dict[str, int]:
    offered = {
        f"{rule.key}{_IS}{limit}": (rule.key, limit)
        for rule in RULES
        if rule.limit
        for limit in rule.limit.choices
        if limit != rule.limit.usual
    }
    return dict(offered[one] for one in told.split(_BETWEEN) if one in offered)


def controls_of(
    view: ViewOptions,
    off: frozenset[str] = frozenset(),
    counts: tuple[int, int] | None = None,
) -> tuple[Control, ...]:
    """List what its head offers; rules that are off say so.

    Args:
        counts: How many entries are open, and how many there are; ``None`` where that
            is not known.
    """
    options = options_of(view.choices, off)
    left, every = (
        tr_context("entries to check", "Open"),
        tr_context("entries to check", "All"),
    )
    if counts is not None:
        left, every = (
            f"{name} {count}" for name, count in zip((left, every), counts, strict=True)
        )
    shown = (("open", left), (_ALL, every))
    orders = tuple((order.value, _ORDERS[order]) for order in Order)
    return (
        Control(
            "show",
            tr_context("which rows", "Show"),
            shown,
            _ALL if options.settled else "open",
            side_by_side=True,
        ),
        Control("order", tr("Order"), orders, options.order.value),
        _rules_control(options),
        _limits_control(options),
    )


def _rules_control(options: CheckOptions) -> Control:
    every = frozenset(rule.key for rule in RULES)
    chosen = {_usual_rules(): _USUAL, every: _ALL}.get(options.on, _OWN)
    choices = [(_USUAL, tr("The usual rules")), (_ALL, tr("All rules"))]
    if chosen == _OWN:
        choices.append((_OWN, tr("As chosen below")))
    for rule in RULES:
        tick = _TICK if rule in options.rules else _NO_TICK
        limit = limit_of(rule, options.limits)
        title, meaning = rule.titled(limit), rule.meant(limit)
        off = rule.key in options.off
        choices.append((rule.key, f"{tick}{title}: {_OFF if off else meaning}"))
    return Control("rules", tr("Rules"), tuple(choices), chosen, tr("Rules"))


def _limits_control(options: CheckOptions) -> Control:
    chosen = _OWN if options.limits else _USUAL
    choices = [(_USUAL, tr("The usual limits"))]
    if chosen == _OWN:
        choices.append((_OWN, tr("As chosen below")))
    for rule in options.rules:
        now = limit_of(rule, options.limits)
        for limit in rule.limit.choices if rule.limit else ():
            tick = _TICK if limit == now else _NO_TICK
            words = f"{tick}{rule.bounded(limit)}"
            choices.append((f"{rule.key}{_IS}{limit}", words))
    return Control("limits", tr("Limits"), tuple(choices), chosen, tr("Limits"))


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls; a rule is switched on or off."""
    options = options_of(view.choices)
    if control == "rules":
        options = replace(options, on=_switched(options.on, choice))
    elif control == "limits":
        options = replace(options, limits=_tuned(options.limits, choice))
    else:
        options = options_of({**view.choices, control: choice})
    return replace(view, choices=options.choices)


def _switched(on: frozenset[str], choice: str) -> frozenset[str]:
    if choice == _USUAL:
        return _usual_rules()
    if choice == _ALL:
        return frozenset(rule.key for rule in RULES)
    return on if choice == _OWN else on ^ {choice}


def _tuned(limits: Mapping[str, int], choice: str) -> dict[str, int]:
    if choice == _USUAL:
        return {}
    key, _, _ = choice.partition(_IS)
    # The usual one is as if nothing had been said.
    others = {one: limit for one, limit in limits.items() if one != key}
    return others | _limits(choice)
