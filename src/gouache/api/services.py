"""What the routes share: settings, workers, store, keys, URLs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import Request

from gouache.artifacts.store import Artifact, ArtifactStore
from gouache.artifacts.urls import UrlSigner
from gouache.config import Settings
from gouache.jobs.pool import RenderPool
from gouache.ledger.keys import KeyRing
from gouache.operations import Generate
from gouache.rendering import Rendered


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    pool: RenderPool
    store: ArtifactStore
    signer: UrlSigner
    keys: KeyRing

    async def pictures(self, operation: Generate) -> list[tuple[Rendered, Artifact]]:
        """Render an operation and keep its pictures."""
        return [(rendered, await self.store.put(rendered)) for rendered in await self.pool.render(operation)]


def services(request: Request) -> Services:
    return cast(Services, request.app.state.services)


def public_url(request: Request, artifact: Artifact) -> str:
    """The absolute URL of a stored picture, as the client of this request reaches us."""
    base = services(request).settings.public_url or str(request.base_url)
    return base.rstrip("/") + services(request).signer.path(artifact)
