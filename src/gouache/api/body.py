"""Request bodies as bytes: bounded before anything is parsed, every malformed one a clear answer."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from fastapi import Request

from gouache.errors import GouacheError, Invalid

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)


class TooLarge(GouacheError):
    """The body, or one part of it, is larger than the route takes."""

    status = 413
    code = "request_too_large"


class Unsupported(GouacheError):
    """The body is encoded in a way that no dialect speaks."""

    status = 415
    code = "unsupported_media_type"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a route takes at most: bytes of the body, parts of a form, bytes of a part, levels of nesting."""

    body: int = 1_000_000
    parts: int = 500
    part: int = 500_000
    depth: int = 12


PLAIN = Limits()


async def counted(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body chunk by chunk; raises TooLarge as soon as it is known to pass `limit` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise TooLarge(f"the body is larger than {limit} bytes", field="body")
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > limit:
            raise TooLarge(f"the body is larger than {limit} bytes", field="body")
        yield chunk


def json_value(data: bytes, depth: int, field: str = "body") -> Any:
    """The value of a JSON text; raises Invalid, also for NaN, infinities and more than `depth` levels."""
    try:
        text = data.decode(json.detect_encoding(data))
        _check_depth(text, depth, field)
        return _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise Invalid(f"{field} is not valid JSON", field=field, code="invalid_json") from error


def json_object(data: bytes, depth: int = PLAIN.depth) -> dict[str, Any]:
    """The JSON object that a body is; raises Invalid."""
    value = json_value(data, depth)
    if not isinstance(value, dict):
        raise Invalid("the body must be a JSON object", field="body", code="invalid_json")
    return value


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def _check_depth(text: str, depth: int, field: str) -> None:
    if text.count("[") + text.count("{") <= depth:
        return
    level = 0
    for match in _TOKENS.finditer(text):
        token = match[0]
        level += token in ("[", "{")
        level -= token in ("]", "}")
        if level > depth:
            raise Invalid(f"{field} is nested more than {depth} levels deep", field=field, code="invalid_json")
