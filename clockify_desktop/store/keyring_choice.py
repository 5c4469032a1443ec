"""How ``keyring`` is configured, as far as it is respected here.

Both of its own ways of saying "no password store, please" are: the environment
variable, and the file that ``keyring --disable`` writes. No backend that is named
there is ever loaded: it could keep a key readable.
"""

import os
from configparser import Error, RawConfigParser

_VARIABLE = "PYTHON_KEYRING_BACKEND"
_FILE_NAME = "keyringrc.cfg"
_OFF = ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring")


def is_switched_off() -> bool:
    """Tell whether no password store is to be used; it may read a small file."""
    # As in keyring: where the variable is set, the file does not count.
    chosen = os.environ.get(_VARIABLE)
    return (_named_in_file() if chosen is None else chosen) in _OFF


def _named_in_file() -> str | None:
    # It imports keyring, some 100 ms, and none of its backends that keep anything.
    from keyring.util.platform_ import config_root  # noqa: PLC0415 - see above

    config = RawConfigParser()
    try:
        # One that is not there, or not to be read, is passed over.
        config.read(config_root() / _FILE_NAME, encoding="utf-8")
        chosen = config.get("backend", "default-keyring", fallback=None)
    # The last one where there is no home to look in.
    except (Error, UnicodeDecodeError, RuntimeError):
        return None
    return chosen and chosen.strip()
