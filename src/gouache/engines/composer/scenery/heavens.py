"""Skies: colour bands, sun, moon, stars, clouds, northern lights, rainbows."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import curve, dot, ellipse, fill, line, poly, rect, scallop, star


def sky(c: Canvas, arg: str = "") -> None:
    """The whole sky with what is in it. `full` covers the page, `bare` leaves sun and clouds out."""
    bottom = c.h if "full" in arg else min(c.h, c.hy + 0.22 * c.h)
    style = c.dice.choice(("fine", "glow", "fine", "flat"))
    if c.tones.weather == "fog" or c.tones.night or "full" in arg or (style == "flat" and c.tones.time != "day"):
        style = "fine"
    _base(c, style, bottom)
    c.heaven = len(c.elements)
    if "bare" in arg:
        return
    covered = c.tones.covered
    if c.tones.night:
        stars(c, bottom)
    if not covered:
        (moon if c.tones.night else sun)(c)
    clouds(c, covered)
    if c.h > 1.3 * c.w:
        _high_sky(c, covered)
    elif not covered and not c.tones.night and c.dice.random() < 0.3:
        birds(c)
    c.heaven = len(c.elements)


def _high_sky(c: Canvas, covered: bool) -> None:
    """Tall pages have much sky: more clouds up there, a flock, sometimes balloons far away."""
    if c.tones.night:
        stars(c, 0.7 * c.hy, 60)
    elif not covered:
        for k in range(3):
            x = c.w * ((0.24, 0.8, 0.42)[k] + c.dice.uniform(-0.08, 0.08))
            c.back("clouds", heap(c, x, c.hy * (0.14 + 0.17 * k), c.u * (270 - 50 * k), 0.1 + 0.12 * k))
        birds(c)
        if c.dice.random() < 0.4 and "balloons" not in c.spared:
            _balloons(c)


def birds(c: Canvas, arg: str = "") -> None:
    """A small flock far away: open wings in one thin line."""
    if "birds" in c.spared:
        return
    x0, y0 = c.w * (0.5 - c.side * c.dice.uniform(0.12, 0.34)), c.hy * c.dice.uniform(0.2, 0.46)
    d = ""
    for k in range(c.dice.choice((3, 4, 5))):
        x, y = x0 + c.u * (k * 46 + c.dice.uniform(-12, 12)), y0 + c.u * c.dice.uniform(-34, 34)
        s = c.u * c.dice.uniform(12, 19)
        d += f"M{x - s:.1f} {y - s * 0.3:.1f}Q{x - s * 0.4:.1f} {y - s * 0.6:.1f} {x:.1f} {y:.1f}"
        d += f"Q{x + s * 0.4:.1f} {y - s * 0.6:.1f} {x + s:.1f} {y - s * 0.3:.1f}"
    c.back("birds", line(d, mix(c.tones.sky[0], "#2b3047", 0.5), 3 * c.u, 0.8))


def _balloons(c: Canvas) -> None:
    """Two hot-air balloons in the distance."""
    for x, y, r in ((0.5 - 0.3 * c.side, 0.24, 34), (0.5 - 0.12 * c.side, 0.42, 20)):
        px, py, s = x * c.w, y * c.hy, r * c.u
        color = c.tones.at(c.tones.palette.accent, 0.3)
        envelope = (
            f"M{px:.1f} {py - s:.1f}C{px + s * 1.3:.1f} {py - s:.1f} {px + s * 1.1:.1f} {py + s * 0.4:.1f}"
            f" {px + s * 0.22:.1f} {py + s * 1.1:.1f}L{px - s * 0.22:.1f} {py + s * 1.1:.1f}"
            f"C{px - s * 1.1:.1f} {py + s * 0.4:.1f} {px - s * 1.3:.1f} {py - s:.1f} {px:.1f} {py - s:.1f}Z"
        )
        band = ellipse(px, py - 0.1 * s, s * 0.36, s * 0.88)
        basket = rect(px - s * 0.18, py + s * 1.35, s * 0.36, s * 0.3, s * 0.06)
        c.back(
            "balloon",
            fill(envelope, color),
            fill(band, mix(color, "#ffffff", 0.45)),
            fill(basket, c.tones.at(c.tones.wood, 0.3)),
        )


def _mixed(c: Canvas, k: float) -> str:
    top, middle, low = c.tones.sky
    return mix(top, middle, k * 2) if k < 0.5 else mix(middle, low, k * 2 - 1)


def _base(c: Canvas, style: str, bottom: float) -> None:
    """The sky's colours as flat strips, which cost a renderer far less than a gradient over the page.

    Strips are so many that none is seen; where few are wanted they lie in round glows about the light.
    """
    if style == "flat":
        c.back("sky", c.wall(_mixed(c, 0.45), 0, bottom), _horizon_light(c, bottom))
        return
    if style == "glow":
        c.back("sky", c.wall(_mixed(c, 0.12), 0, bottom), *_glows(c, bottom))
        return
    count = max(16, min(64, round(c.hy / 12)))
    tops = [round(c.hy * (k / count) ** 0.9) for k in range(count)] + [round(bottom)]
    colors = [_mixed(c, k / (count - 1)) for k in range(count)]
    c.back("sky", *(c.wall(color, top, foot) for color, top, foot in zip(colors, tops, tops[1:], strict=False)))


def _glows(c: Canvas, bottom: float) -> list[str]:
    """Rings of the sky's colours around the place of the sun, the outer ones large and near to each other."""
    x, y = c.w * (0.5 + 0.26 * c.side), min(bottom, c.hy * 1.02)
    reach, count = 1.15 * max(c.hy, 0.72 * c.w), 8
    rings = []
    for k in range(count):
        t = (k + 1) / count
        r = reach * (1 - t * 0.86)
        rings.append(fill(ellipse(x, y, r * 1.15, r), _mixed(c, 0.12 + 0.88 * t)))
    return rings


def _horizon_light(c: Canvas, bottom: float) -> str:
    """Two wide flat ovals of light on the horizon."""
    low = c.tones.sky[2]
    x = c.w * (0.5 + 0.22 * c.side)
    wide = ellipse(x, c.hy, 0.75 * c.w, 0.42 * c.hy)
    near = ellipse(x, c.hy, 0.48 * c.w, 0.24 * c.hy)
    return fill(wide, low, 0.45) + fill(near, low, 0.6)


def _place(c: Canvas, low: float, high: float) -> tuple[float, float]:
    """On the light's side, between fractions of the way from page top to horizon."""
    x = c.w * (0.5 + c.side * c.dice.uniform(0.2, 0.4))
    return x, c.hy * c.dice.uniform(low, high)


def sun(c: Canvas, arg: str = "") -> None:
    """By day a small high sun, or none; at dawn and dusk a large one at the horizon."""
    edge = c.tones.time in ("dawn", "dusk")
    if not edge and c.dice.random() < 0.3:
        return
    x, y = _place(c, 0.66, 0.96) if edge else _place(c, 0.14, 0.42)
    r = c.u * (c.dice.uniform(70, 135) if edge else c.dice.uniform(38, 72))
    glow = c.tones.glow
    rings = "".join(fill(ellipse(x, y, r * k), glow, o) for k, o in ((1.95, 0.14), (1.45, 0.22)))
    kind = c.dice.choice(("rings", "plain", "rings", "stripes" if edge else "rings"))
    disc = fill(
        ellipse(x, y, r), mix(glow, "#fff4c8" if not edge else "#ffd27a", 0.4 if not c.tones.palette.given else 0)
    )
    if kind == "stripes":
        bars = "".join(
            rect(x - r * 1.1, y + r * k, r * 2.2, r * t) for k, t in ((0.1, 0.07), (0.36, 0.1), (0.64, 0.14))
        )
        c.back("sun", disc, fill(bars, _mixed(c, min(1.0, y / max(1.0, c.hy)))))
        return
    c.back("sun", rings if kind == "rings" else "", disc)


def moon(c: Canvas, arg: str = "") -> None:
    """A full or new moon with a pale halo."""
    x, y = _place(c, 0.16, 0.45)
    r, face = c.u * c.dice.uniform(36, 78), c.tones.glow
    halo = fill(ellipse(x, y, r * 2.0), face, 0.07) + fill(ellipse(x, y, r * 1.45), face, 0.1)
    if c.dice.random() < 0.4:
        k = c.side * r * 0.75
        horn = f"M{x:.1f} {y - r:.1f}C{x + k * 1.77:.1f} {y - r:.1f} {x + k * 1.77:.1f} {y + r:.1f} {x:.1f} {y + r:.1f}"
        horn += f"C{x + k * 0.75:.1f} {y + r * 0.5:.1f} {x + k * 0.75:.1f} {y - r * 0.5:.1f} {x:.1f} {y - r:.1f}Z"
        c.back("moon", halo, fill(horn, face))
        return
    spots = "".join(
        ellipse(x + r * a, y + r * b, r * s) for a, b, s in ((-0.3, -0.2, 0.22), (0.28, 0.3, 0.16), (0.3, -0.4, 0.1))
    )
    c.back("moon", halo, fill(ellipse(x, y, r), face), fill(spots, shift(face, -0.06)))


def stars(c: Canvas, bottom: float, count: int = 70) -> None:
    """Small dots in two strengths and a few sparkles, thinner towards the horizon."""
    faint, bright = "", ""
    for i in range(count):
        x, y = c.dice.uniform(0.01, 0.99) * c.w, bottom * c.dice.random() ** 1.3 * 0.92
        size = c.u * c.dice.choice((1.2, 1.5, 2.0, 2.6))
        if i % 3:
            faint += dot(x, y, size)
        else:
            bright += dot(x, y, size * 1.15)
    sparks = "".join(
        star(c.dice.uniform(0.05, 0.95) * c.w, c.dice.uniform(0.05, 0.6) * bottom, c.u * c.dice.uniform(6, 11))
        for _ in range(4)
    )
    c.back("stars", fill(faint, c.tones.glow, 0.45), fill(bright + sparks, c.tones.glow, 0.9))


def clouds(c: Canvas, covered: bool = False) -> None:
    """Seeded: heaps, bars, a bank on the horizon, thin streaks, or an empty sky."""
    kind = c.dice.choice(("heaps", "bars", "bank", "streaks", "heaps", "none", "heaps bank"))
    if covered:
        kind = "cover"
    if c.tones.night and kind in ("heaps", "heaps bank"):
        kind = c.dice.choice(("bars", "none", "streaks"))
    for name, draw in (("cover", _cover), ("bank", _bank), ("heaps", _heaps), ("bars", _bars), ("streaks", _streaks)):
        if name in kind:
            draw(c)


def _cloud_color(c: Canvas, k: float = 0.0) -> str:
    """White in the day's light, the sky's own lighter tone otherwise; k moves it into the sky."""
    base = mix(c.tones.sky[1], c.tones.glow, {"day": 0.85, "dawn": 0.75, "dusk": 0.5}.get(c.tones.time, 0.16))
    return mix(base, c.tones.sky[1], k)


def heap(c: Canvas, x: float, y: float, w: float, fade: float = 0.0) -> str:
    """One flat-footed cloud centred on x with a darker belly."""
    h = w * c.dice.uniform(0.3, 0.42)
    top, low = _cloud_color(c, fade), _cloud_color(c, min(1.0, fade + 0.22))
    body = scallop(c.dice, x - w / 2, y, w, h, c.dice.choice((4, 5, 6)))
    belly = scallop(c.dice, x - w * 0.4 + c.side * -0.04 * w, y, w * 0.72, h * 0.42, 4)
    return fill(body, top) + fill(belly, low)


def _heaps(c: Canvas) -> None:
    parts = []
    for x in c.spread(c.dice.choice((2, 3, 4)), 0.45):
        k = c.dice.random()
        y = c.hy * (0.16 + 0.55 * k)
        parts.append(heap(c, x, y, c.u * c.dice.uniform(150, 300) * (1.15 - 0.6 * k), 0.1 + 0.35 * k))
    c.back("clouds", *parts)


def _bars(c: Canvas) -> None:
    data = ""
    for x in c.spread(c.dice.choice((2, 3, 4)), 0.5):
        y, w, t = c.hy * c.dice.uniform(0.12, 0.72), c.u * c.dice.uniform(110, 230), c.u * c.dice.uniform(15, 24)
        data += rect(x - w / 2, y, w, t, t / 2) + rect(x - w * 0.28, y - t * 0.8, w * 0.62, t, t / 2)
        data += rect(x - w * c.dice.uniform(0.4, 0.8), y + t * 0.8, w * 0.7, t, t / 2)
    c.back("clouds", fill(data, _cloud_color(c, 0.2), 0.85))


def _streaks(c: Canvas) -> None:
    data = ""
    for _ in range(c.dice.choice((4, 6, 7))):
        x, y = c.dice.uniform(0, 1) * c.w, c.hy * c.dice.uniform(0.1, 0.85)
        w = c.w * c.dice.uniform(0.2, 0.5)
        data += poly(
            ((x - w / 2, y), (x - w * 0.1, y - 0.006 * c.h), (x + w / 2, y + 0.001 * c.h), (x, y + 0.005 * c.h))
        )
    c.back("clouds", fill(data, _cloud_color(c, 0.25), 0.7))


def _bank(c: Canvas) -> None:
    """Big clouds standing on the horizon in two depths."""
    parts = []
    for fade, size, lift in ((0.6, 1.25, 0.10), (0.35, 0.9, 0.0)):
        data = ""
        for x in c.spread(4, 0.35, -0.05, 1.05):
            w = 0.42 * c.w * size * c.dice.uniform(0.8, 1.2)
            data += scallop(c.dice, x - w / 2, c.hy + 0.04 * c.h - lift * c.hy, w, min(0.42 * w, 0.4 * c.hy), 5)
        low = rect(-5, c.hy + 0.035 * c.h - lift * c.hy, c.w + 10, 0.2 * c.h)
        parts.append(fill(data + low, _cloud_color(c, fade)))
    c.back("cloud bank", *parts)


def _cover(c: Canvas) -> None:
    """A lid of cloud hanging from the top of the page."""
    parts = []
    for k, drop in ((0.75, 0.36), (0.5, 0.24), (0.3, 0.13)):
        y, edge = c.hy * drop, [(-0.02 * c.w, -5.0)]
        x = -0.02 * c.w
        d = f"M{edge[0][0]:.1f} -5L{x:.1f} {y:.1f}"
        while x < 1.02 * c.w:
            step = c.u * c.dice.uniform(120, 220)
            sag = y + c.u * c.dice.uniform(20, 70)
            d += f"C{x:.1f} {sag:.1f} {x + step:.1f} {sag:.1f} {x + step:.1f} {y + c.u * c.dice.uniform(-14, 14):.1f}"
            x += step
        parts.append(fill(d + f"L{x:.1f} -5Z", mix(c.tones.sky[0], shift(c.tones.sky[0], -0.1, 0.9), k)))
    c.back("clouds", *parts)


def aurora(c: Canvas, arg: str = "") -> None:
    """Curtains of green and violet light: stacked translucent bands with a rippled foot."""
    colors = c.dice.choice(
        (("#57f2b0", "#3ad6c5", "#8a6bff"), ("#7bffb2", "#4fe0d0", "#f07bd8"), ("#9dff8a", "#4fe3a1", "#5c8cff"))
    )
    if c.tones.palette.given:
        colors = (c.tones.palette.accent, c.tones.palette.light, c.tones.palette.near)
    parts = []
    for i, color in enumerate(colors):
        phase, y = c.dice.uniform(0, 6), c.hy * (0.62 - 0.16 * i)
        foot = [
            (x / 14 * c.w, y + 0.075 * c.h * math.sin(phase + x * 0.55) + 0.02 * c.h * math.sin(x * 1.9))
            for x in range(15)
        ]
        for rise, see in ((0.42, 0.14), (0.17, 0.24)):
            lift = rise * c.hy
            top = [
                (x + 0.02 * c.w * math.sin(x), fy - lift * (0.7 + 0.3 * math.sin(phase + i + x / c.w * 9)))
                for x, fy in foot
            ]
            parts.append(fill(curve(foot) + "L" + curve(top[::-1])[1:] + "Z", color, see))
    c.back("northern lights", *parts)


def rainbow(c: Canvas, arg: str = "") -> None:
    x, r = c.w * (0.5 - c.side * 0.12), min(0.62 * c.w, c.hy * 0.95)
    t, k = r * 0.035, 0.5523
    parts = []
    for i, color in enumerate(("#f0605d", "#f79b4b", "#fbdd62", "#74c77a", "#5aa7e0", "#9278d4")):
        s = r - i * t
        d = (
            f"M{x - s:.1f} {c.hy:.1f}"
            f"C{x - s:.1f} {c.hy - s * k:.1f} {x - s * k:.1f} {c.hy - s:.1f} {x:.1f} {c.hy - s:.1f}"
        )
        d += f"C{x + s * k:.1f} {c.hy - s:.1f} {x + s:.1f} {c.hy - s * k:.1f} {x + s:.1f} {c.hy:.1f}"
        parts.append(line(d, c.tones.local(color), t * 1.05, 0.6))
    c.back("rainbow", *parts)


def space(c: Canvas, arg: str = "") -> None:
    """Deep space: bands of colour, soft clouds of gas, stars, planets away from the middle."""
    p = c.tones.palette
    c.back(
        "space",
        *(c.wall(mix(p.sky, p.far, 0.7 * k / 15), round(c.h * k / 16), round(c.h * (k + 1) / 16)) for k in range(16)),
    )
    gas = ""
    slope = c.dice.uniform(-0.35, 0.35)
    for i, (color, see) in enumerate(((p.far, 0.55), (p.near, 0.35), (p.accent, 0.14))):
        mid = c.h * c.dice.uniform(0.3, 0.7)
        spread = c.h * (0.24 - 0.06 * i)
        xs = [k / 8 * c.w for k in range(9)]
        up = [(x, mid + slope * (x - c.w / 2) - spread * c.dice.uniform(0.5, 1.1)) for x in xs]
        down = [(x, mid + slope * (x - c.w / 2) + spread * c.dice.uniform(0.5, 1.1)) for x in reversed(xs)]
        gas += fill(curve(up) + "L" + curve(down)[1:] + "Z", color, see)
    c.back("nebula", gas)
    stars(c, c.h * 1.08, 110)
    planets(c)
    c.heaven = len(c.elements)


def planets(c: Canvas, arg: str = "") -> None:
    """One large world cut by the border and up to two small ones."""
    p, d = c.tones.palette, c.dice
    big = c.u * d.uniform(150, 300)
    x, y = c.w * (0.5 + c.side * d.uniform(0.36, 0.5)), c.h * d.choice((0.08, 0.16, 0.9 if not arg else 0.12))
    c.back("planet", _world(c, x, y, big, d.choice((p.accent, p.near)), d.choice(("bands", "craters", "plain"))))
    x, y = c.w * (0.5 - c.side * d.uniform(0.25, 0.42)), c.h * d.uniform(0.1, 0.32)
    c.back(
        "small planet",
        _world(
            c,
            x,
            y,
            c.u * d.uniform(34, 66),
            d.choice((p.near, mix(p.accent, p.light, 0.4))),
            d.choice(("ring", "plain", "ring")),
        ),
    )


def _world(c: Canvas, x: float, y: float, r: float, color: str, kind: str) -> str:
    """A planet with a lit limb towards the light; bands, craters or a ring."""
    dark, lit = shift(color, -0.09), shift(color, 0.05)
    k = 0.5523 * r
    s = -c.side * r
    shade = f"M{x:.1f} {y - r:.1f}C{x + s * 0.5523:.1f} {y - r:.1f} {x + s:.1f} {y - k:.1f} {x + s:.1f} {y:.1f}"
    shade += f"C{x + s:.1f} {y + k:.1f} {x + s * 0.5523:.1f} {y + r:.1f} {x:.1f} {y + r:.1f}"
    shade += f"C{x + s * 0.75:.1f} {y + r * 0.5:.1f} {x + s * 0.75:.1f} {y - r * 0.5:.1f} {x:.1f} {y - r:.1f}Z"
    marks = ""
    if kind == "bands":
        for f, t in ((-0.5, 0.12), (-0.1, 0.2), (0.4, 0.1)):
            half = r * math.sqrt(max(0.0, 1 - f * f)) * 0.94
            marks += rect(x - half, y + f * r, half * 2, t * r, t * r / 2)
    if kind == "craters":
        marks = "".join(
            ellipse(x + a * r, y + b * r, q * r)
            for a, b, q in ((-0.4, 0.3, 0.17), (0.3, -0.35, 0.22), (0.2, 0.5, 0.1), (-0.3, -0.45, 0.09))
        )
    body = fill(ellipse(x, y, r), color) + fill(marks, lit if kind == "bands" else dark) + fill(shade, dark, 0.7)
    if kind != "ring":
        return body
    turn = 0.35 * c.side
    arc = [
        (x + 1.9 * r * math.cos(a), y + 0.42 * r * math.sin(a) - turn * r * math.cos(a))
        for a in (i * math.pi / 10 for i in range(-1, 12))
    ]
    return body + line(curve(arc), c.tones.palette.light, r * 0.13, 0.85)
