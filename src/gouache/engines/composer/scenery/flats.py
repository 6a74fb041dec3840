"""Backdrops without a place: studio, gradient, paper, rays, shapes, boards and walls."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import blob, curve, dot, ellipse, fill, line, poly, rect, star, under


def studio(c: Canvas, arg: str = "") -> None:
    """A photographer's cove: wall, floor and a pool of light, in one of six arrangements."""
    p = c.tones.palette
    wall, floor = c.tones.local(p.sky), c.tones.local(p.ground)
    kind = c.dice.choice(("cove", "table", "disc", "arch", "corner", "curve", "podium"))
    c.back("backdrop", c.wall(wall))
    cx = c.area.center.x
    soft_light = mix(wall, p.light, 0.5)
    {"disc": _disc, "arch": _niche, "corner": _corner, "curve": _sweep}.get(kind, _pool)(c, cx, wall, soft_light)
    if kind in ("cove", "curve"):
        y = c.hy
        sweep = [
            (-0.01 * c.w, y - 0.03 * c.h),
            (0.25 * c.w, y + 0.02 * c.h),
            (0.75 * c.w, y + 0.02 * c.h),
            (1.01 * c.w, y - 0.03 * c.h),
        ]
        c.ground("floor", fill(under(sweep, c.h + 2), mix(wall, floor, 0.8)))
    else:
        c.ground("floor", c.wall(mix(wall, floor, 0.9), c.hy))
    light = mix(floor, p.light, 0.32)
    c.ground(
        "light on the floor",
        fill(ellipse(cx, c.gy, 0.44 * c.w, (c.h - c.hy) * 0.3), mix(floor, light, 0.3)),
        fill(ellipse(cx, c.gy, 0.33 * c.w, (c.h - c.hy) * 0.2), mix(floor, light, 0.75)),
    )
    if kind == "podium":
        side, top = shift(floor, -0.07), shift(floor, 0.05)
        rx, ry, t = 0.43 * c.w, (c.h - c.hy) * 0.22, 0.05 * c.h
        c.ground(
            "podium",
            fill(ellipse(cx, c.gy + t, rx, ry) + rect(cx - rx, c.gy, rx * 2, t), side),
            fill(ellipse(cx, c.gy, rx, ry), top),
        )


def _pool(c: Canvas, cx: float, wall: str, light: str) -> None:
    r = 0.46 * min(c.w, c.h)
    c.back(
        "light", *(fill(ellipse(cx, c.hy * 0.72, r * k), mix(wall, light, see)) for k, see in ((1.25, 0.3), (0.9, 0.6)))
    )


def _disc(c: Canvas, cx: float, wall: str, light: str) -> None:
    r = min(0.4 * c.w, 0.42 * c.hy + 0.12 * c.h)
    c.back("disc", fill(ellipse(cx, c.hy * 0.78, r), shift(wall, 0.045 if light > wall else 0.04)))


def _niche(c: Canvas, cx: float, wall: str, light: str) -> None:
    w = min(0.62 * c.w, 0.8 * c.hy)
    d = f"M{cx - w / 2:.1f} {c.hy:.1f}L{cx - w / 2:.1f} {c.hy * 0.16 + w / 2:.1f}"
    top = c.hy * 0.16
    k = w / 2 * 0.5523
    d += (
        f"C{cx - w / 2:.1f} {top + w / 2 - k:.1f} {cx - k:.1f} {top:.1f} {cx:.1f} {top:.1f}"
        f"C{cx + k:.1f} {top:.1f} {cx + w / 2:.1f} {top + w / 2 - k:.1f} {cx + w / 2:.1f} {top + w / 2:.1f}"
        f"L{cx + w / 2:.1f} {c.hy:.1f}Z"
    )
    c.back("arch", fill(d, shift(wall, -0.05)))


def _corner(c: Canvas, cx: float, wall: str, light: str) -> None:
    x = c.w * (0.5 - c.side * 0.24)
    edge = 0.0 if c.side > 0 else c.w
    c.back("side wall", fill(poly([(edge, 0), (x, 0), (x, c.hy), (edge, c.hy + 0.09 * c.h)]), shift(wall, -0.04)))
    beam = poly(
        [
            (x + c.side * 0.2 * c.w, 0),
            (x + c.side * 0.48 * c.w, 0),
            (x + c.side * 0.3 * c.w, c.hy),
            (x + c.side * 0.02 * c.w, c.hy),
        ]
    )
    c.back("light", fill(beam, light, 0.35))


def _sweep(c: Canvas, cx: float, wall: str, light: str) -> None:
    y = c.hy * 0.45
    wave = [(k / 6 * c.w, y + 0.1 * c.h * math.sin(k * 1.1 + c.side)) for k in range(-1, 8)]
    c.back("backdrop shape", fill(under(wave, c.h), shift(wall, -0.035)))


def gradient(c: Canvas, arg: str = "") -> None:
    """Two tones of the palette across the page, with one or two large soft shapes."""
    p = c.tones.palette
    a, b = c.tones.local(p.sky), c.tones.local(mix(p.far, p.light, 0.25))
    c.back("backdrop", c.wall(c.gradient((b, a), c.dice.choice((0.0, 0.6, -0.5)))))
    for _ in range(2):
        x, y = c.dice.choice((0.06, 0.94)) * c.w, c.dice.uniform(0.1, 0.7) * c.h
        c.back("shape", fill(blob(c.dice, x, y, 0.3 * c.w, 0.26 * c.h, 9, 0.12), p.light, 0.22))
    c.ground("light on the floor", fill(ellipse(c.area.center.x, c.gy, 0.4 * c.w, 0.05 * c.h), p.light, 0.3))


def sunburst(c: Canvas, arg: str = "") -> None:
    """Rays from behind the subject."""
    p = c.tones.palette
    a, b = c.tones.local(p.sky), c.tones.local(shift(p.sky, -0.045, 1.15))
    cx, cy = c.area.center.x, c.area.center.y + 0.08 * c.h
    reach, count, turn = math.hypot(c.w, c.h), c.dice.choice((12, 16, 20)), c.dice.uniform(0, 1)
    rays = ""
    for i in range(count):
        t, half = (i + turn) * math.tau / count, math.pi / count / 2 * 2 * 0.5
        rays += poly(
            [
                (cx, cy),
                (cx + reach * math.cos(t - half), cy + reach * math.sin(t - half)),
                (cx + reach * math.cos(t + half), cy + reach * math.sin(t + half)),
            ]
        )
    r = 0.3 * min(c.w, c.h)
    c.back(
        "sunburst",
        c.wall(a),
        fill(rays, b),
        fill(ellipse(cx, cy, r * 1.2), p.light, 0.25),
        fill(ellipse(cx, cy, r), p.light, 0.3),
    )


def paper(c: Canvas, arg: str = "") -> None:
    """A sheet with faint fibres, a ruled grid or lines."""
    base = c.tones.local(mix("#f7f1e4", c.tones.palette.light, 0.4))
    kind = c.dice.choice(("plain", "grid", "lines", "dots"))
    d, step = "", 52 * c.u
    if kind in ("grid", "lines"):
        d = "".join(poly([(0, y), (c.w, y)], False) for y in _steps(c.h, step))
    if kind == "grid":
        d += "".join(poly([(x, 0), (x, c.h)], False) for x in _steps(c.w, step))
    specks = (
        "".join(
            dot(c.dice.uniform(0, 1) * c.w, c.dice.uniform(0, 1) * c.h, c.u * c.dice.uniform(0.8, 1.8))
            for _ in range(60)
        )
        if kind in ("plain", "dots")
        else ""
    )
    c.back(
        "paper",
        c.wall(base),
        line(d, mix(base, c.tones.palette.far, 0.3), 1.6 * c.u),
        fill(specks, shift(base, -0.1), 0.6),
    )


def _steps(size: float, step: float) -> list[float]:
    return [step * (k + 0.5) for k in range(int(size / step) + 1) if step * (k + 0.5) < size]


def abstract(c: Canvas, arg: str = "") -> None:
    """Large quiet shapes around an open middle: waves, circles or cut paper."""
    p = c.tones.palette
    colors = [c.tones.local(x) for x in (p.far, p.accent, p.near, p.ground)]
    c.back("backdrop", c.wall(c.tones.local(p.light)))
    kind = c.dice.choice(("cut", "circles", "waves", "memphis"))
    if kind == "waves":
        for k in range(4):
            y = c.h * (0.55 + 0.12 * k)
            wave = [(x / 10 * c.w, y + 0.05 * c.h * math.sin(k * 1.5 + x * 0.7)) for x in range(-1, 12)]
            c.back("wave", fill(under(wave, c.h + 2), mix(colors[0], colors[2], k / 4)))
        return
    if kind == "memphis":
        _confetti_shapes(c, colors)
        return
    for i, (x, y) in enumerate(((0.02, 0.08), (0.98, 0.2), (0.05, 0.9), (0.95, 0.96))):
        r = c.u * c.dice.uniform(170, 300)
        shape = blob(c.dice, x * c.w, y * c.h, r, r * 0.9, 8, 0.18) if kind == "cut" else ellipse(x * c.w, y * c.h, r)
        inner = (
            blob(c.dice, x * c.w, y * c.h, r * 0.6, r * 0.5, 8, 0.18)
            if kind == "cut"
            else ellipse(x * c.w, y * c.h, r * 0.62)
        )
        c.back("shape", fill(shape, colors[i]), fill(inner, shift(colors[i], 0.06)))


def _confetti_shapes(c: Canvas, colors: list[str]) -> None:
    for i in range(16):
        x, y, s = c.edge(0.3), c.dice.uniform(0.03, 0.97) * c.h, 26 * c.u
        shape = (
            ellipse(x, y, s * 0.6),
            poly([(x, y - s * 0.7), (x + s * 0.7, y + s * 0.5), (x - s * 0.7, y + s * 0.5)]),
            star(x, y, s * 0.8, 5, 0.5),
        )[i % 3]
        zig = poly([(x + s * k, y + s * 0.4 * (k % 2)) for k in range(4)], False)
        c.back("shape", fill(shape, colors[i % 4]) if i % 4 else line(zig, colors[i % 4], s * 0.2))


def sticker(c: Canvas, arg: str = "") -> None:
    c.back("backdrop", c.wall(c.tones.local(c.tones.palette.sky)))


def bricks(c: Canvas, arg: str = "") -> None:
    """A brick wall over a pavement; some bricks darker or lighter."""
    base = c.tones.local("#b5654c" if not c.tones.palette.given else c.tones.palette.near)
    if c.dice.random() < 0.3 and not c.tones.palette.given:
        base = c.tones.local("#e9e4dc")
    brick_rows(c, base, c.hy)
    floor = c.tones.local(mix("#a9a6a3", c.tones.palette.ground, 0.3))
    c.ground("pavement", c.wall(floor, c.hy), fill(rect(-2, c.hy, c.w + 4, 0.016 * c.h), shift(floor, -0.1)))
    slabs = "".join(poly([(c.w * (0.5 + k * 0.15), c.hy), (c.w * (0.5 + k * 0.3), c.h)], False) for k in range(-4, 5))
    c.ground("slabs", line(slabs, shift(floor, -0.06), 2.5 * c.u))


def brick_rows(c: Canvas, base: str, bottom: float) -> None:
    """Mortar lines as a few paths, odd bricks tinted."""
    h, w = c.h / 22, c.w / 9 * min(1.2, max(0.5, c.h / c.w))
    joints, odd = "", ["", ""]
    for row in range(int(bottom / h) + 1):
        y = bottom - h * (row + 1)
        joints += poly([(0, y + h), (c.w, y + h)], False)
        x = -w / 2 if row % 2 else 0.0
        while x < c.w:
            if c.dice.random() < 0.13:
                odd[c.dice.randrange(2)] += rect(
                    max(0.0, x), max(0.0, y), min(w, c.w - x) if x >= 0 else w + x, h + min(0.0, y)
                )
            if x > 0:
                joints += poly([(x, max(0.0, y)), (x, y + h)], False)
            x += w
    c.back(
        "brick wall",
        c.wall(base, 0, bottom),
        fill(odd[0], shift(base, -0.045)),
        fill(odd[1], shift(base, 0.03)),
        line(joints, shift(base, 0.075, 0.6), 2.6 * c.u),
    )


def chalkboard(c: Canvas, arg: str = "") -> None:
    """A framed board with wiped chalk."""
    p = c.tones.palette
    board = c.tones.local(c.dice.choice(("#2f4f45", "#33413f", "#2c3f52")) if not p.given else p.near)
    m = 0.035 * min(c.w, c.h)
    wood = c.tones.local(c.tones.wood)
    wipes = "".join(
        blob(c.dice, c.dice.uniform(0.2, 0.8) * c.w, c.dice.uniform(0.2, 0.8) * c.h, 0.22 * c.w, 0.05 * c.h, 8, 0.2)
        for _ in range(5)
    )
    c.back(
        "chalkboard",
        c.wall(wood),
        fill(rect(m, m, c.w - 2 * m, c.h - 2 * m, 4 * c.u), board),
        fill(wipes, "#ffffff", 0.05),
    )


def confetti_wall(c: Canvas, arg: str = "") -> None:
    """Bunting and balloons over a bright wall: a party."""
    p = c.tones.palette
    colors = [c.tones.local(x) for x in (p.accent, p.near, "#f5c451" if not p.given else p.far, p.light)]
    for k in range(2):
        y, sag = c.h * (0.05 + 0.09 * k), c.h * 0.1
        cord = [(x / 10 * c.w, y + sag * math.sin(math.pi * (x / 5 % 1))) for x in range(11)]
        flags = ["", "", ""]
        for i, (a, b) in enumerate(zip(cord, cord[1:], strict=False)):
            mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
            flags[(i + k) % 3] += poly([(a[0] + 0.01 * c.w, a[1]), (b[0] - 0.01 * c.w, b[1]), (mx, my + 0.07 * c.h)])
        c.middle(
            "bunting",
            line(curve(cord), c.tones.local("#ffffff"), 3 * c.u),
            *(fill(f, col) for f, col in zip(flags, colors, strict=False)),
        )
    for i in range(7):
        x, y, r = c.edge(0.2), c.h * c.dice.uniform(0.3, 0.52), c.u * c.dice.uniform(38, 58)
        string = curve([(x, y + r * 1.2), (x + r * 0.3, y + r * 2.2), (x - r * 0.2, y + r * 3.2), (x, y + r * 4.2)])
        color = colors[i % 4]
        c.middle(
            "balloon",
            line(string, c.tones.local("#ffffff"), 2 * c.u, 0.8),
            fill(
                ellipse(x, y, r, r * 1.18)
                + poly([(x - r * 0.14, y + r * 1.34), (x + r * 0.14, y + r * 1.34), (x, y + r * 1.1)]),
                color,
            ),
            fill(ellipse(x + c.side * r * 0.35, y - r * 0.4, r * 0.18, r * 0.28), "#ffffff", 0.45),
        )
