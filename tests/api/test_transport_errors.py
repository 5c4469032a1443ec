import errno
import socket
import ssl

import httpx
import pytest

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.errors import ClockifyError, RequestInfo
from clockify_desktop.api.transport_errors import transport_error

INFO = RequestInfo("GET", "/user", "host.example")


def from_cause(cause: BaseException) -> httpx.ConnectError:
    error = httpx.ConnectError("canary")
    # As it comes from httpx: our error from httpcore's from the system's.
    middle = RuntimeError("canary")
    middle.__cause__ = cause
    error.__cause__ = middle
    return error


def not_verified(code: int, words: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "canary")
    error.verify_code, error.verify_message = code, words
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (from_cause(not_verified(10, "canary")), network_errors.CertificateDateError),
        # As truststore raises it on Windows, where the server shows no certificate.
        (
            from_cause(ssl.SSLCertVerificationError("canary")),
            network_errors.CertificateError,
        ),
        (from_cause(ssl.SSLError(1, "canary")), network_errors.EncryptionError),
        (from_cause(socket.gaierror(-2, "canary")), network_errors.NameUnknownError),
        (from_cause(OSError(errno.ENETUNREACH, "canary")), network_errors.OfflineError),
        (from_cause(OSError(errno.EMFILE, "canary")), network_errors.TooManyFilesError),
        (
            from_cause(ConnectionRefusedError(111, "canary")),
            network_errors.UnreachableError,
        ),
        (
            from_cause(
                ExceptionGroup("x", [OSError(1, "a"), OSError(errno.ENETDOWN, "b")])
            ),
            network_errors.OfflineError,
        ),
        (httpx.ConnectTimeout(""), network_errors.UnreachableError),
        (httpx.ProxyError("canary"), network_errors.ProxyError),
        (httpx.ReadError(""), network_errors.ConnectionLostError),
        (httpx.WriteError(""), network_errors.ConnectionLostError),
        (
            httpx.RemoteProtocolError("Server disconnected without sending"),
            network_errors.ConnectionLostError,
        ),
        (httpx.RemoteProtocolError("illegal status line"), errors.NotClockifyError),
    ],
)
def test_the_case(error: httpx.HTTPError, kind: type[ClockifyError]) -> None:
    found = transport_error(error, INFO, responding=False)
    assert type(found) is kind
    assert "canary" not in f"{found!r}{found.__dict__}"
    assert "host.example" in str(found) or kind is network_errors.OfflineError
    assert (
        type(transport_error(error, INFO, responding=True))
        is errors.TruncatedResponseError
    )


def test_a_check_without_a_name_keeps_the_systems_words() -> None:
    error = from_cause(not_verified(50, "application verification failure."))
    said = transport_error(error, INFO, responding=False).title
    assert "(application verification failure)" in said


def test_a_circle_of_causes_ends() -> None:
    error = httpx.ReadError("x")
    other = OSError("y")
    error.__context__, other.__context__ = other, error
    assert isinstance(
        transport_error(error, INFO, responding=False),
        network_errors.ConnectionLostError,
    )
