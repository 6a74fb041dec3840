"""Worker processes that render; the event loop only waits."""

from __future__ import annotations

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from gouache.errors import Busy, Unavailable
from gouache.operations import Generate
from gouache.rendering import Rendered, render

_TRIES = 3


def _work(operation: Generate) -> list[Rendered]:
    return list(render(operation))


def _warm() -> None:
    """Load the engine before the first request waits for it."""
    list(render(Generate(prompt="a red ball", style="vector_illustration", width=64, height=64, format="png")))


class RenderPool:
    """`workers` processes and at most `limit` requests in hand; beyond it requests are refused, not queued."""

    def __init__(self, workers: int, limit: int) -> None:
        self._workers = workers
        self._limit = limit
        self._waiting = 0
        self._pool = self._start()

    async def render(self, operation: Generate) -> list[Rendered]:
        """The pictures of an operation; a job whose worker dies is taken up again, three tries in all."""
        if self._waiting >= self._limit:
            raise Busy("too many requests are waiting", retry_after=2)
        self._waiting += 1
        try:
            return await self._try(operation)
        finally:
            self._waiting -= 1

    async def _try(self, operation: Generate) -> list[Rendered]:
        for _ in range(_TRIES):
            pool = self._pool
            try:
                return await asyncio.wrap_future(pool.submit(_work, operation))
            except BrokenProcessPool:
                if self._pool is pool:  # the first of many who saw it die starts the next one
                    pool.shutdown(wait=False)
                    self._pool = self._start()
        raise Unavailable("the worker died three times on this request")

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._workers, mp_context=context, initializer=_warm)
