"""News from the database to whoever waits in this process: one LISTEN connection for all."""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import psycopg

from gouache.db import connect
from gouache.jobs.states import CHANNEL

_LOG = logging.getLogger(__name__)
_FINAL_WORDS = ("succeeded", "failed", "canceled", "expired")


class Bulletin:
    """Wakes those who wait for a job. Other channels go to their own callbacks."""

    def __init__(self, url: str, others: dict[str, Callable[[], None]] | None = None) -> None:
        self._url = url
        self._others = others or {}
        self._ends: dict[str, set[asyncio.Event]] = {}
        self._all: dict[str, set[asyncio.Event]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._listen())

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    @contextmanager
    def watch(self, job: uuid.UUID, *, every: bool = False) -> Iterator[asyncio.Event]:
        """An event that is set when the job is over, or at `every` event of it."""
        watched = self._all if every else self._ends
        news = asyncio.Event()
        watched.setdefault(str(job), set()).add(news)
        try:
            yield news
        finally:
            watched[str(job)].discard(news)
            if not watched[str(job)]:
                del watched[str(job)]

    async def _listen(self) -> None:
        while True:
            try:
                async with await connect(self._url) as connection:
                    for channel in (CHANNEL, *self._others):
                        await connection.execute(f"listen {channel}")
                    self._wake_everybody()  # who knows what was said in the meantime
                    async for notice in connection.notifies():
                        self._pass_on(notice.channel, notice.payload)
            except psycopg.OperationalError as error:
                _LOG.warning("news from the database are interrupted: %s", error)
                await asyncio.sleep(0.2)

    def _pass_on(self, channel: str, payload: str) -> None:
        if channel != CHANNEL:
            self._others[channel]()
            return
        job, _, word = payload.partition(" ")
        if word in _FINAL_WORDS:
            self._wake(self._ends.get(job))
        self._wake(self._all.get(job))

    def _wake_everybody(self) -> None:
        for call in self._others.values():
            call()
        for watched in (self._ends, self._all):
            for events in watched.values():
                self._wake(events)

    @staticmethod
    def _wake(events: set[asyncio.Event] | None) -> None:
        for event in events or ():
            event.set()
