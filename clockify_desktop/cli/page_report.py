"""A page of the review on the command line: which one, and as text."""

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.export.text_table import aligned_text
from clockify_desktop.pages.overview import AllPagesContent
from clockify_desktop.pages.page import Page, PageContent
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.table import Alignment
from clockify_desktop.services.switched_off import PageSwitchedOffError, pages_left
from clockify_desktop.store.policy import Policy
from clockify_desktop.translation import tr


def page_named(key: str, policy: Policy) -> Page:
    """Find a page by its key.

    Raises:
        UsageError: There is none.
        PageSwitchedOffError: It is off on this computer.
    """
    left = pages_left(policy)
    for page in (*left, *PAGES):
        if page.key == key:
            if page.key in policy.pages_off:
                raise PageSwitchedOffError(page)
            return page
    title = tr(
        "There is no page “{page}”",
        page=named(key),
    )
    raise UsageError(
        title,
        tr("Use one of: {choices}.", choices=", ".join(page.key for page in left)),
    )


def page_text(content: PageContent) -> str:
    """Write a page for people: what it is, its sentence, its table."""
    table, chart = content.table, content.picture
    texts = [table.texts(row) for row in table.arranged().tolist()]
    totals = [table.total] if texts and any(table.total) else []
    lines = [table.titles, *texts, *totals]
    leading = {
        place
        for place, column in enumerate(table.columns)
        if column.alignment is Alignment.LEADING
    }
    told = aligned_text(lines, len(totals), leading, table.remark)
    said = f"{chart.title}\n{chart.sentence}\n"
    if isinstance(content, AllPagesContent):
        # Its table has the figures alone.
        asked = content.picture.questions
        said += "\n" + "".join(f"{row.name}: {row.said}\n" for row in asked)
    return f"{said}\n{told}"
