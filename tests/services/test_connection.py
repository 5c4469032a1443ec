import asyncio

import pytest

from clockify_desktop.api.credentials import AddonToken, ApiKey
from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.services.connection import (
    Connection,
    connect_account,
    from_environment,
)
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import NoPasswordStoreError
from clockify_desktop.store.password_store import MemoryPasswordStore

CORE = "http://127.0.0.1:8080/api/v1"
REPORTS = "http://127.0.0.1:8080/report/v1"
WORK = Account("Work", CORE, REPORTS)
BOT = Account("Bot", CORE, REPORTS, "addon")


def test_nothing_set_means_an_account() -> None:
    assert from_environment({}) is None
    assert from_environment({"CLOCKIFY_API_KEY": "", "CLOCKIFY_API_URL": ""}) is None


def test_the_key_alone_means_the_global_host() -> None:
    found = from_environment({"CLOCKIFY_API_KEY": "canary-key"})
    assert found is not None
    assert found.hosts == GLOBAL
    assert found.credential == ApiKey("canary-key")
    assert "canary" not in repr(found)


def test_both_addresses_with_their_prefixes() -> None:
    found = from_environment(
        {
            "CLOCKIFY_API_KEY": "canary-key",
            "CLOCKIFY_API_URL": CORE,
            "CLOCKIFY_REPORTS_URL": REPORTS,
        }
    )
    assert found is not None
    assert (found.hosts.core_url, found.hosts.reports_url) == (CORE, REPORTS)


@pytest.mark.parametrize(
    ("environment", "title"),
    [
        (
            {"CLOCKIFY_API_KEY": "canary-key", "CLOCKIFY_API_URL": CORE},
            "CLOCKIFY_API_URL is set, CLOCKIFY_REPORTS_URL is not",
        ),
        (
            {"CLOCKIFY_REPORTS_URL": REPORTS},
            "CLOCKIFY_REPORTS_URL is set, CLOCKIFY_API_URL is not",
        ),
        (
            {"CLOCKIFY_API_URL": CORE, "CLOCKIFY_REPORTS_URL": REPORTS},
            "CLOCKIFY_API_URL is set, CLOCKIFY_API_KEY is not",
        ),
        ({"CLOCKIFY_API_KEY": "canary\nkey"}, "does not look like"),
    ],
)
def test_what_is_wrong_whatever_a_server_says(
    environment: dict[str, str], title: str
) -> None:
    with pytest.raises(UsageError, match=title) as refused:
        from_environment(environment)
    assert "canary" not in str(refused.value)


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
