"""What surrounds every request: its id, its count, and the last resort when a route fails in a way nobody foresaw."""

from __future__ import annotations

import logging
import time
import uuid

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gouache.api.errors import answer
from gouache.api.metrics import Metrics
from gouache.errors import GouacheError

_log = logging.getLogger(__name__)


class Envelope:
    """ASGI middleware: names each reply by `x-request-id`, measures it, and turns crashes into the dialect's 500."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = str(uuid.uuid4())
        started, status = time.perf_counter(), 0

        async def outward(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = name
                headers.update(scope.get("state", {}).get("headers", {}))
            await send(message)

        try:
            await self._app(scope, receive, outward)
        except ClientDisconnect:
            status = status or 499
        except Exception:
            _log.exception("request %s: %s %s failed", name, scope["method"], scope["path"])
            if status:
                raise
            unforeseen = GouacheError(f"internal error; request {name}")
            await answer(unforeseen, scope.get("state", {}), scope["path"])(scope, receive, outward)
        finally:
            self._metrics.request(scope, status, time.perf_counter() - started)


def install(app: FastAPI) -> None:
    """Put the envelope around an application; its figures are `app.state.metrics`."""
    app.state.metrics = Metrics()
    app.add_middleware(Envelope, metrics=app.state.metrics)
