"""Rectangles, circles and ellipses, where an outline is one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.moments import OVAL
from gouache.engines.imaging.vectorize.outline import Grid, Piece, joined
from gouache.engines.imaging.vectorize.types import Floats

_FAR, _MEAN = 0.5, 0.2  # px that contour points may lie off, at most and in quadratic mean
_ROUND = 0.3  # px by which the axes of a circle may differ
_UPRIGHT = 1.5  # degrees
_KAPPA = 0.5522847498  # arms of a quarter circle's cubic curve, in radii


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Centre, half axes (px) and the turn of the first axis in degrees."""

    x: float
    y: float
    a: float
    b: float
    turn: float


def rectangle(loop: list[Piece], grid: Grid) -> str:
    """A `<rect>` when the loop is four sides along the axes, else nothing."""
    sides = joined(loop)
    if len(sides) != 4 or not all(straight for _, straight in sides):
        return ""
    corners = np.array([control[:2] for control, _ in sides])
    low, high = corners.min(axis=0), corners.max(axis=0)
    off = np.minimum(np.abs(corners - low), np.abs(corners - high))
    if off.max() > 0.3 / min(grid.scale_x, grid.scale_y) or (high <= low).any():
        return ""
    n = grid.number
    return f'<rect x="{n(low[0])}" y="{n(low[1])}" width="{n(high[0] - low[0])}" height="{n(high[1] - low[1])}"/>'


def round_shape(points: Floats, grid: Grid) -> str:
    """A `<circle>` or `<ellipse>` when the contour is one, else nothing."""
    found = ellipse(points)
    if found is None:
        return ""
    n, sx, sy = grid.number, grid.scale_x, grid.scale_y
    x, y, a, b = n(found.x / sx), n(found.y / sy), found.a, found.b
    turn = found.turn % 180
    if abs(a - b) < _ROUND:
        return f'<circle cx="{x}" cy="{y}" r="{n((a + b) / 2 / sx)}"/>'
    if min(turn, 180 - turn) < _UPRIGHT:
        return f'<ellipse cx="{x}" cy="{y}" rx="{n(a / sx)}" ry="{n(b / sy)}"/>'
    if abs(turn - 90) < _UPRIGHT:
        return f'<ellipse cx="{x}" cy="{y}" rx="{n(b / sx)}" ry="{n(a / sy)}"/>'
    return f'<ellipse cx="{x}" cy="{y}" rx="{n(a / sx)}" ry="{n(b / sx)}" transform="rotate({turn:.1f} {x} {y})"/>'


def round_path(points: Floats, grid: Grid) -> str:
    """Path data of a loop that is an ellipse, in four curves the way round it is traced; nothing when it is none."""
    found = ellipse(points)
    if found is None:
        return ""
    angle = np.radians(found.turn)
    u, v = found.a * np.array([np.cos(angle), np.sin(angle)]), found.b * np.array([-np.sin(angle), np.cos(angle)])
    if _backwards(points):
        v = -v
    centre = np.array([found.x, found.y])
    quarters = [centre + u, centre + v, centre - u, centre - v, centre + u]
    arms = [v * _KAPPA, -u * _KAPPA, -v * _KAPPA, u * _KAPPA, v * _KAPPA]
    scale = np.array([grid.scale_x, grid.scale_y])
    text = "M" + _pair(quarters[0] / scale, grid)
    for i in range(4):
        curve = (quarters[i] + arms[i], quarters[i + 1] - arms[i + 1], quarters[i + 1])
        text += "C" + " ".join(_pair(p / scale, grid) for p in curve)
    return text + "z"


def _pair(point: Floats, grid: Grid) -> str:
    return f"{grid.number(float(point[0]))} {grid.number(float(point[1]))}"


def _backwards(points: Floats) -> bool:
    x, y = (points - points[0]).T
    return bool((x[:-1] * y[1:] - x[1:] * y[:-1]).sum() < 0)


def ellipse(points: Floats) -> Ellipse | None:
    """The ellipse with a closed contour's area and second moments, when all points lie on it; else None."""
    if len(points) < 10:
        return None
    middle = points.mean(axis=0)
    m = cv2.moments((points - middle).astype(np.float32).reshape(-1, 1, 2))
    if abs(m["m00"]) < 6:
        return None
    spread = np.array([[m["mu20"], m["mu11"]], [m["mu11"], m["mu02"]]]) / m["m00"]
    determinant = float(spread[0, 0] * spread[1, 1] - spread[0, 1] ** 2)
    if determinant <= 0 or abs(4 * np.pi * determinant**0.5 / abs(m["m00"]) - 1) > OVAL:
        return None  # the moments are no ellipse's
    squares, axes = np.linalg.eigh(spread)
    turn = float(np.degrees(np.arctan2(axes[1, 0], axes[0, 0])))
    a, b = (2 * float(s) ** 0.5 for s in squares)
    shape = Ellipse(middle[0] + m["m10"] / m["m00"], middle[1] + m["m01"] / m["m00"], a, b, turn)
    off = _off(shape, points)
    fits = float(np.abs(off).max()) < _FAR and float(np.sqrt((off**2).mean())) < _MEAN
    return shape if fits and min(a, b) > 1.5 else None


def _off(shape: Ellipse, points: Floats) -> Floats:
    """About how far points lie from an ellipse, px (first order)."""
    angle = np.radians(shape.turn)
    x, y = points[:, 0] - shape.x, points[:, 1] - shape.y
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    level = (u / shape.a) ** 2 + (v / shape.b) ** 2 - 1
    slope = 2 * np.hypot(u / shape.a**2, v / shape.b**2)
    return np.asarray(level / np.maximum(slope, 1e-9), np.float64)
