"""Furniture of rooms: quiet silhouettes along the back wall, away from the middle."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, blob, dot, ellipse, fill, leaf, line, poly, rect


def _tone(c: Canvas, color: str, k: float = 0.22) -> str:
    """A furniture colour, sunk a little into the wall."""
    return mix(c.tones.local(color), c.tones.local(c.tones.palette.sky), k)


def _wood(c: Canvas, k: float = 0.18) -> str:
    return _tone(c, c.tones.wood, k)


def _near(c: Canvas, k: float = 0.2) -> str:
    return _tone(c, c.tones.palette.near, k)


def _accent(c: Canvas, k: float = 0.2) -> str:
    return _tone(c, c.tones.palette.accent, k)


def _foot(c: Canvas) -> float:
    return c.hy + (c.h - c.hy) * 0.08


def _slot(c: Canvas, width: float = 0.0) -> tuple[float, int]:
    """The next free place along the wall: x and the side it is on; sides alternate, then move inwards.

    A thing of some width (px) is moved in until most of it shows.
    """
    taken = c.slots
    c.slots += 1
    side = -c.side if taken % 2 == 0 else c.side
    reach = (0.36, 0.36, 0.2, 0.2)[min(taken, 3)] * c.w
    return c.w * 0.5 + side * min(reach, max(0.22 * c.w, 0.53 * c.w - width / 2)), side


def _hang(c: Canvas) -> float:
    """The next free x on the wall above, away from the window first."""
    taken = c.hung
    c.hung += 1
    return c.w * (0.5 + (-c.side * 0.27, -c.side * 0.02, c.side * 0.34)[min(taken, 2)])


def sofa(c: Canvas, arg: str = "") -> None:
    x, _ = _slot(c, 330 * c.u)
    y, s, color = _foot(c), 330 * c.u, _tone(c, c.dice.choice((c.tones.palette.near, c.tones.palette.accent)), 0.22)
    d, back = rect(x - s * 0.5, y - s * 0.24, s, s * 0.19, 14 * c.u), rect(x - s * 0.44, y - s * 0.44, s * 0.88, s * 0.3, 24 * c.u)
    arms = rect(x - s * 0.54, y - s * 0.31, s * 0.13, s * 0.26, 16 * c.u) + rect(x + s * 0.41, y - s * 0.31, s * 0.13, s * 0.26, 16 * c.u)
    legs = rect(x - s * 0.46, y - s * 0.06, s * 0.03, s * 0.06) + rect(x + s * 0.43, y - s * 0.06, s * 0.03, s * 0.06)
    pillow = rect(x - s * 0.3, y - s * 0.36, s * 0.17, s * 0.16, 14 * c.u)
    c.middle("sofa", fill(legs, _wood(c)), fill(back, shift(color, -0.03)), fill(d, color), fill(arms, shift(color, 0.03)), fill(pillow, _tone(c, c.tones.palette.light, 0.2)), line(poly([(x, y - s * 0.42), (x, y - s * 0.08)], False), shift(color, -0.06), 3 * c.u))


def armchair(c: Canvas, arg: str = "") -> None:
    x, _ = _slot(c)
    y, s, color = _foot(c), 210 * c.u, _accent(c)
    back = rect(x - s * 0.36, y - s * 0.86, s * 0.72, s * 0.7, 50 * c.u)
    legs = poly([(x - s * 0.3, y - s * 0.16), (x - s * 0.38, y)], False) + poly([(x + s * 0.3, y - s * 0.16), (x + s * 0.38, y)], False)
    arms = rect(x - s * 0.5, y - s * 0.5, s * 0.2, s * 0.38, 22 * c.u) + rect(x + s * 0.3, y - s * 0.5, s * 0.2, s * 0.38, 22 * c.u)
    c.middle("armchair", line(legs, _wood(c), 9 * c.u), fill(back, shift(color, -0.03)), fill(rect(x - s * 0.38, y - s * 0.36, s * 0.76, s * 0.22, 16 * c.u), color), fill(arms, shift(color, 0.03)))


def floor_lamp(c: Canvas, arg: str = "") -> None:
    x, side = _slot(c)
    x += side * 0.06 * c.w
    y, h, s = _foot(c), min(0.4 * c.h, c.hy * 0.62), 62 * c.u
    glow = fill(ellipse(x, y - h, s * 3), c.tones.lamp(), 0.16) if c.tones.dim else fill(ellipse(x, y - h, s * 2), c.tones.palette.light, 0.16)
    shade = poly([(x - s, y - h + s * 0.7), (x - s * 0.55, y - h - s * 0.55), (x + s * 0.55, y - h - s * 0.55), (x + s, y - h + s * 0.7)])
    c.middle("floor lamp", glow, line(poly([(x, y), (x, y - h)], False), _near(c, 0.1), 6 * c.u), fill(ellipse(x, y, s * 0.6, s * 0.13), _near(c, 0.1)), fill(shade, c.tones.lamp() if c.tones.dim else _tone(c, c.tones.palette.light, 0.1)))


def plant(c: Canvas, arg: str = "") -> None:
    """A leafy pot plant: broad leaves, a small tree or a snake plant."""
    x, side = _slot(c)
    x += side * 0.08 * c.w
    y, s = _foot(c) + 0.03 * c.h, 150 * c.u
    green = c.tones.local(mix("#4f8f68", c.tones.palette.near, 0.15)) if not c.tones.palette.given else c.tones.palette.near
    pot = poly([(x - s * 0.3, y - s * 0.46), (x + s * 0.3, y - s * 0.46), (x + s * 0.21, y), (x - s * 0.21, y)])
    data, kind = ["", ""], c.dice.randrange(3)
    if kind == 0:
        for k in range(8):
            data[k % 2] += leaf(x, y - s * 0.44, s * c.dice.uniform(0.8, 1.35), s * 0.17, 22 + k * 19.5)
    elif kind == 1:
        for k in range(7):
            data[k % 2] += leaf(x + s * (k - 3) * 0.06, y - s * 0.44, s * c.dice.uniform(0.8, 1.5), s * 0.08, 90 - (k - 3) * 6)
    else:
        data[0] = blob(c.dice, x, y - s * 1.7, s * 0.55, s * 0.6, 10, 0.1) + rect(x - s * 0.035, y - s * 1.3, s * 0.07, s * 0.9)
        data[1] = blob(c.dice, x + c.side * s * 0.14, y - s * 1.8, s * 0.28, s * 0.3, 8, 0.1)
    c.middle("plant", fill(data[0], green), fill(data[1], shift(green, 0.055)), fill(pot, _tone(c, c.dice.choice((c.tones.palette.accent, c.tones.palette.light)), 0.1)), fill(rect(x - s * 0.33, y - s * 0.5, s * 0.66, s * 0.1, 4), _accent(c, 0.3)))


def bookcase(c: Canvas, arg: str = "") -> None:
    """Shelves of books; `wall` fills both sides, `back` the whole wall."""
    spans = {"wall": ((-0.01, 0.3), (0.7, 1.01)), "back": ((-0.01, 1.01),)}.get(arg)
    if not spans:
        x, _ = _slot(c)
        spans = (((x - 105 * c.u) / c.w, (x + 105 * c.u) / c.w),)
    for a, b in spans:
        _books(c, a * c.w, b * c.w, min(c.hy * 0.82, c.u * (430 if not arg else 900)), arg == "back")


def _books(c: Canvas, a: float, b: float, h: float, pale: bool) -> None:
    y, p, wood = _foot(c) if not pale else c.hy, c.tones.palette, _wood(c, 0.2 if not pale else 0.4)
    rows = max(3, round(h / (105 * c.u)))
    dy = h / rows
    hues = [_tone(c, k, 0.3 if not pale else 0.5) for k in (p.accent, p.near, p.far, p.light, mix(p.near, p.accent, 0.5))]
    data, shelves = [""] * 5, ""
    for r in range(rows):
        foot = y - dy * r - 0.012 * c.h
        shelves += rect(a, foot, b - a, 0.012 * c.h)
        x = a + 12 * c.u
        while x < b - 24 * c.u:
            w = c.u * c.dice.uniform(12, 25)
            if c.dice.random() < 0.84:
                t = dy * c.dice.uniform(0.58, 0.82)
                data[c.dice.randrange(5)] += rect(x, foot - t, w, t, 2)
            x += w + 1.5 * c.u
    sides = rect(a, y - h, 12 * c.u, h) + rect(b - 12 * c.u, y - h, 12 * c.u, h) + rect(a, y - h, b - a, 12 * c.u)
    c.middle("bookcase", fill(rect(a, y - h, b - a, h), shift(wood, -0.09)), *(fill(d, k) for d, k in zip(data, hues, strict=True)), fill(shelves + sides, wood))


def pictures(c: Canvas, arg: str = "") -> None:
    """One large or a cluster of small framed prints with abstract shapes."""
    x, p = _hang(c), c.tones.palette
    layouts = (((0, 0, 120, 160),), ((-80, 0, 100, 130), (50, -14, 92, 92), (50, 92, 92, 76)), ((-70, 0, 110, 150), (70, 0, 110, 150)), ((0, 0, 190, 130),))
    if arg == "large":
        layouts = (((0, 40, 230, 290),), ((-20, 40, 310, 220),))
    for dx, dy, w, h in c.dice.choice(layouts):
        a, t, w2, h2 = x + (dx - w / 2) * c.u, 0.13 * c.h + dy * c.u, w * c.u, h * c.u
        frame, paper = c.dice.choice((_wood(c), _tone(c, p.light, 0.1))), _tone(c, p.light, 0.05)
        b, k = 8 * c.u, c.dice.randrange(4)
        art = [_tone(c, q, 0.25) for q in (p.accent, p.near, p.far)]
        cx, cy = a + w2 / 2, t + h2 / 2
        one = (ellipse(cx, cy - h2 * 0.1, min(w2, h2) * 0.22), arch(cx - w2 * 0.22, cy - h2 * 0.24, w2 * 0.44, h2 * 0.5), rect(a + b * 2, cy, w2 - 4 * b, h2 / 2 - 2 * b), leaf(cx, t + h2 * 0.84, h2 * 0.66, w2 * 0.16, 90))[k]
        two = (rect(a + b * 2, cy + h2 * 0.12, w2 - 4 * b, h2 * 0.38 - 2 * b), arch(cx - w2 * 0.11, cy - h2 * 0.06, w2 * 0.22, h2 * 0.32), ellipse(cx + w2 * 0.1, cy - h2 * 0.14, min(w2, h2) * 0.14), leaf(cx, t + h2 * 0.84, h2 * 0.4, w2 * 0.12, 130) + leaf(cx, t + h2 * 0.84, h2 * 0.4, w2 * 0.12, 50))[k]
        c.back("picture", fill(rect(a, t, w2, h2, 3), frame), fill(rect(a + b, t + b, w2 - 2 * b, h2 - 2 * b), paper), fill(one, art[k % 3]), fill(two, art[(k + 1) % 3]))


def shelf(c: Canvas, arg: str = "") -> None:
    """Wall boards with pots, bottles or boxes; two boards, pale."""
    x, p = _hang(c), c.tones.palette
    w = 0.3 * c.w if not arg else 0.34 * c.w
    for r in range(2):
        y = c.hy * (0.3 + 0.24 * r)
        parts = [fill(rect(x - w / 2, y, w, 0.013 * c.h, 3), _wood(c))]
        for k in range(5):
            bx, bw, h = x - w * 0.44 + w * 0.18 * k, w * 0.12, c.u * c.dice.uniform(34, 66)
            color = _tone(c, c.dice.choice((p.accent, p.near, p.far, p.light)), 0.28)
            kind = arg or c.dice.choice(("jar", "pot", "bottle", "none"))
            if kind == "bottle":
                parts.append(fill(rect(bx, y - h * 1.2, bw * 0.55, h * 1.2, 5) + rect(bx + bw * 0.18, y - h * 1.7, bw * 0.2, h * 0.6), color))
            elif kind == "pot":
                parts.append(fill(poly([(bx, y - h * 0.7), (bx + bw, y - h * 0.7), (bx + bw * 0.85, y), (bx + bw * 0.15, y)]), color) + fill("".join(leaf(bx + bw / 2, y - h * 0.7, h * 0.7, bw * 0.17, q) for q in (50, 90, 130)), _tone(c, "#5a9a72", 0.2)))
            elif kind != "none":
                parts.append(fill(rect(bx, y - h, bw, h, 6), color) + fill(rect(bx + bw * 0.1, y - h - 8 * c.u, bw * 0.8, 10 * c.u, 3), shift(color, -0.08)))
        c.back("shelf", *parts)


def counter(c: Canvas, arg: str = "") -> None:
    """Base units along the back wall: kitchen, bar, shop or laboratory, with things on top at the sides."""
    p, y, h = c.tones.palette, _foot(c), 0.15 * c.h
    front = {"bar": _wood(c, 0.1), "lab": _tone(c, "#eef2f4", 0.2)}.get(arg, _near(c, 0.3))
    doors = "".join(rect(c.w * (k + 0.08) / 6, y - h * 0.84, c.w * 0.84 / 6, h * 0.74, 4) for k in range(6))
    knobs = "".join(dot(c.w * (k + (0.82 if k % 2 == 0 else 0.18)) / 6, y - h * 0.5, 5 * c.u) for k in range(6))
    top = _tone(c, p.light, 0.15) if arg != "bar" else shift(front, -0.1)
    c.middle("counter", fill(rect(-2, y - h, c.w + 4, h), front), line(doors, shift(front, -0.05), 2.6 * c.u), fill(knobs, _tone(c, "#e8c987", 0.1)), fill(rect(-2, y - h - 0.018 * c.h, c.w + 4, 0.024 * c.h), top))
    t = y - h - 0.018 * c.h
    for k, x in enumerate((0.08, 0.2, 0.84, 0.94)):
        s, color = 40 * c.u, _tone(c, (p.accent, p.far, p.light, p.near)[k], 0.2)
        things = {"lab": poly([(c.w * x - s * 0.15, t - s * 1.5), (c.w * x + s * 0.15, t - s * 1.5), (c.w * x + s * 0.15, t - s * 0.9), (c.w * x + s * 0.6, t), (c.w * x - s * 0.6, t), (c.w * x - s * 0.15, t - s * 0.9)]),
                  "bar": rect(c.w * x - s * 0.2, t - s * 1.2, s * 0.4, s * 1.2, 6) + rect(c.w * x - s * 0.08, t - s * 1.8, s * 0.16, s * 0.7)}.get(arg, rect(c.w * x - s * 0.45, t - s * (0.9 + 0.4 * (k % 2)), s * 0.9, s * (0.9 + 0.4 * (k % 2)), 8))  # fmt: skip
        c.middle("on the counter", fill(things, color))


def cupboards(c: Canvas, arg: str = "") -> None:
    """Wall units at both sides, leaving the middle open."""
    color, h = _near(c, 0.42), c.hy * 0.26
    for a, b in ((0.0, 0.27), (0.73, 1.0)) if c.dice.random() < 0.6 else ((0.0, 0.36),):
        d = "".join(rect(c.w * (a + (b - a) * (k + 0.06) / 2), 0.09 * c.h, c.w * (b - a) * 0.44, h - 0.02 * c.h, 3) for k in range(2))
        c.back("cupboard", fill(rect(c.w * a, 0.08 * c.h, c.w * (b - a), h), color), line(d, shift(color, -0.05), 2.6 * c.u))


def fridge(c: Canvas, arg: str = "") -> None:
    x, _ = _slot(c)
    y, w, h, color = _foot(c), 150 * c.u, min(340 * c.u, c.hy * 0.7), _tone(c, c.dice.choice((c.tones.palette.accent, c.tones.palette.light)), 0.2)
    c.middle("refrigerator", fill(rect(x - w / 2, y - h, w, h, 14 * c.u), color), line(poly([(x - w / 2, y - h * 0.64), (x + w / 2, y - h * 0.64)], False), shift(color, -0.07), 4 * c.u), fill(rect(x - w * 0.38, y - h * 0.6, 8 * c.u, h * 0.16, 4) + rect(x - w * 0.38, y - h * 0.8, 8 * c.u, h * 0.12, 4), shift(color, -0.14)))


def bed(c: Canvas, arg: str = "") -> None:
    x, side = _slot(c, 380 * c.u)
    y, s, p = _foot(c) + 0.01 * c.h, 380 * c.u, c.tones.palette
    head = x + side * s * 0.46
    quilt = _tone(c, p.accent if arg != "white" else "#cfe4ec", 0.25)
    c.middle("bed", fill(rect(min(head, head + side * 18 * c.u), y - s * 0.44, 18 * c.u, s * 0.44, 6), _wood(c)), fill(rect(x - s * 0.46, y - s * 0.2, s * 0.92, s * 0.13, 10), _tone(c, p.light, 0.05)), fill(rect(x - s * 0.46 if side > 0 else x - s * 0.2, y - s * 0.24, s * 0.66, s * 0.19, 16), quilt), fill(rect(head - side * s * 0.16 - s * 0.1, y - s * 0.27, s * 0.2, s * 0.09, 16), _tone(c, p.light, 0.0)), fill(rect(x - s * 0.46, y - s * 0.08, s * 0.92, s * 0.05) + rect(x - s * 0.44, y - s * 0.04, 12, s * 0.04) + rect(x + s * 0.41, y - s * 0.04, 12, s * 0.04), _wood(c)))


def cabinet(c: Canvas, arg: str = "") -> None:
    """A chest of drawers, a wardrobe with `tall`, lockers with `locker`."""
    x, _ = _slot(c)
    y, tall = _foot(c), arg in ("tall", "locker")
    w, h = (200 * c.u, min(0.55 * c.h, c.hy * 0.76)) if tall else (220 * c.u, 150 * c.u)
    color = c.dice.choice((_wood(c), _near(c, 0.3))) if arg != "locker" else _accent(c, 0.35)
    n = {"tall": 2, "locker": 4}.get(arg, 0)
    seams = "".join(poly([(x - w / 2 + w * k / n, y - h * 0.96), (x - w / 2 + w * k / n, y - h * 0.04)], False) for k in range(1, n)) if n else "".join(poly([(x - w * 0.46, y - h * k), (x + w * 0.46, y - h * k)], False) for k in (0.34, 0.66))
    knobs = "".join(dot(x + w * q, y - h * 0.5, 5 * c.u) for q in (-0.06, 0.06)) if tall else "".join(dot(x + w * q, y - h * k, 5 * c.u) for q in (-0.2, 0.2) for k in (0.2, 0.5, 0.82))
    legs = rect(x - w * 0.44, y - 4, 10 * c.u, 16 * c.u) + rect(x + w * 0.4, y - 4, 10 * c.u, 16 * c.u)
    c.middle("cabinet", fill(legs, shift(color, -0.12)), fill(rect(x - w / 2, y - h, w, h, 5), color), line(seams, shift(color, -0.07), 3 * c.u), fill(knobs, _tone(c, "#e8c987", 0.1)))


def desk(c: Canvas, arg: str = "") -> None:
    """A desk with a screen and lamp; `school` gives two small desks."""
    if arg == "school":
        for _ in range(2):
            x, _side = _slot(c)
            y, s = _foot(c) + 0.02 * c.h, 150 * c.u
            c.middle("school desk", line(poly([(x - s * 0.4, y - s * 0.5), (x - s * 0.46, y)], False) + poly([(x + s * 0.4, y - s * 0.5), (x + s * 0.46, y)], False), _near(c), 7 * c.u), fill(rect(x - s * 0.52, y - s * 0.58, s * 1.04, s * 0.12, 4), _wood(c)), fill(rect(x - s * 0.2, y - s * 0.66, s * 0.3, s * 0.08, 2), _accent(c)))
        return
    x, side = _slot(c, 300 * c.u)
    y, s = _foot(c), 290 * c.u
    c.middle("desk", line(poly([(x - s * 0.44, y - s * 0.4), (x - s * 0.46, y)], False) + poly([(x + s * 0.44, y - s * 0.4), (x + s * 0.46, y)], False), _wood(c), 9 * c.u), fill(rect(x - s * 0.5, y - s * 0.44, s, s * 0.05, 3), _wood(c)), fill(rect(x + s * 0.12, y - s * 0.4, s * 0.3, s * 0.26, 3), shift(_wood(c), -0.05)), fill(rect(x - s * 0.26, y - s * 0.76, s * 0.42, s * 0.26, 6), _tone(c, "#3d4658", 0.15)), fill(rect(x - s * 0.24, y - s * 0.74, s * 0.38, s * 0.22), _tone(c, "#a9c9d9", 0.2)), fill(rect(x - s * 0.07, y - s * 0.5, s * 0.04, s * 0.06), _tone(c, "#3d4658", 0.15)), line(poly([(x + side * s * 0.34, y - s * 0.44), (x + side * s * 0.38, y - s * 0.62), (x + side * s * 0.27, y - s * 0.72)], False), _accent(c), 6 * c.u))


def bathtub(c: Canvas, arg: str = "") -> None:
    x, _ = _slot(c, 340 * c.u)
    y, s, white = _foot(c) + 0.015 * c.h, 330 * c.u, _tone(c, "#ffffff", 0.06)
    d = f"M{x - s * 0.5:.1f} {y - s * 0.36:.1f}L{x + s * 0.5:.1f} {y - s * 0.36:.1f}Q{x + s * 0.46:.1f} {y - s * 0.06:.1f} {x + s * 0.3:.1f} {y - s * 0.05:.1f}L{x - s * 0.3:.1f} {y - s * 0.05:.1f}Q{x - s * 0.46:.1f} {y - s * 0.06:.1f} {x - s * 0.5:.1f} {y - s * 0.36:.1f}Z"
    foam = "".join(dot(x + s * q, y - s * 0.4, s * 0.06) for q in (-0.3, -0.2, -0.1, 0.0, 0.12))
    c.middle("bathtub", fill(foam, "#ffffff"), fill(d, white), fill(rect(x - s * 0.54, y - s * 0.4, s * 1.08, s * 0.06, 10), shift(white, -0.05)), fill(ellipse(x - s * 0.3, y - s * 0.03, s * 0.035) + ellipse(x + s * 0.3, y - s * 0.03, s * 0.035), _tone(c, "#e0b45a", 0.1)))


def basin(c: Canvas, arg: str = "") -> None:
    """A washstand with a round mirror above."""
    x, _ = _slot(c)
    y, s = _foot(c), 170 * c.u
    c.middle("mirror", fill(ellipse(x, y - s * 1.75, s * 0.42, s * 0.5), _tone(c, "#e0b45a", 0.2)), fill(ellipse(x, y - s * 1.75, s * 0.37, s * 0.45), _tone(c, "#d9ecf2", 0.15)), fill(poly([(x - s * 0.1, y - s * 1.5), (x + s * 0.16, y - s * 2.1), (x + s * 0.24, y - s * 2.04), (x - s * 0.02, y - s * 1.4)]), "#ffffff", 0.5))
    c.middle("washstand", fill(rect(x - s * 0.5, y - s * 0.8, s, s * 0.8, 5), _wood(c)), line(poly([(x, y - s * 0.7), (x, y - s * 0.05)], False), shift(_wood(c), -0.06), 3 * c.u), fill(rect(x - s * 0.58, y - s * 0.92, s * 1.16, s * 0.14, 8), _tone(c, "#ffffff", 0.05)))


def board(c: Canvas, arg: str = "") -> None:
    """A classroom board, a whiteboard with `white`, a menu with `menu`."""
    x, w, h = c.w / 2, (0.5 if arg != "menu" else 0.3) * c.w, c.hy * 0.4
    if arg == "menu":
        x = _hang(c)
    color = _tone(c, {"white": "#f7fafb"}.get(arg, "#35584a"), 0.1)
    ink = _tone(c, "#8fb0c9", 0.1) if arg == "white" else "#f1f5ef"
    rows = "".join(poly([(x - w * 0.4, 0.12 * c.h + h * k), (x - w * 0.4 + w * q, 0.12 * c.h + h * k)], False) for k, q in ((0.2, 0.3), (0.4, 0.46), (0.6, 0.24)))
    c.back("board", fill(rect(x - w / 2 - 12 * c.u, 0.12 * c.h - 12 * c.u, w + 24 * c.u, h + 24 * c.u, 4), _wood(c)), fill(rect(x - w / 2, 0.12 * c.h, w, h), color), line(rows, ink, 4 * c.u, 0.45), fill(rect(x - w * 0.4, 0.12 * c.h + h + 12 * c.u, w * 0.8, 12 * c.u), shift(_wood(c), -0.06)))


def tables(c: Canvas, arg: str = "") -> None:
    """Small round tables with chairs at both sides."""
    for k in range(2):
        x, side = _slot(c)
        y, s = _foot(c) + 0.05 * c.h, 150 * c.u
        chair = poly([(x - side * s * 0.75, y), (x - side * s * 0.7, y - s * 0.5), (x - side * s * 0.78, y - s * 1.1)], False) + poly([(x - side * s * 0.72, y - s * 0.5), (x - side * s * 0.36, y - s * 0.5), (x - side * s * 0.33, y)], False)
        cloth = "" if arg != "cloth" else fill(poly([(x - s * 0.58, y - s * 0.72), (x + s * 0.58, y - s * 0.72), (x + s * 0.64, y - s * 0.12), (x - s * 0.64, y - s * 0.12)]), _tone(c, c.tones.palette.light, 0.05))
        c.middle("table", line(chair, _near(c), 8 * c.u), fill(rect(x - s * 0.04, y - s * 0.7, s * 0.08, s * 0.7) + ellipse(x, y, s * 0.28, s * 0.06), _near(c, 0.1)), cloth, fill(ellipse(x, y - s * 0.72, s * 0.6, s * 0.09), _wood(c, 0.05) if not cloth else _tone(c, c.tones.palette.light, 0.0)), fill(rect(x - s * 0.08, y - s * 0.92, s * 0.14, s * 0.18, 4), _accent(c, 0.05)))


def racks(c: Canvas, arg: str = "") -> None:
    """Rows of goods: `goods` packets, `bottles`, `boxes`, `clothes` on rails, `weights`."""
    spans = ((-0.01, 0.31), (0.69, 1.01)) if arg != "back" else ((-0.01, 1.01),)
    p = c.tones.palette
    hues = [_tone(c, k, 0.3) for k in (p.accent, p.near, p.far, p.light)]
    for a, b in ((a * c.w, b * c.w) for a, b in spans):
        y, rows = _foot(c), {"clothes": 1, "weights": 3}.get(arg, 4)
        h = min(c.hy * 0.8, c.u * (500 if arg != "weights" else 260))
        dy, data, frame = h / rows, ["", "", "", ""], ""
        for r in range(rows):
            foot = y - dy * r - 0.01 * c.h
            frame += rect(a, foot if arg != "clothes" else y - h, b - a, 0.012 * c.h)
            x = a + 10 * c.u
            while x < b - 40 * c.u:
                w = c.u * {"bottles": 24, "boxes": 80, "clothes": 36, "weights": 62}.get(arg, 40) * c.dice.uniform(0.85, 1.2)
                t, k = dy * c.dice.uniform(0.5, 0.78), c.dice.randrange(4)
                if arg == "bottles":
                    data[k] += rect(x, foot - t * 0.7, w * 0.8, t * 0.7, 5) + rect(x + w * 0.28, foot - t, w * 0.24, t * 0.34)
                elif arg == "clothes":
                    data[k] += poly([(x + w * 0.5, y - h + 0.01 * c.h), (x + w * 1.05, y - h + 0.05 * c.h), (x + w * 0.95, y - h * 0.42), (x + w * 0.05, y - h * 0.42), (x - w * 0.05, y - h + 0.05 * c.h)])
                elif arg == "weights":
                    data[k] += rect(x, foot - 40 * c.u, 16 * c.u, 40 * c.u, 4) + rect(x + 16 * c.u, foot - 25 * c.u, w - 30 * c.u, 9 * c.u) + rect(x + w - 16 * c.u, foot - 40 * c.u, 16 * c.u, 40 * c.u, 4)
                else:
                    data[k] += rect(x, foot - t, w * 0.92, t, 3)
                x += w + 3 * c.u
        posts = rect(a, y - h, 11 * c.u, h) + rect(b - 11 * c.u, y - h, 11 * c.u, h)
        back = "" if arg in ("clothes", "weights") else fill(rect(a, y - h, b - a, h), _near(c, 0.62))
        if arg == "boxes":
            hues = [_tone(c, k, 0.2) for k in ("#c79a66", "#b98a58", "#d2ab7c", "#a97c4e")]
        c.middle("racks", back, *(fill(d, k) for d, k in zip(data, hues, strict=True)), fill(frame + posts, _near(c, 0.15)))


def tools(c: Canvas, arg: str = "") -> None:
    """A pegboard of tools over a workbench."""
    x, w, h = _hang(c), 0.38 * c.w, c.hy * 0.34
    t, s = 0.13 * c.h, 60 * c.u
    steel, wood, red = _tone(c, "#8d949e", 0.15), _wood(c), _accent(c)
    hammer = rect(x - w * 0.36, t + s * 0.4, s * 0.14, s * 1.5, 4), rect(x - w * 0.36 - s * 0.26, t + s * 0.3, s * 0.7, s * 0.3, 4)
    wrench = line(poly([(x - w * 0.1, t + s * 0.6), (x - w * 0.1, t + s * 1.8)], False), steel, s * 0.15) + fill(ellipse(x - w * 0.1, t + s * 0.5, s * 0.22), steel)
    saw = fill(poly([(x + w * 0.06, t + s * 0.5), (x + w * 0.32, t + s * 1.1), (x + w * 0.32, t + s * 1.5), (x + w * 0.06, t + s * 0.7)]), steel) + fill(rect(x + w * 0.3, t + s, s * 0.5, s * 0.6, 8), red)
    c.back("tools", fill(rect(x - w / 2, t, w, h, 4), _tone(c, "#d8b384", 0.35)), fill(hammer[0], wood), fill(hammer[1], steel), wrench, saw)
    y = _foot(c)
    c.middle("workbench", line(poly([(x - w * 0.46, y - s * 2), (x - w * 0.46, y)], False) + poly([(x + w * 0.46, y - s * 2), (x + w * 0.46, y)], False), wood, 16 * c.u), fill(rect(x - w * 0.56, y - s * 2.2, w * 1.12, s * 0.32, 3), shift(wood, 0.04)), fill(rect(x - w * 0.4, y - s * 2.7, s * 0.9, s * 0.5, 4), red))


def garage_door(c: Canvas, arg: str = "") -> None:
    """A ribbed roller door, closed."""
    a, w, top = 0.24 * c.w, 0.52 * c.w, c.hy * 0.22
    color = _tone(c, "#dfe3e6", 0.3)
    ribs = "".join(poly([(a, top + (c.hy - top) * k / 8), (a + w, top + (c.hy - top) * k / 8)], False) for k in range(1, 8))
    wins = "".join(rect(a + w * (k + 0.14) / 4, top + (c.hy - top) * 0.15, w * 0.72 / 4, (c.hy - top) * 0.09, 4) for k in range(4))
    c.back("garage door", fill(rect(a - 14 * c.u, top - 14 * c.u, w + 28 * c.u, c.hy - top + 14 * c.u), shift(color, -0.08)), fill(rect(a, top, w, c.hy - top), color), line(ribs, shift(color, -0.05), 3 * c.u), fill(wins, _tone(c, "#a9cfe0", 0.2)))


def stained_glass(c: Canvas, arg: str = "") -> None:
    """Tall coloured windows and columns of a church."""
    p = c.tones.palette
    stone = shift(c.tones.local(p.sky), -0.05)
    for x in (0.2, 0.5, 0.8):
        w, top = 0.13 * c.w * (1.25 if x == 0.5 else 1), (0.1 if x == 0.5 else 0.16) * c.h
        h = c.hy * 0.64
        shape = arch(c.w * x - w / 2, top, w, h)
        panes = ["", ""]
        for r in range(5):
            for k in range(2):
                panes[(r + k) % 2] += rect(c.w * x - w * 0.4 + w * 0.42 * k, top + h * (0.3 + 0.135 * r), w * 0.38, h * 0.12)
        c.back("stained glass", fill(arch(c.w * x - w * 0.6, top - w * 0.1, w * 1.2, h + w * 0.1), stone), fill(shape, _tone(c, p.light, 0.1)), fill(panes[0], _tone(c, p.accent, 0.15)), fill(panes[1], _tone(c, mix(p.near, "#4a86c8", 0.0 if p.given else 0.4), 0.15)), fill(ellipse(c.w * x, top + h * 0.17, w * 0.2), _tone(c, "#f2c14e", 0.1)))
    pillars = "".join(rect(c.w * x - 24 * c.u, 0, 48 * c.u, c.hy + 0.03 * c.h) + rect(c.w * x - 36 * c.u, c.hy, 72 * c.u, 0.035 * c.h) + rect(c.w * x - 36 * c.u, 0.02 * c.h, 72 * c.u, 0.03 * c.h) for x in (0.03, 0.97))
    c.middle("pillars", fill(pillars, stone))


def pews(c: Canvas, arg: str = "") -> None:
    """Benches in rows left and right of an aisle."""
    for k in range(3):
        y, h = c.hy + (c.h - c.hy) * (0.14 + 0.17 * k), c.h * (0.05 + 0.014 * k)
        reach = 0.3 - 0.05 * k
        wood = mix(_wood(c, 0.1), c.tones.local(c.tones.palette.sky), 0.2 - 0.08 * k)
        c.middle("pews", fill(rect(-4, y - h, reach * c.w, h, 3) + rect(c.w - reach * c.w + 4, y - h, reach * c.w, h, 3), wood), fill(rect(-4, y - h, reach * c.w + 6, h * 0.2, 3) + rect(c.w - reach * c.w, y - h, reach * c.w + 4, h * 0.2, 3), shift(wood, 0.05)))


def bar_shelves(c: Canvas, arg: str = "") -> None:
    """A lit back bar."""
    c.back("back bar", fill(rect(0.08 * c.w, 0.1 * c.h, 0.84 * c.w, c.hy * 0.56, 8), _near(c, 0.35)))
    p = c.tones.palette
    for r in range(2):
        y = c.hy * (0.36 + 0.26 * r)
        data = ["", "", ""]
        for i in range(20):
            x, t = c.w * (0.11 + 0.04 * i), c.u * c.dice.uniform(60, 92)
            data[c.dice.randrange(3)] += rect(x, y - t * 0.66, 24 * c.u, t * 0.66, 5) + rect(x + 8 * c.u, y - t, 8 * c.u, t * 0.4)
        c.back("bottles", *(fill(d, _tone(c, k, 0.35)) for d, k in zip(data, (p.accent, p.light, "#6f9f7f" if not p.given else p.far), strict=True)), fill(rect(0.08 * c.w, y, 0.84 * c.w, 0.012 * c.h), _tone(c, p.light, 0.3)))


def pedestals(c: Canvas, arg: str = "") -> None:
    """Museum plinths with vases."""
    for k in range(2):
        x, _ = _slot(c)
        y, s = _foot(c) + 0.03 * c.h, 100 * c.u
        urn = f"M{x - s * 0.12:.1f} {y - s * 2.1:.1f}L{x + s * 0.12:.1f} {y - s * 2.1:.1f}Q{x + s * 0.5:.1f} {y - s * 1.7:.1f} {x + s * 0.12:.1f} {y - s * 1.3:.1f}L{x - s * 0.12:.1f} {y - s * 1.3:.1f}Q{x - s * 0.5:.1f} {y - s * 1.7:.1f} {x - s * 0.12:.1f} {y - s * 2.1:.1f}Z"
        c.middle("plinth", fill(rect(x - s * 0.36, y - s * 1.3, s * 0.72, s * 1.3), _tone(c, "#ffffff", 0.25)), fill(rect(x - s * 0.42, y - s * 1.34, s * 0.84, s * 0.12) + rect(x - s * 0.42, y - s * 0.1, s * 0.84, s * 0.1), _tone(c, "#ffffff", 0.12)), fill(urn, _accent(c) if k else _near(c)))


def bed_curtain(c: Canvas, arg: str = "") -> None:
    """A pleated hospital curtain on a rail."""
    x0 = c.w * (0.5 + c.side * 0.16)
    x1 = c.w * (0.5 + c.side * 0.5)
    a, b = min(x0, x1), max(x0, x1)
    color = _tone(c, mix("#9fd0cf", c.tones.palette.far, 0.3), 0.2)
    folds = "".join(poly([(a + (b - a) * k / 8, 0.1 * c.h), (a + (b - a) * k / 8, c.hy - 0.02 * c.h)], False) for k in range(1, 8))
    c.back("curtain", fill(rect(a, 0.1 * c.h, b - a, c.hy - 0.12 * c.h), color), line(folds, shift(color, -0.05), 6 * c.u), fill(rect(a - 10, 0.09 * c.h, b - a + 20, 0.012 * c.h, 3), _tone(c, "#9aa5ad", 0.2)))


def mirror_wall(c: Canvas, arg: str = "") -> None:
    """Large panes of a gym or dance room."""
    glass = _tone(c, "#cfe3ec", 0.35)
    panes = "".join(rect(c.w * (k + 0.03) / 4, 0.1 * c.h, c.w * 0.94 / 4, c.hy * 0.7, 2) for k in range(4))
    shine = "".join(poly([(c.w * (k + 0.3) / 4, c.hy * 0.74), (c.w * (k + 0.62) / 4, 0.12 * c.h), (c.w * (k + 0.76) / 4, 0.12 * c.h), (c.w * (k + 0.44) / 4, c.hy * 0.74)]) for k in range(4))
    c.back("mirrors", fill(panes, glass), fill(shine, "#ffffff", 0.25))


def beds_of_plants(c: Canvas, arg: str = "") -> None:
    """Benches of seedlings and hanging baskets of a greenhouse."""
    green = c.tones.local("#5f9f74" if not c.tones.palette.given else c.tones.palette.near)
    for a, b in ((-0.01, 0.3), (0.7, 1.01)):
        y, data = _foot(c) + 0.02 * c.h, ["", ""]
        for k in range(6):
            x = c.w * (a + (b - a) * (k + 0.5) / 6)
            for q in (40, 65, 90, 115, 140):
                data[k % 2] += leaf(x, y - 0.12 * c.h, c.u * c.dice.uniform(50, 110), 11 * c.u, q)
        c.middle("plants", fill(data[0], green), fill(data[1], shift(green, 0.05)), fill(rect(c.w * a, y - 0.13 * c.h, c.w * (b - a), 0.035 * c.h), _accent(c, 0.1)), fill(rect(c.w * a, y - 0.1 * c.h, c.w * (b - a), 0.02 * c.h) + rect(c.w * (a + 0.03), y - 0.1 * c.h, 10 * c.u, 0.1 * c.h) + rect(c.w * (b - 0.04), y - 0.1 * c.h, 10 * c.u, 0.1 * c.h), _wood(c)))
