"""The base of all errors of this package, and what they say of the request."""

from dataclasses import dataclass
from typing import ClassVar

from clockify_desktop.domain.errors import AppError


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


class ClockifyError(AppError):
    """A request to Clockify failed; ``{host}`` and ``{detail}`` fill its words."""

    says: ClassVar[str] = "Clockify cannot answer"
    advises: ClassVar[str] = "Try again later."

    def __init__(self, info: RequestInfo, detail: str = "") -> None:
        filled = {"host": info.host, "detail": detail}
        super().__init__(self.says.format(**filled), self.advises.format(**filled))
        self.request_info = info
