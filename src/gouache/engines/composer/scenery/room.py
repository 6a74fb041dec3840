"""One parametric room: wall, floor, windows, light on the wall. Furniture comes from `furnish`."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.flats import brick_rows
from gouache.engines.composer.scenery.paths import arch, ellipse, fill, line, poly, rect, scallop, under


def wall_color(c: Canvas) -> str:
    return c.tones.local(c.tones.palette.sky)


def wall(c: Canvas, arg: str = "") -> None:
    """The back wall: plain, half-panelled, striped, panelled, tiled, boarded, two-tone or of brick."""
    base = wall_color(c)
    kind = arg or c.dice.choice(("plain", "plain", "wainscot", "stripes", "panels", "twotone", "corner", "arch"))
    if kind == "brick":
        brick_rows(c, mix(base, c.tones.local("#b0705a"), 0.22 if not c.tones.palette.given else 0.0), c.hy)
        return
    c.back("wall", c.wall(base, 0, c.hy + 2))
    dark, pale = shift(base, -0.028), shift(base, 0.03)
    if kind == "wainscot":
        y = c.hy * c.dice.uniform(0.64, 0.72)
        low = (
            shift(base, 0.05)
            if c.dice.random() < 0.5
            else c.tones.local(mix(c.tones.palette.sky, c.tones.palette.far, 0.8))
        )
        frames = "".join(
            rect(c.w * (k + 0.14) / 7, y + 0.03 * c.h, c.w * 0.72 / 7, c.hy - y - 0.075 * c.h, 3) for k in range(7)
        )
        c.back(
            "panelling",
            c.wall(low, y, c.hy + 2),
            line(frames, shift(low, -0.035), 2.6 * c.u),
            c.wall(shift(low, 0.03), y - 0.008 * c.h, y + 0.004 * c.h),
        )
    elif kind == "stripes":
        c.back("wallpaper", fill("".join(rect(c.w * k / 14, 0, c.w / 28, c.hy) for k in range(14)), dark, 0.8))
    elif kind == "panels":
        c.back(
            "mouldings",
            line(
                "".join(rect(c.w * (k + 0.1) / 4, 0.07 * c.h, c.w * 0.8 / 4, c.hy - 0.17 * c.h, 2) for k in range(4)),
                pale,
                4 * c.u,
            ),
        )
    elif kind == "twotone":
        y = c.hy * c.dice.uniform(0.45, 0.62)
        c.back("dado", c.wall(c.tones.local(mix(c.tones.palette.sky, c.tones.palette.far, 0.75)), y, c.hy + 2))
    elif kind == "corner":
        x = c.w * (0.5 - c.side * c.dice.uniform(0.22, 0.32))
        edge = 0.0 if c.side > 0 else c.w
        c.back("side wall", fill(poly([(edge, 0), (x, 0), (x, c.hy), (edge, c.hy + 0.12 * c.h)]), shift(base, -0.035)))
    elif kind == "arch":
        w = 0.5 * c.w
        c.back("niche", fill(arch(c.w / 2 - w / 2, 0.12 * c.h, w, c.hy - 0.12 * c.h), dark))
    elif kind == "tiles":
        tiles(c)
    elif kind == "planks":
        c.back(
            "boards",
            line("".join(poly([(c.w * k / 12, 0), (c.w * k / 12, c.hy)], False) for k in range(1, 12)), dark, 3 * c.u),
        )


def tiles(c: Canvas, arg: str = "") -> None:
    """Square or running tiles on the lower wall."""
    base = shift(wall_color(c), 0.045)
    top, s = c.hy * c.dice.choice((0.0, 0.34)), 0.06 * c.u * 1000
    d, row, y = "", 0, c.hy
    running = c.dice.random() < 0.5
    while y > top:
        d += poly([(0, y), (c.w, y)], False)
        x = s if not (running and row % 2) else s / 2
        while x < c.w:
            d += poly([(x, y), (x, max(top, y - s))], False)
            x += s * (1.6 if running else 1)
        y, row = y - s, row + 1
    c.back(
        "tiles",
        c.wall(base, top, c.hy + 2),
        line(d, shift(base, -0.045), 2.2 * c.u),
        c.wall(c.tones.local(c.tones.palette.far), top - 0.008 * c.h, top + 0.006 * c.h) if top else "",
    )


def floor(c: Canvas, arg: str = "") -> None:
    """Boards, parquet, tiles, carpet or concrete, with a baseboard and a pool of light."""
    kind = arg or c.dice.choice(("boards", "boards", "rows", "carpet"))
    p = c.tones.palette
    base = c.tones.local(
        {
            "tiles": mix("#e5ded2", p.ground, 0.2),
            "concrete": mix("#b5b2ae", p.ground, 0.25),
            "carpet": mix(p.ground, p.far, 0.45),
        }.get(kind, p.ground)
        if not p.given
        else p.ground
    )
    room, marks, dark = c.h - c.hy, "", shift(base, -0.045)
    if kind == "boards":
        marks = "".join(
            poly([(c.w * (0.5 + k * 0.085), c.hy), (c.w * (0.5 + k * 0.2), c.h)], False) for k in range(-6, 7)
        )
    elif kind == "rows":
        ys = [c.hy + room * k for k in (0.1, 0.23, 0.39, 0.58, 0.8)]
        marks = "".join(poly([(0, y), (c.w, y)], False) for y in ys)
        marks += "".join(
            poly([(x * c.w, a), (x * c.w, b)], False)
            for i, (a, b) in enumerate(zip([c.hy, *ys], [*ys, c.h], strict=True))
            for x in ((0.2, 0.72) if i % 2 else (0.42, 0.9))
        )
    checks = ""
    if kind in ("tiles", "check"):
        ys = [c.hy + room * (k / 5) ** 1.35 for k in range(6)]
        for i, (a, b) in enumerate(zip(ys, ys[1:], strict=False)):
            fa, fb = 0.12 + 0.16 * (a - c.hy) / room, 0.12 + 0.16 * (b - c.hy) / room
            for k in range(-5, 5):
                if (k + i) % 2:
                    checks += poly(
                        [
                            (c.w * (0.5 + k * fa), a),
                            (c.w * (0.5 + (k + 1) * fa), a),
                            (c.w * (0.5 + (k + 1) * fb), b),
                            (c.w * (0.5 + k * fb), b),
                        ]
                    )
    pool = ellipse(c.area.center.x + c.side * -0.03 * c.w, c.gy, 0.42 * c.w, room * 0.24)
    skirting = shift(wall_color(c), 0.07) if kind != "concrete" else shift(base, -0.1)
    c.ground(
        "floor",
        c.wall(base, c.hy),
        fill(checks, shift(base, -0.05)),
        line(marks, dark, 2.6 * c.u),
        fill(pool, mix(base, p.light, 0.12)),
    )
    c.ground("baseboard", c.wall(skirting, c.hy - 0.018 * c.h, c.hy + 0.004 * c.h))


def _view(c: Canvas, x: float, y: float, w: float, h: float) -> str:
    """What one sees through a window: sky, a hill or roofs, a cloud."""
    top, low = (
        (c.tones.sky[0], c.tones.sky[2])
        if c.tones.time != "day" and not c.tones.palette.given
        else (c.tones.local("#a8d6ee"), c.tones.local("#e3f2f3"))
    )
    out = fill(rect(x, y, w, h), mix(top, low, 0.25)) + fill(rect(x, y + h * 0.45, w, h * 0.55), mix(top, low, 0.75))
    if c.tones.weather in ("rain", "storm", "snow"):
        d = "".join(
            poly(
                [
                    (x + w * k / 9, y + h * (0.1 + (k * 0.37) % 0.8)),
                    (x + w * k / 9 - w * 0.02, y + h * (0.16 + (k * 0.37) % 0.8)),
                ],
                False,
            )
            for k in range(1, 9)
        )
        out += line(d, "#ffffff", 3 * c.u, 0.7)
    kind, green = c.dice.choice(("hills", "roofs", "trees", "sky")), mix(c.tones.local(c.tones.leaf), low, 0.4)
    foot = y + h
    if kind == "hills":
        far = [(x + w * k / 6, foot - h * (0.26 + 0.12 * ((k * 5) % 3) / 2)) for k in range(7)]
        near = [(x + w * k / 5, foot - h * (0.12 + 0.1 * ((k * 2) % 3) / 2)) for k in range(6)]
        return out + fill(under(far, foot), mix(green, low, 0.45)) + fill(under(near, foot), green)
    if kind == "roofs":
        d = "".join(
            rect(x + w * k / 5 + w * 0.01, foot - h * t, w / 5 - w * 0.01, h * t)
            for k, t in enumerate((0.3, 0.46, 0.22, 0.38, 0.28))
        )
        panes = "".join(
            rect(x + w * (k + 0.35) / 5, foot - h * t, w * 0.05, h * 0.06)
            for k, t in enumerate((0.22, 0.36, 0.15, 0.3, 0.2))
        )
        return (
            out
            + fill(d, mix(c.tones.local(c.tones.palette.far), low, 0.35))
            + fill(panes, c.tones.lamp() if c.tones.dim else low)
        )
    if kind == "trees":
        return out + fill(
            "".join(
                ellipse(x + w * (0.14 + 0.24 * k), foot - h * (0.13 + 0.07 * (k % 2)), min(w * 0.14, h * 0.2), h * 0.13)
                for k in range(4)
            )
            + rect(x, foot - h * 0.14, w, h * 0.14),
            green,
        )
    cloud = scallop(c.dice, x + w * 0.18, y + h * 0.42, w * 0.5, h * 0.16, 4)
    return out + fill(cloud, "#ffffff", 0.8 if not c.tones.night else 0.2)


def window(c: Canvas, arg: str = "") -> None:
    """One of many windows: crossed, tall pair, round-headed, porthole, wide; with or without curtains."""
    kind = arg or c.dice.choice(("cross", "pair", "arch", "wide", "cross", "round"))
    frame = (
        c.tones.local(mix("#fffaf2", c.tones.palette.light, 0.5))
        if c.dice.random() < 0.7
        else c.tones.local(c.tones.wood)
    )
    top, high = 0.1 * c.h, min(c.hy * 0.66, c.u * 430)
    x = c.w * (0.5 + c.side * c.dice.uniform(0.12, 0.24))
    t = 9 * c.u
    spans = {"pair": (-0.56, 0.56), "wide": (0.0,), "pano": (0.0,)}.get(kind, (0.0,))
    for k in spans:
        w = {"pair": 0.2, "wide": 0.46, "arch": 0.26, "round": 0.3, "pano": 0.84}.get(kind, 0.3) * c.w
        cx = (c.w / 2 if kind == "pano" else x) + k * 0.44 * c.w
        w = min(w, c.u * (900 if kind == "pano" else 480))
        _window(c, kind, cx, top, w, high, frame, t)
        left, right = c.glazed if k > 0 else (cx - w / 2, 0.0)
        c.glazed = (left, max(right, cx + w / 2))
    if kind in ("cross", "wide", "pair") and c.dice.random() < 0.55:
        span = {"pair": 0.78, "wide": 0.5}.get(kind, 0.34) * c.w
        _curtains(c, x, top, span)
        c.glazed = (x - 0.64 * span, x + 0.64 * span)
    beam(c, x, top, high)


def _window(c: Canvas, kind: str, x: float, y: float, w: float, h: float, frame: str, t: float) -> None:
    a = x - w / 2
    if kind == "round":
        r = min(w, h) / 2
        hole = ellipse(x, y + r, r)
        bars = poly([(x - r, y + r), (x + r, y + r)], False) + poly([(x, y), (x, y + 2 * r)], False)
        sky = fill(hole, mix(c.tones.local("#a8d6ee"), c.tones.sky[1], 0.3 if c.tones.time == "day" else 0.9))
        c.back(
            "window",
            fill(ellipse(x, y + r, r + t * 1.6), frame),
            sky,
            fill(
                f"M{x - r * 0.94:.1f} {y + r * 1.32:.1f}"
                f"Q{x - r * 0.3:.1f} {y + r:.1f} {x + r * 0.1:.1f} {y + r * 1.34:.1f}"
                f"Q{x + r * 0.5:.1f} {y + r * 1.1:.1f} {x + r * 0.94:.1f} {y + r * 1.32:.1f}"
                f"Q{x + r * 0.6:.1f} {y + 2 * r:.1f} {x:.1f} {y + 2 * r:.1f}"
                f"Q{x - r * 0.6:.1f} {y + 2 * r:.1f} {x - r * 0.94:.1f} {y + r * 1.32:.1f}Z",
                mix(c.tones.local(c.tones.leaf), "#ffffff", 0.3),
            ),
            line(bars, frame, t),
        )
        return
    rows = 3 if kind in ("arch", "pair") else 2
    cols = {"wide": 3, "pano": 5}.get(kind, 2)
    bars = "".join(poly([(a + w * k / cols, y), (a + w * k / cols, y + h)], False) for k in range(1, cols))
    bars += "".join(poly([(a, y + h * k / rows), (a + w, y + h * k / rows)], False) for k in range(1, rows))
    sill = rect(a - t * 3, y + h + t, w + t * 6, t * 1.7, 3)
    c.back(
        "window",
        fill(rect(a - t * 1.6, y - t * 1.6, w + t * 3.2, h + t * 3.2, 4), frame),
        _view(c, a, y, w, h),
        line(bars, frame, t * 0.8),
        fill(sill, shift(frame, -0.05)),
    )
    if kind == "arch":
        r = w / 2 + t * 1.6
        cap = (
            f"M{a - t * 1.6:.1f} {y - t * 1.6:.1f}L{a - t * 1.6:.1f} {y + r - t:.1f}"
            f"C{a - t * 1.6:.1f} {y + r * 0.42:.1f} {x - r * 0.56:.1f} {y - t * 1.6:.1f} {x:.1f} {y - t * 1.6:.1f}Z"
        )
        cap += (
            f"M{a + w + t * 1.6:.1f} {y - t * 1.6:.1f}L{a + w + t * 1.6:.1f} {y + r - t:.1f}"
            f"C{a + w + t * 1.6:.1f} {y + r * 0.42:.1f} {x + r * 0.56:.1f} {y - t * 1.6:.1f} {x:.1f} {y - t * 1.6:.1f}Z"
        )
        rim = (
            f"M{a - t:.1f} {y + r - t:.1f}"
            f"C{a - t:.1f} {y + r * 0.42:.1f} {x - r * 0.56:.1f} {y - t:.1f} {x:.1f} {y - t:.1f}"
            f"C{x + r * 0.56:.1f} {y - t:.1f} {a + w + t:.1f} {y + r * 0.42:.1f} {a + w + t:.1f} {y + r - t:.1f}"
        )
        c.back("window head", fill(cap, wall_color(c)), line(rim, frame, t * 1.4))


def _curtains(c: Canvas, x: float, top: float, span: float) -> None:
    """Two hangings and a rod."""
    color = c.tones.at(mix(c.tones.palette.accent, c.tones.palette.sky, 0.35), 0.15)
    foot, y = c.hy - 0.03 * c.h, top - 0.035 * c.h
    d, folds = "", ""
    for s in (-1, 1):
        a, b = x + s * span * 0.62, x + s * span * 0.36
        d += (
            f"M{a:.1f} {y:.1f}L{b:.1f} {y:.1f}"
            f"Q{b + s * span * 0.02:.1f} {y + (foot - y) * 0.6:.1f} {b + s * span * 0.05:.1f} {foot:.1f}"
            f"L{a + s * span * 0.02:.1f} {foot:.1f}Z"
        )
        folds += "".join(
            poly([(a + (b - a) * k, y), (a + (b - a) * k + s * span * 0.015, foot)], False) for k in (0.28, 0.55, 0.8)
        )
    c.back(
        "curtains",
        fill(d, color),
        line(folds, shift(color, -0.05), 3 * c.u),
        line(poly([(x - span * 0.68, y), (x + span * 0.68, y)], False), c.tones.local(c.tones.wood), 7 * c.u),
    )


def beam(c: Canvas, x: float, top: float, high: float) -> None:
    """The window's light falling on the floor and wall."""
    if c.tones.dim or c.tones.covered:
        return
    s, room = -c.side, c.h - c.hy
    d = poly(
        [
            (x - 0.1 * c.w, c.hy + room * 0.12),
            (x + 0.12 * c.w, c.hy + room * 0.12),
            (x + s * 0.3 * c.w + 0.16 * c.w, c.hy + room * 0.78),
            (x + s * 0.3 * c.w - 0.14 * c.w, c.hy + room * 0.78),
        ]
    )
    c.ground("light", fill(d, c.tones.palette.light, 0.16))


def rug(c: Canvas, arg: str = "") -> None:
    """Round, oblong or striped, under the subject."""
    p = c.tones.palette
    a = c.tones.local(c.dice.choice((mix(p.accent, p.far, 0.4), mix(p.near, p.far, 0.35), mix(p.far, p.light, 0.3))))
    b = mix(a, c.tones.local(p.light), 0.55)
    x, y, rx, ry = c.w / 2, c.gy, 0.42 * c.w, (c.h - c.hy) * 0.27
    if c.dice.random() < 0.55:
        rings = (
            fill(ellipse(x, y, rx, ry), a)
            + fill(ellipse(x, y, rx * 0.9, ry * 0.86), b)
            + fill(ellipse(x, y, rx * 0.85, ry * 0.79), a)
        )
        c.ground("rug", rings)
        return
    d = poly(
        [
            (x - rx * 0.9, y - ry * 0.8),
            (x + rx * 0.9, y - ry * 0.8),
            (x + rx * 1.08, y + ry * 0.85),
            (x - rx * 1.08, y + ry * 0.85),
        ]
    )
    stripes = "".join(
        poly(
            [
                (x - rx * (0.985 + 0.1 * k), y + ry * (k - 0.02)),
                (x + rx * (0.985 + 0.1 * k), y + ry * (k - 0.02)),
                (x + rx * (1.0 + 0.1 * k), y + ry * (k + 0.07)),
                (x - rx * (1.0 + 0.1 * k), y + ry * (k + 0.07)),
            ]
        )
        for k in (-0.66, -0.44, 0.44, 0.66)
    )
    c.ground("rug", fill(d, a), fill(stripes, b))


def ceiling_lamp(c: Canvas, arg: str = "") -> None:
    """Hanging lamps in a row of one to three."""
    n = c.dice.choice((1, 2, 3)) if not arg else int(arg)
    color = c.tones.local(mix(c.tones.palette.accent, c.tones.palette.near, 0.25))
    kind = c.dice.randrange(3)
    for k in range(n):
        x = c.w * (0.5 + (k - (n - 1) / 2) * 0.24 + (c.side * -0.2 if n == 1 else 0))
        y, s = c.h * 0.15, 46 * c.u
        shade = (
            poly([(x - s, y + s * 0.7), (x - s * 0.4, y), (x + s * 0.4, y), (x + s, y + s * 0.7)]),
            f"M{x - s:.1f} {y + s * 0.8:.1f}"
            f"C{x - s:.1f} {y - s * 0.4:.1f} {x + s:.1f} {y - s * 0.4:.1f} {x + s:.1f} {y + s * 0.8:.1f}Z",
            ellipse(x, y + s * 0.5, s * 0.75),
        )[kind]
        glow = (
            fill(
                poly([(x - s, y + s * 0.8), (x + s, y + s * 0.8), (x + s * 3.2, c.hy), (x - s * 3.2, c.hy)]),
                "#fff0c2",
                0.1,
            )
            if c.tones.dim
            else ""
        )
        c.middle(
            "lamp",
            glow,
            line(poly([(x, 0), (x, y + 2)], False), c.tones.local("#4d4650"), 3.5 * c.u),
            fill(shade, color),
            fill(ellipse(x, y + s * 0.78, s * 0.8, s * 0.1), c.tones.lamp()) if kind < 2 else "",
        )
