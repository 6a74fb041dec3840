"""Where the Replicate dialect is mounted."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from gouache.api import replicate, replicate_files, replicate_models, replicate_stream, replicate_webhooks
from gouache.api.replicate import dialect, known

router = APIRouter()
for prefix in ("/replicate/v1", "/replicate/v1/v1"):  # clients that add /v1 by themselves
    shown = prefix == "/replicate/v1"
    router.include_router(replicate.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_models.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_files.mount, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_files.public, prefix=prefix, include_in_schema=shown)
    router.include_router(replicate_webhooks.mount, prefix=prefix, include_in_schema=shown)
router.include_router(replicate_stream.router)


@router.get("/replicate/p/{prediction_id}", include_in_schema=False)
async def of_prediction(prediction_id: str) -> RedirectResponse:
    """`urls.web` of a prediction: the web page's history."""
    return RedirectResponse("/#history", 303)


@router.get("/replicate/recraft-ai/{name}", include_in_schema=False)
async def of_model(name: str) -> RedirectResponse:
    """`url` of a model: the web page."""
    known(f"recraft-ai/{name}")
    return RedirectResponse("/#create", 303)


__all__ = ["dialect", "router"]
