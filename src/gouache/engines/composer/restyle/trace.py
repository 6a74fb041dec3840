"""Masks to vector paths."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import numpy.typing as npt

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
    return short[:, 0].astype(np.float64)


def polygon(points: Points) -> str:
    """A closed path with relative steps of a tenth of a px."""
    return _steps(points) + "z"


def polyline(points: Points) -> str:
    return _steps(points)


def _steps(points: Points) -> str:
    tenths = np.round(points * 10).astype(np.int64)
    moves = np.diff(tenths, axis=0)
    moves = moves[(moves != 0).any(axis=1)]
    start = f"M{_tenth(int(tenths[0, 0]))} {_tenth(int(tenths[0, 1]))}"
    return start + "l" + "".join(f"{_spaced(int(x), k == 0)}{_spaced(int(y), False)}" for k, (x, y) in enumerate(moves)) if len(moves) else start


def _tenth(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{rest}" if rest and whole else (f"{sign}.{rest}" if rest else f"{sign}{whole}")


def _spaced(value: int, first: bool) -> str:
    text = _tenth(value)
    return text if first or text[0] == "-" else " " + text


def rounded(points: Points) -> str:
    """A closed path of quadratic curves through the middles of the sides."""
    if len(points) < 4:
        return polygon(points)
    middles = (points + np.roll(points, -1, axis=0)) / 2
    q = np.round(np.concatenate([np.roll(points, -1, axis=0), np.roll(middles, -1, axis=0)], axis=1), 1)
    curves = "".join(f"Q{a:g} {b:g} {c:g} {d:g}" for a, b, c, d in q)
    return f"M{middles[0, 0]:.1f} {middles[0, 1]:.1f}{curves}z"


def outline(mask: Mask, tolerance: float = 0.8, least: float = 12.0, window: int = 5) -> str:
    """Path data of a mask, smoothed; fill it with the even-odd rule."""
    return "".join(rounded(simplify(smooth(c, window), tolerance)) for c in contours(mask, least))


def joined(paths: Iterable[str]) -> str:
    return "".join(paths)
