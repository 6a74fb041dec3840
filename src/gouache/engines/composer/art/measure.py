"""Looks at drawings: their tight box and their clusters of colour, from a 96 px thumbnail."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.raster import pixels
from gouache.oklab import oklab

THUMBNAIL = 96
SOLID = 200  # alpha from which a pixel counts as paint
NEAR = 0.085  # radius of a cluster; lightness weighs less, so that shading stays with its colour
WEIGHT = np.array([0.5, 1.0, 1.0])
KEPT = 8

Labs = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A colour family of a drawing in OKLab and its share of the visible area."""

    L: float
    a: float
    b: float
    share: float


def wrap(body: str, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}">{body}</svg>'
    )


def measure(body: str, width: float, height: float) -> tuple[Box, list[Cluster]] | None:
    """The tight box in drawing units and the clusters, largest first; None when nothing is painted."""
    scale = THUMBNAIL / max(width, height)
    image = pixels(wrap(body, width, height), round(width * scale), round(height * scale))
    rows, columns = np.nonzero(image[..., 3] > 24)
    if not len(rows):
        return None
    x, y = int(columns.min()), int(rows.min())
    w, h = int(columns.max()) + 1 - x, int(rows.max()) + 1 - y
    return Box(x, y, w, h).scaled(1 / scale), clusters(image[image[..., 3] >= SOLID][:, :3])


def clusters(colors: npt.NDArray[np.uint8]) -> list[Cluster]:
    """Leader clustering: the commonest colour gathers all near it, then the commonest of the rest."""
    if not len(colors):
        return []
    coarse, counts = np.unique((colors // 6) * 6 + 3, axis=0, return_counts=True)
    labs, left = oklab(coarse.astype(np.uint8)), counts.astype(np.float64)
    found: list[Cluster] = []
    while left.any() and len(found) < KEPT:
        leader = labs[int(left.argmax())]
        near = (np.linalg.norm((labs - leader) * WEIGHT, axis=1) < NEAR) & (left > 0)
        mean = np.average(labs[near], axis=0, weights=left[near])
        share = float(left[near].sum() / counts.sum())
        L, a, b = (round(float(v), 4) for v in mean)
        found.append(Cluster(L, a, b, round(share, 4)))
        left[near] = 0
    return sorted(found, key=lambda c: -c.share)
