import unicodedata
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.normal_form import as_seen
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.selection import Selection
from clockify_desktop.export.file_names import suggested_name

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
# Windows keeps these before the first point, whatever follows it.
DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{name}{sign}" for name in ("COM", "LPT") for sign in "0123456789¹²³"
}


@pytest.mark.parametrize(
    ("workspace", "period", "what", "others", "expected"),
    [
        (
            "Acme",
            WEEK,
            "people by project",
            {},
            "Acme_2026-W47_people-by-project.csv",
        ),
        (
            "Acme",
            MONTH,
            "projects by client",
            {"selection": Selection(people=frozenset(map(UserId, "abcdefghijkl")))},
            "Acme_2026-11-01_2026-11-30_projects-by-client_12-people.csv",
        ),
        (
            "Acme Studio",
            WEEK,
            "people by project",
            {"sample": True},
            "SAMPLE_Acme-Studio_2026-W47_people-by-project.csv",
        ),
        (
            "Müller & / Öl",
            Period(WEEK.start, WEEK.start),
            "teams by billable",
            {
                "selection": Selection(
                    frozenset({UserId("a")}),
                    frozenset({ProjectId("p"), ProjectId("q"), None}),
                    billable=False,
                ),
                "suffix": "pdf",
            },
            (
                "Müller-Öl_2026-11-16_teams-by-billable_1-person_2-projects"
                "_without-project_not-billable.pdf"
            ),
        ),
        (
            "Acme",
            WEEK,
            "people by day",
            {"selection": Selection(days=frozenset({WEEK.start}), billable=True)},
            "Acme_2026-W47_people-by-day_1-day_only-billable.csv",
        ),
        (
            "..",
            WEEK,
            "clients",
            {"selection": Selection(projects=frozenset())},
            "Clockify_2026-W47_clients_0-projects.csv",
        ),
        (
            "..",
            WEEK,
            "clients",
            {"selection": Selection(projects=frozenset({None}))},
            "Clockify_2026-W47_clients_without-project.csv",
        ),
        (
            "a" * 39 + " bc",
            WEEK,
            "people by project",
            {},
            "a" * 39 + "_2026-W47_people-by-project.csv",
        ),
        (
            "CON",
            WEEK,
            "clients by person",
            {},
            "CON_2026-W47_clients-by-person.csv",
        ),
        (
            "\u202egpj.exe\u3164\u0301 …",
            WEEK,
            "entries of ../Ann: \\CON?.\t",
            {},
            "gpj-exe_2026-W47_entries-of-Ann-CON.csv",
        ),
        ("\u3164\ufe0f", WEEK, ". \u200b.", {}, "Clockify_2026-W47_Clockify.csv"),
        (
            "हिन्दी टीम",
            WEEK,
            "people by project",
            {},
            "हिन्दी-टीम_2026-W47_people-by-project.csv",
        ),
    ],
)
def test_a_name_says_what_the_file_holds(
    workspace: str,
    period: Period,
    what: str,
    others: dict[str, Any],
    expected: str,
) -> None:
    assert suggested_name(workspace, period, 0, what, **others) == expected


@pytest.mark.parametrize(
    ("week_start", "start", "expected"),
    [
        (6, date(2026, 11, 15), "2026-W47"),
        (6, date(2026, 11, 16), "2026-11-16_2026-11-22"),
        (0, date(2025, 12, 29), "2026-W01"),
    ],
)
def test_a_week_is_the_persons_own_and_numbered_by_its_thursday(
    week_start: int, start: date, expected: str
) -> None:
    period = Period(start, start + timedelta(days=6))
    name = suggested_name("A", period, week_start, "people by project")
    assert name == f"A_{expected}_people-by-project.csv"


# Also such as other systems trip over.
TEXTS = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [*DEVICES, *'/\\:*?"<>| .-_~\0\n\u202e\u200f\u3164\u0301\ufe0f\ud800😀ä', ".."]
    ),
    max_size=40,
).map("".join)


@given(
    workspace=TEXTS,
    what=TEXTS,
    start=st.dates(max_value=date(9000, 1, 1)),
    days=st.integers(0, 400),
    chosen=st.none() | st.frozensets(st.text(max_size=3)),
    billable=st.none() | st.booleans(),
    sample=st.booleans(),
)
def test_every_system_takes_every_name(
    *,
    workspace: str,
    what: str,
    start: date,
    days: int,
    chosen: Any,
    billable: bool | None,
    sample: bool,
) -> None:
    period = Period(start, start + timedelta(days=days))
    name = suggested_name(
        workspace,
        period,
        0,
        what,
        selection=Selection(chosen, chosen, billable),
        sample=sample,
    )
    stem, point, suffix = name.partition(".")
    assert (point, suffix) == (".", "csv")
    # Bytes are never fewer than the UTF-16 units that Windows counts.
    assert len(name.encode()) <= 255
    assert as_seen(name) == unicodedata.normalize("NFKC", name)
    assert stem.upper() not in DEVICES
    assert stem[0] not in "-_"
    assert not any(sign in stem for sign in "\\/:*?\"<>|&%$`'; \t\n\0")
    categories = {unicodedata.category(sign)[0] for sign in stem}
    assert categories <= {"L", "N", "M", "P"}
    assert {sign for sign in stem if unicodedata.category(sign)[0] == "P"} <= {*"-_"}
    assert stem.startswith("SAMPLE_") >= sample


def test_the_longest_name_of_all_fits_on_every_disk() -> None:
    many: Any = frozenset({None, *range(99_999)})
    days = frozenset(WEEK.start + timedelta(days=at) for at in range(400))
    widest = "\N{CUNEIFORM SIGN A}" * 300
    cells: Any = frozenset()
    everything = Selection(many, many, billable=False, days=days, cells=cells)
    name = suggested_name(
        widest, MONTH, 0, widest, selection=everything, sample=True, suffix="xlsx"
    )
    assert name.endswith("_selected-parts.xlsx")
    assert len(name.encode()) <= 255


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=20))
def test_letters_and_digits_are_kept(word: str) -> None:
    composed = unicodedata.normalize("NFC", word)
    name = suggested_name(f" {word}!", WEEK, 0, "people by project")
    assert name.startswith(f"{composed}_2026-W47")
