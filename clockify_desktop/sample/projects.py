"""What the people of the sample organisation work on: clients, projects, tags."""

from collections.abc import Iterator
from dataclasses import dataclass

# Clockify's own palette, as recorded replies and its project picker show it.
COLORS = (
    "#3F51B5", "#795548", "#009688", "#607D8B", "#FF5722", "#8BC34A", "#03A9F4",
    "#E91E63", "#9C27B0", "#FFC107", "#F44336", "#4CAF50", "#CDDC39", "#2196F3",
)  # fmt: skip
TASKS_A_PROJECT = 3


@dataclass(frozen=True, slots=True)
class SampleProject:
    """One project.

    Args:
        name: As people read it.
        client: The number of its client, ``None`` without one.
        billable: Whether its time is billable unless somebody says otherwise.
        share: How much of everybody's time it takes, relative to the others.
        rate: What an hour earns, minor units; ``None``: the person's own rate.
        archived: Whether it is closed. Its time stays.
        only: The handle of the one person who works on it; ``None``: everybody.
        estimate_h: The estimate in hours, ``None`` without one.
        monthly: Whether the estimate starts anew with each month.
        budget: An estimate of money, minor units, ``None`` without one.
        tasks: The names of its tasks.
    """

    name: str
    client: int | None
    billable: bool = True
    share: float = 1.0
    rate: int | None = None
    archived: bool = False
    only: str | None = None
    estimate_h: int | None = None
    monthly: bool = False
    budget: int | None = None
    tasks: tuple[str, ...] = ("Concept", "Delivery", "Review")


@dataclass(frozen=True, slots=True)
class SampleClient:
    """One client.

    Args:
        name: As people read it.
        currency: What it is billed in; ``None``: the workspace's currency. That a
            client has a currency is the feature CLIENT_CURRENCY of paid plans.
    """

    name: str
    currency: str | None = None


CLIENTS = (
    SampleClient("Northwind Traders"),
    SampleClient("Müller, Söhne & Co"),
    SampleClient("Hudson Harbor", "USD"),
    SampleClient('Studio "Quay"'),
    SampleClient("=Equals"),
)
PROJECTS = (
    SampleProject("Mobile app", 0, share=1.7, estimate_h=10_000),
    SampleProject(
        "Research", None, billable=False, share=1.3, tasks=("Read", "Ask", "Sum")
    ),
    SampleProject(
        "Support",
        1,
        share=1.2,
        rate=7_000,
        estimate_h=500,
        monthly=True,
        tasks=("Calls", "Mail", "On site"),
    ),
    SampleProject("Internal", None, billable=False, share=1.1),
    SampleProject("Data platform", 0, share=1.2, estimate_h=6_000),
    SampleProject("Onboarding", 1, share=1.0, estimate_h=5_000),
    SampleProject("Website relaunch", 3, share=1.2, rate=9_900, estimate_h=4_000),
    SampleProject("Audit 2026", 1, share=1.0),
    SampleProject("Pilot, phase “two”", 3, share=0.3, estimate_h=2_500),
    SampleProject("بوابة العملاء", 3, share=0.3),
    SampleProject("=Equals rebrand", 4, share=0.3, rate=10_333, budget=15_000_000),
    SampleProject(
        "Hiring", None, billable=False, share=0.2, tasks=("Ads", "Talks", "Tests")
    ),
    SampleProject("Intranet (old)", 3, share=0.15, archived=True),
    SampleProject("Hudson pilot", 2, share=2.0, rate=12_500, only="chiara.lombardi"),
)
"""14 projects: one archived, one private in another currency, three clientless.

One is over its estimate, one has an estimate for each month, one of money.
"""

LAB_CLIENTS = (SampleClient("Lab partners"),)
LAB_PROJECTS = (
    SampleProject("Prototype", 0, estimate_h=400),
    SampleProject("Grant work", None, billable=False),
    SampleProject("Field trial", 0, rate=9_000),
)
"""What the second workspace works on."""

TAGS = ("meeting", "deep work", "travel", "review", "=urgent", "client call", "ops")
TAG_SETS: tuple[tuple[int, ...], ...] = (
    (), (), (), (), (), (0,), (1,), (1,), (2,), (3,), (4,), (0, 5), (1, 3), (0, 3, 6),
)  # fmt: skip
"""Numbers of tags that entries carry together; most carry none."""

DESCRIPTIONS = (
    "",
    "Weekly planning",
    "Call with the client",
    "Review of the draft",
    "Screens for checkout",
    "Bug in the import",
    "Answering tickets",
    "Workshop notes",
    "Figures for the board",
    "Interviews, second round",
    'Fixing the "empty list" case',
    "Release 4.2",
    "Data clean-up",
    "Pairing",
    '=HYPERLINK("https://example.com","open")',
    "Hand-over to support",
    "מסמכי פרויקט",
    "Estimate for phase two",
    "Accessibility check",
    "Training",
    "Contract, annex B; open points",
    "Server move",
    "Retro",
    "Photos for the catalogue",
    "+49 30 1234: call back",
)
"""Descriptions by code; code 0 is "no description"."""

_FIRST = (
    "Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Garnet", "Harbor",
    "Indigo", "Juniper", "Kestrel", "Lumen", "Maple", "Nimbus", "Onyx", "Pebble",
    "Quartz", "Raven", "Sable", "Timber",
)  # fmt: skip
_SECOND = (
    "app", "audit", "archive", "campaign", "catalogue", "dashboard", "launch",
    "migration", "pilot", "portal", "refresh", "rollout", "study", "suite",
    "training",
)  # fmt: skip


def _further_projects() -> Iterator[SampleProject]:
    number = 0
    while True:
        lap, place = divmod(number, len(_FIRST) * len(_SECOND))
        first = _FIRST[place % len(_FIRST)]
        # Twice the row: 20 + 2 and 15 share no factor, so no pair comes back.
        second = _SECOND[(place // len(_FIRST) * 2 + place) % len(_SECOND)]
        yield SampleProject(
            f"{first} {second}{f' {lap + 1}' if lap else ''}",
            None if number % 6 == 0 else number % 2,
            billable=number % 5 != 0,
            share=0.3 + number % 4 / 5,
        )
        number += 1


def projects(count: int) -> tuple[SampleProject, ...]:
    """Give the first projects of the organisation.

    Args:
        count: How many, at least one. Up to 14 are the named ones of ``PROJECTS``.

    Returns:
        Each with a name of its own.
    """
    further = _further_projects()
    missing = max(0, count - len(PROJECTS))
    return (*PROJECTS[:count], *(next(further) for _ in range(missing)))
