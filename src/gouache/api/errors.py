"""Errors on the wire. Recraft: flat `{code, message}`; OpenAI: an `error` object; shared paths carry both."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from gouache.errors import Busy, GouacheError, Invalid, Unauthorized

_TYPES = {
    401: "authentication_error", 402: "insufficient_quota", 403: "permission_error", 404: "not_found_error",
    429: "rate_limit_error",
}  # fmt: skip
_TEXTS = {404: "404 page not found", 405: "405 method not allowed"}
_POINTLESS = {"engine_unavailable"}  # the job was tried several times already


def recraft_error(error: GouacheError) -> Response:
    """Plain text for 401 and unknown things, JSON in both shapes for the rest."""
    if error.status in (401, 404):
        return PlainTextResponse(error.message, error.status, headers=_headers(error))
    body = {"code": error.code, "message": error.message, "error": _openai(error)}
    return JSONResponse(body, error.status, headers=_headers(error))


def aimlapi_error(error: GouacheError, path: str) -> Response:
    """AI/ML API's shape; a validation error keeps the field in its `meta`. Out of credits is 403 there."""
    status = {402: 403}.get(error.status, error.status)
    leads = {400: "Body validation error", 402: f"You've run out of credits: {error.message}"}
    body: dict[str, object] = {
        "message": leads.get(error.status, error.message),
        "path": path,
        "requestId": str(uuid.uuid4()),
        "statusCode": status,
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "error": _openai(error),
    }
    if error.status == 400:
        body["meta"] = [{"path": [error.field], "message": error.message}]
    return JSONResponse(body, status, headers=_headers(error))


def _openai(error: GouacheError) -> dict[str, str | None]:
    kind = _TYPES.get(error.status, "invalid_request_error" if error.status < 500 else "server_error")
    return {"message": error.message, "type": kind, "param": error.field, "code": error.code}


def invalid(error: ValidationError | RequestValidationError) -> Invalid:
    """The first complaint of pydantic as ours, naming the field by its dotted path."""
    first = error.errors()[0]
    places = first["loc"][1:] if isinstance(error, RequestValidationError) else first["loc"]
    field = ".".join(str(part) for part in places) or "body"
    message = first["msg"].removeprefix("Value error, ")
    code = "invalid_prompt" if field == "prompt" else None
    return Invalid(f"{field}: {message}", field=field, code=code)


def _headers(error: GouacheError) -> dict[str, str]:
    headers = {}
    wait = getattr(error, "retry_after", None)
    if wait is not None:
        headers["Retry-After"] = str(wait)
    if error.code in _POINTLESS:
        headers["x-should-retry"] = "false"  # the OpenAI clients repeat 5xx unless told not to
    return headers


def _foreign(error: HTTPException, text: str) -> GouacheError:
    """An error of the framework as ours."""
    ours = GouacheError(text.partition(" ")[2] if text[:3].isdigit() else text)
    ours.status = error.status_code
    return ours


def answer(error: GouacheError, state: Mapping[str, object], path: str) -> Response:
    """An error in the shape of the dialect that the request turned out to speak."""
    refusal = state.get("refusal")
    if state.get("dialect") == "aimlapi":
        return aimlapi_error(error, path)
    if callable(refusal):  # the path belongs to one dialect: see dialects.py
        return cast(Response, refusal(error))
    return recraft_error(error)


def install(app: FastAPI) -> None:
    """Every error that leaves a route gets its dialect's shape."""

    @app.exception_handler(GouacheError)
    async def ours(request: Request, error: GouacheError) -> Response:
        if isinstance(error, Busy):  # the envelope adds them, in every dialect
            request.state.headers = {**getattr(request.state, "headers", {}), **error.headers}
        return answer(error, request.scope.get("state", {}), request.url.path)

    @app.exception_handler(RequestValidationError)
    async def parameters(request: Request, error: RequestValidationError) -> Response:
        return answer(invalid(error), request.scope.get("state", {}), request.url.path)

    @app.exception_handler(HTTPException)
    async def framework(request: Request, error: HTTPException) -> Response:
        text = _TEXTS.get(error.status_code, str(error.detail))
        state = request.scope.get("state", {})
        if "refusal" in state:
            response = answer(_foreign(error, text), state, request.url.path)
            response.headers.update(error.headers or {})
            return response
        return PlainTextResponse(text, error.status_code, headers=error.headers)


__all__ = ["Unauthorized", "aimlapi_error", "answer", "install", "invalid", "recraft_error"]
