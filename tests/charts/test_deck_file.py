import re
import zlib
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from matplotlib.image import imread

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.deck_content import (
    PEOPLE_A_PAGE,
    Deck,
    DeckAnswer,
    DeckQuestion,
    DeckTable,
    column_letters,
)
from clockify_desktop.charts.deck_file import draw_deck, draw_first
from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.charts.paper import Paper
from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.showable import showable
from tests.charts.pdf_text import written_pages

HOUR = 3600
COLUMNS = (
    *(Label(f"p{at}", f"Project {at}") for at in range(8)),
    Label("", "(Without project)", kind=LabelKind.WITHOUT),
    Label("", "Other (6 projects)", kind=LabelKind.OTHER),
)
FOOT = "Acme · 16 Nov · Europe/Berlin · all the same"


def bars(people: int, name: str = "Person") -> DeckQuestion:
    chance = np.random.default_rng(3)
    seconds = chance.integers(60, 8 * HOUR, (people, len(COLUMNS)))
    rows = tuple(Label(f"u{at}", f"{name}<{at}>") for at in range(people))
    matrix = Matrix(rows, COLUMNS, seconds)
    texts = [[hours_and_minutes(one) for one in row] for row in seconds.tolist()]
    table = DeckTable(
        titles=tuple(map(showable, ("Person", *column_letters(COLUMNS), "Total"))),
        trailing=(False, *[True] * 11),
        rows=tuple(
            tuple(map(showable, (row.name, *cells, hours_and_minutes(int(total_s)))))
            for row, cells, total_s in zip(
                rows, texts, matrix.row_totals_s, strict=True
            )
        ),
        marks=tuple(row.mark for row in rows),
        total=("All", *["9:99"] * 11),
    )
    capacity = [40 * HOUR] * people
    content = BarContent(matrix, "T", "S", capacity, assumed=frozenset({0}))
    return DeckQuestion("where", "Where time went", "It went.", content, table)


def listed(rows: int, lines: int) -> DeckQuestion:
    column = ListColumn(showable("Why"), 1.0)
    content = ListContent(
        "T", "S", (column,), rows, lambda row: (showable(f"entry<{row}>"),), str
    )
    table = DeckTable(
        titles=(showable("Rule"), showable("Time")),
        trailing=(False, True),
        rows=tuple((showable(f"rule<{at}>"), showable("1:00")) for at in range(lines)),
        marks=tuple(f"r{at}" for at in range(lines)),
        total=("All", "9:00\n8:00 USD"),
    )
    return DeckQuestion("to-check", "To check", "Nothing.", content, table)


def deck(*questions: DeckQuestion) -> Deck:
    return Deck(
        kind="Weekly review",
        heading="Acme, week 47",
        dates="16 Nov 2026",
        figures=(Figure("544:04", "Total", "15 people"),),
        answers=tuple(
            DeckAnswer(one.key, showable(one.title), showable(one.sentence))
            for one in questions
        ),
        asked=(("People", "all 16 people"),),
        verdict="all the same",
        questions=questions,
        counted=(("Days", ("As they are.",)),),
        foot=FOOT,
        personal="Contains personal data",
    )


def streams(pdf: bytes) -> list[bytes]:
    found = []
    for stream in re.findall(rb"stream\r?\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            inflated = zlib.decompress(stream)
        except zlib.error:
            continue
        if b"BT" in inflated:
            found.append(inflated)
    return found


@pytest.mark.parametrize(
    ("paper", "box"), [(Paper.A4, (841.9, 595.3)), (Paper.LETTER, (792.0, 612.0))]
)
def test_cover_then_questions_then_how_it_was_counted(
    paper: Paper, box: tuple[float, float]
) -> None:
    pdf = draw_deck(deck(bars(3), listed(2, 1)), paper)
    sizes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    pages = written_pages(pdf)
    assert len(sizes) == len(pages) == 4
    assert all([*map(float, one)] == pytest.approx(box, 0.001) for one in sizes)
    cover, where, check, counted = pages
    assert "Acme, week 47" in cover
    assert "544:04Total" in cover
    assert "It went." in cover
    assert "page 2" in cover
    assert "page 3" in cover
    assert where.startswith("Where time went")
    assert check.startswith("To check")
    assert "entry<1>" in check
    assert "8:00 USD" in check
    assert counted.startswith("How it was counted")
    for at, page in enumerate(pages, 1):
        assert page.endswith(FOOT)
        assert f"Contains personal data · page {at} of 4" in page


def test_it_has_a_title_and_a_language_and_no_date() -> None:
    one = deck(bars(2))
    pdf = draw_deck(one, Paper.A4)
    assert b"/Title (Acme, week 47)" in pdf
    root = re.search(rb"/Root (\d+) 0 R", pdf)
    assert root is not None
    catalogue = re.search(rb"\n%s 0 obj\n(.*?)endobj" % root[1], pdf, re.DOTALL)
    assert catalogue is not None
    assert b"/Lang (en)" in catalogue[1]
    assert b"/DisplayDocTitle true" in catalogue[1]
    assert b"CreationDate" not in pdf
    assert draw_deck(one, Paper.A4) == pdf


@pytest.mark.parametrize(
    ("people", "pages"), [(0, 1), (3, 1), (22, 1), (23, 2), (100, 5)]
)
def test_22_people_a_page_under_the_same_head(people: int, pages: int) -> None:
    question = bars(people)
    _, *where, _ = written_pages(draw_deck(deck(question), Paper.A4))
    assert len(where) == pages
    found = [[*map(int, re.findall(r"Person<(\d+)>", page))] for page in where]
    assert [row for page in found for row in page] == list(range(people))
    assert max(map(len, found)) == min(people, PEOPLE_A_PAGE)
    for page, rows in zip(where, found, strict=True):
        assert "ABCDEFGHNoneOtherTotal" in page
        assert ("Project 7" in page) is (people > 0)
        for row in rows:
            # Its numbers follow one another, as they stand in a line.
            assert "".join(question.table.rows[row][1:]) in page


def test_a_picture_with_other_rows_has_its_table_beside_it_on_as_many_pages() -> None:
    pages = written_pages(draw_deck(deck(listed(30, 50)), Paper.A4))[1:-1]
    words = "".join(pages)
    for name, count in (("entry", 30), ("rule", 50)):
        found = [int(one) for one in re.findall(rf"{name}<(\d+)>", words)]
        assert sorted(found) == list(range(count))


def test_nothing_is_smaller_than_seven_and_a_half_points() -> None:
    pdf = draw_deck(deck(bars(30), listed(2, 2)), Paper.A4)
    sizes = [
        float(size)
        for stream in streams(pdf)
        for size in re.findall(rb"/F\d+ ([\d.]+) Tf", stream)
    ]
    assert min(sizes) >= 7.5


def test_it_is_small_for_40_people_with_long_names() -> None:
    long = replace(bars(40, "Wilhelmina Alexandra Constantina von Hohenberg"))
    pdf = draw_deck(deck(long), Paper.A4)
    assert len(pdf) < 200_000


def test_a_long_count_goes_on_on_another_page() -> None:
    many = tuple((f"Name {at}", ("A sentence.", "Another.")) for at in range(30))
    pages = written_pages(draw_deck(replace(deck(), counted=many), Paper.A4))
    assert len(pages) == 4
    assert "Name 0A" in pages[1]
    assert "Name 29A" in pages[-1]


def test_letters_go_on_behind_z() -> None:
    letters = column_letters([Label(f"p{at}", "P") for at in range(28)])
    assert letters[:2] == ("A", "B")
    assert letters[25:] == ("Z", "AA", "BB")


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_its_first_page_can_be_looked_at_on_white(paper: Paper) -> None:
    drawn = imread(BytesIO(draw_first(deck(bars(3)), paper)))
    height, width, _ = drawn.shape
    assert width / height == pytest.approx(paper.value[0] / paper.value[1], abs=0.01)
    assert (drawn[..., 3] == 1).all()
    assert (drawn[0, :, :3] == 1).all()
    assert drawn[..., :3].min() < 0.3
