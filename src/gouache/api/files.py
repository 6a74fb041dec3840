"""Finished pictures by their signed paths; no key is needed, the signature is the permission."""

from __future__ import annotations

from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from starlette.convertors import Convertor, register_url_convertor

from gouache.api.auth import account
from gouache.api.byteranges import http_date, ranged, unchanged
from gouache.api.openapi import failures
from gouache.api.services import caller, public_url, services
from gouache.artifacts.cache import DiskCache
from gouache.artifacts.resize import Resizer, fitted, resizable
from gouache.artifacts.store import Artifact
from gouache.errors import NoPage, NotFound

router = APIRouter(include_in_schema=False)
links = APIRouter()
_LARGE = 64_000_000  # bytes; a picture of 16 MP is smaller in any format
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "private, max-age=3600",
    "Access-Control-Allow-Origin": "*",
}


class _Signature(Convertor[str]):
    regex = r"[\w-]{43}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("signature", _Signature())
SIGNED = "/{signature:signature}/{rest:path}"


class Link(BaseModel):
    """Where a picture can be fetched, and at which size in px."""

    image_id: str
    url: str
    width: int
    height: int
    media_type: str


Side = Annotated[int, Query(ge=0, le=16384, description="0 leaves this side free.")]


@links.get("/images/{image_id:uuid}", dependencies=[Depends(account)], responses=failures(400, 401, 404, 405))
async def link(request: Request, image_id: UUID, width: Side = 0, height: Side = 0) -> Link:
    """The signed URL of one of the caller's pictures, fitted into a box when one is given; nothing is enlarged."""
    shared = services(request)
    artifact = await shared.artifacts.get(str(image_id), caller(request).account)
    box = fitted(artifact.width, artifact.height, width, height) if resizable(artifact.media_type) else None
    box_width, box_height = box or (artifact.width, artifact.height)
    url = public_url(request, artifact, box)
    return Link(image_id=artifact.id, url=url, width=box_width, height=box_height, media_type=artifact.media_type)


@router.api_route(SIGNED, methods=["GET", "HEAD"])
async def picture(request: Request, signature: str, rest: str) -> Response:
    """A stored picture; raises NoPage for what was not signed here or is no longer kept."""
    shared = services(request)
    try:
        ticket = shared.signer.read(f"{signature}/{rest}")
        artifact = await shared.artifacts.get(ticket.id)
        size = _size(artifact, ticket.width, ticket.height)
        headers = _headers(artifact, size)
        if unchanged(request.headers, headers["ETag"], artifact.created):
            return Response(status_code=304, headers=headers)
        if size is None and artifact.bytes > _LARGE:
            return _streamed(request, artifact, headers)
        data = await _bytes(request, artifact, size)
    except NotFound as gone:
        raise NoPage() from gone
    return ranged(request, data, {**headers, "Content-Type": artifact.media_type})  # by hand: no charset may follow it


def _streamed(request: Request, artifact: Artifact, headers: dict[str, str]) -> Response:
    """A file that is too large to be held in memory for every client; always the whole of it."""
    headers = {**headers, "Content-Type": artifact.media_type, "Content-Length": str(artifact.bytes)}
    if request.method == "HEAD":
        return Response(headers=headers)
    return StreamingResponse(services(request).artifacts.chunks(artifact), headers=headers)


def _size(artifact: Artifact, width: int, height: int) -> tuple[int, int] | None:
    """The size in px to bring the picture to, None when it is served as it is."""
    if not resizable(artifact.media_type):
        return None
    size = fitted(artifact.width, artifact.height, width, height)
    return None if size == (artifact.width, artifact.height) else size


def _headers(artifact: Artifact, size: tuple[int, int] | None) -> dict[str, str]:
    tag = artifact.sha256[:32] + (f"-{size[0]}x{size[1]}" if size else "")
    return {**_HEADERS, "ETag": f'"{tag}"', "Last-Modified": http_date(artifact.created)}


async def _bytes(request: Request, artifact: Artifact, size: tuple[int, int] | None) -> bytes:
    """The file at a size, from the cache when it was made before."""
    artifacts = services(request).artifacts
    if size is None:
        return await artifacts.read(artifact)
    resizer = _resizer(request)
    kept = await resizer.kept(artifact.sha256, size)
    if kept is not None:
        return kept
    return await resizer.make(artifact.sha256, await artifacts.read(artifact), artifact.media_type, size)


def _resizer(request: Request) -> Resizer:
    """The application's resizer, made when the first other size is asked for."""
    state = request.app.state
    if not hasattr(state, "resizer"):
        settings = services(request).settings
        life = settings.result_hours * 3600
        state.resizer = Resizer(DiskCache(settings.data_dir / "resized", settings.cache_megabytes * 2**20, life))
    return cast(Resizer, state.resizer)
