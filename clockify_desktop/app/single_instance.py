"""One copy of the program a settings folder: a second one raises the first's window.

The first holds a lock, which costs its start a file and no import. A second one finds
it taken and only then asks over a local socket, to which nobody but the same user can
connect. Whatever fails here is no reason to show no window: the copy opens its own.
"""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCryptographicHash,
    QDir,
    QLockFile,
    QObject,
    QThread,
    Signal,
    Slot,
)

from clockify_desktop.domain.errors import AppError
from clockify_desktop.store.folders import settings_mark
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER = b"raised"
# Behind a path, which may hold any other byte.
_END = b"\0"
_LONGEST_PATH = 65_536
_CONNECTION_LIMIT_S = 0.3
# The first copy may be starting itself: it listens after its first frame, and answers
# between its first pictures.
_START_LIMIT_S = 2.0
_AGAIN_AFTER_MS = 20
_HAS_FILES = os.name == "posix"
_PRIVATE = 0o700
# A process, a program and a computer are named in it.
_LARGEST_LOCK = 4096
_WRITTEN_BY_OTHERS = 0o022


class SingleInstance(QObject):
    """Finds out whether another copy runs, and is found by the next one.

    Signals:
        asked: Another copy was started: the window is to come to the front.
        file_handed: The ``Path`` of a file that another copy was to open.

    Args:
        demo: Whether it shows the sample organisation, which keeps nothing of an
            account: beside a window of accounts it has its own.
    """

    asked = Signal()
    file_handed = Signal(object)

    def __init__(self, parent: QObject, *, demo: bool) -> None:
        super().__init__(parent)
        folder = _meeting_folder()
        self._lock: QLockFile | None = None
        path = None if folder is None else folder / _name(demo=demo)
        if path is not None and _may_be_lock(Path(f"{path}.lock")):
            self._lock = QLockFile(f"{path}.lock")
            # Held as long as the program runs; what a killed one left is found by its
            # process, which is no more.
            self._lock.setStaleLockTime(0)
            # A file on most systems; a pipe on Windows, where a name has no folder.
            self._name = str(path) if _HAS_FILES else path.name
        self._server: QLocalServer | None = None

    def is_taken(self) -> bool:
        """Tell whether another copy runs; if none does, this is the first from now."""
        if self._lock is None or self._lock.tryLock(0):
            return False
        return self._lock.error() is QLockFile.LockError.LockFailedError

    def raise_other(self, file: str | None = None) -> bool:
        """Let the copy that runs already raise its window.

        Args:
            file: The path of one that it is to open, if any.
        """
        if not self.is_taken():
            return False
        try:
            from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - the first copy starts without
        except ImportError:
            # A system library that only this part of Qt needs is not here.
            return False
        socket = QLocalSocket()
        end = time.monotonic() + _START_LIMIT_S
        while not self._is_connected(socket):
            if time.monotonic() > end:
                return False
            QThread.msleep(_AGAIN_AFTER_MS)
        socket.write(os.fsencode(file or "") + _END)
        socket.waitForBytesWritten(round(_CONNECTION_LIMIT_S * 1000))
        return socket.waitForReadyRead(round(_START_LIMIT_S * 1000))

    def listen(self) -> None:
        """Answer the copies that are started after this one, if it is the first."""
        if self._lock is None or not self._lock.isLocked():
            return
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first frame
        except ImportError:
            self.leave()
            return
        # What a killed copy left; a living one would hold the lock.
        QLocalServer.removeServer(self._name)
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        if not server.listen(self._name):
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Answer nobody any more: the next copy is the first."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()

    def _is_connected(self, socket: "QLocalSocket") -> bool:
        if _HAS_FILES and not _is_own(self._name):
            return False
        socket.connectToServer(self._name)
        return socket.waitForConnected(round(_CONNECTION_LIMIT_S * 1000))

    @Slot()
    def _on_connection(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            socket.setReadBufferSize(_LONGEST_PATH)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._on_words, socket))
            self.asked.emit()
            socket.write(_ANSWER)
            self._on_words(socket)

    def _on_words(self, socket: "QLocalSocket") -> None:
        """Wait until all of a path is here; whoever sends no end is not listened to."""
        words = bytes(socket.peek(_LONGEST_PATH).data())
        path, end, _ = words.partition(_END)
        if end and path:
            self.file_handed.emit(Path(os.fsdecode(path)))
        if end or len(words) == _LONGEST_PATH:
            socket.disconnectFromServer()


@contextmanager
def no_window() -> Iterator[None]:
    """Be the first copy for a while, which no window writes settings beside.

    Raises:
        AppError: A window is open.
    """
    owner = QObject()
    copies = [SingleInstance(owner, demo=demo) for demo in (False, True)]
    try:
        if any(one.is_taken() for one in copies):
            title = tr("The window is open")
            raise AppError(title, tr("Close it, then try once more."))
        yield
    finally:
        for one in copies:
            one.leave()


def _name(*, demo: bool) -> str:
    """Name the meeting place of this user and this settings folder."""
    # As bytes: the path of a home need not be text.
    words = os.fsencode(f"{settings_mark()}\n{demo}")
    mark = QCryptographicHash.hash(words, QCryptographicHash.Algorithm.Sha256)
    return f"clockify-desktop-{mark.toHex().toStdString()[:16]}"


def _meeting_folder() -> Path | None:
    """Find a folder in which nobody else can lay anything in the way.

    A pipe in place of the lock, for one, would hold the start up for ever.

    Returns:
        The folder, ``None`` where there is none like that.
    """
    if not _HAS_FILES:
        return Path(QDir.tempPath())
    running = os.environ.get("XDG_RUNTIME_DIR")
    try:
        if running:
            folder = Path(running)
        else:
            # The one around it is everybody's on some systems.
            folder = Path(QDir.tempPath()) / f"clockify-desktop-{os.getuid()}"
            with suppress(FileExistsError):
                folder.mkdir(mode=_PRIVATE)
        status = folder.stat(follow_symlinks=bool(running))
    except OSError:
        return None
    own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return folder if own and not status.st_mode & _WRITTEN_BY_OTHERS else None


def _may_be_lock(path: Path) -> bool:
    """Tell whether Qt can look at a lock: it waits for a pipe, and reads all there is.

    What else stands there in our own folder was laid there by mistake.
    """
    try:
        status = path.lstat()
    except OSError:
        return True
    return stat.S_ISREG(status.st_mode) and status.st_size <= _LARGEST_LOCK


def _is_own(path: str) -> bool:
    """Tell whether a socket was made by this very user."""
    try:
        return Path(path).lstat().st_uid == os.getuid()
    except OSError:
        return False
