"""What grows on heads besides ears: manes, horns, antlers, combs, spines, wool, whiskers, and machine parts."""

from __future__ import annotations

import math

from gouache.engines.composer.color import mix, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import Shape, ellipse, mirrored, tube
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.species import Species

HORN = "#f0e2c4"
ANTLER = "#a9805a"


def scallop(
    cx: float, cy: float, rx: float, ry: float, bumps: int, size: float, start: float = 0.0, sweep: float = 360.0
) -> Shape:
    """A cloud-like ring of bumps, filled."""
    shapes = [ellipse(cx, cy, rx, ry)]
    for i in range(bumps):
        a = math.radians(start + sweep * i / (bumps if sweep == 360 else bumps - 1))
        shapes.append(ellipse(cx + rx * math.cos(a), cy + ry * math.sin(a), size))
    return ink.union(*shapes)


def spikes(cx: float, cy: float, inner: float, outer: float, count: int, start: float, sweep: float) -> Shape:
    """A fan of rounded spikes."""
    points: list[tuple[float, float]] = []
    for i in range(count * 2 + 1):
        a = math.radians(start + sweep * i / (count * 2))
        r = outer if i % 2 else inner
        points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return ink.polygon(*points, (cx, cy), radius=7)


def behind_head(kind: Species) -> list[Part]:
    """Parts painted before the body."""
    parts: list[Part] = []
    if kind.has("mane"):
        mane = Part("mane").solid(scallop(0, 6, 112, 108, 15, 36), kind.dark, depth=14)
        mane.fill(scallop(0, 8, 98, 94, 15, 28, start=12), lit(kind.dark, 0.05))
        parts.append(mane)
    if kind.has("scutes"):
        crest = Part("crest")
        for x, size in ((-28, 17.0), (0, 23.0), (28, 17.0)):
            plate = ink.polygon((x - size, -60), (x, -68 - size * 1.5), (x + size, -60), radius=6)
            crest.solid(plate, mix(kind.dark, kind.accent, 0.3), 4)
        parts.append(crest)
    if kind.has("spines"):
        spine = Part("spines").solid(spikes(0, 10, 104, 146, 13, 148, 244), kind.dark, depth=10)
        parts.append(spine)
    for name, draw in _BEHIND.items():
        if kind.has(name):
            parts.append(draw(kind))
    if kind.ears in ("antennae", "horns", "bolts", "fin"):
        parts.append(_odd_ears(kind))
    return parts


def on_head(kind: Species, dx: float, skull: Shape) -> list[Part]:
    """Parts painted over the face."""
    parts: list[Part] = []
    for name, draw in _OVER.items():
        if kind.has(name):
            parts.append(draw(kind, dx, skull))
    return parts


def _both(part: Part, shape: Shape, color: str, depth: float = 6.0) -> Part:
    return part.solid(shape, color, depth).solid(mirrored(shape), color, depth)


def _horns_small(kind: Species) -> Part:
    return _both(Part("horns"), tube([(40, -70), (62, -92), (64, -118)], [14, 11, 4]), HORN)


def _horns_big(kind: Species) -> Part:
    return _both(Part("horns"), tube([(50, -62), (104, -70), (130, -104), (122, -136)], [20, 17, 11, 4]), HORN)


def _horns_back(kind: Species) -> Part:
    part = _both(Part("horns"), tube([(26, -78), (44, -126), (78, -150), (104, -146)], [16, 14, 10, 4]), "#b59a7c")
    return part


def _horns_dragon(kind: Species) -> Part:
    return _both(Part("horns"), tube([(44, -60), (66, -108), (62, -146)], [16, 12, 4]), HORN)


def antlers(size: float, color: str = ANTLER) -> Shape:
    """The right antler, rooted near (26, -76)."""
    beam = tube([(26, -70), (52, -116), (84, -150), (86, -196)], [9, 8, 7, 5])
    tines = [
        tube([(50, -114), (34, -142), (36, -164)], [7, 6, 4]),
        tube([(78, -146), (110, -156), (124, -182)], [7, 6, 4]),
    ]
    whole = ink.union(beam, *tines)
    return ink.apply(whole, ink.sizing(size, about=(26, -70)))


def _antlers(kind: Species) -> Part:
    return _both(Part("antlers"), antlers(1.0), ANTLER)


def _antlers_small(kind: Species) -> Part:
    return _both(Part("antlers"), antlers(0.5), ANTLER)


def _antlers_big(kind: Species) -> Part:
    palm = ink.union(
        tube([(30, -72), (74, -92), (104, -112)], [11, 11, 14]),
        ink.curve(
            (96, -92),
            (98, -150),
            (116, -196),
            (148, -186),
            (168, -206),
            (182, -168),
            (200, -166),
            (186, -122),
            (142, -92),
        ),
    )
    return _both(Part("antlers"), palm, ANTLER, 9)


def _ossicones(kind: Species) -> Part:
    part = Part("horns")
    for side in (1, -1):
        part.solid(tube([(side * 20, -80), (side * 25, -128)], [8, 8]), kind.coat, 4)
        part.solid(ellipse(side * 25, -132, 13), kind.dark, 4)
    return part


_BEHIND = {
    "horns-small": _horns_small, "horns-big": _horns_big, "horns-back": _horns_back, "horns-dragon": _horns_dragon,
    "antlers": _antlers, "antlers-small": _antlers_small, "antlers-big": _antlers_big, "ossicones": _ossicones,
}  # fmt: skip


def _odd_ears(kind: Species) -> Part:
    part = Part("ears")
    if kind.ears == "antennae":
        for side in (1, -1):
            part.line(ink.strand((side * 34, -80), (side * 48, -120), (side * 66, -136)), shaded(kind.coat, 0.12), 8)
            part.solid(ellipse(side * 68, -140, 15), lit(kind.coat, 0.06) if kind.plan != "bee" else kind.dark, 5)
    elif kind.ears == "horns":
        _both(part, tube([(52, -60), (86, -96), (78, -136)], [20, 15, 4]), HORN)
    elif kind.ears == "bolts":
        part.line(ink.strand((0, -76), (0, -112)), kind.dark, 8).solid(ellipse(0, -118, 15), "#f2664f", 5)
        for side in (1, -1):
            part.solid(
                ink.polygon((side * 86, -26), (side * 110, -26), (side * 110, 30), (side * 86, 30), radius=9),
                kind.dark,
                5,
            )
    else:
        fin = ink.polygon((78, -34), (148, -72), (134, -30), (144, 6), (112, 12), (86, 26), radius=8)
        _both(part, fin, mix(kind.accent, kind.coat, 0.35), 7)
    return part


def _whiskers(kind: Species, dx: float, skull: Shape) -> Part:
    part, color = Part("whiskers"), mix(kind.light, "#5a4a4a", 0.45)
    for side in (1, -1):
        for y, rise in ((44, -5), (56, 5)):
            x0, x1 = dx + side * 48, dx + side * 104
            part.line(ink.strand((x0, y), ((x0 + x1) / 2, y + rise * 0.2), (x1, y + rise)), color, 3)
    return part


def _tusks(kind: Species, dx: float, skull: Shape) -> Part:
    tusk = (
        tube([(36, 56), (50, 86), (44, 108)], [9, 8, 3])
        if kind.muzzle == "trunk"
        else tube([(36, 62), (46, 44), (44, 28)], [8, 7, 2])
    )
    part = _both(Part("tusks"), tusk, "#fbf6e6", 4)
    return part.mapped(ink.moving(dx, 0))


def _hair(kind: Species, dx: float, skull: Shape) -> Part:
    """A forelock."""
    color = kind.dark if kind.name != "unicorn" else "#f58fc0"
    lock = ink.curve((-26, -98), (0, -116), (30, -98), (26, -66), (10, -40), (0, -26), (-10, -52), (-24, -66))
    part = Part("forelock")
    if kind.name == "giraffe":
        return part
    part.solid(ink.moved(lock, dx * 0.4, 0), color, 6)
    if kind.name == "unicorn":
        part.fill(ink.moved(ink.curve((2, -110), (26, -96), (22, -70), (8, -48), (10, -76)), dx * 0.4, 0), "#8fd0f5")
    return part


def _unicorn(kind: Species, dx: float, skull: Shape) -> Part:
    part = Part("horn")
    horn = ink.polygon((dx - 14, -84), (dx + 14, -84), (dx + 2, -186), (dx - 2, -186), radius=4)
    part.solid(horn, "#f7cf5e", 6)
    for y in (-104, -126, -148):
        half = 14 * (186 + y) / 102
        part.line(ink.strand((dx - half * 0.9, y + 5), (dx + half * 0.9, y - 5)), "#d9a038", 3.5)
    return part


def _rhino(kind: Species, dx: float, skull: Shape) -> Part:
    part = Part("horn")
    part.solid(ink.curve((dx - 22, 62), (dx - 8, 20), (dx, -24), (dx + 8, 20), (dx + 22, 62), (dx, 72)), "#e7e0d2", 6)
    return part


def _beard(kind: Species, dx: float, skull: Shape) -> Part:
    return Part("beard").solid(
        ink.curve((dx - 18, 80), (dx, 78), (dx + 18, 80), (dx + 10, 112), (dx, 130), (dx - 10, 112)), kind.dark, 5
    )


def _wool(kind: Species, dx: float, skull: Shape) -> Part:
    cap = ink.union(
        *(ellipse(x, y, r) for x, y, r in ((-46, -66, 26), (-16, -88, 30), (18, -90, 30), (48, -66, 26), (0, -66, 34)))
    )
    return Part("wool").solid(cap, kind.coat, 8)


def _fluff(kind: Species, dx: float, skull: Shape) -> Part:
    cap = ink.union(*(ellipse(x, y, r) for x, y, r in ((-26, -84, 22), (4, -98, 26), (30, -82, 22), (0, -74, 28))))
    return Part("fluff").solid(cap, lit(kind.coat), 7)


def _pompom(kind: Species, dx: float, skull: Shape) -> Part:
    return Part("fluff").solid(scallop(0, -92, 34, 26, 9, 18), kind.coat, 8)


def _comb(kind: Species, dx: float, skull: Shape) -> Part:
    big = 1.0 if kind.has("comb") else 0.7
    comb = ink.union(*(ellipse(x * big, -92 - h * big, 18 * big, 24 * big) for x, h in ((-24, 4), (0, 16), (24, 4))))
    part = Part("comb").solid(comb, "#e2383f", 6)
    wattle = ink.union(ellipse(dx - 9, 62, 10, 17), ellipse(dx + 9, 62, 10, 17))
    return part.solid(wattle, "#e2383f", 4)


def _crest(kind: Species, dx: float, skull: Shape) -> Part:
    part = Part("crest")
    for x in (-26, 0, 26):
        part.line(ink.strand((x * 0.4, -84), (x, -126)), kind.coat, 5)
        part.solid(ellipse(x, -130, 10), kind.light, 3)
    return part


def _teeth(kind: Species, dx: float, skull: Shape) -> Part:
    part = Part("teeth")
    if kind.muzzle == "rabbit":
        part.fill(ink.polygon((dx - 12, 50), (dx + 12, 50), (dx + 11, 70), (dx - 11, 70), radius=4), "#ffffff")
        part.line(ink.strand((dx, 52), (dx, 69)), "#d7cfc4", 2.5)
    return part


def _monster(kind: Species, dx: float, skull: Shape) -> Part:
    """A third eye and two teeth."""
    part = Part("third-eye")
    part.fill(ellipse(dx, -52, 23, 24), "#ffffff").fill(ellipse(dx, -51, 14, 15), "#2b1d1f")
    part.fill(ellipse(dx - 5, -57, 5), "#ffffff")
    for side in (1, -1):
        part.fill(ink.polygon((dx + side * 26, 46), (dx + side * 10, 49), (dx + side * 17, 66), radius=2), "#ffffff")
    return part


def _robot(kind: Species, dx: float, skull: Shape) -> Part:
    part = Part("grille")
    for x in (-24, -8, 8, 24):
        part.fill(ink.polygon((x - 5, 48), (x + 5, 48), (x + 5, 62), (x - 5, 62), radius=4), shift(kind.dark, -0.05))
    return part


_OVER = {
    "whiskers": _whiskers, "tusks": _tusks, "hair": _hair, "horn": _unicorn, "rhinohorn": _rhino, "beard": _beard,
    "wool": _wool, "fluff": _fluff, "pompom": _pompom, "comb": _comb, "comb-small": _comb, "crest": _crest,
    "teeth": _teeth, "monster": _monster, "robot": _robot,
}  # fmt: skip
