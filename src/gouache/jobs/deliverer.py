"""Sends the deliveries of webhooks: at least once each, in order for each job, again after a pause when that fails.

Every API process runs one deliverer; they share the work by claims that run out, so that what a killed process had in
hand is sent by another, or by its successor.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import psycopg

from gouache import net
from gouache.config import Settings
from gouache.db import Connection, Database, fetch
from gouache.errors import GouacheError, Invalid
from gouache.jobs.webhooks import Scheme, delivery_of

CHANNEL = "gouache_webhook"
_LOG = logging.getLogger(__name__)
_AT_ONCE = 32  # posts of this process
_PER_HOST = 4  # posts to one host, so that a slow receiver does not hold up the others
_LOOK_AGAIN_SECONDS = 5.0
_GRACE_SECONDS = 10.0  # of a claim, beyond the receiver's time
_KEEP_HOURS = 24  # what became of a delivery
_TIDY_SECONDS = 600.0

_CLAIM = """
with open as (
    select id, host, due_at, sequence, claimed_until > now() as held,
           row_number() over (partition by job, url order by sequence) = 1 as first_of_job
    from webhook_delivery where done_at is null and dialect = any(%(dialects)s)
), ranked as (
    select id, row_number() over (partition by host order by due_at, sequence)
               + (select count(*) from open as other where other.host = open.host and other.held) as place
    from open where first_of_job and held is not true and due_at <= now()
), mine as (
    select id from webhook_delivery
    where id in (select id from ranked where place <= %(per_host)s) and done_at is null and due_at <= now()
      and (claimed_until is null or claimed_until <= now())
    order by due_at, sequence limit %(most)s for update skip locked
)
update webhook_delivery set claimed_until = now() + make_interval(secs => %(seconds)s)
where id in (select id from mine)
returning id, dialect, event, url, origin, snapshot, failures
"""
_DONE = """
update webhook_delivery
set done_at = now(), outcome = %(outcome)s, status = %(status)s, snapshot = null, failures = failures + %(failed)s
where id = %(id)s and done_at is null
"""
_LATER = """
update webhook_delivery
set claimed_until = null, failures = failures + 1, status = %(status)s,
    due_at = now() + make_interval(secs => %(seconds)s)
where id = %(id)s and done_at is null
"""
_RELEASE = "update webhook_delivery set claimed_until = null where id = any(%(ids)s) and done_at is null"
_NEXT = """
select extract(epoch from min(greatest(due_at, coalesce(claimed_until, due_at))) - now())::float8 as seconds
from webhook_delivery where done_at is null
"""
_TIDY = "delete from webhook_delivery where done_at < now() - make_interval(hours => %(hours)s)"


class Deliverer:
    """`schemes` says for each dialect how it tells."""

    def __init__(self, database: Database, settings: Settings, schemes: Mapping[str, Scheme]) -> None:
        self._database = database
        self._allow = settings.fetch_allow
        self._schemes = schemes
        self._news = asyncio.Event()
        self._sending: dict[Any, asyncio.Task[None]] = {}
        self._secret = b""
        self._tidied = time.monotonic()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something to tell."""
        self._news.set()

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def close(self) -> None:
        """Stop; what is in hand is left to the next, at once."""
        held = list(self._sending)
        tasks = {task for task in (self._task, *self._sending.values()) if task is not None}
        while tasks:  # a pool that hands out a connection just then loses a cancellation
            for task in tasks:
                task.cancel()
            tasks = (await asyncio.wait(tasks, timeout=0.5))[1]
        if held:
            with suppress(GouacheError, psycopg.Error):  # else the claims run out by themselves
                await self._database.run(lambda connection: fetch(connection, _RELEASE, ids=held), patience=2)

    async def _run(self) -> None:
        while True:
            self._news.clear()
            try:
                await self._round()
                seconds = await self._pause()
            except (GouacheError, psycopg.Error) as error:
                _LOG.warning("webhooks wait for the database: %s", error)
                seconds = 1.0
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._news.wait()

    async def _round(self) -> None:
        """Take what is due into hand and send it, beside what is being sent."""
        free = _AT_ONCE - len(self._sending)
        if free > 0:
            longest = max(scheme.timeout for scheme in self._schemes.values())
            rows = await self._database.rows(
                _CLAIM, most=free, per_host=_PER_HOST, dialects=list(self._schemes), seconds=longest + _GRACE_SECONDS
            )
            for row in rows:
                self._sending[row["id"]] = asyncio.create_task(self._send(row))
        if time.monotonic() - self._tidied > _TIDY_SECONDS:
            self._tidied = time.monotonic()
            await self._database.rows(_TIDY, hours=_KEEP_HOURS)

    async def _pause(self) -> float:
        """Seconds until something is due; who is done sending, or hears of something new, wakes us before."""
        row = await self._database.row(_NEXT)
        due = row["seconds"] if row is not None else None
        if due is None:
            return _LOOK_AGAIN_SECONDS
        return min(due, _LOOK_AGAIN_SECONDS) if due > 0 else 1.0  # due, but others of its job or host come first

    async def _send(self, row: dict[str, Any]) -> None:
        try:
            await self._settle(row, await self._post(row))
        except (GouacheError, psycopg.Error) as error:
            _LOG.warning("webhook %s: its claim will run out: %s", row["id"], error)
        except Exception:
            _LOG.exception("webhook %s cannot be written", row["id"])
            await self._database.rows(_DONE, id=row["id"], outcome="dead", status=None, failed=1)
        finally:
            self._sending.pop(row["id"], None)
            self._news.set()

    async def _post(self, row: dict[str, Any]) -> int | None:
        """The receiver's status, None when it did not answer."""
        scheme, delivery = self._schemes[row["dialect"]], delivery_of(row)
        body = await scheme.body(delivery)
        headers = scheme.headers(delivery, body, int(time.time()), await self._key())
        try:
            return await net.post(
                delivery.url, body, {"Content-Type": "application/json", **headers}, scheme.timeout,
                field="webhook", allow=self._allow,
            )  # fmt: skip
        except Invalid as error:
            _LOG.info("webhook %s of job %s: %s", row["id"], delivery.job.id, error.message)
            return None

    async def _settle(self, row: dict[str, Any], status: int | None) -> None:
        """Done, to be tried again after a pause, or dead."""
        if status is not None and 200 <= status < 300:
            await self._database.rows(_DONE, id=row["id"], outcome="delivered", status=status, failed=0)
            return
        pauses = self._schemes[row["dialect"]].pauses(row["event"])
        if row["failures"] < len(pauses):
            await self._database.rows(_LATER, id=row["id"], status=status, seconds=pauses[row["failures"]])
            return
        _LOG.warning("webhook %s (%s) given up: last status %s", row["id"], row["event"], status)
        await self._database.rows(_DONE, id=row["id"], outcome="dead", status=status, failed=1)

    async def _key(self) -> bytes:
        if not self._secret:
            self._secret = await secret(self._database)
        return self._secret


async def secret(database: Database) -> bytes:
    """What all servers of a database sign with."""

    async def work(connection: Connection) -> bytes:
        [row] = await fetch(connection, "select secret from webhook_secret")
        return bytes(row["secret"])

    return await database.run(work)
