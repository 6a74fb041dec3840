"""Flat vector art: no gradients and no blurs; shading becomes bands and flat tones."""

from __future__ import annotations

import math
from copy import deepcopy

from lxml import etree

from gouache.engines.composer.color import distance
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.restyle.extent import extent
from gouache.engines.composer.restyle.lettering import layer, lift
from gouache.engines.composer.restyle.sheet import Gradient, Leaf, S, Sheet, parse, unset
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import num

SCENERY = (Role.BACKGROUND, Role.MIDDLE, Role.GROUND)


def flat(picture: Picture, seed: int) -> str:
    """Flat fills only: every gradient is cut into a few even bands or one mean tone."""
    sheet = parse(picture)
    flatten(sheet, seed)
    finish(sheet)
    return sheet.text()


def finish(sheet: Sheet, ink: str | None = None, halo: str = "") -> None:
    """Draw the lettering last; a halo of the paper's colour keeps lines off it."""
    letters = layer(lift(sheet, ink), halo, 9 * min(sheet.picture.width, sheet.picture.height) / 1024)
    if letters is not None:
        sheet.root.append(letters)


def flatten(sheet: Sheet, seed: int, *, bands: bool = True) -> None:
    """Replace all gradients and blurs in the tree."""
    for number, leaf in enumerate(sheet.leaves):
        _unblur(leaf)
        if leaf.gradient is not None:
            _flatten_leaf(leaf, number, seed, bands)
    for node in sheet.root.iter():
        unset(node, "filter")
    _drop_gradients(sheet)


def _unblur(leaf: Leaf) -> None:
    if leaf.blurred:
        leaf.node.set("opacity", num(float(str(leaf.node.get("opacity", "1"))) * 0.6))


def _drop_gradients(sheet: Sheet) -> None:
    text = "".join(str(v) for leaf in sheet.leaves for v in leaf.node.attrib.values())
    for name, gradient in sheet.gradients.items():
        parent = gradient.node.getparent()
        if parent is not None and f"#{name})" not in text:
            parent.remove(gradient.node)
    for defs in list(sheet.root.iter(S + "defs")):
        parent = defs.getparent()
        if parent is not None and not len(defs):
            parent.remove(defs)


def _flatten_leaf(leaf: Leaf, number: int, seed: int, bands: bool) -> None:
    gradient, node = leaf.gradient, leaf.node
    if gradient is None:
        return
    color, alpha = gradient.mean()
    box = extent(node)
    steps = _steps(gradient, leaf) if bands and box is not None else 1
    if "url(" in str(node.get("stroke", "")):
        node.set("stroke", leaf.stroke or color)
    if steps <= 1 or box is None or box[2] <= 0 or box[3] <= 0:
        node.set("fill", color)
        if alpha < 0.98:
            node.set("fill-opacity", num(alpha * float(str(node.get("fill-opacity", "1")))))
        return
    edges = _circles(gradient, steps, box) if gradient.radial else _bands(gradient, steps, box, leaf, number, seed)
    _replace(leaf, edges, f"flat-{number}", gradient)


def _steps(gradient: Gradient, leaf: Leaf) -> int:
    """How many flat tones a gradient deserves."""
    span = sum(distance(a[1], b[1]) for a, b in zip(gradient.stops, gradient.stops[1:], strict=False))
    fade = max(s[2] for s in gradient.stops) - min(s[2] for s in gradient.stops)
    if leaf.role in SCENERY or leaf.role == Role.LIGHT:
        return max(1, min(6, round(span / 0.045)), round(fade * 4))
    return max(2 if span > 0.09 else 1, round(fade * 3))


def _replace(leaf: Leaf, shapes: list[tuple[str, str, float]], name: str, gradient: Gradient) -> None:
    """The leaf becomes its first tone with further tones clipped into it."""
    node, parent = leaf.node, leaf.node.getparent()
    if parent is None:
        return
    group = etree.Element(S + "g")
    for key in ("transform", "opacity", "clip-path", "mask", "id", "fill-opacity"):
        if node.get(key):
            group.set(key if key != "fill-opacity" else "opacity", str(node.attrib.pop(key)))
    clip = etree.SubElement(group, S + "clipPath", id=name)
    stencil = deepcopy(node)
    stencil.tail = None
    unset(stencil, "fill", "stroke", "stroke-width", "opacity", "fill-opacity")
    clip.append(stencil)
    inner = etree.SubElement(group, S + "g", attrib={"clip-path": f"url(#{name})"})
    color, alpha = gradient.at(1.0 if gradient.radial else 0.0)
    if alpha > 0.98:
        node_copy = deepcopy(node)
        node_copy.tail = None
        node_copy.set("fill", color)
        group.insert(0, node_copy)
    for d, tone, opacity in shapes:
        part = etree.SubElement(inner, S + "path", d=d, fill=tone)
        if opacity < 0.98:
            part.set("fill-opacity", num(opacity))
    parent.replace(node, group)
    leaf.node = group


def split(leaf: Leaf, shade: str, away: tuple[float, float], name: str, box: tuple[float, float, float, float]) -> None:
    """Paint the half of a leaf that lies `away` (a unit vector) from the light in a second tone."""
    x, y, w, h = box
    reach = math.hypot(w, h)
    at = 0.08 * min(w, h)
    cx, cy = x + w / 2 + away[0] * at, y + h / 2 + away[1] * at
    fill = leaf.fill or "#808080"
    flat_tone = Gradient(leaf.node, ((0.0, str(leaf.node.get("fill", fill)), 1.0),))
    _replace(leaf, [(_half_plane(cx, cy, away[0], away[1], reach, 0.0, 0.0), shade, 1.0)], name, flat_tone)


def _axis(gradient: Gradient, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Start and end of a linear gradient in user units."""
    get = gradient.node.get
    x1, y1, x2, y2 = (_length(str(get(k, d))) for k, d in (("x1", "0"), ("y1", "0"), ("x2", "1"), ("y2", "0")))
    if get("gradientUnits") == "userSpaceOnUse":
        return x1, y1, x2, y2
    x, y, w, h = box
    return x + x1 * w, y + y1 * h, x + x2 * w, y + y2 * h


def _length(value: str) -> float:
    return float(value.rstrip("%")) / 100 if value.endswith("%") else float(value)


def _bands(
    gradient: Gradient, steps: int, box: tuple[float, float, float, float], leaf: Leaf, number: int, seed: int
) -> list[tuple[str, str, float]]:
    """Half planes beyond each step, painted one over the other; in scenery with a gentle wave."""
    x1, y1, x2, y2 = _axis(gradient, box)
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    reach = math.hypot(box[2], box[3]) + length
    swing = length / steps * (0.28 if leaf.role in SCENERY else 0.08)
    dice = stream(seed, f"bands/{number}")
    shapes = []
    for i in range(1, steps):
        color, alpha = gradient.at((i + 0.5) / steps)
        at = length * i / steps
        shapes.append((_half_plane(x1 + ux * at, y1 + uy * at, ux, uy, reach, swing, dice.random()), color, alpha))
    return shapes


def _half_plane(x: float, y: float, ux: float, uy: float, reach: float, swing: float, phase: float) -> str:
    vx, vy, points = -uy, ux, []
    count = 8
    for k in range(count + 1):
        along = reach * (2 * k / count - 1)
        off = swing * math.sin(2 * math.pi * (phase + 1.3 * k / count)) + swing * 0.4 * math.sin(9.1 * phase + 1.9 * k)
        points.append((x + vx * along + ux * off, y + vy * along + uy * off))
    far = [(x + vx * s * reach + ux * 2 * reach, y + vy * s * reach + uy * 2 * reach) for s in (1, -1)]
    return _curve(points) + "".join(f"L{num(px)} {num(py)}" for px, py in far) + "z"


def _curve(points: list[tuple[float, float]]) -> str:
    """A Catmull-Rom curve through points."""
    d = f"M{num(points[0][0])} {num(points[0][1])}"
    for i in range(len(points) - 1):
        p0, p1, p2, p3 = points[max(0, i - 1)], points[i], points[i + 1], points[min(len(points) - 1, i + 2)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        d += f"C{num(c1[0])} {num(c1[1])} {num(c2[0])} {num(c2[1])} {num(p2[0])} {num(p2[1])}"
    return d


def _circles(gradient: Gradient, steps: int, box: tuple[float, float, float, float]) -> list[tuple[str, str, float]]:
    """Discs from the outside in; fading ones add up to the gradient's alpha."""
    get = gradient.node.get
    cx, cy, r = (_length(str(get(k, "0.5"))) for k in ("cx", "cy", "r"))
    x, y, w, h = box if get("gradientUnits") != "userSpaceOnUse" else (0.0, 0.0, 1.0, 1.0)
    center_x, center_y, rx, ry = x + cx * w, y + cy * h, r * w, r * h
    shapes, below = [], 0.0
    for i in range(steps - 1, -1, -1):
        color, alpha = gradient.at((i + 0.35) / steps)
        own = 1 - (1 - alpha) / (1 - below) if below < 0.98 else alpha
        below = max(below, alpha)
        k = (i + 0.8) / steps
        if own > 0.02:
            shapes.append((_ellipse(center_x, center_y, rx * k, ry * k), color, min(1.0, own)))
    return shapes


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    a, b = num(rx), num(ry)
    return f"M{num(cx - rx)} {num(cy)}a{a} {b} 0 1 0 {num(2 * rx)} 0a{a} {b} 0 1 0 {num(-2 * rx)} 0z"
