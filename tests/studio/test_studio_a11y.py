"""Keyboard, screen readers, dark and light, phone width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.conftest import Server
from tests.studio.conftest import opened
from tests.studio.test_studio_edit import scene

_RUN = """
async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
    (found) => `${found.id}: ${found.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`)
"""
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 780}, "is_mobile": True, "has_touch": True}


def violations(page: Page) -> list[str]:
    page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
    return list(page.evaluate(_RUN))


def _complaint(page: Page) -> None:
    page.get_by_role("button", name="Draw", exact=True).click()
    expect(page.get_by_label("Prompt")).to_have_attribute("aria-invalid", "true")


def _drawn(page: Page) -> None:
    page.get_by_label("Prompt").fill("a ball")
    page.locator("#create-form").get_by_text("More settings").click()
    page.get_by_role("button", name="Add colour").click()
    page.get_by_role("button", name="Draw", exact=True).click()
    page.wait_for_selector(".sheet > img")


def _text(page: Page) -> None:
    page.get_by_role("button", name="Add text").click()


def _gallery(page: Page) -> None:
    page.locator("#create-form .style-button").click()
    page.get_by_role("searchbox").fill("line")


def _new_style(page: Page) -> None:
    page.get_by_role("radio", name="My styles").check()
    page.get_by_role("button", name="New style").click()


def _palettes(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator("#create-form").get_by_role("button", name="Palettes").click()


def _help(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keyboard shortcuts").click()


def _edit(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Edit", exact=True).click()


def _mask(page: Page) -> None:
    page.locator("#edit-file").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": scene()})
    page.get_by_role("radio", name="Erase", exact=True).check()
    page.wait_for_selector("canvas.mask")


def _compared(page: Page) -> None:
    page.get_by_role("radio", name="Vectorize", exact=True).check()
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector(".compare")


def _history(page: Page) -> None:
    page.get_by_role("link", name="History", exact=True).click()
    page.wait_for_selector(".history-card img")


def _detail(page: Page) -> None:
    page.locator(".history-card").first.click()


def _account(page: Page) -> None:
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Account", exact=True).click()
    page.wait_for_selector(".figure")


# One after the other on the same page.
STATES: list[Callable[[Page], None]] = [
    lambda page: None, _complaint, _drawn, _text, _gallery, _new_style, _palettes, _help, _edit, _mask, _compared,
    _history, _detail, _account,
]  # fmt: skip


def test_axe_finds_nothing(browser: Browser, server: Server, axe: str) -> None:
    found: dict[str, list[str]] = {}
    with opened(browser, server, bypass_csp=True, reduced_motion="reduce") as (page, _):
        page.evaluate(axe)
        page.add_style_tag(content="* { transition: none !important }")  # colours that fade have no contrast yet
        for reach in STATES:
            reach(page)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found[f"{reach.__name__} {scheme}"] = violations(page)
    complaints = [f"{name}: {line}" for name, lines in found.items() for line in lines]
    assert not complaints, "\n".join(complaints)


_TOO_WIDE = """() => [...document.querySelectorAll('button, a, input, img, p, pre')].filter((one) => one.offsetParent
    && one.getBoundingClientRect().right > 361 && !one.closest('.strip, .gallery-families, .table-scroll')
    ).map((one) => one.outerHTML.slice(0, 200))"""


def test_nothing_is_wider_than_a_phone(browser: Browser, server: Server) -> None:
    found: dict[str, list[str]] = {}
    with opened(browser, server, **PHONE) as (page, _):
        for reach in STATES:
            reach(page)
            found[reach.__name__] = page.evaluate(_TOO_WIDE)
            if page.evaluate("document.documentElement.scrollWidth") > 360:
                found[reach.__name__].append("the page scrolls sideways")
    complaints = [f"{name}: {line}" for name, lines in found.items() for line in lines]
    assert not complaints, "\n".join(complaints)


def test_a_picture_by_keyboard_alone(studio: Page) -> None:
    studio.keyboard.press("Tab")
    expect(studio.get_by_role("link", name="Skip to the content")).to_be_focused()
    studio.keyboard.press("Enter")
    studio.keyboard.press("Tab")
    for _ in range(2):
        if studio.evaluate("document.activeElement.id") != "prompt":
            studio.keyboard.press("Tab")
    expect(studio.get_by_label("Prompt")).to_be_focused()
    studio.keyboard.type("a green ball")
    studio.keyboard.press("Control+Enter")
    studio.wait_for_selector(".sheet > img")
    expect(studio.locator("#announcer")).to_have_text("The picture is there.")
    studio.keyboard.press("Control+Enter")
    expect(studio.get_by_role("option")).to_have_count(2)
    studio.wait_for_selector(".tile[aria-selected=true] img")
    first = studio.locator(".sheet > img").get_attribute("src")
    studio.locator(".tile[aria-selected=true]").focus()
    studio.keyboard.press("ArrowRight")
    expect(studio.locator(".sheet > img")).not_to_have_attribute("src", str(first))
    studio.keyboard.press("Alt+3")
    expect(studio.get_by_role("heading", name="History")).to_be_visible()


def test_themes(studio: Page) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    control = studio.locator("#theme")
    seen = []
    for name in ("light", "dark", "auto"):
        control.click()
        expect(control).to_have_attribute("aria-label", f"Theme: {name}")
        seen.append(studio.evaluate(colour))
    assert seen[0] != seen[1]
    control.click()
    control.click()
    studio.reload()
    assert studio.evaluate(colour) == seen[1]


def test_dialogs_give_the_focus_back(studio: Page) -> None:
    studio.locator(".style-button").first.focus()
    studio.keyboard.press("Enter")
    expect(studio.get_by_role("searchbox")).to_be_focused()
    studio.keyboard.press("Escape")
    expect(studio.locator("#create-form .style-button")).to_be_focused()
