"""The dispatcher: Procrastinate on our own database. It wakes workers, deals jobs out, and knows who is alive."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.jobs import Notification
from procrastinate.worker import Worker

from gouache.engines.diffusion.settings import Environment
from gouache.engines.routing import on_gpu
from gouache.operations import Operation

TASK = "draw"
CPU_QUEUE, GPU_QUEUE = ALL_QUEUES = ("composer", "diffusion")
Draw = Callable[[str, int, JobContext], Awaitable[None]]  # job id, dispatcher's row, context


_LOOK_AGAIN_SECONDS = 0.01


class Dealer(Worker):
    """Procrastinate's worker, called twice for each job: it forgets a call that comes while it looks for work."""

    async def _handle_notification(self, *, channel: str, notification: Notification) -> None:
        await super()._handle_notification(channel=channel, notification=notification)
        asyncio.get_running_loop().call_later(_LOOK_AGAIN_SECONDS, self._new_job_event.set)


def queue_for(operation: Operation, known: Environment | None = None) -> str:
    """The queue of an operation: which workers may take it. `known`: the environment, when it was read already."""
    return GPU_QUEUE if on_gpu(operation, known) else CPU_QUEUE


def dispatcher(draw: Draw) -> App:
    """An app with the one task, to be opened with a pool."""
    app = App(connector=PsycopgConnector())

    @app.task(name=TASK, pass_context=True)
    async def task(context: JobContext, job: str) -> None:
        assert context.job.id is not None
        await draw(job, context.job.id, context)

    return app
