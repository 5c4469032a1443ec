"""The key is in no log, error, report, file or export, in whatever form it is written.

It runs last: what the table of faults and the hostile addresses said is searched too.
"""

import asyncio
import base64
import logging
import zlib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.csv_file import PLAIN, excel
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.export.picture import picture_bytes
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.session import Session
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.settings import AccountSettings, SettingsFile
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from tests.faults.canary import CANARY, forms, found_in
from tests.faults.cell import Cell
from tests.faults.evidence import Evidence
from tests.faults.fault_run import client
from tests.faults.fault_table import FAULTS
from tests.faults.good_answers import NOW, SUMMARY
from tests.faults.misbehaving_server import MisbehavingServer
from tests.loopback import http_reply, listening
from tests.written import csv_bytes, json_bytes, table_text


def test_the_key_is_nowhere(
    table: list[Cell],
    evidence: Evidence,
    tmp_path: Path,
    figure: Callable[[str, str], None],
) -> None:
    assert table
    asyncio.run(work_with_the_key(evidence, tmp_path))
    evidence.note_folder("crash reports", evidence.folder)
    evidence.note_folder("settings", tmp_path)
    places = {
        *("logs", "errors", "tracebacks", "crash reports"),
        *("settings", "exports", "reprs", "shown"),
    }
    assert places == set(evidence.found)
    found = {place: found_in(evidence.found[place]) for place in places}
    size = sum(len(one) for said in evidence.found.values() for one in said)
    figure(
        "the key",
        f"in 0 of {len(forms(CANARY))} forms in {size / 2**20:.0f} MiB of"
        f" {', '.join(sorted(places))}",
    )
    assert not {place: names for place, names in found.items() if names}
    # And it was all there to be found: these are the traces of the very same runs.
    assert any(
        b"httpcore" in line or b"receive_response" in line
        for line in evidence.found["logs"]
    )
    assert any(
        b"TruncatedResponseError" in line for line in evidence.found["crash reports"]
    )


async def work_with_the_key(evidence: Evidence, folder: Path) -> None:
    """Sign in, look, remember and save, and note all that is left behind."""
    server = MisbehavingServer(FAULTS[0], SUMMARY)
    async with server.running(), client(server, FAULTS[0]) as clockify:
        session = Session(clockify)
        model = ReportViewModel(lambda: NOW)
        settled = asyncio.Event()

        def on_changed(state: ReportState) -> None:
            evidence.note("shown", repr(state))
            if not state.loading:
                settled.set()

        model.changed.connect(on_changed)
        model.open(session.answers, AccountSettings())
        await settled.wait()
        report, content = model.state.report, model.state.content
        assert report is not None
        assert content is not None
        note_exports(evidence, report, content)
        account = Account("Me", server.hosts.core_url, server.hosts.reports_url)
        AccountsFile(folder).add(account)
        SettingsFile(folder).keep_account("Me", AccountSettings(workspace_id="w1"))
        exchange = clockify._requester
        connection = Connection(server.hosts, ApiKey(CANARY))
        for one in (
            *(clockify, exchange, exchange._transport, session, model, account),
            *(connection, connection.credential, AddonToken(CANARY), server.hosts),
        ):
            evidence.note("reprs", f"{one!r} {one!s} {getattr(one, '__dict__', '')!r}")
        model.leave()
        await session.answers.close()


def note_exports(evidence: Evidence, report: Report, content: PageContent) -> None:
    query = report.query
    table = table_of(report, [Level.USER, Level.PROJECT])
    for syntax in (PLAIN, excel(RegionalSigns(";", ","))):
        evidence.note("exports", csv_bytes(table, query, syntax))
    evidence.note("exports", json_bytes(table, report))
    evidence.note("exports", table_text(table))
    for kind in PictureKind:
        drawn = picture_bytes(content.picture, kind.value)
        evidence.note("exports", drawn)


@pytest.mark.parametrize("name", sorted(forms(CANARY)))
def test_every_form_would_be_found(name: str) -> None:
    """Among other bytes, at any place, and packed as a picture packs its texts."""
    form = forms(CANARY)[name]
    assert name in found_in([b"x", b"before " + form + b" behind", b"y"])
    assert name in found_in([b"%PDF stream\n" + zlib.compress(b"Tj " + form) + b"end"])


@pytest.mark.parametrize("shift", [0, 1, 2])
def test_base64_is_found_at_every_place(shift: int) -> None:
    written = base64.b64encode(b"k=" + b"x" * shift + CANARY.encode() + b"; more")
    assert [name for name in found_in([written]) if name.startswith("base64")]


def test_nothing_is_found_where_nothing_is() -> None:
    assert found_in([b"canary", b"key", CANARY[:8].encode()]) == []


def test_the_control_writes_the_key_down(evidence: Evidence) -> None:
    """A logger as one would write it first, and an error that tells what was sent."""
    naive = Evidence(evidence.folder / "control")
    log = logging.getLogger("naive")
    log.addHandler(naive)
    log.propagate = False

    async def note(request: httpx.Request) -> None:
        log.debug("asking with %r", request.headers.raw)

    async def ask() -> None:
        async with (
            listening(http_reply(b"", 401)) as server,
            httpx.AsyncClient(
                headers={"X-Api-Key": CANARY}, event_hooks={"request": [note]}
            ) as http,
        ):
            try:
                (await http.get(server.hosts.core_url)).raise_for_status()
            except httpx.HTTPStatusError as error:
                naive.note_error(error)

    log.setLevel(logging.DEBUG)
    asyncio.run(ask())
    assert "raw" in found_in(naive.found["logs"])
    assert "raw" in found_in(naive.found["tracebacks"])
