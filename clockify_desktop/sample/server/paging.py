"""Pages of lists.

``page`` counts from 1; ``page-size`` is 50 unless said, at most 5000 and over it a
400 [off][live]; ``Last-Page`` says whether more follows [live].
"""

from collections.abc import Sequence

from starlette.datastructures import QueryParams

from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Reply

DEFAULT_SIZE = 50
LARGEST_SIZE = 5000
_LARGEST_PAGE = 1_000_000


def _number(query: QueryParams, name: str, default: int, largest: int) -> int:
    text = query.get(name, str(default))
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= largest:
        message = f"{name} must be a number between 1 and {largest}"
        refusals.bad_request(message)
    return int(text)


def bounds(
    query: QueryParams, default: int = DEFAULT_SIZE, largest: int = LARGEST_SIZE
) -> slice:
    """Read which page is asked for.

    Args:
        query: Of the call.
        default: The size of a page where none is named.
        largest: The largest one may ask for.

    Returns:
        The rows of that page.

    Raises:
        RefusalError: No such page or size: 400 code 501.
    """
    size = _number(query, "page-size", default, largest)
    page = _number(query, "page", 1, _LARGEST_PAGE)
    return slice((page - 1) * size, page * size)


def last_page(page: slice, total: int) -> dict[str, str]:
    """Make the header that says whether anything follows."""
    return {"Last-Page": "true" if page.stop >= total else "false"}


def paged(
    query: QueryParams,
    rows: Sequence[object],
    default: int = DEFAULT_SIZE,
    largest: int = LARGEST_SIZE,
) -> Reply:
    """Answer with one page of a list.

    Args:
        query: Of the call.
        rows: The whole list.
        default: The size of a page where none is named.
        largest: The largest one may ask for.
    """
    page = bounds(query, default, largest)
    return Reply(list(rows[page]), headers=last_page(page, len(rows)))
