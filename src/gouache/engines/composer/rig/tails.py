"""Tails behind an upright figure, or at the end of a body in side view. Rooted at the origin, curving right and up."""

from __future__ import annotations

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import XY, both, ellipse, tube
from gouache.engines.composer.rig.part import Part, lit
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.toppings import scallop

# spine and radii
_TUBES: dict[str, tuple[tuple[XY, ...], tuple[float, ...]]] = {
    "cat": (((0, 0), (58, 14), (96, -30), (88, -92), (112, -128)), (11, 12, 12, 12, 11)),
    "dog": (((0, 0), (40, -4), (70, -34), (78, -78)), (13, 13, 11, 6)),
    "rat": (((0, 0), (50, 20), (98, 4), (120, -44)), (8, 7, 5, 2.5)),
    "rat-thick": (((0, 0), (56, 22), (104, 6), (126, -36)), (20, 18, 13, 6)),
    "tuft": (((0, 0), (50, 16), (90, -14), (100, -66)), (8, 7, 6, 6)),
    "tuft-small": (((0, 0), (36, 12), (56, 50), (52, 84)), (8, 7, 6, 6)),
    "curl-long": (((0, 0), (56, 24), (112, -8), (120, -74), (84, -94), (72, -62)), (11, 11, 10, 9, 8, 6)),
    "croc": (((0, 0), (54, 26), (110, 22), (158, -8)), (38, 30, 17, 3)),
    "dragon": (((0, 0), (58, 24), (116, 8), (140, -52)), (32, 26, 17, 8)),
    "roo": (((0, 0), (54, 34), (112, 38), (160, 22)), (28, 24, 16, 7)),
    "monster": (((0, 0), (48, 20), (90, -2), (108, -46)), (24, 20, 14, 6)),
    "ringed": (((0, 0), (66, 6), (112, -40), (104, -104), (80, -140)), (22, 30, 33, 31, 20)),
    "bushy": (((0, 0), (60, 10), (112, -30), (122, -92), (104, -138)), (14, 28, 35, 27, 5)),
    "squirrel": (((0, 0), (62, 8), (108, -50), (100, -128), (146, -168), (176, -136)), (16, 34, 42, 42, 34, 14)),
    "skunk": (((0, 0), (58, 0), (102, -54), (102, -132), (142, -170)), (16, 34, 43, 42, 26)),
}  # fmt: skip


def draw_tail(kind: Species) -> Part:
    """The tail of a species as one part."""
    part = Part("tail")
    name = kind.tail
    color = kind.dark if kind.has("points") else kind.coat
    if name in _TUBES:
        points, radii = _TUBES[name]
        shape = tube(points, radii, steps=5)
        part.solid(shape, color, depth=8)
        _decorate(part, kind, shape, points, radii)
    elif name == "stub":
        part.solid(ellipse(14, -8, 20, 17), color, depth=5)
    elif name == "puff":
        part.solid(scallop(18, -6, 18, 17, 8, 11), kind.light, depth=7)
    elif name == "pom":
        part.line(ink.strand((0, 0), (30, -16), (44, -44)), kind.coat, 12)
        part.solid(scallop(50, -60, 18, 18, 8, 12), kind.coat, depth=7)
    elif name == "pig":
        part.line(ink.strand((0, 0), (22, 4), (34, -14), (20, -24), (14, -6), (36, 2), (50, -14)), kind.dark, 8)
    elif name == "curl":
        ring = tube([(0, 4), (38, -10), (56, -46), (30, -72), (2, -52), (18, -32)], [15, 18, 20, 18, 14, 8], steps=5)
        part.solid(ring, color, depth=8)
    elif name == "paddle":
        part.solid(
            ink.apply(ink.curve((0, 0), (40, -34), (104, -44), (132, -6), (104, 34), (40, 26)), ink.turning(-18)),
            kind.dark,
            depth=8,
        )
    elif name == "horse":
        _horse(part, kind)
    return part


def _horse(part: Part, kind: Species) -> None:
    hair = kind.dark if kind.name != "unicorn" else "#f58fc0"
    shape = ink.curve((-8, -10), (34, -18), (66, 20), (74, 84), (58, 142), (48, 96), (30, 120), (24, 60), (4, 18))
    part.solid(shape, hair, depth=9)
    if kind.name == "unicorn":
        part.fill(both(shape, ink.curve((20, -20), (60, 10), (84, 90), (60, 150), (52, 60), (24, 10))), "#8fd0f5")


def _decorate(part: Part, kind: Species, shape: ink.Shape, points: tuple[XY, ...], radii: tuple[float, ...]) -> None:
    spine = ink.sample(points, 6)
    if kind.tail in ("tuft", "tuft-small"):
        x, y = points[-1]
        tuft = ink.apply(ink.curve((-6, -16), (10, -12), (17, 8), (6, 30), (-4, 32), (-12, 10)), ink.moving(x, y))
        if kind.tail == "tuft":
            tuft = ink.apply(ink.curve((-10, 14), (-18, -6), (-4, -34), (4, -36), (16, -8), (12, 12)), ink.moving(x, y))
        part.solid(tuft, kind.dark, depth=4)
    if kind.tail == "ringed" or kind.has("rings"):
        step, wide = (6, 8.0) if kind.tail == "ringed" else (5, 5.0)
        for i in range(5, len(spine) - 1, step):
            part.fill(
                both(shape, _band(spine, i, wide)),
                kind.dark if kind.name != "red panda" else mix(kind.coat, kind.dark, 0.75),
            )
    if kind.tail in ("ringed",) and kind.name != "red panda":
        part.fill(both(shape, _cap(spine, len(spine) - 4, 60)), kind.dark)
    if kind.tail == "bushy":
        part.fill(both(shape, _cap(spine, len(spine) - 8, 70)), kind.light)
    if kind.tail in ("squirrel",):
        inner = tube([spine[6], spine[14], spine[20], spine[26]], [10, 17, 17, 8], steps=4)
        part.fill(both(shape, inner), lit(kind.coat, 0.1))
    if kind.tail == "skunk":
        inner = tube([spine[2], spine[9], spine[16], spine[22]], [8, 18, 20, 12], steps=4)
        part.fill(both(shape, inner), kind.light)


def _band(spine: list[XY], i: int, half: float) -> ink.Shape:
    (ax, ay), (bx, by) = spine[i - 1], spine[i + 1]
    length = max(1e-6, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    ux, uy = (bx - ax) / length, (by - ay) / length
    x, y = spine[i]
    nx, ny = -uy * 60, ux * 60
    return ink.curve(
        (x + nx - ux * half, y + ny - uy * half), (x - ux * half * 0.2, y - uy * half * 0.2), (x - nx - ux * half,
            y - ny - uy * half),
        (x - nx + ux * half, y - ny + uy * half), (x + ux * half * 1.9, y + uy * half * 1.9), (x + nx + ux * half,
            y + ny + uy * half), tension=0.6,
    )  # fmt: skip


def _cap(spine: list[XY], i: int, reach: float) -> ink.Shape:
    """Everything beyond a point of the spine."""
    (ax, ay), (x, y) = spine[i - 1], spine[i]
    length = max(1e-6, ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)
    ux, uy = (x - ax) / length, (y - ay) / length
    nx, ny = -uy * reach, ux * reach
    return ink.polygon(
        (x + nx, y + ny), (x + nx * 0.4 - ux * 12, y + ny * 0.4 - uy * 12), (x, y), (x - nx * 0.4 - ux * 12,
            y - ny * 0.4 - uy * 12),
        (x - nx, y - ny), (x - nx + ux * 90, y - ny + uy * 90), (x + nx + ux * 90, y + ny + uy * 90), radius=4,
    )  # fmt: skip
