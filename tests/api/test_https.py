"""A server with a certificate of its own, behind a proxy and at a public URL: every link leads back to it."""

from __future__ import annotations

import ipaddress
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.conftest import Server, launch

DRAWING = {"prompt": "a red apple", "style": "vector_illustration"}
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="
PUBLIC = "https://art.example/gouache"
REPLICATE = "/replicate/v1/models/recraft-ai/recraft-v3-svg/predictions"
QUEUED: dict[str, tuple[str, dict[str, Any]]] = {
    "segmind": ("/v2/recraft-v3-svg", {"prompt": "a cup"}),
    "segmind, mounted": ("/segmind/v2/recraft-v3-svg", {"prompt": "a cup"}),
    "replicate": (REPLICATE, {"input": {"prompt": "a cup"}}),
    "fal": ("/fal/queue/fal-ai/recraft/v3/text-to-image", DRAWING),
    "segmind, upload": ("/upload-asset", {"data_urls": [PIXEL]}),
}
FINISHED: dict[str, tuple[str, dict[str, Any]]] = {
    "recraft": ("/v1/images/generations", DRAWING),
    "aimlapi": ("/v1/images/generations", {**DRAWING, "model": "recraft-v3"}),
    "segmind": ("/v1/recraft-v3-svg", {"prompt": "a cup"}),
    "replicate": (REPLICATE, {"input": {"prompt": "a cup"}}),
    "fal": ("/fal/run/fal-ai/recraft/v3/text-to-image", DRAWING),
}


@pytest.fixture(scope="session")
def pair(scratch: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "gouache")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    cert, secret = scratch / "cert.pem", scratch / "key.pem"
    cert.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain))
    return cert, secret


@pytest.fixture(scope="session")
def verify(pair: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(pair[0]))


@pytest.fixture(scope="module")
def secure(
    scratch: Path, pair: tuple[Path, Path], verify: ssl.SSLContext, fresh_database: Callable[[], str]
) -> Iterator[Server]:
    """An open https server that trusts proxies on this machine."""
    options = ("--open", "--workers", "1", "--tls-cert", str(pair[0]), "--tls-key", str(pair[1]))
    running, process = launch(
        scratch / "secure", *options, verify=verify,
        GOUACHE_DATABASE_URL=fresh_database(), GOUACHE_TRUSTED_PROXIES="192.0.2.0/24, 127.0.0.1",
    )  # fmt: skip
    yield running
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="module")
def public(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server at a public URL with a path; nothing is drawn."""
    running, process = launch(
        scratch / "public", "--open", "--workers", "0",
        GOUACHE_DATABASE_URL=fresh_database(), GOUACHE_PUBLIC_URL=f"{PUBLIC}/",
    )  # fmt: skip
    yield running
    process.terminate()
    process.wait(30)


def links(response: httpx.Response) -> list[str]:
    """Every URL in a reply, but for those that replies of the vendor show to people."""
    assert response.is_success, response.text
    found = re.findall(r'"((?:https?:/|)/[^"]*)"', response.text)
    assert found
    return [link for link in found if not link.startswith("https://replicate.com/")]


@pytest.mark.parametrize("door", FINISHED)
def test_pictures_over_https(secure: Server, verify: ssl.SSLContext, door: str) -> None:
    path, body = FINISHED[door]
    with httpx.Client(verify=verify, timeout=60, headers={"Prefer": "wait"}) as client:
        found = links(client.post(secure.url + path, json=body))
        pictures = [link for link in found if "/rs:fit:" in link]
        assert all(link.startswith(f"{secure.url}/") for link in found)
        assert {client.get(link).headers["content-type"] for link in pictures} == {"image/svg+xml"}


@pytest.mark.parametrize("door", QUEUED)
def test_links_behind_a_proxy(secure: Server, verify: ssl.SSLContext, door: str) -> None:
    path, body = QUEUED[door]
    told = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "art.example:81", "X-Forwarded-For": "203.0.113.7"}
    found = links(httpx.post(secure.url + path, json=body, headers=told, verify=verify))
    assert all(link.startswith("http://art.example:81/") for link in found)


@pytest.mark.parametrize("door", QUEUED)
def test_nobody_is_believed_by_default(server: Server, door: str) -> None:
    path, body = QUEUED[door]
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    found = links(httpx.post(server.url + path, json=body, headers=told))
    assert all(link.startswith(f"{server.url}/") for link in found)


@pytest.mark.parametrize("door", QUEUED)
def test_links_at_the_public_url(public: Server, door: str) -> None:
    path, body = QUEUED[door]
    found = links(httpx.post(public.url + path, json=body, headers={"X-Forwarded-Host": "evil.example"}))
    assert all(link.startswith(f"{PUBLIC}/") and "//" not in link[8:].partition("abs:")[0] for link in found)


@pytest.mark.parametrize(
    ("options", "word"),
    [(["--tls-cert", "{cert}"], "its key"), (["--tls-cert", "{key}", "--tls-key", "{cert}"], "cannot serve https"),
     (["--tls-cert", "nowhere.pem", "--tls-key", "{key}"], "nowhere.pem")],
)  # fmt: skip
def test_a_pair_that_cannot_serve(pair: tuple[Path, Path], options: list[str], word: str) -> None:
    arguments = [option.format(cert=pair[0], key=pair[1]) for option in options]
    done = subprocess.run([sys.executable, "-m", "gouache", "serve", *arguments], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("gouache: ")
    assert word in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("PUBLIC_URL", "art.example"), ("PUBLIC_URL", "ftp://art.example"), ("PUBLIC_URL", "https://art.example/?a=1"),
     ("TRUSTED_PROXIES", "everybody")],
)  # fmt: skip
def test_wrong_settings_are_said_in_one_line(name: str, value: str) -> None:
    environment = {**os.environ, f"GOUACHE_{name}": value}
    done = subprocess.run([sys.executable, "-m", "gouache", "serve"], env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"gouache: GOUACHE_{name}: ")
    assert done.stderr.count("\n") == 1
