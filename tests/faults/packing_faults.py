"""Faults of packing: gzip that is cut, damaged, a bomb, or none."""

import gzip
import zlib

from clockify_desktop.api.errors import (
    InvalidResponseError,
    NotClockifyError,
    ResponseTooLargeError,
    TooManyValuesError,
    TruncatedResponseError,
)
from tests.faults.fault import Answered, Fault, ok, open_ended
from tests.faults.pouring import again_and_again, half

CUT = (TruncatedResponseError,)
SMALL_CAP_BYTES = 2**16

_GZIP = "Content-Encoding: gzip"


def _bad_crc(packed: bytes) -> bytes:
    return packed[:-8] + bytes(4) + packed[-4:]


PACKING_FAULTS = (
    Fault("gzip", lambda body: ok(gzip.compress(body), _GZIP), (Answered.WHOLE,)),
    Fault(
        "gzip cut in the middle",
        lambda body: ok(half(gzip.compress(body)), _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "gzip without its end",
        lambda body: ok(gzip.compress(body)[:-8], _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "gzip with a wrong sum",
        lambda body: ok(_bad_crc(gzip.compress(body)), _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "gzip with rubbish behind",
        lambda body: ok(gzip.compress(body) + b"rubbish", _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "no gzip although it says so",
        lambda body: ok(body, _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "gzip and does not say so",
        lambda body: ok(gzip.compress(body)),
        (NotClockifyError, InvalidResponseError),
    ),
    Fault(
        "gzip in gzip",
        lambda body: ok(gzip.compress(gzip.compress(body)), _GZIP),
        (NotClockifyError, InvalidResponseError),
    ),
    Fault(
        "a packing that nobody asked for",
        lambda body: ok(body, "Content-Encoding: br"),
        (InvalidResponseError,),
    ),
    Fault(
        "zlib in place of gzip",
        lambda body: ok(zlib.compress(body), _GZIP),
        CUT,
        repeatable=True,
    ),
    Fault(
        "a bomb",
        lambda _: ok(gzip.compress(bytes(2**20)), _GZIP),
        (ResponseTooLargeError,),
        cap_bytes=SMALL_CAP_BYTES,
    ),
    Fault(
        "more values than bytes can be worth",
        lambda _: ok(gzip.compress(b"[" + b"0," * (SMALL_CAP_BYTES // 8)), _GZIP),
        (TooManyValuesError,),
        cap_bytes=SMALL_CAP_BYTES,
    ),
    Fault(
        "a body without end",
        lambda _: again_and_again(open_ended(b"["), b" " * 2**14),
        (ResponseTooLargeError,),
        cap_bytes=SMALL_CAP_BYTES,
    ),
)
