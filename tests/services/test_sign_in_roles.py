"""Signing in against the sample server: every kind of key tells its role."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from functools import partial

import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey, Credential
from clockify_desktop.api.errors import KeyUnknownError
from clockify_desktop.api.hosts import Hosts, own_pair
from clockify_desktop.sample.keys import MANAGER_KEY, MEMBER_KEY, OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import SignedIn
from clockify_desktop.services.sign_in import test_connection as connect

HOSTS = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def sign_in(key: str) -> SignedIn:
    app = create_app(Organisation.generate(NOW, days=14))

    def opened(
        hosts: Hosts, credential: Credential
    ) -> AbstractAsyncContextManager[Clockify]:
        return partial(open_clockify, asgi_app=app, rate_a_second=1000)(
            hosts, credential
        )

    return asyncio.run(connect(HOSTS, ApiKey(key), opened))


@pytest.mark.parametrize(
    ("key", "role"),
    [
        (OWNER_KEY, Role.OWNER),
        (MANAGER_KEY, Role.ADMIN),
        (MEMBER_KEY, Role.MEMBER),
    ],
)
def test_every_kind_of_key(key: str, role: Role) -> None:
    assert sign_in(key).workspaces[0].role is role


def test_an_unknown_key() -> None:
    with pytest.raises(KeyUnknownError):
        sign_in("canary-that-nobody-knows")
