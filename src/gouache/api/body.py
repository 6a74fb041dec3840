"""Reading JSON bodies: bounded, and every malformed one a clear 400."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request

from gouache.errors import GouacheError, Invalid

MAX_JSON_BYTES = 1_000_000


class TooLarge(GouacheError):
    status = 413
    code = "request_too_large"


async def json_object(request: Request) -> dict[str, Any]:
    """The JSON object in a request's body; raises Invalid or TooLarge."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > MAX_JSON_BYTES:
            raise TooLarge(f"the body is larger than {MAX_JSON_BYTES} bytes", field="body")
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Invalid("the body is not valid JSON", field="body", code="invalid_json") from error
    if not isinstance(body, dict):
        raise Invalid("the body must be a JSON object", field="body", code="invalid_json")
    return body
