"""Keys from the shell open the server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psycopg
import pytest

from tests.conftest import Server

BODY = {"prompt": "a cup", "style": "vector_illustration"}


def create(server: Server, *options: str) -> str:
    return server.shell("keys", "create", "--name", "test", *options)


def post(server: Server, key: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.post(f"{server.v1}/images/generations", json=BODY, headers=headers, timeout=60)


def test_a_created_key_is_accepted_at_once(closed_server: Server) -> None:
    assert post(closed_server, create(closed_server)).status_code == 200


def test_other_keys_are_not(closed_server: Server) -> None:
    assert post(closed_server, "gou_wrong").status_code == 401


def test_a_revoked_key_is_refused_at_once(closed_server: Server) -> None:
    key = create(closed_server)
    assert post(closed_server, key).status_code == 200
    closed_server.shell("keys", "revoke", key[:10])
    assert post(closed_server, key).status_code == 401


def test_a_rotated_key_gives_way_to_a_new_one(closed_server: Server) -> None:
    old = create(closed_server)
    new = closed_server.shell("keys", "rotate", old)
    assert post(closed_server, new).status_code == 200
    assert post(closed_server, old).status_code == 401


def test_keys_are_kept_only_as_hashes(closed_server: Server) -> None:
    key = create(closed_server)
    with psycopg.connect(closed_server.environment["GOUACHE_DATABASE_URL"]) as connection:
        [(kept,)] = connection.execute("select string_agg(api_key::text, ' ') from api_key").fetchall()
    assert key[:10] in kept
    assert key not in kept
    assert key[:10] in closed_server.shell("keys", "list")


def test_an_account_pays_and_runs_dry(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "poor", "--units", "100")
    key = create(closed_server, "--account", "poor")
    assert post(closed_server, key).json()["credits"] == 80
    refused = post(closed_server, key)
    assert (refused.status_code, refused.json()["code"]) == (402, "not_enough_credits")
    assert closed_server.shell("usage", "poor").splitlines()[1].split() == ["poor", "100", "20", "0", "80", "1"]
    assert closed_server.shell("accounts", "grant", "poor", "60") == "80"
    assert post(closed_server, key).status_code == 200


def test_limits_of_a_key_are_told(closed_server: Server) -> None:
    told = post(closed_server, create(closed_server)).headers
    assert (told["x-ratelimit-limit"], told["x-ratelimit-remaining"]) == ("100", "99")


def test_too_many_requests_a_second(closed_server: Server) -> None:
    key = create(closed_server)
    with ThreadPoolExecutor(12) as threads:
        answers = list(threads.map(lambda _: post(closed_server, key), range(12)))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert {answer.status_code for answer in answers} == {200, 429}
    assert int(refused[0].headers["retry-after"]) >= 1
    assert refused[0].json()["code"] == "rate_limit_exceeded"
    assert refused[0].headers["x-ratelimit-limit"] == "100"


@pytest.mark.parametrize(
    ("path", "body", "cost"),
    [("prompts/enhance", {"prompt": "a cup"}, 10), ("colors/optimize", {"colors": [{"hex": "#f00"}]}, 0)],
)
def test_what_needs_no_job_has_limits_and_is_paid_too(
    closed_server: Server, path: str, body: dict[str, Any], cost: int
) -> None:
    name = path.replace("/", "-")
    closed_server.shell("accounts", "create", name, "--units", "1000")
    headers = {"Authorization": f"Bearer {create(closed_server, '--account', name)}"}

    def ask(_: int) -> httpx.Response:
        sent = {"num_colors_limit": 1, **body}
        return httpx.post(f"{closed_server.v1}/{path}", json=sent, headers=headers, timeout=60)

    ask(0)  # the first loads what it needs
    with ThreadPoolExecutor(24) as threads:
        answers = [ask(0), *threads.map(ask, range(24))]
    assert {answer.status_code for answer in answers} == {200, 429}
    done = 1 + sum(answer.status_code == 200 for answer in answers)
    assert 2 <= done <= 20
    assert closed_server.shell("usage", name).splitlines()[1].split()[2] == str(1000 - done * cost)
    told = next(answer.headers for answer in answers if answer.status_code == 200)
    assert int(told["x-ratelimit-remaining-requests"]) < 5
