"""What the OpenAPI document says of the Segmind dialect."""

from __future__ import annotations

from typing import Any

from gouache.api.segmind_fields import Body
from gouache.api.segmind_replies import Refused, Status

_REFUSED: dict[int, str] = {
    400: "A parameter is wrong", 401: "No key, or a wrong one", 404: "Unknown model or forgotten request",
    405: "Wrong method", 406: "Credits used up", 413: "Too large a body", 429: "Too much at once; see Retry-After",
    500: "The server's fault", 502: "The engine cannot do it now", 504: "Not done in time",
}  # fmt: skip
_FAILED: dict[int | str, dict[str, Any]] = {422: {"model": Status, "description": "The request failed"}}
_DATA_URLS = {"type": "array", "items": {"type": "string", "format": "uri"}, "minItems": 1, "maxItems": 16}
_UPLOAD = {"type": "object", "properties": {"data_urls": _DATA_URLS}, "required": ["data_urls"]}


def refused(*codes: int) -> dict[int | str, dict[str, Any]]:
    """The documented failures of a route."""
    return {code: {"model": Refused, "description": _REFUSED[code]} for code in codes}


def _takes(schema: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


PAID: dict[str, Any] = {
    "responses": refused(400, 401, 404, 405, 406, 413, 429, 500, 502, 504),
    "openapi_extra": _takes(Body.model_json_schema()),
}
POLLED = refused(401, 404, 405) | _FAILED
UPLOADED: dict[str, Any] = {"responses": refused(400, 401, 405, 413), "openapi_extra": _takes(_UPLOAD)}
