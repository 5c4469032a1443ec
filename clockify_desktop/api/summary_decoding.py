"""Decoding summaries: large ones piece by piece, wrong ones as far as they are right.

A decoder lets nobody else in before it has come to the end of its text. A summary of
a big team has hundreds of thousands of nodes: its outline is read first, which takes a
quarter of the time, and then one person after another, between whom others get a turn.

A node that is not as it must be is put in as ``UNREADABLE``, which is no day and no
time, so that whoever reads the leaves counts it; everything beside it is kept.
"""

from typing import Any, Final

import msgspec

from clockify_desktop.api.decoding import LARGE_BYTES, MOST_ROWS, decoded
from clockify_desktop.api.decoding import UNREADABLE as REFUSALS
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.page_decoding import readable_totals
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport

UNREADABLE: Final = SummaryNode()


class _Outline(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A summary whose nodes are still text."""

    totals: msgspec.Raw = msgspec.Raw(b"null")
    group_one: list[msgspec.Raw] | None = None


_OUTLINES = msgspec.json.Decoder(_Outline)
_NODES = msgspec.json.Decoder(SummaryNode)
_ANYTHING = msgspec.json.Decoder()


def decoded_summary(body: bytes | bytearray, info: RequestInfo) -> SummaryReport:
    """Decode a summary.

    Args:
        body: JSON in UTF-8.
        info: For the error.

    Returns:
        The summary; ``UNREADABLE`` stands for each node that is not as it must be.

    Raises:
        ClockifyError: As ``decoded`` does; of wrong nodes only where all are.
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
    """Decode person after person.

    Returns:
        The summary; ``None`` where it cannot be read, or nothing of it.
    """
    try:
        outline = _OUTLINES.decode(body)
        texts = outline.group_one
        if texts is not None and len(texts) > MOST_ROWS:
            return None
        people = None if texts is None else [_decoded_node(text) for text in texts]
        if people and all(_is_lost(person) for person in people):
            return None
    except REFUSALS:
        return None
    return SummaryReport(readable_totals(outline.totals), people)


def _decoded_node(text: msgspec.Raw) -> SummaryNode:
    try:
        return _NODES.decode(text)
    except msgspec.ValidationError:
        pass
    except ValueError:
        # No text can be made of it, or no number.
        return UNREADABLE
    try:
        return _node(_ANYTHING.decode(text))
    except ValueError:
        return UNREADABLE


def _node(sent: Any) -> SummaryNode:  # noqa: ANN401 - whatever was sent
    """Take what is right of a node that is wrong somewhere."""
    try:
        return msgspec.convert(sent, SummaryNode)
    except (msgspec.ValidationError, OverflowError):
        pass
    children = sent.get("children") if isinstance(sent, dict) else None
    if not isinstance(children, list):
        return UNREADABLE
    return SummaryNode(
        id=sent.get("_id"),
        name=_text(sent, "name"),
        color=_text(sent, "color"),
        client_name=_text(sent, "clientName"),
        children=[_node(child) for child in children],
    )


def _text(sent: dict[str, Any], name: str) -> str | None:
    value = sent.get(name)
    return value if isinstance(value, str) else None


def _is_lost(node: SummaryNode) -> bool:
    if node is UNREADABLE:
        return True
    return bool(node.children) and all(map(_is_lost, node.children or ()))
