"""`/fal/proxy`: where fal's browser client sends what it would send to fal's hosts, named in `x-fal-target-url`."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from fastapi import APIRouter, FastAPI, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from gouache.errors import GouacheError, Invalid

PATH = "/fal/proxy"
_HEADER = "x-fal-target-url"
_MOUNTS = {
    "fal.run": "/fal/run", "queue.fal.run": "/fal/queue",
    "rest.fal.ai": "", "rest.alpha.fal.ai": "", "v3.fal.media": "", "fal.media": "",
}  # fmt: skip


class Elsewhere(GouacheError):
    """The target is none of fal's hosts."""

    status = 412
    code = "bad_request"


class FalProxy:
    """ASGI middleware: what comes to `/fal/proxy` goes on as if it had come to the target's path here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return
        try:
            path, query = _target(Headers(scope=scope).get(_HEADER))
        except GouacheError:
            await self._app(scope, receive, send)
            return
        here = {"path": unquote(path), "raw_path": path.encode(), "query_string": query.encode()}
        await self._app({**scope, **here}, receive, send)


router = APIRouter(include_in_schema=False)


@router.api_route(PATH, methods=["GET", "POST", "PUT", "DELETE"])
async def nowhere(request: Request) -> None:
    """What is wrong with the target; other requests never come here."""
    _target(request.headers.get(_HEADER))


def _target(url: str | None) -> tuple[str, str]:
    """Path and query here of a URL of the vendor; raises Invalid or Elsewhere."""
    if not url:
        raise Invalid("Missing the x-fal-target-url header", field=_HEADER)
    try:
        parts = urlsplit(url)
        mount = _MOUNTS.get(parts.hostname or "")
    except ValueError:
        mount = None
    if mount is None or not url.isascii():
        raise Elsewhere("Invalid x-fal-target-url header", field=_HEADER)
    return mount + (parts.path or "/"), parts.query


def install(app: FastAPI) -> None:
    """Put the proxy around an application, outside of what tells dialects by their paths."""
    app.add_middleware(FalProxy)
