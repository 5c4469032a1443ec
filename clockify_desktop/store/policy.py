"""What an administrator switched off for everyone on this computer.

``policy.toml`` in the system's own folder for settings, where people cannot write:
``/etc/xdg/clockify-desktop`` on Linux, unless ``XDG_CONFIG_DIRS`` names another. It is
what a team agreed on, no lock against somebody who sets variables.
"""

import tomllib
from pathlib import Path
from typing import Final

import msgspec

from clockify_desktop.domain.errors import AppError
from clockify_desktop.files.file_errors import one_line
from clockify_desktop.files.regular_files import read_regular
from clockify_desktop.translation import tr

FILE_NAME: Final = "policy.toml"


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is switched off; all of it is on where there is no policy.

    Args:
        pages_off: Keys of pages that are not offered, such as ``to-check``.
        rules_off: Keys of rules of "To check" that cannot be switched on.
        descriptions: Whether descriptions of entries are shown and written.
        hide_names: Whether people always stand without their names.
    """

    pages_off: frozenset[str] = frozenset()
    rules_off: frozenset[str] = frozenset()
    descriptions: bool = True
    hide_names: bool = False


NOTHING_OFF: Final = Policy()


class PolicyError(AppError):
    """There is a policy that nobody can read: what it may forbid is not done."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            tr("The policy of this computer could not be read"),
            tr(
                "{file}: {reason}. Until it can, the program does not open. Ask"
                " whoever looks after this computer.",
                file=one_line(path),
                reason=reason,
            ),
        )


def policy_path() -> Path:
    """Find the place of the policy; it need not be there."""
    # The first frame is painted without it.
    from platformdirs import site_config_path  # noqa: PLC0415 - see above

    return site_config_path("clockify-desktop", appauthor=False) / FILE_NAME


def read_policy(path: Path | None = None) -> Policy:
    """Read the policy; ``None`` is that of this computer.

    Raises:
        PolicyError: It cannot be read or holds what this version does not know.
    """
    path = path or policy_path()
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        raise PolicyError(path, error.strerror or tr("it is no file")) from None
    try:
        return msgspec.toml.decode(content, type=Policy)
    except msgspec.ValidationError as error:
        raise PolicyError(path, str(error)) from None
    except (msgspec.DecodeError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise PolicyError(path, tr("it is no TOML")) from None
