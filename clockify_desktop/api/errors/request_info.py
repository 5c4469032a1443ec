"""What every error of this package is made of."""

from dataclasses import dataclass
from typing import ClassVar

from clockify_desktop.domain.errors import AppError


@dataclass(frozen=True, slots=True)
class RequestInfo:
    """What was asked and how it was answered, as far as it is safe to tell.

    Args:
        method: Such as ``GET``.
        path: The endpoint with its braces, such as ``/workspaces/{workspace}``.
        host: The host's name.
        status: The HTTP status, ``None`` when no answer came.
        code: Clockify's own number for the case, where it sent one.
    """

    method: str
    path: str
    host: str
    status: int | None = None
    code: int | None = None


class ClockifyError(AppError):
    """Clockify, or the way to it, refuses.

    Args:
        info: What was asked; ``{host}`` in the words is filled from it.
        detail: More of the reason, for the words' ``{detail}``.
    """

    says: ClassVar[str] = "Clockify cannot answer"
    advises: ClassVar[str] = "Try again later."

    def __init__(self, info: RequestInfo, detail: str = "") -> None:
        host = info.host
        super().__init__(
            self.says.format(host=host, detail=detail),
            self.advises.format(host=host, detail=detail),
        )
        self.request_info = info
