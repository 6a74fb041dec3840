"""As few lines and cubic Bézier curves as keep within a tolerance of the contours; all contours at once.

The method is that of P. J. Schneider, An algorithm for automatically fitting digitized curves (Graphics Gems, 1990),
with free inner control points (least squares), splitting where the error is largest; then neighbours are joined again
where one curve does for both, and the joints that are no corners made smooth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.prepare import Floats, Ints, Mask

_ROUNDS = 14
_NEWTON = 3


@dataclass(frozen=True, slots=True)
class Curves:
    """Pieces of all chains in order: `control` (n, 4, 2), `straight` (n,); chain c has pieces start[c]:start[c + 1]."""

    control: Floats
    straight: Mask
    start: Ints


@dataclass(frozen=True, slots=True)
class _Samples:
    points: Floats
    way: Floats  # length along all points
    trusted: Mask


def fit(contours: Contours, tolerance: float) -> Curves:
    """Lines and curves within about `tolerance` traced px of the contours."""
    steps = np.hypot(*np.diff(contours.points, axis=0, prepend=contours.points[:1]).T)
    samples = _Samples(contours.points, np.cumsum(steps), ~contours.loose)
    first, last = _initial(contours)
    first, last = _split(samples, first, last, tolerance)
    smooth = ~contours.corner
    for parity in (0, 1, 0, 1):
        first, last = _joined(samples, first, last, smooth, tolerance, parity)
    control, straight = _settled(samples, first, last, smooth, tolerance)
    chain = np.searchsorted(contours.start, first, side="right") - 1
    counts = np.bincount(chain, minlength=contours.start.size - 1)
    return Curves(control, straight, np.concatenate([[0], np.cumsum(counts)]))


def _initial(contours: Contours) -> tuple[Ints, Ints]:
    """Runs between corners and chain ends; a smooth loop is halved."""
    cuts = contours.corner.copy()
    starts, ends = contours.start[:-1], contours.start[1:] - 1
    cuts[starts] = cuts[ends] = True
    inner = np.cumsum(cuts)
    whole = (inner[ends] - inner[starts] == 1) & (contours.points[starts] == contours.points[ends]).all(axis=1)
    cuts[((starts + ends) // 2)[whole]] = True
    at = np.flatnonzero(cuts)
    within = ~np.isin(at[:-1], ends)
    return at[:-1][within], at[1:][within]


@dataclass(frozen=True, slots=True)
class _Fitted:
    control: Floats  # (s, 4, 2)
    error: Floats  # (s,) largest squared distance
    worst: Ints  # (s,) where
    straight: Floats  # (s,) largest squared distance from the chord


def _fitted(samples: _Samples, first: Ints, last: Ints) -> _Fitted:
    size = last - first + 1
    offset = np.concatenate([[0], np.cumsum(size)[:-1]])
    piece = np.repeat(np.arange(first.size), size)
    index = np.arange(piece.size) - offset[piece] + first[piece]
    points, weight = samples.points[index], samples.trusted[index].astype(np.float64)
    ends = samples.points[first], samples.points[last]
    length = np.maximum(samples.way[last] - samples.way[first], 1e-9)
    u = (samples.way[index] - samples.way[first][piece]) / length[piece]
    control = _solved(points, weight, u, piece, offset, ends, length)
    for _ in range(_NEWTON):
        u = _reparametrised(control[piece], points, u)
        control = _solved(points, weight, u, piece, offset, ends, length)
    away = ((_value(control[piece], u) - points) ** 2).sum(axis=1) * weight
    error = np.maximum.reduceat(away, offset)
    worst = np.empty(first.size, np.int64)
    hits = np.flatnonzero(away == error[piece])[::-1]
    worst[piece[hits]] = index[hits]
    return _Fitted(control, error, worst, np.maximum.reduceat(_from_chord(points, ends, piece) * weight, offset))


def _from_chord(points: Floats, ends: tuple[Floats, Floats], piece: Ints) -> Floats:
    """Squared distance of points from the segment between the ends of their piece."""
    span = (ends[1] - ends[0])[piece]
    away = points - ends[0][piece]
    along = np.clip((away * span).sum(axis=1) / np.maximum((span**2).sum(axis=1), 1e-9), 0, 1)
    return np.asarray(((away - along[:, None] * span) ** 2).sum(axis=1), np.float64)


def _solved(
    points: Floats, weight: Floats, u: Floats, piece: Ints, offset: Ints, ends: tuple[Floats, Floats], length: Floats
) -> Floats:
    """Least squares for the two inner control points of each piece, drawn a little towards a straight line."""
    v = 1 - u
    b1, b2 = 3 * u * v * v, 3 * u * u * v
    start, end = ends
    rest = points - (v**3 + 0 * u)[:, None] * start[piece] - (u**3)[:, None] * end[piece]
    sums = np.add.reduceat(
        np.column_stack([weight * b1 * b1, weight * b1 * b2, weight * b2 * b2,
                         (weight * b1)[:, None] * rest, (weight * b2)[:, None] * rest, weight]),
        offset,
    )  # fmt: skip
    ridge = 1e-3 * (sums[:, 7] + 1)
    third = (end - start) / 3
    a, b, c = sums[:, 0] + ridge, sums[:, 1], sums[:, 2] + ridge
    p = sums[:, 3:5] + ridge[:, None] * (start + third)
    q = sums[:, 5:7] + ridge[:, None] * (end - third)
    det = (a * c - b * b)[:, None]
    one = (c[:, None] * p - b[:, None] * q) / det
    two = (a[:, None] * q - b[:, None] * p) / det
    return np.stack([start, _reined(one, start, length), _reined(two, end, length), end], axis=1)


def _reined(control: Floats, anchor: Floats, length: Floats) -> Floats:
    """A control point not further from its anchor than the piece is long."""
    arm = control - anchor
    far = np.hypot(arm[:, 0], arm[:, 1])
    return np.asarray(anchor + arm * np.minimum(1, length / np.maximum(far, 1e-9))[:, None], np.float64)


def _value(control: Floats, u: Floats) -> Floats:
    v = 1 - u
    basis = np.stack([v**3, 3 * u * v * v, 3 * u * u * v, u**3], axis=1)
    return np.asarray(np.einsum("ij,ijk->ik", basis, control), np.float64)


def _reparametrised(control: Floats, points: Floats, u: Floats) -> Floats:
    """One Newton step towards the nearest point of the curve."""
    v = 1 - u
    d = 3 * np.diff(control, axis=1)
    dd = 2 * np.diff(d, axis=1)
    slope = np.einsum("ij,ijk->ik", np.stack([v * v, 2 * u * v, u * u], axis=1), d)
    bend = v[:, None] * dd[:, 0] + u[:, None] * dd[:, 1]
    away = _value(control, u) - points
    below = (slope**2).sum(axis=1) + (away * bend).sum(axis=1)
    step = (away * slope).sum(axis=1) / np.where(np.abs(below) < 1e-9, 1e-9, below)
    return np.asarray(np.clip(u - np.clip(step, -0.1, 0.1), 0, 1), np.float64)


def _split(samples: _Samples, first: Ints, last: Ints, tolerance: float) -> tuple[Ints, Ints]:
    """Pieces cut where they are worst until every one is near enough."""
    done: list[tuple[Ints, Ints]] = []
    limit = tolerance * tolerance
    for _ in range(_ROUNDS):
        if first.size == 0:
            break
        found = _fitted(samples, first, last)
        fine = (np.minimum(found.error, found.straight) <= limit) | (last - first < 5)
        done.append((first[fine], last[fine]))
        first, last, worst = first[~fine], last[~fine], found.worst[~fine]
        margin = np.minimum(4, (last - first) // 2)
        cut = np.clip(worst, first + margin, last - margin)
        first, last = np.concatenate([first, cut]), np.concatenate([cut, last])
    done.append((first, last))
    starts, ends = np.concatenate([d[0] for d in done]), np.concatenate([d[1] for d in done])
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _joined(
    samples: _Samples, first: Ints, last: Ints, smooth: Mask, tolerance: float, parity: int
) -> tuple[Ints, Ints]:
    """Neighbours over a smooth joint made one where a single curve is near enough; every second joint."""
    joint = np.flatnonzero((last[:-1] == first[1:]) & smooth[first[1:]])
    joint = joint[joint % 2 == parity]
    if joint.size == 0:
        return first, last
    found = _fitted(samples, first[joint], last[joint + 1])
    good = joint[np.minimum(found.error, found.straight) <= tolerance * tolerance]
    kept = np.ones(first.size, np.bool_)
    kept[good + 1] = False
    last = last.copy()
    last[good] = last[good + 1]
    return first[kept], last[kept]


def _settled(samples: _Samples, first: Ints, last: Ints, smooth: Mask, tolerance: float) -> tuple[Floats, Mask]:
    """The final pieces; arms on both sides of a smooth joint between curves brought into one line."""
    found = _fitted(samples, first, last)
    straight = found.straight <= np.maximum(found.error, (0.7 * tolerance) ** 2)
    control = found.control.copy()
    joint = np.flatnonzero((last[:-1] == first[1:]) & smooth[first[1:]])
    before = np.where(
        straight[joint, None], control[joint, 3] - control[joint, 0], control[joint, 3] - control[joint, 2]
    )
    after = np.where(
        straight[joint + 1, None],
        control[joint + 1, 3] - control[joint + 1, 0],
        control[joint + 1, 1] - control[joint + 1, 0],
    )
    one, other = np.hypot(*before.T), np.hypot(*after.T)
    cosine = (before * after).sum(axis=1) / np.maximum(one * other, 1e-9)
    mean = before / np.maximum(one, 1e-9)[:, None] + after / np.maximum(other, 1e-9)[:, None]
    mean = np.where(straight[joint, None], before, np.where(straight[joint + 1, None], after, mean))
    mean /= np.maximum(np.hypot(*mean.T), 1e-9)[:, None]
    left, right = joint[cosine > 0.8], joint[cosine > 0.8] + 1
    mean, one, other = (a[cosine > 0.8] for a in (mean, one[:, None], other[:, None]))
    back, ahead = control[left, 3] - mean * one, control[right, 0] + mean * other
    slight = (
        np.hypot(*(back - control[left, 2]).T) < 2 * tolerance,
        np.hypot(*(ahead - control[right, 1]).T) < 2 * tolerance,
    )
    both = (slight[0] | straight[left]) & (slight[1] | straight[right])
    control[left[both], 2], control[right[both], 1] = back[both], ahead[both]
    control[straight, 1], control[straight, 2] = control[straight, 0], control[straight, 3]
    return control, straight
