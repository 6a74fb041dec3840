"""As few lines and cubic Bézier curves as keep within a tolerance of the contours; all contours at once.

The method is that of P. J. Schneider, An algorithm for automatically fitting digitized curves (Graphics Gems, 1990),
with free inner control points (least squares), splitting where the error is largest; then neighbours are joined again
where one curve does for both, and the joints that are no corners made smooth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.types import Floats, Ints, Mask

_ROUNDS = 14
_MANY = 150_000  # points; of so many curves a few too many do no harm
_NEWTON = 2  # steps; one is enough to see whether a piece has to be split


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
    tolerance: Floats  # of the chain that each belongs to


def fit(contours: Contours, tolerance: Floats) -> Curves:
    """Lines and curves within about `tolerance` traced px (of each chain) of the contours."""
    steps = np.hypot(*np.diff(contours.points, axis=0, prepend=contours.points[:1]).T)
    reach = np.repeat(tolerance, np.diff(contours.start))
    samples = _Samples(contours.points, np.cumsum(steps), ~contours.loose, reach)
    first, last = _initial(contours)
    first, last = _split(samples, first, last)
    smooth = ~contours.corner
    for parity in (0, 1, 0, 1) if len(contours.points) < _MANY else (0, 1):
        first, last = _joined(samples, first, last, smooth, parity)
    control, straight = _settled(samples, first, last, smooth)
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


def _fitted(samples: _Samples, first: Ints, last: Ints, steps: int = _NEWTON) -> _Fitted:
    size = last - first + 1
    offset = np.concatenate([[0], np.cumsum(size)[:-1]])
    piece = np.repeat(np.arange(first.size), size)
    index = np.arange(piece.size) - offset[piece] + first[piece]
    points, weight = samples.points[index].T.copy(), samples.trusted[index].astype(np.float64)
    ends = samples.points[first].T.copy(), samples.points[last].T.copy()
    length = np.maximum(samples.way[last] - samples.way[first], 1e-9)
    u = (samples.way[index] - samples.way[first][piece]) / length[piece]
    control = _solved(points, weight, u, piece, offset, ends, length)
    for _ in range(steps):
        u = _reparametrised(control, piece, points, u)
        control = _solved(points, weight, u, piece, offset, ends, length)
    c = _coefficients(control)[:, :, piece]
    x, y = ((c[3] * u + c[2]) * u + c[1]) * u + c[0] - points
    away = (x * x + y * y) * weight
    error = np.maximum.reduceat(away, offset)
    worst = np.empty(first.size, np.int64)
    hits = np.flatnonzero(away == error[piece])[::-1]
    worst[piece[hits]] = index[hits]
    straight = np.maximum.reduceat(_from_chord(points, ends, piece) * weight, offset)
    return _Fitted(control.transpose(2, 0, 1), error, worst, straight)


def _from_chord(points: Floats, ends: tuple[Floats, Floats], piece: Ints) -> Floats:
    """Squared distance of points from the segment between the ends of their piece."""
    sx, sy = ends[1] - ends[0]
    square = np.maximum(sx * sx + sy * sy, 1e-9)[piece]
    sx, sy = sx[piece], sy[piece]
    ax, ay = points - ends[0][:, piece]
    along = np.clip((ax * sx + ay * sy) / square, 0, 1)
    return np.asarray((ax - along * sx) ** 2 + (ay - along * sy) ** 2, np.float64)


def _solved(
    points: Floats, weight: Floats, u: Floats, piece: Ints, offset: Ints, ends: tuple[Floats, Floats], length: Floats
) -> Floats:
    """Least squares for the inner control points of each piece, drawn a little towards a straight line: (4, 2, s)."""
    v = 1 - u
    b1, b2 = 3 * u * v * v, 3 * u * u * v
    start, end = ends
    rest = points - v**3 * start[:, piece] - u**3 * end[:, piece]
    w1, w2 = weight * b1, weight * b2
    ridge = 1e-3 * (np.add.reduceat(weight, offset) + 1)
    third = (end - start) / 3
    a, b, c = (np.add.reduceat(t, offset) for t in (w1 * b1, w1 * b2, w2 * b2))
    a, c = a + ridge, c + ridge
    p = np.add.reduceat(w1 * rest, offset, axis=1) + ridge * (start + third)
    q = np.add.reduceat(w2 * rest, offset, axis=1) + ridge * (end - third)
    det = a * c - b * b
    one, two = (c * p - b * q) / det, (a * q - b * p) / det
    return np.stack([start, _reined(one, start, length), _reined(two, end, length), end])


def _reined(control: Floats, anchor: Floats, length: Floats) -> Floats:
    """Control points not further from their anchors than the pieces are long."""
    arm = control - anchor
    return np.asarray(anchor + arm * np.minimum(1, length / np.maximum(np.hypot(*arm), 1e-9)), np.float64)


def _coefficients(control: Floats) -> Floats:
    """Of the powers 0..3 of the parameter, (4, 2, s)."""
    p0, p1, p2, p3 = control
    return np.stack([p0, 3 * (p1 - p0), 3 * (p0 - 2 * p1 + p2), p3 - 3 * p2 + 3 * p1 - p0])


def _reparametrised(control: Floats, piece: Ints, points: Floats, u: Floats) -> Floats:
    """One Newton step towards the nearest point of the curve."""
    c = _coefficients(control)[:, :, piece]
    away = ((c[3] * u + c[2]) * u + c[1]) * u + c[0] - points
    slope = (3 * c[3] * u + 2 * c[2]) * u + c[1]
    bend = 6 * c[3] * u + 2 * c[2]
    below = slope[0] * slope[0] + slope[1] * slope[1] + away[0] * bend[0] + away[1] * bend[1]
    step = (away[0] * slope[0] + away[1] * slope[1]) / np.where(np.abs(below) < 1e-9, 1e-9, below)
    return np.asarray(np.clip(u - np.clip(step, -0.1, 0.1), 0, 1), np.float64)


def _split(samples: _Samples, first: Ints, last: Ints) -> tuple[Ints, Ints]:
    """Pieces cut where they are worst until every one is near enough."""
    done: list[tuple[Ints, Ints]] = []
    for _ in range(_ROUNDS):
        if first.size == 0:
            break
        found = _fitted(samples, first, last, 1)
        fine = (np.minimum(found.error, found.straight) <= samples.tolerance[first] ** 2) | (last - first < 5)
        done.append((first[fine], last[fine]))
        first, last, worst = first[~fine], last[~fine], found.worst[~fine]
        margin = np.minimum(4, (last - first) // 2)
        cut = np.clip(worst, first + margin, last - margin)
        first, last = np.concatenate([first, cut]), np.concatenate([cut, last])
    done.append((first, last))
    starts, ends = np.concatenate([d[0] for d in done]), np.concatenate([d[1] for d in done])
    order = np.argsort(starts, kind="stable")
    return starts[order], ends[order]


def _joined(samples: _Samples, first: Ints, last: Ints, smooth: Mask, parity: int) -> tuple[Ints, Ints]:
    """Neighbours over a smooth joint made one where a single curve is near enough; every second joint."""
    joint = np.flatnonzero((last[:-1] == first[1:]) & smooth[first[1:]])
    joint = joint[joint % 2 == parity]
    if joint.size == 0:
        return first, last
    found = _fitted(samples, first[joint], last[joint + 1])
    good = joint[np.minimum(found.error, found.straight) <= samples.tolerance[first[joint]] ** 2]
    kept = np.ones(first.size, np.bool_)
    kept[good + 1] = False
    last = last.copy()
    last[good] = last[good + 1]
    return first[kept], last[kept]


def _settled(samples: _Samples, first: Ints, last: Ints, smooth: Mask) -> tuple[Floats, Mask]:
    """The final pieces; arms on both sides of a smooth joint between curves brought into one line."""
    found = _fitted(samples, first, last)
    tolerance = samples.tolerance[first]
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
        np.hypot(*(back - control[left, 2]).T) < 2 * tolerance[left],
        np.hypot(*(ahead - control[right, 1]).T) < 2 * tolerance[left],
    )
    both = (slight[0] | straight[left]) & (slight[1] | straight[right])
    control[left[both], 2], control[right[both], 1] = back[both], ahead[both]
    control[straight, 1], control[straight, 2] = control[straight, 0], control[straight, 3]
    return control, straight
