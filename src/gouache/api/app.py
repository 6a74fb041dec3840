"""The application: routes, services, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from gouache.api import envelope, errors
from gouache.api.routes import router
from gouache.api.services import Services
from gouache.artifacts.store import ArtifactStore, local_store
from gouache.artifacts.urls import UrlSigner, signing_secret
from gouache.config import Settings
from gouache.jobs.pool import RenderPool
from gouache.ledger.keys import KeyRing


def build_services(settings: Settings) -> Services:
    return Services(
        settings=settings,
        pool=RenderPool(settings.workers, settings.queue_limit),
        store=ArtifactStore(local_store(str(settings.data_dir / "artifacts")), settings.result_hours * 3600),
        signer=UrlSigner(signing_secret(settings.data_dir)),
        keys=KeyRing(settings.data_dir),
    )


def create_app(settings: Settings | None = None) -> FastAPI:
    """The server of some settings, by default those of the environment."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        app.state.services = build_services(settings or Settings())
        yield
        app.state.services.pool.close()

    app = FastAPI(title="gouache", lifespan=life, docs_url="/docs", redoc_url=None)
    envelope.install(app)
    errors.install(app)
    app.include_router(router)

    return app
