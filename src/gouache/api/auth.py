"""Keys: `Authorization: Bearer`, or `X-API-KEY` as ComfyUI sends it."""

from __future__ import annotations

from typing import cast

from fastapi import Request

from gouache.api.services import services
from gouache.errors import Unauthorized
from gouache.ledger.accounts import OPEN
from gouache.ledger.keys import Caller


async def caller_of(request: Request, key: str | None) -> Caller:
    """Whose key it is; raises Unauthorized. An open server takes any key, none too."""
    shared = services(request)
    caller = await shared.keys.caller(key) if key else None
    if caller is not None:
        return caller
    if shared.settings.open:
        return Caller(shared.open_account, OPEN)
    raise Unauthorized("request unauthorized")


async def account(request: Request) -> Caller:
    """The caller of a request by its key, kept as `request.state.caller`; raises Unauthorized."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    key = bearer.strip() if scheme.lower() == "bearer" else request.headers.get("x-api-key")
    request.state.caller = await caller_of(request, key)
    return cast(Caller, request.state.caller)
