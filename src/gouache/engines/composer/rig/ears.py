"""Ears, antennae and horns-like ears of animal heads: behind the skull, or hanging over it."""

from __future__ import annotations

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import XY, Shape, moved, turning
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.species import Species

# the outer shape of the right ear, then the inner one as a factor about a point
_OUTER: dict[str, tuple[XY, ...]] = {
    "cup": ((44, -60), (52, -108), (88, -120), (112, -92), (104, -44), (74, -34)),
    "round": ((48, -62), (50, -102), (84, -116), (110, -92), (102, -50), (74, -36)),
    "round-small": ((56, -60), (56, -92), (80, -104), (104, -86), (100, -52), (78, -40)),
    "small": ((66, -52), (66, -78), (86, -86), (102, -70), (98, -46), (80, -38)),
    "mouse": ((40, -58), (36, -112), (82, -140), (126, -112), (120, -58), (78, -36)),
    "mouse-small": ((48, -58), (46, -98), (78, -114), (108, -94), (104, -56), (76, -40)),
    "fan": ((58, -34), (60, -84), (104, -104), (148, -72), (142, -14), (104, 14), (74, 2)),
    "side": ((84, -30), (100, -50), (132, -42), (140, -6), (120, 22), (92, 18)),
    "side-small": ((78, -26), (90, -40), (108, -34), (112, -8), (100, 10), (84, 8)),
    "tiny": ((52, -66), (54, -92), (72, -96), (86, -80), (80, -60), (66, -54)),
    "huge": ((50, -62), (104, -96), (176, -84), (196, -14), (160, 60), (98, 64), (66, 26)),
}  # fmt: skip
# pointed ears as three corners and a rounding: base, tip, base
_POINT: dict[str, tuple[XY, XY, XY, float]] = {
    "point": ((26, -62), (82, -138), (104, -14), 11),
    "point-big": ((22, -60), (98, -148), (110, -6), 12),
    "erect": ((30, -62), (76, -146), (104, -22), 15),
    "tuft": ((42, -56), (74, -132), (96, -40), 12),
    "horse": ((14, -76), (50, -156), (62, -70), 12),
    "owl": ((34, -72), (82, -128), (92, -36), 10),
}  # fmt: skip


def draw_ears(kind: Species, turn: float = 0.0) -> tuple[list[Part], list[Part]]:
    """Parts that lie behind the skull and parts that lie over it."""
    name = kind.ears
    color = kind.dark if kind.has("darkears") or kind.has("points") or name.endswith("-dark") else kind.coat
    if name in ("flop", "flop-dark", "flop-small", "drop"):
        return [], [_flop(kind, name)]
    if name == "fluffy":
        return [], [_fluffy(kind)]
    if name in ("none", "") or name.startswith("antenna") or name in ("horns", "bolts", "fin"):
        return [], []
    part = Part("ears")
    outer, inner = _shapes(name)
    lining = _lining(kind, name)
    for side in (1, -1):
        big, small = (outer, inner) if side > 0 else (ink.mirrored(outer), ink.mirrored(inner))
        part.solid(big, color, depth=7)
        part.fill(small, lining)
        if kind.has("eartips"):
            tip = ink.both(big, ink.path("M-200 -200 L200 -200 L200 -112 L-200 -112 Z"))
            part.fill(tip, kind.dark)
    return [part], []


def _lining(kind: Species, name: str) -> str:
    if name in ("cup",):
        return kind.light if kind.name == "red panda" else kind.dark
    if kind.has("darkears"):
        return shift(kind.dark, 0.06)
    if kind.has("points"):
        return mix(kind.dark, "#e9a9a0", 0.4)
    if name == "owl":
        return shaded(kind.coat)
    if name in ("huge", "mouse", "mouse-small", "tall", "banana", "pigear"):
        return mix(kind.light, "#f19aa2", 0.5)
    if lch(kind.coat).L < 0.4:
        return mix(kind.coat, "#c98d8d", 0.4)
    return mix(kind.coat, "#f3b3ac", 0.62) if lch(kind.coat).L > 0.85 else mix(kind.dark, "#7a3b3b", 0.25)


def _shapes(name: str) -> tuple[Shape, Shape]:
    """The right ear and its lining."""
    if name in _OUTER:
        outer = ink.curve(*_OUTER[name])
        box = ink.extent(outer)
        shrink = 0.6 if name != "huge" else 0.72
        center = (box.center.x + 2, box.center.y + box.h * 0.06)
        return outer, ink.apply(outer, ink.sizing(shrink, about=center))
    if name in _POINT:
        a, tip, b, r = _POINT[name]
        outer = ink.polygon(
            a,
            (a[0] + (tip[0] - a[0]) * 0.42 - 6, a[1] + (tip[1] - a[1]) * 0.55),
            tip,
            (tip[0] + (b[0] - tip[0]) * 0.5 + 9, tip[1] + (b[1] - tip[1]) * 0.5),
            b,
            radius=r,
        )
        center = ((a[0] + b[0]) / 2 + 2, (a[1] + b[1]) / 2 - 6)
        return outer, ink.apply(outer, ink.sizing(0.6, about=center))
    if name == "tall":
        return _long_ear(40, -60, 60, -216, 24), _long_ear(42, -62, 60, -198, 13)
    if name == "banana":
        return _long_ear(44, -66, 54, -158, 17), _long_ear(45, -68, 54, -148, 9)
    if name == "donkey":
        return _long_ear(34, -70, 66, -178, 19), _long_ear(36, -72, 65, -166, 10)
    if name == "tube":
        return _long_ear(46, -64, 72, -118, 17), _long_ear(48, -68, 71, -112, 9)
    if name == "leaf-tall":
        return _long_ear(44, -60, 84, -156, 25), _long_ear(46, -62, 83, -146, 14)
    if name == "pigear":
        outer = ink.polygon((34, -70), (54, -112), (112, -108), (100, -38), (84, -30), radius=18)
        return outer, ink.apply(outer, ink.sizing(0.62, about=(70, -66)))
    turn = {"leaf": -16.0, "leaf-low": 16.0, "leaf-small": -30.0}.get(name, 0.0)
    length = 0.76 if name == "leaf-small" else 1.0
    leaf = ink.path("M0 8 C16 -34 66 -40 92 -12 C78 24 30 34 0 8 Z")
    base = (62.0, -34.0) if name == "leaf-low" else (58.0, -48.0)
    outer = ink.apply(leaf, ink.times(ink.times(ink.sizing(length), turning(turn)), ink.moving(*base)))
    return outer, ink.apply(outer, ink.sizing(0.62, about=(base[0] + 34 * length, base[1] - 6 + turn * 0.5)))


def _long_ear(x: float, y: float, tip_x: float, tip_y: float, r: float) -> Shape:
    mid = ((x + tip_x) / 2 - 2, (y + tip_y) / 2)
    return ink.tube([(x, y), mid, (tip_x, tip_y + r)], [r * 0.72, r * 1.08, r * 0.7])


def _flop(kind: Species, name: str) -> Part:
    """Hanging ears."""
    color = kind.dark if name != "flop" or kind.has("blaze") else shift(kind.coat, -0.07)
    if name == "drop":
        color = kind.coat if kind.has("blaze") else kind.dark
        color = shift(color, -0.06)
        ear = ink.curve((46, -78), (86, -70), (112, -18), (118, 48), (92, 70), (70, 40), (68, -16))
    elif name == "flop-small":
        ear = ink.curve((52, -80), (92, -76), (112, -40), (108, -8), (84, -16), (66, -40))
    else:
        ear = ink.curve((42, -84), (86, -82), (116, -36), (120, 14), (98, 32), (76, 4), (66, -40))
    part = Part("ears")
    for shape in (ear, ink.mirrored(ear)):
        part.solid(shape, color, depth=8)
    return part


def _fluffy(kind: Species) -> Part:
    part, color = Part("ears"), kind.dark
    puff = [(92, -38, 26), (106, -6, 28), (108, 30, 30), (96, 56, 24)]
    ear = ink.union(*(ink.ellipse(x, y, r) for x, y, r in puff))
    curls = ink.union(*(ink.ellipse(x, y, 30) for x, y in ((-40, -84), (0, -100), (40, -84), (-20, -70), (20, -70))))
    for shape in (ear, ink.mirrored(ear)):
        part.solid(shape, color, depth=9)
    return part.solid(moved(curls, 0, 4), kind.coat, depth=9)
