"""What the OpenAPI document says of the Replicate dialect."""

from __future__ import annotations

from typing import Any

from gouache.api.replicate_replies import Prediction, Refused

_REFUSED: dict[int, str] = {
    400: "The body is no JSON object", 401: "No key, or a wrong one", 402: "Not enough credit",
    404: "Unknown model or prediction", 405: "Wrong method", 413: "Too large a body", 415: "Unknown encoding",
    422: "The input is wrong; `invalid_fields` says all of it", 429: "Too much at once; see Retry-After",
    500: "The server's fault",
}  # fmt: skip
_INPUT: dict[str, Any] = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string", "minLength": 1, "maxLength": 4000},
        "size": {"type": "string", "default": "1024x1024"},
        "style": {"type": "string"},
        "aspect_ratio": {"type": "string", "default": "Not set"},
        "seed": {"type": "integer", "minimum": 0, "maximum": 2**32 - 1},
    },
}
_WAIT = {"name": "Prefer", "in": "header", "required": False, "schema": {"type": "string"}}
_CANCEL = {"name": "Cancel-After", "in": "header", "required": False, "schema": {"type": "string"}}
_HEADERS = [
    {**_WAIT, "description": "`wait` or `wait=n`, 1 to 60 seconds."},
    {**_CANCEL, "description": "`30s`, `5m`, `1h30m45s`; 5 seconds at least."},
]


_WAITED: dict[int | str, dict[str, Any]] = {
    201: {"model": Prediction, "description": "With `Prefer: wait`: the prediction is over"},
    202: {"model": Prediction, "description": "With `Prefer: wait`: it is not over yet"},
}


def refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    """The documented failures of a route."""
    return {code: {"model": Refused, "description": _REFUSED[code]} for code in codes}


def _paid(**more: Any) -> dict[str, Any]:
    schema = {"type": "object", "required": ["input", *more], "properties": {"input": _INPUT, **more}}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    return {
        "responses": _WAITED | refused(400, 401, 402, 404, 405, 413, 415, 422, 429, 500),
        "openapi_extra": {"requestBody": body, "parameters": _HEADERS},
    }


PAID = _paid()
PAID_VERSION = _paid(version={"type": "string"})
