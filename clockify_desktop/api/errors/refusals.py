"""Errors that Clockify itself responds with."""

import math

from clockify_desktop.api.errors.request_info import ClockifyError, RequestInfo


class NotThereError(ClockifyError):
    """What the request is about is not there."""

    says = "Clockify does not know what was asked for"
    advises = "It may have been deleted. Refresh the lists and choose again."


class WorkspaceHiddenError(NotThereError):
    """404 with an empty body: Clockify does not say whether it is gone or hidden."""

    says = "The workspace is gone or cannot be seen with this key"
    advises = "Choose another workspace, or use a key of one of its members."


class UnknownIdError(NotThereError):
    """An id that Clockify does not know (any more)."""

    says = "A person, project or entry is not there any more"


class NotAllowedError(ClockifyError):
    """The role or the plan does not allow it."""

    says = "Clockify does not allow this"
    advises = "Ask an owner or admin of the workspace."


class NoRightError(NotAllowedError):
    """403 code 501 and the like."""

    says = "This key has no right to see or do that"
    advises = (
        "A key has the rights of the person who made it. Ask an owner or admin of the"
        " workspace for the right, or use their key."
    )


class LockedError(NotAllowedError):
    """403 code 1003: the time lies in a locked period."""

    says = "This time is locked"
    advises = "Ask an owner or admin to unlock the period in the workspace settings."


class ApprovedError(NotAllowedError):
    """403 code 4005: the timesheet was approved already."""

    says = "This time was approved already"
    advises = "Ask the person who approved it to withdraw the approval."


class PlanError(NotAllowedError):
    """402, or a message that mentions the plan."""

    says = "The workspace's plan does not include this"
    advises = "Ask the owner which plan the workspace has, or do without it."


class RangeTooLongError(PlanError):
    """A report over more days than the free plan allows."""

    says = "The period is too long for the workspace's plan"
    advises = "The free plan allows 31 days a report: choose a shorter period."


class BusyError(ClockifyError):
    """429: too many requests.

    Args:
        retry_after_s: The header ``Retry-After``, ``None`` if it was not sent.
    """

    says = "Clockify is busy"
    advises = "Too many requests reached it at once. Wait {detail} and try again."

    def __init__(self, info: RequestInfo, retry_after_s: float | None = None) -> None:
        seconds = math.ceil(retry_after_s or 0)
        super().__init__(info, f"{seconds} seconds" if seconds > 1 else "a moment")
        self.retry_after_s = retry_after_s


class ServerError(ClockifyError):
    """408 or 5xx: an error on Clockify's own side.

    Args:
        retry_after_s: The header ``Retry-After``, ``None`` if it was not sent.
    """

    says = "Clockify has trouble of its own (status {detail})"
    advises = "Try again in a few minutes; its status page tells more."

    def __init__(self, info: RequestInfo, retry_after_s: float | None = None) -> None:
        super().__init__(info, str(info.status))
        self.retry_after_s = retry_after_s


class RefusedRequestError(ClockifyError):
    """Any other error response."""

    says = "Clockify refused the request (status {detail})"
    advises = "Try another period or choice. If it stays, please report it."
