from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.pages.copied_table import CopiedTable

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | (
    st.sampled_from(
        [
            "<script>x</script>",
            "&amp;",
            "</td>",
            "a\"b'c",
            "עברית 12:30",
            "<!--",
            "&#9;",
        ]
    )
)


class Reader(HTMLParser):
    """Reads cells as a mail program does, and what they are said to be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[list[str]] = []
        self.looks: list[list[dict[str, str | None]]] = []
        self.tags: set[str] = set()
        self._cell: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "tr":
            self.lines.append([])
            self.looks.append([])
        elif tag in {"td", "th"}:
            self._cell = []
            self.looks[-1].append(dict(attrs))

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self._cell is not None:
            self.lines[-1].append("".join(self._cell))
            self._cell = None


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4), TEXTS)
def test_any_text_is_read_back_from_the_table_as_from_the_tabs(
    lines: list[tuple[str, str]], title: str
) -> None:
    copied = CopiedTable((title, "Time"), (False, True), list(map(list, lines)))
    read = Reader(copied.html())
    assert read.lines == [[title, "Time"], *map(list, lines)]
    assert read.tags <= {"meta", "table", "thead", "tbody", "tr", "th", "td"}
    tabs = copied.tab_separated().split("\n")
    assert [line.split("\t") for line in tabs[:-1]] == read.lines


@pytest.mark.parametrize("heads", [True, False])
def test_numbers_stand_to_the_right_and_names_where_they_begin(*, heads: bool) -> None:
    copied = CopiedTable(("Person", "Time"), (False, True), [["עדי", "−1:30"]])
    read = Reader(copied.html(heads=heads))
    assert len(read.lines) == 1 + heads
    assert copied.tab_separated(heads=heads).count("\n") == 1 + heads
    for name, number in read.looks:
        assert (name["dir"], number["dir"]) == ("auto", "ltr")
        assert "text-align:left" in str(name["style"])
        # Some mail programs know the one, some the other.
        assert number["align"] == "right"
        assert "text-align:right" in str(number["style"])
    # So that no program takes it for the signs of another script.
    assert copied.html().startswith('<meta charset="utf-8">')


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("36:00", 1.5),
        ("−1:30", -0.0625),
        ("-1:30", -0.0625),
        ("+0:00:54", 0.000625),
        ("0:00", 0.0),
    ],
)
def test_a_duration_is_a_number_for_libreoffice(text: str, days: float) -> None:
    copied = CopiedTable(("36:00", "Time"), (False, True), [[text, text]])
    (_, (of_name, of_number)) = Reader(copied.html()).looks
    assert "sdval" not in of_name
    assert float(str(of_number["sdval"])) == days
    assert of_number["sdnum"] == "1033;1033;[HH]:MM:SS"


@pytest.mark.parametrize("text", ["–", "1.50", "1:3", "a 1:30", "1:30 short", ""])
def test_what_is_no_duration_stays_a_text(text: str) -> None:
    html = CopiedTable(("Time",), (True,), [[text]]).html()
    assert "sdval" not in html
