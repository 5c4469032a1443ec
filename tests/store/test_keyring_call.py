import asyncio
import subprocess
import sys
import threading
import time

import pytest
from keyring.errors import (
    InitError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)
from secretstorage.exceptions import (
    LockedException,
    PromptDismissedException,
    SecretServiceNotAvailableException,
)

from clockify_desktop.store.errors import (
    NoPasswordStoreError,
    PasswordStoreError,
    PasswordStoreLockedError,
    PasswordStoreRefusedError,
    PasswordStoreSilentError,
)
from clockify_desktop.store.keyring_call import call_within

CANARY = "canary-of-the-key"


def test_answer_comes_from_another_thread() -> None:
    thread = asyncio.run(call_within(5, threading.current_thread))
    assert thread is not threading.main_thread()
    # Nothing waits for it at the end of the program.
    assert thread.daemon


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (KeyringLocked, PasswordStoreLockedError),
        (LockedException, PasswordStoreLockedError),
        (NoKeyringError, NoPasswordStoreError),
        (SecretServiceNotAvailableException, NoPasswordStoreError),
        (FileNotFoundError, NoPasswordStoreError),
        (ConnectionRefusedError, NoPasswordStoreError),
        (PasswordSetError, PasswordStoreRefusedError),
        (PasswordDeleteError, PasswordStoreRefusedError),
        (PromptDismissedException, PasswordStoreRefusedError),
        (InitError, PasswordStoreRefusedError),
        (OSError, PasswordStoreRefusedError),
        (ValueError, PasswordStoreRefusedError),
    ],
)
def test_errors_are_told_apart_and_carry_nothing(
    raised: type[Exception], told: type[PasswordStoreError]
) -> None:
    def question() -> None:
        raise raised(CANARY)

    with pytest.raises(told) as caught:
        asyncio.run(call_within(5, question))
    assert type(caught.value) is told
    error = caught.value
    assert CANARY not in f"{error} {error!r} {error.args} {vars(error)}"
    assert error.__cause__ is None
    assert error.__context__ is None


def test_all_errors_have_words_of_their_own() -> None:
    kinds = PasswordStoreError.__subclasses__()
    errors = [kind() for kind in kinds]
    assert len({error.title for error in errors}) == len(kinds) == 4
    assert all(error.title and error.advice for error in errors)


def test_silence_ends_at_the_limit() -> None:
    release = threading.Event()

    async def ask() -> None:
        with pytest.raises(PasswordStoreSilentError) as caught:
            await call_within(0.01, release.wait)
        assert caught.value.__context__ is None

    asyncio.run(ask())
    release.set()


def test_late_answer_disturbs_nobody(caplog: pytest.LogCaptureFixture) -> None:
    release = threading.Event()
    threads: list[threading.Thread] = []

    def question() -> str:
        threads.append(threading.current_thread())
        release.wait()
        return CANARY

    async def ask() -> None:
        with pytest.raises(PasswordStoreSilentError):
            await call_within(0.01, question)
        release.set()
        await asyncio.to_thread(threads[0].join)

    asyncio.run(ask())
    assert caplog.records == []


def test_answer_after_the_end_of_the_loop(caplog: pytest.LogCaptureFixture) -> None:
    release = threading.Event()
    threads: list[threading.Thread] = []

    def question() -> bool:
        threads.append(threading.current_thread())
        return release.wait()

    with pytest.raises(PasswordStoreSilentError):
        asyncio.run(call_within(0.01, question))
    release.set()
    threads[0].join()
    assert caplog.records == []


@pytest.mark.parametrize("ends", ["silent", "cancelled"])
def test_what_comes_when_nobody_waits_any_more_is_taken_back(ends: str) -> None:
    release, asked = threading.Event(), threading.Event()
    done: list[str] = []
    threads: list[threading.Thread] = []

    def question() -> None:
        threads.append(threading.current_thread())
        asked.set()
        release.wait()
        done.append("done")

    def undo() -> None:
        done.append("undone")
        raise OSError

    async def ask() -> None:
        limit_s = 0.01 if ends == "silent" else 60
        task = asyncio.ensure_future(call_within(limit_s, question, undo))
        await asyncio.to_thread(asked.wait)
        if ends == "cancelled":
            task.cancel()
        await asyncio.wait([task])
        release.set()
        await asyncio.to_thread(threads[0].join)

    asyncio.run(ask())
    assert done == ["done", "undone"]


def test_what_comes_in_time_stays() -> None:
    done: list[str] = []

    def undo() -> None:
        done.append("undone")

    assert asyncio.run(call_within(5, lambda: "answer", undo)) == "answer"
    for thread in threading.enumerate():
        if thread.name == "password store":
            thread.join()
    assert done == []


def test_what_comes_as_its_waiter_is_cancelled_is_taken_back() -> None:
    done, undone = threading.Event(), threading.Event()

    async def ask() -> None:
        task = asyncio.ensure_future(call_within(5, done.set, undone.set))
        await asyncio.sleep(0)
        # The loop learns of the answer only after this.
        assert done.wait(5)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert await asyncio.to_thread(undone.wait, 5)

    asyncio.run(ask())


def test_what_is_asked_meanwhile_waits_until_it_is_taken_back() -> None:
    release, asked = threading.Event(), threading.Event()
    done: list[str] = []

    def first() -> None:
        asked.set()
        release.wait()
        done.append("first")

    async def ask() -> None:
        with pytest.raises(PasswordStoreSilentError):
            await call_within(0.01, first, lambda: done.append("first undone"))
        assert asked.is_set()
        again = asyncio.ensure_future(
            call_within(5, lambda: done.append("second"), lambda: None)
        )
        # What changes nothing is answered all the same.
        assert await call_within(5, lambda: "answer") == "answer"
        assert done == []
        release.set()
        await again

    asyncio.run(ask())
    assert done == ["first", "first undone", "second"]


def test_cancelling_does_not_wait() -> None:
    release = threading.Event()

    async def ask() -> None:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(call_within(60, release.wait))
            await asyncio.sleep(0)
            task.cancel()
        assert task.cancelled()

    asyncio.run(ask())
    release.set()


def test_store_that_never_answers_does_not_hold_the_program() -> None:
    code = (
        "import asyncio, threading\n"
        "from clockify_desktop.store.keyring_call import call_within\n"
        "asyncio.run(call_within(0.05, threading.Event().wait))\n"
    )
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert "PasswordStoreSilentError" in ended.stderr
    assert time.monotonic() - began < 10
