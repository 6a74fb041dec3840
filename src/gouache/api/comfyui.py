"""The paths of ComfyUI's partner nodes: `/proxy/recraft/...` stands for Recraft's API (`--comfy-api-base`)."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

_PREFIX = "/proxy/recraft/"
_NAMES = {"image_generation": "images/generations"}


class ComfyPaths:
    """ASGI middleware: gives such a request the path that it has in the Recraft dialect."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(_PREFIX):
            name = scope["path"].removeprefix(_PREFIX)
            path = f"/v1/{_NAMES.get(name, name)}"
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await self._app(scope, receive, send)


def install(app: FastAPI) -> None:
    """Put the paths around an application, outside of what tells dialects by their paths."""
    app.add_middleware(ComfyPaths)
