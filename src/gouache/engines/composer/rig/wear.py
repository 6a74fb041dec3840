"""Things worn: on the head, before the eyes, round the neck, on the body. Fitted to anchors."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.engines.composer.color import mix
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.hats import hat_named, star
from gouache.engines.composer.rig.ink import XY, ellipse, mirrored, polygon, tube
from gouache.engines.composer.rig.part import Foreign, Part, lit, shaded

Fit = tuple[float, float, float, float]  # x, y, half width, turn


@dataclass(frozen=True)
class Worn:
    """A garment by name; `drawing` is used where the rig has none of that name."""

    name: str
    color: str | None = None
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class HeadFit:
    """Where things go on a head, in the units of the figure."""

    eyes: XY
    gap: float  # from the middle to an eye
    size: float  # radius of an eye
    crown: XY
    chin: XY
    half: float  # half the width of the head at the brow
    ears_up: bool
    turn: float = 0.0  # tilt in degrees
    person: bool = False

    def above(self, dy: float) -> ink.Matrix:
        """From hat units to the figure."""
        scale = self.half / 100 * (1.16 if self.person else 0.84)
        m = ink.times(ink.sizing(scale), ink.turning(self.turn))
        drop = self.half * dy
        x, y = ink.mapped((0, drop), ink.turning(self.turn))
        return ink.times(m, ink.moving(self.crown[0] + x, self.crown[1] + y))


def on_head(item: Worn, fit: HeadFit) -> Part | None:
    """A hat, or None when the name is no hat and has no drawing for one."""
    draw = hat_named(item.name)
    if draw is None:
        return None
    drop = 0.56 if fit.person else 0.26
    return draw(item.color).mapped(fit.above(drop))


def at_eyes(item: Worn, fit: HeadFit) -> Part | None:
    """Glasses of all kinds, in units where an eye lies 100 from the middle."""
    name, color = item.name.lower(), item.color
    part = Part("wear-glasses")
    if "eye patch" in name or "eyepatch" in name:
        part.line(ink.strand((-230, -96), (100, -40), (230, 20)), "#2b2730", 14).solid(
            polygon((40, -44), (160, -44), (150, 40), (100, 62), (50, 40), radius=30), color or "#2b2730", 8
        )
    elif "monocle" in name:
        part.line(ink.strand((166, 20), (200, 110), (180, 190)), "#d6a93f", 8).fill(
            ink.cut(ellipse(100, 0, 70), ellipse(100, 0, 56)), color or "#d6a93f"
        )
    elif "sunglass" in name or name in ("shades", "dark glasses"):
        _sunglasses(part, color)
    elif "goggle" in name or "vr" in name.split() or "headset" in name:
        frame = color or "#3b82c4"
        part.fill(tube([(-222, -10), (0, -24), (222, -10)], [26, 26, 26]), "#33323d").solid(
            polygon((-196, -76), (196, -76), (196, 66), (40, 70), (0, 44), (-40, 70), (-196, 66), radius=52), frame, 14
        )
        part.fill(
            polygon((-166, -50), (166, -50), (166, 42), (40, 44), (0, 18), (-40, 44), (-166, 42), radius=40), "#22364f"
        ).fill(polygon((-140, -38), (-60, -38), (-100, 22), (-150, 22), radius=12), "#ffffff", 0.22)
    elif "mask" in name and ("eye" in name or "superhero" in name or "bandit" in name or name == "mask"):
        hero = ink.curve(
            (-190, -34),
            (-100, -84),
            (0, -44),
            (100, -84),
            (190, -34),
            (150, 56),
            (80, 70),
            (0, 28),
            (-80, 70),
            (-150, 56),
        )
        holes = ink.union(ellipse(-100, 0, 50, 44), ellipse(100, 0, 50, 44))
        part.solid(ink.cut(hero, holes), color or "#2f2f3d", 8)
    elif "glasses" in name or "spectacles" in name:
        frame = color or "#3a3338"
        for side in (-1, 1):
            part.fill(ellipse(side * 100, 2, 78, 74), "#dff1fb", 0.28)
            part.fill(ink.cut(ellipse(side * 100, 2, 84, 80), ellipse(side * 100, 2, 68, 64)), frame)
            part.line(ink.strand((side * 182, -8), (side * 226, -22)), frame, 14)
        part.line(ink.strand((-20, -6), (0, -18), (20, -6)), frame, 15)
    else:
        return None
    k = fit.gap / 100
    return part.mapped(ink.times(ink.times(ink.sizing(k), ink.turning(fit.turn)), ink.moving(*fit.eyes)))


def _sunglasses(part: Part, color: str | None) -> None:
    frame = color or "#26242e"
    glass = "#26242e" if color is None else mix(color, "#15131c", 0.72)
    lens = polygon((18, -62), (178, -62), (170, 38), (128, 74), (66, 72), (26, 36), radius=40)
    for shape, side in ((lens, 1), (mirrored(lens), -1)):
        part.fill(shape, frame)
        part.fill(ink.apply(shape, ink.sizing(0.84, about=(side * 98, -2))), glass)
        gleam = polygon(
            (side * 98 - 44, -38), (side * 98 - 6, -38), (side * 98 - 40, 32), (side * 98 - 62, 14), radius=8
        )
        part.fill(gleam, "#ffffff", 0.26)
        part.line(ink.strand((side * 176, -44), (side * 226, -52)), frame, 18)
    part.line(ink.strand((-26, -40), (0, -48), (26, -40)), frame, 20)


def at_ears(item: Worn, fit: HeadFit) -> Part | None:
    name = item.name.lower()
    if "headphone" in name or "earmuff" in name or "headset" in name:
        c = item.color or ("#e0503f" if "ear" in name[:3] else "#3a3f4d")
        part, w = Part("wear-headphones"), 104 if not fit.person else 112
        y = (fit.eyes[1] - fit.crown[1]) / fit.half * 100 + 4
        part.line(ink.strand((-w, y - 10), (-w * 0.74, -12), (0, -34), (w * 0.74, -12), (w, y - 10)), shaded(c), 15)
        for side in (-1, 1):
            part.solid(
                polygon(
                    (side * (w - 22), y - 34),
                    (side * (w + 16), y - 34),
                    (side * (w + 16), y + 34),
                    (side * (w - 22), y + 34),
                    radius=17,
                ),
                c,
                7,
            )
        return part.mapped(_local(fit))
    if "earring" in name:
        part = Part("wear-earrings")
        for side in (-1, 1):
            part.solid(ellipse(side * 96, 130, 10), item.color or "#f6c445", 3)
        return part.mapped(_local(fit))
    return None


def _local(fit: HeadFit) -> ink.Matrix:
    """Units where half the head's width is 100 and the crown is the origin."""
    return ink.times(ink.times(ink.sizing(fit.half / 100), ink.turning(fit.turn)), ink.moving(*fit.crown))


def on_mouth(item: Worn, fit: HeadFit, mouth: XY) -> Part | None:
    name = item.name.lower()
    k = fit.half / 100
    if "face mask" in name or "surgical mask" in name or "medical mask" in name:
        part = Part("wear-mask").line(ink.strand((-110, -24), (110, -24)), "#e8f3f5", 6)
        part.solid(ink.curve((-70, -30), (0, -40), (70, -30), (66, 34), (0, 58), (-66, 34)), item.color or "#9fd3de", 8)
        for y in (-8, 12):
            part.line(ink.strand((-54, y), (0, y + 6), (54, y)), shaded(item.color or "#9fd3de", 0.05), 4)
    elif "clown nose" in name or "red nose" in name:
        part = Part("wear-nose").solid(ellipse(0, -26, 22), "#e5383b", 6)
    elif "mustache" in name or "moustache" in name:
        half = ink.curve((0, -16), (26, -26), (56, -10), (74, -18), (58, 8), (24, 8))
        part = Part("wear-mustache").fill(half, item.color or "#4a3026").fill(mirrored(half), item.color or "#4a3026")
    else:
        return None
    return part.mapped(ink.times(ink.sizing(k), ink.moving(mouth[0], mouth[1] + k * 4)))


def round_neck(item: Worn, neck: XY, half: float, drop: float, turn: float) -> Part | None:
    """Scarves, ties, necklaces, medals; `half` is half the neck's width, `drop` the length of the chest."""
    name, c = item.name.lower(), item.color
    draw = next((f for key, f in _NECK if key in name), None)
    if draw is None:
        return None
    part = draw(c)
    k = half / 60
    return part.mapped(ink.times(ink.times(ink.sizing(k), ink.turning(turn)), ink.moving(*neck)))


def _scarf(c: str | None) -> Part:
    c = c or "#d8494a"
    part = Part("wear-scarf").solid(
        ink.curve((14, 8), (46, 12), (58, 86), (50, 122), (20, 120), (22, 60)), shaded(c, 0.03), 7
    )
    for y in (84, 102):
        part.line(ink.strand((24, y), (56, y - 2)), lit(c, 0.13), 7)
    part.solid(tube([(-66, -8), (-34, 14), (0, 20), (34, 14), (66, -8)], [19, 23, 24, 23, 19]), c, 8)
    for x in (-40, 0, 40):
        part.line(ink.strand((x - 4, 0 + 6), (x + 3, 34 - abs(x) * 0.1)), lit(c, 0.13), 6)
    return part


def _tie(c: str | None) -> Part:
    c = c or "#b8323e"
    part = Part("wear-tie").solid(polygon((-12, 22), (12, 22), (22, 104), (0, 128), (-22, 104), radius=5), c, 5)
    for y in (48, 74, 100):
        part.line(ink.strand((-13 - (y - 48) * 0.09, y), (13 + (y - 48) * 0.09, y - 12)), lit(c, 0.12), 5)
    return part.solid(polygon((-15, 4), (15, 4), (10, 26), (-10, 26), radius=4), shaded(c, 0.04), 3)


def _bow_tie(c: str | None) -> Part:
    c = c or "#c23b46"
    loop = polygon((2, 14), (52, -10), (56, 38), radius=12)
    return (
        Part("wear-bow-tie")
        .solid(loop, c, 5)
        .solid(mirrored(loop), c, 5)
        .solid(ellipse(0, 14, 13, 14), shaded(c, 0.05), 3)
    )


def _necklace(c: str | None) -> Part:
    part = Part("wear-necklace")
    for i in range(9):
        x = -52 + i * 13
        part.solid(ellipse(x, 14 + 34 * (1 - (x / 56) ** 2), 8.5), c or "#f4efe4", 3)
    return part


def _medal(c: str | None) -> Part:
    part = (
        Part("wear-medal")
        .line(ink.strand((-40, -4), (0, 74)), "#3f6fd0", 13)
        .line(ink.strand((40, -4), (0, 74)), "#d8494a", 13)
    )
    part.solid(ellipse(0, 92, 27), c or "#f6c445", 5)
    return part.fill(star(0, 92, 15), lit(c or "#f6c445", 0.09))


def _bandana(c: str | None) -> Part:
    c = c or "#d8494a"
    part = Part("wear-bandana").solid(polygon((-58, -4), (58, -4), (0, 74), radius=10), c, 7)
    for x, y in ((-24, 12), (0, 32), (24, 12), (0, 10)):
        part.fill(ellipse(x, y, 5), "#ffffff", 0.85)
    return part.solid(tube([(-60, -8), (0, 8), (60, -8)], [10, 12, 10]), shaded(c, 0.03), 4)


def _lei(c: str | None) -> Part:
    part = Part("wear-lei")
    for i in range(9):
        x = -64 + i * 16
        color = (c or "#f58fb0", "#ffd166", "#fbfbf8")[i % 3]
        part.solid(ellipse(x, 4 + 52 * (1 - (x / 70) ** 2), 15), color, 5)
    return part


def _stethoscope(c: str | None) -> Part:
    part = Part("wear-stethoscope").line(
        ink.strand((-40, -6), (-30, 50), (0, 76), (30, 50), (40, -6)), c or "#3d4a5c", 8
    )
    return part.line(ink.strand((0, 76), (8, 104)), c or "#3d4a5c", 8).solid(ellipse(10, 114, 14), "#c3ccd6", 4)


def _collar(c: str | None) -> Part:
    part = Part("wear-collar").solid(tube([(-58, -6), (0, 14), (58, -6)], [10, 11, 10]), c or "#d8494a", 4)
    return part.solid(ellipse(0, 32, 14), "#f6c445", 4)


_NECK = (
    ("scarf", _scarf), ("bow tie", _bow_tie), ("bowtie", _bow_tie), ("bow-tie", _bow_tie), ("necktie", _tie), (
        "medal", _medal),
    ("tie", _tie), ("necklace", _necklace), ("pearls", _necklace), ("bandana", _bandana), ("neckerchief", _bandana),
    ("lei", _lei), ("garland", _lei), ("stethoscope", _stethoscope), ("collar", _collar), ("pendant", _medal),
)  # fmt: skip


def on_neck(item: Worn) -> bool:
    """Whether a thing is worn round the neck or on the chest."""
    name = item.name.lower()
    return any(name == known or name.endswith(f" {known}") for known, _ in _NECK)


def borrowed(item: Worn, fit: HeadFit) -> Part | None:
    """A worn thing from somebody else's drawing, set on the crown."""
    if item.drawing is None:
        return None
    box = item.drawing.box
    k = fit.half * 1.7 / box.w
    m = ink.times(ink.times(ink.moving(-box.center.x, -box.bottom), ink.sizing(k)), ink.turning(fit.turn))
    m = ink.times(m, ink.moving(fit.crown[0], fit.crown[1] + fit.half * (0.3 if not fit.person else 0.5)))
    return Part("wear-" + "-".join(item.name.split())).add(Foreign(item.drawing.markup, box, m))
