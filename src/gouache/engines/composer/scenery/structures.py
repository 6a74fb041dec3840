"""Landmarks of single settings: barns, castles, grandstands, stations, columns, tents."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, curve, dot, ellipse, fill, line, poly, rect


def aside(c: Canvas, low: float = 0.26, high: float = 0.38) -> float:
    """An x on the side away from the light."""
    return c.w * (0.5 - c.side * c.dice.uniform(low, high))


def barn(c: Canvas, arg: str = "") -> None:
    """A red gambrel barn on the horizon."""
    x, w, y = aside(c), 0.2 * c.u * 1000, c.hy + 0.04 * c.h
    h = w * 0.55
    red, white = (
        c.tones.at("#b8453a" if not c.tones.palette.given else c.tones.palette.accent, 0.15),
        c.tones.at("#fff6ea", 0.12),
    )
    roof = c.tones.at("#5b5560", 0.2)
    body = poly(
        [
            (x - w / 2, y),
            (x - w / 2, y - h),
            (x - w * 0.36, y - h * 1.45),
            (x, y - h * 1.75),
            (x + w * 0.36, y - h * 1.45),
            (x + w / 2, y - h),
            (x + w / 2, y),
        ]
    )
    edge = poly(
        [
            (x - w * 0.54, y - h * 0.96),
            (x - w * 0.37, y - h * 1.48),
            (x, y - h * 1.8),
            (x + w * 0.37, y - h * 1.48),
            (x + w * 0.54, y - h * 0.96),
        ],
        False,
    )
    door = rect(x - w * 0.17, y - h * 0.72, w * 0.34, h * 0.72)
    cross = (
        poly([(x - w * 0.17, y), (x + w * 0.17, y - h * 0.72)], False)
        + poly([(x + w * 0.17, y), (x - w * 0.17, y - h * 0.72)], False)
        + door
    )
    c.middle(
        "barn",
        fill(body, red),
        line(edge, roof, w * 0.05),
        fill(door, shift(red, -0.07)),
        line(cross, white, w * 0.025),
        fill(rect(x - w * 0.09, y - h * 1.36, w * 0.18, h * 0.3), white),
    )
    silo(c)


def silo(c: Canvas, arg: str = "") -> None:
    x, w, y = aside(c, 0.4, 0.45), 62 * c.u, c.hy + 0.035 * c.h
    h, grey = 0.26 * c.u * 1000, c.tones.at("#c9ced3", 0.2)
    bands = "".join(rect(x - w / 2, y - h * k, w, 4 * c.u) for k in (0.2, 0.45, 0.7))
    c.middle(
        "silo",
        fill(rect(x - w / 2, y - h, w, h) + ellipse(x, y - h, w / 2, w * 0.42), grey),
        fill(rect(x - w / 2, y - h, w * 0.34, h), shift(grey, -0.05)),
        fill(bands, shift(grey, -0.08)),
    )


def castle(c: Canvas, arg: str = "") -> None:
    """Towers, battlements and pennants on a far hill."""
    far = "far" in arg
    x, s = aside(c, 0.2, 0.33), c.u * (190 if far else 270)
    y = c.hy + (0.0 if far else 0.03) * c.h
    stone = c.tones.at(mix("#c9c3cf", c.tones.palette.far, 0.4), 0.4 if far else 0.2)
    roof = c.tones.at(mix(c.tones.palette.accent, c.tones.palette.near, 0.4), 0.35 if far else 0.18)
    wall, roofs, dark = rect(x - s * 0.55, y - s * 0.4, s * 1.1, s * 0.42), "", ""
    for k in range(9):
        wall += rect(x - s * 0.55 + s * 0.125 * k, y - s * 0.45, s * 0.07, s * 0.06)
    for dx, w, h in ((-0.55, 0.2, 0.72), (0.52, 0.2, 0.64), (-0.2, 0.24, 0.95), (0.2, 0.16, 0.8)):
        wall += rect(x + s * (dx - w / 2), y - s * h, s * w, s * h)
        roofs += poly(
            [
                (x + s * (dx - w * 0.66), y - s * h),
                (x + s * dx, y - s * (h + w * 1.5)),
                (x + s * (dx + w * 0.66), y - s * h),
            ]
        )
        roofs += poly(
            [
                (x + s * dx, y - s * (h + w * 1.9)),
                (x + s * (dx + 0.12), y - s * (h + w * 1.75)),
                (x + s * dx, y - s * (h + w * 1.6)),
            ]
        )
        dark += arch(x + s * (dx - 0.03), y - s * (h - 0.1), s * 0.06, s * 0.11)
    shade = "".join(
        rect(x + s * (dx - c.side * w / 2) - (s * w * 0.3 if c.side < 0 else 0), y - s * h, s * w * 0.3, s * h)
        for dx, w, h in ((-0.55, 0.2, 0.72), (0.52, 0.2, 0.64), (-0.2, 0.24, 0.95), (0.2, 0.16, 0.8))
    )
    dark += arch(x - s * 0.08, y - s * 0.24, s * 0.16, s * 0.26)
    c.middle(
        "castle",
        fill(wall, stone),
        fill(shade, shift(stone, -0.05)),
        fill(roofs, roof),
        fill(dark, c.tones.lamp() if c.tones.dim else shift(stone, -0.2)),
    )


def chapel(c: Canvas, arg: str = "") -> None:
    x, s, y = aside(c), 150 * c.u, c.hy + 0.03 * c.h
    stone = c.tones.at("#8d8a9c", 0.25)
    body = rect(x - s * 0.4, y - s * 0.6, s * 0.8, s * 0.6) + rect(x - s * 0.62, y - s, s * 0.3, s)
    roofs = poly([(x - s * 0.46, y - s * 0.6), (x + s * 0.02, y - s * 0.95), (x + s * 0.46, y - s * 0.6)]) + poly(
        [(x - s * 0.68, y - s), (x - s * 0.47, y - s * 1.7), (x - s * 0.26, y - s)]
    )
    c.middle(
        "chapel",
        fill(body, stone),
        fill(roofs, shift(stone, -0.13)),
        fill(
            arch(x - s * 0.52, y - s * 0.86, s * 0.1, s * 0.2) + arch(x + s * 0.02, y - s * 0.34, s * 0.16, s * 0.34),
            c.tones.lamp() if c.tones.dim else shift(stone, -0.2),
        ),
    )


def tombs(c: Canvas, arg: str = "") -> None:
    """Headstones and crosses at the sides."""
    for y, x in sorted((c.hy + (c.gy - c.hy) * c.dice.uniform(0.2, 0.8), c.edge(0.36)) for _ in range(7)):
        s = c.u * (40 + 60 * (y - c.hy) / max(1.0, c.h - c.hy))
        stone = c.tones.local(mix("#9b99a8", c.tones.palette.far, 0.2))
        cross = c.dice.random() < 0.3
        body = (
            rect(x - s * 0.1, y - s * 1.2, s * 0.2, s * 1.2) + rect(x - s * 0.36, y - s * 0.92, s * 0.72, s * 0.18)
            if cross
            else arch(x - s * 0.35, y - s, s * 0.7, s)
        )
        side = "" if cross else arch(x - s * 0.35 - c.side * s * 0.08, y - s * 0.96, s * 0.7, s * 0.96)
        c.middle("tombstone", fill(side, shift(stone, -0.08)), fill(body, stone))


def columns(c: Canvas, arg: str = "") -> None:
    """Standing and broken columns with a piece of entablature."""
    stone = c.tones.local(mix("#e3d8c5", c.tones.palette.light, 0.3))
    for side in (-1, 1):
        tops = []
        for k in range(c.dice.choice((2, 3))):
            x = c.w * (0.5 + side * (0.46 - 0.12 * k))
            y, w = c.hy + (c.gy - c.hy) * (0.6 - 0.18 * k), c.u * (62 - 10 * k)
            h = min(0.5 * c.h, c.hy * 0.85) * (1.0 if side == c.side else c.dice.uniform(0.4, 1.0)) * (1 - 0.08 * k)
            tops.append((x, y - h, w, h))
            flutes = "".join(rect(x + w * f, y - h * 0.95, w * 0.07, h * 0.9) for f in (-0.26, -0.08, 0.1, 0.28))
            c.middle(
                "column",
                fill(rect(x - w * 0.42, y - h, w * 0.84, h), stone),
                fill(flutes, shift(stone, -0.06)),
                fill(
                    rect(x - w * 0.6, y - h, w * 1.2, w * 0.24, 3)
                    + rect(x - w * 0.62, y - w * 0.2, w * 1.24, w * 0.24, 3),
                    shift(stone, -0.03),
                ),
            )
        if side == c.side:
            left, right = min(t[0] - t[2] * 0.8 for t in tops), max(t[0] + t[2] * 0.8 for t in tops)
            top = min(t[1] for t in tops)
            c.middle(
                "entablature",
                fill(rect(left, top - 34 * c.u, right - left, 36 * c.u), shift(stone, 0.01)),
                fill(rect(left, top - 44 * c.u, right - left, 12 * c.u), shift(stone, -0.06)),
            )


def crystals(c: Canvas, arg: str = "") -> None:
    """Clusters of shining crystals."""
    for color in (c.tones.palette.accent, c.tones.palette.light, c.tones.palette.accent):
        x, y, s = c.edge(0.24), c.gy - 0.08 * c.h * c.dice.random(), c.u * c.dice.uniform(60, 110)
        parts = []
        for dx, h, lean in ((-0.3, 0.7, -0.25), (0.3, 0.6, 0.25), (0, 1.0, 0.0)):
            bx, tx, w = x + s * dx, x + s * (dx + lean), s * 0.17
            parts += [
                fill(
                    poly(
                        [
                            (bx - w, y),
                            (tx - w, y - s * h * 0.8),
                            (tx, y - s * h),
                            (tx + w, y - s * h * 0.8),
                            (bx + w, y),
                        ]
                    ),
                    color,
                ),
                fill(poly([(bx, y), (tx, y - s * h), (tx + w, y - s * h * 0.8), (bx + w, y)]), shift(color, -0.08)),
            ]
        c.middle("crystals", *parts)


def cranes(c: Canvas, arg: str = "") -> None:
    """Harbour cranes and stacked containers."""
    p, y = c.tones.palette, c.hy + 0.012 * c.h
    x, s = aside(c, 0.26, 0.36), 260 * c.u
    steel = c.tones.at(p.near, 0.4)
    frame = (
        poly([(x - s * 0.2, y), (x - s * 0.12, y - s * 0.7), (x + s * 0.12, y - s * 0.7), (x + s * 0.2, y)], False)
        + poly([(x - s * 0.5, y - s * 0.72), (x + s * 0.7, y - s * 0.72)], False)
        + poly([(x, y - s), (x + s * 0.66, y - s * 0.72)], False)
        + poly([(x, y - s), (x - s * 0.46, y - s * 0.72)], False)
        + poly([(x, y - s), (x, y - s * 0.7)], False)
    )
    boxes = ["", "", ""]
    for i in range(9):
        boxes[i % 3] += rect(
            c.w * (0.5 + c.side * 0.2) + c.side * (i % 5) * 50 * c.u, y - 24 * c.u * (1 + i // 5), 47 * c.u, 22 * c.u
        )
    c.middle(
        "cranes",
        line(frame, steel, 8 * c.u),
        *(fill(d, c.tones.at(k, 0.35)) for d, k in zip(boxes, (p.accent, p.near, p.light), strict=True)),
    )


def station(c: Canvas, arg: str = "") -> None:
    """A platform under a canopy, rails beyond."""
    p = c.tones.palette
    room, near = c.h - c.hy, c.tones.local(p.near)
    y = c.hy + room * 0.3
    gravel = c.tones.local("#a39b94" if not p.given else p.ground)
    ties = "".join(rect(c.w * k / 22, c.hy + room * 0.13, c.w * 0.022, room * 0.1) for k in range(23))
    c.ground(
        "track bed",
        c.wall(gravel, c.hy + 0.02 * c.h),
        fill(ties, shift(gravel, -0.12)),
        fill(
            rect(-2, c.hy + room * 0.14, c.w + 4, 5 * c.u) + rect(-2, c.hy + room * 0.2, c.w + 4, 6 * c.u),
            c.tones.local("#5b5f69"),
        ),
    )
    floor = c.tones.local(mix("#cbc5bc", p.ground, 0.4))
    c.ground(
        "platform",
        c.wall(floor, y),
        c.wall(shift(floor, -0.13), y, y + 0.03 * c.h),
        c.wall(c.tones.local("#f3c84b" if not p.given else p.accent), y + 0.045 * c.h, y + 0.058 * c.h),
    )
    posts = "".join(rect(x * c.w, 0.1 * c.h, 14 * c.u, y - 0.07 * c.h) for x in (0.07, 0.36, 0.64, 0.915))
    brackets = "".join(
        poly([(x * c.w + 7 * c.u, 0.2 * c.h), (x * c.w - 40 * c.u, 0.11 * c.h), (x * c.w + 54 * c.u, 0.11 * c.h)])
        for x in (0.07, 0.36, 0.64, 0.915)
    )
    teeth = "".join(
        poly([(c.w * k / 24, 0.12 * c.h), (c.w * (k + 1) / 24, 0.12 * c.h), (c.w * (k + 0.5) / 24, 0.15 * c.h)])
        for k in range(24)
    )
    c.middle(
        "canopy",
        fill(posts + brackets, near),
        fill(rect(-2, -2, c.w + 4, 0.122 * c.h), shift(near, -0.06)),
        fill(teeth, shift(near, 0.05)),
    )
    x, r = c.w * 0.5 + c.side * 0.22 * c.w, 0.042 * c.h
    hands = poly([(x, 0.2 * c.h - r * 0.7), (x, 0.2 * c.h), (x + r * 0.5, 0.2 * c.h + r * 0.2)], False)
    c.middle(
        "clock",
        fill(rect(x - 2 * c.u, 0.1 * c.h, 4 * c.u, 0.07 * c.h), near),
        fill(ellipse(x, 0.2 * c.h, r * 1.15), near),
        fill(ellipse(x, 0.2 * c.h, r), c.tones.local("#fff9ee")),
        line(hands, near, 4 * c.u),
    )


def terminal(c: Canvas, arg: str = "") -> None:
    """An airport building and a control tower."""
    p, y = c.tones.palette, c.hy + 0.03 * c.h
    wall = c.tones.at(p.far, 0.3)
    roof = (
        f"M-4 {y:.1f}L-4 {y - 0.1 * c.h:.1f}"
        f"Q{c.w * 0.3:.1f} {y - 0.2 * c.h:.1f} {c.w * 0.66:.1f} {y - 0.07 * c.h:.1f}"
        f"L{c.w * 0.66:.1f} {y:.1f}Z"
    )
    glass = "".join(rect(c.w * (0.01 + 0.05 * k), y - 0.065 * c.h, c.w * 0.04, 0.05 * c.h) for k in range(13))
    x, s = c.w * 0.85, 0.3 * c.h
    tower = poly([(x - s * 0.07, y), (x - s * 0.045, y - s * 0.7), (x + s * 0.045, y - s * 0.7), (x + s * 0.07, y)])
    cab = poly(
        [
            (x - s * 0.1, y - s * 0.7),
            (x - s * 0.15, y - s * 0.86),
            (x + s * 0.15, y - s * 0.86),
            (x + s * 0.1, y - s * 0.7),
        ]
    )
    c.middle(
        "terminal",
        fill(roof, wall),
        fill(glass, c.tones.lamp() if c.tones.dim else shift(wall, 0.07)),
        fill(tower, shift(wall, 0.03)),
        fill(cab, c.tones.at(p.near, 0.25)),
        fill(rect(x - s * 0.16, y - s * 0.9, s * 0.32, s * 0.05), shift(wall, -0.08)),
    )


def runway(c: Canvas, arg: str = "") -> None:
    room = c.h - c.hy
    asphalt, white = c.tones.local(mix("#71757f", c.tones.palette.far, 0.2)), c.tones.local("#f7f4ea")
    y = c.hy + room * 0.24
    dash = "".join(
        poly(
            [
                (c.w * (k + 0.15) / 5, c.gy - 0.03 * c.h),
                (c.w * (k + 0.7) / 5, c.gy - 0.03 * c.h),
                (c.w * (k + 0.68) / 5, c.gy - 0.018 * c.h),
                (c.w * (k + 0.12) / 5, c.gy - 0.018 * c.h),
            ]
        )
        for k in range(5)
    )
    lights = "".join(dot(c.w * (k + 0.5) / 14, y + 0.008 * c.h, 5 * c.u) for k in range(14))
    c.ground("field", c.wall(c.tones.local(mix(c.tones.grass, "#a7b97a", 0.3)), c.hy + 0.02 * c.h))
    c.ground(
        "runway",
        c.wall(asphalt, y),
        fill(rect(-2, y + 0.02 * c.h, c.w + 4, 5 * c.u), white),
        fill(dash, white),
        fill(lights, c.tones.lamp()),
    )


def bridge(c: Canvas, arg: str = "") -> None:
    """A suspension bridge far out over the water."""
    y, steel = c.hy + 0.01 * c.h, c.tones.at(c.tones.palette.accent, 0.3)
    x0, x1, top = c.w * 0.16, c.w * 0.84, c.hy - min(0.3 * c.h, c.hy * 0.6)
    deck = y - 0.055 * c.h
    sag = [(x0 + (x1 - x0) * k / 12, top + (deck - top) * 0.9 * (1 - (k / 6 - 1) ** 2)) for k in range(13)]
    sides = [[(x0, top), (-0.01 * c.w, deck - 0.01 * c.h)], [(x1, top), (1.01 * c.w, deck - 0.01 * c.h)]]
    wires = "".join(poly([(x, yy), (x, deck)], False) for x, yy in sag[1:-1])
    towers = "".join(rect(x - 11 * c.u, top - 8 * c.u, 22 * c.u, y - top + 0.03 * c.h) for x in (x0, x1))
    c.middle(
        "bridge",
        line(wires, steel, 2 * c.u),
        line(curve(sag) + "".join(poly(s, False) for s in sides), steel, 5 * c.u),
        fill(towers + rect(-2, deck, c.w + 4, 13 * c.u), steel),
    )
