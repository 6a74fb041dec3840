"""What HTTP itself can get wrong, in the dialect's shapes."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import openai
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from gouache.api import envelope, errors
from gouache.errors import Busy, Unavailable
from tests.conftest import Server

GENERATE = "/v1/images/generations"
METHODS = [
    ("GET", GENERATE), ("DELETE", f"{GENERATE}/raster"), ("PUT", f"{GENERATE}/vector"), ("GET", "/v1/prompts/enhance"),
    ("GET", "/v1/colors/optimize"), ("POST", "/v1/users/me"), ("POST", "/v1/models"), ("POST", "/ping"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), METHODS)
def test_wrong_methods(server: Server, method: str, path: str) -> None:
    response = httpx.request(method, server.url + path)
    assert (response.status_code, response.text) == (405, "405 method not allowed")
    assert response.headers["allow"]


@pytest.mark.parametrize("path", ["/v1", "/v1/images", "/v3/x", "/v1/images/generations/3d", "/a/b/c", "/%00"])
def test_unknown_paths(server: Server, path: str) -> None:
    response = httpx.get(server.url + path)
    assert (response.status_code, response.text) == (404, "404 page not found")
    assert response.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("method", "path", "code"),
    [
        ("GET", "/v1/styles/x", "style_not_found"),
        ("DELETE", f"/v1/styles/{uuid.UUID(int=7)}", "style_not_found"),
        ("GET", f"/v1/images/{uuid.UUID(int=7)}", "not_found"),
    ],
)
def test_unknown_things(server: Server, method: str, path: str, code: str) -> None:
    response = httpx.request(method, server.url + path)
    assert response.status_code == 404
    assert (response.json()["code"], response.json()["error"]["type"]) == (code, "not_found_error")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/v1/styles/x", "DELETE, GET"), ("/v1/styles", "GET, POST"), ("/replicate/v1/predictions", "GET, POST")],
)
def test_allow_names_all_methods(server: Server, path: str, allowed: str) -> None:
    response = httpx.patch(server.url + path)
    assert (response.status_code, response.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("path", ["/ping", "/status", "/health"])
def test_probes_may_ask_for_the_head(server: Server, path: str) -> None:
    response = httpx.head(server.url + path)
    assert (response.status_code, response.content) == (200, b"")


def test_an_unknown_stream_is_replicates_problem(server: Server) -> None:
    assert httpx.get(f"{server.url}/v1/files/x").json()["title"] == "Not found"


REFUSED: list[tuple[dict[str, Any], int, str]] = [
    ({"content": b"<a/>", "headers": {"Content-Type": "text/xml"}}, 415, "unsupported_media_type"),
    ({"content": b"{}", "headers": {"Content-Encoding": "gzip"}}, 415, "unsupported_media_type"),
    ({"content": b" " * 1_000_001}, 413, "request_too_large"),
    ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 400, "invalid_json"),
    ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400, "invalid_form"),
    ({"json": {"prompt": ""}}, 400, "invalid_prompt"),
    ({"json": {"prompt": "a", "model": "gpt"}}, 400, "invalid_model"),
    ({"json": {"prompt": "a", "style_id": "x"}}, 400, "style_not_found"),
]


@pytest.mark.parametrize("path", [GENERATE, f"{GENERATE}/raster", f"{GENERATE}/vector", f"/v1{GENERATE}"])
@pytest.mark.parametrize(("request_", "status", "code"), REFUSED, ids=lambda value: str(value)[:30])
def test_refusals_in_both_shapes(
    server: Server, path: str, request_: dict[str, Any], status: int, code: str
) -> None:  # fmt: skip
    response = httpx.post(server.url + path, **request_)
    answer = response.json()
    assert response.status_code == status
    assert (answer["code"], answer["error"]["code"]) == (code, code)
    assert answer["message"] == answer["error"]["message"]
    assert answer["error"]["type"] == "invalid_request_error"


def test_style_and_style_id_exclude_each_other(server: Server) -> None:
    """Whether there is such a style or not."""
    body = {"prompt": "a", "style": "icon", "style_id": str(uuid.uuid4())}
    answer = httpx.post(server.url + GENERATE, json=body).json()
    assert (answer["code"], answer["error"]["param"]) == ("invalid_value", "style_id")
    assert "mutually exclusive" in answer["message"]


def test_aimlapi_names_fields_by_their_path(server: Server) -> None:
    body = {"prompt": "a", "model": "recraft-v3", "image_size": {"width": 65}}
    answer = httpx.post(server.url + GENERATE, json=body).json()
    assert answer["meta"][0]["path"] == ["image_size", "width"]
    assert answer["error"]["param"] == "image_size.width"


def test_every_reply_has_an_id(server: Server) -> None:
    for path in ("/ping", "/nothing", "/v1/models"):
        assert uuid.UUID(httpx.get(server.url + path).headers["x-request-id"])


def test_the_id_reaches_the_openai_client(server: Server) -> None:
    client = openai.OpenAI(base_url=server.v1, api_key="k", max_retries=0)
    with pytest.raises(openai.BadRequestError) as caught:
        client.images.generate(prompt="a", size="1x1")
    assert uuid.UUID(caught.value.request_id)


def test_billing_is_accepted(server: Server) -> None:
    body = {"prompt": "a cup", "style": "vector_illustration"}
    assert httpx.post(f"{server.url}{GENERATE}?billing=api", json=body, timeout=60).status_code == 200


def test_v1_twice(server: Server) -> None:
    assert httpx.get(f"{server.url}/v1/v1/models").json() == httpx.get(f"{server.url}/v1/models").json()


@pytest.fixture
def broken() -> TestClient:
    """An application whose routes fail in every way."""
    app = FastAPI()
    envelope.install(app)
    errors.install(app)

    @app.get("/bug")
    def bug() -> None:
        raise RuntimeError("the password is 12345")

    @app.get("/dead")
    def dead() -> None:
        raise Unavailable("the worker died three times")

    @app.get("/busy")
    def busy() -> None:
        raise Busy("too much", retry_after=7)

    return TestClient(app, raise_server_exceptions=True)


def test_the_unforeseen_is_a_500_without_internals(broken: TestClient) -> None:
    response = broken.get("/bug")
    answer = response.json()
    assert (response.status_code, answer["code"], answer["error"]["type"]) == (500, "internal_error", "server_error")
    assert "12345" not in response.text
    assert response.headers["x-request-id"] in answer["message"]


def test_repeats_are_told_when_they_are_pointless(broken: TestClient) -> None:
    assert broken.get("/dead").headers["x-should-retry"] == "false"
    busy = broken.get("/busy")
    assert (busy.status_code, busy.headers["retry-after"]) == (429, "7")
    assert "x-should-retry" not in busy.headers
