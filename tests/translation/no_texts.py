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
    # Style sheets, colours and lines.
    "ui/look/",
)
"""Files and folders, below the package, that speak English to everybody."""

NO_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    # --- api
    #
    #
    # --- app
    # What stands in the log.
    "app/crash_report.py": ("Qt:", "Qt: ", "an error of the event loop"),
    "app/error_log.py": ("Python {} on ", " UTC"),
    "app/library_talk.py": (" in {}, line {}: ", "A library says: "),
    # The name of a file.
    "app/no_screen.py": ("libq{}.so",),
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
    #
    # --- services
    #
    #
    # --- store
    #
    #
    # --- ui
    # Style sheets.
    "ui/help_page.py": (
        "a { color: {}; } .quiet { color: {}; }"
        " td, th { padding: 3px 18px 3px 0; } th { text-align: left; }",
    ),
    "ui/labels.py": ("QPushButton, QPushButton:focus { padding: 0; }",),
    "ui/report/chips.py": (
        "\nQPushButton { padding: 2px 9px; border-radius: 10px; }\n"
        "QPushButton:focus { padding: 1px 8px; }\n",
    ),
    "ui/report/total_header.py": (
        "\nQHeaderView::section { padding: 5px {}px; }\nQHeaderView::up-arrow,"
        " QHeaderView::down-arrow { image: none; width: 0; height: 0; }\n",
    ),
    "ui/saving/program_list.py": ("QPushButton, QPushButton:focus { padding: 0; }",),
    # --- viewmodels
    #
    #
}
"""By file below the package: the texts, as ``test_marked_texts`` finds them."""
