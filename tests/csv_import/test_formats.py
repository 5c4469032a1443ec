"""Whatever form somebody's exports have, the same entries come back."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.exported_file import ExportedFile, read_export
from clockify_desktop.domain.written_dates import WrittenDates
from tests.csv_import.exported import LANGUAGES, Form, Logged, exported

BERLIN = ZoneInfo("Europe/Berlin")
ORDERS = {"MM/DD/YYYY": "mdy", "DD/MM/YYYY": "dmy", "DD.MM.YYYY": "dmy"}
ORDERS |= {"YYYY-MM-DD": "ymd", "MM-DD-YYYY": "mdy"}

# Clockify keeps no blanks around names, and a comma in a tag makes two of it.
_letters = st.characters(exclude_categories=("C", "Z"), exclude_characters=",'=+-@−")
names = st.text(_letters, min_size=1, max_size=8)
said = st.text(st.one_of(_letters, st.sampled_from(' "\n,;\t')), max_size=12).map(
    str.strip
)

logged = st.builds(
    Logged,
    # A quarter of a year in which no clock is changed.
    start=st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 20)).map(  # noqa: DTZ001
        lambda at: at.replace(microsecond=0)
    ),
    length=st.integers(0, 3 * 86_400).map(lambda one: timedelta(seconds=one)),
    user=st.sampled_from(["Ann", "Bob"]),
    project=st.one_of(st.just(""), names),
    client=st.one_of(st.just(""), names),
    description=said,
    task=st.one_of(st.just(""), names),
    tags=st.lists(names, max_size=3, unique=True).map(tuple),
    billable=st.booleans(),
    cents=st.integers(0, 10**7),
)
forms = st.builds(
    Form,
    titles=st.sampled_from(list(LANGUAGES)),
    dates=st.builds(WrittenDates, st.sampled_from(list(ORDERS)), st.booleans()),
    seconds=st.booleans(),
    decimals=st.booleans(),
    comma=st.booleans(),
    separator=st.sampled_from(",;\t"),
    quotes=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)


def told(one: Logged) -> tuple[object, ...]:
    client = one.client if one.project else ""
    start = one.start.replace(tzinfo=BERLIN)
    return (
        *(one.user, one.project or "(Without project)", client, one.description),
        *(one.task or "(Without task)", one.tags, one.billable),
        *(int(start.timestamp()), int(one.length.total_seconds()), one.cents * 10_000),
    )


def read(file: ExportedFile) -> list[tuple[object, ...]]:
    entries = file.entries
    assert entries.amount_micros is not None
    assert (entries.end_s == entries.start_s + entries.seconds).all()
    assert (entries.start_clock_s // 86_400 == entries.day - 719_163).all()
    found = []
    for at in range(len(entries)):
        project = entries.projects[entries.project[at]]
        found.append(
            (
                *(entries.person(at).name, project.name, project.client_name),
                entries.descriptions[entries.description[at]],
                entries.tasks[entries.task[at]].name,
                tuple(tag.name for tag in entries.tag_sets[entries.tags[at]]),
                *(bool(entries.billable[at]), int(entries.start_s[at])),
                *(int(entries.seconds[at]), int(entries.amount_micros[at])),
            )
        )
    return found


@given(st.lists(logged, min_size=1, max_size=8), forms)
def test_every_form_tells_the_same_entries(entries: list[Logged], form: Form) -> None:
    if not form.seconds:
        # Such a form has no place for seconds, unless the decimals tell them.
        entries = [
            Logged(
                **{
                    **vars(one),
                    "start": one.start.replace(second=0),
                    "length": timedelta(seconds=one.length.total_seconds() // 60 * 60),
                }
            )
            for one in entries
        ]
    order = DateOrder(ORDERS[form.dates.date_format])
    file = read_export(exported(entries, form), "a.csv", BERLIN, order)
    assert (file.unreadable, dict(file.losses), file.lacking) == ((), {}, ())
    assert sorted(read(file), key=str) == sorted(map(told, entries), key=str)
    assert {one.name for one in file.directory.groups} == {"Build"}
    assert file.dates == form.dates
    by_place = ", by its place" if "Matter" in form.titles else ""
    assert bool(file.remarks) == bool(by_place)
    assert len(set(file.entries.ids)) == len(entries)
    again = read_export(exported(entries[::-1], form), "b.csv", BERLIN, order)
    assert set(again.entries.ids) == set(file.entries.ids)
