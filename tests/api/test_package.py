import importlib
import subprocess
import sys

import httpx
import pytest

import clockify_desktop.api


def test_httpx_brings_no_command_line_of_its_own() -> None:
    program = (
        "import sys, clockify_desktop.api.client_factory;"
        "found = {'rich', 'click', 'pygments'} & set(sys.modules);"
        "sys.exit(str(found) if found else 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_an_httpx_that_is_there_already_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "httpx._main", raising=False)
    importlib.reload(clockify_desktop.api)
    assert "httpx._main" not in sys.modules
    monkeypatch.delitem(sys.modules, "httpx")
    importlib.reload(clockify_desktop.api)
    assert sys.modules.pop("httpx._main") is None
    monkeypatch.setitem(sys.modules, "httpx", httpx)


def test_nobody_searches_for_a_module_that_is_not_there() -> None:
    program = (
        "import sys, clockify_desktop.api.client_factory, httpcore; looked_for = [];"
        "noting = lambda name, *_: looked_for.append(name);"
        "sys.meta_path.insert(0, type('Noting', (), {'find_spec': noting}));"
        "httpcore._synchronization.current_async_library(); print(looked_for)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert ended.stdout == "[]\n"
