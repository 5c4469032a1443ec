"""Decoding a large summary and making facts of it, beside json.loads alone."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from figures import Figure, show

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import SummaryReport
from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.services.fact_building import BuiltFacts
from clockify_desktop.services.summary_facts import (
    Part,
    SummaryReading,
    facts_of_summaries,
)

PEOPLE = 500
PROJECTS = 20
DAYS = 7
RUNS = 9
TARGET = 0.3
MONDAY = date(2026, 11, 16)
ACME = Workspace(WorkspaceId("w"), "Acme", "EUR")
WEEK = Period(MONDAY, MONDAY + timedelta(days=DAYS - 1))


def reply() -> bytes:
    """Write a summary as Clockify does: every level with its sums and amounts."""

    def node(node_id: str, name: str, leaves: int, **more: object) -> dict[str, object]:
        amount = 4005.5555 * leaves
        return {
            "duration": 3600 * leaves,
            "_id": node_id,
            "name": name,
            "nameLowerCase": name.lower(),
            "amount": amount,
            "amounts": [{"type": "EARNED", "value": amount}],
            "currency": "EUR",
            **more,
        }

    days = [(MONDAY + timedelta(days=day)).isoformat() for day in range(DAYS)]
    users = [
        node(
            f"{user:024x}",
            f"Person Number {user}",
            PROJECTS * DAYS,
            children=[
                node(
                    f"{project + 4096:024x}",
                    f"Project Number {project}",
                    DAYS,
                    color="#8BC34A",
                    clientName="A Client of Ours",
                    children=[node(day, day, 1) for day in days],
                )
                for project in range(PROJECTS)
            ],
        )
        for user in range(PEOPLE)
    ]
    total_s = 3600 * PEOPLE * PROJECTS * DAYS
    totals = [{"_id": "", "totalTime": total_s, "totalBillableTime": total_s}]
    return json.dumps({"totals": totals, "groupOne": users}).encode()


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def figures() -> list[Figure]:
    """Measure both sides on the same bytes: all time, and the billable part of it."""
    bodies = (reply(), reply())
    directory = Directory(
        people=tuple(
            Person(UserId(f"{user:024x}"), f"Person {user}") for user in range(PEOPLE)
        ),
        projects=tuple(
            Project(ProjectId(f"{one + 4096:024x}"), f"Project {one}")
            for one in range(PROJECTS)
        ),
    )
    asked = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "benchmark")

    def ours() -> BuiltFacts:
        reading = SummaryReading(WEEK)
        everything, billable = (
            reading.read(decoded(body, SummaryReport, asked)) for body in bodies
        )
        part = Part(everything, billable)
        return facts_of_summaries([part], reading, directory, ACME)

    def naive() -> list[object]:
        return [json.loads(body) for body in bodies]

    built = ours()
    assert len(built.facts) == PEOPLE * PROJECTS * DAYS
    assert built.facts.total_s == built.server_total_s
    assert not built.billable_withheld
    ratios = [seconds_of(ours) / seconds_of(naive) for _ in range(RUNS)]
    name = f"decode + facts, {PEOPLE} x {PROJECTS} x {DAYS}, against json.loads"
    return [Figure(name, statistics.median(ratios), TARGET)]


if __name__ == "__main__":
    sys.exit(show(figures()))
