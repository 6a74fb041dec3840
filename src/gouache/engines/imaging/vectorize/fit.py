"""As few lines and cubic Bézier curves as keep within a tolerance of the contours; all contours at once.

The method is that of P. J. Schneider, An algorithm for automatically fitting digitized curves (Graphics Gems, 1990),
with free inner control points (least squares), splitting where the error is largest; then neighbours are joined again
where one curve does for both, and the joints that are no corners made smooth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.contours import Contours
from gouache.engines.imaging.vectorize.types import Floats, Ints, Mask, Planes

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
    points: Planes  # (2, n)
    way: Floats  # length along all points
    trusted: Planes  # 1 or 0
    tolerance: Floats  # of the chain that each belongs to


def fit(contours: Contours, tolerance: Floats) -> Curves:
    """Lines and curves within about `tolerance` traced px (of each chain) of the contours."""
    steps = np.hypot(*np.diff(contours.points, axis=0, prepend=contours.points[:1]).T)
    reach = np.repeat(tolerance, np.diff(contours.start))
    points = contours.points.T.astype(np.float32)
    samples = _Samples(points, np.cumsum(steps), (~contours.loose).astype(np.float32), reach)
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
    error: Planes  # (s,) largest squared distance
    worst: Ints  # (s,) where
    straight: Planes  # (s,) largest squared distance from the chord


def _fitted(samples: _Samples, first: Ints, last: Ints, steps: int = _NEWTON) -> _Fitted:
    size = last - first + 1
    offset = np.concatenate([[0], np.cumsum(size)[:-1]])
    piece = np.repeat(np.arange(first.size), size)
    index = np.arange(piece.size) + np.repeat(first - offset, size)
    begin = samples.points[:, first]
    end = samples.points[:, last] - begin
    length = np.maximum(samples.way[last] - samples.way[first], 1e-9)
    points = samples.points[:, index] - _spread(begin, piece)
    weight = samples.trusted[index]
    u = (samples.way[index] - samples.way[first][piece]) / length[piece]
    run = _Run(points, weight, piece, offset, end, _spread(end, piece), length.astype(np.float32))
    u = u.astype(np.float32)
    curve = run.solved(u)
    for _ in range(steps):
        u = run.reparametrised(curve, u)
        curve = run.solved(u)
    x, y = _at(_spread(_coefficients(*curve, end), piece), u) - points
    away = (x * x + y * y) * weight
    error = np.maximum.reduceat(away, offset)
    worst = np.empty(first.size, np.int64)
    hits = np.flatnonzero(away == error[piece])[::-1]
    worst[piece[hits]] = index[hits]
    straight = np.maximum.reduceat(run.from_chord() * weight, offset)
    control = np.stack([np.zeros_like(end), *curve, end]) + begin
    return _Fitted(control.transpose(2, 0, 1).astype(np.float64), error, worst, straight)


def _spread(values: Planes, piece: Ints) -> Planes:
    """Values of pieces (..., s) for each of their points, (..., n)."""
    return np.take(values, piece, axis=-1, mode="clip")


@dataclass(frozen=True, slots=True)
class _Run:
    """Points (2, n) of pieces one after another, each piece from (0, 0) to its `end` (2, s), which `ends` repeats."""

    points: Planes
    weight: Planes
    piece: Ints
    offset: Ints
    end: Planes
    ends: Planes
    length: Planes

    def from_chord(self) -> Planes:
        """Squared distance of points from the segment between the ends of their piece."""
        square = np.maximum(self.end[0] * self.end[0] + self.end[1] * self.end[1], 1e-9)
        (x, y), (ax, ay) = self.ends, self.points
        along = np.clip((ax * x + ay * y) / square[self.piece], 0, 1)
        return np.asarray((ax - along * x) ** 2 + (ay - along * y) ** 2, np.float32)

    def solved(self, u: Planes) -> tuple[Planes, Planes]:
        """Least squares for the inner control points of each piece, drawn a little towards a straight line: (2, s)."""
        v = 1 - u
        uv = 3 * u * v
        b1, b2 = uv * v, uv * u
        rest = self.points - u * u * u * self.ends
        w1, w2 = self.weight * b1, self.weight * b2
        ridge = 1e-3 * (self._sums(self.weight) + 1)
        third = self.end / 3
        a, b, c = self._sums(w1 * b1) + ridge, self._sums(w1 * b2), self._sums(w2 * b2) + ridge
        p = self._sums(w1 * rest) + ridge * third
        q = self._sums(w2 * rest) + ridge * 2 * third
        det = a * c - b * b
        one, two = ((c * p - b * q) / det).astype(np.float32), ((a * q - b * p) / det).astype(np.float32)
        return self._reined(one, np.zeros_like(one)), self._reined(two, self.end)

    def _sums(self, values: Planes) -> Floats:
        return np.asarray(np.add.reduceat(values, self.offset, axis=-1), np.float64)

    def _reined(self, control: Planes, anchor: Planes) -> Planes:
        """Control points not further from their anchors than the pieces are long."""
        arm = control - anchor
        share = np.minimum(1, self.length / np.maximum(np.hypot(*arm), 1e-9))
        return np.asarray(anchor + arm * share, np.float32)

    def reparametrised(self, curve: tuple[Planes, Planes], u: Planes) -> Planes:
        """One Newton step towards the nearest point of the curve."""
        c = _spread(_coefficients(*curve, self.end), self.piece)
        away = _at(c, u) - self.points
        slope = (3 * c[2] * u + 2 * c[1]) * u + c[0]
        bend = 6 * c[2] * u + 2 * c[1]
        below = slope[0] * slope[0] + slope[1] * slope[1] + away[0] * bend[0] + away[1] * bend[1]
        step = (away[0] * slope[0] + away[1] * slope[1]) / np.where(np.abs(below) < 1e-9, np.float32(1e-9), below)
        return np.asarray(np.clip(u - np.clip(step, -0.1, 0.1), 0, 1), np.float32)


def _coefficients(one: Planes, two: Planes, end: Planes) -> Planes:
    """Of the powers 1..3 of the parameter, for curves from (0, 0) to `end`, (3, 2, s)."""
    return np.stack([3 * one, 3 * (two - 2 * one), end - 3 * two + 3 * one])


def _at(c: Planes, u: Planes) -> Planes:
    return np.asarray(((c[2] * u + c[1]) * u + c[0]) * u, np.float32)


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
