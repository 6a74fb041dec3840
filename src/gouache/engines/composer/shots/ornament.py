"""Ornaments: plain shapes as path data or markup."""

from __future__ import annotations

import math
import random

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.svg import num, tag


def polygon(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "Z"


def star(center: Point, radius: float, points: int = 5, inner: float = 0.42) -> str:
    """Path data of a star, one point up."""
    angles = ((i * math.pi / points, radius if i % 2 == 0 else radius * inner) for i in range(2 * points))
    return polygon([(center.x + r * math.sin(a), center.y - r * math.cos(a)) for a, r in angles])


def regular(center: Point, radius: float, sides: int) -> str:
    turns = (2 * math.pi * i / sides for i in range(sides))
    return polygon([(center.x + radius * math.sin(a), center.y - radius * math.cos(a)) for a in turns])


def burst(center: Point, reach: float, rays: int, share: float = 0.5, turn: float = 0.0) -> str:
    """Rays from a point outwards; `share` of the circle is ray."""
    parts = []
    for i in range(rays):
        a = 2 * math.pi * i / rays + turn
        b = a + 2 * math.pi * share / rays
        ends = [(center.x + reach * math.sin(t), center.y - reach * math.cos(t)) for t in (a, b)]
        parts.append(polygon([(center.x, center.y), *ends]))
    return "".join(parts)


def shield(box: Box) -> str:
    """A heraldic shield: flat top with a dip at each shoulder, a pointed foot."""
    x, y, w, h = box.x, box.y, box.w, box.h
    cx = num(x + w / 2)
    left, right, low = num(x), num(x + w), num(y + h)
    top, shoulder, waist = num(y), num(y + h * 0.09), num(y + h * 0.52)
    knee = num(y + h * 0.82)
    return (
        f"M{cx} {top}C{num(x + w * 0.66)} {shoulder} {num(x + w * 0.84)} {shoulder} {right} {shoulder}V{waist}"
        f"C{right} {knee} {num(x + w * 0.72)} {num(y + h * 0.92)} {cx} {low}"
        f"C{num(x + w * 0.28)} {num(y + h * 0.92)} {left} {knee} {left} {waist}V{shoulder}"
        f"C{num(x + w * 0.16)} {shoulder} {num(x + w * 0.34)} {shoulder} {cx} {top}Z"
    )


def squircle(box: Box, power: float = 5.0) -> str:
    """A superellipse, the outline of app icons."""
    points = []
    for i in range(72):
        a = 2 * math.pi * i / 72
        c, s = math.cos(a), math.sin(a)
        x = math.copysign(abs(c) ** (2 / power), c)
        y = math.copysign(abs(s) ** (2 / power), s)
        points.append((box.center.x + box.w / 2 * x, box.center.y + box.h / 2 * y))
    return polygon(points)


def arch(box: Box) -> str:
    """A door with a round top."""
    r = box.w / 2
    return (
        f"M{num(box.x)} {num(box.bottom)}V{num(box.y + r)}A{num(r)} {num(r)} 0 0 1 {num(box.right)} {num(box.y + r)}"
        f"V{num(box.bottom)}Z"
    )


def hills(width: float, height: float, level: float, swell: float, rng: random.Random, humps: int = 3) -> str:
    """A rolling edge at `level` (px) filled down to the foot of the page."""
    xs = [width * i / humps for i in range(humps + 1)]
    ys = [level + swell * rng.uniform(-1, 1) for _ in xs]
    path = f"M0 {num(height)}V{num(ys[0])}"
    for i in range(humps):
        mid = (xs[i] + xs[i + 1]) / 2
        path += f"C{num(mid)} {num(ys[i])} {num(mid)} {num(ys[i + 1])} {num(xs[i + 1])} {num(ys[i + 1])}"
    return path + f"V{num(height)}Z"


def peaks(width: float, height: float, level: float, rise: float, rng: random.Random, count: int = 3) -> str:
    """A mountain range over a level, filled down to the foot of the page."""
    points = [(-width * 0.05, level + rise * 0.3)]
    step = width * 1.1 / count
    for i in range(count):
        x = -width * 0.05 + step * (i + rng.uniform(0.38, 0.62))
        points.append((x, level - rise * rng.uniform(0.55, 1.0)))
        points.append((-width * 0.05 + step * (i + 1), level + rise * rng.uniform(0.05, 0.35)))
    return polygon([(-width * 0.05, height), *points, (width * 1.05, height)])


def blob(center: Point, radius: float, rng: random.Random, lobes: int = 7, swing: float = 0.16) -> str:
    """A soft round shape."""
    angles = [2 * math.pi * i / lobes for i in range(lobes)]
    points = [
        (center.x + radius * (1 + rng.uniform(-swing, swing)) * math.cos(a),
         center.y + radius * (1 + rng.uniform(-swing, swing)) * math.sin(a))
        for a in angles
    ]  # fmt: skip
    path = ""
    for i, (x, y) in enumerate(points):
        (px, py), (nx, ny), (ox, oy) = points[i - 1], points[(i + 1) % lobes], points[(i + 2) % lobes]
        c1, c2 = (x + (nx - px) / 6, y + (ny - py) / 6), (nx - (ox - x) / 6, ny - (oy - y) / 6)
        path += "" if path else f"M{num(x)} {num(y)}"
        path += f"C{num(c1[0])} {num(c1[1])} {num(c2[0])} {num(c2[1])} {num(nx)} {num(ny)}"
    return path + "Z"


def confetti(box: Box, colors: list[str], count: int, size: float, rng: random.Random, keep_out: list[Box]) -> str:
    """Small bright pieces on a loose grid, none inside the kept-out boxes."""
    columns = max(1, round(math.sqrt(count * box.w / box.h)))
    lines = max(1, round(count / columns))
    parts = []
    for i in range(columns * lines):
        x = box.x + box.w * ((i % columns) + rng.uniform(0.2, 0.8)) / columns
        y = box.y + box.h * ((i // columns) + rng.uniform(0.2, 0.8)) / lines
        color, kind, turn = colors[i % len(colors)], rng.randrange(4), rng.uniform(0, 180)
        if any(k.x - size < x < k.right + size and k.y - size < y < k.bottom + size for k in keep_out):
            continue
        parts.append(_piece(kind, x, y, size * rng.uniform(0.7, 1.2), turn, color))
    return "".join(parts)


def _piece(kind: int, x: float, y: float, size: float, turn: float, color: str) -> str:
    spin = f"rotate({num(turn)} {num(x)} {num(y)})"
    if kind == 0:
        return tag("circle", cx=x, cy=y, r=size * 0.42, fill=color)
    if kind == 1:
        return tag(
            "rect",
            x=x - size / 2,
            y=y - size / 5,
            width=size,
            height=size / 2.5,
            rx=size / 6,
            fill=color,
            transform=spin,
        )
    if kind == 2:
        wave = f"M{num(x - size)} {num(y)}q{num(size / 2)} {num(-size * 0.7)} {num(size)} 0t{num(size)} 0"
        return tag(
            "path", d=wave, fill="none", stroke=color, stroke_width=size * 0.28, stroke_linecap="round", transform=spin
        )
    return tag("path", d=star(Point(x, y), size * 0.62), fill=color, transform=spin)


def bunting(width: float, top: float, sag: float, flags: int, size: float, colors: list[str], cord: str) -> str:
    """A hanging garland of triangular flags across the page."""

    def at(t: float) -> tuple[float, float]:
        return width * t, top + 4 * sag * t * (1 - t)

    line = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in (at(i / 24) for i in range(25)))
    parts = [tag("path", d=line, fill="none", stroke=cord, stroke_width=size * 0.06)]
    for i in range(flags):
        (ax, ay), (bx, by) = at((i + 0.08) / flags), at((i + 0.92) / flags)
        drop = (num((ax + bx) / 2), num((ay + by) / 2 + size))
        parts.append(
            tag(
                "path", d=f"M{num(ax)} {num(ay)}L{num(bx)} {num(by)}L{drop[0]} {drop[1]}Z", fill=colors[i % len(colors)]
            )
        )
    return "".join(parts)


def sprig(x: float, y: float, size: float, turn: float, color: str, leaves: int = 4) -> str:
    """A small branch that grows upwards from (x, y), turned by degrees."""
    stem = f"M0 0Q{num(size * 0.08)} {num(-size * 0.5)} 0 {num(-size)}"
    parts = [tag("path", d=stem, fill="none", stroke=color, stroke_width=size * 0.035, stroke_linecap="round")]
    for i in range(leaves):
        up, long = -size * (0.22 + 0.72 * i / leaves), size * (0.34 - 0.04 * i)
        for side in (1, -1):
            tip = f"{num(side * long * 0.8)} {num(up - long * 0.62)}"
            below = f"{num(side * long * 0.85)} {num(up + long * 0.12)}"
            above = f"{num(side * long * 0.12)} {num(up - long * 0.55)}"
            parts.append(tag("path", d=f"M0 {num(up)}Q{below} {tip}Q{above} 0 {num(up)}Z", fill=color))
    return f'<g transform="translate({num(x)} {num(y)}) rotate({num(turn)})">{"".join(parts)}</g>'
