"""Calls from web pages of other origins (the Fetch standard's CORS), for the vendors' paths and no others.

Keys travel in headers that pages must set themselves and cookies are never read, so any page may call a server that
wants keys. A server that wants none is open to pages of this machine only, or else every page that its owner visits
could use it. `GOUACHE_CORS_ORIGINS` names other origins, as a JSON list.
"""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from gouache.config import Settings

_PATHS = (
    "/v1/", "/v2/", "/images/", "/model/", "/models", "/segmind/", "/upload-asset", "/replicate/", "/fal/", "/storage/",
    "/files/", "/aimlapi/", "/proxy/", "/openapi",
)  # fmt: skip
_LOOPBACK = r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?"
_SHOWN = (
    "x-request-id", "x-gouache-report", "retry-after", "x-should-retry", "x-fal-request-id", "x-fal-error-type", "etag",
    "x-cost", "x-remaining-credits", "x-generation-time", "x-seed-value", "x-rate-limit-reset-at-utc", "location",
)  # fmt: skip


class Cors:
    """ASGI middleware: CORS as the settings have it, once they are known."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._sharing: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(_PATHS) or _concerns_nobody(scope):
            await self._app(scope, receive, send)
            return
        if self._sharing is None:
            self._sharing = _sharing(self._app, scope["app"].state.services.settings)
        await self._sharing(scope, receive, send)


def _concerns_nobody(scope: Scope) -> bool:
    """Whether it comes from no web page and its answer is kept for none: `Vary` matters to caches only."""
    return scope["method"] == "POST" and all(name != b"origin" for name, _ in scope["headers"])


def _sharing(app: ASGIApp, settings: Settings) -> CORSMiddleware:
    origins = settings.cors_origins if settings.cors_origins is not None else () if settings.open else ("*",)
    return CORSMiddleware(
        app,
        allow_origins=origins,
        allow_origin_regex=_LOOPBACK if settings.open and settings.cors_origins is None else None,
        allow_methods=["*"],
        allow_headers=["*"],
        expose_headers=_SHOWN,
        max_age=3600,
    )


def install(app: FastAPI) -> None:
    """Let web pages call an application."""
    app.add_middleware(Cors)
