"""Errors of a response of 2xx that cannot be used."""

from clockify_desktop.api.errors.request_info import ClockifyError, RequestInfo

_MIB = 2**20


class ResponseError(ClockifyError):
    """A response of 2xx cannot be used."""

    says = "Clockify's answer cannot be used"
    advises = "Try again. If it stays, please report it."


class InvalidResponseError(ResponseError):
    """Something in a response is not as Clockify documents it.

    Args:
        field: Where it is wrong, such as ``$.groupOne[0].duration``, without any of
            the response's own text; empty when the whole is unreadable.
    """

    says = "Clockify's answer is not as expected ({detail})"
    advises = (
        "Nothing of it was used. Try again; if it stays, Clockify has changed and this"
        " program needs an update."
    )

    def __init__(self, info: RequestInfo, field: str = "") -> None:
        super().__init__(info, f"at {field}" if field else "not readable")
        self.field = field


class ResponseTooLargeError(ResponseError):
    """A body that is larger than the cap, counted after inflating."""

    says = "Clockify's answer is larger than {detail} MiB"
    advises = "Choose a shorter period."

    def __init__(self, info: RequestInfo, cap_bytes: int) -> None:
        super().__init__(info, f"{cap_bytes / _MIB:g}")
        self.cap_bytes = cap_bytes


class TooManyValuesError(ResponseTooLargeError):
    """A body of more values than any of Clockify's that is as large as the cap."""

    says = "Clockify's answer holds too many values"


class TruncatedResponseError(ResponseError):
    """A body that ended before its end, or whose gzip is damaged."""

    says = "Clockify's answer broke off"
    advises = "Nothing of it was used. Check the network and try again."
