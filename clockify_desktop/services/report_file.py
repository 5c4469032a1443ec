"""Report files: which report somebody wants again and again, and what is written of it.

What they hold bears the names of the options of ``clockify-desktop report``.
"""

from collections.abc import Iterable
from typing import Final

import msgspec

from clockify_desktop.domain.day_counting import DaysIn, Midnight
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.where_options import Billable

VERSION: Final = 1
WHOLE_REVIEW: Final = "review"
"""All pages at once, in the place of one."""


class Chosen(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A workspace, person, project or client.

    Args:
        id: By which it is found; empty where its name alone is known.
        name: For whoever reads the file, and to find it by where it has no id.
    """

    id: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """By which it is looked up."""
        return self.id or self.name


class ReportOutput(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
):
    """A file that is written of a report.

    Args:
        path: Where it goes within the folder of outputs, see ``output_names``.
        format: What the path ends with unless given; so are all others.
    """

    path: str
    format: str = ""
    layout: str = ""
    dialect: str = ""
    separator: str = ""
    decimal_sign: str = ""
    encoding: str = ""
    columns: tuple[str, ...] = ()
    paper: str = ""
    no_formula_guard: bool = False
    all_decimals: bool = False
    no_amounts: bool = False
    no_descriptions: bool = False
    no_zero: bool = False


class ReportFile(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
):
    """A report as a file keeps it.

    Args:
        version: Of the form of the file.
        account: Its name on this computer; empty for the only one, or the last used.
        workspace: ``None`` for the profile's.
        period: As the command line spells it, by name or by days.
        time_zone: Its IANA name; empty for the profile's.
        group_by: Of the page that any levels group.
        choose: What is chosen in the head of another page, such as ``rows=client``.
        people: The only ones; empty for everybody, and likewise for the others.
    """

    version: int
    account: str = ""
    period: str
    time_zone: str = ""
    days_in: DaysIn = DaysIn.REPORT
    midnight: Midnight = Midnight.START
    rounding: str = ""
    page: str = "where"
    group_by: tuple[Level, ...] = ()
    only: Billable = Billable.ALL
    choose: tuple[str, ...] = ()
    hide_names: bool = False
    strict: bool = False
    fail_on: str = ""
    workspace: Chosen | None = None
    people: tuple[Chosen, ...] = ()
    projects: tuple[Chosen, ...] = ()
    clients: tuple[Chosen, ...] = ()
    outputs: tuple[ReportOutput, ...] = ()

    @property
    def everything_chosen(self) -> Iterable[Chosen]:
        """All that it names by id or name."""
        workspace = () if self.workspace is None else (self.workspace,)
        return (*workspace, *self.people, *self.projects, *self.clients)


def with_names(error: LookUpError, file: ReportFile) -> LookUpError:
    """Say the name beside an id that was looked up in vain."""
    title = error.title
    for one in file.everything_chosen:
        if one.id and one.name:
            said = f"“{named(one.name)}” ({named(one.id)})"
            title = title.replace(f"“{named(one.id)}”", said)
    return LookUpError(title, error.advice)
