"""Furniture of rooms: quiet silhouettes along the back wall, away from the middle."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, blob, dot, ellipse, fill, leaf, line, poly, rect


def tone(c: Canvas, color: str, k: float = 0.22) -> str:
    """A furniture colour, sunk a little into the wall."""
    return mix(c.tones.local(color), c.tones.local(c.tones.palette.sky), k)


def wooden(c: Canvas, k: float = 0.18) -> str:
    return tone(c, c.tones.wood, k)


def near(c: Canvas, k: float = 0.2) -> str:
    return tone(c, c.tones.palette.near, k)


def accent(c: Canvas, k: float = 0.2) -> str:
    return tone(c, c.tones.palette.accent, k)


def foot_of(c: Canvas) -> float:
    return c.hy + (c.h - c.hy) * 0.08


def slot(c: Canvas, width: float = 0.0) -> tuple[float, int]:
    """The next free place along the wall: x and the side it is on; sides alternate, then move inwards.

    A thing of some width (px) is moved in until most of it shows.
    """
    taken = c.slots
    c.slots += 1
    side = -c.side if taken % 2 == 0 else c.side
    reaches = (0.36, 0.36, 0.2, 0.2) if c.w < 1.5 * c.h else (0.27, 0.28, 0.42, 0.42)
    reach = reaches[min(taken, 3)] * c.w
    return c.w * 0.5 + side * min(reach, max(0.22 * c.w, 0.53 * c.w - width / 2)), side


def hang(c: Canvas, width: float) -> float | None:
    """The next x where something of some width (px) fits on the wall beside the window; None when nothing does."""
    left, right = c.glazed
    spots = [c.w * (0.5 + k * c.side) for k in (-0.29, -0.02, 0.32)]
    free = [x for x in spots if x + width / 2 < left or x - width / 2 > right]
    taken = c.hung
    c.hung += 1
    return free[taken] if taken < len(free) else None


def sofa(c: Canvas, arg: str = "") -> None:
    x, _ = slot(c, 330 * c.u)
    y, s, color = foot_of(c), 330 * c.u, tone(c, c.dice.choice((c.tones.palette.near, c.tones.palette.accent)), 0.22)
    d, back = (
        rect(x - s * 0.5, y - s * 0.24, s, s * 0.19, 14 * c.u),
        rect(x - s * 0.44, y - s * 0.44, s * 0.88, s * 0.3, 24 * c.u),
    )
    arms = rect(x - s * 0.54, y - s * 0.31, s * 0.13, s * 0.26, 16 * c.u) + rect(
        x + s * 0.41, y - s * 0.31, s * 0.13, s * 0.26, 16 * c.u
    )
    legs = rect(x - s * 0.46, y - s * 0.06, s * 0.03, s * 0.06) + rect(x + s * 0.43, y - s * 0.06, s * 0.03, s * 0.06)
    pillow = rect(x - s * 0.3, y - s * 0.36, s * 0.17, s * 0.16, 14 * c.u)
    c.middle(
        "sofa",
        fill(legs, wooden(c)),
        fill(back, shift(color, -0.03)),
        fill(d, color),
        fill(arms, shift(color, 0.03)),
        fill(pillow, tone(c, c.tones.palette.light, 0.2)),
        line(poly([(x, y - s * 0.42), (x, y - s * 0.08)], False), shift(color, -0.06), 3 * c.u),
    )


def armchair(c: Canvas, arg: str = "") -> None:
    x, _ = slot(c)
    y, s, color = foot_of(c), 210 * c.u, accent(c)
    back = rect(x - s * 0.36, y - s * 0.86, s * 0.72, s * 0.7, 50 * c.u)
    legs = poly([(x - s * 0.3, y - s * 0.16), (x - s * 0.38, y)], False) + poly(
        [(x + s * 0.3, y - s * 0.16), (x + s * 0.38, y)], False
    )
    arms = rect(x - s * 0.5, y - s * 0.5, s * 0.2, s * 0.38, 22 * c.u) + rect(
        x + s * 0.3, y - s * 0.5, s * 0.2, s * 0.38, 22 * c.u
    )
    c.middle(
        "armchair",
        line(legs, wooden(c), 9 * c.u),
        fill(back, shift(color, -0.03)),
        fill(rect(x - s * 0.38, y - s * 0.36, s * 0.76, s * 0.22, 16 * c.u), color),
        fill(arms, shift(color, 0.03)),
    )


def more(c: Canvas, arg: str = "") -> None:
    """On wide pages, furniture for the ends of the wall."""
    if c.w < 1.5 * c.h:
        return
    for draw in c.dice.sample((plant, bookcase, cabinet, floor_lamp, armchair), 2):
        draw(c)


def floor_lamp(c: Canvas, arg: str = "") -> None:
    x, side = slot(c)
    x += side * 0.06 * c.w
    y, h, s = foot_of(c), min(0.4 * c.h, c.hy * 0.62), 62 * c.u
    glow = (
        fill(ellipse(x, y - h, s * 3), c.tones.lamp(), 0.16)
        if c.tones.dim
        else fill(ellipse(x, y - h, s * 2), c.tones.palette.light, 0.16)
    )
    shade = poly(
        [
            (x - s, y - h + s * 0.7),
            (x - s * 0.55, y - h - s * 0.55),
            (x + s * 0.55, y - h - s * 0.55),
            (x + s, y - h + s * 0.7),
        ]
    )
    c.middle(
        "floor lamp",
        glow,
        line(poly([(x, y), (x, y - h)], False), near(c, 0.1), 6 * c.u),
        fill(ellipse(x, y, s * 0.6, s * 0.13), near(c, 0.1)),
        fill(shade, c.tones.lamp() if c.tones.dim else tone(c, c.tones.palette.light, 0.1)),
    )


def plant(c: Canvas, arg: str = "") -> None:
    """A leafy pot plant: broad leaves, a small tree or a snake plant."""
    x, side = slot(c)
    x += side * 0.08 * c.w
    y, s = foot_of(c) + 0.03 * c.h, 150 * c.u
    green = (
        c.tones.local(mix("#4f8f68", c.tones.palette.near, 0.15)) if not c.tones.palette.given else c.tones.palette.near
    )
    pot = poly([(x - s * 0.3, y - s * 0.46), (x + s * 0.3, y - s * 0.46), (x + s * 0.21, y), (x - s * 0.21, y)])
    data, kind = ["", ""], c.dice.randrange(3)
    if kind == 0:
        for k in range(8):
            data[k % 2] += leaf(x, y - s * 0.44, s * c.dice.uniform(0.8, 1.35), s * 0.17, 22 + k * 19.5)
    elif kind == 1:
        for k in range(7):
            data[k % 2] += leaf(
                x + s * (k - 3) * 0.06, y - s * 0.44, s * c.dice.uniform(0.8, 1.5), s * 0.08, 90 - (k - 3) * 6
            )
    else:
        data[0] = blob(c.dice, x, y - s * 1.7, s * 0.55, s * 0.6, 10, 0.1) + rect(
            x - s * 0.035, y - s * 1.3, s * 0.07, s * 0.9
        )
        data[1] = blob(c.dice, x + c.side * s * 0.14, y - s * 1.8, s * 0.28, s * 0.3, 8, 0.1)
    c.middle(
        "plant",
        fill(data[0], green),
        fill(data[1], shift(green, 0.055)),
        fill(pot, tone(c, c.dice.choice((c.tones.palette.accent, c.tones.palette.light)), 0.1)),
        fill(rect(x - s * 0.33, y - s * 0.5, s * 0.66, s * 0.1, 4), accent(c, 0.3)),
    )


def bookcase(c: Canvas, arg: str = "") -> None:
    """Shelves of books; `wall` fills both sides, `back` the whole wall."""
    spans = {"wall": ((-0.01, 0.3), (0.7, 1.01)), "back": ((-0.01, 1.01),)}.get(arg)
    if not spans:
        x, _ = slot(c)
        spans = (((x - 105 * c.u) / c.w, (x + 105 * c.u) / c.w),)
    for a, b in spans:
        _books(c, a * c.w, b * c.w, min(c.hy * 0.82, c.u * (430 if not arg else 900)), arg == "back")


def _books(c: Canvas, a: float, b: float, h: float, pale: bool) -> None:
    y, p, wood = foot_of(c) if not pale else c.hy, c.tones.palette, wooden(c, 0.2 if not pale else 0.4)
    rows = max(3, round(h / (105 * c.u)))
    dy = h / rows
    hues = [
        tone(c, k, 0.3 if not pale else 0.5) for k in (p.accent, p.near, p.far, p.light, mix(p.near, p.accent, 0.5))
    ]
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
    c.middle(
        "bookcase",
        fill(rect(a, y - h, b - a, h), shift(wood, -0.09)),
        *(fill(d, k) for d, k in zip(data, hues, strict=True)),
        fill(shelves + sides, wood),
    )


def pictures(c: Canvas, arg: str = "") -> None:
    """One large or a cluster of small framed prints with abstract shapes."""
    x, p = hang(c, 250 * c.u), c.tones.palette
    if x is None:
        return
    layouts: tuple[tuple[tuple[int, int, int, int], ...], ...] = (
        ((0, 0, 120, 160),),
        ((-80, 0, 100, 130), (50, -14, 92, 92), (50, 92, 92, 76)),
        ((-70, 0, 110, 150), (70, 0, 110, 150)),
        ((0, 0, 190, 130),),
    )
    if arg == "large":
        layouts = (((0, 40, 230, 290),), ((-20, 40, 310, 220),))
    for dx, dy, w, h in c.dice.choice(layouts):
        a, t, w2, h2 = x + (dx - w / 2) * c.u, 0.13 * c.h + dy * c.u, w * c.u, h * c.u
        frame, paper = c.dice.choice((wooden(c), tone(c, p.light, 0.1))), tone(c, p.light, 0.05)
        b, k = 8 * c.u, c.dice.randrange(4)
        art = [tone(c, q, 0.25) for q in (p.accent, p.near, p.far)]
        cx, cy = a + w2 / 2, t + h2 / 2
        one = (
            ellipse(cx, cy - h2 * 0.1, min(w2, h2) * 0.22),
            arch(cx - w2 * 0.22, cy - h2 * 0.24, w2 * 0.44, h2 * 0.5),
            rect(a + b * 2, cy, w2 - 4 * b, h2 / 2 - 2 * b),
            leaf(cx, t + h2 * 0.84, h2 * 0.66, w2 * 0.16, 90),
        )[k]
        two = (
            rect(a + b * 2, cy + h2 * 0.12, w2 - 4 * b, h2 * 0.38 - 2 * b),
            arch(cx - w2 * 0.11, cy - h2 * 0.06, w2 * 0.22, h2 * 0.32),
            ellipse(cx + w2 * 0.1, cy - h2 * 0.14, min(w2, h2) * 0.14),
            leaf(cx, t + h2 * 0.84, h2 * 0.4, w2 * 0.12, 130) + leaf(cx, t + h2 * 0.84, h2 * 0.4, w2 * 0.12, 50),
        )[k]
        c.back(
            "picture",
            fill(rect(a, t, w2, h2, 3), frame),
            fill(rect(a + b, t + b, w2 - 2 * b, h2 - 2 * b), paper),
            fill(one, art[k % 3]),
            fill(two, art[(k + 1) % 3]),
        )


def shelf(c: Canvas, arg: str = "") -> None:
    """Wall boards with pots, bottles or boxes; two boards, pale."""
    x, p = hang(c, 0.3 * c.w), c.tones.palette
    if x is None:
        return
    w = 0.3 * c.w if not arg else 0.34 * c.w
    for r in range(2):
        y = c.hy * (0.3 + 0.24 * r)
        parts = [fill(rect(x - w / 2, y, w, 0.013 * c.h, 3), wooden(c))]
        for k in range(5):
            bx, bw, h = x - w * 0.44 + w * 0.18 * k, w * 0.12, c.u * c.dice.uniform(34, 66)
            color = tone(c, c.dice.choice((p.accent, p.near, p.far, p.light)), 0.28)
            kind = arg or c.dice.choice(("jar", "pot", "bottle", "none"))
            if kind == "bottle":
                parts.append(
                    fill(
                        rect(bx, y - h * 1.2, bw * 0.55, h * 1.2, 5)
                        + rect(bx + bw * 0.18, y - h * 1.7, bw * 0.2, h * 0.6),
                        color,
                    )
                )
            elif kind == "pot":
                parts.append(
                    fill(
                        poly([(bx, y - h * 0.7), (bx + bw, y - h * 0.7), (bx + bw * 0.85, y), (bx + bw * 0.15, y)]),
                        color,
                    )
                    + fill(
                        "".join(leaf(bx + bw / 2, y - h * 0.7, h * 0.7, bw * 0.17, q) for q in (50, 90, 130)),
                        tone(c, "#5a9a72", 0.2),
                    )
                )
            elif kind != "none":
                parts.append(
                    fill(rect(bx, y - h, bw, h, 6), color)
                    + fill(rect(bx + bw * 0.1, y - h - 8 * c.u, bw * 0.8, 10 * c.u, 3), shift(color, -0.08))
                )
        c.back("shelf", *parts)


def counter(c: Canvas, arg: str = "") -> None:
    """Base units along the back wall: kitchen, bar, shop or laboratory, with things on top at the sides."""
    p, y, h = c.tones.palette, foot_of(c), 0.15 * c.h
    front = {"bar": wooden(c, 0.1), "lab": tone(c, "#eef2f4", 0.2)}.get(arg, near(c, 0.3))
    doors = "".join(rect(c.w * (k + 0.08) / 6, y - h * 0.84, c.w * 0.84 / 6, h * 0.74, 4) for k in range(6))
    knobs = "".join(dot(c.w * (k + (0.82 if k % 2 == 0 else 0.18)) / 6, y - h * 0.5, 5 * c.u) for k in range(6))
    top = tone(c, p.light, 0.15) if arg != "bar" else shift(front, -0.1)
    c.middle(
        "counter",
        fill(rect(-2, y - h, c.w + 4, h), front),
        line(doors, shift(front, -0.05), 2.6 * c.u),
        fill(knobs, tone(c, "#e8c987", 0.1)),
        fill(rect(-2, y - h - 0.018 * c.h, c.w + 4, 0.024 * c.h), top),
    )
    t = y - h - 0.018 * c.h
    for k, x in enumerate((0.08, 0.2, 0.84, 0.94)):
        s, color = 40 * c.u, tone(c, (p.accent, p.far, p.light, p.near)[k], 0.2)
        things = {
            "lab": poly(
                [
                    (c.w * x - s * 0.15, t - s * 1.5),
                    (c.w * x + s * 0.15, t - s * 1.5),
                    (c.w * x + s * 0.15, t - s * 0.9),
                    (c.w * x + s * 0.6, t),
                    (c.w * x - s * 0.6, t),
                    (c.w * x - s * 0.15, t - s * 0.9),
                ]
            ),
            "bar": rect(c.w * x - s * 0.2, t - s * 1.2, s * 0.4, s * 1.2, 6)
            + rect(c.w * x - s * 0.08, t - s * 1.8, s * 0.16, s * 0.7),
        }.get(arg, rect(c.w * x - s * 0.45, t - s * (0.9 + 0.4 * (k % 2)), s * 0.9, s * (0.9 + 0.4 * (k % 2)), 8))
        c.middle("on the counter", fill(things, color))


def cupboards(c: Canvas, arg: str = "") -> None:
    """Wall units at both sides, leaving the middle open."""
    color, h = near(c, 0.42), c.hy * 0.26
    for a, b in ((0.0, 0.27), (0.73, 1.0)) if c.dice.random() < 0.6 else ((0.0, 0.36),):
        d = "".join(
            rect(c.w * (a + (b - a) * (k + 0.06) / 2), 0.09 * c.h, c.w * (b - a) * 0.44, h - 0.02 * c.h, 3)
            for k in range(2)
        )
        c.back(
            "cupboard",
            fill(rect(c.w * a, 0.08 * c.h, c.w * (b - a), h), color),
            line(d, shift(color, -0.05), 2.6 * c.u),
        )


def fridge(c: Canvas, arg: str = "") -> None:
    x, _ = slot(c)
    y, w, h, color = (
        foot_of(c),
        150 * c.u,
        min(340 * c.u, c.hy * 0.7),
        tone(c, c.dice.choice((c.tones.palette.accent, c.tones.palette.light)), 0.2),
    )
    c.middle(
        "refrigerator",
        fill(rect(x - w / 2, y - h, w, h, 14 * c.u), color),
        line(poly([(x - w / 2, y - h * 0.64), (x + w / 2, y - h * 0.64)], False), shift(color, -0.07), 4 * c.u),
        fill(
            rect(x - w * 0.38, y - h * 0.6, 8 * c.u, h * 0.16, 4)
            + rect(x - w * 0.38, y - h * 0.8, 8 * c.u, h * 0.12, 4),
            shift(color, -0.14),
        ),
    )


def bed(c: Canvas, arg: str = "") -> None:
    x, side = slot(c, 380 * c.u)
    y, s, p = foot_of(c) + 0.01 * c.h, 380 * c.u, c.tones.palette
    head = x + side * s * 0.46
    quilt = tone(c, p.accent if arg != "white" else "#cfe4ec", 0.25)
    c.middle(
        "bed",
        fill(rect(min(head, head + side * 18 * c.u), y - s * 0.44, 18 * c.u, s * 0.44, 6), wooden(c)),
        fill(rect(x - s * 0.46, y - s * 0.2, s * 0.92, s * 0.13, 10), tone(c, p.light, 0.05)),
        fill(rect(x - s * 0.46 if side > 0 else x - s * 0.2, y - s * 0.24, s * 0.66, s * 0.19, 16), quilt),
        fill(rect(head - side * s * 0.16 - s * 0.1, y - s * 0.27, s * 0.2, s * 0.09, 16), tone(c, p.light, 0.0)),
        fill(
            rect(x - s * 0.46, y - s * 0.08, s * 0.92, s * 0.05)
            + rect(x - s * 0.44, y - s * 0.04, 12, s * 0.04)
            + rect(x + s * 0.41, y - s * 0.04, 12, s * 0.04),
            wooden(c),
        ),
    )


def cabinet(c: Canvas, arg: str = "") -> None:
    """A chest of drawers, a wardrobe with `tall`, lockers with `locker`."""
    x, _ = slot(c)
    y, tall = foot_of(c), arg in ("tall", "locker")
    w, h = (200 * c.u, min(0.55 * c.h, c.hy * 0.76)) if tall else (220 * c.u, 150 * c.u)
    color = c.dice.choice((wooden(c), near(c, 0.3))) if arg != "locker" else accent(c, 0.35)
    n = {"tall": 2, "locker": 4}.get(arg, 0)
    seams = (
        "".join(
            poly([(x - w / 2 + w * k / n, y - h * 0.96), (x - w / 2 + w * k / n, y - h * 0.04)], False)
            for k in range(1, n)
        )
        if n
        else "".join(poly([(x - w * 0.46, y - h * k), (x + w * 0.46, y - h * k)], False) for k in (0.34, 0.66))
    )
    knobs = (
        "".join(dot(x + w * q, y - h * 0.5, 5 * c.u) for q in (-0.06, 0.06))
        if tall
        else "".join(dot(x + w * q, y - h * k, 5 * c.u) for q in (-0.2, 0.2) for k in (0.2, 0.5, 0.82))
    )
    legs = rect(x - w * 0.44, y - 4, 10 * c.u, 16 * c.u) + rect(x + w * 0.4, y - 4, 10 * c.u, 16 * c.u)
    c.middle(
        "cabinet",
        fill(legs, shift(color, -0.12)),
        fill(rect(x - w / 2, y - h, w, h, 5), color),
        line(seams, shift(color, -0.07), 3 * c.u),
        fill(knobs, tone(c, "#e8c987", 0.1)),
    )
