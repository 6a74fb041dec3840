"""Putting worn things onto a figure: which layer each goes to, and how it fits."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Figure, arm_layer, foot_shape, limb, side_name, torso_shape
from gouache.engines.composer.rig.costume import top_named, top_part, usual_color
from gouache.engines.composer.rig.garments import LONG, Outfit, skirt
from gouache.engines.composer.rig.heads import Head
from gouache.engines.composer.rig.ink import both, ellipse, polygon
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.wear import HeadFit, Worn, at_ears, at_eyes, borrowed, on_head, on_mouth, round_neck

GARMENT = "#d8494a"


def fit_of(head: Head, tilt: float, person: bool) -> HeadFit:
    """The measures of a placed head."""
    a = head.anchors
    gap = ((a["eye_right"][0] - a["eye_left"][0]) ** 2 + (a["eye_right"][1] - a["eye_left"][1]) ** 2) ** 0.5 / 2
    return HeadFit(a["eyes"], gap, gap * 0.4, a["crown"], a["chin"], head.width, head.ears_up, tilt, person)


def attire(figure: Figure, head: Head, worn: tuple[Worn, ...], person: bool) -> list[str]:
    """Put everything on; names of the things that nobody knew how to wear."""
    fit, unknown = fit_of(head, figure.bones.pose.tilt, person), []
    for item in worn:
        if not (_on_face(figure, head, item, fit) or _on_body(figure, item, person)):
            part = borrowed(item, fit)
            if part is None:
                unknown.append(item.name)
            else:
                figure.put("hat", part)
    return unknown


def _on_face(figure: Figure, head: Head, item: Worn, fit: HeadFit) -> bool:
    name = item.name.lower()
    if "spacesuit" in name or "space suit" in name or "astronaut" in name and "helmet" not in name:
        figure.put("hat", _bubble(head, fit))
        return False  # the suit itself goes on the body
    if "astronaut" in name or "space helmet" in name or "diving helmet" in name:
        figure.put("hat", _bubble(head, fit))
        return True
    if "veil" in name:
        figure.put("back", _veil(figure, fit))
        return True
    for draw in (at_eyes, at_ears, on_head):
        part = draw(item, fit)
        if part is not None:
            figure.put("hat", part)
            return True
    part = on_mouth(item, fit, head.anchors["mouth"])
    if part is not None:
        figure.put("hat", part)
    return part is not None


def _bubble(head: Head, fit: HeadFit) -> Part:
    """A glass helmet round the head."""
    mid = ((fit.crown[0] + fit.chin[0]) / 2, (fit.crown[1] + fit.chin[1]) / 2)
    r = max(fit.half * 1.36, (fit.chin[1] - fit.crown[1]) * 0.66)
    dome = ellipse(mid[0], mid[1], r * 1.04, r)
    part = Part("wear-hat").fill(dome, "#cfe9fb", 0.3)
    part.fill(ink.cut(dome, ellipse(mid[0], mid[1], r * 0.94, r * 0.9)), "#eef3f8")
    part.fill(
        ink.both(
            ink.cut(
                ellipse(mid[0], mid[1], r * 0.86, r * 0.82),
                ellipse(mid[0] + r * 0.1, mid[1] + r * 0.1, r * 0.86, r * 0.82),
            ),
            dome,
        ),
        "#ffffff",
        0.7,
    )
    return part


def _veil(figure: Figure, fit: HeadFit) -> Part:
    x, y = fit.crown
    w, low = fit.half * 1.5, figure.bones.hip[1]
    veil = ink.curve(
        (x, y - 6),
        (x + w * 0.8, y + w * 0.4),
        (x + w * 1.1, y + (low - y) * 0.6),
        (x + w * 1.3, low),
        (x, low + 12),
        (x - w * 1.3, low),
        (x - w * 1.1, y + (low - y) * 0.6),
        (x - w * 0.8, y + w * 0.4),
    )
    return Part("wear-veil").fill(veil, "#fbfbff", 0.82)


def _on_body(figure: Figure, item: Worn, person: bool) -> bool:
    bones, name = figure.bones, item.name.lower()
    b = bones.build
    neck = bones.at(0, 22 if b.pear else -2)
    half = b.shoulder * (1.28 if b.pear else 0.62)
    part = round_neck(item, neck, half, b.torso, bones.pose.lean)
    if part is not None:
        figure.put("clothes", part)
        return True
    for keys, put in _BODY:
        if any(key in name for key in keys):
            put(figure, item)
            return True
    if "kilt" in name:
        if not person:  # a person's is cut with the other clothes
            part = Part("wear-kilt").solid(skirt(bones, 0.5, 1.5), item.color or "#9c2f38", depth=8)
            figure.put("clothes", part)
        return True
    style = top_named(item.name)
    if style and not person:
        _mascot_top(figure, style, item.color or usual_color(item.name) or GARMENT)
    return style is not None


def _mascot_top(figure: Figure, style: str, color: str) -> None:
    bones = figure.bones
    outfit = Outfit(style, color)
    figure.put("clothes", top_part(bones, torso_shape(bones), outfit, color))
    end = 0.86 if style in LONG else 0.46
    if style in ("tank", "vest", "tutu", "overalls"):
        return
    for i in (0, 1):
        layer = arm_layer(bones, i)
        arm = next(p for p in figure.layers[layer] if p.name == f"arm-{side_name(i)}")
        arm.solid(limb(bones, "arm", i, 0.0, end, grow=3), color, depth=6)


def _cape(figure: Figure, item: Worn) -> None:
    bones, c = figure.bones, item.color or "#d8343c"
    b = bones.build
    w, low = b.shoulder * (1.1 if b.pear else 0.95), b.torso + b.leg * 0.62
    flare = b.shoulder * (2.1 if b.pear else 1.7)
    shape = ink.apply(
        polygon(
            (-w, 0),
            (w, 0),
            (flare, low),
            (flare * 0.4, low + 8),
            (0, low),
            (-flare * 0.4, low + 8),
            (-flare, low),
            radius=14,
        ),
        bones.torso,
    )
    part = Part("wear-cape").solid(shape, c, depth=10)
    part.fill(
        both(
            shape,
            ink.apply(
                polygon((-w * 0.2, 0), (w * 0.1, 0), (flare * 0.2, low + 20), (-flare * 0.5, low + 20), radius=4),
                bones.torso,
            ),
        ),
        shaded(c, 0.05),
    )
    figure.put("cape", part)
    clasp = Part("wear-cape-clasp")
    reach = b.shoulder * (1.1 if b.pear else 0.8)
    band = ink.tube([(-reach, 4), (0, 20 if not b.pear else 30), (reach, 4)], [7, 7, 7])
    clasp.solid(ink.apply(band, bones.torso), c, 3).solid(
        ink.apply(ellipse(0, 19 if not b.pear else 30, 9), bones.torso), "#f2c14e", 3
    )
    figure.put("clothes", clasp)


def _backpack(figure: Figure, item: Worn) -> None:
    bones, c = figure.bones, item.color or "#d8744a"
    b = bones.build
    w = b.shoulder * (1.6 if b.pear else 1.28)
    pack = polygon((-w, 6), (w, 6), (w * 1.06, b.torso * 0.86), (-w * 1.06, b.torso * 0.86), radius=22)
    figure.put("cape", Part("wear-backpack").solid(ink.apply(pack, bones.torso), c, depth=9))
    straps = Part("wear-straps")
    for s in (1, -1):
        strap = ink.tube(
            [(s * b.shoulder * 0.74, 0), (s * b.shoulder * 0.8, b.torso * 0.3), (s * b.shoulder * 0.98, b.torso * 0.6)],
            [7, 7, 6],
        )
        straps.solid(ink.apply(strap, bones.torso), shaded(c, 0.06), 3)
    figure.put("clothes", straps)


def _apron(figure: Figure, item: Worn) -> None:
    bones, c = figure.bones, item.color or "#f3ead8"
    b = bones.build
    w = b.shoulder * (1.05 if b.pear else 0.62)
    low = b.torso * (1.12 if b.pear else 1.0) + b.leg * (0.06 if b.pear else 0.34)
    bib = polygon(
        (-w * 0.66, b.torso * 0.2),
        (w * 0.66, b.torso * 0.2),
        (w * 0.7, b.torso * 0.56),
        (w * 1.28, b.torso * 0.62),
        (w * 1.22, low),
        (-w * 1.22, low),
        (-w * 1.28, b.torso * 0.62),
        (-w * 0.7, b.torso * 0.56),
        radius=8,
    )
    part = Part("wear-apron")
    for s in (1, -1):
        part.line(ink.apply(ink.strand((s * w * 0.6, b.torso * 0.24), (s * w * 0.42, -2)), bones.torso), shaded(c), 6)
    part.solid(ink.apply(bib, bones.torso), c, 8)
    part.fill(
        ink.apply(
            polygon(
                (-w * 0.5, b.torso * 0.72),
                (w * 0.5, b.torso * 0.72),
                (w * 0.44, b.torso * 0.96),
                (-w * 0.44, b.torso * 0.96),
                radius=8,
            ),
            bones.torso,
        ),
        shaded(c, 0.05),
    )
    figure.put("clothes", part)


def _boots(figure: Figure, item: Worn) -> None:
    c = item.color or "#7a4a28"
    for i in (0, 1):
        part = Part(f"wear-boot-{side_name(i)}")
        part.solid(limb(figure.bones, "leg", i, 0.6, 1.0, grow=3), c, 5).solid(foot_shape(figure.bones, i), c, 4)
        figure.put("legs", part)


def _shoes(figure: Figure, item: Worn) -> None:
    for i in (0, 1):
        figure.put(
            "legs", Part(f"wear-shoe-{side_name(i)}").solid(foot_shape(figure.bones, i), item.color or "#d8494a", 4)
        )


def _gloves(figure: Figure, item: Worn) -> None:
    c = item.color or "#d8494a"
    for i in (0, 1):
        (x, y), r = figure.bones.hands[i], figure.bones.build.hand * 1.12
        part = Part(f"wear-glove-{side_name(i)}").solid(ellipse(x, y, r * 1.02, r), c, 4)
        part.solid(limb(figure.bones, "arm", i, 0.78, 0.92, grow=3), mix(c, "#ffffff", 0.3), 3)
        figure.put(arm_layer(figure.bones, i), part)


def _trousers(figure: Figure, item: Worn) -> None:
    bones, c = figure.bones, item.color or "#3f5a86"
    long = not any(k in item.name.lower() for k in ("short", "trunks"))
    for i in (0, 1):
        leg = Part(f"wear-trouser-{side_name(i)}").solid(
            limb(bones, "leg", i, 0.0, 0.84 if long else 0.5, grow=3), c, 6
        )
        figure.put("legs", leg)
    b = bones.build
    seat = both(
        torso_shape(bones),
        ink.apply(
            ink.path(f"M-300 {b.torso * 0.74} L300 {b.torso * 0.74} L300 {b.torso + 90} L-300 {b.torso + 90} Z"),
            bones.torso,
        ),
    )
    figure.put("clothes", Part("wear-trousers").solid(seat, c, 8))


def _belt(figure: Figure, item: Worn) -> None:
    bones, b = figure.bones, figure.bones.build
    y = b.torso * 0.84
    band = both(
        torso_shape(bones), ink.apply(ink.path(f"M-300 {y} L300 {y} L300 {y + 13} L-300 {y + 13} Z"), bones.torso)
    )
    part = Part("wear-belt").fill(band, item.color or "#4a352c")
    figure.put(
        "clothes",
        part.fill(
            ink.apply(polygon((-9, y - 2), (9, y - 2), (9, y + 15), (-9, y + 15), radius=3), bones.torso), "#f2c14e"
        ),
    )


_BODY = (
    (("cape", "cloak"), _cape), (("backpack", "rucksack", "jetpack"), _backpack), (("apron",), _apron),
    (("boots", "boot"), _boots), (("shoes", "sneakers", "shoe", "sandals", "socks", "slippers", "heels", "skates"),
        _shoes),
    (("gloves", "mittens", "glove"), _gloves), (("trousers", "pants", "jeans", "shorts", "trunks", "leggings"),
        _trousers), (("belt",), _belt),
)  # fmt: skip


def on_body(item: Worn) -> bool:
    """Whether a thing is put on the body itself, which must then stand upright: a cape, a backpack, an apron."""
    return any(name in item.name.lower() for names, _ in _BODY[:3] for name in names)


def extra_arms(figure: Figure, count: int, color: str, hand: str) -> None:
    """Arms spread evenly in fans on both sides, each ending in a hand with fingers."""
    bones = figure.bones
    b = bones.build
    per_side = [(count + 1) // 2, count // 2]
    for s, n in ((1, per_side[0]), (-1, per_side[1])):
        for k in range(n):
            angle = math.radians(-62 + 112 * (k + 0.5) / n)
            root = bones.at(s * b.shoulder * 1.1, b.torso * (0.18 + 0.55 * (k + 0.5) / n))
            length = b.arm * (1.42 + 0.12 * ((k + s) % 2))
            tip = (root[0] + s * math.cos(angle) * length, root[1] + math.sin(angle) * length)
            mid = ((root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 16)
            tone = color if k % 2 == 0 else lit(color, 0.04)
            part = Part(f"extra-arm-{'right' if s > 0 else 'left'}-{k + 1}").solid(
                ink.tube([root, mid, tip], [19, 16, 14], steps=4), tone, depth=6
            )
            for spread in (-0.62, 0.0, 0.62):
                a = math.atan2(tip[1] - mid[1], tip[0] - mid[0]) + spread
                end = (tip[0] + math.cos(a) * 30, tip[1] + math.sin(a) * 30)
                part.solid(ink.tube([tip, end], [10, 8.5], steps=2), hand, 3)
            figure.put("back", part.solid(ellipse(*tip, 17), hand, 4))
