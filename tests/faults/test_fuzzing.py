"""Damaged replies and files: only errors for people come out of any decoder."""

import json
import os
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.latest_task import ProgramError
from tests.faults.decoders import DECODERS, Decoder
from tests.faults.good_answers import SUMMARY
from tests.faults.mutations import mutated
from tests.faults.naive_client import total_s

# Ten minutes together; make fuzz takes them for each.
EACH_S = float(os.environ.get("FUZZ_S") or 600 / len(DECODERS))
SHORT_INPUTS = 250
_SHOWN_BYTES = 1000


def fuzzed(decoder: Decoder, *, inputs: int | None, limit_s: float) -> tuple[int, int]:
    """Damage replies until there were enough, or until the time is over.

    Args:
        decoder: What reads them.
        inputs: How many; as many as there is time for if ``None``.
        limit_s: How long, in seconds.

    Returns:
        How many were read, and how many of them were refused.
    """
    ends = time.monotonic() + limit_s
    # Known in the short form, so that a red run is red again.
    base = decoder.name if inputs is not None else f"{decoder.name} {time.time_ns()}"
    count = refused = 0
    while count != inputs and time.monotonic() < ends:
        chance = Random(f"{base} {count}")
        body = mutated(chance.choice(decoder.seeds), chance)
        count += 1
        try:
            decoder.read(body, chance)
        except AppError as error:
            refused += 1
            if isinstance(error, ProgramError):
                pytest.fail(f"{base} {count - 1}: a bug, {_shown(body)}")
            silent = not (error.title and error.advice)
        except Exception as error:  # noqa: BLE001 - a bug is what is looked for
            told = "".join(traceback.format_exception(error)[-3:])
            pytest.fail(f"{base} {count - 1}: {_shown(body)}\n{told}")
        else:
            silent = False
        assert not silent, f"{base} {count - 1}: an error without words"
    return count, refused


def _shown(body: bytes) -> str:
    long = len(body) > 2 * _SHOWN_BYTES
    return repr(body[:_SHOWN_BYTES] + b"..." + body[-_SHOWN_BYTES:] if long else body)


@pytest.mark.parametrize("decoder", DECODERS, ids=lambda decoder: decoder.name)
def test_only_errors_for_people(
    decoder: Decoder, figure: Callable[[str, str], None], *, full: bool
) -> None:
    inputs = None if full else SHORT_INPUTS
    count, refused = fuzzed(decoder, inputs=inputs, limit_s=EACH_S)
    figure(f"fuzzing {decoder.name}", f"{count} damaged, {refused} refused, all typed")
    # The damage reaches the decoder.
    assert refused


def test_the_good_ones_are_read() -> None:
    for decoder in DECODERS:
        for seed in decoder.seeds:
            if decoder.name != "refusals":
                decoder.read(seed, Random(0))


def _naively(body: bytes, _: Random) -> None:
    total_s(json.loads(body))


def test_the_control_raises_anything() -> None:
    summary = next(one for one in DECODERS if one.name == SUMMARY.name)
    with pytest.raises(pytest.fail.Exception, match="Error"):
        fuzzed(replace(summary, read=_naively), inputs=SHORT_INPUTS, limit_s=60)
