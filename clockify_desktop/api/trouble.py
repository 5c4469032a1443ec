"""Finds out what broke on the way, without keeping what httpx says about it.

httpx tells a failed connection by one class, whatever the reason; the reason is
down the chain of causes. The texts are not kept: they can hold whole addresses.
"""

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from clockify_desktop.api import errors
from clockify_desktop.api.errors import Asked, ClockifyError

_NO_WAY_OUT = frozenset({errno.ENETUNREACH, errno.ENETDOWN})


def trouble(error: httpx.HTTPError, asked: Asked, *, answering: bool) -> ClockifyError:
    """Name the case of a request that got no whole answer.

    Args:
        error: What httpx raised.
        asked: What was asked.
        answering: Whether the head of an answer was here already.

    Returns:
        The error to raise instead.
    """
    if answering:
        return errors.CutReplyError(asked)
    if isinstance(error, httpx.ProxyError):
        return errors.ProxyError(asked)
    by_cause = next(
        filter(None, (_of_cause(one, asked) for one in _causes(error))), None
    )
    if by_cause is not None:
        return by_cause
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return errors.UnreachableError(asked)
    if isinstance(error, httpx.RemoteProtocolError) and "illegal" in str(error):
        return errors.NotClockifyError(asked)
    return errors.ConnectionLostError(asked)


def _of_cause(cause: BaseException, asked: Asked) -> ClockifyError | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        # Windows' own check names none where the server shows no certificate.
        code: int = getattr(cause, "verify_code", 0)
        words: str = getattr(cause, "verify_message", "")
        return errors.certificate_error(asked, code, words)
    if isinstance(cause, ssl.SSLError):
        return errors.EncryptionError(asked)
    if isinstance(cause, socket.gaierror):
        return errors.NameUnknownError(asked)
    if isinstance(cause, OSError) and cause.errno in _NO_WAY_OUT:
        return errors.OfflineError(asked)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk an error and everything that led to it, each once."""
    waiting = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        waiting.extend(
            next_one for next_one in (one.__context__, one.__cause__) if next_one
        )
