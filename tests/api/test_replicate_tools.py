"""Models of the Replicate dialect that take a picture."""

from __future__ import annotations

import base64
import io
from typing import Any

import httpx
import pytest
from PIL import Image, ImageDraw
from replicate.client import Client

from gouache.api.replicate_catalog import listed
from tests.api.test_replicate_files import upload
from tests.conftest import Server
from tests.test_net import say, serving

TOOLS = {
    "recraft-vectorize": "image/svg+xml",
    "recraft-remove-background": "image/png",
    "recraft-crisp-upscale": "image/webp",
    "recraft-creative-upscale": "image/webp",
}


def picture(side: int = 256) -> bytes:
    """A red disc on white."""
    page = Image.new("RGB", (side, side), "white")
    ImageDraw.Draw(page).ellipse((side // 4, side // 4, side * 3 // 4, side * 3 // 4), fill="red")
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    return buffer.getvalue()


def data_uri(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def ask(server: Server, model: str, image: object) -> httpx.Response:
    url = f"{server.url}/replicate/v1/models/recraft-ai/{model}/predictions"
    return httpx.post(url, json={"input": {"image": image}}, headers={"Prefer": "wait"}, timeout=90)


@pytest.mark.parametrize(("model", "media"), TOOLS.items())
def test_a_picture_in_a_picture_out(server: Server, model: str, media: str) -> None:
    answer = ask(server, model, data_uri(picture()))
    made = answer.json()
    assert (answer.status_code, made["status"], made["error"]) == (201, "succeeded", None)
    output = httpx.get(made["output"])
    assert output.headers["content-type"] == media
    assert httpx.get(made["input"]["image"]).content == picture()
    if media == "image/svg+xml":
        assert "<svg" in output.text
        return
    drawn = Image.open(io.BytesIO(output.content))
    if model == "recraft-remove-background":
        assert drawn.mode == "RGBA"
        assert (drawn.getpixel((2, 2)), drawn.getpixel((128, 128))[:3]) == ((0, 0, 0, 0), (255, 0, 0))  # type: ignore[index]
    else:
        assert drawn.width > 256


def test_a_file_that_was_handed_in(server: Server) -> None:
    kept = upload(server, picture(), "disc.png", type="image/png")
    made = ask(server, "recraft-vectorize", kept["urls"]["get"]).json()
    assert (made["status"], made["input"]["image"]) == ("succeeded", kept["urls"]["get"])


def test_the_client_hands_its_file_in(server: Server) -> None:
    client = Client(api_token="r8_x", base_url=f"{server.url}/replicate")  # noqa: S106
    with client._client:
        output = client.run("recraft-ai/recraft-vectorize", input={"image": io.BytesIO(picture())})
        inline = client.run(
            f"recraft-ai/recraft-vectorize:{listed()['recraft-ai/recraft-vectorize'].versions[0]}",
            input={"image": io.BytesIO(picture())}, file_encoding_strategy="base64",
        )  # fmt: skip
    assert httpx.get(str(output)).content == httpx.get(str(inline)).content


def test_our_own_output_and_a_fetched_one(teller: Server) -> None:
    first = ask(teller, "recraft-vectorize", data_uri(picture())).json()
    again = ask(teller, "recraft-vectorize", first["input"]["image"]).json()
    with serving(lambda handler: say(handler, picture(), content_type="image/png")) as url:
        fetched = ask(teller, "recraft-vectorize", url).json()
    bytes_of = [httpx.get(made["output"]).content for made in (first, again, fetched)]
    assert bytes_of[0] == bytes_of[1] == bytes_of[2]


WRONG: list[tuple[Any, str]] = [
    (None, "input"), (5, "input.image"), ("picture", "input.image"), ("file:///etc/passwd", "input.image"),
    ("http://127.0.0.1:1/", "input.image"), ("data:image/png;base64,AAAA", "input.image"),
    ("data:image/png,x", "input.image"), (data_uri(picture(100)), "input.image"),
    ("http://localhost/replicate/v1/files/w5k77rccg1rma0crb40tssh86g", "input.image"),
]  # fmt: skip


@pytest.mark.parametrize(("image", "field"), WRONG, ids=lambda value: str(value)[:30])
def test_wrong_pictures(server: Server, image: object, field: str) -> None:
    answer = ask(server, "recraft-vectorize", image)
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["invalid_fields"]] == [field]


@pytest.mark.parametrize("model", TOOLS)
def test_their_schema(server: Server, model: str) -> None:
    card = httpx.get(f"{server.url}/replicate/v1/models/recraft-ai/{model}").json()
    schema = card["latest_version"]["openapi_schema"]["components"]["schemas"]["Input"]
    assert (schema["required"], schema["properties"]["image"]["format"]) == (["image"], "uri")
