"""Single trees as markup: a foot at (x, y), a height, a crown and a trunk colour."""

from __future__ import annotations

from gouache.engines.composer.color import shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import (
    blob,
    dot,
    ellipse,
    fill,
    line,
    poly,
    rect,
    scallop,
)


def _trunk(c: Canvas, x: float, y: float, w: float, h: float, color: str) -> str:
    d = (
        f"M{x - w * 0.75:.1f} {y:.1f}"
        f"Q{x - w * 0.4:.1f} {y - h * 0.3:.1f} {x - w * 0.36:.1f} {y - h:.1f}"
        f"L{x + w * 0.36:.1f} {y - h:.1f}"
        f"Q{x + w * 0.4:.1f} {y - h * 0.3:.1f} {x + w * 0.75:.1f} {y:.1f}Z"
    )
    return fill(d, color)


def round_tree(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A broad crown with a lit lobe."""
    r, s = h * 0.32, c.side
    crown = blob(c.dice, x, y - h * 0.66, r * 1.04, r * 1.08, 10, 0.07)
    lit = blob(c.dice, x + s * r * 0.3, y - h * 0.76, r * 0.58, r * 0.56, 8, 0.08)
    under_ = blob(c.dice, x - s * r * 0.22, y - h * 0.5, r * 0.72, r * 0.48, 8, 0.06)
    return (
        _trunk(c, x, y, h * 0.055, h * 0.5, wood)
        + fill(crown, green)
        + fill(under_, shift(green, -0.045))
        + fill(lit, shift(green, 0.05))
    )


def oval_tree(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A smooth oval crown, half in shade, with the trunk drawn into it."""
    rx, ry, s = h * 0.2, h * 0.4, -c.side
    cy = y - h * 0.58
    half = (
        f"M{x:.1f} {cy - ry:.1f}"
        f"C{x + s * rx * 0.55:.1f} {cy - ry:.1f} {x + s * rx:.1f} {cy - ry * 0.55:.1f} {x + s * rx:.1f} {cy:.1f}"
        f"C{x + s * rx:.1f} {cy + ry * 0.55:.1f} {x + s * rx * 0.55:.1f} {cy + ry:.1f} {x:.1f} {cy + ry:.1f}Z"
    )
    twigs = (
        poly([(x, y - h * 0.72), (x, y - h * 0.2)], False)
        + poly([(x, y - h * 0.42), (x + rx * 0.5, y - h * 0.56)], False)
        + poly([(x, y - h * 0.34), (x - rx * 0.5, y - h * 0.47)], False)
    )
    return (
        _trunk(c, x, y, h * 0.035, h * 0.22, wood)
        + fill(ellipse(x, cy, rx, ry), green)
        + fill(half, shift(green, -0.045))
        + line(twigs, wood, h * 0.016)
    )


def poplar(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A tall slim flame."""
    w = h * 0.13
    d = (
        f"M{x:.1f} {y - h:.1f}"
        f"C{x + w * 1.1:.1f} {y - h * 0.75:.1f} {x + w * 1.3:.1f} {y - h * 0.1:.1f} {x:.1f} {y - h * 0.06:.1f}"
    )
    left = d + f"C{x - w * 1.3:.1f} {y - h * 0.1:.1f} {x - w * 1.1:.1f} {y - h * 0.75:.1f} {x:.1f} {y - h:.1f}Z"
    s = -c.side
    half = (
        f"M{x:.1f} {y - h:.1f}"
        f"C{x + s * w * 1.1:.1f} {y - h * 0.75:.1f} {x + s * w * 1.3:.1f} {y - h * 0.1:.1f} {x:.1f} {y - h * 0.06:.1f}Z"
    )
    return _trunk(c, x, y, h * 0.03, h * 0.1, wood) + fill(left, green) + fill(half, shift(green, -0.045))


def pine(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """Three tiers, one flank in shade, snow on it in winter."""
    s, snow = -c.side, c.tones.snowy
    body, shade, white = "", "", ""
    for foot, top, w in ((0.1, 0.52, 0.4), (0.32, 0.76, 0.32), (0.56, 1.0, 0.22)):
        a, b, half = y - h * foot, y - h * top, h * w / 2
        body += (
            f"M{x:.1f} {b:.1f}Q{x + half * 0.4:.1f} {(a + b) / 2:.1f} {x + half:.1f} {a:.1f}"
            f"Q{x:.1f} {a + h * 0.045:.1f} {x - half:.1f} {a:.1f}"
            f"Q{x - half * 0.4:.1f} {(a + b) / 2:.1f} {x:.1f} {b:.1f}Z"
        )
        shade += (
            f"M{x:.1f} {b:.1f}Q{x + s * half * 0.4:.1f} {(a + b) / 2:.1f} {x + s * half:.1f} {a:.1f}"
            f"Q{x + s * half * 0.5:.1f} {a + h * 0.03:.1f} {x:.1f} {a + h * 0.022:.1f}Z"
        )
        if snow:
            k = 0.45
            white += (
                f"M{x:.1f} {b:.1f}"
                f"Q{x + half * k * 0.35:.1f} {b + (a - b) * k * 0.6:.1f}"
                f" {x + half * k:.1f} {b + (a - b) * (k + 0.1):.1f}"
                f"L{x + half * 0.1:.1f} {b + (a - b) * k * 0.85:.1f}"
                f"L{x - half * 0.14:.1f} {b + (a - b) * (k + 0.08):.1f}"
                f"L{x - half * k:.1f} {b + (a - b) * k:.1f}"
                f"Q{x - half * k * 0.35:.1f} {b + (a - b) * k * 0.6:.1f} {x:.1f} {b:.1f}Z"
            )
    return (
        _trunk(c, x, y, h * 0.045, h * 0.14, wood)
        + fill(body, green)
        + fill(shade, shift(green, -0.04))
        + fill(white, c.tones.local("#f7fbff"))
    )


def birch(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """White trunk with dark marks and a light airy crown."""
    w = h * 0.04
    marks = "".join(rect(x - w / 2, y - h * k, w * 0.55, h * 0.008) for k in (0.1, 0.2, 0.27, 0.38, 0.46))
    crown = blob(c.dice, x, y - h * 0.7, h * 0.2, h * 0.29, 11, 0.09)
    lit = blob(c.dice, x + c.side * h * 0.05, y - h * 0.78, h * 0.1, h * 0.14, 8, 0.1)
    return (
        fill(rect(x - w / 2, y - h * 0.6, w, h * 0.6), c.tones.local("#f3efe6"))
        + fill(marks, c.tones.local("#4a4540"))
        + fill(crown, green)
        + fill(lit, shift(green, 0.05))
    )


def palm(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A bowed trunk and a crown of hanging fronds."""
    lean = h * c.dice.uniform(0.1, 0.24) * (1 if x < c.w / 2 else -1)
    tx, ty, w = x + lean, y - h * 0.8, h * 0.03
    trunk = (
        f"M{x - w:.1f} {y:.1f}Q{x + lean * 0.15:.1f} {y - h * 0.5:.1f} {tx - w * 0.5:.1f} {ty:.1f}"
        f"L{tx + w * 0.5:.1f} {ty:.1f}"
        f"Q{x + lean * 0.15 + w * 2:.1f} {y - h * 0.48:.1f} {x + w * 1.2:.1f} {y:.1f}Z"
    )
    dark, lit = "", ""
    for i, (dx, dy) in enumerate(
        (
            (-0.36, 0.1),
            (0.36, 0.12),
            (-0.28, -0.1),
            (0.3, -0.08),
            (-0.08, -0.2),
            (0.16, -0.17),
            (-0.2, 0.24),
            (0.2, 0.25),
        )
    ):
        ex, ey = tx + dx * h, ty + dy * h
        mx, my = (tx + ex) / 2, min(ty, ey) - h * 0.1
        frond = (
            f"M{tx:.1f} {ty:.1f}Q{mx:.1f} {my - h * 0.02:.1f} {ex:.1f} {ey:.1f}"
            f"Q{mx:.1f} {my + h * 0.085:.1f} {tx:.1f} {ty + h * 0.02:.1f}Z"
        )
        if i in (6, 7, 0, 1):
            dark += frond
        else:
            lit += frond
    nuts = "".join(dot(tx + k * h * 0.022, ty + h * 0.025, h * 0.017) for k in (-1, 0.2, 1.2))
    return fill(trunk, wood) + fill(dark, shift(green, -0.055)) + fill(lit, green) + fill(nuts, shift(wood, -0.08))


def acacia(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A forked trunk under flat layered crowns."""
    fork = poly(
        [
            (x - h * 0.03, y),
            (x - h * 0.014, y - h * 0.4),
            (x - h * 0.26, y - h * 0.74),
            (x - h * 0.23, y - h * 0.75),
            (x, y - h * 0.52),
            (x + h * 0.1, y - h * 0.78),
            (x + h * 0.13, y - h * 0.77),
            (x + h * 0.026, y - h * 0.4),
            (x + h * 0.035, y),
        ]
    )
    crowns = scallop(c.dice, x - h * 0.5, y - h * 0.7, h * 0.62, h * 0.16, 6) + scallop(
        c.dice, x - h * 0.16, y - h * 0.74, h * 0.66, h * 0.2, 6
    )
    low = scallop(c.dice, x - h * 0.36, y - h * 0.695, h * 0.4, h * 0.07, 5) + scallop(
        c.dice, x - h * 0.04, y - h * 0.735, h * 0.46, h * 0.08, 5
    )
    return fill(fork, wood) + fill(crowns, green) + fill(low, shift(green, -0.05))


def bare_tree(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """Branches only."""
    d = "".join(
        poly(p, False)
        for p in (
            [(x, y), (x + h * 0.02, y - h * 0.45), (x - h * 0.02, y - h * 0.95)],
            [(x + h * 0.015, y - h * 0.4), (x + h * 0.2, y - h * 0.66), (x + h * 0.22, y - h * 0.86)],
            [(x + h * 0.02, y - h * 0.5), (x - h * 0.17, y - h * 0.68), (x - h * 0.26, y - h * 0.84)],
            [(x + h * 0.12, y - h * 0.55), (x + h * 0.3, y - h * 0.62)],
            [(x - h * 0.1, y - h * 0.61), (x - h * 0.28, y - h * 0.64)],
            [(x, y - h * 0.7), (x + h * 0.08, y - h * 0.88)],
        )
    )
    return line(d, wood, h * 0.026) + _trunk(c, x, y, h * 0.05, h * 0.45, wood)


def willow(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """Hanging strands under a dome."""
    crown, strands = ellipse(x, y - h * 0.68, h * 0.32, h * 0.26), ""
    for i in range(9):
        sx = x + h * (i - 4) * 0.075
        drop = h * c.dice.uniform(0.34, 0.56)
        strands += rect(sx - h * 0.038, y - h * 0.72, h * 0.076, drop, h * 0.038)
    return _trunk(c, x, y, h * 0.07, h * 0.5, wood) + fill(strands, shift(green, -0.04)) + fill(crown, green)


def cypress(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    return poplar(c, x, y, h, shift(green, -0.05), wood)


def lollipop(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A sweet on a stick, ringed."""
    r, color = h * 0.24, c.dice.choice((c.tones.palette.accent, c.tones.palette.near, c.tones.palette.far))
    color = c.tones.local(color)
    rings = "".join(
        fill(ellipse(x, y - h * 0.72, r * k), shift(color, s))
        for k, s in ((1, 0), (0.74, 0.07), (0.48, 0), (0.22, 0.07))
    )
    return fill(rect(x - h * 0.018, y - h * 0.6, h * 0.036, h * 0.6), c.tones.local("#ffffff")) + rings


def toadstool(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A giant mushroom."""
    cap = c.tones.local(c.dice.choice((c.tones.palette.accent, c.tones.palette.near)))
    w = h * 0.52
    dome = (
        f"M{x - w / 2:.1f} {y - h * 0.55:.1f}"
        f"C{x - w / 2:.1f} {y - h * 1.12:.1f} {x + w / 2:.1f} {y - h * 1.12:.1f} {x + w / 2:.1f} {y - h * 0.55:.1f}"
        f"Q{x:.1f} {y - h * 0.47:.1f} {x - w / 2:.1f} {y - h * 0.55:.1f}Z"
    )
    spots = (
        ellipse(x - w * 0.2, y - h * 0.72, w * 0.07)
        + ellipse(x + w * 0.1, y - h * 0.84, w * 0.085)
        + ellipse(x + w * 0.27, y - h * 0.66, w * 0.055)
    )
    return (
        _trunk(c, x, y, h * 0.13, h * 0.58, c.tones.local("#f6ead8"))
        + fill(dome, cap)
        + fill(spots, c.tones.local("#fff6ea"))
    )


def saguaro(c: Canvas, x: float, y: float, h: float, green: str, wood: str) -> str:
    """A column cactus with two arms."""
    t = h * 0.15
    g = c.tones.local("#4d8a62" if not c.tones.palette.given else c.tones.palette.near)
    arms = poly([(x - h * 0.24, y - h * 0.68), (x - h * 0.24, y - h * 0.45), (x, y - h * 0.4)], False) + poly(
        [(x + h * 0.24, y - h * 0.8), (x + h * 0.24, y - h * 0.56), (x, y - h * 0.5)], False
    )
    ribs = poly([(x - t * 0.2, y - h * 0.04), (x - t * 0.2, y - h * 0.92)], False) + poly(
        [(x + t * 0.2, y - h * 0.04), (x + t * 0.2, y - h * 0.92)], False
    )
    return (
        line(arms, g, t * 0.72) + fill(rect(x - t / 2, y - h, t, h, t / 2), g) + line(ribs, shift(g, -0.06), t * 0.09)
    )
