"""The official OpenAI client against our server, as the Recraft documents use it."""

from __future__ import annotations

import base64
import io
from typing import Any

import httpx
import openai
import pytest
from PIL import Image

from tests.conftest import Server


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.v1, api_key="any", max_retries=0)


def picture(url: str | None) -> Image.Image:
    assert url
    return Image.open(io.BytesIO(httpx.get(url).content))


def test_generate_returns_a_url_that_opens(client: openai.OpenAI) -> None:
    reply = client.images.generate(prompt="race car on a track", style="digital_illustration")  # type: ignore[call-overload]
    response = httpx.get(reply.data[0].url)
    assert response.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(response.content)).size == (1024, 1024)
    assert reply.credits == 40


def test_size_and_default_style(client: openai.OpenAI) -> None:
    reply = client.images.generate(prompt="red point siamese cat", style="realistic_image", size="1280x1024")  # type: ignore[call-overload]
    assert picture(reply.data[0].url).size == (1280, 1024)


def test_substyle_through_extra_body(client: openai.OpenAI) -> None:
    reply = client.images.generate(
        prompt="a monster with lots of hands", style="digital_illustration", extra_body={"substyle": "hand_drawn"}
    )  # type: ignore[call-overload]
    assert picture(reply.data[0].url).format == "WEBP"


def test_controls_as_in_the_document(client: openai.OpenAI) -> None:
    controls = {"image_type": "realistic_image", "colors": [{"rgb": [0, 255, 0]}]}
    reply = client.images.generate(
        prompt="race car on a track", style="realistic_image", extra_body={"controls": controls}
    )  # type: ignore[call-overload]
    assert reply.data[0].url


def test_vector_style_answers_svg(client: openai.OpenAI) -> None:
    reply = client.images.generate(prompt="a sailboat", style="vector_illustration", size="1024x1280")  # type: ignore[call-overload]
    response = httpx.get(reply.data[0].url)
    assert response.headers["content-type"] == "image/svg+xml"
    assert 'viewBox="0 0 1024 1280"' in response.text
    assert reply.credits == 80


def test_base64_of_n_distinct_pictures(client: openai.OpenAI) -> None:
    reply = client.images.generate(
        prompt="a green teapot", n=3, style="vector_illustration", response_format="b64_json"
    )  # type: ignore[call-overload]
    pictures = [base64.b64decode(item.b64_json) for item in reply.data]
    assert len(set(pictures)) == 3
    assert all(item.url is None for item in reply.data)


NULLABLE = ["n", "size", "style", "substyle", "style_id", "controls", "negative_prompt", "text_layout", "random_seed"]
NULLABLE += ["image_format", "response_format"]


@pytest.mark.parametrize("field", NULLABLE)
def test_explicit_null_means_default(server: Server, field: str) -> None:
    body: dict[str, Any] = {"prompt": "a cup", "style": "vector_illustration", field: None}
    assert httpx.post(f"{server.v1}/images/generations", json=body, timeout=60).status_code == 200


def test_error_reaches_the_client(client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError) as caught:
        client.images.generate(prompt="x", size="1x1")
    assert caught.value.code == "invalid_value"
    assert caught.value.param == "size"


def test_same_seed_same_bytes(client: openai.OpenAI) -> None:
    def draw() -> str:
        reply = client.images.generate(
            prompt="two foxes", style="vector_illustration", response_format="b64_json", extra_body={"random_seed": 5}
        )  # type: ignore[call-overload]
        return str(reply.data[0].b64_json)

    assert draw() == draw()
