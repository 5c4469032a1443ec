"""What a page tells of the one thing that is selected, and what can be said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from clockify_desktop.domain.review_records import ReviewRecord
from clockify_desktop.pages.page import PageAction


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One thing that it is about, such as a time entry."""

    head: str
    amount: str
    words: str


@dataclass(frozen=True, eq=False)
class Detail:
    """Everything about what is selected.

    Args:
        lines: What it is about.
        more: How many lines there are beyond these.
        remark: What holds for all lines; empty for none.
        choices: What can be said of it, one of them.
        chosen: The key of what was said; empty for nothing.
        note: What was written beside it.
        said: When it was said, and whether it came true; empty for nothing.
        records: Gives what is to be kept, from the key of a choice, a note and an
            aware instant.
        following: The mark of the row that is selected once something was said, by
            the keys of choices; without one, what is selected stays so.
    """

    title: str
    sentence: str
    lines: tuple[DetailLine, ...]
    more: int
    remark: str
    choices: tuple[PageAction, ...]
    chosen: str
    note: str
    said: str
    records: Callable[[str, str, datetime], tuple[ReviewRecord, ...]]
    following: dict[str, str]
