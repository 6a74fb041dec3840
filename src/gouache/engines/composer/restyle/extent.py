"""The box of a basic shape or path in its own units."""

from __future__ import annotations

import re

from lxml import etree

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}

Extent = tuple[float, float, float, float]  # x, y, width, height


def extent(node: etree._Element) -> Extent | None:
    """x, y, width, height; a path's control points count as points. None when it cannot be told."""
    name = str(node.tag).rpartition("}")[2]
    try:
        return _EXTENTS[name](node) if name in _EXTENTS else None
    except (ValueError, IndexError):
        return None


def _value(node: etree._Element, name: str) -> float:
    return float(str(node.get(name, "0")).removesuffix("px"))


def _rect(node: etree._Element) -> Extent:
    return _value(node, "x"), _value(node, "y"), _value(node, "width"), _value(node, "height")


def _circle(node: etree._Element) -> Extent:
    rx = _value(node, "r") or _value(node, "rx")
    ry = _value(node, "r") or _value(node, "ry")
    return _value(node, "cx") - rx, _value(node, "cy") - ry, 2 * rx, 2 * ry


def _around(points: list[tuple[float, float]]) -> Extent:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _poly(node: etree._Element) -> Extent:
    v = [float(m.group(2)) for m in _TOKEN.finditer(str(node.get("points", ""))) if m.group(2)]
    return _around(list(zip(v[::2], v[1::2], strict=False)))


def _path(node: etree._Element) -> Extent:
    return _around(path_points(str(node.get("d", ""))))


def path_points(d: str) -> list[tuple[float, float]]:
    """End and control points of a path, absolute."""
    points: list[tuple[float, float]] = []
    x = y = start_x = start_y = 0.0
    command = ""
    numbers: list[float] = []
    for match in _TOKEN.finditer(d):
        if match.group(1):
            command, numbers = match.group(1), []
            if command in "Zz":
                x, y = start_x, start_y
            continue
        numbers.append(float(match.group(2)))
        kind = command.upper()
        if len(numbers) < _SIZES.get(kind, 99):
            continue
        x, y, reached = _step(kind, command.islower(), numbers, x, y)
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if command == "m" else "L"
        points.extend(reached)
        numbers = []
    return points


def _step(
    kind: str, relative: bool, v: list[float], x: float, y: float
) -> tuple[float, float, list[tuple[float, float]]]:
    dx, dy = (x, y) if relative else (0.0, 0.0)
    if kind == "H":
        return v[0] + dx, y, [(v[0] + dx, y)]
    if kind == "V":
        return x, v[0] + dy, [(x, v[0] + dy)]
    pairs = [(v[5], v[6])] if kind == "A" else list(zip(v[::2], v[1::2], strict=True))
    points = [(a + dx, b + dy) for a, b in pairs]
    return points[-1][0], points[-1][1], points


_EXTENTS = {
    "rect": _rect, "circle": _circle, "ellipse": _circle, "polygon": _poly, "polyline": _poly, "path": _path,
}  # fmt: skip
