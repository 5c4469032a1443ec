"""Errors of a server's certificate: which check failed, and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType

from clockify_desktop.api.errors.network import NetworkError
from clockify_desktop.api.errors.request_info import RequestInfo


class CertificateError(NetworkError):
    """The server's certificate does not prove that it is who it says.

    Args:
        info: What was asked.
        detail: The check that failed.
    """

    says = "{host} cannot prove that it is {host} ({detail})"
    advises = (
        "Nothing was sent. Check this computer's clock and that no other network is in"
        " between; a company's own root belongs into the system's certificates."
    )


class CertificateDateError(CertificateError):
    """By this computer's clock the certificate is not valid now."""

    advises = (
        "Nothing was sent. Check this computer's clock: date, time and time zone. If"
        " they are right, tell who runs {host}."
    )


class CertificateNameError(CertificateError):
    """The certificate was made for another name or address."""

    advises = (
        "Nothing was sent. Check the address. If it is right, something else answers"
        " in its place, such as the sign-in page of a network."
    )


class CertificateIssuerError(CertificateError):
    """Nobody whom this computer trusts vouches for the certificate."""

    advises = (
        "Nothing was sent. Another network or a proxy may be in between. A company's"
        " own root belongs into the system's certificates."
    )


class CertificateChainError(CertificateError):
    """What was sent does not lead to an issuer whom this computer trusts."""

    advises = (
        "Nothing was sent. {host} may leave out a certificate between its own and its"
        " issuer's: tell who runs it. A company's own root belongs into the system's"
        " certificates."
    )


class CertificateUnfitError(CertificateError):
    """The certificate is not one that a server may prove itself with."""

    advises = "Nothing was sent. Tell who runs {host}: it needs another certificate."


# OpenSSL's numbers, those that are the same in all its versions (x509_vfy.h).
_CHECKS: Mapping[int, tuple[type[CertificateError], str]] = MappingProxyType(
    {
        9: (CertificateDateError, "its certificate is not valid yet"),
        10: (CertificateDateError, "its certificate has expired"),
        18: (CertificateIssuerError, "it made its certificate itself"),
        19: (CertificateIssuerError, "its certificate is from an unknown issuer"),
        20: (CertificateChainError, "its certificate leads to no known issuer"),
        21: (CertificateChainError, "its certificate leads to no known issuer"),
        23: (CertificateUnfitError, "its certificate was revoked"),
        26: (CertificateUnfitError, "its certificate is not made for servers"),
        62: (CertificateNameError, "its certificate is for another name"),
        64: (CertificateNameError, "its certificate is for another address"),
        66: (CertificateUnfitError, "the key of its certificate is too weak"),
        67: (CertificateUnfitError, "the key of its issuer is too weak"),
        68: (CertificateUnfitError, "its certificate is signed too weakly"),
    }
)


def certificate_error(info: RequestInfo, code: int, words: str) -> CertificateError:
    """Name the check that failed.

    Args:
        info: What was asked.
        code: OpenSSL's number of the check. Windows and macOS check by themselves and
            have numbers of their own, all of them others.
        words: What the system says, for a check that has no name here.
    """
    kind, known = _CHECKS.get(code, (CertificateError, ""))
    said = known or words.rstrip(".") or "its certificate was refused"
    return kind(info, said)
