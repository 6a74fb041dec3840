"""The colours of a picture: clusters in OKLab of what its areas show, each with the exact colour of the area."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.engines.imaging.vectorize.runs import Runs
from gouache.engines.imaging.vectorize.types import Floats, Ints, Labels, Levels, Pixels
from gouache.oklab import oklab

ALPHA_WEIGHT = 0.7  # how much opacity counts beside OKLab
FIRST = 192  # colours at most before areas are merged
MAX_BINS = 4096
CLEAR = 24  # opacity (0..255) below which nothing is drawn
_ENOUGH = 0.03  # share of an area that its flat pixels make up when they tell its colour
FULL = 232  # opacity from which on a colour is opaque


def quantise(runs: Runs, near: float) -> Labels:
    """A number for every run of premultiplied pixels by its colour; edges weigh little, for they may be mixtures."""
    keys = _keys(runs.color)
    bins, feature, mass = _bins(runs.color, keys, runs.core + (runs.size - runs.core) * 0.15)
    centres = _merged(_refined(feature, mass, _seeds(feature, mass, near)), feature, mass, FIRST)
    table = np.zeros(int(keys.max()) + 1, np.int32)
    table[bins] = _nearest(feature, centres)
    return np.asarray(table[keys], np.int32)


def of_areas(owner: Ints, runs: Runs, count: int) -> Pixels:
    """The colour (straight RGBA) of each numbered area, of a flat one its very colour; `owner` are the areas of runs.

    It is the median of the flat pixels where there are enough of them, else of all.
    """
    alpha = _medians(runs.color[:, 3], owner, runs, count)
    alpha = np.where(alpha < CLEAR, 0, np.where(alpha >= FULL, 255, alpha))
    channels = [_medians(runs.color[:, c], owner, runs, count) for c in range(3)]
    straight = [np.clip(np.rint(c * 255 / np.maximum(alpha, 1)), 0, 255) for c in channels]
    colors = np.stack([*straight, alpha], axis=1)
    return np.where(alpha[:, None] == 0, 0, colors).astype(np.uint8)


def reduced(colors: Pixels, sizes: Floats, near: float, limit: int) -> tuple[Pixels, Ints]:
    """Fewer colours (k <= limit) for areas of some sizes, and which of them each area gets.

    Colours nearer than `near` become one. The largest area of a colour keeps its own when it makes up half of it.
    """
    unique, place = np.unique(colors, axis=0, return_inverse=True)
    mass = np.asarray(np.bincount(place.ravel(), sizes), np.float64)
    feature = _features(unique.astype(np.float64))
    centres = _merged(_seeds(feature, mass, near), feature, mass, limit)
    group = _nearest(feature, centres)
    _, group = np.unique(group, return_inverse=True)
    total = np.bincount(group, mass)
    mean = np.stack([np.bincount(group, mass * unique[:, c]) / total for c in range(4)], axis=1)
    order = np.argsort(mass, kind="stable")
    heaviest = np.empty(total.size, np.int64)
    heaviest[group[order]] = order
    own = (mass[heaviest] >= 0.5 * total) | (unique[heaviest, 3] < 255)
    chosen = np.where(own[:, None], unique[heaviest], np.rint(mean)).astype(np.uint8)
    final, where = np.unique(chosen, axis=0, return_inverse=True)
    return final, where.ravel()[group][place.ravel()]


def nearest(runs: Runs, colors: Pixels) -> Labels:
    """For every run of premultiplied pixels the number of the nearest opaque colour (1..), 0 where rather clear."""
    keys = _keys(runs.color)
    bins, feature, _ = _bins(runs.color, keys, runs.size.astype(np.float64))
    found = _nearest(feature[:, :3], oklab(colors[1:, :3]).astype(np.float64)) + 1
    found[feature[:, 3] < ALPHA_WEIGHT / 2] = 0
    table = np.zeros(int(keys.max()) + 1, np.int32)
    table[bins] = found
    return np.asarray(table[keys], np.int32)


def _keys(colors: Pixels) -> Ints:
    """A bin number for each colour (n, 4): six bits a channel, four of opacity; what is clear is one bin."""
    r, g, b, a = colors.T.astype(np.int64)
    keys = (r >> 2 << 12) | (g >> 2 << 6) | (b >> 2)
    return keys if a.min() == 255 else np.where(a < CLEAR, 0, keys << 4 | a >> 4)


def _bins(colors: Pixels, keys: Ints, weight: Floats) -> tuple[Ints, Floats, Floats]:
    """Occupied bins, the mean feature of each, and its mass."""
    mass = np.asarray(np.bincount(keys, weight), np.float64)
    bins = np.asarray(np.flatnonzero(mass), np.int64)
    mean = np.stack([np.bincount(keys, weight * colors[:, c])[bins] / mass[bins] for c in range(4)], axis=1)
    mean[:, :3] = np.clip(mean[:, :3] * 255 / np.maximum(mean[:, 3:], 1), 0, 255)
    return bins, _features(mean), mass[bins]


def _features(colors: Floats) -> Floats:
    """(L, a, b, weighted opacity) of straight RGBA colours, 0..255."""
    lab = oklab(colors[:, :3]).astype(np.float64)
    clear = colors[:, 3] < CLEAR
    lab[clear] = 0.5
    solid = np.where(colors[:, 3] >= FULL, 255, np.where(clear, 0, colors[:, 3]))
    return np.column_stack([lab, solid / 255 * ALPHA_WEIGHT])


def _seeds(feature: Floats, mass: Floats, near: float) -> Floats:
    """The heaviest colours, no two nearer than `near` to each other."""
    order = np.argsort(-mass, kind="stable")[:MAX_BINS]
    points, left = feature[order], np.ones(order.size, np.bool_)
    seeds: list[Floats] = []
    while left.any() and len(seeds) < 384:
        first = int(np.argmax(left))
        seeds.append(points[first])
        left &= ((points - points[first]) ** 2).sum(axis=1) > near * near
    return np.asarray(seeds)


def _nearest(feature: Floats, centres: Floats) -> npt.NDArray[np.int64]:
    """Index of the nearest centre, in slices that fit the cache."""
    out = np.empty(feature.shape[0], np.int64)
    half = (centres**2).sum(axis=1) / 2
    for start in range(0, feature.shape[0], 8192):
        part = feature[start : start + 8192]
        out[start : start + 8192] = np.argmin(half - part @ centres.T, axis=1)
    return out


def _refined(feature: Floats, mass: Floats, centres: Floats, rounds: int = 4) -> Floats:
    """Weighted k-means (Lloyd)."""
    order = np.argsort(-mass, kind="stable")[:MAX_BINS]
    points, weight = feature[order], mass[order]
    for _ in range(rounds):
        owner = _nearest(points, centres)
        total = np.bincount(owner, weight, centres.shape[0])
        kept = total > 0
        sums = np.stack([np.bincount(owner, weight * points[:, c], centres.shape[0]) for c in range(4)], axis=1)
        centres = sums[kept] / total[kept, None]
    return centres


def _merged(centres: Floats, feature: Floats, mass: Floats, limit: int) -> Floats:
    """Ward's agglomeration down to `limit` centres: the pair whose union costs least first."""
    total = np.asarray(np.bincount(_nearest(feature, centres), mass, centres.shape[0]), np.float64)
    centres, total = centres[total > 0], total[total > 0]
    cost = np.stack([_ward(centres, total, i) for i in range(total.size)])
    for _ in range(total.size - limit):
        i, j = divmod(int(np.argmin(cost)), total.size)
        centres[i] = (centres[i] * total[i] + centres[j] * total[j]) / (total[i] + total[j])
        total[i], total[j] = total[i] + total[j], 0
        cost[j], cost[:, j] = np.inf, np.inf
        cost[i] = cost[:, i] = _ward(centres, total, i)
    return centres[total > 0]


def _ward(centres: Floats, total: Floats, at: int) -> Floats:
    """What joining one centre with each of the others adds to the squared error."""
    gap = ((centres - centres[at]) ** 2).sum(axis=1)
    cost = gap * total * total[at] / np.maximum(total + total[at], 1e-9)
    return np.asarray(np.where((total > 0) & (np.arange(total.size) != at), cost, np.inf), np.float64)


def _medians(values: Levels, owner: Ints, runs: Runs, count: int) -> Ints:
    """The median of a channel in each area, over flat pixels where there are enough of them, else over all."""
    keys = owner * 256 + values
    everywhere = np.bincount(keys, runs.size, count * 256).reshape(count, 256)
    flat = np.bincount(keys, runs.core, count * 256).reshape(count, 256)
    enough = flat.sum(axis=1) >= np.maximum(4, _ENOUGH * everywhere.sum(axis=1))
    votes = np.where(enough[:, None], flat, everywhere)
    sums = np.cumsum(votes, axis=1)
    return np.asarray((sums * 2 < sums[:, -1:]).sum(axis=1), np.int64)
