"""Numbers for what replies name, and what they tell of it."""

from dataclasses import dataclass

from clockify_desktop.api.wire.reports import SummaryNode, plain_id


@dataclass(frozen=True, slots=True)
class Named:
    """What a reply tells of a user, a project or a task beside their time."""

    name: str | None
    client_name: str | None
    color: str | None
    client_id: str | None = None


class Numbering:
    """Numbers what replies name, in the order in which they do.

    One numbering serves all parts of a report, so that their columns fit together.
    Time without a project or a task has the id ``None``, whatever the reply calls it.
    A currency is ``None`` where the reply does not say.
    """

    def __init__(self) -> None:
        self.users = Names()
        self.projects = Names()
        self.tasks = Names()
        self.currencies = _Numbers()


class _Numbers(dict[str | None, int]):
    """A number for each text, given when it is first met."""

    def __missing__(self, text: str | None) -> int:
        return self.setdefault(text, len(self))


class Names(dict[str | None, Named]):
    """What is told of each id where it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers = _Numbers()

    def number(
        self,
        told_id: str | None,
        name: str | None,
        client_name: str | None = None,
        color: str | None = None,
        client_id: str | None = None,
    ) -> int:
        """Give the number of an id."""
        if told_id not in self:
            self[told_id] = Named(name, client_name, color, client_id)
        return self._numbers[told_id]

    def number_of(self, node: SummaryNode) -> int:
        """Give the number of a node."""
        # Not the node itself is kept: that would keep all its leaves.
        return self.number(plain_id(node.id), node.name, node.client_name, node.color)
