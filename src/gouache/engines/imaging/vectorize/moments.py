"""Areas and moments of all loops at once, and which of them may be ellipses."""

from __future__ import annotations

import numpy as np

from gouache.engines.imaging.vectorize.chains import Chains
from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.types import Floats, Mask

OVAL = 0.02  # share that the moments of an ellipse may be off


def moments(chains: Chains, contours: Contours) -> Floats:
    """m00, m10, m01, m20, m11, m02 of each loop's polygon, (loops, 6), px from the middle of all points; of outer
    loops m00, the area, is positive (Green's theorem: of a loop they are the sums over its chains)."""
    x, y = (contours.points - contours.points.mean(axis=0)).T
    x0, y0, x1, y1 = x[:-1], y[:-1], x[1:], y[1:]
    cross = x0 * y1 - x1 * y0
    cross[contours.start[1:-1] - 1] = 0
    terms = [
        cross / 2, (x0 + x1) * cross / 6, (y0 + y1) * cross / 6, (x0 * x0 + x0 * x1 + x1 * x1) * cross / 12,
        (2 * x0 * y0 + x0 * y1 + x1 * y0 + 2 * x1 * y1) * cross / 24, (y0 * y0 + y0 * y1 + y1 * y1) * cross / 12,
    ]  # fmt: skip
    each = np.stack([np.add.reduceat(t, contours.start[:-1]) for t in terms], axis=1)
    sizes = [len(loop) for _, loop in chains.loops]
    directed = np.fromiter((c for _, loop in chains.loops for c in loop), np.int64, sum(sizes))
    signed = each[directed >> 1] * (1 - 2 * (directed & 1))[:, None]
    return np.asarray(np.add.reduceat(signed, np.cumsum([0, *sizes[:-1]]), axis=0), np.float64)


def oval(loops: Floats) -> Mask:
    """Which of some moments may be those of an ellipse."""
    m00, m10, m01, m20, m11, m02 = loops.T
    size = np.where(m00 == 0, 1, m00)
    determinant = (m20 - m10 * m10 / size) * (m02 - m01 * m01 / size) - (m11 - m10 * m01 / size) ** 2
    off = np.abs(4 * np.pi * np.sqrt(np.maximum(determinant, 0)) / size**2 - 1)
    return np.asarray(off < 1.1 * OVAL, np.bool_)
