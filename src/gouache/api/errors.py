"""Errors on the wire. Recraft: flat `{code, message}`; OpenAI: an `error` object; shared paths carry both."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from fastapi.routing import iter_route_contexts
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from gouache.errors import Busy, GouacheError, Invalid, NoPage

_TYPES = {
    401: "authentication_error", 402: "insufficient_quota", 403: "permission_error", 404: "not_found_error",
    429: "rate_limit_error",
}  # fmt: skip
_POINTLESS = {"engine_unavailable"}  # the job was tried several times already


class WrongMethod(GouacheError):
    """The path is there, but not for this method."""

    status = 405
    code = "method_not_allowed"


def recraft_error(error: GouacheError) -> Response:
    """Plain text for 401, unknown paths and wrong methods, JSON in both shapes for the rest."""
    if error.code in (NoPage.code, WrongMethod.code):
        return PlainTextResponse(f"{error.status} {error.message}", error.status)
    if error.status == 401:
        return PlainTextResponse(error.message, 401)
    body = {"code": error.code, "message": error.message, "error": _openai(error)}
    return JSONResponse(body, error.status, headers=headers_of(error))


def aimlapi_error(error: GouacheError, path: str) -> Response:
    """AI/ML API's shape; a validation error keeps the field in its `meta`. Out of credits is 403 there."""
    status = {402: 403}.get(error.status, error.status)
    needed = "A valid API key is needed, as `Authorization: Bearer YOUR_KEY`"
    leads = {400: "Body validation error", 401: needed, 402: f"You've run out of credits: {error.message}"}
    body: dict[str, object] = {
        "message": leads.get(error.status, error.message),
        "path": path,
        "requestId": str(uuid.uuid4()),
        "statusCode": status,
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "error": _openai(error),
    }
    if error.status == 400:
        body["meta"] = [{"path": error.field.split(".") if error.field else [], "message": error.message}]
    return JSONResponse(body, status, headers=headers_of(error))


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


def headers_of(error: GouacheError) -> dict[str, str]:
    """What an answer says in its headers of whether and when to try again, in every dialect."""
    headers = {}
    wait = getattr(error, "retry_after", None)
    if wait is not None:
        headers["Retry-After"] = str(wait)
    if error.code in _POINTLESS:
        headers["x-should-retry"] = "false"  # the OpenAI clients repeat 5xx unless told not to
    return headers


def answer(error: GouacheError, state: Mapping[str, object], path: str) -> Response:
    """An error in the shape of the dialect that the request turned out to speak."""
    refusal = state.get("refusal")
    if state.get("dialect") == "aimlapi":
        return aimlapi_error(error, path)
    if callable(refusal):  # the path belongs to one dialect: see dialects.py
        return cast(Response, refusal(error))
    return recraft_error(error)


def _foreign(error: HTTPException) -> GouacheError:
    """An error of the framework as ours."""
    if error.status_code == NoPage.status:
        return NoPage()
    ours = WrongMethod("method not allowed") if error.status_code == 405 else GouacheError(str(error.detail))
    ours.status = error.status_code
    return ours


def _methods(request: Request) -> str:
    """The methods under which the path is served (RFC 9110, section 10.2.1)."""
    contexts = iter_route_contexts(request.app.router.routes)
    found = [context.methods or () for context in contexts if context.matches(request.scope)[0] is not Match.NONE]
    return ", ".join(sorted({method for methods in found for method in methods}))


def install(app: FastAPI) -> None:
    """Every error that leaves a route gets its dialect's shape."""

    @app.exception_handler(GouacheError)
    async def ours(request: Request, error: GouacheError) -> Response:
        if isinstance(error, Busy):  # the envelope adds them, in every dialect
            request.state.headers = {**getattr(request.state, "headers", {}), **error.headers}
        return answer(error, request.scope.get("state", {}), request.url.path)

    @app.exception_handler(RequestValidationError)
    async def parameters(request: Request, error: RequestValidationError) -> Response:
        return await ours(request, invalid(error))

    @app.exception_handler(HTTPException)
    async def framework(request: Request, error: HTTPException) -> Response:
        response = await ours(request, _foreign(error))
        response.headers.update(error.headers or {})
        if error.status_code == 405:
            response.headers["Allow"] = _methods(request)
        return response
