"""Which pages there are, in the order of the review, and one without the others.

All of them take a tenth of a second to import; a command that writes one need not wait
for the others. A page is in the module of its key and bears its name: ``to-check`` is
``TO_CHECK`` in ``to_check``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    # The arguments of a command are read without numpy.
    from clockify_desktop.pages.page import Page

QUESTION_KEYS: Final = (
    *("who-logged", "capacity", "where", "changed", "trend", "projects", "to-check"),
)
PAGE_KEYS: Final = ("overview", *QUESTION_KEYS)
GROUPED_KEY: Final = "where"
"""The page that shows any two levels, as arguments of the command line name them."""


def question(key: str) -> "Page":
    """Import the page of a question by itself.

    Args:
        key: One of ``QUESTION_KEYS``.
    """
    name = key.replace("-", "_")
    module = import_module(f"clockify_desktop.pages.{name}")
    page: Page = getattr(module, name.upper())
    return page
