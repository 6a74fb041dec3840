"""Bodies of mascots that are no furry bipeds: birds, saurians, robots, ghosts, turtles, fish."""

from __future__ import annotations

from dataclasses import replace

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import MASCOT, Build, Figure
from gouache.engines.composer.rig.ink import both, ellipse, polygon
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.species import Species

SAURIANS = frozenset({"trex", "dino", "dragon", "croc"})


def mascot_build(kind: Species) -> Build:
    """The proportions of a species standing upright."""
    if kind.plan == "penguin":
        return replace(MASCOT, leg=34, leg_radii=(20, 18, 16), arm_radii=(24, 22, 13), hand=13, foot=38)
    if kind.muzzle.startswith("beak"):
        return replace(MASCOT, leg=60, leg_radii=(10, 8, 7), arm_radii=(25, 27, 17), hand=16, foot=34, hip=32)
    if kind.plan == "octopus":
        return replace(MASCOT, arm=128, arm_radii=(23, 18, 12), hand=13, leg=60, foot=10)
    if kind.plan == "trex":
        return replace(
            MASCOT, arm=84, arm_radii=(19, 16, 14), hand=16, leg=74, leg_radii=(44, 36, 30), foot=40, shoulder=54
        )
    if kind.plan in SAURIANS:
        return replace(MASCOT, arm=100, arm_radii=(22, 19, 16), hand=18, leg_radii=(40, 34, 29), foot=38)
    if kind.name == "alien":
        return replace(
            MASCOT, shoulder=38, torso=124, arm_radii=(15, 13, 12), hand=17, leg_radii=(19, 17, 15), foot=28, hip=28
        )
    if kind.has("robot"):
        return replace(MASCOT, arm_radii=(17, 15, 14), leg_radii=(19, 18, 18), foot=36, hip=34)
    return MASCOT


def reshape(figure: Figure, kind: Species) -> None:
    """Replace or complete the trunk and legs that a furry biped would have."""
    if kind.has("ghost"):
        _ghost(figure, kind)
    elif kind.has("robot"):
        _robot(figure, kind)
    elif kind.plan == "octopus":
        _tentacles(figure, kind)
    elif kind.has("shell"):
        _shell(figure, kind)
    elif kind.head == "fishhead":
        _fins(figure, kind)
    elif kind.plan in SAURIANS or kind.has("scutes"):
        _plates(figure, kind)
    if kind.muzzle.startswith("beak"):
        _tail_feathers(figure, kind)


def _ghost(figure: Figure, kind: Species) -> None:
    """A sheet that ends in waves above the ground."""
    b = figure.bones.build
    low = b.torso + b.leg * 0.9
    w = b.shoulder * 1.9
    hem = [(w - i * w / 3, low - (16 if i % 2 else -6)) for i in range(7)]
    sheet = ink.curve(
        (0, -40),
        (b.shoulder * 1.1, 0),
        (w * 0.86, b.torso * 0.5),
        *hem,
        (-w * 0.86, b.torso * 0.5),
        (-b.shoulder * 1.1, 0),
    )
    figure.layers.pop("legs", None)
    figure.layers["torso"] = [Part("torso").solid(ink.apply(sheet, figure.bones.torso), kind.coat, depth=13)]


def _robot(figure: Figure, kind: Species) -> None:
    """A riveted box with a dial and lamps, and joints of dark metal."""
    bones, b = figure.bones, figure.bones.build
    w, t = b.shoulder * 1.42, b.torso
    shell = ink.apply(polygon((-w, -6), (w, -6), (w * 0.92, t + 26), (-w * 0.92, t + 26), radius=26), bones.torso)
    body = Part("torso").solid(shell, kind.coat, depth=11, glow=6)
    body.solid(
        ink.apply(
            polygon((-w * 0.62, t * 0.3), (w * 0.62, t * 0.3), (w * 0.6, t * 0.84), (-w * 0.6, t * 0.84), radius=12),
            bones.torso,
        ),
        kind.light,
        5,
    )
    body.fill(ink.apply(ellipse(-w * 0.28, t * 0.57, w * 0.2), bones.torso), kind.dark)
    body.fill(ink.apply(ellipse(-w * 0.28, t * 0.57, w * 0.13), bones.torso), kind.accent)
    for n, color in enumerate(("#f2664f", "#f6c445", "#6bc46d")):
        body.fill(ink.apply(ellipse(w * (0.1 + 0.18 * n), t * 0.5, w * 0.07), bones.torso), color)
    body.line(ink.apply(ink.strand((w * 0.04, t * 0.68), (w * 0.5, t * 0.68)), bones.torso), shaded(kind.light, 0.1), 6)
    figure.layers["torso"] = [body]
    for i in (0, 1):
        joint = Part("joint").solid(ellipse(*bones.elbows[i], b.arm_radii[1] * 1.2), kind.dark, 4)
        joint.solid(ellipse(*bones.shoulders[i], b.arm_radii[0] * 1.25), kind.dark, 4)
        figure.put("near-arm" if not bones.pose.has("over") else "over-arm", joint)


_REACHES = (-1.9, -1.16, -0.42, 0.42, 1.16, 1.9)  # where six of the eight arms end, in half widths of the trunk


def _tentacles(figure: Figure, kind: Species) -> None:
    """Six arms to stand on; the two others are free to hold things."""
    bones, b = figure.bones, figure.bones.build
    low, w = b.torso + b.leg, b.shoulder * 1.3
    part = Part("tentacles")
    for n, reach in sorted(enumerate(_REACHES), key=lambda pair: -abs(pair[1])):
        side, x = (1 if reach > 0 else -1), reach * w
        root, knee = (x * 0.36, b.torso - 14), (x * 0.74, b.torso + b.leg * 0.5)
        tip = (x + side * 24, low - 22 - 10 * (n % 2))
        arm = ink.tube([root, knee, (x, low - 6), tip], [27, 21, 15, 6], steps=5)
        shade = kind.coat if n % 2 else shaded(kind.coat, 0.05)
        part.solid(ink.apply(arm, bones.torso), shade, depth=6)
        for t in (0.3, 0.55, 0.8):
            cup = ellipse(root[0] + (x - root[0]) * t + side * 6, root[1] + (low - root[1]) * t + 4, 6 - 3 * t)
            part.fill(both(ink.apply(cup, bones.torso), ink.apply(arm, bones.torso)), kind.light)
    figure.layers["legs"] = [part]


def _shell(figure: Figure, kind: Species) -> None:
    bones, b = figure.bones, figure.bones.build
    back = ink.apply(ellipse(0, b.torso * 0.52, b.shoulder * 2.0, b.torso * 0.72), bones.torso)
    figure.put("cape", Part("shell").solid(back, kind.accent, depth=11, glow=5))
    plates = Part("belly-plates")
    for y in (0.3, 0.56, 0.82):
        plates.line(
            ink.apply(
                ink.strand((-b.shoulder * 0.8, b.torso * y), (0, b.torso * y + 7), (b.shoulder * 0.8, b.torso * y)),
                bones.torso,
            ),
            shaded(kind.light, 0.08),
            4,
        )
    figure.put("torso", plates)


def _fins(figure: Figure, kind: Species) -> None:
    """A fin over the head and a tail fin behind."""
    x, y = figure.bones.head
    top = ink.curve((x - 46, y - 66), (x - 26, y - 150), (x - 4, y - 168), (x + 26, y - 70))
    figure.put("back", Part("fin").solid(top, kind.dark, depth=8))
    tail = ink.curve((0, 0), (60, 4), (112, -62), (142, -66), (126, -10), (140, 46), (104, 40), (56, 26))
    root = figure.bones.at(figure.bones.build.shoulder * 0.9, figure.bones.build.torso * 0.9)
    figure.put("tail", Part("tail").solid(ink.moved(tail, *root), kind.dark, depth=7))


def _plates(figure: Figure, kind: Species) -> None:
    """Belly bands, and spots on the flanks."""
    bones, b = figure.bones, figure.bones.build
    part = Part("belly-plates")
    for y in (0.2, 0.42, 0.64, 0.86):
        half = b.shoulder * (0.62 + y * 0.34)
        part.line(
            ink.apply(ink.strand((-half, b.torso * y), (0, b.torso * y + 8), (half, b.torso * y)), bones.torso),
            shaded(kind.light, 0.07),
            4,
        )
    trunk = figure.layers["torso"][0].inks[0]
    for side in (-1, 1):
        for y, r in ((0.36, 11.0), (0.62, 14.0), (0.92, 10.0)):
            spot = ink.apply(ellipse(side * b.shoulder * (1.2 + y * 0.34), b.torso * y, r, r * 0.8), bones.torso)
            part.fill(both(spot, getattr(trunk, "shape", spot)), kind.dark)
    figure.put("torso", part)


def _tail_feathers(figure: Figure, kind: Species) -> None:
    bones, b = figure.bones, figure.bones.build
    if kind.tail in ("none", ""):
        return
    x, y = bones.at(b.shoulder * 1.1, b.torso * 0.98)
    part = Part("tail")
    for n, turn in enumerate((-26, -4, 18)):
        feather = ink.apply(
            ink.curve((0, -10), (58, -16), (84, 0), (58, 16), (0, 10)), ink.times(ink.turning(turn), ink.moving(x, y))
        )
        part.solid(feather, kind.dark if n != 1 else mix(kind.dark, kind.coat, 0.5), 4)
    figure.put("tail", part)
