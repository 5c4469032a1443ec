"""Dates, numbers and counts in a second language, in a process that speaks it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SPEAKING = r"""
import gettext
import json
import sys
from datetime import date
from decimal import Decimal

TOLD = json.loads(sys.argv[1])


class Catalogue(gettext.NullTranslations):
    def gettext(self, text):
        return TOLD.get(text, text)

    def ngettext(self, one, many, count):
        told = TOLD.get(many)
        return super().ngettext(one, many, count) if told is None else told[count != 1]

    def pgettext(self, context, text):
        return TOLD.get(f"{context}:{text}", text)


from clockify_desktop import translation

translation.speak(sys.argv[2], Catalogue())

from clockify_desktop.domain.durations import (
    DurationFormat,
    decimal_hours,
    duration_text,
    exact_text,
    share_text,
    short_decimal,
)
from clockify_desktop.domain.entry_words import moment_in_words
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.number_words import count_in_words, money_in_words
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    days_in_words,
    month_with_year,
    some_days_in_words,
    weekday_of_month,
)
from clockify_desktop.domain.sentence import either_in_words, list_in_words
from clockify_desktop.domain.typed_values import read_hours, read_weekdays

DAY = date(2026, 11, 16)
WEEK = Period(DAY, date(2026, 11, 22))
LONG = Period(date(2026, 9, 28), DAY)
ADVENT = date(2026, 12, 1)
print(json.dumps({
    "day": dates_in_words(Period(DAY, DAY)),
    "week": dates_in_words(WEEK),
    "clear": days_in_words(WEEK, 2026),
    "long": dates_in_words(LONG),
    "clear long": days_in_words(LONG, 2026),
    "some": some_days_in_words([DAY, WEEK.end, ADVENT], Period(DAY, ADVENT)),
    "cell": weekday_of_month(DAY),
    "month": month_with_year(DAY),
    "moment": moment_in_words(DAY.toordinal() * 86400 - 719163 * 86400 + 3600),
    "hours": duration_text(27000, DurationFormat.DECIMAL),
    "exact": exact_text(2300, DurationFormat.DECIMAL),
    "clock": duration_text(27000, DurationFormat.MINUTES),
    "file": [decimal_hours(2300), short_decimal(27000)],
    "money": money_in_words(Decimal("1300.5"), "EUR"),
    "share": [share_text(1, 4), share_text(1, 4000)],
    "large": count_in_words(4018),
    "people": [Level.USER.counted(1), Level.USER.counted(3)],
    "names": list_in_words(["Ada", "Bo", "Cy"]),
    "either": either_in_words(["mdy", "dmy"]),
    "typed": [read_hours("7,5"), read_hours("7.5")],
    "weekdays": [sorted(read_weekdays(one)) for one in sys.argv[3:]],
}))
"""


def _said(language: str, told: dict[str, object], *weekdays: str) -> dict[str, object]:
    command = [sys.executable, "-c", _SPEAKING, json.dumps(told), language, *weekdays]
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        command,
        capture_output=True,
        check=True,
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    said: dict[str, object] = json.loads(ended.stdout)
    return said


_DASH = "\N{EN DASH}"
_GERMAN = {
    "month:Sep": "Sept.",
    "month:Nov": "Nov.",
    "month:Dec": "Dez.",
    "weekday:Mon": "Mo",
    "weekday:Wed": "Mi",
    "date:{day} {month}": "{day}. {month}",
    "date:{day} {month} {year}": "{day}. {month} {year}",
    "date:{weekday} {day}": "{weekday} {day}.",
    "date:{weekday} {day} {month}": "{weekday}, {day}. {month}",
    "date:{weekday} {day} {month} {year}": "{weekday}, {day}. {month} {year}",
    f"date:{{first}}{_DASH}{{last}} {{month}}": f"{{first}}.{_DASH}{{last}}. {{month}}",
    f"date:{{first}}{_DASH}{{last}} {{month}} {{year}}": (
        f"{{first}}.{_DASH}{{last}}. {{month}} {{year}}"
    ),
    "day of a month:{day}": "{day}.",
    "decimal sign:.": ",",
    "thousands sign:,": ".",
    "{count} people": ["{count} Person", "{count} Personen"],
    "{names} and {last}": "{names} und {last}",
    "{names} or {last}": "{names} oder {last}",
    "between weekdays:to": "bis",
}
_SPANISH = {
    "month:Nov": "nov",
    "weekday:Mon": "lun",
    "weekday:Sat": "sáb",
    "decimal sign:.": ",",
    "{number} %": "{number}\u00a0%",
    "<{number} %": "<{number}\u00a0%",
}


def test_german_has_its_own_order_signs_and_plurals() -> None:
    assert _said("de", _GERMAN, "Mo bis Mi", "mon-wed") == {
        "day": "Mo, 16. Nov. 2026",
        "week": f"16.{_DASH}22. Nov. 2026",
        "clear": f"16.{_DASH}22. Nov.",
        "long": f"28. Sept. {_DASH} 16. Nov. 2026",
        "clear long": f"28. Sept. {_DASH} 16. Nov.",
        "some": "16., 22. Nov., 1. Dez.",
        "cell": "Mo 16.",
        "month": "Nov. 2026",
        "moment": "Mo, 16. Nov., 01:00",
        "hours": "7,50",
        "exact": "0,6389",
        "clock": "7:30",
        # Files keep the sign that programs read.
        "file": ["0.6389", "7.50"],
        "money": "1300,50 EUR",
        "share": ["25 %", "<1 %"],
        "large": "4.018",
        "people": ["1 Person", "3 Personen"],
        "names": "Ada, Bo und Cy",
        "either": "mdy oder dmy",
        "typed": [27000, 27000],
        "weekdays": [[0, 1, 2], [0, 1, 2]],
    }


def test_spanish_has_letters_and_spaces_of_its_own() -> None:
    said = _said("es", _SPANISH, "lun, sáb")
    assert said["day"] == "lun 16 nov 2026"
    assert said["week"] == f"16{_DASH}22 nov 2026"
    assert said["share"] == ["25\u00a0%", "<1\u00a0%"]
    assert said["weekdays"] == [[0, 5]]


@pytest.mark.parametrize("level", ["day", "money", "hours", "large"])
def test_english_is_what_it_is_without_a_language(level: str) -> None:
    english = {
        "day": "Mon 16 Nov 2026",
        "money": "1300.50 EUR",
        "hours": "7.50",
        "large": "4,018",
    }
    assert _said("en", {})[level] == english[level]
