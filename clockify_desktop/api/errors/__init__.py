"""Everything that Clockify, or the way to it, refuses; each case by its own name.

    ClockifyError(AppError)
        CredentialError            the key itself (401)
            KeyUnknownError            does not exist here; perhaps another region
            KeyMissingError            none arrived, or two kinds at once
            TokenRefusedError          an add-on token that is not valid
        AddressError               the place that was asked
            NotClockifyError           something answers there, but not Clockify
            RedirectedError            it sends us elsewhere; the key does not follow
            ForeignAddressError        a request to anywhere but the chosen hosts
            UnlistedCallError          a request that is not on the list of endpoints
        NotThereError              what was asked for
            WorkspaceHiddenError       gone, or not to be seen with this key
            UnknownIdError             a person, project or entry that is not there
        NotAllowedError            the role or the plan (402, 403)
            NoRightError               this key may not do that
            LockedError                the period is locked
            ApprovedError              the time was approved already
            PlanError                  not in the workspace's plan
            RangeTooLongError          the free plan's 31 days
        BusyError                  too many requests (429)
        ServerTroubleError         Clockify's own trouble (5xx)
        RefusedRequestError        refused for a reason that has no name here
        ResponseError                an answer came but is not to be used
            InvalidResponseError           something in it is not as it must be
            ResponseTooLargeError         larger than the cap; ask for less at once
                TooManyValuesError      more values than one of that size has
            TruncatedResponseError              it ended before its end
        NetworkError                   the way there
            DeadlineError              no whole answer in time
            NameUnknownError           the host's name leads nowhere
            OfflineError               this computer has no way out
            UnreachableError           nobody answers there
            ConnectionLostError        the connection broke
            CertificateError           the server cannot prove who it is
                CertificateDateError       by the clock here it is not valid now
                CertificateNameError       it is for another name or address
                CertificateIssuerError     nobody who is trusted here vouches for it
                CertificateChainError      or nobody was named who does
                CertificateUnfitError      it is revoked, too weak, not for servers
            EncryptionError            no encrypted connection came about
            ProxyError                 the proxy settings, or the proxy

An error holds what is safe to show and to log, and nothing else: which endpoint on
which host, the status and Clockify's number for the case. Never an id, a header or
a body; Clockify's messages can repeat what was sent.
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
    ServerTroubleError,
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
    "ServerTroubleError",
    "TokenRefusedError",
    "TooManyValuesError",
    "TruncatedResponseError",
    "UnknownIdError",
    "UnlistedCallError",
    "UnreachableError",
    "WorkspaceHiddenError",
    "certificate_error",
]
