"""What every test lives under: no screen, no foreign network, no real keyring."""

import os

# Before anything imports Qt or matplotlib.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CLOCKIFY_DESKTOP_LANGUAGE"] = "en"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

import ipaddress
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from clockify_desktop.domain.directory import Directory, Person, Project, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import MembersNeed, Need, ProfileNeed, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.query_cache import QueryCache

FULL = os.environ.get("PROOFS") == "full"
# Seeds are fixed in the short form, so that a red run is red again.
settings.register_profile("short", derandomize=True, deadline=None)
settings.register_profile("full", max_examples=5000, deadline=None)
settings.load_profile("full" if FULL else "short")


_FIGURES = pytest.StashKey[list[tuple[str, str]]]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what ``docs/reliability.md`` tells."""
    figures = config.stash.get(_FIGURES, [])
    if figures:
        terminalreporter.section("figures")
    for what, figure in figures:
        terminalreporter.write_line(f"{what}: {figure}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, and count no lines in it.

    Each line is run by a shorter test, too.
    """
    for item in items:
        if _is_long(item):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: not _is_long(item))


class _Together(LoadScopeScheduling):
    """Keep together, where tests run two at a time, what shares something costly.

    That is a file; of the misbehaving world all, whose last test looks for the key in
    what all others left. The groups of ``--dist loadgroup`` do not reach xdist 3.8
    from pytest 9.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "faults" if file.startswith("tests/faults/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    return _Together(config, log)


def _is_long(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("faults", "proof"))


@pytest.fixture
def figure(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Write a figure down, to be printed at the end."""
    figures = pytestconfig.stash.setdefault(_FIGURES, [])
    return lambda what, said: figures.append((what, said))


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that talks to anything but this computer."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = ipaddress.ip_address(address[0])
            assert host.is_loopback, f"a test connects to {host}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep accounts and settings of the person who runs the tests out of them."""
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path / "home-of-the-test"))
    for name in ("CLOCKIFY_API_KEY", "CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def qapp_cls() -> Iterator[type]:
    # Not for tests that are without Qt.
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from clockify_desktop.app.quitting import Application  # noqa: PLC0415

    yield Application
    # Without a screen what was copied outlives Python, and crashes the process then.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def cache_of() -> Callable[[Any], QueryCache]:
    """Keep what a fake session answers: profile, report, members."""

    def made(session: Any) -> QueryCache:
        async def load(need: Need, refresh: bool) -> Any:  # noqa: FBT001 - as the cache has it
            if isinstance(need, ProfileNeed):
                return await session.profile()
            if isinstance(need, ReportNeed):
                report = await session.report(need.query, refresh=refresh)
                if refresh:
                    cache.refresh([MembersNeed(need.query.workspace)])
                return report
            if isinstance(need, MembersNeed):
                return await session.members(need.workspace)
            # What only other pages than the one that is tested need.
            raise AppError(type(need).__name__, "No session here answers it.")

        cache = QueryCache(load, size_of=lambda _: 0, is_closed=lambda _: True)
        return cache

    return made


# One fact: person, project, day, seconds, billable seconds, micros, currency.
Fact = tuple[int, int, date, int, int, int, int]


@pytest.fixture
def make_report() -> Callable[..., Report]:
    def make(
        facts: list[Fact],
        people: tuple[Person, ...],
        projects: tuple[Project, ...],
        *,
        directory: Directory | None = None,
        currencies: tuple[str, ...] = ("EUR", "USD"),
        hidden: bool = False,
        withheld: bool = False,
        week_start: int = 0,
    ) -> Report:
        def column(place: int) -> np.ndarray:
            return np.array([fact[place] for fact in facts], np.int64)

        table = Facts(
            people=people,
            projects=projects,
            currencies=() if hidden else currencies,
            user=column(0),
            project=column(1),
            day=np.array([fact[2].toordinal() for fact in facts], np.int64),
            seconds=column(3),
            billable_seconds=None if withheld else column(4),
            amount_micros=None if hidden else column(5),
            currency=np.full(len(facts), -1) if hidden else column(6),
        )
        workspace = Workspace(WorkspaceId("w1"), "Acme", "EUR")
        period = Period(date(2026, 11, 16), date(2026, 11, 22))
        return Report(
            query=ReportQuery(workspace, period, "Europe/Berlin", week_start),
            facts=table,
            directory=directory or Directory(people=people, projects=projects),
            fetched_at=datetime(2026, 11, 23, 8, 14, tzinfo=UTC),
            server_total_s=table.total_s,
            billable_withheld=withheld,
        )

    return make
