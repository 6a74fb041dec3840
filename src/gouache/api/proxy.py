"""The request as its client sent it, when proxies stand between: RFC 7239's `Forwarded`, else `X-Forwarded-*`.

Only a peer named in `GOUACHE_TRUSTED_PROXIES` is believed, and of a chain only what trusted proxies wrote: reading from
the right, each hop is believed as long as the address before it is trusted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from gouache.config import Networks

_PAIR = re.compile(r'\s*([\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*)\s*(;|,|$)')
_HOST = re.compile(r"^(?:[\w.-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])(?::\d{1,5})?$", re.ASCII)
_PORT = re.compile(r"^(?:\[([^\]]+)\]|([^:]+))(?::[\w.-]+)?$")


@dataclass(frozen=True, slots=True)
class Hop:
    """What a proxy says of the request that reached it; None = nothing."""

    client: str | None = None
    scheme: str | None = None
    host: str | None = None


class Proxies:
    """ASGI middleware: puts scheme, host and client of a request right when a trusted proxy forwarded it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        trusted: Networks = ()
        if scope["type"] == "http":
            trusted = scope["app"].state.services.settings.trusted_proxies
        if trusted and scope["client"] and _within(scope["client"][0], trusted):
            scope = _corrected(scope, outermost(hops(Headers(scope=scope)), trusted))
        await self._app(scope, receive, send)


def hops(headers: Headers) -> list[Hop]:
    """The hops that the headers tell of, the nearest one first; `Forwarded` wins when both kinds are there."""
    if "forwarded" in headers:
        return _forwarded(", ".join(headers.getlist("forwarded")))
    lists = [_reversed(headers, f"x-forwarded-{name}") for name in ("for", "proto", "host")]
    length = max(map(len, lists))
    clients, schemes, hosts = ([*one, *one[-1:] * length, *[None] * length][:length] for one in lists)
    return [Hop(*hop) for hop in zip(clients, schemes, hosts, strict=True)]


def outermost(chain: Iterable[Hop], trusted: Networks) -> Hop:
    """What is to be believed of hops, the nearest first: the latest word of trusted proxies on each point."""
    known = Hop()
    for hop in chain:
        known = Hop(hop.client or known.client, hop.scheme or known.scheme, hop.host or known.host)
        if hop.client is None or not _within(hop.client, trusted):
            break
    return known


def _forwarded(text: str) -> list[Hop]:
    """The elements of `Forwarded` (RFC 7239, section 4) from the right; none when it is malformed."""
    elements: list[dict[str, str]] = [{}]
    place = 0
    while place < len(text):
        match = _PAIR.match(text, place)
        if match is None:
            return []
        name, value, end = match.groups()
        elements[-1][name.lower()] = re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value
        if end == ",":
            elements.append({})
        place = match.end()
    return [Hop(_address(one.get("for")), one.get("proto"), one.get("host")) for one in reversed(elements)]


def _reversed(headers: Headers, name: str) -> list[str | None]:
    values = [value.strip() for line in headers.getlist(name) for value in line.split(",")]
    return [(_address(value) if name.endswith("for") else value) or None for value in reversed(values)]


def _address(node: str | None) -> str | None:
    """The address of `1.2.3.4:567` or `[::1]:567`; None for `unknown` and for hidden names."""
    bare = _PORT.match(node or "")
    address = (bare[1] or bare[2]) if bare else node or ""
    try:
        return str(ip_address(address))
    except ValueError:
        return None


def _within(address: str, networks: Networks) -> bool:
    try:
        here = ip_address(address)
    except ValueError:
        return False
    here = getattr(here, "ipv4_mapped", None) or here
    return any(here in network for network in networks)


def _corrected(scope: Scope, hop: Hop) -> Scope:
    """The scope as the first trusted proxy saw it; what makes no sense is left as it was."""
    scope = {**scope, "headers": list(scope["headers"])}
    if hop.scheme is not None and hop.scheme.lower() in ("http", "https"):
        scope["scheme"] = hop.scheme.lower()
    if hop.host is not None and _HOST.match(hop.host):
        MutableHeaders(scope=scope)["host"] = hop.host
    if hop.client is not None:
        scope["client"] = (hop.client, 0)
    return scope


def install(app: FastAPI) -> None:
    """Put the correction around an application; it must be the outermost layer."""
    app.add_middleware(Proxies)
