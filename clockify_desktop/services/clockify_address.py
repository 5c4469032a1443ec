"""Finding out where somebody's Clockify is from what they paste.

People know the address in their browser, not the two addresses of the API. What is
known of those forms, and how well:

Documented
    ``api.clockify.me``, ``reports.api.clockify.me``: the standard API.
    ``euc1 use2 euw2 apse2 developer`` before ``.clockify.me``: the regions' APIs and
    the sandbox.
    ``NAME.clockify.me``: a workspace with a subdomain, in the browser and as API.
Seen in other people's code and tickets
    ``app.clockify.me/tracker``: the web pages of the standard deployment. Whether
    the pages of a region always show the region in the address is not established,
    so this form is taken for standard and marked as not sure.
Guesses
    ``euc1.app.clockify.me``, ``app.euc1.clockify.me``: a region beside the name of
    an application, in either order. ``clockify.me`` and ``www.clockify.me``:
    standard, not sure. A bare name such as ``acme``: a subdomain. ``acme.euc1``, with
    or without ``.clockify.me``: a subdomain in a region, whose pair is documented.

Nothing else is guessed, because whatever is found here is sent a key. An address
outside clockify.me has to be given as a pair on purpose (``own_addresses``).
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from clockify_desktop.api.hosts import (
    DEPLOYMENTS,
    GLOBAL,
    REGIONS,
    Deployment,
    Hosts,
    own_pair,
    subdomain,
    subdomain_of,
    within,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.normal_form import folded
from clockify_desktop.translation import tr

_DOMAIN = "clockify.me"
_CORE_PATH = "/api/v1"
_REPORTS_PATH = "/report/v1"
# Names of applications, not of workspaces; they may stand beside a region.
_APPLICATIONS = frozenset({"api", "app", "global", "login", "reports", "www"})
# Those of them that only the standard deployment has.
_STANDARD_API = frozenset({"api", "reports.api", "global.api"})
_PAGES_ABOUT = frozenset({"blog", "docs", "forum", "help", "status", "support"})
_WORDS = {
    "au": "apse2",
    "eu": "euc1",
    "germany": "euc1",
    "us": "use2",
    "sandbox": "developer",
    # Their titles, whatever language these are in here.
    "standard": "global",
    "eu (germany)": "euc1",
    "usa": "use2",
    "uk": "euw2",
    "australia": "apse2",
    "developer sandbox": "developer",
}
# Keys have 48 characters and would pass as a name; asking for such a host would
# hand the key to every name server on the way.
_LONGEST_NAME = 32
_NAME_AND_REGION = 2
_REGION_NAMES = {one.name: one for one in REGIONS}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WRAPPING = "<>\"'`"


@dataclass(frozen=True, slots=True)
class ClockifyAddress:
    """Where a Clockify is.

    Args:
        hosts: The pair to ask.
        title: For the screen: ``EU (Germany)``, ``acme.clockify.me`` or a host.
        sure: Whether the address told it; ``False`` where standard is only likely,
            because the browser may not show the region.
    """

    hosts: Hosts
    title: str
    sure: bool = True


def read_address(pasted: str) -> ClockifyAddress:
    """Find somebody's Clockify in what they pasted.

    Args:
        pasted: A browser's address, an API address, a region or a subdomain.

    Raises:
        UsageError: It does not say where; the advice says what to do instead. The
            text is not repeated, for it might be a key.
    """
    text = pasted.strip().strip(_WRAPPING).strip()
    if not text:
        title = tr("The address of your Clockify is missing")
        advice = tr("Open Clockify in your browser and paste its address here.")
        raise UsageError(title, advice)
    named = _deployment(text)
    if named is not None:
        return ClockifyAddress(named.hosts, named.title)
    host = _host(text)
    if host == _DOMAIN:
        return _standard(sure=False)
    if host.endswith(f".{_DOMAIN}"):
        return _below_clockify(host.removesuffix(f".{_DOMAIN}"))
    if "." not in host and not _SCHEME.match(text):
        return _subdomain(host)
    if host.rpartition(".")[2] in _REGION_NAMES and not _SCHEME.match(text):
        return _below_clockify(host)
    if host.endswith("cake.com"):
        title = tr("That is the address of CAKE.com, not of Clockify")
        advice = tr("Open Clockify itself in your browser and paste its address here.")
        raise UsageError(title, advice)
    title = tr("That is not an address of Clockify")
    advice = tr(
        "Paste the address that your browser shows in Clockify. If your company runs"
        " its own, choose “other address”."
    )
    raise UsageError(title, advice)


def own_addresses(core_url: str, reports_url: str = "") -> ClockifyAddress:
    """Take the addresses of a Clockify that is not under clockify.me.

    Args:
        core_url: With its prefix, such as ``https://clockify.example/api/v1``.
        reports_url: With its prefix. Left empty it is that of the regions: the same
            host with ``/report/v1`` (documented for clockify.me alone).

    Raises:
        UsageError: An address is not one that a key may be sent to.
    """
    core = core_url.strip().rstrip("/")
    reports = reports_url.strip()
    if not reports:
        if not core.endswith(_CORE_PATH):
            title = tr("The address of the reports is missing")
            advice = tr(
                "Give both addresses, or one that ends in {path}.",
                path=_CORE_PATH,
            )
            raise UsageError(title, advice)
        reports = core.removesuffix(_CORE_PATH) + _REPORTS_PATH
    hosts = own_pair(core, reports)
    return ClockifyAddress(hosts, title_of(hosts))


def title_of(hosts: Hosts) -> str:
    """Name a place for the screen.

    Returns:
        ``Standard``, ``EU (Germany)``, ``acme in EU (Germany)``, ``acme.clockify.me``
        or the core host's name.
    """
    name = subdomain_of(hosts)
    mixed = (within(one, name) for one in REGIONS if name)
    for one in (*DEPLOYMENTS, *mixed):
        if one.hosts == hosts:
            return one.title
    return urlsplit(hosts.core_url).netloc


def _deployment(text: str) -> Deployment | None:
    wanted = folded(text)
    wanted = _WORDS.get(wanted, wanted)
    for one in DEPLOYMENTS:
        if wanted in {one.name, folded(one.title)}:
            return one
    return None


def _host(text: str) -> str:
    """Read the host's name, with or without a scheme in front."""
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"https://{text}")
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or any(sign.isspace() for sign in text):
        title = tr("That is not an address")
        advice = tr(
            "Copy the whole line that your browser shows at the top in Clockify."
        )
        raise UsageError(title, advice)
    if parts.username is not None:
        title = tr("That looks like an e-mail address or holds a password")
        advice = tr("Paste the address that your browser shows in Clockify.")
        raise UsageError(title, advice)
    return host.rstrip(".")


def _below_clockify(front: str) -> ClockifyAddress:
    """Read what stands before ``.clockify.me``."""
    if front in _STANDARD_API:
        return _standard(sure=True)
    names = [one for one in front.split(".") if one not in _APPLICATIONS]
    if not names:
        return _standard(sure=False)
    if len(names) == _NAME_AND_REGION and names[1] in _REGION_NAMES:
        named = _subdomain(names[0])
        hosts = within(_REGION_NAMES[names[1]], subdomain_of(named.hosts)).hosts
        return ClockifyAddress(hosts, title_of(hosts))
    if len(names) > 1:
        title = tr("That address of Clockify is of a form not known here")
        advice = tr("Choose your region or your subdomain from the list.")
        raise UsageError(title, advice)
    region = _deployment(names[0])
    if region is not None:
        return ClockifyAddress(region.hosts, region.title)
    return _subdomain(names[0])


def _subdomain(name: str) -> ClockifyAddress:
    if name in _PAGES_ABOUT:
        title = tr("That is a page about Clockify")
        advice = tr(
            "Sign in to Clockify in your browser and paste the address from there."
        )
        raise UsageError(title, advice)
    if len(name) > _LONGEST_NAME:
        title = tr("That does not look like an address")
        advice = tr("If it is your API key, it belongs into the field below.")
        raise UsageError(title, advice)
    hosts = subdomain(name)
    return ClockifyAddress(hosts, title_of(hosts))


def _standard(*, sure: bool) -> ClockifyAddress:
    return ClockifyAddress(GLOBAL, title_of(GLOBAL), sure=sure)
