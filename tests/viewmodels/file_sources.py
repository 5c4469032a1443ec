"""Sources of files for tests."""

from collections.abc import Callable, Coroutine
from typing import Any

from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.report import Report
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import PageContent
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.report_state import ReportState

COMMA, POINT = RegionalSigns(";", ","), RegionalSigns(",", ".")


async def nothing(need: Need) -> Any:
    message = f"{need} is not asked for"
    raise AssertionError(message)


def source(
    content: PageContent,
    report: Report,
    *,
    ask: Callable[[Need], Coroutine[Any, Any, Any]] = nothing,
    signs: RegionalSigns = POINT,
    sample: bool = False,
    **others: Any,
) -> FileSource:
    answers = Answers({ReportNeed(report.query): report})
    state = ReportState(
        report=report,
        answers=answers,
        content=content,
        page_key="where",
        view=content.view,
        **others,
    )
    return FileSource(state, content, ask, signs, sample=sample)
