"""Reads the words of a PDF that matplotlib wrote."""

import re
import zlib


def written_pages(pdf: bytes) -> list[str]:
    """Read the words of each page, without their spacing."""
    pages = []
    for stream in re.findall(rb"stream\r?\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            inflated = zlib.decompress(stream)
        except zlib.error:
            continue
        if b"BT" in inflated and b"TJ" in inflated:
            signs = re.findall(rb"\(\x00(?:\\)?(.)\)", inflated)
            pages.append(b"".join(signs).decode("latin-1"))
    return pages
