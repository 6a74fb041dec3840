"""Outlines bent by a map of the plane: curves are split first, so that they follow the bend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from gouache.engines.composer.geometry import Point
from gouache.engines.composer.svg import num
from gouache.engines.composer.typography.fonts import font, outline
from gouache.engines.composer.typography.shaping import Glyph, Line

Bend = Callable[[float, float], Point]
Points = tuple[tuple[float, float], ...]

_PARTS = 3


def bent_path(line: Line, bend: Bend) -> str:
    """Path data of a line; `bend` maps ems (baseline at 0, y downwards) to the page."""
    return "".join(glyph_path(glyph, bend) for glyph in line.glyphs)


def glyph_path(glyph: Glyph, bend: Bend) -> str:
    units = font(glyph.font).units
    parts: list[str] = []
    at = (0.0, 0.0)
    for name, raw in outline(glyph.font, glyph.gid):
        points = tuple((glyph.x + x / units, glyph.y - y / units) for x, y in raw)
        if name in ("closePath", "endPath"):
            parts.append("Z")
            continue
        if name == "moveTo":
            parts.append("M" + _written(points, bend))
        else:
            parts += [_LETTER[len(piece)] + _written(piece, bend) for piece in _split((at, *points))]
        at = points[-1]
    return "".join(parts)


_LETTER = {1: "L", 2: "Q", 3: "C"}


def _written(points: Iterable[tuple[float, float]], bend: Bend) -> str:
    return " ".join(f"{num(p.x)} {num(p.y)}" for p in (bend(x, y) for x, y in points))


def _split(curve: Points) -> Iterator[Points]:
    """A line, quadratic or cubic in equal parts, each without its first point (de Casteljau)."""
    for i in range(_PARTS):
        first, rest = _halves(curve, 1 / (_PARTS - i))
        yield first[1:]
        curve = rest


def _halves(curve: Points, t: float) -> tuple[Points, Points]:
    left, right = [curve[0]], [curve[-1]]
    level = list(curve)
    while len(level) > 1:
        level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(level, level[1:], strict=False)]
        left.append(level[0])
        right.append(level[-1])
    return tuple(left), tuple(reversed(right))
