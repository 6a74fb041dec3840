"""Muzzles, noses, snouts, trunks and beaks, seen from the front."""

from __future__ import annotations

from gouache.engines.composer.color import lch, mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import Shape, ellipse
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.species import Species

# centre y, half width, half height of the muzzle; y of the nose, its half width
_SHAPES: dict[str, tuple[float, float, float, float, float]] = {
    "bear": (48, 42, 34, 32, 17), "cat": (44, 38, 26, 30, 11), "dog": (48, 44, 38, 30, 19), "fox": (58, 30, 26, 44, 15),
    "lion": (50, 48, 34, 30, 19), "rabbit": (46, 34, 24, 32, 11), "mouse": (52, 30, 26, 42, 12), "pug": (44, 48, 34,
        22, 15),
    "koala": (42, 26, 42, 30, 0), "horse": (92, 58, 38, 82, 15), "cow": (62, 68, 38, 50, 17), "pig": (40, 38, 28, 40,
        0),
    "sheep": (52, 42, 34, 36, 12), "deer": (58, 36, 30, 42, 17), "rhino": (88, 60, 42, 82, 17), "hippo": (48, 92, 50,
        22, 20),
    "ape": (40, 52, 40, 26, 9), "capy": (52, 52, 38, 34, 16), "croc": (42, 76, 44, 16, 16), "dragon": (42, 66, 42, 18,
        14),
    "reptile": (38, 66, 40, 20, 8), "frog": (0, 0, 0, -16, 8),
}  # fmt: skip


def draw_muzzle(kind: Species, dx: float, mood: str) -> list[Part]:
    """The muzzle (possibly empty), then what lies over the mouth: nose or trunk."""
    if kind.muzzle == "trunk":
        return [Part("muzzle"), _trunk(kind, dx)]
    if kind.muzzle not in _SHAPES:
        return [Part("muzzle")]
    y, w, h, nose_y, nose_w = _SHAPES[kind.muzzle]
    x = dx * 1.2
    part = Part("muzzle")
    color = kind.dark if kind.has("muzzledark") else kind.light
    if kind.muzzle in ("ape", "frog", "koala") or kind.name in ("siamese cat", "red point siamese"):
        pass
    elif kind.muzzle == "croc" or kind.muzzle in ("dragon", "reptile", "hippo", "rhino", "capy"):
        part.solid(_snout(x, y, w, h), lit(kind.coat, 0.03), depth=9)
    elif kind.muzzle == "pug":
        part.fill(
            ink.curve(
                *(
                    (px + x, py)
                    for px, py in ((0, 8), (40, 10), (60, 44), (38, 76), (0, 78), (-38, 76), (-60, 44), (-40, 10))
                )
            ),
            color,
        )
    elif kind.muzzle not in ("pig",):
        part.solid(_snout(x, y, w, h), color, depth=5 if kind.muzzle not in ("horse", "cow") else 8)
    if kind.muzzle in ("croc", "hippo") and kind.has("teeth"):
        for tx in (-44, 44):
            part.fill(ink.polygon((tx - 9 + x, y + 20), (tx + 9 + x, y + 20), (tx + x, y + 36), radius=2), "#ffffff")
    return [part, _nose(kind, x, nose_y, nose_w)]


def _snout(x: float, y: float, w: float, h: float) -> Shape:
    """A soft muzzle, fuller below."""
    return ink.curve(*((px + x, py + y) for px, py in (
        (0, -h), (w * 0.62, -h * 0.72), (w, h * 0.12), (w * 0.68, h * 0.82), (0, h), (-w * 0.68, h * 0.82), (-w,
            h * 0.12), (-w * 0.62, -h * 0.72)
    )))  # fmt: skip


def _nose(kind: Species, x: float, y: float, w: float) -> Part:
    part = Part("nose")
    color = "#33232a" if lch(kind.coat).L > 0.36 or kind.has("bib") else "#1b161d"
    if kind.nose == "pig":
        return _pig_nose(part, kind, x, y)
    if kind.nose == "koala":
        nose = ink.curve(
            (x, y - 34), (x + 17, y - 22), (x + 21, y + 12), (x, y + 26), (x - 21, y + 12), (x - 17, y - 22)
        )
        part.solid(nose, "#3b3540", depth=5)
        return part.fill(ellipse(x - 7, y - 16, 4.5, 8, 12), "#ffffff", 0.35)
    if kind.nose == "nostrils":
        hole = shaded(kind.dark if kind.has("muzzledark") else kind.light, 0.24)
        for side in (-1, 1):
            part.fill(ellipse(x + side * w * 1.2, y, w * 0.36, w * 0.46, side * 20), hole)
        return part
    if kind.nose == "none":
        if kind.muzzle in ("croc", "dragon", "reptile", "frog"):
            for side in (-1, 1):
                part.fill(ellipse(x + side * w * 1.1, y, 4.6, 6, side * 24), shaded(kind.coat, 0.2))
        return part
    if kind.nose in ("tri", "heart", "tri-big"):
        color = mix("#e98a90", "#7a3b46", 0.12) if lch(kind.coat).L > 0.45 and not kind.has("points") else color
        if kind.nose == "tri-big":
            color = "#5a3034"
    h = w * 0.74
    shape = ink.curve(
        (x - w, y - h * 0.55),
        (x, y - h * 0.82),
        (x + w, y - h * 0.55),
        (x + w * 0.55, y + h * 0.42),
        (x, y + h * 0.82),
        (x - w * 0.55, y + h * 0.42),
    )
    part.fill(shape, color)
    part.fill(ellipse(x - w * 0.3, y - h * 0.36, w * 0.3, h * 0.2, -8), "#ffffff", 0.45)
    mouth = {
        "bear": 56,
        "dog": 58,
        "fox": 63,
        "lion": 57,
        "cat": 47,
        "rabbit": 49,
        "mouse": 59,
        "pug": 57,
        "deer": 67,
    }.get(kind.muzzle)
    if mouth:
        part.line(ink.strand((x, y + h * 0.6), (x, mouth)), color if lch(color).L < 0.45 else "#2b1d1f", 4)
    return part


def _pig_nose(part: Part, kind: Species, x: float, y: float) -> Part:
    part.solid(ellipse(x, y, 38, 28), mix(kind.light, kind.dark, 0.22), depth=6)
    for side in (-1, 1):
        part.fill(ellipse(x + side * 13, y, 6.5, 10), shaded(kind.dark, 0.16))
    return part


def _trunk(kind: Species, dx: float) -> Part:
    part = Part("trunk")
    trunk = ink.tube([(dx, -8), (dx, 50), (dx - 4, 104), (dx + 22, 138), (dx + 52, 126)], [37, 32, 24, 20, 17], steps=4)
    part.solid(trunk, kind.coat, depth=9)
    for y in (34, 60, 86):
        part.line(ink.strand((dx - 16, y), (dx, y + 5), (dx + 15, y)), shaded(kind.coat, 0.08), 4)
    return part


def draw_beak(kind: Species, dx: float) -> list[Part]:
    """A beak seen from the front; the first, empty part keeps the order of draw_muzzle."""
    part, x, color = Part("beak"), dx * 1.3, kind.accent
    if kind.muzzle == "beak-hook":
        color = "#f2b233" if kind.plan == "raptor" else "#f3dcae"
        part.solid(
            ink.curve((x, -6), (x + 26, 12), (x + 18, 40), (x + 2, 66), (x - 18, 40), (x - 26, 12)), color, depth=6
        )
    elif kind.muzzle == "beak-duck":
        part.fill(ellipse(x, 44, 30, 16), shaded(color, 0.14))
        part.solid(ink.curve((x, 6), (x + 30, 24), (x + 48, 38), (x, 46), (x - 48, 38), (x - 30, 24)), color, depth=5)
    elif kind.muzzle == "beak-flamingo":
        part.solid(
            ink.curve((x, 0), (x + 26, 20), (x + 16, 54), (x, 70), (x - 16, 54), (x - 26, 20)), "#fbe3d6", depth=5
        )
        part.fill(ink.curve((x, 44), (x + 18, 48), (x + 10, 64), (x, 71), (x - 10, 64), (x - 18, 48)), "#34303a")
        return [Part("muzzle"), part]
    else:
        color = mix(color, "#f5a02c", 0.5) if kind.ears == "owl" else color
        if kind.name == "crow":
            color = "#565867"
        part.fill(ink.curve((x - 15, 26), (x, 30), (x + 15, 26), (x, 46)), shaded(color, 0.14))
        part.solid(ink.polygon((x - 24, 14), (x, 4), (x + 24, 14), (x + 2, 42), (x - 2, 42), radius=10), color, depth=5)
    return [Part("muzzle"), part]
