"""Smooth ramps of colour, found as areas without a step and fitted as linear or radial gradients."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.regions import linked
from gouache.engines.imaging.vectorize.types import Floats, Labels, Levels, Mask, Pixels

MOST = 48
_STEP = 4  # 8-bit levels between neighbours inside a ramp, at most
_RANGE = 14  # levels a ramp must span
_RESIDUAL = 2.5  # levels, root mean square, that a ramp may be off
_SAMPLES = 6000
_MARGIN = 10  # px that smoothing looks beyond an area
_BINS = 32
_STOPS = 8
_STOP_ERROR = 1.5  # levels


@dataclass(frozen=True, slots=True)
class Gradient:
    """Linear from (x0, y0) to (x1, y1), or radial around (x0, y0) with (x1, y1) on its rim; traced px.

    `stops` are (offset 0..1, r, g, b), colours 0..255.
    """

    radial: bool
    line: tuple[float, float, float, float]
    stops: tuple[tuple[float, float, float, float], ...]

    def markup(self, name: str, scale_x: float, scale_y: float) -> str:
        """The gradient element in page units."""
        x0, y0, x1, y1 = (v / s for v, s in zip(self.line, (scale_x, scale_y) * 2, strict=True))
        body = "".join(f'<stop offset="{o:.3g}" stop-color="{_hex(c)}"/>' for o, *c in self.stops)
        if self.radial:
            ends = f'cx="{x0:.5g}" cy="{y0:.5g}" r="{np.hypot(x1 - x0, y1 - y0):.5g}"'
        else:
            ends = f'x1="{x0:.5g}" y1="{y0:.5g}" x2="{x1:.5g}" y2="{y1:.5g}"'
        tag = "radialGradient" if self.radial else "linearGradient"
        return f'<{tag} id="{name}" gradientUnits="userSpaceOnUse" {ends}>{body}</{tag}>'


def gradients(pixels: Pixels) -> tuple[Labels, list[Gradient]]:
    """For each premultiplied pixel the number of the ramp that it is part of or -1, and the ramps."""
    areas = _ramps(pixels)
    sizes = np.bincount(areas.ravel())
    out = np.full(areas.shape, -1, np.int32)
    found: list[Gradient] = []
    order = np.argsort(-sizes, kind="stable")[: 4 * MOST]
    order = order[sizes[order] >= max(150, areas.size // 4000)]
    rank = np.zeros(sizes.size, np.uint8)
    rank[order] = np.arange(1, order.size + 1)
    ranks = rank[areas]
    for number in range(1, order.size + 1):
        if len(found) == MOST:
            break
        mask = cv2.compare(ranks, number, cv2.CMP_EQ)
        fitted = _fitted(pixels, mask)
        if fitted is not None:
            out[mask > 0] = len(found)
            found.append(fitted)
    return out, found


def _ramps(pixels: Pixels) -> Labels:
    """Areas without a step between neighbours."""
    across = _step(pixels[:, 1:], pixels[:, :-1]) <= _STEP
    down = _step(pixels[1:], pixels[:-1]) <= _STEP
    return linked(across, down)


def _step(one: Pixels, other: Pixels) -> Levels:
    """The largest difference in a channel."""
    if one.size == 0:
        return np.zeros(one.shape[:2], np.uint8)
    return np.asarray(reduce(cv2.max, cv2.split(cv2.absdiff(one, other))), np.uint8)


def _fitted(pixels: Pixels, mask: Levels) -> Gradient | None:
    """The gradient that describes some pixels; None when they are flat, not opaque, or not described by one."""
    left, top, width, height = cv2.boundingRect(mask)
    left, top, right, below = max(left - _MARGIN, 0), max(top - _MARGIN, 0), left + width, top + height
    window = slice(top, below + _MARGIN), slice(left, right + _MARGIN)
    pixels, inside = pixels[window], mask[window] > 0
    y, x = np.nonzero(inside)
    keep = slice(None, None, 1 + x.size // _SAMPLES)
    x, y = x[keep], y[keep]
    colors = pixels[y, x].astype(np.float64)
    spread = np.percentile(colors, 99, axis=0) - np.percentile(colors, 1, axis=0)
    if colors[:, 3].min() < 255 or spread[:3].max() < _RANGE:
        return None
    corner = np.array([left + 0.5, top + 0.5])
    at = np.stack([x, y], axis=1) + corner
    flow = _Flow.of(pixels, inside, int(np.argmax(spread[:3])), corner)
    options = [_profiled(at, colors[:, :3], flow, radial) for radial in (False, True)]
    best = min((o for o in options if o is not None), key=lambda o: o[0], default=None)
    return best[1] if best is not None and best[0] < _RESIDUAL else None


@dataclass(frozen=True, slots=True)
class _Flow:
    """Where (n, 2) and how (n, 2) the strongest channel rises."""

    at: Floats
    rise: Floats

    @classmethod
    def of(cls, pixels: Pixels, inside: Mask, channel: int, corner: Floats) -> _Flow:
        core = cv2.erode(inside.astype(np.uint8), np.ones((9, 9), np.uint8), borderValue=0) > 0
        core = core if core.sum() > 60 else inside
        smooth = cv2.GaussianBlur(pixels[..., channel].astype(np.float32), (0, 0), 2)
        y, x = np.nonzero(core)
        keep = slice(None, None, 1 + x.size // _SAMPLES)
        y, x = y[keep], x[keep]
        right, below = np.minimum(x + 1, inside.shape[1] - 1), np.minimum(y + 1, inside.shape[0] - 1)
        rise = np.stack([smooth[y, right] - smooth[y, x - (x > 0)], smooth[below, x] - smooth[y - (y > 0), x]], axis=1)
        return cls(np.stack([x, y], axis=1) + corner, rise.astype(np.float64))


def _profiled(at: Floats, colors: Floats, flow: _Flow, radial: bool) -> tuple[float, Gradient] | None:
    """The root mean square error of the best gradient of a kind, and the gradient."""
    centre = _centre(flow) if radial else at.mean(axis=0)
    if centre is None:
        return None
    way = at - centre
    if radial:
        place, direction = np.hypot(*way.T), np.array([1.0, 0.0])
        low, high = 0.0, float(place.max())
    else:
        direction = _direction(flow)
        place = way @ direction
        low, high = float(place.min()), float(place.max())
    share = (place - low) / max(high - low, 1e-9)
    bins, means = _binned(share, colors)
    model = np.stack([np.interp(share, bins, means[:, c]) for c in range(3)], axis=1)
    error = float(np.sqrt(((colors - model) ** 2).mean()))
    start, end = centre + direction * low, centre + direction * high
    return error, Gradient(radial, (start[0], start[1], end[0], end[1]), _stops(bins, means))


def _direction(flow: _Flow) -> Floats:
    """The main direction of the rise."""
    _, vectors = np.linalg.eigh(flow.rise.T @ flow.rise)
    return np.asarray(vectors[:, 1] * (1 if vectors[np.argmax(np.abs(vectors[:, 1])), 1] > 0 else -1), np.float64)


def _centre(flow: _Flow) -> Floats | None:
    """The point that all lines along the rise meet in, least squares; None when they are parallel."""
    normal = np.stack([-flow.rise[:, 1], flow.rise[:, 0]], axis=1)
    form = normal.T @ normal
    if np.linalg.cond(form) > 1e4:
        return None
    return np.asarray(np.linalg.solve(form, normal.T @ (normal * flow.at).sum(axis=1)), np.float64)


def _binned(share: Floats, colors: Floats) -> tuple[Floats, Floats]:
    """Mean colours along the gradient; the outermost drawn out to its ends."""
    owner = np.minimum((share * _BINS).astype(np.int64), _BINS - 1)
    count = np.bincount(owner, minlength=_BINS)
    some = np.flatnonzero(count)
    place = np.bincount(owner, share, _BINS)[some] / count[some]
    means = np.stack([np.bincount(owner, colors[:, c], _BINS)[some] / count[some] for c in range(3)], axis=1)
    if some.size < 2:
        return place, means
    slope = (means[[1, -1]] - means[[0, -2]]) / (place[[1, -1]] - place[[0, -2]])[:, None]
    ends = means[[0, -1]] + slope * (np.array([0.0, 1.0]) - place[[0, -1]])[:, None]
    means = np.clip(np.concatenate([ends[:1], means, ends[1:]]), 0, 255)
    return np.concatenate([[0.0], place, [1.0]]), means


def _stops(place: Floats, means: Floats) -> tuple[tuple[float, float, float, float], ...]:
    """As few stops as keep within a tolerance of the profile."""
    knots = [0, len(place) - 1]
    while len(knots) < _STOPS:
        model = np.stack([np.interp(place, place[knots], means[knots, c]) for c in range(3)], axis=1)
        off = np.abs(means - model).max(axis=1)
        if off.max() <= _STOP_ERROR:
            break
        knots = sorted({*knots, int(np.argmax(off))})
    return tuple((float(place[k]), *(float(c) for c in means[k])) for k in knots)  # type: ignore[misc]


def _hex(color: list[float]) -> str:
    return "#" + "".join(f"{round(c):02x}" for c in color)
