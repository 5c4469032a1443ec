"""The sums under a sheet: of what a filter leaves, by formulas with their values."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clockify_desktop.export.rows import Cell, Number
from clockify_desktop.export.sheet_columns import SheetColumn, seconds_in


class SheetSums:
    """Adds up what is written: time by column, money by currency.

    Args:
        names: Of the cells that a record has.
    """

    def __init__(self, columns: Sequence[SheetColumn], names: Sequence[str]) -> None:
        places = {one.name: at for at, one in enumerate(columns)}
        self._sources = [
            (at, one.source) for at, one in enumerate(columns) if one.kind.is_time
        ]
        self.seconds = {at: 0 for at, _ in self._sources}
        self.money_at = places.get("amount")
        self.code_at = places.get("currency")
        self._money = self._code = -1
        if self.money_at is not None:
            # The currency tells amounts apart, whether it is written or not.
            self._money, self._code = names.index("amount"), names.index("currency")
        self._amounts: dict[str, Decimal] = {}

    def add(self, record: Sequence[Cell]) -> None:
        """Take the cells of a row in."""
        for at, source in self._sources:
            self.seconds[at] += seconds_in(record[source])
        if self._money < 0:
            return
        amount = record[self._money]
        if isinstance(amount, Number):
            code = str(record[self._code] or "")
            so_far = self._amounts.get(code, Decimal(0))
            self._amounts[code] = so_far + Decimal(amount.text)

    def of_money(self, last: int) -> Iterator[tuple[str, str, Decimal]]:
        """Give a formula, its currency and its value, each currency by itself.

        There is none where several currencies cannot be told apart on the sheet.

        Args:
            last: The number of rows.
        """
        if self.money_at is None or not self._amounts:
            return
        money = area(last, self.money_at)
        if len(self._amounts) == 1:
            ((code, amount),) = self._amounts.items()
            yield subtotal(last, self.money_at), code, amount
        elif self.code_at is not None:
            codes = area(last, self.code_at)
            first = money.partition(":")[0]
            each = f"SUBTOTAL(109,OFFSET({first},ROW({money})-ROW({first}),0))"
            for code, amount in sorted(self._amounts.items()):
                quoted = code.replace('"', '""')
                yield f'=SUMPRODUCT({each},--({codes}="{quoted}"))', code, amount


def subtotal(last: int, at: int) -> str:
    """Add up a column's rows that are shown.

    Args:
        last: The number of rows.
    """
    return f"=SUBTOTAL(109,{area(last, at)})"


def area(last: int, at: int) -> str:
    """Name the cells of a column below its head.

    Args:
        last: The number of rows.
    """
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - as workbook has it

    name = xl_col_to_name(at)
    return f"{name}2:{name}{last + 1}"
