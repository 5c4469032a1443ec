"""The pages of the guide: Markdown files that docs/ holds and the package brings."""

import re
from dataclasses import dataclass
from typing import Final

from clockify_desktop.files.resources import resource

FOLDER: Final = "docs/"
INSTALL: Final = "guide/install.md"
REVIEW: Final = "guide/review.md"
FILES: Final = "guide/files.md"
SCHEDULES: Final = "guide/schedules.md"
PRIVACY: Final = "guide/privacy.md"
GUIDE: Final = (INSTALL, REVIEW, FILES, SCHEDULES, PRIVACY)
"""To be read in this order."""
LOOK_UP: Final = (
    *("guide/window.md", "guide/keys.md", "command-line.md", "privacy.md"),
    "policy.md",
)
"""For whoever looks for one thing."""
_TOLD_UNDER: Final = {
    "capacity": "hours-and-capacity",
    "where": "where-time-went",
    "changed": "what-changed",
}


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page as it was written.

    Args:
        name: Its file below ``docs/``.
        markdown: All of it, with its title as the first line.
    """

    name: str
    markdown: str

    @property
    def title(self) -> str:
        """What its first heading says."""
        return self.markdown.partition("\n")[0].removeprefix("# ")


def read_page(name: str) -> GuidePage:
    """Read a page.

    Raises:
        FileNotFoundError: There is none of this name; the install is damaged.
    """
    text = resource(FOLDER + name).read_text(encoding="utf-8")
    return GuidePage(name, text)


def heading_anchor(heading: str) -> str:
    """Write a heading as links name it: ``Getting rid of it`` is getting-rid-of-it."""
    words = re.sub(r"[^\w\s-]", "", heading.lower())
    return re.sub(r"\s", "-", words.strip())


def heading_of(page: str) -> str:
    """Tell the heading of ``REVIEW`` for a page of the window, by its key."""
    return _TOLD_UNDER.get(page, page)
