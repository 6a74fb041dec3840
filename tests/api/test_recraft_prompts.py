"""Prompts that are refused, odd characters, aliases, features and lasting pictures, over the wire."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
import replicate.client
import replicate.exceptions

from tests.conftest import Server, launch

BODY = {"prompt": "a cup", "style": "vector_illustration"}
IMPROPER = "a naked child"
UNSAFE = "a nude man"
# path, body with the prompt in it: one route of each dialect that answers with the picture, and of each that queues
DIRECT: list[tuple[str, Callable[[str], dict[str, Any]]]] = [
    ("/v1/images/generations", lambda prompt: {**BODY, "prompt": prompt}),
    ("/v1/images/generations", lambda prompt: {"model": "recraft-v3", "prompt": prompt}),
    ("/segmind/v1/recraft-v3-svg", lambda prompt: {"prompt": prompt}),
    ("/fal/run/fal-ai/recraft/v3/text-to-image", lambda prompt: {"prompt": prompt}),
]
QUEUES: list[tuple[str, Callable[[str], dict[str, Any]]]] = [
    ("/segmind/v2/recraft-v3-svg", lambda prompt: {"prompt": prompt}),
    ("/replicate/v1/models/recraft-ai/recraft-v3-svg/predictions", lambda prompt: {"input": {"prompt": prompt}}),
    ("/fal/queue/fal-ai/recraft/v3/text-to-image", lambda prompt: {"prompt": prompt}),
]
DIALECTS = DIRECT + QUEUES


@pytest.fixture(scope="module")
def picky(scratch: Path, fresh_database: Callable[[], str]) -> Iterator[Server]:
    """A strict server with aliases."""
    running, process = launch(
        scratch / "picky", "--open", "--workers", "1", GOUACHE_DATABASE_URL=fresh_database(),
        GOUACHE_MODERATION="strict", GOUACHE_PROMPT_BYTES="true", GOUACHE_LASTING_DAYS="400",
        GOUACHE_MODEL_ALIASES='{"recraftv4": "recraftv3"}',
    )  # fmt: skip
    yield running
    process.terminate()
    process.wait(30)


def post(server: Server, path: str, body: dict[str, Any]) -> httpx.Response:
    headers = {"Authorization": "Key k", "Content-Type": "application/json"}
    return httpx.post(server.url + path, content=json.dumps(body), headers=headers, timeout=60)


def generate(server: Server, **fields: Any) -> httpx.Response:
    return post(server, "/v1/images/generations", {**BODY, **fields})


def rows(server: Server, statement: str, *values: object) -> list[tuple[Any, ...]]:
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        return connection.execute(statement.encode(), values).fetchall()


@pytest.mark.parametrize(("path", "body"), DIRECT, ids=lambda v: v if isinstance(v, str) else "")
def test_improper_prompts_are_refused_at_once(server: Server, path: str, body: Callable[[str], dict[str, Any]]) -> None:
    before = rows(server, "select count(*) from job")
    answer = post(server, path, body(IMPROPER))
    assert 400 <= answer.status_code < 500, answer.text
    assert "does not draw" in answer.text or "content_policy_violation" in answer.text
    assert rows(server, "select count(*) from job") == before


@pytest.mark.parametrize(("path", "body"), QUEUES, ids=lambda v: v if isinstance(v, str) else "")
def test_improper_prompts_fail_in_queues(server: Server, path: str, body: Callable[[str], dict[str, Any]]) -> None:
    """Nobody has it in hand, nothing is held or charged."""
    answer = post(server, path, body(IMPROPER))
    assert answer.status_code == 200, answer.text
    newest = "select id, state, attempt, charged, error ->> 'code' from job order by created_at desc limit 1"
    [(job, *told)] = rows(server, newest)
    assert told == ["failed", 0, 0, "prompt_is_improper"]
    assert rows(server, "select sum(amount) from entry where job = %s and book = 'held'", job) == [(0,)]
    assert rows(server, "select count(*) from procrastinate_jobs where args ->> 'job' = %s", str(job)) == [(0,)]


def test_segmind_fails_what_is_improper(server: Server) -> None:
    queued = post(server, "/v2/recraft-v3", {"prompt": IMPROPER}).json()
    for url in (queued["status_url"], queued["response_url"]):
        told = httpx.get(url)
        assert (told.status_code, told.json()["status"]) == (422, "FAILED")
        assert "does not draw" in told.json()["error"]


def test_replicate_flags_what_is_improper(server: Server) -> None:
    client = replicate.client.Client(api_token="k", base_url=f"{server.url}/replicate")  # noqa: S106
    made = client.predictions.create(model="recraft-ai/recraft-v3", input={"prompt": IMPROPER})
    assert (made.status, made.output, made.completed_at is None) == ("failed", None, False)
    assert "(E005)" in str(made.error)
    with pytest.raises(replicate.exceptions.ModelError):
        client.run("recraft-ai/recraft-v3", input={"prompt": IMPROPER})
    client._client.close()
    stream = httpx.get((made.urls or {})["stream"]).text
    assert "event: error" in stream
    assert "E005" in stream


def test_fal_flags_what_is_improper(server: Server) -> None:
    path = "fal-ai/recraft/v3/text-to-image"
    queued = post(server, f"/fal/queue/{path}", {"prompt": IMPROPER}).json()
    status = httpx.get(queued["status_url"])
    assert (status.status_code, status.json()["error_type"]) == (200, "content_policy_violation")
    unsafe = {"prompt": UNSAFE, "enable_safety_checker": True}
    for answer in (httpx.get(queued["response_url"]), post(server, f"/fal/run/{path}", unsafe)):
        assert (answer.status_code, answer.headers["x-fal-retryable"]) == (422, "false")
        [detail] = answer.json()["detail"]
        assert (detail["loc"], detail["type"]) == (["body", "prompt"], "content_policy_violation")
        assert detail["url"].endswith("#content_policy_violation")


def test_an_improper_prompt_in_the_vendors_words(server: Server) -> None:
    answer = generate(server, prompt=IMPROPER)
    assert (answer.status_code, answer.json()["code"]) == (400, "prompt_is_improper")
    assert answer.json()["error"]["param"] == "prompt"


@pytest.mark.parametrize("odd", ["\0", "\x1b[31m", "\ud800", "\u202e", "\ufffe", "a\0cup"])
@pytest.mark.parametrize(("path", "body"), DIALECTS, ids=lambda v: v if isinstance(v, str) else "")
def test_odd_characters_never_break_the_server(
    server: Server, path: str, body: Callable[[str], dict[str, Any]], odd: str
) -> None:
    answer = post(server, path, body(odd))
    assert answer.status_code < 500, answer.text


@pytest.mark.parametrize("odd", ["\0", "\0 \n", "\x01"])
def test_a_prompt_of_nothing_that_can_be_written_is_empty(server: Server, odd: str) -> None:
    answer = generate(server, prompt=odd)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_prompt")


def test_unsafe_prompts_only_where_they_are_wished(server: Server, picky: Server) -> None:
    assert generate(server, prompt=UNSAFE).status_code == 200
    assert generate(server, prompt=UNSAFE, block_nsfw=True).json()["code"] == "prompt_is_improper"
    assert generate(picky, prompt=UNSAFE).json()["code"] == "prompt_is_improper"


def test_features(server: Server) -> None:
    assert "features" not in generate(server).json()["data"][0]
    scores = [
        generate(server, prompt=prompt, calculate_features=True, n=2).json()["data"][1]["features"]["nsfw_score"]
        for prompt in ("a cup", UNSAFE)
    ]
    assert scores == [0, 0.9]


def test_an_alias_is_served_and_said_so(picky: Server) -> None:
    answer = generate(picky, model="recraftv4")
    assert answer.status_code == 200
    assert "model: 'recraftv4' is served by recraftv3" in answer.headers["x-gouache-report"]
    assert generate(picky, model="recraftv4_1").json()["code"] == "invalid_model"


def test_the_limit_of_a_prompt_in_bytes(server: Server, picky: Server) -> None:
    wide = "\u00e4" * 501
    assert generate(server, prompt=wide).status_code == 200
    answer = generate(picky, prompt=wide)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_prompt")
    assert generate(picky, prompt=wide[:500]).status_code == 200


def test_pictures_that_must_stay_do(server: Server, picky: Server) -> None:
    days = "select extract(day from a.expires_at - now()), a.expires_at = 'infinity', job.expires_at is null" \
        " from artifact a join job on job.id = a.job where a.id = %s"  # fmt: skip
    short = generate(server, expire=True).json()["data"][0]["image_id"]
    assert rows(server, days, short)[0][1:] == (False, False)
    for_ever = generate(server, expire=False).json()["data"][0]
    assert rows(server, days, for_ever["image_id"])[0][1:] == (True, True)
    assert httpx.get(for_ever["url"]).status_code == 200
    long = generate(picky, expire=False).json()["data"][0]["image_id"]
    assert rows(picky, days, long) == [(399, False, False)]
