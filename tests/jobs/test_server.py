"""Jobs as a server's clients meet them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import psycopg
import pytest
from tests.conftest import Server
from tests.jobs.conftest import World
from tests.waiting import until

from gouache.jobs.model import Order
from gouache.operations import Generate

BODY = {"prompt": "a red cup", "style": "vector_illustration"}


def generate(server: Server, seed: int) -> httpx.Response:
    return httpx.post(f"{server.v1}/images/generations", json={**BODY, "random_seed": seed}, timeout=120)


def jobs(server: Server, prompt: str) -> list[tuple[str, int]]:
    with psycopg.connect(server.environment["GOUACHE_DATABASE_URL"]) as connection:
        statement = "select state, charged from job where operation ->> 'prompt' = %s"
        return connection.execute(statement, (prompt,)).fetchall()


def test_thirty_at_once_are_all_answered(server: Server) -> None:
    with ThreadPoolExecutor(30) as threads:
        answers = list(threads.map(lambda seed: generate(server, seed), range(30)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["data"][0]["image_id"] for answer in answers}) == 30


def test_a_job_outlives_its_client(server: Server) -> None:
    prompt = "a cup that nobody waits for"
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(
            f"{server.v1}/images/generations",
            json={**BODY, "prompt": prompt, "n": 6},
            timeout=httpx.Timeout(10, read=0.01),
        )
    found = until(lambda: [job for job in jobs(server, prompt) if job[0] not in ("queued", "running")])
    assert found == [("succeeded", 480)]


def test_a_running_job_is_canceled_and_its_worker_goes_on(server: Server) -> None:
    world = World(server.environment["GOUACHE_DATABASE_URL"])
    try:
        account = world.account(10_000)
        slow = Generate(prompt="a castle on a hill", style="realistic_image", n=30, width=512, height=512)
        wanted = Order(account=account, dialect="recraft", operation=slow, units=1200, pictures=30)
        world.run(world.submit(wanted))
        until(lambda: world.state(wanted.id) != "queued")
        assert world.run(world.cancel(wanted.id))
        assert generate(server, 1).status_code == 200
        assert (world.state(wanted.id), world.balance(account)) == ("canceled", 10_000)
        assert not world.rows("select from artifact where job = %(id)s", id=wanted.id)
    finally:
        world.close()
