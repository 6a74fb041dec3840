"""Animal heads seen from the front, or turned a little. A head is about 200 wide around (0, 0)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ears import draw_ears
from gouache.engines.composer.rig.faces import Face, draw_face, expression
from gouache.engines.composer.rig.ink import XY, Shape
from gouache.engines.composer.rig.markings import head_marks
from gouache.engines.composer.rig.muzzles import draw_beak, draw_muzzle
from gouache.engines.composer.rig.part import Fill, Part, mapped
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.toppings import behind_head, on_head

OUTLINES: dict[str, tuple[XY, ...]] = {
    "round": ((0, -86), (54, -76), (93, -32), (100, 16), (76, 62), (0, 84)),
    "wide": ((0, -74), (50, -73), (92, -38), (109, 14), (84, 58), (34, 78), (0, 81)),
    "cheeky": ((0, -76), (52, -72), (90, -34), (122, 32), (70, 66), (26, 84), (0, 88)),
    "tall": ((0, -88), (50, -80), (84, -40), (88, 10), (72, 58), (0, 88)),
    "long": ((0, -96), (46, -88), (66, -44), (58, 14), (60, 66), (50, 106), (0, 124)),
    "square": ((0, -84), (56, -78), (80, -36), (70, 18), (72, 62), (0, 92)),
    "pear": ((0, -82), (50, -73), (86, -26), (106, 26), (84, 68), (0, 86)),
    "egg": ((0, -90), (58, -78), (90, -22), (88, 30), (58, 74), (0, 90)),
    "flat": ((0, -54), (62, -56), (104, -20), (112, 22), (78, 60), (0, 74)),
    "bird": ((0, -92), (58, -78), (92, -28), (92, 28), (60, 76), (0, 88)),
    "elephant": ((0, -92), (54, -82), (84, -34), (74, 20), (48, 64), (0, 84)),
    "croc": ((0, -74), (50, -66), (74, -26), (86, 18), (88, 56), (52, 84), (0, 90)),
    "alien": ((0, -104), (66, -88), (108, -30), (84, 34), (36, 82), (0, 92)),
    "ghost": ((0, -92), (58, -78), (92, -28), (94, 28), (62, 74), (0, 84)),
    "dome": ((0, -104), (64, -88), (104, -30), (104, 30), (66, 72), (0, 78)),
    "fishhead": ((0, -86), (58, -76), (94, -28), (92, 26), (60, 72), (0, 86)),
}  # fmt: skip


@dataclass(slots=True)
class Head:
    """Parts behind the body, parts in front of it, and anchors, in head units."""

    behind: list[Part]
    front: list[Part]
    anchors: dict[str, XY]
    width: float = 100.0  # half the width at the brow: what hats and glasses go by
    ears_up: bool = True  # hats sit between the ears
    extra: dict[str, float] = field(default_factory=dict)

    def mapped(self, m: ink.Matrix) -> Head:
        scale = abs(m[0] * m[3] - m[1] * m[2]) ** 0.5
        anchors = {k: ink.mapped(p, m) for k, p in self.anchors.items()}
        return Head(
            mapped(self.behind, m), mapped(self.front, m), anchors, self.width * scale, self.ears_up, self.extra
        )


def outline(kind: str, turn: float = 0.0) -> Shape:
    """The head's silhouette without ears."""
    if kind == "box":
        return ink.polygon((-92, -76), (92, -76), (92, 78), (-92, 78), radius=44)
    return ink.symmetric(*OUTLINES[kind])


@lru_cache(256)
def front_head(kind: Species, mood: str, turn: float = 0.0) -> Head:
    """A head looking at the viewer; `turn` from -1 (to the left) to 1 shifts the features that way."""
    shape = outline(kind.head, turn)
    shift_x = turn * 20
    ears_behind, ears_over = draw_ears(kind, turn)
    skull = Part("head").solid(shape, kind.coat, depth=13, glow=6)
    marks = head_marks(kind, shape, shift_x)
    if kind.head == "elephant" or kind.has("robot"):
        marks = [m for m in marks if m.inks]
    face = face_of(kind, shift_x, turn)
    muzzle = draw_beak(kind, shift_x) if kind.muzzle.startswith("beak") else draw_muzzle(kind, shift_x, mood)
    features = [_inside(p, shape) if p.name == "cheeks" else p for p in draw_face(face, expression(mood))]
    front = [
        *ears_behind,
        skull,
        *marks,
        *muzzle[:1],
        *features,
        *muzzle[1:],
        *ears_over,
        *on_head(kind, shift_x, shape),
    ]
    anchors = _anchors(kind, face)
    return Head(
        behind_head(kind),
        [p for p in front if p.inks],
        anchors,
        _width(kind),
        kind.ears not in ("flop", "drop", "none"),
    )


def _inside(part: Part, skull: Shape) -> Part:
    """The part's shapes trimmed to the skull."""
    return Part(part.name, [replace(i, shape=ink.both(i.shape, skull)) for i in part.inks if isinstance(i, Fill)])


def _width(kind: Species) -> float:
    return {"long": 62.0, "tall": 82.0, "square": 76.0, "elephant": 80.0, "croc": 74.0}.get(kind.head, 94.0)


def _anchors(kind: Species, face: Face) -> dict[str, XY]:
    top = min(y for _, y in OUTLINES.get(kind.head, ((0, -76.0),)))
    top = min(top, face.left[1] - face.size * 1.15)  # a frog's eyes stand above its skull
    bottom = max(y for _, y in OUTLINES.get(kind.head, ((0, 78.0),)))
    middle = ((face.left[0] + face.right[0]) / 2, (face.left[1] + face.right[1]) / 2)
    return {
        "eye_left": face.left,
        "eye_right": face.right,
        "eyes": middle,
        "mouth": face.mouth,
        "crown": (0, top),
        "chin": (0, bottom),
    }


# eye height, half distance, radius; mouth height, width: by head shape, then by muzzle
_EYES: dict[str, tuple[float, float, float]] = {
    "long": (-34, 44, 16), "square": (-22, 46, 16), "tall": (-14, 40, 18), "elephant": (-20, 40, 14),
    "flat": (-56, 52, 24), "croc": (-58, 42, 20), "alien": (-8, 46, 30), "box": (-8, 40, 23), "bird": (-14, 38, 20),
    "egg": (-16, 40, 20), "ghost": (-12, 34, 17), "dome": (-2, 36, 17), "fishhead": (-12, 44, 18), "pear": (-10, 42,
        17),
}  # fmt: skip
_MOUTH: dict[str, tuple[float, float]] = {
    "bear": (55, 34), "cat": (46, 32), "dog": (58, 38), "fox": (62, 32), "lion": (56, 42), "rabbit": (48, 30),
    "mouse": (58, 26), "pug": (56, 34), "koala": (62, 30), "horse": (94, 38), "cow": (76, 40), "pig": (70, 34),
    "sheep": (62, 30), "deer": (66, 30), "rhino": (96, 36), "hippo": (66, 52), "ape": (52, 44), "capy": (66, 30),
    "frog": (26, 76), "croc": (58, 62), "reptile": (38, 46), "dragon": (58, 50), "trunk": (64, 30), "none": (36, 40),
}  # fmt: skip
_STYLE = {
    "cat": "slit", "lion": "iris", "frog": "ball", "croc": "ball", "dragon": "ball", "beak-hook": "iris",
        "reptile": "dark",
}  # fmt: skip


def face_of(kind: Species, shift_x: float, turn: float) -> Face:
    """Where this species has its features."""
    y, gap, size = _EYES.get(kind.head, (-4, 44, 18))
    mouth_y, width = _MOUTH.get(kind.muzzle, (40, 36))
    if kind.ears == "owl":
        y, gap, size = -16, 42, 30
    far = 1.0 - 0.12 * abs(turn)
    x = shift_x * 0.9
    left, right = (x - gap * (far if turn < 0 else 1.0), y), (x + gap * (far if turn > 0 else 1.0), y)
    style = "iris" if kind.ears == "owl" or kind.name in ("wolf", "husky") else _STYLE.get(kind.muzzle, "dark")
    if kind.has("robot"):
        style = "lamp"
    elif kind.has("monster"):
        style = "ball"
    line = "#2b1d1f" if lch(kind.coat).L > 0.32 else "#17131a"
    lid = kind.dark if kind.has("eyepatch") or kind.has("bandit") else kind.coat
    cheeks = None if kind.has("robot") else ((left[0] - 26, y + 38), (right[0] + 26, y + 38))
    return Face(
        left, right, size, style, _iris(kind), line, lid, None, (shift_x * 1.25, mouth_y), width,
        split=kind.nose not in ("none", "nostrils", "pig"), beak=kind.muzzle.startswith("beak"),
        cheeks=cheeks, blush=_blush(kind.coat),
    )  # fmt: skip


def _blush(coat: str) -> str:
    """Rosy cheeks; on green fur a sunny yellow, for red on green turns brown."""
    value = lch(coat)
    if value.L <= 0.4:
        return "#d86a78"
    return shift(coat, 0.12, 1.1, -28) if 95 < value.h < 175 and value.C > 0.06 else mix(coat, "#ff6f7d", 0.45)


def _iris(kind: Species) -> str:
    if kind.muzzle.startswith("beak") and kind.ears != "owl":
        return "#7a4b2c" if kind.muzzle != "beak-hook" else "#e7b93d"
    return shift(kind.accent, 0.0)
