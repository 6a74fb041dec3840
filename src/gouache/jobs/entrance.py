"""Where orders become jobs: those that arrive at about the same time share one transaction and one flush."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, replace

from gouache.db import Database
from gouache.engines.diffusion.settings import environment
from gouache.jobs import states
from gouache.jobs.company import Company
from gouache.jobs.dispatch import queue_for
from gouache.jobs.model import Order
from gouache.ledger.limits import Allowance, Limits

_COUNTED_SECONDS = 1.0  # how long a length of the queue is believed


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
        self._environment = environment()  # which decides on queues; ours does not change while we run
        self._waiting: list[_Waiting] = []
        self._serving: asyncio.Task[None] | None = None
        self._company = Company()
        self._busy = time.process_time()  # when the last statement began
        self._gathered = asyncio.Event()
        self._room = 0  # orders that still fit into the queue, as it was
        self._measured = float("-inf")

    async def submit(self, order: Order, *, durable: bool) -> Allowance | None:
        """What the key may still ask, once the job is queued, and `durable`: on disk.

        Raises NotEnoughCredits, Busy or Unavailable. The job is queued also when the caller no longer waits.
        """
        answer: asyncio.Future[Allowance | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(order, durable, answer))
        if len(self._waiting) >= self._company.size:
            self._gathered.set()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve())
        return await answer

    async def _serve(self) -> None:
        while self._waiting:
            await self._gather()
            started, busy, self._busy = time.perf_counter(), self._busy, time.process_time()
            most = self._company.most
            batch, self._waiting = self._waiting[:most], self._waiting[most:]
            left = await self._together(batch) if len(batch) > 1 else batch
            if left:
                await asyncio.gather(*map(self._alone, left))
            took = time.perf_counter() - started
            self._company.learn(len(batch), len(self._waiting), took, self._busy - busy)

    async def _gather(self) -> None:
        """Wait a moment for company."""
        self._gathered.clear()
        if len(self._waiting) < self._company.size:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._company.patience):
                    await self._gathered.wait()

    async def _measure(self) -> None:
        """Look now and then how long the queue is: counting for each statement costs more than the rest of it.

        Near its end every statement counts. Processes may overfill it together by what they let in meanwhile.
        """
        now, limit = asyncio.get_running_loop().time(), self._admission.queue_limit
        if limit is not None and now - self._measured > _COUNTED_SECONDS:
            waiting = await self._database.run_quick(lambda connection: states.waiting(connection, limit))
            self._room, self._measured = limit - waiting, now

    def _admit(self, orders: int) -> states.Admission:
        """The rules for so many orders: without the length of the queue when there is room in any case."""
        self._room -= orders
        stale = asyncio.get_running_loop().time() - self._measured > _COUNTED_SECONDS
        return self._admission if stale or self._room < 0 else replace(self._admission, queue_limit=None)

    def _queue(self, order: Order) -> str:
        return queue_for(order.operation, self._environment)

    async def _together(self, batch: list[_Waiting]) -> list[_Waiting]:
        """Let in what can be let in at once; the rest, each of which has to be looked at."""
        durable = any(one.durable for one in batch)
        try:
            await self._measure()
            admission = self._admit(len(batch))
            orders = [(one.order, self._queue(one.order)) for one in batch]
            entered = await self._database.run_quick(
                lambda connection: states.submit_all(connection, orders, admission, self._limits, durable=durable)
            )
        except Exception:  # one of them spoils it for all: which one, and why, is found out alone
            return batch
        for one in batch:
            if one.order.id in entered and not one.answer.done():
                one.answer.set_result(entered[one.order.id])
        return [one for one in batch if one.order.id not in entered]

    async def _alone(self, one: _Waiting) -> None:
        admission = self._admit(1)
        try:
            queue = self._queue(one.order)
            allowance = await self._database.run_quick(
                lambda connection: states.submit(
                    connection, one.order, queue, admission, self._limits, durable=one.durable
                )
            )
            if not one.answer.done():
                one.answer.set_result(allowance)
        except Exception as error:
            if not one.answer.done():
                one.answer.set_exception(error)
