"""Submitting, waiting, listing, cancelling and forgetting, as the API does them."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from obstore.store import MemoryStore
from tests.jobs.conftest import RULES, World, order

from gouache.artifacts.encode import File
from gouache.artifacts.store import Artifact, ArtifactStore
from gouache.config import Settings
from gouache.db import Connection
from gouache.errors import Busy, NotEnoughCredits, NotFound
from gouache.jobs import states
from gouache.jobs.janitor import Janitor
from gouache.jobs.listen import Bulletin
from gouache.jobs.queue import Jobs, Submitted
from gouache.rendering import Rendered

T = TypeVar("T")


@asynccontextmanager
async def queue(world: World, settings: Settings | None = None) -> AsyncIterator[Jobs]:
    bulletin = Bulletin(world.url)
    bulletin.start()
    try:
        yield Jobs(world.database, settings or Settings(), bulletin)
    finally:
        await bulletin.close()


def with_queue(world: World, work: Callable[[Jobs], Awaitable[T]], settings: Settings | None = None) -> T:
    async def run() -> T:
        async with queue(world, settings) as jobs:
            return await work(jobs)

    return world.run(run())


def test_waiting_ends_with_the_job(world: World) -> None:
    account = world.account(100)

    async def work(jobs: Jobs) -> float:
        wanted = order(account)
        waiting = asyncio.create_task(jobs.run(wanted, 20))
        while (started := await world.take()) is None:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        ended = time.monotonic()
        await world.finish(started, 1)
        _, job = await waiting
        assert (job.state, job.charged, job.id) == ("succeeded", 40, wanted.id)
        return time.monotonic() - ended

    assert with_queue(world, work) < 2  # woken up, not polling


def test_waiting_may_end_before_the_job(world: World) -> None:
    account = world.account(100)

    async def work(jobs: Jobs) -> str:
        return (await jobs.run(order(account), 0.2))[1].state

    assert with_queue(world, work) == "queued"


def test_the_same_idempotency_key_is_the_same_job(world: World) -> None:
    account, other = world.account(1000), world.account(1000)

    async def work(jobs: Jobs) -> set[uuid.UUID]:
        orders = [order(account, idempotency_key="once") for _ in range(8)]
        first = {submitted.id for submitted in await asyncio.gather(*map(jobs.submit, orders))}
        return first | {(await jobs.submit(order(other, idempotency_key="once"))).id}

    assert len(with_queue(world, work)) == 2
    assert (world.balance(account), world.balance(other)) == (960, 960)


def test_orders_that_arrive_together_are_judged_one_by_one(world: World) -> None:
    rich, poor = world.account(1000), world.account(100)
    orders = [order(poor, 90), order(poor, 90), order(rich, 40), order(poor, 10), order(rich, 40), order(rich, 5000)]

    async def work(jobs: Jobs) -> list[object]:
        return list(await asyncio.gather(*map(jobs.submit, orders), return_exceptions=True))

    answers = with_queue(world, work)
    assert [isinstance(answer, Submitted) for answer in answers] == [True, False, True, True, True, False]
    assert isinstance(answers[1], NotEnoughCredits)
    assert isinstance(answers[5], NotEnoughCredits)
    assert (world.balance(rich), world.balance(poor)) == (920, 0)
    assert [world.state(orders[at].id) for at in (0, 2, 3, 4)] == ["queued"] * 4


def test_an_order_that_no_database_takes_does_not_spoil_the_others(world: World) -> None:
    account = world.account(1000)
    bad = order(account, request={"unwritable": "\0"})
    orders = [order(account), bad, order(account)]

    async def work(jobs: Jobs) -> list[object]:
        return list(await asyncio.gather(*map(jobs.submit, orders), return_exceptions=True))

    answers = with_queue(world, work)
    assert [type(answer).__name__ for answer in answers] == ["Submitted", "UntranslatableCharacter", "Submitted"]
    assert world.balance(account) == 920


@pytest.mark.parametrize("at_a_time", [1, 2, 5, 12])
def test_the_queue_is_never_longer_than_its_limit(world: World, at_a_time: int) -> None:
    orders = [order(world.account(1000)) for _ in range(12)]
    [row] = world.rows("select count(*) as jobs from job where state = 'queued'")

    async def work(jobs: Jobs) -> list[object]:
        answers: list[object] = []
        for start in range(0, len(orders), at_a_time):
            together = map(jobs.submit, orders[start : start + at_a_time])
            answers += await asyncio.gather(*together, return_exceptions=True)
        return answers

    answers = with_queue(world, work, Settings(queue_limit=row["jobs"] + 7))
    assert [isinstance(answer, Submitted) for answer in answers] == [True] * 7 + [False] * 5
    assert all(isinstance(answer, Busy) for answer in answers[7:])


def test_whoever_does_not_wait_has_ordered_all_the_same(world: World) -> None:
    wanted = order(world.account(100))

    async def work(jobs: Jobs) -> str:
        waiting = asyncio.create_task(jobs.submit(wanted))
        await asyncio.sleep(0)
        waiting.cancel()
        while not await jobs.page(wanted.account):
            await asyncio.sleep(0.01)
        return (await jobs.get(wanted.id)).state

    assert with_queue(world, work) == "queued"


def test_pages_are_newest_first_and_of_one_account(world: World) -> None:
    account = world.account(1000)
    world.run(world.submit(order(world.account(100))))
    orders = [order(account, 1) for _ in range(5)]
    for wanted in orders:
        world.run(world.submit(wanted))

    async def work(jobs: Jobs) -> list[uuid.UUID]:
        found = await jobs.page(account, limit=2)
        while more := await jobs.page(account, limit=2, after=(found[-1].created_at, found[-1].id)):
            found += more
        return [job.id for job in found]

    assert with_queue(world, work) == [wanted.id for wanted in reversed(orders)]


def test_jobs_of_others_are_unknown(world: World) -> None:
    wanted = order(world.account(100))
    world.run(world.submit(wanted))
    other = world.account()
    with pytest.raises(NotFound):
        with_queue(world, lambda jobs: jobs.get(wanted.id, other))
    with pytest.raises(NotFound):
        with_queue(world, lambda jobs: jobs.cancel(wanted.id, other))


def test_an_operation_comes_back_as_it_went(world: World) -> None:
    wanted = order(world.account(100), request={"input": {"prompt": "ä"}})
    world.run(world.submit(wanted))
    job = with_queue(world, lambda jobs: jobs.cancel(wanted.id))
    assert (job.operation, job.request, job.state) == (wanted.operation, wanted.request, "canceled")
    events = with_queue(world, lambda jobs: jobs.events(wanted.id))
    assert [event.type for event in events] == ["queued", "canceled"]
    assert with_queue(world, lambda jobs: jobs.events(wanted.id, after=events[0].sequence)) == events[1:]


def janitor(world: World, store: ArtifactStore, tmp_path: Path) -> Janitor:
    return Janitor(world.database, store, Settings(data_dir=tmp_path, lease_seconds=5, sweep_seconds=0.001))


def test_the_janitor_rescues_the_stranded(world: World, tmp_path: Path) -> None:
    store = ArtifactStore(MemoryStore(), world.database)
    running, lost, late = (order(world.account(100)) for _ in range(3))
    late = order(world.account(100), deadline=datetime.now(UTC) - timedelta(seconds=1))
    world.run(world.submit(running))
    assert world.run(world.take())  # by nobody: its dispatcher's row has no worker
    world.run(world.submit(lost))
    world.run(world.submit(late))
    world.rows("delete from procrastinate_jobs where args ->> 'job' = %(id)s", id=str(lost.id))
    world.run(janitor(world, store, tmp_path).tidy())
    assert [world.state(o.id) for o in (running, lost, late)] == ["queued", "queued", "expired"]
    assert {started.id for _ in range(2) if (started := world.run(world.take()))} == {running.id, lost.id}


def test_the_janitor_takes_up_a_dead_workers_jobs_at_once(world: World, tmp_path: Path) -> None:
    wanted = order(world.account(100))
    world.run(world.submit(wanted))
    world.run(world.take())
    world.run(janitor(world, ArtifactStore(MemoryStore(), world.database), tmp_path).release("test"))
    assert world.state(wanted.id) == "queued"


def test_what_is_old_goes_with_its_files(world: World, tmp_path: Path) -> None:
    objects = MemoryStore()
    store = ArtifactStore(objects, world.database)
    wanted = order(world.account(100))
    world.run(world.submit(wanted))
    started = world.run(world.take())
    assert started is not None
    kept: list[Artifact] = []

    async def keep(connection: Connection) -> list[Artifact]:
        kept.append(await store.put(connection, 0, Rendered(File(b"<svg/>", "image/svg+xml", 1, 1), {"b": 1, "a": 2})))
        return kept

    world.run(world.database.run(lambda connection: states.finish(connection, started, RULES, keep)))
    [found] = world.run(store.of_job(wanted.id))
    assert list(found.report) == ["b", "a"]
    assert world.run(store.read(found)) == b"<svg/>"
    objects.put("objects/00/" + "00" * 32, b"left behind by a killed worker")
    tidy = janitor(world, store, tmp_path).tidy
    world.run(tidy())
    assert len(objects.list().collect()) == 1
    world.rows("update job set expires_at = now() where id = %(id)s", id=wanted.id)
    world.rows("update artifact set expires_at = now() where job = %(id)s", id=wanted.id)
    world.run(tidy())
    assert not objects.list().collect()
    with pytest.raises(NotFound):
        world.run(store.get(found.id))
    with pytest.raises(NotFound):
        with_queue(world, lambda jobs: jobs.get(wanted.id))
    assert world.rows("select from entry where job = %(id)s", id=wanted.id)


def test_equal_files_are_kept_once_until_the_last_goes(world: World) -> None:
    objects = MemoryStore()
    store = ArtifactStore(objects, world.database)
    for _ in range(2):
        world.run(world.submit(order(world.account(100))))
    for started in (world.run(world.take()), world.run(world.take())):
        assert started is not None

        async def keep(connection: Connection) -> list[Artifact]:
            return [await store.put(connection, 0, Rendered(File(b"same", "image/png", 1, 1), {}))]

        world.run(world.database.run(lambda connection, s=started: states.finish(connection, s, RULES, keep)))  # type: ignore[misc]
    assert len(objects.list().collect()) == 1
    for left in (1, 0):
        world.rows(
            "update artifact set expires_at = now()"
            " where id = (select id from artifact where media_type = 'image/png' and expires_at > now() limit 1)"
        )
        world.run(store.drop_expired())
        assert len(objects.list().collect()) == left
