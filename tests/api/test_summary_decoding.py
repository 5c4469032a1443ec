import json
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

import msgspec
import pytest

from clockify_desktop.api import summary_decoding
from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import ClockifyError, InvalidResponseError, RequestInfo
from clockify_desktop.api.summary_decoding import UNREADABLE, decoded_summary
from clockify_desktop.api.wire.reports import (
    WRONG_AMOUNT,
    WRONG_DURATION,
    SummaryNode,
    SummaryReport,
    Totals,
)

ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")


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
def test_piece_by_piece_is_the_same_as_at_once(
    monkeypatch: pytest.MonkeyPatch, answer: dict[str, Any]
) -> None:
    body = json.dumps(answer).encode()
    at_once = decoded_summary(body, ASKED)
    assert at_once == decoded(body, SummaryReport, ASKED)
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", 0)
    pieces = decoded_summary(body, ASKED)
    assert pieces.totals == at_once.totals
    assert (pieces.group_one is None) == (at_once.group_one is None)
    # All that facts are made of; a person's colour or amount is not.
    assert [
        (one.id, one.name, one.duration, one.children) for one in pieces.group_one or ()
    ] == [
        (one.id, one.name, one.duration, one.children)
        for one in at_once.group_one or ()
    ]


def test_a_large_summary_lets_others_in_and_keeps_no_nodes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", 0)
    body = json.dumps({"groupOne": [PERSON] * 3}).encode()
    begun: list[str] = []

    def notice(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            begun.append(frame.f_code.co_name)

    sys.setprofile(notice)
    try:
        report = decoded_summary(body, ASKED)
    finally:
        sys.setprofile(None)
    # Where a function of Python's begins, and nowhere else, threads are switched.
    assert begun.count("__post_init__") == 3
    assert report.group_one is not None
    assert report.group_one[0] == report.group_one[0]
    assert report.group_one[0] is not report.group_one[0]
    assert [one.id for one in report.group_one[1:]] == ["u", "u"]


def spoiled(part: str) -> dict[str, Any]:
    """Write a summary of two people, of whom one is right."""
    wrong: dict[str, Any] = json.loads(json.dumps(PERSON))
    project = wrong["children"][0]
    if part == "leaf":
        project["children"][0]["duration"] = "1:00"
    elif part == "leaf itself":
        project["children"][0] = 7
    elif part == "project":
        project["children"] = {"x": 1}
    elif part == "name":
        wrong["name"] = 7
    else:
        wrong = {"_id": "u", "children": "none"}
    totals = [{"totalTime": "all"}] if part == "leaf" else [{"totalTime": 9}]
    return {"totals": totals, "groupOne": [wrong, PERSON]}


@pytest.mark.parametrize("large_bytes", [0, 2**20])
@pytest.mark.parametrize(
    ("part", "lost"),
    [("leaf", 1), ("leaf itself", 1), ("project", 1), ("name", 0), ("person", 1)],
)
def test_what_is_wrong_is_left_out_and_the_rest_is_kept(
    monkeypatch: pytest.MonkeyPatch, part: str, lost: int, large_bytes: int
) -> None:
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", large_bytes)
    report = decoded_summary(json.dumps(spoiled(part)).encode(), ASKED)
    assert report.group_one is not None
    wrong, right = report.group_one
    assert right == msgspec.convert(PERSON, SummaryNode)
    assert sum(map(is_lost, nodes([wrong]))) == lost
    if part not in {"person", "project"}:
        last = wrong.children[0].children[-1]
        assert (last.id, last.duration) == ("2026-11-02", 120)
    (totals,) = report.totals or ()
    assert totals == (Totals() if part == "leaf" else Totals(total_time=9))


def is_lost(node: SummaryNode) -> bool:
    return node is UNREADABLE or node.duration == WRONG_DURATION


def nodes(of: list[SummaryNode] | None) -> Iterator[SummaryNode]:
    for node in of or ():
        yield node
        yield from nodes(node.children)


@pytest.mark.parametrize("large_bytes", [0, 2**20])
@pytest.mark.parametrize("name", [b'"\xff"', b"1" * 5000])
def test_what_no_text_or_number_can_be_made_of_takes_one_person_along(
    monkeypatch: pytest.MonkeyPatch, name: bytes, large_bytes: int
) -> None:
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", large_bytes)
    first = b'{"duration": "1", "children": [], "name": MARK}, {"name": MARK}, '
    first += b'{"duration": MARK}, {"duration": "1", "amount": MARK}, '
    body = json.dumps({"groupOne": [PERSON]}).encode()
    body = body.replace(b"[", b"[" + first.replace(b"MARK", name), 1)
    report = decoded_summary(body, ASKED)
    assert report.group_one is not None
    assert [is_lost(node) for node in report.group_one] == [True] * 4 + [False]


def test_a_person_that_is_none_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", 0)
    body = json.dumps({"groupOne": [7, PERSON]}).encode()
    nobody, ann = decoded_summary(body, ASKED).group_one or ()
    assert nobody is UNREADABLE
    assert ann.name == "Ann"


@pytest.mark.parametrize("large_bytes", [0, 2**20])
def test_of_a_node_only_what_is_wrong_is_lost(
    monkeypatch: pytest.MonkeyPatch, large_bytes: int
) -> None:
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", large_bytes)
    wrong = {"_id": "x", "amount": "1.5", "currency": 7, "duration": 60, "name": "X"}
    short = {"_id": "y", "duration": 60.5, "amount": 3}
    project = {"_id": "p", "currency": "USD", "children": [wrong, short]}
    people = [{"_id": "u", "children": [project]}]
    report = decoded_summary(json.dumps({"groupOne": people}).encode(), ASKED)
    assert report.group_one is not None
    (of_project,) = report.group_one[0].children or ()
    assert of_project.currency == "USD"
    assert of_project.children == [
        SummaryNode(id="x", name="X", duration=60, amount=WRONG_AMOUNT),
        SummaryNode(id="y", duration=WRONG_DURATION, amount=3),
    ]


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


def test_more_people_than_there_are_anywhere_are_read_at_once_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(summary_decoding, "MOST_ROWS", 2)
    with pytest.raises(InvalidResponseError):
        decoded_summary(json.dumps({"groupOne": [PERSON, PERSON, 0]}).encode(), ASKED)
    monkeypatch.setattr(summary_decoding, "LARGE_BYTES", 0)
    body = json.dumps({"groupOne": [PERSON] * 3}).encode()
    assert decoded_summary(body, ASKED) == decoded(body, SummaryReport, ASKED)
