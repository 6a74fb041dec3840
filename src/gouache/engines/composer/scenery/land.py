"""Land: ridges and mountains in the distance, the ground in front, rocks, paths and fields."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import blob, curve, ellipse, fill, lens, line, poly, rect, soft, under

Line = list[tuple[float, float]]


def ridge_line(c: Canvas, y: float, rise: float, waves: float = 2.0, rough: float = 0.25, count: int = 26) -> Line:
    """A horizon of smooth noise, 0..rise above y: `waves` swells over the page and a share of `rough` small ones."""
    a, b, e = (c.dice.uniform(0, math.tau) for _ in range(3))
    f, g = waves * c.dice.uniform(0.8, 1.2), waves * c.dice.uniform(2.1, 2.9)
    out = []
    for i in range(count + 1):
        t = i / count
        swell = 0.62 * math.sin(a + f * t * math.tau) + 0.38 * math.sin(b + f * 1.63 * t * math.tau)
        fine = math.sin(e + g * t * math.tau)
        level = (0.5 + 0.5 * swell) * (1 - rough) + rough * (0.5 + 0.5 * fine)
        out.append(((t * 1.02 - 0.01) * c.w, y - rise * level))
    return out


def _far(c: Canvas) -> str:
    return c.tones.palette.far


def hills(c: Canvas, arg: str = "") -> None:
    """Two or three soft ranges, each nearer one darker."""
    count = int(arg or c.dice.choice((2, 3)))
    tall = c.dice.uniform(0.7, 1.3)
    for k in range(count):
        near = (k + 1) / count
        color = c.tones.at(mix(_far(c), c.tones.grass, near * 0.75), 0.62 - 0.5 * near)
        y = c.hy + 0.012 * c.h * (k + 1)
        line_ = ridge_line(c, y + 0.02 * c.h * k, c.h * tall * (0.17 - 0.045 * k), c.dice.uniform(0.8, 1.7))
        c.middle("hills", fill(under(line_, min(c.h, c.hy + 0.25 * c.h)), color))


def peaks(c: Canvas, arg: str = "") -> None:
    """A mountain range with lit and shaded flanks, in one or two depths; `snow` caps, `far` stays pale."""
    tall = c.dice.uniform(0.75, 1.15) * min(c.hy, 0.62 * c.h)
    faded = 0.18 if "far" in arg else 0.0
    _range(c, tall * 0.74, c.dice.choice((4, 5)), 0.62 + faded, "")
    _range(
        c,
        tall * (0.42 if "far" in arg else 0.6),
        c.dice.choice((2, 3, 4)),
        0.32 + faded,
        "snow" if c.dice.random() < 0.75 or "snow" in arg else "",
    )


def _range(c: Canvas, tall: float, count: int, depth: float, cap: str) -> None:
    """`count` mountains, the outer ones taller so that the middle stays open."""
    base = c.tones.palette.far if c.tones.palette.family != "mars" else c.tones.palette.near
    rock = mix(base, "#5f6f8f", 0.0 if c.tones.palette.given else 0.35)
    dark, lit = c.tones.at(shift(rock, -0.1), depth), c.tones.at(shift(rock, 0.02), depth)
    snow, snow_dark = c.tones.at("#ffffff", depth * 0.55), c.tones.at("#cfdcef", depth * 0.7)
    foot = c.hy + 0.03 * c.h
    marks = []
    for x in c.spread(count, 0.3, -0.02, 1.02):
        outer = min(1.0, abs(x / c.w - 0.5) * 2)
        marks.append((x, tall * (0.55 + 0.45 * outer) * c.dice.uniform(0.8, 1.08)))
    parts = [fill(rect(-0.01 * c.w, foot - tall * 0.16, 1.02 * c.w, tall * 0.16 + 0.04 * c.h), lit)]
    for x, h in sorted(marks, key=lambda m: -m[1]):
        parts.append(_mountain(c, x, foot, h, (lit, dark), (snow, snow_dark) if cap else None))
    c.middle("mountains", *parts)


def _mountain(c: Canvas, x: float, foot: float, h: float, rock: tuple[str, str], snow: tuple[str, str] | None) -> str:
    d = c.dice
    half = h * d.uniform(0.75, 1.05) * (0.9 if c.w > c.h else 0.7)
    left, right, top = x - half * d.uniform(0.9, 1.2), x + half * d.uniform(0.9, 1.2), foot - h
    jag = h * 0.05
    ridge = [
        (x, top),
        (x + half * d.uniform(-0.12, 0.1), foot - h * 0.66),
        (x + half * d.uniform(-0.08, 0.22), foot - h * 0.4),
        (x + half * d.uniform(-0.2, 0.1), foot),
    ]
    ls = [
        (left, foot),
        (left + (x - left) * 0.35, foot - h * 0.3 - jag),
        (left + (x - left) * 0.7, foot - h * 0.66 + jag),
    ]
    rs = [
        (x + (right - x) * 0.3, foot - h * 0.66 + jag),
        (x + (right - x) * 0.62, foot - h * 0.34 - jag),
        (right, foot),
    ]
    lit, dark = rock
    shade = [*ridge, *reversed(rs)] if c.side < 0 else [*ridge, *ls]
    out = fill(poly([*ls, (x, top), *rs]), lit) + fill(poly(shade), dark)
    if snow:
        k = d.uniform(0.26, 0.36)
        a, b = (x - (x - ls[2][0]) * k / 0.34, top + h * k), (x + (rs[0][0] - x) * k / 0.34, top + h * k)
        m = (x + (ridge[1][0] - x) * k / 0.34, top + h * k)
        zig = [
            a,
            ((a[0] * 2 + m[0]) / 3, a[1] - h * 0.07),
            ((a[0] + m[0] * 2) / 3, a[1] + h * 0.06),
            (m[0], m[1] - h * 0.02),
        ]
        zag = [
            (m[0], m[1] - h * 0.02),
            ((m[0] * 2 + b[0]) / 3, m[1] + h * 0.05),
            ((m[0] + b[0] * 2) / 3, b[1] - h * 0.08),
            b,
        ]
        first, second = (snow[1], snow[0]) if c.side > 0 else (snow[0], snow[1])
        out += fill(poly([(x, top), *zig]), first) + fill(poly([(x, top), *zag]), second)
    return out


def smooth_peaks(c: Canvas, arg: str = "") -> None:
    """Mountains as soft overlapping silhouettes, three to five deep, fading into the haze."""
    count = c.dice.choice((3, 4, 5))
    tall = 0.55 * min(c.hy, 0.6 * c.h)
    for k in range(count):
        near = (k + 1) / count
        color = c.tones.at(mix(_far(c), c.tones.palette.near, near * 0.55), 0.72 - 0.6 * near)
        points = ridge_line(c, c.hy + 0.015 * c.h * k, tall * (1.15 - 0.75 * near), c.dice.uniform(1.0, 2.4), 0.16, 22)
        c.middle("mountains", fill(under(points, min(c.h, c.hy + 0.2 * c.h), smooth=c.dice.random() < 0.6), color))


def mesas(c: Canvas, arg: str = "") -> None:
    """Table mountains with straight walls, layered in two tones."""
    rock = c.tones.palette.near
    for depth, count, tall in ((0.55, 4, 0.3), (0.22, 2, 0.42)):
        parts = []
        for x in c.spread(count, 0.35):
            if depth < 0.3 and abs(x / c.w - 0.5) < 0.2:
                x += (0.3 if x > c.w / 2 else -0.3) * c.w
            w, h = c.w * c.dice.uniform(0.12, 0.26), c.hy * tall * c.dice.uniform(0.6, 1.15)
            parts.append(
                _mesa(c, x, c.hy + 0.03 * c.h, w, h, c.tones.at(rock, depth), c.tones.at(shift(rock, -0.09), depth))
            )
        c.middle("mesas", *parts)


def _mesa(c: Canvas, x: float, foot: float, w: float, h: float, lit: str, dark: str) -> str:
    a, b = x - w / 2, x + w / 2
    s, t = w * 0.09, w * 0.34
    body = [
        (a - t, foot),
        (a - s, foot - h * 0.38),
        (a, foot - h * 0.42),
        (a + s * 0.3, foot - h),
        (b - s * 0.6, foot - h),
        (b, foot - h * 0.42),
        (b + s, foot - h * 0.38),
        (b + t, foot),
    ]
    k = x - c.side * w * 0.16
    edge = a if c.side > 0 else b
    sign = 1 if c.side > 0 else -1
    shade = [
        (k, foot - h),
        (k + sign * w * 0.05, foot - h * 0.5),
        (k - sign * w * 0.02, foot),
        (edge - sign * t, foot),
        (edge - sign * s, foot - h * 0.38),
        (edge, foot - h * 0.42),
        (edge + sign * s * 0.4, foot - h),
    ]
    bands = rect(a + s * 0.3, foot - h * 0.82, w * 0.92 - s, h * 0.05) + rect(
        a + s * 0.2, foot - h * 0.64, w * 0.95 - s, h * 0.035
    )
    return fill(poly(body), lit) + fill(poly(shade), dark) + fill(bands, shift(lit, 0.04), 0.6)


def dunes(c: Canvas, arg: str = "") -> None:
    """Long sand crests with a shaded lee side."""
    sand = c.tones.sand
    for k, depth in enumerate((0.45, 0.22, 0.05)):
        y = c.hy + c.h * (0.0 + 0.055 * k)
        crest_x, rise = c.w * c.dice.uniform(0.15, 0.85), c.h * (0.13 - 0.025 * k) * c.dice.uniform(0.7, 1.2)
        floor = min(c.h, c.hy + 0.3 * c.h)
        top = (crest_x, y - rise)
        left, right = (-0.01 * c.w, y - rise * 0.1), (1.01 * c.w, y - rise * 0.15)
        body = f"M{left[0]:.1f} {left[1]:.1f}Q{crest_x - 0.22 * c.w:.1f} {y - rise * 0.2:.1f} {top[0]:.1f} {top[1]:.1f}"
        body += (
            f"Q{crest_x + 0.2 * c.w:.1f} {y - rise * 0.25:.1f} {right[0]:.1f} {right[1]:.1f}"
            f"L{right[0]:.1f} {floor:.1f}L{left[0]:.1f} {floor:.1f}Z"
        )
        s = -c.side
        lee = (
            f"M{top[0]:.1f} {top[1]:.1f}"
            f"Q{crest_x + s * 0.2 * c.w:.1f} {y - rise * 0.22:.1f} {crest_x + s * 0.46 * c.w:.1f} {y - rise * 0.05:.1f}"
        )
        lee += (
            f"Q{crest_x + s * 0.12 * c.w:.1f} {y + rise * 0.1:.1f} {crest_x + s * 0.02 * c.w:.1f} {y + rise * 0.75:.1f}"
            f"Q{crest_x + s * 0.09 * c.w:.1f} {y - rise * 0.35:.1f} {top[0]:.1f} {top[1]:.1f}Z"
        )
        c.middle(
            "dunes",
            fill(body, c.tones.at(shift(sand, 0.02 * k), depth)),
            fill(lee, c.tones.at(shift(sand, -0.07, 1.1), depth)),
        )


def volcano(c: Canvas, arg: str = "") -> None:
    """One cone with a glowing crater, lava streams and a column of smoke."""
    x, h = c.w * (0.5 - c.side * c.dice.uniform(0.12, 0.26)), min(0.5 * c.h, c.hy * 0.8)
    foot, w = c.hy + 0.04 * c.h, h * 1.15
    rock, lava = c.tones.at("#54434f", 0.2), "#ff7a3d" if not c.tones.palette.given else c.tones.palette.accent
    mouth = w * 0.13
    parts = [
        fill(
            blob(c.dice, x + k * mouth * c.side * -0.9, foot - h - r * 0.9 - k * r * 0.9, r * 1.3, r, 8),
            c.tones.at("#8d8791", 0.25 + 0.12 * k),
        )
        for k, r in enumerate((h * 0.09, h * 0.13, h * 0.17))
    ]
    cone = (
        f"M{x - w:.1f} {foot:.1f}"
        f"Q{x - w * 0.32:.1f} {foot - h * 0.32:.1f} {x - mouth:.1f} {foot - h:.1f}"
        f"L{x + mouth:.1f} {foot - h:.1f}"
        f"Q{x + w * 0.32:.1f} {foot - h * 0.32:.1f} {x + w:.1f} {foot:.1f}Z"
    )
    s = -c.side
    shade = (
        f"M{x + s * mouth * 0.2:.1f} {foot - h:.1f}L{x + s * mouth:.1f} {foot - h:.1f}"
        f"Q{x + s * w * 0.32:.1f} {foot - h * 0.32:.1f} {x + s * w:.1f} {foot:.1f}"
        f"L{x + s * w * 0.12:.1f} {foot:.1f}"
        f"Q{x + s * w * 0.2:.1f} {foot - h * 0.4:.1f} {x + s * mouth * 0.2:.1f} {foot - h:.1f}Z"
    )
    parts += [fill(cone, rock), fill(shade, shift(rock, -0.06))]
    flow = poly(
        [
            (x - mouth, foot - h),
            (x + mouth, foot - h),
            (x + mouth * 0.5, foot - h * 0.86),
            (x + mouth * 0.9, foot - h * 0.62),
            (x + mouth * 0.35, foot - h * 0.7),
            (x + mouth * 0.1, foot - h * 0.38),
            (x - mouth * 0.3, foot - h * 0.74),
            (x - mouth * 0.8, foot - h * 0.55),
            (x - mouth * 0.7, foot - h * 0.85),
        ]
    )
    parts += [
        fill(flow, lava),
        fill(ellipse(x, foot - h, mouth, mouth * 0.26), "#ffc35a" if lava == "#ff7a3d" else lava),
    ]
    c.middle("volcano", *parts)


_SOILS = {"grass": "grass", "sand": "sand", "snow": "snow", "earth": "earth", "stone": "stone", "dust": "dust"}


def soil(c: Canvas, kind: str) -> str:
    """The ground's own colour."""
    if c.tones.snowy and kind in ("grass", "earth", "stone") and not c.tones.palette.given:
        return "#eef4f9"
    p = c.tones.palette
    known = {
        "grass": c.tones.grass,
        "sand": c.tones.sand,
        "snow": mix("#f1f6fa", p.ground, 0.2 if p.family == "snow" else 0.0),
        "earth": mix("#a98660", p.ground, 0.35),
        "stone": mix("#9b9a9c", p.ground, 0.4),
        "dust": p.ground,
        "pavement": mix("#c4c1bd", p.ground, 0.5),
    }
    return p.ground if p.given else known.get(kind, p.ground)


def ground(c: Canvas, arg: str = "grass") -> None:
    """The floor of the picture: a soft edge at the horizon, a light pool where the subject stands, dark near folds."""
    base = soil(c, arg or "grass")
    top = ridge_line(c, c.hy + 0.02 * c.h, 0.028 * c.h, c.dice.uniform(0.5, 1.2), 0.1, 14)
    back, mid, fore = (
        c.tones.at(shift(base, 0.025), 0.16),
        c.tones.local(base),
        c.tones.local(shift(base, -0.045, 1.05)),
    )
    c.ground("ground", fill(under(top, c.h + 2), back))
    room = c.h - c.hy
    fold = ridge_line(c, c.hy + room * c.dice.uniform(0.24, 0.36), room * 0.13, c.dice.uniform(0.5, 1.0), 0.05, 10)
    last = ridge_line(c, min(c.h * 0.985, c.gy + 0.09 * c.h), room * 0.12, c.dice.uniform(0.4, 0.9), 0.05, 10)
    pool = lens(c.area.center.x, c.gy - 0.01 * c.h, c.w * 0.9, room * 0.2)
    c.ground(
        "ground folds",
        fill(under(fold, c.h + 2), mid),
        fill(pool, c.tones.local(shift(base, 0.03)), 0.55),
        fill(under(last, c.h + 2), fore),
    )


def path(c: Canvas, arg: str = "earth") -> None:
    """A winding way from the foreground to the horizon, on one side."""
    color = c.tones.local(mix(soil(c, arg or "earth"), "#f3e3c3", 0.3 if not c.tones.palette.given else 0.0))
    s = c.dice.choice((-1, 1))
    x0, x1 = c.w * (0.5 + s * c.dice.uniform(0.05, 0.2)), c.w * (0.5 + s * c.dice.uniform(0.15, 0.4))
    y0, y1, half = c.h + 2, c.hy + 0.03 * c.h, 0.15 * c.w
    m = (y0 + y1) / 2
    bend = c.w * 0.2 * -s
    d = (
        f"M{x0 - half:.1f} {y0:.1f}"
        f"C{x0 - half + bend:.1f} {m:.1f} {x1 + bend * 1.4:.1f}"
        f" {m - (y0 - y1) * 0.1:.1f} {x1 - 0.004 * c.w:.1f} {y1:.1f}"
    )
    d += (
        f"L{x1 + 0.004 * c.w:.1f} {y1:.1f}"
        f"C{x1 + bend * 0.9:.1f} {m:.1f} {x0 + half + bend * 0.6:.1f}"
        f" {m + (y0 - y1) * 0.12:.1f} {x0 + half:.1f} {y0:.1f}Z"
    )
    c.ground("path", fill(d, color))


def rocks(c: Canvas, arg: str = "") -> None:
    """Boulders at the sides, lit from one side."""
    base = c.tones.stone if c.tones.palette.family not in ("dry", "mars") else c.tones.palette.near
    lit, dark = c.tones.local(shift(base, 0.03)), c.tones.local(shift(base, -0.08))
    parts = []
    for _ in range(c.dice.choice((3, 4, 5))):
        x, y = c.edge(0.26), c.dice.uniform(c.hy + 0.05 * c.h, min(c.h * 0.95, c.gy + 0.03 * c.h))
        w = c.u * (18 + 80 * (y - c.hy) / max(1.0, c.h - c.hy)) * c.dice.uniform(0.6, 1.3)
        parts.append(rock(c, x, y, w, lit, dark))
    c.middle("rocks", *parts)


def rock(c: Canvas, x: float, y: float, w: float, lit: str, dark: str) -> str:
    h, j = w * c.dice.uniform(0.5, 0.8), c.dice.uniform
    top = [
        (x - w / 2, y),
        (x - w * 0.42, y - h * j(0.45, 0.6)),
        (x - w * j(0.08, 0.2), y - h),
        (x + w * j(0.14, 0.24), y - h * j(0.82, 0.98)),
        (x + w * 0.43, y - h * j(0.4, 0.55)),
        (x + w / 2, y),
    ]
    k = -c.side
    seam = (x + k * w * 0.02, y - h * 0.55)
    shade = [top[2] if k < 0 else top[3], seam, (x + k * w * 0.1, y), (x + k * w / 2, y), top[1] if k < 0 else top[4]]
    return fill(poly(top), lit) + fill(poly(shade), dark)


def furrows(c: Canvas, arg: str = "") -> None:
    """Rows of a field running to one vanishing point."""
    crop = {"wheat": "#e3b44f", "lavender": "#9579c9", "green": c.tones.grass}.get(arg or "green", c.tones.grass)
    base = c.tones.palette.accent if c.tones.palette.given and arg else mix(crop, c.tones.palette.ground, 0.2)
    vx, vy = c.w * c.dice.uniform(0.3, 0.7), c.hy - 0.03 * c.h
    top = c.hy + 0.035 * c.h
    dark = ""
    count = 11
    for i in range(count):
        a, b = (i / count * 3.4 - 1.2) * c.w, ((i + 0.45) / count * 3.4 - 1.2) * c.w
        k = (top - vy) / (c.h - vy)
        dark += poly([(vx + (a - vx) * k, top), (vx + (b - vx) * k, top), (b, c.h), (a, c.h)])
    c.ground("field", c.wall(c.tones.local(base), top), fill(dark, c.tones.local(shift(base, -0.06))))


def fence(c: Canvas, arg: str = "") -> None:
    """A post and rail fence behind the subject."""
    y, h = c.hy + (c.gy - c.hy) * 0.3, 0.062 * c.h
    color = c.tones.local("#ffffff" if arg == "white" else c.tones.wood)
    step = 0.075 * c.w * max(0.6, min(1.0, c.h / c.w))
    data = rect(-5, y - h * 0.78, c.w + 10, h * 0.14) + rect(-5, y - h * 0.4, c.w + 10, h * 0.14)
    x = c.dice.uniform(0, 0.05) * c.w
    while x < c.w:
        data += poly(
            [(x, y), (x, y - h), (x + step * 0.09, y - h * 1.12), (x + step * 0.18, y - h), (x + step * 0.18, y)]
        )
        x += step
    c.middle("fence", fill(data, color))


def craters(c: Canvas, arg: str = "") -> None:
    """Bowls in the dust with a lit far rim."""
    base = c.tones.palette.ground
    dark, lit = "", ""
    for _ in range(9):
        k = c.dice.random()
        y = c.hy + (c.h - c.hy) * (0.1 + 0.85 * k)
        x = c.dice.uniform(0, 1) * c.w
        rx = c.u * (20 + 85 * k)
        lit += ellipse(x, y + rx * 0.05, rx * 1.1, rx * 0.3)
        dark += ellipse(x, y, rx, rx * 0.24)
    c.ground("craters", fill(lit, c.tones.local(shift(base, 0.05))), fill(dark, c.tones.local(shift(base, -0.07))))


def snow_cover(c: Canvas, arg: str = "") -> None:
    """Drifts: pale blue shadows with soft crests."""
    shade = c.tones.local(mix("#cfdfee", c.tones.palette.sky, 0.25))
    for k in (0.2, 0.5):
        y = c.hy + (c.h - c.hy) * (k + c.dice.uniform(-0.05, 0.05))
        drift = ridge_line(c, y + 0.03 * c.h, 0.05 * c.h, c.dice.uniform(0.6, 1.2), 0.05, 10)
        body = (
            curve(drift)
            + "L"
            + curve([(x, yy + 0.022 * c.h * (1 + i % 3)) for i, (x, yy) in enumerate(drift)][::-1])[1:]
            + "Z"
        )
        c.ground("drifts", fill(body, shade, 0.7))


def cliffs(c: Canvas, arg: str = "") -> None:
    """Rock walls at both sides, framing the middle."""
    base = c.tones.palette.near if c.tones.palette.family in ("dry", "mars") else c.tones.stone
    for depth, reach, tall in ((0.5, 0.42, 0.55), (0.28, 0.32, 0.78), (0.08, 0.19, 1.0)):
        for side in (-1, 1):
            _cliff(c, side, reach * c.dice.uniform(0.85, 1.1), tall * c.dice.uniform(0.8, 1.0), c.tones.at(base, depth))


def _cliff(c: Canvas, side: int, reach: float, tall: float, color: str) -> None:
    foot, steps = c.hy + 0.07 * c.h, 5
    edge = -0.01 * c.w if side < 0 else 1.01 * c.w
    points: Line = [(edge, foot), (edge, c.hy * (1 - tall))]
    x = edge
    for i in range(steps):
        x = edge - side * reach * c.w * (i + 1) / steps
        y = c.hy * (1 - tall) + (foot - c.hy * (1 - tall)) * ((i + 1) / steps) ** 1.7 * 0.9
        points += [(x + side * 0.01 * c.w, y - c.dice.uniform(0.02, 0.05) * c.h), (x, y)]
    points.append((x, foot))
    strata = "".join(
        poly([(edge, y), (edge - side * reach * c.w * 0.6 * t, y + 0.006 * c.h), (edge, y + 0.014 * c.h)])
        for y, t in ((c.hy * (1 - tall * 0.7), 0.5), (c.hy * (1 - tall * 0.42), 0.9), (c.hy * (1 - tall * 0.2), 1.2))
    )
    c.middle("cliff", fill(poly(points), color), fill(strata, shift(color, -0.05)))


def cave(c: Canvas, arg: str = "") -> None:
    """Inside a cave: nested rock openings towards a light, stalactites above."""
    rock_ = mix("#4d4760", c.tones.palette.near, 0.25)
    light = c.tones.sky[2]
    cx, cy = c.w * (0.5 + 0.12 * c.side), c.hy * 0.95
    c.back("daylight", c.wall(light))
    for k, size in enumerate((0.3, 0.44, 0.62)):
        color = c.tones.at(rock_, 0.55 - 0.2 * k)
        hole = blob(c.dice, cx, cy, c.w * size * 0.95, c.h * size * 0.86, 13, 0.1)
        c.back("cave wall", f'<path d="{rect(-2, -2, c.w + 4, c.h + 4)}{hole}" fill="{color}" fill-rule="evenodd"/>')
    spikes = ""
    for x in c.spread(11, 0.4):
        w, h = c.u * c.dice.uniform(26, 60), c.h * c.dice.uniform(0.05, 0.2) * (0.4 + abs(x / c.w - 0.5) * 1.6)
        spikes += (
            f"M{x - w / 2:.1f} -5Q{x - w * 0.1:.1f} {h * 0.4:.1f} {x:.1f} {h:.1f}"
            f"Q{x + w * 0.1:.1f} {h * 0.4:.1f} {x + w / 2:.1f} -5Z"
        )
    c.middle("stalactites", fill(spikes, c.tones.local(shift(rock_, -0.06))))


def puddle_shape(c: Canvas, x: float, y: float, w: float, h: float) -> str:
    return soft(
        [
            (x - w / 2, y),
            (x - w * 0.3, y - h * 0.5),
            (x + w * 0.1, y - h * 0.42),
            (x + w / 2, y - h * 0.1),
            (x + w * 0.35, y + h * 0.45),
            (x - w * 0.2, y + h * 0.5),
        ]
    )


def tracks(c: Canvas, arg: str = "") -> None:
    """Wheel ruts: two thin lines to the horizon."""
    x = c.w * c.dice.uniform(0.35, 0.65)
    both = "".join(
        poly([(x + s * 0.02 * c.w, c.hy + 0.03 * c.h), (x + s * 0.3 * c.w, c.h)], closed=False) for s in (-1, 1)
    )
    c.ground("ruts", line(both, c.tones.local(shift(soil(c, "earth"), -0.08)), 6 * c.u, 0.5))
