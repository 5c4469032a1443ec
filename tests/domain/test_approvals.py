from datetime import date

import pytest

from clockify_desktop.domain.approvals import Approval, Approvals, HandedIn
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period

ANN, BOB = UserId("ann"), UserId("bob")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


def ranges(*told: tuple[int, int, bool]) -> Approvals:
    return Approvals(
        tuple(
            HandedIn(ANN, date(2026, 11, first), date(2026, 11, last), approved)
            for first, last, approved in told
        )
    )


@pytest.mark.parametrize(
    ("approvals", "state"),
    [
        (ranges(), Approval.NOT_SUBMITTED),
        (ranges((9, 15, True)), Approval.NOT_SUBMITTED),
        (ranges((16, 22, True)), Approval.APPROVED),
        (ranges((16, 22, False)), Approval.SUBMITTED),
        # A range need not be a week.
        (ranges((1, 30, True)), Approval.APPROVED),
        (ranges((1, 18, True), (19, 30, True)), Approval.APPROVED),
        (ranges((1, 18, True), (19, 30, False)), Approval.SUBMITTED),
        (ranges((1, 18, True)), Approval.PARTLY),
        # Handed in again in part after it was approved.
        (ranges((16, 22, True), (18, 18, False)), Approval.APPROVED),
    ],
)
def test_what_became_of_a_week(approvals: Approvals, state: Approval) -> None:
    assert approvals.of(ANN, WEEK) is state
    assert approvals.of(BOB, WEEK) is Approval.NOT_SUBMITTED
    assert approvals.size_bytes == 150 * len(approvals.handed_in)
