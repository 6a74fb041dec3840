"""Own styles in the Recraft dialect, driven by the OpenAI client as the vendor's documents do."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import httpx
import numpy as np
import openai
import pytest
from PIL import Image, ImageDraw

from gouache.styles.measure import profile
from tests.api.test_recraft_images import encoded
from tests.conftest import Server

COLORS = ("#123a5a", "#f4ead2", "#e0533d")


def reference(seed: int) -> bytes:
    """Thick dark lines and flat patches in three colours, with grain."""
    picture = Image.new("RGB", (320, 320), COLORS[1])
    pen = ImageDraw.Draw(picture)
    for k in range(4):
        x, y = 30 + 61 * ((k * 3 + seed) % 4), 30 + 65 * k
        pen.ellipse((x, y, x + 80, y + 80), fill=COLORS[2], outline=COLORS[0], width=6)
    noise = np.random.default_rng(seed).normal(0, 9, (320, 320, 1))
    return encoded(Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8)))


@pytest.fixture(scope="module")
def client(server: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=server.v1, api_key="any", max_retries=0)


def create(client: openai.OpenAI, style: str = "digital_illustration", **more: Any) -> dict[str, Any]:
    reply = client.post(
        path="/styles", cast_to=object, body={"style": style, **more},
        files={"file1": reference(1), "file2": reference(2)},
        options={"headers": {"Content-Type": "multipart/form-data"}},
    )  # fmt: skip
    assert isinstance(reply, dict)
    return reply


def drawn(client: openai.OpenAI, **more: Any) -> np.ndarray[Any, Any]:
    reply = client.images.generate(
        prompt="a fox in a forest", extra_body={"random_seed": 3, "image_format": "png", **more}
    )
    assert reply.data
    return np.asarray(Image.open(io.BytesIO(httpx.get(reply.data[0].url or "").content)).convert("RGBA"))


def test_a_style_is_made_listed_and_forgotten(client: openai.OpenAI) -> None:
    made = create(client)
    assert made["credits"] == 40
    assert made["style"] == "digital_illustration"
    assert made["is_private"] is True
    kept = client.get(path=f"/styles/{made['id']}", cast_to=object)
    assert kept == {key: value for key, value in made.items() if key != "credits"}
    listed: Any = client.get(path="/styles", cast_to=object)
    assert made["id"] in [one["id"] for one in listed["styles"]]
    assert client.delete(path=f"/styles/{made['id']}", cast_to=object) == {}
    with pytest.raises(openai.NotFoundError):
        client.get(path=f"/styles/{made['id']}", cast_to=object)
    with pytest.raises(openai.BadRequestError, match="no style"):
        drawn(client, style_id=made["id"])


def test_pictures_take_on_the_traits_of_the_references(client: openai.OpenAI) -> None:
    wanted = profile([np.asarray(Image.open(io.BytesIO(reference(k))).convert("RGBA")) for k in (1, 2)], "any")
    own = profile([drawn(client, style_id=create(client)["id"])], "any")
    plain = profile([drawn(client, style="digital_illustration")], "any")

    def apart(found: Any) -> float:
        """How far the references' colours are from the nearest of a picture, by their weight."""

        def rgb(color: str) -> np.ndarray[Any, Any]:
            return np.asarray(list(bytes.fromhex(color[1:])), float)

        return sum(one.weight * min(float(np.linalg.norm(rgb(one.color) - rgb(o.color))) for o in found.palette)
                   for one in wanted.palette)  # fmt: skip

    assert apart(own) < 0.5 * apart(plain)
    for trait in ("texture", "lines"):
        target = getattr(wanted.traits, trait)
        assert abs(getattr(own.traits, trait) - target) < abs(getattr(plain.traits, trait) - target)


def test_vector_styles_stay_vector(client: openai.OpenAI) -> None:
    style = create(
        client, "vector_illustration", palette='{"colors": [{"rgb": [18, 58, 90]}, {"rgb": [244, 234, 210]}]}'
    )
    reply = client.images.generate(prompt="a fox", extra_body={"style_id": style["id"], "random_seed": 3})
    assert reply.data
    svg = httpx.get(reply.data[0].url or "")
    assert svg.headers["content-type"] == "image/svg+xml"
    assert "#123a5a" in svg.text


def test_blended_of_other_styles(client: openai.OpenAI) -> None:
    first = create(client)
    blend = client.post(path="/styles", cast_to=object, body={"source_styles": [first["id"]], "style": "icon"})
    assert isinstance(blend, dict)
    assert blend["style"] == "icon"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "image"),
        ({"style": "cubism"}, "style"),
        ({"source_styles": ["nonsense"]}, "source_styles"),
        ({"image_urls": ["ftp://example.com/a.png"]}, "image_urls"),
        ({"source_style_weights": [1]}, "source_style_weights"),
        ({"palette": {"colors": []}}, "palette.colors"),
    ],
)
def test_wrong_fields_are_named(server: Server, body: dict[str, Any], field: str) -> None:
    response = httpx.post(f"{server.v1}/styles", json=body, headers={"Authorization": "Bearer any"})
    assert response.status_code == 400
    assert response.json()["error"]["param"] == field


def test_file_parts_and_urls_are_counted_together(server: Server) -> None:
    inline = "data:image/png;base64," + base64.b64encode(encoded(Image.new("L", (64, 64)))).decode()
    response = httpx.post(
        f"{server.v1}/styles",
        data={"image_urls": json.dumps([inline] * 6)},
        files={f"file{k}": (f"{k}.png", reference(2)) for k in range(6)},
        headers={"Authorization": "Bearer any"},
    )
    assert response.status_code == 400
    assert response.json()["error"]["param"] == "image"
