"""What looks like a text of the program's and is not translated, with the reason."""

from typing import Final

ENGLISH: Final = (
    # Invented people and projects, and a server that speaks as Clockify's does.
    "sample/",
    # What arguments mean stands in English, as in the manual page.
    "cli/add_entry_arguments.py",
    "cli/argument_parser.py",
    "cli/csv_arguments.py",
    "cli/file_arguments.py",
    "cli/open_arguments.py",
    "cli/report_arguments.py",
    "cli/run_arguments.py",
    "cli/sample_server_arguments.py",
)
"""Files and folders, below the package, that speak English to everybody."""

NO_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    # Of the layer api:
    #
    #
    # Of the layer app:
    #
    #
    # Of the layer charts:
    #
    #
    # Of the layer cli:
    #
    #
    # Of the layer csv_import:
    #
    #
    # Of the layer domain:
    #
    #
    # Of the layer export:
    #
    #
    # Of the layer files:
    #
    #
    # Of the layer pages:
    #
    #
    # Of the layer services:
    #
    #
    # Of the layer store:
    #
    #
    # Of the layer ui:
    #
    #
    # Of the layer viewmodels:
    #
    #
}
"""By file below the package: the texts, as ``test_marked_texts`` finds them."""
