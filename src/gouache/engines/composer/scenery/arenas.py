"""Places to watch and play: grandstands, tracks, stadiums, playgrounds, tents."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import dot, ellipse, fill, line, poly, rect, scallop, under
from gouache.engines.composer.scenery.structures import aside


def grandstand(c: Canvas, arg: str = "") -> None:
    """A stand with a roof and rows of spectators."""
    top, foot = c.hy - 0.2 * c.h, c.hy + 0.04 * c.h
    frame = c.tones.at(c.tones.palette.near, 0.2)
    roof = poly(
        [(-4, top - 0.02 * c.h), (c.w + 4, top - 0.065 * c.h), (c.w + 4, top - 0.03 * c.h), (-4, top + 0.02 * c.h)]
    )
    posts = "".join(rect(x * c.w, top - 0.04 * c.h, 7 * c.u, foot - top) for x in (0.03, 0.2, 0.4, 0.6, 0.8, 0.97))
    c.middle(
        "grandstand",
        fill(
            poly([(-4, top + 0.05 * c.h), (c.w + 4, top + 0.05 * c.h), (c.w + 4, foot), (-4, foot)]),
            shift(frame, -0.05),
        ),
    )
    crowd(c, top + 0.06 * c.h, foot - 0.03 * c.h, 5)
    c.middle(
        "stand roof",
        fill(posts, shift(frame, 0.04)),
        fill(roof, c.tones.at(c.tones.palette.accent, 0.1)),
        fill(rect(-4, foot - 0.026 * c.h, c.w + 8, 0.03 * c.h), c.tones.at("#f4f1ea", 0.1)),
    )


def crowd(c: Canvas, top: float, foot: float, rows: int) -> None:
    """Spectators as rows of heads and shoulders in a few muted colours."""
    p = c.tones.palette
    colors = [c.tones.at(x, 0.28) for x in (p.accent, p.far, p.light, mix(p.near, p.accent, 0.5))]
    data, heads = ["", "", "", ""], ""
    dy = (foot - top) / rows
    n = max(12, round(c.w / (c.u * 34)))
    for r in range(rows):
        for i in range(n):
            x, y = (i + 0.5 + (0.5 if r % 2 else 0) + c.dice.uniform(-0.2, 0.2)) * c.w / n, top + dy * (r + 1)
            s = min(dy * 0.62, c.u * 15)
            data[c.dice.randrange(4)] += f"M{x - s:.1f} {y:.1f}Q{x:.1f} {y - s * 1.9:.1f} {x + s:.1f} {y:.1f}Z"
            heads += f"M{x - s * 0.5:.1f} {y - s:.1f}Q{x:.1f} {y - s * 2.5:.1f} {x + s * 0.5:.1f} {y - s:.1f}Z"
    c.middle(
        "crowd",
        fill(heads, c.tones.at("#d9a37f" if not p.given else p.light, 0.25)),
        *(fill(d, k) for d, k in zip(data, colors, strict=True)),
    )


def track(c: Canvas, arg: str = "") -> None:
    """Racing asphalt with a striped kerb and a grass verge."""
    room = c.h - c.hy
    y = c.hy + room * 0.27
    asphalt = c.tones.local(mix("#5a5d68", c.tones.palette.far, 0.15))
    n = 16
    red = "".join(
        poly(
            [
                (c.w * k / n, y),
                (c.w * (k + 1) / n, y),
                (c.w * (k + 1) / n - 8 * c.u, y + 0.022 * c.h),
                (c.w * k / n - 8 * c.u, y + 0.022 * c.h),
            ]
        )
        for k in range(0, n + 1, 2)
    )
    c.ground("verge", c.wall(c.tones.local(c.tones.grass), c.hy + 0.03 * c.h))
    c.ground(
        "track",
        c.wall(asphalt, y),
        c.wall(c.tones.local("#f7f3ea"), y, y + 0.022 * c.h),
        fill(red, c.tones.local("#d8433c" if not c.tones.palette.given else c.tones.palette.accent)),
    )
    grid = "".join(
        rect(c.w * x, y + room * 0.2, 0.1 * c.w, 5 * c.u) + rect(c.w * x, y + room * 0.2, 5 * c.u, 0.05 * c.h)
        for x in (0.1, 0.4, 0.7)
    )
    marks = "".join(
        poly(
            [
                (c.w * (k + 0.3) / 5, c.h - room * 0.12),
                (c.w * (k + 0.8) / 5, c.h - room * 0.12),
                (c.w * (k + 0.78) / 5, c.h - room * 0.1),
                (c.w * (k + 0.27) / 5, c.h - room * 0.1),
            ]
        )
        for k in range(5)
    )
    c.ground("track marks", fill(grid + marks, c.tones.local("#f7f3ea"), 0.85))


def bowl(c: Canvas, arg: str = "") -> None:
    """Inside a stadium: tiers of spectators, floodlights, a mown pitch."""
    rim, foot = c.hy * 0.42, c.hy
    frame = c.tones.at(c.tones.palette.near, 0.25)
    line_ = [(x / 8 * c.w, rim + 0.05 * c.h * math.sin(math.pi * x / 8)) for x in range(-1, 10)]
    c.middle("stands", fill(under(line_, foot), shift(frame, -0.04)))
    crowd(c, rim + 0.06 * c.h, foot - 0.05 * c.h, 7)
    boards = "".join(rect(c.w * k / 6 + 3 * c.u, foot - 0.04 * c.h, c.w / 6 - 6 * c.u, 0.04 * c.h) for k in range(6))
    c.middle(
        "boards",
        fill(rect(-2, foot - 0.045 * c.h, c.w + 4, 0.05 * c.h), c.tones.local("#f4f1ea")),
        fill(boards, c.tones.local(c.tones.palette.accent)),
    )
    for x in (0.08, 0.92):
        lamps = "".join(
            dot(c.w * x + (i - 1.5) * 17 * c.u, rim - 0.12 * c.h + k * 17 * c.u, 7 * c.u)
            for i in range(4)
            for k in range(2)
        )
        c.middle(
            "floodlight",
            line(poly([(c.w * x, rim + 0.05 * c.h), (c.w * x, rim - 0.1 * c.h)], False), frame, 8 * c.u),
            fill(ellipse(c.w * x, rim - 0.11 * c.h, 0.09 * c.w, 0.07 * c.h), "#fffbe0", 0.18),
            fill(lamps, "#fffbe8"),
        )
    grass = c.tones.local(mix("#6fae55", c.tones.grass, 0.4))
    stripes = "".join(
        poly(
            [
                (c.w * (0.5 + (k - 5) * 0.12), c.hy),
                (c.w * (0.5 + (k - 4) * 0.12), c.hy),
                (c.w * (0.5 + (k - 4) * 0.24), c.h),
                (c.w * (0.5 + (k - 5) * 0.24), c.h),
            ]
        )
        for k in range(0, 10, 2)
    )
    lines = poly([(0, c.hy + 0.045 * c.h), (c.w, c.hy + 0.045 * c.h)], False) + ellipse(
        c.w / 2, c.gy, 0.3 * c.w, (c.h - c.hy) * 0.2
    )
    c.ground(
        "pitch",
        c.wall(grass, c.hy),
        fill(stripes, shift(grass, 0.03)),
        line(lines, c.tones.local("#f8f6ee"), 4 * c.u, 0.85),
    )


def play(c: Canvas, arg: str = "") -> None:
    """A swing on one side and a slide on the other."""
    p = c.tones.palette
    y, s = c.hy + (c.gy - c.hy) * 0.5, 0.26 * c.h * min(1.0, c.w / c.h + 0.2)
    a, b = c.tones.local(p.accent), c.tones.local(mix(p.near, "#4a7fd0", 0.0 if p.given else 0.5))
    x = 0.16 * c.w
    swing = poly([(x - s * 0.5, y), (x - s * 0.36, y - s), (x + s * 0.36, y - s), (x + s * 0.5, y)], False)
    ropes = "".join(poly([(x + s * k, y - s), (x + s * (k + 0.02), y - s * 0.3)], False) for k in (-0.13, 0.11))
    c.middle(
        "swing",
        line(swing, a, 9 * c.u),
        line(ropes, c.tones.local("#6a6672"), 3 * c.u),
        fill(rect(x - s * 0.17, y - s * 0.32, s * 0.34, s * 0.05, 4), b),
    )
    x = 0.84 * c.w
    slide = (
        f"M{x + s * 0.2:.1f} {y - s * 0.92:.1f}"
        f"C{x - s * 0.1:.1f} {y - s * 0.8:.1f} {x - s * 0.2:.1f}"
        f" {y - s * 0.1:.1f} {x - s * 0.62:.1f} {y - s * 0.05:.1f}"
    )
    ladder = (
        poly([(x + s * 0.24, y), (x + s * 0.24, y - s * 1.15)], False)
        + poly([(x + s * 0.44, y), (x + s * 0.36, y - s * 1.15)], False)
        + "".join(poly([(x + s * 0.24, y - s * k), (x + s * 0.41, y - s * k)], False) for k in (0.2, 0.4, 0.6, 0.8))
    )
    c.middle("slide", line(ladder, b, 7 * c.u), line(slide, a, 26 * c.u), line(slide, shift(a, 0.09), 12 * c.u))


def marquee(c: Canvas, arg: str = "") -> None:
    """Striped tents with pennants."""
    p = c.tones.palette
    for k, x in enumerate((aside(c, 0.3, 0.4), c.w - aside(c, 0.36, 0.44))):
        s, y = c.u * (250 - 50 * k), c.hy + 0.04 * c.h
        a, b = c.tones.at(p.accent, 0.12), c.tones.at("#fff6ea", 0.1)
        parts = [fill(rect(x - s * 0.42, y - s * 0.42, s * 0.84, s * 0.42), b)]
        parts.append(
            fill("".join(rect(x - s * 0.42 + s * 0.168 * i, y - s * 0.42, s * 0.084, s * 0.42) for i in range(5)), a)
        )
        parts.append(fill(poly([(x - s * 0.5, y - s * 0.4), (x, y - s * 0.95), (x + s * 0.5, y - s * 0.4)]), b))
        parts.append(
            fill(
                "".join(
                    poly(
                        [
                            (x, y - s * 0.95),
                            (x - s * 0.5 + s * 0.2 * i, y - s * 0.4),
                            (x - s * 0.4 + s * 0.2 * i, y - s * 0.4),
                        ]
                    )
                    for i in range(5)
                ),
                a,
            )
        )
        parts.append(fill(scallop(c.dice, x - s * 0.5, y - s * 0.4, s, -s * 0.06, 10), a))
        parts.append(
            fill(poly([(x, y - s * 1.16), (x + s * 0.15, y - s * 1.1), (x, y - s * 1.04)]), c.tones.at(p.near, 0.1))
            + line(poly([(x, y - s * 0.94), (x, y - s * 1.16)], False), b, 4 * c.u)
        )
        c.middle("tent", *parts)
