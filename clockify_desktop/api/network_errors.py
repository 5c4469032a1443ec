"""Errors of the network: no response was received."""

from clockify_desktop.api.errors import DETAIL, HOST, ClockifyError, RequestInfo
from clockify_desktop.translation import tr


class NetworkError(ClockifyError):
    """The request or its response did not get through."""

    advises = tr("Check the network and try again.")


class DeadlineError(NetworkError):
    """No whole response within the deadline, in seconds."""

    says = tr(
        "No whole answer from {host} within {seconds} seconds",
        host=HOST,
        seconds=DETAIL,
    )
    advises = tr("The network or Clockify is slow. Try again.")
    advises_of_periods = tr(
        "The network or Clockify is slow. Try again, or a shorter period."
    )

    def __init__(self, info: RequestInfo, deadline_s: float) -> None:
        super().__init__(info, f"{deadline_s:g}")
        self.deadline_s = deadline_s


class NameUnknownError(NetworkError):
    """The host's name has no address."""

    says = tr("The name {host} leads nowhere", host=HOST)
    advises = tr("Check that this computer is online and that the name is right.")


class OfflineError(NetworkError):
    """This computer has no network."""

    says = tr("This computer is offline")
    advises = tr("Connect it to the network and try again.")


class TooManyFilesError(NetworkError):
    """This computer opens no more connections: each is a file to it."""

    says = tr("No connection to {host}, for too many files are open here", host=HOST)
    advises = tr("Close some programs, or allow more open files, and try again.")


class UnreachableError(NetworkError):
    """No server accepts a connection at the address."""

    says = tr("Nobody answers at {host}", host=HOST)
    advises = tr(
        "Check the address, and whether a firewall or proxy stands in between."
    )


class ConnectionLostError(NetworkError):
    """A connection broke before the response was received."""

    says = tr("The connection to {host} broke", host=HOST)


class EncryptionError(NetworkError):
    """The TLS handshake failed."""

    says = tr("No encrypted connection to {host} came about", host=HOST)
    advises = tr("Check the address; a firewall or proxy may be breaking encryption.")


class ProxyError(NetworkError):
    """The proxy settings cannot be used, or the proxy refuses."""

    says = tr("The proxy for {host} cannot be used", host=HOST)
    advises = tr(
        "Check the environment variables HTTPS_PROXY, ALL_PROXY and NO_PROXY, or ask"
        " who runs the proxy."
    )


class CertificateError(NetworkError):
    """The server's certificate is not verified; ``detail`` names the check."""

    says = tr(
        "{host} cannot prove that it is {host} ({reason})", host=HOST, reason=DETAIL
    )
    advises = tr(
        "Nothing was sent. Check this computer's clock and that no other network is in"
        " between; a company's own root belongs into the system's certificates."
    )


class CertificateDateError(CertificateError):
    """By this computer's clock the certificate is not valid now."""

    advises = tr(
        "Nothing was sent. Check this computer's clock: date, time and time zone. If"
        " they are right, tell who runs {host}.",
        host=HOST,
    )


class CertificateNameError(CertificateError):
    """The certificate was made for another name or address."""

    advises = tr(
        "Nothing was sent. Check the address. If it is right, something else answers"
        " in its place, such as the sign-in page of a network."
    )


class CertificateIssuerError(CertificateError):
    """The certificate's issuer is not trusted on this computer."""

    advises = tr(
        "Nothing was sent. Another network or a proxy may be in between. A company's"
        " own root belongs into the system's certificates."
    )


class CertificateChainError(CertificateError):
    """The certificates that were sent lead to no issuer that is trusted here."""

    advises = tr(
        "Nothing was sent. {host} may leave out a certificate between its own and its"
        " issuer's: tell who runs it. A company's own root belongs into the system's"
        " certificates.",
        host=HOST,
    )


class CertificateUnfitError(CertificateError):
    """The certificate is revoked, too weak or not for servers."""

    advises = tr(
        "Nothing was sent. Tell who runs {host}: it needs another certificate.",
        host=HOST,
    )


# OpenSSL's numbers, those that are the same in all its versions (x509_vfy.h).
_CHECKS: dict[int, tuple[type[CertificateError], str]] = {
    9: (CertificateDateError, tr("its certificate is not valid yet")),
    10: (CertificateDateError, tr("its certificate has expired")),
    18: (CertificateIssuerError, tr("it made its certificate itself")),
    19: (CertificateIssuerError, tr("its certificate is from an unknown issuer")),
    20: (CertificateChainError, tr("its certificate leads to no known issuer")),
    21: (CertificateChainError, tr("its certificate leads to no known issuer")),
    23: (CertificateUnfitError, tr("its certificate was revoked")),
    26: (CertificateUnfitError, tr("its certificate is not made for servers")),
    62: (CertificateNameError, tr("its certificate is for another name")),
    64: (CertificateNameError, tr("its certificate is for another address")),
    66: (CertificateUnfitError, tr("the key of its certificate is too weak")),
    67: (CertificateUnfitError, tr("the key of its issuer is too weak")),
    68: (CertificateUnfitError, tr("its certificate is signed too weakly")),
}


def certificate_error(info: RequestInfo, code: int, words: str) -> CertificateError:
    """Name the check that failed, by OpenSSL's number or else in the system's words.

    Windows and macOS verify by themselves and have numbers of their own, all of them
    others.
    """
    kind, known = _CHECKS.get(code, (CertificateError, ""))
    said = known or words.rstrip(".") or tr("its certificate was refused")
    return kind(info, said)
