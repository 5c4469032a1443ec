"""What the faults share: the table once tried, and all that was said meanwhile."""

import asyncio
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.cell import Cell
from tests.faults.evidence import Evidence
from tests.faults.fault_run import run_table
from tests.faults.fault_table import cells

FULL = os.environ.get("FAULTS") == "full"
_HERE = Path(__file__).parent
_LOGGERS = ("asyncio", "httpcore", "httpx", "hypothesis", "matplotlib", "PIL")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all of this folder, and look for the key when everything else is over."""
    here = [item for item in items if _HERE in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.faults)
    items.sort(key=lambda item: item in here and item.path.name == "test_canary.py")


@pytest.fixture
def full() -> bool:
    """Whether everything is tried, not only a part."""
    return FULL


@pytest.fixture(scope="session")
def _evidence(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    return Evidence(tmp_path_factory.mktemp("crash-reports"))


@pytest.fixture
def evidence(_evidence: Evidence) -> Iterator[Evidence]:
    """Listen to every logger at its loudest; what earlier tests said is there too."""
    root = logging.getLogger()
    # These say thousands of lines: not to pytest too, which would print them all.
    talkative = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in (root, *talkative)]
    for logger in (root, *talkative):
        logger.setLevel(logging.DEBUG)
        logger.addHandler(_evidence)
        logger.propagate = False
    yield _evidence
    for logger, level in zip((root, *talkative), levels, strict=True):
        logger.setLevel(level)
        logger.removeHandler(_evidence)
        logger.propagate = True


@pytest.fixture(scope="session")
def _table() -> list[Cell]:
    return []


@pytest.fixture
def table(_table: list[Cell], evidence: Evidence) -> list[Cell]:
    """Try the table of faults, once however many tests look at it."""
    if not _table:
        _table += asyncio.run(run_table(cells(full=FULL), evidence))
    return _table
