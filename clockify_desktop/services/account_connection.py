"""Connecting as one of the accounts that this computer knows."""

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.api.hosts import Hosts
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.services.connection import KEY, Connection
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.password_store import PasswordStore, open_password_store


async def connect_account(
    name: str | None, store: PasswordStore | None = None
) -> tuple[Account, Connection]:
    """Find an account and fetch its key from the password store.

    Args:
        name: The account's name, or ``None`` for the only or last used one.
        store: Where keys are kept; the computer's own password store if ``None``.

    Returns:
        The account; where to ask, and as whom.

    Raises:
        AppError: There is no such account, or several and none named; the password
            store refuses or has no key of it.
    """
    accounts = AccountsFile()
    account = accounts.default() if name is None else accounts.find(name)
    if account is None:
        names = ", ".join(one.name for one in accounts.list())
        if names:
            title = "There are several accounts on this computer"
            raise LookUpError(title, f"Choose one with --account: {names}.")
        title = "There is no account on this computer yet"
        advice = f"Set {KEY}, or use --demo for the sample organisation."
        raise LookUpError(title, advice)
    secrets = await open_password_store() if store is None else store
    secret = await secrets.get(account.password_id)
    if secret is None:
        title = f"The password store holds no key of “{account.name}”"
        raise LookUpError(title, f"Sign in again, or set {KEY}.")
    credential = AddonToken(secret) if account.kind == "addon" else ApiKey(secret)
    hosts = Hosts(account.core_url, account.reports_url)
    return account, Connection(hosts, credential)
