"""What one job may take of a worker: seconds and memory. Beyond that the job fails and the process goes with it.

A thread cannot be stopped, and a library that hangs may hold the interpreter's lock; so there are three steps. The
drawing is asked to stop; when it does not, the process ends once the job's end is written down; and when nothing in the
process moves any more, a timer outside the interpreter (`faulthandler`) ends it, and the janitor sees why.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil

from gouache.config import Settings
from gouache.errors import GouacheError, TooLate

OVERRUN = 75  # exit status of a worker that gave up on a job
GRACE_SECONDS = 3.0  # from the request to stop to the end of the process
_FROZEN_SECONDS = 10.0  # from the limit to the end of a process in which nothing moves
_MEGABYTE = 2**20


class TooSlow(TooLate):
    """The picture took longer than a worker may spend on it."""

    code = "job_timeout"


class TooMuchMemory(GouacheError):
    """The picture took more memory than a worker may have."""

    status = 500
    code = "out_of_memory"


@dataclass(slots=True)
class Guard:
    """`seconds` a job, `megabytes` resident of the whole process; 0 = no limit."""

    seconds: float
    megabytes: int
    _began: dict[object, float] = field(default_factory=dict)
    _process: psutil.Process = field(default_factory=psutil.Process)

    @contextmanager
    def watching(self) -> Iterator[object]:
        """Around a job; yields what `verdict` asks for."""
        job = object()
        self._began[job] = time.monotonic()
        self._arm()
        try:
            yield job
        finally:
            del self._began[job]
            self._arm()

    def verdict(self, job: object) -> GouacheError | None:
        """Why a job must not go on, if so."""
        if self.seconds and time.monotonic() - self._began[job] > self.seconds:
            return self.too_slow()
        if self.megabytes and self._process.memory_info().rss > self.megabytes * _MEGABYTE:
            return TooMuchMemory(f"the picture took more than {self.megabytes} MB of memory")
        return None

    def too_slow(self) -> TooSlow:
        return TooSlow(f"the picture took longer than {self.seconds:g} s")

    def _arm(self) -> None:
        faulthandler.cancel_dump_traceback_later()
        if self._began and self.seconds:
            left = min(self._began.values()) + self.seconds + _FROZEN_SECONDS - time.monotonic()
            faulthandler.dump_traceback_later(max(1.0, left), exit=True, file=2)


def guard_of(settings: Settings) -> Guard:
    return Guard(settings.job_seconds, settings.worker_megabytes)


def leave(status: int = 0) -> None:
    """End this process now: libraries with threads of their own abort when the interpreter is taken down under them."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)
