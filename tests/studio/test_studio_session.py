"""Signing in on a server that wants a key, in a real browser; the key stays in the tab."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Server
from tests.studio.conftest import Watch, opened


@pytest.fixture(scope="module")
def key(closed_server: Server) -> str:
    return closed_server.shell("keys", "create", "--account", f"studio-{uuid.uuid4().hex[:6]}").split()[-1]


@pytest.fixture
def gate(browser: Browser, closed_server: Server) -> Iterator[tuple[Page, Watch]]:
    with opened(browser, closed_server) as both:
        yield both


def sign_in(page: Page, key: str) -> None:
    page.get_by_label("API key", exact=True).fill(key)
    page.get_by_role("button", name="Sign in").click()


def test_a_key_is_asked_for_and_kept_in_the_tab(gate: tuple[Page, Watch], key: str) -> None:
    page, watch = gate
    watch.expected = ["401"]
    expect(page.get_by_role("dialog", name="Sign in with your API key")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_label("API key", exact=True)).to_be_visible()
    sign_in(page, "gou_wrong")
    expect(page.get_by_role("alert").filter(has_text="does not know this key")).to_be_visible()
    sign_in(page, key)
    expect(page.locator("#balance")).to_have_text("1,000,000 units")
    page.get_by_label("Prompt").fill("a ball")
    page.get_by_role("button", name="Draw", exact=True).click()
    page.wait_for_selector(".sheet > img")
    expect(page.locator("#balance")).to_have_text("999,960 units")
    assert page.evaluate("Object.values(sessionStorage).join()") == key
    assert key not in page.evaluate("Object.values(localStorage).join()")
    assert key not in page.url
    page.reload()
    expect(page.locator("#balance")).to_have_text("999,960 units")
    page.get_by_role("link", name="Account", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("API key", exact=True)).to_be_visible()


def test_keys_are_made_shown_once_and_revoked(gate: tuple[Page, Watch], key: str) -> None:
    page, _ = gate
    sign_in(page, key)
    page.get_by_role("link", name="Account", exact=True).click()
    page.get_by_role("button", name="New key").click()
    page.get_by_role("button", name="Make the key").click()
    expect(page.get_by_role("alert").filter(has_text="Give it a name.")).to_be_visible()
    page.get_by_label("Name", exact=True).fill("the shop")
    page.get_by_role("button", name="Make the key").click()
    made = page.locator("#new-key").inner_text()
    assert made.startswith("gou_")
    page.get_by_role("button", name="Done").click()
    row = page.get_by_role("row", name="the shop")
    expect(row).to_contain_text("Active")
    assert made not in page.content()
    row.get_by_role("button", name="Revoke the shop").click()
    page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
    expect(row).to_contain_text("Revoked")


def test_a_revoked_key_asks_again(gate: tuple[Page, Watch], closed_server: Server) -> None:
    page, watch = gate
    watch.expected = ["401"]
    doomed = closed_server.shell("keys", "create", "--account", f"doomed-{uuid.uuid4().hex[:6]}").split()[-1]
    sign_in(page, doomed)
    expect(page.locator("#balance")).to_be_visible()
    closed_server.shell("keys", "revoke", doomed)
    page.get_by_label("Prompt").fill("a ball")
    page.get_by_role("button", name="Draw", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="no longer takes this key")).to_be_visible()
