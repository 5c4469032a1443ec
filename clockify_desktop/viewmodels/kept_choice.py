"""A choice as the settings keep it: written, and read with suspicion."""

from collections.abc import Mapping

from clockify_desktop.viewmodels.choice import ALL, Choice, PickedId, Rule


def to_dict(choice: Choice) -> dict[str, object]:
    """Give a choice as JSON can hold it.

    Returns:
        The rule and, where they matter, the ids in order.
    """
    kept: dict[str, object] = {"rule": choice.rule.value}
    if choice.rule is not Rule.ALL:
        kept["ids"] = _in_order(choice.ids)
    if choice.rule is Rule.ONLY:
        kept["left_out"] = _in_order(choice.left_out)
    return kept


def from_dict(kept: Mapping[str, object]) -> Choice:
    """Read what ``to_dict`` gave.

    Returns:
        The choice; ALL where it cannot be read, so that nobody is missing unseen.
    """
    ids = _ids(kept.get("ids"))
    left_out = _ids(kept.get("left_out"))
    if kept.get("rule") == Rule.EXCEPT and ids:
        return Choice(Rule.EXCEPT, ids)
    if kept.get("rule") == Rule.ONLY and ids is not None and left_out is not None:
        return Choice(Rule.ONLY, ids, left_out - ids)
    return ALL


def _in_order(ids: frozenset[PickedId]) -> list[PickedId]:
    return sorted(ids, key=lambda one: (one is not None, one or ""))


def _ids(kept: object) -> frozenset[PickedId] | None:
    if not isinstance(kept, list):
        return None
    if not all(one is None or isinstance(one, str) for one in kept):
        return None
    return frozenset(kept)
