"""The planar map of a picture's areas: every boundary between two areas once, as a chain of pixel sides.

Nodes are pixel corners, y * (w + 1) + x. Half-sides run east, south, west or north along pixel sides with their area
on the right hand (y grows downwards), so that an area's outer loop runs clockwise as seen. A chain ends where three or
more areas meet and at the corners of the page; or it is a closed loop.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.types import Ints, Labels

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
    ends = _junctions(sides, areas.shape)
    walks, closed = _walked(sides, after, ends)
    start = np.concatenate([[0], np.cumsum([len(w) for w in walks])]).astype(np.int64)
    order = np.fromiter((s for w in walks for s in w), np.int64, int(start[-1]))
    first = order[start[:-1]]
    return Chains(
        sides.node[order], sides.heading[order], start, sides.area[first], sides.area[sides.twin[first]], closed,
        _loops(sides, after, walks),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Sides:
    node: Ints  # where each half-side starts
    heading: Ints
    area: Ints  # on its right hand
    twin: Ints  # the same side the other way
    at: Ints  # node * 4 + heading -> half-side or -1


def _sides(areas: Labels) -> _Sides:
    height, width = areas.shape
    framed = np.full((height + 2, width + 2), OUTSIDE, np.int64)
    framed[1:-1, 1:-1] = areas
    stride = width + 1
    above, below = framed[:-1, 1:-1], framed[1:, 1:-1]
    y, x = np.nonzero(above != below)
    level = y * stride + x
    before, after = framed[1:-1, :-1], framed[1:-1, 1:]
    v, u = np.nonzero(before != after)
    upright = v * stride + u
    node = np.concatenate([level, level + 1, upright, upright + stride])
    heading = np.repeat([0, 2, 1, 3], [level.size, level.size, upright.size, upright.size])
    area = np.concatenate([below[y, x], above[y, x], before[v, u], after[v, u]])
    numbers = np.arange(node.size)
    n, m = level.size, upright.size
    twin = np.concatenate([numbers[:n] + n, numbers[:n], numbers[2 * n : 2 * n + m] + m, numbers[2 * n : 2 * n + m]])
    at = np.full((height + 1) * stride * 4, -1, np.int64)
    at[node * 4 + heading] = numbers
    return _Sides(node, heading, area, twin, at)


def _after(sides: _Sides, stride: int) -> Ints:
    """The next half-side around the same area: right, else straight on, else left."""
    ends = sides.node + np.array([1, stride, -1, -stride])[sides.heading]
    turns = [sides.at[ends * 4 + (sides.heading + turn) % 4] for turn in (1, 0, 3)]
    return np.asarray(np.where(turns[0] >= 0, turns[0], np.where(turns[1] >= 0, turns[1], turns[2])), np.int64)


def _junctions(sides: _Sides, shape: tuple[int, ...]) -> Ints:
    """Per node: 1 where chains end."""
    height, width = shape
    degree = np.bincount(sides.node, minlength=(height + 1) * (width + 1))
    ends = (degree > 2).astype(np.int64)
    ends[[0, width, height * (width + 1), height * (width + 1) + width]] = 1
    return ends


def _walked(sides: _Sides, after: Ints, ends: Ints) -> tuple[list[list[int]], list[bool]]:
    """Every chain once, as its half-sides in order; open chains first, in the order of their first half-side."""
    follow, twin = after.tolist(), sides.twin.tolist()
    starts_at_end = ends[sides.node].tolist()
    done = bytearray(len(follow))
    walks, closed = [], []
    heads = np.flatnonzero(ends[sides.node]).tolist()
    for head in [*heads, *range(len(follow))]:
        if done[head]:
            continue
        walk, side = [], head
        while True:
            walk.append(side)
            done[side] = done[twin[side]] = 1
            side = follow[side]
            if side == head or starts_at_end[side]:
                break
        walks.append(walk)
        closed.append(not starts_at_end[head])
    return walks, closed


def _loops(sides: _Sides, after: Ints, walks: list[list[int]]) -> list[tuple[int, list[int]]]:
    """The boundary loops of every area in directed chains."""
    heads: dict[int, int] = {}
    last: list[int] = []
    for number, walk in enumerate(walks):
        back = int(sides.twin[walk[-1]])
        heads[walk[0]], heads[back] = 2 * number, 2 * number + 1
        last += [walk[-1], int(sides.twin[walk[0]])]
    follow = [heads[side] for side in after[last].tolist()]
    areas = sides.area[last].tolist()
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
