"""Cropping path markup to the page, and measuring it. Works on the absolute paths that `paths` writes."""

from __future__ import annotations

import re
from collections.abc import Callable

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.scenery.paths import poly

Pair = tuple[float, float]

_PATH = re.compile(r'<path d="([^"]*)"([^>]*)/>')
_RECT = re.compile(r'<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"')
_LETTERS = str.maketrans("MLQCZ", "     ")
_PIECE = re.compile(r"([MLQCZ])([^MLQCZ]*)")
_STEPS = tuple(k / 10 for k in range(1, 11))
_QUADRATIC = tuple(((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in _STEPS)
_CUBIC = tuple(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in _STEPS)


def _numbers(text: str) -> list[float]:
    return list(map(float, text.translate(_LETTERS).split()))


def extent(markup: str) -> Box:
    """The box around all control points and rectangles; a box of no size when there is nothing."""
    values = _numbers(" ".join(match.group(1) for match in _PATH.finditer(markup)))
    for match in _RECT.finditer(markup):
        x, y, w, h = (float(v) for v in match.groups())
        values += [x, y, x + w, y + h]
    if not values:
        return Box(0.0, 0.0, 0.0, 0.0)
    xs, ys = values[0::2], values[1::2]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _bent(last: Pair, pairs: list[Pair]) -> list[Pair]:
    """A quadratic or cubic as ten straight pieces."""
    (ax, ay), (bx, by) = last, pairs[0]
    if len(pairs) == 2:
        cx, cy = pairs[1]
        return [(ax * p + bx * q + cx * r, ay * p + by * q + cy * r) for p, q, r in _QUADRATIC]
    (cx, cy), (dx, dy) = pairs[1], pairs[2]
    return [(ax * p + bx * q + cx * r + dx * s, ay * p + by * q + cy * r + dy * s) for p, q, r, s in _CUBIC]


def flatten(data: str) -> list[list[Pair]]:
    """Every subpath as points."""
    runs: list[list[Pair]] = []
    for name, body in _PIECE.findall(data):
        values = _numbers(body)
        pairs = list(zip(values[0::2], values[1::2], strict=True))
        if name == "M":
            runs.append(pairs)
        elif name == "L":
            runs[-1] += pairs
        elif name != "Z":
            size = 2 if name == "Q" else 3
            for i in range(0, len(pairs), size):
                runs[-1] += _bent(runs[-1][-1], pairs[i : i + size])
    return runs


def _cut(points: list[Pair], axis: int, limit: float, sign: int) -> list[Pair]:
    """One side of Sutherland and Hodgman's clipping: keep what has sign * (coordinate - limit) >= 0."""
    out: list[Pair] = []
    for a, b in zip([points[-1], *points], points, strict=False):
        da, db = sign * (a[axis] - limit), sign * (b[axis] - limit)
        if (da >= 0) != (db >= 0):
            k = da / (da - db)
            out.append((a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k))
        if db >= 0:
            out.append(b)
    return out


def _clipped(points: list[Pair], page: Box) -> str:
    for axis, limit, sign in ((0, page.x, 1), (0, page.right, -1), (1, page.y, 1), (1, page.bottom, -1)):
        if not points:
            return ""
        points = _cut(points, axis, limit, sign)
    return poly(points) if len(points) > 2 else ""


def _clamped(points: list[Pair], page: Box) -> str:
    """A line pressed into the page; lines that lie outside vanish."""
    kept = [(min(max(x, page.x), page.right), min(max(y, page.y), page.bottom)) for x, y in points]
    inside = any(a == b for a, b in zip(kept, points, strict=True))
    return poly(kept, closed=False) if inside and len(kept) > 1 else ""


def _outside(box: Box, page: Box) -> bool:
    return box.x < page.x or box.y < page.y or box.right > page.right or box.bottom > page.bottom


def _run(data: str, page: Box, one: Callable[[list[Pair], Box], str]) -> str:
    """One subpath (without its M): kept, cut, or dropped when it lies outside."""
    values = _numbers(data)
    xs, ys = values[0::2], values[1::2]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if left >= page.x and right <= page.right and top >= page.y and bottom <= page.bottom:
        return "M" + data
    if left > page.right or right < page.x or top > page.bottom or bottom < page.y:
        return ""
    return "".join(one(points, page) for points in flatten("M" + data))


def cropped(markup: str, page: Box) -> tuple[str, Box]:
    """The markup with every path that leaves the page cut at its border, and the box around it."""

    def cut(match: re.Match[str]) -> str:
        one = _clamped if 'fill="none"' in match.group(2) else _clipped
        runs = (_run(run, page, one) for run in match.group(1).split("M") if run)
        data = "".join(runs)
        return f'<path d="{data}"{match.group(2)}/>' if data else ""

    box = extent(markup)
    if not _outside(box, page):
        return markup, box
    kept = _PATH.sub(cut, markup)
    return kept, extent(kept)
