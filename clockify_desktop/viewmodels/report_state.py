"""What the report page shows, and the three ways of narrowing it."""

from dataclasses import dataclass, field, replace

from clockify_desktop.api.retry import Wait
from clockify_desktop.domain.directory import Members
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import Answers, Page, PageContent, ViewOptions
from clockify_desktop.pages.registry import PAGES, page_by_key
from clockify_desktop.services.profile import Profile
from clockify_desktop.viewmodels.choice import ALL, Choice
from clockify_desktop.viewmodels.query_state import QueryState


@dataclass(frozen=True, slots=True)
class ReportState:
    """Everything that the window draws of one account.

    The profile is ``None`` until Clockify has told it, and so are the members of the
    projects. The report is the last complete one, perhaps of another period than is
    asked for now, but never of another workspace. ``answered`` asked for the last one
    that was shown, of whichever workspace;
    ``answers`` has what the page needs to know of the same, as far as it is here.
    ``came_back`` says that the days were chosen in an earlier run, and nobody has said
    yet that they are still wanted. ``progress`` is ``None`` where nothing is asked for,
    or not known in how many parts.
    ``error_beside``: the error is of something that the page needs besides the report.
    """

    profile: Profile | None = None
    question: QueryState | None = None
    answered: QueryState | None = None
    report: Report | None = None
    answers: Answers = field(default_factory=dict)
    content: PageContent | None = None
    people: Choice = ALL
    projects: Choice = ALL
    members: Members | None = None
    page_key: str = PAGES[0].key
    view: ViewOptions = ViewOptions()  # noqa: RUF009 - frozen, so one for all is safe
    came_back: bool = False
    loading: bool = False
    progress: Progress | None = None
    wait: Wait | None = None
    error: AppError | None = None
    error_beside: bool = False

    def with_content(self, before: "ReportState") -> "ReportState":
        """Work the page out anew where what it is made from is not as before."""
        report = self.report
        if report is None:
            return replace(self, content=None)
        made_from = (self.answers, self.people, self.projects, self.view, self.page_key)
        if self.content is not None and made_from == (
            *(before.answers, before.people, before.projects),
            *(before.view, before.page_key),
        ):
            return self
        page, query = self.page, report.query
        content = page.content(self.answers, query, self.selection, self.view)
        view = self.view if content is None else content.view
        return replace(self, content=content, view=view)

    def without_report(self) -> "ReportState":
        """Show nothing of a report; what was chosen from its names goes with it."""
        return replace(
            self,
            report=None,
            answers={},
            content=None,
            people=ALL,
            projects=ALL,
            members=None,
            view=replace(self.view, selected=NO_SELECTION),
        )

    @property
    def page(self) -> Page:
        """The page that is looked at."""
        return page_by_key(self.page_key)

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
