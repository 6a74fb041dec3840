"""The switch finds what the router would have found by trying every route."""

from __future__ import annotations

import asyncio
import re

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.responses import PlainTextResponse
from starlette.routing import Match
from starlette.types import Receive, Scope, Send

from gouache.api.app import create_app
from gouache.api.switch import Switch

APP = create_app()
CONTEXTS = [context for context in iter_route_contexts(APP.router.routes) if context.path]
SAMPLES = {"model": "fal-ai/recraft/v3/text-to-image", "slug": "recraft-v3", "signature": "s" * 43, "rest": "a/b/c"}


def sample(path: str) -> str:
    def value(match: re.Match[str]) -> str:
        name, _, kind = match[1].partition(":")
        return "6f1c9d1e-3b6a-4c53-9c5e-0d8a0c2f7b11" if kind == "uuid" else SAMPLES.get(name, "x")

    return re.sub(r"\{([^}]+)\}", value, path)


PATHS = sorted({sample(context.path or "") for context in CONTEXTS})
ODD = [
    "/",
    "//",
    "/v1",
    "/v1/",
    "/v1/models/",
    "/v1/models/a/b/c/d/e/f/g",
    "/v1/images/generations/vector/x",
    "/x" * 90,
]


def by_trying(scope: Scope) -> object:
    for context in CONTEXTS:
        match, found = context.matches(dict(scope))
        if match is Match.FULL:
            return found["endpoint"]
    return None


def by_switch(scope: Scope, app: FastAPI = APP) -> object:
    """The endpoint in whose hands the switch puts a request, None when it leaves it to the router."""

    async def nowhere(scope: Scope, receive: Receive, send: Send) -> None:
        raise LookupError

    switch = Switch(app, nowhere)
    for leaf in switch.candidates(scope["path"]):
        match, found = leaf.matches(dict(scope))
        if match is Match.FULL:
            return found["endpoint"]
    return None


@pytest.mark.parametrize("path", [*PATHS, *ODD])
def test_the_same_route_as_by_trying_all(path: str) -> None:
    for method in ("GET", "POST", "PUT", "DELETE"):
        scope: Scope = {"type": "http", "method": method, "path": path, "root_path": "", "headers": []}
        assert by_switch(scope) is by_trying(scope), method


def test_hardly_any_route_is_tried() -> None:
    switch = Switch(APP, PlainTextResponse())
    assert max(len(switch.candidates(path)) for path in PATHS) <= 12 < len(CONTEXTS)


def test_what_is_unknown_goes_to_the_router() -> None:
    reached: list[str] = []

    async def router(scope: Scope, receive: Receive, send: Send) -> None:
        reached.append(scope["path"])

    async def run() -> None:
        for method, path in (("GET", "/nothing"), ("DELETE", "/v1/images/generations")):
            await Switch(APP, router)({"type": "http", "method": method, "path": path}, _none, _drop)

    asyncio.run(run())
    assert reached == ["/nothing", "/v1/images/generations"]


async def _none() -> dict[str, object]:
    return {}


async def _drop(message: object) -> None:
    return
