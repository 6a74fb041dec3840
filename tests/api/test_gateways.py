"""Requests of programs that speak Recraft or OpenAI on behalf of others, as they were seen on the wire."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.test_fal_images import png
from tests.conftest import Server

# LiteLLM 1.106.2: image_generation(model="recraft/recraftv3", n=2, size=, style=, response_format=)
LITELLM = (
    b'{"prompt":"a red apple","model":"recraftv3","n":2,"response_format":"b64_json","size":"1280x1024",'
    b'"style":"vector_illustration"}'
)
# langchain-community 0.4.2: DallEAPIWrapper(model="recraftv3", size="1024x1024", n=2, base_url=)
LANGCHAIN = b'{"prompt":"a red apple","model":"recraftv3","n":2,"size":"1024x1024"}'
# ComfyUI's partner node for Recraft V3
COMFYUI: dict[str, Any] = {
    "prompt": "a red apple", "negative_prompt": None, "model": "recraftv3", "size": "1024x1024", "n": 1,
    "style": "vector_illustration", "substyle": "line_art", "style_id": None,
    "controls": {"artistic_level": None, "colors": [{"rgb": [200, 30, 30]}], "background_color": None, "no_text": None},
}  # fmt: skip
BRACKETS = {"controls[colors][][rgb][]": ["200", "30", "30"], "controls[no_text]": "true", "n": "1",
            "model": "recraftv3", "prompt": "winter", "strength": "0.5"}  # fmt: skip


def post(server: Server, path: str, content: bytes) -> dict[str, Any]:
    headers = {"Content-Type": "application/json", "Authorization": "Bearer k"}
    response = httpx.post(server.url + path, content=content, headers=headers, timeout=60)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize("base", ["", "/v1"])
def test_litellm(server: Server, base: str) -> None:
    answer = post(server, f"{base}/v1/images/generations", LITELLM)
    assert len({item["b64_json"] for item in answer["data"]}) == 2


def test_langchain(server: Server) -> None:
    answer = post(server, "/v1/images/generations", LANGCHAIN)
    assert len({item["url"] for item in answer["data"]}) == 2


def test_comfyui_draws(server: Server) -> None:
    response = httpx.post(f"{server.url}/proxy/recraft/image_generation", json=COMFYUI, timeout=60)
    answer = response.json()
    assert response.status_code == 200
    assert answer.keys() == {"created", "credits", "data"}
    assert (type(answer["created"]), answer["credits"]) == (int, 80)
    assert answer["data"][0].keys() == {"image_id", "url"}


def test_comfyui_traces(server: Server) -> None:
    parts = {"image": ("image.png", png(), "image/png")}
    response = httpx.post(f"{server.url}/proxy/recraft/images/vectorize", files=parts, data={"n": "1"}, timeout=60)
    assert response.status_code == 200, response.text
    assert httpx.get(response.json()["image"]["url"]).headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize("route", ["imageToImage", "inpaint", "replaceBackground", "removeBackground", "crispUpscale"])
def test_comfyuis_other_routes_are_there(server: Server, route: str) -> None:
    refused = httpx.post(f"{server.url}/proxy/recraft/images/{route}", data=BRACKETS)
    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "image")


def test_comfyuis_keys(closed_server: Server) -> None:
    key = closed_server.shell("keys", "create", "--account", "comfy")
    for headers in ({"X-API-KEY": key}, {"Authorization": f"Bearer {key}"}):
        found = httpx.get(f"{closed_server.url}/proxy/recraft/users/me", headers=headers)
        assert (found.status_code, found.json()["name"]) == (200, "comfy")
    for wrong in ({}, {"X-API-KEY": "wrong"}):
        assert httpx.get(f"{closed_server.url}/proxy/recraft/users/me", headers=wrong).status_code == 401


def test_comfyuis_probe(server: Server) -> None:
    assert httpx.get(f"{server.url}/health").status_code == 200
    assert httpx.get(f"{server.url}/proxy/recraft/nothing").text == "404 page not found"
