"""What the sign-in page shows: one frozen state, and its words."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Literal

from clockify_desktop.api.hosts import Deployment, origin_of
from clockify_desktop.domain.completeness import Listing
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.loss_notes import unreadable_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.services.clockify_address import ClockifyAddress
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import OpenWorkspace, SignedIn
from clockify_desktop.store.accounts import Account
from clockify_desktop.store.errors import NoPasswordStoreError
from clockify_desktop.translation import tr

Field = Literal["address", "key"]

_UNTIL_CLOSED = tr(
    "The key is kept until you close the program, and asked for again then."
)
_ROLES: Final[dict[Role, Callable[[str], str]]] = {
    Role.OWNER: lambda name: tr(
        "Owner of {workspace}: you can see the whole team's time", workspace=name
    ),
    Role.ADMIN: lambda name: tr(
        "Admin of {workspace}: you can see the whole team's time", workspace=name
    ),
    Role.TEAM_MANAGER: lambda name: tr(
        "Team manager in {workspace}: you can see the time of your teams",
        workspace=name,
    ),
    Role.PROJECT_MANAGER: lambda name: tr(
        "Project manager in {workspace}: you can see your projects' time",
        workspace=name,
    ),
    Role.MEMBER: lambda name: tr(
        "Member of {workspace}: you can see only your own time", workspace=name
    ),
    Role.UNKNOWN: lambda name: tr(
        "{workspace}: the report shows what this key may see", workspace=name
    ),
}


def _member_of_all(name: str) -> str:
    return tr(
        "Member of {workspace}: members see everybody's time here", workspace=name
    )


class SignInPhase(StrEnum):
    """Where the signing in stands."""

    IDLE = "idle"
    """Waiting for an address and a key."""
    TESTING = "testing"
    """Clockify is being asked; it can be cancelled."""
    FAILED = "failed"
    """It did not work: ``error``, and ``field`` where it is about one."""
    CONSENT = "consent"
    """May the key be sent to the hosts of ``regions``?"""
    DONE = "done"
    """The key works: ``signed_in``, ``chosen``; with ``error`` if keeping failed."""
    KEEPING = "keeping"
    """The password store is being asked; it may be waiting to be unlocked."""
    SIGNED_IN = "signed in"
    """All is set: ``account`` and ``connection``."""


@dataclass(frozen=True, slots=True)
class SignInInput:
    """What a person entered; no repr shows the key.

    With ``own_pair`` the two addresses were given on purpose; the second may be empty.
    """

    address: str
    key: str = field(repr=False)
    keep: bool = True
    own_pair: bool = False
    reports_address: str = ""


@dataclass(frozen=True, slots=True)
class SignInState:
    """Everything that the page draws.

    There is no ``place`` while the address says nothing; ``regions`` are to be asked
    next if the person agrees, and ``waiting`` says when Clockify is asked again.
    Whether there is a password store is ``None`` while it is looked for.
    """

    phase: SignInPhase = SignInPhase.IDLE
    place: ClockifyAddress | None = None
    waiting: str = ""
    error: AppError | None = None
    field: Field | None = None
    regions: tuple[Deployment, ...] = ()
    signed_in: SignedIn | None = None
    chosen: OpenWorkspace | None = None
    lasting: bool | None = None
    store_error: AppError | None = None
    account: Account | None = None
    connection: Connection | None = None

    @property
    def busy(self) -> bool:
        """Whether something is under way that can be cancelled."""
        return self.phase in {SignInPhase.TESTING, SignInPhase.KEEPING}

    def testing(self) -> "SignInState":
        """Say that Clockify is being asked."""
        return replace(self, phase=SignInPhase.TESTING, error=None, field=None)

    def failed(
        self,
        error: AppError,
        field: Field | None = None,
        regions: tuple[Deployment, ...] = (),
    ) -> "SignInState":
        """Say that it did not work."""
        return replace(
            self, phase=SignInPhase.FAILED, error=error, field=field, regions=regions
        )

    def corrected(self) -> "SignInState":
        """Take back what was wrong while it is being put right."""
        if self.phase is not SignInPhase.FAILED:
            return self
        return replace(self, phase=SignInPhase.IDLE, error=None, field=None, regions=())

    def consent_needed(self) -> "SignInState":
        """Ask whether the key may be sent to the other regions."""
        return replace(self, phase=SignInPhase.CONSENT, error=None, field=None)

    def tested(self, signed_in: SignedIn) -> "SignInState":
        """Say whose key it is; the first workspace is chosen."""
        return replace(
            self,
            phase=SignInPhase.DONE,
            signed_in=signed_in,
            chosen=signed_in.workspaces[0],
            regions=(),
        )

    def kept(self, account: Account, connection: Connection) -> "SignInState":
        """Say that all is set."""
        return replace(
            self, phase=SignInPhase.SIGNED_IN, account=account, connection=connection
        )

    def cancelled(self) -> "SignInState":
        """Go back to where it was before what is under way or asked."""
        if self.phase is SignInPhase.KEEPING:
            return replace(self, phase=SignInPhase.DONE)
        if self.phase in {SignInPhase.TESTING, SignInPhase.CONSENT}:
            return replace(self, phase=SignInPhase.IDLE, error=None, regions=())
        return self

    def started_over(self) -> "SignInState":
        """Forget the key; what is known of the place and of the store stays."""
        return SignInState(
            place=self.place, lasting=self.lasting, store_error=self.store_error
        )


def place_in_words(place: ClockifyAddress) -> str:
    """Say such as ``EU (Germany): euc1.clockify.me``; with a hint where not sure."""
    host = origin_of(place.hosts.core_url).host
    words = host if place.title == host else f"{place.title}: {host}"
    if place.sure:
        return words
    other = tr("in another region? Choose it below")
    return f"{words} · {other}"


def where_kept(state: SignInState, *, keep: bool) -> str:
    """Say why a key is kept for this run alone; nothing where it is kept for longer."""
    missing, error = state.lasting is False, state.store_error
    if keep and not missing:
        return ""
    reason = f"{error.title}. " if missing and error else ""
    if missing and isinstance(error, NoPasswordStoreError):
        reason += f"{error.how_to_get_one} "
    return f"{reason}{_UNTIL_CLOSED}"


def role_in_words(workspace: OpenWorkspace) -> str:
    """Say such as ``Member of Acme: you can see only your own time``."""
    words = _ROLES[workspace.role]
    if workspace.role is Role.MEMBER and workspace.only_own_time is False:
        words = _member_of_all
    return words(named(workspace.name))


def unread_workspaces(signed_in: SignedIn) -> str:
    """Say that workspaces are missing from the choice; nothing where none is."""
    count = signed_in.unreadable
    if not count:
        return ""
    return f"{unreadable_in_words(count, Listing.WORKSPACES)}."


def sees_only_own_time(workspace: OpenWorkspace) -> bool:
    """Tell whether to offer *Open my own week* instead of the team's."""
    return workspace.role is Role.MEMBER and workspace.only_own_time is not False
