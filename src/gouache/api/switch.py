"""Finds the route of a path among those that can match at all, instead of trying hundreds in turn.

Paths are sorted by shape: how many segments, and which of the first ones are spelt out in some route. The routes of a
shape are tried in the order in which they were added, so the first that matches is the same as without this.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.routing import RouteContext, iter_route_contexts
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from gouache.api.lean import lean

_DEPTH = 4  # segments that tell routes apart
_ONE_SEGMENT = re.compile(r"\{\w+(:str|:uuid|:int)?\}")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A route; `segments` up to the first that may stand for several, which makes it `open`."""

    segments: tuple[str, ...]
    open: bool
    matches: Callable[[Scope], tuple[Match, Scope]]
    app: ASGIApp

    def fits(self, length: int, words: tuple[str, ...]) -> bool:
        if length < len(self.segments) or length > len(self.segments) and not self.open:
            return False
        return all("{" in own or own == word for own, word in zip(self.segments, words, strict=False))


class Switch:
    """ASGI: hands a request to its route; what no route takes whole goes to `otherwise`."""

    def __init__(self, app: FastAPI, otherwise: ASGIApp) -> None:
        self._router = app.router
        self._otherwise = otherwise
        self._leaves: list[_Leaf] = []
        self._words: set[str] = set()
        self._longest = 0
        self._of_shape: dict[tuple[int, tuple[str, ...]], list[_Leaf]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            self._sort()
        elif scope["type"] == "http":
            for leaf in self.candidates(scope["path"]):
                match, found = leaf.matches(scope)
                if match is Match.FULL:
                    scope.update(found, router=self._router)
                    await leaf.app(scope, receive, send)
                    return
        await self._otherwise(scope, receive, send)

    def candidates(self, path: str) -> list[_Leaf]:
        """The routes that may match a path, in their order."""
        if not self._leaves:
            self._sort()
        parts = path.strip("/").split("/")
        words = tuple(part if part in self._words else "" for part in parts[:_DEPTH])
        shape = (min(len(parts), self._longest), words)  # as many as there are words: clients cannot make more
        if shape not in self._of_shape:
            self._of_shape[shape] = [leaf for leaf in self._leaves if leaf.fits(*shape)]
        return self._of_shape[shape]

    def _sort(self) -> None:
        contexts = iter_route_contexts(self._router.routes)
        self._leaves = [_leaf(context) for context in contexts if context.path]
        self._words = {word for leaf in self._leaves for word in leaf.segments[:_DEPTH] if "{" not in word}
        self._longest = 1 + max(len(leaf.segments) for leaf in self._leaves)


def _leaf(context: RouteContext) -> _Leaf:
    segments = tuple((context.path or "").strip("/").split("/"))
    wide = (at for at, segment in enumerate(segments) if "{" in segment and not _ONE_SEGMENT.fullmatch(segment))
    end = next(wide, None)
    opened = end is not None or isinstance(context.original_route, Mount)
    direct = lean(getattr(context, "dependant", None))
    return _Leaf(segments[:end], opened, context.matches, direct or context.app)


def install(app: FastAPI) -> None:
    """Put the switch before an application's router; routes may still be added until the first request."""
    app.router.middleware_stack = Switch(app, app.router.middleware_stack)
