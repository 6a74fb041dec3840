"""The Recraft dialect where a picture comes in: what is taken, what is refused, and in which words."""

from __future__ import annotations

import base64
import io
import json
import uuid
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import openai
import pytest
from PIL import Image, ImageDraw

from gouache.artifacts.store import Artifact
from gouache.artifacts.urls import UrlSigner, signing_secret
from tests.conftest import Server

TOOLS = ("vectorize", "removeBackground", "crispUpscale", "clarityUpscale", "creativeUpscale", "generativeUpscale")
DRAWN = ("imageToImage", "inpaint", "generateBackground", "replaceBackground", "outpaint", "variateImage")
FIELDS: dict[str, dict[str, Any]] = {
    "imageToImage": {"prompt": "winter", "strength": 0.2},
    "inpaint": {"prompt": "moon"},
    "generateBackground": {"prompt": "a beach"},
    "replaceBackground": {"prompt": "a beach"},
    "outpaint": {"prompt": "a palm tree", "expand_left": 256},
    "variateImage": {"size": "1024x1024"},
}
MASKED = ("inpaint", "generateBackground", "eraseRegion")


def drawn(width: int = 256, height: int = 256, format: str = "PNG") -> bytes:
    """A red disc on light blue."""
    picture = Image.new("RGB", (width, height), "#cfe8ff")
    ImageDraw.Draw(picture).ellipse((width // 4, height // 4, width * 3 // 4, height * 3 // 4), fill="#d02030")
    return encoded(picture, format)


def masked(width: int = 256, height: int = 256) -> bytes:
    """White in the lower right quarter."""
    picture = Image.new("L", (width, height), 0)
    ImageDraw.Draw(picture).rectangle((width // 2, height // 2, width, height), fill=255)
    return encoded(picture)


def encoded(picture: Image.Image, format: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, format)
    return buffer.getvalue()


def opened(url: str) -> Image.Image:
    return Image.open(io.BytesIO(httpx.get(url).content))


def post(server: Server, tool: str, fields: dict[str, Any] | None = None, **files: bytes) -> httpx.Response:
    parts = {name: (f"{name}.png", data) for name, data in files.items()}
    url, headers = f"{server.v1}/images/{tool}", {"Authorization": "Bearer any"}
    return httpx.post(url, data=fields or {}, files=parts, headers=headers, timeout=120)


def refusal(response: httpx.Response) -> tuple[int, str, str]:
    body = response.json()
    assert body["message"] == body["error"]["message"]
    return response.status_code, body["code"], body["error"]["param"]


@pytest.mark.parametrize("tool", [*TOOLS, *DRAWN, "eraseRegion"])
def test_a_picture_is_needed(server: Server, tool: str) -> None:
    status, _, field = refusal(post(server, tool, {"response_format": "url", **FIELDS.get(tool, {})}))
    assert (status, field) == (400, "image")


@pytest.mark.parametrize("tool", MASKED)
def test_a_mask_is_needed_and_fits(server: Server, tool: str) -> None:
    assert refusal(post(server, tool, FIELDS.get(tool), image=drawn()))[2] == "mask"
    small = post(server, tool, FIELDS.get(tool), image=drawn(), mask=masked(128, 256))
    assert refusal(small)[0::2] == (400, "mask")


@pytest.mark.parametrize(
    ("tool", "data", "code"),
    [
        ("vectorize", b"GIF89a not really", "invalid_image"),
        ("vectorize", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "invalid_image_format"),
        ("vectorize", drawn(format="TIFF"), "invalid_image_format"),
        ("removeBackground", drawn(64, 64), "image_too_small"),
        ("crispUpscale", drawn(16, 64), "image_too_small"),
        ("removeBackground", drawn(4200, 300), "image_too_big"),
        ("vectorize", b"", "invalid_image"),
    ],
)
def test_pictures_that_are_refused(server: Server, tool: str, data: bytes, code: str) -> None:
    assert refusal(post(server, tool, image=data)) == (400, code, "image")


@pytest.mark.parametrize(
    ("tool", "change", "field"),
    [
        ("imageToImage", {"strength": None}, "strength"),
        ("imageToImage", {"strength": 1.2}, "strength"),
        ("imageToImage", {"prompt": " "}, "prompt"),
        ("imageToImage", {"style": "cubism9"}, "style"),
        ("outpaint", {"expand_left": 0}, "expand_left"),
        ("outpaint", {"size": "1024x1024"}, "size"),
        ("outpaint", {"expand_left": 4000}, "expand_left"),
        ("outpaint", {"zoom_out_percentage": 100}, "zoom_out_percentage"),
        ("variateImage", {"size": None}, "size"),
        ("variateImage", {"size": "10x10"}, "size"),
        ("variateImage", {"n": 7}, "n"),
        ("vectorize", {"max_num_shapes": 0}, "max_num_shapes"),
        ("vectorize", {"shape_stacking": "sideways"}, "shape_stacking"),
        ("vectorize", {"svg_compression": "perhaps"}, "svg_compression"),
        ("removeBackground", {"image_format": "bmp"}, "image_format"),
        ("removeBackground", {"response_format": "tiff"}, "response_format"),
    ],
)
def test_wrong_fields_are_named(server: Server, tool: str, change: dict[str, Any], field: str) -> None:
    fields = {name: value for name, value in {**FIELDS.get(tool, {}), **change}.items() if value is not None}
    status, _, named = refusal(post(server, tool, fields, image=drawn()))
    assert (status, named) == (400, field)


def test_urls_stand_for_file_parts(server: Server) -> None:
    inline = "data:image/png;base64," + base64.b64encode(drawn(64, 64)).decode()
    for url, code in ((inline, "image_too_small"), ("http://127.0.0.1:1/x.png", "invalid_url")):
        response = httpx.post(
            f"{server.v1}/images/removeBackground", json={"image_url": url}, headers={"Authorization": "Bearer any"}
        )
        assert refusal(response)[:2] == (400, code)


@pytest.mark.parametrize("url", ["DATA:image/png;base64,{}", "data:image/png;base64,{}\n", "data:image/png;base64,{} "])
def test_data_urls_are_read_as_browsers_read_them(server: Server, url: str) -> None:
    """The scheme in any case, line breaks as of a shell's base64, the padding left out."""
    wrapped = base64.encodebytes(drawn()).decode().rstrip("=\n")
    response = httpx.post(
        f"{server.v1}/images/vectorize",
        json={"image_url": url.format(wrapped)},
        headers={"Authorization": "Bearer any"},
        timeout=120,
    )
    assert response.status_code == 200, response.text


def test_urls_of_pictures_that_are_gone_are_named(server: Server, scratch: Path) -> None:
    signer = UrlSigner(signing_secret(scratch / "open"))
    gone = Artifact(str(uuid.uuid4()), 0, "0" * 64, "image/png", 256, 256, 1, {})
    url = server.url + signer.path(gone)
    for path, body in (("images/vectorize", {"image_url": url}), ("styles", {"image_urls": [url]})):
        response = httpx.post(f"{server.v1}/{path}", json=body, headers={"Authorization": "Bearer any"})
        assert refusal(response) == (400, "invalid_url", next(iter(body)))


def test_forms_hold_long_data_urls(server: Server) -> None:
    grain = np.random.default_rng(1).integers(0, 256, (400, 400, 3), dtype=np.uint8)
    inline = "data:image/png;base64," + base64.b64encode(encoded(Image.fromarray(grain))).decode()
    tiny = encoded(Image.new("L", (16, 16)))
    assert refusal(post(server, "eraseRegion", {"image_url": inline}, mask=tiny))[::2] == (400, "mask")


def test_pictures_as_large_as_the_upscalers_make_are_taken(server: Server) -> None:
    small = encoded(Image.new("1", (256, 256)))
    refused = post(server, "eraseRegion", image=encoded(Image.new("1", (4096, 4096))), mask=small)
    assert refusal(refused)[2] == "mask"


def ignored(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    [report, *_] = json.loads(response.headers["X-Gouache-Report"])
    return list(report["ignored"])


def test_pictures_without_effect_are_reported(server: Server) -> None:
    inline = "data:image/png;base64," + base64.b64encode(masked()).decode()
    tool = post(server, "vectorize", {"image_url": inline}, image=drawn(), mask=masked())
    assert {"image_url: the file part is used", "mask: no effect here"} <= set(ignored(tool))
    parts = [("image", drawn()), ("mask", masked()), ("mask", drawn())]
    twice = httpx.post(
        f"{server.v1}/images/eraseRegion",
        data={"mask_url": inline},
        files=[(name, (name, data)) for name, data in parts],
        headers={"Authorization": "Bearer any"},
        timeout=120,
    )
    assert ignored(twice) == ["mask: one mask is used, the first", "mask_url: the file part is used"]


@pytest.mark.parametrize("model", ["recraftv2", "recraft20b", "recraftv2_vector"])
def test_models_without_the_style_any_draw_after_pictures(server: Server, model: str) -> None:
    assert post(server, "imageToImage", {**FIELDS["imageToImage"], "model": model}, image=drawn()).status_code == 200


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.v1, api_key="any", max_retries=0)


def process(client: openai.OpenAI, tool: str, body: dict[str, Any] | None = None, **files: bytes) -> dict[str, Any]:
    reply = client.post(
        path=f"/images/{tool}", cast_to=object, body=body or {}, files=files,
        options={"headers": {"Content-Type": "multipart/form-data"}},
    )  # fmt: skip
    assert isinstance(reply, dict)
    return reply


def test_the_seeds_way_to_vectorize(client: openai.OpenAI) -> None:
    reply = process(client, "vectorize", {"response_format": "url"}, file=drawn())
    assert reply["credits"] == 10
    svg = httpx.get(reply["image"]["url"])
    assert svg.headers["content-type"] == "image/svg+xml"
    assert "#d02030" in svg.text.lower()


def test_the_seeds_way_to_remove_a_background(client: openai.OpenAI) -> None:
    reply = process(client, "removeBackground", {"response_format": "b64_json"}, file=drawn())
    assert reply["image"]["url"]
    cut = np.asarray(Image.open(io.BytesIO(base64.b64decode(reply["image"]["b64_json"]))).convert("RGBA"))
    assert cut[128, 128, 3] == 255
    assert cut[4, 4, 3] == 0


def test_upscaling(client: openai.OpenAI) -> None:
    reply = process(client, "crispUpscale", image=drawn(128, 96))
    assert opened(reply["image"]["url"]).size == (512, 384)
    assert reply["credits"] == 4


@pytest.mark.parametrize("tool", DRAWN)
def test_what_is_drawn_after_a_picture(client: openai.OpenAI, tool: str) -> None:
    files = {"image": drawn()} | ({"mask": masked()} if tool in MASKED else {})
    reply = process(client, tool, {**FIELDS[tool], "n": 2, "random_seed": 5}, **files)
    assert reply["credits"] == 80
    first, second = (np.asarray(opened(item["url"]).convert("RGB")) for item in reply["data"])
    assert first.shape == {"outpaint": (256, 512, 3), "variateImage": (1024, 1024, 3)}.get(tool, (256, 256, 3))
    assert not np.array_equal(first, second)


def test_erasing_keeps_the_rest(client: openai.OpenAI) -> None:
    reply = process(client, "eraseRegion", {"image_format": "png"}, image=drawn(), mask=masked())
    after = np.asarray(opened(reply["image"]["url"]).convert("RGB"))
    before = np.asarray(Image.open(io.BytesIO(drawn())).convert("RGB"))
    kept = np.asarray(Image.open(io.BytesIO(masked()))) == 0
    assert np.array_equal(after[kept], before[kept])
    assert not np.array_equal(after, before)


def test_openai_edit_reads_transparency_as_the_mask(client: openai.OpenAI) -> None:
    mask = Image.new("RGBA", (256, 256), "black")
    ImageDraw.Draw(mask).rectangle((128, 128, 256, 256), fill=(0, 0, 0, 0))
    reply = client.images.edit(
        image=("i.png", drawn()), mask=("m.png", encoded(mask)), prompt="a moon", model="recraftv3",
        extra_body={"image_format": "png"},
    )  # fmt: skip
    assert reply.data
    assert reply.data[0].url
    after = np.asarray(opened(reply.data[0].url).convert("RGB"))
    before = np.asarray(Image.open(io.BytesIO(drawn())).convert("RGB"))
    assert np.array_equal(after[:120], before[:120])
    assert not np.array_equal(after[128:, 128:], before[128:, 128:])


def test_openai_variation(client: openai.OpenAI) -> None:
    with pytest.warns(DeprecationWarning, match="deprecated"):
        reply = client.images.create_variation(image=("i.png", drawn()))
    assert reply.data
    assert opened(reply.data[0].url or "").size == (1024, 1024)
