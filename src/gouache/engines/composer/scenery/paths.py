"""Path data of simple shapes, in absolute M, L, Q, C and Z only, so that anything can be measured and cropped."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

from gouache.engines.composer.geometry import Point

Points = Sequence[tuple[float, float]]
_K = 0.5523  # control length of a quarter circle drawn as a cubic


def poly(points: Iterable[tuple[float, float]], closed: bool = True) -> str:
    """Straight lines through points."""
    body = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{body}Z" if closed else f"M{body}"


def curve(points: Points) -> str:
    """An open soft line: quadratics through the middles of the given points."""
    (x, y), out = points[0], []
    for (ax, ay), (bx, by) in zip(points[1:], points[2:], strict=False):
        out.append(f"Q{ax:.1f} {ay:.1f} {(ax + bx) / 2:.1f} {(ay + by) / 2:.1f}")
    return f"M{x:.1f} {y:.1f}{''.join(out)}L{points[-1][0]:.1f} {points[-1][1]:.1f}"


def soft(points: Points) -> str:
    """A closed soft outline around points."""
    ring = [*points, points[0]]
    mid = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(ring, ring[1:], strict=False)]
    start = mid[-1]
    body = "".join(f"Q{p[0]:.1f} {p[1]:.1f} {m[0]:.1f} {m[1]:.1f}" for p, m in zip(points, mid, strict=True))
    return f"M{start[0]:.1f} {start[1]:.1f}{body}Z"


def under(points: Points, floor: float, smooth: bool = True) -> str:
    """The area below a line of points, down to y = floor."""
    line = curve(points) if smooth else poly(points, closed=False)
    return f"{line}L{points[-1][0]:.1f} {floor:.1f}L{points[0][0]:.1f} {floor:.1f}Z"


def rect(x: float, y: float, w: float, h: float, r: float = 0.0) -> str:
    """A rectangle, its corners rounded by r."""
    if r <= 0:
        return f"M{x:.1f} {y:.1f}L{x + w:.1f} {y:.1f}L{x + w:.1f} {y + h:.1f}L{x:.1f} {y + h:.1f}Z"
    r = min(r, abs(w) / 2, abs(h) / 2)
    a, b = x + w, y + h
    return (
        f"M{x + r:.1f} {y:.1f}L{a - r:.1f} {y:.1f}Q{a:.1f} {y:.1f} {a:.1f} {y + r:.1f}L{a:.1f} {b - r:.1f}"
        f"Q{a:.1f} {b:.1f} {a - r:.1f} {b:.1f}L{x + r:.1f} {b:.1f}Q{x:.1f} {b:.1f} {x:.1f} {b - r:.1f}"
        f"L{x:.1f} {y + r:.1f}Q{x:.1f} {y:.1f} {x + r:.1f} {y:.1f}Z"
    )


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> str:
    ry = rx if ry is None else ry
    a, b = rx * _K, ry * _K
    return (
        f"M{x - rx:.1f} {y:.1f}C{x - rx:.1f} {y - b:.1f} {x - a:.1f} {y - ry:.1f} {x:.1f} {y - ry:.1f}"
        f"C{x + a:.1f} {y - ry:.1f} {x + rx:.1f} {y - b:.1f} {x + rx:.1f} {y:.1f}"
        f"C{x + rx:.1f} {y + b:.1f} {x + a:.1f} {y + ry:.1f} {x:.1f} {y + ry:.1f}"
        f"C{x - a:.1f} {y + ry:.1f} {x - rx:.1f} {y + b:.1f} {x - rx:.1f} {y:.1f}Z"
    )


def dot(x: float, y: float, r: float) -> str:
    """A small diamond-round dot: four quadratics, half the numbers of an ellipse."""
    return (
        f"M{x - r:.1f} {y:.1f}Q{x - r:.1f} {y - r:.1f} {x:.1f} {y - r:.1f}"
        f"Q{x + r:.1f} {y - r:.1f} {x + r:.1f} {y:.1f}"
        f"Q{x + r:.1f} {y + r:.1f} {x:.1f} {y + r:.1f}Q{x - r:.1f} {y + r:.1f} {x - r:.1f} {y:.1f}Z"
    )


def lens(x: float, y: float, w: float, h: float) -> str:
    """A flat pointed oval centred on (x, y): a glint on water, a fallen leaf."""
    return (
        f"M{x - w / 2:.1f} {y:.1f}Q{x:.1f} {y - h:.1f} {x + w / 2:.1f} {y:.1f}"
        f"Q{x:.1f} {y + h:.1f} {x - w / 2:.1f} {y:.1f}Z"
    )


def leaf(x: float, y: float, length: float, width: float, angle: float) -> str:
    """A pointed leaf from its stalk (x, y); angle in degrees, 0 = right, 90 = up."""
    a = math.radians(angle)
    ux, uy = math.cos(a), -math.sin(a)
    tip = (x + ux * length, y + uy * length)
    mx, my = x + ux * length * 0.45, y + uy * length * 0.45
    return (
        f"M{x:.1f} {y:.1f}Q{mx - uy * width:.1f} {my + ux * width:.1f} {tip[0]:.1f} {tip[1]:.1f}"
        f"Q{mx + uy * width:.1f} {my - ux * width:.1f} {x:.1f} {y:.1f}Z"
    )


def arch(x: float, y: float, w: float, h: float) -> str:
    """A round-headed opening whose top is y and whose foot is y + h."""
    r, s = w / 2, min(w / 2, h)
    k = _K
    return (
        f"M{x:.1f} {y + h:.1f}L{x:.1f} {y + s:.1f}C{x:.1f} {y + s * (1 - k):.1f} {x + r * (1 - k):.1f} {y:.1f} "
        f"{x + r:.1f} {y:.1f}"
        f"C{x + r * (1 + k):.1f} {y:.1f} {x + w:.1f} {y + s * (1 - k):.1f} {x + w:.1f} {y + s:.1f}"
        f"L{x + w:.1f} {y + h:.1f}Z"
    )


def star(x: float, y: float, r: float, points: int = 4, inner: float = 0.28) -> str:
    """A pointed star; four thin points make a sparkle."""
    step = math.pi / points
    return poly(
        (x + math.sin(i * step) * r * (inner if i % 2 else 1), y - math.cos(i * step) * r * (inner if i % 2 else 1))
        for i in range(points * 2)
    )


def blob(dice: random.Random, x: float, y: float, rx: float, ry: float, lumps: int = 9, wild: float = 0.12) -> str:
    """A soft irregular round shape."""
    step = math.tau / lumps
    ring = []
    for i in range(lumps):
        k = 1.08 + dice.uniform(-wild, wild)
        ring.append((x + math.cos(i * step) * rx * k, y + math.sin(i * step) * ry * k))
    return soft(ring)


def scallop(dice: random.Random, x: float, y: float, w: float, h: float, bumps: int) -> str:
    """A cloud or tree crown with a flat foot: bumps along the top, highest in the middle. (x, y) is the left foot."""
    edges = [0.0]
    for _ in range(bumps):
        edges.append(edges[-1] + dice.uniform(0.75, 1.25))
    xs = [x + w * e / edges[-1] for e in edges]
    ys = [y - h * 0.62 * math.sin(math.pi * (0.08 + 0.84 * e / edges[-1])) for e in edges]
    ys[0] = ys[-1] = y
    out = [f"M{xs[0]:.1f} {ys[0]:.1f}"]
    for ax, ay, bx, by in zip(xs, ys, xs[1:], ys[1:], strict=False):
        lift = h * dice.uniform(0.42, 0.6)
        top = min(ay, by) - lift
        out.append(f"C{ax - (bx - ax) * 0.12:.1f} {top:.1f} {bx + (bx - ax) * 0.12:.1f} {top:.1f} {bx:.1f} {by:.1f}")
    return "".join(out) + "Z"


def fill(data: str, color: str, opacity: float | None = None) -> str:
    """A filled path; nothing for empty data."""
    if not data:
        return ""
    see = f' fill-opacity="{opacity:.2f}"' if opacity is not None else ""
    return f'<path d="{data}" fill="{color}"{see}/>'


def line(data: str, color: str, width: float, opacity: float | None = None) -> str:
    """A stroked path with round ends; nothing for empty data."""
    if not data:
        return ""
    see = f' stroke-opacity="{opacity:.2f}"' if opacity is not None else ""
    return (
        f'<path d="{data}" fill="none" stroke="{color}" stroke-width="{width:.1f}" stroke-linecap="round"'
        f' stroke-linejoin="round"{see}/>'
    )


def between(a: tuple[float, float], b: tuple[float, float], k: float) -> Point:
    return Point(a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k)
