"""The arguments that say which Clockify to ask, and as whom."""

import argparse


def add_connection(parser: argparse.ArgumentParser) -> None:
    """Add ``--demo`` and ``--account``."""
    parser.add_argument(
        "--demo", action="store_true", help="ask the sample organisation"
    )
    parser.add_argument(
        "--account",
        metavar="NAME",
        help="which account of this computer; not needed with CLOCKIFY_API_KEY",
    )
