"""Shape helpers that all house drawings are built of: each returns SVG markup.

Coordinates are drawing units, y grows downwards, light comes from the upper left. Colours are `#rrggbb`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, dark, drawing, light
from gouache.engines.composer.svg import num, tag

Spot = tuple[float, float]
Area = tuple[float, float, float, float]
Radii = float | tuple[float, float, float, float]

WOOD, OAK, PINE = "#b57a45", "#8a5a34", "#dcae78"
STEEL, IRON, CHROME, INK = "#b4bfca", "#56606e", "#dbe3ea", "#2f3742"
WHITE, CREAM, PAPER = "#f4f3ef", "#f6e7cb", "#fdf7e8"
RED, ORANGE, YELLOW, GREEN, TEAL = "#e0484b", "#f08a3c", "#f8c84a", "#4ea35c", "#2fa39a"
BLUE, NAVY, PURPLE, PINK, SKY = "#3f86d8", "#2f4a78", "#8463c9", "#ee86ac", "#8fd0f2"
LEAF, MOSS, EARTH, SAND, STONE = "#5cab52", "#3c7f4a", "#7a5038", "#e6cb94", "#a5a8a8"
GOLD, BRICK, GLASS, RUBBER, LEATHER = "#f4b63a", "#c0624a", "#bfe4f3", "#33373f", "#9c5b34"

MATERIALS: Mapping[str, str] = MappingProxyType({
    "wood": WOOD, "wooden": WOOD, "oak": OAK, "bamboo": "#c9b25d", "gold": GOLD, "golden": GOLD, "silver": "#c3ccd4",
    "bronze": "#b87a3d", "copper": "#cf7a4a", "brass": "#d6a444", "metal": "#aab4be", "steel": STEEL, "iron": IRON,
    "stone": STONE, "marble": "#e6e4e0", "concrete": "#b3b3ae", "glass": "#a9dbee", "crystal": "#b9dff5",
    "ice": "#bfe6f7", "brick": BRICK, "clay": "#c8794f", "leather": LEATHER, "paper": PAPER, "ceramic": "#eceae4",
    "porcelain": "#eef0f2", "straw": "#e3c56b", "wicker": "#c99a58", "cardboard": "#cf9f68", "sand": SAND,
    "plastic": "#4a90d9", "velvet": "#8c2f4f", "denim": "#4a6fa0", "wool": "#e6dcc8", "chocolate": "#6b432c",
})  # fmt: skip


def tint(brush: Brush, usual: str) -> str:
    """The main colour: what was asked for, its material's, or the usual; kept in a range that still takes shading."""
    color = brush.base or MATERIALS.get(brush.material or "", usual)
    lightness = lch(color).L
    if lightness < 0.3:
        return shift(color, 0.3 - lightness)
    return shift(color, 0.95 - lightness) if lightness > 0.95 else color


def own(brush: Brush, usual: str, amount: float = 0.0) -> str:
    """A part's usual colour, which gives way to a tone of the asked-for base colour."""
    return shift(tint(brush, usual), amount) if brush.base or brush.material in MATERIALS else usual


def pale(brush: Brush, usual: str) -> str:
    """A dial, a page, a light field: its usual colour, or a pale tone of the asked-for base colour."""
    return mix(tint(brush, usual), "#ffffff", 0.66) if brush.base else usual


def put(
    name: str,
    size: Spot | Area,
    *parts: str,
    front: str = "",
    facing: str = "front",
    text: Area | None = None,
    inside: Area | None = None,
    **anchors: Spot,
) -> Drawing:
    """The finished drawing. `parts` include the near wall; `front` repeats it for things that stand inside."""
    area: Area = (0.0, 0.0, size[0], size[1]) if len(size) == 2 else size
    fields = {key: value for key, value in (("text", text), ("inside", inside)) if value}
    if text:
        anchors.setdefault("text", (text[0] + text[2] / 2, text[1] + text[3] / 2))
    return drawing(name, "".join(parts), area, anchors, fields, facing, front)


def each(count: int, shape: Callable[[int], str]) -> str:
    """A shape for 0, 1, 2 ... count-1."""
    return "".join(shape(i) for i in range(count))


def group(*parts: str, opacity: float | None = None) -> str:
    return tag("g", "".join(parts), opacity=opacity)


def turn(angle: float, x: float, y: float, *parts: str) -> str:
    """Parts turned clockwise by degrees around a point."""
    return tag("g", "".join(parts), transform=f"rotate({num(angle)} {num(x)} {num(y)})")


def move(dx: float, dy: float, *parts: str, scale: float = 1.0) -> str:
    size = f" scale({num(scale)})" if scale != 1.0 else ""
    return tag("g", "".join(parts), transform=f"translate({num(dx)} {num(dy)}){size}")


def mirror(axis: float, *parts: str) -> str:
    """Parts mirrored at the vertical line x = axis."""
    return tag("g", "".join(parts), transform=f"matrix(-1 0 0 1 {num(2 * axis)} 0)")


def both(axis: float, *parts: str) -> str:
    """Parts and their mirror image."""
    return "".join(parts) + mirror(axis, *parts)


def grad(gid: str, first: str, last: str, x: float = 0.0, y: float = 1.0) -> str:
    """A linear gradient from the upper left of the object's box along (x, y); paint with `url(#gid)`."""
    stops = tag("stop", offset=0, stop_color=first) + tag("stop", offset=1, stop_color=last)
    return tag("linearGradient", stops, id=gid, x1=0, y1=0, x2=num(x), y2=num(y))


def path(d: str, fill: str, o: float | None = None) -> str:
    return tag("path", d=d, fill=fill, opacity=o)


def stroke(d: str, color: str, width: float, o: float | None = None, cap: str = "round") -> str:
    return tag("path", d=d, fill="none", stroke=color, stroke_width=float(width), stroke_linecap=cap,
               stroke_linejoin="round", opacity=o)  # fmt: skip


def box(x: float, y: float, w: float, h: float, fill: str, r: Radii = 0.0, o: float | None = None) -> str:
    """A rectangle; `r` is one corner radius, or four (top left, top right, bottom right, bottom left)."""
    if isinstance(r, tuple):
        return path(_corners(x, y, w, h, r), fill, o)
    return tag("rect", x=float(x), y=float(y), width=float(w), height=float(h), rx=float(r) if r else None,
               fill=fill, opacity=o)  # fmt: skip


def _corners(x: float, y: float, w: float, h: float, r: tuple[float, float, float, float]) -> str:
    a, b, c, d = (num(v) for v in r)
    return (
        f"M{num(x + r[0])} {num(y)}H{num(x + w - r[1])}a{b} {b} 0 0 1 {b} {b}V{num(y + h - r[2])}"
        f"a{c} {c} 0 0 1 -{c} {c}H{num(x + r[3])}a{d} {d} 0 0 1 -{d} -{d}V{num(y + r[0])}a{a} {a} 0 0 1 {a} -{a}z"
    )


def block(x: float, y: float, w: float, h: float, fill: str, r: float = 5.0, part: float = 0.22) -> str:
    """A rounded box whose right part lies in shade."""
    r = min(r, w / 2, h / 2)
    lit = max(w * (1 - part), r)
    return box(x, y, w, h, dark(fill, 0.09), r) + box(x, y, lit, h, fill, (r, 0.0, 0.0, r))


def slab(x: float, y: float, w: float, h: float, fill: str, r: float = 4.0, part: float = 0.3) -> str:
    """A rounded box whose lower part lies in shade."""
    r = min(r, w / 2, h / 2)
    return box(x, y, w, h, dark(fill, 0.09), r) + box(x, y, w, max(h * (1 - part), r), fill, (r, r, 0.0, 0.0))


def disc(x: float, y: float, rx: float, fill: str, ry: float | None = None, o: float | None = None) -> str:
    ry = rx if ry is None else ry
    return tag("ellipse", cx=float(x), cy=float(y), rx=float(rx), ry=float(ry), fill=fill, opacity=o)


def ring(x: float, y: float, rx: float, color: str, width: float, ry: float | None = None) -> str:
    ry = rx if ry is None else ry
    return tag("ellipse", cx=float(x), cy=float(y), rx=float(rx), ry=float(ry), fill="none", stroke=color,
               stroke_width=float(width))  # fmt: skip


def ball(x: float, y: float, r: float, fill: str, ry: float | None = None, shine: bool = True) -> str:
    """A round body: shaded at the lower right, a soft light at the upper left."""
    ry = r if ry is None else ry
    body = disc(x, y, r, dark(fill, 0.1), ry) + disc(x - 0.09 * r, y - 0.09 * ry, 0.87 * r, fill, 0.87 * ry)
    if not shine:
        return body
    return body + turn(-35, x, y, disc(x, y - 0.6 * ry, 0.3 * r, light(fill, 0.12), 0.14 * ry))


def dome(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """The upper half of an ellipse around (x, y)."""
    return path(f"M{num(x - rx)} {num(y)}a{num(rx)} {num(ry)} 0 0 1 {num(2 * rx)} 0z", fill)


def basin(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """The lower half of an ellipse around (x, y)."""
    return path(f"M{num(x - rx)} {num(y)}a{num(rx)} {num(ry)} 0 0 0 {num(2 * rx)} 0z", fill)


def poly(points: Sequence[Spot], fill: str, r: float = 0.0, o: float | None = None) -> str:
    """A polygon, its corners rounded by about `r` units."""
    return path(_rounded(points, r), fill, o)


def _rounded(points: Sequence[Spot], r: float) -> str:
    if r <= 0:
        return "M" + "L".join(_pair(p) for p in points) + "z"
    parts: list[str] = []
    for i, at in enumerate(points):
        before = _toward(at, points[i - 1], r)
        after = _toward(at, points[(i + 1) % len(points)], r)
        parts.append(f"{'L' if parts else 'M'}{_pair(before)}Q{_pair(at)} {_pair(after)}")
    return "".join(parts) + "z"


def _toward(at: Spot, other: Spot, r: float) -> Spot:
    length = math.dist(at, other) or 1.0
    k = min(r / length, 0.5)
    return at[0] + (other[0] - at[0]) * k, at[1] + (other[1] - at[1]) * k


def _pair(p: Spot) -> str:
    return f"{num(p[0])} {num(p[1])}"


def _spline(points: Sequence[Spot], closed: bool) -> str:
    """A Catmull-Rom curve through all points, as cubic Béziers."""
    n = len(points)
    d = f"M{_pair(points[0])}"
    for i in range(n if closed else n - 1):
        a, b = points[i], points[(i + 1) % n]
        before = points[i - 1] if closed or i else a
        after = points[(i + 2) % n] if closed or i + 2 < n else b
        c1 = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        c2 = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        d += f"C{_pair(c1)} {_pair(c2)} {_pair(b)}"
    return d + ("z" if closed else "")


def blob(points: Sequence[Spot], fill: str, o: float | None = None) -> str:
    """A smooth closed curve through points."""
    return path(_spline(points, True), fill, o)


def curve(points: Sequence[Spot], color: str, width: float, o: float | None = None) -> str:
    """A smooth open stroke through points, round ends."""
    return stroke(_spline(points, False), color, width, o)


def line(points: Sequence[Spot], color: str, width: float, o: float | None = None, cap: str = "round") -> str:
    return stroke("M" + "L".join(_pair(p) for p in points), color, width, o, cap)


def arc(x: float, y: float, r: float, start: float, end: float, color: str, width: float,
        ry: float | None = None) -> str:  # fmt: skip
    """A stroked arc; degrees clockwise from the right."""
    ry = r if ry is None else ry
    a, b = math.radians(start), math.radians(end)
    far = int(abs(end - start) > 180)
    sweep = int(end > start)
    return stroke(
        f"M{num(x + r * math.cos(a))} {num(y + ry * math.sin(a))}A{num(r)} {num(ry)} 0 {far} {sweep} "
        f"{num(x + r * math.cos(b))} {num(y + ry * math.sin(b))}", color, width,
    )  # fmt: skip


def polar(x: float, y: float, r: float, angle: float) -> Spot:
    """The point at a distance and angle (degrees clockwise from the right)."""
    return x + r * math.cos(math.radians(angle)), y + r * math.sin(math.radians(angle))


def taper(x0: float, y0: float, x1: float, y1: float, w0: float, w1: float, fill: str) -> str:
    """A limb from a point to another, its width going from w0 to w1, ends round."""
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    nx, ny = (y1 - y0) / length / 2, (x0 - x1) / length / 2
    return path(
        f"M{num(x0 + nx * w0)} {num(y0 + ny * w0)}L{num(x1 + nx * w1)} {num(y1 + ny * w1)}"
        f"A{num(w1 / 2)} {num(w1 / 2)} 0 0 1 {num(x1 - nx * w1)} {num(y1 - ny * w1)}"
        f"L{num(x0 - nx * w0)} {num(y0 - ny * w0)}A{num(w0 / 2)} {num(w0 / 2)} 0 0 1 "
        f"{num(x0 + nx * w0)} {num(y0 + ny * w0)}z",
        fill,
    )


def cylinder(x: float, y: float, w: float, h: float, fill: str, ry: float = 6.0, foot: float | None = None) -> str:
    """An upright can whose top ellipse is centred on y; `foot` is the width at the bottom if it tapers."""
    return wall(x, y, w, h, fill, ry, foot) + disc(x + w / 2, y, w / 2, light(fill, 0.07), ry)


def wall(x: float, y: float, w: float, h: float, fill: str, ry: float = 6.0, foot: float | None = None) -> str:
    """The near wall of a round vessel from its rim (centred on y) down; its right part in shade."""
    f = w if foot is None else foot
    a, b = x + (w - f) / 2, x + (w + f) / 2
    fr = ry * f / w

    def body(share: float, color: str) -> str:
        top, low = x + w * share, a + f * share
        drop = 2 * math.sqrt(share - share * share)
        return path(
            f"M{num(x)} {num(y)}A{num(w / 2)} {num(ry)} 0 0 0 {num(top)} {num(y + ry * drop)}"
            f"L{num(low)} {num(y + h + fr * drop)}A{num(f / 2)} {num(fr)} 0 0 1 {num(a)} {num(y + h)}z", color,
        )  # fmt: skip

    full = path(
        f"M{num(x)} {num(y)}A{num(w / 2)} {num(ry)} 0 0 0 {num(x + w)} {num(y)}L{num(b)} {num(y + h)}"
        f"A{num(f / 2)} {num(fr)} 0 0 1 {num(a)} {num(y + h)}z", dark(fill, 0.09),
    )  # fmt: skip
    return full + body(0.74, fill) + ("" if f < 20 else _gleam(x, y, w, h, fill, ry, a))


def _gleam(x: float, y: float, w: float, h: float, fill: str, ry: float, a: float) -> str:
    top = (x + w * 0.12, y + ry * 0.65 + h * 0.1)
    low = (x + w * 0.12 + (a - x) * 0.6, y + ry * 0.65 + h * 0.6)
    return line([top, low], light(fill, 0.1), max(2.0, w * 0.035))


def hollow(x: float, y: float, w: float, ry: float, fill: str, rim: float = 3.0) -> str:
    """The rim of a vessel seen from a little above, and its dark inside."""
    cx = x + w / 2
    inner = disc(cx, y + rim * 0.25, w / 2 - rim, dark(fill, 0.2), max(ry - rim * 0.7, 1.0))
    return disc(cx, y, w / 2, light(fill, 0.07), ry) + inner


def wheel(x: float, y: float, r: float, hub: str = CHROME, tire: str = RUBBER, width: float = 0.34) -> str:
    """A tyre with a shining hub."""
    rim = r * (1 - width)
    return (
        disc(x, y, r, tire) + disc(x, y, rim, dark(hub, 0.16)) + disc(x - rim * 0.06, y - rim * 0.06, rim * 0.8, hub)
        + disc(x, y, rim * 0.26, dark(hub, 0.28))
    )  # fmt: skip


def spoked(x: float, y: float, r: float, tire: str = RUBBER, rim: str = CHROME, spokes: int = 10) -> str:
    """A thin wheel with spokes, as of a bicycle."""
    wires = each(spokes, lambda i: line([(x, y), polar(x, y, r - 2, i * 360 / spokes)], rim, 0.9))
    return wires + ring(x, y, r - 3.4, rim, 1.6) + ring(x, y, r - 1.8, tire, 3.6) + disc(x, y, r * 0.12, dark(rim, 0.2))


def leaf(x0: float, y0: float, x1: float, y1: float, width: float, fill: str) -> str:
    """A leaf from its base to its tip, one half in shade; its width is a fraction of its length."""
    mx, my = (x0 + x1) / 2, (y0 + y1) / 2
    nx, ny = (y1 - y0) * width, (x0 - x1) * width
    halves = [
        path(f"M{_pair((x0, y0))}Q{_pair((mx + s * nx, my + s * ny))} {_pair((x1, y1))}"
             f"Q{_pair((mx, my))} {_pair((x0, y0))}z", color)
        for s, color in ((1, fill), (-1, dark(fill, 0.07)))
    ]  # fmt: skip
    return "".join(halves)


def star(x: float, y: float, r: float, fill: str, count: int = 5, inner: float = 0.46, soft: float = 0.0) -> str:
    points = [polar(x, y, r if i % 2 == 0 else r * inner, i * 180 / count - 90) for i in range(2 * count)]
    return poly(points, fill, soft)


def bricks(x: float, y: float, w: float, h: float, fill: str, rows: int, columns: int, every: int = 3) -> str:
    """Some bricks of a wall, a little darker than it; every n-th only, so that it stays calm."""
    bw, bh = w / columns, h / rows
    parts = []
    for row in range(rows):
        for col in range(columns):
            if (row * 5 + col * 7) % every == 0:
                left = x + col * bw + (bw / 2 if row % 2 else 0)
                width = min(bw * 0.84, x + w - left)
                if width > bw * 0.3:
                    parts.append(box(left, y + row * bh + bh * 0.14, width, bh * 0.72, dark(fill, 0.06), bh * 0.18))
    return "".join(parts)


def pane(x: float, y: float, w: float, h: float, fill: str = GLASS, r: float = 2.0) -> str:
    """A window pane with a slanting gleam."""
    gleam = poly(
        [(x + w * 0.18, y + h), (x + w * 0.55, y), (x + w * 0.78, y), (x + w * 0.41, y + h)], light(fill, 0.07)
    )
    return box(x, y, w, h, fill, r) + gleam


def clump(spots: Sequence[tuple[float, float, float]], fill: str) -> str:
    """Foliage of round tufts (x, y, radius): a dark mass, a lit mass, light touches."""
    deep = "".join(disc(x, y, r, dark(fill, 0.08)) for x, y, r in spots)
    lit = "".join(disc(x - r * 0.12, y - r * 0.14, r * 0.8, fill) for x, y, r in spots)
    touch = "".join(disc(x - r * 0.3, y - r * 0.38, r * 0.34, light(fill, 0.07), r * 0.26) for x, y, r in spots)
    return deep + lit + touch


def blend(first: str, second: str, amount: float = 0.5) -> str:
    return mix(first, second, amount)


def plank(x: float, y: float, w: float, h: float, frame: str, field: str) -> str:
    """A framed board with a faint shade along its lower edge."""
    return (
        box(x, y, w, h, dark(frame, 0.1), 7)
        + box(x, y, w, h - 3, frame, 7)
        + box(x + 6, y + 6, w - 12, h - 12, dark(field, 0.06), 4)
        + box(x + 6, y + 6, w - 12, h - 16, field, 4)
    )


def panes(
    x: float, y: float, columns: int, rows: int, w: float, h: float, dx: float, dy: float, lit: str = "#ffe6a0"
) -> str:
    """A grid of windows, some of them lit."""
    return each(
        columns * rows,
        lambda i: box(
            x + i % columns * dx,
            y + i // columns * dy,
            w,
            h,
            lit if (i * 7 + i // columns * 3) % 5 == 0 else "#9fd0e6",
            1.5,
        ),
    )


def trunk(x: float, top: float, foot: float, w: float, color: str = EARTH) -> str:
    """A tree's trunk that widens to its roots, one side in shade."""
    return path(
        f"M{x - w / 2} {top}L{x - w * 0.6} {foot - 8}Q{x - w * 0.7} {foot} {x - w * 1.1} "
        f"{foot}H{x + w * 1.1}Q{x + w * 0.7} {foot} {x + w * 0.6} {foot - 8}L{x + w / 2} {top}z",
        color,
    ) + path(
        f"M{x + w * 0.12} {top}L{x + w * 0.2} {foot}H{x + w * 1.1}Q{x + w * 0.7} {foot} {x + w * 0.6} "
        f"{foot - 8}L{x + w / 2} {top}z",
        dark(color, 0.08),
    )


def stalk(x: float, top: float, foot: float, leafy: bool = True) -> str:
    """A green stalk from `top` down to `foot`, with two leaves."""
    leaves = (
        leaf(x, foot - 14, x - 24, foot - 42, 0.24, LEAF)
        + leaf(x, foot - 22, x + 24, foot - 52, 0.24, dark(LEAF, 0.03))
        if leafy
        else ""
    )
    return leaves + line([(x, top), (x, foot)], dark(LEAF, 0.06), 5)


def bars(count: int, first: Spot, foot: float, step: float, color: str, width: float) -> str:
    """Equal upright strokes from `first` down to the height `foot`, side by side."""
    x, y = first
    return each(count, lambda i: line([(x + i * step, y), (x + i * step, foot)], color, width))
