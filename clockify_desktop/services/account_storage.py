"""Keeping an account and its key on this computer, or for this run alone."""

import asyncio
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.normal_form import folded
from clockify_desktop.services.clockify_address import title_of
from clockify_desktop.services.sign_in import SignedIn
from clockify_desktop.store.accounts import Account, AccountsFile
from clockify_desktop.store.errors import PasswordStoreError
from clockify_desktop.store.password_store import (
    MemoryPasswordStore,
    PasswordStore,
    open_password_store,
)

# What the list of accounts takes.
_LONGEST_NAME = 60
_MARK_SIGNS = 8


@dataclass(frozen=True, slots=True)
class StoreFound:
    """Where keys can be kept.

    Args:
        store: The computer's password store, or this run's memory.
        why_not: Why it is only the memory; ``None`` if it is not.
    """

    store: PasswordStore
    why_not: AppError | None = None


async def find_store() -> StoreFound:
    """Find the computer's password store; it is neither unlocked nor written to."""
    try:
        return StoreFound(await open_password_store())
    except PasswordStoreError as error:
        return StoreFound(MemoryPasswordStore(), error.with_traceback(None))


def account_of(
    signed_in: SignedIn, workspace_id: WorkspaceId, known: tuple[Account, ...]
) -> Account:
    """Make the account for somebody who signed in, or find the one they had.

    Args:
        workspace_id: The workspace to show first.

    Returns:
        An account named after person and place, such as ``mia@acme.example · USA``,
        by a name that no other place and nobody else bears here.
    """
    hosts = signed_in.hosts
    place = title_of(hosts)
    person = "".join(
        one for one in signed_in.email or signed_in.person if one.isprintable()
    )
    room = max(_LONGEST_NAME - len(f" · {place}") - len(" 99"), 1)
    if len(person) > room:
        # Two people who differ only behind that would share an account and its key.
        mark = sha256(person.encode()).hexdigest()[:_MARK_SIGNS]
        person = f"{person[: max(room - _MARK_SIGNS - 1, 0)]}…{mark}"
    plain = f"{person.strip()} · {place}"[:_LONGEST_NAME].strip()
    names = chain([plain], (f"{plain[: _LONGEST_NAME - 3]} {n}" for n in count(2)))
    # Two people may have the same name; the same address they have not.
    user_id = None if signed_in.email else signed_in.user_id
    candidates = (
        Account(
            name,
            hosts.core_url,
            hosts.reports_url,
            workspace_id=workspace_id,
            user_id=user_id,
        )
        for name in names
    )
    taken = {folded(one.name): one for one in known}
    return next(
        one for one in candidates if _is_same(taken.get(folded(one.name), one), one)
    )


def _is_same(there: Account, one: Account) -> bool:
    # One that was kept before accounts told whose they are is anybody's.
    theirs = there.user_id is None or there.user_id == one.user_id
    return theirs and there.password_id == one.password_id


async def keep(
    signed_in: SignedIn,
    workspace_id: WorkspaceId,
    key: str,
    store: PasswordStore,
    accounts: AccountsFile,
) -> Account:
    """Keep a key, and the account if the key will still be there at the next start.

    Args:
        accounts: The list of accounts; an account that would have no key at the
            next start is not written into it.

    Raises:
        AppError: The store or the disk refuses; nothing new is kept then.
    """
    if not store.lasting:
        account = account_of(signed_in, workspace_id, ())
        await store.set(account.password_id, key)
        return account
    known = await asyncio.to_thread(accounts.list)
    account = account_of(signed_in, workspace_id, known)
    await store.set(account.password_id, key)
    is_new = all(one.name != account.name for one in known)
    try:
        await asyncio.to_thread(accounts.keep, account)
    except AppError:
        if is_new:
            await store.delete(account.password_id)
        raise
    return account


async def sign_out(
    account: Account, store: PasswordStore, accounts: AccountsFile
) -> None:
    """Remove an account's key, then the account; its settings stay.

    Args:
        account: Which one; it may be one of this run that no list holds.

    Raises:
        AppError: The store or the disk refuses; the account is still there then.
    """
    await store.delete(account.password_id)
    await asyncio.to_thread(_remove, accounts, account.name)


def _remove(accounts: AccountsFile, name: str) -> None:
    if any(one.name == name for one in accounts.list()):
        accounts.remove(name)
