"""What this computer can refuse about accounts and keys."""

from pathlib import Path

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import named
from clockify_desktop.store.how_to_get_a_store import how_to_get_one
from clockify_desktop.translation import tr


class PasswordStoreError(AppError):
    """The password store failed; without its own words, which may hold the secret."""

    _title = ""
    _advice = ""

    def __init__(self) -> None:
        super().__init__(self._title, self._advice)


class NoPasswordStoreError(PasswordStoreError):
    """There is no password store that may be trusted with a key."""

    _title = tr("This computer has no password store that can be used")
    _advice = tr(
        "Start one, such as GNOME Keyring or KWallet, or hand the key over in"
        " CLOCKIFY_API_KEY each time."
    )

    @property
    def how_to_get_one(self) -> str:
        """One line on how to get one on this system."""
        return how_to_get_one()


class PasswordStoreOffError(NoPasswordStoreError):
    """Somebody chose that there is to be none."""

    @property
    def how_to_get_one(self) -> str:
        """Where it was switched off."""
        return tr("It is switched off in the settings of Python's keyring.")


class PasswordStoreLockedError(PasswordStoreError):
    """The password store is locked and was not unlocked."""

    _title = tr("Your computer's password store is locked")
    _advice = tr("Unlock it and try once more.")


class PasswordStoreRefusedError(PasswordStoreError):
    """The password store refused, or is broken."""

    _title = tr("Your computer's password store refused")
    _advice = tr("Answer its question with yes, or see whether it works elsewhere.")


class PasswordStoreSilentError(PasswordStoreError):
    """The password store did not answer in time."""

    _title = tr("Your computer's password store did not answer")
    _advice = tr(
        "It may be waiting for you to unlock it: look for its question, then try"
        " once more."
    )


class AccountsUnreadableError(AppError):
    """The list of accounts was damaged; it was set aside, and none is known now."""

    def __init__(self, aside: Path) -> None:
        super().__init__(
            tr("The list of accounts could not be read"),
            tr(
                "It was set aside as {file} in {folder}. Add your account once more.",
                file=aside.name,
                folder=aside.parent,
            ),
        )
        self.aside = aside


class AccountsTooNewError(AppError):
    """A newer version of the program wrote the list of accounts."""

    def __init__(self) -> None:
        super().__init__(
            tr("A newer version of this program wrote the list of accounts"),
            tr("Use that version; this one leaves the list as it is."),
        )


class AccountExistsError(AppError):
    """Another account bears that name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr(
                "There is an account “{name}” already",
                name=named(name),
            ),
            tr("Choose another name, or remove that account first."),
        )
