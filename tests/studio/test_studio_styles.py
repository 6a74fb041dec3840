"""Own styles in a real browser: made of reference pictures, chosen, drawn in, deleted."""

from __future__ import annotations

import io
import json
from typing import Any

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.studio.conftest import Watch


def reference(color: str) -> FilePayload:
    image = Image.new("RGB", (64, 64), color)
    image.paste("#f0e0c0", (0, 0, 64, 24))
    target = io.BytesIO()
    image.save(target, "PNG")
    return {"name": f"{color[1:]}.png", "mimeType": "image/png", "buffer": target.getvalue()}


def own_styles(page: Page) -> None:
    page.locator("#create-form .style-button").click()
    page.get_by_role("radio", name="My styles").check()


def make(page: Page, name: str, *files: FilePayload) -> None:
    page.get_by_role("button", name="New style", exact=True).click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_role("radio", name="Vector").last.check()
    page.locator("#style-files").set_input_files(files)
    page.get_by_role("button", name="Make the style").click()


def test_made_chosen_drawn_in_and_deleted(studio: Page) -> None:
    own_styles(studio)
    make(studio, "Shop", reference("#204080"), reference("#802040"))
    card = studio.get_by_role("button", name="Shop", exact=False).first
    card.click()
    expect(studio.locator("#create-form .style-button")).to_contain_text("Shop")
    studio.get_by_label("Prompt").fill("a ball")
    with studio.expect_request("**/v1/images/generations") as sent:
        studio.get_by_role("button", name="Draw", exact=True).click()
    studio.wait_for_selector(".sheet > img")
    body: dict[str, Any] = json.loads(sent.value.post_data or "")
    assert "style" not in body
    listed = studio.evaluate("fetch('/v1/styles').then((reply) => reply.json())")["styles"]
    assert body["style_id"] in [style["id"] for style in listed]
    studio.evaluate("localStorage.clear()")  # another browser knows name and cover as well
    studio.reload()
    own_styles(studio)
    face = studio.locator(".own-card img").first
    assert face.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") == 64
    studio.get_by_role("button", name="Delete Shop").click()
    studio.get_by_role("dialog", name="Delete “Shop”?").get_by_role("button", name="Delete").click()
    expect(studio.get_by_role("button", name="Delete Shop")).to_have_count(0)


def test_nothing_is_made_of_nothing(watched: tuple[Page, Watch]) -> None:
    page, watch = watched
    watch.expected = ["400"]
    own_styles(page)
    make(page, "Empty")
    expect(page.get_by_role("alert").filter(has_text="Choose at least one picture.")).to_be_visible()
    page.locator("#style-files").set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"})
    page.get_by_role("button", name="Make the style").click()
    expect(page.locator("dialog .error:not([hidden])").last).to_contain_text("picture")
