"""Whether the server is alive, ready, and what it counts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from gouache.api.metrics import Metrics
from gouache.api.openapi import failures
from gouache.api.recraft_replies import SystemStatus

router = APIRouter(responses=failures(405))


@router.get("/ping")
async def ping() -> Response:
    """An empty answer."""
    return Response()


@router.get("/status")
async def status() -> SystemStatus:
    """Recraft's system status."""
    return SystemStatus(service=True, generation=True)


@router.get("/health")
async def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Prometheus' exposition format."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
