"""Errors on the wire. Recraft: flat `{code, message}`; OpenAI: an `error` object; shared paths carry both."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from gouache.errors import Busy, GouacheError, Invalid, Unauthorized

_TYPES = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}


def recraft_error(error: GouacheError) -> Response:
    """Plain text for 401 and unknown things, JSON in both shapes for the rest."""
    if error.status in (401, 404):
        return PlainTextResponse(error.message, error.status)
    kind = _TYPES.get(error.status, "invalid_request_error" if error.status < 500 else "server_error")
    inner = {"message": error.message, "type": kind, "param": error.field, "code": error.code}
    body = {"code": error.code, "message": error.message, "error": inner}
    return JSONResponse(body, error.status, headers=_retry(error))


def aimlapi_error(error: GouacheError, path: str) -> Response:
    """AI/ML API's shape; a validation error keeps the field in its `meta`."""
    body: dict[str, object] = {
        "message": "Body validation error" if error.status == 400 else error.message,
        "path": path,
        "requestId": str(uuid.uuid4()),
        "statusCode": error.status,
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
    if error.status == 400:
        body["meta"] = [{"path": [error.field], "message": error.message}]
    return JSONResponse(body, error.status, headers=_retry(error))


def invalid(error: ValidationError) -> Invalid:
    """The first complaint of pydantic as ours, naming the field by its dotted path."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"]) or "body"
    message = first["msg"].removeprefix("Value error, ")
    code = "invalid_prompt" if field == "prompt" else None
    return Invalid(f"{field}: {message}", field=field, code=code)


def _retry(error: GouacheError) -> dict[str, str]:
    return {"Retry-After": str(error.retry_after)} if isinstance(error, Busy) else {}


def install(app: FastAPI) -> None:
    """Every error that leaves a route gets its dialect's shape."""

    @app.exception_handler(GouacheError)
    async def ours(request: Request, error: GouacheError) -> Response:
        if getattr(request.state, "dialect", "recraft") == "aimlapi":
            return aimlapi_error(error, request.url.path)
        return recraft_error(error)

    @app.exception_handler(HTTPException)
    async def framework(request: Request, error: HTTPException) -> Response:
        text = "404 page not found" if error.status_code == 404 else str(error.detail)
        return PlainTextResponse(text, error.status_code, headers=error.headers)


__all__ = ["Unauthorized", "aimlapi_error", "install", "invalid", "recraft_error"]
