"""Where this server is, as its clients see it."""

from __future__ import annotations

import base64
from functools import lru_cache

from fastapi import Request
from starlette.datastructures import URL

from gouache.artifacts.store import Artifact


def origin(request: Request) -> str:
    """`https://host` of this server as the client of this request reaches it, without a slash at the end."""
    public: str | None = request.app.state.services.settings.public_url
    if public:
        return public.rstrip("/")
    scope = request.scope
    root = scope.get("app_root_path", scope.get("root_path", ""))
    return _origin(scope["scheme"], request.headers.get("host"), tuple(scope.get("server") or ()), root)


@lru_cache(256)
def _origin(scheme: str, host: str | None, server: tuple[str, int | None], root: str) -> str:
    """What `Request.base_url` is, without a slash at the end; every answer to a submit tells it."""
    headers = [] if host is None else [(b"host", host.encode("latin-1"))]
    scope = {"scheme": scheme, "server": server or None, "path": f"{root}/", "headers": headers}
    return str(URL(scope=scope)).rstrip("/")


def data_uri(picture: Artifact, data: bytes) -> str:
    """A picture as a URL that holds all of it."""
    return f"data:{picture.media_type};base64,{base64.b64encode(data).decode()}"
