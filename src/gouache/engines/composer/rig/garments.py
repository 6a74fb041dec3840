"""Cuts of clothes: outfits, skirts, and what makes a shirt a shirt: collars, buttons, lapels, belts, stripes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Skeleton
from gouache.engines.composer.rig.hats import star
from gouache.engines.composer.rig.ink import XY, Shape, both, ellipse, polygon
from gouache.engines.composer.rig.part import Part, lit, shaded


@dataclass(frozen=True, slots=True)
class Outfit:
    """What covers trunk, arms, legs and feet; None leaves that part bare. `shoes` "skin" means barefoot."""

    top: str | None = "tshirt"
    top_color: str = "#3f7fbf"
    bottom: str | None = "trousers"
    bottom_color: str = "#3d4a63"
    shoes: str = "#3a3a44"
    gloves: str | None = None
    accent: str = "#f2c14e"


LONG = frozenset(
    ["shirt", "sweater", "hoodie", "jacket", "suit", "coat", "labcoat", "robe", "armor", "overalls", "uniform",
        "chef", "firecoat", "royal", "cardigan", "puffer", "wetsuit", "fur", "clown", "santa", "tunic", "hero",
        "hivis", "sailor", "waiter", "wrap", "kimono", "spacesuit", "pirate", "stripes", "gown", "bones", "rags",
        "cardigan", "raincoat"]
)
BARE_ARMS = frozenset(["tank", "mermaid", "tutu", "vest", "none"])
SKIRTS: dict[str, tuple[float, float]] = {  # how far down the leg, how wide at the hem in hip widths
    "dress": (0.46, 1.75), "gown": (0.96, 2.6), "robe": (0.92, 1.75), "kimono": (0.86, 1.45), "tutu": (0.13, 3.7),
    "coat": (0.42, 1.3), "labcoat": (0.44, 1.3), "firecoat": (0.2, 1.22), "tunic": (0.24, 1.4), "santa": (0.2, 1.4),
    "royal": (0.2, 1.3), "fur": (0.2, 1.36), "raincoat": (0.4, 1.5), "cardigan": (0.1, 1.12), "pirate": (0.3, 1.34),
}  # fmt: skip


def band(bones: Skeleton, top: float, bottom: float) -> Shape:
    """A slab across the trunk, in body units."""
    return ink.apply(ink.path(f"M-300 {top} L300 {top} L300 {bottom} L-300 {bottom} Z"), bones.torso)


def skirt(bones: Skeleton, drop: float, flare: float) -> Shape:
    """From the waist to `drop` leg lengths below the hips, hanging over the legs."""
    b = bones.build
    squeeze = 0.8 if bones.pose.side else 1.0
    w = b.shoulder * b.waist * squeeze
    spread = max(abs(bones.knees[0][0] - bones.hip[0]), abs(bones.knees[1][0] - bones.hip[0])) if drop > 0.3 else 0.0
    hem = max(b.hip * flare, spread * 0.9 + b.leg_radii[1], b.hip + b.leg_radii[0] * (1.02 if drop > 0.15 else 0.9))
    if bones.pose.has("lie"):  # a skirt falls along the legs
        hem = b.leg_radii[0] * 1.5
    bottom = b.torso + b.leg * drop * (bones.pose.hip if bones.pose.has("sit") else 1.0)
    y = b.torso * 0.6
    shape = polygon((-w, y), (w, y), (w * 1.04, b.torso * 0.9), (hem, bottom - 4), (hem * 0.6, bottom + 5), (0,
        bottom + 8), (-hem * 0.6, bottom + 5), (-hem, bottom - 4), (-w * 1.04, b.torso * 0.9), radius=9)
    return ink.apply(shape, bones.torso)


# ---- details of tops, in torso units

Detail = Callable[[Part, Skeleton, Shape, Outfit, str], None]


def _put(part: Part, bones: Skeleton, cover: Shape | None, shape: Shape, color: str) -> None:
    placed = ink.apply(shape, bones.torso)
    part.fill(both(placed, cover) if cover is not None else placed, color)


def _stroke(part: Part, bones: Skeleton, points: list[XY], color: str, width: float) -> None:
    part.line(ink.apply(ink.strand(*points), bones.torso), color, width)


def chest_width(bones: Skeleton) -> float:
    """Half the width of the chest."""
    return bones.build.shoulder * (1.25 if bones.build.pear else 0.62 if bones.pose.side else 0.95)


def _round_neck(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    if not bones.build.pear:
        r = bones.build.head * 40
        _put(part, bones, cover, ellipse(0, 0, r * 1.25, r * 0.72), shaded(outfit.top_color, 0.08))
        _put(part, bones, cover, ellipse(0, -2, r, r * 0.6), shaded(skin, 0.04))


def _v_neck(part: Part, bones: Skeleton, cover: Shape, under: str, depth: float, width: float = 0.42) -> None:
    w = chest_width(bones) * width
    _put(part, bones, cover, polygon((-w, -40), (w, -40), (w, -4), (0, depth), (-w, -4), radius=2), under)


def _collar(part: Part, bones: Skeleton, color: str) -> None:
    w = chest_width(bones) * 0.46
    for s in (1, -1):
        flap = polygon((0, 12), (s * w * 0.9, -10), (s * w * 1.2, 8), (s * w * 0.62, 30), radius=3)
        _put(part, bones, None, flap, lit(color, 0.06) if lch(color).L < 0.9 else shift(color, -0.03))


def _buttons(part: Part, bones: Skeleton, start: float, end: float, count: int, color: str, x: float = 0.0) -> None:
    r = bones.build.shoulder * 0.055
    for n in range(count):
        y = start + (end - start) * n / max(1, count - 1)
        _put(part, bones, None, ellipse(x, y, r), color)


def _shirt(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t = bones.build.torso
    _v_neck(part, bones, cover, shaded(skin, 0.03) if not bones.build.pear else shaded(outfit.top_color, 0.1), 26)
    _stroke(part, bones, [(0, 24), (0, t * 0.92)], shaded(outfit.top_color, 0.06), 3)
    _buttons(part, bones, t * 0.32, t * 0.82, 4, shaded(outfit.top_color, 0.14))
    _collar(part, bones, outfit.top_color)


def _sweater(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _round_neck(part, bones, cover, outfit, skin)
    t, dark = bones.build.torso, shaded(outfit.top_color, 0.05)
    part.fill(both(cover, band(bones, t * 0.86, t * 0.99)), dark)
    for y in (0.4, 0.52):
        w = chest_width(bones)
        points = [(-w * 1.1 + i * w * 0.22, t * y + (6 if i % 2 else -6)) for i in range(11)]
        _stroke(part, bones, points, lit(outfit.top_color, 0.1), 4)


def _hoodie(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w, dark = bones.build.torso, chest_width(bones), shaded(outfit.top_color, 0.06)
    _put(part, bones, None, ink.cut(ellipse(0, 4, w * 0.86, w * 0.42), ellipse(0, -6, w * 0.5, w * 0.24)), lit(
        outfit.top_color, 0.03))
    pocket = polygon((-w * 0.44, t * 0.6), (w * 0.44, t * 0.6), (w * 0.66, t * 0.86), (-w * 0.66, t * 0.86), radius=6)
    _put(part, bones, cover, pocket, dark)
    part.fill(both(cover, band(bones, t * 0.9, t * 1.02)), dark)
    for s in (1, -1):
        _stroke(part, bones, [(s * w * 0.2, w * 0.36), (s * w * 0.22, w * 0.8)], "#f7f4ec", 4)


def _jacket(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    under = mix(outfit.top_color, "#f5f1e8", 0.88)
    _put(part, bones, cover, polygon((-w * 0.4, -40), (w * 0.4, -40), (w * 0.26, t * 1.1), (-w * 0.26, t * 1.1),
        radius=2), under)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.3, -12), (s * w * 0.72, 10), (s * w * 0.3, t * 0.46), radius=4),
            shaded(outfit.top_color, 0.06))


def _suit(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _v_neck(part, bones, cover, "#fbfbf8", t * 0.5, 0.46)
    tie = polygon((-w * 0.09, 8), (w * 0.09, 8), (w * 0.13, t * 0.38), (0, t * 0.47), (-w * 0.13, t * 0.38), radius=2)
    _put(part, bones, cover, tie, "#b8323e" if abs(lch(outfit.top_color).h - 25) > 40 or lch(
        outfit.top_color).C < 0.05 else "#2f2d3d")
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.36, -14), (s * w * 0.72, 4), (s * w * 0.62, t * 0.24), (0,
            t * 0.54), radius=3), lit(outfit.top_color, 0.05))
    _buttons(part, bones, t * 0.62, t * 0.78, 2, shaded(outfit.top_color, 0.16))


def _labcoat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _v_neck(part, bones, cover, "#7fb4d9", t * 0.48, 0.5)
    _collar(part, bones, outfit.top_color)
    _stroke(part, bones, [(0, t * 0.48), (0, t * 1.1)], shaded(outfit.top_color, 0.12), 3)
    _put(part, bones, cover, polygon((w * 0.22, t * 0.34), (w * 0.62, t * 0.34), (w * 0.62, t * 0.5), (w * 0.22,
        t * 0.5), radius=4), shaded(outfit.top_color, 0.05))


def _coat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _v_neck(part, bones, cover, "#f1ece2", t * 0.3, 0.4)
    for s in (1, -1):
        _put(part, bones, None, polygon((s * w * 0.12, -4), (s * w * 0.66, -8), (s * w * 0.74, 22), (s * w * 0.2,
            t * 0.34), radius=5), lit(outfit.top_color, 0.05))
    _put(part, bones, cover, polygon((-w * 1.4, t * 0.62), (w * 1.4, t * 0.62), (w * 1.4, t * 0.7), (-w * 1.4,
        t * 0.7), radius=1), shaded(outfit.top_color, 0.12))
    _buttons(part, bones, t * 0.42, t * 0.86, 3, shaded(outfit.top_color, 0.2), w * 0.24)


def _uniform(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _shirt(part, bones, cover, outfit, skin)
    t, w = bones.build.torso, chest_width(bones)
    part.fill(both(cover, band(bones, t * 0.84, t * 0.95)), shaded(outfit.top_color, 0.2))
    _put(part, bones, None, star(w * 0.45, t * 0.28, w * 0.16), "#f2c14e")
    _put(part, bones, cover, polygon((-w * 0.62, t * 0.24), (-w * 0.26, t * 0.24), (-w * 0.26, t * 0.4), (-w * 0.62,
        t * 0.4), radius=3), shaded(outfit.top_color, 0.06))


def _chef(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _stroke(part, bones, [(w * 0.1, 12), (w * 0.1, t * 0.94)], shaded(outfit.top_color, 0.09), 3)
    for x in (-w * 0.24, w * 0.36):
        _buttons(part, bones, t * 0.3, t * 0.78, 3, "#3b4453", x)


def _striped_band(part: Part, bones: Skeleton, cover: Shape, color: str, levels: tuple[float, ...],
    half: float) -> None:
    t = bones.build.torso
    for y in levels:
        part.fill(both(cover, band(bones, t * (y - half), t * (y + half))), color)


def _hivis(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _round_neck(part, bones, cover, outfit, skin)
    _striped_band(part, bones, cover, "#f4f1c8", (0.48, 0.72), 0.045)
    w = chest_width(bones)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.42, -20), (s * w * 0.62, -20), (s * w * 0.62,
            bones.build.torso * 0.5), (s * w * 0.42, bones.build.torso * 0.5), radius=1), "#f4f1c8")


def _firecoat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _striped_band(part, bones, cover, "#f4ef9a", (0.36, 0.8), 0.05)
    _stroke(part, bones, [(0, 6), (0, bones.build.torso)], shaded(outfit.top_color, 0.14), 4)
    _collar(part, bones, shaded(outfit.top_color, 0.1))


def _overalls(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    shirt = "#d8674a" if lch(outfit.top_color).h > 180 else "#f3ead8"
    part.solid(both(cover, band(bones, -60, t * 0.66)), shirt, depth=7)
    _round_neck(part, bones, cover, Outfit(top_color=shirt), skin)
    _put(part, bones, cover, polygon((-w * 0.56, t * 0.34), (w * 0.56, t * 0.34), (w * 0.72, t * 0.8), (-w * 0.72,
        t * 0.8), radius=8), outfit.top_color)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.34, -20), (s * w * 0.54, -20), (s * w * 0.54, t * 0.42), (
            s * w * 0.34, t * 0.42), radius=2), outfit.top_color)
        _buttons(part, bones, t * 0.4, t * 0.4, 1, "#f2c14e", s * w * 0.44)
    _put(part, bones, cover, polygon((-w * 0.26, t * 0.5), (w * 0.26, t * 0.5), (w * 0.26, t * 0.68), (-w * 0.26,
        t * 0.68), radius=5), shaded(outfit.top_color, 0.05))


def _armor(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w, dark = bones.build.torso, chest_width(bones), shaded(outfit.top_color, 0.08)
    _stroke(part, bones, [(0, 16), (0, t * 0.6)], dark, 4)
    _stroke(part, bones, [(-w * 0.8, t * 0.4), (-w * 0.3, t * 0.56), (0, t * 0.58), (w * 0.3, t * 0.56), (w * 0.8,
        t * 0.4)], dark, 4)
    part.fill(both(cover, band(bones, t * 0.76, t * 0.86)), "#8a5a36")
    for s in (1, -1):
        part.solid(ink.apply(ellipse(s * w * 0.95, 18, w * 0.36, w * 0.3, s * 24), bones.torso), lit(outfit.top_color,
            0.04), 5)


def _royal(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _put(part, bones, cover, polygon((-w * 0.16, -20), (w * 0.16, -20), (w * 0.16, t * 1.2), (-w * 0.16, t * 1.2),
        radius=1), "#f2c14e")
    part.fill(both(cover, band(bones, t * 0.74, t * 0.84)), "#f2c14e")
    _put(part, bones, None, ink.cut(ellipse(0, 4, w * 0.9, w * 0.36), ellipse(0, -8, w * 0.46, w * 0.2)), "#fdf6e6")
    _buttons(part, bones, t * 0.3, t * 0.64, 3, shaded("#f2c14e", 0.1))


def _robe(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _v_neck(part, bones, cover, lit(outfit.top_color, 0.16), t * 0.3, 0.4)
    belt = polygon((-w * 1.2, t * 0.64), (w * 1.2, t * 0.64), (w * 1.2, t * 0.74), (-w * 1.2, t * 0.74), radius=1)
    _put(part, bones, cover, belt, outfit.accent)


def _kimono(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _v_neck(part, bones, cover, "#fbf6ee", t * 0.42, 0.5)
    _stroke(part, bones, [(-w * 0.46, -6), (w * 0.1, t * 0.44)], shaded(outfit.top_color, 0.14), 6)
    _stroke(part, bones, [(w * 0.46, -6), (-w * 0.06, t * 0.4)], shaded(outfit.top_color, 0.14), 6)
    _put(part, bones, cover, polygon((-w * 1.3, t * 0.54), (w * 1.3, t * 0.54), (w * 1.3, t * 0.78), (-w * 1.3,
        t * 0.78), radius=1), "#2f2d3d" if lch(outfit.top_color).L > 0.4 else "#f2c14e")


def _gown(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _put(part, bones, cover, ink.curve((-w * 0.62, -30), (w * 0.62, -30), (w * 0.46, 14), (0, 28), (-w * 0.46, 14)),
        skin)
    part.fill(both(cover, band(bones, t * 0.6, t * 0.67)), lit(outfit.top_color, 0.12))


def _dress(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _round_neck(part, bones, cover, outfit, skin)
    part.fill(both(cover, band(bones, bones.build.torso * 0.6, bones.build.torso * 0.68)), shaded(outfit.top_color,
        0.1))


def _stripes(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _striped_band(part, bones, cover, "#39589e", (0.2, 0.38, 0.56, 0.74), 0.04)
    _round_neck(part, bones, cover, outfit, skin)


def _sport(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = chest_width(bones), bones.build.torso
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.72, -20), (s * w * 1.3, -20), (s * w * 1.3, t * 1.2), (
            s * w * 0.84, t * 1.2), radius=1), lit(outfit.top_color, 0.2))
    _round_neck(part, bones, cover, outfit, skin)
    part.fill(ink.apply(polygon((-w * 0.1, t * 0.28), (w * 0.16, t * 0.28), (w * 0.16, t * 0.64), (-0.02 * w,
        t * 0.64), (-0.02 * w, t * 0.38), (-w * 0.1, t * 0.38), radius=2), bones.torso), "#ffffff")


def _hero(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    part.solid(ink.apply(polygon((-w * 0.42, t * 0.2), (w * 0.42, t * 0.2), (w * 0.5, t * 0.34), (0, t * 0.6), (
        -w * 0.5, t * 0.34), radius=6), bones.torso), "#f2c14e", 4)
    _put(part, bones, None, star(0, t * 0.36, w * 0.22), "#d8343c")
    part.fill(both(cover, band(bones, t * 0.82, t * 0.92)), "#f2c14e")
    part.fill(both(cover, band(bones, t * 0.92, t + 60)), "#d8343c")


def _santa(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    _put(part, bones, cover, polygon((-w * 0.13, -20), (w * 0.13, -20), (w * 0.13, t * 1.2), (-w * 0.13, t * 1.2),
        radius=1), "#fdfbf7")
    part.fill(both(cover, band(bones, t * 0.68, t * 0.8)), "#2d2430")
    _put(part, bones, None, ink.cut(polygon((-w * 0.2, t * 0.66), (w * 0.2, t * 0.66), (w * 0.2, t * 0.82), (-w * 0.2,
        t * 0.82), radius=4), polygon((-w * 0.1, t * 0.7), (w * 0.1, t * 0.7), (w * 0.1, t * 0.78), (-w * 0.1,
        t * 0.78), radius=2)), "#f2c14e")


def _clown(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    for x, y, c in ((-0.5, 0.3, "#e0474c"), (0.5, 0.24, "#4fa3e3"), (0.42, 0.62, "#5bb85d"), (-0.44, 0.7, "#4fa3e3"),
        (0, 0.9, "#e0474c")):
        _put(part, bones, cover, ellipse(w * x, t * y, w * 0.15), c)
    _put(part, bones, None, ink.cut(ellipse(0, 6, w * 0.9, w * 0.36), ellipse(0, -8, w * 0.44, w * 0.18)), "#fbfbf8")
    _buttons(part, bones, t * 0.36, t * 0.76, 3, "#e0474c")


def _tutu(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _gown(part, bones, cover, outfit, skin)
    part.fill(ink.apply(skirt(bones, 0.08, 3.2), ink.IDENTITY), lit(outfit.top_color, 0.06))


def _spacesuit(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    part.solid(ink.apply(polygon((-w * 0.46, t * 0.3), (w * 0.46, t * 0.3), (w * 0.46, t * 0.6), (-w * 0.46, t * 0.6),
        radius=8), bones.torso), "#c9d2de", 5)
    for x, c in ((-0.24, "#e0474c"), (0.0, "#f2c14e"), (0.24, "#4fa3e3")):
        _put(part, bones, None, ellipse(w * x, t * 0.42, w * 0.075), c)
    _put(part, bones, None, polygon((-w * 0.3, t * 0.5), (w * 0.3, t * 0.5), (w * 0.3, t * 0.55), (-w * 0.3,
        t * 0.55), radius=2), "#8f9aab")
    part.fill(both(cover, band(bones, t * 0.8, t * 0.9)), "#8f9aab")
    part.solid(ink.apply(ellipse(0, 0, w * 0.66, w * 0.24), bones.torso), "#b5c0cf", 4)


def _tank(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = chest_width(bones), bones.build.torso
    for s in (1, -1):
        _stroke(part, bones, [(s * w * 0.5, 0), (s * w * 0.52, t * 0.22)], outfit.top_color, 15)


def _vest(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = chest_width(bones), bones.build.torso
    _put(part, bones, cover, polygon((-w * 0.34, -40), (w * 0.34, -40), (w * 0.16, t * 1.2), (-w * 0.16, t * 1.2),
        radius=2), "#f3ead8" if not bones.build.pear else shaded(outfit.top_color, 0.12))


def _waiter(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _v_neck(part, bones, cover, "#fbfbf8", bones.build.torso * 0.56, 0.5)
    _buttons(part, bones, bones.build.torso * 0.64, bones.build.torso * 0.84, 2, "#d9d4c8")


def _sailor(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w = chest_width(bones)
    _put(part, bones, cover, polygon((-w * 0.8, -20), (w * 0.8, -20), (w * 0.62, 26), (0, 58), (-w * 0.62, 26),
        radius=3), "#39589e")
    _v_neck(part, bones, cover, skin, 30, 0.3)
    _put(part, bones, None, polygon((-w * 0.12, 52), (w * 0.12, 52), (w * 0.2, 84), (-w * 0.2, 84), radius=3),
        "#d8343c")


def _bones(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = chest_width(bones), bones.build.torso
    dark = "#4a4453"
    for i in range(4):
        y = t * (0.2 + i * 0.15)
        for s in (1, -1):
            _put(part, bones, cover, ink.curve((s * w * 0.16, y), (s * w * 0.9, y - 5), (s * w * 0.9, y + 8), (
                s * w * 0.16, y + 12)), dark)


def _rags(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = chest_width(bones), bones.build.torso
    _round_neck(part, bones, cover, outfit, skin)
    for x, y in ((-0.4, 0.4), (0.3, 0.66)):
        _put(part, bones, cover, polygon((w * (x - 0.2), t * y), (w * x, t * (y - 0.1)), (w * (x + 0.2),
            t * (y + 0.03)), (w * x, t * (y + 0.09)), radius=2), shaded(skin, 0.06))


def _puffer(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, chest_width(bones)
    for y in (0.26, 0.46, 0.66, 0.84):
        _stroke(part, bones, [(-w * 0.9, t * y), (0, t * (y + 0.04)), (w * 0.9, t * y)], shaded(outfit.top_color,
            0.08), 4)
    _stroke(part, bones, [(0, 6), (0, t * 0.94)], lit(outfit.top_color, 0.2), 4)


def _cardigan(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t = bones.build.torso
    _v_neck(part, bones, cover, "#f5efe2", t * 0.46, 0.5)
    _stroke(part, bones, [(0, t * 0.46), (0, t)], shaded(outfit.top_color, 0.1), 4)
    _buttons(part, bones, t * 0.54, t * 0.86, 3, "#f5efe2", chest_width(bones) * 0.1)


DETAILS: dict[str, Detail] = {
    "tshirt": _round_neck, "shirt": _shirt, "sweater": _sweater, "hoodie": _hoodie, "jacket": _jacket, "suit": _suit,
    "labcoat": _labcoat, "coat": _coat, "raincoat": _firecoat, "uniform": _uniform, "chef": _chef, "hivis": _hivis,
        "firecoat": _firecoat,
    "overalls": _overalls, "armor": _armor, "royal": _royal, "robe": _robe, "kimono": _kimono, "gown": _gown,
        "dress": _dress,
    "stripes": _stripes, "sport": _sport, "hero": _hero, "santa": _santa, "clown": _clown, "tutu": _tutu,
        "tunic": _robe,
    "spacesuit": _spacesuit, "tank": _tank, "vest": _vest, "waiter": _waiter, "sailor": _sailor, "bones": _bones,
        "rags": _rags,
    "puffer": _puffer, "cardigan": _cardigan, "wrap": _kimono, "pirate": _jacket, "fur": _robe, "wetsuit": _round_neck,
}  # fmt: skip
