"""Which Clockify to ask, and as whom: the environment, or an account kept here."""

from collections.abc import Mapping
from dataclasses import dataclass

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.api.hosts import GLOBAL, Hosts, own_pair
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.password_store import PasswordStore, open_password_store
from clockify_desktop.translation import tr

KEY = "CLOCKIFY_API_KEY"
CORE_URL = "CLOCKIFY_API_URL"
REPORTS_URL = "CLOCKIFY_REPORTS_URL"


@dataclass(frozen=True, slots=True)
class Connection:
    """One deployment and what opens it."""

    hosts: Hosts
    credential: ApiKey | AddonToken


def from_environment(environment: Mapping[str, str]) -> Connection | None:
    """Take the connection from environment variables; they override accounts.

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
        title = tr("{set} is set, {missing} is not", set=given, missing=missing)
        raise UsageError(title, tr("Set both addresses, or neither."))
    if core_url and not key:
        title = tr("{set} is set, {missing} is not", set=CORE_URL, missing=KEY)
        raise UsageError(title, tr("Set the key too, or unset the addresses."))
    if not key:
        return None
    hosts = own_pair(core_url, reports_url) if core_url else GLOBAL
    return Connection(hosts, ApiKey(key))


async def connect_account(
    name: str | None, store: PasswordStore | None = None
) -> tuple[Account, Connection]:
    """Find an account and fetch its key from the password store.

    Args:
        name: ``None`` for the only or last used one.
        store: The computer's own password store if ``None``.

    Raises:
        AppError: There is no such account, or several and none named; the password
            store refuses or has no key of it.
    """
    accounts = AccountsFile()
    account = accounts.default() if name is None else accounts.find(name)
    if account is None:
        names = ", ".join(one.name for one in accounts.list())
        if names:
            title = tr("There are several accounts on this computer")
            raise LookUpError(
                title, tr("Choose one with --account: {names}.", names=names)
            )
        title = tr("There is no account on this computer yet")
        advice = tr("Set {key}, or use --demo for the sample organisation.", key=KEY)
        raise LookUpError(title, advice)
    secrets = await open_password_store() if store is None else store
    secret = await secrets.get(account.password_id)
    if secret is None:
        title = tr(
            "The password store holds no key of “{account}”",
            account=named(account.name),
        )
        raise LookUpError(title, tr("Sign in again, or set {key}.", key=KEY))
    credential = AddonToken(secret) if account.kind == "addon" else ApiKey(secret)
    hosts = Hosts(account.core_url, account.reports_url)
    return account, Connection(hosts, credential)
