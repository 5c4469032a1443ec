"""Makes the pictures in docs/ from the sample organisation at a fixed instant."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
# A Monday morning: last week is week 47.
NOW = "2026-11-23T09:00:00+01:00"
PROGRAM = [sys.executable, "-m", "clockify_desktop"]


def main() -> int:
    """Draw each picture; name it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "sample-server", "--port", "0", "--now", NOW],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            variables = json.loads(server.stdout.readline() if server.stdout else "")
            variables.pop("keys")
            _draw("last-week.png", {**os.environ, **variables})
        finally:
            server.terminate()
    return 0


def _draw(name: str, environment: dict[str, str]) -> None:
    target = PICTURES / name
    report = ["report", "--period", "2026-W47", "--format", "png"]
    subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *report, "--output", str(target)], env=environment, check=True
    )
    sys.stdout.write(f"{target.relative_to(ROOT)}\n")


if __name__ == "__main__":
    sys.exit(main())
