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

    @property
    def below(self) -> tuple[str, ...]:
        """What the paths below its own begin with."""
        return tuple(f"{own}/" for own in self.paths)


class Dialects:
    """ASGI middleware: notes the dialect of each request in its state, as `dialect` and `refusal`."""

    def __init__(self, app: ASGIApp, dialects: tuple[Dialect, ...]) -> None:
        self._app = app
        self._dialects = [(one, one.paths, one.below) for one in dialects]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path = scope["path"]
            for spoken, own, below in self._dialects:
                if path.startswith(below) or path in own:
                    scope.setdefault("state", {}).update(dialect=spoken.name, refusal=spoken.refusal)
                    break
        await self._app(scope, receive, send)


def install(app: FastAPI, *dialects: Dialect) -> None:
    """Teach an application dialects that have paths of their own."""
    app.add_middleware(Dialects, dialects=dialects)
