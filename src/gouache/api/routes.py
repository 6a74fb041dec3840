"""The routes that several dialects share, and the files that all of them point to."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from gouache.api import aimlapi, recraft
from gouache.api.auth import account
from gouache.api.body import json_object
from gouache.api.services import services

router = APIRouter()


@router.post("/v1/images/generations", dependencies=[Depends(account)])
async def generations(request: Request) -> Response:
    """Text to image. Recraft and OpenAI bodies alike; a body with `recraft-v3` or `image_size` is AI/ML API's."""
    body = await json_object(request)
    if aimlapi.speaks(body):
        request.state.dialect = "aimlapi"
        return await aimlapi.generate(request, body)
    return await recraft.generate(request, body)


@router.get("/ping")
async def ping() -> Response:
    return Response()


@router.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@router.get("/{path:path}", include_in_schema=False)
async def picture(request: Request, path: str) -> Response:
    """A stored picture by its signed path; needs no key."""
    shared = services(request)
    artifact, data = await shared.store.get(shared.signer.artifact_id(path))
    headers = {
        "Content-Type": artifact.media_type,  # set by hand: no charset may follow it
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": "private, max-age=3600",
        "Access-Control-Allow-Origin": "*",
    }
    return Response(data, headers=headers)
