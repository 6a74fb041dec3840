"""The Replicate dialect: who is asking, and what is signed for them."""

from __future__ import annotations

import hmac
import uuid

from fastapi import Request

from gouache.api.auth import caller_of
from gouache.api.services import Services
from gouache.jobs.deliverer import secret


async def account(request: Request) -> None:
    """Notes the caller by its bearer key, `Token` in older clients; raises Unauthorized."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    request.state.caller = await caller_of(request, key.strip() if scheme.lower() in ("bearer", "token") else None)


async def account_secret(shared: Services, payer: uuid.UUID) -> bytes:
    """An account's own signing key: of its webhooks and of its files' addresses."""
    return derived(await secret(shared.database), payer)


def derived(master: bytes, payer: uuid.UUID) -> bytes:
    return hmac.digest(master, b"replicate " + payer.bytes, "sha256")
