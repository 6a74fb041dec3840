"""Towns: skylines, houses, streets, roads, lamps."""

from __future__ import annotations

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, dot, fill, line, poly, rect, scallop

_NEON = ("#ff4fc8", "#3fe0ff", "#ffd24a", "#9b6bff")


def _panes(c: Canvas, x: float, y: float, w: float, h: float, cols: int, rows: int, share: float) -> str:
    """A grid of windows with some left out."""
    dx, dy = w / cols, h / rows
    return "".join(
        rect(x + dx * (i + 0.24), y + dy * (k + 0.22), dx * 0.52, dy * 0.52)
        for i in range(cols) for k in range(rows) if c.dice.random() < share
    )  # fmt: skip


def _roofline(c: Canvas, x: float, w: float, top: float, foot: float) -> str:
    """A tower's outline: flat, stepped, pointed, sloped or with a mast."""
    kind = c.dice.randrange(6)
    if kind == 1:
        s = w * 0.2
        return rect(x, top + s, w, foot - top - s) + rect(x + s, top, w - 2 * s, s + 1)
    if kind == 2:
        return poly([(x, foot), (x, top + w * 0.4), (x + w / 2, top), (x + w, top + w * 0.4), (x + w, foot)])
    if kind == 3:
        return poly([(x, foot), (x, top), (x + w, top + w * 0.3), (x + w, foot)])
    if kind == 4:
        return rect(x, top, w, foot - top) + rect(x + w * 0.47, top - w * 0.6, w * 0.06, w * 0.62)
    return rect(x, top, w, foot - top, w * 0.06 if kind == 5 else 0)


def skyline(c: Canvas, arg: str = "") -> None:
    """A row of towers on the horizon; `far` is pale and plain, `neon` dark with coloured light."""
    far, neon = "far" in arg, "neon" in arg
    p = c.tones.palette
    color = c.tones.at(p.far if far else p.near, 0.45 if far else 0.16)
    if neon:
        color = mix(c.tones.sky[0], "#0a0720", 0.4)
    foot, x, tall = c.hy + 0.05 * c.h, -0.01 * c.w, min(c.hy * 0.78, 0.5 * c.h) * (0.62 if far else 0.8)
    body, second, glass, lit = "", "", "", ""
    while x < c.w:
        w = c.u * c.dice.uniform(52, 118)
        away = abs((x + w / 2) / c.w - 0.5) * 2
        h = tall * c.dice.uniform(0.35, 0.85) * (0.65 + 0.45 * away)
        if c.dice.random() < 0.5:
            body += _roofline(c, x, w, foot - h, foot)
        else:
            second += _roofline(c, x, w, foot - h, foot)
        if not far:
            cols, rows = max(2, round(w / (26 * c.u))), min(9, max(3, round(h / (40 * c.u))))
            panes = _panes(
                c, x + w * 0.06, foot - h + w * 0.42, w * 0.88, h - w * 0.5, cols, rows, 0.4 if c.tones.dim else 0.62
            )
            glass, lit = (glass, lit + panes) if c.dice.random() < 0.6 and c.tones.dim else (glass + panes, lit)
        x += w + c.u * c.dice.choice((0, 0, 6, 14))
    c.middle(
        "skyline",
        fill(body, color),
        fill(second, shift(color, -0.03)),
        fill(glass, shift(color, 0.055 if not c.tones.night else 0.04)),
        fill(lit, c.tones.lamp(), 0.85),
    )
    if neon:
        _signs(c, foot, tall)


def _signs(c: Canvas, foot: float, tall: float) -> None:
    """Glowing strips and frames on dark towers."""
    for i in range(15):
        color = _NEON[i % 4] if not c.tones.palette.given else (c.tones.palette.accent, c.tones.palette.light)[i % 2]
        x, y = c.edge(0.4), foot - tall * c.dice.uniform(0.1, 0.62)
        w, h = c.u * c.dice.uniform(12, 20), c.u * c.dice.uniform(60, 130)
        shape = rect(x, y, w, h, w / 2) if i % 3 else rect(x, y, h * 0.8, h * 0.45, 8 * c.u)
        c.middle(
            "neon sign",
            fill(
                rect(
                    x - w * 0.6,
                    y - w * 0.6,
                    (w if i % 3 else h * 0.8) + w * 1.2,
                    (h if i % 3 else h * 0.45) + w * 1.2,
                    w,
                ),
                color,
                0.18,
            ),
            line(shape, color, 3.5 * c.u) if not i % 3 else fill(shape, color),
        )


def houses(c: Canvas, arg: str = "") -> None:
    """A terrace of narrow painted fronts with gables, doors, windows and awnings."""
    p, foot, x = c.tones.palette, c.hy + 0.06 * c.h, c.dice.uniform(-0.08, 0) * c.w
    fronts = [p.far, p.near, mix(p.far, p.accent, 0.35), mix(p.near, p.light, 0.45), mix(p.far, p.light, 0.5)]
    i = c.dice.randrange(5)
    while x < c.w:
        w, h = c.u * c.dice.uniform(130, 215), min(c.hy * 0.8, c.u * c.dice.uniform(270, 430))
        _front(c, x, foot, w, h, c.tones.at(fronts[i % 5], 0.16), i)
        x, i = x + w, i + 1


def _front(c: Canvas, x: float, foot: float, w: float, h: float, color: str, i: int) -> None:
    """One town house."""
    top, trim = foot - h, shift(color, 0.06)
    roof = shift(color, -0.13)
    gable = (
        poly([(x, top), (x + w / 2, top - w * 0.42), (x + w, top)]),
        rect(x, top - w * 0.06, w, w * 0.09),
        poly([(x, top), (x + w * 0.08, top - w * 0.26), (x + w * 0.92, top - w * 0.26), (x + w, top)]),
        poly(
            [
                (x, top),
                (x, top - w * 0.16),
                (x + w * 0.2, top - w * 0.16),
                (x + w * 0.2, top - w * 0.32),
                (x + w * 0.8, top - w * 0.32),
                (x + w * 0.8, top - w * 0.16),
                (x + w, top - w * 0.16),
                (x + w, top),
            ]
        ),
    )[c.dice.randrange(4)]
    shop = c.dice.random() < 0.5
    floors, cols = max(2, round(h / (105 * c.u))), 2 if w < 165 * c.u else 3
    dy = (h * 0.98 - 105 * c.u) / floors
    frames, panes, dark = "", "", ""
    for k in range(floors):
        for j in range(cols):
            px, py = x + w * (j + 0.5) / cols - w * 0.09, top + h * 0.05 + dy * k
            frames += rect(px - w * 0.02, py - w * 0.02, w * 0.22, dy * 0.62 + w * 0.04)
            one = rect(px, py, w * 0.18, dy * 0.62)
            if c.tones.dim and c.dice.random() < 0.5:
                panes += one
            else:
                dark += one
    glass = (
        c.tones.at(mix(c.tones.palette.sky, "#5c7a92", 0.55), 0.1) if not c.tones.palette.given else shift(color, -0.09)
    )
    low, door = foot - 92 * c.u, ""
    parts = [
        fill(rect(x, top, w + 0.6, h), color),
        fill(gable, roof),
        fill(frames, trim),
        fill(dark, glass),
        fill(panes, c.tones.lamp()),
    ]
    if shop:
        parts.append(
            fill(rect(x + w * 0.08, low, w * 0.56, 74 * c.u), c.tones.lamp() if c.tones.dim else shift(glass, 0.08))
        )
        stripes = "".join(rect(x + w * (0.05 + 0.18 * k), low - 22 * c.u, w * 0.09, 30 * c.u) for k in range(5))
        parts += [
            fill(rect(x + w * 0.05, low - 22 * c.u, w * 0.9, 30 * c.u), c.tones.at("#fff8ec", 0.1)),
            fill(stripes, c.tones.at(c.tones.palette.accent, 0.1)),
        ]
        door = rect(x + w * 0.72, low + 4 * c.u, w * 0.19, 90 * c.u)
    else:
        door = arch(x + w * (0.14 if i % 2 else 0.62), low + 2 * c.u, w * 0.24, 92 * c.u)
    c.middle("house", *parts, fill(door, shift(color, -0.17)))


def facades(c: Canvas, arg: str = "") -> None:
    """Large modern blocks with balconies and shop fronts."""
    p, foot, x = c.tones.palette, c.hy + 0.06 * c.h, -0.01 * c.w
    i = c.dice.randrange(3)
    while x < c.w:
        w, h = c.u * c.dice.uniform(210, 330), min(c.hy * 0.92, c.u * c.dice.uniform(330, 520))
        color = c.tones.at((p.near, p.far, mix(p.far, p.light, 0.5))[i % 3], 0.14)
        rows, top = max(3, round(h / (95 * c.u))), foot - h
        dy = (h - 100 * c.u) / rows
        style = c.dice.choice(("bands", "grid", "balcony"))
        glass = shift(color, -0.1)
        wins = lit = slabs = ""
        for k in range(rows):
            y = top + dy * (k + 0.25)
            if style == "bands":
                wins += rect(x + w * 0.07, y, w * 0.86, dy * 0.48)
            else:
                for j in range(4):
                    one = rect(x + w * (0.08 + 0.22 * j), y, w * 0.16, dy * 0.56)
                    lit, wins = (lit + one, wins) if c.tones.dim and c.dice.random() < 0.5 else (lit, wins + one)
            slabs += rect(x + w * 0.04, y + dy * 0.58, w * 0.92, dy * 0.09) if style == "balcony" else ""
        shop = rect(x + w * 0.06, foot - 82 * c.u, w * 0.88, 66 * c.u)
        sign = rect(x + w * 0.06, foot - 100 * c.u, w * 0.88, 18 * c.u)
        c.middle(
            "building",
            fill(rect(x, top, w + 0.6, h), color),
            fill(wins, glass),
            fill(lit, c.tones.lamp(), 0.9),
            fill(slabs, shift(color, 0.06)),
            fill(shop, c.tones.lamp() if c.tones.dim else mix(glass, p.light, 0.3)),
            fill(sign, c.tones.at(p.accent, 0.12)),
        )
        x, i = x + w + c.u * c.dice.choice((0, 0, 26)), i + 1


def alley(c: Canvas, arg: str = "") -> None:
    """Two walls running together, a strip of sky, doors, pipes and a lamp."""
    p = c.tones.palette
    cx, half = c.w * (0.5 + c.dice.uniform(-0.1, 0.1)), 0.11 * c.w
    for side, color in ((-1, p.near), (1, mix(p.near, p.far, 0.4))):
        wall = c.tones.local(shift(color, -0.05 if side == c.side else 0.0))
        edge = -2.0 if side < 0 else c.w + 2
        inner = cx + side * half
        c.middle(
            "wall",
            fill(poly([(edge, -2), (inner, c.hy * 0.3), (inner, c.hy), (edge, c.hy + (c.h - c.hy) * 0.75)]), wall),
        )
        wins, lit = "", ""
        for a, b in ((0.12, 0.3), (0.42, 0.56), (0.66, 0.78)):
            for f, g in ((0.2, 0.36), (0.5, 0.66)):
                xa, xb = edge + (inner - edge) * a, edge + (inner - edge) * b
                pts = []
                for x, k in ((xa, f), (xb, f), (xb, g), (xa, g)):
                    t = (x - edge) / (inner - edge)
                    top, low = c.hy * 0.3 * t, c.hy + (1 - t) * (c.h - c.hy) * 0.75
                    pts.append((x, top + (low - top) * k))
                one = poly(pts)
                lit, wins = (lit + one, wins) if c.tones.dim and c.dice.random() < 0.5 else (lit, wins + one)
        c.middle("windows", fill(wins, shift(wall, -0.08)), fill(lit, c.tones.lamp()))
    end = c.tones.at(p.far, 0.3)
    c.middle(
        "far house",
        fill(rect(cx - half, c.hy * 0.5, half * 2, c.hy * 0.52), end),
        fill(_panes(c, cx - half, c.hy * 0.55, half * 2, c.hy * 0.3, 3, 3, 0.8), shift(end, -0.06)),
    )
    floor = c.tones.local(mix("#a19d9c", p.ground, 0.4))
    c.ground(
        "paving",
        fill(
            poly(
                [
                    (cx - half, c.hy),
                    (cx + half, c.hy),
                    (c.w + 2, c.hy + (c.h - c.hy) * 0.75),
                    (c.w + 2, c.h + 2),
                    (-2, c.h + 2),
                    (-2, c.hy + (c.h - c.hy) * 0.75),
                ]
            ),
            floor,
        ),
    )
    cord, bulbs = [(k / 8 * c.w, c.hy * (0.2 + 0.16 * (1 - abs(k - 4) / 4))) for k in range(9)], ""
    bulbs = "".join(dot(x, y + 9 * c.u, 8 * c.u) for x, y in cord[1:-1])
    c.middle("lights", line(poly(cord, False), c.tones.local("#3d3a4a"), 2.4 * c.u), fill(bulbs, c.tones.lamp()))


def roof(c: Canvas, arg: str = "") -> None:
    """A flat roof with a parapet, a water tank and a chimney."""
    p = c.tones.palette
    base = c.tones.local(mix("#b3a79c", p.ground, 0.4))
    y = c.hy + 0.01 * c.h
    x = c.w * (0.14 if c.side > 0 else 0.8)
    wood, s = c.tones.local(mix(c.tones.wood, p.near, 0.2)), 0.12 * c.h
    tank = poly(
        [(x - s * 0.4, y - s * 0.4), (x + s * 0.4, y - s * 0.4), (x + s * 0.4, y - s * 1.2), (x - s * 0.4, y - s * 1.2)]
    )
    c.middle(
        "water tank",
        line(
            poly([(x - s * 0.3, y), (x - s * 0.3, y - s * 0.4)], False)
            + poly([(x + s * 0.3, y), (x + s * 0.3, y - s * 0.4)], False),
            shift(wood, -0.1),
            7 * c.u,
        ),
        fill(tank, wood),
        fill(poly([(x - s * 0.48, y - s * 1.2), (x, y - s * 1.55), (x + s * 0.48, y - s * 1.2)]), shift(wood, -0.08)),
    )
    slab = "".join(
        poly([(c.w * (0.5 + k * 0.16), y + 0.06 * c.h), (c.w * (0.5 + k * 0.3), c.h)], False) for k in range(-4, 5)
    )
    c.ground(
        "roof",
        c.wall(shift(base, -0.06), y, y + 0.075 * c.h),
        c.wall(shift(base, 0.06), y - 0.012 * c.h, y + 0.01 * c.h),
        c.wall(base, y + 0.06 * c.h),
        line(slab, shift(base, -0.05), 2.4 * c.u),
    )


def cottages(c: Canvas, arg: str = "") -> None:
    """A few country houses of different sizes near the horizon, off the middle."""
    p = c.tones.palette
    for k, x in enumerate(
        sorted((c.edge(0.36) for _ in range(c.dice.choice((2, 3, 4)))), key=lambda v: -abs(v - c.w / 2))
    ):
        w = c.u * c.dice.uniform(85, 140)
        wall = c.tones.at(("#f6ead7", p.light, mix(p.far, p.light, 0.5))[k % 3], 0.15)
        roofs = c.tones.at(mix(p.accent, "#a8513d", 0.0 if p.given else 0.4), 0.18)
        c.middle("cottage", cottage(c, x, c.hy + 0.035 * c.h, w, wall, roofs))


def cottage(c: Canvas, x: float, y: float, w: float, wall: str, roofs: str) -> str:
    h = w * c.dice.uniform(0.5, 0.65)
    a, b = x - w / 2, x + w / 2
    top = y - h
    roof_ = (
        poly([(a - w * 0.07, top), (a + w * 0.16, top - w * 0.4), (b - w * 0.16, top - w * 0.4), (b + w * 0.07, top)])
        if c.dice.random() < 0.5
        else poly([(a - w * 0.07, top), (x, top - w * 0.46), (b + w * 0.07, top)])
    )
    glass = c.tones.lamp() if c.tones.dim else shift(wall, -0.25, 0.6)
    wins = rect(a + w * 0.12, top + h * 0.28, w * 0.18, h * 0.3) + rect(b - w * 0.3, top + h * 0.28, w * 0.18, h * 0.3)
    shade = rect(x if c.side < 0 else a, top, w / 2, h)
    chimney = rect(x + w * 0.2, top - w * 0.5, w * 0.1, w * 0.3)
    return (
        fill(chimney, shift(roofs, -0.08))
        + fill(rect(a, top, w, h), wall)
        + fill(shade, shift(wall, -0.035))
        + fill(roof_, roofs)
        + fill(wins, glass)
        + fill(rect(x - w * 0.08, y - h * 0.55, w * 0.16, h * 0.55, 2), shift(roofs, -0.12))
        + (
            fill(scallop(c.dice, a - w * 0.08, top + h * 0.02, w * 1.16, h * 0.12, 6), c.tones.local("#ffffff"))
            if c.tones.snowy and not c.tones.palette.given
            else ""
        )
    )


def string_lights(c: Canvas, arg: str = "") -> None:
    """Garlands of bulbs across the top."""
    for k in range(2):
        y, sag = c.h * (0.06 + 0.09 * k), 0.09 * c.h
        cord = [(i / 12 * c.w, y + sag * (1 - (i % 6 / 3 - 1) ** 2)) for i in range(13)]
        bulbs = "".join(dot(x, yy + 10 * c.u, 8 * c.u) for x, yy in cord)
        halo = "".join(dot(x, yy + 10 * c.u, 20 * c.u) for x, yy in cord) if c.tones.dim else ""
        c.middle(
            "string lights",
            line(poly(cord, False), c.tones.local("#4a4658"), 2.4 * c.u),
            fill(halo, c.tones.lamp(), 0.2),
            fill(bulbs, c.tones.lamp() if lch(c.tones.sky[1]).L < 0.8 else c.tones.local(c.tones.palette.accent)),
        )
