"""Sub-pixel contours: where along each pixel side the anti-aliased edge really runs, and its corners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.chains import OUTSIDE, Chains
from gouache.engines.imaging.vectorize.types import (
    Floats,
    Ints,
    Labels,
    Mask,
    Pixels,
    Planes,
    opaque,
    packed,
    planes,
)

_STEP = np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])
_INWARD = np.array([[0, 1], [-1, 0], [0, -1], [1, 0]])  # to the right hand
_RIGHT = np.array([[0, 0], [-1, 0], [-1, -1], [0, -1]])  # from a node to the pixel on the right hand
_REACH = 2  # px on each side that an edge may be blurred over
_ALONG = 0.5  # cosine: sides further off the contour's direction tell nothing of its place
_CORNER = 0.62  # radians a contour turns at the least at a corner
_SHARP = 0.75  # share of that turn within the inner window
_INNER, _OUTER = 3, 6  # samples on each side
_THROUGH = -0.85  # cosine from which on two chains at a junction are one line
_ACUTE = 1.9  # radians turned; the tip of such a corner is too narrow to be measured


@dataclass(frozen=True, slots=True)
class Contours:
    """Points of all chains one after another, traced px; chain c is points[start[c]:start[c + 1]], ends included.

    A closed chain starts and ends in the same point. `corner` marks points where the contour turns sharply (and all
    ends of open chains), `loose` points too near a corner to be trusted.
    """

    points: Floats  # (n, 2) x, y
    start: Ints
    corner: Mask
    loose: Mask


def contours(chains: Chains, areas: Labels, soft: Pixels, hard: Pixels, colors: Floats, sloped: Mask) -> Contours:
    """The contours of a planar map.

    `colors` (n, 4) are the areas' premultiplied colours, 0..255; those of `sloped` areas are looked up in `hard`.
    """
    points, kept = _located(chains, _Sides(areas, soft, hard, colors, sloped))
    line = _Lines.of(np.diff(chains.start), np.asarray(chains.closed))
    kept |= line.near_end(3)
    counts = np.bincount(line.chain[kept], minlength=len(chains.closed))
    thin = _Lines.of(counts, np.asarray(chains.closed))
    points = points[kept]
    turning = thin.corners(points)
    return _assembled(chains, thin, points, turning, areas.shape[1] + 1)


def _located(chains: Chains, sides: _Sides) -> tuple[Floats, Mask]:
    """A point for each side, and whether the side runs along the contour."""
    stride = sides.areas.shape[1] + 1
    along = _STEP[chains.heading]
    row = chains.node // stride
    node = np.stack([chains.node - row * stride, row], axis=1)
    middle = node + along / 2
    shift = sides.shift(node + _RIGHT[chains.heading], chains)
    line = _Lines.of(np.diff(chains.start), np.asarray(chains.closed))
    heading = middle[line.at(3)] - middle[line.at(-3)]
    length = np.hypot(heading[:, 0], heading[:, 1])
    kept = np.abs((heading * along).sum(axis=1)) >= _ALONG * length
    return middle - _INWARD[chains.heading] * shift[:, None], kept


@dataclass(frozen=True, slots=True)
class _Sides:
    """What pixel sides lie between."""

    areas: Labels
    soft: Pixels
    hard: Pixels
    colors: Floats
    sloped: Mask

    def shift(self, pixel: Ints, chains: Chains) -> Floats:
        """How far the edge lies to the left of each side, px: coverage summed over the pixels across it.

        `pixel` (n, 2) is the one on the right hand of each side.
        """
        margin = 2 * _REACH
        stride = self.areas.shape[1] + 2 * margin
        at = (pixel[:, 1] + margin) * stride + pixel[:, 0] + margin
        onward = (_INWARD @ [1, stride])[chains.heading]
        chain = np.repeat(np.arange(len(chains.closed)), np.diff(chains.start))
        soft = packed(_framed(self.soft, margin))
        count = 3 if opaque(self.soft) else 4
        base, span = self._span(chains, chain, at, onward, margin, count)
        length = np.maximum(_dot(span, span), 1)
        origin = _dot(base, span)
        shift = np.zeros(chain.size, np.float32)
        for side, own, full in ((1, chains.right, 1.0), (-1, chains.left, 0.0)):
            first, step = (at, onward) if side > 0 else (at - onward, -onward)
            thick = self._thickness(first, step, own[chain])
            for number in range(_REACH):
                cover = (_dot(planes(soft[first + number * step], count), span) - origin) / length
                cover = np.clip(cover, 0, 1)
                cover[np.abs(cover - full) < 0.04] = full
                share = np.clip(thick / 2 - number, 0, 1)  # the other half belongs to the opposite edge
                shift += (cover - full) * share
        inside = ((chains.right != OUTSIDE) & (chains.left != OUTSIDE))[chain]
        strong = length / (length + 8.0**2)
        return np.where(inside, np.clip(shift, -1, 1) * strong, 0).astype(np.float64)

    def _thickness(self, first: Ints, step: Ints, own: Ints) -> Planes:
        """How many pixels the area goes on from each side, at most twice the reach."""
        areas = _framed(self.areas, 2 * _REACH, OUTSIDE).ravel()
        thick = np.zeros(own.size, np.float32)
        inside = np.ones(own.size, np.bool_)
        for number in range(2 * _REACH):
            inside &= areas[first + number * step] == own
            thick += inside
        return thick

    def _span(
        self, chains: Chains, chain: Ints, at: Ints, onward: Ints, margin: int, count: int
    ) -> tuple[Planes, Planes]:
        """The colour on the left of each side and the way to that on the right, (channels, n)."""
        colors = self.colors[:, :count].T.astype(np.float32)
        left, right = colors[:, chains.left][:, chain], colors[:, chains.right][:, chain]
        if self.sloped.any():
            hard = packed(_framed(self.hard, margin))
            for color, areas, there in ((left, chains.left, at - onward), (right, chains.right, at)):
                some = np.flatnonzero(self.sloped[areas][chain])
                color[:, some] = planes(hard[there[some]], count)
        return left, right - left


def _framed(picture: npt.NDArray[Any], margin: int, value: int | None = None) -> npt.NDArray[Any]:
    """A picture with a margin of a value or of its outermost pixels."""
    kind = cv2.BORDER_REPLICATE if value is None else cv2.BORDER_CONSTANT
    return np.asarray(cv2.copyMakeBorder(picture, margin, margin, margin, margin, kind, value=value or 0))


def _dot(one: Planes, other: Planes) -> Planes:
    return np.asarray(np.einsum("ij,ij->j", one, other), np.float32)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Index arithmetic on samples of many chains one after another."""

    chain: Ints
    low: Ints
    size: Ints
    closed: Mask
    place: Ints

    @classmethod
    def of(cls, counts: Ints, closed: Mask) -> _Lines:
        start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        chain = np.repeat(np.arange(counts.size), counts)
        return cls(chain, start[chain], counts[chain], closed[chain], np.arange(chain.size) - start[chain])

    def at(self, step: int) -> Ints:
        """For each sample the one `step` on, around closed chains, at most to the end of open ones."""
        there = self.place + step
        over = np.flatnonzero((there < 0) | (there >= self.size))
        size, beyond = self.size[over], there[over]
        there[over] = np.where(self.closed[over], beyond % size, np.clip(beyond, 0, size - 1))
        return self.low + there

    def near_end(self, reach: int) -> Mask:
        """Samples of chains so short that none may be spared."""
        return np.asarray(self.size <= 2 * reach, np.bool_)

    def corners(self, points: Floats) -> Mask:
        """Where the contour turns sharply: strongest of its surroundings, most of the turn within a short way."""
        outer = self._turn(points, _OUTER)
        inner = self._turn(points, _INNER)
        sharp = (np.abs(outer) > _CORNER) & (np.abs(inner) > _SHARP * np.abs(outer)) & (inner * outer > 0)
        room = self.closed | ((self.place >= 2) & (self.place < self.size - 2))
        strength = np.where(sharp & room, np.abs(inner) + np.abs(outer), 0)
        strength = strength + strength[self.at(1)] * 0.25 + strength[self.at(-1)] * 0.25
        peak = strength > 0
        for step in (1, 2, 3):
            peak &= (strength >= strength[self.at(step)]) | (self.at(step) == np.arange(peak.size))
            peak &= (strength > strength[self.at(-step)]) | (self.at(-step) == np.arange(peak.size))
        return np.asarray(peak & room & (self.size > 5), np.bool_)

    def _turn(self, points: Floats, reach: int) -> Floats:
        """Signed angle between the way here and the way on, over `reach` samples, the two nearest left out."""
        before = points[self.at(-1)] - points[self.at(-reach)]
        after = points[self.at(reach)] - points[self.at(1)]
        cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
        return np.asarray(np.arctan2(cross, (before * after).sum(axis=1)), np.float64)


def _assembled(chains: Chains, line: _Lines, points: Floats, turning: Mask, stride: int) -> Contours:
    """Ends put on, closed chains turned so that they start at a corner, corners sharpened."""
    points, corner, loose = _sharpened(line, points, turning)
    closed = np.asarray(chains.closed)
    counts = np.bincount(line.chain, minlength=closed.size)
    bounds = np.concatenate([[0], np.cumsum(counts)])
    ends = _eased(chains, points, bounds, _ends(chains, stride), stride)
    sizes = counts + np.where(closed, 1, 2)
    start = np.concatenate([[0], np.cumsum(sizes)])
    chain = np.repeat(np.arange(closed.size), sizes)
    place = np.arange(chain.size) - start[chain]
    turned = place + _first(line, points, corner, closed.size)[chain]
    size = counts[chain]
    turned -= np.where(turned >= size, size, 0)
    inner = np.clip(np.where(closed[chain], turned, place - 1), 0, np.maximum(size - 1, 0))
    source = np.minimum(bounds[chain] + inner, points.shape[0] - 1)
    out, corners, doubts = points[source], corner[source], loose[source]
    tips = np.stack([start[:-1], start[1:] - 1], axis=1)[~closed]
    out[tips], corners[tips], doubts[tips] = ends[~closed], True, False
    return Contours(out, start, corners, doubts)


def _first(line: _Lines, points: Floats, corner: Mask, count: int) -> Ints:
    """The sample that each chain is turned to start at when it is closed: its first corner, else its topmost one."""
    place = np.where(corner, line.place, line.size)
    best = np.full(count, line.size.max(initial=0))
    np.minimum.at(best, line.chain, place)
    top = np.full(count, np.inf)
    np.minimum.at(top, line.chain, points[:, 1])
    highest = np.flatnonzero(points[:, 1] == top[line.chain])[::-1]
    first = np.zeros(count, np.int64)
    first[line.chain[highest]] = line.place[highest]
    cornered = best < np.bincount(line.chain, minlength=count)
    return np.where(cornered, best, first)


def _ends(chains: Chains, stride: int) -> Floats:
    """First and last node of each chain, (n, 2, 2)."""
    first, last = chains.start[:-1], chains.start[1:] - 1
    one = np.stack([chains.node[first] % stride, chains.node[first] // stride], axis=1)
    other = np.stack([chains.node[last] % stride, chains.node[last] // stride], axis=1) + _STEP[chains.heading[last]]
    return np.stack([one, other], axis=1).astype(np.float64)


def _eased(chains: Chains, points: Floats, bounds: Ints, ends: Floats, stride: int) -> Floats:
    """Ends with each junction of three chains moved onto the line that two of them make together."""
    rows = int(ends[..., 1].max())
    open_ = np.flatnonzero(~np.asarray(chains.closed) & (np.diff(bounds) >= 2))
    first, last = bounds[open_], bounds[open_ + 1] - 1
    step = np.minimum(3, last - first)
    start = np.concatenate([points[first], points[last]])
    away = np.concatenate([points[first + step], points[last - step]]) - start
    away /= np.maximum(np.hypot(*away.T), 1e-9)[:, None]
    node = np.concatenate([ends[open_, 0], ends[open_, 1]])
    inner = ((node > 0) & (node < [stride - 1, rows])).all(axis=1)
    key = np.where(inner, node[:, 1] * stride + node[:, 0], -1).astype(np.int64)
    order = np.argsort(key, kind="stable")
    keys, begin, count = np.unique(key[order], return_index=True, return_counts=True)
    triple = order[begin[(count == 3) & (keys >= 0)][:, None] + np.arange(3)]
    pairs = np.array([[0, 1], [0, 2], [1, 2]])
    dots = np.einsum("npk,npk->np", away[triple[:, pairs[:, 0]]], away[triple[:, pairs[:, 1]]])
    best = pairs[np.argmin(dots, axis=1)]
    rows_ = np.arange(len(triple))
    one, other = start[triple[rows_, best[:, 0]]], start[triple[rows_, best[:, 1]]]
    here, span = node[triple[:, 0]], other - one
    along = ((here - one) * span).sum(axis=1) / np.maximum((span**2).sum(axis=1), 1e-9)
    there = one + np.clip(along, 0, 1)[:, None] * span
    good = (dots.min(axis=1) < _THROUGH) & (np.hypot(*(there - here).T) < 1)
    target = np.repeat(there[good], 3, axis=0)
    which = triple[good].ravel()
    out = ends.copy()
    out[open_[which % open_.size], which // open_.size] = target
    return out


def _sharpened(line: _Lines, points: Floats, turning: Mask) -> tuple[Floats, Mask, Mask]:
    """Corners moved to where the lines before and after them meet; the samples beside them marked as loose."""
    at = np.flatnonzero(turning)
    moved = points.copy()
    loose = np.zeros(turning.size, np.bool_)
    for step in (-1, 1):
        loose[line.at(step)[at]] = True
    for near, far, low, high in ((2, 5, 0.0, _ACUTE), (3, 6, _ACUTE, np.pi)):
        meet, angle, found = _meeting(line, points, at, near, far)
        reach = 1.2 + 0.8 / np.maximum(np.tan((np.pi - angle) / 2), 0.1)
        good = found & (angle >= low) & (angle < high) & (np.hypot(*(meet - points[at]).T) < np.minimum(reach, 5))
        moved[at[good]] = meet[good]
        for step in (-2, 2) if low else ():
            loose[line.at(step)[at[good]]] = True
    return moved, turning, loose & ~turning


def _meeting(line: _Lines, points: Floats, at: Ints, near: int, far: int) -> tuple[Floats, Floats, Mask]:
    """Where the lines through the samples on both sides meet, the angle turned there, and whether they do."""
    a, b = points[line.at(-far)[at]], points[line.at(-near)[at]]
    c, d = points[line.at(near)[at]], points[line.at(far)[at]]
    u, v = b - a, d - c
    cross = u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]
    angle = np.abs(np.arctan2(cross, (u * v).sum(axis=1)))
    found = np.abs(cross) > 0.3
    along = ((c - a)[:, 0] * v[:, 1] - (c - a)[:, 1] * v[:, 0]) / np.where(found, cross, 1.0)
    return a + u * along[:, None], angle, found & (along > 0)
