"""The page as it is served: small, quick, strict about what it may load."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from gouache.studio import POLICY, STATIC
from tests.conftest import Server
from tests.studio.conftest import ELSEWHERE, opened

_MOST_BYTES = 300_000
_MOST_SECONDS = 3.0  # the aim is 1.0; machines of tests are slow and busy


def _files() -> list[Path]:
    return sorted(path for path in STATIC.rglob("*") if path.is_file())


def test_headers(server: Server) -> None:
    for path in ("/", "/studio/js/main.js", "/studio/css/base.css", "/studio/icons.svg"):
        response = httpx.get(server.url + path)
        assert response.status_code == 200
        assert response.headers["content-security-policy"] == POLICY
        assert response.headers["x-content-type-options"] == "nosniff"
        again = httpx.get(server.url + path, headers={"If-None-Match": response.headers["etag"]})
        assert again.status_code in (200, 304)
    assert "unsafe" not in POLICY
    assert httpx.head(f"{server.url}/").status_code == 200


@pytest.mark.parametrize(
    "path", ["/studio/", "/studio/js", "/studio/../studio.py", "/studio/%2e%2e/__init__.py", "/studio/x"]
)
def test_nothing_else_is_served(server: Server, path: str) -> None:
    assert httpx.get(server.url + path).status_code == 404


def test_nothing_inline_and_nobody_else() -> None:
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    for path in _files():
        text = path.read_text(encoding="utf-8")
        addresses = set(re.findall(r"https?://[^\s\"'`)]+", text)) - {"http://www.w3.org/2000/svg"}
        assert addresses == set(), path
        assert not re.search(r"\.(inner|outer)HTML|insertAdjacentHTML|\beval\(|document\.write", text), path


def test_modules_are_small() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in STATIC.glob("js/*.js")}
    assert max(lengths.values()) <= 200, lengths


def test_over_plain_http_from_another_machine(browser: Browser, server: Server) -> None:
    """Browsers keep some of their means from pages like this: the studio must not need them."""
    elsewhere = Server(server.url.replace("127.0.0.1", ELSEWHERE), server.data_dir)
    with opened(browser, elsewhere) as (page, _):
        assert not page.evaluate("isSecureContext")
        page.get_by_label("Prompt").fill("a ball")
        page.get_by_role("button", name="Draw", exact=True).click()
        page.wait_for_selector(".sheet > img")
        page.get_by_role("button", name="Copy the seed").click()
        expect(page.locator(".toast")).to_contain_text("Seed copied")


def test_weight_and_speed(browser: Browser, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())) if response.ok else None)
    page.goto(f"{server.url}/")
    page.wait_for_selector("html[data-ready]")
    seconds = page.evaluate("performance.getEntriesByName('interactive')[0].startTime") / 1000
    context.close()
    whole = sum(path.stat().st_size for path in _files())
    with capsys.disabled():
        print(f"\nstudio: {whole / 1000:.0f} KB in {len(_files())} files, interactive after {seconds:.2f} s")
    assert whole < _MOST_BYTES
    assert seconds < _MOST_SECONDS
