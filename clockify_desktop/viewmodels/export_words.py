"""What the dialog for files says of what is chosen."""

from typing import Final

from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.sentence import list_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.export.file_choice import FileChoice, FileProgram, PeopleAs
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.file_names import narrowed_words
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.page import PageContent
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.viewmodels.file_layouts import levels_of
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.report_state import ReportState

_BETWEEN: Final = " · "
_EMAIL: Final = frozenset({"user_email", "email", "Email"})
_SAID: Final = frozenset({"description", "Description"})
_SIGNS: Final = {
    ",": lambda sign: tr("{separator} between, decimal comma", separator=sign),
    ".": lambda sign: tr("{separator} between, decimal point", separator=sign),
}
_TIMES: Final = " \N{MULTIPLICATION SIGN} "


def about_of(content: PageContent) -> str:
    """Say of what a file is, and what it is narrowed to."""
    query = content.query
    period = period_in_words(
        query.period,
        query.week_start,
        query.time_zone,
        query.counting,
        running=content.running,
    )
    narrowed = narrowed_words(content.narrowed)
    workspace = named(query.workspace.name)
    return _BETWEEN.join((named(content.title), workspace, period, *narrowed))


def signs_in_words(signs: RegionalSigns) -> str:
    """Say what stands between fields and before decimals."""
    tab = tr_context("sign between fields", "tab")
    separator = tab if signs.separator == "\t" else signs.separator
    return _SIGNS[signs.decimal_sign](separator)


def layout_words(
    source: FileSource, program: FileProgram, layouts: tuple[FileLayout, ...]
) -> tuple[tuple[FileLayout, str], ...]:
    """Say what each layout groups by, such as ``person and project``."""
    own = isinstance(source.content.file, FileTable)

    def words(layout: FileLayout) -> str:
        if layout is FileLayout.ENTRIES:
            return tr("entry")
        if own and layout is FileLayout.SHOWN and program is not FileProgram.CLOCKIFY:
            return tr("as the page shows")
        levels = levels_of(source, layout)
        return _of_grid(levels) if layout.is_grid else _of_rows(levels)

    return tuple((one, words(one)) for one in layouts)


def _of_grid(levels: tuple[Level, ...]) -> str:
    return _TIMES.join(level.plural for level in levels)


def _of_rows(levels: tuple[Level, ...]) -> str:
    return list_in_words([level.singular for level in levels])


def personal_data(made: MadeFile, choice: FileChoice, state: ReportState) -> str:
    """Say which personal data a file holds; empty where it names nobody."""
    if state.names_hidden or choice.people is not PeopleAs.NAMES or made.people == 0:
        return ""
    if made.people is None:
        return tr("Contains personal data")
    columns = set(made.columns)
    parts = [tr("names")]
    if columns & _EMAIL:
        parts.append(tr("e-mail"))
    if columns & _SAID:
        parts.append(tr("descriptions"))
    return tr(
        "Contains personal data: {kinds} of {people}",
        kinds=list_in_words(parts),
        people=Level.USER.counted(made.people),
    )
