"""Pixels that are equal side by side, taken together: of drawn art a twentieth of its pixels tells all of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.types import Floats, Ints, Labels, Mask, Pixels, packed


@dataclass(frozen=True, slots=True)
class Runs:
    """Rows of equal pixels in reading order: index of the first pixel, number of pixels and of those that are no
    edges, premultiplied colour (n, 4)."""

    start: Ints
    size: Ints
    core: Ints
    color: Pixels
    shape: tuple[int, int]

    @classmethod
    def of(cls, pixels: Pixels, edges: Mask) -> Runs:
        height, width = edges.shape
        colors = packed(pixels)
        first = np.ones(colors.size, np.bool_)
        np.not_equal(colors[1:], colors[:-1], out=first[1:])
        first[::width] = True
        start = np.asarray(np.flatnonzero(first), np.int64)
        size = np.diff(start, append=colors.size)
        marked = np.add.reduceat(edges.ravel(), start, dtype=np.int64)
        return cls(start, size, size - marked, colors[start].view(np.uint8).reshape(-1, 4), (height, width))

    def picture(self, values: Labels) -> Labels:
        """(h, w) of a value for each run."""
        return np.repeat(values, self.size).reshape(self.shape)

    def sums(self, owner: Ints, count: int) -> Floats:
        """Premultiplied colours, 0..255, summed over the pixels of each owner of runs, (count, 4)."""
        channels = [np.bincount(owner, self.size * self.color[:, c], count) for c in range(4)]
        return np.stack(channels, axis=1)
