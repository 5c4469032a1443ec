"""Updates the catalogues of all languages from the texts of the program.

A text that is new or changed stands in each catalogue without a translation, which
fails ``make test`` until somebody has written one. What nobody uses any more goes.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

_ROOT: Final = Path(__file__).parents[1]
LANGUAGES: Final = _ROOT / "resources" / "languages"
_NAME: Final = "clockify_desktop"
_NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
_KEYWORDS: Final = {"tr": None, "tr_plural": (1, 2), "tr_context": ((1, "c"), 2)}


def texts() -> Catalog:
    """Collect the texts of the program, in the order in which they are written."""
    found = Catalog(fuzzy=False)
    for path, _, message, _, context in extract_from_dir(
        _ROOT / _NAME,
        [("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
    ):
        # Without the line: an edit above would change every catalogue.
        found.add(message, locations=[(path, 0)], context=context)
    return found


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Read the catalogue of each language."""
    for path in sorted(LANGUAGES.glob(f"*/LC_MESSAGES/{_NAME}.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.parents[1].name)


def compiled(catalogue: Catalog) -> bytes:
    """Make what the program reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def to_translate(catalogue: Catalog) -> list[Message]:
    """List what is not translated, in part or in whole."""
    return [message for message in catalogue if message.id and not _is_whole(message)]


def _is_whole(message: Message) -> bool:
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(said) and not message.fuzzy


def main() -> None:
    """Update and compile all; name how many texts each language lacks."""
    template = texts()
    for path, catalogue in catalogues():
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.header_comment = f"# {catalogue.locale.english_name} texts."
        # Nothing of a day or a person: what is the same stays the same file.
        catalogue.project, catalogue.version = "clockify-desktop", ""
        catalogue.msgid_bugs_address = catalogue.last_translator = ""
        catalogue.creation_date = catalogue.revision_date = _NO_DAY
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, include_lineno=False)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        lacking = len(to_translate(catalogue))
        sys.stdout.write(
            f"{path.parents[1].name}: {lacking} of {len(catalogue)} left\n"
        )


if __name__ == "__main__":
    main()
