"""The parts of the report's window, worked out from its state: words and figures."""

from datetime import datetime, tzinfo

from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.needs import RecordsNeed
from clockify_desktop.domain.period_words import dates_in_words, single_day
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import notes_of
from clockify_desktop.domain.review_records import ReviewRecords
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.figures import known_figures
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.registry import OVERVIEW
from clockify_desktop.pages.verdict import verdict_of
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.viewmodels.countdown import wait_in_words
from clockify_desktop.viewmodels.page_state import (
    EmptyWords,
    PageEntry,
    PageListState,
    PagePhase,
    PageState,
    StatusState,
    Tone,
)
from clockify_desktop.viewmodels.report_state import ReportState

SHOW_EVERYBODY = "show_everybody"
CHOOSE_PERIOD = "last_week"


def page_of(state: ReportState, now: datetime) -> PageState:
    """Work the page out as of now (aware)."""
    phase = PagePhase.READY if state.report else PagePhase.WAITING
    report, content = state.report, state.content
    note = ""
    if report is not None and state.not_refreshed:
        at, question = fetched(report.fetched_at, now), _other_question(state)
        # Translators: {fetched} is such as "fetched today 09:14".
        note = tr("Shown is the report {fetched}.", fetched=at)
        if question:
            note = tr(
                "Shown is the report of {question}, {fetched}.",
                question=question,
                fetched=at,
            )
    return PageState(
        title=state.page.title,
        content=content,
        controls=(content.controls if content is not None else ())
        or state.page.controls(state.view),
        durations=state.view.durations,
        phase=PagePhase.LOADING if state.loading else phase,
        error=state.error,
        error_note=note,
        empty=_empty(state, report, content),
        progress=state.progress.share if state.progress else None,
    )


def figures_of(state: ReportState) -> tuple[Figure, ...]:
    """Work the figures out, those of the pages too; only those that are known."""
    report, shown = state.report, state.content
    if report is None or shown is None:
        return ()
    # Until its entries are here, what was opened stands beside the page.
    content, told = state.looked_at or shown, shown.report or report
    return known_figures(told, content, state.pages, state.contents)


def attention_of(state: ReportState) -> tuple[PageEntry, ...]:
    """List the pages that ask for something, by what they ask for."""
    return tuple(
        PageEntry(key, content.attention, content.count)
        for key, content in state.contents.items()
        if content.attention
    )


def page_list_of(state: ReportState) -> PageListState:
    """List the pages, and how many things are to do on each as far as it is known."""
    contents = state.contents
    counts = {key: content.count for key, content in contents.items()}
    seen: set[str] = set()
    if state.report is not None:
        query = state.report.query
        kept = state.answers.get(RecordsNeed(query.workspace)) or ReviewRecords()
        seen = {one.key for one in state.pages if kept.looked_at(one.key, query.period)}
    entries = (
        PageEntry(
            one.key,
            one.title,
            counts.get(one.key),
            looked_at=one.key in seen,
            is_apart=one.key == OVERVIEW.key,
        )
        for one in state.pages
    )
    return PageListState(tuple(entries), state.page_key)


def status_of(state: ReportState, now: datetime, account: str) -> StatusState:
    """Work the bottom line out as of now (aware)."""
    report = state.report
    progress = _progress(state, now)
    if report is None or state.content is None:
        return StatusState(progress=progress, loading=state.loading, account=account)
    at = fetched(report.fetched_at, now)
    if question := _other_question(state):
        # Else the verdict would be read as that of what the pickers say.
        at = f"{question} · {at}"
    late = state.not_refreshed or state.outdated
    return StatusState(
        verdict=verdict_of(
            report, state.content.narrowed, state.content.view.durations
        ),
        tone=_tone(report, late=late),
        fetched=_fetched(report, at, late=late),
        progress=progress,
        loading=state.loading,
        account=account,
    )


def _other_question(state: ReportState) -> str:
    """Name what a report is of, where the pickers say something else already."""
    report, question = state.report, state.question
    if report is None or question is None or not state.outdated:
        return ""
    query = report.query
    parts = [dates_in_words(query.period)]
    if (query.time_zone, query.counting) != (question.time_zone, question.counting):
        parts.append(query.counting.zone_in_words(query.time_zone))
        parts += query.counting.in_words
    return ", ".join(parts)


def _progress(state: ReportState, now: datetime) -> str:
    if not state.loading:
        return ""
    if state.wait:
        return wait_in_words(state.wait, now)
    words = state.progress.words if state.progress else ""
    return (
        tr("Asking Clockify… {words}", words=words) if words else tr("Asking Clockify…")
    )


def _fetched(report: Report, at: str, *, late: bool) -> str:
    """Say when a report was fetched, where it was."""
    if report.source is not None:
        return ""
    not_since = tr("not refreshed since")
    return f"{at} · {not_since}" if late else at


def fetched(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """Say ``fetched today 09:14`` or ``fetched Mon 16 Nov 09:14``.

    Both instants are aware; a zone of ``None`` is that of this computer.
    """
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return tr("fetched today {time}", time=time)
    day = single_day(local.date())
    return tr("fetched {day} {time}", day=day, time=time)


def notes_in_words(report: Report | None) -> tuple[str, ...]:
    """Say what a report lacks, for the strip above the figures."""
    if report is None:
        return ()
    again = tr("Refresh to read it again.")
    said = (
        f"{note.text}. {again}" if note.passing else f"{note.text}."
        for note in notes_of(report)
    )
    return (*_of_files(report), *said)


def _of_files(report: Report) -> tuple[str, ...]:
    """Say that it was read from files, and how."""
    source = report.source
    if source is None:
        return ()
    first, *others = source.names
    file, zone = named(first), named(source.time_zone)
    said = tr("Read from {file}: times are those of {zone}.", file=file, zone=zone)
    if others:
        said = tr_plural(
            "Read from {file} and {count} more: times are those of {zone}.",
            "Read from {file} and {count} more: times are those of {zone}.",
            len(others),
            file=file,
            zone=zone,
        )
    return (said, *(f"{one}." for one in source.remarks))


def _tone(report: Report, *, late: bool) -> Tone:
    if report.difference_s is None:
        return Tone.QUIET
    if report.difference_s or report.unreadable:
        return Tone.WARNING
    # That it agreed once is no good news of what could not be fetched.
    return Tone.QUIET if late else Tone.FINE


def _empty(
    state: ReportState, report: Report | None, content: PageContent | None
) -> EmptyWords | None:
    """Say why there is nothing to see, and what can be done."""
    if report is None or content is None:
        if state.error is not None or not state.loading:
            return None
        return EmptyWords(tr("Asking Clockify…"))
    if content.needs_time and not len(report.facts):
        return _nothing_logged(report)
    if not content.is_empty:
        return None
    if content.nothing:
        return EmptyWords(content.nothing)
    return EmptyWords(
        tr("Nobody and nothing of the chosen has time here"),
        tr("The pickers above narrow the report to what is chosen."),
        SHOW_EVERYBODY,
        tr("Show everybody and everything"),
    )


def _nothing_logged(report: Report) -> EmptyWords:
    query, visibility = report.query, report.directory.visibility
    days = dates_in_words(query.period)
    if report.unreadable:
        return EmptyWords(
            tr("Nothing of what was logged on {days} could be read", days=days)
        )
    reason = tr("Or this key may not see it.")
    if visibility in {Visibility.OWN, Visibility.TEAMS}:
        reason = tr("Other people's time is hidden from your role here.")
    looked_at = tr(
        "Looked at: {workspace}, {zone}.",
        workspace=named(query.workspace.name),
        zone=query.counting.zone_in_words(query.time_zone),
    )
    return EmptyWords(
        _nobody(days, own=visibility is Visibility.OWN, running=report.is_running),
        f"{reason} {looked_at}",
        CHOOSE_PERIOD,
        tr("Go to last week"),
    )


def _nobody(days: str, *, own: bool, running: bool) -> str:
    if own and running:
        return tr("You logged no time on {days} so far", days=days)
    if own:
        return tr("You logged no time on {days}", days=days)
    if running:
        return tr("Nobody logged time on {days} so far", days=days)
    return tr("Nobody logged time on {days}", days=days)
