"""The Replicate dialect: models, their versions, and who is asking."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse

from gouache.api.body import counted
from gouache.api.links import origin
from gouache.api.replicate import account, known
from gouache.api.replicate_catalog import listed
from gouache.api.replicate_docs import refused
from gouache.api.replicate_replies import model_card, version_card
from gouache.api.services import caller
from gouache.errors import NotFound

_LONGEST_QUERY = 1000
mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])


@mount.get("/models", responses=refused(401, 405))
async def models(request: Request) -> JSONResponse:
    """The models served here."""
    return _page([model_card(model, origin(request)) for model in listed().values()])


@mount.api_route("/models", methods=["QUERY"], include_in_schema=False)
async def search(request: Request) -> JSONResponse:
    """The models whose name or description holds every word of the body."""
    query = b"".join([chunk async for chunk in counted(request, _LONGEST_QUERY)])
    words = query.decode("utf-8", "replace").lower().split()
    texts = {model: f"{model.slug} {model.description}".lower() for model in listed().values()}
    found = [model for model, text in texts.items() if all(word in text for word in words)]
    return _page([model_card(model, origin(request)) for model in found])


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


@mount.get("/account", responses=refused(401, 405))
async def who(request: Request) -> JSONResponse:
    """The account of the key."""
    name = caller(request).name
    return JSONResponse(
        {"type": "organization", "username": name, "name": name, "github_url": None, "avatar_url": None}
    )


def _page(results: list[dict[str, Any]]) -> JSONResponse:
    return JSONResponse({"next": None, "previous": None, "results": results})
