"""What a workspace's plan or a key's role keeps back, said so that it helps."""

from clockify_desktop.api.errors import (
    ClockifyError,
    NotAllowedError,
    NotClockifyError,
    PlanError,
    RefusedRequestError,
    UnknownIdError,
    WorkspaceHiddenError,
)
from clockify_desktop.domain.errors import KeptBackError
from clockify_desktop.translation import tr

# Which of these an endpoint answers that a plan does not hold is nowhere recorded.
KEPT_BACK = (
    NotAllowedError,
    NotClockifyError,
    RefusedRequestError,
    UnknownIdError,
    WorkspaceHiddenError,
)


class NotOfferedError(KeptBackError):
    """Something that Clockify does not give to this key in this workspace.

    Args:
        title: Such as ``Leave cannot be had here``.
        error: Why, one of ``KEPT_BACK``.
    """

    def __init__(self, title: str, error: ClockifyError) -> None:
        advice = tr("It may need a paid plan, or the key of an admin.")
        if isinstance(error, PlanError):
            advice = tr("It needs a paid plan.")
        elif isinstance(error, NotAllowedError):
            advice = tr("It needs the key of an admin, or a paid plan.")
        super().__init__(title, advice)
