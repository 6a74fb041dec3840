"""Fur markings of bodies in side view."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import XY, Shape, both, ellipse, polygon
from gouache.engines.composer.rig.part import Part
from gouache.engines.composer.rig.species import Species


def coat_marks(kind: Species, whole: Shape, trunk: Shape, rump: XY, chest: XY, r_rump: float, r_chest: float) -> Part:
    """Everything that a species wears on trunk and neck, clipped to them."""
    part, along = Part("coat"), _Along(rump, chest, r_rump, r_chest)
    if kind.has("bib") or kind.has("mask"):
        _belly(part, kind, whole, along)
    if kind.has("saddle"):
        outline = ((-0.16, -1.3), (1.06, -1.3), (0.94, -0.1), (0.5, 0.18), (0.0, -0.05))
        part.fill(both(trunk, ink.curve(*(along.at(t, v) for t, v in outline))), kind.dark)
    for mark, draw in _MARKS.items():
        if kind.has(mark):
            draw(part, kind, whole, along)
    return part


class _Along:
    """Points along a trunk: t from rump (0) to chest (1), v from back (-1) to belly (1)."""

    def __init__(self, rump: XY, chest: XY, r_rump: float, r_chest: float) -> None:
        self.rump, self.chest, self.r0, self.r1 = rump, chest, r_rump, r_chest
        length = math.dist(rump, chest) or 1.0
        self.length = length
        self.u = ((chest[0] - rump[0]) / length, (chest[1] - rump[1]) / length)

    def at(self, t: float, v: float) -> XY:
        r = self.r0 + (self.r1 - self.r0) * t
        x = self.rump[0] + (self.chest[0] - self.rump[0]) * t
        y = self.rump[1] + (self.chest[1] - self.rump[1]) * t
        return x - self.u[1] * r * v, y + self.u[0] * r * v


def _blob(along: _Along, t: float, v: float, w: float, h: float) -> Shape:
    points = []
    for k, wobble in enumerate((1.0, 0.84, 1.08, 0.9, 1.04, 0.86, 1.06, 0.92)):
        a = math.radians(k * 45)
        points.append(along.at(t + w * wobble * math.cos(a), v + h * wobble * math.sin(a)))
    return ink.curve(*points)


def _low_dark(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    low = polygon(along.at(-0.1, 0.42), along.at(1.1, 0.3), along.at(1.3, 1.4), along.at(-0.3, 1.4), radius=8)
    part.fill(both(whole, low), kind.dark)


def _yoke(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    band = polygon(along.at(0.62, -1.5), along.at(1.06, -1.6), along.at(1.2, 1.5), along.at(0.7, 1.5), radius=18)
    part.fill(both(whole, band), kind.dark)


_PATCHES = ((0.1, -0.5, 0.3, 0.62), (0.62, -0.1, 0.2, 0.5), (0.98, -0.72, 0.16, 0.36), (0.34, 0.78, 0.13, 0.3))
_ORANGE = "#e8923f"  # the second colour of a calico cat


def _patches(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    for i, (t, v, w, h) in enumerate(_PATCHES):
        color = _ORANGE if kind.has("calico") and i % 2 else kind.dark
        part.fill(both(whole, _blob(along, t, v, w, h)), color)


def _fawn(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    for t, v in ((0.0, -0.4), (0.18, -0.62), (0.36, -0.42), (0.54, -0.6), (0.2, -0.2), (0.7, -0.36)):
        part.fill(both(whole, ellipse(*along.at(t, v), 7, 6)), kind.light)


def _back_stripe(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    outline = ((-0.3, -1.2), (1.3, -1.2), (1.3, -0.55), (0.5, -0.5), (-0.3, -0.3))
    part.fill(both(whole, ink.curve(*(along.at(t, v) for t, v in outline))), kind.light)


def _points(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    shade = ellipse(*along.at(-0.25, 0.1), along.r0 * 0.8, along.r0)
    part.fill(both(whole, shade), mix(kind.coat, kind.dark, 0.14))


def _scaly_belly(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    outline = ((-0.4, 0.5), (1.1, 0.44), (1.5, 1.5), (-0.4, 1.5))
    part.fill(both(whole, polygon(*(along.at(t, v) for t, v in outline), radius=6)), kind.light)


def _belly(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    low = ink.curve(
        along.at(-0.1, 0.72),
        along.at(0.5, 0.62),
        along.at(0.92, 0.1),
        along.at(1.24, -0.5),
        along.at(1.6, 0.2),
        along.at(1.3, 1.3),
        along.at(0.4, 1.4),
        along.at(-0.2, 1.3),
    )
    part.fill(both(whole, low), kind.light)


def _zebra(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    """Stripes run across the trunk, lean back over the rump and lie across the neck."""
    for i in range(9):
        t = -0.16 + i * 0.125
        lean = -0.1 + i * 0.012
        half = 0.028
        stripe = ink.curve(
            along.at(t - half * 1.3 + lean, -1.3),
            along.at(t + half * 1.3 + lean, -1.3),
            along.at(t + half * 1.15, -0.1),
            along.at(t + half * 0.3 + 0.01, 0.74),
            along.at(t - half * 0.4, 0.74),
            along.at(t - half * 1.15, -0.1),
        )
        part.fill(both(whole, stripe), kind.dark)
    x, y = along.at(1.0, -0.4)
    for i in range(6):
        px, py = x + along.r1 * (0.14 + i * 0.21), y - along.r1 * (0.3 + i * 0.4)
        part.fill(both(whole, ellipse(px, py, along.r1 * 0.98, along.r1 * 0.088, 28 - i * 2)), kind.dark)


def _tiger(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    for i in range(8):
        t = -0.12 + i * 0.15
        deep = 0.36 if i % 2 else 0.02
        stripe = ink.curve(
            along.at(t - 0.035, -1.25),
            along.at(t + 0.04, -1.25),
            along.at(t + 0.025, -0.3),
            along.at(t - 0.012, deep),
            along.at(t - 0.03, -0.3),
            tension=0.8,
        )
        part.fill(both(whole, stripe), kind.dark)
        if i % 2 == 0 and i < 7:
            low = ink.curve(
                along.at(t + 0.05, 1.2),
                along.at(t + 0.1, 1.2),
                along.at(t + 0.08, 0.56),
                along.at(t + 0.06, 0.56),
                tension=0.8,
            )
            part.fill(both(whole, low), kind.dark)


def _spots(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    rings = kind.has("rosettes")
    rng = random.Random(f"spots/{kind.name}")
    size = along.r1 * (0.2 if kind.name == "dalmatian" else 0.12)
    step = size * (2.9 if kind.name == "dalmatian" else 2.7)
    columns = int((along.length + along.r0 + along.r1 * 2.0) / step)
    count = max(4, int(along.r1 * 1.7 / step))
    for i in range(columns):
        for k in range(count):
            t = -along.r0 / along.length + (i + 0.5 * (k % 2)) * step / along.length + rng.uniform(-0.03, 0.03)
            v = -0.92 + 1.5 * k / max(1, count - 1) + rng.uniform(-0.08, 0.08)
            r = size * rng.uniform(0.62, 1.05)
            x, y = along.at(t, v)
            spot = ellipse(x, y, r, r * 0.82, rng.uniform(0, 90))
            part.fill(both(whole, spot), kind.dark)
            if rings:
                part.fill(both(whole, ellipse(x + r * 0.1, y + r * 0.1, r * 0.46)), mix(kind.coat, kind.dark, 0.32))


def _reticulate(part: Part, kind: Species, whole: Shape, along: _Along) -> None:
    """Giraffe patches: a loose grid of rounded polygons over trunk and neck."""
    rng, box = random.Random("giraffe"), ink.extent(whole)
    step = 33.0
    for row in range(int(box.h / step) + 2):
        for col in range(int(box.w / step) + 2):
            x = box.x + (col + 0.5 * (row % 2)) * step + rng.uniform(-3, 3)
            y = box.y + row * step * 0.92 + rng.uniform(-3, 3)
            corners = [
                (
                    x + math.cos(math.radians(a)) * step * rng.uniform(0.34, 0.47),
                    y + math.sin(math.radians(a)) * step * rng.uniform(0.32, 0.45),
                )
                for a in range(0, 360, 60)
            ]
            part.fill(both(whole, polygon(*corners, radius=4)), kind.dark)


def leg_marks(part: Part, kind: Species, leg: Shape, ground: float, height: float, far: bool) -> None:
    """Stripes, socks and spots of a leg."""
    dark = kind.dark
    if kind.has("stripes") and kind.plan == "horse":
        for i in range(6):
            y = ground - height * (0.14 + i * 0.11)
            part.fill(both(leg, ink.path(f"M-900 {y} L900 {y - 6} L900 {y + 5} L-900 {y + 9} Z")), dark)
    elif kind.has("bars"):
        for i in range(3):
            y = ground - height * (0.34 + i * 0.15)
            part.fill(both(leg, ink.path(f"M-900 {y} L900 {y - 4} L900 {y + 4} L-900 {y + 9} Z")), dark)
    level = ground - height * 0.34
    low = ink.path(f"M-900 {level} L900 {level} L900 {level + 900} L-900 {level + 900} Z")
    if kind.has("socksdark") or kind.has("points"):
        part.fill(both(leg, low), dark)
    elif kind.has("socks") or (kind.has("blaze") and kind.plan != "horse"):
        part.fill(both(leg, low), mix(kind.light, dark, 0.14 if far else 0.0))
    if kind.has("giraffe"):
        for i in range(3):
            y = ground - height * (0.5 + i * 0.13)
            box = ink.extent(leg)
            part.fill(
                both(
                    leg,
                    polygon(
                        (box.center.x - 12, y - 8),
                        (box.center.x + 8, y - 12),
                        (box.center.x + 12, y + 8),
                        (box.center.x - 8, y + 12),
                        radius=4,
                    ),
                ),
                dark,
            )


_MARKS: Mapping[str, Callable[[Part, Species, Shape, _Along], None]] = MappingProxyType({
    "bellydark": _low_dark, "yoke": _yoke, "patches": _patches, "stripes": _zebra, "bars": _tiger, "spots": _spots,
    "rosettes": _spots, "giraffe": _reticulate, "fawn": _fawn, "stripe-mid": _back_stripe, "points": _points,
    "scaly": _scaly_belly,
})  # fmt: skip
