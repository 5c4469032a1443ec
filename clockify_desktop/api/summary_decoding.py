"""Decoding summaries: large ones person by person, wrong ones as far as they are right.

A decoder keeps the interpreter to itself until it calls something of Python's. A
summary of a big team has hundreds of thousands of nodes, so at first it is only cut
into people, and the empty ``__post_init__`` of each is where other threads get their
turn. A person is decoded when somebody reads them and freed afterwards: all nodes at
once take a hundred megabytes, and looking for garbage among them a twentieth of a
second at a time.

A node that is wrong somewhere keeps what is right of it. One that is none at all is
put in as ``UNREADABLE``, which is no day and no time, so that whoever reads the leaves
counts it; everything beside it is kept.
"""

from collections.abc import Sequence
from typing import Any, Final, overload

import msgspec

from clockify_desktop.api.decoding import LARGE_BYTES, MOST_ROWS, decoded, right_fields
from clockify_desktop.api.decoding import UNREADABLE as REFUSALS
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.page_decoding import readable_totals
from clockify_desktop.api.wire.reports import (
    WRONG_AMOUNT,
    WRONG_DURATION,
    SummaryNode,
    SummaryReport,
)

UNREADABLE: Final = SummaryNode()
_NULL: Final = msgspec.Raw(b"null")


class _Person(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """What facts need of one person, still text."""

    id: msgspec.Raw = msgspec.field(name="_id", default=_NULL)
    name: msgspec.Raw = _NULL
    duration: msgspec.Raw = _NULL
    children: msgspec.Raw = _NULL

    def __post_init__(self) -> None:
        """Let other threads in: Python switches where a function of its own begins."""


_Other = list[Any] | str | float | bool | None


class _Outline(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A summary whose people are still text."""

    totals: msgspec.Raw = _NULL
    group_one: list[_Person | _Other] | None = None


class _People(Sequence[SummaryNode]):
    """People who are decoded each time they are read."""

    def __init__(self, sent: list[_Person | _Other]) -> None:
        self._sent = sent

    def __len__(self) -> int:
        return len(self._sent)

    @overload
    def __getitem__(self, place: int) -> SummaryNode: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[SummaryNode]: ...
    def __getitem__(self, place: int | slice) -> SummaryNode | Sequence[SummaryNode]:
        if isinstance(place, slice):
            return _People(self._sent[place])
        sent = self._sent[place]
        if not isinstance(sent, _Person):
            return UNREADABLE
        return _decoded_node(_ENCODER.encode(sent))


_ENCODER = msgspec.json.Encoder()
_OUTLINES = msgspec.json.Decoder(_Outline)
_NODES = msgspec.json.Decoder(SummaryNode)


def decoded_summary(body: bytes | bytearray, info: RequestInfo) -> SummaryReport:
    """Decode a summary; refuse wrong nodes only where all are wrong.

    A wrong node keeps what is right of it, and ``UNREADABLE`` stands for what is none.
    The people of a large one are decoded anew whenever they are read.
    """
    if len(body) < LARGE_BYTES:
        try:
            return decoded(body, SummaryReport, info)
        except InvalidResponseError as error:
            failure = error
        report = _piece_by_piece(body)
        if report is None:
            raise failure
        return report
    # Whatever is wrong is wrong as a whole, too, and there it is named well.
    return _piece_by_piece(body) or decoded(body, SummaryReport, info)


def _piece_by_piece(body: bytes | bytearray) -> SummaryReport | None:
    """Cut a summary into people; give ``None`` where nothing of it can be read."""
    try:
        outline = _OUTLINES.decode(body)
    except REFUSALS:
        return None
    people = None
    if outline.group_one is not None:
        people = _People(outline.group_one)
        if len(people) > MOST_ROWS or (people and all(map(_is_lost, people))):
            return None
    return SummaryReport(readable_totals(outline.totals), people)


def _decoded_node(text: bytes) -> SummaryNode:
    try:
        return _NODES.decode(text)
    except msgspec.ValidationError:
        pass
    except REFUSALS:
        # No text can be made of it, or no number.
        return UNREADABLE
    try:
        return _node(msgspec.json.decode(text))
    except REFUSALS:
        return UNREADABLE


def _node(sent: Any) -> SummaryNode:  # noqa: ANN401 - whatever was sent
    """Take what is right of a node that is wrong somewhere."""
    if not isinstance(sent, dict):
        return UNREADABLE
    values, wrong = right_fields(sent, SummaryNode, but="children")
    children = sent.get("children")
    if isinstance(children, list):
        values["children"] = [_node(child) for child in children]
    elif children is not None or "duration" in wrong:
        values["duration"] = WRONG_DURATION
    if "amount" in wrong:
        values["amount"] = WRONG_AMOUNT
    return SummaryNode(**values)


def _is_lost(node: SummaryNode) -> bool:
    if node.children:
        return all(map(_is_lost, node.children))
    return node is UNREADABLE or node.duration == WRONG_DURATION
