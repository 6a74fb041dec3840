"""How the dialects tell by webhook."""

from __future__ import annotations

from collections.abc import Mapping

from gouache.api import fal_webhooks, replicate_webhooks
from gouache.artifacts.store import ArtifactStore
from gouache.artifacts.urls import UrlSigner
from gouache.jobs.webhooks import Scheme


def webhook_schemes(signer: UrlSigner, artifacts: ArtifactStore) -> Mapping[str, Scheme]:
    """By the dialect's name."""
    return {"replicate": replicate_webhooks.scheme(signer), "fal": fal_webhooks.scheme(signer, artifacts)}
