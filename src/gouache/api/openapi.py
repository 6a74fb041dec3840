"""What the OpenAPI document says of routes that read their bodies themselves."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

_ENCODINGS = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded")
_TEXT = {"text/plain": {"schema": {"type": "string"}}}


class ErrorDetail(BaseModel):
    message: str
    type: str
    param: str | None
    code: str


class ErrorBody(BaseModel):
    """An error in Recraft's shape and in OpenAI's at once."""

    code: str
    message: str
    error: ErrorDetail


_FAILURES: dict[int, dict[str, Any]] = {
    400: {"model": ErrorBody, "description": "A field is wrong"},
    401: {"description": "No key, or a wrong one", "content": _TEXT},
    402: {"model": ErrorBody, "description": "Not enough units"},
    404: {"model": ErrorBody, "description": "No such thing; plain text for an unknown path", "content": _TEXT},
    405: {"description": "Wrong method", "content": _TEXT},
    413: {"model": ErrorBody, "description": "Too large a body"},
    415: {"model": ErrorBody, "description": "Unknown encoding"},
    429: {"model": ErrorBody, "description": "Too much at once; see Retry-After"},
    500: {"model": ErrorBody, "description": "The server's fault"},
    503: {"model": ErrorBody, "description": "The engine cannot do it now"},
}


def failures(*codes: int) -> dict[int | str, dict[str, Any]]:
    """The documented failures of a route."""
    return {code: _FAILURES[code] for code in codes}


BILLABLE = failures(400, 401, 402, 405, 413, 415, 429, 500, 503)


def takes(model: type[BaseModel]) -> dict[str, Any]:
    """The request body of a route, in every encoding, for `openapi_extra`; with the vendor's `billing` parameter."""
    schema = inlined(model.model_json_schema())
    billing = {"name": "billing", "in": "query", "required": False, "schema": {"type": "string"}}
    return {
        "parameters": [{**billing, "description": "Accepted for the vendor's clients; has no effect."}],
        "requestBody": {"required": True, "content": {kind: {"schema": schema} for kind in _ENCODINGS}},
    }


def takes_pictures(model: type[BaseModel], *parts: str) -> dict[str, Any]:
    """The request body of a route with file parts of these names; JSON names the pictures by URL instead."""
    described = takes(model)
    content = described["requestBody"]["content"]
    del content["application/x-www-form-urlencoded"]
    form = {**content["multipart/form-data"]["schema"]}
    form["properties"] = {**form["properties"], **{part: {"type": "string", "format": "binary"} for part in parts}}
    form["required"] = [*form.get("required", []), *parts]
    content["multipart/form-data"] = {"schema": form}
    return described


def inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its `$defs` put where they are referred to; the models here hold no recursion."""
    definitions = schema.pop("$defs", {})

    def walk(node: Any) -> Any:
        if isinstance(node, list):
            return [walk(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return walk(definitions[node["$ref"].rpartition("/")[2]])
        return {key: walk(value) for key, value in node.items()}

    return {key: walk(value) for key, value in schema.items()}


def install(app: FastAPI) -> None:
    """Let the document say what the server does: wrong parameters are a 400 here, never FastAPI's own 422."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        document = describe()
        for methods in document["paths"].values():
            for operation in methods.values():
                if "HTTPValidationError" in str(operation["responses"].get("422")):
                    del operation["responses"]["422"]
        for unused in ("HTTPValidationError", "ValidationError"):
            document.get("components", {}).get("schemas", {}).pop(unused, None)
        return document

    app.openapi = described  # type: ignore[method-assign]
