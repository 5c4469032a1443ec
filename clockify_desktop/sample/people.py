"""The people of the sample organisation, each with the habits a review finds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from clockify_desktop.sample.ids import Kind, sample_id

BERLIN = "Europe/Berlin"
NEW_YORK = "America/New_York"
KOLKATA = "Asia/Kolkata"
SYDNEY = "Australia/Sydney"
ZONES = (BERLIN, NEW_YORK, KOLKATA, SYDNEY)
"""Sydney lies in the southern hemisphere: its clocks change the other way."""

MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
MORE_UNTIL_WEEKS_AGO = 7
"""When the hours of whoever works a day less began."""
LONG_NAME = "Wilhelmina Alexandra Constantina von Hohenberg-Sonnenthal Jr"


class Role(StrEnum):
    """What somebody may do in a workspace, as Clockify names it."""

    OWNER = "OWNER"
    ADMIN = "WORKSPACE_ADMIN"
    MEMBER = "TEAM_MEMBER"


class Membership(StrEnum):
    """Where somebody stands in a workspace, whatever their account says."""

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    PENDING = "PENDING"
    DELETED = "DELETED"
    """The account is gone: no list holds it, only its time is left."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account.

    Args:
        handle: A short word by which the generator knows them.
        name: As people read it; ``None`` while the invitation is open.
        zone: The IANA zone of their profile.
        working_days: Monday is 0.
        day_s: What is expected of a working day, seconds.
        zeal: What they log of that, 1.0 being all of it.
        begins_h: When their day begins, hours after midnight.
        rate: What an hour earns, minor units.
        role: Their role in the first workspace.
        membership: Where they stand in the first workspace.
        groups: Numbers of the user groups they belong to.
        joined_days_ago: They have no time before; ``None``: always there.
        gone_days_ago: They have no time since; ``None``: still there.
        to_the_second: Their time comes from a running timer.
        works_holidays: Holidays mean nothing to them.
        day_more: A weekday on which they worked, too, until some weeks ago; ``None``
            for somebody whose days never changed.
        capacity_told: Whether Clockify knows how long they are expected to work.
    """

    handle: str
    name: str | None
    zone: str = BERLIN
    working_days: tuple[int, ...] = MONDAY_TO_FRIDAY
    day_s: int = 8 * 3600
    zeal: float = 1.0
    begins_h: float = 8.75
    rate: int = 8500
    role: Role = Role.MEMBER
    membership: Membership = Membership.ACTIVE
    groups: tuple[int, ...] = ()
    joined_days_ago: int | None = None
    gone_days_ago: int | None = None
    to_the_second: bool = False
    works_holidays: bool = False
    day_more: int | None = None
    capacity_told: bool = True
    id: str = field(default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", sample_id(Kind.USER, self.handle))

    def capacity_s(self, weekday: int, weeks_ago: int) -> int:
        """Tell what is expected on a weekday of a week, seconds; 0 for a day off.

        Args:
            weekday: Monday is 0.
            weeks_ago: 0 is the running week.
        """
        also = weeks_ago > MORE_UNTIL_WEEKS_AGO and weekday == self.day_more
        return self.day_s if also or weekday in self.working_days else 0

    @property
    def email(self) -> str:
        """An address in a domain that leads nowhere (RFC 2606)."""
        return f"{self.handle}@acme.example"

    @property
    def account_status(self) -> str:
        """The status of the account, which knows nothing of workspaces."""
        pending = self.membership is Membership.PENDING
        return "PENDING_EMAIL_VERIFICATION" if pending else "ACTIVE"


_DESIGN, _ENGINEERING, _CLIENTS = 0, 1, 2
GROUP_NAMES = ("Design", "Engineering", "Client services")

# The first three hold the keys: owner, manager, member. A smaller organisation is
# cut from the end, so whoever stands further up stays longest.
ROSTER: tuple[Person, ...] = (
    Person(
        "amara.okafor",
        "Amara Okafor",
        zeal=1.075,
        rate=11_000,
        role=Role.OWNER,
        groups=(_CLIENTS,),
        works_holidays=True,
    ),
    Person(
        "greta.lindqvist",
        "Greta Lindqvist",
        zeal=0.96,
        rate=9_500,
        role=Role.ADMIN,
        groups=(_DESIGN, _CLIENTS),
    ),
    Person("daan.de.vries", "Daan de Vries", zeal=1.005, groups=(_ENGINEERING,)),
    Person("bastian.krueger", "Bastian Krüger", zeal=0.99, groups=(_ENGINEERING,)),
    Person("chiara.lombardi", "Chiara Lombardi", zeal=1.045, groups=(_DESIGN,)),
    Person(
        "elif.yilmaz",
        "Elif Y\u0131lmaz",
        working_days=(0, 1, 2),
        groups=(_CLIENTS,),
        to_the_second=True,
    ),
    Person("farid.haddad", "Farid Haddad", zeal=1.03, groups=(_ENGINEERING,)),
    Person(
        "hiroshi.tanaka",
        "Hiroshi Tanaka",
        SYDNEY,
        working_days=(1, 2, 3),
        zeal=0.99,
        groups=(_ENGINEERING,),
    ),
    Person("ines.carvalho", "Inês Carvalho", groups=(_DESIGN,), to_the_second=True),
    Person(
        "jonas.weber",
        "Jonas Weber",
        working_days=(0, 1, 2, 3),
        groups=(_CLIENTS,),
        day_more=4,
    ),
    Person("katerina.novotna", "Kateřina Novotná", zeal=0.97, groups=(_ENGINEERING,)),
    Person(
        "liam.oconnor",
        "Liam O'Connor",
        NEW_YORK,
        zeal=1.02,
        groups=(_CLIENTS,),
        capacity_told=False,
    ),
    Person("maja.kowalska", "Maja Kowalska", zeal=0.86, groups=(_DESIGN,)),
    Person("nadia.rahman", "Nadia Rahman", KOLKATA, zeal=1.02, groups=(_ENGINEERING,)),
    Person(
        "oskar.nieminen",
        "Oskar Nieminen",
        zeal=0.98,
        groups=(_ENGINEERING,),
        capacity_told=False,
    ),
    Person(
        "priya.raman",
        "Priya Raman",
        KOLKATA,
        groups=(_CLIENTS,),
        capacity_told=False,
    ),
    Person(
        "sam.taylor",
        "Sam Taylor",
        NEW_YORK,
        zeal=0.97,
        rate=9_000,
        groups=(_ENGINEERING,),
        to_the_second=True,
    ),
    Person(
        "samuel.taylor",
        "Sam Taylor",
        SYDNEY,
        zeal=1.01,
        groups=(_DESIGN,),
        joined_days_ago=150,
    ),
    Person("quentin.dubois", "Quentin Dubois", membership=Membership.INACTIVE),
    Person("ruth.adler", None, membership=Membership.PENDING),
    Person("teddy.tremblay", 'Tremblay, Édouard "Teddy"', NEW_YORK, rate=7_500),
    Person("wilhelmina", LONG_NAME, zeal=0.99, groups=(_CLIENTS,)),
    Person("layla.hassan", "ليلى حسن", groups=(_DESIGN,), begins_h=8.25),
    Person("yves.girard", "=Yves Girard", zeal=0.98, to_the_second=True),
)
"""24 people: two share a name, one has two groups, one left, one is invited."""

DELETED = Person(
    "deleted",
    "DeletedUser",
    membership=Membership.DELETED,
    joined_days_ago=200,
    gone_days_ago=90,
)
"""Somebody whose account is gone; Clockify shows the time under this name [off]."""

_GIVEN = (
    "Ada", "Bruno", "Carla", "Dario", "Edda", "Filip", "Gina", "Hugo", "Ida",
    "Jakob", "Kira", "Luca", "Mara", "Nils", "Olga", "Pablo", "Rosa", "Silas",
    "Tilda", "Urs", "Vera", "Wanda", "Xenia", "Yara", "Zeno", "Anton", "Berta",
    "Cem", "Dina", "Emil",
)  # fmt: skip
_FAMILY = (
    "Aalto", "Berger", "Costa", "Dahl", "Eriksen", "Ferrari", "Gruber", "Holm",
    "Ivanova", "Jansen", "Kaya", "Larsen", "Moreau", "Nagy", "Orlov", "Pereira",
    "Quist", "Rossi", "Santos", "Toth", "Ueda", "Vogel", "Wolff", "Yang", "Ziegler",
)  # fmt: skip


def _further_people() -> Iterator[Person]:
    number = 0
    while True:
        lap, place = divmod(number, len(_GIVEN) * len(_FAMILY))
        # Stepping both lists at once keeps neighbours from sharing a name.
        given = _GIVEN[place % len(_GIVEN)]
        family = _FAMILY[(place // len(_GIVEN) + place) % len(_FAMILY)]
        suffix = f" {lap + 1}" if lap else ""
        handle = f"{given}.{family}{lap + 1 if lap else ''}".lower()
        yield Person(
            handle,
            f"{given} {family}{suffix}",
            ZONES[number % len(ZONES)],
            zeal=0.93 + number * 7 % 13 / 100,
            rate=6_000 + number * 500 % 6_000,
            groups=(number % len(GROUP_NAMES),),
            to_the_second=number % 3 == 0,
        )
        number += 1


def people(count: int) -> tuple[Person, ...]:
    """Give the first people of the organisation.

    Args:
        count: How many, at least one. Up to 24 are the named ones of ``ROSTER``.

    Returns:
        The owner first; everybody has an address and an id of their own.
    """
    further = _further_people()
    missing = max(0, count - len(ROSTER))
    return (*ROSTER[:count], *(next(further) for _ in range(missing)))
