"""What the report page shows, and the three ways of narrowing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.directory import Members
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.page_needs import needs_in_view
from clockify_desktop.pages.registry import PAGES, page_by_key
from clockify_desktop.services.profile import Profile
from clockify_desktop.store.settings import SavedView
from clockify_desktop.viewmodels.choice import ALL, Choice
from clockify_desktop.viewmodels.kept_contents import KeptContents
from clockify_desktop.viewmodels.opened_entries import (
    OpenedEntries,
    list_is_made_from,
    work_out,
)
from clockify_desktop.viewmodels.query_state import QueryState


@dataclass(frozen=True, slots=True)
class ReportState:
    """Everything that the window draws of one account.

    The profile is ``None`` until Clockify has told it, and so are the members of the
    projects. The report is the last complete one, perhaps of another period than is
    asked for now, but never of another workspace. ``answered`` asked for the last one
    that was shown, of whichever workspace;
    ``answers`` has what the pages need to know of the same, as far as it is here, and
    ``others`` the pages that are not looked at, by key.
    ``came_back`` says that the days were chosen in an earlier run, and nobody has said
    yet that they are still wanted, and ``led_here`` that a click on a picture led to
    them. ``progress`` is ``None`` where nothing is asked for, or not known in how many
    parts.
    ``opened`` is the part of the page whose entries are looked at, ``None`` for none,
    and ``opened_view`` the saved view that led here, until something else is chosen.
    ``error_beside``: the error is of something that the page needs besides the report.
    ``pages`` are those that there are here; ``names_hidden``: people stand without
    their names; ``descriptions``: whether those of entries are shown.
    """

    profile: Profile | None = None
    question: QueryState | None = None
    answered: QueryState | None = None
    report: Report | None = None
    answers: Answers = field(default_factory=Answers)
    content: PageContent | None = None
    others: Mapping[str, PageContent] = field(default_factory=dict)
    people: Choice = ALL
    projects: Choice = ALL
    members: Members | None = None
    pages: tuple[Page, ...] = PAGES
    page_key: str = PAGES[0].key
    view: ViewOptions = ViewOptions()  # noqa: RUF009 - frozen, so one for all is safe
    opened: OpenedEntries | None = None
    came_back: bool = False
    led_here: bool = False
    loading: bool = False
    progress: Progress | None = None
    wait: Wait | None = None
    error: AppError | None = None
    error_beside: bool = False
    names_hidden: bool = False
    descriptions: bool = True
    opened_view: SavedView | None = None

    def with_content(self, before: "ReportState", kept: KeptContents) -> "ReportState":
        """Work the page out anew where what it is made from is not as before."""
        report = self.report
        if report is None:
            return replace(self, content=None)
        page, query = self.page, report.query
        of_others = isinstance(page, Overview)
        made_from = (self.people, self.projects, self.view, self.page_key)
        if (
            self.content is not None
            # Other pages may have asked for this very report already.
            and before.report is not None
            and before.report.query == query
            and made_from
            == (before.people, before.projects, before.view, before.page_key)
            and (not of_others or self.others is before.others)
            # What others need changes nothing of it.
            and self.answers.told(needs := needs_in_view(page, query, self.view))
            == before.answers.told(needs)
        ):
            return self
        made_of = self.answers, query, self.selection, self.view
        content = (
            kept.overview(page, self.others, *made_of)
            if isinstance(page, Overview)
            else kept.content(page, *made_of)
        )
        if content and self.content and content.shows_the_same(self.content):
            # It need not be drawn once more.
            content = self.content
        view = self.view if content is None else content.view
        return replace(self, content=content, view=view)

    def with_opened(self, before: "ReportState") -> "ReportState":
        """List the entries behind what was opened anew, if it is still there."""
        if self.opened is None or list_is_made_from(self) == list_is_made_from(before):
            return self
        return replace(self, opened=work_out(self.opened, self))

    def without_report(self) -> "ReportState":
        """Show nothing of a report; what was chosen from its names goes with it."""
        return replace(
            self,
            report=None,
            answers=Answers(),
            content=None,
            opened=None,
            others={},
            people=ALL,
            projects=ALL,
            members=None,
            view=replace(self.view, selected=NO_SELECTION),
        )

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        return page_by_key(self.page_key, self.pages)

    @property
    def looked_at(self) -> PageContent | None:
        """The list of entries where one is open, else the page; ``None`` for neither.

        That is what is copied and saved.
        """
        return self.content if self.opened is None else self.opened.content

    @property
    def contents(self) -> Mapping[str, PageContent]:
        """All pages that are worked out, by key, in their order."""
        here = dict(self.others)
        if self.content is not None:
            here[self.page_key] = self.content
        return {page.key: here[page.key] for page in self.pages if page.key in here}

    @property
    def waiting(self) -> bool:
        """Whether the answer that is under way waits before it is asked for again."""
        return self.loading and self.wait is not None

    @property
    def not_refreshed(self) -> bool:
        """Whether the report itself was asked for again in vain."""
        return self.error is not None and not self.error_beside

    @property
    def outdated(self) -> bool:
        """Whether the report shown answers an earlier question."""
        if self.report is None or self.question is None:
            return False
        return self.report.query != self.question.query

    @property
    def people_ids(self) -> frozenset[UserId]:
        """Everybody of the report, those only their time tells of among them."""
        return frozenset() if self.report is None else self.report.people_ids

    @property
    def project_ids(self) -> frozenset[ProjectId | None]:
        """All projects of the report; ``None`` where it has time without one."""
        return frozenset() if self.report is None else self.report.project_ids

    @property
    def selection(self) -> Selection:
        """Who and what is chosen; ``None`` in it where nothing is narrowed."""
        return Selection(
            self.people.selected(self.people_ids),
            self.projects.selected(self.project_ids),
        )
