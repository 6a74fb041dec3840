"""Fewer colours for a palette: weighted k-medoids in OKLab, so that every colour kept is one of those given.

The start is greedy (each new medoid saves most), then single swaps go on while they help (PAM; Kaufman and Rousseeuw,
1990). No chance is involved: the same palette gives the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gouache.oklab import oklab

Floats = npt.NDArray[np.float64]
_MAX_SWAPS = 200


def reduce_palette(colors: Sequence[str], weights: Sequence[float], limit: int) -> list[int]:
    """For each colour `#rrggbb` the index of the colour that stands for it; at most `limit` different ones."""
    first = {color: colors.index(color) for color in colors}
    places = {color: at for at, color in enumerate(first)}
    mass = np.zeros(len(first))
    for color, weight in zip(colors, weights, strict=True):
        mass[places[color]] += weight
    chosen = _medoids(_spots(list(first)), mass if mass.any() else np.ones(len(first)), limit)
    return [first[list(first)[chosen[places[color]]]] for color in colors]


def _spots(colors: Sequence[str]) -> Floats:
    return oklab(np.asarray([list(bytes.fromhex(color[1:])) for color in colors])).astype(np.float64)


def _medoids(points: Floats, mass: Floats, limit: int) -> list[int]:
    """For each point its medoid."""
    if limit >= len(points):
        return list(range(len(points)))
    away = ((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)
    cost = away * mass[:, None]  # cost[i, j]: point i served by medoid j
    medoids = _swap(cost, _greedy(cost, limit))
    return [medoids[at] for at in away[:, medoids].argmin(axis=1)]


def _greedy(cost: Floats, limit: int) -> list[int]:
    medoids = [int(cost.sum(axis=0).argmin())]
    nearest = cost[:, medoids[0]]
    while len(medoids) < limit:
        totals = np.minimum(cost, nearest[:, None]).sum(axis=0)
        totals[medoids] = np.inf
        medoids.append(int(totals.argmin()))
        nearest = np.minimum(nearest, cost[:, medoids[-1]])
    return medoids


def _swap(cost: Floats, medoids: list[int]) -> list[int]:
    """Swap one medoid for another point as long as the total falls."""
    for _ in range(_MAX_SWAPS):
        best, place, candidate = float(cost[:, medoids].min(axis=1).sum()) - 1e-12, -1, -1
        for at in range(len(medoids)):
            others = medoids[:at] + medoids[at + 1 :]
            kept = cost[:, others].min(axis=1) if others else np.full(len(cost), np.inf)
            totals = np.minimum(cost, kept[:, None]).sum(axis=0)
            totals[others] = np.inf
            if totals.min() < best:
                best, place, candidate = float(totals.min()), at, int(totals.argmin())
        if place < 0:
            break
        medoids[place] = candidate
    return medoids
