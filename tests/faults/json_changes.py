"""Ways to change what an honest reply says."""

import json
from collections.abc import Callable
from typing import Any

from tests.faults.fault import Act, ok


def sent(body: bytes | str) -> Act:
    """Send this in place of an answer."""
    plain = body.encode() if isinstance(body, str) else body
    return lambda _: ok(plain)


def changed(change: Callable[[Any], object]) -> Act:
    """Let a function change the honest JSON in place."""

    def act(body: bytes) -> bytes:
        said = json.loads(body)
        change(said)
        return ok(json.dumps(said).encode(), "Last-Page: true")

    return act


def row(**fields: Any) -> Act:
    """Give the first row of a list other values."""
    return changed(lambda sent: sent[0].update(fields))


def whole(**fields: Any) -> Act:
    """Give an object other values."""
    return changed(lambda sent: sent.update(fields))
