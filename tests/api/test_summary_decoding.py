import json
from typing import Any

import pytest

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import Asked, ClockifyError
from clockify_desktop.api.summary_decoding import decoded_summary
from clockify_desktop.api.wire.reports import SummaryReport

ASKED = Asked(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")


def leaf(day: int) -> dict[str, Any]:
    return {"_id": f"2026-11-{day:02}", "duration": 60 * day, "amount": 1.5}


PERSON = {
    "_id": "u",
    "name": "Ann",
    "duration": 180,
    "children": [{"_id": "", "name": "x", "children": [leaf(1), leaf(2)]}],
}


@pytest.mark.parametrize(
    "answer",
    [
        {"totals": [{"totalTime": 180}], "groupOne": [PERSON, PERSON]},
        {"totals": [None], "groupOne": []},
        {"totals": [], "groupOne": None},
        {"unknown": 1},
    ],
)
def test_piece_by_piece_is_the_same_as_at_once(answer: dict[str, Any]) -> None:
    body = json.dumps(answer).encode()
    assert decoded_summary(body, ASKED) == decoded(body, SummaryReport, ASKED)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"groupOne": 5}',
        b'{"groupOne": [{"duration": "long"}]}',
        b'{"groupOne": [{"name": "\xff"}]}',
        b'{"groupOne": [' + b'{"children": [' * 5000,
        json.dumps({"groupOne": [PERSON]}).encode()[:-2],
    ],
)
def test_what_is_wrong_is_named_as_ever(body: bytes) -> None:
    with pytest.raises(ClockifyError) as at_once:
        decoded(body, SummaryReport, ASKED)
    with pytest.raises(ClockifyError) as piecewise:
        decoded_summary(body, ASKED)
    assert type(piecewise.value) is type(at_once.value)
    assert str(piecewise.value) == str(at_once.value)
