"""Pictures of our own that came back: composed again from the operation that made them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.base import Image
from gouache.engines.composer.engine import Composer, Draft
from gouache.engines.composer.manner import dressed
from gouache.engines.composer.raster import pixels as rendered
from gouache.operations import Generate, Source, load, picture_seed

Pixels = npt.NDArray[np.uint8]
_SMALL = 96  # px of the longer side for comparing
_SAME = 6.0  # levels on average that encoding may change


@dataclass(frozen=True, slots=True)
class Own:
    """A picture composed again: the draft it came from and the finished picture."""

    draft: Draft
    image: Image


def own(source: Source, seen: Pixels) -> Own | None:
    """The picture of a source that the composer made; None when it did not.

    Whether it did is checked, since other engines serve the same operations: it must look as `seen` (height, width, 4).
    """
    operation = load(source.made_by) if source.made_by is not None else None
    if not isinstance(operation, Generate):
        return None
    operation = dressed(operation)
    composer = Composer()
    draft = composer.draft(operation, picture_seed(operation.seed, source.position))
    image = composer.finish(operation, draft)
    again = image.pixels if image.svg is None else rendered(image.svg, operation.width, operation.height)
    return Own(draft, image) if again is not None and _alike(again, seen) else None


def _alike(one: Pixels, other: Pixels) -> bool:
    scale = _SMALL / max(other.shape[:2])
    size = (max(1, round(other.shape[1] * scale)), max(1, round(other.shape[0] * scale)))
    small = [cv2.resize(p[..., :3], size, interpolation=cv2.INTER_AREA).astype(np.float32) for p in (one, other)]
    return float(np.abs(small[0] - small[1]).mean()) < _SAME
