import asyncio

import pytest

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.services.account_connection import connect_account
from clockify_desktop.services.connection import Connection
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import NoPasswordStoreError
from clockify_desktop.store.password_store import MemoryPasswordStore

CORE = "https://euc1.clockify.me/api/v1"
REPORTS = "https://euc1.clockify.me/report/v1"
WORK = Account("Work", CORE, REPORTS)
BOT = Account("Bot", CORE, REPORTS, "addon")


def connect(
    name: str | None, accounts: tuple[Account, ...], secrets: dict[str, str]
) -> Connection:
    async def connected() -> Connection:
        store = MemoryPasswordStore()
        for account, secret in secrets.items():
            await store.set(account, secret)
        account, connection = await connect_account(name, store)
        assert account in accounts
        return connection

    for account in accounts:
        AccountsFile().add(account)
    return asyncio.run(connected())


def test_an_account_opens_with_its_key() -> None:
    found = connect("work", (WORK, BOT), {WORK.password_id: "canary-key"})
    assert found.hosts.core_url == CORE
    assert found.credential == ApiKey("canary-key")


def test_the_only_account_needs_no_name_and_may_be_an_addon() -> None:
    found = connect(None, (BOT,), {BOT.password_id: "canary-token"})
    assert found.credential == AddonToken("canary-token")


@pytest.mark.parametrize(
    ("name", "accounts", "said"),
    [
        (None, (), "no account on this computer yet"),
        (None, (WORK, BOT), "--account: Bot, Work"),
        ("Home", (WORK,), "no account “Home”"),
        ("Work", (WORK,), "holds no key of “Work”"),
    ],
)
def test_what_cannot_be_opened(
    name: str | None, accounts: tuple[Account, ...], said: str
) -> None:
    with pytest.raises(LookUpError, match=said):
        connect(name, accounts, {})


def test_the_computers_own_store_is_asked_unless_another_is_given() -> None:
    AccountsFile().add(WORK)
    # The tests' environment has none that may be trusted with a key.
    with pytest.raises(NoPasswordStoreError):
        asyncio.run(connect_account(None))
