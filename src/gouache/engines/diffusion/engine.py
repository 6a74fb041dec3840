"""The diffusion engine: operations to samples, samples to one GPU thread, pixels to promises kept."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import lru_cache

from gouache.engines.base import Context, Image, Report
from gouache.engines.diffusion import weights
from gouache.engines.diffusion.batching import Batcher
from gouache.engines.diffusion.choice import choose, installed_for
from gouache.engines.diffusion.errors import DeviceLost
from gouache.engines.diffusion.extra import LazySampler
from gouache.engines.diffusion.families import family
from gouache.engines.diffusion.finish import finished
from gouache.engines.diffusion.maker import Maker
from gouache.engines.diffusion.registry import Checkpoint
from gouache.engines.diffusion.sample import Draw, Sampled
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.diffusion.task import Task
from gouache.engines.diffusion.tasks import task_of
from gouache.engines.diffusion.vector import traced, vectorizer
from gouache.errors import Canceled
from gouache.operations import Drawn, Generate, Operation, picture_seed

_CREW_PIPE = "GOUACHE_WORKER_PIPE"  # set in workers that their server replaces when they end
_LAST_WORDS_SECONDS = 2.0


class Diffusion:
    """Open weights on this machine's GPU. One instance a process: it owns the models and the thread that draws."""

    name = "diffusion"
    version = "1"

    def __init__(self, settings: DiffusionSettings, draw: Draw | None = None) -> None:
        self.settings = settings
        self._batcher = Batcher(draw or LazySampler(settings), settings.batch_pixels)

    def can(self, operation: Operation) -> bool:
        """Whether an installed checkpoint does this kind of operation."""
        if operation.format == "svg" and not (isinstance(operation, Drawn) and vectorizer()):
            return False
        return bool(installed_for(operation, self.settings))

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """Raises WeightsMissing, UnsupportedDevice, OutOfMemory and the like, each on its own job."""
        chosen = choose(operation, self.settings)
        running = _Running(self, chosen, operation, context)
        try:
            for index in range(operation.n):
                image = running.picture(index)
                if image is None:
                    return
                yield image
            context.progress(1.0, "done")
        finally:
            running.left.set()

    def submit(self, task: Task, step: Callable[[float], None], canceled: Callable[[], bool]) -> list[Future[Sampled]]:
        return [self._batcher.submit(sample, step, canceled) for sample in task.samples]

    def warm(self) -> None:
        """Load and compile the checkpoint of text to image before the first job waits for it."""
        list(self.run(Generate(prompt="a red ball", style="realistic_image", format="png"), Context()))

    def close(self) -> None:
        self._batcher.close()


@dataclass(slots=True)
class _Running:
    """One run of an operation: its tasks, what is drawn so far, whether anybody still listens."""

    engine: Diffusion
    chosen: Checkpoint
    operation: Operation
    context: Context
    left: threading.Event = field(default_factory=threading.Event)
    tasks: list[Task] = field(default_factory=list)
    futures: list[list[Future[Sampled]]] = field(default_factory=list)

    def picture(self, index: int) -> Image | None:
        """The finished picture; None when the run was called off."""
        try:
            while len(self.futures) < min(self.operation.n, index + 1 + self._ahead):
                self._start(len(self.futures))
            drawn = [future.result() for future in self.futures[index]]
        except Canceled:
            if self.context.canceled():
                return None
            raise
        except DeviceLost:
            _replace_process()
            raise
        return self._image(index, drawn)

    @property
    def _ahead(self) -> int:
        """How many pictures are in line behind the one that is waited for.

        Those of a prompt all are, so that small ones share a batch; of others one, so that the GPU is never idle.
        """
        return self.operation.n if isinstance(self.operation, Generate) else 1

    def _start(self, index: int) -> None:
        seed = picture_seed(self.operation.seed, index)
        task = task_of(Maker(self.chosen, self.context), self.operation, seed)
        self.tasks.append(task)
        self.futures.append(self.engine.submit(task, self._step_of(index), self._canceled))

    def _step_of(self, index: int) -> Callable[[float], None]:
        def step(fraction: float) -> None:
            done = sum(future.done() for future in self.futures[index]) if index < len(self.futures) else 0
            part = (done + fraction) / max(1, len(self.tasks[index].samples))
            self.context.progress(min(1.0, (index + part) / self.operation.n), f"picture {index + 1}: drawing")

        return step

    def _canceled(self) -> bool:
        return self.left.is_set() or self.context.canceled()

    def _image(self, index: int, drawn: Sequence[Sampled]) -> Image:
        task, seed = self.tasks[index], picture_seed(self.operation.seed, index)
        pixels = task.assemble([sampled.pixels for sampled in drawn])
        notes: list[str] = []
        if isinstance(self.operation, Drawn):
            pixels, notes = finished(pixels, self.operation, seed)
        height, width = pixels.shape[:2]
        image = Image(
            width, height, self._report(task, drawn, seed, notes), pixels=pixels, exact=_exact(self.operation)
        )
        if self.operation.format == "svg" and isinstance(self.operation, Drawn):
            return traced(image, self.operation)
        return image

    def _report(self, task: Task, drawn: Sequence[Sampled], seed: int, notes: list[str]) -> Report:
        operation = self.operation
        style = operation.style if isinstance(operation, Drawn) else "any"
        named = f"{style}/{operation.substyle}" if isinstance(operation, Drawn) and operation.substyle else style
        report = Report(f"{Diffusion.name}/{Diffusion.version}", seed, named, ignored=list(operation.notes))
        if drawn:
            report.resolved = [_model(self.chosen, self.engine.settings), ", ".join(drawn[0].means), *task.resolved]
        losses = dict.fromkeys(loss for sampled in drawn for loss in sampled.losses)
        report.approximated = [*task.approximated, *losses, *notes]
        if isinstance(operation, Drawn) and operation.negative_prompt and not _takes_negative(self.chosen):
            report.ignored.append(f"negative_prompt: {self.chosen.name} takes none")
        return report


def _model(chosen: Checkpoint, settings: DiffusionSettings) -> str:
    revision = weights.manifest(chosen, settings).revision
    steps = f"{chosen.steps} steps, guidance {chosen.guidance:g}"
    return f"model {chosen.name}: {chosen.repository} at {revision}, {chosen.licence}, {steps}"


def _takes_negative(chosen: Checkpoint) -> bool:
    kind = family(chosen.family)
    return kind.negative and chosen.guidance > kind.unguided


def _exact(operation: Operation) -> bool:
    """Whether lossy encoding would spoil the picture: colours that must be exact."""
    return isinstance(operation, Drawn) and bool(operation.background)


def _replace_process() -> None:
    """End this process soon when its server starts another in its place: the GPU is lost to this one."""
    if os.environ.get(_CREW_PIPE):
        timer = threading.Timer(_LAST_WORDS_SECONDS, os.kill, (os.getpid(), signal.SIGTERM))
        timer.daemon = True
        timer.start()


@lru_cache(1)
def diffusion() -> Diffusion:
    """The engine of this process: models take minutes to load and fill the card, so there is one."""
    return Diffusion(DiffusionSettings())
