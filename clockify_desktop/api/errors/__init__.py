"""Every way in which Clockify, or the network, fails a request, each by a class.

    ClockifyError(AppError)
        CredentialError            the key itself (401)
            KeyUnknownError            does not exist here; perhaps another region
            KeyMissingError            none arrived, or two kinds at once
            TokenRefusedError          an add-on token that is not valid
        AddressError               the address of the request
            NotClockifyError           a server responds, but not Clockify
            RedirectedError            a redirect; the key does not follow it
            ForeignAddressError        a request to anywhere but the chosen hosts
            UnlistedCallError          a request that is not on the list of endpoints
        NotThereError              what the request is about
            WorkspaceHiddenError       gone, or not visible with this key
            UnknownIdError             a person, project or entry that is not there
        NotAllowedError            the role or the plan (402, 403)
            NoRightError               this key may not do that
            LockedError                the period is locked
            ApprovedError              the time was approved already
            PlanError                  not in the workspace's plan
            RangeTooLongError          the free plan's 31 days
        BusyError                  too many requests (429)
        ServerError         an error of Clockify's own (5xx)
        RefusedRequestError        any other error response
        ResponseError              a response of 2xx that cannot be used
            InvalidResponseError       something in it is not as documented
            ResponseTooLargeError      larger than the cap
                TooManyValuesError         more values than one of that size has
            TruncatedResponseError     it ended before its end
        NetworkError               no response
            DeadlineError              none in time
            NameUnknownError           the host's name has no address
            OfflineError               this computer has no network
            UnreachableError           no server accepts the connection
            ConnectionLostError        the connection broke
            CertificateError           the certificate is not verified
                CertificateDateError       by the clock here it is not valid now
                CertificateNameError       it is for another name or address
                CertificateIssuerError     its issuer is not trusted here
                CertificateChainError      it leads to no issuer that is trusted
                CertificateUnfitError      it is revoked, too weak, not for servers
            EncryptionError            the TLS handshake failed
            ProxyError                 the proxy settings, or the proxy

An error holds what is safe to show and to log, and nothing else: the endpoint, the
host, the status and Clockify's number for the case. Never an id, a header or a body;
Clockify's messages can repeat what was sent.
"""

from clockify_desktop.api.errors.access import (
    AddressError,
    CredentialError,
    ForeignAddressError,
    KeyMissingError,
    KeyUnknownError,
    NotClockifyError,
    RedirectedError,
    TokenRefusedError,
    UnlistedCallError,
)
from clockify_desktop.api.errors.certificates import (
    CertificateChainError,
    CertificateDateError,
    CertificateError,
    CertificateIssuerError,
    CertificateNameError,
    CertificateUnfitError,
    certificate_error,
)
from clockify_desktop.api.errors.network import (
    ConnectionLostError,
    DeadlineError,
    EncryptionError,
    NameUnknownError,
    NetworkError,
    OfflineError,
    ProxyError,
    UnreachableError,
)
from clockify_desktop.api.errors.refusals import (
    ApprovedError,
    BusyError,
    LockedError,
    NoRightError,
    NotAllowedError,
    NotThereError,
    PlanError,
    RangeTooLongError,
    RefusedRequestError,
    ServerError,
    UnknownIdError,
    WorkspaceHiddenError,
)
from clockify_desktop.api.errors.request_info import (
    ClockifyError,
    RequestInfo,
)
from clockify_desktop.api.errors.responses import (
    InvalidResponseError,
    ResponseError,
    ResponseTooLargeError,
    TooManyValuesError,
    TruncatedResponseError,
)

__all__ = [
    "AddressError",
    "ApprovedError",
    "BusyError",
    "CertificateChainError",
    "CertificateDateError",
    "CertificateError",
    "CertificateIssuerError",
    "CertificateNameError",
    "CertificateUnfitError",
    "ClockifyError",
    "ConnectionLostError",
    "CredentialError",
    "DeadlineError",
    "EncryptionError",
    "ForeignAddressError",
    "InvalidResponseError",
    "KeyMissingError",
    "KeyUnknownError",
    "LockedError",
    "NameUnknownError",
    "NetworkError",
    "NoRightError",
    "NotAllowedError",
    "NotClockifyError",
    "NotThereError",
    "OfflineError",
    "PlanError",
    "ProxyError",
    "RangeTooLongError",
    "RedirectedError",
    "RefusedRequestError",
    "RequestInfo",
    "ResponseError",
    "ResponseTooLargeError",
    "ServerError",
    "TokenRefusedError",
    "TooManyValuesError",
    "TruncatedResponseError",
    "UnknownIdError",
    "UnlistedCallError",
    "UnreachableError",
    "WorkspaceHiddenError",
    "certificate_error",
]
