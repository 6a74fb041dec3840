"""Outlines of shapes: path data from the pieces of their chains, or a circle, an ellipse, a rectangle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.fit import Curves
from gouache.engines.imaging.vectorize.prepare import Floats, Mask

Piece = tuple[Floats, bool]  # control points (4, 2), straight


@dataclass(frozen=True, slots=True)
class Grid:
    """From traced px to the page: the scale and the number of decimals written."""

    scale_x: float
    scale_y: float
    decimals: int

    def pair(self, x: float, y: float) -> str:
        return f"{self.number(x / self.scale_x)} {self.number(y / self.scale_y)}"

    def number(self, value: float) -> str:
        text = f"{value:.{self.decimals}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return "0" if text == "-0" else text


def pieces(curves: Curves, loop: list[int], lap: Floats) -> list[Piece]:
    """The pieces of a loop in its direction, lapped chains moved outwards."""
    out: list[Piece] = []
    for chain in loop:
        part = slice(int(curves.start[chain >> 1]), int(curves.start[(chain >> 1) + 1]))
        control, straight = curves.control[part], curves.straight[part]
        if chain & 1:
            control, straight = control[::-1, ::-1], straight[::-1]
        if lap[chain] > 0:
            control, straight = _moved(control, straight, float(lap[chain]), len(loop) == 1)
        out += zip(control, straight.tolist(), strict=True)
    return out


def _moved(control: Floats, straight: Mask, by: float, closed: bool) -> tuple[Floats, Mask]:
    """An open chain moved to its left hand by some px; its ends stay."""
    heads = np.stack([_left(control[:, 3] - control[:, 0], control[:, 1] - control[:, 0]),
                      _left(control[:, 3] - control[:, 0], control[:, 3] - control[:, 2])])  # fmt: skip
    out = control.copy()
    joint = heads[1, :-1] + heads[0, 1:]
    joint = by * joint / np.maximum(np.hypot(*joint.T), 1e-9)[:, None]
    start = np.concatenate([np.zeros((1, 2)), joint])
    end = np.concatenate([joint, np.zeros((1, 2))])
    if closed:
        ring = heads[1, -1] + heads[0, 0]
        start[0] = end[-1] = by * ring / max(float(np.hypot(*ring)), 1e-9)
    elif len(control) == 1:
        third = (control[:, 3] - control[:, 0]) / 3
        out[straight, 1], out[straight, 2] = (control[:, 0] + third)[straight], (control[:, 3] - third)[straight]
        straight = np.zeros_like(straight)
        out[:, 1] += heads[0] * by * 4 / 3
        out[:, 2] += heads[1] * by * 4 / 3
        return out, straight
    out[:, 0] += start
    out[:, 3] += end
    out[:, 1] += np.where((start == 0).all(axis=1)[:, None], end, start)
    out[:, 2] += np.where((end == 0).all(axis=1)[:, None], start, end)
    return out, straight


def _left(chord: Floats, arm: Floats) -> Floats:
    """Unit vectors to the left hand of arms; of chords where the arm has no length."""
    way = np.where((np.hypot(*arm.T) > 1e-6)[:, None], arm, chord)
    normal = np.stack([way[:, 1], -way[:, 0]], axis=1)
    return np.asarray(normal / np.maximum(np.hypot(*way.T), 1e-9)[:, None], np.float64)


def path(loop: list[Piece], grid: Grid) -> str:
    """Path data `M … z`; runs of lines in one direction become one."""
    loop = _plain(loop)
    start = grid.pair(*loop[0][0][0])
    parts, here = ["M" + start], start
    for number, (control, straight) in enumerate(loop):
        end = grid.pair(*control[3])
        if straight:
            if end != here and not (number == len(loop) - 1 and end == start):
                parts.append("L" + end)
        else:
            parts.append(f"C{grid.pair(*control[1])} {grid.pair(*control[2])} {end}")
        here = end
    return "".join(parts) + "z" if len(parts) > 1 else ""


def _plain(loop: list[Piece]) -> list[Piece]:
    """Lines that go on in the same direction joined, also over the start."""
    out: list[Piece] = []
    for piece in loop:
        if out and _goes_on(out[-1], piece):
            out[-1] = _line(out[-1][0][0], piece[0][3])
        else:
            out.append(piece)
    if len(out) > 3 and _goes_on(out[-1], out[0]):
        out[0] = _line(out[-1][0][0], out[0][0][3])
        out.pop()
    return out


def _line(start: Floats, end: Floats) -> Piece:
    return np.stack([start, start, end, end]), True


def _goes_on(one: Piece, other: Piece) -> bool:
    if not (one[1] and other[1]):
        return False
    (ax, ay), (bx, by), (cx, cy) = one[0][0], one[0][3], other[0][3]
    ux, uy, vx, vy = cx - ax, cy - ay, bx - ax, by - ay
    length = (ux * ux + uy * uy) ** 0.5
    return bool(length > 0 and abs(ux * vy - uy * vx) < 0.12 * length and 0 <= ux * vx + uy * vy <= length * length)


def rectangle(loop: list[Piece]) -> tuple[float, float, float, float] | None:
    """x0, y0, x1, y1 when the loop is four sides along the axes."""
    sides = _plain(loop)
    if len(sides) != 4 or not all(straight for _, straight in sides):
        return None
    corners = np.array([control[0] for control, _ in sides])
    low, high = corners.min(axis=0), corners.max(axis=0)
    off = np.minimum(np.abs(corners - low), np.abs(corners - high))
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1])) if off.max() < 0.3 else None


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Centre, half axes (px) and the turn of the first axis in degrees."""

    x: float
    y: float
    a: float
    b: float
    turn: float


def ellipse(points: Floats) -> Ellipse | None:
    """The ellipse that all points of a closed contour lie on, within 0.35 px; None when there is none.

    Direct least squares on centred and scaled points, as in R. Halir and J. Flusser, Numerically stable direct least
    squares fitting of ellipses (1998).
    """
    if len(points) < 10:
        return None
    centre = points.mean(axis=0)
    size = float(np.abs(points - centre).max())
    found = _conic((points - centre) / max(size, 1e-9))
    if found is None:
        return None
    x, y, a, b, turn = found
    shape = Ellipse(x * size + centre[0], y * size + centre[1], a * size, b * size, turn)
    off = _off(shape, points)
    fits = float(np.abs(off).max()) < 0.55 and float(np.sqrt((off**2).mean())) < 0.2
    return shape if fits and min(shape.a, shape.b) > 1.5 else None


def _conic(points: Floats) -> tuple[float, float, float, float, float] | None:
    x, y = points.T
    d1, d2 = np.stack([x * x, x * y, y * y], axis=1), np.stack([x, y, np.ones_like(x)], axis=1)
    s1, s2, s3 = d1.T @ d1, d1.T @ d2, d2.T @ d2
    if abs(float(np.linalg.det(s3))) < 1e-9:
        return None
    t = -np.linalg.solve(s3, s2.T)
    m = s1 + s2 @ t
    m = np.stack([m[2] / 2, -m[1], m[0] / 2])
    _, vectors = np.linalg.eig(m)
    vectors = np.real(vectors)
    right = np.flatnonzero(4 * vectors[0] * vectors[2] - vectors[1] ** 2 > 0)
    if right.size == 0:
        return None
    first = vectors[:, right[0]]
    return _axes(*first.tolist(), *(t @ first).tolist())


def _axes(
    a: float, b: float, c: float, d: float, e: float, f: float
) -> tuple[float, float, float, float, float] | None:
    """Centre, half axes and turn of a x² + b xy + c y² + d x + e y + f = 0."""
    form = np.array([[a, b / 2], [b / 2, c]])
    centre = np.linalg.solve(2 * form, [-d, -e])
    level = -(f + (d * centre[0] + e * centre[1]) / 2)
    values, vectors = np.linalg.eigh(form)
    squares = level / values
    if not (np.isfinite(squares).all() and (squares > 0).all()):
        return None
    turn = float(np.degrees(np.arctan2(vectors[1, 0], vectors[0, 0])))
    return float(centre[0]), float(centre[1]), float(squares[0] ** 0.5), float(squares[1] ** 0.5), turn


def _off(shape: Ellipse, points: Floats) -> Floats:
    """About how far points lie from an ellipse, px (first order)."""
    angle = np.radians(shape.turn)
    x, y = points[:, 0] - shape.x, points[:, 1] - shape.y
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    level = (u / shape.a) ** 2 + (v / shape.b) ** 2 - 1
    slope = 2 * np.hypot(u / shape.a**2, v / shape.b**2)
    return np.asarray(level / np.maximum(slope, 1e-9), np.float64)
