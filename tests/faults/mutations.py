"""Ways to damage a reply: its bytes, and what they say."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

# What stands in for a value: of another kind, at an edge, or beyond it.
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1.5, -0.0, 1e308, -1e308, 5e-324),
    *(2**31, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), 2**64, 10**30, -(10**30)),
    *("", " ", "x", "null", "0", "-1", "1e9", "NaN", "Infinity", "\x00", "\u202e"),
    *("2026-11-17", "0000-00-00", "0001-01-01", "9999-12-31", "2026-13-45"),
    *("2026-11-17T25:00:00Z", "2026-11-17T01:00:00", "0001-01-01T00:00:00+14:00"),
    *("9999-12-31T23:59:59-14:00", "PT1H", "PT", "P1Y", "-PT1H", "Mars/Base", ".."),
    *([], {}, [None], [[]], [{}], {"": None}, {"id": None}, {"_id": {}}),
    *("a" * 10_000, list(range(100)), [[[[[[[[[[]]]]]]]]]]),
)
_ODD_BYTES = (
    *(b"\x00", b"\xff", b"\xc3\x28", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf0\x9f\x98"),
    *(b'"', b"\\", b"\\u", b"\\ud800", b"{", b"}", b"[", b"]", b",", b":", b"/*"),
    *(b"NaN", b"-Infinity", b"1e999", b"-", b"+1", b"0x1", b"01", b"1.", b"'"),
    *(b"9" * 5000, b"[" * 5000, b'{"a":' * 5000, b"<html>", b"\r\n\r\n", b"0" * 100),
)
_MOST_CHANGES = 3
# Most of what is damaged in its bytes is no JSON any more, which is soon tried out.
_SHARE_OF_BYTES = 0.3


def mutated(seed: bytes, chance: Random) -> bytes:
    """Damage a reply.

    Args:
        seed: A good one, JSON.
        chance: Decides how; the same chance makes the same damage.

    Returns:
        The damaged one; now and then it is whole.
    """
    if chance.random() < _SHARE_OF_BYTES:
        return _of_bytes(seed, chance)
    sent = json.loads(seed)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        sent = _of_value(sent, chance)
    return json.dumps(sent).encode()


def _of_value(sent: Any, chance: Random) -> Any:
    """Damage one value somewhere within."""
    if isinstance(sent, dict) and sent and chance.random() < 0.9:
        name = chance.choice(list(sent))
        return chance.choice(_OF_DICTS)({**sent}, name, chance)
    if isinstance(sent, list) and sent and chance.random() < 0.9:
        place = chance.randrange(len(sent))
        return chance.choice(_OF_LISTS)([*sent], place, chance)
    return chance.choice(_ODD_VALUES)


def _deeper_dict(sent: dict[str, Any], name: str, chance: Random) -> Any:
    return {**sent, name: _of_value(sent[name], chance)}


def _without(sent: dict[str, Any], name: str, _: Random) -> Any:
    del sent[name]
    return sent


def _renamed(sent: dict[str, Any], name: str, chance: Random) -> Any:
    sent[chance.choice([name.upper(), f"{name}x", ""])] = sent.pop(name)
    return sent


def _deeper_list(sent: list[Any], place: int, chance: Random) -> Any:
    sent[place] = _of_value(sent[place], chance)
    return sent


def _twice(sent: list[Any], place: int, _: Random) -> Any:
    return [*sent, sent[place]]


def _fewer(sent: list[Any], place: int, _: Random) -> Any:
    return sent[:place] + sent[place + 1 :]


def _with_odd(sent: list[Any], place: int, chance: Random) -> Any:
    sent.insert(place, chance.choice(_ODD_VALUES))
    return sent


# Going deeper is likelier, or only the top would ever be damaged.
_OF_DICTS: tuple[Callable[[dict[str, Any], str, Random], Any], ...] = (
    *(_deeper_dict,) * 6,
    _without,
    _renamed,
)
_OF_LISTS: tuple[Callable[[list[Any], int, Random], Any], ...] = (
    *(_deeper_list,) * 6,
    _twice,
    _fewer,
    _with_odd,
)


def _of_bytes(seed: bytes, chance: Random) -> bytes:
    damaged = bytearray(seed)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        place = chance.randrange(len(damaged) + 1)
        until = place + chance.randint(0, 20)
        what = chance.randrange(5)
        if what == 0:
            damaged[place:until] = b""
        elif what == 1:
            damaged[place:place] = chance.choice(_ODD_BYTES)
        elif what == 2:
            damaged[place:until] = chance.choice(_ODD_BYTES)
        elif what == 3:
            damaged[place:place] = damaged[chance.randrange(place + 1) : place]
        else:
            del damaged[place:]
    return bytes(damaged)
