"""The application: routes, services, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from gouache.api import dialects, envelope, errors, fal, openapi, replicate_routes, segmind
from gouache.api.routes import router
from gouache.api.services import running_services
from gouache.config import Settings


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server of some settings, by default those of the environment."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with running_services(settings or Settings()) as app.state.services:
            yield

    app = FastAPI(title="gouache", lifespan=life, docs_url="/docs", redoc_url=None)
    envelope.install(app)
    errors.install(app)
    openapi.install(app)
    dialects.install(app, segmind.dialect, replicate_routes.dialect, fal.dialect)
    app.include_router(router)
    app.include_router(segmind.router)
    app.include_router(replicate_routes.router)
    app.include_router(fal.router)

    return app
