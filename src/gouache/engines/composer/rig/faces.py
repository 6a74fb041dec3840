"""Eyes, brows, mouths and cheeks in every expression."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gouache.engines.composer.color import mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.ink import XY, Shape
from gouache.engines.composer.rig.part import Part, shaded
from gouache.engines.composer.rig.tables import rows, words


@dataclass(frozen=True, slots=True)
class Expression:
    eyes: str
    brows: str
    mouth: str
    extra: str


@dataclass(frozen=True, slots=True)
class Face:
    """Where the features sit and their colours. Lengths in head units (half a head is 100 wide)."""

    left: XY
    right: XY
    size: float
    style: str = "dark"  # dark, iris, ball, slit, lamp, dot
    iris: str = "#7b4a2c"
    line: str = "#2c1e1b"
    lid: str = "#c8501f"
    brow: str | None = None
    mouth: XY = (0, 56)
    width: float = 34.0
    split: bool = True  # the mouth hangs from a nose in two arcs
    beak: bool = False
    cheeks: tuple[XY, XY] | None = None
    blush: str = "#f08a7a"
    brow_lift: float = 1.55


@lru_cache(1)
def _expressions() -> dict[str, Expression]:
    table: dict[str, Expression] = {}
    for row in rows("expressions.tsv"):
        name, eyes, brows, mouth, extra, others = (*row, "", "")[:6]
        for key in (name, *words(others)):
            table.setdefault(key, Expression(eyes, brows, mouth, extra))
    return table


def expression(name: str) -> Expression:
    """The named expression; an unknown name smiles."""
    table = _expressions()
    return table.get(name.lower().strip(), table["happy"])


def draw_face(face: Face, mood: Expression) -> list[Part]:
    """Parts `cheeks`, `eyes`, `brows`, `mouth`, in painting order."""
    parts = []
    if face.cheeks:
        blush = Part("cheeks")
        for x, y in face.cheeks:
            blush.fill(ink.ellipse(x, y, face.size * 0.95, face.size * 0.62), face.blush, 0.5)
        parts.append(blush)
    parts += [_eyes(face, mood), _brows(face, mood)]
    if not face.beak:
        parts.append(_mouth(face, mood))
    if mood.extra == "tears":
        parts.append(_tears(face))
    return [p for p in parts if p.inks]


def _eyes(face: Face, mood: Expression) -> Part:
    part = Part("eyes")
    for i, (x, y) in enumerate((face.left, face.right)):
        mode = mood.eyes if mood.eyes != "wink" else ("arc" if i else "open")
        _eye(part, face, x, y, mode, outer=-1 if i == 0 else 1, mood=mood)
    return part


def _eye(part: Part, face: Face, x: float, y: float, mode: str, outer: int, mood: Expression) -> None:
    r = face.size
    if mode in ("arc", "closed", "arcsad"):
        rise = -0.75 if mode == "arc" else 0.6
        arc = ink.strand(
            (x - r, y + (0.3 * r if rise < 0 else 0)), (x, y + rise * r), (x + r, y + (0.3 * r if rise < 0 else 0))
        )
        part.line(arc, face.line, r * 0.36)
        if mode == "closed":
            part.line(ink.strand((x + outer * r, y), (x + outer * r * 1.35, y + r * 0.1)), face.line, r * 0.26)
        return
    if mode == "heart":
        part.fill(heart(x, y, r * 1.25), "#e8364f")
        part.fill(ink.ellipse(x - r * 0.45, y - r * 0.4, r * 0.26), "#ffd7dc")
        return
    grow = {"wide": 1.22, "tiny": 1.1}.get(mode, 1.0)
    _open_eye(part, face, x, y, r * grow, pupil=0.62 if mode == "tiny" else 1.0)
    if mode == "half":
        lid = ink.both(
            _eye_outline(face, x, y, r * 1.08),
            ink.path(f"M{x - 3 * r} {y - 3 * r} L{x + 3 * r} {y - 3 * r} L{x + 3 * r} {y} L{x - 3 * r} {y} Z"),
        )
        part.fill(lid, shaded(face.lid))
        part.line(ink.strand((x - r * 0.95, y), (x + r * 0.95, y)), face.line, r * 0.22)
    if mood.brows == "angry":
        slope = ink.path(
            f"M{x - outer * 1.6 * r} {y - 0.15 * r} L{x + outer * 1.6 * r} {y - 1.25 * r} L{x} {y - 3 * r} "
            f"L{x - outer * 1.6 * r} {y - 2 * r} Z"
        )
        part.fill(ink.both(_eye_outline(face, x, y, r * 1.06), slope), face.lid)


def _eye_outline(face: Face, x: float, y: float, r: float) -> Shape:
    return ink.ellipse(x, y, r * (1.0 if face.style in ("ball", "iris", "slit", "lamp") else 0.88), r * 1.04)


def _open_eye(part: Part, face: Face, x: float, y: float, r: float, pupil: float) -> None:
    if face.style == "dot":
        part.fill(ink.ellipse(x, y, r * 0.86, r), face.line)
        part.fill(ink.ellipse(x - r * 0.28, y - r * 0.36, r * 0.32), "#ffffff")
        return
    if face.style == "lamp":
        part.fill(ink.ellipse(x, y, r * 1.02), face.line)
        part.fill(ink.ellipse(x, y, r * 0.78), face.iris)
        part.fill(ink.ellipse(x - r * 0.25, y - r * 0.28, r * 0.3), "#ffffff", 0.9)
        return
    if face.style == "ball":
        part.fill(ink.ellipse(x, y, r * 1.18, r * 1.22), "#ffffff")
        r *= 0.78 * pupil
    elif face.style in ("iris", "slit"):
        part.fill(ink.ellipse(x, y, r * 1.1, r * 1.14), face.line)
        part.fill(ink.ellipse(x, y, r * 0.94, r * 0.98), face.iris)
        part.fill(ink.ellipse(x, y + r * 0.4, r * 0.62, r * 0.44), mix(face.iris, "#ffffff", 0.3))
        part.fill(
            ink.ellipse(
                x,
                y,
                r * (0.34 if face.style == "slit" else 0.58) * pupil,
                r * (0.8 if face.style == "slit" else 0.64) * pupil,
            ),
            face.line,
        )
        _glints(part, x, y, r)
        return
    part.fill(ink.ellipse(x, y, r * 0.88, r * 1.04), face.line)
    part.fill(
        ink.both(ink.ellipse(x, y, r * 0.74, r * 0.9), ink.ellipse(x, y + r * 0.62, r * 0.74, r * 0.56)), face.iris
    )
    _glints(part, x, y, r)


def _glints(part: Part, x: float, y: float, r: float) -> None:
    part.fill(ink.ellipse(x - r * 0.26, y - r * 0.36, r * 0.34, r * 0.36), "#ffffff")
    part.fill(ink.ellipse(x + r * 0.3, y + r * 0.42, r * 0.16), "#ffffff", 0.9)


def heart(x: float, y: float, r: float) -> Shape:
    """A heart about 2r wide around (x, y)."""
    lobe = r * 1.05
    return ink.path(
        f"M{x} {y + r} C{x - lobe * 1.5} {y + r * 0.1} {x - lobe * 1.1} {y - r * 1.1} {x} {y - r * 0.35} "
        f"C{x + lobe * 1.1} {y - r * 1.1} {x + lobe * 1.5} {y + r * 0.1} {x} {y + r} Z"
    )


def _brows(face: Face, mood: Expression) -> Part:
    part = Part("brows")
    if mood.brows in ("none", "up") and face.brow is None:
        return part
    tilt = {"sad": -0.42, "angry": 0.5}.get(mood.brows, -0.06)
    rise = {"high": 0.5, "up": 0.25, "angry": -0.32}.get(mood.brows, 0.0)
    r = face.size
    for (x, y), outer in ((face.left, -1), (face.right, 1)):
        top = y - r * (face.brow_lift + rise)
        a = (x - outer * r * 0.85, top + tilt * r)
        b = (x, top - r * 0.22)
        c = (x + outer * r * 0.9, top - tilt * r + r * 0.1)
        part.line(ink.strand(a, b, c), face.brow or face.line, r * (0.42 if face.brow else 0.32))
    return part


def _mouth(face: Face, mood: Expression) -> Part:
    part, (x, y), w = Part("mouth"), face.mouth, face.width
    if mood.mouth == "open":
        return _laugh(part, face, x, y, w)
    if mood.mouth == "round":
        part.fill(ink.ellipse(x, y + w * 0.3, w * 0.3, w * 0.38), "#5a1f24")
        return part.fill(
            ink.both(ink.ellipse(x, y + w * 0.3, w * 0.3, w * 0.38), ink.ellipse(x, y + w * 0.66, w * 0.3, w * 0.26)),
            "#ef7f7c",
        )
    stroke = max(3.6, w * 0.13)
    if mood.mouth == "frown":
        line = ink.strand((x - w * 0.55, y + w * 0.42), (x, y + w * 0.1), (x + w * 0.55, y + w * 0.42))
    elif mood.mouth == "flat":
        line = ink.strand((x - w * 0.45, y + w * 0.2), (x + w * 0.45, y + w * 0.2))
    elif mood.mouth == "wavy":
        line = ink.strand(*((x + w * (i - 2.5) * 0.24, y + w * (0.22 + 0.1 * (-1) ** i)) for i in range(6)))
    elif face.split:
        return _double_smile(part, face, x, y, w, stroke)
    else:
        line = ink.strand((x - w * 0.62, y), (x, y + w * 0.36), (x + w * 0.62, y))
    return part.line(line, face.line, stroke)


def _double_smile(part: Part, face: Face, x: float, y: float, w: float, stroke: float) -> Part:
    tongue = ink.path(
        f"M{x - w * 0.3} {y + w * 0.2} C{x - w * 0.24} {y + w * 0.72} {x + w * 0.24} {y + w * 0.72} "
        f"{x + w * 0.3} {y + w * 0.2} C{x + w * 0.15} {y + w * 0.24} {x + w * 0.08} {y + w * 0.2} {x} "
        f"{y + w * 0.08} C{x - w * 0.08} {y + w * 0.2} {x - w * 0.15} {y + w * 0.24} {x - w * 0.3} {y + w * 0.2} Z"
    )
    part.fill(tongue, "#ee7f83")
    left = ink.strand((x - w * 0.68, y), (x - w * 0.34, y + w * 0.27), (x, y))
    right = ink.strand((x, y), (x + w * 0.34, y + w * 0.27), (x + w * 0.68, y))
    return part.line(left, face.line, stroke).line(right, face.line, stroke)


def _laugh(part: Part, face: Face, x: float, y: float, w: float) -> Part:
    hole = ink.path(
        f"M{x - w * 0.72} {y} C{x - w * 0.3} {y + w * 0.14} {x + w * 0.3} {y + w * 0.14} {x + w * 0.72} {y} "
        f"C{x + w * 0.66} {y + w * 1.05} {x - w * 0.66} {y + w * 1.05} {x - w * 0.72} {y} Z"
    )
    part.fill(hole, "#64222a")
    part.fill(ink.both(hole, ink.ellipse(x, y + w * 0.76, w * 0.5, w * 0.36)), "#ef7f7c")
    teeth = ink.path(f"M{x - w} {y - w * 0.4} L{x + w} {y - w * 0.4} L{x + w} {y + w * 0.24} L{x - w} {y + w * 0.24} Z")
    return part if face.split else part.fill(ink.both(hole, teeth), "#ffffff")


def _tears(face: Face) -> Part:
    part, r = Part("tears"), face.size
    for x, y in (face.left, face.right):
        part.fill(
            ink.path(
                f"M{x} {y + r * 0.7} C{x + r * 0.9} {y + r * 2} {x + r * 0.6} {y + r * 2.7} {x} "
                f"{y + r * 2.7} C{x - r * 0.6} {y + r * 2.7} {x - r * 0.9} {y + r * 2} {x} {y + r * 0.7} Z"
            ),
            "#6cc4f2",
        )
        part.fill(ink.ellipse(x - r * 0.2, y + r * 2.05, r * 0.16), "#ffffff", 0.9)
    return part
