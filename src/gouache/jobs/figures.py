"""How the installation is doing, counted in its database: for readiness and for metrics."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gouache.db import Connection, Database, first

_LAG_SECONDS = 2  # jobs that ended just now may still be committing
_STATE = """
select (select count(*) from job where state = 'queued') as queued,
       (select count(*) from job where state = 'running') as running,
       (select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 from job where state = 'queued')
           as oldest_seconds,
       (select count(*) from procrastinate_workers
        where last_heartbeat > now() - make_interval(secs => %(lease)s)) as workers
"""
_ENDED = """
select dialect, state, extract(epoch from finished_at - created_at)::float8 as seconds,
       (select count(*) from artifact where artifact.job = job.id) as pictures
from job where finished_at > %(after)s and finished_at <= %(until)s
"""
_WEBHOOKS = """
select dialect, coalesce(outcome, 'waiting') as outcome, count(*) as deliveries from webhook_delivery group by 1, 2
"""
_SPENT = "select coalesce(sum(amount), 0)::bigint as spent from entry where book = 'earned'"


@dataclass(frozen=True, slots=True)
class Load:
    """Jobs waiting and in work, the age of the oldest waiting one, and the workers that gave a sign of life lately."""

    queued: int
    running: int
    oldest_seconds: float
    workers: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A job that is over; `seconds` from submission to its end."""

    dialect: str
    state: str
    seconds: float
    pictures: int


@dataclass(frozen=True, slots=True)
class Told:
    """Webhook deliveries of the last day; `outcome` is waiting (however old), delivered or dead."""

    dialect: str
    outcome: str
    deliveries: int


class Figures:
    def __init__(self, database: Database, lease_seconds: float) -> None:
        self._database = database
        self._lease = lease_seconds * 3  # as the dispatcher counts workers for dead
        self._seen: datetime | None = None

    async def load(self, timeout: float) -> Load:
        """What is going on now; raises TimeoutError or psycopg.Error soon when the database does not answer."""

        async def work(connection: Connection) -> dict[str, Any] | None:
            return await first(connection, _STATE, lease=self._lease)

        async with asyncio.timeout(timeout):
            row = await self._database.run(work, patience=0)
        assert row is not None  # an aggregate always has a row
        return Load(**row)

    async def ended(self) -> list[Ended]:
        """The jobs that ended since the last call; none at the first one, which only marks the time."""
        row = await self._database.row("select now() - make_interval(secs => %(lag)s) as until", lag=_LAG_SECONDS)
        assert row is not None
        after, self._seen = self._seen or row["until"], row["until"]
        return [Ended(**found) for found in await self._database.rows(_ENDED, after=after, until=row["until"])]

    async def told(self) -> list[Told]:
        return [Told(**row) for row in await self._database.rows(_WEBHOOKS)]

    async def spent(self) -> int:
        """All units ever settled."""
        row = await self._database.row(
            "select coalesce(sum(amount), 0)::bigint as spent from entry where book = 'earned'"
        )
        assert row is not None
        return int(row["spent"])
