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
    # What Clockify writes above columns and in their cells, in its own languages.
    "csv_import/titles.py",
    "export/clockify_layout.py",
    # Codes of languages and territories, and a place of Windows.
    "export/regional_signs.py",
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
    # What a shape is called where a test finds it.
    "charts/bar_marks.py": ("assumed tick",),
    "charts/capacity_marks.py": ("assumed tick", "band edge"),
    "charts/trend_marks.py": ("band edge",),
    # Keys of the catalogue and the metadata of files.
    "charts/deck_file.py": (
        *("Title", "Creator", "Producer", "Catalog", "Type", "Pages", "Lang"),
    ),
    # A font, too.
    "charts/picture.py": ("Software", "Creator", "Date", "Producer", "DejaVu Sans"),
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
    # --- cli
    #
    #
    # --- csv_import: as Clockify has it
    #
    # Names in cells, as Clockify has them.
    "csv_import/named.py": (
        *("(Without project)", "(Without client)"),
        *("(Without task)", "(Without tags)"),
    ),
    # Letters of half a day.
    "csv_import/values.py": ("Pp",),
    # --- domain
    #
    # Values of enumerations, in files and in logs; what people read is beside them.
    "domain/approvals.py": ("partly submitted", "not submitted"),
    "domain/completeness.py": ("too long",),
    # What is always English, for programs that read files, and for arguments.
    "domain/file_words.py": ("not over", "so far", "not there", "not known"),
    "domain/keys.py": ("(Without project)", "(Without client)"),
    # The name of a type, and categories of Unicode.
    "domain/showable.py": ("Showable", "Cc", "Cf", "Cs"),
    # --- export
    #
    # Heads of columns.
    "export/file_choice.py": ("Email", "Description"),
    # A name, and categories of Unicode.
    "export/file_names.py": ("Clockify", "Mn", "Mc"),
    "export/text_table.py": ("Mn", "Me", "Cf"),
    # How a spreadsheet writes numbers.
    "export/sheet_writer.py": ("General", "yyyy-mm-dd hh:mm:ss"),
    "export/workbook.py": ("yyyy-mm-dd hh:mm",),
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
    #
    #
    # --- viewmodels
    #
    #
}
"""By file below the package: the texts, as ``test_marked_texts`` finds them."""
