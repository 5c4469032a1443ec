"""Reads what the program shows while it asks, and where nobody answers.

Started with the program's Python, the addresses of a slow server, those of nobody,
and a key. Writes what it saw as one JSON line.
"""

import json
import sys

from probe import controls, find, press, started, until


def main() -> None:
    slow, nobody, key = sys.argv[2:4], sys.argv[4:6], sys.argv[6]
    names = ("CLOCKIFY_API_URL", "CLOCKIFY_REPORTS_URL")
    environment = dict(zip(names, slow, strict=True))
    with started(CLOCKIFY_API_KEY=key, **environment) as (program, asking):
        until(lambda: find(program, "cancel"), "the way to cancel")
        asking["controls"] = controls(program)
        press(program, "cancel")
        until(lambda: not find(program, "cancel"), "the end of asking")
    environment = dict(zip(names, nobody, strict=True))
    with started(CLOCKIFY_API_KEY=key, **environment) as (program, failing):
        until(lambda: find(program, "retry"), "the way to try again")
        failing["controls"] = controls(program)
    sys.stdout.write(json.dumps({"asking": asking, "failing": failing}) + "\n")


main()
