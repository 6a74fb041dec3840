"""The Replicate dialect: models, their versions, collections, hardware, and who is asking."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi import Query as Parameter
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from gouache.api.body import counted
from gouache.api.links import origin
from gouache.api.replicate import known
from gouache.api.replicate_auth import account
from gouache.api.replicate_catalog import Listed, collections, listed
from gouache.api.replicate_docs import refused
from gouache.api.replicate_replies import collection_card, model_card, readme, version_card
from gouache.api.services import caller
from gouache.errors import NotFound

_LONGEST_QUERY = 1000
Query = Annotated[str, Parameter(min_length=1, max_length=_LONGEST_QUERY)]
Limit = Annotated[int, Parameter(ge=1, le=50)]
mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])


@mount.get("/models", responses=refused(401, 405))
async def models(request: Request) -> JSONResponse:
    """The models served here."""
    return _page([model_card(model, origin(request)) for model in listed().values()])


@mount.api_route("/models", methods=["QUERY"], include_in_schema=False)
async def query(request: Request) -> JSONResponse:
    """The models whose name or description holds every word of the body."""
    body = b"".join([chunk async for chunk in counted(request, _LONGEST_QUERY)])
    text = body.decode("utf-8", "replace").strip().strip('"')  # the client for Node sends a JSON string
    return _page([model_card(model, origin(request)) for model in _holding(text)])


@mount.get("/search", responses=refused(401, 405, 422))
async def search(request: Request, query: Query, limit: Limit = 20) -> JSONResponse:
    """The models and collections whose words hold every word of the query."""
    models = [{"model": model_card(one, origin(request)), "metadata": {}} for one in _holding(query)[:limit]]
    found = [collection_card(one) for one in collections().values() if _holds(f"{one.name} {one.description}", query)]
    return JSONResponse({"query": query, "models": models, "collections": found, "pages": []})


def _holding(words: str) -> list[Listed]:
    return [model for model in listed().values() if _holds(f"{model.slug} {model.description}", words)]


def _holds(text: str, words: str) -> bool:
    return all(word in text.lower() for word in words.lower().split())


@mount.get("/models/{owner}/{name}", responses=refused(401, 404, 405))
async def model(request: Request, owner: str, name: str) -> JSONResponse:
    """A model with the schema of its inputs."""
    return JSONResponse(model_card(known(f"{owner}/{name}"), origin(request)))


@mount.get("/models/{owner}/{name}/versions", responses=refused(401, 404, 405))
async def versions(owner: str, name: str) -> JSONResponse:
    """The versions of a model, newest first."""
    entry = known(f"{owner}/{name}")
    return _page([version_card(entry, version) for version in entry.versions])


@mount.get("/models/{owner}/{name}/versions/{version}", responses=refused(401, 404, 405))
async def version(owner: str, name: str, version: str) -> JSONResponse:
    """One version of a model."""
    entry = known(f"{owner}/{name}")
    if version not in entry.versions:
        raise NotFound(f"no version {ascii(version)} of {entry.slug}")
    return JSONResponse(version_card(entry, version))


@mount.get("/models/{owner}/{name}/examples", responses=refused(401, 404, 405))
async def examples(owner: str, name: str) -> JSONResponse:
    """Example predictions of a model; there are none here."""
    known(f"{owner}/{name}")
    return _page([])


_TEXT: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


@mount.get("/models/{owner}/{name}/readme", response_class=Response, responses=_TEXT | refused(401, 404, 405))
async def about(owner: str, name: str) -> PlainTextResponse:
    """What a model does, as Markdown."""
    return PlainTextResponse(readme(known(f"{owner}/{name}")))


@mount.get("/collections", responses=refused(401, 405))
async def every_collection() -> JSONResponse:
    """The models by what they are for."""
    return _page([collection_card(one) for one in collections().values()])


@mount.get("/collections/{slug}", responses=refused(401, 404, 405))
async def collection(request: Request, slug: str) -> JSONResponse:
    """A collection with its models."""
    one = collections().get(slug)
    if one is None:
        raise NotFound(f"no collection {ascii(slug)}")
    models = [model_card(model, origin(request)) for model in one.models]
    return JSONResponse({**collection_card(one), "models": models})


@mount.get("/hardware", responses=refused(401, 405))
async def hardware() -> JSONResponse:
    """What models run on: nothing here can be chosen."""
    return JSONResponse([{"name": "CPU", "sku": "cpu"}])


@mount.get("/deployments", responses=refused(401, 405))
@mount.get("/trainings", responses=refused(401, 405))
async def none() -> JSONResponse:
    """There are none here."""
    return _page([])


@mount.get("/account", responses=refused(401, 405))
async def who(request: Request) -> JSONResponse:
    """The account of the key."""
    name = caller(request).name
    return JSONResponse(
        {"type": "organization", "username": name, "name": name, "github_url": None, "avatar_url": None}
    )


def _page(results: list[dict[str, Any]]) -> JSONResponse:
    return JSONResponse({"next": None, "previous": None, "results": results})
