import pytest

from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.services.connection import from_environment

CORE = "http://127.0.0.1:8080/api/v1"
REPORTS = "http://127.0.0.1:8080/report/v1"


def test_nothing_set_means_an_account() -> None:
    assert from_environment({}) is None
    assert from_environment({"CLOCKIFY_API_KEY": "", "CLOCKIFY_API_URL": ""}) is None


def test_the_key_alone_means_the_global_host() -> None:
    found = from_environment({"CLOCKIFY_API_KEY": "canary-key"})
    assert found is not None
    assert found.hosts == GLOBAL
    assert found.credential == ApiKey("canary-key")
    assert "canary" not in repr(found)


def test_both_addresses_with_their_prefixes() -> None:
    found = from_environment(
        {
            "CLOCKIFY_API_KEY": "canary-key",
            "CLOCKIFY_API_URL": CORE,
            "CLOCKIFY_REPORTS_URL": REPORTS,
        }
    )
    assert found is not None
    assert (found.hosts.core_url, found.hosts.reports_url) == (CORE, REPORTS)


@pytest.mark.parametrize(
    ("environment", "title"),
    [
        (
            {"CLOCKIFY_API_KEY": "canary-key", "CLOCKIFY_API_URL": CORE},
            "CLOCKIFY_API_URL is set, CLOCKIFY_REPORTS_URL is not",
        ),
        (
            {"CLOCKIFY_REPORTS_URL": REPORTS},
            "CLOCKIFY_REPORTS_URL is set, CLOCKIFY_API_URL is not",
        ),
        (
            {"CLOCKIFY_API_URL": CORE, "CLOCKIFY_REPORTS_URL": REPORTS},
            "CLOCKIFY_API_URL is set, CLOCKIFY_API_KEY is not",
        ),
        ({"CLOCKIFY_API_KEY": "canary\nkey"}, "does not look like"),
    ],
)
def test_what_is_wrong_whatever_a_server_says(
    environment: dict[str, str], title: str
) -> None:
    with pytest.raises(UsageError, match=title) as refused:
        from_environment(environment)
    assert "canary" not in str(refused.value)
