"""Bad certificates of every kind, shown by a real server on loopback."""

import asyncio
import ipaddress
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.api import network_errors
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.network_errors import certificate_error

x509 = pytest.importorskip(
    "cryptography.x509", reason="it comes with the password store of Linux"
)
from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec, rsa  # noqa: E402
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: E402

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
ADDRESS = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
PEM = serialization.Encoding.PEM
KEY_FORM = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()


@dataclass
class Issued:
    """A certificate with its key."""

    certificate: Any
    key: Any

    @property
    def pem(self) -> bytes:
        return bytes(self.certificate.public_bytes(PEM))


def named(name: str) -> Any:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def issue(
    name: str,
    by: Issued | None = None,
    *,
    authority: bool = False,
    begins: timedelta = -DAY,
    ends: timedelta = DAY,
    place: Any = ADDRESS,
    purpose: Any = ExtendedKeyUsageOID.SERVER_AUTH,
    key: Any = None,
) -> Issued:
    """Issue a certificate; one without an issuer signs itself."""
    own = key or ec.generate_private_key(ec.SECP256R1())
    signer, issuer = (by.key, by.certificate.subject) if by else (own, named(name))
    signer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    builder = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(issuer)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + begins)
        .not_valid_after(NOW + ends)
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False
        )
        .add_extension(signer_id, critical=False)
    )
    if not authority:
        builder = builder.add_extension(
            x509.SubjectAlternativeName([place]), critical=False
        ).add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
    return Issued(builder.sign(signer, hashes.SHA256()), own)


ROOT = issue("a root that is trusted", authority=True)
MIDDLE = issue("between", ROOT, authority=True)
STRANGER = issue("a root that is not trusted", authority=True)


def shown(leaf: Issued, *chain: Issued) -> bytes:
    """Put together what a server shows, its key first."""
    key = leaf.key.private_bytes(PEM, *KEY_FORM)
    return b"".join([bytes(key), leaf.pem, *(one.pem for one in chain)])


def weak() -> Any:
    return rsa.generate_private_key(65537, 1024)  # noqa: S505 - weak on purpose


KINDS: dict[
    str, tuple[Callable[[], bytes], type[network_errors.CertificateError], str]
] = {
    "expired": (
        lambda: shown(issue("x", ROOT, begins=-9 * DAY, ends=-DAY)),
        network_errors.CertificateDateError,
        "its certificate has expired",
    ),
    "not yet valid": (
        lambda: shown(issue("x", ROOT, begins=DAY, ends=9 * DAY)),
        network_errors.CertificateDateError,
        "its certificate is not valid yet",
    ),
    "another address": (
        lambda: shown(
            issue("x", ROOT, place=x509.IPAddress(ipaddress.ip_address("127.0.0.2")))
        ),
        network_errors.CertificateNameError,
        "its certificate is for another address",
    ),
    "self-signed": (
        lambda: shown(issue("x")),
        network_errors.CertificateIssuerError,
        "it made its certificate itself",
    ),
    "unknown issuer": (
        lambda: shown(issue("x", STRANGER), STRANGER),
        network_errors.CertificateIssuerError,
        "its certificate is from an unknown issuer",
    ),
    "missing between": (
        lambda: shown(issue("x", MIDDLE)),
        network_errors.CertificateChainError,
        "its certificate leads to no known issuer",
    ),
    "for clients": (
        lambda: shown(issue("x", ROOT, purpose=ExtendedKeyUsageOID.CLIENT_AUTH)),
        network_errors.CertificateUnfitError,
        "its certificate is not made for servers",
    ),
    "weak key": (
        lambda: shown(issue("x", ROOT, key=weak())),
        network_errors.CertificateUnfitError,
        "the key of its certificate is too weak",
    ),
}


@dataclass
class Server:
    """A server on loopback that shows a certificate."""

    path: Path
    key: str
    seen: list[bytes] = field(default_factory=list)
    """What it was sent, decrypted."""

    def check(self, pem: bytes, host: str = "127.0.0.1") -> None:
        """Show a certificate to one client that asks for the profile."""
        self.path.write_bytes(pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        # A server that shows a weak key has to be willing to.
        context.set_ciphers("DEFAULT@SECLEVEL=0")
        context.load_cert_chain(self.path)

        async def main() -> None:
            server = await asyncio.start_server(
                self._answer, "127.0.0.1", 0, ssl=context
            )
            async with server:
                url = f"https://{host}:{server.sockets[0].getsockname()[1]}/api/v1"
                key = ApiKey(self.key)
                async with open_clockify(own_pair(url, url), key) as clockify:
                    assert (await clockify.user()).id == "u"

        asyncio.run(main())

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            self.seen.append(await reader.readuntil(b"\r\n\r\n"))
            writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"id": "u"}')
        writer.close()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> Server:
    roots = tmp_path / "roots.pem"
    roots.write_bytes(ROOT.pem)
    # Where OpenSSL looks for the system's certificates.
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return Server(tmp_path / "server.pem", key)


def test_a_good_one_is_trusted(server: Server, key: str) -> None:
    server.check(shown(issue("x", MIDDLE), MIDDLE))
    (sent,) = server.seen
    assert key.encode() in sent


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_that_failed_is_named(server: Server, kind: str) -> None:
    pem, error, words = KINDS[kind]
    with pytest.raises(network_errors.CertificateError) as caught:
        server.check(pem())
    assert type(caught.value) is error
    assert words in caught.value.title
    clock = "clock" in caught.value.advice
    assert clock == (error is network_errors.CertificateDateError)
    assert caught.value.advice.startswith("Nothing was sent. ")
    assert server.seen == []


def test_another_name(server: Server) -> None:
    pem = shown(issue("x", ROOT, place=x509.DNSName("elsewhere.example")))
    with pytest.raises(network_errors.CertificateNameError, match="for another name"):
        server.check(pem, "localhost")
    assert server.seen == []


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        (50, "application verification failure.", "application verification failure"),
        (0x800B0101, "A required certificate is not within its validity period.", "A"),
        (0, "", "its certificate was refused"),
    ],
)
def test_a_check_without_a_name_keeps_the_systems_words(
    code: int, words: str, said: str
) -> None:
    error = certificate_error(RequestInfo("GET", "/user", "host.example"), code, words)
    assert type(error) is network_errors.CertificateError
    assert f"({said}" in error.title
    assert ".)" not in error.title
    assert "clock" in error.advice
