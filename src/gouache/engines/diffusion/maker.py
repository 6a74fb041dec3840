"""What all tasks are made with: samples in a checkpoint's own terms, sizes it draws, pictures as it looks at them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gouache.artifacts.decode import Decoded, decode
from gouache.engines.base import Context
from gouache.engines.diffusion.families import Family, family
from gouache.engines.diffusion.prompts import SHOWN, Words
from gouache.engines.diffusion.references import Shown, shown
from gouache.engines.diffusion.registry import Checkpoint, Mode
from gouache.engines.diffusion.sample import Pixels, Sample
from gouache.engines.diffusion.sizes import Legal, fitted, legal, resized
from gouache.operations import Drawn, Source

MOST_STEPS = 100
_LEAST_SIDE = 64  # px of a reference; FLUX.2 takes none that are smaller,
_MOST_ASPECT = 8  # or longer than this


@dataclass(frozen=True, slots=True)
class Maker:
    """What tasks are made for: a checkpoint, and the context that brings pictures."""

    checkpoint: Checkpoint
    context: Context

    @property
    def kind(self) -> Family:
        return family(self.checkpoint.family)

    def picture(self, source: Source, field: str = "image") -> Decoded:
        return decode(self.context.read(source), field)

    def sample(self, mode: Mode, words: Words, width: int, height: int, seed: int, **more: Any) -> Sample:
        """A sample with the checkpoint's own steps and guidance."""
        values = {"steps": self.checkpoint.steps, "guidance": self.checkpoint.guidance} | more
        return Sample(self.checkpoint.name, mode, words.prompt, width, height, seed, negative=words.negative, **values)

    def legal_size(self, width: int, height: int, image: bool = True) -> Legal:
        return legal(width, height, self.checkpoint, self.kind.multiple, self.kind.image_pixels if image else None)

    def shown(self, operation: Drawn, mode: Mode, taken: int = 0) -> Shown:
        """The pictures of the operation's own style for a mode that takes some, `taken` of them being others."""
        kind = self.kind
        manner = "" if mode == "style" else SHOWN  # an adapter makes the model follow, words need not
        room = {"text": 0, "image": 0, "inpaint": int(bool(kind.masked_reference))}.get(mode, kind.references)
        return shown(operation.profile, self.checkpoint.name, room - taken, self.context.read, manner)

    def steps(self, strength: float) -> int:
        """Steps to ask for, so that a picture begun at `strength` still gets enough of them.

        Pipelines run steps x strength: a distilled model needs all of its few, an undistilled one at least one.
        """
        own = self.checkpoint.steps
        asked = math.ceil(own / strength) if own <= 12 else max(own, math.ceil(1 / strength))
        return min(MOST_STEPS, asked)


def flat(pixels: Pixels) -> Pixels:
    """RGB on white."""
    if pixels.shape[2] == 3:
        return pixels
    cover = pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(np.rint(pixels[..., :3] * cover + 255 * (1 - cover)), np.uint8)


def opaque(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), np.uint8) if pixels.shape[2] == 3 else pixels


def cover(pixels: Pixels, width: int, height: int) -> Pixels:
    """Scaled to cover width x height, and the middle of that."""
    scale = max(width / pixels.shape[1], height / pixels.shape[0])
    grown = resized(pixels, max(width, round(pixels.shape[1] * scale)), max(height, round(pixels.shape[0] * scale)))
    return fitted(grown, width, height)


def seen(pictures: tuple[Pixels, ...], maker: Maker) -> tuple[Pixels, ...]:
    """References as models look at them: none larger than the checkpoint's own size, none too small or too long."""
    return tuple(_within(_stout(flat(pixels)), maker.checkpoint.native) for pixels in pictures)


def _stout(pixels: Pixels) -> Pixels:
    """A very long picture with its long edges drawn out to both sides."""
    height, width = pixels.shape[:2]
    down, across = (max(0, -(-other // _MOST_ASPECT) - own) for own, other in ((height, width), (width, height)))
    halves = [(lack // 2, lack - lack // 2) for lack in (down, across, 0)]
    return np.pad(pixels, halves, mode="edge")


def _within(pixels: Pixels, native: int) -> Pixels:
    height, width = pixels.shape[:2]
    scale = max(min(1.0, math.sqrt(native / (height * width))), _LEAST_SIDE / min(height, width))
    return resized(pixels, math.ceil(width * scale), math.ceil(height * scale))
