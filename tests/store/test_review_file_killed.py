"""Programs killed while they keep records: nothing that was said to be kept is lost."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.review_records import EntryVerdict
from clockify_desktop.store.review_file import ReviewFile, review_path

KILLS = 300 if os.environ.get("PROOFS") == "full" else 20
ACME = WorkspaceId("w1")
KEEPING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from clockify_desktop.domain.review_records import EntryVerdict, Verdict
from clockify_desktop.store.review_file import ReviewFile

file = ReviewFile(Path(sys.argv[1]))
number = int(sys.argv[2])
NEVER = datetime.max.replace(tzinfo=UTC)
while True:
    number += 1
    said = EntryVerdict("long", str(number), Verdict.ASK, NEVER, "x" * 2000)
    file.keep("w1", said)
    print(number, flush=True)
"""


@pytest.mark.proof
def test_a_killed_program_loses_nothing_it_said_to_be_kept(tmp_path: Path) -> None:
    path = review_path(tmp_path, "mia")
    said = 0
    for turn in range(KILLS):
        command = [sys.executable, "-c", KEEPING, str(path), str(said)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            # The moment is drawn by how much was said, not by a clock.
            for _ in range(turn % 13 + 1):
                said = int(child.stdout.readline())
            child.send_signal(signal.SIGKILL)
            said = int((child.stdout.read().split() or [said])[-1])
        # Opening it finds it whole.
        with closing(ReviewFile(path)) as file:
            kept = {
                int(one.entry)
                for one in file.records(ACME)
                if isinstance(one, EntryVerdict)
            }
        assert kept >= set(range(1, said + 1))
        said = max(kept)
