"""What the parts of the report's window draw, each a frozen value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    # The first frame is painted before numpy is imported.
    from clockify_desktop.pages.page import Control, PageContent


class PagePhase(StrEnum):
    """Where the page stands."""

    WAITING = "waiting"
    """Nothing was asked yet, or what was asked did not come."""
    LOADING = "loading"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """Why there is no picture, and the one useful thing to do, if any."""

    title: str
    advice: str = ""
    action: str = ""
    action_words: str = ""


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that a page of the review draws.

    ``error`` tells why there is no newer report, ``error_note`` which one is shown.
    How much of it has come is 0 to 1, ``None`` where nobody knows. ``trail`` are the
    steps from a page to a list of entries, empty on a page itself.
    """

    content: "PageContent | None" = None
    phase: PagePhase = PagePhase.WAITING
    error: AppError | None = None
    error_note: str = ""
    error_action: str = tr("Try again")
    empty: EmptyWords | None = None
    progress: float | None = None
    title: str = ""
    trail: tuple[str, ...] = ()
    controls: "tuple[Control, ...]" = ()
    durations: DurationFormat = DurationFormat.MINUTES


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of the list.

    How many things are to do there is ``None`` where that is not known, or not counted.
    ``is_apart``: a line stands between it and those below.
    """

    key: str
    name: str
    count: int | None = None
    looked_at: bool = False
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class PageListState:
    """The pages there are."""

    pages: tuple[PageEntry, ...]
    chosen: str


class Tone(StrEnum):
    """How a verdict sounds, as the style sheet spells it."""

    QUIET = "quiet"
    FINE = "fine"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class StatusState:
    """The bottom line.

    Its tone is fine when the totals agree and the report is that of the pickers, a
    warning when they differ.
    """

    verdict: str = ""
    tone: Tone = Tone.QUIET
    fetched: str = ""
    progress: str = ""
    loading: bool = False
    account: str = ""
