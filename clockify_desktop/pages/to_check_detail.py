"""What "To check" tells of the entries that are selected, and what is said of them."""

from datetime import datetime
from typing import Final

from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.identity import TimeEntryId
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.review_records import EntryVerdict, Verdict
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.detail import Detail, DetailLine
from clockify_desktop.pages.page import PageAction
from clockify_desktop.pages.table import Positions
from clockify_desktop.pages.to_check_marks import entry_mark
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.pages.to_check_words import STILL_THERE, CheckWords
from clockify_desktop.translation import tr, tr_context

_VERDICTS: Final = {
    Verdict.FINE: tr_context("verdict on an entry", "Fine"),
    Verdict.ASK: tr_context("verdict on an entry", "Ask"),
    Verdict.FIXED: tr_context("verdict on an entry", "Fixed"),
}
CHOICES: Final = tuple(PageAction(one.value, _VERDICTS[one]) for one in Verdict)
_MOST_LINES: Final = 6
_SETTLING: Final = (Verdict.FINE, Verdict.FIXED)


def check_detail(
    words: CheckWords, at: Positions, name: str, *, settled_shown: bool
) -> Detail:
    """Tell everything about the rows that are selected, one at least.

    Args:
        at: The rows.
        name: What is selected, where it is several.
        settled_shown: Whether rows stay in sight once nothing is left to do.
    """
    rows = words.rows
    findings = [one for row in at.tolist() for one in rows.findings(row)]
    said = [rows.said.get(one) for one in findings]
    kinds = {one.verdict.value if one else "" for one in said}
    notes = {one.note for one in said if one}

    def records(choice: str, note: str, now: datetime) -> tuple[EntryVerdict, ...]:
        found = rows.found
        return tuple(
            EntryVerdict(
                rows.rule(one).key,
                TimeEntryId(rows.entries.ids[found.at[one]]),
                Verdict(choice),
                now,
                note,
            )
            for one in findings
        )

    title, sentence = _heading(words, at, name)
    lines = _lines(words, at)
    return Detail(
        title=title,
        sentence=sentence,
        lines=tuple(lines[:_MOST_LINES]),
        more=max(len(lines) - _MOST_LINES, 0),
        remark=_remark(words, at),
        choices=CHOICES,
        chosen=kinds.pop() if len(kinds) == 1 else "",
        note=notes.pop() if len(notes) == 1 else "",
        said=_said(words, at, [one for one in said if one]),
        records=records,
        following=_following(words, at, settled_shown=settled_shown),
    )


def _heading(words: CheckWords, at: Positions, name: str) -> tuple[str, str]:
    if len(at) == 1:
        row = int(at[0])
        person = named(words.person(row))
        return words.why(row), f"{person}, {words.day(row)}. {words.evidence(row)}."
    seconds = words.rows.entries.seconds[words.rows.entry[at]]
    total = duration_text(int(seconds.sum()), words.durations)
    return named(name), f"{entries_in_words(len(at))}, {total}."


def _lines(words: CheckWords, at: Positions) -> list[DetailLine]:
    """Write the entries; one that overlaps stands with the one it overlaps."""
    rows, entries = words.rows, words.entries
    shown = rows.entry[at].tolist()
    if len(at) == 1:
        found = (int(rows.found.other[one]) for one in rows.findings(int(at[0])))
        others = {other for other in found if other >= 0}
        shown = sorted({*shown, *others}, key=lambda one: rows.entries.start_s[one])
    return [
        DetailLine(
            entries.span(one)
            if len(at) == 1
            else f"{named(entries.person(one))}, {entries.day(one)}",
            entries.duration(one),
            entries.what(one),
        )
        for one in shown
    ]


def _said(words: CheckWords, at: Positions, said: list[EntryVerdict]) -> str:
    """Tell of one row when something was said; what was fixed may be there again."""
    if len(at) > 1 or not said:
        return ""
    day = single_day(max(one.said_at for one in said).date())
    if words.verdict(int(at[0])) == STILL_THERE:
        return tr("Said to be fixed on {day}, and still there since.", day=day)
    return tr("Said on {day}.", day=day)


def _remark(words: CheckWords, at: Positions) -> str:
    """Say whose clock it is, where it is not the report's."""
    entry = int(words.rows.entry[at[0]])
    if len(at) > 1 or not words.entries.elsewhere[entry]:
        return ""
    zone = named(words.rows.entries.person(entry).time_zone)
    return tr(
        "as logged, {zone} · yours {clock}", zone=zone, clock=words.entries.yours(entry)
    )


def _following(
    words: CheckWords, at: Positions, *, settled_shown: bool
) -> dict[str, str]:
    """Give the mark of the row behind; of the one before where the last one leaves."""
    first, last = int(at[0]), int(at[-1])
    if last + 1 < len(words.rows):
        return dict.fromkeys(Verdict, entry_mark(words, last + 1))
    if settled_shown or not first:
        return {}
    return dict.fromkeys(_SETTLING, entry_mark(words, first - 1))
