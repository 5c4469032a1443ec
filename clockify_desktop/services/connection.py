"""Which Clockify to ask, and as whom: the environment, or an account kept here."""

from collections.abc import Mapping
from dataclasses import dataclass

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.api.hosts import GLOBAL, Hosts, own_pair
from clockify_desktop.domain.errors import UsageError

KEY = "CLOCKIFY_API_KEY"
CORE_URL = "CLOCKIFY_API_URL"
REPORTS_URL = "CLOCKIFY_REPORTS_URL"


@dataclass(frozen=True, slots=True)
class Connection:
    """One deployment and what opens it.

    Args:
        hosts: Where Clockify answers.
        credential: A person's key or an add-on's token.
    """

    hosts: Hosts
    credential: ApiKey | AddonToken


def from_environment(environment: Mapping[str, str]) -> Connection | None:
    """Take the connection from environment variables; they override accounts.

    Args:
        environment: Such as ``os.environ``. Empty variables count as missing.

    Returns:
        The connection, or ``None`` where no variable is set. With the key alone the
        global hosts are asked.

    Raises:
        UsageError: One address is given without the other or without the key, or a
            value cannot be what its name says.
    """
    key = environment.get(KEY, "")
    core_url = environment.get(CORE_URL, "")
    reports_url = environment.get(REPORTS_URL, "")
    if bool(core_url) != bool(reports_url):
        given, missing = (
            (CORE_URL, REPORTS_URL) if core_url else (REPORTS_URL, CORE_URL)
        )
        title = f"{given} is set, {missing} is not"
        raise UsageError(title, "Set both addresses, or neither.")
    if core_url and not key:
        title = f"{CORE_URL} is set, {KEY} is not"
        raise UsageError(title, "Set the key too, or unset the addresses.")
    if not key:
        return None
    hosts = own_pair(core_url, reports_url) if core_url else GLOBAL
    return Connection(hosts, ApiKey(key))
