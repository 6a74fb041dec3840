"""Deliveries: written with the transition, sent once by whoever is there, taken over, given up."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.jobs.conftest import World, order
from tests.receiver import Receiver

from gouache.config import Settings
from gouache.jobs.deliverer import Deliverer
from gouache.jobs.webhooks import KEY, Delivery, Moment, Scheme
from gouache.jobs.webhooks import order as wish

ALL: tuple[Moment, ...] = ("start", "logs", "output", "completed")


async def _body(delivery: Delivery) -> bytes:
    told = {"id": str(delivery.id), "job": str(delivery.job.id), "moment": delivery.moment, "state": delivery.job.state}
    return json.dumps({**told, "pictures": [one.id for one in delivery.pictures]}).encode()


def scheme(*pauses: float) -> Scheme:
    return Scheme(_body, lambda *_: {}, lambda _: pauses, timeout=2)


@pytest.fixture(autouse=True)
def forgotten(world: World) -> None:
    """No deliveries of earlier tests."""
    world.rows("delete from webhook_delivery")


def ask(world: World, url: str, moments: Sequence[Moment] = ALL) -> uuid.UUID:
    settings = Settings(fetch_allow="127.0.0.0/8")  # type: ignore[arg-type]
    hook = world.run(wish(url, "http://here", moments, allow=settings.fetch_allow))
    asked = order(world.account(1000), request={KEY: [hook]})
    world.run(world.submit(asked))
    return asked.id


def draw(world: World, pictures: int = 1) -> None:
    started = world.run(world.take())
    assert started is not None
    world.run(world.finish(started, pictures))


def left(world: World) -> list[dict[str, Any]]:
    return world.rows("select event, outcome, failures, status, snapshot from webhook_delivery order by sequence")


@contextmanager
def delivering(world: World, tmp_path: Path, how: Scheme, processes: int = 1) -> Iterator[None]:
    settings = Settings(data_dir=tmp_path, fetch_allow="127.0.0.0/8")  # type: ignore[arg-type]
    running = [Deliverer(world.database, settings, {"recraft": how}) for _ in range(processes)]

    async def go(work: str) -> None:
        for one in running:
            getattr(one, work)() if work == "start" else await one.close()

    world.run(go("start"))
    try:
        yield
    finally:
        world.run(go("close"))


def until_done(world: World) -> None:
    """Let the loop run until nothing waits."""

    async def wait() -> None:
        async with asyncio.timeout(20):
            while await world.database.row("select id from webhook_delivery where done_at is null"):
                await asyncio.sleep(0.05)

    world.run(wait())


def test_what_happens_is_written_with_what_it_tells(world: World) -> None:
    job = ask(world, "http://127.0.0.1:9/")
    assert [row["event"] for row in left(world)] == ["start"]
    draw(world)
    rows = left(world)
    assert [row["event"] for row in rows] == ["start", "logs", "output", "completed"]  # the second logs came too soon
    assert [row["snapshot"]["state"] for row in rows] == ["queued", "running", "succeeded", "succeeded"]
    assert rows[3]["snapshot"]["id"] == str(job)
    assert [len(row["snapshot"]["made"]) for row in rows] == [0, 0, 1, 1]


def test_what_did_not_happen_is_not_told(world: World) -> None:
    job = ask(world, "http://127.0.0.1:9/", ["completed"])
    with pytest.raises(RuntimeError, match="crash"):
        world.run(_canceled_in_vain(world, job))
    assert left(world) == []
    world.run(world.cancel(job))
    assert [row["event"] for row in left(world)] == ["completed"]


async def _canceled_in_vain(world: World, job: uuid.UUID) -> None:
    async def work(connection: Any) -> None:
        async with connection.transaction():
            await connection.execute("update job set state = 'canceled' where id = %s", (job,))
            raise RuntimeError("crash")

    await world.database.run(work)


def test_many_processes_send_each_message_once_and_in_order(world: World, tmp_path: Path) -> None:
    with Receiver() as receiver:
        jobs = [ask(world, receiver.url) for _ in range(6)]
        for _ in jobs:
            draw(world)
        with delivering(world, tmp_path, scheme(), processes=3):
            until_done(world)
        told = [post.json for post in receiver.posts]
    assert len({one["id"] for one in told}) == len(told) == 24
    for job in jobs:
        assert [one["moment"] for one in told if one["job"] == str(job)] == list(ALL)
    assert all(row["outcome"] == "delivered" and row["snapshot"] is None for row in left(world))


def test_what_a_dead_process_had_in_hand_is_taken_over(world: World, tmp_path: Path) -> None:
    with Receiver() as receiver:
        world.run(world.cancel(ask(world, receiver.url, ["completed"])))
        began = time.monotonic()
        world.rows("update webhook_delivery set claimed_until = now() + interval '1 s'")
        with delivering(world, tmp_path, scheme()):
            until_done(world)
        assert receiver.posts[0].at - began >= 1
        assert [post.json["state"] for post in receiver.posts] == ["canceled"]


def test_after_the_last_try_it_is_dead(world: World, tmp_path: Path) -> None:
    with Receiver(500, 503, 404) as receiver:
        world.run(world.cancel(ask(world, receiver.url, ["completed"])))
        with delivering(world, tmp_path, scheme(0.1, 0.1)):
            until_done(world)
        assert len(receiver.posts) == 3
    assert [(row["outcome"], row["failures"], row["status"]) for row in left(world)] == [("dead", 3, 404)]


def test_a_host_gets_four_at_a_time(world: World, tmp_path: Path) -> None:
    with Receiver(delay=0.5) as receiver:
        for _ in range(8):
            world.run(world.cancel(ask(world, receiver.url, ["completed"])))
        with delivering(world, tmp_path, scheme(), processes=2):
            until_done(world)
        assert (len(receiver.posts), receiver.most_at_once) == (8, 4)
