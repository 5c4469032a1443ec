"""Every text that people read is given to the translation, in a form that it can take.

What looks like words and is no text of the program's - a name in a file, a query, what
a programmer reads - stands in ``NO_TEXTS`` with its reason.
"""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.translation.no_texts import ENGLISH, NO_TEXTS

_PACKAGE = Path(__file__).parents[2] / "clockify_desktop"
_TRANSLATING: Final = {"tr": 1, "tr_plural": 2, "tr_context": 2}
# Who reads what is given to them is no person who uses the program.
_FOR_PROGRAMMERS: Final = frozenset(
    {
        "AssertionError",
        "KeyError",
        "LookupError",
        "NotImplementedError",
        "RuntimeError",
        "TypeError",
        "ValueError",
        "compile",
        "debug",
        "getLogger",
        "add_argument",
        "add_parser",
        "add_argument_group",
        "setObjectName",
        "setProperty",
        "TypeVar",
        "Struct",
        "cast",
        "warning",
        "info",
        "exception",
    }
)
# Two words, or one with a capital in front, perhaps with a key behind it.
_WORDS = re.compile(
    r"[A-Za-z]{2,}[,;:.]? +[A-Za-z]{2,}|^[A-Z][a-z]+([a-z .:…?!]*$| +\W)"
)
# Between blanks of an f-string any word is one that people read.
_WORD = re.compile(r"(?:^|[\s(·])[A-Za-z]{2,}(?:$|[\s.,;:)])")


class Text(NamedTuple):
    """A text and where it stands."""

    path: str
    line: int
    text: str


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    called = call.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _below(node: ast.AST) -> set[int]:
    return {id(one) for one in ast.walk(node)}


def _passed_over(tree: ast.AST) -> set[int]:
    """Collect what is no text that people read, or is given to the translation."""
    over: set[int] = set()
    for node in ast.walk(tree):
        for passed in _of_programmers(node):
            over |= _below(passed)
    for call in _calls(tree):
        name = _name(call)
        if name in _TRANSLATING:
            for argument in call.args[: _TRANSLATING[name]]:
                over |= _below(argument)
        elif name in _FOR_PROGRAMMERS:
            for argument in (*call.args, *call.keywords):
                over |= _below(argument)
    return over


def _of_programmers(node: ast.AST) -> Iterator[ast.AST]:
    """Give docstrings, annotations, keys and what errors of programmers say."""
    match node:
        case ast.Expr(value=ast.Constant()) as said:
            yield said
        case (
            ast.AnnAssign(annotation=ast.expr() as passed)
            | ast.arg(annotation=ast.expr() as passed)
            | ast.FunctionDef(returns=ast.expr() as passed)
            | ast.Subscript(slice=passed)
            | ast.Assign(targets=[ast.Name(id="message")], value=passed)
        ):
            yield passed


def _unmarked(text: str) -> str:
    """Leave out the marks of keys, as in ``E&xport``."""
    return re.sub(r"&(?=\w)", "", text)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and _WORDS.search(_unmarked(value)) is not None


def texts_left(path: Path) -> Iterator[Text]:
    """Find what looks like words and is not given to the translation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    over = _passed_over(tree)
    where = path.relative_to(_PACKAGE).as_posix()
    inside: set[int] = set()
    for node in ast.walk(tree):
        if id(node) in over or id(node) in inside:
            continue
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
            parts = [
                str(part.value)
                for part in node.values
                if isinstance(part, ast.Constant)
            ]
            if any(map(_WORD.search, parts)):
                yield Text(where, node.lineno, "{}".join(parts))
        elif isinstance(node, ast.Constant) and _is_words(node.value):
            yield Text(where, node.lineno, str(node.value))


def _files() -> Iterator[Path]:
    for path in sorted(_PACKAGE.rglob("*.py")):
        where = path.relative_to(_PACKAGE).as_posix()
        if not where.startswith(ENGLISH):
            yield path


@pytest.mark.parametrize(
    "layer", sorted({p.relative_to(_PACKAGE).parts[0] for p in _files()})
)
def test_every_text_is_given_to_the_translation(layer: str) -> None:
    left = [
        text
        for path in _files()
        if path.relative_to(_PACKAGE).parts[0] == layer
        for text in texts_left(path)
        if text.text not in NO_TEXTS.get(text.path, ())
    ]
    assert not left, "\n".join(f"{one.path}:{one.line}: {one.text}" for one in left)


def test_what_is_no_text_is_still_there() -> None:
    found = {(text.path, text.text) for path in _files() for text in texts_left(path)}
    listed = {(path, text) for path, texts in NO_TEXTS.items() for text in texts}
    assert not listed - found


def _literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _blanks(text: str) -> set[str]:
    return {
        name for _, name, _, _ in string.Formatter().parse(text) if name is not None
    }


def test_texts_are_written_out_and_their_blanks_are_filled() -> None:
    wrong = []
    for path in _files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            at
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for at in _below(node)
        }
        for call in _calls(tree):
            name = _name(call)
            if name not in _TRANSLATING or path.name == "translation.py":
                continue
            texts = call.args[: _TRANSLATING[name]]
            filled = {word.arg for word in call.keywords}
            where = f"{path.relative_to(_PACKAGE)}:{call.lineno}"
            if not all(map(_literal, texts)):
                wrong.append(f"{where}: not written out")
                continue
            if id(call) in inside:
                wrong.append(f"{where}: inside an f-string, where it is not found")
            said = [ast.literal_eval(text) for text in texts]
            said = said[1:] if name == "tr_context" else said
            blanks = set[str]().union(*map(_blanks, said))
            given = filled | ({"count"} if name == "tr_plural" else set())
            # A text without values is not filled, so braces in it stay.
            if (filled or name == "tr_plural") and not blanks <= given:
                wrong.append(f"{where}: {sorted(blanks - given)} is not filled")
            if not filled <= blanks or (not filled and blanks and name == "tr"):
                wrong.append(f"{where}: {sorted(filled ^ blanks)} is on one side only")
    assert not wrong, "\n".join(wrong)


def test_a_text_with_a_number_is_told_from_all_others() -> None:
    """Catalogues know it by its singular alone."""
    found: dict[str, set[str]] = {}
    for path in _files():
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            if _name(call) in {"tr", "tr_plural"} and path.name != "translation.py":
                one = ast.literal_eval(call.args[0])
                many = ast.literal_eval(call.args[1]) if len(call.args) > 1 else ""
                found.setdefault(one, set()).add(many)
    assert {one: many for one, many in found.items() if len(many) > 1} == {}
