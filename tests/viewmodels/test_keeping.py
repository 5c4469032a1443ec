import asyncio
import threading

from clockify_desktop.store.settings import SettingsFile, WindowSettings
from clockify_desktop.viewmodels.keeping import Keeper


class SlowDisk(SettingsFile):
    """Settings that wait before they are written."""

    def __init__(self) -> None:
        super().__init__()
        self.let = threading.Event()

    def keep_window(self, window: WindowSettings) -> None:
        self.let.wait()
        super().keep_window(window)


def test_what_is_settled_is_written() -> None:
    async def whole() -> None:
        disk = SlowDisk()
        keeper = Keeper(disk)
        keeper.keep_window(WindowSettings(appearance="dark"))
        await asyncio.sleep(0)
        # Even one that was overtaken goes on, and is waited for.
        keeper.keep_window(WindowSettings(appearance="light"))
        settled = asyncio.ensure_future(keeper.settled())
        await asyncio.sleep(0)
        assert not settled.done()
        assert not disk.path.exists()
        disk.let.set()
        await settled
        assert disk.read().window.appearance == "light"
        await keeper.close()

    asyncio.run(whole())
