"""What can still be read of lists of accounts that were damaged and set aside."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from clockify_desktop.store.accounts import FILE_NAME, Account, is_usable
from clockify_desktop.store.private_json import files_set_aside

# An account is an object without another one in it, wherever the damage is.
_OBJECT = re.compile(rb"\{[^{}]*\}")
# Only what tells its key; whatever else is wrong does not matter here.
_OF_ITS_KEY = ("name", "core_url", "reports_url", "kind")
# A thousand accounts and more; the program never wrote a list as long as this.
_LONGEST = 2**20


def damaged_accounts(folder: Path) -> tuple[Account, ...]:
    """Find which accounts the lists that were set aside still name, none twice."""
    found = {
        account.password_id: account
        for path in files_set_aside(folder / FILE_NAME)
        for account in _readable(path)
    }
    return tuple(found.values())


def _readable(path: Path) -> Iterator[Account]:
    # One that cannot be read names nobody; the person learns of keys left anyway.
    with suppress(OSError), path.open("rb") as file:
        for one in _OBJECT.finditer(file.read(_LONGEST)):
            account = _account(one[0])
            if account is not None and is_usable(account.name):
                yield account


def _account(text: bytes) -> Account | None:
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        decoded = msgspec.json.decode(text, type=dict[str, Any])
        of_its_key = {name: decoded[name] for name in _OF_ITS_KEY if name in decoded}
        return msgspec.convert(of_its_key, Account)
    return None
