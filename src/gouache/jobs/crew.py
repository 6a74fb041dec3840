"""The worker processes of one server: started, replaced when they die, stopped with it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass

from gouache.config import Settings
from gouache.engines.routing import GPU_JOBS, gpu_workers
from gouache.errors import GouacheError
from gouache.jobs.dispatch import ALL_QUEUES, CPU_QUEUE, GPU_QUEUE
from gouache.jobs.janitor import Janitor

_LOG = logging.getLogger(__name__)
_STOP_SECONDS = 30.0
_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.1, 5.0  # before a worker is replaced
_HASTY_SECONDS = 10.0  # who ends sooner has hardly worked


@dataclass(frozen=True, slots=True)
class Kind:
    """What a worker takes from, and which GPU is its own."""

    queues: tuple[str, ...]
    gpu: int | None = None

    @property
    def options(self) -> tuple[str, ...]:
        queues = [word for queue in self.queues for word in ("--queue", queue)]
        return (*queues, "--concurrency", str(GPU_JOBS)) if self.gpu is not None else tuple(queues)

    @property
    def environment(self) -> dict[str, str]:
        """With several GPUs each worker sees its own alone, of those that the server sees."""
        if self.gpu is None or gpu_workers() == 1:
            return {}
        visible = os.environ.get("CUDA_VISIBLE_DEVICES")
        return {"CUDA_VISIBLE_DEVICES": visible.split(",")[self.gpu] if visible else str(self.gpu)}


class Crew:
    """`settings.workers` child processes, and one for each GPU that draws.

    They end by themselves when this process is gone: their stdin closes.
    """

    def __init__(self, settings: Settings, url: str, janitor: Janitor) -> None:
        self._settings = settings
        self._url = url
        self._janitor = janitor
        self._tasks: list[asyncio.Task[None]] = []
        self._alive: dict[str, asyncio.subprocess.Process] = {}

    def start(self) -> None:
        gpus = gpu_workers()
        queues = (CPU_QUEUE,) if gpus else ALL_QUEUES
        kinds = [Kind(queues)] * self._settings.workers + [Kind((GPU_QUEUE,), gpu) for gpu in range(gpus)]
        self._tasks = [asyncio.create_task(self._keep_one(kind)) for kind in kinds]

    @property
    def pids(self) -> list[int]:
        return [process.pid for process in self._alive.values()]

    async def close(self) -> None:
        """Let each finish the job in its hands, then kill."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _keep_one(self, kind: Kind) -> None:
        """One worker at any time; what a dead one had in hand is taken up again at once.

        Those that end as soon as they begin are replaced more and more slowly.
        """
        pause = _PAUSE_SECONDS
        while True:
            began = time.monotonic()
            name = f"worker-{uuid.uuid4().hex[:12]}"
            process = await self._spawn(name, kind)
            self._alive[name] = process
            try:
                code = await process.wait()
            except asyncio.CancelledError:
                await _stop(process)
                raise
            finally:
                del self._alive[name]
            _LOG.warning("%s (pid %s) ended with %s, starting another", name, process.pid, code)
            try:
                await self._janitor.release(name)
            except GouacheError as error:
                _LOG.warning("its jobs wait for the lease to run out: %s", error.message)
            long_lived = time.monotonic() - began > _HASTY_SECONDS
            pause = _PAUSE_SECONDS if long_lived else min(2 * pause, _LONGEST_PAUSE_SECONDS)
            await asyncio.sleep(pause)

    async def _spawn(self, name: str, kind: Kind) -> asyncio.subprocess.Process:
        environment = {
            **os.environ,
            **environment_of(self._settings),
            "GOUACHE_DATABASE_URL": self._url,
            "GOUACHE_WORKER_PIPE": "1",
            **kind.environment,
        }
        command = (sys.executable, "-m", "gouache", "worker", "--name", name, *kind.options)
        # a session of its own: Ctrl-C is for the server, which stops its workers in its own time
        return await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, env=environment, start_new_session=True
        )


def environment_of(settings: Settings) -> dict[str, str]:
    """The settings that a worker must share with its server, whichever way the server got them."""
    shared = settings.model_dump(mode="json", exclude_defaults=True, exclude={"database_url"})
    shared["data_dir"] = str(settings.data_dir)
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in shared.items()}
    return {f"GOUACHE_{name.upper()}": text for name, text in texts.items()}


async def _stop(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
