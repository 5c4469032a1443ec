import pytest

from clockify_desktop.api import hosts
from clockify_desktop.api.hosts import GLOBAL, Hosts, Origin, origin_of, own_pair
from clockify_desktop.domain.errors import UsageError


def test_the_known_deployments() -> None:
    assert (
        Hosts("https://api.clockify.me/api/v1", "https://reports.api.clockify.me/v1")
        == GLOBAL
    )
    assert {one.name: one.hosts.reports_url for one in hosts.DEPLOYMENTS} == {
        "global": "https://reports.api.clockify.me/v1",
        "euc1": "https://euc1.clockify.me/report/v1",
        "use2": "https://use2.clockify.me/report/v1",
        "euw2": "https://euw2.clockify.me/report/v1",
        "apse2": "https://apse2.clockify.me/report/v1",
        "developer": "https://developer.clockify.me/report/v1",
    }
    assert [one.title for one in hosts.DEPLOYMENTS][:3] == [
        "Standard",
        "EU (Germany)",
        "USA",
    ]


@pytest.mark.parametrize("name", ["acme", " ACME ", "acme.clockify.me"])
def test_a_subdomain(name: str) -> None:
    assert hosts.subdomain(name).core_url == "https://acme.clockify.me/api/v1"


@pytest.mark.parametrize("region", hosts.REGIONS)
def test_a_subdomain_in_a_region_is_a_mixed_pair(region: hosts.Deployment) -> None:
    found = hosts.within(region, "acme")
    assert found.hosts == Hosts(
        f"https://{region.name}.clockify.me/api/v1",
        "https://acme.clockify.me/report/v1",
    )
    assert found.title == f"acme in {region.title}"
    assert hosts.subdomain_of(found.hosts) == "acme"


def test_which_subdomain_a_pair_is_of() -> None:
    assert hosts.subdomain_of(hosts.subdomain("acme")) == "acme"
    for one in hosts.DEPLOYMENTS:
        assert hosts.subdomain_of(one.hosts) == ""
    other = "https://acme.clockify.me.example/report/v1"
    assert hosts.subdomain_of(own_pair(other, other)) == ""


@pytest.mark.parametrize(
    "name", ["", "a.b", "evil.example/x", "-a", "a@b", "a#", "ü", "a" * 64]
)
def test_no_subdomain(name: str) -> None:
    with pytest.raises(UsageError, match="subdomain"):
        hosts.subdomain(name)


@pytest.mark.parametrize(
    "url",
    [
        "https://clockify.example/api/v1",
        "https://clockify.example:8443/a-b/v1.2",
        "http://127.0.0.1:8080/api/v1",
        "http://127.9.9.9/api/v1",
        "http://localhost/api/v1",
        "http://[::1]:5000/api/v1",
        "https://[2001:db8::1]/api/v1",
        "https://xn--bcher-kva.example/api/v1",
    ],
)
def test_an_address_that_may_see_the_key(url: str) -> None:
    assert own_pair(url, f" {url}/ ") == Hosts(url, url)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", "whole address"),
        ("clockify.example", "whole address"),
        ("ftp://clockify.example", "whole address"),
        ("https://", "whole address"),
        ("https://host:0/api", "whole address"),
        ("https://host:99999/api", "whole address"),
        ("https://host:port/api", "whole address"),
        ("https://[::1/api", "whole address"),
        ("http://clockify.example/api/v1", "https"),
        ("http://127.0.0.1.example/api/v1", "https"),
        ("http://localhost.example/api/v1", "https"),
        ("http://128.0.0.1/api/v1", "https"),
        ("https://me:pass@host/api", "password"),
        ("https://me@host/api", "password"),
        ("https://@host/api", "password"),
        ("https://host/api?x=1", r"\?"),
        ("https://host/api#x", "#"),
        ("https://host/api?", r"\?"),
        ("https://ho st/api", "host"),
        ("https://host..example/api", "host"),
        ("https://hóst.example/api", "host"),
        ("https://cloc\N{KELVIN SIGN}ify.example/api", "host"),
        ("https://[v1.x]/api", "host"),
        ("http://[::1%lo]/api", "host"),
        ("https://[::1%evil.example:80]/api", "host"),
        ("https://[fe80::1%25eth0]/api", "host"),
        ("https://host/../api", "path"),
        ("https://host/a//b", "path"),
        ("https://host/{workspace}", "path"),
        ("https://host/a%2Fb", "path"),
        ("https://host:\t8443/api", "not seen"),
        ("https://ho\nst/api", "not seen"),
        ("https://host/a\rpi", "not seen"),
    ],
)
def test_an_address_that_may_not(url: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason) as caught:
        own_pair(GLOBAL.core_url, url)
    assert "pass@" not in str(caught.value)


def test_origins() -> None:
    assert GLOBAL.origins == {
        Origin("https", "api.clockify.me", 443),
        Origin("https", "reports.api.clockify.me", 443),
    }
    one = own_pair("http://[::1]/api/v1", "http://[::1]:80/report/v1")
    assert one.origins == {Origin("http", "::1", 80)}
    assert origin_of("https://HOST:1/x") == Origin("https", "host", 1)
    assert origin_of("http://localhost").on_loopback
    assert not origin_of("https://localhost.example").on_loopback
