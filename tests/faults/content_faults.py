"""Faults of any content, and of lists: JSON that is none, or says something else."""

import json
from itertools import count

from clockify_desktop.api.calls.call_group import PAGE_SIZE
from clockify_desktop.api.errors import (
    InvalidResponseError,
    NotClockifyError,
    TruncatedResponseError,
)
from clockify_desktop.api.paging import MOST_WALKS
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.services.session import ReportDeadlineError
from tests.faults.fault import SOON_S, Answered, Fault, ok
from tests.faults.good_answers import (
    CLIENTS,
    ENTRIES,
    GROUPS,
    PLACES,
    PROJECTS,
    USERS,
)
from tests.faults.json_changes import changed, row, sent

WHOLE, TOLD = Answered.WHOLE, Answered.TOLD
WRONG = (InvalidResponseError,)
# Another kind altogether is taken for another server; both say that nothing was used.
NO_REPLY = (InvalidResponseError, NotClockifyError)
# What the program does not read, or a row that it reads by itself, harms nothing else.
PASSED_OVER = (*NO_REPLY, TOLD, WHOLE)
CUT = (TruncatedResponseError, NotClockifyError)

LISTS = tuple(place for place in PLACES if place.shape == "list")
NAMED_LISTS = tuple(place for place in LISTS if place is not ENTRIES)
OBJECTS = tuple(place for place in PLACES if place.shape != "list")


def _next_page(_: bytes) -> bytes:
    """Bring a full page of rows that nobody saw before."""
    rows = [{"id": f"row-{next(_numbers)}"} for _ in range(PAGE_SIZE)]
    return ok(json.dumps(rows).encode(), "Last-Page: false")


_numbers = count()

ANYWHERE = (
    Fault("null", sent("null"), (*NO_REPLY, WHOLE, TOLD, LookUpError)),
    Fault("a text", sent('"text"'), NO_REPLY),
    Fault("a number", sent("3"), NO_REPLY),
    Fault("an object in place of a list", sent("{}"), NO_REPLY, places=LISTS),
    Fault("a list in place of an object", sent("[]"), NO_REPLY, places=OBJECTS),
    Fault("blanks", sent(" \n "), CUT, repeatable=True),
    Fault(
        "JSON that breaks off",
        lambda body: ok(body[: len(body) // 2]),
        CUT,
        repeatable=True,
    ),
    Fault("JSON and more", lambda body: ok(body + b"{}"), NO_REPLY),
    Fault(
        "nested deeply",
        sent("[" * 200_000),
        (*NO_REPLY, TruncatedResponseError),
        repeatable=True,
    ),
    Fault(
        "objects nested deeply",
        sent('{"a":' * 200_000),
        (*NO_REPLY, *CUT),
        repeatable=True,
    ),
    Fault(
        "NaN",
        lambda body: ok(body.replace(b": ", b": NaN, ", 1)),
        (*NO_REPLY, TruncatedResponseError),
        repeatable=True,
    ),
    Fault("no UTF-8", lambda body: ok(body.replace(b'"', b'"\xff', 1)), PASSED_OVER),
    Fault("UTF-16", lambda body: ok(body.decode().encode("utf-16")), NO_REPLY),
    Fault(
        "half a surrogate in each text",
        lambda body: ok(body.replace(b': "', b': "\\ud800')),
        PASSED_OVER,
    ),
    Fault(
        "a number of 10,000 digits",
        lambda body: ok(body.replace(b": ", b": " + b"9" * 10_000 + b', "x": ', 1)),
        PASSED_OVER,
    ),
    Fault(
        "a JSON error with 200",
        sent('{"message":"No.","code":501}'),
        (*NO_REPLY, TOLD),
    ),
)

OF_LISTS = (
    Fault(
        "a null row",
        changed(lambda sent: sent.append(None)),
        (*WRONG, TOLD),
        places=LISTS,
    ),
    Fault(
        "a row without an id",
        changed(lambda sent: sent.append({})),
        (*WRONG, TOLD),
        places=LISTS,
    ),
    Fault("a number as id", row(id=7), (*WRONG, TOLD), places=NAMED_LISTS),
    Fault("null as id", row(id=None), (*WRONG, TOLD), places=NAMED_LISTS),
    Fault("a list as name", row(name=["x"]), (*WRONG, TOLD, WHOLE), places=NAMED_LISTS),
    Fault("half a surrogate in a name", row(name="Ann \ud800"), (WHOLE,), places=LISTS),
    Fault("null as name", row(name=None), (WHOLE,), places=NAMED_LISTS),
    Fault(
        "a name that is missing",
        changed(lambda sent: sent[0].pop("name")),
        (WHOLE,),
        places=NAMED_LISTS,
    ),
    Fault(
        "an id twice",
        changed(lambda sent: sent.append(sent[0])),
        (WHOLE,),
        places=LISTS,
    ),
    Fault("fields that are new", row(brandNew={"a": [1]}), (WHOLE,), places=LISTS),
    Fault("a sum that is none", row(duration="soon"), (WHOLE,), places=(PROJECTS,)),
    Fault("a list as sum", row(duration=[7]), (WHOLE,), places=(PROJECTS,)),
    Fault(
        "estimates that are none",
        row(timeEstimate="PT1H", budgetEstimate=[], estimate=7, estimateReset="soon"),
        (WHOLE,),
        places=(PROJECTS,),
    ),
    Fault("an empty list", sent("[]"), (WHOLE, LookUpError), places=NAMED_LISTS),
    Fault(
        "a last page that denies it",
        lambda body: ok(body, "Last-Page: false"),
        (WHOLE, TOLD),
        places=LISTS,
        walks=MOST_WALKS,
    ),
    Fault(
        "pages without end",
        _next_page,
        (ReportDeadlineError,),
        places=(USERS, PROJECTS, CLIENTS, GROUPS),
        # Not that of a request: on a busy machine a full page takes as long.
        report_deadline_s=10 * SOON_S,
    ),
    Fault(
        "a last page in other words",
        lambda body: ok(body, "Last-Page: perhaps"),
        (WHOLE,),
        places=LISTS,
    ),
)

CONTENT_FAULTS = (*ANYWHERE, *OF_LISTS)
