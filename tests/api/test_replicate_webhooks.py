"""Webhooks of the Replicate dialect: a real server tells a real receiver, and the official client believes it."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from replicate.webhook import Webhooks, WebhookSigningSecret

from tests.conftest import Server, free_port, launch
from tests.receiver import Post, Receiver

SVG = "recraft-ai/recraft-v3-svg"
WORDS = ["start", "output", "logs", "completed"]


def ask(server: Server, hook: str, *, wait: bool = False, **body: Any) -> dict[str, Any]:
    given = {"input": {"prompt": "a red apple"}, "webhook": hook, **body}
    headers = {"Prefer": "wait"} if wait else {}
    url = f"{server.url}/replicate/v1/models/{SVG}/predictions"
    answer = httpx.post(url, json=given, headers=headers, timeout=70)
    assert answer.is_success, answer.text
    answered: dict[str, Any] = answer.json()
    return answered


def over(posts: list[Post]) -> bool:
    return any(post.json["status"] in ("succeeded", "canceled", "failed") for post in posts)


def test_every_event_is_told_in_order(teller: Server) -> None:
    with Receiver() as receiver:
        made = ask(teller, receiver.url, webhook_events_filter=WORDS)
        posts = receiver.wait(over)
        told = [post.json for post in posts]
    assert {one["id"] for one in told} == {made["id"]}
    assert [one["status"] for one in told] == ["starting", *["processing"] * (len(told) - 2), "succeeded"]
    assert told[0].get("started_at") is None
    assert told[0]["logs"] == ""
    assert told[1]["logs"].startswith("Running")
    assert told[-2]["output"] == told[-1]["output"]
    assert told[-1] == httpx.get(made["urls"]["get"]).json()
    assert "<svg" in httpx.get(told[-1]["output"]).text
    assert len({post.headers["webhook-id"] for post in posts}) == len(posts)


def test_output_and_end_are_told_by_default(teller: Server) -> None:
    with Receiver() as receiver:
        ask(teller, receiver.url)
        posts = receiver.wait(over)
    assert [post.json["status"] for post in posts] == ["processing", "succeeded"]
    assert posts[0].json["output"] == posts[1].json["output"]


def test_only_what_is_wanted_is_told(teller: Server) -> None:
    with Receiver() as receiver, Receiver() as older:
        ask(teller, receiver.url, webhook_events_filter=["start"], webhook_completed=older.url)
        older.wait(over)
        assert [post.json["status"] for post in receiver.posts] == ["starting"]
        assert [post.json["status"] for post in older.posts] == ["succeeded"]


def test_the_signature_satisfies_the_client(teller: Server) -> None:
    with Receiver() as receiver:
        ask(teller, receiver.url, webhook_events_filter=["completed"])
        [post] = receiver.wait(over)
    counted = httpx.get(f"{teller.url}/metrics").text
    assert 'gouache_webhooks{dialect="replicate",outcome="delivered"}' in counted
    secret = WebhookSigningSecret(**httpx.get(f"{teller.url}/replicate/v1/webhooks/default/secret").json())
    Webhooks.validate(headers=post.headers, body=post.body.decode(), secret=secret)
    with pytest.raises(Exception, match="signature"):
        Webhooks.validate(headers=post.headers, body=post.body.decode() + " ", secret=secret)


def test_the_end_is_told_again_until_it_is_taken(teller: Server) -> None:
    with Receiver(500, 404) as receiver:
        ask(teller, receiver.url, webhook_events_filter=["completed"])
        posts = receiver.wait(lambda posts: len(posts) == 3)
    assert len({post.body for post in posts}) == 1
    assert len({post.headers["webhook-id"] for post in posts}) == 1
    assert posts[1].at - posts[0].at >= 1
    assert posts[2].at - posts[1].at >= 2


def test_the_rest_is_told_once(teller: Server) -> None:
    with Receiver(500, 500) as receiver:
        ask(teller, receiver.url, webhook_events_filter=["start", "output", "completed"])
        posts = receiver.wait(over)
    assert [post.json["status"] for post in posts] == ["starting", "processing", "succeeded"]


def test_a_cancellation_is_told(teller: Server) -> None:
    with Receiver() as receiver:
        made = ask(teller, receiver.url, webhook_events_filter=["completed"])
        state = httpx.post(made["urls"]["cancel"]).json()["status"]
        [post] = receiver.wait(over)
    assert post.json["status"] == state


def test_a_slow_receiver_does_not_hold_up_another(teller: Server) -> None:
    with Receiver(delay=1.5) as slow, Receiver() as quick:
        for _ in range(8):
            ask(teller, slow.url, webhook_events_filter=["start", "completed"])
        ask(teller, quick.url, wait=True, webhook_events_filter=["completed"])
        done = time.monotonic()
        assert quick.wait(over)[-1].at - done < 3  # behind the slow one's it would be 6
        slow.wait(lambda posts: len(posts) == 16)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"webhook": "ftp://example.com"}, "webhook"), ({"webhook": "hook"}, "webhook"), ({"webhook": 5}, "webhook"),
     ({"webhook": "http://user:word@example.com/"}, "webhook"), ({"webhook_completed": ["x"]}, "webhook_completed"),
     ({"webhook_events_filter": ["done"]}, "webhook_events_filter"),
     ({"webhook_events_filter": "start"}, "webhook_events_filter")],
)  # fmt: skip
def test_wrong_wishes(teller: Server, given: dict[str, Any], field: str) -> None:
    url = f"{teller.url}/replicate/v1/models/{SVG}/predictions"
    answer = httpx.post(url, json={"input": {"prompt": "a cup"}, **given})
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["invalid_fields"]] == [field]


def test_private_addresses_are_refused(server: Server) -> None:
    """By a server without the setting."""
    url = f"{server.url}/replicate/v1/models/{SVG}/predictions"
    for hook in ("http://localhost:9/", "http://127.0.0.1/", "https://169.254.169.254/", "http://[::1]/"):
        answer = httpx.post(url, json={"input": {"prompt": "a cup"}, "webhook": hook})
        assert (answer.status_code, answer.json()["invalid_fields"][0]["field"]) == (422, "webhook")


def test_a_killed_server_tells_later(scratch: Path, fresh_database: Callable[[], str]) -> None:
    """The receiver is down, the server dies, both come back."""
    receiver = Receiver()
    receiver.close()
    port, url = free_port(), fresh_database()

    def start() -> tuple[Server, subprocess.Popen[bytes]]:
        settings = {"GOUACHE_DATABASE_URL": url, "GOUACHE_FETCH_ALLOW": "127.0.0.0/8"}
        return launch(scratch / "rkilled", "--open", "--workers", "1", port=port, verify=None, **settings)

    server, process = start()
    made = ask(server, receiver.url, wait=True, webhook_events_filter=["completed"])
    assert made["status"] == "succeeded"
    process.kill()
    process.wait()
    receiver.open()
    _, process = start()
    with receiver:
        [post] = receiver.wait(over, 40)
    assert post.json == made
    process.terminate()
    process.wait(30)
