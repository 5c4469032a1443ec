from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.export.csv_file import PLAIN, FileFormat, excel
from clockify_desktop.export.file_choice import (
    DecimalSign,
    FileChoice,
    FileProgram,
    PaperSize,
    PeopleAs,
    PictureKind,
    Separator,
    TextEncoding,
    file_choice,
)
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.export.text_encodings import encoding_named

SIGNS = RegionalSigns(";", ",")
USUAL = FileChoice(FileProgram.PLAIN)

CHOICES = st.builds(
    FileChoice,
    *map(st.sampled_from, (FileProgram, FileLayout)),
    *[st.frozensets(st.text(max_size=4), max_size=3)] * 2,
    *([st.booleans()] * 3),
    *map(st.sampled_from, (PeopleAs, PictureKind)),
    st.sampled_from([None, *PaperSize]),
    *map(st.sampled_from, (Separator, DecimalSign, TextEncoding)),
    st.booleans(),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=3), one),
    max_leaves=4,
)


@given(CHOICES)
def test_what_is_chosen_comes_back(choice: FileChoice) -> None:
    assert file_choice(choice.as_dict(), USUAL) == choice


@given(CHOICES, st.sampled_from(FileChoice.__slots__), ANYTHING)
def test_what_means_nothing_is_as_usual_and_the_rest_stays(
    choice: FileChoice, name: str, wrong: Any
) -> None:
    kept = choice.as_dict()
    read = file_choice({**kept, name: wrong, "unknown": wrong}, USUAL)
    for one in FileChoice.__slots__:
        if one != name:
            assert getattr(read, one) == getattr(choice, one)
    assert type(getattr(read, name)) in {
        type(getattr(choice, name)),
        type(getattr(USUAL, name)),
        PaperSize,
    }
    assert file_choice({}, USUAL) == USUAL


def test_each_program_has_its_syntax() -> None:
    assert FileChoice().syntax(SIGNS) == excel(SIGNS)
    for program in (FileProgram.PLAIN, FileProgram.CLOCKIFY):
        assert FileChoice(program).syntax(SIGNS) == PLAIN
    other = FileChoice(
        FileProgram.OTHER,
        separator=Separator.TAB,
        decimal_sign=DecimalSign.COMMA,
        encoding=TextEncoding.WINDOWS,
        guards=False,
    )
    syntax = other.syntax(SIGNS)
    assert (syntax.separator, syntax.decimal_sign) == ("\t", ",")
    assert (syntax.encoding, syntax.guards) == ("cp1252", False)
    same = FileChoice(FileProgram.OTHER, separator=Separator.COMMA)
    with pytest.raises(UsageError, match="the same"):
        same.syntax(SIGNS)


def test_every_encoding_that_is_offered_suits_a_csv() -> None:
    assert [encoding_named(one) for one in TextEncoding] == [*TextEncoding]


def test_amounts_and_descriptions_are_left_out_unless_ticked() -> None:
    names = ("user", "user_id", "email", "amount", "currency", "description", "day")
    assert FileChoice().columns.of(names, names) == ["user", "user_id", "email", "day"]
    open_ = FileChoice(amounts=True, descriptions=True)
    assert open_.columns.of(names, names) == [*names]
    few = FileChoice(ids=False, without=frozenset({"day", "gone"}))
    assert few.columns.of(names, names) == ["user"]


def test_some_columns_are_written_where_somebody_asks_for_them() -> None:
    names = ("User", "Invoiced", "Invoice ID")
    usual = FileChoice()
    assert usual.columns.of(names, names) == ["User"]
    asked = usual.with_column("Invoiced", written=True)
    assert asked.columns.of(names, names) == ["User", "Invoiced"]
    assert usual.has_usual_columns
    assert not asked.has_usual_columns
    assert asked.with_column("Invoiced", written=False) == usual


def test_endings_and_what_the_settings_of_all_accounts_know() -> None:
    endings = {one: FileChoice(one).ending for one in FileProgram}
    assert endings.pop(FileProgram.REVIEW) == "pdf"
    assert endings.pop(FileProgram.PICTURE) == "png"
    assert endings.pop(FileProgram.SPREADSHEET) == "xlsx"
    assert set(endings.values()) == {"csv"}
    formats = [one.file_format for one in FileProgram if one.file_format]
    assert formats == [*FileFormat]
