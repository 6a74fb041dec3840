"""The line of samples and the thread that draws them, with a model that is none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest

from gouache.engines.diffusion.batching import Batcher
from gouache.engines.diffusion.errors import OutOfMemory
from gouache.engines.diffusion.sample import Sample, Sampled, Watch
from gouache.errors import Canceled


@dataclass
class Easel:
    """Draws flat pictures, a step at a time, once it is let."""

    batches: list[list[int]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    steps: int = 3
    fails: Exception | None = None

    def __call__(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        self.batches.append([sample.seed for sample in samples])
        assert self.gate.wait(10)
        if self.fails:
            raise self.fails
        for step in range(self.steps):
            if watch.canceled():
                raise Canceled("called off")
            watch.step((step + 1) / self.steps)
        return [Sampled(np.full((s.height, s.width, 3), s.seed, np.uint8)) for s in samples]


def sample(seed: int, width: int = 512, mode: str = "text", checkpoint: str = "a") -> Sample:
    return Sample(checkpoint, mode, "x", width, 512, seed, 4, 0.0)  # type: ignore[arg-type]


def never() -> bool:
    return False


def silent(_fraction: float) -> None: ...


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def batcher(easel: Easel) -> Iterator[Batcher]:
    made = Batcher(easel, 1024 * 1024)
    yield made
    easel.gate.set()
    made.close()


def wait_for(easel: Easel, batches: int) -> None:
    for _ in range(1000):
        if len(easel.batches) >= batches:
            return
        threading.Event().wait(0.005)
    raise AssertionError(easel.batches)


def test_pictures_that_fit_are_drawn_together_in_their_order(easel: Easel, batcher: Batcher) -> None:
    first = batcher.submit(sample(0, width=1024, checkpoint="busy"), silent, never)
    wait_for(easel, 1)
    others = [sample(1), sample(2), sample(3, width=768), sample(4), sample(5), sample(6), sample(7, mode="image")]
    futures = [batcher.submit(one, silent, never) for one in others]
    easel.gate.set()
    assert first.result(10).pixels[0, 0, 0] == 0
    assert [int(future.result(10).pixels[0, 0, 0]) for future in futures] == [1, 2, 3, 4, 5, 6, 7]
    assert easel.batches == [[0], [1, 2, 4, 5], [3], [6], [7]]


def test_whoever_leaves_the_line_is_not_drawn(easel: Easel, batcher: Batcher) -> None:
    batcher.submit(sample(0, width=1024), silent, never)
    wait_for(easel, 1)
    gone = batcher.submit(sample(1), silent, lambda: True)
    stays = batcher.submit(sample(2), silent, never)
    easel.gate.set()
    stays.result(10)
    with pytest.raises(Canceled):
        gone.result(10)
    assert easel.batches == [[0], [2]]


def test_a_batch_goes_on_while_anybody_wants_it(easel: Easel, batcher: Batcher) -> None:
    left = threading.Event()
    batcher.submit(sample(0, width=1024), silent, never)
    wait_for(easel, 1)
    one = batcher.submit(sample(1), lambda _: left.set(), left.is_set)
    other = batcher.submit(sample(2), silent, never)
    alone = batcher.submit(sample(3, width=1024), lambda _: left.set(), left.is_set)
    easel.gate.set()
    assert other.result(10) is not None
    assert one.result(10) is not None
    left.clear()
    with pytest.raises(Canceled):
        alone.result(10)


def test_an_error_reaches_its_jobs_and_no_others(easel: Easel, batcher: Batcher) -> None:
    easel.gate.set()
    easel.fails = OutOfMemory("full")
    with pytest.raises(OutOfMemory):
        batcher.submit(sample(1), silent, never).result(10)
    easel.fails = None
    assert batcher.submit(sample(2), silent, never).result(10).pixels[0, 0, 0] == 2


def test_closing_calls_off_what_waits(easel: Easel) -> None:
    batcher = Batcher(easel, 1024 * 1024)
    batcher.submit(sample(0, width=1024), silent, never)
    wait_for(easel, 1)
    waiting = batcher.submit(sample(1), silent, never)
    threading.Timer(0.05, easel.gate.set).start()
    batcher.close()
    with pytest.raises(Canceled):
        waiting.result(0)
    with pytest.raises(Canceled):
        batcher.submit(sample(2), silent, never)
