import ast
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import clockify_desktop
from clockify_desktop.domain.durations import (
    decimal_hours,
    hours_and_minutes,
    share_text,
    short_decimal,
)
from clockify_desktop.domain.rounded_columns import half_up_each, whole_numbers
from clockify_desktop.domain.rounding import half_up, to_places

_PRECISION = re.compile(r"\.[\d{]|^f?'[^%]*%'$")
_PRECISION_IN_TEXT = re.compile(r"%\.\d+[efg]|\{[^{}]*:[^{}]*\.\d+[efg%]\}")
PACKAGE = Path(clockify_desktop.__file__).parent
SECONDS = st.integers(-(10**12), 10**12)
# Halves of minutes, hundredths of hours and percents among them.
TIES = SECONDS | st.integers(-1000, 1000).map(lambda times: 18 * times)


def half_up_in_decimals(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(TIES, st.integers(1, 10**6))
def test_whole_units_are_counted_half_up_away_from_zero(part: int, unit: int) -> None:
    expected = half_up_in_decimals(Decimal(part) / unit, 0)
    assert half_up(part, unit) == expected
    assert half_up_each(np.array([part]), unit).tolist() == [expected]


@given(TIES)
def test_durations_are_rounded_so(seconds: int) -> None:
    hours = Decimal(seconds) / 3600
    assert Decimal(short_decimal(seconds)) == half_up_in_decimals(hours, 2)
    assert Decimal(decimal_hours(seconds)) == half_up_in_decimals(hours, 4)
    minutes = half_up_in_decimals(Decimal(seconds) / 60, 0)
    sign, size = "-" if minutes < 0 else "", abs(int(minutes))
    assert hours_and_minutes(seconds) == f"{sign}{size // 60}:{size % 60:02}"


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_shares_are_rounded_so(part_s: int, whole_s: int) -> None:
    percent = half_up_in_decimals(Decimal(100 * part_s) / whole_s, 0)
    assert share_text(part_s, whole_s) == (f"{percent} %" if percent else "<1 %")


@pytest.mark.parametrize(
    ("part_s", "whole_s", "text"),
    [(1, 200, "1 %"), (5, 200, "3 %"), (9, 200, "5 %"), (25, 1000, "3 %")],
)
def test_half_a_percent_is_one(part_s: int, whole_s: int, text: str) -> None:
    assert share_text(part_s, whole_s) == text


@given(st.decimals(-(10**12), 10**12, places=6), st.integers(0, 4))
def test_money_is_rounded_so(amount: Decimal, places: int) -> None:
    assert to_places(amount, places) == half_up_in_decimals(amount, places)
    assert to_places(amount, places).is_signed() is (to_places(amount, places) < 0)


@given(st.lists(st.decimals(-(10**9), 10**9, places=5), max_size=20))
# Their products with ten thousand lack the last bit of a half.
@example([Decimal("90992.50475"), Decimal("-81707.72015"), Decimal("24789.10635")])
def test_amounts_of_replies_become_whole_millionths_so(told: list[Decimal]) -> None:
    # Minor units with decimals, as JSON has them: ten thousand millionths each.
    products = np.array([float(one) for one in told], np.float64) * 10_000
    expected = [half_up_in_decimals(one * 10_000, 0) for one in told]
    assert whole_numbers(products).tolist() == expected


def rounding_of_its_own(tree: ast.AST, *, draws: bool) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            banned = {"quantize"} if draws else {"quantize", "rint", "around", "round"}
            if node.attr in banned:
                yield node
        elif isinstance(node, ast.Call) and not draws:
            if isinstance(node.func, ast.Name) and node.func.id == "round":
                yield node
        elif isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            if _PRECISION.search(ast.unparse(node.format_spec)):
                yield node
        elif isinstance(node, ast.Constant) and _PRECISION_IN_TEXT.search(
            str(node.value)
        ):
            yield node


@pytest.mark.parametrize(
    "code",
    [
        *("round(x)", "f'{x:.1f}'", "f'{x:,.2f} h'", "f'{x:.{n}f}'", "f'{x:.0%}'"),
        *(
            "f'{x:%}'",
            "'%.2f' % x",
            "'{:.2f}'.format(x)",
            "x.quantize(y)",
            "np.rint(x)",
        ),
    ],
)
def test_rounding_of_its_own_is_found(code: str) -> None:
    assert list(rounding_of_its_own(ast.parse(code), draws=False))


@pytest.mark.parametrize("code", ["f'{d:f} {s:02} {at:%S.%f} {n:,}'", "'10 %'"])
def test_what_is_exact_is_left(code: str) -> None:
    assert not list(rounding_of_its_own(ast.parse(code), draws=False))


def test_nothing_else_of_the_program_rounds_figures() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"  # type: ignore[attr-defined] # they have lines
        for path in sorted(PACKAGE.rglob("*.py"))
        if (place := path.relative_to(PACKAGE).parts)[0] != "sample"
        and path.stem not in {"rounding", "rounded_columns"}
        # Pixels, colours and time limits are no figures.
        for node in rounding_of_its_own(
            ast.parse(path.read_text()), draws=place[0] in {"ui", "charts", "app"}
        )
    ]
    assert found == []
