"""The two addresses of each of Clockify's deployments, and what an address may be.

Clockify has one host for its core and one for its reports, with prefixes that
differ by deployment. A key works with one deployment only, so the pair is chosen
once and kept together. The addresses are from Clockify's own documentation, which has
a mixed pair for a workspace with a subdomain in a region: nobody has recorded it.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr, tr_context

_DEFAULT_PORTS = {"https": 443, "http": 80}
# What may stand in a host name or in a path that this program sends unchanged.
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NAME = re.compile(rf"{_LABEL.pattern}(?:\.{_LABEL.pattern})*")
_REPORTS_OF_NAME = re.compile(rf"https://({_LABEL.pattern})\.clockify\.me/report/v1")
_PATH = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: all that decides which server gets a request."""

    scheme: str
    host: str
    port: int

    @property
    def on_loopback(self) -> bool:
        """Whether it is this computer."""
        return _is_loopback(self.host)


@dataclass(frozen=True, slots=True)
class Hosts:
    """The two addresses of one deployment, with their prefixes.

    Raises:
        UsageError: An address is not one that a key may be sent to.
    """

    core_url: str
    reports_url: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "core_url", _checked(self.core_url))
        object.__setattr__(self, "reports_url", _checked(self.reports_url))

    @property
    def origins(self) -> frozenset[Origin]:
        """The one or two origins that may see the key."""
        return frozenset({origin_of(self.core_url), origin_of(self.reports_url)})

    def cover(self, origin: Origin, path: str) -> bool:
        """Tell whether an address lies below one of the two and may get the key."""
        return any(
            origin == origin_of(url) and f"{path}/".startswith(f"{urlsplit(url).path}/")
            for url in (self.core_url, self.reports_url)
        )


@dataclass(frozen=True, slots=True)
class Deployment:
    """A region or server of Clockify, with the title to show for it."""

    name: str
    title: str
    hosts: Hosts


def _regional(name: str) -> Hosts:
    return Hosts(
        f"https://{name}.clockify.me/api/v1",
        f"https://{name}.clockify.me/report/v1",
    )


def subdomain(name: str) -> Hosts:
    """Find the hosts of a subdomain: ``acme``, or ``acme.clockify.me`` as a whole."""
    label = name.strip().lower().removesuffix(".clockify.me")
    if not _LABEL.fullmatch(label):
        title = tr("That cannot be a Clockify subdomain")
        advice = tr("Give the part before .clockify.me: letters, digits and hyphens.")
        raise UsageError(title, advice)
    return _regional(label)


def subdomain_of(hosts: Hosts) -> str:
    """Name the subdomain that the reports of a pair are at; ``""`` for none."""
    found = _REPORTS_OF_NAME.fullmatch(hosts.reports_url)
    name = found[1] if found else ""
    return "" if any(name == one.name for one in DEPLOYMENTS) else name


def within(region: Deployment, name: str) -> Deployment:
    """Find the mixed pair of a subdomain whose workspace is in a region."""
    hosts = Hosts(region.hosts.core_url, subdomain(name).reports_url)
    return Deployment(
        region.name, tr("{name} in {region}", name=name, region=region.title), hosts
    )


def own_pair(core_url: str, reports_url: str) -> Hosts:
    """Take a pair of addresses with their prefixes that a person entered."""
    return Hosts(core_url, reports_url)


def origin_of(url: str) -> Origin:
    """Parse the origin of an absolute http or https address, its host in lower case."""
    parts = urlsplit(url)
    port = parts.port or _DEFAULT_PORTS[parts.scheme]
    return Origin(parts.scheme, parts.hostname or "", port)


def _checked(url: str) -> str:
    text = url.strip().rstrip("/")
    reason = _what_is_wrong(text)
    if reason:
        # The address itself is not repeated: it might hold a password.
        title = tr("This address cannot be used for Clockify")
        raise UsageError(title, reason)
    return text


def _what_is_wrong(text: str) -> str:
    """Say why a key must not be sent to an address; ``""`` if it may."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return tr("It is not a whole address. Give one such as https://host/api/v1.")
    host = parts.hostname or ""
    if parts.scheme not in _DEFAULT_PORTS or not host or port == 0:
        return tr("Give the whole address, such as https://api.clockify.me/api/v1.")
    if parts.username is not None or parts.password is not None:
        return tr("Leave out the name and password before the @.")
    if parts.scheme == "http" and not _is_loopback(host):
        return tr("Use https: over http everybody on the way could read the key.")
    return _what_is_odd(text, parts, host)


def _what_is_odd(text: str, parts: SplitResult, host: str) -> str:
    if not text.isprintable():
        # ``urlsplit`` drops tabs and line breaks and does not say so.
        return tr("It holds a tab, a line break or another sign that is not seen.")
    if "?" in text or "#" in text:
        return tr("Leave out everything from the ? or # on.")
    # Of netloc too: the lower case of the Kelvin sign is a plain k. Only IPv6 stands in
    # brackets, and a zone behind it could be any text.
    is_name = _NAME.fullmatch(host) and "[" not in parts.netloc
    is_plain = parts.netloc.isascii() and "%" not in host
    if not is_plain or not (is_name or _is_address(host)):
        return tr("The name of the host holds something that does not belong there.")
    if not _PATH.fullmatch(parts.path):
        return tr(
            "The path behind the host holds something that does not belong there."
        )
    return ""


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (
        _is_address(host) and ipaddress.ip_address(host).is_loopback
    )


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


# At the end, because making them checks them.
GLOBAL = Hosts("https://api.clockify.me/api/v1", "https://reports.api.clockify.me/v1")
GERMANY = _regional("euc1")
USA = _regional("use2")
UK = _regional("euw2")
AUSTRALIA = _regional("apse2")
SANDBOX = _regional("developer")

DEPLOYMENTS = (
    Deployment("global", tr_context("region", "Standard"), GLOBAL),
    Deployment("euc1", tr("EU (Germany)"), GERMANY),
    Deployment("use2", tr("USA"), USA),
    Deployment("euw2", tr("UK"), UK),
    Deployment("apse2", tr("Australia"), AUSTRALIA),
    Deployment("developer", tr("Developer sandbox"), SANDBOX),
)
REGIONS = tuple(one for one in DEPLOYMENTS if one.hosts not in (GLOBAL, SANDBOX))
