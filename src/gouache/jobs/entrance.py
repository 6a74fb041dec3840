"""Where orders become jobs: those that arrive at about the same time share one transaction and one flush."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import dataclass

import psycopg

from gouache.db import Connection, Database
from gouache.errors import GouacheError
from gouache.jobs import states
from gouache.jobs.dispatch import queue_for
from gouache.jobs.model import Order
from gouache.ledger.limits import Allowance, Limits

_LANES = 2  # one enters while the other's commit goes to the disk
_MOST = 32  # orders a transaction


@dataclass(frozen=True, slots=True)
class _Waiting:
    order: Order
    durable: bool
    answer: asyncio.Future[Allowance | None]


class Entrance:
    """Lets orders in as `states.submit` does, several at a time."""

    def __init__(self, database: Database, admission: states.Admission, limits: Limits) -> None:
        self._database = database
        self._admission = admission
        self._limits = limits
        self._waiting: list[_Waiting] = []
        self._lanes: set[asyncio.Task[None]] = set()

    async def submit(self, order: Order, *, durable: bool) -> Allowance | None:
        """What the key may still ask, once the job is queued, and `durable`: on disk.

        Raises NotEnoughCredits, Busy or Unavailable. The job is queued also when the caller no longer waits.
        """
        answer: asyncio.Future[Allowance | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(order, durable, answer))
        if len(self._lanes) < _LANES:
            lane = asyncio.create_task(self._serve())
            self._lanes.add(lane)
            lane.add_done_callback(self._lanes.discard)
        return await answer

    async def _serve(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            left = await self._together(batch) if len(batch) > 1 else batch
            await asyncio.gather(*map(self._alone, left))

    async def _together(self, batch: list[_Waiting]) -> list[_Waiting]:
        """Let in what can be let in at once; the rest, each of which has to be looked at."""
        orders = [(one.order, queue_for(one.order.operation)) for one in batch]

        async def work(connection: Connection) -> dict[uuid.UUID, Allowance | None]:
            return await states.submit_all(connection, orders, self._admission, self._limits)

        try:
            durable = any(one.durable for one in batch)
            entered = await self._database.run_quick(work, durable=durable)
        except (psycopg.Error, GouacheError):  # one of them spoils it for all
            return batch
        for one in batch:
            if one.order.id in entered and not one.answer.done():
                one.answer.set_result(entered[one.order.id])
        return [one for one in batch if one.order.id not in entered]

    async def _alone(self, one: _Waiting) -> None:
        queue = queue_for(one.order.operation)

        async def work(connection: Connection) -> Allowance | None:
            return await states.submit(connection, one.order, queue, self._admission, self._limits)

        try:
            allowance = await self._database.run_quick(work, durable=one.durable)
            if not one.answer.done():
                one.answer.set_result(allowance)
        except Exception as error:
            if not one.answer.done():
                one.answer.set_exception(error)
