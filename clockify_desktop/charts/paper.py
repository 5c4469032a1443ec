"""The paper that the pages of a PDF are made for."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

# CLDR's regions of US Letter; all others use A4.
_LETTER: Final = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


class Paper(Enum):
    """A page that lies: width and height in inches."""

    A4 = (297 / 25.4, 210 / 25.4)
    LETTER = (11.0, 8.5)


def paper_of(environment: Mapping[str, str], region: str = "") -> Paper:
    """Tell the paper of a person's region.

    Args:
        region: Such as ``en_US``, where the environment names none.
    """
    names = ("LC_ALL", "LC_PAPER", "LANG")
    named = next(filter(None, (environment.get(name) for name in names)), region)
    territory = named.partition(".")[0].partition("@")[0].rpartition("_")[2]
    return Paper.LETTER if territory in _LETTER else Paper.A4
