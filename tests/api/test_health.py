"""Alive, ready, counted; and money that agrees wherever it is shown."""

from __future__ import annotations

import re

import httpx

from tests.conftest import Server
from tests.waiting import until

BODY = {"prompt": "a cup", "style": "vector_illustration"}


def figure(server: Server, name: str) -> float:
    """The sum of a metric over its labels."""
    text = httpx.get(f"{server.url}/metrics").text
    return sum(float(value) for value in re.findall(rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", text, re.MULTILINE))


def test_alive(server: Server) -> None:
    assert httpx.get(f"{server.url}/health").json() == {"status": "ok"}


def test_ready(server: Server) -> None:
    until(lambda: httpx.get(f"{server.url}/ready").status_code == 200)
    answer = httpx.get(f"{server.url}/ready").json()
    assert answer["ready"] is True
    assert answer["workers"]["detail"] == "1 alive"
    assert answer["queue"]["detail"].startswith("0 of 256 waiting")
    assert all(answer[part]["ok"] for part in ("database", "workers", "queue", "store"))


def test_requests_jobs_and_pictures_are_counted(server: Server) -> None:
    figure(server, "gouache_pictures_total")
    before = [figure(server, name) for name in ("gouache_jobs_total", "gouache_pictures_total")]
    assert httpx.post(f"{server.v1}/images/generations", json={**BODY, "n": 2}, timeout=60).status_code == 200
    until(lambda: figure(server, "gouache_jobs_total") >= before[0] + 1)
    assert figure(server, "gouache_pictures_total") >= before[1] + 2
    text = httpx.get(f"{server.url}/metrics").text
    assert 'route="/v1/images/generations"' in text
    assert 'gouache_job_seconds_count{dialect="recraft"}' in text


def test_unknown_paths_share_one_label(server: Server) -> None:
    for at in range(5):
        httpx.get(f"{server.url}/nothing/{at}")
        httpx.get(f"{server.url}/docs/static/nothing-{at}.js")
    assert "nothing" not in httpx.get(f"{server.url}/metrics").text


def test_units_agree_everywhere(closed_server: Server) -> None:
    key = closed_server.shell("keys", "create", "--name", "money", "--account", "money")
    headers = {"Authorization": f"Bearer {key}"}

    def left() -> int:
        return int(httpx.get(f"{closed_server.v1}/users/me", headers=headers).json()["credits"])

    before, settled = left(), figure(closed_server, "gouache_units_settled")
    body = {**BODY, "n": 2}
    drawn = httpx.post(f"{closed_server.v1}/images/generations", json=body, headers=headers, timeout=60).json()
    words = httpx.post(f"{closed_server.v1}/prompts/enhance", json={"prompt": "a cup"}, headers=headers, timeout=60)
    wrong = httpx.post(f"{closed_server.v1}/prompts/enhance", json={}, headers=headers)
    assert wrong.status_code == 400
    charged = drawn["credits"] + words.json()["credits"]
    assert charged == 170
    assert left() == before - charged
    assert figure(closed_server, "gouache_units_settled") == settled + charged


def test_who_am_i(closed_server: Server) -> None:
    key = closed_server.shell("keys", "create", "--name", "who", "--account", "who")
    answer = httpx.get(f"{closed_server.v1}/users/me", headers={"Authorization": f"Bearer {key}"}).json()
    assert answer["name"] == "who"
    assert answer["credits"] > 0
    assert len(answer["id"]) == 36


def test_no_units_is_402_in_both_shapes(closed_server: Server) -> None:
    closed_server.shell("accounts", "create", "meagre", "--units", "50")
    key = closed_server.shell("keys", "create", "--name", "meagre", "--account", "meagre")
    headers = {"Authorization": f"Bearer {key}"}
    response = httpx.post(f"{closed_server.v1}/images/generations", json=BODY, headers=headers)
    answer = response.json()
    assert (response.status_code, answer["code"]) == (402, "not_enough_credits")
    assert answer["error"]["code"] == "not_enough_credits"
    assert (
        httpx.post(f"{closed_server.v1}/prompts/enhance", json={"prompt": "a cup"}, headers=headers).status_code == 200
    )
    closed_server.shell("accounts", "grant", "meagre", "--", "-40")
    response = httpx.post(f"{closed_server.v1}/prompts/enhance", json={"prompt": "a cup"}, headers=headers)
    assert (response.status_code, response.json()["code"]) == (402, "not_enough_credits")
