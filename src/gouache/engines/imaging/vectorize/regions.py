"""Connected areas of one colour, and their merging down to what is worth a shape.

Merging follows the simplified Mumford-Shah functional (G. Koepfler, C. Lopez, J.-M. Morel, A multiscale algorithm for
image segmentation by variational method, 1994): two areas become one when that adds less error per pixel of boundary
saved than a price, and the price rises until the number of areas fits the budget.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.runs import Runs
from gouache.engines.imaging.vectorize.types import Floats, Ints, Labels, Mask

_CAREFUL = 600_000  # pairs looked at in rounds of merging in which no area drags others along


@dataclass(slots=True)
class Graph:
    """Areas 0..n-1 with their pixels, sums of premultiplied RGBA (0..1), and the boundaries they share."""

    area: Floats  # (n,)
    sums: Floats  # (n, 4)
    pairs: Ints  # (m, 2), first < second
    shared: Floats  # (m,), px

    @property
    def count(self) -> int:
        return int(self.area.size)


def components(labels: Labels) -> Labels:
    """4-connected areas of equal labels, numbered in reading order."""
    return linked(labels[:, 1:] == labels[:, :-1], labels[1:] == labels[:-1])


def linked(across: Mask, down: Mask) -> Labels:
    """Numbered areas of pixels that are linked to their neighbours on the right (h, w - 1) and below (h - 1, w)."""
    height, width = across.shape[0], down.shape[1]
    grid = np.ones((2 * height - 1, 2 * width - 1), np.uint8)
    grid[1::2, 1::2] = 0
    grid[::2, 1::2] = across
    grid[1::2, ::2] = down
    _, found = cv2.connectedComponents(grid, connectivity=4, ltype=cv2.CV_32S)
    areas = np.asarray(found[::2, ::2], np.int32)
    return np.ascontiguousarray(areas - 1)


def graph(areas: Labels, owner: Ints, runs: Runs) -> Graph:
    """The adjacency graph of numbered areas; `owner` are the areas of runs of pixels."""
    area = np.asarray(np.bincount(owner, runs.size), np.float64)
    count = area.size
    keys = np.concatenate([_keys(areas[:, 1:], areas[:, :-1], count), _keys(areas[1:], areas[:-1], count)])
    pairs, shared = np.unique(keys, return_counts=True)
    return Graph(area, runs.sums(owner, count) / 255, _unkeyed(pairs, count), shared.astype(np.float64))


def _keys(one: Labels, other: Labels, count: int) -> Ints:
    apart = one != other
    a, b = one[apart].astype(np.int64), other[apart].astype(np.int64)
    return np.asarray(np.minimum(a, b) * count + np.maximum(a, b), np.int64)


def _unkeyed(keys: Ints, count: int) -> Ints:
    return np.stack([keys // count, keys % count], axis=1)


def merged(graph_: Graph, price: float, smallest: float, budget: int) -> tuple[Graph, Ints]:
    """The graph of at most `budget` areas, and for each of the first ones the number of that it ends in.

    All merges that cost less than `price` (error of colours 0..1 squared, per px of boundary) are done, then areas
    under `smallest` px, then the cheapest of the rest until the budget holds.
    """
    owner = np.arange(graph_.count, dtype=np.int64)
    level = price / 32
    while level < price:
        graph_, owner = _round(graph_, owner, level, 0)
        level *= 2
    graph_, owner = _settled(graph_, owner, price, smallest, many=budget * 1.3)
    while graph_.count > budget * 1.3:
        graph_, owner = _round(graph_, owner, level, smallest, careful=False)
        level *= 2 if graph_.count > 5 * budget else 1.4
    while graph_.count > budget:
        chosen = _matching(graph_)[: max(1, min(graph_.count - budget, budget // 12))]
        graph_, table = _union(graph_, chosen)
        owner = table[owner]
    return graph_, owner


def without_faint(graph_: Graph, price: float, shape: float, largest: float) -> tuple[Graph, Ints]:
    """Areas under `largest` px joined to the neighbour that they differ least from, where that adds less error than the
    price of the boundary they share and of `shape` px more, which a shape of its own is worth. As `merged` returns."""
    owner = np.arange(graph_.count, dtype=np.int64)
    return _settled(graph_, owner, price, 0, shape, largest)


def without_slivers(graph_: Graph, areas: Labels, largest: float) -> tuple[Graph, Ints]:
    """Areas nowhere three pixels thick, of at most `largest` px, with a colour between those of two neighbours, joined
    to the one of nearer colour: what is left of blurred edges. The graph, and where each area went."""
    thin = graph_.area <= largest
    if graph_.pairs.size == 0 or not thin.any():
        return graph_, np.arange(graph_.count)
    thin &= ~_thick(areas, graph_.count)
    means = graph_.sums / graph_.area[:, None]
    one = np.concatenate([graph_.pairs[:, 0], graph_.pairs[:, 1]])
    other = np.concatenate([graph_.pairs[:, 1], graph_.pairs[:, 0]])
    gap = np.linalg.norm(means[one] - means[other], axis=1)
    gap = np.where(thin[other] & (graph_.area[other] <= graph_.area[one]), np.inf, gap)
    least = np.full(graph_.count, np.inf)
    np.minimum.at(least, one, gap)
    into = np.arange(graph_.count)
    nearest = np.flatnonzero((gap == least[one]) & np.isfinite(gap))[::-1]
    into[one[nearest]] = other[nearest]
    across = np.zeros(graph_.count)
    np.maximum.at(across, one, np.linalg.norm(means[into[one]] - means[other], axis=1))
    joins = thin & (least < 0.6 * across)
    chosen = np.flatnonzero(joins[one] & (into[one] == other)) % len(graph_.pairs)
    return _union(graph_, np.unique(chosen))


def _thick(areas: Labels, count: int) -> Mask:
    """Which areas are three pixels thick somewhere."""
    kernel = np.ones((3, 3), np.uint8)
    numbers = areas.astype(np.float32)
    inner = areas[cv2.erode(numbers, kernel) == cv2.dilate(numbers, kernel)]
    return np.asarray(np.bincount(inner, minlength=count) > 0, np.bool_)


def joined(graph_: Graph, color: Ints) -> tuple[Ints, Ints]:
    """Neighbours of the same colour as one area: where each area goes, and the colours of those that come of it."""
    table = _roots(graph_.pairs[color[graph_.pairs[:, 0]] == color[graph_.pairs[:, 1]]], graph_.count)
    final = np.empty(int(table.max()) + 1, np.int64)
    final[table] = color
    return table, final


def _settled(
    graph_: Graph, owner: Ints, price: float, smallest: float, shape: float = 0, largest: float = np.inf,
    many: float = np.inf,
) -> tuple[Graph, Ints]:  # fmt: skip
    """Rounds until nothing is cheaper than the price and no speck is left, or of `many` areas few join any more."""
    before, spent = 2 * graph_.count + 1, 0
    while graph_.count < (before if graph_.count < many else 0.97 * before):
        before, spent = graph_.count, spent + len(graph_.pairs)
        graph_, owner = _round(graph_, owner, price, smallest, shape, largest, careful=spent < _CAREFUL)
    return graph_, owner


def _round(
    graph_: Graph, owner: Ints, price: float, smallest: float, shape: float = 0, largest: float = np.inf,
    careful: bool = True,
) -> tuple[Graph, Ints]:  # fmt: skip
    """Every area up to `largest` px joins its cheapest neighbour where that is below the price; every speck does."""
    if graph_.pairs.size == 0:
        return graph_, owner
    best, cost = _cheapest(graph_, shape)
    joins = (cost[best] < price) & (graph_.area < largest) | (graph_.area < smallest)
    graph_, table = _union(graph_, _stars(graph_, best, joins) if careful else np.unique(best[joins]))
    return graph_, table[owner]


def _stars(graph_: Graph, best: Ints, joins: Mask) -> Ints:
    """Of the cheapest pairs of joining areas those whose other area stays, or joins this one: else a row of areas, each
    a little different from the next, would become one at once."""
    one, other = graph_.pairs[best].T
    partner = np.where(one == np.arange(best.size), other, one)
    return np.asarray(np.unique(best[joins & (~joins[partner] | (best[partner] == best))]), np.int64)


def costs(graph_: Graph, shape: float = 0) -> Floats:
    """What merging each pair adds to the squared error, per px of the boundary it saves and of `shape` px more."""
    one, other = graph_.pairs[:, 0], graph_.pairs[:, 1]
    means = graph_.sums / graph_.area[:, None]
    difference = means[one] - means[other]
    gap = np.einsum("ij,ij->i", difference, difference)
    weight = graph_.area[one] * graph_.area[other] / (graph_.area[one] + graph_.area[other])
    return np.asarray(gap * weight / (graph_.shared + shape), np.float64)


def _cheapest(graph_: Graph, shape: float = 0) -> tuple[Ints, Floats]:
    """For each area its cheapest pair, and what the pairs cost; of equal ones the first."""
    cost = costs(graph_, shape)
    least = np.full(graph_.count, np.inf)
    for side in (0, 1):
        np.minimum.at(least, graph_.pairs[:, side], cost)
    best = np.full(graph_.count, cost.size, np.int64)
    for side in (0, 1):
        owner = graph_.pairs[:, side]
        equal = np.flatnonzero(cost == least[owner])
        np.minimum.at(best, owner[equal], equal)
    return best, cost


def _matching(graph_: Graph) -> Ints:
    """Pairs that are each other's cheapest; cheapest first."""
    best, cost = _cheapest(graph_)
    pair = np.arange(cost.size)
    picked = pair[(best[graph_.pairs[:, 0]] == pair) & (best[graph_.pairs[:, 1]] == pair)]
    return np.asarray(picked[np.argsort(cost[picked], kind="stable")], np.int64)


def _union(graph_: Graph, chosen: Ints) -> tuple[Graph, Ints]:
    """The graph with the areas of some pairs merged, and where each area went."""
    table = _roots(graph_.pairs[chosen], graph_.count)
    count = int(table.max()) + 1
    area = _weighed(table, graph_.area, count)
    sums = np.stack([_weighed(table, graph_.sums[:, c], count) for c in range(4)], axis=1)
    pairs = table[graph_.pairs]
    outer = pairs[:, 0] != pairs[:, 1]
    keys = pairs.min(axis=1)[outer] * count + pairs.max(axis=1)[outer]
    unique, place = np.unique(keys, return_inverse=True)
    shared = _weighed(place.ravel(), graph_.shared[outer], unique.size)
    return Graph(area, sums, _unkeyed(unique, count), shared), table


def _weighed(keys: Ints, weight: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(keys, weight, count), np.float64)


def _roots(pairs: Ints, count: int) -> Ints:
    """A number for each connected set of 0..count-1 under the pairs, in the order of their least members."""
    into = np.arange(count, dtype=np.int64)
    while True:
        low = np.minimum(into[pairs[:, 0]], into[pairs[:, 1]])
        before = into.copy()
        np.minimum.at(into, pairs[:, 0], low)
        np.minimum.at(into, pairs[:, 1], low)
        np.minimum.at(into, before[pairs[:, 0]], low)
        np.minimum.at(into, before[pairs[:, 1]], low)
        into = into[into]
        if np.array_equal(into, before):
            break
    used = np.zeros(count, np.int64)
    used[into] = 1
    return np.asarray((np.cumsum(used) - 1)[into], np.int64)
