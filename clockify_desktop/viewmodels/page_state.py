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
    """Why there is no picture, and the one useful thing to do.

    Args:
        action: The key of what it does; no button where empty.
    """

    title: str
    advice: str = ""
    action: str = ""
    action_words: str = ""


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that a page of the review draws.

    Args:
        phase: Where the page stands; while loading the old picture is dimmed.
        error: Why there is no newer report.
        error_note: Which report is still shown.
        error_action: What the strip's button says; no button where empty.
        progress: How much has come, 0 to 1; ``None`` where nobody knows.
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
    """One figure of the row on top.

    Args:
        value: The number as text, such as ``544:04`` or ``560:00 of 812:30``.
        name: What it is, such as ``Total``.
        remark: Quiet words beside the name, such as ``16 people``.
    """

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

    Args:
        verdict: Such as ``✓ all 24 people: 812:30, the same in Clockify``.
        tone: Fine when the totals agree and the report is that of the pickers, a
            warning when they differ.
        fetched: Such as ``fetched today 09:14``.
        account: Who is signed in where; the button's text without its arrow.
    """

    verdict: str = ""
    tone: Tone = Tone.QUIET
    fetched: str = ""
    progress: str = ""
    loading: bool = False
    account: str = ""
