"""Files as Clockify exports them, in the formats that people set there; for tests."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from clockify_desktop.domain.written_dates import CLOCKIFY_DATES, WrittenDates

ENGLISH: Final = (
    *("Project", "Client", "Description", "Task", "User", "Group", "Email", "Tags"),
    *("Type", "Billable", "Start Date", "Start Time", "End Date", "End Time"),
    *("Duration (h)", "Duration (decimal)"),
    *("Billable Rate (EUR)", "Billable Amount (EUR)"),
)
GERMAN: Final = (
    *("Projekt", "Kunde", "Beschreibung", "Aufgabe", "Benutzer", "Gruppe", "Email"),
    *("Tags", "Typ", "Abrechenbar", "Startdatum", "Startzeit", "Enddatum", "Endzeit"),
    *("Dauer (h)", "Dauer (dezimal)"),
    *("Abrechenbarer Tarif (EUR)", "Rechnungsbetrag (EUR)"),
)
PORTUGUESE: Final = (
    *("Projeto", "Cliente", "Descrição", "Tarefa", "Usuário", "Grupo", "E-mail"),
    *("Etiquetas", "Tipo", "Faturável", "Data de início", "Hora de início"),
    *("Data de término", "Hora de término", "Duração (h)", "Duração (decimal)"),
    *("Taxa Faturável (EUR)", "Valor Faturável (EUR)"),
)
OWN_LABELS: Final = (
    *("Matter", "Party", "Description", "Activity", "Colleague", "Group", "Email"),
    *("Labels", *ENGLISH[8:]),
)
LANGUAGES: Final = {
    ENGLISH: ("Yes", "No"),
    GERMAN: ("Ja", "Nein"),
    PORTUGUESE: ("Sim", "Não"),
    OWN_LABELS: ("Yes", "No"),
}


@dataclass(frozen=True)
class Form:
    """How somebody has their exports written."""

    titles: tuple[str, ...] = ENGLISH
    dates: WrittenDates = CLOCKIFY_DATES
    seconds: bool = True
    decimals: bool = False
    """Whether a duration is in decimal hours alone."""
    comma: bool = False
    separator: str = ","
    quotes: bool = True
    line_end: str = "\n"
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Logged:
    """One entry, by the clock of whoever exports."""

    start: datetime
    length: timedelta
    user: str = "Ann"
    project: str = "Web"
    client: str = "Acme"
    description: str = "Talk"
    task: str = ""
    tags: tuple[str, ...] = ()
    billable: bool = True
    cents: int = 0

    @property
    def end(self) -> datetime:
        return self.start + self.length


def exported(entries: Iterable[Logged], form: Form = Form()) -> bytes:
    """Write a file of entries."""
    return written((form.titles, *(_row(one, form) for one in entries)), form)


def table(titles: Sequence[str], *rows: Mapping[str, str]) -> bytes:
    """Write a file of rows by their English titles."""
    return written((titles, *([row.get(one, "") for one in titles] for row in rows)))


def written(rows: Iterable[Sequence[str]], form: Form = Form()) -> bytes:
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if form.quotes else csv.QUOTE_MINIMAL
    csv.writer(
        text,
        delimiter=form.separator,
        quoting=quoting,
        lineterminator=form.line_end,
    ).writerows(rows)
    return text.getvalue().encode(form.encoding)


def _row(one: Logged, form: Form) -> tuple[str, ...]:
    yes, no = LANGUAGES[form.titles]
    seconds = int(one.length.total_seconds())
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    clock += f":{seconds % 60:02}" if form.seconds else ""
    decimal = _number(f"{seconds / 3600:.4f}", form)
    return (
        *(one.project, one.client, one.description, one.task, one.user, "Build"),
        *(f"{one.user.lower()}@acme.example", ", ".join(one.tags), "Regular"),
        yes if one.billable else no,
        *(form.dates.day(one.start.date()), _time(one.start, form)),
        *(form.dates.day(one.end.date()), _time(one.end, form)),
        *("" if form.decimals else clock, decimal),
        *("0.00", _number(f"{one.cents // 100}.{one.cents % 100:02}", form)),
    )


def _time(at: datetime, form: Form) -> str:
    text = form.dates.time(at.hour * 3600 + at.minute * 60 + at.second)
    return text if form.seconds else text[:5] + text[8:]


def _number(text: str, form: Form) -> str:
    return text.replace(".", ",") if form.comma else text
