"""Which web pages may call the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.conftest import Server, launch

PAGE = "https://page.example"
PATHS = [
    "/v1/images/generations", "/v2/recraft-v3", "/fal/queue/fal-ai/recraft-v3", "/fal/proxy", "/storage/auth/token",
    "/replicate/v1/predictions", "/aimlapi/v1/images/generations", "/upload-asset",
]  # fmt: skip


def preflight(server: Server, path: str, origin: str) -> str | None:
    """The origin that a page is told it may use."""
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "authorization,content-type,x-fal-target-url"}  # fmt: skip
    answer = httpx.options(server.url + path, headers=asked)
    return answer.headers.get("access-control-allow-origin") if answer.status_code == 200 else None


@pytest.mark.parametrize("path", PATHS)
def test_a_server_that_wants_keys_serves_every_page(closed_server: Server, path: str) -> None:
    assert preflight(closed_server, path, PAGE) == "*"
    answer = httpx.post(closed_server.url + path, json={}, headers={"Origin": PAGE})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "x-request-id" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("path", PATHS)
def test_an_open_server_serves_pages_of_this_machine(server: Server, path: str) -> None:
    assert preflight(server, path, PAGE) is None
    for origin in ("http://localhost:3000", "http://127.0.0.1:5173", "https://[::1]"):
        assert preflight(server, path, origin) == origin
    for origin in ("http://localhost.evil.example", "http://127.0.0.1.evil.example", "null"):
        assert preflight(server, path, origin) is None


@pytest.mark.parametrize("path", ["/metrics", "/ready", "/studio/api/jobs"])
def test_other_paths_are_not_shared(closed_server: Server, path: str) -> None:
    answer = httpx.get(closed_server.url + path, headers={"Origin": PAGE})
    assert "access-control-allow-origin" not in answer.headers


@pytest.fixture(scope="module")
def named(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """An open server for the pages of one origin."""
    running, process = launch(
        scratch / "cors", "--open", "--workers", "0",
        GOUACHE_DATABASE_URL=fresh_database(), GOUACHE_CORS_ORIGINS=f'["{PAGE}"]',
    )  # fmt: skip
    yield running
    process.terminate()
    process.wait(30)


def test_origins_can_be_named(named: Server) -> None:
    assert preflight(named, PATHS[0], PAGE) == PAGE
    assert preflight(named, PATHS[0], "http://localhost:3000") is None


def test_what_caches_keep_depends_on_the_page(named: Server) -> None:
    assert "origin" in httpx.get(f"{named.url}/v1/models").headers["vary"].lower()
