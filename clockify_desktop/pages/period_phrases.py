"""What is said of a period as one of its kind: a day, week, month, quarter or year."""

from typing import Final

from clockify_desktop.translation import tr, tr_plural


def counted_periods(kind: str | None, count: int) -> str:
    """Count periods of a kind, such as ``12 weeks``."""
    match kind:
        case "day":
            return tr_plural("{count} day", "{count} days", count)
        case "week":
            return tr_plural("{count} week", "{count} weeks", count)
        case "month":
            return tr_plural("{count} month", "{count} months", count)
        case "quarter":
            return tr_plural("{count} quarter", "{count} quarters", count)
        case "year":
            return tr_plural("{count} year", "{count} years", count)
        case _:
            return tr_plural("{count} period", "{count} periods", count)


THE_BEFORE: Final = {
    "day": tr("the day before"),
    "week": tr("the week before"),
    "month": tr("the month before"),
    "quarter": tr("the quarter before"),
    "year": tr("the year before"),
}
NOTHING_BEFORE: Final = {
    "day": tr("nothing the day before"),
    "week": tr("nothing the week before"),
    "month": tr("nothing the month before"),
    "quarter": tr("nothing the quarter before"),
    "year": tr("nothing the year before"),
}
SINCE: Final = {
    "day": tr("Since the day before"),
    "week": tr("Since the week before"),
    "month": tr("Since the month before"),
    "quarter": tr("Since the quarter before"),
    "year": tr("Since the year before"),
}
NO_DAY_OVER: Final = {
    "day": tr("Nothing to compare with: no day of this day is over so far."),
    "week": tr("Nothing to compare with: no day of this week is over so far."),
    "month": tr("Nothing to compare with: no day of this month is over so far."),
    "quarter": tr("Nothing to compare with: no day of this quarter is over so far."),
    "year": tr("Nothing to compare with: no day of this year is over so far."),
}
A_PERIOD: Final = {
    "day": tr("a day"),
    "week": tr("a week"),
    "month": tr("a month"),
    "quarter": tr("a quarter"),
    "year": tr("a year"),
}
"""How often, such as behind a duration."""
INSIDE: Final = {
    "day": tr("inside the band each day"),
    "week": tr("inside the band each week"),
    "month": tr("inside the band each month"),
    "quarter": tr("inside the band each quarter"),
    "year": tr("inside the band each year"),
    None: tr("inside the band each time"),
}
OUTSIDE: Final = {
    "day": tr("outside the band each day"),
    "week": tr("outside the band each week"),
    "month": tr("outside the band each month"),
    "quarter": tr("outside the band each quarter"),
    "year": tr("outside the band each year"),
    None: tr("outside the band each time"),
}
SO_FAR_THIS: Final = {
    "day": tr("this day so far"),
    "week": tr("this week so far"),
    "month": tr("this month so far"),
    "quarter": tr("this quarter so far"),
    "year": tr("this year so far"),
}
SAME_DAYS: Final = {
    "day": tr("the same days last day"),
    "week": tr("the same days last week"),
    "month": tr("the same days last month"),
    "quarter": tr("the same days last quarter"),
    "year": tr("the same days last year"),
    None: tr("as many days before"),
}
OFF_ALL: Final = {
    "day": tr("off all day"),
    "week": tr("off all week"),
    "month": tr("off all month"),
    "quarter": tr("off all quarter"),
    "year": tr("off all year"),
    None: tr("off all the time"),
}
NOT_BEGUN: Final = {
    "day": tr("This day has not begun."),
    "week": tr("This week has not begun."),
    "month": tr("This month has not begun."),
    "quarter": tr("This quarter has not begun."),
    "year": tr("This year has not begun."),
}
NO_TIME_IN: Final = {
    "day": tr("No time in these days."),
    "week": tr("No time in these weeks."),
    "month": tr("No time in these months."),
    "quarter": tr("No time in these quarters."),
    "year": tr("No time in these years."),
    None: tr("No time in these periods."),
}
NO_TIME_BEFORE: Final = {
    "day": tr("No time in the days before."),
    "week": tr("No time in the weeks before."),
    "month": tr("No time in the months before."),
    "quarter": tr("No time in the quarters before."),
    "year": tr("No time in the years before."),
    None: tr("No time in the periods before."),
}
NO_DAY_YET: Final = {
    "day": tr("No day of this day is over."),
    "week": tr("No day of this week is over."),
    "month": tr("No day of this month is over."),
    "quarter": tr("No day of this quarter is over."),
    "year": tr("No day of this year is over."),
}
