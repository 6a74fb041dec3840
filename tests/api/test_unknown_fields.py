"""A field that a dialect does not know is never an error there, and never goes unmentioned."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.api.test_fal_images import png
from tests.conftest import Server

VECTOR = {"prompt": "a cup", "style": "vector_illustration"}
DOORS: dict[str, tuple[str, dict[str, Any]]] = {
    "recraft": ("/v1/images/generations", VECTOR),
    "aimlapi": ("/v1/images/generations", {**VECTOR, "model": "recraft-v3"}),
    "segmind": ("/v1/recraft-v3-svg", {"prompt": "a cup"}),
    "fal": ("/fal/run/fal-ai/recraft/v3/text-to-image", VECTOR),
}


@pytest.mark.parametrize("door", DOORS)
def test_it_is_reported(server: Server, door: str) -> None:
    path, body = DOORS[door]
    reply = httpx.post(server.url + path, json=body | {"guidance": 7.5, "é" * 99: 1, "nothing": None}, timeout=60)
    assert reply.is_success, reply.text
    [report] = json.loads(reply.headers["x-gouache-report"])
    ignored = " ".join(report["ignored"])
    assert "'guidance': unknown field" in ignored
    assert "nothing" not in ignored
    assert "xe9" in ignored


@pytest.mark.parametrize("door", DOORS)
def test_files_that_are_not_used_are_reported(server: Server, door: str) -> None:
    path, body = DOORS[door]
    reply = httpx.post(server.url + path, data=body, files={"reference": png()}, timeout=60)
    assert reply.is_success, reply.text
    assert "reference" in reply.headers["x-gouache-report"]


def test_bytes_carry_the_report_too(server: Server) -> None:
    path, body = DOORS["segmind"]
    reply = httpx.post(server.url + path, json=body | {"steps": 4}, headers={"Accept": "image/*"}, timeout=60)
    assert reply.headers["content-type"] == "image/svg+xml"
    assert "steps" in reply.headers["x-gouache-report"]
