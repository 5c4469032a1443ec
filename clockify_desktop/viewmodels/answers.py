"""What the report page asks of an account that is open."""

from typing import Protocol

from clockify_desktop.domain.directory import Members, Workspace
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.session import Profile


class Answers(Protocol):
    """The part of a session that the report page needs; each may raise ``AppError``."""

    async def profile(self) -> Profile:
        """Ask who the key's owner is."""
        ...

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        """Give a report."""
        ...

    async def members(self, workspace: Workspace) -> Members:
        """Tell who is a member of which project."""
        ...
