"""Roads, streets and pavements."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import ellipse, fill, line, poly, rect
from gouache.engines.composer.scenery.plants import tree

_NEON = ("#ff4fc8", "#3fe0ff", "#ffd24a", "#9b6bff")


def street(c: Canvas, arg: str = "") -> None:
    """Pavement, kerb and a lane to stand on; `park` has a strip of green instead of the far pavement."""
    asphalt = c.tones.local(mix("#62656f", c.tones.palette.far, 0.22))
    far = c.tones.local(mix("#c9c4bd", c.tones.palette.ground, 0.5) if arg != "park" else c.tones.grass)
    if c.tones.snowy and not c.tones.palette.given:
        far = c.tones.local("#eef3f8")
    room = c.h - c.hy
    kerb, foot = c.hy + room * 0.24, c.h - room * (0.14 if c.dice.random() < 0.5 else 0.0)
    c.ground("pavement", c.wall(far, c.hy + 0.04 * c.h), c.wall(shift(far, -0.08), kerb, kerb + 0.014 * c.h))
    c.ground("road", c.wall(asphalt, kerb + 0.014 * c.h), c.wall(shift(asphalt, 0.025), c.gy - 0.02 * c.h, foot))
    mid, t = kerb + (foot - kerb) * 0.36, room * 0.022
    dash, n = "", 7
    for k in range(n):
        x = c.w * (k + 0.25) / n
        dash += poly(
            [(x + 0.004 * c.w, mid), (x + 0.075 * c.w, mid), (x + 0.07 * c.w, mid + t), (x - 0.004 * c.w, mid + t)]
        )
    c.ground("lane marks", fill(dash, c.tones.local("#f1ede2")))
    if foot < c.h:
        c.ground("near pavement", c.wall(shift(far, 0.02), foot), c.wall(shift(far, -0.1), foot, foot + 0.012 * c.h))
    if c.dice.random() < 0.35:
        x0, step = c.w * c.dice.choice((0.06, 0.74)), 0.042 * c.w
        bars = "".join(
            poly(
                [
                    (x0 + step * k, kerb + 0.02 * c.h),
                    (x0 + step * (k + 0.5), kerb + 0.02 * c.h),
                    (x0 + step * (k * 1.15 + 0.55), foot),
                    (x0 + step * (k * 1.15 - 0.05), foot),
                ]
            )
            for k in range(5)
        )
        c.ground("crossing", fill(bars, c.tones.local("#f1ede2"), 0.85))


def lamps(c: Canvas, arg: str = "") -> None:
    """Two or three street lamps, lit when it is dark."""
    dark = c.tones.local("#3d4457")
    y, h = c.hy + (c.gy - c.hy) * 0.42, min(0.36 * c.h, 0.8 * c.hy)
    kind = c.dice.randrange(2)
    for x in (0.1, 0.9) if c.w < 1.3 * c.h else (0.08, 0.5, 0.92):
        px, s = x * c.w, 1 if x < 0.5 else -1
        head = (px + (s * 0.055 * c.h if kind else 0), y - h)
        pole = poly([(px, y), (px, y - h)], False) + (poly([(px, y - h), head], False) if kind else "")
        bulb = ellipse(
            head[0],
            head[1] + (0.008 * c.h if kind else -0.008 * c.h),
            0.018 * c.h,
            0.012 * c.h if kind else 0.018 * c.h,
        )
        glow = (
            (
                fill(ellipse(head[0], head[1], 0.08 * c.h), c.tones.lamp(), 0.16)
                + fill(ellipse(head[0], head[1], 0.045 * c.h), c.tones.lamp(), 0.25)
            )
            if c.tones.dim
            else ""
        )
        c.middle(
            "street lamp",
            glow,
            line(pole, dark, 6 * c.u),
            fill(rect(px - 9 * c.u, y - 16 * c.u, 18 * c.u, 16 * c.u, 3 * c.u), dark),
            fill(bulb, c.tones.lamp() if c.tones.dim else c.tones.local("#fff6dc")),
        )


def street_trees(c: Canvas, arg: str = "") -> None:
    """Trees in a row along the pavement."""
    bare = c.tones.snowy and not c.tones.palette.given
    y = c.hy + (c.gy - c.hy) * 0.36
    for x in c.dice.choice(((0.07, 0.93), (0.05, 0.24, 0.95), (0.06, 0.78, 0.95))):
        c.middle(
            "street tree",
            tree(
                c, "bare" if bare else c.dice.choice(("oval", "round")), x * c.w, y, min(0.36 * c.h, 0.85 * c.hy), 0.05
            ),
        )


def highway(c: Canvas, arg: str = "") -> None:
    """A road across the page to drive on."""
    asphalt = c.tones.local(mix("#5f636e", c.tones.palette.far, 0.2))
    room = c.h - c.hy
    top, foot = c.hy + room * c.dice.uniform(0.24, 0.32), c.h - room * c.dice.uniform(0.06, 0.16)
    soil = shift(asphalt, 0.14, 0.8)
    mid, t = top + (foot - top) * 0.34, room * 0.024
    dash = "".join(
        poly(
            [
                (c.w * (k + 0.2) / 6, mid),
                (c.w * (k + 0.68) / 6, mid),
                (c.w * (k + 0.65) / 6, mid + t),
                (c.w * (k + 0.16) / 6, mid + t),
            ]
        )
        for k in range(6)
    )
    c.ground(
        "road",
        c.wall(soil, top - 0.012 * c.h, min(c.h, foot + 0.016 * c.h)),
        c.wall(asphalt, top, foot),
        fill(
            rect(-2, top + 0.01 * c.h, c.w + 4, 0.005 * c.h) + rect(-2, foot - 0.018 * c.h, c.w + 4, 0.007 * c.h),
            c.tones.local("#f1ede2"),
            0.85,
        ),
        fill(dash, c.tones.local("#f6d873" if c.dice.random() < 0.5 else "#f1ede2")),
    )


def crossroad(c: Canvas, arg: str = "") -> None:
    """A road running away from us to the horizon."""
    asphalt = c.tones.local(mix("#5f636e", c.tones.palette.far, 0.2))
    vx, y0 = c.w * (0.5 + c.dice.uniform(-0.16, 0.16)), c.hy + 0.025 * c.h
    d = poly([(vx - 0.018 * c.w, y0), (vx + 0.018 * c.w, y0), (c.w * 0.98, c.h + 2), (c.w * 0.02, c.h + 2)])
    marks = ""
    for k in range(6):
        a, b = (k / 6) ** 1.7, ((k + 0.5) / 6) ** 1.7
        ya, yb = y0 + (c.h - y0) * a, y0 + (c.h - y0) * b
        xa, xb = vx + (c.w * 0.5 - vx) * a, vx + (c.w * 0.5 - vx) * b
        marks += poly(
            [
                (xa - 0.011 * c.w * a - 1, ya),
                (xa + 0.011 * c.w * a + 1, ya),
                (xb + 0.011 * c.w * b + 1, yb),
                (xb - 0.011 * c.w * b - 1, yb),
            ]
        )
    edges = poly([(vx - 0.016 * c.w, y0), (0.07 * c.w, c.h), (0.045 * c.w, c.h), (vx - 0.0172 * c.w, y0)]) + poly(
        [(vx + 0.016 * c.w, y0), (0.93 * c.w, c.h), (0.955 * c.w, c.h), (vx + 0.0172 * c.w, y0)]
    )
    c.ground(
        "road", fill(d, asphalt), fill(edges, c.tones.local("#f1ede2"), 0.8), fill(marks, c.tones.local("#f1ede2"))
    )


def neon_street(c: Canvas, arg: str = "") -> None:
    """A wet dark street with coloured reflections."""
    base = mix(c.tones.sky[0], "#0c0a24", 0.55)
    colors = _NEON if not c.tones.palette.given else (c.tones.palette.accent, c.tones.palette.light)
    c.ground(
        "street",
        c.wall(base, c.hy + 0.03 * c.h),
        c.wall(shift(base, 0.03), c.hy + 0.03 * c.h, c.hy + 0.03 * c.h + (c.h - c.hy) * 0.16),
    )
    for i, color in enumerate(colors):
        d = "".join(
            rect(
                c.w * c.dice.random(),
                c.hy + (c.h - c.hy) * c.dice.uniform(0.2, 0.9),
                c.u * c.dice.uniform(40, 170),
                c.u * c.dice.uniform(3, 8),
                4 * c.u,
            )
            for _ in range(6)
        )
        c.ground("reflections", fill(d, color, 0.4 - 0.04 * i))
    grid = "".join(
        poly([(c.w * (0.5 + k * 0.08), c.hy + 0.05 * c.h), (c.w * (0.5 + k * 0.3), c.h)], False) for k in range(-5, 6)
    )
    c.ground("street lines", line(grid, colors[0], 1.6 * c.u, 0.3))


def quay(c: Canvas, arg: str = "") -> None:
    """A stone edge to stand on, with a railing."""
    base = c.tones.local(mix("#c2b8aa", c.tones.palette.ground, 0.5))
    y = c.hy + (c.gy - c.hy) * 0.5
    rail = (
        "".join(rect(k / 12 * c.w, y - 0.055 * c.h, 5 * c.u, 0.06 * c.h) for k in range(13))
        + rect(-2, y - 0.06 * c.h, c.w + 4, 6 * c.u)
        + rect(-2, y - 0.03 * c.h, c.w + 4, 4 * c.u)
    )
    c.ground(
        "quay",
        c.wall(base, y),
        c.wall(shift(base, -0.09), y, y + 0.02 * c.h),
        fill(rail, c.tones.local(c.tones.palette.near)),
    )
