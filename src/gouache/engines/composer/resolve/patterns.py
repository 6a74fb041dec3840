"""Patterns on a drawing's body: stripes, dots, checks ... cut to shape by a mask made of the drawing itself."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from random import Random
from types import MappingProxyType

from gouache.engines.composer.art import Patch
from gouache.engines.composer.color import ink_on, lch, map_colors, shift
from gouache.engines.composer.drawing import scope_ids
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.resolve.recolor import body, nearest
from gouache.engines.composer.svg import group, tag

Shapes = Callable[[Box, str, Random], str]
RAINBOW = ("#e8453c", "#f58a1f", "#fcd024", "#3fb54f", "#2f7fe0", "#8a4fd0")


def mask_of(markup: str, patches: Sequence[Patch], mask_id: str) -> str:
    """A mask that is white where the drawing's body shows: its own markup in black and white."""
    chosen = body(patches)

    def paint(color: str) -> str:
        return "#ffffff" if not chosen or nearest(patches, color) in chosen else "#000000"

    white = map_colors(markup, paint)
    return f'<mask id="{mask_id}">{white}</mask>'


def patterned(
    markup: str, patches: Sequence[Patch], box: Box, name: str, color: str, mask_id: str, dice: Random
) -> str:
    """The drawing with a pattern over its body; unknown patterns leave it alone. `color` paints the pattern."""
    shapes = PATTERNS.get(name)
    if shapes is None:
        return markup
    over = group(shapes(box, color, dice), mask=f"url(#{mask_id})")
    inner = scope_ids(markup, mask_id)
    return f"{markup}{mask_of(inner, patches, mask_id)}{over}"


def contrast_with(base: str) -> str:
    """A second colour that shows on a first: white on strong colours, a darker shade on pale ones."""
    value = lch(base)
    if value.L > 0.86 and value.C < 0.06:
        return shift(base, -0.22)
    return ink_on(base, dark=shift(base, -0.3), light="#fffdf6")


def stripes(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 7
    rows = range(-1, int(box.h / step) + 2)
    return "".join(_rect(box.x, box.y + i * step, box.w, step / 2, color) for i in rows)


def dots(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 6.5
    centers = [
        (box.x + (i + 0.5 * (j % 2)) * step, box.y + j * step * 0.86)
        for j in range(int(box.h / step / 0.86) + 2)
        for i in range(int(box.w / step) + 2)
    ]
    return "".join(tag("circle", cx=float(x), cy=float(y), r=step * 0.24, fill=color) for x, y in centers)


def checks(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 9
    cells = [(i, j) for j in range(int(box.h / step) + 1) for i in range(int(box.w / step) + 1) if (i + j) % 2 == 0]
    return "".join(_rect(box.x + i * step, box.y + j * step, step, step, color) for i, j in cells)


def plaid(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 5
    rows = "".join(_rect(box.x, box.y + i * step, box.w, step * 0.4, color) for i in range(int(box.h / step) + 1))
    columns = "".join(_rect(box.x + i * step, box.y, step * 0.4, box.h, color) for i in range(int(box.w / step) + 1))
    return group(rows, opacity=0.55) + group(columns, opacity=0.55)


def zigzag(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 7
    return "".join(_wave(box, box.y + j * step, step, color) for j in range(int(box.h / step) + 2))


def _wave(box: Box, y: float, step: float, color: str) -> str:
    count = int(box.w / step * 2) + 2
    points = " ".join(f"{box.x + i * step / 2:.2f},{y + (i % 2) * step / 2:.2f}" for i in range(count))
    return tag("polyline", points=points, fill="none", stroke=color, stroke_width=step * 0.28, stroke_linejoin="round")


def floral(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 4.6
    return "".join(
        _flower(box.x + (i + 0.5 * (j % 2)) * step, box.y + (j + 0.4) * step * 0.8, step * 0.17, color)
        for j in range(int(box.h / step / 0.8) + 2)
        for i in range(int(box.w / step) + 2)
    )


def _flower(x: float, y: float, r: float, color: str) -> str:
    turns = [math.tau * k / 5 for k in range(5)]
    petals = "".join(
        tag("circle", cx=x + r * math.cos(turn), cy=y + r * math.sin(turn), r=r * 0.62, fill=color) for turn in turns
    )
    return petals + tag("circle", cx=x, cy=y, r=r * 0.5, fill="#f6c445")


def starred(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 5
    return "".join(
        _star(box.x + (i + 0.5 * (j % 2)) * step, box.y + (j + 0.4) * step * 0.8, step * 0.26, color)
        for j in range(int(box.h / step / 0.8) + 2)
        for i in range(int(box.w / step) + 2)
    )


def _star(x: float, y: float, r: float, color: str) -> str:
    radii = [(r if k % 2 == 0 else r * 0.42, math.pi * k / 5 - math.pi / 2) for k in range(10)]
    points = " ".join(f"{x + d * math.cos(a):.2f},{y + d * math.sin(a):.2f}" for d, a in radii)
    return tag("polygon", points=points, fill=color)


def rainbow(box: Box, color: str, dice: Random) -> str:
    height = box.h / len(RAINBOW)
    bands = (_rect(box.x, box.y + i * height, box.w, height + 0.2, tone) for i, tone in enumerate(RAINBOW))
    return group("".join(bands), opacity=0.88)


def spots(box: Box, color: str, dice: Random) -> str:
    """Irregular blots, for camouflage and leopard print."""
    step = max(box.w, box.h) / 6
    blots = []
    for j in range(int(box.h / step) + 2):
        for i in range(int(box.w / step) + 2):
            x, y = (i + dice.uniform(-0.25, 0.25)) * step, (j + dice.uniform(-0.25, 0.25)) * step
            rx, ry = step * dice.uniform(0.2, 0.36), step * dice.uniform(0.14, 0.26)
            turn = f"rotate({dice.uniform(-40, 40):.0f} {box.x + x:.2f} {box.y + y:.2f})"
            blots.append(tag("ellipse", cx=box.x + x, cy=box.y + y, rx=rx, ry=ry, fill=color, transform=turn))
    return "".join(blots)


def patchwork(box: Box, color: str, dice: Random) -> str:
    step = max(box.w, box.h) / 5
    cells = [(i, j) for j in range(int(box.h / step) + 1) for i in range(int(box.w / step) + 1)]
    tones = [RAINBOW[dice.randrange(len(RAINBOW))] for _ in cells]
    squares = "".join(
        _rect(box.x + i * step, box.y + j * step, step, step, tone) for (i, j), tone in zip(cells, tones, strict=True)
    )
    return group(squares, opacity=0.6)


def grain(box: Box, color: str, dice: Random) -> str:
    """Wood: long, slightly bent lines."""
    lines = []
    count = 9
    for k in range(count):
        y = box.y + box.h * (k + dice.uniform(0.2, 0.8)) / count
        bend = box.h * dice.uniform(-0.05, 0.05)
        middle = box.x + box.w * dice.uniform(0.3, 0.7)
        path = f"M{box.x:.2f} {y:.2f}Q{middle:.2f} {y + bend:.2f} {box.right:.2f} {y:.2f}"
        lines.append(tag("path", d=path, fill="none", stroke=color, stroke_width=max(box.w, box.h) * 0.012))
    return group("".join(lines), opacity=0.45)


def speckle(box: Box, color: str, dice: Random) -> str:
    size = max(box.w, box.h)
    points = [(dice.uniform(0, box.w), dice.uniform(0, box.h), dice.uniform(0.006, 0.016)) for _ in range(48)]
    circles = "".join(tag("circle", cx=box.x + x, cy=box.y + y, r=r * size, fill=color) for x, y, r in points)
    return group(circles, opacity=0.35)


def vein(box: Box, color: str, dice: Random) -> str:
    lines = []
    for _ in range(5):
        x = box.x + box.w * dice.random()
        steps = [f"{box.w * dice.uniform(-0.18, 0.18):.2f} {box.h * 0.28:.2f}" for _ in range(4)]
        path = f"M{x:.2f} {box.y:.2f}l{' '.join(steps)}"
        lines.append(tag("path", d=path, fill="none", stroke=color, stroke_width=max(box.w, box.h) * 0.009))
    return group("".join(lines), opacity=0.5)


def knit(box: Box, color: str, dice: Random) -> str:
    return group(zigzag(box, color, dice), opacity=0.4)


def _rect(x: float, y: float, w: float, h: float, color: str) -> str:
    return tag("rect", x=float(x), y=float(y), width=float(w), height=float(h), fill=color)


PATTERNS: Mapping[str, Shapes] = MappingProxyType({
    "striped": stripes, "stripes": stripes, "dotted": dots, "dots": dots, "polka dot": dots, "spotted": dots,
    "checked": checks, "checks": checks, "checkered": checks, "plaid": plaid, "tartan": plaid, "gingham": plaid,
    "zigzag": zigzag, "floral": floral, "paisley": floral, "starred": starred, "rainbow": rainbow, "gradient": rainbow,
    "camouflage": spots, "leopard": spots, "patchwork": patchwork, "geometric": checks,
    "grain": grain, "speckle": speckle, "vein": vein, "knit": knit,
})  # fmt: skip
