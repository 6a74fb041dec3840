"""The application: routes, services, errors."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig

from gouache.api import (
    aimlapi_routes,
    comfyui,
    cors,
    dialects,
    envelope,
    errors,
    fal,
    fal_parts,
    fal_proxy,
    fal_storage,
    fal_webhooks,
    later,
    openapi,
    openapi_pages,
    proxy,
    replicate_routes,
    segmind,
    segmind_account,
    switch,
)
from gouache.api.routes import router
from gouache.api.services import running_services
from gouache.api.studio import router as studio_router
from gouache.api.studio import thumbnails
from gouache.api.webhook_schemes import webhook_schemes
from gouache.config import Settings
from gouache.mcp import doors as agents
from gouache.studio import mount as mount_studio

DIALECTS = (segmind.dialect, segmind_account.dialect, replicate_routes.dialect, fal.dialect, aimlapi_routes.dialect)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server of some settings, by default those of the environment."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with running_services(settings or Settings(), webhook_schemes) as app.state.services, agents.running(app):
            yield

    app = FastAPI(title="gouache", lifespan=life, docs_url=None, redoc_url=None, telemetry=_telemetry())
    envelope.install(app)
    errors.install(app)
    later.install(app)
    openapi.install(app)
    dialects.install(app, *DIALECTS)
    comfyui.install(app)
    fal_proxy.install(app)
    cors.install(app)
    proxy.install(app)
    app.include_router(router)
    app.include_router(aimlapi_routes.router)
    app.include_router(segmind.router)
    app.include_router(segmind_account.router)
    app.include_router(replicate_routes.router)
    app.include_router(fal.router)
    app.include_router(fal_proxy.router)
    app.include_router(fal_storage.router)
    app.include_router(fal_parts.router)
    app.include_router(fal_webhooks.router)
    app.include_router(agents.router)
    app.include_router(studio_router)
    app.include_router(thumbnails)
    openapi_pages.install(app)
    mount_studio(app)
    switch.install(app)
    return app


def _telemetry() -> TelemetryConfig:
    """The framework's OpenTelemetry, for who has set any of its variables: each request would look for it in vain."""
    wanted = any(name.startswith(("OTEL_", "FASTAPI_OTEL_")) for name in os.environ)
    return {"tracing": wanted, "metrics": wanted, "logs": wanted}
