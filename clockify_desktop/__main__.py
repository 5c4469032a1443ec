"""The way in: ``clockify-desktop`` and ``python -m clockify_desktop``."""

import sys

from clockify_desktop.cli.program import run


def main() -> None:
    """Run the program and end with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
