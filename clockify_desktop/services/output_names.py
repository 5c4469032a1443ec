"""What the files of a report file are called, with the days and names of each run.

A report file may come from somebody else: whatever it says, its outputs stay in their
folder and are files of the kinds that are written here.
"""

import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.export.file_names import SAMPLE, period_name, safe_name
from clockify_desktop.translation import tr

ENDINGS: Final = ("csv", "json", "pdf", "png", "svg", "txt", "xlsx")
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_PLACES: Final = ("workspace", "period", "start", "end", "page")
_KEPT_BY_WINDOWS: Final = re.compile(
    r'[<>:"|?*\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE
)


def check_pattern(pattern: str) -> None:
    """Refuse the path of an output that no run can write.

    Raises:
        UsageError: It leads out of the folder, has an ending that says nothing, a
            place that is none, or signs that some system does not take.
    """
    for place in _PLACE.findall(pattern):
        if place not in _PLACES:
            title = tr("the path has a place that there is not")
            places = ", ".join(f"{{{one}}}" for one in _PLACES)
            raise UsageError(title, tr("Use these: {places}.", places=places))
    path = PurePosixPath(pattern.replace("\\", "/"))
    if path.is_absolute() or PureWindowsPath(pattern).drive or ".." in path.parts:
        title = tr("the path leads out of the folder of the outputs")
        raise UsageError(title, tr("Name a file in it; --output-dir names the folder."))
    if path.suffix[1:].lower() not in ENDINGS:
        title = tr("the path does not end as a file that can be written")
        raise UsageError(
            title,
            tr("Let it end with one of: .{endings}.", endings=", .".join(ENDINGS)),
        )
    if any(map(_KEPT_BY_WINDOWS.search, _PLACE.sub("x", str(path)).split("/"))):
        title = tr("the path has signs or words that some systems do not take")
        raise UsageError(title, tr("Use letters, digits, hyphens and points."))


def output_path(
    folder: Path, pattern: str, query: ReportQuery, page: str, *, sample: bool = False
) -> Path:
    """Name a file of a report.

    Args:
        pattern: As ``check_pattern`` took it.
        sample: Whether it holds sample data, which takes no place of true data.
    """
    period = query.period
    words = {
        "workspace": safe_name(query.workspace.name),
        "period": period_name(period, query.week_start),
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "page": page,
    }
    filled = _PLACE.sub(lambda found: words[found[1]], pattern)
    path = folder / filled.replace("\\", "/")
    return path.with_name(f"{SAMPLE}_{path.name}") if sample else path
