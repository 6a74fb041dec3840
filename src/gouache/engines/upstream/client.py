"""One request to the provider: what comes back, and what its errors mean."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import httpx

from gouache.engines.upstream.settings import UpstreamSettings
from gouache.engines.upstream.wire import Wire, form
from gouache.errors import Busy, Invalid, Unavailable

_RETRY_SECONDS = 10


class Refused(Unavailable):
    """The provider does not serve this key."""

    code = "upstream_refused"


def ask(settings: UpstreamSettings, wire: Wire, files: Mapping[str, bytes]) -> bytes:
    """The file of the picture that the provider made.

    Raises Refused for a bad key or an empty account, Invalid for what it calls wrong, Busy when it is asked too often,
    Unavailable when it does not answer in time or not as it should.
    """
    if settings.key is None:
        raise Refused("no key for the provider: set GOUACHE_UPSTREAM_KEY")
    headers = {"Authorization": f"Bearer {settings.key.get_secret_value()}"}
    body: dict[str, Any] = {"json": wire.fields}
    if files:
        body = {"data": form(wire.fields), "files": {name: (name, data) for name, data in files.items()}}
    url = f"{settings.url.rstrip('/')}/{wire.path}"
    try:
        with httpx.Client(timeout=httpx.Timeout(settings.seconds, connect=10)) as client:
            return _picture(_capped(client, url, headers, body, settings.max_megabytes << 20))
    except httpx.HTTPError as error:
        raise Unavailable(f"the provider does not answer: {type(error).__name__}") from error


def _capped(
    client: httpx.Client, url: str, headers: dict[str, str], body: dict[str, Any], limit: int
) -> httpx.Response:
    """The whole answer, read no further than the limit."""
    with client.stream("POST", url, headers=headers, **body) as response:
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > limit:
                raise Unavailable("the provider's answer is too large")
        plain = {name: value for name, value in response.headers.items() if name != "content-encoding"}
        return httpx.Response(response.status_code, headers=plain, content=bytes(data))


def _picture(response: httpx.Response) -> bytes:
    if response.status_code != 200:
        raise _error(response)
    try:
        reply = response.json()
        image = reply["image"] if "image" in reply else reply["data"][0]
        return base64.b64decode(image["b64_json"], validate=True)
    except (ValueError, KeyError, IndexError, TypeError, binascii.Error) as error:
        raise Unavailable("the provider answered without a picture") from error


def _error(response: httpx.Response) -> Exception:
    status, (code, message) = response.status_code, _words(response)
    if status in (401, 402, 403):
        return Refused(f"the provider refuses: {message}")
    if status == 429:
        after = response.headers.get("retry-after", "")
        return Busy(f"the provider is busy: {message}", int(after) if after.isdigit() else _RETRY_SECONDS)
    if status < 500:
        return Invalid(f"the provider refuses the request: {message}", code=code)
    return Unavailable(f"the provider failed: {message}")


def _words(response: httpx.Response) -> tuple[str | None, str]:
    """Code and message of an error, JSON or plain text, no longer than a line."""
    try:
        reply = response.json()
    except ValueError:
        return None, response.text[:200].strip() or f"status {response.status_code}"
    reply = reply if isinstance(reply, dict) else {}
    code = reply.get("code")
    return code if isinstance(code, str) else None, str(reply.get("message") or f"status {response.status_code}")[:200]
