"""Errors of the network: there is no response."""

from clockify_desktop.api.errors.request_info import ClockifyError, RequestInfo


class NetworkError(ClockifyError):
    """The request or its response did not get through."""

    says = "{host} cannot be reached"
    advises = "Check the network and try again."


class DeadlineError(NetworkError):
    """No whole response within the deadline, in seconds."""

    says = "No whole answer from {host} within {detail} seconds"
    advises = "The network or Clockify is slow. Try again, or a shorter period."

    def __init__(self, info: RequestInfo, deadline_s: float) -> None:
        super().__init__(info, f"{deadline_s:g}")
        self.deadline_s = deadline_s


class NameUnknownError(NetworkError):
    """The host's name has no address."""

    says = "The name {host} leads nowhere"
    advises = "Check that this computer is online and that the name is right."


class OfflineError(NetworkError):
    """This computer has no network."""

    says = "This computer is offline"
    advises = "Connect it to the network and try again."


class UnreachableError(NetworkError):
    """No server accepts a connection at the address."""

    says = "Nobody answers at {host}"
    advises = "Check the address, and whether a firewall or proxy stands in between."


class ConnectionLostError(NetworkError):
    """A connection broke before the response was received."""

    says = "The connection to {host} broke"


class EncryptionError(NetworkError):
    """The TLS handshake failed."""

    says = "No encrypted connection to {host} came about"
    advises = "Check the address; a firewall or proxy may be breaking encryption."


class ProxyError(NetworkError):
    """The proxy settings cannot be used, or the proxy refuses."""

    says = "The proxy for {host} cannot be used"
    advises = (
        "Check the environment variables HTTPS_PROXY, ALL_PROXY and NO_PROXY, or ask"
        " who runs the proxy."
    )
