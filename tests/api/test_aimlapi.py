"""The AI/ML API document's own scripts, with only the base URL changed."""

from __future__ import annotations

import httpx

from tests.conftest import Server

PROMPT = "A T-Rex relaxing on a beach, lying on a sun lounger and wearing sunglasses."


def test_the_documents_request(server: Server) -> None:
    response = httpx.post(
        f"{server.v1}/images/generations",
        headers={"Authorization": "Bearer key", "Content-Type": "application/json"},
        json={"prompt": PROMPT, "model": "recraft-v3"},
        timeout=60,
    )
    assert response.status_code == 201
    [image] = response.json()["images"]
    assert image["content_type"] == "image/webp"
    assert image["file_name"] == "image.webp"
    assert len(httpx.get(image["url"]).content) == image["file_size"]


def test_exact_size_and_colours(server: Server) -> None:
    body = {
        "prompt": "a cup", "model": "recraft-v3", "style": "vector_illustration",
        "image_size": {"width": 640, "height": 512}, "colors": [{"r": 200, "g": 30, "b": 30}],
    }  # fmt: skip
    response = httpx.post(f"{server.v1}/images/generations", json=body, timeout=60)
    [image] = response.json()["images"]
    assert image["content_type"] == "image/svg+xml"
    assert 'width="640" height="512"' in httpx.get(image["url"]).text
