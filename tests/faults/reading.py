"""The ways in which the program reads what others wrote, as functions of bytes."""

import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

import httpx

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.summary_decoding import decoded_summary
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES, page_by_key
from clockify_desktop.pages.where import where_content
from clockify_desktop.services.session import Session
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.settings import SettingsFile
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.choice import from_dict
from tests.faults.good_answers import NOW, Place, good_body, place_of
from tests.faults.mutations import mutated
from tests.faults.skipped_waits import SkippedWaits
from tests.loopback import Seen

Read = Callable[[bytes, Random], None]
Call = Callable[[Clockify], Awaitable[object]]
Handle = Callable[[httpx.Request], httpx.Response]

DAY = Period(NOW.date(), NOW.date())
_HOSTS = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")
_KEY = "key-of-the-fuzzing"


def by_call(call: Call) -> Read:
    """Read a reply by one call of the client."""

    def read(body: bytes, chance: Random) -> None:
        last = {"Last-Page": chance.choice(["true", "false", "", "x"])}
        _run(lambda _: httpx.Response(200, content=body, headers=last), call)

    return read


def by_report(place: Place) -> Read:
    """Read one of the replies that a report is made of, up to what is drawn."""

    def read(body: bytes, _chance: Random) -> None:
        def handle(request: httpx.Request) -> httpx.Response:
            seen = Seen(request.method, request.url.path, {}, request.content)
            good = good_body(seen)
            damaged = place_of(seen) is place
            return httpx.Response(200, content=body if damaged else good)

        _run(handle, _drawn)

    return read


async def _drawn(clockify: Clockify) -> None:
    session = Session(clockify)
    try:
        profile = await session.profile()
        home = next(one for one in profile.workspaces if one.id == profile.home)
        query = ReportQuery(home, DAY, profile.time_zone, profile.week_start)
        report = await session.report(query)
        where_content(report, EVERYTHING, ViewOptions())
    finally:
        await session.answers.close()


def by_refusal(body: bytes, chance: Random) -> None:
    """Read a refusal, with a plea to wait that is damaged too."""
    date = json.dumps(chance.choice(["Mon, 23 Nov 2026 08:00:00 GMT", "120"]))
    text = mutated(date.encode(), chance).decode("latin-1")
    # Nothing else gets through the parser of heads.
    wait = "".join(sign for sign in text if sign.isascii() and sign.isprintable())
    status = chance.choice(
        [400, 401, 403, 404, 429, 500, 503, chance.randrange(300, 600)]
    )
    headers = {"Retry-After": wait.strip('"')}
    _run(
        lambda _: httpx.Response(status, content=body, headers=headers),
        lambda clockify: clockify.user(),
    )


def piece_by_piece(body: bytes, _chance: Random) -> None:
    """Read a summary as large ones are read."""
    asked = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "here", 200)
    decoded_summary(body, asked)


def as_settings(content: bytes, _chance: Random) -> None:
    """Read the settings, and what they remember of every account."""
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder))
        file.path.write_bytes(content)
        for account in file.read().accounts.values():
            kept = AccountPreferences(account)
            assert kept.period_choice()
            page = page_by_key(kept.page_key, PAGES)
            assert page.controls(kept.view(page.key))
            assert kept.time_zone is None or kept.time_zone
            for choice in account.choices.values():
                assert from_dict(choice)


def as_accounts(content: bytes, _chance: Random) -> None:
    """Read the list of accounts."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "accounts.json").write_bytes(content)
        file = AccountsFile(Path(folder))
        for account in file.list():
            assert file.find(account.name) == account
        file.default()


def _run(handle: Handle, call: Call) -> None:
    async def main() -> None:
        async with open_clockify(
            _HOSTS,
            ApiKey(_KEY),
            transport=httpx.MockTransport(handle),
            rate_a_second=1e6,
            retry_policy=SkippedWaits().retry_policy(),
        ) as clockify:
            await call(clockify)

    asyncio.run(main())
