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
    "cli/program.py",
    "cli/report_arguments.py",
    "cli/run_arguments.py",
    "cli/sample_server_arguments.py",
    # What Clockify writes above columns and in their cells, in its own languages.
    "csv_import/titles.py",
    "export/clockify_layout.py",
    # Codes of languages and territories, and a place of Windows.
    "export/regional_signs.py",
    # Style sheets, colours and lines.
    "ui/look/",
)
"""Files and folders, below the package, that speak English to everybody."""

NO_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    # What an address begins with.
    "api/client_factory.py": ("http://",),
    # What a programmer reads.
    "api/credentials.py": ("(hidden)",),
    # The beginnings of a decoder's own messages.
    "api/decoding.py": (
        "Input data was truncated",
        "Expected",
    ),
    # Addresses.
    "api/hosts.py": (
        "https://{}.clockify.me/api/v1",
        "https://{}.clockify.me/report/v1",
    ),
    # Names of headers.
    "api/requester.py": (
        "Accept",
        "Host",
    ),
    # What stands in the log.
    "app/crash_report.py": ("Qt:", "Qt: ", "an error of the event loop"),
    "app/error_log.py": ("Python {} on ", " UTC"),
    "app/library_talk.py": (" in {}, line {}: ", "A library says: "),
    # The name of a file.
    "app/no_screen.py": ("libq{}.so",),
    # What a shape is called where a test finds it.
    "charts/bar_marks.py": ("assumed tick",),
    "charts/capacity_marks.py": ("assumed tick", "band edge"),
    # Keys of the catalogue and the metadata of files.
    "charts/deck_file.py": (
        *("Title", "Creator", "Producer", "Catalog", "Type", "Pages", "Lang"),
    ),
    # Names of fonts.
    "charts/fonts.py": (
        "DejaVu Sans",
        "Noto Sans CJK SC",
        "Noto Sans CJK JP",
        "Noto Sans SC",
        "Noto Sans JP",
        "Microsoft YaHei",
        "Yu Gothic",
        "Malgun Gothic",
        "PingFang SC",
        "Hiragino Sans",
        "Apple SD Gothic Neo",
        "WenQuanYi Zen Hei",
        "Droid Sans Fallback",
        "Noto Sans Devanagari",
        "Nirmala UI",
        "Kohinoor Devanagari",
        "Lohit Devanagari",
        "Noto Sans Thai",
        "Leelawadee UI",
        "Thonburi",
        "Noto Sans Bengali",
        "Noto Sans Tamil",
        "Noto Sans Telugu",
        "Segoe UI Symbol",
        "Noto Sans Symbols2",
    ),
    # A font, too.
    "charts/picture.py": ("Software", "Creator", "Date", "Producer", "DejaVu Sans"),
    "charts/trend_marks.py": ("band edge",),
    # A head in files that Clockify exports.
    "cli/csv_output.py": ("Description",),
    # Names in cells, as Clockify has them.
    "csv_import/named.py": (
        *("(Without project)", "(Without client)"),
        *("(Without task)", "(Without tags)"),
    ),
    # Letters of half a day.
    "csv_import/values.py": ("Pp",),
    # Values of enumerations, in files and in logs; what people read is beside them.
    "domain/approvals.py": ("partly submitted", "not submitted"),
    "domain/completeness.py": ("too long",),
    # What is always English, for programs that read files, and for arguments.
    "domain/file_words.py": ("not over", "so far", "not there", "not known"),
    "domain/keys.py": ("(Without project)", "(Without client)"),
    # The name of a type, and categories of Unicode.
    "domain/showable.py": ("Showable", "Cc", "Cf", "Cs"),
    # Heads of columns.
    "export/column_choice.py": ("Invoiced", "Invoice ID"),
    "export/file_choice.py": ("Email", "Description"),
    # A name, and categories of Unicode.
    "export/file_names.py": ("Clockify", "Mn", "Mc"),
    # How a spreadsheet writes numbers.
    "export/sheet_writer.py": ("General", "yyyy-mm-dd hh:mm:ss"),
    "export/text_table.py": ("Mn", "Me", "Cf"),
    "export/workbook.py": ("yyyy-mm-dd hh:mm",),
    # A key, whose text stands beside it.
    "files/file_errors.py": ("set aside",),
    # Values of columns in files, by which programs tell rows apart.
    "pages/capacity_file.py": ("set here", "attendance report", "member profile"),
    # By what rows are found again.
    "pages/overview_figures.py": ("figure:",),
    # An address.
    "pages/reminder.py": ("mailto:?bcc={}&subject=",),
    "pages/trend_words.py": ("period:",),
    "pages/who_logged_rows.py": ("team:",),
    # The head of a column, by which it is found again.
    "services/capacity_csv.py": ("valid from",),
    # What people type, and what an address begins with.
    "services/clockify_address.py": (
        "developer sandbox",
        "https://",
    ),
    # For the log.
    "services/latest_task.py": ("a job failed",),
    # Names of programs, and a commit as git calls it.
    "services/program_details.py": (
        " (commit {})",
        "Python",
        "Qt",
    ),
    # The head of a file, and parts of a decoder's own messages.
    "services/report_file_toml.py": (
        (
            "# A report of Clockify Desktop Reporter.\n"
            "# To write its outputs: clockify-desktop run FILE\n"
            "# To look at it: clockify-desktop open FILE\n\n"
        ),
        "unknown field",
        "missing required field",
        "Invalid enum value",
    ),
    # An address.
    "services/web_pages.py": ("https://{}.clockify.me/",),
    # The name of the program.
    "services/workbooks.py": ("Clockify Desktop Reporter",),
    # Commands to type.
    "store/how_to_get_a_store.py": (
        "sudo apt install gnome-keyring",
        "sudo dnf install gnome-keyring",
        "sudo pacman -S gnome-keyring",
        "sudo zypper install gnome-keyring",
    ),
    # The name of a thread.
    "store/keyring_call.py": ("password store",),
    # What languages call themselves, and folders of a system.
    "store/language.py": (
        "English",
        "Deutsch",
        "Library",
        "Preferences",
    ),
    # Names of modules and classes.
    "store/password_store.py": (
        "Keyring",
        "MemoryPasswordStore({} kept)",
        "Windows",
        "keyring.backends.",
    ),
    # A key of the file errors.
    "store/private_json.py": ("set aside",),
    # What SQLite is told.
    "store/review_database.py": (
        (
            "\nCREATE TABLE records (\n    workspace TEXT NOT NULL, kind TEXT NOT NULL,"
            " key TEXT NOT NULL,\n    content TEXT NOT NULL, mark TEXT NOT NULL,\n"
            "    PRIMARY KEY (workspace, kind, key)\n) WITHOUT ROWID\n"
        ),
        "SELECT * FROM records",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
        "PRAGMA user_version = ",
        "PRAGMA user_version",
        "PRAGMA integrity_check",
    ),
    # What SQLite is told.
    "store/review_file.py": (
        "DELETE FROM records WHERE workspace = ? AND kind = ? AND key = ?",
        "SELECT kind, content FROM records WHERE workspace = ? ORDER BY kind, key",
        "SELECT workspace, kind, key, content FROM records",
    ),
    "ui/labels.py": ("QPushButton, QPushButton:focus { padding: 0; }",),
    "ui/report/chips.py": (
        (
            "\nQPushButton { padding: 2px 9px; border-radius: 10px; }\n"
            "QPushButton:focus { padding: 1px 8px; }\n"
        ),
    ),
    "ui/report/total_header.py": (
        (
            "\nQHeaderView::section { padding: 5px {}px; }\nQHeaderView::up-arrow,"
            " QHeaderView::down-arrow { image: none; width: 0; height: 0; }\n"
        ),
    ),
    "ui/saving/program_list.py": ("QPushButton, QPushButton:focus { padding: 0; }",),
    # What a thread does, for programmers.
    "viewmodels/export.py": ("a look at it",),
    # A state of its own, which nobody reads.
    "viewmodels/export_state.py": ("adding up",),
    # Columns of Clockify's own files.
    "viewmodels/export_words.py": (
        "Email",
        "Description",
    ),
    # Columns of Clockify's own files, and the beginning of a file's name.
    "viewmodels/rows_making.py": (
        "User",
        "Time (h)",
        "Time (decimal)",
        "Duration (h)",
        "Duration (decimal)",
        "Amount (",
        "Billable Rate (",
        "Billable Amount (",
        "clockify ",
    ),
    # A state of its own, which nobody reads.
    "viewmodels/sign_in_state.py": ("signed in",),
}
"""By file below the package: the texts, as ``test_marked_texts`` finds them."""
