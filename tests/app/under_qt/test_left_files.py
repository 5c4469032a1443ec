import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths

from clockify_desktop.app import program as program_module
from clockify_desktop.app.left_files import sweep_left_files
from clockify_desktop.files.temporary_files import temporary_name
from clockify_desktop.store.folders import settings_folder


def test_the_first_picture_is_drawn_and_then_it_is_swept(
    environment: None,
    under_qt: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    del environment
    documents = tmp_path / "documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    for folder in (documents, settings_folder()):
        folder.mkdir(exist_ok=True)
        (folder / temporary_name()).write_bytes(b"half of an export")
    (documents / "week.csv").write_bytes(b"whole")
    begun, sweeping = asyncio.Event(), list[Any]()

    def sweep() -> None:
        sweeping.append(sweep_left_files())
        begun.set()

    monkeypatch.setattr(program_module, "sweep_left_files", sweep)

    async def script(opened: Any) -> None:
        await opened.until_report()
        async with asyncio.timeout(20):
            await begun.wait()

    under_qt(script)
    sweeping[0].join()
    assert [path.name for path in documents.iterdir()] == ["week.csv"]
    assert not list(settings_folder().glob(".clockify-desktop-*"))
