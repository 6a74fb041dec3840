"""Colours carried over to others by their shares: optimal transport with entropic smoothing (Cuturi, 2013)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gouache.engines.composer.gamut import cell_of, cells
from gouache.engines.composer.raster import Floats, Pixels
from gouache.oklab import oklab, srgb

_SMOOTH = 0.004  # squared OKLab distance; smaller follows the shares more strictly
_ROUNDS = 60
_AXES = np.asarray((1.0, 1.2, 1.2), np.float32)  # hue and chroma tell colours apart more than lightness
_SOFT = 0.0025  # squared OKLab distance over which pixels pass from one colour's move to the next


def costs(values: Floats, goals: Floats) -> Floats:
    """Squared distances of OKLab colours (n, 3) to goals (m, 3)."""
    gaps = (values[:, None] - goals[None]) * _AXES
    return np.asarray(np.square(gaps).sum(axis=2), np.float32)


def prices(cost: Floats, shares: Floats, wanted: Floats) -> Floats:
    """What each goal (m,) costs more, so that colours with these shares divide among the goals as wanted (Sinkhorn)."""
    a = np.log(np.maximum(shares / shares.sum(), 1e-9))
    b = np.log(np.maximum(wanted / wanted.sum(), 1e-9))
    kernel = -cost.astype(np.float64) / _SMOOTH
    v = np.zeros(len(b))
    for _ in range(_ROUNDS):
        u = a - _logsum(kernel + v[None], 1)
        v = b - _logsum(kernel + u[:, None], 0)
    return np.asarray(-_SMOOTH * v, np.float32)


def _logsum(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]], axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    return np.asarray(np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis)))


def transported(values: Floats, shares: Floats, goals: Floats, wanted: Floats, smooth: float = _SMOOTH) -> Floats:
    """Where OKLab colours (n, 3) go: the mean of the goals that each is dealt; with small `smooth` mostly one goal."""
    cost = costs(values, goals)
    full = cost + prices(cost, shares, wanted)[None]
    plan = np.exp(-(full - full.min(axis=1, keepdims=True)) / smooth)
    return np.asarray(plan @ goals / plan.sum(axis=1, keepdims=True), np.float32)


def recolored(image: Pixels, goals: Floats, wanted: Floats, amount: float = 1.0, keep: float = 0.55) -> Pixels:
    """A picture whose colours are carried over to OKLab goals with their shares; `keep` of its own texture stays."""
    values, shares = clusters(image)
    return moved_by(image, values, transported(values, shares, goals, wanted), amount, keep)


def moved_by(
    image: Pixels, values: Floats, there: Floats, amount: float = 1.0, keep: float = 1.0, soft: float = _SOFT
) -> Pixels:
    """A picture whose colours near some OKLab values (n, 3) move to others; `keep` of what is between them stays.

    `soft` is the squared distance over which one move passes into the next.
    """

    def change(lattice: Floats) -> Floats:
        near = costs(lattice, values)
        share = np.exp(-(near - near.min(axis=1, keepdims=True)) / soft)
        share /= share.sum(axis=1, keepdims=True)
        made = share @ there + (lattice - share @ values) * keep
        return np.asarray(lattice + (made - lattice) * amount, np.float32)

    return through(image, change)


def through(image: Pixels, change: Callable[[Floats], Floats]) -> Pixels:
    """A picture whose every colour is put through a smooth function of OKLab values (n, 3)."""
    middles = cells()
    table = (srgb(change(oklab(middles))) - middles).astype(np.float32)
    out = image.copy()
    step = np.take(table, cell_of(np.ascontiguousarray(image[..., :3])), axis=0)
    out[..., :3] = np.clip(np.rint(image[..., :3] + step), 0, 255)
    return out


def clusters(image: Pixels, count: int = 24, weight: Floats | None = None) -> tuple[Floats, Floats]:
    """OKLab colours of a picture (n, 3) and their shares (n,): cells of a coarse cube, the fullest `count` of them.

    `weight` (height, width) says how much each pixel counts.
    """
    step = max(1, max(image.shape[:2]) // 256)
    rgb = image[::step, ::step, :3].reshape(-1, 3)
    mass = np.ones(len(rgb), np.float32) if weight is None else weight[::step, ::step].ravel()
    lab = oklab(rgb)
    bins = np.floor(lab * (9, 12, 12)).astype(np.int64) @ np.asarray([10_000, 100, 1])
    _, member = np.unique(bins, return_inverse=True)
    sums = np.bincount(member, mass)
    means = np.stack([np.bincount(member, mass * lab[:, k]) for k in range(3)], axis=1)
    order = np.argsort(-sums, kind="stable")[:count]
    order = order[sums[order] > 0]
    if not len(order):
        return lab[:1], np.ones(1, np.float32)
    found = means[order] / sums[order, None]
    return np.asarray(found, np.float32), np.asarray(sums[order] / sums[order].sum(), np.float32)
