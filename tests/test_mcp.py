"""gouache as tools for agents, driven by the official client on stdio and over HTTP."""

from __future__ import annotations

import asyncio
import base64
import io
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import httpx2
import numpy as np
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from PIL import Image

from gouache.errors import Invalid
from gouache.mcp.server import checked_arguments
from gouache.mcp.tools import specs
from tests.api.test_recraft_images import drawn, encoded
from tests.conftest import Server

NAMES = {
    "generate_image", "create_style", "vectorize_image", "image_to_image", "remove_background", "replace_background",
    "crisp_upscale", "creative_upscale", "get_user",
}  # fmt: skip


def stdio(home: Path, **environment: str) -> StdioServerParameters:
    settings = {**os.environ, "GOUACHE_DATA_DIR": str(home), **environment}
    return StdioServerParameters(command=sys.executable, args=["-m", "gouache", "mcp"], env=settings)


def ask(server: Any, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    async def run() -> list[Any]:
        async with Client(server) as client:
            listed = await client.list_tools()
            assert {tool.name for tool in listed.tools} == NAMES
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(run())


@asynccontextmanager
async def over_http(server: Server) -> AsyncIterator[Any]:
    async with (
        httpx2.AsyncClient(headers={"Authorization": "Bearer any"}, timeout=120) as client,
        streamable_http_client(f"{server.url}/mcp", http_client=client) as streams,
    ):
        yield streams


def text(result: Any) -> str:
    return str(result.content[0].text)


def linked(result: Any) -> list[str]:
    return [str(item.uri) for item in result.content if item.type == "resource_link"]


def seen(result: Any) -> list[Image.Image]:
    return [
        Image.open(io.BytesIO(base64.b64decode(item.data))) for item in result.content if item.type == "image"
    ]  # fmt: skip


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("in") / "a disc.png"
    path.write_bytes(drawn())
    return path.as_uri()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def test_an_agent_draws_and_edits_without_a_server(home: Path, picture: str) -> None:
    made, vector, cut, styled, user = ask(
        stdio(home),
        ("generate_image", {"prompt": "a fox", "style": "vector_illustration", "numberOfImages": 2}),
        ("vectorize_image", {"imageURI": picture}),
        ("remove_background", {"imageURI": picture}),
        ("create_style", {"style": "digital_illustration", "imageURIs": [picture]}),
        ("get_user", {}),
    )
    assert [uri[-4:] for uri in linked(made)] == [".svg", ".svg"]
    assert max(seen(made)[0].size) <= 768
    assert httpx.URL(linked(vector)[0]).scheme == "file"
    assert "#d02030" in Path(httpx.URL(linked(vector)[0]).path).read_text().lower()
    assert seen(cut)[0].convert("RGBA").getpixel((2, 2))[3] == 0  # type: ignore[index]
    assert "credits" in text(user)
    style = text(styled).split()[5]
    [again] = ask(stdio(home), ("generate_image", {"prompt": "a cat", "styleID": style}))
    assert not again.is_error


def test_an_agent_uses_a_server_over_http(server: Server, picture: str) -> None:
    inline = "data:image/png;base64," + base64.b64encode(drawn()).decode()
    made, larger, refused, user = ask(
        over_http(server),
        ("generate_image", {"prompt": "a fox", "style": "vector_illustration"}),
        ("crisp_upscale", {"imageURI": inline}),
        ("remove_background", {"imageURI": picture}),
        ("get_user", {}),
    )
    svg = httpx.get(linked(made)[0])
    assert svg.headers["content-type"] == "image/svg+xml"
    assert "80 credits" in text(made)
    assert Image.open(io.BytesIO(httpx.get(linked(larger)[0]).content)).size == (1024, 1024)
    assert refused.is_error
    assert "file://" in text(refused)
    assert "credits left" in text(user)


def test_stdio_in_front_of_a_server(home: Path, server: Server, picture: str) -> None:
    there = stdio(home, RECRAFT_API_URL=server.url, RECRAFT_API_KEY="any")
    made, styled = ask(
        there,
        ("vectorize_image", {"imageURI": picture}),
        ("create_style", {"style": "digital_illustration", "imageURIs": [picture, picture]}),
    )
    assert linked(made)[0].startswith(server.url)
    assert "style_id" in text(styled)


@pytest.mark.parametrize(
    ("tool", "arguments", "word"),
    [
        ("generate_image", {}, "prompt is required"),
        ("generate_image", {"prompt": "a", "style": "cubism9"}, "image type"),
        ("generate_image", {"prompt": "a", "size": "1x1"}, "size"),
        ("generate_image", {"prompt": "a", "colour": "red"}, "no such argument"),
        ("vectorize_image", {"imageURI": "file:///nowhere.png"}, "nowhere"),
        ("vectorize_image", {"imageURI": "http://127.0.0.1:1/a.png"}, "imageURI"),
        ("generate_image", {"prompt": "a", "styleID": "nonsense"}, "no style"),
        ("paint", {}, "no tool"),
    ],
)
def test_what_is_wrong_is_said(home: Path, tool: str, arguments: dict[str, Any], word: str) -> None:
    [refused] = ask(stdio(home), (tool, arguments))
    assert refused.is_error
    assert word in text(refused)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("vectorize_image", {"imageURI": ["data:a", "data:b"]}),
        ("vectorize_image", {"imageURI": []}),
        ("create_style", {"style": "any", "imageURIs": ["data:a"] * 11}),
        ("create_style", {"style": "any", "imageURIs": [5]}),
        ("generate_image", {"numberOfImages": "many", "prompt": "a"}),
        ("generate_image", {"numberOfImages": 99, "prompt": "a"}),
        ("image_to_image", {"strength": True, "imageURI": "data:a", "prompt": "a"}),
    ],
)
def test_arguments_of_a_wrong_type_are_named(tool: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refused:
        checked_arguments(specs()[tool], arguments)
    assert refused.value.field in arguments


def test_a_photograph_fits_into_a_call(server: Server) -> None:
    grain = np.random.default_rng(1).integers(0, 256, (1300, 1300, 3), dtype=np.uint8)
    inline = "data:image/png;base64," + base64.b64encode(encoded(Image.fromarray(grain))).decode()
    [refused] = ask(over_http(server), ("vectorize_image", {"imageURI": inline[:-400]}))
    assert "cannot be read" in text(refused)


def test_a_key_is_needed(closed_server: Server) -> None:
    assert httpx.post(f"{closed_server.url}/mcp", json={}).status_code == 401
