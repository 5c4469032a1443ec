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
    # --- api
    #
    #
    # --- app
    #
    #
    # --- charts
    #
    #
    # --- cli
    #
    #
    # --- csv_import
    #
    #
    # --- domain
    #
    #
    # --- export
    #
    #
    # --- files
    #
    #
    # --- pages
    #
    # Values of columns in files, by which programs tell rows apart.
    "pages/capacity_file.py": ("set here", "attendance report", "member profile"),
    # By what rows are found again.
    "pages/overview_figures.py": ("figure:",),
    "pages/trend_words.py": ("period:",),
    "pages/who_logged_rows.py": ("team:",),
    # An address.
    "pages/reminder.py": ("mailto:?bcc={}&subject=",),
    # --- services
    #
    #
    # --- store
    #
    #
    # --- ui
    #
    #
    # --- viewmodels
    #
    #
}
"""By file below the package: the texts, as ``test_marked_texts`` finds them."""
