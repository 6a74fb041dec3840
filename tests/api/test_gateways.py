"""Programs that speak Recraft or OpenAI on behalf of others: LiteLLM and LangChain themselves, ComfyUI's requests."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api.test_fal_images import png
from tests.conftest import Server

_PYTHON = Path(__file__).parents[2] / ".venv-gateways" / "bin" / "python"
LITELLM = """
import litellm
def draw(base, **wishes):
    wishes = {"model": "recraft/recraftv3", "api_key": "k", "response_format": "b64_json", **wishes}
    return [one.b64_json for one in litellm.image_generation("a red apple", api_base=base, **wishes).data]
two = draw(base, n=2, size="1280x1024", style="vector_illustration")
again = draw(base + "/v1", n=2, size="1280x1024", style="vector_illustration")
try:
    draw(base, size="7x7")
except litellm.BadRequestError as error:
    answer([two, again, str(error)])
"""
LANGCHAIN = """
from langchain_community.utilities.dalle_image_generator import DallEAPIWrapper
painter = DallEAPIWrapper(model="recraftv3", size="1024x1024", n=2, api_key="k", base_url=base + "/v1")
answer(painter.run("a red apple").split())
"""
# ComfyUI's partner node for Recraft V3
COMFYUI: dict[str, Any] = {
    "prompt": "a red apple", "negative_prompt": None, "model": "recraftv3", "size": "1024x1024", "n": 1,
    "style": "vector_illustration", "substyle": "line_art", "style_id": None,
    "controls": {"artistic_level": None, "colors": [{"rgb": [200, 30, 30]}], "background_color": None, "no_text": None},
}  # fmt: skip
BRACKETS = {"controls[colors][][rgb][]": ["200", "30", "30"], "controls[no_text]": "true", "n": "1",
            "model": "recraftv3", "prompt": "winter", "strength": "0.5"}  # fmt: skip


def run(script: str, base: str) -> Any:
    """What the script, with the libraries of an environment of their own, passes to `answer`."""
    if not _PYTHON.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"no {_PYTHON}: `make test` sets it up")
    tell = f"import json\nbase = {base!r}\ndef answer(value):\n    print('ANSWER', json.dumps(value))\n"
    environment = {**os.environ, "LITELLM_LOCAL_MODEL_COST_MAP": "True"}
    done = subprocess.run([_PYTHON, "-c", tell + script], capture_output=True, text=True, timeout=200, env=environment)
    assert done.returncode == 0, done.stderr
    [line] = [line for line in done.stdout.splitlines() if line.startswith("ANSWER ")]
    return json.loads(line.removeprefix("ANSWER "))


def test_litellm(server: Server) -> None:
    two, again, refused = run(LITELLM, server.url)
    assert len(set(two)) == len(set(again)) == 2
    assert all(base64.b64decode(picture).startswith(b"<svg") for picture in two + again)
    assert "size" in refused


def test_langchain(server: Server) -> None:
    urls = run(LANGCHAIN, server.url)
    assert len(set(urls)) == 2
    assert all(httpx.get(url).headers["content-type"] == "image/webp" for url in urls)


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
