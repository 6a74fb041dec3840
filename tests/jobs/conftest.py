"""A database with jobs in it, and a loop to run transitions on."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest
from psycopg.rows import DictRow

from gouache.artifacts.store import Artifact
from gouache.db import Connection, Database, fetch
from gouache.jobs import states
from gouache.jobs.model import Order
from gouache.ledger.accounts import Accounts
from gouache.ledger.limits import Allowance, Limits
from gouache.operations import Generate

T = TypeVar("T")
IN_FLIGHT = 2
RULES = states.Rules(in_flight=IN_FLIGHT, attempts=3, keep=3600)
ADMISSION = states.Admission(queue_limit=1000, account_jobs=0, in_flight=IN_FLIGHT)


class World:
    """Transitions, run to their end on a loop of its own."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._loop = asyncio.new_event_loop()
        self.database = Database(url)
        self.run(self.database.open())
        self.accounts = Accounts(self.database)

    def run(self, work: Awaitable[T]) -> T:
        return self._loop.run_until_complete(work)

    def close(self) -> None:
        self.run(self.database.close())
        self._loop.close()

    def at_once(self, *works: Awaitable[Any]) -> list[Any]:
        """The results, or the errors, of works that run at the same time."""

        async def gathered() -> list[Any]:
            return list(await asyncio.gather(*works, return_exceptions=True))

        return self.run(gathered())

    def rows(self, statement: str, **values: object) -> list[DictRow]:
        return self.run(self.database.run(lambda connection: fetch(connection, statement, **values)))

    def account(self, units: int = 0) -> uuid.UUID:
        return self.run(self.accounts.create(uuid.uuid4().hex, units))

    async def submit(
        self, order: Order, limits: Limits | None = None, admission: states.Admission = ADMISSION
    ) -> Allowance | None:
        work: Callable[[Connection], Awaitable[Allowance | None]] = lambda connection: states.submit(  # noqa: E731
            connection, order, "composer", admission, limits or Limits()
        )
        return await self.database.run(work)

    async def take(self) -> states.Started | None:
        """What a worker does: the dispatcher's next row, then start."""
        rows = await self.database.rows("select id, args from procrastinate_fetch_job_v2(array['composer'], null)")
        if not rows or rows[0]["id"] is None:
            return None
        job, dispatch = uuid.UUID(rows[0]["args"]["job"]), rows[0]["id"]
        return await self.database.run(lambda connection: states.start(connection, job, dispatch, "test"))

    async def finish(self, started: states.Started, pictures: int) -> bool:
        async def keep(connection: Connection) -> list[Artifact]:
            return [picture(position) for position in range(pictures)]

        return await self.database.run(lambda connection: states.finish(connection, started, RULES, keep))

    async def cancel(self, job: uuid.UUID) -> bool:
        return await self.database.run(lambda connection: states.cancel(connection, job, RULES))

    async def expire(self, job: uuid.UUID) -> bool:
        return await self.database.run(lambda connection: states.expire(connection, job, RULES))

    async def retry(self, started: states.Started, fault: bool = True) -> str | None:
        return await self.database.run(
            lambda connection: states.retry(connection, started.id, started.attempt, RULES, fault=fault)
        )

    def balance(self, account: uuid.UUID) -> int:
        return self.run(self.accounts.balance(account))

    def state(self, job: uuid.UUID) -> str:
        [row] = self.rows("select state from job where id = %(job)s", job=job)
        return str(row["state"])


def order(account: uuid.UUID, units: int = 40, pictures: int = 1, **more: Any) -> Order:
    more = {"operation": Generate(prompt="a cup", n=pictures), **more}
    return Order(account=account, dialect="recraft", units=units, pictures=pictures, **more)


def picture(position: int) -> Artifact:
    return Artifact(str(uuid.uuid4()), position, uuid.uuid4().hex * 2, "image/svg+xml", 64, 64, 10, {})


@pytest.fixture(scope="session")
def _world(fresh_database: Callable[[], str]) -> Iterator[World]:
    world = World(fresh_database())
    yield world
    world.close()


@pytest.fixture
def world(_world: World) -> World:
    """A world without open jobs."""
    for row in _world.rows("select id from job where state in ('queued', 'running')"):
        _world.run(_world.cancel(row["id"]))
    _world.rows("delete from procrastinate_jobs")
    return _world
