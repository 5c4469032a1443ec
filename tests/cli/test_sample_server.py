import argparse
from datetime import datetime, timedelta

import pytest

from clockify_desktop.cli.program import run
from clockify_desktop.cli.sample_server_arguments import add_to


def read(*arguments: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    return parser.parse_args(["sample-server", *arguments])


def test_the_sizes_have_defaults() -> None:
    found = read("--port", "0")
    assert (found.port, found.seed, found.now, found.latency_ms) == (0, 1, None, 0)
    assert found.users is found.projects is found.days is None


def test_everything_can_be_said() -> None:
    words = "--port 8123 --users 500 --projects 60 --days 400 --seed 0 --latency-ms 50"
    found = read(*words.split(" "), "--now", "2026-11-24T09:14:00+01:00")
    assert (found.port, found.users, found.projects, found.days) == (8123, 500, 60, 400)
    assert found.now == datetime.fromisoformat("2026-11-24T09:14:00+01:00")
    assert found.now.utcoffset() == timedelta(hours=1)
    assert found.latency_ms == 50


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "--port",
        "--port 65536",
        "--port -1",
        "--port http",
        "--port ٨",
        "--port 0 --users 0",
        "--port 0 --projects 0",
        "--port 0 --days 0",
        "--port 0 --days 1e3",
        "--port 0 --seed -1",
        "--port 0 --latency-ms -5",
        "--port 0 --now 2026-11-24",
        "--port 0 --now 2026-11-24T09:14:00",
        "--port 0 --now yesterday",
        "--port 0 --unknown",
    ],
)
def test_what_cannot_be_right_is_a_usage_error(
    arguments: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sample-server", *arguments.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("error: ")
    assert said.err.count("\n") == 1
