"""Decoding large summaries piece by piece, so that a window goes on answering.

A decoder lets nobody else in before it has come to the end of its text. A summary of
a big team has hundreds of thousands of nodes: its outline is read first, which takes a
quarter of the time, and then one person after another, between whom others get a turn.
"""

import msgspec

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.errors import Asked
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport, Totals

LARGE_BYTES = 2**20
"""From this size on a body is decoded off the loop; a smaller one takes 5 ms."""


class _Outline(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A summary whose nodes are still text."""

    totals: tuple[Totals | None, ...] | None = None
    group_one: list[msgspec.Raw] | None = None


_OUTLINES = msgspec.json.Decoder(_Outline)
_NODES = msgspec.json.Decoder(SummaryNode)


def decoded_summary(body: bytes | bytearray, asked: Asked) -> SummaryReport:
    """Decode a summary piece by piece.

    Args:
        body: JSON in UTF-8.
        asked: For the error.

    Returns:
        The same as ``decoded``.

    Raises:
        ClockifyError: As ``decoded`` does.
    """
    try:
        outline = _OUTLINES.decode(body)
        nodes = outline.group_one
        people = None if nodes is None else [_NODES.decode(node) for node in nodes]
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        people = outline = None
    if outline is None:
        # Whatever is wrong is wrong as a whole, too, and there it is named well.
        return decoded(body, SummaryReport, asked)
    return SummaryReport(outline.totals, people)
