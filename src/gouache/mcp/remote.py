"""Tools carried out by a gouache server, through its Recraft dialect: over the network, or in its own process."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import httpx
from starlette.requests import Request

from gouache.errors import GouacheError, Invalid
from gouache.mcp.server import Answer, Call, Result
from gouache.mcp.tools import RENAMED, Spec

Opener = Callable[[Any], AbstractAsyncContextManager[httpx.AsyncClient]]
Reader = Callable[[str], bytes | None]  # what stands behind a file:// URI; None for what the server shall fetch itself
_SECONDS = 600.0
_SUFFIXES = {"image/svg+xml": "svg", "image/png": "png", "image/webp": "webp"}


class Refused(GouacheError):
    """The server's own words."""

    status = 502
    code = "refused"


def remote(opened: Opener, read: Reader) -> Call:
    """Tools through a server's API; `opened` gives a client for the MCP request, `read` turns file URIs to bytes."""

    async def call(spec: Spec, arguments: dict[str, Any], request: Any) -> Answer:
        async with opened(request) as client:
            reply = await _sent(client, spec, arguments, read)
            if spec.name == "get_user":
                return Answer(f"User email: {reply.get('email')}, name: {reply.get('name')}.\n"
                              f"You have {reply['credits']} credits left.")  # fmt: skip
            if spec.name == "create_style":
                return Answer(f"A new style with style_id {reply['id']} created.\nUse it as styleID.")
            items = reply["data"] if "data" in reply else [reply["image"]]
            results = [await _result(client, item) for item in items]
            made = f"{len(results)} picture{'s' if len(results) > 1 else ''}, {reply['credits']} credits."
            return Answer("\n".join([made, *(one.uri for one in results)]), tuple(results))

    return call


def with_key(base_url: str, key: str) -> Opener:
    """Clients of a server somewhere else."""

    @asynccontextmanager
    async def opened(_: Any) -> AsyncIterator[httpx.AsyncClient]:
        headers = {"Authorization": f"Bearer {key}"}
        async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=_SECONDS) as client:
            yield client

    return opened


def in_process(app: Any) -> Opener:
    """Clients of the application itself, with the key and the address that the MCP request came with."""

    @asynccontextmanager
    async def opened(request: Request) -> AsyncIterator[httpx.AsyncClient]:
        headers = {name: request.headers[name] for name in ("authorization", "x-api-key") if name in request.headers}
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        base = str(request.base_url)
        async with httpx.AsyncClient(transport=transport, base_url=base, headers=headers, timeout=_SECONDS) as client:
            yield client

    return opened


async def _sent(client: httpx.AsyncClient, spec: Spec, arguments: dict[str, Any], read: Reader) -> dict[str, Any]:
    fields = {RENAMED.get(name, name): value for name, value in arguments.items() if name != spec.image}
    if not spec.arguments:
        return _reply(await client.get(f"v1/{spec.path}"))
    if spec.image is None:
        return _reply(await client.post(f"v1/{spec.path}", json=fields))
    given = arguments[spec.image]
    uris = given if isinstance(given, list) else [given]
    found = [data for data in (read(str(uri)) for uri in uris) if data is not None]
    if len(found) == len(uris):
        parts = [("image", (f"{k}.bin", data)) for k, data in enumerate(found)]
        texts = {name: str(value) for name, value in fields.items()}
        return _reply(await client.post(f"v1/{spec.path}", data=texts, files=parts))
    named: dict[str, Any] = {"image_urls": uris} if spec.image == "imageURIs" else {"image_url": uris[0]}
    return _reply(await client.post(f"v1/{spec.path}", json=fields | named))


def _reply(response: httpx.Response) -> dict[str, Any]:
    if response.is_success:
        body: dict[str, Any] = response.json()
        return body
    try:
        message = str(response.json()["message"])
    except (json.JSONDecodeError, KeyError, TypeError):
        message = response.text[:200]
    if response.status_code == 400:
        raise Invalid(message)
    raise Refused(message)


async def _result(client: httpx.AsyncClient, item: dict[str, str]) -> Result:
    response = await client.get(item["url"])
    response.raise_for_status()
    media_type = response.headers["content-type"]
    name = f"{item['image_id']}.{_SUFFIXES.get(media_type, 'bin')}"
    return Result(name, item["url"], media_type, response.content)
