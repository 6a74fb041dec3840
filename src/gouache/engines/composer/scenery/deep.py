"""The world below the water, and ice above it."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.land import ridge_line
from gouache.engines.composer.scenery.paths import blob, dot, ellipse, fill, lens, line, poly, rect, under
from gouache.engines.composer.scenery.water import glints


def ice(c: Canvas, arg: str = "") -> None:
    """Icebergs on cold water beyond a floe to stand on."""
    water = c.tones.wet(mix("#4f8fb0", c.tones.palette.far, 0.45))
    c.ground(
        "water",
        c.wall(water, c.hy, min(c.h, c.hy + 0.5 * (c.h - c.hy))),
        glints(c, c.hy, c.hy + 0.4 * (c.h - c.hy), 14),
    )
    lit, dark = c.tones.at("#f6fbff", 0.12), c.tones.at("#a9cbe2", 0.1)
    for x in c.spread(c.dice.choice((2, 3, 4)), 0.35):
        w, h = c.u * c.dice.uniform(110, 260), c.hy * c.dice.uniform(0.14, 0.42) * (0.5 + abs(x / c.w - 0.5))
        foot = c.hy + 0.02 * c.h
        top = [
            (x - w / 2, foot),
            (x - w * 0.38, foot - h * 0.5),
            (x - w * 0.12, foot - h),
            (x + w * 0.12, foot - h * 0.72),
            (x + w * 0.36, foot - h * 0.84),
            (x + w / 2, foot),
        ]
        s = -c.side
        shade = [
            top[2],
            (x - w * 0.04, foot - h * 0.5),
            (x + s * w * 0.06, foot),
            (x + s * w / 2, foot),
            *([top[1]] if s < 0 else [top[4], top[3]]),
        ]
        c.middle(
            "iceberg",
            fill(poly(top), lit),
            fill(poly(shade), dark),
            fill(lens(x, foot + 2, w * 1.15, 0.008 * c.h), shift(water, 0.08)),
        )
    y = c.hy + 0.3 * (c.h - c.hy)
    edge = [(x / 9 * c.w, y + c.dice.uniform(-0.02, 0.02) * c.h) for x in range(-1, 11)]
    c.ground(
        "ice",
        fill(under([(x, yy + 0.012 * c.h) for x, yy in edge], c.h + 2, False), c.tones.local("#9cc4dc")),
        fill(
            under([(x, yy - 0.006 * c.h) for x, yy in edge], c.h + 2, False),
            c.tones.local(mix("#f2f8fc", c.tones.palette.ground, 0.4)),
        ),
    )
    cracks = "".join(
        poly(
            [
                (x, yy),
                (x + 0.05 * c.w, yy + 0.012 * c.h),
                (x + 0.04 * c.w, yy + 0.03 * c.h),
                (x + 0.1 * c.w, yy + 0.04 * c.h),
            ],
            False,
        )
        for x, yy in ((c.dice.uniform(0, 0.9) * c.w, c.dice.uniform(y + 0.06 * c.h, 0.95 * c.h)) for _ in range(4))
    )
    c.ground("cracks", line(cracks, c.tones.local("#bcd8e8"), 3 * c.u))


def deep(c: Canvas, arg: str = "") -> None:
    """Under water: light from above in shafts, blue ridges, sand, weed and coral at the sides."""
    top, low = mix(c.tones.water, c.tones.palette.light, 0.5), shift(c.tones.water, -0.14)
    top, low = c.tones.wet(top), c.tones.wet(low)
    bands = [c.wall(top)]
    for k in range(1, 6):
        y = c.h * (k / 6) ** 1.1
        wave = [(x / 8 * c.w, y + 0.014 * c.h * math.sin(k * 1.3 + x)) for x in range(9)]
        bands.append(fill(under(wave, c.h), mix(top, low, k / 5)))
    c.back("water", *bands)
    x0 = c.w * (0.5 + 0.2 * c.side)
    rays = "".join(
        poly(
            [
                (x0 + c.w * k, -4),
                (x0 + c.w * (k + 0.07), -4),
                (x0 + c.w * (k * 2.2 + 0.2 - 0.3 * c.side), c.h * 0.82),
                (x0 + c.w * (k * 2.2 - 0.3 * c.side), c.h * 0.82),
            ]
        )
        for k in (-0.4, -0.22, -0.05, 0.12, 0.3)
    )
    c.back("light shafts", fill(rays, "#ffffff", 0.1))
    for k in range(2):
        c.middle(
            "reef",
            fill(
                under(ridge_line(c, c.hy + 0.04 * c.h * k, c.h * (0.16 - 0.05 * k), 1.8, 0.3), c.h),
                mix(low, mix(top, low, 0.6), 0.6 - 0.35 * k),
            ),
        )
    sand = c.tones.local(mix(c.tones.sand, c.tones.water, 0.22))
    c.ground(
        "sea floor",
        fill(under(ridge_line(c, c.hy + 0.07 * c.h, 0.04 * c.h, 1.2, 0.1), c.h + 2), sand),
        fill(under(ridge_line(c, c.gy + 0.06 * c.h, 0.04 * c.h, 0.9, 0.1), c.h + 2), shift(sand, -0.04)),
    )
    corals(c)
    weeds(c)


def corals(c: Canvas, arg: str = "") -> None:
    """Branching, round and tube corals at the borders."""
    p = c.tones.palette
    colors = (p.accent, mix(p.accent, p.light, 0.4), p.far if p.given else "#8f7fd1", p.light if p.given else "#f2b35e")
    for _ in range(c.dice.choice((4, 5, 6))):
        x, y = c.edge(0.26), c.hy + (c.h - c.hy) * c.dice.uniform(0.25, 0.8)
        color, s = c.tones.local(c.dice.choice(colors)), c.u * c.dice.uniform(50, 110)
        kind = c.dice.randrange(3)
        if kind == 0:
            d = "".join(
                poly(q, False)
                for q in (
                    [(x, y), (x, y - s)],
                    [(x, y - s * 0.4), (x + s * 0.4, y - s * 0.7), (x + s * 0.4, y - s)],
                    [(x, y - s * 0.3), (x - s * 0.4, y - s * 0.55), (x - s * 0.45, y - s * 0.9)],
                )
            )
            c.middle("coral", line(d, color, s * 0.17))
        elif kind == 1:
            c.middle(
                "coral",
                fill(blob(c.dice, x, y - s * 0.3, s * 0.55, s * 0.4, 10, 0.05), color),
                fill(
                    "".join(
                        dot(x + s * a, y - s * b, s * 0.05)
                        for a, b in ((-0.2, 0.3), (0.05, 0.5), (0.2, 0.25), (-0.05, 0.12))
                    ),
                    shift(color, -0.07),
                ),
            )
        else:
            d = "".join(
                rect(x + s * a, y - s * b, s * 0.2, s * b, s * 0.09)
                for a, b in ((-0.36, 0.6), (-0.1, 0.95), (0.16, 0.72))
            )
            holes = "".join(
                ellipse(x + s * (a + 0.1), y - s * b + s * 0.06, s * 0.055, s * 0.035)
                for a, b in ((-0.36, 0.6), (-0.1, 0.95), (0.16, 0.72))
            )
            c.middle("coral", fill(d, color), fill(holes, shift(color, -0.14)))


def weeds(c: Canvas, arg: str = "") -> None:
    """Waving sea grass."""
    g = c.tones.local(mix("#2f8f6f", c.tones.water, 0.3))
    out = ["", ""]
    for i in range(12):
        x, y = c.edge(0.3), c.hy + (c.h - c.hy) * c.dice.uniform(0.2, 0.95)
        h, w, s = c.h * c.dice.uniform(0.1, 0.28), 9 * c.u, c.u * c.dice.uniform(18, 36)
        out[i % 2] += (
            f"M{x - w:.1f} {y:.1f}"
            f"C{x - w - s:.1f} {y - h * 0.35:.1f} {x + s:.1f} {y - h * 0.6:.1f} {x:.1f} {y - h:.1f}"
            f"C{x + s + w:.1f} {y - h * 0.55:.1f} {x - s + w:.1f} {y - h * 0.35:.1f} {x + w:.1f} {y:.1f}Z"
        )
    c.middle("seaweed", fill(out[0], g), fill(out[1], shift(g, -0.06)))
