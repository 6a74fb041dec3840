"""Heads in side view, looking right. The skull's middle is the origin, its half height about 50."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouache.engines.composer.color import lch, mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.faces import Face, draw_face, expression
from gouache.engines.composer.rig.heads import Head
from gouache.engines.composer.rig.ink import XY, Shape, both, ellipse, polygon, tube
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.toppings import ANTLER, HORN, antlers

Snout = tuple[float, float, float]  # x, y and radius of the muzzle's end


def profile_head(kind: Species, mood: str, snout: Snout) -> Head:
    """A head with its muzzle's end at (x, y) of radius r."""
    mx, my, mr = snout
    skull = ink.union(
        ellipse(0, 0, 54, 51), tube([(6, 2), (mx * 0.55, my * 0.52), (mx, my)], [48, (48 + mr) / 2 - 3, mr], steps=4)
    )
    front: list[Part] = [_far_ear(kind)]
    head = Part("head").solid(skull, kind.coat, depth=9, glow=5)
    front.append(head)
    front += _marks(kind, skull, snout)
    front += _features(kind, mood, snout)
    front += [_near_ear(kind), *_tops(kind, snout)]
    anchors: dict[str, XY] = {
        "eyes": (20, -12), "eye_left": (-7, -12), "eye_right": (47, -12), "mouth": (mx, my + mr * 0.5), "crown": (-6,
            -50), "chin": (mx * 0.4, my * 0.5 + 44),
    }  # fmt: skip
    return Head(_behind(kind), [p for p in front if p.inks], anchors, 58.0)


def _features(kind: Species, mood: str, snout: Snout) -> list[Part]:
    mx, my, mr = snout
    line = "#2b1d1f" if lch(kind.coat).L > 0.32 else "#17131a"
    style = "ball" if kind.muzzle in ("croc", "dragon") else "dark"
    eye_y = -12.0 if kind.muzzle != "croc" else -34.0
    look = expression(mood)
    face = Face(
        (20, eye_y),
        (20, eye_y),
        15.5,
        style,
        kind.accent if kind.muzzle in ("croc", "dragon") else "#6b4630",
        line,
        kind.coat,
        beak=True,
    )
    parts = [p for p in draw_face(face, look) if p.name != "cheeks"]
    for part in parts:
        part.inks = part.inks[: len(part.inks) // 2]
    blush = Part("cheeks").fill(
        ellipse(16, 22, 14, 9), mix(kind.coat, "#ff6f7d", 0.4) if lch(kind.coat).L > 0.4 else "#c95f6e", 0.5
    )
    nose = Part("nose")
    dark = kind.has("muzzledark")
    hole = shaded(kind.light if not dark else kind.dark, 0.3 if not dark else -0.2)
    if kind.nose == "oval":
        nose.fill(ellipse(mx + mr * 0.66, my - mr * 0.34, 11, 9, 20), "#33232a").fill(
            ellipse(mx + mr * 0.56, my - mr * 0.48, 3.5, 2.2), "#ffffff", 0.5
        )
    else:
        nose.fill(
            ellipse(mx + mr * 0.48, my - mr * 0.3, 4.5, 6.5, 24),
            hole if kind.plan not in ("croc", "dragon") else shaded(kind.coat, 0.2),
        )
    mouth, sad = Part("mouth"), look.mouth in ("frown", "wavy")
    y = my + mr * 0.42
    curl = 9 if not sad else -8
    start = mx - mr * (0.75 if kind.plan not in ("croc",) else 2.4)
    ink_color = line if not dark else "#8d8792"
    if look.mouth in ("open", "round"):
        mouth.fill(
            ink.curve((start, y - 4), (mx + mr * 0.7, y - 8), (mx + mr * 0.3, y + 16), (start + 8, y + 12)), "#7a2a33"
        )
    mouth.line(ink.strand((start, y - curl), (start + 10, y), (mx + mr * 0.78, y - 2)), ink_color, 4)
    return [blush, *parts, nose, mouth]


def _marks(kind: Species, skull: Shape, snout: Snout) -> list[Part]:
    mx, my, mr = snout
    part = Part("marks")
    if kind.has("muzzledark") or kind.plan in (
        "horse",
        "cow",
        "goat",
        "deer",
        "deer-big",
        "camel",
        "llama",
        "giraffe",
        "sheep",
    ):
        tip = kind.dark if kind.has("muzzledark") else kind.light
        reach = mr * (1.18 if kind.plan in ("cow", "deer-big", "camel") else 1.02)
        part.fill(both(skull, ellipse(mx + mr * 0.24, my + mr * 0.16, reach, reach * 1.02)), tip)
    if kind.has("blaze"):
        part.fill(
            both(skull, ink.curve((10, -56), (34, -42), (mx * 0.7, my - mr - 4), (mx * 0.62, my - mr + 12), (26, -26))),
            kind.light,
        )
    if kind.has("stripes"):
        for x, y, turn in (
            (-40, 6, 78),
            (-22, 26, 60),
            (46, -20, 24),
            (38, 20, 30),
            (60, 2, 30),
            (52, 40, 26),
            (-8, -40, 100),
        ):
            part.fill(both(skull, ellipse(x, y, 26, 5.5, turn)), kind.dark)
    if kind.has("patches"):
        part.fill(both(skull, ink.curve((-60, -60), (40, -60), (48, -6), (22, 20), (-20, 24), (-64, 10))), kind.dark)
    if kind.has("giraffe"):
        for x, y in ((-26, 16), (-30, -20), (2, -38), (-2, 34)):
            part.fill(
                both(skull, polygon((x - 11, y - 6), (x + 4, y - 11), (x + 11, y + 4), (x - 4, y + 10), radius=4)),
                kind.dark,
            )
    if kind.muzzle in ("croc", "dragon", "reptile"):
        part.fill(
            both(skull, ink.path(f"M-60 {my + mr * 0.44} L300 {my + mr * 0.4} L300 200 L-60 200 Z")),
            lit(kind.coat, 0.07) if kind.muzzle != "dragon" else kind.light,
        )
    return [part]


def _ear_shape(kind: Species) -> Shape:
    if kind.ears in ("horse", "donkey"):
        tall = 84 if kind.ears == "donkey" else 56
        return polygon(
            (-30, -34), (-28, -40 - tall * 0.5), (-14, -40 - tall), (2, -44 - tall * 0.4), (-2, -38), radius=9
        )
    if kind.ears == "banana":
        return tube([(-14, -38), (-10, -74), (0, -102)], [12, 14, 8])
    if kind.ears == "tube":
        return tube([(-24, -40), (-28, -66)], [14, 12])
    if kind.ears.startswith("leaf"):
        droop = 14 if kind.ears == "leaf-low" else -20
        return ink.apply(
            ink.path("M0 8 C-16 -24 -58 -28 -80 -8 C-66 20 -26 28 0 8 Z"),
            ink.times(ink.turning(-droop), ink.moving(-18, -30)),
        )
    return Shape()


def _near_ear(kind: Species) -> Part:
    shape, part = _ear_shape(kind), Part("ear-near")
    if ink.empty(shape):
        return part
    box = ink.extent(shape)
    inner = ink.apply(shape, ink.sizing(0.56, about=(box.center.x + 2, box.center.y + 3)))
    pink = mix(kind.coat, "#f3a9a6", 0.5) if lch(kind.coat).L > 0.5 else mix(kind.dark, "#8a4a48", 0.3)
    color = kind.dark if kind.has("patches") else kind.coat
    return part.solid(shape, color, 5).fill(inner, pink)


def _far_ear(kind: Species) -> Part:
    shape = _ear_shape(kind)
    part = Part("ear-far")
    return part if ink.empty(shape) else part.fill(ink.moved(shape, 22, -5), shaded(kind.coat))


def _behind(kind: Species) -> list[Part]:
    parts = []
    if kind.has("antlers") or kind.has("antlers-small"):
        size = 0.9 if kind.has("antlers") else 0.42
        far = ink.apply(antlers(size), ink.times((1, 0, 0, 1, -6, 22), ink.IDENTITY))
        parts.append(Part("antler-far").fill(far, shaded(ANTLER)))
    if kind.has("frill"):
        frill = ink.curve((24, -52), (-10, -112), (-76, -128), (-122, -84), (-128, -14), (-96, 44), (-30, 44))
        parts.append(
            Part("frill")
            .solid(frill, kind.dark, 9)
            .fill(ink.apply(frill, ink.sizing(0.74, about=(-40, -20))), lit(kind.coat, 0.06))
        )
    return parts


_HORNS: Mapping[str, tuple[tuple[XY, ...], tuple[float, ...], str]] = MappingProxyType({
    "horns-small": (((0, -44), (20, -74), (14, -88)), (13, 10, 3), HORN),
    "horns-big": (((-4, -42), (24, -66), (58, -76), (70, -108)), (17, 15, 11, 3), HORN),
    "horns-back": (((4, -44), (-6, -92), (-46, -116), (-74, -106)), (14, 12, 9, 3), "#b59a7c"),
    "horns-dragon": (((-12, -42), (-42, -74), (-72, -86)), (14, 11, 3), HORN),
})  # fmt: skip
_PALM: tuple[XY, ...] = (
    (-26, -84), (-6, -136), (-34, -168), (-58, -150), (-84, -164), (-92, -132), (-112, -124), (-92, -90), (-52, -78),
)  # fmt: skip


def _tops(kind: Species, snout: Snout) -> list[Part]:
    """Horns, antlers, wool, teeth and fins, as far as the species has them."""
    parts = [
        Part("horn").solid(tube(list(spine), list(girth)), color, 5)
        for mark, (spine, girth, color) in _HORNS.items()
        if kind.has(mark) and not (mark == "horns-small" and kind.has("horns-big"))
    ]
    parts += _antlers(kind)
    if kind.has("ossicones"):
        stem = Part("horn").solid(tube([(-6, -44), (-10, -82)], [8, 7]), kind.coat, 3)
        parts.append(stem.solid(ellipse(-10, -86, 11), kind.dark, 3))
    if kind.has("horn"):
        parts.append(Part("horn").solid(polygon((8, -50), (34, -38), (72, -124), (66, -128), radius=3), "#f7cf5e", 4))
    parts += _on_snout(kind, snout)
    if kind.has("wool") or kind.has("fluff"):
        tufts = ((-34, -30, 22), (-12, -48, 25), (16, -48, 22), (34, -34, 15))
        cap = ink.union(*(ellipse(x, y, r) for x, y, r in tufts))
        parts.append(Part("wool").solid(cap, kind.coat if kind.has("wool") else lit(kind.coat), 6))
    if kind.ears == "fin":
        fin = polygon((-30, -8), (-86, -40), (-76, -2), (-88, 30), (-40, 28), radius=7)
        parts.append(Part("fin").solid(fin, mix(kind.accent, kind.coat, 0.35), 5))
    return parts


def _antlers(kind: Species) -> list[Part]:
    parts = []
    if kind.has("antlers") or kind.has("antlers-small"):
        near = ink.apply(antlers(0.9 if kind.has("antlers") else 0.42), (-1, 0, 0, 1, 18, 24))
        parts.append(Part("antler").solid(near, ANTLER, 5))
    if kind.has("antlers-big"):
        palm = ink.union(tube([(-6, -44), (-22, -76), (-34, -98)], [10, 10, 12]), ink.curve(*_PALM))
        parts.append(Part("antler").solid(palm, ANTLER, 7))
    return parts


def _on_snout(kind: Species, snout: Snout) -> list[Part]:
    """What grows on the nose, over the mouth and under the chin."""
    (mx, my, mr), parts = snout, []
    if kind.has("rhinohorn"):
        outline = ((-18, -mr + 6), (20, -mr - 10), (48, -mr - 64), (36, -mr + 2), (24, -mr * 0.4))
        parts.append(Part("horn").solid(ink.curve(*((mx + x, my + y) for x, y in outline)), "#ece5d6", 5))
    if kind.has("frill"):
        horns = Part("horn").solid(tube([(24, -40), (66, -74), (112, -82)], [13, 10, 3]), HORN, 4)
        nasal = [(mx - 4, my - mr + 8), (mx + 10, my - mr - 14), (mx + 22, my - mr - 30)]
        parts.append(horns.solid(tube(nasal, [12, 9, 3]), HORN, 4))
    if kind.has("beard"):
        tuft = ((-26, mr * 0.7), (4, mr * 0.8), (-4, mr + 34), (-16, mr + 40))
        parts.append(Part("beard").solid(ink.curve(*((mx + x, my + y) for x, y in tuft)), kind.dark, 4))
    if kind.muzzle == "croc" or kind.has("teeth"):
        part, y = Part("teeth"), my + mr * 0.4
        for x in (mx - 60, mx - 26, mx + 6):
            part.fill(polygon((x - 7, y - 1), (x + 7, y - 1), (x, y + 13), radius=2), "#ffffff")
        parts.append(part)
    return parts


def elephant_head(kind: Species, mood: str) -> Head:
    """The large head with its ear towards us and its trunk hanging in front."""
    skull = ellipse(0, 0, 56, 56)
    trunk = tube([(30, 0), (70, 28), (78, 84), (72, 128), (92, 150), (112, 140)], [40, 29, 22, 17, 14, 11], steps=4)
    shape = ink.union(skull, trunk)
    head = Part("head").solid(shape, kind.coat, depth=8, glow=5)
    for y, w in ((58, 20), (78, 18), (98, 16)):
        head.line(ink.strand((78 - w, y), (80, y + 4), (78 + w, y - 1)), shaded(kind.coat), 3)
    tusk = Part("tusks").solid(tube([(52, 40), (70, 66), (98, 66)], [9, 8, 3]), "#fbf6e6", 3)
    face = Face((26, -14), (26, -14), 11, "dark", "#6b4630", "#2b1d1f", kind.coat, beak=True)
    parts = [p for p in draw_face(face, expression(mood)) if p.name != "cheeks"]
    for part in parts:
        part.inks = part.inks[: len(part.inks) // 2]
    ear = ink.curve((-12, -46), (-54, -74), (-96, -44), (-98, 16), (-66, 62), (-30, 54), (-8, 14))
    near = (
        Part("ear-near")
        .solid(ear, lit(kind.coat, 0.02), 8)
        .fill(ink.apply(ear, ink.sizing(0.7, about=(-48, -2))), mix(kind.coat, "#f0a9a9", 0.6))
    )
    cheeks = Part("cheeks").fill(ellipse(24, 14, 11, 7), "#f28a90", 0.5)
    anchors: dict[str, XY] = {
        "eyes": (26, -14),
        "eye_left": (-2, -14),
        "eye_right": (54, -14),
        "mouth": (52, 44),
        "crown": (0, -56),
        "chin": (30, 50),
    }
    return Head([], [tusk, head, cheeks, *parts, near], anchors, 56.0)


def spine_crest(kind: Species, points: list[XY], size: float) -> Part:
    """A row of plates along a back."""
    part = Part("crest")
    for x, y in points:
        part.fill(
            polygon((x - size, y + size * 0.4), (x, y - size), (x + size, y + size * 0.4), radius=size * 0.3),
            mix(kind.accent, kind.dark, 0.4),
        )
    return part
