"""Who asks: the key or the add-on token of a request."""

from starlette.datastructures import Headers

from clockify_desktop.sample.keys import Keys
from clockify_desktop.sample.people import Person
from clockify_desktop.sample.server import refusals


def viewer(keys: Keys, headers: Headers) -> Person:
    """Find who asks.

    Args:
        keys: Who holds which key.
        headers: Of the request.

    Raises:
        RefusalError: 401: no key or two kinds (1000), unknown key (4003), bad add-on
            token (4017) [live].
    """
    sent_keys = headers.getlist("x-api-key")
    sent_tokens = headers.getlist("x-addon-token")
    if len(sent_keys) + len(sent_tokens) != 1:
        refusals.not_signed_in()
    if sent_keys:
        handle = keys.holder(sent_keys[0]) or refusals.unknown_key()
    else:
        handle = keys.token_holder(sent_tokens[0]) or refusals.unknown_token()
    return next(p for p in keys.organisation.people if p.handle == handle)
