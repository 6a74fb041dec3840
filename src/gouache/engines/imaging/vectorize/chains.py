"""The planar map of a picture's areas: every boundary between two areas once, as a chain of pixel sides.

Nodes are pixel corners, y * (w + 1) + x. Half-sides run east, south, west or north along pixel sides with their area
on the right hand (y grows downwards), so that an area's outer loop runs clockwise as seen. A chain ends where three or
more areas meet and at the corners of the page; or it is a closed loop.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.types import Ints, Labels, Mask

OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Chains:
    """Chain c has half-sides `node`, `heading`[start[c]:start[c + 1]] (heading 0 E, 1 S, 2 W, 3 N).

    `right` and `left` are the areas beside each chain, `closed` whether it is a loop of its own. `loops` are the
    boundaries of the areas: (area, directed chains), where 2c is chain c forwards and 2c + 1 backwards.
    """

    node: Ints
    heading: Ints
    start: Ints
    right: Ints
    left: Ints
    closed: list[bool]
    loops: list[tuple[int, list[int]]]


def chains(areas: Labels) -> Chains:
    """The planar map of numbered areas."""
    sides = _sides(areas)
    after = _after(sides, areas.shape[1] + 1)
    order, start, closed = _walked(sides, after, _junctions(sides, areas.shape))
    first, last = order[start[:-1]], order[start[1:] - 1]
    return Chains(
        sides.node[order], sides.heading[order], start, sides.area[first], sides.area[sides.twin[first]],
        closed.tolist(), _loops(sides, after, first, last),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sides:
    node: Ints  # where each half-side starts
    heading: Ints
    area: Ints  # on its right hand
    twin: Ints  # the same side the other way
    at: Labels  # node * 4 + heading -> half-side or -1


def _sides(areas: Labels) -> _Sides:
    height, width = areas.shape
    framed = np.full((height + 2, width + 2), OUTSIDE, np.int32)
    framed[1:-1, 1:-1] = areas
    stride = width + 1
    above, below = framed[:-1, 1:-1], framed[1:, 1:-1]
    y, x = _places(above != below)
    level = y * stride + x
    before, after = framed[1:-1, :-1], framed[1:-1, 1:]
    v, u = _places(before != after)
    upright = v * stride + u
    node = np.concatenate([level, level + 1, upright, upright + stride])
    heading = np.repeat([0, 2, 1, 3], [level.size, level.size, upright.size, upright.size])
    area = np.concatenate([below[y, x], above[y, x], before[v, u], after[v, u]]).astype(np.int64)
    numbers = np.arange(node.size)
    n, m = level.size, upright.size
    twin = np.concatenate([numbers[:n] + n, numbers[:n], numbers[2 * n : 2 * n + m] + m, numbers[2 * n : 2 * n + m]])
    at = np.full((height + 1) * stride * 4, -1, np.int32)
    at[node * 4 + heading] = numbers
    return _Sides(node, heading, area, twin, at)


def _places(marked: Mask) -> tuple[Ints, Ints]:
    """Row and column of marks; faster than `nonzero` of a picture."""
    at = np.flatnonzero(marked)
    row = at // marked.shape[1]
    return row, at - row * marked.shape[1]


def _after(sides: _Sides, stride: int) -> Ints:
    """The next half-side around the same area: right, else straight on, else left."""
    ends = sides.node + np.array([1, stride, -1, -stride])[sides.heading]
    turns = [sides.at[ends * 4 + (sides.heading + turn) % 4] for turn in (1, 0, 3)]
    return np.asarray(np.where(turns[0] >= 0, turns[0], np.where(turns[1] >= 0, turns[1], turns[2])), np.int64)


def _junctions(sides: _Sides, shape: tuple[int, ...]) -> Mask:
    """The nodes where chains end."""
    height, width = shape
    ends = np.bincount(sides.node, minlength=(height + 1) * (width + 1)) > 2
    ends[[0, width, height * (width + 1), height * (width + 1) + width]] = True
    return np.asarray(ends, np.bool_)


def _walked(sides: _Sides, after: Ints, ends: Mask) -> tuple[Ints, Ints, Mask]:
    """Every chain once, as its half-sides in order, where each starts, and which are closed.

    Of both directions that with the earlier first half-side is taken; a loop starts at its earliest half-side. Open
    chains come first, all in the order of their first half-sides.
    """
    heads = ends[sides.node]
    before = np.empty_like(after)
    before[after] = np.arange(after.size)
    first, open_ = _heads(np.where(heads, np.arange(after.size), before), heads)
    kept = np.flatnonzero(first < first[sides.twin])
    number = np.empty_like(after)
    number[kept] = np.arange(kept.size)
    back = np.where(first[kept] == kept, kept, before[kept])
    place = _ranked(number[back])
    key = np.where(open_[kept], first[kept], first[kept] + after.size)
    _, chain, sizes = np.unique(key, return_inverse=True, return_counts=True)
    start = np.concatenate([[0], np.cumsum(sizes)])
    order = np.empty_like(kept)
    order[start[chain] + place] = kept
    return order, start, ~open_[order[start[:-1]]]


def _heads(back: Ints, heads: Mask) -> tuple[Ints, Mask]:
    """For each half-side the first of its chain, of a loop the earliest, and whether its chain is open.

    Pointers are doubled (J. C. Wyllie, The complexity of parallel computations, 1979); two stretches of a loop with
    the same earliest half-side cover all of it.
    """
    low = np.arange(back.size)
    while True:
        open_, further = heads[back], low[back]
        if (open_ | (further == low)).all():
            return np.where(open_, back, low), np.asarray(open_, np.bool_)
        low = np.minimum(low, further)
        back = back[back]


def _ranked(back: Ints) -> Ints:
    """How many steps back the first of each chain lies, which points to itself."""
    steps = (back != np.arange(back.size)).astype(np.int64)
    while (more := steps[back]).any():
        steps += more
        back = back[back]
    return np.asarray(steps, np.int64)


def _loops(sides: _Sides, after: Ints, first: Ints, last: Ints) -> list[tuple[int, list[int]]]:
    """The boundary loops of every area in directed chains."""
    heads = np.full(after.size, -1, np.int64)
    heads[first] = np.arange(0, 2 * first.size, 2)
    heads[sides.twin[last]] = np.arange(1, 2 * first.size, 2)
    tails = np.stack([last, sides.twin[first]], axis=1).ravel()
    follow, areas = heads[after[tails]].tolist(), sides.area[tails].tolist()
    seen = bytearray(len(follow))
    loops = []
    for head in range(len(follow)):
        if seen[head] or areas[head] == OUTSIDE:
            continue
        loop, chain = [], head
        while not seen[chain]:
            seen[chain] = 1
            loop.append(chain)
            chain = follow[chain]
        loops.append((areas[head], loop))
    return loops
