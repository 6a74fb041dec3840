"""Webhooks of the fal dialect, asked for by the official client, checked with the key that the server publishes."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any

import fal_client
import fal_client.client
import httpx
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.conftest import Server
from tests.receiver import Post, Receiver

MODEL = "fal-ai/recraft/v3/text-to-image"
ARGUMENTS = {"prompt": "a red apple", "style": "vector_illustration"}


def queue(server: Server, hook: str, **arguments: Any) -> dict[str, Any]:
    url = f"{server.url}/fal/queue/{MODEL}"
    answer = httpx.post(url, params={"fal_webhook": hook}, json={**ARGUMENTS, **arguments}, timeout=30)
    assert answer.status_code == 200, answer.text
    queued: dict[str, Any] = answer.json()
    return queued


def check(server: Server, post: Post) -> None:
    """As fal's documentation says; raises InvalidSignature."""
    [key] = httpx.get(f"{server.url}/.well-known/jwks.json").json()["keys"]
    names = ("request-id", "user-id", "timestamp")
    parts = [post.headers[f"x-fal-webhook-{name}"] for name in names]
    assert abs(time.time() - int(parts[2])) < 300
    message = "\n".join([*parts, hashlib.sha256(post.body).hexdigest()]).encode()
    public = Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(key["x"] + "=="))
    public.verify(bytes.fromhex(post.headers["x-fal-webhook-signature"]), message)


def test_the_client_is_told(teller: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fal_client.client, "QUEUE_URL_FORMAT", f"{teller.url}/fal/queue/")
    client = fal_client.SyncClient(key="id:secret")
    with Receiver() as receiver, client._client:
        handle = client.submit(MODEL, arguments=ARGUMENTS, webhook_url=receiver.url)
        [post] = receiver.wait(lambda posts: len(posts) == 1)
    told = post.json
    assert (told["request_id"], told["gateway_request_id"], told["status"]) == (handle.request_id,) * 2 + ("OK",)
    assert told["payload"] == httpx.get(handle.response_url).json()
    assert "<svg" in httpx.get(told["payload"]["images"][0]["url"]).text
    check(teller, post)
    with pytest.raises(InvalidSignature):
        check(teller, Post(post.path, post.headers, post.body + b" "))


def test_a_blocking_request_tells_too(teller: Server) -> None:
    with Receiver() as receiver:
        url = f"{teller.url}/fal/run/{MODEL}"
        answer = httpx.post(url, params={"fal_webhook": receiver.url}, json=ARGUMENTS, timeout=60)
        [post] = receiver.wait(lambda posts: len(posts) == 1)
    assert post.json["request_id"] == answer.headers["x-fal-request-id"]
    assert post.json["payload"] == answer.json()


def test_files_come_inside_when_they_should(teller: Server) -> None:
    with Receiver() as receiver:
        assert queue(teller, receiver.url, sync_mode=True)["gateway_request_id"]
        [post] = receiver.wait(lambda posts: len(posts) == 1)
    assert post.json["payload"]["images"][0]["url"].startswith("data:image/svg+xml;base64,")


def test_a_failure_is_told(teller: Server) -> None:
    with Receiver() as receiver:
        canceled = False
        while not canceled:  # unless it was done before
            made = [queue(teller, receiver.url) for _ in range(3)][-1]
            httpx.put(made["cancel_url"])
            canceled = "error" in httpx.get(made["status_url"]).json()
        posts = receiver.wait(lambda posts: made["request_id"] in [post.json["request_id"] for post in posts])
    [told] = [post.json for post in posts if post.json["request_id"] == made["request_id"]]
    assert (told["status"], told["payload"]["error_type"]) == ("ERROR", "client_cancelled")
    assert told["error"]


def test_a_wrong_url_is_refused(teller: Server) -> None:
    answer = httpx.post(f"{teller.url}/fal/queue/{MODEL}", params={"fal_webhook": "hook"}, json=ARGUMENTS)
    assert answer.status_code == 400
    assert "fal_webhook" in answer.json()["detail"]
