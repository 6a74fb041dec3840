"""What is asked of a sampler: one picture of one model, free of operations and of torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gouache.engines.diffusion.registry import Mode

Pixels = npt.NDArray[np.uint8]  # (height, width, 3) or (height, width, 4), sRGB


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One picture. Sizes in px, legal for the checkpoint; `strength` 0..1 is how much of `image` is drawn anew.

    `image` is (height, width, 3) uint8 of that size, `mask` (height, width) uint8, 255 = draw here; `references` are
    pictures of any size whose style or subject is to be followed; in mode `edit` the first is the one to be changed.
    """

    checkpoint: str
    mode: Mode
    prompt: str
    width: int
    height: int
    seed: int
    steps: int
    guidance: float
    negative: str = ""
    strength: float = 1.0
    image: Pixels | None = None
    mask: Pixels | None = None
    references: tuple[Pixels, ...] = ()

    @property
    def key(self) -> tuple[object, ...] | None:
        """Samples with the same key may be drawn together; None = alone.

        Pictures that start from pictures are drawn alone: at their sizes one fills a GPU.
        """
        if self.mode != "text":
            return None
        return (self.checkpoint, self.width, self.height, self.steps, self.guidance)


@dataclass(frozen=True, slots=True)
class Watch:
    """How a sampler talks back: `step(fraction 0..1)` after each step; `canceled()` is asked before the next."""

    step: Callable[[float], None]
    canceled: Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """A drawn sample, RGB.

    `means` says what drew it: device, precision, what made it fast; `losses` what of the sample was not heeded.
    """

    pixels: Pixels
    means: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


Draw = Callable[[list[Sample], Watch], list[Sampled]]
