"""Whose word on scheme, host and client counts."""

from __future__ import annotations

from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from gouache.api import proxy

TRUSTED = (ip_network("10.0.0.0/8"), ip_network("::1"))
CHAIN = "203.0.113.7, 198.51.100.9, 10.0.0.2"


def seen(headers: list[tuple[str, str]], peer: str = "10.0.0.1") -> tuple[str, str]:
    """The base URL and the client as a route sees them, behind a peer."""
    app = FastAPI()
    app.state.services = SimpleNamespace(settings=SimpleNamespace(trusted_proxies=TRUSTED))
    proxy.install(app)

    @app.get("/")
    def told(request: Request) -> tuple[str, str]:
        return str(request.base_url), request.client.host if request.client else ""

    base, client = TestClient(app, client=(peer, 1), base_url="http://inner:8000").get("/", headers=headers).json()
    return base, client


def test_a_trusted_proxy_is_believed() -> None:
    headers = [("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "art.example")]
    assert seen(headers) == ("https://art.example/", "203.0.113.7")


@pytest.mark.parametrize("peer", ["192.0.2.1", "::2", "testclient"])
@pytest.mark.parametrize("header", [("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example")])
def test_nobody_else_is(peer: str, header: tuple[str, str]) -> None:
    assert seen([header], peer) == ("http://inner:8000/", peer)


@pytest.mark.parametrize("peer", ["::1", "::ffff:10.0.0.1"])
def test_peers_over_ipv6(peer: str) -> None:
    assert seen([("X-Forwarded-Host", "art.example")], peer)[0] == "http://art.example/"


FORWARDED = [
    ("for=203.0.113.7;proto=https;host=art.example", ("https://art.example/", "203.0.113.7")),
    ('For="[2001:db8::1]:4711";Proto=HTTPS;Host="art.example:8443"', ("https://art.example:8443/", "2001:db8::1")),
    ("for=1.1.1.1;host=evil.example, for=203.0.113.7;host=art.example;proto=https",
     ("https://art.example/", "203.0.113.7")),
    ("for=203.0.113.7;host=art.example;proto=https, for=10.0.0.2;host=inner2;proto=http",
     ("https://art.example/", "203.0.113.7")),
    ("for=unknown;proto=https", ("https://inner:8000/", "10.0.0.1")),
    ("for=_hidden;proto=https", ("https://inner:8000/", "10.0.0.1")),
    ("for=203.0.113.7;proto=gopher;host=a/b", ("http://inner:8000/", "203.0.113.7")),
    ('for="203.0.113.7;host=evil.example', ("http://inner:8000/", "10.0.0.1")),
    ("nonsense", ("http://inner:8000/", "10.0.0.1")),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), FORWARDED)
def test_rfc_7239(value: str, expected: tuple[str, str]) -> None:
    assert seen([("Forwarded", value)]) == expected


def test_forwarded_wins() -> None:
    both = [("X-Forwarded-Host", "old.example"), ("Forwarded", "host=new.example")]
    assert seen(both)[0] == "http://new.example/"


def test_of_a_chain_only_what_trusted_proxies_wrote() -> None:
    assert seen([("X-Forwarded-For", CHAIN)])[1] == "198.51.100.9"
    lists = [("X-Forwarded-For", CHAIN), ("X-Forwarded-Proto", "gopher, https, http"),
             ("X-Forwarded-Host", "evil.example, art.example, inner2")]  # fmt: skip
    assert seen(lists)[0] == "https://art.example/"


def test_one_word_counts_for_the_whole_chain() -> None:
    headers = [("X-Forwarded-For", "198.51.100.9, 10.0.0.2"), ("X-Forwarded-Proto", "https")]
    assert seen(headers) == ("https://inner:8000/", "198.51.100.9")


@pytest.mark.parametrize("host", ["evil.example/x", "a b", "user@evil.example", "", "a:99999999"])
def test_a_host_is_a_host(host: str) -> None:
    assert seen([("X-Forwarded-Host", host)])[0] == "http://inner:8000/"
