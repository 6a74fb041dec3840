"""The Replicate dialect: webhooks, asked for in the body of a prediction, signed as Standard Webhooks 1.0."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from gouache.api import replicate_replies as replies
from gouache.api.replicate_auth import account, account_secret, derived
from gouache.api.replicate_docs import refused
from gouache.api.services import caller, services
from gouache.artifacts.urls import UrlSigner
from gouache.jobs.webhooks import Delivery, Moment, Scheme

_TIMEOUT_SECONDS = 10.0
_PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 29.0)  # of the last event, a minute in all; the others are sent once
mount = APIRouter(tags=["Replicate"], dependencies=[Depends(account)])


class Secret(BaseModel):
    key: str


@mount.get("/webhooks/default/secret", response_model=Secret, responses=refused(401, 405))
async def signing_secret(request: Request) -> JSONResponse:
    """What the account's webhooks are signed with."""
    key = await account_secret(services(request), caller(request).account)
    return JSONResponse({"key": f"whsec_{base64.b64encode(key).decode()}"})


def scheme(signer: UrlSigner) -> Scheme:
    """Predictions as they stood at the event."""

    async def body(delivery: Delivery) -> bytes:
        return json.dumps(_prediction(signer, delivery), ensure_ascii=False).encode()

    return Scheme(body, _headers, _pauses, _TIMEOUT_SECONDS)


def _pauses(moment: Moment) -> Sequence[float]:
    return _PAUSES if moment == "completed" else ()


def _prediction(signer: UrlSigner, delivery: Delivery) -> dict[str, Any]:
    told = delivery.pictures and delivery.moment != "logs"
    output = delivery.origin + signer.path(delivery.pictures[0]) if told else None
    whole = replies.prediction(delivery.job, output, delivery.origin)
    return replies.as_processing(whole) if delivery.moment in ("logs", "output") else whole


def _headers(delivery: Delivery, body: bytes, now: int, master: bytes) -> dict[str, str]:
    name = f"msg_{delivery.id.hex}"
    signed = f"{name}.{now}.".encode() + body
    digest = hmac.digest(derived(master, delivery.job.account), signed, "sha256")
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": name, "webhook-timestamp": str(now), "webhook-signature": signature}
