"""Which column of a detailed report is which, by the titles in its first line.

Clockify writes titles in the language of whoever exports. What a workspace calls its
people, projects, clients, tasks and tags can be its own words: a title that no language
has is told by its place between those that are known, for their order is always the
same.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final


class Field(StrEnum):
    """What Clockify tells of an entry, by its English title and in its order."""

    PROJECT = "Project"
    CLIENT = "Client"
    DESCRIPTION = "Description"
    TASK = "Task"
    KIOSK = "Kiosk"
    USER = "User"
    GROUP = "Group"
    EMAIL = "Email"
    TAGS = "Tags"
    TYPE = "Type"
    BILLABLE = "Billable"
    INVOICED = "Invoiced"
    INVOICE_ID = "Invoice ID"
    START_DATE = "Start Date"
    START_TIME = "Start Time"
    END_DATE = "End Date"
    END_TIME = "End Time"
    DURATION = "Duration (h)"
    DECIMAL = "Duration (decimal)"
    RATE = "Billable Rate"
    AMOUNT = "Billable Amount"
    CREATED = "Date of creation"


_RENAMED: Final = frozenset(
    {Field.PROJECT, Field.CLIENT, Field.TASK, Field.USER, Field.TAGS}
)
_MONEY: Final = frozenset({Field.RATE, Field.AMOUNT})
NOT_READ: Final = frozenset({Field.KIOSK, Field.CREATED})
"""What neither a page nor a file shows."""
_MAY_LACK: Final = frozenset(
    *({*NOT_READ, Field.INVOICED, Field.INVOICE_ID, Field.RATE, Field.DECIMAL},)
)

# Those of German and Portuguese are as two importers of such files have them, and as
# Clockify's own pages say them. A summary by date has titles of its own.
_WORDS: Final[Mapping[Field, str]] = {
    Field.PROJECT: "project|projekt|projeto|projecto",
    Field.CLIENT: "client|kunde|cliente",
    Field.DESCRIPTION: "description|beschreibung|descrição",
    Field.TASK: "task|aufgabe|tarefa",
    Field.KIOSK: "kiosk|quiosque",
    Field.USER: "user|benutzer|nutzer|usuário|utilizador|do utilizador",
    Field.GROUP: "group|gruppe|grupo",
    Field.EMAIL: "email|e-mail",
    Field.TAGS: "tags|tag|schlagwörter|stichwörter|etiquetas",
    Field.TYPE: "type|typ|art|tipo",
    Field.BILLABLE: "billable|abrechenbar|verrechenbar|faturável|facturável",
    Field.INVOICED: "invoiced|in rechnung gestellt|faturado|facturado",
    Field.INVOICE_ID: "invoice id|rechnungs-id|rechnungsnummer|id da fatura",
    Field.START_DATE: "start date|date|startdatum|datum|data de início|data",
    Field.START_TIME: "start time|startzeit|hora de início",
    Field.END_DATE: "end date|enddatum|data final|data de término|data de fim",
    Field.END_TIME: "end time|endzeit|hora de término|hora final|hora de fim",
    Field.DURATION: "duration|time|dauer|zeit|duração|tempo",
    Field.RATE: "billable rate|abrechenbarer tarif|abrechenbarer satz|taxa faturável",
    Field.AMOUNT: "billable amount|amount|rechnungsbetrag|abrechenbarer betrag|"
    "valor faturável|betrag",
    Field.CREATED: "date of creation|erstellungsdatum|erstellt am|data de criação",
}
_BY_WORDS: Final = {
    word: field for field, words in _WORDS.items() for word in words.split("|")
}
_DECIMAL: Final = frozenset({"decimal", "dezimal"})
_WITH_BRACKETS: Final = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_ORDER: Final = {field: place for place, field in enumerate(Field)}


@dataclass(frozen=True, slots=True)
class Titles:
    """Where each column stands.

    Args:
        width: How many columns there are.
        at: The places of what is known, money apart.
        money: Places of rates and amounts by currency.
        by_place: Titles that their place alone tells, and what they are taken for.
        strange: Titles that nothing tells.
        nameless_money: Whether rates or amounts name no currency.
    """

    width: int
    at: Mapping[Field, int]
    money: Mapping[tuple[Field, str], int]
    by_place: Mapping[str, Field]
    strange: tuple[str, ...]
    nameless_money: bool = False

    @property
    def is_of_entries(self) -> bool:
        """Whether it is told when entries were and how long they took."""
        lengths = {Field.DURATION, Field.DECIMAL} & self.at.keys()
        both_ends = {Field.START_TIME, Field.END_TIME} <= self.at.keys()
        return Field.START_DATE in self.at and (bool(lengths) or both_ends)

    @property
    def currencies(self) -> tuple[str, ...]:
        """Of the amounts, in the order of their columns."""
        return tuple(one for field, one in self.money if field is Field.AMOUNT)

    @property
    def missing(self) -> tuple[str, ...]:
        """The titles that are not there and of which something is shown."""
        there = {*self.at, *(field for field, _ in self.money)}
        optional = {*_MAY_LACK, Field.DURATION}
        if Field.DURATION not in there and Field.DECIMAL not in there:
            optional.remove(Field.DURATION)
        return tuple(one for one in Field if one not in there | optional)


def titles_of(first: Sequence[str]) -> Titles:
    """Read the first line of a file; of a title that stands twice the first counts."""
    told: list[Field | None] = []
    currencies: list[str] = []
    for title in first:
        field, currency = _field_of(title)
        told.append(field)
        currencies.append(currency)
    at: dict[Field, int] = {}
    money: dict[tuple[Field, str], int] = {}
    nameless = False
    for place, (field, currency) in enumerate(zip(told, currencies, strict=True)):
        if field in _MONEY and field is not None:
            nameless |= not currency
            if currency:
                money.setdefault((field, currency), place)
        elif field is not None:
            at.setdefault(field, place)
    by_place = dict(_by_place(told, at.keys()))
    at |= {field: place for place, field in by_place.items()}
    return Titles(
        len(first),
        at,
        money,
        {first[place].strip(): field for place, field in by_place.items()},
        tuple(
            title.strip()
            for place, title in enumerate(first)
            if told[place] is None and place not in by_place and title.strip()
        ),
        nameless,
    )


def _field_of(title: str) -> tuple[Field | None, str]:
    """Tell what a title means, and its currency."""
    text = " ".join(title.split())
    found = _WITH_BRACKETS.fullmatch(text)
    words, inside = (found[1], found[2].strip()) if found else (text, "")
    field = _BY_WORDS.get(words.casefold())
    if field is Field.DURATION and inside.casefold() in _DECIMAL:
        field = Field.DECIMAL
    return field, inside


def _by_place(
    told: Sequence[Field | None], known: Iterable[Field]
) -> Iterable[tuple[int, Field]]:
    """Name what stands between known titles, where it can be one thing alone."""
    there = set(known)
    anchors = [place for place, field in enumerate(told) if field is not None]
    for before, after in pairwise((-1, *anchors)):
        first = -1 if before < 0 else _ORDER[told[before] or Field.PROJECT]
        last = _ORDER[told[after] or Field.PROJECT]
        between = list(Field)[first + 1 : max(last, first + 1)]
        left = [one for one in between if one in _RENAMED and one not in there]
        if len(left) == after - before - 1:
            yield from zip(range(before + 1, after), left, strict=True)
