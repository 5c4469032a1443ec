import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import ClockifyError, KeyUnknownError, RequestInfo
from clockify_desktop.api.hosts import DEPLOYMENTS, GLOBAL, UK, Hosts, subdomain
from clockify_desktop.api.network_errors import UnreachableError
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.account_storage import StoreFound
from clockify_desktop.services.clockify_address import read_address
from clockify_desktop.services.connection import Connection
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import OpenWorkspace
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.errors import (
    NoPasswordStoreError,
    PasswordStoreLockedError,
)
from clockify_desktop.store.password_store import MemoryPasswordStore
from clockify_desktop.viewmodels.sign_in import SignInViewModel
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
    place_in_words,
    role_in_words,
    sees_only_own_time,
)

KEY = "a-key-that-opens-nothing"
ASKED = RequestInfo("GET", "/user", "api.clockify.me")
ACME, BETA = (
    SentWorkspace(WorkspaceId("w1"), "Acme"),
    SentWorkspace(WorkspaceId("w2"), "Beta"),
)
WISH = SignInInput("https://acme.clockify.me/tracker", f" {KEY}\n")
STANDARD = SignInInput("app.clockify.me", KEY)


class LastingStore(MemoryPasswordStore):
    lasting = True
    locked = False

    async def set(self, account_id: str, secret: str) -> None:
        if self.locked:
            raise PasswordStoreLockedError
        await super().set(account_id, secret)


class Scene:
    """A view model before a Clockify that the test directs."""

    def __init__(self, folder: Path) -> None:
        self.answers: dict[Hosts, ClockifyError | None] = {}
        self.asked: list[Hosts] = []
        self.hold: asyncio.Event | None = None
        self.store = LastingStore()
        self.no_store: NoPasswordStoreError | None = None
        self.accounts = AccountsFile(folder)
        self.states: list[SignInState] = []
        self.model = SignInViewModel(self.opened, self.accounts, find=self.find)
        self.model.changed.connect(self.states.append)

    async def find(self) -> StoreFound:
        if self.no_store is not None:
            return StoreFound(MemoryPasswordStore(), self.no_store)
        return StoreFound(self.store)

    @asynccontextmanager
    async def opened(self, hosts: Hosts, credential: object) -> AsyncIterator[Any]:
        assert credential == ApiKey(KEY)
        self.asked.append(hosts)
        if self.hold is not None:
            await self.hold.wait()
        yield FakeClient(self.answers.get(hosts))

    @property
    def state(self) -> SignInState:
        return self.model.state

    async def until_told(self) -> None:
        """Wait until it is known whether there is a password store."""
        async with asyncio.timeout(5):
            await asyncio.wait(self.model._search._tasks)

    async def until(self, *phases: SignInPhase) -> SignInState:
        reached = asyncio.Event()

        def look(state: SignInState) -> None:
            if state.phase in phases:
                reached.set()

        look(self.state)
        self.model.changed.connect(look)
        async with asyncio.timeout(5):
            await reached.wait()
        self.model.changed.disconnect(look)
        return self.state

    def play(self, script: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def main() -> None:
            def fail(_loop: object, context: dict[str, Any]) -> None:
                bugs.append(context)

            bugs: list[object] = []
            asyncio.get_running_loop().set_exception_handler(fail)
            await script()
            await self.model.close()
            assert bugs == []
            assert len(asyncio.all_tasks()) == 1

        asyncio.run(main())


class FakeClient:
    def __init__(self, refuses: ClockifyError | None) -> None:
        self._refuses = refuses

    async def user(self) -> User:
        if self._refuses is not None:
            raise self._refuses
        return User(UserId("u1"), "mia@acme.example", "Mia Larsen")

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        wanted = set(roles)
        if not wanted:
            return Listed([ACME, BETA])
        return Listed([ACME] if Role.OWNER in wanted else [])


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_an_error_goes_when_it_is_being_corrected(scene: Scene) -> None:
    for correct in (scene.model.correct, lambda: scene.model.read("euc1")):
        scene.model.test(SignInInput(WISH.address, "no key"))
        assert scene.state.phase is SignInPhase.FAILED
        correct()
        assert scene.state.phase is SignInPhase.IDLE
        assert scene.state.error is None
        assert scene.state.regions == ()
        told = len(scene.states)
        correct()
        assert len(scene.states) == told


def test_a_key_that_works_names_person_workspace_and_role(scene: Scene) -> None:
    async def script() -> None:
        scene.model.test(WISH)
        assert scene.state.phase is SignInPhase.TESTING
        assert scene.state.busy
        state = await scene.until(SignInPhase.DONE)
        assert state.signed_in is not None
        assert state.chosen is not None
        assert state.signed_in.person == "Mia Larsen"
        assert state.signed_in.hosts == subdomain("acme")
        assert (state.chosen.name, state.chosen.role) == ("Acme", Role.OWNER)
        assert not state.busy

    scene.play(script)


def test_going_on_keeps_the_key_in_the_password_store(scene: Scene) -> None:
    async def script() -> None:
        scene.model.test(WISH)
        await scene.until(SignInPhase.DONE)
        scene.model.choose(BETA.id)
        scene.model.go_on()
        state = await scene.until(SignInPhase.SIGNED_IN)
        assert state.account is not None
        assert state.account.workspace_id == BETA.id
        assert await scene.store.get(state.account.password_id) == KEY
        assert scene.accounts.list() == (state.account,)
        assert state.connection == Connection(subdomain("acme"), ApiKey(KEY))

    scene.play(script)


@pytest.mark.parametrize("way", ["this run", "no store", "at last"])
def test_for_this_run_alone_nothing_is_written(scene: Scene, way: str) -> None:
    async def script() -> None:
        if way == "no store":
            scene.no_store = NoPasswordStoreError()
            scene.model.look_for_store()
            await scene.until_told()
        entered = SignInInput("app.clockify.me", KEY, keep=way != "this run")
        scene.model.test(entered)
        await scene.until(SignInPhase.DONE)
        if way == "at last":
            scene.model.go_on_for_this_run()
        else:
            scene.model.go_on()
        state = await scene.until(SignInPhase.SIGNED_IN)
        assert state.account is not None
        assert await scene.model.run_store.get(state.account.password_id) == KEY
        assert scene.accounts.list() == ()
        assert scene.store._secrets == {}

    scene.play(script)


def test_a_store_that_is_missing_at_last_is_said_first(scene: Scene) -> None:
    async def script() -> None:
        scene.model.test(WISH)
        await scene.until(SignInPhase.DONE)
        scene.no_store = NoPasswordStoreError()
        scene.model.go_on()
        await scene.until(SignInPhase.KEEPING)
        state = await scene.until(SignInPhase.DONE)
        assert isinstance(state.error, NoPasswordStoreError)
        # It may have been started meanwhile.
        scene.no_store = None
        scene.model.go_on()
        state = await scene.until(SignInPhase.SIGNED_IN)
        assert state.account is not None
        assert await scene.store.get(state.account.password_id) == KEY

    scene.play(script)


def test_a_locked_store_leaves_the_outcome_with_the_error(scene: Scene) -> None:
    async def script() -> None:
        scene.store.locked = True
        scene.model.test(WISH)
        await scene.until(SignInPhase.DONE)
        scene.model.go_on()
        assert scene.state.phase is SignInPhase.KEEPING
        state = await scene.until(SignInPhase.DONE)
        assert isinstance(state.error, PasswordStoreLockedError)
        scene.model.go_on_for_this_run()
        state = await scene.until(SignInPhase.SIGNED_IN)
        assert state.error is None

    scene.play(script)


def test_the_page_learns_whether_there_is_a_store(scene: Scene) -> None:
    async def script() -> None:
        assert scene.state.lasting is None
        scene.model.look_for_store()
        for _ in range(5):
            await asyncio.sleep(0)
        assert scene.state.lasting
        scene.no_store = NoPasswordStoreError()
        scene.model.look_for_store()
        for _ in range(5):
            await asyncio.sleep(0)
        assert scene.state.lasting is False
        assert scene.state.store_error is scene.no_store

    scene.play(script)


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        (SignInInput("", KEY), "address"),
        (SignInInput("https://elsewhere.example", KEY), "address"),
        (SignInInput("http://c.example/api/v1", KEY, own_pair=True), "address"),
        (SignInInput("euc1", ""), "key"),
        (SignInInput("euc1", "two words of a key"), "key"),
    ],
)
def test_what_cannot_be_right_is_said_without_asking_anybody(
    scene: Scene, entered: SignInInput, field: str
) -> None:
    scene.model.test(entered)
    assert scene.state.phase is SignInPhase.FAILED
    assert scene.state.field == field
    assert scene.state.error is not None
    assert scene.asked == []


def test_other_errors_are_shown_as_they_are(scene: Scene) -> None:
    error = UnreachableError(ASKED)

    async def script() -> None:
        scene.answers = {GLOBAL: error}
        scene.model.test(STANDARD)
        state = await scene.until(SignInPhase.FAILED)
        assert state.error is error
        assert state.regions == ()
        scene.model.ask_for_consent()
        assert scene.state.phase is SignInPhase.FAILED

    scene.play(script)


def test_other_regions_are_asked_only_after_the_person_agreed(scene: Scene) -> None:
    async def script() -> None:
        unknown = KeyUnknownError(ASKED)
        scene.answers = {one.hosts: unknown for one in DEPLOYMENTS}
        scene.answers[UK] = None
        scene.model.test(STANDARD)
        state = await scene.until(SignInPhase.FAILED)
        assert [one.title for one in state.regions] == [
            "EU (Germany)",
            "USA",
            "UK",
            "Australia",
        ]
        scene.model.try_regions()
        scene.model.ask_for_consent()
        assert scene.state.phase is SignInPhase.CONSENT
        await asyncio.sleep(0)
        assert scene.asked == [GLOBAL]
        scene.model.try_regions()
        state = await scene.until(SignInPhase.DONE)
        assert len(scene.asked) == 1 + 4 + 1
        assert state.place is not None
        assert state.place.hosts == UK
        assert state.signed_in is not None
        assert state.signed_in.hosts == UK

    scene.play(script)


def test_a_key_known_nowhere_is_not_offered_the_same_regions_again(
    scene: Scene,
) -> None:
    async def script() -> None:
        scene.answers = {one.hosts: KeyUnknownError(ASKED) for one in DEPLOYMENTS}
        scene.model.test(STANDARD)
        await scene.until(SignInPhase.FAILED)
        scene.model.ask_for_consent()
        scene.model.try_regions()
        state = await scene.until(SignInPhase.FAILED)
        assert state.error is not None
        assert state.error.title == "None of the regions knows this key"
        assert state.regions == ()

    scene.play(script)


def test_own_addresses_are_not_sent_on_to_clockify(scene: Scene) -> None:
    own = "https://clockify.example"
    hosts = Hosts(f"{own}/api/v1", f"{own}/report/v1")

    async def script() -> None:
        scene.answers = {hosts: KeyUnknownError(ASKED)}
        scene.model.test(SignInInput(f"{own}/api/v1", KEY, own_pair=True))
        state = await scene.until(SignInPhase.FAILED)
        assert scene.asked == [hosts]
        assert state.regions == ()

    scene.play(script)


def test_a_late_answer_of_the_first_key_is_not_shown(scene: Scene) -> None:
    async def script() -> None:
        scene.hold = asyncio.Event()
        scene.model.test(STANDARD)
        await asyncio.sleep(0)
        scene.model.test(WISH)
        scene.hold.set()
        state = await scene.until(SignInPhase.DONE)
        assert state.signed_in is not None
        assert state.signed_in.hosts == subdomain("acme")
        assert GLOBAL not in {
            one.signed_in.hosts for one in scene.states if one.signed_in
        }

    scene.play(script)


def test_starting_over_forgets_the_key_and_cancels(scene: Scene) -> None:
    async def script() -> None:
        scene.hold = asyncio.Event()
        scene.model.test(WISH)
        await asyncio.sleep(0)
        scene.model.start_over()
        assert scene.state.phase is SignInPhase.IDLE
        assert scene.state.place == read_address("acme")
        assert KEY not in repr(vars(scene.model))
        scene.hold.set()
        for _ in range(5):
            await asyncio.sleep(0)
        assert scene.state.phase is SignInPhase.IDLE

    scene.play(script)


def test_cancelling_goes_back_one_step(scene: Scene) -> None:
    async def script() -> None:
        scene.hold = asyncio.Event()
        scene.model.test(WISH)
        await asyncio.sleep(0)
        scene.model.cancel()
        assert scene.state.phase is SignInPhase.IDLE
        scene.hold.set()
        scene.model.test(WISH)
        await scene.until(SignInPhase.DONE)
        scene.model.cancel()
        assert scene.state.phase is SignInPhase.DONE
        scene.model.go_on()
        scene.model.cancel()
        assert scene.state.phase is SignInPhase.DONE
        for _ in range(5):
            await asyncio.sleep(0)
        assert scene.state.phase is SignInPhase.DONE

    scene.play(script)


def test_wishes_out_of_their_turn_do_nothing(scene: Scene) -> None:
    scene.model.go_on()
    scene.model.choose(ACME.id)
    scene.model.try_regions()
    assert scene.states == []


def test_closing_while_asking_ends_at_once(scene: Scene) -> None:
    async def script() -> None:
        scene.hold = asyncio.Event()
        scene.model.test(WISH)
        await asyncio.sleep(0)

    scene.play(script)


def test_the_place_is_read_while_typing(scene: Scene) -> None:
    scene.model.read("https://euc1.clockify.me/tr")
    assert scene.state.place == read_address("euc1")
    scene.model.read("https://euc1.clockify.me/tracker")
    assert len(scene.states) == 1
    scene.model.read("nothing of the kind")
    assert scene.state.place is None


def test_no_text_of_a_state_or_wish_holds_the_key(scene: Scene) -> None:
    async def script() -> None:
        scene.model.test(WISH)
        await scene.until(SignInPhase.DONE)
        scene.model.go_on()
        await scene.until(SignInPhase.SIGNED_IN)

    scene.play(script)
    assert KEY not in repr(scene.states)
    assert KEY not in repr(WISH)


def test_words() -> None:
    words = {
        (Role.OWNER, False): "Owner of Acme: you can see the whole team's time",
        (Role.MEMBER, True): "Member of Acme: you can see only your own time",
        (Role.MEMBER, None): "Member of Acme: you can see only your own time",
        (Role.MEMBER, False): "Member of Acme: members see everybody's time here",
        (Role.UNKNOWN, None): "Acme: the report shows what this key may see",
    }
    for (role, own), expected in words.items():
        workspace = OpenWorkspace(ACME.id, "Acme", role, own)
        assert role_in_words(workspace) == expected
        assert sees_only_own_time(workspace) == ("only your own" in expected)
    assert place_in_words(read_address("euc1")) == "EU (Germany): euc1.clockify.me"
    assert place_in_words(read_address("acme")) == "acme.clockify.me"
    assert "another region?" in place_in_words(read_address("app.clockify.me"))
