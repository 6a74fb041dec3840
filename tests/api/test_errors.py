"""Every wrong field gets a clear answer in the dialect's own shape."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.conftest import Server

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1]]
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"prompt": ""}, "prompt"),
    ({"prompt": "  "}, "prompt"),
    ({"prompt": "x" * 1001}, "prompt"),
    ({"prompt": 5}, "prompt"),
    ({}, "prompt"),
    ({"prompt": "a", "n": 0}, "n"),
    ({"prompt": "a", "n": 7}, "n"),
    ({"prompt": "a", "n": "two"}, "n"),
    ({"prompt": "a", "size": "512x512"}, "size"),
    ({"prompt": "a", "model": "dall-e-3"}, "model"),
    ({"prompt": "a", "style": "impressionist"}, "style"),
    ({"prompt": "a", "style": "icon"}, "style"),
    ({"prompt": "a", "style": "digital_illustration", "substyle": "hdr"}, "substyle"),
    ({"prompt": "a", "style": "any", "style_id": "229b2a75-05e4-4580-85f9-b47ee521a00d"}, "style_id"),
    ({"prompt": "a", "response_format": "file"}, "response_format"),
    ({"prompt": "a", "image_format": "jpeg"}, "image_format"),
    ({"prompt": "a", "random_seed": -1}, "random_seed"),
    ({"prompt": "a", "random_seed": 2**32}, "random_seed"),
    ({"prompt": "a", "controls": {"colors": [{"rgb": [0, 0, 256]}]}}, "controls.colors.0.rgb.2"),
    ({"prompt": "a", "controls": {"colors": [{"rgb": [0, 0]}]}}, "controls.colors.0.rgb.2"),
    ({"prompt": "a", "controls": {"colors": [{"rgb": [0, 0, 0], "weight": 2}]}}, "controls.colors.0.weight"),
    ({"prompt": "a", "controls": {"artistic_level": 6}}, "controls.artistic_level"),
    ({"prompt": "a", "controls": []}, "controls"),
    ({"prompt": "a", "text_layout": [{"text": "two words", "bbox": SQUARE}]}, "text_layout.0.text"),
    ({"prompt": "a", "text_layout": [{"text": "A", "bbox": SQUARE[:3]}]}, "text_layout.0.bbox.3"),
    ({"prompt": "a", "stream": True}, "stream"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "field"), WRONG, ids=lambda value: str(value)[:40])
def test_recraft_shape(server: Server, body: dict[str, Any], field: str) -> None:
    response = httpx.post(f"{server.v1}/images/generations", json=body)
    assert response.status_code == 400
    answer = response.json()
    assert answer["error"]["param"] == field
    assert answer["code"] == answer["error"]["code"]
    assert answer["message"] == answer["error"]["message"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000])
def test_malformed_bodies(server: Server, content: bytes) -> None:
    response = httpx.post(f"{server.v1}/images/generations", content=content)
    assert response.status_code == 400
    assert response.json()["code"] == "invalid_json"


def test_lone_surrogates_are_refused(server: Server) -> None:
    response = httpx.post(f"{server.v1}/images/generations", content=b'{"prompt": "\\ud800"}')
    assert response.status_code == 400


def test_too_large_a_body(server: Server) -> None:
    response = httpx.post(f"{server.v1}/images/generations", content=b" " * 1_000_001)
    assert response.status_code == 413


def test_unknown_fields_are_reported(server: Server) -> None:
    body = {"prompt": "a cup", "style": "vector_illustration", "quality": "hd"}
    response = httpx.post(f"{server.v1}/images/generations", json=body, timeout=60)
    assert "quality" in response.headers["x-gouache-report"]


AIMLAPI_WRONG: list[dict[str, Any]] = [
    {"prompt": ""},
    {"num_images": 2},
    {"style": "icon"},
    {"image_size": "huge"},
    {"image_size": {"width": 65}},
    {"colors": [{"r": 1}]},
]


@pytest.mark.parametrize("change", AIMLAPI_WRONG)
def test_aimlapi_shape(server: Server, change: dict[str, Any]) -> None:
    response = httpx.post(f"{server.v1}/images/generations", json={"prompt": "a", "model": "recraft-v3", **change})
    assert response.status_code == 400
    answer = response.json()
    assert answer["message"] == "Body validation error"
    assert answer["statusCode"] == 400
    assert answer["path"] == "/v1/images/generations"


def test_no_key_is_plain_401(closed_server: Server) -> None:
    response = httpx.post(f"{closed_server.v1}/images/generations", json={"prompt": "a"})
    assert response.status_code == 401
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text == "request unauthorized"


def test_unknown_path_is_plain_404(server: Server) -> None:
    response = httpx.get(f"{server.v1}/nothing")
    assert (response.status_code, response.text) == (404, "404 page not found")


def test_a_forged_picture_url_is_404(server: Server) -> None:
    path = "A" * 43 + "/rs:fit:1024:1024:0/raw:1/plain/abs://external/images/229b2a75-05e4-4580-85f9-b47ee521a00d"
    assert httpx.get(f"{server.url}/{path}").status_code == 404
