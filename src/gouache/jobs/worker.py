"""A worker process: takes jobs from the dispatcher, draws in a thread, delivers. It may be killed at any moment."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import psycopg
from obstore.exceptions import BaseError
from procrastinate import JobContext
from procrastinate.exceptions import ProcrastinateException

from gouache.artifacts.store import Artifact, ArtifactStore, object_store
from gouache.config import Settings
from gouache.db import Connection, Database, pool
from gouache.engines import Context
from gouache.engines.routing import warm_gpu
from gouache.errors import GouacheError
from gouache.jobs import states
from gouache.jobs.dispatch import ALL_QUEUES, CPU_QUEUE, Dealer, dispatcher
from gouache.jobs.guard import GRACE_SECONDS, OVERRUN, guard_of, leave
from gouache.jobs.janitor import Janitor
from gouache.jobs.queue import rules_of
from gouache.jobs.shown import picture_id, show
from gouache.operations import CreateStyle, Generate, Operation, Source, load
from gouache.rendering import Rendered, render
from gouache.styles.store import keep as keep_style

_LOG = logging.getLogger(__name__)
_PROGRESS_SECONDS = 0.5
_LAST_WORDS_SECONDS = 20.0  # how long a job may take to end once the worker is told to stop


Draw = Callable[[Operation, Context], Iterator[Rendered]]


class Failed(GouacheError):
    """The engine broke on a request."""

    status = 500
    code = "engine_error"


@dataclass(slots=True)
class Drawing:
    """A job being drawn in a thread: what is done so far, and the signs between thread and loop."""

    read: Callable[[Source], bytes]
    pictures: list[Rendered] = field(default_factory=list)
    shown: list[Artifact] = field(default_factory=list)  # the first of them, stored before the others are done
    error: GouacheError | None = None
    stop: threading.Event = field(default_factory=threading.Event)
    progress: tuple[float, str] = (0.0, "")

    def run(self, draw: Draw, operation: Operation) -> None:
        """Runs in the thread. Pictures made before an error are kept."""
        context = Context(progress=self._advance, canceled=self.stop.is_set, read=self.read)
        try:
            for rendered in draw(operation, context):
                self.pictures.append(rendered)
                self._advance(len(self.pictures) / operation.n, "drawn")
                if self.stop.is_set():
                    return
        except GouacheError as error:
            self.error = error
        except Exception:
            _LOG.exception("the engine broke")
            self.error = Failed("the engine broke on this request; the server's log tells more")

    def _advance(self, fraction: float, stage: str) -> None:
        self.progress = (fraction, stage)


class Worker:
    """`name` tells which jobs are in this process's hands; `draw` is what makes pictures of an operation."""

    def __init__(self, settings: Settings, url: str, name: str | None = None, draw: Draw = render) -> None:
        self.name = name or f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:6]}"
        self._settings = settings
        self._draw_pictures = draw
        self._database = Database(url, size=4)
        self._store = ArtifactStore(object_store(settings), self._database)
        self._quick = pool(url, 4, durable=False)  # for what may be done again: taking a job, progress
        self._guard = guard_of(settings)

    async def run(self, queues: Sequence[str] = ALL_QUEUES, concurrency: int = 1) -> None:
        """Work until cancelled. A lost database is waited for."""
        await self._database.open()
        await self._quick.open(wait=True, timeout=30)
        janitor = asyncio.create_task(Janitor(self._database, self._store, self._settings).run())
        try:
            await self._work(queues, concurrency)
        finally:
            janitor.cancel()
            with suppress(asyncio.CancelledError):
                await janitor
            await self._quick.close()
            await self._database.close()

    async def _work(self, queues: Sequence[str], concurrency: int) -> None:
        lease = self._settings.lease_seconds
        app = dispatcher(self._take)
        await app.open_async(self._quick)
        while True:
            try:
                dealer = Dealer(
                    app, queues=list(queues), concurrency=concurrency, name=self.name, install_signal_handlers=False,
                    fetch_job_polling_interval=2, abort_job_polling_interval=2, update_heartbeat_interval=lease / 4,
                    stalled_worker_timeout=lease * 3, shutdown_graceful_timeout=_LAST_WORDS_SECONDS,
                    delete_jobs="always",
                )  # fmt: skip
                await dealer.run()  # type: ignore[no-untyped-call]
                _LOG.warning("the dispatcher stopped, starting it again")
            except (ProcrastinateException, psycopg.Error) as error:
                _LOG.warning("the dispatcher lost the database: %s", error.__cause__ or error)
            await asyncio.sleep(0.2)

    async def _take(self, job: str, dispatch: int, context: JobContext) -> None:
        async with self._quick.connection() as connection:
            started = await states.start(connection, uuid.UUID(job), dispatch, self.name)
        if started is None:
            return  # canceled meanwhile, or dealt out twice
        drawing = Drawing(self._store.load)
        try:
            with self._guard.watching() as watched:
                stuck = await self._draw(started, drawing, watched)
        except asyncio.CancelledError:
            await asyncio.shield(self._give_back(started))
            raise
        await self._deliver(started, drawing)
        if stuck:
            _LOG.error("job %s: %s; this worker ends", started.id, drawing.error)
            leave(OVERRUN)

    async def _draw(self, started: states.Started, drawing: Drawing, watched: object) -> bool:
        """Draw in a thread, telling the progress; when cancelled, wait for the thread to see it.

        True when it took more than it may: then the thread may still be at it, and the process must end.
        """
        operation = load(started.operation)
        thread = asyncio.create_task(asyncio.to_thread(drawing.run, self._draw_pictures, operation))
        told = 0.0
        try:
            while not (await asyncio.wait((thread,), timeout=_PROGRESS_SECONDS))[0]:
                if (verdict := self._guard.verdict(watched)) is not None:
                    drawing.stop.set()
                    await asyncio.wait((thread,), timeout=GRACE_SECONDS)
                    drawing.pictures, drawing.error = list(drawing.pictures), verdict
                    return True
                if operation.n > 1:
                    await self._show(started, drawing)
                if drawing.progress[0] > told:
                    told = drawing.progress[0]
                    await self._tell(started, *drawing.progress)
            await thread
            return False
        except asyncio.CancelledError:
            drawing.stop.set()
            await asyncio.wait((thread,), timeout=_LAST_WORDS_SECONDS)
            raise

    async def _tell(self, started: states.Started, fraction: float, stage: str) -> None:
        """Progress is worth no trouble: when the database does not take it, the next one will do."""
        with suppress(psycopg.Error, psycopg.errors.OperationalError):
            async with self._quick.connection(timeout=1) as connection:
                await states.progress(connection, started.id, started.attempt, fraction, stage)

    async def _show(self, started: states.Started, drawing: Drawing) -> None:
        """Let what is done be seen while the rest is drawn. It is worth no trouble: the end stores what is missing."""

        async def work(connection: Connection) -> Artifact:
            async with connection.transaction():
                picture = await self._put(connection, started, drawing, len(drawing.shown))
                await show(connection, started, picture)
                return picture

        with suppress(psycopg.Error, GouacheError, BaseError, OSError):
            while len(drawing.shown) < len(drawing.pictures):
                drawing.shown.append(await self._database.run(work, patience=1))

    async def _put(self, connection: Connection, started: states.Started, drawing: Drawing, position: int) -> Artifact:
        kept = await self._store.put(connection, position, drawing.pictures[position])
        return replace(kept, id=picture_id(started.id, started.attempt, position))

    async def _deliver(self, started: states.Started, drawing: Drawing) -> None:
        async def keep(connection: Connection) -> list[Artifact]:
            rest = range(len(drawing.shown), len(drawing.pictures))
            return drawing.shown + [await self._put(connection, started, drawing, position) for position in rest]

        async def work(connection: Connection) -> bool:
            async with connection.transaction():
                rules = rules_of(self._settings, started.dialect)
                done = await states.finish(connection, started, rules, keep, drawing.error)
                operation = load(started.operation)
                if done and drawing.pictures and isinstance(operation, CreateStyle):
                    profile = drawing.pictures[0].file.data
                    await keep_style(connection, self._store, started.id, profile, private=operation.private)
                return done

        if not await self._database.run(work, patience=self._settings.lease_seconds * 3):
            _LOG.info("job %s was no longer ours to finish", started.id)

    async def _give_back(self, started: states.Started) -> None:
        """Cancelled: by the client, then its state says so already; or told to stop, then somebody else takes it up."""
        rules = rules_of(self._settings, started.dialect)
        await self._database.run(
            lambda connection: states.retry(connection, started.id, started.attempt, rules, fault=False)
        )


async def work(settings: Settings, url: str, queues: Sequence[str], concurrency: int, name: str | None) -> None:
    """A worker in this process, until SIGTERM or the end of a pipe on stdin (its server is gone)."""
    await asyncio.to_thread(_warm, queues)
    worker = asyncio.create_task(Worker(settings, url, name).run(queues, concurrency))
    _cancel_on_signals(worker)
    with suppress(asyncio.CancelledError):
        await worker
    _leave_within(2)  # whatever a library left running


def _cancel_on_signals(task: asyncio.Task[None]) -> None:
    loop = asyncio.get_running_loop()

    def stop() -> None:
        _leave_within(_LAST_WORDS_SECONDS + 10)
        task.cancel()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    if os.environ.get("GOUACHE_WORKER_PIPE"):
        threading.Thread(target=_await_end, args=(loop, stop), daemon=True).start()


def _leave_within(seconds: float) -> None:
    """End this process by then, come what may: what it still holds is taken up again by others."""
    timer = threading.Timer(seconds, os._exit, (1,))
    timer.daemon = True
    timer.start()


def _await_end(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> None:
    while os.read(0, 1024):  # not sys.stdin: its lock would be held at exit
        pass
    loop.call_soon_threadsafe(stop)


def _warm(queues: Sequence[str]) -> None:
    """Load the engine before the first job waits for it."""
    began = time.monotonic()
    if CPU_QUEUE in queues:
        list(render(Generate(prompt="a red ball", style="vector_illustration", width=64, height=64, format="png")))
    else:
        warm_gpu()
    _LOG.info("engine ready in %.1f s", time.monotonic() - began)
