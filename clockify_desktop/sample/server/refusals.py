"""What Clockify answers when it does not do what it was asked.

An error is ``{"message", "code"}``, but a workspace that it does not know is a 404
with an empty body [live].
"""

from typing import NoReturn

from clockify_desktop.sample.server.wire import Json

UNKNOWN_ID = 501
NO_RESOURCE = 3000
_NOT_FOUND = 404


class RefusalError(Exception):
    """An answer that is an error.

    Args:
        status: The HTTP status.
        message: What the body says; ``None``: the body is empty.
        code: Clockify's own number.
    """

    def __init__(self, status: int, message: str | None, code: int = 0) -> None:
        super().__init__(status, message, code)
        self.status = status
        self.message = message
        self.code = code

    def body(self) -> Json | None:
        """Give the body, ``None`` for an empty one."""
        if self.message is None:
            return None
        return {"message": self.message, "code": self.code}


def not_signed_in() -> NoReturn:
    """No key, or two kinds at once: 401 code 1000 [live]."""
    message = "Full authentication is required to access this resource"
    raise RefusalError(401, message, 1000)


def unknown_key() -> NoReturn:
    """The key is not one of this server: 401 code 4003 [live]."""
    raise RefusalError(401, "Api key does not exist", 4003)


def unknown_token() -> NoReturn:
    """The add-on token is none of this server: 401 code 4017 [live]."""
    raise RefusalError(401, "Invalid token", 4017)


def no_such_resource(path: str) -> NoReturn:
    """The path leads nowhere, such as under a wrong prefix: 404 code 3000 [live]."""
    raise RefusalError(
        _NOT_FOUND, f"No static resource {path.lstrip('/')}.", NO_RESOURCE
    )


def no_such_method(method: str) -> NoReturn:
    """The path knows other methods only: 405 code 3000 [live]."""
    message = f"Request method '{method}' is not supported"
    raise RefusalError(405, message, NO_RESOURCE)


def no_such_value(name: str) -> NoReturn:
    """A parameter that has a fixed set of values: 400 code 3000 [live]."""
    raise RefusalError(400, f"Invalid value of {name}", NO_RESOURCE)


def unknown_workspace() -> NoReturn:
    """No such workspace: 404 with an empty body [live]."""
    raise RefusalError(_NOT_FOUND, None)


def unknown_id(what: str) -> NoReturn:
    """No such user, project or the like in this workspace: 400 code 501 [live]."""
    raise RefusalError(400, f"{what} doesn't belong to Workspace", UNKNOWN_ID)


def access_denied() -> NoReturn:
    """The key's owner may not: 403 code 501."""
    raise RefusalError(403, "Access Denied", UNKNOWN_ID)


def not_in_plan() -> NoReturn:
    """The workspace's plan does not hold it: 402 and these words are [?]."""
    raise RefusalError(402, "This feature is not in your plan, please upgrade", 0)


def bad_request(message: str) -> NoReturn:
    """What was sent cannot be right: 400 code 501."""
    raise RefusalError(400, message, UNKNOWN_ID)
