"""Routes called without the framework do what they did with it; those that need it keep it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from gouache.api import errors, switch
from gouache.api.app import create_app
from gouache.api.lean import lean
from gouache.errors import Invalid


async def counts(request: Request) -> None:
    request.state.count = getattr(request.state, "count", 0) + 1


async def refuses(request: Request) -> None:
    if "x-no" in request.headers:
        raise Invalid("no", field="x-no")


async def tells(request: Request) -> str:
    return "told"


async def named(request: Request, word: str, other: str) -> JSONResponse:
    return JSONResponse({"word": word, "other": other, "count": request.state.count}, 202, headers={"x-a": "b"})


async def asked(request: Request, word: str, other: str, page: int = 3) -> JSONResponse:
    return JSONResponse({"word": word, "other": other, "page": page})


async def told(word: str, other: str, what: str = Depends(tells)) -> Response:
    return Response(f"{word}{other}{what}")


async def plain(word: str, other: str) -> dict[str, str]:
    return {"word": word, "other": other}


async def counted(word: str, other: int) -> Response:
    return Response(word * other)


ENDPOINTS: tuple[Callable[..., Awaitable[Any]], ...] = (named, asked, told, plain, counted)


def application(*, switched: bool) -> FastAPI:
    app = FastAPI()
    errors.install(app)
    inner = APIRouter(dependencies=[Depends(counts), Depends(refuses)])
    for endpoint in ENDPOINTS:
        inner.add_api_route(f"/{endpoint.__name__}/{{word}}/{{other}}", endpoint, dependencies=[Depends(counts)])
    app.include_router(inner, prefix="/in")
    if switched:
        switch.install(app)
    return app


@pytest.mark.parametrize("endpoint", ENDPOINTS)
@pytest.mark.parametrize("tail", ["a%20b/2", "a/x?page=4", "a/2?page=x", "a/2/3"])
@pytest.mark.parametrize("headers", [{}, {"x-no": "1"}])
def test_the_same_answer(endpoint: Callable[..., object], tail: str, headers: dict[str, str]) -> None:
    ours, theirs = (
        TestClient(application(switched=switched)).get(f"/in/{endpoint.__name__}/{tail}", headers=headers)
        for switched in (True, False)
    )
    assert (ours.status_code, ours.content, ours.headers) == (theirs.status_code, theirs.content, theirs.headers)


def test_who_needs_the_framework() -> None:
    app = application(switched=False)
    found = {one.endpoint: lean(one.dependant) for one in iter_route_contexts(app.routes) if hasattr(one, "dependant")}
    assert {endpoint.__name__ for endpoint in ENDPOINTS if found[endpoint]} == {"named"}


def test_submits_do_without() -> None:
    hot = {"/v1/images/generations", "/segmind/v2/{slug:segmind}"}
    contexts = [one for one in iter_route_contexts(create_app().router.routes) if one.path in hot]
    assert {one.path for one in contexts} == hot
    assert all(lean(one.dependant) for one in contexts)
