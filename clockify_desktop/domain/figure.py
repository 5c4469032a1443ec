"""One figure of the row on top of the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it is: such as ``544:04``, ``Total``, ``16 people``."""

    value: str
    name: str
    remark: str = ""
