from datetime import date

import pytest

from clockify_desktop.csv_import.date_order import (
    DateOrder,
    ToldBy,
    decided_order,
    period_in_name,
)
from clockify_desktop.csv_import.errors import NoExportError, UnclearDateOrderError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.written_dates import ISO_DATES, WrittenDates

NAME = "Clockify_Time_Report_Detailed_{}.csv"
MDY, DMY, YMD = DateOrder


def decided(
    *texts: str, name: str = "a.csv", chosen: DateOrder | None = None, wrong: str = ""
) -> tuple[str, ToldBy | None]:
    told = decided_order(name, texts, chosen, lambda order: int(order in wrong))
    return told.order.value, told.told_by


def test_the_name_tells_before_anything_else() -> None:
    name = NAME.format("14_04_2025-20_04_2025")
    assert decided("04/05/2025", name=name) == ("dmy", ToldBy.NAME)
    assert decided("04/05/2025", name=name, wrong="dmy")[0] == "dmy"
    assert decided("05/14/2025", name=name) == ("mdy", None)
    # Between 1 and 7 April, or from January to July.
    unclear = NAME.format("01_04_2025-07_04_2025 (1)")
    with pytest.raises(UnclearDateOrderError, match="as in 04/05/2025"):
        decided("04/05/2025", name=unclear)
    days = Period(date(2025, 4, 14), date(2025, 4, 20))
    assert period_in_name(name, DMY) == days
    assert period_in_name(NAME.format("2025-04-14-2025-04-20"), YMD) == days
    assert period_in_name(name, MDY) is None
    assert period_in_name(NAME.format("20_04_2025-14_04_2025"), DMY) is None


def test_a_part_over_12_tells() -> None:
    assert decided("04/05/2025", "04/13/2025", "n/a") == ("mdy", None)
    assert decided("04.05.2025", "13.04.2025") == ("dmy", None)
    assert decided("2025-04-05") == ("ymd", None)
    assert decided("04/04/2025", "05/05/2025") == ("mdy", None)


def test_then_lengths_tell() -> None:
    reason = ToldBy.LENGTHS
    assert decided("04/05/2025", wrong="mdy") == ("dmy", reason)
    with pytest.raises(UnclearDateOrderError) as raised:
        decided("04/05/2025", wrong="mdy dmy")
    assert raised.value.orders == ("mdy", "dmy")
    assert raised.value.advice == "Give --date-order mdy or dmy."


def test_what_somebody_says_wins() -> None:
    assert decided("04/05/2025", chosen=DMY) == ("dmy", None)
    assert decided("04/13/2025", "04/05/2025", chosen=DMY) == ("dmy", None)
    with pytest.raises(NoExportError, match="no date as year/month/day, such as 04/1"):
        decided("04/13/2025", chosen=YMD)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ((), "no date that can be read"),
        (("32/01/2025", "1/2/25", "0004-01-01", "4/5-2025"), "no date that can be"),
        (("13/04/2025", "04/13/2025"), r"orders: 04/13/2025 \(mdy\), 13/04/2025 \(dmy"),
        (("2025-04-05", "13/04/2025"), r"13/04/2025 \(dmy\), 2025-04-05 \(ymd\)"),
    ],
)
def test_what_has_no_one_order_is_refused(texts: tuple[str, ...], said: str) -> None:
    with pytest.raises(NoExportError, match=said):
        decided(*texts)


def test_an_order_knows_how_its_dates_are_written() -> None:
    assert DMY.dates("1.2.2025") == WrittenDates("DD.MM.YYYY")
    assert YMD.dates("2025-02-01") == WrittenDates("YYYY-MM-DD")
    assert MDY.dates("never") == ISO_DATES
    assert MDY.day(" 02/03/2025 ") == date(2025, 2, 3).toordinal()
