import pytest

from clockify_desktop.api.endpoints import HOLIDAYS
from clockify_desktop.api.errors import (
    ClockifyError,
    NoRightError,
    PlanError,
    RequestInfo,
    WorkspaceHiddenError,
)
from clockify_desktop.services.not_offered import NotOfferedError

ASKED = RequestInfo(HOLIDAYS.method, HOLIDAYS.path, "test", 403)


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (PlanError(ASKED), "It needs a paid plan."),
        (NoRightError(ASKED), "It needs the key of an admin, or a paid plan."),
        (
            WorkspaceHiddenError(ASKED),
            "It may need a paid plan, or the key of an admin.",
        ),
    ],
)
def test_a_paid_plan_is_named_only_where_that_is_known(
    error: ClockifyError, advice: str
) -> None:
    refusal = NotOfferedError("Leave cannot be had here", error)
    assert (refusal.title, refusal.advice) == ("Leave cannot be had here", advice)
