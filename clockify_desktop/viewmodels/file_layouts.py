"""What the rows of a file can be, and what has to be known for that."""

from typing import Final

from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import Need, ReportNeed, entries_need
from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.services.review_deck import review_page
from clockify_desktop.viewmodels.file_source import FileSource

_USUAL: Final = (Level.USER, Level.PROJECT)


def layouts_of(source: FileSource, program: FileProgram) -> tuple[FileLayout, ...]:
    """List what its rows can be; none where it has no rows."""
    if not program.is_csv:
        return ()
    found = {levels_of(source, FileLayout.SHOWN): FileLayout.SHOWN}
    if source.content.regroups:
        for one in FileLayout:
            of_rows = not one.is_grid and one is not FileLayout.ENTRIES
            if of_rows:
                found.setdefault(levels_of(source, one), one)
    layouts = [*found.values()]
    if source.content.regroups and program is not FileProgram.CLOCKIFY:
        layouts += [FileLayout.PROJECT_GRID, FileLayout.DAY_GRID]
    if source.content.query.counting.is_clockifys:
        # Entries are as Clockify counts them.
        layouts.append(FileLayout.ENTRIES)
    return tuple(layouts)


def levels_of(source: FileSource, layout: FileLayout) -> tuple[Level, ...]:
    """Tell what a layout groups by; what is usual where the page groups by nothing."""
    file = source.content.file
    return layout.levels(_USUAL if isinstance(file, FileTable) else file.levels)


def needs_of(
    source: FileSource, choice: FileChoice
) -> tuple[tuple[Need, ...], tuple[Need, ...]]:
    """List what has to be known beside the page, and what is used besides."""
    query = source.content.query
    if choice.program.is_of_review:
        page = review_page(source.state.pages)
        needs = (ReportNeed(query), *page.needs(query))
        return needs, page.optional_needs(query)
    if choice.program.is_csv and choice.layout is FileLayout.ENTRIES:
        return (entries_need(query),), ()
    return (), ()
