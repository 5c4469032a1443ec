"""What a file can be made of: a page as it was looked at, by other names if wanted."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from clockify_desktop.charts.paper import Paper
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding, Initials
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.showable import named
from clockify_desktop.export.file_choice import FileChoice, PaperSize, PeopleAs
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.registry import page_by_key
from clockify_desktop.viewmodels.opened_entries import work_out
from clockify_desktop.viewmodels.report_state import ReportState

_NAMES: Any = {PeopleAs.INITIALS: Initials, PeopleAs.LETTERS: HiddenNames}


@dataclass(frozen=True, eq=False)
class FileSource:
    """What the window showed when somebody asked for a file.

    Args:
        content: A page of the state, or the list that was opened of it.
        ask: Waits for what is not here yet; names stay hidden where the window has
            them so.
        signs: What a spreadsheet of this person expects.
        region_paper: What is usual in the person's region.
        sample: Whether the numbers are nobody's.
        account: Its name on this computer, ``None`` where it has none.
    """

    state: ReportState
    content: PageContent
    ask: Callable[[Need], Coroutine[Any, Any, Any]]
    signs: RegionalSigns
    region_paper: Paper = Paper.A4
    sample: bool = False
    account: str | None = None

    @property
    def report(self) -> Report:
        """The report behind the page, that of the page itself where it has one."""
        report = self.content.report or self.state.report
        if report is None:
            message = "a page without a report"
            raise ValueError(message)
        return report

    def paper(self, choice: FileChoice) -> Paper:
        """Tell the paper of a PDF."""
        if choice.paper is None:
            return self.region_paper
        return Paper.LETTER if choice.paper is PaperSize.LETTER else Paper.A4

    def hiding(self, choice: FileChoice) -> Hiding:
        """Make what hides in answers what is not to be in the file."""
        names = _NAMES.get(choice.people)
        descriptions = choice.descriptions and self.state.descriptions
        return Hiding(names and names(), descriptions=descriptions)

    def hidden_by(self, hiding: Hiding) -> "FileSource":
        """Work the page out anew from answers in which something is hidden.

        Raises:
            ValueError: Of what was looked at nothing is here any more.
        """
        before = self.state
        # First, for it tells everybody: names are given as anywhere else.
        report = hiding.of(before.report)
        values = {need: hiding.of(one) for need, one in before.answers.values.items()}
        answers = Answers(values, before.answers.refusals)
        state = replace(before, answers=answers, report=report)
        content = self._worked_out(state)
        if content is None:
            message = f"{named(self.content.what)} cannot be worked out anew"
            raise ValueError(message)
        return replace(self, state=state, content=content)

    def _worked_out(self, state: ReportState) -> PageContent | None:
        before = self.state
        opened = before.opened
        if opened is not None and opened.content is self.content:
            made = work_out(opened, state)
            return None if made is None else made.content
        shown = before.contents
        query = self.content.query
        made_of = state.answers, query, state.selection
        key = next(key for key, one in shown.items() if one is self.content)
        page = page_by_key(key, state.pages)
        if not isinstance(page, Overview):
            return page.content(*made_of, self.content.view)
        contents = {}
        for other, content in shown.items():
            if other != key:
                one = page_by_key(other, state.pages)
                contents[other] = one.content(*made_of, content.view)
        known = {other: one for other, one in contents.items() if one is not None}
        return page.content_of(known, *made_of, self.content.view)
