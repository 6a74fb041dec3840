"""Fur markings of the head: masks, cheeks, brows, stripes, spots."""

from __future__ import annotations

from gouache.engines.composer.color import lch, mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import Shape, both, ellipse, mirrored, moved
from gouache.engines.composer.rig.part import Fill, Part, shaded
from gouache.engines.composer.rig.species import Species


def head_marks(kind: Species, skull: Shape, dx: float) -> list[Part]:
    """One part with every marking that the species wears on its face."""
    part = Part("marks")
    for mark in sorted(kind.marks):
        draw = _MARKS.get(mark)
        if draw:
            draw(part, kind, skull, dx)
    return [_shaded_marks(part, skull)] if part.inks else []


def _shaded_marks(part: Part, skull: Shape) -> Part:
    """The marks with the head's own shade laid over them, so that white chins stay round."""
    edge = ink.cut(skull, moved(skull, -9.1, -13))
    large = [item for item in part.inks if isinstance(item, Fill) and item.box().w > 24]
    for item in large:
        part.fill(both(edge, item.shape), shaded(item.color))
    return part


def _pair(part: Part, skull: Shape, shape: Shape, color: str, dx: float) -> None:
    for one in (shape, mirrored(shape)):
        part.fill(both(moved(one, dx, 0), skull), color)


def _mask(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    """White lower face rising between and over the eyes: huskies, wolves."""
    face = ink.symmetric((0, -18), (22, -46), (62, -44), (80, -8), (122, 30), (70, 96), (0, 110))
    part.fill(both(moved(face, dx * 0.7, 0), skull), kind.light)
    part.fill(both(moved(ink.path("M-9 -90 L9 -90 L3 -8 L-3 -8 Z"), dx, 0), skull), kind.dark)


def _cheeks(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    cheek = ink.curve((26, 44), (60, 16), (96, 6), (134, 26), (90, 82), (36, 92))
    _pair(part, skull, cheek, kind.light, dx * 0.5)


def _brows(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    brow = ink.curve((20, -34), (30, -54), (56, -58), (72, -42), (60, -30), (40, -28))
    _pair(part, skull, brow, kind.light, dx)


def _browdots(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    _pair(part, skull, ellipse(38, -36, 13, 8, -14), kind.light, dx)


def _tears(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    """Reddish tracks from the eyes to the jaw: red pandas."""
    track = ink.curve((46, 6), (62, 0), (70, 24), (66, 52), (46, 78), (36, 58), (46, 34))
    _pair(part, skull, track, mix(kind.coat, kind.dark, 0.35), dx * 0.8)


def _teardrop(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    line = ink.tube([(34, 8), (26, 28), (32, 54)], [4, 4.5, 2.5])
    _pair(part, skull, line, kind.dark, dx)


def _eyepatch(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    _pair(part, skull, ellipse(46, 2, 27, 33, 32), kind.dark, dx)


def _bandit(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    cheek = ink.curve((18, 34), (40, -34), (92, -32), (128, 26), (90, 84), (0, 100))
    _pair(part, skull, cheek, kind.light, dx * 0.6)
    mask = ink.curve((10, -2), (38, -28), (76, -18), (104, 22), (82, 42), (46, 26))
    _pair(part, skull, mask, kind.dark, dx * 0.8)
    part.fill(both(moved(ink.path("M-10 -90 L10 -90 L6 0 L-6 0 Z"), dx, 0), skull), kind.dark)


def _badger(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    part.fill(skull, kind.light)
    stripe = ink.tube([(46, -90), (44, -10), (28, 40)], [20, 24, 12])
    _pair(part, skull, stripe, kind.dark, dx)


def _blaze(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    """A white stripe down the brow, widening over the muzzle."""
    low = 40 if kind.head == "long" else 0
    blaze = ink.symmetric((0, -84), (13, -66), (10, -20), (24, 14), (54, 40 + low), (40, 92 + low), (0, 100 + low))
    if kind.head == "long":
        blaze = ink.symmetric((0, -66), (13, -40), (9, 20), (15, 64), (0, 84))
    part.fill(both(moved(blaze, dx, 0), skull), kind.light)


def _points(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    """Siamese mask: dark in the middle of the face, fading outwards in one step."""
    soft = ink.symmetric((0, -40), (40, -34), (74, -4), (62, 48), (34, 74), (0, 80))
    mask = ink.symmetric((0, -22), (24, -16), (56, 6), (46, 44), (30, 68), (0, 74))
    part.fill(both(moved(soft, dx, 0), skull), mix(kind.coat, kind.dark, 0.38))
    part.fill(both(moved(mask, dx, 0), skull), mix(kind.coat, kind.dark, 0.86))


def _brow_stripes(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    part.fill(both(moved(ink.polygon((-7, -96), (7, -96), (0, -34), radius=3), dx, 0), skull), kind.dark)
    for stripe in (
        ink.polygon((18, -96), (34, -96), (24, -44), radius=3),
        ink.curve((124, -22), (96, -12), (72, -12), (98, 0)),
        ink.curve((128, 14), (100, 20), (80, 18), (104, 30)),
        ink.curve((118, 46), (96, 44), (80, 40), (96, 54)),
    ):
        _pair(part, skull, stripe, kind.dark, dx * 0.5)


def _zebra(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    if kind.head != "long":
        return
    for y in (-74, -52, -8, 16, 38):
        stripe = ink.curve((84, y - 4), (60, y - 1), (18 if y < 0 else 24, y + 8), (60, y + 9), (84, y + 9))
        _pair(part, skull, stripe, kind.dark, dx * 0.3)
    part.fill(both(moved(ink.polygon((-6, -100), (6, -100), (0, -20), radius=2), dx, 0), skull), kind.dark)


def _spots(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    spots = (
        (-20, -64, 9),
        (14, -56, 7),
        (46, -60, 8),
        (-54, -48, 9),
        (76, -22, 7),
        (-84, -14, 8),
        (82, 34, 8),
        (-72, 52, 9),
        (-2, -38, 6),
    )
    k = 1.5 if kind.name == "dalmatian" else 0.9
    for x, y, r in spots:
        part.fill(both(ellipse(x, y, r * k, r * k * 0.85, x), skull), kind.dark)


def _rosettes(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    for x, y, r in (
        (-22, -58, 9),
        (22, -58, 9),
        (0, -44, 7),
        (-58, -46, 9),
        (58, -46, 9),
        (-88, -8, 8),
        (88, -8, 8),
        (-84, 30, 8),
        (84, 30, 8),
    ):
        part.fill(both(ellipse(x, y, r, r * 0.85), skull), kind.dark)
        part.fill(both(ellipse(x + 1, y + 1, r * 0.45), skull), mix(kind.coat, kind.dark, 0.3))


def _patches(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    patch = ink.curve((-100, -70), (-40, -96), (-14, -56), (-16, -6), (-44, 14), (-96, 10))
    part.fill(both(moved(patch, dx * 0.5, 0), skull), kind.dark)
    part.fill(both(ink.curve((48, -96), (100, -60), (90, -6), (60, -34)), skull), kind.dark)


def _giraffe(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    for x, y, r in (
        (-22, -78, 11),
        (20, -70, 12),
        (0, -48, 9),
        (-52, -10, 10),
        (52, -6, 10),
        (-46, 28, 8),
        (48, 32, 8),
    ):
        part.fill(
            both(
                ink.polygon(
                    (x - r, y - r * 0.6), (x + r * 0.4, y - r), (x + r, y + r * 0.5), (x - r * 0.4, y + r), radius=4
                ),
                skull,
            ),
            kind.dark,
        )


def _fawn(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    for x, y in ((-26, -62), (26, -62), (0, -50)):
        part.fill(both(ellipse(x + dx * 0.5, y, 6, 7), skull), kind.light)


def _skunk(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    part.fill(both(moved(ink.symmetric((0, -100), (24, -90), (12, -30), (0, 14)), dx, 0), skull), kind.light)


def _muzzledark(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    if kind.head != "long":
        _pair(part, skull, ellipse(44, -4, 26, 26), mix(kind.coat, kind.dark, 0.55), dx)


def _apeface(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    """A bare heart-shaped face."""
    face = ink.union(ellipse(-34, -6, 44, 46), ellipse(34, -6, 44, 46), ellipse(0, 44, 64, 42))
    part.fill(both(moved(face, dx, 0), skull), kind.light)


def _slothface(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    part.fill(both(moved(ink.symmetric((0, -46), (50, -44), (80, 0), (60, 56), (0, 74)), dx, 0), skull), kind.light)
    _pair(part, skull, ink.curve((26, -16), (60, -16), (102, 18), (92, 36), (52, 18), (28, 8)), kind.dark, dx)


def _owlface(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    for x in (-42, 42):
        part.fill(both(ellipse(x + dx, -14, 48, 52), skull), kind.light)


def _tuxedo(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    face = ink.union(ellipse(-34, 4, 44, 50), ellipse(34, 4, 44, 50), ellipse(0, 56, 62, 52))
    part.fill(both(moved(face, dx, 0), skull), kind.light)


def _spotsbig(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    for x, y, r in ((-70, -30, 11), (76, -26, 9), (-58, -54, 7), (64, 52, 8)):
        part.fill(both(ellipse(x, y, r), skull), mix(kind.coat, kind.dark, 0.6))


def _whitehead(part: Part, kind: Species, skull: Shape, dx: float) -> None:
    if lch(kind.light).L > 0.6:
        part.solid(skull, kind.light, depth=12)


_MARKS = {
    "mask": _mask, "cheeks": _cheeks, "brows": _brows, "browdots": _browdots, "tears": _tears, "teardrop": _teardrop,
    "eyepatch": _eyepatch, "bandit": _bandit, "badger": _badger, "blaze": _blaze, "points": _points,
    "stripes-brow": _brow_stripes, "stripes": _zebra, "spots": _spots, "rosettes": _rosettes, "patches": _patches,
    "giraffe": _giraffe, "fawn": _fawn, "stripe-mid": _skunk, "muzzledark": _muzzledark, "apeface": _apeface,
    "slothface": _slothface, "owlface": _owlface, "tuxedo": _tuxedo, "spotsbig": _spotsbig, "whitehead": _whitehead,
}  # fmt: skip
