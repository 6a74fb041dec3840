"""One parametric room: wall, floor, windows, light on the wall. Furniture comes from `furnish`."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.flats import brick_rows
from gouache.engines.composer.scenery.paths import arch, curve, ellipse, fill, line, poly, rect, scallop, soft, under


def wall_color(c: Canvas) -> str:
    return c.tones.local(c.tones.palette.sky)


def wall(c: Canvas, arg: str = "") -> None:
    """The back wall: plain, half-panelled, striped, panelled, tiled, boarded, two-tone or of brick."""
    base = wall_color(c)
    kind = arg or c.dice.choice(("plain", "plain", "wainscot", "stripes", "panels", "twotone", "corner", "arch"))
    if kind == "brick":
        brick_rows(c, mix(base, c.tones.local("#b0705a"), 0.5 if not c.tones.palette.given else 0.0), c.hy)
        return
    c.back("wall", c.wall(base, 0, c.hy + 2))
    dark, pale = shift(base, -0.028), shift(base, 0.03)
    if kind == "wainscot":
        y = c.hy * c.dice.uniform(0.64, 0.72)
        low = shift(base, 0.05) if c.dice.random() < 0.5 else c.tones.local(mix(c.tones.palette.sky, c.tones.palette.far, 0.8))
        frames = "".join(rect(c.w * (k + 0.14) / 7, y + 0.03 * c.h, c.w * 0.72 / 7, c.hy - y - 0.075 * c.h, 3) for k in range(7))
        c.back("panelling", c.wall(low, y, c.hy + 2), line(frames, shift(low, -0.035), 2.6 * c.u), c.wall(shift(low, 0.03), y - 0.008 * c.h, y + 0.004 * c.h))
    elif kind == "stripes":
        c.back("wallpaper", fill("".join(rect(c.w * k / 14, 0, c.w / 28, c.hy) for k in range(14)), dark, 0.8))
    elif kind == "panels":
        c.back("mouldings", line("".join(rect(c.w * (k + 0.1) / 4, 0.07 * c.h, c.w * 0.8 / 4, c.hy - 0.17 * c.h, 2) for k in range(4)), pale, 4 * c.u))
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
        c.back("boards", line("".join(poly([(c.w * k / 12, 0), (c.w * k / 12, c.hy)], False) for k in range(1, 12)), dark, 3 * c.u))


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
    c.back("tiles", c.wall(base, top, c.hy + 2), line(d, shift(base, -0.045), 2.2 * c.u), c.wall(c.tones.local(c.tones.palette.far), top - 0.008 * c.h, top + 0.006 * c.h) if top else "")


def floor(c: Canvas, arg: str = "") -> None:
    """Boards, parquet, tiles, carpet or concrete, with a baseboard and a pool of light."""
    kind = arg or c.dice.choice(("boards", "boards", "rows", "carpet"))
    p = c.tones.palette
    base = c.tones.local({"tiles": mix("#e5ded2", p.ground, 0.2), "concrete": mix("#b5b2ae", p.ground, 0.25), "carpet": mix(p.ground, p.far, 0.45)}.get(kind, p.ground) if not p.given else p.ground)
    room, marks, dark = c.h - c.hy, "", shift(base, -0.045)
    if kind == "boards":
        marks = "".join(poly([(c.w * (0.5 + k * 0.085), c.hy), (c.w * (0.5 + k * 0.2), c.h)], False) for k in range(-6, 7))
    elif kind == "rows":
        ys = [c.hy + room * k for k in (0.1, 0.23, 0.39, 0.58, 0.8)]
        marks = "".join(poly([(0, y), (c.w, y)], False) for y in ys)
        marks += "".join(poly([(x * c.w, a), (x * c.w, b)], False) for i, (a, b) in enumerate(zip([c.hy, *ys], [*ys, c.h], strict=True)) for x in ((0.2, 0.72) if i % 2 else (0.42, 0.9)))
    checks = ""
    if kind in ("tiles", "check"):
        ys = [c.hy + room * (k / 5) ** 1.35 for k in range(6)]
        for i, (a, b) in enumerate(zip(ys, ys[1:], strict=False)):
            fa, fb = 0.12 + 0.16 * (a - c.hy) / room, 0.12 + 0.16 * (b - c.hy) / room
            for k in range(-5, 5):
                if (k + i) % 2:
                    checks += poly([(c.w * (0.5 + k * fa), a), (c.w * (0.5 + (k + 1) * fa), a), (c.w * (0.5 + (k + 1) * fb), b), (c.w * (0.5 + k * fb), b)])
    pool = ellipse(c.area.center.x + c.side * -0.03 * c.w, c.gy, 0.42 * c.w, room * 0.24)
    skirting = shift(wall_color(c), 0.07) if kind != "concrete" else shift(base, -0.1)
    c.ground("floor", c.wall(base, c.hy), fill(checks, shift(base, -0.05)), line(marks, dark, 2.6 * c.u), fill(pool, mix(base, p.light, 0.4), 0.28))
    c.ground("baseboard", c.wall(skirting, c.hy - 0.018 * c.h, c.hy + 0.004 * c.h))


def _view(c: Canvas, x: float, y: float, w: float, h: float) -> str:
    """What one sees through a window: sky, a hill or roofs, a cloud."""
    top, low = (c.tones.sky[0], c.tones.sky[2]) if c.tones.time != "day" and not c.tones.palette.given else (c.tones.local("#a8d6ee"), c.tones.local("#e3f2f3"))
    out = fill(rect(x, y, w, h), mix(top, low, 0.25)) + fill(rect(x, y + h * 0.45, w, h * 0.55), mix(top, low, 0.75))
    if c.tones.weather in ("rain", "storm", "snow"):
        d = "".join(poly([(x + w * k / 9, y + h * (0.1 + (k * 0.37) % 0.8)), (x + w * k / 9 - w * 0.02, y + h * (0.16 + (k * 0.37) % 0.8))], False) for k in range(1, 9))
        out += line(d, "#ffffff", 3 * c.u, 0.7)
    kind, green = c.dice.choice(("hills", "roofs", "trees", "sky")), mix(c.tones.local(c.tones.leaf), low, 0.4)
    foot = y + h
    if kind == "hills":
        far = [(x + w * k / 6, foot - h * (0.26 + 0.12 * ((k * 5) % 3) / 2)) for k in range(7)]
        near = [(x + w * k / 5, foot - h * (0.12 + 0.1 * ((k * 2) % 3) / 2)) for k in range(6)]
        return out + fill(under(far, foot), mix(green, low, 0.45)) + fill(under(near, foot), green)
    if kind == "roofs":
        d = "".join(rect(x + w * k / 5 + w * 0.01, foot - h * t, w / 5 - w * 0.01, h * t) for k, t in enumerate((0.3, 0.46, 0.22, 0.38, 0.28)))
        panes = "".join(rect(x + w * (k + 0.35) / 5, foot - h * t, w * 0.05, h * 0.06) for k, t in enumerate((0.22, 0.36, 0.15, 0.3, 0.2)))
        return out + fill(d, mix(c.tones.local(c.tones.palette.far), low, 0.35)) + fill(panes, c.tones.lamp() if c.tones.dim else low)
    if kind == "trees":
        return out + fill("".join(ellipse(x + w * (0.14 + 0.24 * k), foot - h * (0.13 + 0.07 * (k % 2)), min(w * 0.14, h * 0.2), h * 0.13) for k in range(4)) + rect(x, foot - h * 0.14, w, h * 0.14), green)
    cloud = scallop(c.dice, x + w * 0.18, y + h * 0.42, w * 0.5, h * 0.16, 4)
    return out + fill(cloud, "#ffffff", 0.8 if not c.tones.night else 0.2)


def window(c: Canvas, arg: str = "") -> None:
    """One of many windows: crossed, tall pair, round-headed, porthole, wide; with or without curtains."""
    kind = arg or c.dice.choice(("cross", "pair", "arch", "wide", "cross", "round"))
    frame = c.tones.local(mix("#fffaf2", c.tones.palette.light, 0.5)) if c.dice.random() < 0.7 else c.tones.local(c.tones.wood)
    top, high = 0.1 * c.h, min(c.hy * 0.66, c.u * 430)
    x = c.w * (0.5 + c.side * c.dice.uniform(0.12, 0.24))
    t = 9 * c.u
    spans = {"pair": (-0.56, 0.56), "wide": (0.0,), "pano": (0.0,)}.get(kind, (0.0,))
    for k in spans:
        w = {"pair": 0.2, "wide": 0.46, "arch": 0.26, "round": 0.3, "pano": 0.84}.get(kind, 0.3) * c.w
        cx = (c.w / 2 if kind == "pano" else x) + k * 0.44 * c.w
        w = min(w, c.u * (900 if kind == "pano" else 480))
        _window(c, kind, cx, top, w, high, frame, t)
    if kind in ("cross", "wide", "pair") and c.dice.random() < 0.55:
        _curtains(c, x, top, {"pair": 0.78, "wide": 0.5}.get(kind, 0.34) * c.w)
    beam(c, x, top, high)


def _window(c: Canvas, kind: str, x: float, y: float, w: float, h: float, frame: str, t: float) -> None:
    a = x - w / 2
    if kind == "round":
        r = min(w, h) / 2
        hole = ellipse(x, y + r, r)
        bars = poly([(x - r, y + r), (x + r, y + r)], False) + poly([(x, y), (x, y + 2 * r)], False)
        sky = fill(hole, mix(c.tones.local("#a8d6ee"), c.tones.sky[1], 0.3 if c.tones.time == "day" else 0.9))
        c.back("window", fill(ellipse(x, y + r, r + t * 1.6), frame), sky, fill(f"M{x - r * 0.94:.1f} {y + r * 1.32:.1f}Q{x - r * 0.3:.1f} {y + r:.1f} {x + r * 0.1:.1f} {y + r * 1.34:.1f}Q{x + r * 0.5:.1f} {y + r * 1.1:.1f} {x + r * 0.94:.1f} {y + r * 1.32:.1f}Q{x + r * 0.6:.1f} {y + 2 * r:.1f} {x:.1f} {y + 2 * r:.1f}Q{x - r * 0.6:.1f} {y + 2 * r:.1f} {x - r * 0.94:.1f} {y + r * 1.32:.1f}Z", mix(c.tones.local(c.tones.leaf), "#ffffff", 0.3)), line(bars, frame, t))
        return
    rows = 3 if kind in ("arch", "pair") else 2
    cols = {"wide": 3, "pano": 5}.get(kind, 2)
    bars = "".join(poly([(a + w * k / cols, y), (a + w * k / cols, y + h)], False) for k in range(1, cols))
    bars += "".join(poly([(a, y + h * k / rows), (a + w, y + h * k / rows)], False) for k in range(1, rows))
    sill = rect(a - t * 3, y + h + t, w + t * 6, t * 1.7, 3)
    c.back("window", fill(rect(a - t * 1.6, y - t * 1.6, w + t * 3.2, h + t * 3.2, 4), frame), _view(c, a, y, w, h), line(bars, frame, t * 0.8), fill(sill, shift(frame, -0.05)))
    if kind == "arch":
        r = w / 2 + t * 1.6
        cap = f"M{a - t * 1.6:.1f} {y - t * 1.6:.1f}L{a - t * 1.6:.1f} {y + r - t:.1f}C{a - t * 1.6:.1f} {y + r * 0.42:.1f} {x - r * 0.56:.1f} {y - t * 1.6:.1f} {x:.1f} {y - t * 1.6:.1f}Z"
        cap += f"M{a + w + t * 1.6:.1f} {y - t * 1.6:.1f}L{a + w + t * 1.6:.1f} {y + r - t:.1f}C{a + w + t * 1.6:.1f} {y + r * 0.42:.1f} {x + r * 0.56:.1f} {y - t * 1.6:.1f} {x:.1f} {y - t * 1.6:.1f}Z"
        rim = f"M{a - t:.1f} {y + r - t:.1f}C{a - t:.1f} {y + r * 0.42:.1f} {x - r * 0.56:.1f} {y - t:.1f} {x:.1f} {y - t:.1f}C{x + r * 0.56:.1f} {y - t:.1f} {a + w + t:.1f} {y + r * 0.42:.1f} {a + w + t:.1f} {y + r - t:.1f}"
        c.back("window head", fill(cap, wall_color(c)), line(rim, frame, t * 1.4))


def _curtains(c: Canvas, x: float, top: float, span: float) -> None:
    """Two hangings and a rod."""
    color = c.tones.at(mix(c.tones.palette.accent, c.tones.palette.sky, 0.35), 0.15)
    foot, y = c.hy - 0.03 * c.h, top - 0.035 * c.h
    d, folds = "", ""
    for s in (-1, 1):
        a, b = x + s * span * 0.62, x + s * span * 0.36
        d += f"M{a:.1f} {y:.1f}L{b:.1f} {y:.1f}Q{b + s * span * 0.02:.1f} {y + (foot - y) * 0.6:.1f} {b + s * span * 0.05:.1f} {foot:.1f}L{a + s * span * 0.02:.1f} {foot:.1f}Z"
        folds += "".join(poly([(a + (b - a) * k, y), (a + (b - a) * k + s * span * 0.015, foot)], False) for k in (0.28, 0.55, 0.8))
    c.back("curtains", fill(d, color), line(folds, shift(color, -0.05), 3 * c.u), line(poly([(x - span * 0.68, y), (x + span * 0.68, y)], False), c.tones.local(c.tones.wood), 7 * c.u))


def beam(c: Canvas, x: float, top: float, high: float) -> None:
    """The window's light falling on the floor and wall."""
    if c.tones.dim:
        return
    s, room = -c.side, c.h - c.hy
    d = poly([(x - 0.1 * c.w, c.hy + room * 0.12), (x + 0.12 * c.w, c.hy + room * 0.12), (x + s * 0.3 * c.w + 0.16 * c.w, c.hy + room * 0.78), (x + s * 0.3 * c.w - 0.14 * c.w, c.hy + room * 0.78)])
    c.ground("light", fill(d, c.tones.palette.light, 0.16))


def rug(c: Canvas, arg: str = "") -> None:
    """Round, oblong or striped, under the subject."""
    p = c.tones.palette
    a = c.tones.local(c.dice.choice((mix(p.accent, p.far, 0.4), mix(p.near, p.far, 0.35), mix(p.far, p.light, 0.3))))
    b = mix(a, c.tones.local(p.light), 0.55)
    x, y, rx, ry = c.w / 2, c.gy, 0.42 * c.w, (c.h - c.hy) * 0.27
    if c.dice.random() < 0.55:
        rings = fill(ellipse(x, y, rx, ry), a) + fill(ellipse(x, y, rx * 0.9, ry * 0.86), b) + fill(ellipse(x, y, rx * 0.85, ry * 0.79), a)
        c.ground("rug", rings)
        return
    d = poly([(x - rx * 0.9, y - ry * 0.8), (x + rx * 0.9, y - ry * 0.8), (x + rx * 1.08, y + ry * 0.85), (x - rx * 1.08, y + ry * 0.85)])
    stripes = "".join(poly([(x - rx * (0.985 + 0.1 * k), y + ry * (k - 0.02)), (x + rx * (0.985 + 0.1 * k), y + ry * (k - 0.02)), (x + rx * (1.0 + 0.1 * k), y + ry * (k + 0.07)), (x - rx * (1.0 + 0.1 * k), y + ry * (k + 0.07))]) for k in (-0.66, -0.44, 0.44, 0.66))
    c.ground("rug", fill(d, a), fill(stripes, b))


def ceiling_lamp(c: Canvas, arg: str = "") -> None:
    """Hanging lamps in a row of one to three."""
    n = c.dice.choice((1, 2, 3)) if not arg else int(arg)
    color = c.tones.local(mix(c.tones.palette.accent, c.tones.palette.near, 0.25))
    kind = c.dice.randrange(3)
    for k in range(n):
        x = c.w * (0.5 + (k - (n - 1) / 2) * 0.24 + (c.side * -0.2 if n == 1 else 0))
        y, s = c.h * 0.15, 46 * c.u
        shade = (poly([(x - s, y + s * 0.7), (x - s * 0.4, y), (x + s * 0.4, y), (x + s, y + s * 0.7)]), f"M{x - s:.1f} {y + s * 0.8:.1f}C{x - s:.1f} {y - s * 0.4:.1f} {x + s:.1f} {y - s * 0.4:.1f} {x + s:.1f} {y + s * 0.8:.1f}Z", ellipse(x, y + s * 0.5, s * 0.75))[kind]
        glow = fill(poly([(x - s, y + s * 0.8), (x + s, y + s * 0.8), (x + s * 3.2, c.hy), (x - s * 3.2, c.hy)]), "#fff0c2", 0.16) if c.tones.dim else ""
        c.middle("lamp", glow, line(poly([(x, 0), (x, y + 2)], False), c.tones.local("#4d4650"), 3.5 * c.u), fill(shade, color), fill(ellipse(x, y + s * 0.78, s * 0.8, s * 0.1), c.tones.lamp()) if kind < 2 else "")


def attic(c: Canvas, arg: str = "") -> None:
    """Sloping roof timbers."""
    base = wall_color(c)
    a = poly([(0, 0), (0.34 * c.w, 0), (0, c.hy * 0.9)]) + poly([(c.w, 0), (0.66 * c.w, 0), (c.w, c.hy * 0.9)])
    beams = "".join(poly([(c.w * x, 0), (c.w * xx, c.hy * y)], False) for x, xx, y in ((0.36, 0.0, 0.94), (0.64, 1.0, 0.94), (0.2, 0.0, 0.52), (0.8, 1.0, 0.52)))
    c.back("roof", fill(a, shift(base, -0.06)), line(beams, c.tones.local(c.tones.wood), 20 * c.u), fill(rect(0, 0.04 * c.h, c.w, 0.03 * c.h), c.tones.local(shift(c.tones.wood, -0.05))))


def glasshouse(c: Canvas, arg: str = "") -> None:
    """Glass walls and a glass gable with a garden behind."""
    pale = c.tones.local("#dff1ea") if c.tones.time == "day" else c.tones.sky[1]
    frame = c.tones.local("#ffffff" if c.dice.random() < 0.6 else mix("#3f5f55", c.tones.palette.near, 0.3))
    c.back("glass", c.wall(pale, 0, c.hy + 2))
    green = c.tones.at(c.tones.leaf if c.tones.palette.family != "room" else "#6aa77f", 0.0)
    blur = "".join(soft([(x - 0.1 * c.w, c.hy), (x - 0.08 * c.w, c.hy - 0.2 * c.h), (x, c.hy - 0.3 * c.h), (x + 0.09 * c.w, c.hy - 0.18 * c.h), (x + 0.1 * c.w, c.hy)]) for x in c.spread(6, 0.3))
    c.back("garden outside", fill(blur, mix(green, pale, 0.55)))
    top = 0.2 * c.h
    bars = "".join(poly([(c.w * k / 7, top + (0 if k in (0, 7) else 0)), (c.w * k / 7, c.hy)], False) + poly([(c.w * k / 7, top), (c.w * (0.5 + (k / 7 - 0.5) * 0.6), -2)], False) for k in range(8))
    c.back("frame", line(bars + poly([(0, top), (c.w, top)], False) + poly([(0, c.hy * 0.62), (c.w, c.hy * 0.62)], False), frame, 8 * c.u))


def corridor(c: Canvas, arg: str = "") -> None:
    """A hallway running away: side walls with doors, a bright end."""
    base = wall_color(c)
    cx, half, top = c.w / 2, 0.16 * c.w, 0.2 * c.h
    door = c.tones.local(mix(c.tones.wood, c.tones.palette.near, 0.4))
    c.back("end wall", c.wall(shift(base, 0.04), 0, c.hy + 2), c.wall(shift(base, -0.06), 0, top))
    for s in (-1, 1):
        e, n = (-2.0 if s < 0 else c.w + 2), cx + s * half
        shade = shift(base, -0.03 if s == c.side else 0.0)
        c.back("side wall", fill(poly([(e, -2), (n, top), (n, c.hy), (e, c.hy + (c.h - c.hy) * 0.6)]), shade))
        for a, b in ((0.1, 0.34), (0.54, 0.7)):
            xa, xb = e + (n - e) * a, e + (n - e) * b
            fa, fb = (c.hy + (c.h - c.hy) * 0.6 * (1 - k) for k in (a, b))
            ta, tb = fa - (fa - top * a) * 0.72, fb - (fb - top * b) * 0.72
            c.back("door", fill(poly([(xa, ta), (xb, tb), (xb, fb), (xa, fa)]), mix(door, shade, 0.25)))
    c.back("far window", fill(arch(cx - half * 0.5, c.hy - 0.3 * c.h, half, 0.24 * c.h), c.tones.palette.light, 0.9))
    floor_ = c.tones.local(c.tones.palette.ground)
    c.ground("floor", fill(poly([(cx - half, c.hy), (cx + half, c.hy), (c.w + 2, c.hy + (c.h - c.hy) * 0.6), (c.w + 2, c.h + 2), (-2, c.h + 2), (-2, c.hy + (c.h - c.hy) * 0.6)]), floor_), fill(poly([(cx - half * 0.45, c.hy), (cx + half * 0.45, c.hy), (c.w * 0.82, c.h), (c.w * 0.18, c.h)]), c.tones.local(mix(c.tones.palette.accent, c.tones.palette.ground, 0.35))))


def stage_curtains(c: Canvas, arg: str = "") -> None:
    """A theatre: backdrop, spot beams, boards, red hangings at both sides."""
    p = c.tones.palette
    deep = mix("#3a2148", p.near, 0.35) if not p.given else p.near
    red = mix("#b5323c", p.accent, 0.25) if not p.given else p.accent
    c.back("backdrop", *(c.wall(shift(deep, -0.08 + 0.14 * k / 11), round(c.hy * k / 12), round(c.hy * (k + 1) / 12) + 1) for k in range(12)))
    for k, x in enumerate((0.26, 0.5, 0.74)):
        c.back("spotlight", fill(poly([(c.w * x - 12 * c.u, -2), (c.w * x + 12 * c.u, -2), (c.w * (0.5 + (x - 0.5) * 0.6) + 0.17 * c.w, c.gy), (c.w * (0.5 + (x - 0.5) * 0.6) - 0.17 * c.w, c.gy)]), "#fff1c4", 0.13 if k != 1 else 0.18))
    wood = mix("#9a6240", p.ground, 0.4)
    boards = "".join(poly([(c.w * (0.5 + k * 0.09), c.hy), (c.w * (0.5 + k * 0.16), c.h)], False) for k in range(-7, 8))
    c.ground("boards", c.wall(wood, c.hy), line(boards, shift(wood, -0.05), 2.5 * c.u), fill(ellipse(c.w / 2, c.gy, 0.36 * c.w, (c.h - c.hy) * 0.26), "#fff1c4", 0.3))
    d, folds = "", ""
    for s in (-1, 1):
        e = -2.0 if s < 0 else c.w + 2
        n = e - s * 0.17 * c.w
        d += f"M{e:.1f} -2L{n - s * 0.1 * c.w:.1f} -2Q{n:.1f} {c.hy * 0.5:.1f} {n + s * 0.02 * c.w:.1f} {c.hy + 0.06 * c.h:.1f}L{e:.1f} {c.hy + 0.09 * c.h:.1f}Z"
        folds += "".join(poly([(e - s * 0.05 * k * c.w, -2), (e - s * 0.04 * k * c.w, c.hy + 0.07 * c.h)], False) for k in (1, 2, 3, 4))
    swag = "".join(f"M{c.w * k / 5:.1f} -2L{c.w * (k + 1) / 5:.1f} -2Q{c.w * (k + 0.5) / 5:.1f} {0.24 * c.h:.1f} {c.w * k / 5:.1f} -2Z" for k in range(5))
    c.middle("curtain", fill(d, red), line(folds, shift(red, -0.07), 7 * c.u), fill(swag, shift(red, -0.03)), c.wall(c.tones.local("#e0b04a" if not p.given else p.light), 0, 0.018 * c.h))


def tabletop(c: Canvas, arg: str = "") -> None:
    """A table close up: its edge, its grain, and a quiet wall with a soft shape behind."""
    p = c.tones.palette
    base = c.tones.local(p.sky)
    kind = c.dice.choice(("plain", "window", "shelf", "twotone", "shapes", "window"))
    c.back("wall", c.wall(base, 0, c.hy + 2))
    if kind == "twotone":
        c.back("wall below", c.wall(c.tones.local(mix(p.sky, p.far, 0.8)), c.hy * 0.5, c.hy + 2))
    elif kind == "window":
        _soft_window(c, base)
    elif kind == "shelf":
        _far_shelf(c, base)
    elif kind == "shapes":
        c.back("light", fill(ellipse(c.w * (0.5 + 0.2 * c.side), c.hy * 0.55, 0.34 * c.w), shift(base, 0.03)), fill(ellipse(c.w * (0.5 + 0.2 * c.side), c.hy * 0.55, 0.22 * c.w), shift(base, 0.05)))
    top = c.tones.local(c.dice.choice((p.ground, mix(p.ground, p.light, 0.5), mix(p.ground, p.near, 0.45), mix(p.far, p.near, 0.35), p.ground)))
    room = c.h - c.hy
    c.ground("table", c.wall(top, c.hy), c.wall(shift(top, 0.05), c.hy, c.hy + 0.012 * c.h))
    style = c.dice.choice(("grain", "cloth", "planks", "plain"))
    if style == "grain":
        d = "".join(curve([(c.w * (x - 0.2), y), (c.w * x, y - 4 * c.u), (c.w * (x + 0.2), y + 3 * c.u), (c.w * (x + 0.36), y)]) for x, y in ((c.dice.uniform(0, 0.8), c.hy + room * k) for k in (0.14, 0.27, 0.4, 0.55, 0.7, 0.86)))
        c.ground("grain", line(d, shift(top, -0.045), 3 * c.u, 0.7))
    elif style == "planks":
        c.ground("planks", line("".join(poly([(0, c.hy + room * k), (c.w, c.hy + room * k)], False) for k in (0.2, 0.48, 0.82)), shift(top, -0.05), 3 * c.u))
    elif style == "cloth":
        cloth = mix(top, c.tones.local(p.accent), 0.22)
        c.ground("cloth", fill(poly([(0.1 * c.w, c.hy + 0.1 * room), (0.9 * c.w, c.hy + 0.1 * room), (1.02 * c.w, c.h + 2), (-0.02 * c.w, c.h + 2)]), cloth), line(poly([(0.13 * c.w, c.hy + 0.15 * room), (0.87 * c.w, c.hy + 0.15 * room), (0.97 * c.w, c.h), (0.03 * c.w, c.h)], False), mix(cloth, c.tones.local(p.light), 0.5), 4 * c.u))
    c.ground("light", fill(ellipse(c.area.center.x, c.gy, 0.4 * c.w, room * 0.26), mix(top, p.light, 0.5), 0.3))
    c.table_top = c.hy


def _soft_window(c: Canvas, base: str) -> None:
    """Window light cast on the wall: slanted panes."""
    x, y, w, h, s = c.w * (0.5 - 0.06 * c.side), 0.1 * c.h, 0.13 * c.w, c.hy * 0.28, -c.side * 0.07 * c.w
    d = "".join(poly([(x + w * i * 1.12 + s * k, y + h * 1.1 * k), (x + w * (i * 1.12 + 1) + s * k, y + h * 1.1 * k), (x + w * (i * 1.12 + 1) + s * (k + 1), y + h * (1.1 * k + 1)), (x + w * i * 1.12 + s * (k + 1), y + h * (1.1 * k + 1))]) for i in (-1, 0) for k in (0, 1))
    c.back("window light", fill(d, mix(base, c.tones.palette.light, 0.5), 0.8))


def _far_shelf(c: Canvas, base: str) -> None:
    """A shelf with pots and books, pale."""
    y, x = c.hy * 0.36, c.w * (0.5 + c.side * 0.24)
    w, p = 0.38 * c.w, c.tones.palette
    parts = [fill(rect(x - w / 2, y, w, 0.014 * c.h, 3), mix(c.tones.local(c.tones.wood), base, 0.3))]
    for k, color in enumerate((p.accent, p.near, p.far, p.light, p.near)):
        bx, h, bw = x - w * 0.42 + w * 0.19 * k, c.h * (0.05 + 0.022 * ((k * 7) % 4)), w * 0.12
        shape = rect(bx, y - h, bw, h, 5 * c.u) if k % 2 else ellipse(bx + bw / 2, y - h * 0.45, bw * 0.52, h * 0.45)
        parts.append(fill(shape, mix(c.tones.local(color), base, 0.45)))
    c.back("shelf", *parts)
