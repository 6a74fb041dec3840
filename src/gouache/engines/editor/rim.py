"""What surrounds a hole: the grounds its rim shows, and how little other parts of the picture are like them.

What was taken out is not to come back from elsewhere: a place far from every ground of the rim is another thing.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

_WINDOW = 5  # px
_DEEP = 4  # px of the ring around a hole that counts as its rim
_MOST = 12  # grounds
_APART = 22.0**2  # squared levels from which two places of the rim are two grounds
_SLIVER = 0.02  # of the rim; less is what is left of the thing that goes
_FAR = 60.0**2  # squared levels from which something is another thing
_FREE = 12.0**2  # squared levels that two places of one ground may differ by
_AWAY = 1500.0  # squared levels that a ground at the far side of the rim counts more than one next door
_ROUGHNESS = 1.5  # weight of the spread within a window against its colour


@dataclass(frozen=True, slots=True)
class Grounds:
    """Squared levels from every pixel to every ground, and what the way to a ground counts; (height, width, n)."""

    gaps: Floats
    away: Floats

    def at(self, shape: tuple[int, ...]) -> Grounds:
        """The same for the picture at another scale."""
        if shape[:2] == self.gaps.shape[:2]:
            return self
        return Grounds(*(_scaled(plane, shape) for plane in (self.gaps, self.away)))

    def known(self, shape: tuple[int, ...]) -> Flags:
        """Where the picture shows one of the grounds, at some scale."""
        near = self.gaps.min(axis=2)
        return np.asarray(cv2.resize(near, shape[1::-1], interpolation=cv2.INTER_AREA) < _FAR)

    def strange(self, targets: Places, sources: Places) -> Floats:
        """How little each source is like the grounds near its target; flat indices."""
        count = self.gaps.shape[2]
        gap = self.gaps.reshape(-1, count)[sources] + self.away.reshape(-1, count)[targets]
        return np.asarray(np.maximum(gap.min(axis=-1) - _FREE, 0))


def _scaled(plane: Floats, shape: tuple[int, ...]) -> Floats:
    layers = [cv2.resize(layer, shape[1::-1], interpolation=cv2.INTER_AREA) for layer in np.moveaxis(plane, 2, 0)]
    return np.ascontiguousarray(np.stack(layers, axis=-1))


def grounds(image: Floats, hole: Flags) -> Grounds | None:
    """The grounds around a hole of a picture (height, width, 3 or 4); None when nothing is known around it."""
    ring = _ring(hole)
    if not ring.any():
        return None
    seen = _looks(image, hole)
    rim = seen[ring]
    centers = _centers(rim)
    nearest = _squares(rim, centers).argmin(axis=1)
    shares = np.bincount(nearest, minlength=len(centers)) / len(rim)
    kept = np.flatnonzero(shares >= min(_SLIVER, shares.max()))
    gaps = _squares(seen.reshape(-1, seen.shape[2]), centers[kept]).reshape(*hole.shape, len(kept))
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    size = max(1, int(rows[-1] - rows[0]), int(columns[-1] - columns[0]))
    away = np.zeros_like(gaps)
    for n, ground in enumerate(kept):
        elsewhere = np.ones(hole.shape, np.uint8)
        elsewhere[ring] = nearest != ground
        away[..., n] = np.square(cv2.distanceTransform(elsewhere, cv2.DIST_L2, 5) / size) * _AWAY
    return Grounds(gaps, away)


def _ring(hole: Flags) -> Flags:
    size = 2 * _DEEP + 1
    wide = cv2.dilate(hole.astype(np.uint8), np.ones((size, size), np.uint8)).astype(bool)
    near = cv2.dilate(hole.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    return np.asarray(wide & ~near)


def _looks(image: Floats, hole: Flags) -> Floats:
    """Mean colour and roughness of every pixel's surroundings, from known pixels only, (height, width, k + 1)."""
    known = (~hole).astype(np.float32)
    size = (_WINDOW, _WINDOW)
    weight = np.maximum(cv2.boxFilter(known, -1, size), 1e-4)
    colors = np.ascontiguousarray(image * known[..., None], np.float32)
    mean = cv2.boxFilter(colors, -1, size) / weight[..., None]
    luma = colors[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32)
    square = cv2.boxFilter(luma * luma, -1, size) / weight
    middle = cv2.boxFilter(luma, -1, size) / weight
    spread = np.sqrt(np.maximum(square - middle * middle, 0)) * _ROUGHNESS
    return np.dstack([mean, spread]).astype(np.float32)


def _centers(rim: Floats) -> Floats:
    """Looks that lie far apart, the first the most common (farthest-point clustering)."""
    some = rim[np.linspace(0, len(rim) - 1, min(len(rim), 300)).astype(int)]
    between = _squares(some, some)
    chosen = [int(np.median(between, axis=1).argmin())]
    while len(chosen) < _MOST:
        left = between[:, chosen].min(axis=1)
        farthest = int(left.argmax())
        if left[farthest] < _APART:
            break
        chosen.append(farthest)
    return np.asarray(some[chosen])


def _squares(one: Floats, other: Floats) -> Floats:
    gap = np.square(one).sum(axis=1)[:, None] + np.square(other).sum(axis=1)[None, :] - 2 * one @ other.T
    return np.asarray(np.maximum(gap, 0))
