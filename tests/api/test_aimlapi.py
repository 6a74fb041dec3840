"""The AI/ML API document's own scripts, with only the base URL changed, and the mounts of that dialect."""

from __future__ import annotations

import ast
import base64
from typing import Any

import httpx
import pytest

from tests.api.samples import run, samples
from tests.conftest import Server

MOUNTS = (
    "/v1/images/generations",
    "/aimlapi/v1/images/generations",
    "/aimlapi/images/generations",
    "/images/generations",
)
DRAWING = {"prompt": "a cup", "model": "recraft-v3", "style": "vector_illustration"}


def post(server: Server, path: str = MOUNTS[0], key: str | None = None, **fields: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return httpx.post(server.url + path, json=DRAWING | fields, headers=headers, timeout=60)


def test_the_documents_script(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    run(samples("aimlapi")[0], server.url)
    printed = capsys.readouterr().out
    assert printed.startswith("Generation: ")
    [image] = ast.literal_eval(printed.removeprefix("Generation: ").strip())["images"]
    assert (image["content_type"], image["file_name"]) == ("image/webp", "image.webp")
    assert len(httpx.get(image["url"]).content) == image["file_size"]


@pytest.mark.parametrize("mount", MOUNTS)
def test_every_mount(server: Server, mount: str) -> None:
    reply = post(server, mount)
    assert reply.status_code == 201
    assert reply.json()["images"][0]["url"] == reply.json()["data"][0]["url"]


def test_exact_size_and_colours(server: Server) -> None:
    fields: dict[str, Any] = {"image_size": {"width": 640, "height": 512}, "colors": [{"r": 200, "g": 30, "b": 30}]}
    [image] = post(server, **fields).json()["images"]
    assert image["content_type"] == "image/svg+xml"
    assert 'width="640" height="512"' in httpx.get(image["url"]).text


def test_base64_and_seed(server: Server) -> None:
    replies = [post(server, seed=3, response_format="b64_json").json() for _ in range(2)]
    [first, again] = [base64.b64decode(reply["data"][0]["b64_json"]) for reply in replies]
    assert first == again == httpx.get(replies[0]["images"][0]["url"]).content
    assert replies[0]["data"][0]["url"] is None


def test_unknown_fields_are_reported(server: Server) -> None:
    assert "aspect_ratio" in post(server, aspect_ratio="16:9").headers["x-gouache-report"]


@pytest.mark.parametrize("path", ["/models", "/v1/models", "/api/v1/models", "/aimlapi/v1/models", "/aimlapi/models"])
def test_models_need_no_key(closed_server: Server, path: str) -> None:
    listed = httpx.get(closed_server.url + path).json()
    assert {"recraftv3", "recraftv2"} <= {one["id"] for one in listed["data"]}


def test_one_model(server: Server) -> None:
    for path in ("/model/recraft-v3", "/aimlapi/v1/model/recraft-v3"):
        found = httpx.get(server.url + path).json()
        assert (found["object"], found["data"]["id"]) == ("model", "recraftv3")
    missing = httpx.get(f"{server.url}/model/flux")
    assert (missing.status_code, missing.json()["path"]) == (404, "/model/flux")


def test_keys_and_credits(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "aiml-poor", "--units", "100")
    key = closed_server.shell("keys", "create", "--account", "aiml-poor")
    for mount in MOUNTS:
        refused = post(closed_server, mount)
        assert (refused.status_code, refused.json()["statusCode"]) == (401, 401)
    assert post(closed_server, key=key).json()["meta"]["usage"]["credits_used"] == 240_000
    balances = [httpx.get(closed_server.url + path, headers={"Authorization": f"Bearer {key}"}).json()["balance"]
                for path in ("/v1/billing/balance", "/aimlapi/v1/billing/balance")]  # fmt: skip
    assert balances == [60_000, 60_000]
    poor = post(closed_server, key=key)
    assert (poor.status_code, poor.json()["statusCode"]) == (403, 403)
    assert poor.json()["message"].startswith("You've run out of credits")
    assert httpx.get(f"{closed_server.url}/v1/billing/balance").status_code == 401


def test_who_is_turned_away_hears_it_in_the_bodys_dialect(closed_server: Server) -> None:
    recraft = httpx.post(f"{closed_server.v1}/images/generations", json={"prompt": "a cup"})
    assert (recraft.status_code, recraft.text) == (401, "request unauthorized")
