"""Text that leaves the straight line: round a circle, or into any quadrilateral."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gouache.engines.composer.geometry import Box, Point, bounds
from gouache.engines.composer.typography.case import cased
from gouache.engines.composer.typography.effects import Effect, Ink, decorate
from gouache.engines.composer.typography.fonts import font as load
from gouache.engines.composer.typography.fonts import main_font
from gouache.engines.composer.typography.lettering import Lettering, fit, labelled, missing_of
from gouache.engines.composer.typography.shaping import Line, connected, shape
from gouache.engines.composer.typography.warp import Bend, bent_path, glyph_path


def arc_lettering(
    text: str,
    center: Point,
    radius: float,
    *,
    size: float,
    font: str = "poppins",
    color: str = "#222222",
    bottom: bool = False,
    sweep: float = 200.0,
    case: str | None = None,
    tracking: float = 0.06,
    id: str = "text",
    effect: Effect | None = None,
) -> Lettering:
    """Text on a circle, read from outside at the top or, with `bottom`, upright along the lower half.

    `radius` in px goes through the middle of the capitals; `size` is the largest em in px; the text covers at
    most `sweep` degrees and is set smaller when it would cover more.
    """
    shown = cased(text, case)
    font = main_font(font, shown)
    line = shape(shown, font, tracking)
    size = min(size, math.radians(sweep) * radius / max(line.advance, 1e-3))
    bend = _circle(line, center, radius, size, bottom, load(font).cap / 2)
    if connected(text, font):
        data = bent_path(line, bend)
    else:
        data = "".join(_turned(line, i, bend) for i in range(len(line.glyphs)))
    markup = labelled(decorate([Ink(data, "", 1.0)], color, size, effect, id), text, id, font, size)
    return Lettering(markup, _bent_box(line, bend), size, (line.text,), font, missing_of([line]))


def _circle(line: Line, center: Point, radius: float, size: float, bottom: bool, middle: float) -> Bend:
    turn = -1 if bottom else 1

    def bend(x: float, y: float) -> Point:
        angle = (x - line.advance / 2) * size / radius
        r = radius - turn * (y + middle) * size
        return Point(center.x + r * math.sin(angle), center.y - turn * r * math.cos(angle))

    return bend


def _turned(line: Line, index: int, bend: Bend) -> str:
    """A glyph kept in shape: the bend at the middle of its foot gives place and direction."""
    glyph = line.glyphs[index]
    middle = glyph.x + glyph.advance / 2
    at, side = bend(middle, 0.0), bend(middle, -1.0)
    up = Point(side.x - at.x, side.y - at.y)
    along = Point(-up.y, up.x)

    def rigid(x: float, y: float) -> Point:
        dx = x - middle
        return Point(at.x + along.x * dx - up.x * y, at.y + along.y * dx - up.y * y)

    return glyph_path(glyph, rigid)


def _bent_box(line: Line, bend: Bend) -> Box:
    ink = line.ink
    steps = [ink.x + ink.w * i / 24 for i in range(25)]
    points = [bend(x, y) for x in steps for y in (ink.y, ink.bottom)]
    return bounds(Box(p.x, p.y, 0.0, 0.0) for p in points)


def quad_lettering(
    text: str,
    corners: Sequence[tuple[float, float]],
    *,
    font: str = "poppins",
    color: str = "#222222",
    max_lines: int = 6,
    case: str | None = None,
    id: str = "text",
    effect: Effect | None = None,
    align: str = "center",
) -> Lettering:
    """Text seen in perspective inside a quadrilateral.

    `corners` are four points in px: top left, top right, bottom right, bottom left of the text. A rectangle gives
    plain lettering; the letters keep their shape in a turned rectangle. ValueError unless there are four.
    """
    if len(corners) != 4:
        raise ValueError("a quadrilateral has four corners")
    p = [Point(*corner) for corner in corners]
    w = (math.dist(p[0], p[1]) + math.dist(p[3], p[2])) / 2
    h = (math.dist(p[0], p[3]) + math.dist(p[1], p[2])) / 2
    flat = Box(0.0, 0.0, max(w, 1.0), max(h, 1.0))
    shown = cased(text, case)
    font = main_font(font, shown)
    block, size = fit(shown, flat, font, max_lines, None, 0.0, None)
    lens = _perspective(flat, p)
    top = (flat.h - block.height * size) / 2 - block.top * size
    data, areas = "", []
    for line, base in zip(block.lines, block.baselines, strict=True):
        free = flat.w - line.ink.w * size
        left = {"left": 0.0, "right": free}.get(align, free / 2) - line.ink.x * size
        bend = _seen(lens, left, top + base * size, size)
        data += bent_path(line, bend)
        areas.append(_bent_box(line, bend))
    markup = labelled(decorate([Ink(data, "", 1.0)], color, size, effect, id), text, id, font, size)
    lines = tuple(line.text for line in block.lines)
    return Lettering(markup, bounds(areas), size, lines, font, missing_of(block.lines))


def _seen(lens: np.ndarray[tuple[int, int], np.dtype[np.float64]], x0: float, y0: float, size: float) -> Bend:
    (a, b, c), (d, e, f), (g, h, i) = lens.tolist()

    def bend(x: float, y: float) -> Point:
        px, py = x0 + x * size, y0 + y * size
        w = g * px + h * py + i
        return Point((a * px + b * py + c) / w, (d * px + e * py + f) / w)

    return bend


def _perspective(flat: Box, corners: list[Point]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The 3 x 3 homography that takes a box to four corners (direct linear transform)."""
    source = [(flat.x, flat.y), (flat.right, flat.y), (flat.right, flat.bottom), (flat.x, flat.bottom)]
    rows, values = [], []
    for (x, y), (u, v) in zip(source, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    solved = np.linalg.lstsq(np.array(rows, float), np.array(values, float), rcond=None)[0]
    return np.append(solved, 1.0).reshape(3, 3)
