"""What the server offers: styles, models, status, prompts and palettes, over the wire."""

from __future__ import annotations

from typing import Any

import httpx
import openai
import pytest

from tests.conftest import Server

BASIC = {"style_id", "style", "substyle", "model"}


def test_every_basic_style_can_be_asked_for_by_its_id(server: Server) -> None:
    styles = httpx.get(f"{server.v1}/styles/basic").json()["styles"]
    assert all(set(style) == BASIC for style in styles)
    assert len({style["style_id"] for style in styles}) == len(styles) > 100
    icon = next(s for s in styles if s["style"] == "icon" and s["substyle"] == "outline")
    body = {"prompt": "a cup", "model": icon["model"], "style_id": icon["style_id"]}
    response = httpx.post(f"{server.v1}/images/generations", json=body, timeout=60)
    assert '"style": "outline"' in response.headers["x-gouache-report"]


def test_models_in_three_shapes_at_once(server: Server) -> None:
    answer = httpx.get(f"{server.v1}/models").json()
    assert answer["object"] == "list"
    first = answer["data"][0]
    assert (first["id"], first["object"], first["owned_by"]) == ("recraftv3", "model", "recraft")
    assert first["pricing"] == {"image": "0.04"}
    assert first["aliases"] == ["recraft-v3"]
    assert first["info"]["name"] == first["name"] == "Recraft V3"
    vector = next(m for m in answer["data"] if m["id"] == "recraftv3_vector")
    assert vector["pricing"] == {"image": "0.08"}


@pytest.mark.parametrize("name", ["recraftv3", "recraft-v3", "recraft20b"])
def test_one_model(server: Server, name: str) -> None:
    assert httpx.get(f"{server.v1}/models/{name}").json()["name"].startswith("Recraft")


def test_an_unknown_model_is_named(server: Server) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        openai.OpenAI(base_url=server.v1, api_key="k").models.retrieve("gpt-9")
    assert (caught.value.code, caught.value.param) == ("model_not_found", "model")
    assert "gpt-9" in caught.value.message


def test_models_through_the_openai_client(server: Server) -> None:
    client = openai.OpenAI(base_url=server.v1, api_key="k")
    assert "recraftv3" in [model.id for model in client.models.list()]
    assert client.models.retrieve("recraftv3").owned_by == "recraft"


def test_ping_and_status_need_no_key(closed_server: Server) -> None:
    ping = httpx.get(f"{closed_server.url}/ping")
    assert (ping.status_code, ping.content) == (200, b"")
    assert httpx.get(f"{closed_server.url}/status").json() == {"service": True, "generation": True}


@pytest.mark.parametrize("path", ["styles/basic", "users/me"])
def test_the_account_needs_a_key(closed_server: Server, path: str) -> None:
    response = httpx.get(f"{closed_server.v1}/{path}")
    assert (response.status_code, response.text) == (401, "request unauthorized")


def test_enhance(server: Server) -> None:
    answer = httpx.post(f"{server.v1}/prompts/enhance", json={"prompt": "a red panda"}, timeout=60).json()
    assert answer["enhanced_prompt"].startswith("a red panda")
    assert len(answer["enhanced_prompt"]) > 60
    assert answer["credits"] == 10


ENHANCE_WRONG: list[dict[str, Any]] = [{}, {"prompt": ""}, {"prompt": " "}, {"prompt": "x" * 2001}, {"prompt": 3}]


@pytest.mark.parametrize("body", ENHANCE_WRONG, ids=lambda b: str(b)[:20])
def test_wrong_prompts_to_enhance(server: Server, body: dict[str, Any]) -> None:
    response = httpx.post(f"{server.v1}/prompts/enhance", json=body)
    assert (response.status_code, response.json()["code"]) == (400, "invalid_prompt")


def test_optimize(server: Server) -> None:
    body = {"colors": [{"hex": "#FF0000", "weight": 3}, {"hex": "#fe0000"}, {"hex": "#00f"}], "num_colors_limit": 2}
    answer = httpx.post(f"{server.v1}/colors/optimize", json=body).json()
    assert answer == {
        "mapping": [
            {"from": "#FF0000", "to": "#FF0000"}, {"from": "#fe0000", "to": "#FF0000"}, {"from": "#00f", "to": "#00f"},
        ],
        "credits": 0,
    }  # fmt: skip


RED = {"hex": "#ff0000"}
OPTIMIZE_WRONG: list[tuple[dict[str, Any], str]] = [
    ({"num_colors_limit": 1}, "colors"),
    ({"colors": [], "num_colors_limit": 1}, "colors"),
    ({"colors": [RED] * 257, "num_colors_limit": 1}, "colors"),
    ({"colors": [RED]}, "num_colors_limit"),
    ({"colors": [RED], "num_colors_limit": 0}, "num_colors_limit"),
    ({"colors": [{"hex": "red"}], "num_colors_limit": 1}, "colors.0.hex"),
    ({"colors": [{**RED, "weight": -1}], "num_colors_limit": 1}, "colors.0.weight"),
]


@pytest.mark.parametrize(("body", "field"), OPTIMIZE_WRONG, ids=lambda v: str(v)[:30])
def test_wrong_palettes(server: Server, body: dict[str, Any], field: str) -> None:
    response = httpx.post(f"{server.v1}/colors/optimize", json=body)
    assert (response.status_code, response.json()["error"]["param"]) == (400, field)
