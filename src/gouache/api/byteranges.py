"""Conditional and partial answers (RFC 9110, sections 13 and 14) for bytes that never change under their name."""

from __future__ import annotations

import re
from email.utils import formatdate, parsedate_to_datetime

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import Headers

_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$", re.ASCII)


def http_date(seconds: float) -> str:
    return formatdate(seconds, usegmt=True)


def unchanged(headers: Headers, etag: str, modified: float) -> bool:
    """Whether the client has it already; `If-None-Match` outranks `If-Modified-Since`. Times in Unix seconds."""
    known = headers.get("if-none-match")
    if known is not None:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return "*" in tags or etag in tags
    since = _date(headers.get("if-modified-since", ""))
    return since is not None and int(modified) <= since


def ranged(request: Request, data: bytes, headers: dict[str, str]) -> Response:
    """The bytes, or the one range asked for: 206, or 416 when it lies outside. Several ranges get all bytes."""
    headers = {**headers, "Accept-Ranges": "bytes"}
    match = _RANGE.match(request.headers.get("range", "")) if _range_holds(request.headers, headers) else None
    if match is None or match[1] == match[2] == "":
        return Response(data, headers=headers)
    start, end = _bounds(match[1], match[2], len(data))
    if start >= end:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(data)}"
    return Response(data[start:end], 206, headers=headers)


def _bounds(first: str, last: str, total: int) -> tuple[int, int]:
    """First byte and the one after the last; empty when nothing of it exists."""
    if not first:
        return max(0, total - int(last)), total
    return int(first), min(total, int(last) + 1) if last else total


def _range_holds(asked: Headers, have: dict[str, str]) -> bool:
    """`If-Range`: the range counts only for the very file the client began with."""
    condition = asked.get("if-range")
    return condition is None or condition in (have["ETag"], have["Last-Modified"])


def _date(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (TypeError, ValueError):
        return None
