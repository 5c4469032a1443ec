import pytest

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.export.text_encodings import encoding_named, has_every_sign


@pytest.mark.parametrize(
    ("name", "found", "all_signs"),
    [
        ("UTF8", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("Windows-1252", "cp1252", False),
        ("latin1", "iso8859-1", False),
        ("shift_jis", "shift_jis", False),
    ],
)
def test_an_encoding_is_found_by_any_of_its_names(
    name: str, found: str, *, all_signs: bool
) -> None:
    assert encoding_named(name) == found
    assert has_every_sign(found) == all_signs


@pytest.mark.parametrize(
    "name",
    [
        *("", "no-such", "a\0b", "base64", "rot13", "idna", "utf-7"),
        *("unicode_escape", "cp037", "hz"),
    ],
)
def test_what_changes_the_signs_of_a_csv_file_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot have this encoding"):
        encoding_named(name)
