from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from clockify_desktop.domain.entry_findings import Checked, FoundByRules
from clockify_desktop.domain.entry_rules import RULES, Rule, found_by, limit_of
from clockify_desktop.domain.facts import Facts
from tests.domain.few_entries import (
    ANN,
    BOB,
    NO_PROJECT,
    OLD,
    OPS,
    WEB,
    One,
    entries_of,
)

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
BY_KEY = {rule.key: rule for rule in RULES}
MON = "2026-11-16"
BREAK, LEAVE = {"kind": "BREAK"}, {"kind": "TIME_OFF"}


def found(
    key: str,
    *ones: One,
    limits: Mapping[str, int] | None = None,
    before: Facts | None = None,
) -> FoundByRules:
    """Ask one rule; what is found is told by places in the sorted entries."""
    known = frozenset({WEB.id, OPS.id, OLD.id})
    checked = Checked(entries_of(*ones), int(NOW.timestamp()), known, before)
    return found_by([BY_KEY[key]], checked, limits or {})


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("no-project", One(f"{MON} 09:00", project=NO_PROJECT)),
        ("no-description", One(f"{MON} 09:00", description="")),
        ("no-description", One(f"{MON} 09:00", description=" \t\u00a0")),
        ("long", One(f"{MON} 09:00", 601)),
        ("long", One(f"{MON} 09:00", 600 + 1 / 60)),
        ("long", One(f"{MON} 09:00", 700, **BREAK)),
        ("short", One(f"{MON} 09:00", 59 / 60)),
        ("short", One(f"{MON} 09:00", 0)),
        ("running", One(f"{MON} 09:00", None)),
        ("running", One("2026-11-23 09:00", None)),
        ("running", One(f"{MON} 09:00", None, **BREAK)),
        ("future", One("2026-11-23 09:00", 6)),
        ("future", One("2026-11-24 09:00")),
        ("future", One("2026-11-24 09:00", None)),
        ("night", One(f"{MON} 21:30", 31)),
        ("night", One(f"{MON} 22:00", 1)),
        ("night", One(f"{MON} 05:59", 60)),
        ("night", One("2026-11-21 12:00")),
        ("night", One("2026-11-22 23:59")),
        # 17:00 in Berlin is 22:00 in Dhaka.
        ("night", One(f"{MON} 16:30", 31, BOB)),
        ("archived", One(f"{MON} 09:00", project=OLD)),
        ("billable", One(f"{MON} 09:00", project=OPS, billable=True)),
    ],
)
def test_a_rule_finds_what_it_says(key: str, one: One) -> None:
    assert found(key, one).at.tolist() == [0]
    # And that alone, beside one that is in order.
    plain = One("2026-11-19 11:00", 30, description="Fine")
    assert len(found(key, one, plain)) == 1


@pytest.mark.parametrize(
    ("key", "one"),
    [
        ("no-project", One(f"{MON} 09:00")),
        ("no-project", One(f"{MON} 09:00", project=NO_PROJECT, **BREAK)),
        ("no-project", One(f"{MON} 09:00", project=NO_PROJECT, **LEAVE)),
        ("no-description", One(f"{MON} 09:00", description=".")),
        ("no-description", One(f"{MON} 09:00", description="", **BREAK)),
        ("long", One(f"{MON} 09:00", 600)),
        ("long", One(f"{MON} 09:00", 700, **LEAVE)),
        ("long", One(f"{MON} 09:00", None)),
        ("short", One(f"{MON} 09:00", 1)),
        ("short", One(f"{MON} 09:00", 0.5, **BREAK)),
        ("short", One(f"{MON} 09:00", None)),
        ("running", One(f"{MON} 09:00")),
        # The clocks of two computers are not the same.
        ("future", One("2026-11-23 09:00", 5)),
        ("future", One("2026-11-24 09:00", **LEAVE)),
        ("future", One(f"{MON} 09:00", None)),
        ("night", One(f"{MON} 21:00", 60)),
        ("night", One(f"{MON} 06:00", 60)),
        ("night", One(f"{MON} 22:00", 0)),
        ("night", One(f"{MON} 22:00", **BREAK)),
        # 02:30 in Berlin is 07:30 in Dhaka.
        ("night", One(f"{MON} 02:30", 60, BOB)),
        ("archived", One(f"{MON} 09:00")),
        ("archived", One(f"{MON} 09:00", project=OLD, **BREAK)),
        ("billable", One(f"{MON} 09:00", billable=True)),
        ("billable", One(f"{MON} 09:00", project=OPS)),
        ("billable", One(f"{MON} 09:00", project=NO_PROJECT, billable=True)),
        # Of a project in no list it is not known.
        (
            "billable",
            One(f"{MON} 09:00", project=replace(OPS, id="gone"), billable=True),
        ),
    ],
)
def test_a_rule_leaves_alone_what_comes_near_it(key: str, one: One) -> None:
    assert not len(found(key, one))


@pytest.mark.parametrize(
    ("key", "limit", "one"),
    [
        ("long", 8, One(f"{MON} 09:00", 481)),
        ("short", 300, One(f"{MON} 09:00", 4)),
        ("running", 24, One("2026-11-22 08:00", None)),
        ("night", 20, One(f"{MON} 19:30", 31)),
    ],
)
def test_a_rule_is_tuned_by_its_limit(key: str, limit: int, one: One) -> None:
    assert len(found(key, one, limits={key: limit})) == 1
    beyond = {"long": 9, "short": 60, "running": 48, "night": 21}
    assert not len(found(key, one, limits={key: beyond[key]}))


def test_the_same_block_on_several_days_is_found_once_with_their_number() -> None:
    block = [One(f"2026-11-{day} 09:00", 480) for day in (16, 17, 18, 19)]
    result = found("repeated", *block)
    assert (result.at.tolist(), result.other.tolist()) == ([0], [3])
    assert result.value.tolist() == [4]
    near = [
        # Three days; four times on three days; other minutes, words or lengths.
        block[:3],
        [*block[:3], replace(block[2], id="again")],
        [*block[:3], One("2026-11-19 09:01", 480)],
        [*block[:3], One("2026-11-19 09:00", 481)],
        [*block[:3], One("2026-11-19 09:00", 480, description="Else")],
        [*block[:3], One("2026-11-19 09:00", 480, BOB)],
        [*block[:3], One("2026-11-19 09:00", 480, project=OPS)],
        [replace(one, kind="BREAK") for one in block],
        [replace(one, minutes=None) for one in block],
        [],
    ]
    for ones in near:
        assert not len(found("repeated", *ones))
    assert len(found("repeated", *near[0], limits={"repeated": 3})) == 1
    two = [*block, *(One(f"2026-11-{day} 19:00", 5, BOB) for day in (16, 17, 18, 19))]
    assert found("repeated", *two).value.tolist() == [4, 4]


def test_blocks_are_told_apart_however_many_there_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ones = [
        One(f"2026-11-{day} {hour:02}:00", hour, person)
        for day in (16, 17, 18, 19)
        for hour in (8, 9, 10)
        for person in (ANN, BOB)
    ]
    at_once = found("repeated", *ones).at.tolist()
    assert len(at_once) == 6
    # So few places that all are counted in the same two.
    monkeypatch.setattr("clockify_desktop.domain.entry_habits._PLACES_BITS", 1)
    assert found("repeated", *ones).at.tolist() == at_once


def weeks_before(hours: list[float]) -> Facts:
    """Give Ann so many hours on so many days, in two facts a day."""
    first = date(2026, 9, 21).toordinal()
    day = np.repeat(np.arange(len(hours)) + first, 2)
    seconds = np.repeat(np.array(hours) * 1800, 2).astype(np.int64)
    nothing = np.zeros(len(day), np.intp)
    return Facts(
        (ANN,), (WEB,), (), nothing, nothing, day, seconds, None, None, nothing - 1
    )


def test_a_spike_is_a_day_far_above_the_persons_own_median() -> None:
    before = weeks_before([8] * 5 + [6] * 5 + [0] * 9)
    ones = [
        One(f"{MON} 08:00", 300, id="morning"),
        One(f"{MON} 13:00", 331, id="afternoon"),
        One("2026-11-17 08:00", 630, id="at the limit"),
        One("2026-11-18 08:00", 900, BOB, id="nothing known"),
    ]
    result = found("spike", *ones, before=before)
    # The longer of the two stands for the day.
    assert entries_of(*ones).ids[result.at].tolist() == ["afternoon"]
    assert result.value.tolist() == [631 * 60]
    assert result.usual.tolist() == [7 * 3600]
    assert not len(found("spike", *ones))
    assert not len(found("spike", before=before))
    few = weeks_before([1] * 9)
    assert not len(found("spike", *ones, before=few))
    assert len(found("spike", *ones, before=weeks_before([1] * 10))) == 2


def test_those_that_watch_people_are_off_and_say_that_they_do() -> None:
    usual = [rule.key for rule in RULES if rule.on]
    assert usual == [
        "no-project",
        "no-description",
        "overlapping",
        "long",
        "short",
        "running",
        "future",
    ]
    watching = {"night", "repeated", "spike"}
    assert {rule.key for rule in RULES if "watches" in rule.meant(4)} == watching


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_says_what_it_means_and_its_limit_is_offered(rule: Rule) -> None:
    limit = limit_of(rule, {})
    assert "{" not in rule.titled(limit) + rule.meant(limit)
    # Title and meaning are one entry of a menu.
    assert len(rule.titled(limit) + rule.meant(limit)) < 120
    if rule.limit:
        assert rule.limit.usual in rule.limit.choices
        assert str(limit) in rule.bounded(limit)
    else:
        assert not rule.bounded(limit)


def test_several_rules_stand_one_behind_the_other_and_none_finds_nothing() -> None:
    ones = One(f"{MON} 09:00", project=NO_PROJECT), One(f"{MON} 11:00", description="")
    checked = Checked(entries_of(*ones), int(NOW.timestamp()))
    every = found_by(RULES, checked, {})
    assert every.rule.tolist() == [0, 1]
    assert every.at.tolist() == [0, 1]
    assert every.other.tolist() == [-1, -1]
    assert not len(found_by([], checked, {}))
    nobody = Checked(entries_of(), int(NOW.timestamp()))
    assert not len(found_by(RULES, nobody, {}))


def test_now_is_when_the_entries_came() -> None:
    late = One(f"{MON} 09:00", None)
    later = replace(
        Checked(entries_of(late), 0),
        now_s=int((NOW + timedelta(days=1)).timestamp()),
    )
    assert len(found_by([BY_KEY["running"]], later, {"running": 24})) == 1
