"""Inside a wood: trunks in depth, avenues, mushrooms, fallen logs, hanging vines."""

from __future__ import annotations

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.paths import arch, blob, curve, ellipse, fill, leaf, line, poly, rect, scallop
from gouache.engines.composer.scenery.plants import foliage, tree


def trunks(c: Canvas, arg: str = "") -> None:
    """Three depths of trunks over the whole height of the wood, each nearer one darker; `birch` makes them white."""
    white = arg == "birch"
    deep = c.tones.at(shift(foliage(c, "bush"), -0.02), 0.5)
    c.middle(
        "wood",
        c.wall(mix(c.tones.haze, deep, 0.35), 0, c.hy + 2),
        c.wall(mix(c.tones.haze, deep, 0.6), 0.62 * c.hy, c.hy + 2),
    )
    bark = "#f1ede4" if white else mix(c.tones.wood, "#3d2c26", 0.4)
    for k, (depth, count, width) in enumerate(((0.7, 11, 13), (0.5, 10, 20), (0.25, 6, 32))):
        foot = c.hy + c.h * (0.015 + 0.035 * k)
        color = c.tones.at(bark, depth)
        body, marks = "", ""
        for x in c.spread(round(count * min(1.8, 0.3 + 0.7 * c.w / c.h)), 0.42, -0.02, 1.02):
            if k == 2 and c.calm[0] < x < c.calm[1]:
                continue
            w = c.u * width * c.dice.uniform(0.7, 1.25)
            body += _trunk(c, x, foot + c.u * c.dice.uniform(0, 12), w)
            if white:
                marks += _marks(c, x, foot, w)
        green = c.tones.at(foliage(c, "bush"), depth * 0.9)
        brush = "".join(
            scallop(c.dice, x - 0.08 * c.w, foot, 0.16 * c.w, c.h * c.dice.uniform(0.03, 0.085), 4) for x in c.spread(9)
        )
        c.middle("trunks", fill(body, color), fill(marks, c.tones.at("#4a4540", depth)), fill(brush, green))


def _trunk(c: Canvas, x: float, foot: float, w: float) -> str:
    lean = c.u * c.dice.uniform(-16, 16)
    return (
        f"M{x - w * 0.8:.1f} {foot:.1f}Q{x - w * 0.45:.1f} {foot - 0.06 * c.h:.1f} {x - w * 0.4:.1f}"
        f" {foot - 0.2 * c.h:.1f}L{x + lean - w * 0.3:.1f} -4L{x + lean + w * 0.3:.1f} -4"
        f"L{x + w * 0.4:.1f} {foot - 0.2 * c.h:.1f}Q{x + w * 0.45:.1f} {foot - 0.06 * c.h:.1f}"
        f" {x + w * 0.8:.1f} {foot:.1f}Z"
    )


def _marks(c: Canvas, x: float, foot: float, w: float) -> str:
    return "".join(
        rect(x - w * 0.4, foot * c.dice.uniform(0.05, 0.92), w * c.dice.uniform(0.25, 0.5), max(2.0, w * 0.14))
        for _ in range(5)
    )


def avenue(c: Canvas, arg: str = "round") -> None:
    """A straight way between two rows of trees, running to one point on the horizon."""
    vx = c.w * (0.5 - 0.06 * c.side)
    way = c.tones.local(mix("#d8bd92", c.tones.palette.ground, 0.3) if not c.tones.palette.given else c.tones.sand)
    foot = c.hy + 0.02 * c.h
    c.ground(
        "path",
        fill(
            poly([(vx - 0.012 * c.w, foot), (vx + 0.012 * c.w, foot), (0.86 * c.w, c.h + 2), (0.14 * c.w, c.h + 2)]),
            way,
        ),
        fill(
            poly([(vx - 0.003 * c.w, foot), (vx + 0.004 * c.w, foot), (0.58 * c.w, c.h + 2), (0.36 * c.w, c.h + 2)]),
            shift(way, 0.02),
        ),
    )
    kind = "bare" if c.tones.snowy and arg != "pine" and not c.tones.palette.given else arg
    for k in (0.0, 0.1, 0.24, 0.44, 0.72):
        y = foot + (c.gy - foot) * k
        for s in (-1, 1):
            x = vx + s * c.w * (0.05 + 0.47 * k)
            c.middle(
                "tree", tree(c, kind, x, y, c.h * (0.15 + 0.58 * k) * min(1.0, c.hy / (0.5 * c.h)), 0.55 * (1 - k))
            )
    if c.tones.season == "autumn":
        _litter(c)


def _litter(c: Canvas) -> None:
    """Fallen leaves on the ground."""
    data = ["", ""]
    for i in range(46):
        y = c.dice.uniform(c.hy + 0.06 * c.h, 0.99 * c.h)
        s = c.u * (4 + 12 * (y - c.hy) / (c.h - c.hy))
        data[i % 2] += leaf(c.dice.uniform(0.01, 0.98) * c.w, y, s, s * 0.34, c.dice.uniform(-25, 25))
    leafy = c.tones.leaf
    c.ground(
        "fallen leaves", fill(data[0], c.tones.local(leafy)), fill(data[1], c.tones.local(shift(leafy, 0.06, 1.0, 18)))
    )


def mushrooms(c: Canvas, arg: str = "") -> None:
    """Clusters of toadstools at the sides."""
    cap = c.tones.local("#d8503f" if not c.tones.palette.given else c.tones.palette.accent)
    stalk, parts = c.tones.local("#f6ead8"), []
    for _ in range(4):
        x, y = c.edge(0.3), c.dice.uniform(c.hy + 0.3 * (c.h - c.hy), 0.97 * c.h)
        size = c.u * (20 + 70 * (y - c.hy) / (c.h - c.hy))
        for dx, k in ((-0.8, 0.7), (0.7, 0.55), (0.0, 1.0)):
            parts.append(_mushroom(x + dx * size, y + 0.1 * size * (k < 1), size * k, cap, stalk))
    c.middle("mushrooms", *parts)


def _mushroom(x: float, y: float, s: float, cap: str, stalk: str) -> str:
    dome = (
        f"M{x - s * 0.5:.1f} {y - s * 0.5:.1f}"
        f"C{x - s * 0.5:.1f} {y - s * 1.15:.1f} {x + s * 0.5:.1f} {y - s * 1.15:.1f}"
        f" {x + s * 0.5:.1f} {y - s * 0.5:.1f}Q{x:.1f} {y - s * 0.4:.1f} {x - s * 0.5:.1f} {y - s * 0.5:.1f}Z"
    )
    spots = ellipse(x - s * 0.2, y - s * 0.68, s * 0.08) + ellipse(x + s * 0.14, y - s * 0.78, s * 0.09)
    foot = poly([(x - s * 0.12, y - s * 0.5), (x + s * 0.12, y - s * 0.5), (x + s * 0.17, y), (x - s * 0.17, y)])
    return fill(foot, stalk) + fill(dome, cap) + fill(spots, "#fff6ea")


def log(c: Canvas, arg: str = "") -> None:
    """A fallen trunk at one side, mossy on top."""
    s = c.dice.choice((-1, 1))
    x, y, length, r = c.w * (0.5 + s * 0.36), c.hy + 0.42 * (c.gy - c.hy), 0.24 * c.w, 34 * c.u
    bark = c.tones.local(mix(c.tones.wood, "#3d2c26", 0.25))
    end = x - s * length / 2
    c.middle(
        "log",
        fill(rect(x - length / 2, y - r, length, 2 * r, r * 0.7), bark),
        fill(rect(x - length / 2, y - r, length, r * 0.7, r * 0.35), c.tones.local(c.tones.grass)),
        fill(ellipse(end, y, r * 0.62, r), c.tones.local("#d9b58a")),
        line(ellipse(end, y, r * 0.34, r * 0.56), shift(c.tones.local("#d9b58a"), -0.12), 3 * c.u),
    )


def vines(c: Canvas, arg: str = "") -> None:
    """Creepers hanging in loops from the top, with leaves."""
    green = c.tones.local(shift(foliage(c, "fern"), -0.08))
    cords, leaves = "", ""
    xs = [-0.02, 0.16, 0.3, 0.7, 0.86, 1.02]
    for a, b in zip(xs, xs[1:], strict=False):
        if b - a > 0.3:
            continue
        sag = c.hy * c.dice.uniform(0.2, 0.5)
        points = [(c.w * (a + (b - a) * t / 4), sag * (1 - (t / 2 - 1) ** 2) - 6) for t in range(5)]
        cords += curve(points)
        for x, y in points[1:4]:
            leaves += leaf(x, y, 44 * c.u, 12 * c.u, -70) + leaf(x, y, 40 * c.u, 12 * c.u, -125)
    c.middle("vines", line(cords, green, 6 * c.u), fill(leaves, shift(green, 0.05)))


def glade(c: Canvas, arg: str = "") -> None:
    """A bright opening between the trees: light behind, a ring of dark bushes around."""
    x, r = c.area.center.x, min(0.42 * c.w, 0.5 * c.h)
    see = 0.06 if c.tones.night else 0.16
    c.middle(
        "clearing", *(fill(ellipse(x, c.hy * 0.9, r * k, r * k * 0.9), c.tones.glow, see) for k in (1.2, 0.9, 0.6))
    )
    dark = c.tones.at(shift(foliage(c, "bush"), -0.05), 0.1)
    data = ""
    for side in (0, 1):
        for k in range(3):
            bx = c.w * (0.02 + 0.09 * k) if not side else c.w * (0.98 - 0.09 * k)
            data += blob(c.dice, bx, c.hy + 0.02 * c.h, 0.12 * c.w, c.h * (0.2 - 0.05 * k), 9, 0.14)
    c.middle("bushes", fill(data, dark))


def ruin_arch(c: Canvas, arg: str = "") -> None:
    """An overgrown stone arch behind the clearing."""
    stone = c.tones.at(c.tones.stone, 0.25)
    w, h = 0.34 * c.w, 0.62 * c.hy
    x, foot = c.w * (0.5 - 0.26 * c.side), c.hy + 0.05 * c.h
    hole = arch(x - 0.3 * w, foot - 0.74 * h, 0.6 * w, 0.76 * h)
    body = rect(x - w / 2, foot - h, w, h, 8 * c.u)
    c.middle("stone arch", f'<path d="{body}{hole}" fill="{stone}" fill-rule="evenodd"/>')
