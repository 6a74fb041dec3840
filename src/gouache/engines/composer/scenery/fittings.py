"""Fittings of public rooms: boards, cafe tables, shop racks, tools, church glass, bars, gyms, glasshouses."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.furnish import accent, foot_of, hang, near, slot, tone, wooden
from gouache.engines.composer.scenery.paths import arch, dot, ellipse, fill, leaf, line, poly, rect


def desk(c: Canvas, arg: str = "") -> None:
    """A desk with a screen and lamp; `school` gives two small desks."""
    if arg == "school":
        for _ in range(2):
            x, _side = slot(c)
            y, s = foot_of(c) + 0.02 * c.h, 150 * c.u
            c.middle(
                "school desk",
                line(
                    poly([(x - s * 0.4, y - s * 0.5), (x - s * 0.46, y)], False)
                    + poly([(x + s * 0.4, y - s * 0.5), (x + s * 0.46, y)], False),
                    near(c),
                    7 * c.u,
                ),
                fill(rect(x - s * 0.52, y - s * 0.58, s * 1.04, s * 0.12, 4), wooden(c)),
                fill(rect(x - s * 0.2, y - s * 0.66, s * 0.3, s * 0.08, 2), accent(c)),
            )
        return
    x, side = slot(c, 300 * c.u)
    y, s = foot_of(c), 290 * c.u
    c.middle(
        "desk",
        line(
            poly([(x - s * 0.44, y - s * 0.4), (x - s * 0.46, y)], False)
            + poly([(x + s * 0.44, y - s * 0.4), (x + s * 0.46, y)], False),
            wooden(c),
            9 * c.u,
        ),
        fill(rect(x - s * 0.5, y - s * 0.44, s, s * 0.05, 3), wooden(c)),
        fill(rect(x + s * 0.12, y - s * 0.4, s * 0.3, s * 0.26, 3), shift(wooden(c), -0.05)),
        fill(rect(x - s * 0.26, y - s * 0.76, s * 0.42, s * 0.26, 6), tone(c, "#3d4658", 0.15)),
        fill(rect(x - s * 0.24, y - s * 0.74, s * 0.38, s * 0.22), tone(c, "#a9c9d9", 0.2)),
        fill(rect(x - s * 0.07, y - s * 0.5, s * 0.04, s * 0.06), tone(c, "#3d4658", 0.15)),
        line(
            poly(
                [
                    (x + side * s * 0.34, y - s * 0.44),
                    (x + side * s * 0.38, y - s * 0.62),
                    (x + side * s * 0.27, y - s * 0.72),
                ],
                False,
            ),
            accent(c),
            6 * c.u,
        ),
    )


def bathtub(c: Canvas, arg: str = "") -> None:
    x, _ = slot(c, 340 * c.u)
    y, s, white = foot_of(c) + 0.015 * c.h, 330 * c.u, tone(c, "#ffffff", 0.06)
    d = (
        f"M{x - s * 0.5:.1f} {y - s * 0.36:.1f}L{x + s * 0.5:.1f} {y - s * 0.36:.1f}"
        f"Q{x + s * 0.46:.1f} {y - s * 0.06:.1f} {x + s * 0.3:.1f} {y - s * 0.05:.1f}"
        f"L{x - s * 0.3:.1f} {y - s * 0.05:.1f}"
        f"Q{x - s * 0.46:.1f} {y - s * 0.06:.1f} {x - s * 0.5:.1f} {y - s * 0.36:.1f}Z"
    )
    foam = "".join(dot(x + s * q, y - s * 0.4, s * 0.06) for q in (-0.3, -0.2, -0.1, 0.0, 0.12))
    c.middle(
        "bathtub",
        fill(foam, "#ffffff"),
        fill(d, white),
        fill(rect(x - s * 0.54, y - s * 0.4, s * 1.08, s * 0.06, 10), shift(white, -0.05)),
        fill(
            ellipse(x - s * 0.3, y - s * 0.03, s * 0.035) + ellipse(x + s * 0.3, y - s * 0.03, s * 0.035),
            tone(c, "#e0b45a", 0.1),
        ),
    )


def basin(c: Canvas, arg: str = "") -> None:
    """A washstand with a round mirror above."""
    x, _ = slot(c)
    y, s = foot_of(c), 170 * c.u
    c.middle(
        "mirror",
        fill(ellipse(x, y - s * 1.75, s * 0.42, s * 0.5), tone(c, "#e0b45a", 0.2)),
        fill(ellipse(x, y - s * 1.75, s * 0.37, s * 0.45), tone(c, "#d9ecf2", 0.15)),
        fill(
            poly(
                [
                    (x - s * 0.1, y - s * 1.5),
                    (x + s * 0.16, y - s * 2.1),
                    (x + s * 0.24, y - s * 2.04),
                    (x - s * 0.02, y - s * 1.4),
                ]
            ),
            "#ffffff",
            0.5,
        ),
    )
    c.middle(
        "washstand",
        fill(rect(x - s * 0.5, y - s * 0.8, s, s * 0.8, 5), wooden(c)),
        line(poly([(x, y - s * 0.7), (x, y - s * 0.05)], False), shift(wooden(c), -0.06), 3 * c.u),
        fill(rect(x - s * 0.58, y - s * 0.92, s * 1.16, s * 0.14, 8), tone(c, "#ffffff", 0.05)),
    )


def board(c: Canvas, arg: str = "") -> None:
    """A classroom board, a whiteboard with `white`, a menu with `menu`."""
    x, w, h = c.w / 2, (0.5 if arg != "menu" else 0.3) * c.w, c.hy * 0.4
    if arg == "menu" or c.glazed[1] > 0:
        w = min(w, 0.32 * c.w)
        spot = hang(c, w)
        if spot is None:
            return
        x = spot
    color = tone(c, {"white": "#f7fafb"}.get(arg, "#35584a"), 0.1)
    ink = tone(c, "#8fb0c9", 0.1) if arg == "white" else "#f1f5ef"
    rows = "".join(
        poly([(x - w * 0.4, 0.12 * c.h + h * k), (x - w * 0.4 + w * q, 0.12 * c.h + h * k)], False)
        for k, q in ((0.2, 0.3), (0.4, 0.46), (0.6, 0.24))
    )
    c.back(
        "board",
        fill(rect(x - w / 2 - 12 * c.u, 0.12 * c.h - 12 * c.u, w + 24 * c.u, h + 24 * c.u, 4), wooden(c)),
        fill(rect(x - w / 2, 0.12 * c.h, w, h), color),
        line(rows, ink, 4 * c.u, 0.45),
        fill(rect(x - w * 0.4, 0.12 * c.h + h + 12 * c.u, w * 0.8, 12 * c.u), shift(wooden(c), -0.06)),
    )


def tables(c: Canvas, arg: str = "") -> None:
    """Small round tables with chairs at both sides."""
    for _k in range(2):
        x, side = slot(c)
        y, s = foot_of(c) + 0.05 * c.h, 150 * c.u
        chair = poly(
            [(x - side * s * 0.75, y), (x - side * s * 0.7, y - s * 0.5), (x - side * s * 0.78, y - s * 1.1)], False
        ) + poly(
            [(x - side * s * 0.72, y - s * 0.5), (x - side * s * 0.36, y - s * 0.5), (x - side * s * 0.33, y)], False
        )
        cloth = (
            ""
            if arg != "cloth"
            else fill(
                poly(
                    [
                        (x - s * 0.58, y - s * 0.72),
                        (x + s * 0.58, y - s * 0.72),
                        (x + s * 0.64, y - s * 0.12),
                        (x - s * 0.64, y - s * 0.12),
                    ]
                ),
                tone(c, c.tones.palette.light, 0.05),
            )
        )
        c.middle(
            "table",
            line(chair, near(c), 8 * c.u),
            fill(rect(x - s * 0.04, y - s * 0.7, s * 0.08, s * 0.7) + ellipse(x, y, s * 0.28, s * 0.06), near(c, 0.1)),
            cloth,
            fill(
                ellipse(x, y - s * 0.72, s * 0.6, s * 0.09),
                wooden(c, 0.05) if not cloth else tone(c, c.tones.palette.light, 0.0),
            ),
            fill(rect(x - s * 0.08, y - s * 0.92, s * 0.14, s * 0.18, 4), accent(c, 0.05)),
        )


def racks(c: Canvas, arg: str = "") -> None:
    """Rows of goods: `goods` packets, `bottles`, `boxes`, `clothes` on rails, `weights`."""
    spans = ((-0.01, 0.31), (0.69, 1.01)) if arg != "back" else ((-0.01, 1.01),)
    p = c.tones.palette
    hues = [tone(c, k, 0.3) for k in (p.accent, p.near, p.far, p.light)]
    for a, b in ((a * c.w, b * c.w) for a, b in spans):
        y, rows = foot_of(c), {"clothes": 1, "weights": 3}.get(arg, 4)
        h = min(c.hy * 0.8, c.u * (500 if arg != "weights" else 260))
        dy, data, frame = h / rows, ["", "", "", ""], ""
        for r in range(rows):
            foot = y - dy * r - 0.01 * c.h
            frame += rect(a, foot if arg != "clothes" else y - h, b - a, 0.012 * c.h)
            x = a + 10 * c.u
            while x < b - 40 * c.u:
                w = (
                    c.u
                    * {"bottles": 24, "boxes": 80, "clothes": 36, "weights": 62}.get(arg, 40)
                    * c.dice.uniform(0.85, 1.2)
                )
                t, k = dy * c.dice.uniform(0.5, 0.78), c.dice.randrange(4)
                if arg == "bottles":
                    data[k] += rect(x, foot - t * 0.7, w * 0.8, t * 0.7, 5) + rect(
                        x + w * 0.28, foot - t, w * 0.24, t * 0.34
                    )
                elif arg == "clothes":
                    data[k] += poly(
                        [
                            (x + w * 0.5, y - h + 0.01 * c.h),
                            (x + w * 1.05, y - h + 0.05 * c.h),
                            (x + w * 0.95, y - h * 0.42),
                            (x + w * 0.05, y - h * 0.42),
                            (x - w * 0.05, y - h + 0.05 * c.h),
                        ]
                    )
                elif arg == "weights":
                    data[k] += (
                        rect(x, foot - 40 * c.u, 16 * c.u, 40 * c.u, 4)
                        + rect(x + 16 * c.u, foot - 25 * c.u, w - 30 * c.u, 9 * c.u)
                        + rect(x + w - 16 * c.u, foot - 40 * c.u, 16 * c.u, 40 * c.u, 4)
                    )
                else:
                    data[k] += rect(x, foot - t, w * 0.92, t, 3)
                x += w + 3 * c.u
        posts = rect(a, y - h, 11 * c.u, h) + rect(b - 11 * c.u, y - h, 11 * c.u, h)
        back = "" if arg in ("clothes", "weights") else fill(rect(a, y - h, b - a, h), near(c, 0.62))
        if arg == "boxes":
            hues = [tone(c, k, 0.2) for k in ("#c79a66", "#b98a58", "#d2ab7c", "#a97c4e")]
        c.middle(
            "racks", back, *(fill(d, k) for d, k in zip(data, hues, strict=True)), fill(frame + posts, near(c, 0.15))
        )


def tools(c: Canvas, arg: str = "") -> None:
    """A pegboard of tools over a workbench."""
    x, w, h = hang(c, 0.38 * c.w), 0.38 * c.w, c.hy * 0.34
    if x is None:
        return
    t, s = 0.13 * c.h, 60 * c.u
    steel, wood, red = tone(c, "#8d949e", 0.15), wooden(c), accent(c)
    hammer = (
        rect(x - w * 0.36, t + s * 0.4, s * 0.14, s * 1.5, 4),
        rect(x - w * 0.36 - s * 0.26, t + s * 0.3, s * 0.7, s * 0.3, 4),
    )
    wrench = line(poly([(x - w * 0.1, t + s * 0.6), (x - w * 0.1, t + s * 1.8)], False), steel, s * 0.15) + fill(
        ellipse(x - w * 0.1, t + s * 0.5, s * 0.22), steel
    )
    saw = fill(
        poly(
            [
                (x + w * 0.06, t + s * 0.5),
                (x + w * 0.32, t + s * 1.1),
                (x + w * 0.32, t + s * 1.5),
                (x + w * 0.06, t + s * 0.7),
            ]
        ),
        steel,
    ) + fill(rect(x + w * 0.3, t + s, s * 0.5, s * 0.6, 8), red)
    c.back(
        "tools",
        fill(rect(x - w / 2, t, w, h, 4), tone(c, "#d8b384", 0.35)),
        fill(hammer[0], wood),
        fill(hammer[1], steel),
        wrench,
        saw,
    )
    y = foot_of(c)
    c.middle(
        "workbench",
        line(
            poly([(x - w * 0.46, y - s * 2), (x - w * 0.46, y)], False)
            + poly([(x + w * 0.46, y - s * 2), (x + w * 0.46, y)], False),
            wood,
            16 * c.u,
        ),
        fill(rect(x - w * 0.56, y - s * 2.2, w * 1.12, s * 0.32, 3), shift(wood, 0.04)),
        fill(rect(x - w * 0.4, y - s * 2.7, s * 0.9, s * 0.5, 4), red),
    )


def garage_door(c: Canvas, arg: str = "") -> None:
    """A ribbed roller door, closed."""
    a, w, top = 0.24 * c.w, 0.52 * c.w, c.hy * 0.22
    color = tone(c, "#dfe3e6", 0.3)
    ribs = "".join(
        poly([(a, top + (c.hy - top) * k / 8), (a + w, top + (c.hy - top) * k / 8)], False) for k in range(1, 8)
    )
    wins = "".join(
        rect(a + w * (k + 0.14) / 4, top + (c.hy - top) * 0.15, w * 0.72 / 4, (c.hy - top) * 0.09, 4) for k in range(4)
    )
    c.back(
        "garage door",
        fill(rect(a - 14 * c.u, top - 14 * c.u, w + 28 * c.u, c.hy - top + 14 * c.u), shift(color, -0.08)),
        fill(rect(a, top, w, c.hy - top), color),
        line(ribs, shift(color, -0.05), 3 * c.u),
        fill(wins, tone(c, "#a9cfe0", 0.2)),
    )


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
                panes[(r + k) % 2] += rect(
                    c.w * x - w * 0.4 + w * 0.42 * k, top + h * (0.3 + 0.135 * r), w * 0.38, h * 0.12
                )
        c.back(
            "stained glass",
            fill(arch(c.w * x - w * 0.6, top - w * 0.1, w * 1.2, h + w * 0.1), stone),
            fill(shape, tone(c, p.light, 0.1)),
            fill(panes[0], tone(c, p.accent, 0.15)),
            fill(panes[1], tone(c, mix(p.near, "#4a86c8", 0.0 if p.given else 0.4), 0.15)),
            fill(ellipse(c.w * x, top + h * 0.17, w * 0.2), tone(c, "#f2c14e", 0.1)),
        )
    pillars = "".join(
        rect(c.w * x - 24 * c.u, 0, 48 * c.u, c.hy + 0.03 * c.h)
        + rect(c.w * x - 36 * c.u, c.hy, 72 * c.u, 0.035 * c.h)
        + rect(c.w * x - 36 * c.u, 0.02 * c.h, 72 * c.u, 0.03 * c.h)
        for x in (0.03, 0.97)
    )
    c.middle("pillars", fill(pillars, stone))


def pews(c: Canvas, arg: str = "") -> None:
    """Benches in rows left and right of an aisle."""
    for k in range(3):
        y, h = c.hy + (c.h - c.hy) * (0.14 + 0.17 * k), c.h * (0.05 + 0.014 * k)
        reach = 0.3 - 0.05 * k
        wood = mix(wooden(c, 0.1), c.tones.local(c.tones.palette.sky), 0.2 - 0.08 * k)
        c.middle(
            "pews",
            fill(rect(-4, y - h, reach * c.w, h, 3) + rect(c.w - reach * c.w + 4, y - h, reach * c.w, h, 3), wood),
            fill(
                rect(-4, y - h, reach * c.w + 6, h * 0.2, 3)
                + rect(c.w - reach * c.w, y - h, reach * c.w + 4, h * 0.2, 3),
                shift(wood, 0.05),
            ),
        )


def bar_shelves(c: Canvas, arg: str = "") -> None:
    """A lit back bar."""
    c.back("back bar", fill(rect(0.08 * c.w, 0.1 * c.h, 0.84 * c.w, c.hy * 0.56, 8), near(c, 0.35)))
    p = c.tones.palette
    for r in range(2):
        y = c.hy * (0.36 + 0.26 * r)
        data = ["", "", ""]
        for i in range(20):
            x, t = c.w * (0.11 + 0.04 * i), c.u * c.dice.uniform(60, 92)
            data[c.dice.randrange(3)] += rect(x, y - t * 0.66, 24 * c.u, t * 0.66, 5) + rect(
                x + 8 * c.u, y - t, 8 * c.u, t * 0.4
            )
        c.back(
            "bottles",
            *(
                fill(d, tone(c, k, 0.35))
                for d, k in zip(data, (p.accent, p.light, "#6f9f7f" if not p.given else p.far), strict=True)
            ),
            fill(rect(0.08 * c.w, y, 0.84 * c.w, 0.012 * c.h), tone(c, p.light, 0.3)),
        )


def pedestals(c: Canvas, arg: str = "") -> None:
    """Museum plinths with vases."""
    for k in range(2):
        x, _ = slot(c)
        y, s = foot_of(c) + 0.03 * c.h, 100 * c.u
        urn = (
            f"M{x - s * 0.12:.1f} {y - s * 2.1:.1f}L{x + s * 0.12:.1f} {y - s * 2.1:.1f}"
            f"Q{x + s * 0.5:.1f} {y - s * 1.7:.1f} {x + s * 0.12:.1f} {y - s * 1.3:.1f}"
            f"L{x - s * 0.12:.1f} {y - s * 1.3:.1f}"
            f"Q{x - s * 0.5:.1f} {y - s * 1.7:.1f} {x - s * 0.12:.1f} {y - s * 2.1:.1f}Z"
        )
        c.middle(
            "plinth",
            fill(rect(x - s * 0.36, y - s * 1.3, s * 0.72, s * 1.3), tone(c, "#ffffff", 0.25)),
            fill(
                rect(x - s * 0.42, y - s * 1.34, s * 0.84, s * 0.12)
                + rect(x - s * 0.42, y - s * 0.1, s * 0.84, s * 0.1),
                tone(c, "#ffffff", 0.12),
            ),
            fill(urn, accent(c) if k else near(c)),
        )


def bed_curtain(c: Canvas, arg: str = "") -> None:
    """A pleated hospital curtain on a rail."""
    x0 = c.w * (0.5 + c.side * 0.16)
    x1 = c.w * (0.5 + c.side * 0.5)
    a, b = min(x0, x1), max(x0, x1)
    color = tone(c, mix("#9fd0cf", c.tones.palette.far, 0.3), 0.2)
    folds = "".join(
        poly([(a + (b - a) * k / 8, 0.1 * c.h), (a + (b - a) * k / 8, c.hy - 0.02 * c.h)], False) for k in range(1, 8)
    )
    c.back(
        "curtain",
        fill(rect(a, 0.1 * c.h, b - a, c.hy - 0.12 * c.h), color),
        line(folds, shift(color, -0.05), 6 * c.u),
        fill(rect(a - 10, 0.09 * c.h, b - a + 20, 0.012 * c.h, 3), tone(c, "#9aa5ad", 0.2)),
    )


def mirror_wall(c: Canvas, arg: str = "") -> None:
    """Large panes of a gym or dance room."""
    glass = tone(c, "#cfe3ec", 0.35)
    panes = "".join(rect(c.w * (k + 0.03) / 4, 0.1 * c.h, c.w * 0.94 / 4, c.hy * 0.7, 2) for k in range(4))
    shine = "".join(
        poly(
            [
                (c.w * (k + 0.3) / 4, c.hy * 0.74),
                (c.w * (k + 0.62) / 4, 0.12 * c.h),
                (c.w * (k + 0.76) / 4, 0.12 * c.h),
                (c.w * (k + 0.44) / 4, c.hy * 0.74),
            ]
        )
        for k in range(4)
    )
    c.back("mirrors", fill(panes, glass), fill(shine, "#ffffff", 0.25))


def beds_of_plants(c: Canvas, arg: str = "") -> None:
    """Benches of seedlings and hanging baskets of a greenhouse."""
    green = c.tones.local("#5f9f74" if not c.tones.palette.given else c.tones.palette.near)
    for a, b in ((-0.01, 0.3), (0.7, 1.01)):
        y, data = foot_of(c) + 0.02 * c.h, ["", ""]
        for k in range(6):
            x = c.w * (a + (b - a) * (k + 0.5) / 6)
            for q in (40, 65, 90, 115, 140):
                data[k % 2] += leaf(x, y - 0.12 * c.h, c.u * c.dice.uniform(50, 110), 11 * c.u, q)
        c.middle(
            "plants",
            fill(data[0], green),
            fill(data[1], shift(green, 0.05)),
            fill(rect(c.w * a, y - 0.13 * c.h, c.w * (b - a), 0.035 * c.h), accent(c, 0.1)),
            fill(
                rect(c.w * a, y - 0.1 * c.h, c.w * (b - a), 0.02 * c.h)
                + rect(c.w * (a + 0.03), y - 0.1 * c.h, 10 * c.u, 0.1 * c.h)
                + rect(c.w * (b - 0.04), y - 0.1 * c.h, 10 * c.u, 0.1 * c.h),
                wooden(c),
            ),
        )
