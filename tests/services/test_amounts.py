"""Money is reconciled as time is: by currency, with Clockify's own sums."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import (
    SummaryReport,
    minor_units,
    minor_units_by_currency,
)
from clockify_desktop.domain.amount_check import ALL_MONEY, AmountCheck
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import (
    Client,
    Directory,
    Person,
    Project,
    Workspace,
)
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.summary_facts import (
    Part,
    SummaryReading,
    facts_of_summaries,
)

ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")
DAY = date(2026, 11, 16)
ACME = Workspace(WorkspaceId("ws"), "Acme", "EUR")
ANN = Person(UserId("a"), "Ann")
TWO = Directory(
    people=(ANN,),
    projects=(
        Project(ProjectId("x"), "X", ClientId("c"), "C"),
        Project(ProjectId("y"), "Y", ClientId("d"), "D"),
    ),
    clients=(Client(ClientId("c"), "C"), Client(ClientId("d"), "D")),
)
HOUR = 3600


def reply(*projects: dict[str, Any], **totals: Any) -> SummaryReport:
    every = [leaf for project in projects for leaf in project["children"]]
    sums = {
        "totalTime": sum(leaf["duration"] for leaf in every),
        "totalBillableTime": sum(leaf["duration"] for leaf in every),
        **totals,
    }
    body = {"totals": [sums], "groupOne": [{"_id": "a", "children": projects}]}
    return decoded(json.dumps(body).encode(), SummaryReport, ASKED)


def project(name: str, *amounts: Any, **more: Any) -> dict[str, Any]:
    days = [
        {"_id": f"2026-11-{16 + place}", "duration": HOUR, "amount": amount}
        for place, amount in enumerate(amounts)
    ]
    return {"_id": name, "name": name, "children": days, **more}


def build(
    *projects: dict[str, Any],
    directory: Directory = TWO,
    workspace: Workspace = ACME,
    **totals: Any,
) -> BuiltFacts:
    reading = SummaryReading(Period(DAY, date(2026, 11, 22)))
    everything = reading.read(reply(*projects, **totals))
    parts = [Part(everything, everything)]
    return facts_of_summaries(parts, reading, directory, workspace)


def sums(built: BuiltFacts) -> dict[str | None, Decimal]:
    """Add up what the rows of a file would."""
    facts = built.facts
    assert facts.amount_micros is not None
    found: dict[str | None, Decimal] = defaultdict(Decimal)
    pairs = zip(facts.currency.tolist(), facts.amount_micros.tolist(), strict=True)
    for code, micros in pairs:
        name = facts.currencies[code] if code >= 0 else None
        found[name] += Decimal(micros) / 1_000_000
    return dict(found)


BOTH = {"EUR": 4500, "USD": 10000}


@pytest.mark.parametrize(
    "told",
    [BOTH, [{"currency": "EUR", "amount": 4500}, {"currency": "USD", "amount": 10000}]],
)
def test_only_the_nodes_of_projects_name_their_currency(told: Any) -> None:
    projects = project("x", 4500, currency="EUR"), project("y", 10000, currency="USD")
    for totals in ({}, {"totalAmount": 14500}, {"totalAmountByCurrency": told}):
        built = build(*projects, **totals)
        assert sums(built) == {"EUR": 45, "USD": 100}
        assert built.amounts == AmountCheck(unchecked=not totals)


def test_a_leaf_is_believed_before_its_project_and_that_before_the_client() -> None:
    clients = Client(ClientId("c"), "C", currency="CHF"), TWO.clients[1]
    of_client = replace(TWO.projects[0], currency="CHF"), TWO.projects[1]
    directory = replace(TWO, projects=of_client, clients=clients)
    node = project("x", 100, 200, currency="USD")
    node["children"][0]["currency"] = "GBP"
    totals = {"totalAmountByCurrency": {"GBP": 100, "USD": 200}}
    built = build(node, directory=directory, **totals)
    assert sums(built) == {"GBP": 1, "USD": 2}
    assert built.amounts == AmountCheck()
    totals = {"totalAmountByCurrency": {"CHF": 100, "EUR": 200}}
    built = build(project("x", 100), project("y", 200), directory=directory, **totals)
    assert sums(built) == {"CHF": 1, "EUR": 2}
    assert built.amounts == AmountCheck()


def test_currencies_that_only_the_sums_tell_are_taken_where_one_way_fits() -> None:
    built = build(project("x", 4500), project("y", 10000), totalAmountByCurrency=BOTH)
    assert sums(built) == {"EUR": 45, "USD": 100}
    assert built.facts.from_sums is not None
    assert built.facts.from_sums.all()
    assert built.amounts == AmountCheck()
    # What the reply says itself is no guess.
    named = project("x", 4500, currency="EUR")
    built = build(named, project("y", 10000), totalAmountByCurrency=BOTH)
    assert sums(built) == {"EUR": 45, "USD": 100}
    assert built.facts.from_sums is not None
    assert built.facts.from_sums.tolist() == [False, True]


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        # Either may be the dollars.
        ((4500, 4500), {"EUR": 4500, "USD": 4500}),
        ((4500, 10000), {"EUR": 4500, "USD": 9998}),
        ((4500, 10000), {"EUR": 4500, "USD": 9e14}),
    ],
)
def test_currencies_that_only_the_sums_tell_are_never_added_up(
    amounts: tuple[int, int], told: dict[str, float]
) -> None:
    of_x, of_y = amounts
    built = build(project("x", of_x), project("y", of_y), totalAmountByCurrency=told)
    assert sums(built) == {None: 0}
    assert built.amounts == AmountCheck(left_out=frozenset({ProjectId("x"), "y"}))
    assert built.facts.from_sums is None
    # What the reply says itself stays.
    named = project("x", of_x, currency="EUR"), project("y", of_y, of_y)
    built = build(*named, totalAmountByCurrency=told)
    assert sums(built) == {"EUR": of_x // 100, None: 0}
    assert built.amounts == AmountCheck(left_out=frozenset({ProjectId("y")}))


def test_a_sum_beyond_all_others_is_one_that_differs() -> None:
    named = project("x", 4500, currency="EUR")
    built = build(named, totalAmountByCurrency={"EUR": 1e15})
    assert sums(built) == {"EUR": 45}
    assert built.amounts.differences["EUR"] > 8e18


@pytest.mark.parametrize("more", [{}, {"EUR": 0}])
def test_the_only_currency_of_the_sums_is_that_of_all(more: dict[str, Any]) -> None:
    totals = {"totalAmountByCurrency": {"USD": 145.5, **more}}
    built = build(project("x", 45.25), project("y", 100.25), **totals)
    assert sums(built) == {"USD": Decimal("1.455")}
    assert built.amounts == AmountCheck()


def test_of_currencies_that_add_up_to_nothing_there_may_be_some() -> None:
    totals = {"totalAmountByCurrency": {"USD": 100, "EUR": 0}}
    built = build(project("x", 50, -50), project("y", 100), **totals)
    assert sums(built) == {None: 0}


def test_sums_that_differ_are_told_and_the_rows_stay() -> None:
    named = project("x", 4500, currency="EUR")
    built = build(named, totalAmountByCurrency={"EUR": 5000})
    assert sums(built) == {"EUR": 45}
    assert built.amounts == AmountCheck({"EUR": 5_000_000})
    assert build(named, totalAmount=4400).amounts == AmountCheck({"EUR": -1_000_000})
    other = project("y", 1, currency="USD")
    both = build(named, other, totalAmount=4400)
    assert both.amounts == AmountCheck({ALL_MONEY: -1_010_000})
    assert not build(named, totalAmount=4500.004).amounts.differences
    assert not build(
        named, totalAmountByCurrency="7", totalAmount=4500
    ).amounts.unchecked


def test_the_workspaces_currency_is_a_guess_where_there_are_others() -> None:
    none = Project(ProjectId("z"), "Z")
    directory = replace(TWO, projects=(*TWO.projects, none))
    money = project("x", 4500), project("z", 7), project("", 5)
    told = {"totalAmount": 4512}
    assert sums(build(*money, directory=directory, **told)) == {"EUR": Decimal("45.12")}
    several = replace(ACME, currencies=("EUR", "USD"))
    built = build(*money, directory=directory, workspace=several, **told)
    # A project without a client has the workspace's own currency, and so has none.
    assert sums(built) == {"EUR": Decimal("0.12"), None: 0}
    assert built.amounts == AmountCheck(left_out=frozenset({ProjectId("x")}))
    for one in ("clients", "projects"):
        things = (replace(getattr(TWO, one)[1], currency="USD"),)
        changed = replace(TWO, **{one: (getattr(TWO, one)[0], *things)})
        built = build(project("x", 4500), directory=changed, totalAmount=4500)
        assert built.amounts.left_out == {"x"}


def test_a_guess_that_the_sum_of_its_currency_confirms_is_none() -> None:
    several = replace(ACME, currencies=("EUR", "USD"))
    money = project("x", 4500), project("y", 7, currency="USD")
    for dollars in (7, 900):
        told = {"totalAmountByCurrency": {"EUR": 4500, "USD": dollars}}
        built = build(*money, workspace=several, **told)
        assert sums(built) == {"EUR": 45, "USD": Decimal("0.07")}
    assert built.amounts == AmountCheck({"USD": 8_930_000})
    told = {"totalAmountByCurrency": {"EUR": 4600, "USD": 7}}
    built = build(*money, workspace=several, **told)
    assert built.amounts == AmountCheck(left_out=frozenset({ProjectId("x")}))


def test_an_amount_that_cannot_be_read_is_lost_alone() -> None:
    node = project("x", 4500, 1e12, -1e12, currency="EUR")
    built = build(node, totalAmount=4500)
    assert built.facts.total_s == built.server_total_s == 3 * HOUR
    assert sums(built) == {"EUR": 45, None: 0}
    assert built.losses == {(Loss.AMOUNT, "Ann"): 2}
    assert built.facts.billable_seconds is not None


def test_an_amount_that_is_missing_is_lost_where_the_sum_has_it() -> None:
    node = project("x", 4500, None, currency="EUR")
    assert build(node, totalAmount=4500).losses == {}
    built = build(node, totalAmount=9000)
    assert sums(built) == {"EUR": 45, None: 0}
    assert built.losses == {(Loss.AMOUNT, "Ann"): 1}
    assert built.amounts.differences == {"EUR": 45_000_000}


def test_a_sum_without_any_amount_is_told() -> None:
    built = build(project("x", None), totalAmount=4500)
    assert built.facts.amount_micros is None
    assert built.amounts.differences == {ALL_MONEY: 45_000_000}
    hidden = {"totalAmount": None, "totalAmountByCurrency": {}}
    assert build(project("x", None), **hidden).amounts == AmountCheck()


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ({}, {}),
        (None, {}),
        ([], {}),
        ("EUR", {}),
        ({"EUR": 4500.5}, {"EUR": 4500.5}),
        ({"EUR": "4500"}, {}),
        ({"EUR": True}, {}),
        ({"EUR": 1, "": 2}, {}),
        ({"EUR": 1e300}, {}),
        ([{"currencyCode": "EUR", "value": 1}], {"EUR": 1}),
        ([{"code": "EUR", "totalAmount": 1}] * 2, {"EUR": 2}),
        ([{"currency": "EUR"}], {}),
        ([{"currency": None, "amount": 1}], {}),
        ([7], {}),
    ],
)
def test_sums_by_currency_in_any_plausible_form(
    sent: Any, read: dict[str, float]
) -> None:
    assert minor_units_by_currency(sent) == read


def test_a_sum_of_money_is_a_number() -> None:
    assert [minor_units(one) for one in (1, -1.5, True, "1", None)] == [
        1,
        -1.5,
        None,
        None,
        None,
    ]


@dataclass(frozen=True)
class Money:
    """A leaf in the making; amounts are ten-thousandths of a minor unit."""

    project: int
    amount: int


CODES = ("EUR", "USD", "CHF", "GBP")


@given(
    st.lists(
        st.builds(Money, st.integers(0, 3), st.integers(-(10**9), 10**10)), max_size=30
    ),
    st.lists(st.sampled_from(["leaf", "node", "client"]), min_size=4, max_size=4),
    st.sampled_from(["object", "list", "total"]),
)
def test_sums_are_those_of_the_leaves_whoever_names_the_currency(
    money: list[Money], namers: Sequence[str], form: str
) -> None:
    directory = Directory(
        people=(ANN,),
        projects=tuple(
            Project(
                ProjectId(f"p{at}"),
                f"P{at}",
                currency=CODES[at] if namers[at] == "client" else None,
            )
            for at in range(4)
        ),
    )
    nodes = []
    by_currency: dict[str, int] = defaultdict(int)
    for at in range(4):
        amounts = [one.amount for one in money if one.project == at]
        node = project(f"p{at}", *(amount / 10_000 for amount in amounts))
        if namers[at] == "node":
            node["currency"] = CODES[at]
        for leaf in node["children"]:
            # A week has seven days, and they may come again.
            leaf["_id"] = "2026-11-16"
            if namers[at] == "leaf":
                leaf["currency"] = CODES[at]
        if amounts:
            nodes.append(node)
            by_currency[CODES[at]] += sum(amounts)
    told: dict[str, Any] = {"totalAmount": sum(by_currency.values()) / 10_000}
    exact = {code: amount / 10_000 for code, amount in by_currency.items()}
    if form == "object":
        told["totalAmountByCurrency"] = exact
    elif form == "list":
        told["totalAmountByCurrency"] = [
            {"currency": code, "amount": amount} for code, amount in exact.items()
        ]
    built = build(*nodes, directory=directory, **told)
    assert sums(built) == {
        code: Decimal(amount) / 1_000_000 for code, amount in by_currency.items()
    }
    assert built.amounts == AmountCheck()
