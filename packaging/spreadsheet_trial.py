"""Opens a CSV with hostile names in LibreOffice and tells which of them it would run.

Needs LibreOffice Calc, on Debian the package libreoffice-calc-nogui; it is no part of
the tests, because it is heavy. Each name is tried as it came, which is the control, and
as the program writes it. Ends with 1 if any name is run as the program writes it.
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from clockify_desktop.domain.spreadsheet_text import defused

BEFORE = (
    *("", " ", "\u00a0", "\t", "\x0b", "\x1c", "\x85", "\u200b", "\u202e", "\u2003"),
    *("\u2028", "\u3000", "\ufeff", "\u00ad", "\u2060", "\ufe0f", "\u3164", "\u2800"),
    # A file of text has none to a spreadsheet, which may leave it out.
    "\0",
)
SIGNS = (
    *("=", "+", "-", "@", "\u2212", "\ufe62", "\ufe63", "\ufe66", "\ufe6b"),
    *("\uff0b", "\uff0d", "\uff1d", "\uff20"),
)
SIMPLE = "2*3"
# Commas, quotes, UTF-8; numbers and formulas are looked for, blanks are cut or kept.
_FILTER = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,{},-1,true"
FILTERS = tuple(_FILTER.format(cut) for cut in ("false", "true"))


def main() -> int:
    """Try each of them; give the exit code."""
    office = shutil.which("soffice")
    if office is None:
        sys.stderr.write("This needs LibreOffice: libreoffice-calc-nogui on Debian.\n")
        return 2
    names = [before + sign + SIMPLE for before in BEFORE for sign in SIGNS]
    tried = {"as they came": names, "as written": [defused(name) for name in names]}
    ran = {
        label: sorted({one for how in FILTERS for one in run_by(office, texts, how)})
        for label, texts in tried.items()
    }
    for label, found in ran.items():
        print(f"{label}: {len(found)} of {len(names)} run: {', '.join(found)}")  # noqa: T201 - its result
    return 1 if ran["as written"] or not ran["as they came"] else 0


def run_by(office: str, texts: list[str], how: str) -> list[str]:
    """Tell which texts have become formulas or numbers."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with (place / "names.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([str(at), text] for at, text in enumerate(texts))
        subprocess.run(  # noqa: S603 - LibreOffice, with a folder of its own
            [
                office,
                f"-env:UserInstallation={(place / 'profile').as_uri()}",
                "--headless",
                f"--infilter={how}",
                *("--convert-to", "fods", "--outdir", folder),
                str(place / "names.csv"),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        written = (place / "names.fods").read_text(encoding="utf-8")
    rows = re.findall(r"<table:table-row\b.*?</table:table-row>", written, re.DOTALL)
    cells = [re.findall(r"<table:table-cell\b([^>]*)>", row)[:2] for row in rows]
    return [
        ascii(texts[int(number[1])])
        for first, second in (pair for pair in cells if len(pair) > 1)
        if (number := re.search(r'office:value="(\d+)"', first))
        and ('office:value-type="string"' not in second or "table:formula" in second)
    ]


if __name__ == "__main__":
    sys.exit(main())
