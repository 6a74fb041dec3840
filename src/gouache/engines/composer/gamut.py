"""What a palette can make: its colours and their mixtures, in OKLab; other colours are brought there."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import Lab, from_lab, lab, map_colors, rgb
from gouache.engines.composer.raster import Floats
from gouache.oklab import oklab, srgb

HOLD = 0.05  # OKLab; texture and tone may leave the mixtures by this much
_LEVELS = 32  # cells of the colour cube along one channel


def nearest(values: Floats, colors: tuple[str, ...]) -> Floats:
    """The mixture of two of the colours next to every OKLab value (n, 3)."""
    ends = [np.asarray(lab(c), np.float32) for c in colors]
    best, found = np.full(len(values), np.inf, np.float32), values.copy()
    for i, a in enumerate(ends):
        for b in ends[i + 1 :] or [a]:
            line = b - a
            along = np.clip((values - a) @ line / max(float(line @ line), 1e-9), 0, 1)
            point = a + along[:, None] * line
            far = np.square(values - point).sum(axis=1)
            closer = far < best
            best[closer], found[closer] = far[closer], point[closer]
    return found


def held(values: Floats, colors: tuple[str, ...], hold: float = HOLD) -> Floats:
    """OKLab values (n, 3) kept within `hold` of the mixtures of the colours."""
    goal = nearest(values, colors)
    gap = values - goal
    size = np.maximum(np.sqrt(np.square(gap).sum(axis=1, keepdims=True)), 1e-9)
    return np.asarray(goal + gap * np.minimum(1, hold / size), np.float32)


@lru_cache(4096)
def within(color: str, colors: tuple[str, ...], hold: float = 2 * HOLD) -> str:
    """One colour kept near the mixtures of a palette."""
    value = np.asarray([lab(color)], np.float32)
    moved = held(value, colors, hold)[0]
    return color if np.allclose(moved, value[0], atol=2e-3) else from_lab(Lab(*(float(v) for v in moved)))


def tamed(svg: str, colors: tuple[str, ...]) -> str:
    """An SVG whose every paint is near the mixtures of a palette."""
    return map_colors(svg, lambda color: within(color, colors))


def cells() -> npt.NDArray[np.float32]:
    """The middles of the colour cube's cells in sRGB, in the order of `cell_of`."""
    steps = (np.arange(_LEVELS, dtype=np.float32) + 0.5) * (256 / _LEVELS)
    return np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)


def cell_of(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    """The cell of every pixel (..., 3)."""
    high = (pixels >> 3).astype(np.int32)
    return high[..., 0] << 10 | high[..., 1] << 5 | high[..., 2]


@lru_cache(8)
def moves(colors: tuple[str, ...]) -> npt.NDArray[np.int16]:
    """How every cell of the colour cube moves in sRGB to be near the palette's mixtures."""
    middles = cells()
    return np.asarray(np.rint(srgb(held(oklab(middles), colors)) - middles), np.int16)


def swatches(colors: tuple[str, ...]) -> Floats:
    """The colours in sRGB 0..255, (n, 3)."""
    return np.asarray([rgb(c) for c in colors], np.float32)
