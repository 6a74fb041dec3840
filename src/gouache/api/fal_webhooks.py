"""The fal dialect: webhooks, asked for by `fal_webhook`, signed with Ed25519 under a key that everybody may look up."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from gouache.api import fal_replies as replies
from gouache.api.links import data_uri, origin
from gouache.api.services import services
from gouache.artifacts.store import Artifact, ArtifactStore
from gouache.artifacts.urls import UrlSigner
from gouache.errors import Unavailable
from gouache.jobs.deliverer import secret
from gouache.jobs.model import Job
from gouache.jobs.webhooks import KEY, Delivery, Scheme, order

FIELD = "fal_webhook"
_TIMEOUT_SECONDS = 15.0
_PAUSES = (5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0)  # ten tries within two hours
router = APIRouter(tags=["fal"])


async def wishes(request: Request) -> dict[str, Any]:
    """What a job must remember to tell the URL of `fal_webhook`, if there is one; raises Invalid."""
    url = request.query_params.get(FIELD)
    if not url:
        return {}
    allow = services(request).settings.fetch_allow
    return {KEY: [await order(url, origin(request), field=FIELD, allow=allow)]}


@router.get("/.well-known/jwks.json")
async def keys(request: Request) -> JSONResponse:
    """The public key of fal's webhooks as a JSON Web Key Set (RFC 7517, RFC 8037)."""
    public = _key(await secret(services(request).database)).public_key().public_bytes_raw()
    name = hashlib.sha256(public).hexdigest()[:16]
    key = {"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": name, "x": _base64url(public)}
    return JSONResponse({"keys": [key]}, headers={"Cache-Control": "public, max-age=86400"})


def scheme(signer: UrlSigner, artifacts: ArtifactStore) -> Scheme:
    """Results as `response_url` gives them."""

    async def body(delivery: Delivery) -> bytes:
        def url(picture: Artifact) -> str:
            return delivery.origin + signer.path(picture)

        job = delivery.job
        told: dict[str, Any] = {"request_id": str(job.id), "gateway_request_id": str(job.id)}
        if job.state == "succeeded":
            told |= {"status": "OK", "payload": await output(job, delivery.pictures, url, artifacts.read)}
        else:
            error = job.error or Unavailable(f"job {job.id} {job.state}")
            payload = json.loads(bytes(replies.refusal(error).body))
            told |= {"status": "ERROR", "error": replies.failure(error)["error"], "payload": payload}
        return json.dumps(told, ensure_ascii=False).encode()

    return Scheme(body, _headers, _pauses, _TIMEOUT_SECONDS)


async def output(
    job: Job,
    pictures: Sequence[Artifact],
    url: Callable[[Artifact], str],
    read: Callable[[Artifact], Awaitable[bytes]],
) -> dict[str, Any]:
    """What a request made: files by URL, or in `sync_mode` as data URIs; of a style, its id."""
    shape = job.request.get("shape", "images")
    if shape == "style_id":
        return {shape: str(job.id)}
    inline = job.request["sync_mode"]
    files = [replies.file(one, data_uri(one, await read(one)) if inline else url(one)) for one in pictures]
    return {shape: files if shape == "images" else files[0]}


def _pauses(_moment: str) -> Sequence[float]:
    return _PAUSES


def _headers(delivery: Delivery, body: bytes, now: int, master: bytes) -> dict[str, str]:
    name, user = str(delivery.job.id), str(delivery.job.account)
    message = "\n".join((name, user, str(now), hashlib.sha256(body).hexdigest()))
    return {
        "X-Fal-Webhook-Request-Id": name,
        "X-Fal-Webhook-User-Id": user,
        "X-Fal-Webhook-Timestamp": str(now),
        "X-Fal-Webhook-Signature": _key(master).sign(message.encode()).hex(),
    }


def _key(master: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hmac.digest(master, b"fal webhooks", "sha256"))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
