"""Maps errors of httpx to our own, without keeping their texts.

httpx has one class for a failed connection, whatever the reason; the reason is down
the chain of causes. The texts are not kept: they can hold whole addresses.
"""

import errno
import socket
import ssl
from collections.abc import Iterator

import httpx

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.errors import ClockifyError, RequestInfo

_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
TOO_MANY_FILES = frozenset({errno.EMFILE, errno.ENFILE})


def transport_error(
    error: httpx.HTTPError, info: RequestInfo, *, responding: bool
) -> ClockifyError:
    """Map an error of httpx to our own; ``responding`` once a head was received."""
    if responding:
        return errors.TruncatedResponseError(info)
    if isinstance(error, httpx.ProxyError):
        return network_errors.ProxyError(info)
    for one in _causes(error):
        if (by_cause := _of_cause(one, info)) is not None:
            return by_cause
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
        return network_errors.UnreachableError(info)
    if isinstance(error, httpx.RemoteProtocolError) and "illegal" in str(error):
        return errors.NotClockifyError(info)
    return network_errors.ConnectionLostError(info)


def _of_cause(cause: BaseException, info: RequestInfo) -> ClockifyError | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        # Windows' own check names none where the server shows no certificate.
        code: int = getattr(cause, "verify_code", 0)
        words: str = getattr(cause, "verify_message", "")
        return network_errors.certificate_error(info, code, words)
    if isinstance(cause, ssl.SSLError):
        return network_errors.EncryptionError(info)
    if isinstance(cause, socket.gaierror):
        return network_errors.NameUnknownError(info)
    if isinstance(cause, OSError) and cause.errno in _NO_NETWORK:
        return network_errors.OfflineError(info)
    if isinstance(cause, OSError) and cause.errno in TOO_MANY_FILES:
        return network_errors.TooManyFilesError(info)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Walk an error and everything that led to it, each once."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, BaseExceptionGroup):
            waiting.extend(one.exceptions)
        waiting += [one.__context__, one.__cause__]
