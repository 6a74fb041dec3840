"""Hats. Each is drawn for a head whose width at the hat's edge is 200: the edge lies on y = 0, the hat above it."""

from __future__ import annotations

import math
from collections.abc import Callable

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import ellipse, mirrored, polygon, tube
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.toppings import scallop

Hat = Callable[[str | None], Part]


def _part() -> Part:
    return Part("wear-hat")


def _top_hat(color: str | None) -> Part:
    c = color or "#2f2f3d"
    body = polygon((-78, -2), (-86, -138), (86, -138), (78, -2), radius=14)
    part = _part().solid(body, c, 12)
    part.fill(
        ink.both(body, ink.path("M-120 -44 L120 -44 L120 -12 L-120 -12 Z")),
        "#c23b46" if color is None else shaded(c, 0.18),
    )
    part.fill(ellipse(0, -137, 84, 9), lit(c, 0.07))
    return part.solid(ellipse(0, 0, 138, 20), c, 7)


def _cap(color: str | None) -> Part:
    c = color or "#e0503f"
    dome = ink.path("M-100 4 C-104 -92 -58 -106 0 -106 C58 -106 104 -92 100 4 Z")
    part = _part().solid(dome, c, 11, glow=5)
    part.solid(ink.path("M-84 4 C-70 -30 70 -30 84 4 C120 18 96 34 0 30 C-96 34 -120 18 -84 4 Z"), shaded(c, 0.06), 6)
    return part.solid(ellipse(0, -106, 12, 7), shaded(c, 0.03), 2)


def _beanie(color: str | None) -> Part:
    c = color or "#3f8f8a"
    part = _part().solid(ink.path("M-98 6 C-102 -84 -54 -112 0 -112 C54 -112 102 -84 98 6 Z"), c, 11, glow=5)
    part.solid(polygon((-106, -22), (106, -22), (106, 20), (-106, 20), radius=18), lit(c, 0.07), 8)
    for x in range(-84, 85, 24):
        part.line(ink.strand((x, -12), (x, 10)), shaded(lit(c, 0.07), 0.06), 4)
    return part.solid(scallop(0, -122, 20, 20, 9, 11), mix(c, "#ffffff", 0.75), 6)


def _brimmed(crown_color: str, band: str, wide: float, tall: float) -> Part:
    part = _part().solid(
        ink.path(f"M-86 0 C-92 -{tall} -50 -{tall + 14} 0 -{tall + 8} C50 -{tall + 14} 92 -{tall} 86 0 Z"),
        crown_color,
        11,
    )
    part.fill(ink.path("M-88 -30 C-40 -20 40 -20 88 -30 L87 -4 C40 6 -40 6 -87 -4 Z"), band)
    return part.solid(ellipse(0, 4, wide, 24), crown_color, 8)


def _straw(color: str | None) -> Part:
    c = color or "#edc977"
    part = _brimmed(c, "#c9574a", 178, 84)
    for rx in (158, 132):
        part.line(ink.strand((-rx, 8), (0, 26 - (178 - rx) * 0.1), (rx, 8)), shaded(c, 0.05), 3)
    return part


def _fedora(color: str | None) -> Part:
    c = color or "#6f5440"
    part = _part().solid(
        ink.path("M-84 0 C-92 -78 -66 -104 -34 -98 C-14 -88 14 -88 34 -98 C66 -104 92 -78 84 0 Z"), c, 11
    )
    part.fill(ink.path("M-87 -32 C-40 -22 40 -22 87 -32 L85 -6 C40 4 -40 4 -85 -6 Z"), shaded(c, 0.16))
    return part.solid(ellipse(0, 3, 146, 20), c, 7)


def _bowler(color: str | None) -> Part:
    c = color or "#37343f"
    part = _part().solid(ink.path("M-86 0 C-92 -86 -50 -102 0 -102 C50 -102 92 -86 86 0 Z"), c, 11, glow=4)
    part.fill(ink.path("M-88 -26 C-40 -16 40 -16 88 -26 L86 -4 C40 6 -40 6 -86 -4 Z"), shaded(c, 0.14))
    return part.solid(ellipse(0, 3, 124, 17), c, 6)


def _cowboy(color: str | None) -> Part:
    c = color or "#9a6638"
    part = _part().solid(
        ink.path(
            "M-80 0 C-92 -70 -74 -116 -44 -112 C-24 -106 -16 -92 0 -92 C16 -92 24 -106 44 -112 C74 -116 92 -70 80 0 Z"
        ),
        c,
        11,
    )
    part.fill(ink.path("M-83 -30 C-40 -20 40 -20 83 -30 L81 -6 C40 4 -40 4 -81 -6 Z"), shaded(c, 0.17))
    return part.solid(
        ink.curve((-182, -42), (-110, -2), (0, 8), (110, -2), (182, -42), (140, 18), (0, 34), (-140, 18)), c, 8
    )


def _sombrero(color: str | None) -> Part:
    c = color or "#e5b04a"
    part = _part().solid(ink.path("M-66 0 C-66 -70 -40 -118 0 -118 C40 -118 66 -70 66 0 Z"), c, 10)
    part.fill(ink.path("M-66 -34 C-30 -24 30 -24 66 -34 L67 -8 C30 2 -30 2 -67 -8 Z"), "#d0453f")
    part.solid(ink.curve((-210, -24), (-110, -4), (0, 4), (110, -4), (210, -24), (170, 26), (0, 42), (-170, 26)), c, 9)
    return part.line(ink.strand((-186, 6), (0, 32), (186, 6)), "#3f9a73", 6)


def _chef(color: str | None) -> Part:
    c = color or "#fbfbf8"
    puff = ink.union(
        *(
            ellipse(x, y, r)
            for x, y, r in ((-66, -104, 46), (-24, -134, 50), (28, -134, 50), (68, -104, 46), (0, -92, 66))
        )
    )
    part = _part().solid(puff, c, 11)
    part.solid(polygon((-86, 4), (-80, -74), (80, -74), (86, 4), radius=10), c, 9)
    for x in (-44, 0, 44):
        part.line(ink.strand((x, -62), (x * 1.04, -12)), shaded(c, 0.08), 4)
    return part


def _crown(color: str | None) -> Part:
    c = color or "#f6c445"
    points = [(-84, 2), (-98, -84), (-50, -42), (0, -104), (50, -42), (98, -84), (84, 2)]
    part = _part().solid(polygon(*points, radius=6), c, 9)
    part.fill(ink.path("M-86 -20 C-40 -10 40 -10 86 -20 L84 2 C40 12 -40 12 -84 2 Z"), shaded(c, 0.1))
    for x, y, r in ((-98, -88, 11), (0, -108, 12), (98, -88, 11)):
        part.solid(ellipse(x, y, r), lit(c, 0.05), 3)
    for x, gem in ((-44, "#4fa3e3"), (0, "#e0474c"), (44, "#4fa3e3")):
        part.fill(ellipse(x, -9 + (4 if x == 0 else 2), 9, 8), gem)
    return part


def _tiara(color: str | None) -> Part:
    c = color or "#f7cf62"
    part = _part().solid(
        polygon(
            (-78, 0),
            (-70, -26),
            (-44, -22),
            (-30, -48),
            (0, -64),
            (30, -48),
            (44, -22),
            (70, -26),
            (78, 0),
            (0, 8),
            radius=6,
        ),
        c,
        6,
    )
    part.fill(ellipse(0, -28, 10, 13), "#f06a9b")
    return part.fill(ellipse(-34, -18, 6), "#7fd0f0").fill(ellipse(34, -18, 6), "#7fd0f0")


def _party(color: str | None) -> Part:
    c = color or "#ef5f8f"
    cone = polygon((-62, 4), (-4, -150), (4, -150), (62, 4), radius=6)
    part = _part().solid(cone, c, 9)
    for y in (-22, -64, -104):
        band = ink.path(f"M-90 {y + 6} L90 {y - 16} L90 {y - 2} L-90 {y + 20} Z")
        part.fill(ink.both(cone, band), "#ffd75e")
    return part.solid(scallop(0, -154, 12, 12, 8, 8), "#6cc7e8", 4)


def _cone(color: str, band: str, bend: float) -> Part:
    cone = ink.curve(
        (-84, 2),
        (-52, -70),
        (-24, -140),
        (bend * 0.5, -188),
        (bend, -206),
        (bend * 0.8, -180),
        (40, -120),
        (58, -66),
        (84, 2),
        (0, 12),
        tension=0.8,
    )
    part = _part().solid(cone, color, 11)
    part.fill(ink.both(cone, ink.path("M-120 -34 C-40 -22 40 -22 120 -34 L120 -6 C40 8 -40 8 -120 -6 Z")), band)
    return part.solid(ellipse(0, 4, 158, 24), color, 8)


def _witch(color: str | None) -> Part:
    part = _cone(color or "#3b3350", "#8a54c7", 52)
    return part.fill(polygon((-18, -26), (18, -26), (18, 2), (-18, 2), radius=5), "#f2c14e").fill(
        polygon((-9, -18), (9, -18), (9, -6), (-9, -6), radius=3), "#3b3350"
    )


def _wizard(color: str | None) -> Part:
    part = _cone(color or "#3d55b8", "#f2c14e", 40)
    for x, y, r in ((-26, -66, 13), (20, -104, 10), (8, -60, 8)):
        part.fill(star(x, y, r), "#f7d566")
    return part


def star(x: float, y: float, r: float, points: int = 5) -> ink.Shape:
    """A rounded star."""
    corners = []
    for i in range(points * 2):
        a = math.radians(-90 + 180 * i / points)
        size = r if i % 2 == 0 else r * 0.46
        corners.append((x + size * math.cos(a), y + size * math.sin(a)))
    return polygon(*corners, radius=r * 0.12)


def _santa(color: str | None) -> Part:
    c = color or "#d8343c"
    cone = ink.curve(
        (-92, 4),
        (-78, -66),
        (-20, -116),
        (56, -112),
        (112, -58),
        (124, -30),
        (100, -42),
        (88, -20),
        (92, 4),
        tension=0.9,
    )
    part = _part().solid(cone, c, 11)
    part.solid(tube([(-92, 2), (0, 8), (92, 2)], [24, 24, 24]), "#fdfbf7", 7)
    return part.solid(scallop(124, -22, 19, 19, 9, 10), "#fdfbf7", 6)


def _elf(color: str | None) -> Part:
    part = _cone(color or "#3b9a55", "#e0474c", 62)
    return part.solid(ellipse(62, -206, 14), "#f6c445", 4)


def _hard_hat(color: str | None) -> Part:
    c = color or "#f7c331"
    part = _part().solid(ink.path("M-98 0 C-100 -82 -56 -104 0 -104 C56 -104 100 -82 98 0 Z"), c, 11, glow=5)
    part.solid(polygon((-18, -110), (18, -110), (22, -6), (-22, -6), radius=12), lit(c, 0.04), 5)
    return part.solid(ink.path("M-122 -4 C-60 -16 60 -16 122 -4 C130 16 60 18 0 18 C-60 18 -130 16 -122 -4 Z"), c, 6)


def _fire_helmet(color: str | None) -> Part:
    part = _hard_hat(color or "#d93a34")
    return part.solid(polygon((-26, -84), (26, -84), (24, -40), (0, -22), (-24, -40), radius=7), "#f7c844", 5)


def _helmet(color: str | None) -> Part:
    c = color or "#4d7fd6"
    part = _part().solid(
        ink.path(
            "M-110 20 C-120 -90 -60 -116 0 -116 C60 -116 120 -90 110 20 C96 28 86 8 60 4 L-60 4 C-86 8 -96 28 -110 20 Z"
        ),
        c,
        12,
        glow=5,
    )
    return part.fill(tube([(-40, -98), (-46, -30)], [8, 9]), mix(c, "#ffffff", 0.75)).fill(
        tube([(40, -98), (46, -30)], [8, 9]), mix(c, "#ffffff", 0.7)
    )


def _army(color: str | None) -> Part:
    c = color or "#66713f"
    part = _part().solid(
        ink.path("M-112 10 C-112 -88 -58 -106 0 -106 C58 -106 112 -88 112 10 C60 -6 -60 -6 -112 10 Z"), c, 11
    )
    for x, y, r in ((-50, -60, 20), (30, -76, 18), (60, -30, 16), (-10, -28, 14)):
        part.fill(ellipse(x, y, r * 1.3, r * 0.8, 20), shaded(c, 0.07))
    return part


def _knight(color: str | None) -> Part:
    c = color or "#aab4c2"
    part = _part()
    part.solid(
        ink.curve((0, -104), (30, -150), (84, -160), (120, -120), (96, -124), (70, -104), (24, -92)), "#d6403f", 7
    )
    part.solid(
        ink.path(
            "M-108 60 C-118 -90 -60 -114 0 -114 C60 -114 118 -90 108 60 L78 60 C84 10 60 -8 0 -8 C-60 "
            "-8 -84 10 -78 60 Z"
        ),
        c,
        11,
        glow=5,
    )
    return part.solid(polygon((-9, -112), (9, -112), (9, -6), (-9, -6), radius=6), lit(c, 0.05), 4)


def _viking(color: str | None) -> Part:
    part = _part()
    horn = tube([(84, -44), (134, -62), (146, -122)], [22, 16, 4])
    part.solid(horn, "#f2e6cc", 7).solid(mirrored(horn), "#f2e6cc", 7)
    c = color or "#9aa5b3"
    part.solid(ink.path("M-102 6 C-104 -84 -56 -106 0 -106 C56 -106 104 -84 102 6 Z"), c, 11, glow=5)
    part.solid(polygon((-108, -18), (108, -18), (108, 14), (-108, 14), radius=10), "#b98a4a", 6)
    return part.solid(polygon((-12, -108), (12, -108), (12, 0), (-12, 0), radius=6), "#b98a4a", 4)


def _beret(color: str | None) -> Part:
    c = color or "#c23b46"
    part = _part().solid(ink.curve((-120, -30), (-96, -78), (0, -96), (104, -76), (116, -22), (60, 6), (-60, 8)), c, 10)
    return part.line(ink.strand((4, -92), (10, -112)), c, 9)


def _pirate(color: str | None) -> Part:
    c = color or "#33303c"
    part = _part().solid(
        ink.curve(
            (-150, -2),
            (-112, -80),
            (-44, -86),
            (0, -122),
            (44, -86),
            (112, -80),
            (150, -2),
            (60, -12),
            (0, -18),
            (-60, -12),
        ),
        c,
        11,
    )
    part.line(ink.strand((-146, -4), (-60, -14), (0, -20), (60, -14), (146, -4)), "#f2c14e", 7)
    part.fill(ellipse(0, -66, 24, 22), "#fbf7ee").fill(
        polygon((-12, -52), (12, -52), (11, -36), (-11, -36), radius=4), "#fbf7ee"
    )
    return part.fill(ellipse(-9, -66, 6.5, 7), c).fill(ellipse(9, -66, 6.5, 7), c)


def _graduation(color: str | None) -> Part:
    c = color or "#2f3350"
    part = _part().solid(
        ink.path("M-80 6 C-82 -30 -80 -50 -76 -54 L76 -54 C80 -50 82 -30 80 6 C40 18 -40 18 -80 6 Z"), c, 8
    )
    part.solid(polygon((-140, -66), (0, -112), (140, -66), (0, -22), radius=6), lit(c, 0.04), 6)
    part.line(ink.strand((0, -66), (84, -52), (90, -10)), "#f2c14e", 6)
    return part.fill(polygon((82, -14), (98, -14), (102, 20), (78, 20), radius=4), "#f2c14e")


def _police(color: str | None) -> Part:
    c = color or "#2f4574"
    part = _part().solid(
        ink.curve((-124, -52), (-60, -100), (0, -108), (60, -100), (124, -52), (96, -22), (-96, -22)), c, 10
    )
    part.solid(polygon((-92, -40), (92, -40), (96, -4), (-96, -4), radius=6), shaded(c, 0.06), 5)
    part.fill(star(0, -62, 20, 6), "#f2c14e")
    return part.solid(ink.path("M-92 -6 C-50 -18 50 -18 92 -6 C86 24 -86 24 -92 -6 Z"), "#23222c", 4)


def _sailor(color: str | None) -> Part:
    c = color or "#fbfbf8"
    part = _part().solid(ink.curve((-96, -60), (0, -96), (96, -60), (84, -20), (-84, -20)), c, 9)
    return part.solid(polygon((-100, -44), (100, -44), (92, 4), (-92, 4), radius=12), c, 8).line(
        ink.strand((-92, -10), (0, -4), (92, -10)), "#39589e", 8
    )


def _headband(color: str | None) -> Part:
    return _part().solid(tube([(-98, -6), (0, -22), (98, -6)], [14, 14, 14]), color or "#e0474c", 5)


def _bow(color: str | None) -> Part:
    c = color or "#ef5f8f"
    loop = ink.curve((2, -14), (40, -52), (78, -44), (74, 8), (38, 8))
    return (
        _part()
        .solid(loop, c, 6)
        .solid(mirrored(loop), c, 6)
        .solid(ellipse(0, -16, 16, 18), shaded(c, 0.03), 4)
        .mapped(ink.moving(0, -10))
    )


def _flowers(color: str | None) -> Part:
    part = _part()
    petals = [color or "#f58fb0", "#ffd166", "#fbfbf8", color or "#f58fb0", "#ffd166"]
    part.line(ink.strand((-92, -2), (0, -24), (92, -2)), "#5aa15b", 12)
    for i, c in enumerate(petals):
        x = -80 + i * 40
        y = -4 - 20 * (1 - (x / 92) ** 2)
        part.fill(scallop(x, y, 10, 10, 5, 11), c).fill(ellipse(x, y, 7), "#f0a132" if c != "#ffd166" else "#c9743a")
    return part


def _halo(color: str | None) -> Part:
    ring = ink.cut(ellipse(0, -66, 74, 20), ellipse(0, -66, 58, 11))
    return _part().solid(ring, color or "#f9d75e", 4)


def _devil(color: str | None) -> Part:
    horn = tube([(46, -14), (72, -46), (66, -84)], [18, 14, 3])
    return _part().solid(horn, color or "#d23a3a", 6).solid(mirrored(horn), color or "#d23a3a", 6)


def _bunny(color: str | None) -> Part:
    part, c = _part(), color or "#fbfbf8"
    for side in (1, -1):
        part.solid(tube([(side * 34, 0), (side * 46, -70), (side * 50, -140)], [18, 26, 16]), c, 7)
        part.fill(tube([(side * 36, -16), (side * 46, -70), (side * 49, -128)], [9, 14, 8]), "#f4a9b6")
    return part


def _nurse(color: str | None) -> Part:
    part = _part().solid(polygon((-78, 4), (-92, -54), (0, -68), (92, -54), (78, 4), radius=12), color or "#fbfbf8", 8)
    return part.fill(polygon((-7, -48), (7, -48), (7, -12), (-7, -12), radius=2), "#e0474c").fill(
        polygon((-18, -37), (18, -37), (18, -23), (-18, -23), radius=2), "#e0474c"
    )


def _turban(color: str | None) -> Part:
    c = color or "#d98b3a"
    part = _part().solid(
        ink.curve((-108, 0), (-104, -70), (-40, -108), (40, -108), (104, -70), (108, 0), (0, 14)), c, 11
    )
    part.line(ink.strand((-100, -46), (0, -16), (96, 4)), shaded(c), 6)
    return part.line(ink.strand((100, -46), (20, -46), (-60, 2)), shaded(c), 6)


def _hood(color: str | None) -> Part:
    c = color or "#2e2d38"
    ring = ink.cut(
        ink.curve((-122, 110), (-126, -40), (0, -108), (126, -40), (122, 110), (0, 150)), ellipse(0, 62, 92, 84)
    )
    return _part().solid(ring, c, 11)


def _ninja(color: str | None) -> Part:
    c = color or "#2e2d38"
    whole = ink.curve((-108, 96), (-114, -40), (0, -104), (114, -40), (108, 96), (50, 158), (-50, 158))
    part = _part().solid(ink.cut(whole, ink.curve((-84, 44), (0, 34), (84, 44), (86, 84), (0, 92), (-86, 84))), c, 11)
    return part.solid(tube([(-108, 8), (0, -4), (108, 8)], [13, 13, 13]), "#c8383f", 4)


def _jester(color: str | None) -> Part:
    part = _part()
    for side, c in ((1, "#3f8fd6"), (-1, color or "#e0474c")):
        part.solid(
            ink.curve((0, 4), (0, -70), (side * 80, -112), (side * 140, -40), (side * 100, -52), (side * 92, 4)), c, 8
        )
        part.solid(ellipse(side * 140, -32, 16), "#f6c445", 4)
    return part


def _samurai(color: str | None) -> Part:
    c = color or "#8c2f33"
    part = _part().solid(tube([(-20, -96), (-84, -132), (-112, -188)], [12, 11, 5]), "#f2c14e", 5)
    part.solid(tube([(20, -96), (84, -132), (112, -188)], [12, 11, 5]), "#f2c14e", 5)
    part.solid(ink.path("M-100 0 C-104 -84 -56 -108 0 -108 C56 -108 104 -84 100 0 Z"), c, 11, glow=5)
    return part.solid(ink.path("M-104 -14 C-50 -28 50 -28 104 -14 L140 26 C60 6 -60 6 -140 26 Z"), shaded(c, 0.08), 6)


HATS: dict[str, Hat] = {
    "top hat": _top_hat, "cap": _cap, "baseball cap": _cap, "beanie": _beanie, "winter hat": _beanie,
        "wool hat": _beanie,
    "knit hat": _beanie, "hat": _fedora, "fedora": _fedora, "trilby": _fedora, "bowler hat": _bowler, "bowler": _bowler,
    "straw hat": _straw, "sun hat": _straw, "sunhat": _straw, "farmer hat": _straw, "cowboy hat": _cowboy,
        "stetson": _cowboy,
    "sombrero": _sombrero, "chef hat": _chef, "chef's hat": _chef, "toque": _chef, "crown": _crown, "tiara": _tiara,
    "party hat": _party, "birthday hat": _party, "witch hat": _witch, "witch's hat": _witch, "wizard hat": _wizard,
    "wizard's hat": _wizard, "santa hat": _santa, "christmas hat": _santa, "elf hat": _elf, "hard hat": _hard_hat,
    "safety helmet": _hard_hat, "fire helmet": _fire_helmet, "firefighter helmet": _fire_helmet, "helmet": _helmet,
    "bike helmet": _helmet, "bicycle helmet": _helmet, "motorcycle helmet": _helmet, "army helmet": _army,
    "knight helmet": _knight, "viking helmet": _viking, "viking hat": _viking, "beret": _beret, "pirate hat": _pirate,
    "graduation cap": _graduation, "mortarboard": _graduation, "police hat": _police, "police cap": _police,
    "captain hat": _police, "conductor hat": _police, "train conductor hat": _police, "engineer hat": _cap,
    "conductor's hat": _police,
    "officer hat": _police, "tophat": _top_hat, "pilot hat": _police, "sailor hat": _sailor, "headband": _headband,
    "bandana": _headband,
    "sweatband": _headband, "bow": _bow, "hair bow": _bow, "ribbon": _bow, "flower crown": _flowers, "wreath": _flowers,
    "laurel wreath": _flowers, "halo": _halo, "devil horns": _devil, "bunny ears": _bunny, "nurse cap": _nurse,
    "turban": _turban, "hood": _hood, "ninja hood": _ninja, "jester hat": _jester, "samurai helmet": _samurai,
}  # fmt: skip
LOW = frozenset({"hood", "ninja hood", "knight helmet", "helmet", "astronaut helmet"})


def hat_named(name: str) -> Hat | None:
    """The hat of a name, or of its last words ("a tall red top hat")."""
    parts = name.lower().split()
    for start in range(len(parts)):
        found = HATS.get(" ".join(parts[start:]))
        if found:
            return found
    return None
