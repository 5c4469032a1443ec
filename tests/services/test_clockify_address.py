import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.hosts import (
    AUSTRALIA,
    DEPLOYMENTS,
    GERMANY,
    GLOBAL,
    SANDBOX,
    UK,
    USA,
    Hosts,
    subdomain,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.services.clockify_address import (
    own_addresses,
    read_address,
    title_of,
)

ACME = subdomain("acme")
# The region's core, and the reports of the name.
ACME_IN_GERMANY = Hosts(
    "https://euc1.clockify.me/api/v1", "https://acme.clockify.me/report/v1"
)


@pytest.mark.parametrize(
    ("pasted", "hosts", "sure"),
    [
        # documented
        ("https://api.clockify.me/api/v1", GLOBAL, True),
        ("https://reports.api.clockify.me/v1", GLOBAL, True),
        ("https://euc1.clockify.me/api/v1", GERMANY, True),
        ("https://use2.clockify.me/report/v1", USA, True),
        ("https://developer.clockify.me/api/v1", SANDBOX, True),
        ("https://acme.clockify.me/tracker", ACME, True),
        # seen
        ("https://app.clockify.me/tracker", GLOBAL, False),
        ("  https://app.clockify.me/reports/summary?start=x#y \n", GLOBAL, False),
        ("https://app.clockify.me/tracker/64a687e29ae1f428e7ebe303", GLOBAL, False),
        # guessed
        ("https://euc1.app.clockify.me/tracker", GERMANY, True),
        ("https://app.euw2.clockify.me", UK, True),
        ("https://clockify.me/login", GLOBAL, False),
        ("https://www.clockify.me", GLOBAL, False),
        ("https://acme.app.clockify.me/tracker", ACME, True),
        # as people paste
        ("app.clockify.me", GLOBAL, False),
        ("ACME.Clockify.me/dashboard", ACME, True),
        ("<https://acme.clockify.me.>", ACME, True),
        ('"https://acme.clockify.me"', ACME, True),
        ("http://acme.clockify.me:80/tracker", ACME, True),
        ("acme", ACME, True),
        ("https://acme.euc1.clockify.me/tracker", ACME_IN_GERMANY, True),
        ("acme.euc1.clockify.me", ACME_IN_GERMANY, True),
        ("Acme.EUC1", ACME_IN_GERMANY, True),
        ("app.euc1", GERMANY, True),
        ("euc1", GERMANY, True),
        ("EU", GERMANY, True),
        ("EU (Germany)", GERMANY, True),
        ("Australia", AUSTRALIA, True),
        ("au", AUSTRALIA, True),
        ("standard", GLOBAL, True),
        ("us", USA, True),
    ],
)
def test_the_forms_people_paste(pasted: str, hosts: Hosts, sure: bool) -> None:  # noqa: FBT001 - a column of the table
    found = read_address(pasted)
    assert (found.hosts, found.sure) == (hosts, sure)


@pytest.mark.parametrize(
    ("pasted", "title"),
    [
        ("", "The address of your Clockify is missing"),
        ('  ""  ', "The address of your Clockify is missing"),
        ("two words", "That is not an address"),
        ("https://", "That is not an address"),
        ("https://[::1", "That is not an address"),
        ("mia@acme.example", "That looks like an e-mail address or holds a password"),
        (
            "https://app.clockify.me@evil.example/",
            "That looks like an e-mail address or holds a password",
        ),
        ("https://clockify.me.evil.example", "That is not an address of Clockify"),
        ("https://evilclockify.me/tracker", "That is not an address of Clockify"),
        ("https://acme", "That is not an address of Clockify"),
        ("https://acme.cake.com", "That is the address of CAKE.com, not of Clockify"),
        (
            "https://acme.europe.clockify.me",
            "That address of Clockify is of a form not known here",
        ),
        ("euc1.use2.clockify.me", "That cannot be a Clockify subdomain"),
        ("docs.euc1", "That is a page about Clockify"),
        # Not every two words are a name and a region.
        ("https://acme.euc1", "That is not an address of Clockify"),
        ("acme.eu", "That is not an address of Clockify"),
        ("https://docs.clockify.me", "That is a page about Clockify"),
        ("help", "That is a page about Clockify"),
        ("a_b.clockify.me", "That cannot be a Clockify subdomain"),
    ],
)
def test_what_is_no_address_says_why(pasted: str, title: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_address(pasted)
    assert caught.value.title == title


@given(st.text("ABCDEFghijkl0123456789", min_size=48, max_size=48))
def test_a_key_in_the_wrong_field_becomes_no_host_and_is_not_repeated(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_address(key)
    assert key not in str(caught.value)
    assert key.lower() not in str(caught.value)


@given(st.text(max_size=80))
def test_whatever_is_pasted_leads_to_clockify_or_to_an_error(text: str) -> None:
    try:
        found = read_address(text)
    except UsageError:
        return
    for origin in found.hosts.origins:
        assert origin.scheme == "https"
        assert origin.host.endswith(".clockify.me")


def test_titles() -> None:
    for one in DEPLOYMENTS:
        assert title_of(one.hosts) == one.title
    assert title_of(ACME) == "acme.clockify.me"
    assert title_of(ACME_IN_GERMANY) == "acme in EU (Germany)"


def test_own_addresses() -> None:
    both = own_addresses("https://c.example/a/v1/", " https://r.example/v1 ")
    assert both.hosts == Hosts("https://c.example/a/v1", "https://r.example/v1")
    assert both.title == "c.example"
    one = own_addresses(" http://127.0.0.1:8000/api/v1/ ")
    assert one.hosts.reports_url == "http://127.0.0.1:8000/report/v1"
    assert one.title == "127.0.0.1:8000"


def test_own_addresses_refuse_what_a_key_may_not_be_sent_to() -> None:
    with pytest.raises(UsageError, match="address of the reports is missing"):
        own_addresses("https://c.example/other")
    with pytest.raises(UsageError, match="cannot be used"):
        own_addresses("http://c.example/api/v1")
