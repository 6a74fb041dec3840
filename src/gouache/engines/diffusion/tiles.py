"""Large pictures drawn in overlapping tiles that melt into each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from gouache.engines.diffusion.sample import Pixels, Sample

_OVERLAP = 0.125  # of a tile's side


def upscaled(
    large: Pixels, side: int, multiple: int, tile: Callable[[Pixels], Sample]
) -> tuple[tuple[Sample, ...], Callable[[Sequence[Pixels]], Pixels]]:
    """The samples that draw an RGBA picture anew tile by tile, and what makes the picture of them.

    The picture is mirrored beyond its edges up to whole tiles; its alpha stays.
    """
    height, width = large.shape[:2]
    wide, high = min(side, _up(width, multiple)), min(side, _up(height, multiple))
    xs, ys = _starts(width, wide), _starts(height, high)
    padded = np.pad(large, ((0, ys[-1] + high - height), (0, xs[-1] + wide - width), (0, 0)), mode="symmetric")
    places = [(x, y) for y in ys for x in xs]
    samples = tuple(tile(padded[y : y + high, x : x + wide]) for x, y in places)

    def assemble(made: Sequence[Pixels]) -> Pixels:
        total = np.zeros((*padded.shape[:2], 3), np.float32)
        weights = np.zeros((*padded.shape[:2], 1), np.float32)
        ramp = np.minimum.outer(_ramp(high), _ramp(wide))[..., None]
        for (x, y), pixels in zip(places, made, strict=True):
            total[y : y + high, x : x + wide] += pixels * ramp
            weights[y : y + high, x : x + wide] += ramp
        drawn = np.rint(total / weights)[:height, :width].astype(np.uint8)
        return np.dstack([drawn, large[..., 3]])

    return samples, assemble


def _up(length: int, multiple: int) -> int:
    return -(-length // multiple) * multiple


def _starts(length: int, tile: int) -> list[int]:
    """Where tiles begin, evenly spread, so that they cover `length` and overlap."""
    if tile >= length:
        return [0]
    count = -(-(length - round(_OVERLAP * tile)) // (tile - round(_OVERLAP * tile)))
    return [round(i * (length - tile) / (count - 1)) for i in range(count)]


def _ramp(length: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Weights along a side, small at the ends and never 0."""
    reach = max(1.0, _OVERLAP * length)
    near = np.minimum(np.arange(length), np.arange(length)[::-1]) + 1
    return np.asarray(np.clip(near / reach, 0, 1), np.float32)
