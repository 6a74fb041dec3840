"""Backdrops of a photographer's studio: calm built sets of shapes, plinths, paper, terrazzo and cast light."""

from __future__ import annotations

import math
from dataclasses import dataclass

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, blob, curve, ellipse, fill, leaf, line, poly, rect, under


@dataclass(frozen=True, slots=True)
class Set:
    """The colours of a set and where its subject stands. `x` and `reach` (half width of built things) in px."""

    wall: str
    floor: str
    deep: str
    pale: str
    accent: str
    x: float
    reach: float


def _set(c: Canvas) -> Set:
    p = c.tones.palette
    wall, floor = c.tones.local(p.sky), c.tones.local(mix(p.sky, p.ground, 0.85))
    dark = lch(wall).L < 0.45
    step = 0.05 if dark else -0.045
    reach = min(0.46 * c.w, 0.52 * c.h)
    return Set(wall, floor, shift(wall, step), mix(wall, p.light, 0.35 if not dark else 0.14), c.tones.local(p.accent),
               c.area.center.x, reach)  # fmt: skip


def backdrop(c: Canvas, arg: str = "") -> None:
    """One of the sets, by name or dealt."""
    kinds = (
        "arches",
        "plinth",
        "layers",
        "terrazzo",
        "leaf shadow",
        "window light",
        "curtain",
        "sun",
        "stripe",
    )
    kind = arg.replace("_", " ") or c.dice.choice(kinds)
    s = _set(c)
    c.back("backdrop", c.wall(s.wall))
    {
        "arches": _arches, "plinth": _plinth, "layers": _paper_layers, "terrazzo": _terrazzo,
        "leaf shadow": _leaf_shadow, "window light": _window_light, "blocks": _blocks, "curtain": _curtain,
        "sun": _sun, "stripe": _stripe,
    }[kind](c, s)  # fmt: skip


def _floor(c: Canvas, s: Set, color: str | None = None) -> None:
    """A straight floor with a pool of light under the subject."""
    base = color or s.floor
    room = c.h - c.hy
    lit = mix(base, c.tones.palette.light, 0.28)
    c.ground(
        "floor",
        c.wall(base, c.hy),
        c.wall(mix(base, s.wall, 0.55), c.hy, c.hy + 0.006 * c.h),
        fill(ellipse(s.x, c.gy, s.reach * 0.95, room * 0.27), mix(base, lit, 0.35)),
        fill(ellipse(s.x, c.gy, s.reach * 0.7, room * 0.18), mix(base, lit, 0.75)),
    )


def _arches(c: Canvas, s: Set) -> None:
    """Nested round-headed niches and a half disc of colour."""
    top = max(0.06 * c.h, c.hy - 1.9 * s.reach)
    for k, (wide, color) in enumerate(((1.0, s.deep), (0.78, s.pale), (0.56, mix(s.pale, s.accent, 0.16)))):
        w, y = 2 * s.reach * wide * 0.84, top + k * 0.1 * s.reach
        c.back("arch", fill(arch(s.x - w / 2, y, w, c.hy - y), color))
    _floor(c, s)


def _plinth(c: Canvas, s: Set) -> None:
    """A disc on the wall and two round steps under the subject."""
    r = min(0.42 * c.w, 0.5 * c.hy)
    c.back(
        "disc",
        fill(ellipse(s.x + 0.1 * c.side * r, c.hy - 0.72 * r, r), s.pale),
    )
    _floor(c, s)
    ry, thick = (c.h - c.hy) * 0.2, 0.045 * c.h
    for k, wide in ((1, 1.0), (0, 0.8)):
        y, rx = c.gy + k * thick, s.reach * wide * 0.92
        side, top = shift(s.floor, -0.05 - 0.02 * k), shift(s.floor, 0.045 - 0.02 * k)
        c.ground(
            "plinth",
            fill(ellipse(s.x, y + thick, rx, ry * wide) + rect(s.x - rx, y, 2 * rx, thick), side),
            fill(ellipse(s.x, y, rx, ry * wide), top),
        )


def _paper_layers(c: Canvas, s: Set) -> None:
    """Cut-paper waves behind each other, each with a thin shadow."""
    count = 4
    for k in range(count):
        t = k / (count - 1)
        y, phase = c.hy * (0.34 + 0.5 * t), c.dice.uniform(0, 6)
        wave = [(x / 8 * c.w, y + 0.055 * c.h * math.sin(phase + x * 0.85)) for x in range(-1, 10)]
        color = mix(mix(s.wall, s.pale, 0.6), mix(s.deep, s.floor, 0.5), t)
        shade = [(x, yy - 0.008 * c.h) for x, yy in wave]
        c.back("paper layer", fill(under(shade, c.h + 2), shift(color, -0.05), 0.6), fill(under(wave, c.h + 2), color))
    _floor_soft(c, s)


def _floor_soft(c: Canvas, s: Set) -> None:
    """A floor without an edge: the wall's last tone, lit where the subject stands."""
    y = c.hy
    edge = [(-0.01 * c.w, y + 0.02 * c.h), (0.3 * c.w, y), (0.7 * c.w, y), (1.01 * c.w, y + 0.02 * c.h)]
    lit = mix(s.floor, c.tones.palette.light, 0.25)
    c.ground("floor", fill(under(edge, c.h + 2), s.floor),
             fill(ellipse(s.x, c.gy, s.reach * 0.8, (c.h - c.hy) * 0.22), mix(s.floor, lit, 0.7)))  # fmt: skip


def _terrazzo(c: Canvas, s: Set) -> None:
    """A two-tone wall over a floor of stone chips."""
    c.back("dado", c.wall(s.deep, c.hy * 0.52, c.hy + 2), c.wall(s.pale, c.hy * 0.52 - 0.008 * c.h, c.hy * 0.52))
    base = mix(s.floor, c.tones.palette.light, 0.45)
    _floor(c, s, base)
    colors = [mix(base, x, 0.75) for x in (s.accent, c.tones.local(c.tones.palette.near), s.floor)]
    chips = ["", "", ""]
    for i in range(54):
        y = c.hy + (c.h - c.hy) * (0.04 + 0.94 * c.dice.random())
        r = c.u * (4 + 13 * (y - c.hy) / (c.h - c.hy)) * c.dice.uniform(0.6, 1.2)
        x, turn = c.dice.uniform(0.01, 0.99) * c.w, c.dice.uniform(0, 6)
        chips[i % 3] += poly(
            [(x + r * 1.5 * math.cos(turn + a), y + r * 0.6 * math.sin(turn + a)) for a in (0.0, 1.3, 2.9, 4.4)]
        )
    c.ground("terrazzo", *(fill(d, k) for d, k in zip(chips, colors, strict=True)))


def _leaf_shadow(c: Canvas, s: Set) -> None:
    """The shadow of a palm branch on a sunlit wall."""
    lit = poly([(0.0, 0.0), (c.w, 0.0), (c.w, c.hy), (0.0, c.hy)])
    c.back("light", fill(lit, s.pale, 0.5))
    shade = ""
    for x, y, size, turn in ((0.5 - 0.5 * c.side, 0.1, 0.62, 0), (0.5 - 0.34 * c.side, -0.04, 0.5, 34)):
        for k in range(9):
            t = k / 8
            base = 200 if c.side < 0 else -20
            angle = base + (turn + 12) * (1 if c.side < 0 else -1)
            a = math.radians(angle)
            px, py = x * c.w + math.cos(a) * size * c.h * 0.7 * t, y * c.h - math.sin(a) * size * c.h * 0.7 * t
            for bend in (-1, 1):
                length = size * c.h * (0.34 - 0.16 * t)
                shade += leaf(px, py, length, length * 0.11, angle + bend * (52 - 14 * t))
    c.back("leaf shadow", fill(shade, s.deep, 0.75))
    _floor(c, s)


def _window_light(c: Canvas, s: Set) -> None:
    """Slanted panes of sun on the wall and the floor."""
    panes, lean = "", -c.side * 0.16 * c.w
    w, h = 0.17 * min(c.w, 1.3 * c.h), 0.2 * c.hy
    x0 = s.x - 1.05 * w - lean * 0.5
    for i in range(2):
        for k in range(3):
            x, y = x0 + i * w * 1.1, 0.1 * c.hy + k * h * 1.12
            a, b = lean * k / 3, lean * (k + 0.9) / 3
            panes += poly([(x + a, y), (x + w + a, y), (x + w + b, y + h), (x + b, y + h)])
    c.back("window light", fill(panes, mix(s.pale, c.tones.palette.light, 0.3), 0.85))
    _floor(c, s)


def _blocks(c: Canvas, s: Set) -> None:
    """Steps, a column and a ball as a still life around the open middle."""
    c.back("disc", fill(ellipse(s.x - c.side * 0.3 * s.reach, c.hy * 0.52, 0.5 * min(s.reach, c.hy)), s.pale))
    _floor(c, s)
    y = c.hy + 0.16 * (c.gy - c.hy)
    tones = (mix(s.floor, s.accent, 0.3), s.deep, mix(s.wall, s.accent, 0.55))
    left, right = s.x - 0.86 * s.reach, s.x + 0.86 * s.reach
    tall, low = (left, right) if c.side > 0 else (right, left)
    w = 0.34 * s.reach
    c.middle("column", _cylinder(c, tall, y, w, 0.46 * c.hy, tones[1]))
    c.middle("block", _cylinder(c, low, y, 1.25 * w, 0.16 * c.hy, tones[0]))
    r = 0.3 * w
    ball = (low, y - 0.16 * c.hy - r)
    c.middle(
        "ball",
        fill(ellipse(*ball, r), tones[2]),
        fill(ellipse(ball[0] + c.side * r * 0.3, ball[1] - r * 0.3, r * 0.4), "#ffffff", 0.22),
    )


def _cylinder(c: Canvas, x: float, foot: float, w: float, h: float, color: str) -> str:
    ry = 0.12 * w
    body = rect(x - w / 2, foot - h, w, h) + ellipse(x, foot, w / 2, ry)
    shade = rect(x - w / 2 if c.side > 0 else x + w * 0.14, foot - h, w * 0.36, h + ry * 0.7)
    return (
        fill(body, color)
        + fill(shade, shift(color, -0.035))
        + fill(ellipse(x, foot - h, w / 2, ry), shift(color, 0.05))
    )


def _curtain(c: Canvas, s: Set) -> None:
    """A roll of paper hung from above, sweeping into the floor, with soft folds of cloth at its sides."""
    folds = "".join(rect(c.w * k / 16, 0, c.w / 34, c.hy + 2) for k in range(16))
    c.back("cloth", fill(folds, s.deep, 0.55))
    _floor(c, s, shift(s.floor, -0.02))
    w = 0.84 * s.reach
    sheet = (
        f"M{s.x - w:.1f} -4L{s.x + w:.1f} -4L{s.x + w:.1f} {c.hy * 0.94:.1f}"
        f"Q{s.x + w:.1f} {c.hy + 0.05 * c.h:.1f} {s.x + w * 1.25:.1f} {c.h + 4:.1f}L{s.x - w * 1.25:.1f} {c.h + 4:.1f}"
        f"Q{s.x - w:.1f} {c.hy + 0.05 * c.h:.1f} {s.x - w:.1f} {c.hy * 0.94:.1f}Z"
    )
    color = mix(s.pale, s.accent, 0.14)
    glow = mix(color, c.tones.palette.light, 0.4)
    c.ground("paper sweep", fill(sheet, color), fill(ellipse(s.x, c.gy, w * 0.8, (c.h - c.hy) * 0.2), glow))


def _sun(c: Canvas, s: Set) -> None:
    """A large disc of the accent behind low paper hills."""
    r = min(0.4 * c.w, 0.46 * c.hy)
    c.back(
        "disc",
        fill(ellipse(s.x, c.hy - 0.66 * r, r * 1.22), s.pale),
        fill(ellipse(s.x, c.hy - 0.66 * r, r), mix(s.pale, s.accent, 0.38)),
    )
    for k in range(2):
        y = c.hy - c.h * (0.07 - 0.05 * k)
        wave = [(x / 6 * c.w, y + 0.03 * c.h * math.sin(2.6 * k + x * 1.1)) for x in range(-1, 8)]
        c.back("paper hill", fill(under(wave, c.h + 2), mix(s.deep, s.floor, 0.35 + 0.4 * k)))
    _floor_soft(c, s)


def _stripe(c: Canvas, s: Set) -> None:
    """Diagonal fields of colour and a soft blob: a poster's ground."""
    lean = c.side * 0.3 * c.w
    field = poly(
        [(s.x - lean - 0.3 * c.w, -2), (s.x - lean + 0.34 * c.w, -2), (s.x + 0.3 * c.w, c.hy), (s.x - 0.34 * c.w, c.hy)]
    )
    c.back("field", fill(field, s.pale))
    c.back(
        "shape",
        fill(
            blob(c.dice, s.x + 0.34 * c.side * c.w, 0.3 * c.hy, 0.16 * c.w, 0.14 * c.w, 9, 0.12),
            mix(s.wall, s.accent, 0.3),
        ),
    )
    c.back(
        "line",
        line(
            curve(
                [
                    (0.05 * c.w, 0.82 * c.hy),
                    (0.2 * c.w, 0.7 * c.hy),
                    (0.32 * c.w, 0.86 * c.hy),
                    (0.5 * c.w, 0.74 * c.hy),
                ]
            ),
            mix(s.wall, s.accent, 0.4),
            7 * c.u,
        ),
    )
    _floor(c, s)
