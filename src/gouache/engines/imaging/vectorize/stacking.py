"""Which area is painted when, and what of its boundary has to be drawn.

Stacked shapes are painted from the largest to the smallest. A shape runs on beneath the shapes painted over it (holes
filled, shared sides lapped), so that no hairline of what lies below shows between neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.chains import OUTSIDE, Chains
from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.moments import moments, oval
from gouache.engines.imaging.vectorize.types import Floats, Ints, Labels, Mask

CLEAR, GLASS, OPAQUE = 0, 1, 2
_TRAP = 0.35  # px that a shape runs on beneath any later neighbour, lest the ground shines through their common edge
_LEAST_LAP = 0.35  # px, the same where shapes may lie over one another


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape to paint: an area, its loops of directed chains (the outer one first), its layer from below."""

    area: int
    layer: int
    loops: list[list[int]]
    page: bool = False  # the whole page, whatever the loops say


@dataclass(frozen=True, slots=True)
class Stack:
    """Shapes in the order they are painted; for each directed chain `lap`, px by which it is moved outwards, and
    `oval`, whether its loop may be an ellipse."""

    shapes: list[Shape]
    lap: Floats
    oval: Mask


def stack(
    chains: Chains, contours: Contours, areas: Labels, kind: Ints, color: Ints, cut_out: bool, scale: float
) -> Stack:
    """The painting plan; `kind` and `color` tell of each area how opaque it is and the number of its colour.

    Laps are in page px, of which one is `scale` traced px.
    """
    count = kind.size
    loops_ = moments(chains, contours)
    extent = loops_[:, 0]
    outer, holes = _outlines(chains, extent, count)
    filled = np.array([extent[o] if o >= 0 else 0.0 for o in outer])
    base = _background(chains, contours, kind, count)
    filled[base] += float(areas.size) if base >= 0 else 0
    layer = _layers(chains, contours, holes, np.argsort(-filled, kind="stable"), count)
    layer[np.arange(count) != base] += 1
    order = np.lexsort((np.arange(count), -filled, color, layer))
    rank = np.empty(count, np.int64)
    rank[order] = np.arange(count)
    rank[kind == CLEAR] = -1
    lap = _laps(chains, contours, areas, kind, rank, scale, cut_out)
    solid = not cut_out and bool((kind == OPAQUE).all())
    windows = _windows(areas, kind)
    shapes = []
    for area in order.tolist():
        if kind[area] == CLEAR:
            continue
        loops = [chains.loops[outer[area]][1]]
        for hole in holes[area]:
            if cut_out or kind[area] != OPAQUE or _sees_through(chains, contours, chains.loops[hole][1], windows):
                loops.append(chains.loops[hole][1])
        shapes.append(Shape(area, int(layer[area]), loops, page=solid and area == base))
    round_ = np.zeros(lap.size, np.bool_)
    round_[[c for (_, loop), o in zip(chains.loops, oval(loops_).tolist(), strict=True) if o for c in loop]] = True
    return Stack(shapes, lap, round_)


def _outlines(chains: Chains, extent: Floats, count: int) -> tuple[list[int], list[list[int]]]:
    """For each area the number of its outer loop, and of its holes."""
    outer = [-1] * count
    holes: list[list[int]] = [[] for _ in range(count)]
    for number, (area, _) in enumerate(chains.loops):
        held = outer[area]
        if held < 0:
            outer[area] = number
        elif extent[number] > extent[held]:
            holes[area].append(held)
            outer[area] = number
        else:
            holes[area].append(number)
    return outer, holes


def _background(chains: Chains, contours: Contours, kind: Ints, count: int) -> int:
    """The area with the longest share of the page's edge; -1 when that is transparent."""
    along = np.diff(chains.start)
    edge = np.zeros(count)
    np.add.at(edge, chains.right[chains.left == OUTSIDE], along[chains.left == OUTSIDE])
    np.add.at(edge, chains.left[chains.right == OUTSIDE], along[chains.right == OUTSIDE])
    base = int(np.argmax(edge))
    return base if kind[base] == OPAQUE else -1


def _layers(chains: Chains, contours: Contours, holes: list[list[int]], order: Ints, count: int) -> Ints:
    """A layer for each area, above all areas it touches or lies in that come earlier in the order."""
    place = np.empty(count, np.int64)
    place[order] = np.arange(count)
    shared = (chains.right != OUTSIDE) & (chains.left != OUTSIDE)
    one, other = chains.right[shared], chains.left[shared]
    first = place[one] < place[other]
    below: list[list[int]] = [[] for _ in range(count)]
    for low, high in zip(np.where(first, one, other).tolist(), np.where(first, other, one).tolist(), strict=True):
        below[high].append(low)
    for area, within in _inside(chains, contours, holes, count):
        for higher in within[place[within] > place[area]].tolist():
            below[higher].append(area)
    layer = [0] * count
    for area in order.tolist():
        layer[area] = 1 + max((layer[b] for b in below[area]), default=-1)
    return np.asarray(layer, np.int64)


def _inside(chains: Chains, contours: Contours, holes: list[list[int]], count: int) -> Iterator[tuple[int, Ints]]:
    """Areas with holes, and what may lie in each hole. One that a single area fills is left out: what lies in that
    one, its neighbour, is above it anyway."""
    each = _chain_boxes(contours)
    boxes = _boxes(chains, each, count)
    for area in range(count):
        for hole in holes[area]:
            if len(loop := chains.loops[hole][1]) > 1:
                x0, y0, x1, y1 = _extent(each[np.asarray(loop) >> 1])
                inside = (boxes[0] >= x0 - 1) & (boxes[1] >= y0 - 1) & (boxes[2] <= x1 + 1) & (boxes[3] <= y1 + 1)
                yield area, np.asarray(np.flatnonzero(inside), np.int64)


def _chain_boxes(contours: Contours) -> Floats:
    low = np.minimum.reduceat(contours.points, contours.start[:-1], axis=0)
    high = np.maximum.reduceat(contours.points, contours.start[:-1], axis=0)
    return np.concatenate([low, high], axis=1)


def _boxes(chains: Chains, each: Floats, count: int) -> Floats:
    """Bounding boxes of areas, (4, areas): x0, y0, x1, y1; `each` are those of the chains."""
    boxes = np.repeat([[np.inf], [np.inf], [-np.inf], [-np.inf]], count, axis=1)
    for side in (chains.right, chains.left):
        real = side != OUTSIDE
        for row, extreme in enumerate((np.minimum, np.minimum, np.maximum, np.maximum)):
            extreme.at(boxes[row], side[real], each[real, row])
    return boxes


def _extent(boxes: Floats) -> list[float]:
    return [*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist()]


def _box(contours: Contours, loop: list[int]) -> Floats:
    points = polygon(contours, loop)
    return np.concatenate([points.min(axis=0), points.max(axis=0)])


def polygon(contours: Contours, loop: list[int]) -> Floats:
    """The contour points of a loop, in its direction."""
    parts = []
    for chain in loop:
        part = contours.points[contours.start[chain >> 1] : contours.start[(chain >> 1) + 1]]
        parts.append(part[:0:-1] if chain & 1 else part[:-1])
    return np.concatenate(parts)


def _laps(
    chains: Chains, contours: Contours, areas: Labels, kind: Ints, rank: Ints, scale: float, cut_out: bool
) -> Floats:
    """How far each directed chain of an area may be moved outwards beneath its later neighbour."""
    later = np.concatenate([rank, [-1]])  # the last one is the outside
    opaque = np.concatenate([kind == OPAQUE, [False]])
    lap = np.zeros(2 * len(chains.closed))
    points = contours.points
    ahead = np.roll(points, -1, axis=0) - np.roll(points, 1, axis=0)
    outward = np.stack([ahead[:, 1], -ahead[:, 0]], axis=1) / np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
    chain = np.repeat(np.arange(len(chains.closed)), np.diff(contours.start))
    inner = np.ones(chain.size, np.bool_)
    inner[contours.start[:-1]] = inner[contours.start[1:] - 1] = False
    for backwards, own, other in ((0, chains.right, chains.left), (1, chains.left, chains.right)):
        lapped = (later[other] > later[own]) & opaque[other] & opaque[own] & (own != OUTSIDE)
        sign = -1 if backwards else 1
        lap[backwards::2][lapped] = (_TRAP if cut_out else _LEAST_LAP) * scale
        for reach in () if cut_out else (1.1 * scale, 2.0 * scale):
            at = np.floor(points + outward * (sign * reach)).astype(np.int64)
            x, y = np.clip(at[:, 0], 0, areas.shape[1] - 1), np.clip(at[:, 1], 0, areas.shape[0] - 1)
            there = areas[y, x]
            fine = (later[there] >= later[own[chain]]) & opaque[there] | ~inner
            lapped &= np.minimum.reduceat(fine, contours.start[:-1])
            lap[backwards::2][lapped] = reach / 2
    return lap


def _windows(areas: Labels, kind: Ints) -> Floats:
    """A point (x, y) in every area that is not opaque."""
    wanted = np.flatnonzero(kind != OPAQUE)
    if wanted.size == 0:
        return np.zeros((0, 2))
    _, first = np.unique(areas.ravel(), return_index=True)
    at = first[wanted]
    return np.stack([at % areas.shape[1] + 0.5, at // areas.shape[1] + 0.5], axis=1)


def _sees_through(chains: Chains, contours: Contours, loop: list[int], windows: Floats) -> bool:
    """Whether something that is not opaque lies in a hole."""
    if windows.shape[0] == 0:
        return False
    box = _box(contours, loop)
    near = windows[((windows >= box[:2] - 1) & (windows <= box[2:] + 1)).all(axis=1)]
    ring = polygon(contours, loop).astype(np.float32).reshape(-1, 1, 2)
    return any(cv2.pointPolygonTest(ring, (float(x), float(y)), True) > -0.8 for x, y in near)
