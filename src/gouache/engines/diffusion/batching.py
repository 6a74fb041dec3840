"""One thread draws for all jobs of a process; pictures that fit together are drawn together. No torch here."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field

from gouache.engines.diffusion.sample import Draw, Sample, Sampled, Watch
from gouache.errors import Canceled


@dataclass(slots=True, eq=False)
class Pending:
    """A sample in line: its future, how to tell its progress, and whether anybody still wants it."""

    sample: Sample
    step: Callable[[float], None]
    canceled: Callable[[], bool]
    future: Future[Sampled] = field(default_factory=Future)


class Batcher:
    """A queue of samples and the thread that draws them, first come first served.

    With the first in line go all others of its key, in their order, up to `pixels` together (one at least). A canceled
    sample is dropped from the line, and a running batch ends at the next step once nobody wants any of it.
    """

    def __init__(self, draw: Draw, pixels: int) -> None:
        self._draw = draw
        self._pixels = pixels
        self._line: deque[Pending] = deque()
        self._wake = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None

    def submit(self, sample: Sample, step: Callable[[float], None], canceled: Callable[[], bool]) -> Future[Sampled]:
        """Put a sample in line. The future raises what drawing raised, Canceled when it was called off."""
        pending = Pending(sample, step, canceled)
        with self._wake:
            if self._closed:
                raise Canceled("the engine is shutting down")
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="diffusion", daemon=True)
                self._thread.start()
            self._line.append(pending)
            self._wake.notify()
        return pending.future

    def close(self) -> None:
        """Finish the batch in hand, call off the rest, end the thread."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while batch := self._next():
            wanted = [pending for pending in batch if not pending.canceled()]
            for pending in batch:
                if pending not in wanted:
                    pending.future.set_exception(Canceled("called off before it was drawn"))
            if wanted:
                self._run(wanted)

    def _next(self) -> list[Pending]:
        """The next batch; empty once closed."""
        with self._wake:
            while not self._line and not self._closed:
                self._wake.wait()
            if self._closed:
                for pending in self._line:
                    pending.future.set_exception(Canceled("the engine is shutting down"))
                return []
            return self._take()

    def _take(self) -> list[Pending]:
        first = self._line.popleft()
        batch, left, key = [first], self._pixels - _area(first.sample), first.sample.key
        for pending in list(self._line) if key is not None else ():
            if pending.sample.key == key and _area(pending.sample) <= left:
                batch.append(pending)
                left -= _area(pending.sample)
                self._line.remove(pending)
        return batch

    def _run(self, batch: list[Pending]) -> None:
        def step(fraction: float) -> None:
            for pending in batch:
                pending.step(fraction)

        def canceled() -> bool:
            return all(pending.canceled() for pending in batch)

        try:
            pictures = self._draw([pending.sample for pending in batch], Watch(step, canceled))
        except BaseException as error:  # whoever waits must hear of it, whatever it is
            for pending in batch:
                pending.future.set_exception(error)
            return
        for pending, picture in zip(batch, pictures, strict=True):
            pending.future.set_result(picture)


def _area(sample: Sample) -> int:
    return sample.width * sample.height
