"""Trees, bushes, grass and flowers; single ones as markup, stands and edges as layers."""

from __future__ import annotations

import math
from collections.abc import Callable

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.scenery.canvas import Canvas
from gouache.engines.composer.scenery.land import ridge_line
from gouache.engines.composer.scenery.paths import (
    blob,
    dot,
    fill,
    leaf,
    line,
    poly,
    rect,
    scallop,
    soft,
    under,
)
from gouache.engines.composer.scenery.trees import (
    acacia,
    bare_tree,
    birch,
    cypress,
    lollipop,
    oval_tree,
    palm,
    pine,
    poplar,
    round_tree,
    saguaro,
    toadstool,
    willow,
)

Tree = Callable[[Canvas, float, float, float, str, str], str]
TREES: dict[str, Tree] = {
    "round": round_tree,
    "oval": oval_tree,
    "poplar": poplar,
    "pine": pine,
    "birch": birch,
    "palm": palm,
    "acacia": acacia,
    "bare": bare_tree,
    "willow": willow,
    "cypress": cypress,
    "lollipop": lollipop,
    "toadstool": toadstool,
    "cactus": saguaro,
}
_EVERGREEN = ("pine", "palm", "cypress", "cactus", "acacia", "lollipop", "toadstool")


def foliage(c: Canvas, kind: str) -> str:
    """A tree's own colour by kind and season, one hand throughout a picture."""
    base = c.tones.leaf
    if kind in ("palm", "acacia") and c.tones.palette.family in ("water", "dry") and not c.tones.palette.given:
        base = mix("#4f9460" if kind == "palm" else "#8a8b3f", c.tones.palette.near, 0.15)
    if kind in ("pine", "cypress") and c.tones.season == "autumn" and not c.tones.palette.given:
        base = mix("#3f6b55", c.tones.palette.far, 0.15)
    if (
        c.tones.season == "spring"
        and kind in ("round", "oval", "birch")
        and c.dice.random() < 0.22
        and not c.tones.palette.given
    ):
        base = mix("#f3b3c6", c.tones.palette.light, 0.15)
    hue = c.dice.uniform(-7, 7) if not c.tones.palette.given else 0.0
    return shift(base, c.dice.uniform(-0.03, 0.025), 1.0, hue)


def _kinds(c: Canvas, arg: str) -> tuple[str, ...]:
    """One or two kinds for the whole picture."""
    sets = {
        "mixed": (("round", "oval"), ("oval", "poplar"), ("round", "birch"), ("round",), ("oval",), ("round", "pine")),
        "wood": (("round", "birch"), ("pine", "round"), ("oval", "birch"), ("birch",), ("round", "oval")),
        "pine": (("pine",),),
        "palm": (("palm",),),
        "jungle": (("palm", "round"), ("round", "willow")),
        "acacia": (("acacia",),),
        "bare": (("bare",),),
        "cypress": (("cypress", "round"), ("cypress",)),
        "swamp": (("willow", "bare"), ("willow",)),
        "candy": (("lollipop",),),
        "magic": (("toadstool", "round"), ("toadstool",), ("round", "poplar")),
        "cactus": (("cactus",),),
    }
    choice = sets.get(arg or "mixed", ((arg,),))
    kinds = c.dice.choice(choice)
    winter = c.tones.snowy and not c.tones.palette.given
    return tuple("bare" if winter and k not in _EVERGREEN else k for k in kinds)


def tree(c: Canvas, kind: str, x: float, y: float, h: float, depth: float = 0.0) -> str:
    """One tree with its foot at (x, y), faded by distance."""
    return TREES[kind](
        c, x, y, h, c.tones.at(foliage(c, kind), depth), c.tones.at(mix(c.tones.wood, "#4a3527", 0.3), depth)
    )


def trees(c: Canvas, arg: str = "") -> None:
    """Single trees left and right of the calm middle, smaller ones farther away."""
    kinds = _kinds(c, arg)
    amount = max(2, round(c.dice.choice((3, 4, 5, 6)) * (0.4 + c.density)))
    spots = []
    for _ in range(amount):
        k = c.dice.random() ** 0.8
        spots.append((c.hy + (c.gy - c.hy) * (0.1 + 0.6 * k), c.edge(0.34 - 0.1 * k), k))
    for y, x, k in sorted(spots):
        c.middle(
            "tree",
            tree(
                c,
                c.dice.choice(kinds),
                x,
                y,
                min(c.h * 0.62, c.h * (0.15 + 0.25 * k) * c.dice.uniform(0.85, 1.2)),
                0.3 * (1 - k),
            ),
        )


def tall_trees(c: Canvas, arg: str = "") -> None:
    """Near trunks at the borders whose crowns leave the page at the top: a natural frame."""
    bark = c.tones.local(mix(c.tones.wood, "#3d2c26", 0.45))
    parts = []
    for side in (0, 1):
        for k in range(c.dice.choice((1, 1, 2))):
            x = c.w * (0.02 + 0.1 * k + c.dice.uniform(-0.02, 0.04))
            x = c.w - x if side else x
            w = c.u * c.dice.uniform(34, 62) * (1 - 0.35 * k)
            y = c.gy - 0.05 * c.h * (k + 0.5)
            d = (
                f"M{x - w:.1f} {y:.1f}"
                f"Q{x - w * 0.45:.1f} {y - 0.1 * c.h:.1f} {x - w * 0.42:.1f} {y - 0.3 * c.h:.1f}"
                f"L{x - w * 0.5:.1f} -5L{x + w * 0.42:.1f} -5L{x + w * 0.4:.1f} {y - 0.3 * c.h:.1f}"
                f"Q{x + w * 0.48:.1f} {y - 0.1 * c.h:.1f} {x + w * 1.1:.1f} {y:.1f}Z"
            )
            shade = (
                f"M{x - c.side * w * 0.08:.1f} -5L{x - c.side * w * 0.45:.1f} -5"
                f"L{x - c.side * w * 0.42:.1f} {y - 0.3 * c.h:.1f}"
                f"Q{x - c.side * w * 0.46:.1f} {y - 0.1 * c.h:.1f} {x - c.side * w:.1f} {y:.1f}"
                f"L{x - c.side * w * 0.2:.1f} {y:.1f}Z"
            )
            parts.append(fill(d, shift(bark, 0.05 * k)) + fill(shade, shift(bark, 0.05 * k - 0.04)))
    c.middle("tree trunks", *parts)
    canopy(c)


def canopy(c: Canvas, arg: str = "") -> None:
    """Leaves hanging in from the top."""
    if c.tones.snowy and not c.tones.palette.given:
        return
    for k, lift in ((0.0, 0.0), (0.04, 0.35)):
        d = ""
        for x in c.spread(9, 0.3, -0.06, 1.06):
            away = abs(x / c.w - 0.5) * 2
            d += blob(c.dice, x, -0.02 * c.h, 0.1 * c.w, c.h * (0.03 + 0.13 * away * away) * (1 - lift), 8, 0.14)
        c.middle("canopy", fill(d, c.tones.local(shift(foliage(c, "round"), k - 0.05))))


def stand(c: Canvas, arg: str = "wood") -> None:
    """A wood in the distance: two or three rows of trees, each farther one paler."""
    kinds = _kinds(c, arg)
    rows = c.dice.choice((2, 3, 3))
    for k in range(rows):
        near = (k + 1) / rows
        count = round((15 - 5 * near) * min(1.6, c.w / c.h + 0.2))
        foot = c.hy + c.h * (0.015 + 0.03 * k)
        tall = c.h * (0.2 + 0.14 * near) * min(1.0, c.hy / (0.5 * c.h))
        color = c.tones.at(foliage(c, kinds[0]), 0.68 - 0.5 * near)
        if k < rows - 1:
            c.middle("far trees", _mass(c, kinds[0], count, foot, tall, color))
        else:
            spots = [x for x in c.spread(count, 0.42) if abs(x / c.w - 0.5) > 0.13]
            c.middle(
                "trees",
                *(
                    tree(
                        c,
                        c.dice.choice(kinds),
                        x,
                        foot + c.dice.uniform(0, 0.02) * c.h,
                        tall * c.dice.uniform(0.8, 1.1),
                        0.2,
                    )
                    for x in spots
                ),
            )


def _mass(c: Canvas, kind: str, count: int, foot: float, tall: float, color: str) -> str:
    """Far trees run together into one silhouette."""
    d = rect(-0.01 * c.w, foot - tall * 0.14, 1.02 * c.w, tall * 0.14 + 0.05 * c.h)
    for x in c.spread(count * 2, 0.45, -0.02, 1.02):
        h = tall * c.dice.uniform(0.62, 1.05)
        if kind in ("pine", "cypress", "bare"):
            half = h * 0.15
            d += poly(
                [
                    (x, foot - h),
                    (x + half * 0.6, foot - h * 0.5),
                    (x + half * 0.4, foot - h * 0.5),
                    (x + half, foot),
                    (x - half, foot),
                    (x - half * 0.4, foot - h * 0.5),
                    (x - half * 0.6, foot - h * 0.5),
                ]
            )
        else:
            d += blob(c.dice, x, foot - h * 0.55, h * 0.25, h * 0.44, 8, 0.1)
    return fill(d, color)


def treeline(c: Canvas, arg: str = "") -> None:
    """A low far hedge of crowns or spikes on the horizon."""
    kind = arg if arg else c.dice.choice(("round", "pine", "round"))
    color = c.tones.at(foliage(c, kind), 0.45)
    c.middle("treeline", _mass(c, kind, 12, c.hy + 0.03 * c.h, c.h * c.dice.uniform(0.07, 0.12), color))


def bushes(c: Canvas, arg: str = "") -> None:
    """Rounded shrubs at the sides."""
    parts = []
    for _ in range(c.dice.choice((3, 4, 5))):
        x, y = c.edge(0.3), c.hy + (c.gy - c.hy) * c.dice.uniform(0.15, 0.75)
        w = c.u * c.dice.uniform(90, 190)
        g = c.tones.local(foliage(c, "bush"))
        parts.append(
            fill(scallop(c.dice, x - w / 2, y, w, w * 0.5, 5), g)
            + fill(scallop(c.dice, x - w * 0.36, y, w * 0.66, w * 0.22, 4), shift(g, -0.045))
        )
    c.middle("bushes", *parts)


def hedge(c: Canvas, arg: str = "") -> None:
    """A clipped or wavy hedge behind the subject."""
    g = c.tones.at(foliage(c, "bush"), 0.15)
    y, h = c.hy + (c.gy - c.hy) * 0.3, 0.1 * c.h
    if c.dice.random() < 0.5:
        top = ridge_line(c, y - h * 0.6, h * 0.5, 3.5, 0.3, 30)
        c.middle("hedge", fill(under(top, y + 0.02 * c.h), g))
    else:
        c.middle(
            "hedge",
            fill(rect(-5, y - h, c.w + 10, h + 0.02 * c.h), g),
            fill(rect(-5, y - h, c.w + 10, h * 0.16), shift(g, 0.05)),
        )


def tufts(c: Canvas, arg: str = "") -> None:
    """Blades of grass, more of them near the borders; two tones."""
    if c.tones.snowy and not c.tones.palette.given:
        return
    base = c.tones.grass if arg != "dry" else mix(c.tones.sand, c.tones.leaf, 0.4)
    out = ["", ""]
    for i in range(round(14 + 24 * c.density)):
        y = c.hy + (c.h - c.hy) * c.dice.uniform(0.16, 0.98)
        x = c.edge(0.4) if c.dice.random() < 0.6 else c.dice.uniform(0, 1) * c.w
        s = c.u * (5 + 24 * (y - c.hy) / max(1.0, c.h - c.hy))
        for a in (-0.5, 0.0, 0.5):
            out[i % 2] += (
                f"M{x + a * s * 0.5 - s * 0.08:.1f} {y:.1f}"
                f"Q{x + a * s * 0.6:.1f} {y - s * 0.6:.1f} {x + a * s * 1.3:.1f} {y - s * (1 - abs(a) * 0.5):.1f}"
                f"Q{x + a * s * 0.9 + s * 0.1:.1f} {y - s * 0.4:.1f} {x + a * s * 0.5 + s * 0.1:.1f} {y:.1f}Z"
            )
    c.ground("grass", fill(out[0], c.tones.local(shift(base, -0.075))), fill(out[1], c.tones.local(shift(base, 0.045))))


_PETALS = tuple((0.78 * math.sin(k * math.tau / 5), -0.78 * math.cos(k * math.tau / 5)) for k in range(5))


def flowers(c: Canvas, arg: str = "") -> None:
    """Drifts of small blossoms at the sides and in front, in three colours of the palette."""
    if c.tones.snowy and not c.tones.palette.given:
        return
    p = c.tones.palette
    colors = (p.accent, p.light, p.far if p.given else shift(p.accent, 0.06, 0.9, 45))
    data, hearts = ["", "", ""], ""
    for _ in range(3 + round(3 * c.density)):
        cx, cy = c.edge(0.36), c.hy + (c.h - c.hy) * c.dice.uniform(0.3, 0.97)
        kind = c.dice.randrange(3)
        for _ in range(c.dice.choice((3, 4, 6))):
            x, y = cx + c.u * c.dice.gauss(0, 55), min(c.h * 0.99, cy + c.u * c.dice.gauss(0, 20))
            s = c.u * (2.5 + 8 * max(0.0, y - c.hy) / max(1.0, c.h - c.hy))
            data[kind] += "".join(dot(x + s * dx, y + s * dy, s * 0.58) for dx, dy in _PETALS)
            hearts += dot(x, y, s * 0.55)
    c.ground(
        "flowers",
        *(fill(d, c.tones.local(k)) for d, k in zip(data, colors, strict=True)),
        fill(hearts, c.tones.local("#f4c542")),
    )


def crops(c: Canvas, arg: str = "wheat") -> None:
    """Ears of wheat standing along the lower edge."""
    base = mix("#e7b955", c.tones.palette.ground, 0.2)
    out = ["", ""]
    for i, x in enumerate(c.spread(26, 0.5)):
        away = abs(x / c.w - 0.5) * 2
        h = c.h * (0.06 + 0.13 * away) * c.dice.uniform(0.8, 1.2)
        lean = c.u * c.dice.uniform(-10, 10)
        out[i % 2] += leaf(x, c.h + 4, h, 2.2 * c.u, 90 - lean * 0.5)
        for k in range(5):
            y = c.h - h * (0.62 + 0.09 * k)
            out[i % 2] += leaf(x + lean * 0.3, y, 17 * c.u, 4 * c.u, 55) + leaf(
                x + lean * 0.3, y, 17 * c.u, 4 * c.u, 125
            )
    c.front("wheat", fill(out[0], c.tones.local(shift(base, -0.05))), fill(out[1], c.tones.local(shift(base, 0.03))))


def reeds(c: Canvas, arg: str = "") -> None:
    """Bulrushes at one or both borders."""
    g = c.tones.local(mix("#5b8a52", c.tones.leaf, 0.4))
    blades, heads = "", ""
    for _ in range(14):
        x, y = c.edge(0.16), min(c.h, c.gy + c.dice.uniform(-0.1, 0.06) * c.h)
        h = c.h * c.dice.uniform(0.1, 0.22)
        blades += leaf(x, y, h, 5 * c.u, 90 + c.dice.uniform(-14, 14))
        if c.dice.random() < 0.5:
            heads += rect(x - 5 * c.u, y - h * 1.1, 10 * c.u, h * 0.26, 5 * c.u)
            blades += rect(x - 1.2 * c.u, y - h, 2.4 * c.u, h)
    c.middle("reeds", fill(blades, g), fill(heads, c.tones.local("#7a4f33")))


def ferns(c: Canvas, arg: str = "") -> None:
    """Arching fronds low at the borders."""
    if c.tones.snowy and not c.tones.palette.given:
        return
    out = ["", ""]
    for _ in range(c.dice.choice((3, 4, 5))):
        x, y = c.edge(0.2), min(0.98 * c.h, c.gy + c.dice.uniform(-0.12, 0.08) * c.h)
        size = c.u * c.dice.uniform(70, 130)
        for k in range(6):
            out[k % 2] += leaf(x, y, size * (1 - 0.07 * abs(k - 2.5)), size * 0.13, 25 + k * 26 + c.dice.uniform(-6, 6))
    g = foliage(c, "fern")
    c.middle("ferns", fill(out[0], c.tones.local(shift(g, -0.05))), fill(out[1], c.tones.local(g)))


def leaves_frame(c: Canvas, arg: str = "") -> None:
    """Large dark leaves reaching in from the corners, in front of everything."""
    dark = c.tones.local(shift(c.tones.leaf, -0.16))
    corners = c.dice.choice(
        (((0, 1), (1, 1)), ((0, 1), (1, 0)), ((1, 1), (0, 0)), ((0, 0), (1, 0)), ((0, 1), (1, 1), (1, 0)))
    )
    parts = []
    for cx, cy in corners:
        x, y = cx * c.w, cy * c.h
        toward = {(0, 0): -45, (1, 0): -135, (0, 1): 45, (1, 1): 135}[(cx, cy)]
        for k in range(5):
            angle = toward + (k - 2) * 24 + c.dice.uniform(-7, 7)
            size = c.u * c.dice.uniform(150, 235) * (1 - 0.13 * abs(k - 2))
            parts.append(fill(leaf(x, y, size, size * 0.17, angle), shift(dark, 0.02 * (k % 3))))
    c.front("leaves", *parts)


def branch_frame(c: Canvas, arg: str = "") -> None:
    """A leafy or blossoming branch across an upper corner; none in winter."""
    if c.tones.snowy and not c.tones.palette.given:
        return
    s = c.dice.choice((-1, 1))
    x0, y0 = (-0.01 * c.w, 0.05 * c.h) if s > 0 else (1.01 * c.w, 0.05 * c.h)
    length, wood = 0.44 * c.w, c.tones.local(mix(c.tones.wood, "#3d2c26", 0.4))
    d = (
        f"M{x0:.1f} {y0:.1f}"
        f"Q{x0 + s * length * 0.5:.1f} {y0 + 0.01 * c.h:.1f} {x0 + s * length:.1f} {y0 + 0.07 * c.h:.1f}"
    )
    color = (
        shift(c.tones.leaf, -0.07)
        if c.tones.season != "spring" or c.tones.palette.given
        else mix("#f2a9c0", c.tones.palette.light, 0.1)
    )
    data = ["", ""]
    for k in range(13):
        t = 0.08 + 0.07 * k
        x, y = x0 + s * length * t, y0 + c.h * (0.02 * t + 0.05 * t * t)
        data[k % 2] += leaf(
            x,
            y,
            c.u * c.dice.uniform(42, 70),
            13 * c.u,
            (-60 if s > 0 else -120) + (100 if k % 2 else 0) * s + c.dice.uniform(-16, 16),
        )
    c.front(
        "branch",
        line(d, wood, 11 * c.u),
        fill(data[0], c.tones.local(color)),
        fill(data[1], c.tones.local(shift(color, -0.05))),
    )


def grass_frame(c: Canvas, arg: str = "") -> None:
    """Tall blades along the lower edge, low in the middle."""
    base = shift(c.tones.grass if not c.tones.snowy else c.tones.leaf, -0.12)
    out = ["", ""]
    for i, x in enumerate(c.spread(34, 0.5, -0.02, 1.02)):
        away = abs(x / c.w - 0.5) * 2
        h = c.h * (0.025 + 0.12 * away**1.6) * c.dice.uniform(0.7, 1.25)
        out[i % 2] += leaf(x, c.h + 3, h, 7 * c.u, 90 + c.dice.uniform(-22, 22))
    c.front("grass", fill(out[0], c.tones.local(base)), fill(out[1], c.tones.local(shift(base, 0.04))))


def lily_pads(c: Canvas, arg: str = "") -> None:
    """Leaves and blossoms on a pond."""
    pads, blossoms = "", ""
    g = c.tones.local("#5aa06a" if not c.tones.palette.given else c.tones.palette.near)
    for _ in range(9):
        x, y = c.edge(0.42), c.hy + (c.h - c.hy) * c.dice.uniform(0.3, 0.95)
        r = c.u * (16 + 30 * (y - c.hy) / max(1.0, c.h - c.hy))
        pads += soft(
            [
                (x - r, y),
                (x - r * 0.6, y - r * 0.3),
                (x + r * 0.6, y - r * 0.32),
                (x + r, y),
                (x + r * 0.5, y + r * 0.3),
                (x + r * 0.1, y + r * 0.05),
                (x - r * 0.5, y + r * 0.3),
            ]
        )
        if c.dice.random() < 0.4:
            blossoms += "".join(leaf(x, y, r * 0.55, r * 0.16, a) for a in (30, 60, 90, 120, 150))
    c.ground(
        "lily pads",
        fill(pads, g),
        fill(blossoms, c.tones.local("#f5b8cf" if not c.tones.palette.given else c.tones.palette.accent)),
    )
