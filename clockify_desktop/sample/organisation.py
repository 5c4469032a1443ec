"""The sample organisation: people, two workspaces, and thirteen months of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from clockify_desktop.sample import absences, people
from clockify_desktop.sample import projects as work
from clockify_desktop.sample.moment import Moment
from clockify_desktop.sample.people import Person
from clockify_desktop.sample.planted_cases import place_findings
from clockify_desktop.sample.schedule import Office, ordinary_days
from clockify_desktop.sample.workspace import FIRST, SampleWorkspace

USERS, PROJECTS, DAYS = 24, 14, 396
"""The sizes of the organisation that the program shows when nobody asks else."""

_LABS = 1
_LAB_HANDLES = frozenset(
    {
        "amara.okafor",
        "chiara.lombardi",
        "daan.de.vries",
        "jonas.weber",
        "liam.oconnor",
        "quentin.dubois",
    }
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """The people and both workspaces, as they are at ``moment``."""

    moment: Moment
    people: tuple[Person, ...]
    workspaces: tuple[SampleWorkspace, ...]

    @classmethod
    def generate(
        cls,
        now: datetime,
        seed: int = 1,
        users: int = USERS,
        projects: int = PROJECTS,
        days: int = DAYS,
    ) -> "Organisation":
        """Draw the organisation; the same arguments give the same one.

        Args:
            now: Aware; nothing begins later.
            seed: Where chance starts, 0 or more.
            users: How many people, at least one; 24 have names and habits.
            projects: How many projects in the first workspace, at least one.
            days: How far back time entries go, at least one.

        Raises:
            ValueError: ``now`` is not aware, or a size is below one.
        """
        if min(users, projects, days) < 1:
            message = "users, projects and days must be at least 1"
            raise ValueError(message)
        moment = Moment.at(now)
        everybody = people.people(users)
        rng = np.random.default_rng(seed)
        acme = _acme(rng, moment, everybody, projects, days)
        labs = _labs(rng, moment, everybody, days)
        return cls(moment, everybody, (acme, labs))


def _acme(
    rng: np.random.Generator,
    moment: Moment,
    everybody: Sequence[Person],
    project_count: int,
    days: int,
) -> SampleWorkspace:
    named = work.projects(project_count)
    # Whoever deleted their account is in no list; only their time is left.
    members = (*everybody, people.DELETED) if len(everybody) > 1 else tuple(everybody)
    holidays = absences.holidays(moment, members, days)
    leaves = absences.leaves(moment, members)
    span = _span(moment, days)
    expected = absences.expected(members, span, holidays, leaves)
    office = Office(members, named, span, expected, moment.now_s)
    return SampleWorkspace(
        number=FIRST,
        name="Acme Studio",
        currency="EUR",
        plan="ENTERPRISE",
        people=members,
        projects=named,
        clients=work.CLIENTS,
        tags=work.TAGS,
        groups=people.GROUP_NAMES,
        holidays=holidays,
        leaves=leaves,
        approvals=absences.approvals(moment, members),
        entries=place_findings(ordinary_days(rng, office), moment, members, named),
    )


def _labs(
    rng: np.random.Generator, moment: Moment, everybody: Sequence[Person], days: int
) -> SampleWorkspace:
    members = tuple(p for p in everybody if p.handle in _LAB_HANDLES)
    span = _span(moment, days)
    expected = absences.expected(members, span, (), ())
    office = Office(
        members,
        work.LAB_PROJECTS,
        span,
        expected,
        moment.now_s,
        effort=0.15,
        evening_h=11.0,
    )
    return SampleWorkspace(
        number=_LABS,
        name="Acme Labs",
        currency="GBP",
        plan="FREE",
        people=members,
        projects=work.LAB_PROJECTS,
        clients=work.LAB_CLIENTS,
        tags=work.TAGS,
        groups=(),
        holidays=[],
        leaves=[],
        approvals=[],
        entries=ordinary_days(rng, office).numbered(),
    )


def _span(moment: Moment, days: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    # Tomorrow here is already today in Sydney.
    return np.arange(moment.today - days + 1, moment.today + 2, dtype=np.int64)
