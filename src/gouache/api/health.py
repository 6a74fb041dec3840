"""Whether the server is alive, ready, and what it counts. No key is needed: keep these paths behind the proxy."""

from __future__ import annotations

import asyncio
import time
from typing import cast

import psycopg
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from gouache.api.metrics import Metrics
from gouache.api.openapi import failures
from gouache.api.recraft_replies import SystemStatus
from gouache.api.services import services
from gouache.errors import GouacheError
from gouache.jobs.figures import Figures, Load

router = APIRouter(responses=failures(405))
_PATIENCE = 2.0  # seconds that a part has to answer


class Part(BaseModel):
    """One thing the server needs; `detail` is for people."""

    ok: bool
    detail: str


class Readiness(BaseModel):
    ready: bool
    database: Part
    workers: Part
    queue: Part
    store: Part


@router.head("/ping", include_in_schema=False)
@router.get("/ping", response_class=Response)
async def ping() -> Response:
    """An empty answer."""
    return Response()


@router.head("/status", include_in_schema=False)
@router.get("/status")
async def status() -> SystemStatus:
    """Recraft's system status."""
    return SystemStatus(service=True, generation=True)


@router.head("/health", include_in_schema=False)
@router.get("/health")
async def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.head("/ready", include_in_schema=False)
@router.get("/ready", response_model=Readiness, responses={503: {"model": Readiness, "description": "Not ready"}})
async def ready(request: Request) -> Response:
    """Whether a picture asked for now would be drawn: 200, or 503 with what is wrong."""
    load, store = await asyncio.gather(_load(request), _store(request))
    found = _readiness(load, store, services(request).settings.queue_limit)
    return JSONResponse(found.model_dump(), 200 if found.ready else 503)


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Prometheus' exposition format."""
    counted = cast(Metrics, request.app.state.metrics)
    figures = _figures(request)
    load, ended, told = await figures.load(_PATIENCE), await figures.ended(), await figures.told()
    counted.installation(load, ended, told, await figures.spent())
    return Response(counted.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})


def _readiness(load: Load | str, store: Part, limit: int) -> Readiness:
    if isinstance(load, str):
        unknown = Part(ok=False, detail="unknown without the database")
        database = Part(ok=False, detail=load)
        return Readiness(ready=False, database=database, workers=unknown, queue=unknown, store=store)
    workers = Part(ok=load.workers > 0, detail=f"{load.workers} alive")
    waiting = f"{load.queued} of {limit} waiting, {load.running} in work, oldest {load.oldest_seconds:.1f} s"
    queue = Part(ok=load.queued < limit, detail=waiting)
    return Readiness(
        ready=workers.ok and queue.ok and store.ok, database=Part(ok=True, detail="answers"), workers=workers,
        queue=queue, store=store,
    )  # fmt: skip


async def _load(request: Request) -> Load | str:
    """What is going on, or why that cannot be told."""
    try:
        return await _figures(request).load(_PATIENCE)
    except (TimeoutError, psycopg.Error, GouacheError) as error:
        return str(error) or "no answer in time"


async def _store(request: Request) -> Part:
    began = time.perf_counter()
    try:
        async with asyncio.timeout(_PATIENCE):
            await services(request).artifacts.check()
    except (TimeoutError, OSError, GouacheError) as error:
        return Part(ok=False, detail=str(error) or "no answer in time")
    return Part(ok=True, detail=f"answers in {1000 * (time.perf_counter() - began):.0f} ms")


def _figures(request: Request) -> Figures:
    """The application's figures, made at the first question."""
    state = request.app.state
    if not hasattr(state, "figures"):
        shared = services(request)
        state.figures = Figures(shared.database, shared.settings.lease_seconds)
    return cast(Figures, state.figures)
