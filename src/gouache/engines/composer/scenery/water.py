"""Water: sea, lakes, rivers, waterfalls, the world below, and what lies at its shores."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.heavens import heap
from gouache.engines.composer.scenery.land import ridge_line, rock
from gouache.engines.composer.scenery.paths import blob, curve, dot, ellipse, fill, leaf, lens, line, poly, rect, under
from gouache.engines.composer.scenery.plants import tree


def _shallow(c: Canvas) -> str:
    return mix(c.tones.water, c.tones.palette.light, 0.32)


def glints(c: Canvas, top: float, bottom: float, count: int = 26) -> str:
    """Flat lens-shaped strokes, small and dense at the horizon; a column of them under sun or moon."""
    plain = ""
    for _ in range(count):
        k = c.dice.random() ** 1.4
        y = top + (bottom - top) * (0.04 + 0.94 * k)
        plain += lens(
            c.dice.uniform(0, 1) * c.w, y, c.w * (0.05 + 0.14 * k) * c.dice.uniform(0.6, 1.2), c.h * (0.002 + 0.006 * k)
        )
    low = ""
    if c.tones.time != "day":
        x = c.w * (0.5 + 0.3 * c.side)
        for k in range(9):
            y = top + (bottom - top) * (0.015 + 0.62 * (k / 8) ** 1.3)
            low += lens(
                x + c.u * c.dice.uniform(-14, 14), y, c.w * c.dice.uniform(0.07, 0.2), c.h * (0.003 + 0.004 * k / 8)
            )
    return fill(plain, mix(c.tones.wet(_shallow(c)), c.tones.sky[2], 0.4), 0.5) + fill(low, c.tones.glow, 0.75)


def sea(c: Canvas, arg: str = "") -> None:
    """Open water from the horizon down, in bands that darken or lighten towards us."""
    deep, shallow = c.tones.wet(c.tones.water), c.tones.wet(_shallow(c))
    order = c.dice.choice((1, -1)) if not arg else -1
    bands = [c.wall(mix(mix(deep, shallow, 0.5 - 0.35 * order), c.tones.haze, 0.3), c.hy)]
    for k in range(1, 4):
        y = c.hy + (c.h - c.hy) * (k / 4) ** 1.25
        wave = [(x / 8 * c.w, y + c.h * 0.006 * math.sin(x * 1.4 + k * 2)) for x in range(9)]
        bands.append(
            fill(
                under(wave, c.h + 2),
                mix(mix(deep, shallow, 0.5 - order * (0.35 - 0.25 * k)), c.tones.haze, 0.2 - 0.06 * k),
            )
        )
    c.ground("sea", *bands, glints(c, c.hy, c.h))
    c.water_y = c.gy


def wave_front(c: Canvas, arg: str = "") -> None:
    """One swell in front of what floats."""
    y = min(c.h * 0.97, c.gy + 0.07 * c.h)
    phase = c.dice.uniform(0, 6)
    for k, color in enumerate((shift(c.tones.water, -0.03), shift(c.tones.water, -0.08))):
        wave = [
            (x / 20 * c.w, y + 0.035 * c.h * k + 0.012 * c.h * math.sin(phase + k * 2 + x * 0.9)) for x in range(-1, 22)
        ]
        c.front("wave", fill(under(wave, c.h + 2), c.tones.wet(color), 0.9))


def swells(c: Canvas, arg: str = "") -> None:
    """Rolling waves with light crests behind the floating subject."""
    phase = c.dice.uniform(0, 6)
    for k in range(3):
        y = c.hy + (c.gy - c.hy) * (0.3 + 0.3 * k)
        wave = [
            (x / 24 * c.w, y + c.h * (0.006 + 0.004 * k) * math.sin(phase + k * 1.9 + x * (1.5 - 0.25 * k)))
            for x in range(-1, 26)
        ]
        color = c.tones.wet(mix(c.tones.water, _shallow(c), 0.45 - 0.2 * k))
        c.ground(
            "swell",
            fill(under(wave, c.h + 2), color),
            line(curve(wave), c.tones.wet(shift(_shallow(c), 0.05)), 3 * c.u, 0.5),
        )


def shore(c: Canvas, arg: str = "sand") -> None:
    """A beach: wet sand, a line of foam, dry sand in the near half."""
    room = c.h - c.hy
    tilt = c.side * c.dice.uniform(0.02, 0.09) * c.h
    y = c.hy + room * c.dice.uniform(0.24, 0.36)
    base = c.tones.sand if arg == "sand" else c.tones.grass
    amp, phase = 0.012 * c.h, c.dice.uniform(0, 6)
    edge = [((x / 16) * c.w, y + tilt * (x / 16 - 0.5) + amp * math.sin(phase + x * 0.8)) for x in range(-1, 18)]

    def lower(dy: float) -> str:
        return under([(x, yy + dy * c.h) for x, yy in edge], c.h + 2)

    wash = (
        [fill(lower(-0.018), c.tones.wet(_shallow(c)), 0.9), fill(lower(0.0), c.tones.local("#fdfefe"), 0.9)]
        if arg == "sand"
        else []
    )
    c.ground(
        "shore", *wash, fill(lower(0.012), c.tones.local(shift(base, -0.07))), fill(lower(0.03), c.tones.local(base))
    )
    last = ridge_line(c, min(c.h * 0.98, c.gy + 0.08 * c.h), 0.05 * c.h, 0.6, 0.05, 10)
    dots = "".join(
        dot(
            c.dice.uniform(0, 1) * c.w,
            c.dice.uniform(min(c.gy, y + 0.1 * c.h), c.h * 0.985),
            c.u * c.dice.uniform(1.2, 2.6),
        )
        for _ in range(34)
    )
    c.ground(
        "near shore",
        fill(under(last, c.h + 2), c.tones.local(shift(base, -0.03, 1.05))),
        fill(dots, c.tones.local(shift(base, -0.11)), 0.7),
    )


def beach_things(c: Canvas, arg: str = "") -> None:
    """A starfish, shells and pebbles in the sand, off the middle."""
    a = c.tones.local(c.tones.palette.accent)
    x, y, r = c.edge(0.28), min(0.96 * c.h, c.gy + 0.05 * c.h), 20 * c.u
    arms = "".join(leaf(x, y, r, r * 0.28, k * 72 + 18) for k in range(5))
    shells = "".join(
        ellipse(c.edge(0.4), c.dice.uniform(c.gy - 0.06 * c.h, c.h * 0.97), 6 * c.u, 4 * c.u) for _ in range(7)
    )
    c.ground("shells", fill(shells, c.tones.local("#fff4e4")), fill(arms, a))


def parasol(c: Canvas, arg: str = "") -> None:
    """A striped beach umbrella with a towel, at one side."""
    x = c.w * (0.12 if c.dice.random() < 0.5 else 0.88)
    y, r = c.gy - 0.06 * c.h, 0.15 * c.h
    a, b = c.tones.local(c.tones.palette.accent), c.tones.local("#fff7ea")
    top = y - r * 1.9
    parts = [line(poly([(x, y), (x + r * 0.12, top)], False), c.tones.local("#e8ddc9"), 7 * c.u)]
    cx, cy = x + r * 0.12, top + r * 0.55
    for i in range(6):
        x0, x1 = cx - r + r * i / 3, cx - r + r * (i + 1) / 3
        d = (
            f"M{cx:.1f} {top:.1f}"
            f"Q{(cx + x0 * 2) / 3 - (r * 0.12 if i < 3 else -r * 0.0):.1f} {top + r * 0.06:.1f} {x0:.1f} {cy:.1f}"
            f"Q{(x0 + x1) / 2:.1f} {cy - r * 0.12:.1f} {x1:.1f} {cy:.1f}"
            f"Q{(cx + x1 * 2) / 3 + (r * 0.12 if i > 2 else 0):.1f} {top + r * 0.06:.1f} {cx:.1f} {top:.1f}Z"
        )
        parts.append(fill(d, a if i % 2 else b))
    towel = poly(
        [
            (x - r * 0.7, y + r * 0.1),
            (x + r * 0.7, y + r * 0.1),
            (x + r * 0.9, y + r * 0.42),
            (x - r * 0.9, y + r * 0.42),
        ]
    )
    stripe = poly(
        [
            (x - r * 0.25, y + r * 0.1),
            (x + r * 0.1, y + r * 0.1),
            (x + r * 0.14, y + r * 0.42),
            (x - r * 0.32, y + r * 0.42),
        ]
    )
    c.middle("parasol", fill(towel, c.tones.local(c.tones.palette.far)), fill(stripe, b), *parts)


def lake(c: Canvas, arg: str = "") -> None:
    """Still water behind a near bank, mirroring the far shore."""
    bottom = c.hy + (c.h - c.hy) * c.dice.uniform(0.46, 0.6)
    water = c.tones.wet(mix(c.tones.water, c.tones.sky[1], 0.35))
    mirror = ridge_line(c, c.hy + 0.03 * c.h, 0.0, 1, 0, 2)
    band = poly(
        [
            *mirror,
            (1.01 * c.w, c.hy + 0.075 * c.h),
            (0.6 * c.w, c.hy + 0.09 * c.h),
            (0.25 * c.w, c.hy + 0.07 * c.h),
            (-0.01 * c.w, c.hy + 0.085 * c.h),
        ]
    )
    c.ground(
        "lake",
        c.wall(water, c.hy, min(c.h, bottom + 0.1 * c.h)),
        fill(band, c.tones.at(mix(c.tones.leaf, c.tones.water, 0.5), 0.35), 0.6),
        glints(c, c.hy + 0.04 * c.h, bottom, 16),
    )
    c.water_y = (c.hy + bottom) / 2 + 0.04 * c.h
    bank(c, bottom)


def bank(c: Canvas, y: float) -> None:
    """The near shore of still water."""
    base = c.tones.grass if not (c.tones.snowy and not c.tones.palette.given) else "#eef4f9"
    edge = ridge_line(c, y + 0.04 * c.h, 0.06 * c.h, c.dice.uniform(0.5, 1.0), 0.15, 14)
    lip = [(x, yy - 0.012 * c.h) for x, yy in edge]
    last = ridge_line(c, min(c.h * 0.985, c.gy + 0.09 * c.h), 0.06 * c.h, 0.7, 0.05, 10)
    c.ground(
        "bank",
        fill(under(lip, c.h + 2), c.tones.local(shift(base, -0.1))),
        fill(under(edge, c.h + 2), c.tones.local(base)),
        fill(under(last, c.h + 2), c.tones.local(shift(base, -0.04))),
    )


def pond(c: Canvas, arg: str = "") -> None:
    """A round pool in the ground in front; things swim in it."""
    water = c.tones.wet(mix(c.tones.water, c.tones.sky[1], 0.35))
    room = c.h - c.hy
    cx, cy, rx, ry = c.w * (0.5 + c.dice.uniform(-0.05, 0.05)), c.gy - 0.01 * c.h, 0.46 * c.w, room * 0.3
    rim = blob(c.dice, cx, cy, rx * 1.05, ry * 1.1, 12, 0.05)
    pool = blob(c.dice, cx, cy, rx, ry, 12, 0.05)
    rings = "".join(
        lens(cx + c.dice.uniform(-0.3, 0.3) * c.w, cy + c.dice.uniform(-0.7, 0.7) * ry, c.w * 0.12, 0.005 * c.h)
        for _ in range(7)
    )
    c.ground(
        "pond",
        fill(rim, c.tones.local(shift(c.tones.grass, -0.11))),
        fill(pool, water),
        fill(rings, shift(water, 0.08), 0.8),
    )
    c.water_y = cy


def river(c: Canvas, arg: str = "") -> None:
    """A stream winding from the horizon past the standing place."""
    s = c.dice.choice((-1, 1))
    water = c.tones.wet(mix(c.tones.water, c.tones.sky[1], 0.3))
    y0, y1 = c.hy + 0.03 * c.h, c.h + 2
    m, x0, x1 = (y0 + y1) / 2, c.w * (0.5 + s * 0.18), c.w * (0.5 + s * 0.44)
    wide = 0.2 * c.w

    def stream(k: float) -> str:
        a, b = x1 - wide * k, x1 + wide * k
        d = (
            f"M{x0 - 0.01 * c.w * k:.1f} {y0:.1f}"
            f"C{x0 - s * 0.3 * c.w:.1f} {y0 + (m - y0) * 0.7:.1f} {a + s * 0.02 * c.w:.1f} {m:.1f} {a:.1f} {y1:.1f}"
        )
        return (
            d + f"L{b:.1f} {y1:.1f}"
            f"C{b - s * 0:.1f} {m:.1f} {x0 - s * 0.2 * c.w:.1f}"
            f" {y0 + (m - y0) * 0.6:.1f} {x0 + 0.014 * c.w * k:.1f} {y0:.1f}Z"
        )

    c.ground(
        "river",
        fill(stream(1.16), c.tones.local(shift(c.tones.grass, -0.1))),
        fill(stream(1.0), water),
        fill(stream(0.35), shift(water, 0.06), 0.6),
    )
    c.water_y = (c.gy + c.h) / 2


def fall(c: Canvas, arg: str = "") -> None:
    """Water falling over a rock face at the light's side, with foam at its foot."""
    x, w = c.w * (0.5 + c.side * c.dice.uniform(0.0, 0.16)), c.w * c.dice.uniform(0.11, 0.2)
    top, foot = c.hy * 0.28, c.hy + 0.08 * c.h
    rock_ = c.tones.at(c.tones.stone, 0.12)
    face = [
        (-0.01 * c.w, top - 0.06 * c.h),
        *[(k / 7 * c.w, top + c.dice.uniform(-0.05, 0.03) * c.h) for k in range(1, 7)],
        (1.01 * c.w, top - 0.05 * c.h),
    ]
    steps = "".join(
        poly(
            [
                (px, py),
                (px + c.w * 0.08, py + 0.01 * c.h),
                (px + c.w * 0.06, py + 0.2 * c.h),
                (px - c.w * 0.02, py + 0.17 * c.h),
            ]
        )
        for px, py in ((c.w * c.dice.random(), top + 0.3 * c.dice.random() * (foot - top)) for _ in range(8))
    )
    water, white = c.tones.local(mix(c.tones.water, c.tones.palette.light, 0.55)), c.tones.local("#fbfeff")
    sheet = poly(
        [(x - w / 2, top + 0.005 * c.h), (x + w / 2, top + 0.005 * c.h), (x + w * 0.62, foot), (x - w * 0.62, foot)]
    )
    threads = "".join(
        rect(
            x + w * k,
            top + (foot - top) * c.dice.uniform(0.02, 0.4),
            w * 0.045,
            (foot - top) * c.dice.uniform(0.3, 0.6),
            4 * c.u,
        )
        for k in (-0.4, -0.24, -0.05, 0.12, 0.3)
    )
    foam = "".join(ellipse(x + w * k, foot, w * 0.22, w * 0.14) for k in (-0.6, -0.3, 0, 0.3, 0.6))
    c.middle("cliff", fill(under(face, foot + 0.02 * c.h, smooth=False), rock_), fill(steps, shift(rock_, -0.05)))
    c.middle("waterfall", fill(sheet, water), fill(threads, white, 0.85))
    pool = c.tones.wet(mix(c.tones.water, c.tones.sky[1], 0.25))
    c.ground("pool", c.wall(pool, foot - 0.01 * c.h), fill(foam, white, 0.9), glints(c, foot, c.h, 14))
    c.water_y = foot + 0.1 * c.h
    bank(c, c.hy + (c.h - c.hy) * 0.5)


def islet(c: Canvas, arg: str = "") -> None:
    """A small green or sandy island on the horizon."""
    x, w = c.w * (0.5 - c.side * c.dice.uniform(0.24, 0.36)), c.w * c.dice.uniform(0.2, 0.34)
    h = w * c.dice.uniform(0.16, 0.34)
    parts = [
        fill(
            f"M{x - w / 2:.1f} {c.hy + 3:.1f}"
            f"Q{x - w * 0.2:.1f} {c.hy - h * 1.5:.1f} {x + w * 0.1:.1f} {c.hy - h * 0.7:.1f}"
            f"Q{x + w * 0.3:.1f} {c.hy - h * 0.9:.1f} {x + w / 2:.1f} {c.hy + 3:.1f}Z",
            c.tones.at(c.tones.leaf, 0.4),
        )
    ]
    parts += [tree(c, "palm", x + w * k, c.hy, h * 1.9, 0.3) for k in (-0.1, 0.14)] if arg == "palm" else []
    c.middle("island", *parts)


def sandbank(c: Canvas, arg: str = "") -> None:
    """A little island to stand on, palms at one side."""
    base = c.tones.sand
    cx, rx, ry = c.w * 0.5, 0.47 * c.w, (c.h - c.hy) * 0.36
    cy = c.gy + ry * 0.25
    c.ground(
        "island",
        fill(ellipse(cx, cy + 0.015 * c.h, rx * 1.06, ry * 1.06), c.tones.wet(_shallow(c))),
        fill(ellipse(cx, cy + 0.006 * c.h, rx * 1.01, ry * 1.01), c.tones.local("#fdfefe"), 0.85),
        fill(ellipse(cx, cy, rx, ry), c.tones.local(base)),
        fill(ellipse(cx, cy - ry * 0.2, rx * 0.8, ry * 0.6), c.tones.local(shift(base, 0.025))),
    )
    s = c.dice.choice((-1, 1))
    for k in range(c.dice.choice((1, 2, 2))):
        c.middle(
            "palm", tree(c, "palm", cx + s * rx * (0.74 - 0.2 * k), cy - ry * (0.2 + 0.3 * k), c.h * (0.5 - 0.12 * k))
        )
    lit = c.tones.local(c.tones.stone)
    c.middle(
        "rocks", *(rock(c, cx - s * rx * k, cy - ry * 0.1, 70 * c.u, lit, shift(lit, -0.08)) for k in (0.78, 0.64))
    )


def cloud_floor(c: Canvas, arg: str = "") -> None:
    """High in the air: big clouds below and far ones beside."""
    for k, fade in enumerate((0.5, 0.3, 0.1)):
        parts = [
            heap(c, x, c.h * (0.86 + 0.08 * k), c.w * c.dice.uniform(0.3, 0.52), fade)
            for x in c.spread(3 + k, 0.4, -0.05, 1.05)
            if k < 2 or abs(x / c.w - 0.5) > 0.25
        ]
        c.back("clouds", *parts)


def pier(c: Canvas, arg: str = "") -> None:
    """A wooden jetty to stand on, across the lower page."""
    y, wood = c.gy - 0.07 * c.h, c.tones.local(mix(c.tones.wood, "#c79a6b", 0.4))
    planks = "".join(
        poly(
            [
                (c.w * (0.5 + (k / 9 - 0.5) * 1.1), y),
                (c.w * (0.5 + (k / 9 - 0.5) * 1.1) + 2 * c.u, y),
                (c.w * (0.5 + (k / 9 - 0.5) * 1.7) + 3 * c.u, c.h),
                (c.w * (0.5 + (k / 9 - 0.5) * 1.7), c.h),
            ]
        )
        for k in range(10)
    )
    posts = "".join(rect(x * c.w, y - 0.05 * c.h, 0.025 * c.w, 0.06 * c.h, 5 * c.u) for x in (0.04, 0.32, 0.66, 0.94))
    c.ground(
        "pier",
        fill(posts, shift(wood, -0.12)),
        c.wall(wood, y),
        fill(rect(-2, y, c.w + 4, 0.014 * c.h), shift(wood, 0.06)),
        fill(planks, shift(wood, -0.07)),
    )


def boats(c: Canvas, arg: str = "") -> None:
    """Small sails far out."""
    for _ in range(c.dice.choice((1, 2, 3))):
        x, y, s = c.edge(0.4), c.hy + c.h * c.dice.uniform(0.005, 0.04), c.u * c.dice.uniform(26, 50)
        hull = poly([(x - s * 0.6, y - s * 0.16), (x + s * 0.6, y - s * 0.16), (x + s * 0.4, y), (x - s * 0.42, y)])
        sails = (
            f"M{x:.1f} {y - s * 1.4:.1f}"
            f"Q{x + s * 0.5:.1f} {y - s * 0.8:.1f} {x + s * 0.5:.1f} {y - s * 0.24:.1f}"
            f"L{x:.1f} {y - s * 0.24:.1f}ZM{x - s * 0.06:.1f} {y - s * 1.2:.1f}"
            f"L{x - s * 0.4:.1f} {y - s * 0.24:.1f}L{x - s * 0.06:.1f} {y - s * 0.24:.1f}Z"
        )
        c.middle("sail", fill(hull, c.tones.at(c.tones.palette.accent, 0.3)), fill(sails, c.tones.at("#ffffff", 0.2)))
