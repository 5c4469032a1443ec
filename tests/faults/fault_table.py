"""The table: every fault, and every endpoint that it applies to."""

from tests.faults.connection_faults import CONNECTION_FAULTS
from tests.faults.content_faults import CONTENT_FAULTS
from tests.faults.fault import Fault
from tests.faults.frame_faults import FRAME_FAULTS
from tests.faults.good_answers import Place
from tests.faults.packing_faults import PACKING_FAULTS
from tests.faults.paging_faults import PAGING_FAULTS
from tests.faults.report_faults import REPORT_FAULTS
from tests.faults.status_faults import STATUS_FAULTS

FAULTS: tuple[Fault, ...] = (
    *CONNECTION_FAULTS,
    *FRAME_FAULTS,
    *PACKING_FAULTS,
    *STATUS_FAULTS,
    *CONTENT_FAULTS,
    *REPORT_FAULTS,
    *PAGING_FAULTS,
)


def cells(*, full: bool) -> list[tuple[Fault, Place]]:
    """Pair faults with endpoints.

    Args:
        full: Every pair; else one endpoint a fault, another with each fault.
    """
    if full:
        return [(fault, place) for fault in FAULTS for place in fault.places]
    return [
        (fault, fault.places[number % len(fault.places)])
        for number, fault in enumerate(FAULTS)
    ]
