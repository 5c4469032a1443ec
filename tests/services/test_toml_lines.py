import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.services.toml_lines import line_of

DOCUMENT = '''\
# A comment = "no key"
version = 1
note = """
people = "not here"
[[outputs]]
"""
people = [
    # [workspace]
    { id = "a", name = "Ann" },
    { id = "b", name = "Ben" },
]
choices.rows = "client"\r
[workspace] # Ours
id = "w"

[[outputs]]
path = "a.csv"
[[outputs]]
path = "b.csv"
[outputs.more]
format = "csv"
'''


def test_every_place_of_a_document_has_its_line() -> None:
    found = {
        ("version",): 2,
        ("note",): 3,
        ("people",): 7,
        ("people", 1, "name"): 7,
        ("choices", "rows"): 12,
        ("workspace",): 13,
        ("workspace", "id"): 14,
        ("workspace", "missing"): 13,
        ("outputs", 0): 16,
        ("outputs", 0, "path"): 17,
        ("outputs", 1, "path"): 19,
        ("outputs", 1, "format"): 18,
        ("outputs", 1, "more", "format"): 21,
        ("missing",): 1,
        (): 1,
    }
    assert {path: line_of(DOCUMENT, path) for path in found} == found


TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
SCALARS = st.one_of(TEXTS, st.booleans(), st.integers(-9, 9))
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3))


@given(st.dictionaries(TEXTS, VALUES, max_size=6), TEXTS)
def test_the_lines_of_keys_are_where_they_begin(
    values: dict[str, object], table: str
) -> None:
    before = tomli_w.dumps({"": 0})
    text = before + tomli_w.dumps({table: values}, multiline_strings=True)
    if table == "":
        text = tomli_w.dumps({table: values}, multiline_strings=True)
    line = text.count("\n", 0, text.index("[")) + 1
    for key, value in values.items():
        line += 1
        assert line_of(text, (table, key)) == line
        line += tomli_w.dumps({key: value}, multiline_strings=True).count("\n") - 1
