"""Telling apart what bears the same name, however often it is borne."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clockify_desktop.domain.normal_form import folded
from clockify_desktop.domain.showable import NO_NAME, NOTHING, UNKNOWN, showable_name
from clockify_desktop.translation import tr

_BETWEEN = " · "
# The end of an id changes most from one to the next.
_ID_END = 6


@dataclass(frozen=True, slots=True)
class Named:
    """Something that people know by its name.

    Args:
        id: No other one has it; ``""`` for what stands for none.
        remarks: What tells it apart from others of its name, what is tried first first.
    """

    name: str
    id: str
    remarks: tuple[str, ...] = ()


def called(name: str, *remarks: str) -> str:
    """Give a name; where it is blank, say so and by which remark it is known."""
    if showable_name(name) not in {NOTHING, NO_NAME}:
        return name
    return joined(NO_NAME, *remarks[:1])


def joined(*words: str) -> str:
    """Put words behind each other, such as ``Support · Client 1``."""
    return _BETWEEN.join(filter(None, words))


def told_apart(things: Sequence[Named]) -> list[str]:
    """Make a label of each name that no other one has in its normal form."""
    pairs = zip(things, distinctions(things), strict=True)
    return [joined(called(thing.name), more) for thing, more in pairs]


def distinctions(things: Sequence[Named]) -> list[str]:
    """Find what has to stand behind each name so that no two look alike.

    That is as much as is needed: of the remarks those that differ, then the end of the
    id or all of it, then a number.

    Returns:
        One text a thing, empty for most; ``joined`` to the name it makes a label that
        no other one has in its normal form.
    """
    said = [""] * len(things)
    names = [called(thing.name) for thing in things]
    labels = list(map(_look, names))
    most = max((len(thing.remarks) for thing in things), default=0)
    step = 0
    while alike := _alike(labels):
        for places in alike:
            words = _words([things[at] for at in places], step, most)
            if len(set(map(folded, words))) == 1:
                continue
            for at, more in zip(places, words, strict=True):
                said[at] = joined(said[at], more)
                labels[at] = _look(joined(names[at], said[at]))
        step += 1
    return said


def all_differ(names: Sequence[str]) -> bool:
    """Tell at once, as of most names, that no two look alike."""
    return len(set(map(_look, names))) == len(names)


def _look(label: str) -> str:
    """Give the same text for all labels that look alike where they are shown."""
    return _folded_line(showable_name(label))


# Worked out for each choice of a person anew, of the same names.
@lru_cache(maxsize=8192)
def _folded_line(shown: str) -> str:
    return folded(shown.replace(UNKNOWN, ""))


def _alike(labels: Sequence[str]) -> list[list[int]]:
    if len(set(labels)) == len(labels):
        return []
    places = defaultdict(list)
    for at, label in enumerate(labels):
        places[label].append(at)
    return [group for group in places.values() if len(group) > 1]


def _words(alike: Sequence[Named], step: int, most: int) -> list[str]:
    if step < most:
        return ["".join(thing.remarks[step : step + 1]) for thing in alike]
    ids = [thing.id for thing in alike]
    if step > most:
        # Ids that differ in case alone, or a name that somebody made a label of.
        order = sorted(range(len(ids)), key=ids.__getitem__)
        return [str(order.index(at) + 1) for at in range(len(ids))]
    ends = [one[-_ID_END:] for one in ids]
    if len(set(map(folded, ends))) < len(ids):
        ends = ids
    else:
        cut = zip(ids, ends, strict=True)
        ends = [f"…{end}" if len(end) < len(one) else one for one, end in cut]
    return [tr("id {id}", id=end) if end else "" for end in ends]
