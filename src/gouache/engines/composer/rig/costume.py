"""Clothes: tops, bottoms, shoes and what goes over them, cut to the skeleton of whoever wears them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Figure, Skeleton, arm_layer, foot_shape, hand_shape, limb, side_name, torso_shape
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
    "shirt sweater hoodie jacket suit coat labcoat robe armor overalls uniform chef firecoat royal cardigan puffer wetsuit fur "
    "clown santa tunic hero hivis sailor waiter wrap kimono spacesuit pirate stripes gown bones rags cardigan raincoat".split()
)
BARE_ARMS = frozenset("tank mermaid tutu vest none".split())
SKIRTS: dict[str, tuple[float, float]] = {  # how far down the leg, how wide at the hem in hip widths
    "dress": (0.46, 1.75), "gown": (0.96, 2.6), "robe": (0.92, 1.75), "kimono": (0.86, 1.45), "tutu": (0.2, 2.5),
    "coat": (0.42, 1.3), "labcoat": (0.44, 1.3), "firecoat": (0.2, 1.22), "tunic": (0.24, 1.4), "santa": (0.2, 1.4),
    "royal": (0.2, 1.3), "fur": (0.2, 1.36), "raincoat": (0.4, 1.5), "cardigan": (0.1, 1.12), "pirate": (0.3, 1.34),
}  # fmt: skip


def wear_outfit(figure: Figure, outfit: Outfit, skin: str) -> None:
    """Dress a bare-bones figure: draws legs, trunk, arms and hands as well."""
    bones = figure.bones
    if outfit.bottom == "mermaid":
        figure.put("legs", _fish_tail(bones, outfit.bottom_color))
    else:
        for i in (1, 0) if bones.pose.side else (0, 1):
            if bones.pose.has("ride") and i == 1:
                continue
            figure.put("legs", _leg(bones, i, outfit, skin))
    figure.put("torso", *_trunk(bones, outfit, skin))
    for i in (0, 1):
        figure.put(arm_layer(bones, i), _arm(bones, i, outfit, skin))


def _leg(bones: Skeleton, i: int, outfit: Outfit, skin: str) -> Part:
    part = Part(f"leg-{side_name(i)}")
    dim = 0.05 if bones.pose.side and i == 1 else 0.0
    color, bare = shift(outfit.bottom_color, -dim), shift(skin, -dim)
    if outfit.bottom in ("trousers",):
        part.solid(limb(bones, "leg", i), color, depth=6)
    else:
        part.solid(limb(bones, "leg", i), bare if outfit.bottom != "bones" else skin, depth=6)
        if outfit.bottom == "shorts":
            part.solid(limb(bones, "leg", i, 0.0, 0.46, grow=4), color, depth=6)
    shoe = bare if outfit.shoes == "skin" else shift(outfit.shoes, -dim)
    foot = foot_shape(bones, i)
    if outfit.top in ("firecoat", "santa", "pirate", "spacesuit", "fur", "armor", "hero", "royal"):
        part.solid(limb(bones, "leg", i, 0.68, 1.0, grow=4), shoe, depth=5)
    part.solid(foot, shoe, depth=4)
    if outfit.shoes != "skin" and not bones.pose.has("lie"):
        y = bones.feet[i][1] + bones.build.foot * 0.26
        sole = both(foot, ink.path(f"M-999 {y} L999 {y} L999 {y + 60} L-999 {y + 60} Z"))
        part.fill(sole, shaded(shoe, 0.14) if lch(shoe).L > 0.5 else lit(shoe, 0.16))
    return part


def _trunk(bones: Skeleton, outfit: Outfit, skin: str) -> list[Part]:
    b, trunk = bones.build, torso_shape(bones)
    parts = [_neck(bones, skin if outfit.top not in ("wetsuit", "spacesuit") else outfit.top_color)]
    body = Part("torso")
    waist = both(trunk, _band(bones, b.torso * 0.86, b.torso + 60))
    if outfit.top in BARE_ARMS or outfit.top is None:
        body.solid(trunk, skin, depth=9)
    if outfit.bottom in ("trousers", "shorts", "skirt") or outfit.bottom in SKIRTS:
        body.fill(waist, outfit.bottom_color)
    if outfit.bottom == "skirt":
        body.solid(_skirt(bones, 0.42, 1.5), outfit.bottom_color, depth=9)
    parts.append(body)
    if outfit.bottom == "mermaid":
        parts.append(_shells(bones, outfit))
        return parts
    if outfit.top and outfit.top != "none":
        parts.append(top_part(bones, trunk, outfit, skin))
    return parts


def _neck(bones: Skeleton, skin: str) -> Part:
    b = bones.build
    if b.pear:
        return Part("neck")
    r = b.head * 31
    top = (bones.head[0] + (bones.neck[0] - bones.head[0]) * 0.2, bones.head[1] + (bones.neck[1] - bones.head[1]) * 0.2)
    return Part("neck").fill(ink.tube([top, bones.at(0, 10)], [r, r * 1.06], steps=2), shaded(skin, 0.06))


def _band(bones: Skeleton, top: float, bottom: float) -> Shape:
    """A slab across the trunk, in body units."""
    return ink.apply(ink.path(f"M-300 {top} L300 {top} L300 {bottom} L-300 {bottom} Z"), bones.torso)


def _skirt(bones: Skeleton, drop: float, flare: float) -> Shape:
    """From the waist to `drop` leg lengths below the hips, hanging over the legs."""
    b = bones.build
    squeeze = 0.8 if bones.pose.side else 1.0
    w = b.shoulder * b.waist * squeeze
    spread = max(abs(bones.knees[0][0] - bones.hip[0]), abs(bones.knees[1][0] - bones.hip[0])) if drop > 0.3 else 0.0
    hem = max(b.hip * flare, spread * 0.9 + b.leg_radii[1], b.hip + b.leg_radii[0] * (1.02 if drop > 0.15 else 0.9))
    bottom = b.torso + b.leg * drop * (bones.pose.hip if bones.pose.has("sit") else 1.0)
    y = b.torso * 0.6
    shape = polygon((-w, y), (w, y), (w * 1.04, b.torso * 0.9), (hem, bottom - 4), (hem * 0.6, bottom + 5), (0, bottom + 8), (-hem * 0.6, bottom + 5), (-hem, bottom - 4), (-w * 1.04, b.torso * 0.9), radius=9)
    return ink.apply(shape, bones.torso)


def top_part(bones: Skeleton, trunk: Shape, outfit: Outfit, skin: str) -> Part:
    b, style, color = bones.build, outfit.top or "tshirt", outfit.top_color
    hem = b.torso * (1.3 if b.pear else 0.94)
    if b.pear:
        hem = b.torso * (0.98 if style in ("tshirt", "sweater", "hoodie", "vest", "shirt", "tank", "sport") else 1.02)
    if style in ("wetsuit", "spacesuit", "hero", "wrap", "clown", "bones") and not b.pear:
        hem = b.torso + 60
    cover = both(trunk, _band(bones, -60 if style != "tank" else b.torso * 0.16, hem))
    if b.pear:
        cover = ink.union(cover, both(_grown(bones), _band(bones, 6, hem)))
    part = Part("wear-top")
    if style in SKIRTS and not b.pear:
        part.solid(_skirt(bones, *SKIRTS[style]), color, depth=9)
    elif style in SKIRTS and style in ("dress", "gown", "robe", "tutu", "kimono"):
        part.solid(_mascot_skirt(bones), color, depth=10)
    part.solid(cover, color, depth=9, glow=4)
    detail = DETAILS.get(style)
    if detail:
        detail(part, bones, cover, outfit, skin)
    return part


def _grown(bones: Skeleton) -> Shape:
    b = bones.build
    return ink.apply(torso_shape(bones), ink.sizing(1.05, about=bones.at(0, b.torso * 0.5)))


def _mascot_skirt(bones: Skeleton) -> Shape:
    b = bones.build
    s, t = b.shoulder, b.torso
    shape = ink.symmetric((0, t * 0.4), (s * 1.3, t * 0.5), (s * 2.1, t + 26), (s * 1.2, t + 40), (0, t + 44), tension=0.8)
    return ink.apply(shape, bones.torso)


def _arm(bones: Skeleton, i: int, outfit: Outfit, skin: str) -> Part:
    part = Part(f"arm-{side_name(i)}")
    dim = 0.04 if bones.pose.side and i == 1 else 0.0
    style, color = outfit.top or "none", shift(outfit.top_color, -dim)
    bare = shift(skin, -dim)
    palm, thumb = hand_shape(bones, i)
    hand = outfit.gloves or bare
    if style in LONG:
        part.fill(thumb, shaded(hand, 0.04)).solid(palm, hand, depth=4)
        sleeve = lit(color, 0.03) if style in ("coat", "suit") else color
        if style == "overalls":
            sleeve = "#d8674a" if lch(color).h > 180 else "#f3ead8"
        part.solid(limb(bones, "arm", i, 0.0, 0.88, grow=2.5), sleeve, depth=6)
        _cuff(part, bones, i, style, outfit)
    else:
        part.fill(thumb, shaded(hand, 0.04)).solid(limb(bones, "arm", i), bare, depth=5).solid(palm, hand, depth=4)
        if style not in BARE_ARMS and style != "none":
            part.solid(limb(bones, "arm", i, 0.0, 0.42, grow=4), color, depth=6)
        if outfit.gloves:
            part.solid(limb(bones, "arm", i, 0.86, 1.0, grow=2), outfit.gloves, depth=3)
    return part


def _cuff(part: Part, bones: Skeleton, i: int, style: str, outfit: Outfit) -> None:
    color = {
        "santa": "#fdfbf7", "suit": "#fbfbf8", "royal": "#fdf3dc", "waiter": "#fbfbf8", "firecoat": "#f4ef9a", "hivis": "#f4f1c8",
        "gown": shaded(outfit.top_color), "sweater": shaded(outfit.top_color, 0.05), "hoodie": shaded(outfit.top_color, 0.05), "fur": "#c9a77c",
    }.get(style)  # fmt: skip
    if color:
        part.solid(limb(bones, "arm", i, 0.8, 0.9, grow=3.5), color, depth=3)


# ---- details of tops, in torso units

Detail = Callable[[Part, Skeleton, Shape, Outfit, str], None]


def _put(part: Part, bones: Skeleton, cover: Shape | None, shape: Shape, color: str) -> None:
    placed = ink.apply(shape, bones.torso)
    part.fill(both(placed, cover) if cover is not None else placed, color)


def _stroke(part: Part, bones: Skeleton, points: list[XY], color: str, width: float) -> None:
    part.line(ink.apply(ink.strand(*points), bones.torso), color, width)


def _w(bones: Skeleton) -> float:
    """Half the width of the chest."""
    return bones.build.shoulder * (1.25 if bones.build.pear else 0.62 if bones.pose.side else 0.95)


def _round_neck(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    if not bones.build.pear:
        r = bones.build.head * 40
        _put(part, bones, cover, ellipse(0, 0, r * 1.25, r * 0.72), shaded(outfit.top_color, 0.08))
        _put(part, bones, cover, ellipse(0, -2, r, r * 0.6), shaded(skin, 0.04))


def _v_neck(part: Part, bones: Skeleton, cover: Shape, under: str, depth: float, width: float = 0.42) -> None:
    w = _w(bones) * width
    _put(part, bones, cover, polygon((-w, -40), (w, -40), (w, -4), (0, depth), (-w, -4), radius=2), under)


def _collar(part: Part, bones: Skeleton, color: str) -> None:
    w = _w(bones) * 0.46
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
    part.fill(both(cover, _band(bones, t * 0.86, t * 0.99)), dark)
    for y in (0.4, 0.52):
        w = _w(bones)
        points = [(-w * 1.1 + i * w * 0.22, t * y + (6 if i % 2 else -6)) for i in range(11)]
        _stroke(part, bones, points, lit(outfit.top_color, 0.1), 4)


def _hoodie(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w, dark = bones.build.torso, _w(bones), shaded(outfit.top_color, 0.06)
    _put(part, bones, None, ink.cut(ellipse(0, 4, w * 0.86, w * 0.42), ellipse(0, -6, w * 0.5, w * 0.24)), lit(outfit.top_color, 0.03))
    pocket = polygon((-w * 0.44, t * 0.6), (w * 0.44, t * 0.6), (w * 0.66, t * 0.86), (-w * 0.66, t * 0.86), radius=6)
    _put(part, bones, cover, pocket, dark)
    part.fill(both(cover, _band(bones, t * 0.9, t * 1.02)), dark)
    for s in (1, -1):
        _stroke(part, bones, [(s * w * 0.2, w * 0.36), (s * w * 0.22, w * 0.8)], "#f7f4ec", 4)


def _jacket(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    under = mix(outfit.top_color, "#f5f1e8", 0.88)
    _put(part, bones, cover, polygon((-w * 0.4, -40), (w * 0.4, -40), (w * 0.26, t * 1.1), (-w * 0.26, t * 1.1), radius=2), under)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.3, -12), (s * w * 0.72, 10), (s * w * 0.3, t * 0.46), radius=4), shaded(outfit.top_color, 0.06))


def _suit(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _v_neck(part, bones, cover, "#fbfbf8", t * 0.5, 0.46)
    tie = polygon((-w * 0.09, 8), (w * 0.09, 8), (w * 0.13, t * 0.38), (0, t * 0.47), (-w * 0.13, t * 0.38), radius=2)
    _put(part, bones, cover, tie, "#b8323e" if abs(lch(outfit.top_color).h - 25) > 40 or lch(outfit.top_color).C < 0.05 else "#2f2d3d")
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.36, -14), (s * w * 0.72, 4), (s * w * 0.62, t * 0.24), (0, t * 0.54), radius=3), lit(outfit.top_color, 0.05))
    _buttons(part, bones, t * 0.62, t * 0.78, 2, shaded(outfit.top_color, 0.16))


def _labcoat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _v_neck(part, bones, cover, "#7fb4d9", t * 0.48, 0.5)
    _collar(part, bones, outfit.top_color)
    _stroke(part, bones, [(0, t * 0.48), (0, t * 1.1)], shaded(outfit.top_color, 0.12), 3)
    _put(part, bones, cover, polygon((w * 0.22, t * 0.34), (w * 0.62, t * 0.34), (w * 0.62, t * 0.5), (w * 0.22, t * 0.5), radius=4), shaded(outfit.top_color, 0.05))


def _coat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _v_neck(part, bones, cover, "#f1ece2", t * 0.3, 0.4)
    for s in (1, -1):
        _put(part, bones, None, polygon((s * w * 0.12, -4), (s * w * 0.66, -8), (s * w * 0.74, 22), (s * w * 0.2, t * 0.34), radius=5), lit(outfit.top_color, 0.05))
    _put(part, bones, cover, polygon((-w * 1.4, t * 0.62), (w * 1.4, t * 0.62), (w * 1.4, t * 0.7), (-w * 1.4, t * 0.7), radius=1), shaded(outfit.top_color, 0.12))
    _buttons(part, bones, t * 0.42, t * 0.86, 3, shaded(outfit.top_color, 0.2), w * 0.24)


def _uniform(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _shirt(part, bones, cover, outfit, skin)
    t, w = bones.build.torso, _w(bones)
    part.fill(both(cover, _band(bones, t * 0.84, t * 0.95)), shaded(outfit.top_color, 0.2))
    _put(part, bones, None, star(w * 0.45, t * 0.28, w * 0.16), "#f2c14e")
    _put(part, bones, cover, polygon((-w * 0.62, t * 0.24), (-w * 0.26, t * 0.24), (-w * 0.26, t * 0.4), (-w * 0.62, t * 0.4), radius=3), shaded(outfit.top_color, 0.06))


def _chef(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _stroke(part, bones, [(w * 0.1, 12), (w * 0.1, t * 0.94)], shaded(outfit.top_color, 0.09), 3)
    for x in (-w * 0.24, w * 0.36):
        _buttons(part, bones, t * 0.3, t * 0.78, 3, "#3b4453", x)


def _striped_band(part: Part, bones: Skeleton, cover: Shape, color: str, levels: tuple[float, ...], half: float) -> None:
    t = bones.build.torso
    for y in levels:
        part.fill(both(cover, _band(bones, t * (y - half), t * (y + half))), color)


def _hivis(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _round_neck(part, bones, cover, outfit, skin)
    _striped_band(part, bones, cover, "#f4f1c8", (0.48, 0.72), 0.045)
    w = _w(bones)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.42, -20), (s * w * 0.62, -20), (s * w * 0.62, bones.build.torso * 0.5), (s * w * 0.42, bones.build.torso * 0.5), radius=1), "#f4f1c8")


def _firecoat(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _striped_band(part, bones, cover, "#f4ef9a", (0.36, 0.8), 0.05)
    _stroke(part, bones, [(0, 6), (0, bones.build.torso)], shaded(outfit.top_color, 0.14), 4)
    _collar(part, bones, shaded(outfit.top_color, 0.1))


def _overalls(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    shirt = "#d8674a" if lch(outfit.top_color).h > 180 else "#f3ead8"
    part.solid(both(cover, _band(bones, -60, t * 0.66)), shirt, depth=7)
    _round_neck(part, bones, cover, Outfit(top_color=shirt), skin)
    _put(part, bones, cover, polygon((-w * 0.56, t * 0.34), (w * 0.56, t * 0.34), (w * 0.72, t * 0.8), (-w * 0.72, t * 0.8), radius=8), outfit.top_color)
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.34, -20), (s * w * 0.54, -20), (s * w * 0.54, t * 0.42), (s * w * 0.34, t * 0.42), radius=2), outfit.top_color)
        _buttons(part, bones, t * 0.4, t * 0.4, 1, "#f2c14e", s * w * 0.44)
    _put(part, bones, cover, polygon((-w * 0.26, t * 0.5), (w * 0.26, t * 0.5), (w * 0.26, t * 0.68), (-w * 0.26, t * 0.68), radius=5), shaded(outfit.top_color, 0.05))


def _armor(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w, dark = bones.build.torso, _w(bones), shaded(outfit.top_color, 0.08)
    _stroke(part, bones, [(0, 16), (0, t * 0.6)], dark, 4)
    _stroke(part, bones, [(-w * 0.8, t * 0.4), (-w * 0.3, t * 0.56), (0, t * 0.58), (w * 0.3, t * 0.56), (w * 0.8, t * 0.4)], dark, 4)
    part.fill(both(cover, _band(bones, t * 0.76, t * 0.86)), "#8a5a36")
    for s in (1, -1):
        part.solid(ink.apply(ellipse(s * w * 0.95, 18, w * 0.36, w * 0.3, s * 24), bones.torso), lit(outfit.top_color, 0.04), 5)


def _royal(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _put(part, bones, cover, polygon((-w * 0.16, -20), (w * 0.16, -20), (w * 0.16, t * 1.2), (-w * 0.16, t * 1.2), radius=1), "#f2c14e")
    part.fill(both(cover, _band(bones, t * 0.74, t * 0.84)), "#f2c14e")
    _put(part, bones, None, ink.cut(ellipse(0, 4, w * 0.9, w * 0.36), ellipse(0, -8, w * 0.46, w * 0.2)), "#fdf6e6")
    _buttons(part, bones, t * 0.3, t * 0.64, 3, shaded("#f2c14e", 0.1))


def _robe(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _v_neck(part, bones, cover, lit(outfit.top_color, 0.16), t * 0.3, 0.4)
    belt = polygon((-w * 1.2, t * 0.64), (w * 1.2, t * 0.64), (w * 1.2, t * 0.74), (-w * 1.2, t * 0.74), radius=1)
    _put(part, bones, cover, belt, outfit.accent)


def _kimono(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _v_neck(part, bones, cover, "#fbf6ee", t * 0.42, 0.5)
    _stroke(part, bones, [(-w * 0.46, -6), (w * 0.1, t * 0.44)], shaded(outfit.top_color, 0.14), 6)
    _stroke(part, bones, [(w * 0.46, -6), (-w * 0.06, t * 0.4)], shaded(outfit.top_color, 0.14), 6)
    _put(part, bones, cover, polygon((-w * 1.3, t * 0.54), (w * 1.3, t * 0.54), (w * 1.3, t * 0.78), (-w * 1.3, t * 0.78), radius=1), "#2f2d3d" if lch(outfit.top_color).L > 0.4 else "#f2c14e")


def _gown(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _put(part, bones, cover, ink.curve((-w * 0.62, -30), (w * 0.62, -30), (w * 0.46, 14), (0, 28), (-w * 0.46, 14)), skin)
    part.fill(both(cover, _band(bones, t * 0.6, t * 0.67)), lit(outfit.top_color, 0.12))


def _dress(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _round_neck(part, bones, cover, outfit, skin)
    part.fill(both(cover, _band(bones, bones.build.torso * 0.6, bones.build.torso * 0.68)), shaded(outfit.top_color, 0.1))


def _stripes(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _striped_band(part, bones, cover, "#39589e", (0.2, 0.38, 0.56, 0.74), 0.04)
    _round_neck(part, bones, cover, outfit, skin)


def _sport(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = _w(bones), bones.build.torso
    for s in (1, -1):
        _put(part, bones, cover, polygon((s * w * 0.72, -20), (s * w * 1.3, -20), (s * w * 1.3, t * 1.2), (s * w * 0.84, t * 1.2), radius=1), lit(outfit.top_color, 0.2))
    _round_neck(part, bones, cover, outfit, skin)
    part.fill(ink.apply(polygon((-w * 0.1, t * 0.28), (w * 0.16, t * 0.28), (w * 0.16, t * 0.64), (-0.02 * w, t * 0.64), (-0.02 * w, t * 0.38), (-w * 0.1, t * 0.38), radius=2), bones.torso), "#ffffff")


def _hero(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    part.solid(ink.apply(polygon((-w * 0.42, t * 0.2), (w * 0.42, t * 0.2), (w * 0.5, t * 0.34), (0, t * 0.6), (-w * 0.5, t * 0.34), radius=6), bones.torso), "#f2c14e", 4)
    _put(part, bones, None, star(0, t * 0.36, w * 0.22), "#d8343c")
    part.fill(both(cover, _band(bones, t * 0.82, t * 0.92)), "#f2c14e")
    part.fill(both(cover, _band(bones, t * 0.92, t + 60)), "#d8343c")


def _santa(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    _put(part, bones, cover, polygon((-w * 0.13, -20), (w * 0.13, -20), (w * 0.13, t * 1.2), (-w * 0.13, t * 1.2), radius=1), "#fdfbf7")
    part.fill(both(cover, _band(bones, t * 0.68, t * 0.8)), "#2d2430")
    _put(part, bones, None, ink.cut(polygon((-w * 0.2, t * 0.66), (w * 0.2, t * 0.66), (w * 0.2, t * 0.82), (-w * 0.2, t * 0.82), radius=4), polygon((-w * 0.1, t * 0.7), (w * 0.1, t * 0.7), (w * 0.1, t * 0.78), (-w * 0.1, t * 0.78), radius=2)), "#f2c14e")


def _clown(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    for x, y, c in ((-0.5, 0.3, "#e0474c"), (0.5, 0.24, "#4fa3e3"), (0.42, 0.62, "#5bb85d"), (-0.44, 0.7, "#4fa3e3"), (0, 0.9, "#e0474c")):
        _put(part, bones, cover, ellipse(w * x, t * y, w * 0.15), c)
    _put(part, bones, None, ink.cut(ellipse(0, 6, w * 0.9, w * 0.36), ellipse(0, -8, w * 0.44, w * 0.18)), "#fbfbf8")
    _buttons(part, bones, t * 0.36, t * 0.76, 3, "#e0474c")


def _tutu(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _gown(part, bones, cover, outfit, skin)
    part.fill(ink.apply(_skirt(bones, 0.13, 2.3), ink.IDENTITY), lit(outfit.top_color, 0.06))


def _spacesuit(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    part.solid(ink.apply(polygon((-w * 0.46, t * 0.3), (w * 0.46, t * 0.3), (w * 0.46, t * 0.6), (-w * 0.46, t * 0.6), radius=8), bones.torso), "#c9d2de", 5)
    for x, c in ((-0.24, "#e0474c"), (0.0, "#f2c14e"), (0.24, "#4fa3e3")):
        _put(part, bones, None, ellipse(w * x, t * 0.42, w * 0.075), c)
    _put(part, bones, None, polygon((-w * 0.3, t * 0.5), (w * 0.3, t * 0.5), (w * 0.3, t * 0.55), (-w * 0.3, t * 0.55), radius=2), "#8f9aab")
    part.fill(both(cover, _band(bones, t * 0.8, t * 0.9)), "#8f9aab")
    part.solid(ink.apply(ellipse(0, 0, w * 0.66, w * 0.24), bones.torso), "#b5c0cf", 4)


def _tank(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = _w(bones), bones.build.torso
    for s in (1, -1):
        _stroke(part, bones, [(s * w * 0.5, 0), (s * w * 0.52, t * 0.22)], outfit.top_color, 15)


def _vest(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = _w(bones), bones.build.torso
    _put(part, bones, cover, polygon((-w * 0.34, -40), (w * 0.34, -40), (w * 0.16, t * 1.2), (-w * 0.16, t * 1.2), radius=2), "#f3ead8" if not bones.build.pear else shaded(outfit.top_color, 0.12))


def _waiter(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    _v_neck(part, bones, cover, "#fbfbf8", bones.build.torso * 0.56, 0.5)
    _buttons(part, bones, bones.build.torso * 0.64, bones.build.torso * 0.84, 2, "#d9d4c8")


def _sailor(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w = _w(bones)
    _put(part, bones, cover, polygon((-w * 0.8, -20), (w * 0.8, -20), (w * 0.62, 26), (0, 58), (-w * 0.62, 26), radius=3), "#39589e")
    _v_neck(part, bones, cover, skin, 30, 0.3)
    _put(part, bones, None, polygon((-w * 0.12, 52), (w * 0.12, 52), (w * 0.2, 84), (-w * 0.2, 84), radius=3), "#d8343c")


def _bones(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = _w(bones), bones.build.torso
    dark = "#4a4453"
    for i in range(4):
        y = t * (0.2 + i * 0.15)
        for s in (1, -1):
            _put(part, bones, cover, ink.curve((s * w * 0.16, y), (s * w * 0.9, y - 5), (s * w * 0.9, y + 8), (s * w * 0.16, y + 12)), dark)


def _rags(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    w, t = _w(bones), bones.build.torso
    _round_neck(part, bones, cover, outfit, skin)
    for x, y in ((-0.4, 0.4), (0.3, 0.66)):
        _put(part, bones, cover, polygon((w * (x - 0.2), t * y), (w * x, t * (y - 0.1)), (w * (x + 0.2), t * (y + 0.03)), (w * x, t * (y + 0.09)), radius=2), shaded(skin, 0.06))


def _puffer(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t, w = bones.build.torso, _w(bones)
    for y in (0.26, 0.46, 0.66, 0.84):
        _stroke(part, bones, [(-w * 0.9, t * y), (0, t * (y + 0.04)), (w * 0.9, t * y)], shaded(outfit.top_color, 0.08), 4)
    _stroke(part, bones, [(0, 6), (0, t * 0.94)], lit(outfit.top_color, 0.2), 4)


def _cardigan(part: Part, bones: Skeleton, cover: Shape, outfit: Outfit, skin: str) -> None:
    t = bones.build.torso
    _v_neck(part, bones, cover, "#f5efe2", t * 0.46, 0.5)
    _stroke(part, bones, [(0, t * 0.46), (0, t)], shaded(outfit.top_color, 0.1), 4)
    _buttons(part, bones, t * 0.54, t * 0.86, 3, "#f5efe2", _w(bones) * 0.1)


def _shells(bones: Skeleton, outfit: Outfit) -> Part:
    part, w, t = Part("wear-top"), _w(bones), bones.build.torso
    for s in (1, -1):
        part.solid(ink.apply(ellipse(s * w * 0.42, t * 0.34, w * 0.36, w * 0.32), bones.torso), outfit.top_color, 4)
    return part


def _fish_tail(bones: Skeleton, color: str) -> Part:
    """A mermaid's tail instead of legs."""
    b, part = bones.build, Part("tail")
    (x, y), leg = bones.hip, b.leg
    w = b.shoulder * b.waist
    body = ink.tube([(x, y - 14), (x + 6, y + leg * 0.4), (x - 14, y + leg * 0.74), (x + 12, y + leg * 0.94)], [w, w * 0.92, w * 0.5, w * 0.24], steps=5)
    fin = ink.curve((x + 8, y + leg * 0.86), (x + 74, y + leg * 0.98), (x + 86, y + leg * 1.12), (x + 30, y + leg * 1.06), (x + 10, y + leg * 1.1), (x - 40, y + leg * 1.1), (x - 62, y + leg * 0.98))
    part.solid(fin, lit(color, 0.06), 6).solid(body, color, 9)
    for row in range(4):
        for n in (-1, 0, 1):
            cx, cy = x + n * w * 0.62 + (row % 2) * w * 0.3, y + 24 + row * leg * 0.14
            part.line(ink.apply(ink.strand((cx - 10, cy - 5), (cx, cy + 4), (cx + 10, cy - 5)), ink.IDENTITY), shaded(color, 0.08), 3)
    return part


DETAILS: dict[str, Detail] = {
    "tshirt": _round_neck, "shirt": _shirt, "sweater": _sweater, "hoodie": _hoodie, "jacket": _jacket, "suit": _suit,
    "labcoat": _labcoat, "coat": _coat, "raincoat": _firecoat, "uniform": _uniform, "chef": _chef, "hivis": _hivis, "firecoat": _firecoat,
    "overalls": _overalls, "armor": _armor, "royal": _royal, "robe": _robe, "kimono": _kimono, "gown": _gown, "dress": _dress,
    "stripes": _stripes, "sport": _sport, "hero": _hero, "santa": _santa, "clown": _clown, "tutu": _tutu, "tunic": _robe,
    "spacesuit": _spacesuit, "tank": _tank, "vest": _vest, "waiter": _waiter, "sailor": _sailor, "bones": _bones, "rags": _rags,
    "puffer": _puffer, "cardigan": _cardigan, "wrap": _kimono, "pirate": _jacket, "fur": _robe, "wetsuit": _round_neck,
}  # fmt: skip
# words of a prompt -> style of top
TOPS: dict[str, str] = {
    "t-shirt": "tshirt", "tshirt": "tshirt", "tee": "tshirt", "shirt": "shirt", "blouse": "shirt", "polo": "tshirt", "sweater": "sweater",
    "jumper": "sweater", "pullover": "sweater", "turtleneck": "sweater", "hoodie": "hoodie", "sweatshirt": "hoodie", "jacket": "jacket",
    "leather jacket": "jacket", "blazer": "suit", "suit": "suit", "tuxedo": "suit", "coat": "coat", "trench coat": "coat",
    "lab coat": "labcoat", "raincoat": "raincoat", "vest": "vest", "waistcoat": "vest", "dress": "dress", "gown": "gown", "skirt": "dress",
    "robe": "robe", "bathrobe": "robe", "kimono": "kimono", "cardigan": "cardigan", "armor": "armor", "armour": "armor",
    "overalls": "overalls", "dungarees": "overalls", "uniform": "uniform", "jersey": "sport", "tank top": "tank", "tutu": "tutu",
    "spacesuit": "spacesuit", "space suit": "spacesuit", "wetsuit": "wetsuit", "swimsuit": "tank", "pajamas": "shirt", "costume": "hero",
    "life jacket": "hivis", "safety vest": "hivis", "tunic": "tunic", "poncho": "robe", "clothes": "tshirt", "outfit": "tshirt",
}  # fmt: skip


def top_named(name: str) -> str | None:
    """The style of top that a garment's name means, by its longest known ending."""
    parts = name.lower().split()
    for start in range(len(parts)):
        found = TOPS.get(" ".join(parts[start:]))
        if found:
            return found
    return None
