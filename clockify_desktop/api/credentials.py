"""API keys and add-on tokens, wrapped so that nothing prints or stores them.

A key cannot be restricted to reading: it has the whole role of its owner. So no way
to print, log, copy, pickle or compare a credential shows its value; the origin guard
alone calls ``header()``.
"""

import hmac
from typing import NoReturn, Self

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr

_SHORTEST = 8
# Keys have 48 characters, add-on tokens are signed and some thousand long.
_LONGEST_KEY = 512
_LONGEST_TOKEN = 8192


class _Secret:
    """The secret value of a header.

    Raises:
        UsageError: It cannot be one; the message does not repeat it.
    """

    __slots__ = ("_value",)
    _empty = tr("The key is empty")
    _unlike = tr("This does not look like a Clockify key")
    _header = ""
    _longest = _LONGEST_KEY

    def __init__(self, value: str) -> None:
        if not value:
            advice = tr("Copy it from your profile settings in Clockify.")
            raise UsageError(self._empty, advice)
        # The value is not repeated: messages end up in logs.
        if any(not "!" <= sign <= "~" for sign in value):
            advice = tr(
                "It holds a blank, a line break or a special character. Copy it once"
                " more, without anything around it."
            )
            raise UsageError(self._unlike, advice)
        if not _SHORTEST <= len(value) <= self._longest:
            advice = tr("Its length cannot be right. Copy the whole of it once more.")
            raise UsageError(self._unlike, advice)
        self._value = value

    def header(self) -> tuple[bytes, bytes]:
        """Give the header's name and the secret, for the origin guard alone."""
        return self._header.encode("ascii"), self._value.encode("ascii")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return hmac.compare_digest(self._value, other._value)

    def __hash__(self) -> int:
        return hash((type(self), self._value))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        message = f"{type(self).__name__} is not written anywhere"
        raise TypeError(message)


class ApiKey(_Secret):
    """A person's API key, as Clockify shows it."""

    __slots__ = ()
    _empty = tr("The API key is empty")
    _unlike = tr("This does not look like a Clockify API key")
    _header = "X-Api-Key"


class AddonToken(_Secret):
    """The token of an add-on that is installed in a workspace."""

    __slots__ = ()
    _empty = tr("The add-on token is empty")
    _unlike = tr("This does not look like a Clockify add-on token")
    _header = "X-Addon-Token"
    _longest = _LONGEST_TOKEN


Credential = ApiKey | AddonToken
