"""What Clockify refuses, and what it sends that cannot be used, each by a class.

An error holds what is safe to show and to log, and nothing else: the endpoint, the
host, the status and Clockify's number for the case. Never an id, a header or a body;
Clockify's messages can repeat what was sent. ``network_errors`` has those without a
response.
"""

import math
from dataclasses import dataclass
from typing import ClassVar

from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr, tr_plural

_MIB = 2**20
HOST, DETAIL = "{host}", "{detail}"
"""What fills a class's words is known only when one is raised."""


@dataclass(frozen=True, slots=True)
class RequestInfo:
    """A request and its response, as far as they are safe to show.

    Args:
        path: The endpoint with its braces, such as ``/workspaces/{workspace}``.
        status: ``None`` where there is no response.
        code: Clockify's own number for the case; ``None`` where it sent none.
    """

    method: str
    path: str
    host: str
    status: int | None = None
    code: int | None = None

    @property
    def has_period(self) -> bool:
        """Whether it was asked about a period, which a person can choose."""
        return "/reports/" in self.path or self.path.endswith("{user}/time-entries")


class ClockifyError(AppError):
    """A request to Clockify failed; ``HOST`` and ``DETAIL`` in its words are filled.

    ``advises_of_periods`` is what to do instead where a period was asked about.
    """

    says: ClassVar[str] = tr("Clockify cannot answer")
    advises: ClassVar[str] = tr("Try again later.")
    advises_of_periods: ClassVar[str] = ""

    def __init__(
        self, info: RequestInfo, detail: str = "", advises: str | None = None
    ) -> None:
        filled = {"host": info.host, "detail": detail}
        of_period = self.advises_of_periods if info.has_period else ""
        advice = advises or of_period or self.advises
        super().__init__(self.says.format(**filled), advice.format(**filled))
        self.request_info = info


class CredentialError(ClockifyError):
    """Clockify does not accept the key."""

    says = tr("Clockify does not accept the key")
    advises = tr(
        "Make a new key in your profile settings in Clockify and enter it here."
    )


class KeyUnknownError(CredentialError):
    """401 code 4003: no such key at this host."""

    says = tr("The key is not known at {host}", host=HOST)
    advises = tr(
        "Check the region: a workspace in another region or with a subdomain has keys"
        " of its own. Otherwise copy the key anew from your profile settings."
    )


class KeyMissingError(CredentialError):
    """401 code 1000: no key arrived, or two kinds."""

    says = tr("No key arrived at {host}", host=HOST)
    advises = tr(
        "Enter the key again. If a proxy or firewall stands between, ask whether it"
        " removes headers."
    )


class TokenRefusedError(CredentialError):
    """401 code 4017: an add-on token that is not valid."""

    says = tr("The add-on token is not valid at {host}", host=HOST)
    advises = tr("Tokens expire: take a new one from the add-on's installation.")


class NotClockifyError(ClockifyError):
    """404 code 3000, a web page, or anything else that Clockify does not send."""

    says = tr("No Clockify server answers at {host}", host=HOST)
    advises = tr(
        "Check the address with its prefix, such as /api/v1. A sign-in page of the"
        " network in between also looks like this: open a browser first."
    )


class RedirectedError(ClockifyError):
    """A 3xx; following it could send the key to another host."""

    says = tr("{host} sends requests on to another address", host=HOST)
    advises = tr("The key was not sent there. Enter the final address of this server.")


class UnlistedCallError(ClockifyError):
    """A request that is not on the list of endpoints; it was not sent."""

    says = tr("A request that this program never makes was stopped")
    advises = tr(
        "Nothing was sent. Please report this: it is a mistake of the program."
    )


class ForeignAddressError(ClockifyError):
    """A request to anywhere but the two chosen hosts; it was not sent."""

    says = tr("A request to another address was stopped")
    advises = tr(
        "Nothing was sent. Please report this: it is a mistake of the program."
    )


class WorkspaceHiddenError(ClockifyError):
    """404 about a workspace: Clockify does not say whether it is gone or hidden."""

    says = tr("The workspace is gone or cannot be seen with this key")
    advises = tr("Choose another workspace, or use a key of one of its members.")


class UnknownIdError(ClockifyError):
    """An id that Clockify does not know (any more)."""

    says = tr("A person, project or entry is not there any more")
    advises = tr("It may have been deleted. Refresh the lists and choose again.")


class NotAllowedError(ClockifyError):
    """The role or the plan does not allow it."""


class NoRightError(NotAllowedError):
    """403 code 501 and the like."""

    says = tr("This key has no right to see or do that")
    advises = tr(
        "A key has the rights of the person who made it. Ask an owner or admin of the"
        " workspace for the right, or use their key."
    )


class LockedError(NotAllowedError):
    """403 code 1003: the time lies in a locked period."""

    says = tr("This time is locked")
    advises = tr(
        "Ask an owner or admin to unlock the period in the workspace settings."
    )


class ApprovedError(NotAllowedError):
    """403 code 4005: the timesheet was approved already."""

    says = tr("This time was approved already")
    advises = tr("Ask the person who approved it to withdraw the approval.")


class PlanError(NotAllowedError):
    """402, or a message that mentions the plan."""

    says = tr("The workspace's plan does not include this")
    advises = tr("Ask the owner which plan the workspace has, or do without it.")


class RangeTooLongError(PlanError):
    """A report over more days than the free plan allows."""

    says = tr("The period is too long for the workspace's plan")
    advises = tr("The free plan allows 31 days a report: choose a shorter period.")


class BusyError(ClockifyError):
    """429: too many requests; ``retry_after_s`` is ``None`` if it was not sent."""

    says = tr("Clockify is busy")
    advises = tr("Too many requests reached it at once. Wait a moment and try again.")

    def __init__(self, info: RequestInfo, retry_after_s: float | None = None) -> None:
        seconds = math.ceil(retry_after_s or 0)
        advises = None
        if seconds > 1:
            advises = tr_plural(
                "Too many requests reached it at once. Wait {count} second and try"
                " again.",
                "Too many requests reached it at once. Wait {count} seconds and try"
                " again.",
                seconds,
            )
        super().__init__(info, advises=advises)
        self.retry_after_s = retry_after_s


class ServerError(ClockifyError):
    """408 or 5xx: an error on Clockify's own side."""

    says = tr("Clockify has trouble of its own (status {status})", status=DETAIL)
    advises = tr("Try again in a few minutes; its status page tells more.")

    def __init__(self, info: RequestInfo, retry_after_s: float | None = None) -> None:
        super().__init__(info, str(info.status))
        self.retry_after_s = retry_after_s


class RefusedRequestError(ClockifyError):
    """Any other error response."""

    says = tr("Clockify refused the request (status {status})", status=DETAIL)
    advises = tr("Try again. If it stays, please report it.")
    advises_of_periods = tr(
        "Try another period or choice. If it stays, please report it."
    )


class RefusedEntryError(RefusedRequestError):
    """Any other error response to a time entry that was to be added."""

    says = tr("Clockify refused the entry (status {status})", status=DETAIL)
    advises = tr(
        "Nothing was added. Check its times, project, task and tags; the workspace may"
        " ask for some of them."
    )


class ResponseError(ClockifyError):
    """A response of 2xx cannot be used."""

    says = tr("Clockify's answer cannot be used")
    advises = tr("Try again. If it stays, please report it.")


class InvalidResponseError(ResponseError):
    """Something in a response is not as Clockify documents it.

    ``field`` says where, such as ``$.groupOne[0].duration``, without any of the
    response's own text; it is empty when the whole is unreadable.
    """

    says = tr("Clockify's answer is not as expected ({reason})", reason=DETAIL)
    advises = tr(
        "Nothing of it was used. Try again; if it stays, Clockify has changed and this"
        " program needs an update."
    )

    def __init__(self, info: RequestInfo, field: str = "") -> None:
        super().__init__(
            info, tr("at {field}", field=field) if field else tr("not readable")
        )
        self.field = field


class ResponseTooLargeError(ResponseError):
    """A body that is larger than the cap, counted after inflating."""

    says = tr("Clockify's answer is larger than {size} MiB", size=DETAIL)
    advises = tr("It was not read, to spare this computer's memory. Please report it.")
    advises_of_periods = tr("Choose a shorter period.")

    def __init__(self, info: RequestInfo, cap_bytes: int) -> None:
        super().__init__(info, f"{cap_bytes / _MIB:g}")
        self.cap_bytes = cap_bytes


class TooManyValuesError(ResponseTooLargeError):
    """A body of more values than any of Clockify's that is as large as the cap."""

    says = tr("Clockify's answer holds too many values")


class TruncatedResponseError(ResponseError):
    """A body that ended before its end, or whose gzip is damaged."""

    says = tr("Clockify's answer broke off")
    advises = tr("Nothing of it was used. Check the network and try again.")
