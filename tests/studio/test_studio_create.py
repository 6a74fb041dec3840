"""Drawing in a real browser: prompt, style, palette, text boxes, report, files, code, cancel, refusals."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.conftest import Server
from tests.studio.conftest import Watch, stroke


def choose(page: Page, family: str, style: str) -> None:
    """A style of the gallery, by the name that screen readers hear."""
    page.click(".style-button")
    page.get_by_role("button", name=f"{family}: {style}", exact=True).click()
    expect(page.locator("dialog")).to_have_count(0)


def draw(page: Page) -> dict[str, Any]:
    """Press Draw and wait for the picture; the body that was sent."""
    with page.expect_request("**/v1/images/generations") as sent:
        page.get_by_role("button", name="Draw", exact=True).click()
    page.wait_for_selector(".sheet > img")
    body: dict[str, Any] = json.loads(sent.value.post_data or "")
    return body


def picture(page: Page) -> bytes:
    """The bytes of the picture on the stage."""
    address = page.locator(".sheet > img").get_attribute("src")
    return httpx.get(page.url.split("/#")[0].rstrip("/") + str(address)).content


def test_prompt_to_picture(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("two red balls")
    studio.get_by_label("16:9", exact=False).check()
    body = draw(studio)
    assert body == {"prompt": "two red balls", "style": "realistic_image", "size": "1820x1024"}
    inspector = studio.get_by_role("complementary", name="The picture")
    expect(inspector).to_contain_text("Drawn as asked")
    expect(inspector).to_contain_text("1820 × 1024")
    with Image.open(io.BytesIO(picture(studio))) as image:
        assert (image.size, image.format) == ((1820, 1024), "WEBP")
    first = picture(studio)
    studio.get_by_role("button", name="Use seed").click()
    again = draw(studio)
    expect(studio.get_by_role("option")).to_have_count(2)
    assert again["random_seed"] == int(studio.locator(".seed").inner_text())
    assert picture(studio) == first


def test_palette_background_and_settings(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("a boat")
    choose(studio, "Vector", "Linocut")
    studio.get_by_role("button", name="Palettes").click()
    studio.get_by_role("button", name="Harbour").click()
    studio.get_by_role("button", name="Remove colour 5").click()
    code = studio.get_by_label("Colour 1, code")
    code.fill("123abc")
    code.press("Tab")
    studio.get_by_label("Share of colour 1 in percent").fill("40")
    studio.get_by_text("Flat background").click()
    studio.get_by_label("Background colour, code").fill("#fff8e1")
    studio.get_by_label("Background colour, code").press("Tab")
    studio.locator("#create-form").get_by_text("More settings").click()
    studio.get_by_label("Leave out").fill("clouds")
    studio.get_by_label("Seed", exact=True).fill("77")
    studio.get_by_label("Artistic level").fill("2")
    body = draw(studio)
    assert (body["style"], body["substyle"]) == ("vector_illustration", "linocut")
    assert body["controls"]["colors"][0] == {"rgb": [0x12, 0x3A, 0xBC], "weight": 0.4}
    assert len(body["controls"]["colors"]) == 4
    assert body["controls"]["background_color"] == {"rgb": [0xFF, 0xF8, 0xE1]}
    assert body["controls"]["artistic_level"] == 2
    assert (body["negative_prompt"], body["random_seed"]) == ("clouds", 77)
    assert etree.QName(etree.fromstring(picture(studio))).localname == "svg"


def test_own_palettes_stay_in_the_browser(studio: Page) -> None:
    studio.get_by_role("button", name="Add colour").click()
    studio.get_by_role("button", name="Palettes").click()
    studio.get_by_role("button", name="Save").click()
    expect(studio.get_by_role("alert").filter(has_text="Give it a name.")).to_be_visible()
    studio.get_by_label("Name of the palette").fill("Our brand")
    studio.get_by_role("button", name="Save").click()
    studio.keyboard.press("Escape")
    studio.reload()
    expect(studio.get_by_label("Colour 1, code")).to_have_count(0)
    studio.get_by_role("button", name="Palettes").click()
    studio.get_by_role("button", name="Our brand", exact=True).click()
    expect(studio.get_by_label("Colour 1, code")).to_have_value("#3a45c8")


def test_colours_of_a_picture(studio: Page, tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 60), "#c03030")
    image.paste("#3030c0", (0, 0, 20, 60))
    image.save(tmp_path / "two.png")
    studio.locator(".palette input[type=file]").first.set_input_files(tmp_path / "two.png")
    expect(studio.get_by_label("Colour 1, code")).to_have_value("#c03030")
    codes = {studio.locator(".hex").nth(at).input_value() for at in range(studio.locator(".hex").count())}
    assert "#3030c0" in codes


def test_text_boxes(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("a flag")
    choose(studio, "Vector", "Plain")
    studio.get_by_role("button", name="Add text").click()
    studio.keyboard.type("SUN SET")
    box = studio.get_by_role("group", name="“SUN SET”", exact=False)
    box.focus()
    before = studio.locator(".text-box").evaluate("one => one.style.left")
    studio.keyboard.press("ArrowRight")
    studio.keyboard.press("Shift+ArrowDown")
    assert studio.locator(".text-box").evaluate("one => one.style.left") != before
    stroke(studio, ".text-layer", (0.3, 0.6), (0.7, 0.9))
    studio.keyboard.type("Z")
    body = draw(studio)
    assert [item["text"] for item in body["text_layout"]] == ["SUN", "SET", "Z"]
    [left_top, _, right_bottom, _] = body["text_layout"][2]["bbox"]
    assert left_top == pytest.approx([0.3, 0.612], abs=0.01)
    assert right_bottom == pytest.approx([0.7, 0.888], abs=0.01)
    sun, sunset = body["text_layout"][0]["bbox"], body["text_layout"][1]["bbox"]
    assert (sun[0][0], sunset[1][0]) == pytest.approx((0.21, 0.81))
    assert sun[1][0] < sunset[0][0]


def test_text_that_cannot_be_lettered(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("a flag")
    studio.get_by_role("button", name="Add text").click()
    studio.keyboard.type("A=B")
    expect(studio.get_by_text("“=” cannot be lettered.")).to_be_visible()
    studio.get_by_role("button", name="Draw", exact=True).click()
    expect(studio.get_by_label("Text 1", exact=True)).to_be_focused()
    studio.locator(".text-box").focus()
    studio.keyboard.press("Delete")
    expect(studio.locator(".text-box")).to_have_count(0)


def test_cancel(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("a city with forty houses and many trees")
    choose(studio, "Illustration", "Crosshatch")
    studio.get_by_label("2:1", exact=False).check()
    for _ in range(5):
        studio.get_by_role("button", name="More pictures").click()
    studio.keyboard.press("Control+Enter")
    expect(studio.get_by_role("progressbar")).to_be_visible()
    studio.locator("#cancel").click()
    expect(studio.get_by_role("heading", name="Canceled")).to_be_visible()
    expect(studio.locator("#cancel")).to_be_hidden()
    jobs = studio.evaluate("fetch('/studio/api/jobs?limit=1').then((reply) => reply.json())")
    assert (jobs["jobs"][0]["state"], jobs["jobs"][0]["charged"]) == ("canceled", 0)


def test_pictures_are_shown_as_they_come(studio: Page) -> None:
    """The stream is cut after the first of three pictures, and goes on once that was seen."""
    streams: list[Route] = []

    def cut(route: Route) -> None:
        streams.append(route)
        if len(streams) == 1:
            last = [line for line in route.fetch().text().splitlines() if line.startswith("data: ")][-1]
            job = json.loads(last.removeprefix("data: "))
            early = {**job, "state": "running", "progress": 0.4, "pictures": job["pictures"][:1]}
            route.fulfill(body=f"event: job\ndata: {json.dumps(early)}\n\n", content_type="text/event-stream")

    studio.route("**/events", cut)
    studio.get_by_label("Prompt").fill("a red ball")
    choose(studio, "Vector", "Plain")
    for _ in range(2):
        studio.get_by_role("button", name="More pictures").click()
    draw(studio)
    expect(studio.locator(".tile img")).to_have_count(1)
    expect(studio.locator(".tile .skeleton")).to_have_count(2)
    expect(studio.locator("#cancel")).to_be_visible()
    while len(streams) < 2:
        studio.wait_for_timeout(50)
    streams[1].continue_()
    expect(studio.locator(".tile img")).to_have_count(3)
    expect(studio.locator("#cancel")).to_be_hidden()


def test_refusals_stand_beside_their_fields(watched: tuple[Page, Watch]) -> None:
    page, watch = watched
    watch.expected = ["400", "ERR_FAILED", "ERR_INTERNET"]
    page.keyboard.press("Control+Enter")
    prompt = page.get_by_label("Prompt")
    expect(prompt).to_have_attribute("aria-invalid", "true")
    expect(prompt).to_be_focused()
    prompt.fill("a boat")
    expect(prompt).not_to_have_attribute("aria-invalid", "true")
    for share in ("80", "70"):
        page.get_by_role("button", name="Add colour").click()
        page.get_by_label("Share of colour", exact=False).last.fill(share)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#create-form .palette .error")).to_contain_text("add up to more than 1")
    page.route("**/v1/images/generations", lambda route: route.abort())
    page.get_by_label("Share of colour 2", exact=False).fill("10")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#create-problem")).to_contain_text("The server does not answer")


def test_downloads(studio: Page, tmp_path: Path) -> None:
    studio.get_by_label("Prompt").fill("a star")
    choose(studio, "Vector", "Plain")
    draw(studio)
    studio.get_by_label("Size of PNG, WebP and JPEG").select_option("2")
    for name, kind in [("PNG", "PNG"), ("WebP", "WEBP"), ("JPEG", "JPEG")]:
        with studio.expect_download() as download:
            studio.get_by_role("button", name=f"Download as {name}").click()
        with Image.open(download.value.path()) as image:
            assert (image.format, image.size) == (kind, (2048, 2048))
    with studio.expect_download() as download:
        studio.get_by_role("button", name="Download as SVG").click()
    assert Path(download.value.path()).read_bytes() == picture(studio)
    assert download.value.suggested_filename.endswith(".svg")


@pytest.mark.parametrize("language", ["curl", "Python", "Node"])
def test_code_draws_the_same(studio: Page, language: str) -> None:
    studio.get_by_label("Prompt").fill('a child\'s "ball" and $HOME `cat`')
    choose(studio, "Vector", "Plain")
    studio.get_by_role("button", name="Add colour").click()
    draw(studio)
    studio.get_by_role("radio", name=language).check()
    code = studio.get_by_role("region", name="The request as code").inner_text()
    command = {"curl": ["sh", "-c"], "Python": [sys.executable, "-c"], "Node": ["node", "--input-type=module", "-e"]}
    environment = {**os.environ, "GOUACHE_API_KEY": "any"}
    done = subprocess.run([*command[language], code], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    address = json.loads(done.stdout)["data"][0]["url"] if language == "curl" else done.stdout.strip()
    assert httpx.get(address).content == picture(studio)


def test_history_brings_everything_back(studio: Page, server: Server) -> None:
    body = {
        "prompt": "a kite above hills", "style": "vector_illustration", "substyle": "line_art", "size": "1024x1280",
        "negative_prompt": "people", "random_seed": 5,
        "controls": {"colors": [{"rgb": [1, 2, 3]}], "artistic_level": 4},
        "text_layout": [{"text": "UP", "bbox": [[0.1, 0.1], [0.5, 0.1], [0.5, 0.3], [0.1, 0.3]]}],
    }  # fmt: skip
    httpx.post(f"{server.v1}/images/generations", json=body, timeout=60).raise_for_status()
    studio.get_by_role("link", name="History").click()
    studio.locator(".history-card").first.click()
    studio.get_by_role("button", name="Use settings").click()
    expect(studio.get_by_label("Prompt")).to_have_value("a kite above hills")
    sent = draw(studio)
    expected = {**body, "text_layout": [{"text": "UP", "bbox": sent["text_layout"][0]["bbox"]}]}
    assert sent == expected
    assert sent["text_layout"][0]["bbox"][0] == pytest.approx([0.1, 0.108])


def test_enhance_and_undo(studio: Page) -> None:
    prompt = studio.get_by_label("Prompt")
    prompt.fill("a cat")
    studio.get_by_role("button", name="Enhance").click()
    expect(prompt).not_to_have_value("a cat")
    studio.get_by_role("button", name="Undo").click()
    expect(prompt).to_have_value("a cat")
