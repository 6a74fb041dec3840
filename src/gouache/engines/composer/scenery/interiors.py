"""Rooms with a shape of their own: attic, glasshouse, corridor, theatre, and the table seen close."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.furnish import pictures
from gouache.engines.composer.scenery.paths import arch, curve, ellipse, fill, leaf, line, poly, rect, soft
from gouache.engines.composer.scenery.room import wall_color, window


def attic(c: Canvas, arg: str = "") -> None:
    """Sloping roof timbers."""
    base = wall_color(c)
    a = poly([(0, 0), (0.34 * c.w, 0), (0, c.hy * 0.9)]) + poly([(c.w, 0), (0.66 * c.w, 0), (c.w, c.hy * 0.9)])
    beams = "".join(
        poly([(c.w * x, 0), (c.w * xx, c.hy * y)], False)
        for x, xx, y in ((0.36, 0.0, 0.94), (0.64, 1.0, 0.94), (0.2, 0.0, 0.52), (0.8, 1.0, 0.52))
    )
    c.back(
        "roof",
        fill(a, shift(base, -0.06)),
        line(beams, c.tones.local(c.tones.wood), 20 * c.u),
        fill(rect(0, 0.04 * c.h, c.w, 0.03 * c.h), c.tones.local(shift(c.tones.wood, -0.05))),
    )


def glasshouse(c: Canvas, arg: str = "") -> None:
    """Glass walls and a glass gable with a garden behind."""
    pale = c.tones.local("#dff1ea") if c.tones.time == "day" else c.tones.sky[1]
    frame = c.tones.local("#ffffff" if c.dice.random() < 0.6 else mix("#3f5f55", c.tones.palette.near, 0.3))
    c.back("glass", c.wall(pale, 0, c.hy + 2))
    green = c.tones.at(c.tones.leaf if c.tones.palette.family != "room" else "#6aa77f", 0.0)
    blur = "".join(
        soft(
            [
                (x - 0.1 * c.w, c.hy),
                (x - 0.08 * c.w, c.hy - 0.2 * c.h),
                (x, c.hy - 0.3 * c.h),
                (x + 0.09 * c.w, c.hy - 0.18 * c.h),
                (x + 0.1 * c.w, c.hy),
            ]
        )
        for x in c.spread(6, 0.3)
    )
    c.back("garden outside", fill(blur, mix(green, pale, 0.55)))
    top = 0.2 * c.h
    bars = "".join(
        poly([(c.w * k / 7, top + (0 if k in (0, 7) else 0)), (c.w * k / 7, c.hy)], False)
        + poly([(c.w * k / 7, top), (c.w * (0.5 + (k / 7 - 0.5) * 0.6), -2)], False)
        for k in range(8)
    )
    c.back(
        "frame",
        line(
            bars + poly([(0, top), (c.w, top)], False) + poly([(0, c.hy * 0.62), (c.w, c.hy * 0.62)], False),
            frame,
            8 * c.u,
        ),
    )


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
    c.ground(
        "floor",
        fill(
            poly(
                [
                    (cx - half, c.hy),
                    (cx + half, c.hy),
                    (c.w + 2, c.hy + (c.h - c.hy) * 0.6),
                    (c.w + 2, c.h + 2),
                    (-2, c.h + 2),
                    (-2, c.hy + (c.h - c.hy) * 0.6),
                ]
            ),
            floor_,
        ),
        fill(
            poly([(cx - half * 0.45, c.hy), (cx + half * 0.45, c.hy), (c.w * 0.82, c.h), (c.w * 0.18, c.h)]),
            c.tones.local(mix(c.tones.palette.accent, c.tones.palette.ground, 0.35)),
        ),
    )


def stage_curtains(c: Canvas, arg: str = "") -> None:
    """A theatre: backdrop, spot beams, boards, red hangings at both sides."""
    p = c.tones.palette
    deep = mix("#3a2148", p.near, 0.35) if not p.given else p.near
    red = mix("#b5323c", p.accent, 0.25) if not p.given else p.accent
    c.back(
        "backdrop",
        *(
            c.wall(shift(deep, -0.08 + 0.14 * k / 11), round(c.hy * k / 12), round(c.hy * (k + 1) / 12) + 1)
            for k in range(12)
        ),
    )
    for k, x in enumerate((0.26, 0.5, 0.74)):
        c.back(
            "spotlight",
            fill(
                poly(
                    [
                        (c.w * x - 12 * c.u, -2),
                        (c.w * x + 12 * c.u, -2),
                        (c.w * (0.5 + (x - 0.5) * 0.6) + 0.17 * c.w, c.gy),
                        (c.w * (0.5 + (x - 0.5) * 0.6) - 0.17 * c.w, c.gy),
                    ]
                ),
                "#fff1c4",
                0.13 if k != 1 else 0.18,
            ),
        )
    wood = mix("#9a6240", p.ground, 0.4)
    boards = "".join(poly([(c.w * (0.5 + k * 0.09), c.hy), (c.w * (0.5 + k * 0.16), c.h)], False) for k in range(-7, 8))
    c.ground(
        "boards",
        c.wall(wood, c.hy),
        line(boards, shift(wood, -0.05), 2.5 * c.u),
        fill(ellipse(c.w / 2, c.gy, 0.36 * c.w, (c.h - c.hy) * 0.26), "#fff1c4", 0.3),
    )
    _hangings(c, red)


def _hangings(c: Canvas, red: str) -> None:
    """Side curtains and swags of a stage."""
    p = c.tones.palette
    d, folds = "", ""
    for s in (-1, 1):
        e = -2.0 if s < 0 else c.w + 2
        n = e - s * 0.17 * c.w
        d += (
            f"M{e:.1f} -2L{n - s * 0.1 * c.w:.1f} -2Q{n:.1f} {c.hy * 0.5:.1f}"
            f" {n + s * 0.02 * c.w:.1f} {c.hy + 0.06 * c.h:.1f}"
            f"L{e:.1f} {c.hy + 0.09 * c.h:.1f}Z"
        )
        folds += "".join(
            poly([(e - s * 0.05 * k * c.w, -2), (e - s * 0.04 * k * c.w, c.hy + 0.07 * c.h)], False)
            for k in (1, 2, 3, 4)
        )
    swag = "".join(
        f"M{c.w * k / 5:.1f} -2L{c.w * (k + 1) / 5:.1f} -2"
        f"Q{c.w * (k + 0.5) / 5:.1f} {0.24 * c.h:.1f} {c.w * k / 5:.1f} -2Z"
        for k in range(5)
    )
    c.middle(
        "curtain",
        fill(d, red),
        line(folds, shift(red, -0.07), 7 * c.u),
        fill(swag, shift(red, -0.03)),
        c.wall(c.tones.local("#e0b04a" if not p.given else p.light), 0, 0.018 * c.h),
    )


def tabletop(c: Canvas, arg: str = "") -> None:
    """A table close up: its edge, its grain, and a quiet wall with a soft shape behind."""
    p = c.tones.palette
    base = c.tones.local(p.sky)
    kind = c.dice.choice(("window", "shelf", "twotone", "shapes", "glazing", "leaves", "picture", "glazing"))
    c.back("wall", c.wall(base, 0, c.hy + 2))
    if kind == "twotone":
        c.back("wall below", c.wall(c.tones.local(mix(p.sky, p.far, 0.8)), c.hy * 0.5, c.hy + 2))
    elif kind == "window":
        _soft_window(c, base)
    elif kind == "shelf":
        _far_shelf(c, base)
    elif kind == "glazing":
        window(c, c.dice.choice(("cross", "arch", "round", "wide")))
    elif kind == "leaves":
        _far_leaves(c, base)
    elif kind == "picture":
        pictures(c, c.dice.choice(("", "large")))
    elif kind == "shapes":
        c.back(
            "light",
            fill(ellipse(c.w * (0.5 + 0.2 * c.side), c.hy * 0.55, 0.34 * c.w), shift(base, 0.03)),
            fill(ellipse(c.w * (0.5 + 0.2 * c.side), c.hy * 0.55, 0.22 * c.w), shift(base, 0.05)),
        )
    top = c.tones.local(
        c.dice.choice(
            (p.ground, mix(p.ground, p.light, 0.5), mix(p.ground, p.near, 0.45), mix(p.far, p.near, 0.35), p.ground)
        )
    )
    board(c, top)


def board(c: Canvas, top: str, style: str = "") -> None:
    """The table itself: grain, planks, a cloth or plain, and a pool of light."""
    p = c.tones.palette
    room = c.h - c.hy
    c.ground("table", c.wall(top, c.hy), c.wall(shift(top, 0.05), c.hy, c.hy + 0.012 * c.h))
    style = style or c.dice.choice(("grain", "cloth", "planks", "plain"))
    if style == "grain":
        d = "".join(
            curve([(c.w * (x - 0.2), y), (c.w * x, y - 4 * c.u), (c.w * (x + 0.2), y + 3 * c.u), (c.w * (x + 0.36), y)])
            for x, y in ((c.dice.uniform(0, 0.8), c.hy + room * k) for k in (0.14, 0.27, 0.4, 0.55, 0.7, 0.86))
        )
        c.ground("grain", line(d, shift(top, -0.045), 3 * c.u, 0.7))
    elif style == "planks":
        c.ground(
            "planks",
            line(
                "".join(poly([(0, c.hy + room * k), (c.w, c.hy + room * k)], False) for k in (0.2, 0.48, 0.82)),
                shift(top, -0.05),
                3 * c.u,
            ),
        )
    elif style == "cloth":
        cloth = mix(top, c.tones.local(p.accent), 0.22)
        c.ground(
            "cloth",
            fill(
                poly(
                    [
                        (0.1 * c.w, c.hy + 0.1 * room),
                        (0.9 * c.w, c.hy + 0.1 * room),
                        (1.02 * c.w, c.h + 2),
                        (-0.02 * c.w, c.h + 2),
                    ]
                ),
                cloth,
            ),
            line(
                poly(
                    [
                        (0.13 * c.w, c.hy + 0.15 * room),
                        (0.87 * c.w, c.hy + 0.15 * room),
                        (0.97 * c.w, c.h),
                        (0.03 * c.w, c.h),
                    ],
                    False,
                ),
                mix(cloth, c.tones.local(p.light), 0.5),
                4 * c.u,
            ),
        )
    x = c.area.center.x
    pools = ((0.46, 0.32, 0.04), (0.34, 0.2, 0.08))
    c.ground("light", *(fill(ellipse(x, c.gy, a * c.w, room * b), mix(top, p.light, k)) for a, b, k in pools))
    c.table_top = c.hy


def _far_leaves(c: Canvas, base: str) -> None:
    """A house plant leaning in at one side, sunk into the wall."""
    x = c.w * (0.5 - c.side * 0.46)
    green = (
        c.tones.local(mix("#5a9a78", c.tones.palette.near, 0.2)) if not c.tones.palette.given else c.tones.palette.near
    )
    data = ["", ""]
    for k in range(9):
        angle = 90 + c.side * (k - 2) * -16
        data[k % 2] += leaf(x, c.hy, c.u * c.dice.uniform(200, 330), 34 * c.u, angle)
    c.back("plant", fill(data[0], mix(green, base, 0.45)), fill(data[1], mix(green, base, 0.3)))


def _soft_window(c: Canvas, base: str) -> None:
    """Window light cast on the wall: slanted panes."""
    x, y, w, h, s = c.w * (0.5 - 0.06 * c.side), 0.1 * c.h, 0.13 * c.w, c.hy * 0.28, -c.side * 0.07 * c.w
    d = "".join(
        poly(
            [
                (x + w * i * 1.12 + s * k, y + h * 1.1 * k),
                (x + w * (i * 1.12 + 1) + s * k, y + h * 1.1 * k),
                (x + w * (i * 1.12 + 1) + s * (k + 1), y + h * (1.1 * k + 1)),
                (x + w * i * 1.12 + s * (k + 1), y + h * (1.1 * k + 1)),
            ]
        )
        for i in (-1, 0)
        for k in (0, 1)
    )
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
