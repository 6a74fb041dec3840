"""Where agents come in: `gouache mcp` on stdio, and `/mcp` on the server (streamable HTTP)."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import Response
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.types import Receive, Scope, Send

from gouache.api.auth import account
from gouache.api.recraft_pictures import BODY
from gouache.mcp.local import local, no_file, read_file
from gouache.mcp.remote import in_process, remote, with_key
from gouache.mcp.server import mcp_server

router = APIRouter(include_in_schema=False)


class _Handed(Response):
    """A request handed on to the session manager, which answers it itself."""

    def __init__(self, manager: StreamableHTTPSessionManager) -> None:
        super().__init__()
        self._manager = manager

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._manager.handle_request(scope, receive, send)


@router.api_route("/mcp", methods=["GET", "POST", "DELETE"], dependencies=[Depends(account)])
async def http(request: Request) -> Response:
    """Streamable HTTP (MCP 2025-11-25), stateless: any server behind a load balancer can answer."""
    return _Handed(request.app.state.mcp)


@asynccontextmanager
async def running(app: FastAPI) -> AsyncIterator[None]:
    """The session manager, for as long as the application runs."""
    server = mcp_server(remote(in_process(app), no_file))
    app.state.mcp = StreamableHTTPSessionManager(
        server, json_response=True, stateless=True, max_request_body_size=BODY.body
    )
    async with app.state.mcp.run():
        yield


async def stdio() -> None:
    """Serve one agent on stdin and stdout until it hangs up.

    Pictures are drawn in this process; with RECRAFT_API_URL set, by the server there, paid by RECRAFT_API_KEY.
    """
    url = os.environ.get("RECRAFT_API_URL")
    call = remote(with_key(url, os.environ.get("RECRAFT_API_KEY", "")), read_file) if url else local()
    server = mcp_server(call)
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())
