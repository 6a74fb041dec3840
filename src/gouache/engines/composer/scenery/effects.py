"""Effects that a prompt names as things: smoke, fireworks, confetti, petals, lightning, rainbow ..."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from types import MappingProxyType

from gouache.engines.composer.color import shift
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Role
from gouache.engines.composer.scenery.crop import extent
from gouache.engines.composer.scenery.paths import blob, curve, dot, ellipse, fill, leaf, line, poly, rect, star

Painter = Callable[[Box, random.Random], list[str]]

_BRIGHT = ("#ff5d73", "#ffb02e", "#ffe066", "#4fc3a1", "#4d96ff", "#b980f0")


def smoke(box: Box, dice: random.Random) -> list[str]:
    """A rising column of puffs, wider and paler towards the top."""
    parts = []
    for k in range(6):
        t = k / 5
        x = box.x + box.w * (0.5 + 0.22 * math.sin(t * 4 + dice.uniform(-0.4, 0.4)))
        r = box.w * (0.1 + 0.2 * t)
        parts.append(
            fill(
                blob(dice, x, box.bottom - box.h * (0.08 + 0.8 * t), r, r * 0.85, 8),
                shift("#9a98a3", 0.05 * k),
                0.85 - 0.09 * k,
            )
        )
    return parts[::-1]


def steam(box: Box, dice: random.Random) -> list[str]:
    """Two or three curling wisps."""
    d = ""
    for k in (0.28, 0.5, 0.72):
        x, h, s = box.x + box.w * k, box.h * dice.uniform(0.7, 0.95), box.w * 0.12
        d += (
            f"M{x:.1f} {box.bottom:.1f}"
            f"C{x - s:.1f} {box.bottom - h * 0.35:.1f} {x + s:.1f}"
            f" {box.bottom - h * 0.55:.1f} {x:.1f} {box.bottom - h:.1f}"
        )
    return [line(d, "#ffffff", box.w * 0.055, 0.75)]


def fireworks(box: Box, dice: random.Random) -> list[str]:
    """Bursts of rays with sparks at their ends."""
    parts = []
    for i in range(6):
        x, y = box.x + box.w * dice.uniform(0.12, 0.88), box.y + box.h * dice.uniform(0.08, 0.5)
        r, n, color = min(box.w, box.h) * dice.uniform(0.08, 0.17), dice.choice((12, 14, 16)), _BRIGHT[i % 6]
        rays, ends = "", ""
        for k in range(n):
            a = k * math.tau / n
            for near, far in ((0.25, 0.62), (0.72, 0.86)):
                rays += poly(
                    [
                        (x + r * near * math.cos(a), y + r * near * math.sin(a)),
                        (x + r * far * math.cos(a), y + r * far * math.sin(a)),
                    ],
                    False,
                )
            ends += dot(x + r * math.cos(a), y + r * math.sin(a), r * 0.045)
        parts.append(
            line(rays, color, r * 0.05) + fill(ends, shift(color, 0.12)) + fill(ellipse(x, y, r * 0.9), color, 0.08)
        )
    return parts


def confetti(box: Box, dice: random.Random) -> list[str]:
    data = [""] * len(_BRIGHT)
    size = min(box.w, box.h) * 0.014
    for i in range(66):
        x, y, a = (
            box.x + box.w * dice.uniform(0.02, 0.98),
            box.y + box.h * dice.uniform(0.02, 0.95),
            dice.uniform(0, 3.1),
        )
        ux, uy = math.cos(a) * size, math.sin(a) * size
        data[i % 6] += (
            dot(x, y, size * 0.55)
            if i % 4 == 0
            else poly(
                [
                    (x - ux - uy * 0.4, y - uy + ux * 0.4),
                    (x + ux - uy * 0.4, y + uy + ux * 0.4),
                    (x + ux + uy * 0.4, y + uy - ux * 0.4),
                    (x - ux + uy * 0.4, y - uy - ux * 0.4),
                ]
            )
        )
    return [fill(d, c) for d, c in zip(data, _BRIGHT, strict=True)]


def bubbles(box: Box, dice: random.Random) -> list[str]:
    """Thin-skinned spheres with a highlight."""
    body, shine = "", ""
    for _ in range(18):
        x, y = box.x + box.w * dice.uniform(0.04, 0.96), box.y + box.h * dice.uniform(0.04, 0.94)
        r = min(box.w, box.h) * dice.choice((0.01, 0.016, 0.024, 0.036))
        body += ellipse(x, y, r)
        shine += dot(x - r * 0.35, y - r * 0.4, r * 0.2)
    return [
        fill(body, "#d9f3ff", 0.25) + line(body, "#ffffff", min(box.w, box.h) * 0.003, 0.75),
        fill(shine, "#ffffff", 0.9),
    ]


def _falling(colors: tuple[str, ...], count: int, size: float, slim: float) -> Painter:
    def paint(box: Box, dice: random.Random) -> list[str]:
        data = [""] * len(colors)
        s = min(box.w, box.h) * size
        for i in range(count):
            x, y = box.x + box.w * dice.uniform(0.03, 0.97), box.y + box.h * dice.uniform(0.03, 0.95)
            k = s * dice.uniform(0.7, 1.25)
            data[i % len(colors)] += leaf(x, y, k, k * slim, dice.uniform(0, 360))
        return [fill(d, c) for d, c in zip(data, colors, strict=True)]

    return paint


def fireflies(box: Box, dice: random.Random) -> list[str]:
    halo, core = "", ""
    for _ in range(20):
        x, y = box.x + box.w * dice.uniform(0.03, 0.97), box.y + box.h * dice.uniform(0.1, 0.95)
        r = min(box.w, box.h) * dice.uniform(0.002, 0.004)
        halo, core = halo + dot(x, y, r * 3), core + dot(x, y, r)
    return [fill(halo, "#fdf3a0", 0.25) + fill(core, "#fffbd0")]


def sparkles(box: Box, dice: random.Random) -> list[str]:
    s = min(box.w, box.h)
    d = "".join(
        star(
            box.x + box.w * dice.uniform(0.04, 0.96),
            box.y + box.h * dice.uniform(0.04, 0.9),
            s * dice.uniform(0.008, 0.024),
        )
        for _ in range(16)
    )
    return [fill(d, "#fff3b0")]


def lightning(box: Box, dice: random.Random) -> list[str]:
    x, h, s = box.x + box.w * dice.uniform(0.35, 0.65), box.h * 0.9, dice.choice((-1, 1))
    w = h * 0.05
    a = [
        (x, box.y),
        (x - s * 0.1 * h, box.y + 0.4 * h),
        (x + s * 0.02 * h, box.y + 0.37 * h),
        (x - s * 0.1 * h, box.y + h),
    ]
    b = [(a[2][0] + s * w * 1.4, a[2][1] - w), (a[1][0] + s * w * 2.1, a[1][1] - w * 1.4), (x + s * w * 1.6, box.y)]
    return [line(poly([*a, *b]), "#fff8d0", w * 1.3, 0.22) + fill(poly([*a, *b]), "#ffe86b")]


def rainbow(box: Box, dice: random.Random) -> list[str]:
    parts, r = [], min(box.w / 2, box.h) * 0.96
    k, t, x, y = 0.5523, r * 0.05, box.center.x, box.bottom
    for i, color in enumerate(("#f0605d", "#f79b4b", "#fbdd62", "#74c77a", "#5aa7e0", "#9278d4")):
        s = r - (i + 0.5) * t
        d = (
            f"M{x - s:.1f} {y:.1f}"
            f"C{x - s:.1f} {y - s * k:.1f} {x - s * k:.1f} {y - s:.1f} {x:.1f} {y - s:.1f}"
            f"C{x + s * k:.1f} {y - s:.1f} {x + s:.1f} {y - s * k:.1f} {x + s:.1f} {y:.1f}"
        )
        parts.append(line(d, color, t * 1.04, 0.8))
    return parts


def northern_lights(box: Box, dice: random.Random) -> list[str]:
    parts = []
    for i, color in enumerate(("#57f2b0", "#3ad6c5", "#9b7bff")):
        phase, y = dice.uniform(0, 6), box.y + box.h * (0.7 - 0.18 * i)
        foot = [
            (box.x + box.w * k / 14, y + box.h * (0.09 * math.sin(phase + k * 0.6) + 0.03 * math.sin(k * 1.8)))
            for k in range(15)
        ]
        for rise, see in ((0.45, 0.12), (0.24, 0.18), (0.1, 0.24)):
            top = [(px, max(box.y, py - rise * box.h * (0.8 + 0.2 * math.sin(px)))) for px, py in foot]
            parts.append(fill(curve(foot) + "L" + curve(top[::-1])[1:] + "Z", color, see))
    return parts


def fire_glow(box: Box, dice: random.Random) -> list[str]:
    c = box.center
    return [
        fill(ellipse(c.x, c.y, box.w / 2 * k, box.h / 2 * k), "#ffb347", o)
        for k, o in ((1.0, 0.12), (0.7, 0.16), (0.42, 0.22))
    ]


def shooting_star(box: Box, dice: random.Random) -> list[str]:
    x, y, s = box.x + box.w * dice.uniform(0.2, 0.4), box.y + box.h * dice.uniform(0.5, 0.7), min(box.w, box.h) * 0.5
    tail = poly([(x, y), (x + s * 0.9, y - s * 0.46), (x + s * 0.03, y + s * 0.03)])
    return [fill(tail, "#fff7d6", 0.55) + fill(star(x, y, s * 0.1, 5, 0.45), "#fff3b0")]


def wind(box: Box, dice: random.Random) -> list[str]:
    d = ""
    for k in range(4):
        x, y, s = box.x + box.w * dice.uniform(0.02, 0.5), box.y + box.h * (0.15 + 0.2 * k), box.w * 0.34
        d += (
            f"M{x:.1f} {y:.1f}L{x + s:.1f} {y:.1f}"
            f"C{x + s * 1.25:.1f} {y:.1f} {x + s * 1.2:.1f} {y - s * 0.24:.1f} {x + s * 1.04:.1f} {y - s * 0.16:.1f}"
        )
    return [line(d, "#ffffff", min(box.w, box.h) * 0.008, 0.75)]


def rain(box: Box, dice: random.Random) -> list[str]:
    s, d = min(box.w, box.h) * 0.035, ""
    for _ in range(70):
        x, y = box.x + box.w * dice.random() * 0.98, box.y + box.h * dice.random() * 0.95
        d += poly([(x, y), (x - s * 0.2, y + s)], False)
    return [line(d, "#d6e6f2", min(box.w, box.h) * 0.0024, 0.7)]


def snow(box: Box, dice: random.Random) -> list[str]:
    s = min(box.w, box.h)
    d = "".join(
        dot(
            box.x + box.w * dice.uniform(0.01, 0.99),
            box.y + box.h * dice.uniform(0.01, 0.98),
            s * dice.choice((0.002, 0.0035, 0.005)),
        )
        for _ in range(80)
    )
    return [fill(d, "#ffffff", 0.9)]


def splash(box: Box, dice: random.Random) -> list[str]:
    c, d = box.center, ""
    for a in (25, 50, 75, 105, 130, 155):
        d += leaf(c.x, box.bottom, box.h * dice.uniform(0.5, 0.95), box.w * 0.05, a)
    drops = "".join(
        dot(box.x + box.w * dice.uniform(0.1, 0.9), box.y + box.h * dice.uniform(0.05, 0.6), box.w * 0.02)
        for _ in range(8)
    )
    return [fill(d + drops, "#bfe6f5", 0.9)]


def beam(box: Box, dice: random.Random) -> list[str]:
    d = poly(
        [
            (box.center.x - box.w * 0.08, box.y),
            (box.center.x + box.w * 0.08, box.y),
            (box.right, box.bottom),
            (box.x, box.bottom),
        ]
    )
    return [fill(d, "#fff3c2", 0.28)]


def clouds(box: Box, dice: random.Random) -> list[str]:
    parts = []
    for k in range(4):
        x, y, w = (
            box.x + box.w * dice.uniform(0.15, 0.85),
            box.y + box.h * (0.14 + 0.2 * k),
            box.w * dice.uniform(0.18, 0.3),
        )
        bars = (
            rect(x - w / 2, y, w, w * 0.2, w * 0.1)
            + ellipse(x - w * 0.14, y, w * 0.18)
            + ellipse(x + w * 0.12, y - w * 0.06, w * 0.23)
        )
        parts.append(fill(bars, "#ffffff", 0.92))
    return parts


_PAINTERS: Mapping[str, tuple[Painter, bool]] = MappingProxyType(
    {
        # name: painter, whether it lies over the subjects
        "smoke": (smoke, False),
        "steam": (steam, True),
        "fireworks": (fireworks, False),
        "firework": (fireworks, False),
        "confetti": (confetti, True),
        "bubbles": (bubbles, True),
        "bubble": (bubbles, True),
        "falling leaves": (_falling(("#d9772e", "#c4502f", "#e0a23c", "#a8432f"), 30, 0.05, 0.3), True),
        "leaves": (_falling(("#d9772e", "#c4502f", "#e0a23c", "#a8432f"), 30, 0.05, 0.3), True),
        "petals": (_falling(("#f8b8cb", "#fbd3de", "#f092ae"), 34, 0.034, 0.38), True),
        "cherry blossoms": (_falling(("#f8b8cb", "#fbd3de", "#f092ae"), 34, 0.034, 0.38), True),
        "fireflies": (fireflies, True),
        "firefly": (fireflies, True),
        "sparkles": (sparkles, True),
        "glitter": (sparkles, True),
        "lightning": (lightning, False),
        "rainbow": (rainbow, False),
        "northern lights": (northern_lights, False),
        "aurora": (northern_lights, False),
        "aurora borealis": (northern_lights, False),
        "fire glow": (fire_glow, False),
        "glow": (fire_glow, False),
        "shooting star": (shooting_star, False),
        "comet": (shooting_star, False),
        "wind": (wind, True),
        "rain": (rain, True),
        "snow": (snow, True),
        "snowflakes": (snow, True),
        "splash": (splash, True),
        "spotlight": (beam, False),
        "light beam": (beam, False),
        "clouds": (clouds, False),
        "dust": (fireflies, True),
    }
)


def effects() -> tuple[str, ...]:
    """The names that `effect` knows."""
    return tuple(_PAINTERS)


def effect(name: str, box: Box, dice: random.Random, prefix: str = "fx", node: str | None = None) -> list[Element]:
    """An effect filling a box (px). Over everything: role light; else scenery behind the subjects.

    Raises KeyError for a name that `effects` does not list. Ids are `prefix-name-n`.
    """
    painter, over = _PAINTERS[name]
    role = Role.LIGHT if over else Role.MIDDLE
    slug = name.replace(" ", "-")
    parts = [markup for markup in painter(box, dice) if markup]
    return [
        Element(f"{prefix}-{slug}-{i}", role, markup, extent(markup), name, node) for i, markup in enumerate(parts, 1)
    ]
