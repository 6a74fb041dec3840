"""Which dialect a path speaks, told before a route is found, so that even an unknown path is answered in its shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from gouache.errors import GouacheError

Refusal = Callable[[GouacheError], Response]


@dataclass(frozen=True, slots=True)
class Dialect:
    """A vendor's way to talk: the paths that are its own (whole segments) and its shape of errors."""

    name: str
    paths: tuple[str, ...]
    refusal: Refusal

    def owns(self, path: str) -> bool:
        return any(path == own or path.startswith(f"{own}/") for own in self.paths)


class Dialects:
    """ASGI middleware: notes the dialect of each request in its state, as `dialect` and `refusal`."""

    def __init__(self, app: ASGIApp, dialects: tuple[Dialect, ...]) -> None:
        self._app = app
        self._dialects = dialects

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            spoken = next((d for d in self._dialects if d.owns(scope["path"])), None)
            if spoken is not None:
                scope.setdefault("state", {}).update(dialect=spoken.name, refusal=spoken.refusal)
        await self._app(scope, receive, send)


def install(app: FastAPI, *dialects: Dialect) -> None:
    """Teach an application dialects that have paths of their own."""
    app.add_middleware(Dialects, dialects=dialects)
