"""Why a file cannot be read as one that Clockify exported."""

from collections.abc import Sequence

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.sentence import either_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr


class NoExportError(AppError):
    """A file that is no detailed report of Clockify; nothing of it is used."""


class UnclearDateOrderError(AppError):
    """Nothing in a file tells the day from the month; somebody has to.

    Args:
        name: Of the file.
        example: A date of it.
        orders: Those that may be meant, such as ``mdy`` and ``dmy``.
    """

    def __init__(self, name: str, example: str, orders: Sequence[str]) -> None:
        super().__init__(
            tr(
                "{name} does not tell the day from the month, as in {date}",
                name=named(name),
                date=example,
            ),
            tr("Give --date-order {orders}.", orders=either_in_words(orders)),
        )
        self.name, self.example, self.orders = name, example, tuple(orders)
