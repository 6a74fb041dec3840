"""Upright figures: a skeleton from proportions and a pose, then limbs, torso and head in painting order."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.heads import Head
from gouache.engines.composer.rig.ink import XY, Shape
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.poses import Pose, joint


@dataclass(frozen=True, slots=True)
class Build:
    """Proportions in body units."""

    head: float  # scale of the head (head units are 200 wide)
    rise: float  # from the neck up to the middle of the head
    torso: float  # neck to hips
    shoulder: float  # half widths
    hip: float
    arm: float
    arm_radii: tuple[float, float, float]
    leg: float
    leg_radii: tuple[float, float, float]
    hand: float
    foot: float
    waist: float = 0.9  # of the shoulder
    pear: bool = False


MASCOT = Build(1.0, 66, 138, 50, 40, 116, (27, 24, 21), 66, (34, 31, 28), 24, 34, pear=True)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Joints in body units; the lowest foot is at y = 0."""

    build: Build
    pose: Pose
    neck: XY
    hip: XY
    shoulders: tuple[XY, XY]
    elbows: tuple[XY, XY]
    hands: tuple[XY, XY]
    hips: tuple[XY, XY]
    knees: tuple[XY, XY]
    feet: tuple[XY, XY]
    head: XY
    torso: ink.Matrix  # from torso units (neck at the origin, hips below) to body units

    def at(self, x: float, y: float) -> XY:
        """A point given in torso units."""
        return ink.mapped((x, y), self.torso)


def skeleton(build: Build, pose: Pose) -> Skeleton:
    """Joints of a build in a pose."""
    squeeze = 0.55 if pose.side else 1.0
    foot_drop = build.foot * 0.42
    ground = -foot_drop if not pose.has("lie") else -build.leg_radii[0] * 0.5
    hip = (0.0, ground - build.leg * (pose.hip + pose.lift))
    neck = ink.mapped((hip[0], hip[1] - build.torso), ink.turning(pose.lean, hip))
    torso = ink.times(ink.moving(hip[0], hip[1] - build.torso), ink.turning(pose.lean, hip))
    shoulders = _pair(torso, build.shoulder * squeeze * 0.9, build.arm_radii[0] * 0.95)
    hips = _pair(torso, build.hip * squeeze, build.torso)
    elbows, hands = _limbs(shoulders, (pose.hand_left, pose.hand_right), build.arm, pose.elbows)
    knees, feet = _legs(build, pose, hips)
    up = ink.mapped((hip[0], hip[1] - build.torso - build.rise), ink.turning(pose.lean * 0.92, hip))
    return Skeleton(build, pose, neck, hip, shoulders, elbows, hands, hips, knees, feet, up, torso)


def _legs(build: Build, pose: Pose, hips: tuple[XY, XY]) -> tuple[tuple[XY, XY], tuple[XY, XY]]:
    """Knees and feet; legs that point at the viewer are foreshortened."""
    knees, feet = _limbs(hips, (pose.foot_left, pose.foot_right), build.leg, pose.knees)
    if pose.has("ground") and build.pear:  # short legs stretched towards the viewer
        feet = ((hips[0][0] - build.leg * 0.5, -build.foot * 0.62), (hips[1][0] + build.leg * 0.5, -build.foot * 0.62))
        return ((hips[0][0] - build.leg * 0.2, hips[0][1] + 6), (hips[1][0] + build.leg * 0.2, hips[1][1] + 6)), feet
    if pose.has("ground"):  # cross-legged
        feet = ((hips[0][0] + build.leg * 0.12, -build.foot * 0.3), (hips[1][0] - build.leg * 0.12, -build.foot * 0.3))
        return ((hips[0][0] - build.leg * 0.42, hips[0][1] + 4), (hips[1][0] + build.leg * 0.42, hips[1][1] + 4)), feet
    if pose.has("seat"):
        knees = tuple(
            (h[0] + s * build.leg * 0.10, h[1] + build.leg * 0.10) for h, s in zip(hips, (-1, 1), strict=True)
        )  # type: ignore[assignment]
    if pose.has("fold"):
        knees = tuple(((h[0] + f[0]) / 2, (h[1] + f[1]) / 2) for h, f in zip(hips, feet, strict=True))  # type: ignore[assignment]
    return knees, feet


def _pair(torso: ink.Matrix, x: float, y: float) -> tuple[XY, XY]:
    return ink.mapped((-x, y), torso), ink.mapped((x, y), torso)


def _limbs(
    roots: tuple[XY, XY], goals: tuple[XY, XY], length: float, bends: tuple[int, int]
) -> tuple[tuple[XY, XY], tuple[XY, XY]]:
    found = []
    for i in (0, 1):
        goal = (roots[i][0] + goals[i][0] * length, roots[i][1] + goals[i][1] * length)
        found.append(joint(roots[i], goal, length, bends[i] or (-1 if i == 0 else 1)))
    return (found[0][0], found[1][0]), (found[0][1], found[1][1])


@dataclass(slots=True)
class Skin:
    """Colours of the bare body."""

    body: str
    belly: str
    arm: str
    hand: str
    leg: str
    foot: str


@dataclass(slots=True)
class Figure:
    """A figure under construction: named layers from back to front, each a list of parts."""

    bones: Skeleton
    layers: dict[str, list[Part]] = field(default_factory=dict)
    anchors: dict[str, XY] = field(default_factory=dict)

    ORDER = (
        "shadow", "back", "tail", "cape", "far-arm", "legs", "torso", "clothes", "behind-head", "near-arm", "head",
        "hat", "lap", "over-arm", "held", "hands", "front",
    )  # fmt: skip

    def put(self, layer: str, *parts: Part) -> None:
        self.layers.setdefault(layer, []).extend(p for p in parts if p.inks)

    def parts(self) -> list[Part]:
        return [part for name in self.ORDER for part in self.layers.get(name, [])]


def torso_shape(bones: Skeleton) -> Shape:
    """The trunk in body units."""
    b = bones.build
    if b.pear:
        s, t = b.shoulder, b.torso
        half: tuple[XY, ...] = (
            (0, -34),
            (s * 0.8, -26),
            (s * 1.22, 24),
            (s * 1.62, t * 0.66),
            (s * 1.42, t + 14),
            (s * 0.7, t + 34),
            (0, t + 36),
        )
    else:
        s, t = b.shoulder * (0.66 if bones.pose.side else 1.0), b.torso
        w = s * b.waist
        half = (
            (0, -4),
            (s * 0.5, -1),
            (s * 0.94, 12),
            (s * 1.0, 34),
            (w, t * 0.62),
            (w * 1.02, t + 8),
            (w * 0.7, t + 22),
            (0, t + 24),
        )
    return ink.apply(ink.symmetric(*half, tension=0.9), bones.torso)


def limb(bones: Skeleton, kind: str, i: int, start: float = 0.0, end: float = 1.0, grow: float = 0.0) -> Shape:
    """Part of an arm or leg (0 = root, 1 = hand or ankle), `grow` units thicker than the bare limb."""
    b = bones.build
    if kind == "arm":
        points, radii = (bones.shoulders[i], bones.elbows[i], bones.hands[i]), b.arm_radii
    else:
        points, radii = (bones.hips[i], bones.knees[i], bones.feet[i]), b.leg_radii
    spine = ink.sample(points, 6)
    first, last = round(start * (len(spine) - 1)), max(round(end * (len(spine) - 1)), 2)
    at = [
        radii[0] + (radii[1] - radii[0]) * min(1, t * 2) + (radii[2] - radii[1]) * max(0, t * 2 - 1)
        for t in (start, (start + end) / 2, end)
    ]
    chosen = spine[first : last + 1]
    return ink.tube((chosen[0], chosen[len(chosen) // 2], chosen[-1]), [r + grow for r in at], steps=4)


def side_name(i: int) -> str:
    return "left" if i == 0 else "right"


def hand_shape(bones: Skeleton, i: int, grip: bool = False) -> tuple[Shape, Shape]:
    """A mitten at the end of an arm and its thumb."""
    r, (x, y) = bones.build.hand, bones.hands[i]
    ex, ey = bones.elbows[i]
    length = max(1e-6, ((x - ex) ** 2 + (y - ey) ** 2) ** 0.5)
    ux, uy = (x - ex) / length, (y - ey) / length
    reach = 0.2 if bones.build.pear else 0.45
    palm = ink.ellipse(x + ux * r * reach, y + uy * r * reach, r, r * 0.94)
    inward = 1 if i == 0 else -1
    tx, ty = x + ux * r * 0.1 + inward * r * 0.72, y + uy * r * 0.1 - r * 0.42
    thumb = ink.tube([(x + inward * r * 0.2, y + r * 0.1), (tx, ty)], [r * 0.42, r * 0.36], steps=2)
    return palm, thumb


def foot_shape(bones: Skeleton, i: int) -> Shape:
    """A foot or shoe at the end of a leg."""
    b, (x, y) = bones.build, bones.feet[i]
    f = b.foot
    if bones.pose.has("ground") and b.pear:
        return ink.ellipse(x, y, f * 0.92, f * 0.98)
    if bones.pose.has("lie"):
        return ink.ellipse(x + f * 0.25, y - f * 0.3, f * 0.42, f * 0.8)
    if bones.pose.side:
        return ink.curve(
            (x - f * 0.5, y + f * 0.4),
            (x - f * 0.52, y - f * 0.2),
            (x + f * 0.1, y - f * 0.34),
            (x + f * 0.8, y - f * 0.05),
            (x + f * 1.05, y + f * 0.28),
            (x + f * 0.9, y + f * 0.42),
            tension=0.8,
        )
    out = -1 if i == 0 else 1
    return ink.curve(
        (x - f * 0.62 + out * f * 0.12, y + f * 0.38), (x - f * 0.6 + out * f * 0.1, y - f * 0.12), (x, y - f * 0.42),
        (x + f * 0.6 + out * f * 0.1, y - f * 0.12), (x + f * 0.62 + out * f * 0.12, y + f * 0.38), tension=0.85,
    )  # fmt: skip


def draw_bare(figure: Figure, skin: Skin, paws: bool = True) -> None:
    """Limbs and trunk without clothes."""
    bones = figure.bones
    for i in (0, 1):
        figure.put("legs", draw_leg(bones, i, skin, paws))
        figure.put(arm_layer(bones, i), draw_arm(bones, i, skin))
    trunk = torso_shape(bones)
    torso = Part("torso").solid(trunk, skin.body, depth=12)
    if bones.build.pear:
        b = bones.build
        belly = ink.symmetric(
            (0, -14),
            (b.shoulder * 0.72, 4),
            (b.shoulder * 1.04, b.torso * 0.66),
            (b.shoulder * 0.7, b.torso + 16),
            (0, b.torso + 26),
        )
        torso.fill(ink.both(ink.apply(belly, bones.torso), trunk), skin.belly)
    figure.put("torso", torso)


def arm_layer(bones: Skeleton, i: int) -> str:
    """Far arms lie behind the trunk; arms that reach across it or to the face lie over everything."""
    if bones.pose.has("over"):
        return "over-arm"
    if bones.pose.side and i == 1:
        return "far-arm"
    return "near-arm"


def draw_arm(bones: Skeleton, i: int, skin: Skin) -> Part:
    palm, thumb = hand_shape(bones, i)
    part = Part(f"arm-{side_name(i)}").solid(limb(bones, "arm", i), skin.arm, depth=6)
    return part.fill(thumb, shaded(skin.hand, 0.04)).solid(palm, skin.hand, depth=5)


def draw_leg(bones: Skeleton, i: int, skin: Skin, paws: bool) -> Part:
    part = Part(f"leg-{side_name(i)}").solid(limb(bones, "leg", i), skin.leg, depth=6)
    part.solid(foot_shape(bones, i), skin.foot, depth=6)
    if bones.pose.has("ground") and paws:
        (x, y), f, pad = bones.feet[i], bones.build.foot, mix(skin.foot, "#f0a0a0", 0.4)
        part.fill(ink.ellipse(x, y + f * 0.24, f * 0.46, f * 0.4), pad)
        for dx in (-0.5, 0.0, 0.5):
            part.fill(ink.ellipse(x + dx * f, y - f * (0.46 - abs(dx) * 0.3), f * 0.17), pad)
    return part


def head_matrix(bones: Skeleton) -> ink.Matrix:
    b = bones.build
    return ink.times(ink.times(ink.sizing(b.head), ink.turning(bones.pose.tilt)), ink.moving(*bones.head))


def put_head(figure: Figure, head: Head) -> Head:
    """Place a head on the shoulders and note its anchors."""
    placed = head.mapped(head_matrix(figure.bones))
    figure.put("behind-head", *placed.behind)
    figure.put("head", *placed.front)
    figure.anchors.update(placed.anchors)
    return placed


def body_anchors(figure: Figure) -> None:
    """Anchors of the body: hands, neck, chest, feet, seat."""
    bones = figure.bones
    figure.anchors.update({
        "hand_left": bones.hands[0], "hand_right": bones.hands[1], "neck": bones.neck, "seat": bones.hip,
        "chest": bones.at(0, bones.build.torso * 0.4), "back": bones.at(-bones.build.shoulder, bones.build.torso * 0.4),
        "feet": ((bones.feet[0][0] + bones.feet[1][0]) / 2, max(bones.feet[0][1],
            bones.feet[1][1]) + bones.build.foot * 0.4),
    })  # fmt: skip
