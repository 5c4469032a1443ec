"""Faults of pages: sizes that are refused, short ones, numbers that do nothing."""

import json
from collections.abc import Callable
from typing import Any

from clockify_desktop.api.errors import RefusedRequestError
from tests.faults.fault import Answered, Fault, Outcome, PageAct, answer, ok
from tests.faults.good_answers import (
    CLIENTS,
    DETAILED,
    ENTRIES,
    GROUPS,
    PROJECTS,
    USERS,
    Place,
)

WHOLE, TOLD = Answered.WHOLE, Answered.TOLD
PAGED = (USERS, PROJECTS, CLIENTS, GROUPS, DETAILED, ENTRIES)
LISTS = tuple(place for place in PAGED if place is not DETAILED)
# Below the smallest size that any of them is asked for at first.
_LARGEST = 100
_CODE_501 = json.dumps({"message": "Invalid value", "code": 501}).encode()


def _fault(
    name: str,
    by_page: PageAct,
    *may: Outcome,
    places: tuple[Place, ...] = PAGED,
    walks: int = 1,
) -> Fault:
    return Fault(name, ok, may, places=places, walks=walks, by_page=by_page)


def _refusing(refusal: bytes, largest: int = _LARGEST) -> PageAct:
    def by_page(_page: int, size: int, body: bytes) -> bytes:
        return refusal if size > largest else ok(body, "Last-Page: true")

    return by_page


def _rows(choose: Callable[[list[Any], int], list[Any]]) -> PageAct:
    """Give some of the rows by the number of the page, and no mark of the last one."""

    def by_page(page: int, _size: int, body: bytes) -> bytes:
        sent = json.loads(body)
        if isinstance(sent, list):
            sent = choose(sent, page)
        else:
            sent["timeentries"] = choose(sent["timeentries"], page)
        return ok(json.dumps(sent).encode())

    return by_page


def _without_count(by_page: PageAct) -> PageAct:
    def changed(page: int, size: int, body: bytes) -> bytes:
        sent = {**json.loads(body), "totals": [None]}
        return by_page(page, size, json.dumps(sent).encode())

    return changed


_one_at_a_time = _rows(lambda rows, page: rows[page - 1 : page])
_last_for_ever = _rows(lambda rows, page: [rows[min(page, len(rows)) - 1]])
_whatever_page = _rows(lambda rows, _page: rows)

PAGING_FAULTS = (
    _fault("a page size refused by code", _refusing(answer(400, _CODE_501)), WHOLE),
    _fault(
        "a page size refused in words",
        _refusing(answer(400, b"page-size must be at most 100")),
        WHOLE,
    ),
    _fault("a page size refused without a word", _refusing(answer(413)), WHOLE),
    _fault(
        "any page size refused",
        _refusing(answer(400, _CODE_501), largest=0),
        RefusedRequestError,
    ),
    # Each walk is confirmed by the next one.
    _fault("short pages without the mark", _one_at_a_time, WHOLE, walks=2),
    _fault("a last page again for ever", _last_for_ever, WHOLE, places=LISTS, walks=2),
    _fault("a page that is passed over", _whatever_page, WHOLE),
    _fault(
        "short pages without a count",
        _without_count(_one_at_a_time),
        WHOLE,
        places=(DETAILED,),
        walks=2,
    ),
    _fault(
        "a count and the first page for ever",
        _rows(lambda rows, _page: rows[:1]),
        TOLD,
        places=(DETAILED,),
        walks=3,
    ),
)
