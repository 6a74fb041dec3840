"""Editing in a real browser: pictures come in by file, drop, paste and from the stage; masks; before and after."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import httpx
import pytest
from lxml import etree
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.conftest import Server
from tests.studio.conftest import Watch, stroke


def scene(size: tuple[int, int] = (320, 280)) -> bytes:
    """A red disc on blue ground, as a PNG."""
    image = Image.new("RGB", size, "#3060c0")
    ImageDraw.Draw(image).ellipse((100, 80, 220, 200), fill="#d03030")
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def png(tmp_path: Path) -> Path:
    path = tmp_path / "disc.png"
    path.write_bytes(scene())
    return path


@pytest.fixture
def editor(studio: Page, png: Path) -> Page:
    """The edit view with a picture."""
    studio.get_by_role("link", name="Edit", exact=True).click()
    studio.locator("#edit-file").set_input_files(png)
    expect(studio.locator(".source strong")).to_have_text("disc.png")
    return studio


def tool(page: Page, name: str) -> None:
    page.get_by_role("group", name="Tool").get_by_role("radio", name=name, exact=True).check()


_LISTEN = """() => {
    const really = window.fetch;
    window.fetch = async (path, options) => {
        if (options?.body instanceof FormData) {
            const plain = (value) => value instanceof Blob
                ? value.arrayBuffer().then((data) => new Uint8Array(data))
                    .then((data) => btoa(data.reduce((text, byte) => text + String.fromCharCode(byte), ""))) : value;
            window.sent = Promise.all([...options.body].map(async ([name, value]) => [name, await plain(value)]));
        }
        return really(path, options);
    };
}"""


def apply(page: Page) -> dict[str, str]:
    """Apply the tool and wait for its result; the form that was sent, files in base64."""
    page.evaluate(_LISTEN)
    page.get_by_role("button", name="Apply").click()
    page.wait_for_selector(".compare")
    return dict(page.evaluate("window.sent"))


def result(page: Page, server: Server) -> httpx.Response:
    return httpx.get(server.url + str(page.get_by_role("img", name="After").get_attribute("src")))


def paint(page: Page, *points: tuple[float, float]) -> None:
    """A stroke on the mask, in fractions of the picture."""
    stroke(page, "canvas.mask", *points)


def test_vectorize_and_compare(editor: Page, server: Server) -> None:
    editor.get_by_label("Most shapes").fill("12")
    body = apply(editor)
    assert (sorted(body), body["max_num_shapes"]) == (["image", "max_num_shapes"], "12")
    assert base64.b64decode(body["image"]) == scene()
    response = result(editor, server)
    assert response.headers["content-type"] == "image/svg+xml"
    svg = etree.fromstring(response.content)
    assert (svg.get("width"), svg.get("height")) == ("320", "280")
    divider = editor.get_by_label("Divider between before and after", exact=False)
    divider.focus()
    before = editor.locator(".compare").evaluate("one => one.style.getPropertyValue('--split')")
    editor.keyboard.press("Home")
    editor.keyboard.press("ArrowRight")
    assert before == "50%"
    assert editor.locator(".compare").evaluate("one => one.style.getPropertyValue('--split')") == "1%"


def test_remove_background_keeps_the_subject(editor: Page, server: Server) -> None:
    tool(editor, "Remove background")
    editor.locator("#edit-form").get_by_text("More settings").click()
    editor.get_by_role("radio", name="PNG", exact=True).last.check()
    assert apply(editor)["image_format"] == "png"
    with Image.open(io.BytesIO(result(editor, server).content)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGBA", (320, 280))
        alpha = image.getchannel("A")
        assert (alpha.getpixel((160, 140)), alpha.getpixel((10, 10))) == (255, 0)


def test_generate_background_where_painted(editor: Page, server: Server) -> None:
    tool(editor, "Generate background")
    editor.locator("#tool-prompt").fill("a meadow")
    editor.locator("canvas.mask").focus()
    paint(editor, (0.42, 0.45), (0.58, 0.55))
    editor.get_by_role("button", name="Invert").click()
    sent = apply(editor)
    assert sorted(sent) == ["image", "mask", "prompt"]
    after = Image.open(io.BytesIO(result(editor, server).content)).convert("RGB")
    kept = after.getpixel((160, 140))
    assert isinstance(kept, tuple)
    assert kept == pytest.approx((0xD0, 0x30, 0x30), abs=24)


def test_erase_with_the_brush(editor: Page, server: Server) -> None:
    tool(editor, "Erase")
    editor.get_by_role("button", name="Apply").click()
    expect(editor.get_by_role("alert").filter(has_text="Paint over the part")).to_be_visible()
    paint(editor, (0.3, 0.35), (0.7, 0.35))
    editor.get_by_role("button", name="Undo", exact=True).click()
    editor.get_by_label("Brush size").fill("90")
    for row in (0.35, 0.5, 0.65):
        paint(editor, (0.35, row), (0.65, row))
    apply(editor)
    before = Image.open(io.BytesIO(scene())).convert("RGB")
    after = Image.open(io.BytesIO(result(editor, server).content)).convert("RGB")
    assert after.size == before.size
    middle = after.getpixel((160, 140))
    assert isinstance(middle, tuple)
    assert middle[2] > middle[0]


def test_the_mask_as_it_is_sent(editor: Page) -> None:
    tool(editor, "Erase")
    paint(editor, (0.5, 0.5), (0.5, 0.5))
    mask = Image.open(io.BytesIO(base64.b64decode(apply(editor)["mask"])))
    assert mask.size == (320, 280)
    values = {value for _, value in mask.convert("L").getcolors() or []}
    assert values == {0, 255}
    white = mask.convert("L").getpixel((160, 140)), mask.convert("L").getpixel((10, 10))
    assert white == (255, 0)


def test_the_brush_by_keyboard(editor: Page) -> None:
    tool(editor, "Erase")
    editor.locator("canvas.mask").focus()
    painted = (
        "one => { const d = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;"
        " return d.filter((_, at) => at % 4 === 3 && d[at] > 127).length }"
    )
    canvas = editor.locator("canvas.mask")
    editor.keyboard.press("Space")
    one = canvas.evaluate(painted)
    for _ in range(8):
        editor.keyboard.press("ArrowRight")
    editor.keyboard.press("Space")
    assert canvas.evaluate(painted) > one > 0
    editor.keyboard.press("Delete")
    assert canvas.evaluate(painted) == pytest.approx(one, rel=0.2)
    editor.get_by_role("button", name="Invert").click()
    assert canvas.evaluate(painted) > 320 * 280 / 2
    editor.get_by_role("button", name="Clear the mask").click()
    assert canvas.evaluate(painted) == 0


def test_fields_that_are_missing(editor: Page) -> None:
    tool(editor, "Image to image")
    editor.get_by_role("button", name="Apply").click()
    expect(editor.locator("#tool-prompt")).to_be_focused()
    expect(editor.get_by_role("alert").filter(has_text="Say what is to be drawn.")).to_be_visible()
    tool(editor, "Outpaint")
    editor.locator("#tool-prompt").fill("a meadow")
    editor.get_by_role("button", name="Apply").click()
    expect(editor.get_by_role("alert").filter(has_text="by how much")).to_be_visible()


def test_what_the_server_refuses_stands_at_the_picture(watched: tuple[Page, Watch], tmp_path: Path) -> None:
    page, watch = watched
    watch.expected = ["400"]
    tiny = tmp_path / "tiny.png"
    tiny.write_bytes(scene((20, 20)))
    page.get_by_role("link", name="Edit", exact=True).click()
    page.locator("#edit-file").set_input_files(tiny)
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("alert").filter(has_text="20x20")).to_be_visible()
    note = tmp_path / "note.txt"
    note.write_text("no picture")
    page.locator("#edit-file").set_input_files(note)
    expect(page.locator(".toast.bad")).to_contain_text("no picture that the tools take")


@pytest.mark.parametrize("way", ["drop", "paste"])
def test_dropped_and_pasted(studio: Page, way: str) -> None:
    bring = """({bytes, way}) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], 'in.png', {type: 'image/png'}));
        const init = {bubbles: true, cancelable: true};
        if (way === 'paste') document.dispatchEvent(new ClipboardEvent('paste', {...init, clipboardData: data}));
        else document.querySelector('#create-board .stage').dispatchEvent(
            new DragEvent('drop', {...init, dataTransfer: data}));
    }"""
    studio.evaluate(bring, {"bytes": base64.b64encode(scene()).decode(), "way": way})
    expect(studio.locator("#edit-form .source")).to_contain_text("320 × 280")


def test_from_the_stage_to_the_next_tool(studio: Page) -> None:
    studio.get_by_label("Prompt").fill("a red ball")
    studio.get_by_role("button", name="Draw", exact=True).click()
    studio.wait_for_selector(".sheet > img")
    studio.locator("#create-board").get_by_role("button", name="Edit").click()
    expect(studio.locator("#edit-form .source")).to_contain_text("1024 × 1024")
    apply(studio)
    studio.get_by_role("button", name="Go on with the result").click()
    expect(studio.locator("#edit-form .source strong")).to_contain_text(".svg")
    expect(studio.locator(".compare")).to_have_count(0)
