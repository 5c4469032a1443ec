"""Identifiers shaped like Clockify's: 24 lower hex digits, the same every time."""

import hashlib
from enum import StrEnum


class Kind(StrEnum):
    """What an identifier is for; two kinds never share one."""

    WORKSPACE = "workspace"
    USER = "user"
    PROJECT = "project"
    CLIENT = "client"
    TASK = "task"
    TAG = "tag"
    GROUP = "group"
    HOLIDAY = "holiday"
    POLICY = "policy"
    TIME_OFF = "time off"
    APPROVAL = "approval"
    INVOICE = "invoice"
    CURRENCY = "currency"


def sample_id(kind: Kind, *numbers: int | str) -> str:
    """Make the identifier of the thing that ``numbers`` count.

    Args:
        kind: What the identifier is for.
        numbers: What tells this thing from others of its kind.

    Returns:
        24 lower hex digits.
    """
    text = ":".join((kind, *map(str, numbers)))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def entry_id(workspace: int, start_s: int, serial: int) -> str:
    """Make the identifier of a time entry, without a hash a row.

    Like an ObjectId it holds an instant, a machine and a counter.

    Args:
        workspace: The number of the workspace in the organisation.
        start_s: The entry's start, seconds since 1970, UTC.
        serial: The number under which the entry came into being.

    Returns:
        24 lower hex digits.
    """
    return f"{start_s & 0xFFFFFFFF:08x}5a{workspace:06x}{serial:08x}"
