"""Errors of the way to Clockify: no answer came."""

from clockify_desktop.api.errors.request_info import ClockifyError, RequestInfo


class NetworkError(ClockifyError):
    """The request or its answer did not get through."""

    says = "{host} cannot be reached"
    advises = "Check the network and try again."


class DeadlineError(NetworkError):
    """No whole answer within the deadline.

    Args:
        info: What was asked.
        deadline_s: How long was waited.
    """

    says = "No whole answer from {host} within {detail} seconds"
    advises = "The network or Clockify is slow. Try again, or a shorter period."

    def __init__(self, info: RequestInfo, deadline_s: float) -> None:
        super().__init__(info, f"{deadline_s:g}")
        self.deadline_s = deadline_s


class NameUnknownError(NetworkError):
    """The host's name leads to no address."""

    says = "The name {host} leads nowhere"
    advises = "Check that this computer is online and that the name is right."


class OfflineError(NetworkError):
    """This computer knows no way out."""

    says = "This computer is offline"
    advises = "Connect it to the network and try again."


class UnreachableError(NetworkError):
    """Nobody answers at the address."""

    says = "Nobody answers at {host}"
    advises = "Check the address, and whether a firewall or proxy stands in between."


class ConnectionLostError(NetworkError):
    """A connection that stood broke before the answer was here."""

    says = "The connection to {host} broke"
    advises = "Check the network and try again."


class EncryptionError(NetworkError):
    """No encrypted connection came about."""

    says = "No encrypted connection to {host} came about"
    advises = "Check the address; a firewall or proxy may be breaking encryption."


class ProxyError(NetworkError):
    """The proxy settings cannot be used, or the proxy refuses."""

    says = "The proxy for {host} cannot be used"
    advises = (
        "Check the environment variables HTTPS_PROXY, ALL_PROXY and NO_PROXY, or ask"
        " who runs the proxy."
    )
