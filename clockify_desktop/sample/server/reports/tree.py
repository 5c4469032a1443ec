"""Sums over nested groups, computed on whole columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.server.reports.levels import Level
from clockify_desktop.sample.server.reports.sums import Sums, number
from clockify_desktop.sample.server.wire import Json


@dataclass(frozen=True, slots=True)
class _Layer:
    """The nodes of one depth, in the order in which they stand in the tree.

    Args:
        keys: int64, what formed each node, down to this depth.
        seconds: The seconds of each.
        amounts: The money of each, a kind of amount.
        currency: The currency of each; -1 where there are several.
    """

    keys: NDArray[np.int64]
    seconds: NDArray[np.int64]
    amounts: list[NDArray[np.int64]]
    currency: NDArray[np.int64]


def nodes(sums: Sums, levels: Sequence[Level], names: Sequence[str]) -> list[Json]:
    """Build the nodes of a summary, sorted by their heads at every depth.

    Args:
        sums: The entries with seconds and money.
        levels: One to three, outermost first.
        names: What the levels are called, for ids that are objects.

    Returns:
        The outermost nodes with everything below them.
    """
    rows, codes = _combined(levels)
    sizes = [max(1, len(level.heads)) for level in levels]
    layers = [_leaves(sums, rows, codes, sizes)]
    for size in reversed(sizes[1:]):
        layers.append(_parents(layers[-1], size))
    layers.reverse()
    built: list[Json] = []
    for depth in range(len(levels) - 1, -1, -1):
        written = _written(sums, layers[depth], levels[depth], sizes[depth])
        if depth < len(levels) - 1:
            _adopt(written, built, layers[depth], layers[depth + 1], sizes[depth + 1])
        built = written
    if "TIMEENTRY" in names:
        _name_entries(built, tuple(names), ())
    return built


def _combined(
    levels: Sequence[Level],
) -> tuple[NDArray[np.int64], list[NDArray[np.int64]]]:
    """Bring levels together whose rows may repeat: pairs of equal rows."""
    rows, codes = levels[0].rows, [levels[0].codes]
    for level in levels[1:]:
        order = np.argsort(level.rows, kind="stable")
        theirs = level.rows[order]
        first = np.searchsorted(theirs, rows, side="left")
        count = np.searchsorted(theirs, rows, side="right") - first
        keep = np.repeat(np.arange(len(rows)), count)
        nth = np.arange(len(keep)) - np.repeat(np.cumsum(count) - count, count)
        at = order[first[keep] + nth]
        rows = rows[keep]
        codes = [*(code[keep] for code in codes), level.codes[at]]
    return rows, codes


def _leaves(
    sums: Sums,
    rows: NDArray[np.int64],
    codes: list[NDArray[np.int64]],
    sizes: list[int],
) -> _Layer:
    key = codes[0]
    for code, size in zip(codes[1:], sizes[1:], strict=True):
        key = key * size + code
    keys, place = np.unique(key, return_inverse=True)
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(len(keys)))
    rows = rows[order]
    return _reduced(
        keys,
        starts,
        sums.seconds[rows],
        [amount[rows] for amount in sums.amounts],
        sums.currency[rows],
    )


def _parents(layer: _Layer, size: int) -> _Layer:
    keys, starts = np.unique(layer.keys // size, return_index=True)
    return _reduced(keys, starts, layer.seconds, layer.amounts, layer.currency)


def _reduced(
    keys: NDArray[np.int64],
    starts: NDArray[np.intp],
    seconds: NDArray[np.int64],
    amounts: list[NDArray[np.int64]],
    currency: NDArray[np.int64],
) -> _Layer:
    if not len(keys):
        return _Layer(keys, seconds, amounts, currency)
    lowest = np.minimum.reduceat(currency, starts)
    highest = np.maximum.reduceat(currency, starts)
    return _Layer(
        keys,
        np.add.reduceat(seconds, starts),
        [np.add.reduceat(amount, starts) for amount in amounts],
        np.where(lowest == highest, lowest, -1),
    )


def _written(sums: Sums, layer: _Layer, level: Level, size: int) -> list[Json]:
    codes = (layer.keys % size).tolist()
    heads = level.heads
    written: list[Json] = [
        {"duration": seconds, **heads[code]}
        for seconds, code in zip(layer.seconds.tolist(), codes, strict=True)
    ]
    kinds = sums.question.amounts
    if not kinds:
        for node in written:
            node["amounts"] = []
        return written
    known = [*sums.rates.codes, None]
    money = zip(*(amount.tolist() for amount in layer.amounts), strict=True)
    for node, values, place in zip(
        written, money, layer.currency.tolist(), strict=True
    ):
        node["amount"] = number(values[0])
        node["amounts"] = sums.amount_list(values)
        # Which currency a node with several names is not known [?]: none here.
        node["currency"] = known[place]
    return written


def _adopt(
    parents: list[Json],
    children: list[Json],
    above: _Layer,
    below: _Layer,
    size: int,
) -> None:
    ends = np.searchsorted(below.keys // size, above.keys, side="right").tolist()
    begin = 0
    for parent, end in zip(parents, ends, strict=True):
        parent["children"] = children[begin:end]
        begin = end


def _name_entries(
    found: list[Json], names: tuple[str, ...], above: tuple[object, ...]
) -> None:
    """Turn the ids of TIMEENTRY nodes into objects of all ids above and the text."""
    depth = len(above)
    for node in found:
        ids = (*above, node["_id"])
        children = node.get("children")
        if isinstance(children, list):
            _name_entries(children, names, ids)
        if names[depth] == "TIMEENTRY":
            node["_id"] = dict(zip(names, ids, strict=False))
