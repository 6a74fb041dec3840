"""Shapes: closed paths made of curves, with exact boolean operations and bounds.

A shape is a `pathops.Path` in drawing units (y downwards). Everything here returns new shapes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

import pathops

from gouache.engines.composer.geometry import Box

XY = tuple[float, float]

if TYPE_CHECKING:

    class Shape:
        """The part of `pathops.Path` that is used here."""

        bounds: tuple[float, float, float, float]
        segments: Iterable[tuple[str, tuple[XY, ...]]]

        def moveTo(self, x: float, y: float) -> None: ...
        def lineTo(self, x: float, y: float) -> None: ...
        def quadTo(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
        def cubicTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None: ...
        def close(self) -> None: ...
        def transform(self, a: float, b: float, c: float, d: float, e: float, f: float) -> Shape: ...

else:
    Shape = pathops.Path

Matrix = tuple[float, float, float, float, float, float]  # a b c d e f, as in SVG
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_KAPPA = 0.5522847
_TOKEN = re.compile(r"[MLQCZ]|-?[0-9.]+(?:e-?[0-9]+)?")


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None, turn: float = 0.0) -> Shape:
    """An ellipse turned by degrees about its centre."""
    ry = rx if ry is None else ry
    path, kx, ky = Shape(), rx * _KAPPA, ry * _KAPPA
    path.moveTo(rx, 0)
    path.cubicTo(rx, ky, kx, ry, 0, ry)
    path.cubicTo(-kx, ry, -rx, ky, -rx, 0)
    path.cubicTo(-rx, -ky, -kx, -ry, 0, -ry)
    path.cubicTo(kx, -ry, rx, -ky, rx, 0)
    path.close()
    return apply(path, times(turning(turn), (1, 0, 0, 1, cx, cy)))


def curve(*points: XY, tension: float = 1.0) -> Shape:
    """A smooth closed curve through points (Catmull-Rom); tension 0 gives straight edges."""
    return _spline(points, tension, closed=True)


def strand(*points: XY, tension: float = 1.0) -> Shape:
    """A smooth open curve through points."""
    return _spline(points, tension, closed=False)


def _spline(points: Sequence[XY], tension: float, closed: bool) -> Shape:
    path, n, k = Shape(), len(points), tension / 6
    path.moveTo(*points[0])
    for i in range(n if closed else n - 1):
        p1, p2 = points[i], points[(i + 1) % n]
        p0 = points[i - 1] if closed or i else p1
        p3 = points[(i + 2) % n] if closed or i + 2 < n else p2
        path.cubicTo(
            p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k,
            p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k, *p2,
        )  # fmt: skip
    if closed:
        path.close()
    return path


def symmetric(*half: XY, tension: float = 1.0) -> Shape:
    """A smooth closed curve from its right half, listed from top to bottom; points on x = 0 are used once."""
    left = [(-x, y) for x, y in reversed(half) if abs(x) > 1e-6]
    return curve(*half, *left, tension=tension)


def polygon(*points: XY, radius: float = 0.0) -> Shape:
    """A closed polygon with rounded corners."""
    path, n = Shape(), len(points)
    for i, corner in enumerate(points):
        before, after = points[i - 1], points[(i + 1) % n]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        if i == 0:
            path.moveTo(*start)
        else:
            path.lineTo(*start)
        path.quadTo(*corner, *end)
    path.close()
    return path


def _towards(start: XY, goal: XY, distance: float) -> XY:
    length = math.dist(start, goal) or 1.0
    t = min(distance / length, 0.5)
    return start[0] + (goal[0] - start[0]) * t, start[1] + (goal[1] - start[1]) * t


def panel(box: Box, radius: float) -> Shape:
    """A rectangle with round corners."""
    x, y, r, b = box.x, box.y, box.right, box.bottom
    return polygon((x, y), (r, y), (r, b), (x, b), radius=radius)


def path(d: str) -> Shape:
    """A shape from path data with the absolute commands M, L, C, Q and Z only."""
    shape = Shape()
    pens: dict[str, tuple[Callable[..., None], int]] = {
        "M": (shape.moveTo, 2),
        "L": (shape.lineTo, 2),
        "Q": (shape.quadTo, 4),
        "C": (shape.cubicTo, 6),
    }
    tokens = _TOKEN.findall(d)
    i, (pen, count) = 0, pens["M"]
    while i < len(tokens):
        if tokens[i] == "Z":
            shape.close()
            i += 1
            continue
        if tokens[i] in pens:
            pen, count = pens[tokens[i]]
            i += 1
        pen(*(float(t) for t in tokens[i : i + count]))
        i += count
    return shape


def sample(points: Sequence[XY], steps: int = 6) -> list[XY]:
    """Points along the smooth open curve through the given ones."""
    found: list[XY] = []
    n = len(points)
    for i in range(n - 1):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(n - 1, i + 2)]
        found += [_catmull(p0, p1, p2, p3, s / steps) for s in range(steps)]
    return [*found, points[-1]]


def _catmull(p0: XY, p1: XY, p2: XY, p3: XY, t: float) -> XY:
    a, b = t * t, t * t * t
    x, y = (
        0.5 * (2 * q1 + (q2 - q0) * t + (2 * q0 - 5 * q1 + 4 * q2 - q3) * a + (3 * q1 - q0 - 3 * q2 + q3) * b)
        for q0, q1, q2, q3 in zip(p0, p1, p2, p3, strict=True)
    )
    return x, y


def tube(points: Sequence[XY], radii: Sequence[float], steps: int = 3, flat_end: bool = False) -> Shape:
    """A limb along the smooth curve through points, its radius varying from point to point, with round ends."""
    spine = sample(points, steps)
    last = len(spine) - 1
    widths = [_between(radii, i / last) for i in range(last + 1)]
    normals = [_normal(spine[max(0, i - 1)], spine[min(last, i + 1)]) for i in range(last + 1)]
    right = [(p[0] + n[0] * w, p[1] + n[1] * w) for p, n, w in zip(spine, normals, widths, strict=True)]
    left = [(p[0] - n[0] * w, p[1] - n[1] * w) for p, n, w in zip(spine, normals, widths, strict=True)]
    body = _ribbon(right, left)
    caps = [ellipse(*spine[0], widths[0])]
    if not flat_end:
        caps.append(ellipse(*spine[-1], widths[-1]))
    return union(body, *caps)


def _ribbon(right: Sequence[XY], left: Sequence[XY]) -> Shape:
    """The area between two curves that run side by side."""
    shape = Shape()
    shape.moveTo(*right[0])
    _draw_spline(shape, right)
    shape.lineTo(*left[-1])
    _draw_spline(shape, left[::-1])
    shape.close()
    return shape


def _draw_spline(shape: Shape, points: Sequence[XY]) -> None:
    last = len(points) - 1
    for i in range(last):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(last, i + 2)]
        shape.cubicTo(
            p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
            p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6, *p2,
        )  # fmt: skip


def _between(values: Sequence[float], t: float) -> float:
    at = t * (len(values) - 1)
    i = min(int(at), len(values) - 2) if len(values) > 1 else 0
    return values[i] + (values[min(i + 1, len(values) - 1)] - values[i]) * (at - i)


def _normal(a: XY, b: XY) -> XY:
    length = math.dist(a, b) or 1.0
    return (b[1] - a[1]) / length, -(b[0] - a[0]) / length


def union(*shapes: Shape) -> Shape:
    result = shapes[0]
    for shape in shapes[1:]:
        result = pathops.op(result, shape, pathops.PathOp.UNION)
    return result


def both(first: Shape, second: Shape) -> Shape:
    """Where two shapes overlap."""
    return cast(Shape, pathops.op(first, second, pathops.PathOp.INTERSECTION))


def cut(first: Shape, second: Shape) -> Shape:
    """The first shape without the second."""
    return cast(Shape, pathops.op(first, second, pathops.PathOp.DIFFERENCE))


def times(first: Matrix, second: Matrix) -> Matrix:
    """First one transform, then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def turning(degrees: float, about: XY = (0, 0)) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = about
    return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)


def moving(dx: float, dy: float) -> Matrix:
    return (1, 0, 0, 1, dx, dy)


def sizing(kx: float, ky: float | None = None, about: XY = (0, 0)) -> Matrix:
    ky = kx if ky is None else ky
    return (kx, 0, 0, ky, about[0] * (1 - kx), about[1] * (1 - ky))


def mapped(point: XY, m: Matrix) -> XY:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def apply(shape: Shape, m: Matrix) -> Shape:
    return shape.transform(*m)


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    return apply(shape, moving(dx, dy))


def mirrored(shape: Shape) -> Shape:
    """Reflected about x = 0."""
    return apply(shape, (-1, 0, 0, 1, 0, 0))


def extent(shape: Shape) -> Box:
    """The tight box around a shape."""
    left, top, right, bottom = shape.bounds
    return Box(left, top, right - left, bottom - top)


def empty(shape: Shape) -> bool:
    return not any(True for _ in shape.segments)


def data(shape: Shape) -> str:
    """The `d` attribute."""
    words: list[str] = []
    letters = {"moveTo": "M", "lineTo": "L", "qCurveTo": "Q", "curveTo": "C", "closePath": "Z", "endPath": ""}
    for name, points in shape.segments:
        if name == "qCurveTo" and len(points) > 2:
            words.append(_quads(points))
            continue
        words.append(letters[name] + " ".join([f"{_short(round(x * 10))} {_short(round(y * 10))}" for x, y in points]))
    return "".join(words)


def _quads(points: Sequence[XY]) -> str:
    """TrueType-style quadratic runs have implied points midway between their controls."""
    parts = []
    for i, control in enumerate(points[:-1]):
        following = points[i + 1]
        end = following if i == len(points) - 2 else ((control[0] + following[0]) / 2, (control[1] + following[1]) / 2)
        parts.append("Q" + " ".join([_short(round(v * 10)) for v in (*control, *end)]))
    return "".join(parts)


@lru_cache(1 << 15)
def _short(tenths: int) -> str:
    return str(tenths // 10) if tenths % 10 == 0 else repr(tenths / 10)
