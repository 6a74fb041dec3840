"""Clothes: tops, bottoms, shoes and what goes over them, cut to the skeleton of whoever wears them."""

from __future__ import annotations

from gouache.engines.composer.color import lch, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import (
    Figure,
    Skeleton,
    arm_layer,
    foot_shape,
    hand_shape,
    limb,
    side_name,
    torso_shape,
)
from gouache.engines.composer.rig.garments import BARE_ARMS, DETAILS, LONG, SKIRTS, Outfit, band, chest_width, skirt
from gouache.engines.composer.rig.ink import Shape, both, ellipse
from gouache.engines.composer.rig.part import Part, lit, shaded


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
    waist = both(trunk, band(bones, b.torso * 0.86, b.torso + 60))
    if outfit.top in BARE_ARMS or outfit.top is None:
        body.solid(trunk, skin, depth=9)
    if outfit.bottom in ("trousers", "shorts", "skirt") or outfit.bottom in SKIRTS:
        body.fill(waist, outfit.bottom_color)
    if outfit.bottom == "skirt":
        body.solid(skirt(bones, 0.42, 1.5), outfit.bottom_color, depth=9)
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


def top_part(bones: Skeleton, trunk: Shape, outfit: Outfit, skin: str) -> Part:
    b, style, color = bones.build, outfit.top or "tshirt", outfit.top_color
    hem = b.torso * (1.3 if b.pear else 0.94)
    if b.pear:
        hem = b.torso * (0.98 if style in ("tshirt", "sweater", "hoodie", "vest", "shirt", "tank", "sport") else 1.02)
    if style in ("wetsuit", "spacesuit", "hero", "wrap", "clown", "bones") and not b.pear:
        hem = b.torso + 60
    cover = both(trunk, band(bones, -60 if style != "tank" else b.torso * 0.16, hem))
    if b.pear:
        cover = ink.union(cover, both(_grown(bones), band(bones, 6, hem)))
    part = Part("wear-top")
    if style in SKIRTS and not b.pear:
        part.solid(skirt(bones, *SKIRTS[style]), color, depth=9)
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
    shape = ink.symmetric(
        (0, t * 0.4), (s * 1.3, t * 0.5), (s * 2.1, t + 26), (s * 1.2, t + 40), (0, t + 44), tension=0.8
    )
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
        "santa": "#fdfbf7", "suit": "#fbfbf8", "royal": "#fdf3dc", "waiter": "#fbfbf8", "firecoat": "#f4ef9a",
            "hivis": "#f4f1c8",
        "gown": shaded(outfit.top_color), "sweater": shaded(outfit.top_color, 0.05), "hoodie": shaded(
            outfit.top_color, 0.05), "fur": "#c9a77c",
    }.get(style)  # fmt: skip
    if color:
        part.solid(limb(bones, "arm", i, 0.8, 0.9, grow=3.5), color, depth=3)


def _shells(bones: Skeleton, outfit: Outfit) -> Part:
    part, w, t = Part("wear-top"), chest_width(bones), bones.build.torso
    for s in (1, -1):
        part.solid(ink.apply(ellipse(s * w * 0.42, t * 0.34, w * 0.36, w * 0.32), bones.torso), outfit.top_color, 4)
    return part


def _fish_tail(bones: Skeleton, color: str) -> Part:
    """A mermaid's tail instead of legs."""
    b, part = bones.build, Part("tail")
    (x, y), leg = bones.hip, b.leg
    w = b.shoulder * b.waist
    body = ink.tube(
        [(x, y - 14), (x + 6, y + leg * 0.4), (x - 14, y + leg * 0.74), (x + 12, y + leg * 0.94)],
        [w, w * 0.92, w * 0.5, w * 0.24],
        steps=5,
    )
    fin = ink.curve(
        (x + 8, y + leg * 0.86),
        (x + 74, y + leg * 0.98),
        (x + 86, y + leg * 1.12),
        (x + 30, y + leg * 1.06),
        (x + 10, y + leg * 1.1),
        (x - 40, y + leg * 1.1),
        (x - 62, y + leg * 0.98),
    )
    part.solid(fin, lit(color, 0.06), 6).solid(body, color, 9)
    for row in range(4):
        for n in (-1, 0, 1):
            cx, cy = x + n * w * 0.62 + (row % 2) * w * 0.3, y + 24 + row * leg * 0.14
            part.line(
                ink.apply(ink.strand((cx - 10, cy - 5), (cx, cy + 4), (cx + 10, cy - 5)), ink.IDENTITY),
                shaded(color, 0.08),
                3,
            )
    return part


# words of a prompt -> style of top
TOPS: dict[str, str] = {
    "t-shirt": "tshirt", "tshirt": "tshirt", "tee": "tshirt", "shirt": "shirt", "blouse": "shirt", "polo": "tshirt",
        "sweater": "sweater",
    "jumper": "sweater", "pullover": "sweater", "turtleneck": "sweater", "hoodie": "hoodie", "sweatshirt": "hoodie",
        "jacket": "jacket",
    "leather jacket": "jacket", "blazer": "suit", "suit": "suit", "tuxedo": "suit", "coat": "coat",
        "trench coat": "coat",
    "lab coat": "labcoat", "raincoat": "raincoat", "vest": "vest", "waistcoat": "vest", "dress": "dress",
        "gown": "gown", "skirt": "dress",
    "robe": "robe", "bathrobe": "robe", "kimono": "kimono", "cardigan": "cardigan", "armor": "armor", "armour": "armor",
    "overalls": "overalls", "dungarees": "overalls", "uniform": "uniform", "jersey": "sport", "tank top": "tank",
        "tutu": "tutu",
    "spacesuit": "spacesuit", "space suit": "spacesuit", "wetsuit": "wetsuit", "swimsuit": "tank", "pajamas": "shirt",
        "costume": "hero",
    "life jacket": "hivis", "safety vest": "hivis", "tunic": "tunic", "poncho": "robe", "formal clothes": "suit",
        "formal wear": "suit", "formal attire": "suit", "clothes": "tshirt", "formal outfit": "suit",
            "business suit": "suit",
    "astronaut suit": "spacesuit", "astronaut outfit": "spacesuit", "astronaut costume": "spacesuit",
    "karate uniform": "kimono", "karate gi": "kimono", "gi": "kimono", "judo uniform": "kimono", "toga": "robe",
    "police uniform": "uniform", "school uniform": "uniform", "military uniform": "uniform", "chef coat": "chef",
    "superhero costume": "hero", "santa suit": "santa", "pirate costume": "pirate", "ball gown": "gown",
    "wedding dress": "gown", "evening gown": "gown", "fur coat": "fur", "puffer jacket": "puffer", "parka": "puffer",
    "winter coat": "puffer", "down jacket": "puffer", "denim jacket": "jacket", "windbreaker": "raincoat",
    "rain jacket": "raincoat", "bikini": "tank", "swim trunks": "tank", "hawaiian shirt": "shirt", "flannel": "shirt",
    "sweater vest": "vest",
        "outfit": "tshirt",
}  # fmt: skip


# what a garment's colour is when nobody says one
USUAL: dict[str, str] = {
    "tuxedo": "#2b2a33", "suit": "#39435c", "formal clothes": "#2f2e3a", "formal wear": "#2f2e3a",
    "formal attire": "#2f2e3a", "formal outfit": "#2f2e3a", "business suit": "#39435c", "leather jacket": "#3a3034",
    "lab coat": "#fbfbf8", "spacesuit": "#f1f3f7", "space suit": "#f1f3f7", "astronaut suit": "#f1f3f7",
    "raincoat": "#f5c431", "rain jacket": "#f5c431", "karate uniform": "#f7f5ef", "karate gi": "#f7f5ef",
    "gi": "#f7f5ef", "toga": "#f7f3e8", "wedding dress": "#fbf8f2", "santa suit": "#cf2f38", "fur coat": "#a97c50",
    "denim jacket": "#5478a6", "trench coat": "#c2a176", "tutu": "#f5a3bf", "police uniform": "#3c5a96",
    "uniform": "#3f5a8a", "life jacket": "#f2762c", "robe": "#6b4fa0", "chef coat": "#fbfbf8", "overalls": "#4f78b5",
    "dungarees": "#4f78b5", "superhero costume": "#c9333c", "armor": "#aab4c2", "armour": "#aab4c2",
}  # fmt: skip


def usual_color(name: str) -> str | None:
    """The colour that a garment mostly has: a tuxedo is black."""
    parts = name.lower().split()
    return next((USUAL[" ".join(parts[i:])] for i in range(len(parts)) if " ".join(parts[i:]) in USUAL), None)


def top_named(name: str) -> str | None:
    """The style of top that a garment's name means, by its longest known ending."""
    parts = name.lower().split()
    for start in range(len(parts)):
        found = TOPS.get(" ".join(parts[start:]))
        if found:
            return found
    return None
