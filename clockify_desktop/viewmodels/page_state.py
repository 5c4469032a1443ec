"""What the parts of the report's window draw, each a frozen value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError

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
    How much of it has come is 0 to 1, ``None`` where nobody knows.
    """

    content: "PageContent | None" = None
    phase: PagePhase = PagePhase.WAITING
    error: AppError | None = None
    error_note: str = ""
    error_action: str = "Try again"
    empty: EmptyWords | None = None
    progress: float | None = None
    title: str = ""
    controls: "tuple[Control, ...]" = ()
    durations: DurationFormat = DurationFormat.MINUTES


@dataclass(frozen=True, slots=True)
class FigureBox:
    """One figure of the row on top: such as ``544:04``, ``Total``, ``16 people``."""

    value: str
    name: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page of the list."""

    key: str
    name: str


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
