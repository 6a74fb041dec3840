"""Every kind of failure in the shape of every dialect: one table."""

from __future__ import annotations

import uuid
from functools import cache
from typing import Any

import pytest
from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient

from gouache.api import dialects, envelope, errors
from gouache.api.app import DIALECTS
from gouache.api.body import TooLarge, Unsupported
from gouache.api.fal_fields import bad
from gouache.api.segmind_account import Forbidden
from gouache.errors import (
    Busy,
    Canceled,
    Invalid,
    NotEnoughCredits,
    NotFound,
    TooLate,
    Unauthorized,
    Unavailable,
)

FAILURES: dict[int, Exception] = {
    400: Invalid("size: no", field="size"),
    401: Unauthorized("no key"),
    402: NotEnoughCredits("80 units needed, 3 left"),
    403: Forbidden("not yours"),
    404: NotFound("nothing there"),
    405: HTTPException(405),
    409: Canceled("called off"),
    413: TooLarge("too large", field="body"),
    415: Unsupported("gzip"),
    422: bad("prompt", "Field required", None, "missing"),
    429: Busy("too much", retry_after=7),
    500: RuntimeError("the password is 12345"),
    503: Unavailable("the worker died"),
    504: TooLate("not over"),
}
PATHS = {
    "recraft": "/v1/images/vectorize", "segmind": "/v2/recraft-v3", "segmind, mounted": "/segmind/v1/recraft-v3",
    "segmind, account": "/inference-request/generations", "aimlapi": "/aimlapi/v1/images/generations",
    "replicate": "/replicate/v1/predictions", "fal": "/fal/run/fal-ai/recraft-v3",
    "fal, storage": "/storage/auth/token",
}  # fmt: skip
OTHER_STATUS: dict[str, dict[int, int]] = {  # than ours
    "segmind": {402: 406, 415: 400, 503: 502}, "aimlapi": {402: 403}, "fal": {402: 403, 409: 499},
}  # fmt: skip
PLAIN = {("recraft", 401), ("recraft", 405)}
KEYS = {
    "recraft": {"code", "message", "error"}, "segmind": {"error"}, "replicate": {"title", "detail", "status"},
    "segmind, account": {"error", "error_description", "status_code"}, "fal": {"detail"},
    "aimlapi": {"message", "path", "requestId", "statusCode", "timestamp", "error"},
}  # fmt: skip


@cache
def client() -> TestClient:
    """An application that fails in the way that its query names, on whatever path."""
    app = FastAPI()
    envelope.install(app)
    errors.install(app)
    dialects.install(app, *DIALECTS)

    @app.post("/{path:path}")
    def fail(status: int) -> None:
        raise FAILURES[status]

    return TestClient(app)


def failure(door: str, status: int) -> Any:
    return client().post(PATHS[door], params={"status": status})


@pytest.mark.parametrize("status", FAILURES)
@pytest.mark.parametrize("door", PATHS)
def test_shape(door: str, status: int) -> None:
    reply = failure(door, status)
    name = door if door in KEYS else door.partition(",")[0]
    assert reply.status_code == OTHER_STATUS.get(name, {}).get(status, status)
    assert uuid.UUID(reply.headers["x-request-id"])
    assert "12345" not in reply.text
    assert reply.headers.get("retry-after") == ("7" if status == 429 else None)
    if (name, status) in PLAIN:
        assert reply.headers["content-type"].startswith("text/plain")
        return
    body = reply.json()
    assert KEYS[name] <= body.keys()
    assert len(body.keys() - KEYS[name] - {"error_type", "retry_after", "meta", "invalid_fields"}) == 0
    for key in ("status", "statusCode", "status_code"):
        assert body.get(key, reply.status_code) == reply.status_code


@pytest.mark.parametrize("door", ["recraft", "aimlapi"])
@pytest.mark.parametrize("status", [400, 402, 404, 413, 415, 422, 429, 500, 503])
def test_openais_clients_can_read_it(door: str, status: int) -> None:
    error = failure(door, status).json()["error"]
    assert error.keys() == {"message", "type", "param", "code"}
    assert isinstance(error["code"], str)
    assert error["param"] == getattr(FAILURES[status], "field", None)


def test_every_dialect_is_in_the_table() -> None:
    assert {dialect.name for dialect in DIALECTS} <= {door.partition(",")[0] for door in PATHS}
