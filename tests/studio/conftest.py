"""A real browser on the studio; whatever it complains about fails the test that made it do so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, expect, sync_playwright

from tests.conftest import Server
from tests.node.conftest import node_folder as node_folder  # a fixture
from tests.studio.browser import find

_PATIENCE = 30_000  # milliseconds
ELSEWHERE = "studio.test"  # this machine, by a name that browsers do not trust as they trust 127.0.0.1


@pytest.fixture(scope="package")  # its event loop must be gone before other tests start theirs
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="package")
def browser(playwright: Playwright, request: pytest.FixtureRequest) -> Iterator[Browser]:
    found = find(lambda: request.getfixturevalue("node_folder"))
    arguments = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"]
    environment: dict[str, str | float | bool] = {**os.environ, **found.environment}
    running = playwright.chromium.launch(executable_path=found.program, args=arguments, env=environment)
    yield running
    running.close()


class Watch:
    """What must not happen on a page: errors in the console, scripts that break, requests to anybody else.

    A refused request is logged by the browser itself; `expected` are parts of messages that a test provokes.
    """

    def __init__(self, page: Page, origin: str) -> None:
        self.origin = origin
        self.expected: list[str] = []
        self.seen: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.seen.append(f"script: {error}"))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and f"{address.scheme}://{address.netloc}" != self.origin:
            self.seen.append(f"request to {request.url}")

    def complaints(self) -> list[str]:
        return [text for text in self.seen if not any(part in text for part in self.expected)]


def stroke(page: Page, selector: str, *points: tuple[float, float]) -> None:
    """Drag over an element, through points in fractions of it."""
    frame = page.locator(selector).bounding_box()
    assert frame
    places = [(frame["x"] + x * frame["width"], frame["y"] + y * frame["height"]) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()


@contextmanager
def opened(browser: Browser, server: Server, **options: Any) -> Iterator[tuple[Page, Watch]]:
    """The studio of a server in a window of its own."""
    context = browser.new_context(**{"viewport": {"width": 1360, "height": 860}, **options})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    watch = Watch(page, server.url)
    page.goto(f"{server.url}/")
    page.wait_for_selector("html[data-ready]")
    yield page, watch
    assert watch.complaints() == []
    context.close()


@pytest.fixture
def studio(browser: Browser, server: Server) -> Iterator[Page]:
    """The studio of the open server."""
    with opened(browser, server, accept_downloads=True) as (page, _):
        yield page


@pytest.fixture
def watched(browser: Browser, server: Server) -> Iterator[tuple[Page, Watch]]:
    """The same, for tests that provoke refusals."""
    with opened(browser, server) as both:
        yield both


@pytest.fixture(scope="session")
def axe(node_folder: Path) -> str:
    """The source of axe-core."""
    return (node_folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
