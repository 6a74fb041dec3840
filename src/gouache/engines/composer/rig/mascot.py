"""Mascots: creatures standing upright on two legs, with belly, paws and tail."""

from __future__ import annotations

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Figure, Skeleton, Skin, body_anchors, draw_bare, put_head, torso_shape
from gouache.engines.composer.rig.bodies import reshape
from gouache.engines.composer.rig.heads import Head, front_head
from gouache.engines.composer.rig.part import Part, lit
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.tails import draw_tail


def skin_of(kind: Species) -> Skin:
    """Which colour goes where on the body of a species."""
    belly = mix(kind.dark, kind.coat, 0.2) if kind.has("bellydark") else kind.light
    if kind.has("robot"):
        return Skin(
            kind.coat, kind.light, mix(kind.coat, kind.dark, 0.5), kind.coat, mix(kind.coat, kind.dark, 0.5), kind.dark
        )
    if kind.has("yoke"):
        return Skin(kind.coat, kind.coat, kind.dark, kind.dark, kind.dark, kind.dark)
    if kind.has("limbs"):
        return Skin(kind.coat, belly, kind.dark, kind.dark, kind.dark, kind.dark)
    if kind.has("points"):
        return Skin(
            kind.coat,
            kind.light,
            mix(kind.coat, kind.dark, 0.25),
            kind.dark,
            mix(kind.coat, kind.dark, 0.25),
            kind.dark,
        )
    if kind.has("socksdark"):
        return Skin(kind.coat, kind.light, kind.coat, kind.dark, kind.coat, kind.dark)
    if kind.plan != "horse" and (kind.has("socks") or kind.has("blaze")):
        return Skin(kind.coat, kind.light, kind.coat, kind.light, kind.coat, kind.light)
    if kind.muzzle.startswith("beak"):
        return Skin(kind.coat, kind.light, kind.coat, kind.coat, kind.accent, kind.accent)
    if kind.plan in ("cow", "horse", "deer", "deer-big", "goat", "sheep", "giraffe", "camel", "pig") or kind.has(
        "wool"
    ):
        return Skin(
            kind.coat,
            kind.light if kind.plan not in ("cow", "sheep") else lit(kind.coat),
            kind.coat,
            kind.dark,
            kind.coat,
            kind.dark,
        )
    return Skin(kind.coat, belly, kind.coat, kind.coat, kind.coat, kind.coat)


def draw_mascot(kind: Species, bones: Skeleton, mood: str, turn: float = 0.0) -> tuple[Figure, Head]:
    """An undressed mascot on its skeleton; the figure's layers and its placed head."""
    figure = Figure(bones)
    skin = skin_of(kind)
    draw_bare(figure, skin)
    reshape(figure, kind)
    _trunk_marks(figure, kind)
    _tail(figure, kind)
    if kind.has("wings"):
        figure.put("back", _wings(figure, kind))
    head = put_head(figure, front_head(kind, mood, turn))
    body_anchors(figure)
    return figure, head


def _tail(figure: Figure, kind: Species) -> None:
    bones = figure.bones
    root = bones.at(bones.build.shoulder * 0.9, bones.build.torso * 0.92)
    if bones.pose.side:
        root = bones.at(-bones.build.shoulder * 1.0, bones.build.torso * 0.92)
    flip = -1.0 if bones.pose.side else 1.0
    tail = draw_tail(kind).mapped((flip, 0, 0, 1, root[0], root[1]))
    figure.put("tail", tail)


def _trunk_marks(figure: Figure, kind: Species) -> None:
    """Markings that go on over the bare trunk."""
    bones, part = figure.bones, Part("torso-marks")
    trunk, b = torso_shape(bones), bones.build
    if kind.has("yoke"):
        band = ink.apply(
            ink.curve((-140, -60), (140, -60), (140, 26), (60, 44), (0, 48), (-60, 44), (-140, 26)), bones.torso
        )
        part.fill(ink.both(band, trunk), kind.dark)
    if kind.has("stripes") or kind.has("stripes-brow"):
        for i, y in enumerate((16, 48, 80, 112, 142)):
            for side in (-1, 1):
                reach = (0.95 if i % 2 else 1.06) * b.shoulder
                stripe = ink.curve(
                    (side * 130, y - 9),
                    (side * reach * 1.3, y - 4),
                    (side * reach, y + 3),
                    (side * reach * 1.3, y + 8),
                    (side * 130, y + 9),
                )
                part.fill(ink.both(ink.apply(stripe, bones.torso), trunk), kind.dark)
    if kind.has("spots") or kind.has("rosettes") or kind.has("giraffe") or kind.has("patches"):
        size = {"patches": 26.0, "giraffe": 15.0}.get(next((m for m in ("patches", "giraffe") if kind.has(m)), ""), 9.0)
        for x, y in ((-66, 50), (-74, 96), (-58, 132), (66, 44), (76, 88), (62, 128), (-46, 10), (50, 4)):
            if size > 20 and (x, y) not in ((-66, 50), (76, 88), (-58, 132)):
                continue
            spot = ink.ellipse(x, y, size, size * 0.86, x)
            part.fill(ink.both(ink.apply(spot, bones.torso), trunk), kind.dark)
    figure.put("torso", part)


def _wings(figure: Figure, kind: Species) -> Part:
    part = Part("wings")
    wing = ink.polygon(
        (36, 30), (96, -60), (190, -92), (176, -40), (188, -4), (154, 8), (146, 44), (108, 36), (80, 66), radius=10
    )
    for shape in (wing, ink.mirrored(wing)):
        part.solid(ink.apply(shape, figure.bones.torso), mix(kind.accent, kind.coat, 0.35), depth=8)
    return part
