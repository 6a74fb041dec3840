"""Masks to vector paths."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.plates import Mask

Points = npt.NDArray[np.float64]  # n x 2


def contours(mask: Mask, least: float = 12.0) -> list[Points]:
    """Closed outlines of a mask and its holes, in px, those with an area of at least `least` px."""
    found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    return [c[:, 0].astype(np.float64) for c in found if cv2.contourArea(c) >= least]


def smooth(points: Points, window: int = 5) -> Points:
    """A closed line averaged along itself."""
    if len(points) < 2 * window:
        return points
    padded = np.concatenate([points[-window:], points, points[:window]])
    sums = np.cumsum(np.concatenate([np.zeros((1, 2)), padded]), axis=0)
    size = 2 * (window // 2) + 1
    means = (sums[size:] - sums[:-size]) / size
    start = window - size // 2
    return np.asarray(means[start : start + len(points)])


def simplify(points: Points, tolerance: float, closed: bool = True) -> Points:
    """Douglas-Peucker."""
    if len(points) < 3:
        return points
    short = cv2.approxPolyDP(points.astype(np.float32)[:, None], tolerance, closed)
    return np.asarray(short[:, 0].astype(np.float64), np.float64)


def polygon(points: Points) -> str:
    """A closed path with relative steps of a tenth of a px."""
    return _steps(points) + "z"


def polyline(points: Points) -> str:
    return _steps(points)


def _steps(points: Points) -> str:
    rows = np.rint(points * 10).astype(np.int64).tolist()
    px, py = rows[0]
    found = [f"M{_tenth(px)} {_tenth(py)}"]
    for x, y in rows[1:]:
        if x != px or y != py:
            found.append(_spaced(x - px, len(found) == 1) + _spaced(y - py, False))
            px, py = x, y
    return found[0] + "l" + "".join(found[1:]) if len(found) > 1 else found[0]


@lru_cache(8192)
def _tenth(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest}" if rest and whole else (f"{sign}.{rest}" if rest else f"{sign}{whole}")


@lru_cache(8192)
def _spaced(value: int, first: bool) -> str:
    text = _tenth(value)
    return text if first or text[0] == "-" else " " + text


def rounded(points: Points, radius: float = 7.0) -> str:
    """A closed path whose corners are rounded by at most `radius` px; short sides melt into curves."""
    if len(points) < 3:
        return polygon(points)
    to_last, to_next = np.roll(points, 1, axis=0) - points, np.roll(points, -1, axis=0) - points
    enter = points + to_last * _part(to_last, radius)
    leave = points + to_next * _part(to_next, radius)
    rows = np.round(np.concatenate([enter, points, leave], axis=1) * 10).astype(np.int64).tolist()
    start = rows[-1][4], rows[-1][5]
    d, at = [f"M{_tenth(start[0])} {_tenth(start[1])}"], start
    for ax, ay, px, py, bx, by in rows:
        if (ax, ay) != at:
            d.append(f"l{_tenth(ax - at[0])}{_spaced(ay - at[1], False)}")
        steps = (px - ax, py - ay, bx - ax, by - ay)
        d.append("q" + "".join(_spaced(v, k == 0) for k, v in enumerate(steps)))
        at = (bx, by)
    return "".join(d) + "z"


def _part(sides: Points, radius: float) -> Points:
    """The share of every side that its corner's curve takes, at most half."""
    lengths = np.maximum(np.hypot(sides[:, 0], sides[:, 1]), 1e-6)
    return np.minimum(0.5, radius / lengths)[:, None]


def outline(
    mask: Mask, tolerance: float = 0.8, least: float = 12.0, window: int = 5, at: tuple[int, int] = (0, 0)
) -> str:
    """Path data of a mask, smoothed; fill it with the even-odd rule. `at` is where a cut-out mask lies, (x, y) px."""
    return "".join(rounded(simplify(smooth(c, window), tolerance) + at) for c in contours(mask, least))


def joined(paths: Iterable[str]) -> str:
    return "".join(paths)
