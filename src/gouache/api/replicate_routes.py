"""Where the Replicate dialect is mounted."""

from __future__ import annotations

from fastapi import APIRouter

from gouache.api import replicate, replicate_files, replicate_models, replicate_stream, replicate_webhooks
from gouache.api.replicate import dialect

router = APIRouter()
for prefix in ("/replicate/v1", "/replicate/v1/v1"):  # clients that add /v1 by themselves
    shown = prefix == "/replicate/v1"
    router.include_router(replicate.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_models.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_files.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_files.public, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_webhooks.mount, prefix=prefix, include_in_schema=shown)
router.include_router(replicate_stream.router)

__all__ = ["dialect", "router"]
