"""Fish, whales, snakes, frogs and other bodies without four legs in side view, looking right."""

from __future__ import annotations

from collections.abc import Callable

from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.faces import Face, draw_face, expression
from gouache.engines.composer.rig.heads import front_head
from gouache.engines.composer.rig.ink import XY, both, ellipse, polygon, tube
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.species import Species

Drawn = tuple[list[Part], dict[str, XY]]


def draw_swimmer(kind: Species, pose: str, mood: str) -> Drawn:
    """Parts in painting order, and anchors."""
    parts, anchors = SWIMMERS[kind.plan](kind, "sleeping" if pose == "sleeping" else mood)
    return [p for p in parts if p.inks], anchors


def _eye(kind: Species, at: XY, size: float, mood: str, style: str = "dark") -> list[Part]:
    face = Face(at, at, size, style, "#5b4a3a" if style == "dark" else kind.accent, "#20222b", kind.coat, beak=True)
    parts = [p for p in draw_face(face, expression(mood)) if p.name != "cheeks"]
    for part in parts:
        part.inks = part.inks[: len(part.inks) // 2]
    return parts


def _anchors(eye: XY, mouth: XY, crown: XY, neck: XY, back: XY, hands: tuple[XY, XY]) -> dict[str, XY]:
    return {
        "eyes": eye, "eye_left": (eye[0] - 12, eye[1]), "eye_right": (eye[0] + 12, eye[1]), "mouth": mouth,
            "crown": crown, "neck": neck,
        "chest": neck, "seat": back, "back": back, "feet": (0.0, 0.0), "hand_left": hands[0], "hand_right": hands[1],
    }  # fmt: skip


def _smile(at: XY, size: float, color: str, mood: str) -> Part:
    x, y = at
    bend = -size * 0.5 if expression(mood).mouth in ("frown", "wavy") else size * 0.5
    return Part("mouth").line(
        ink.strand((x - size, y - bend * 0.4), (x, y + bend * 0.4), (x + size, y - bend)), color, 4.5
    )


def _fish(kind: Species, mood: str) -> Drawn:
    y = -90.0
    body = ink.curve(
        (-96, y), (-30, y - 62), (50, y - 66), (112, y - 22), (122, y + 6), (100, y + 40), (36, y + 64), (-34, y + 54)
    )
    tail = ink.curve((-78, y), (-124, y - 52), (-162, y - 62), (-150, y), (-162, y + 62), (-124, y + 52))
    fin = ink.curve((-34, y - 52), (-18, y - 104), (40, y - 100), (62, y - 56))
    low = ink.curve((-8, y + 52), (-22, y + 92), (22, y + 84), (34, y + 58))
    fins = Part("fins").solid(tail, kind.dark, 7).solid(fin, kind.dark, 6).solid(low, kind.dark, 4)
    torso = Part("torso").solid(body, kind.coat, 12, glow=6)
    for x, w in ((34, 15), (-40, 12)):
        torso.fill(
            both(
                body,
                ink.curve(
                    (x - w, y - 90), (x + w, y - 90), (x + w + 8, y), (x + w, y + 90), (x - w, y + 90), (x - w + 8, y)
                ),
            ),
            kind.light,
        )
    side = Part("fin").solid(
        ink.curve((10, y + 8), (-28, y + 10), (-44, y + 38), (-14, y + 40), (12, y + 28)), kind.dark, 4
    )
    eye = (78.0, y - 14)
    return [
        fins,
        torso,
        side,
        *_eye(kind, eye, 17, mood),
        _smile((104, y + 20), 11, shaded(kind.coat, 0.3), mood),
    ], _anchors(eye, (112, y + 20), (50, y - 66), (40, y + 20), (0, y - 60), ((-20, y + 30), (40, y + 40)))


def _shark(kind: Species, mood: str) -> Drawn:
    y = -90.0
    body = ink.curve(
        (-170, y - 4),
        (-70, y - 52),
        (50, y - 64),
        (150, y - 26),
        (176, y - 2),
        (150, y + 30),
        (50, y + 52),
        (-70, y + 32),
    )
    tail = ink.curve((-150, y), (-196, y - 62), (-232, y - 92), (-214, y - 14), (-222, y + 52), (-188, y + 22))
    dorsal = polygon((-34, y - 44), (-40, y - 124), (-24, y - 126), (40, y - 54), radius=9)
    torso = Part("torso").solid(body, kind.coat, 11, glow=5)
    torso.fill(
        both(body, ink.curve((-170, y + 12), (0, y + 10), (120, y + 8), (190, y + 4), (190, y + 90), (-170, y + 90))),
        kind.light,
    )
    for x in (40, 54, 68):
        torso.line(ink.strand((x, y - 20), (x - 6, y - 4), (x, y + 10)), shaded(kind.coat), 4)
    fin = Part("fin").solid(polygon((20, y + 22), (-50, y + 90), (-34, y + 94), (56, y + 32), radius=9), kind.dark, 5)
    mouth = Part("mouth")
    jaw = ink.curve((104, y + 16), (136, y + 20), (164, y + 4), (150, y + 26), (122, y + 34))
    mouth.fill(jaw, "#7a2a33")
    for x in (112, 124, 136, 148):
        mouth.fill(polygon((x - 6, y + 17), (x + 6, y + 16), (x, y + 27), radius=1.5), "#ffffff")
    eye = (112.0, y - 18)
    return [
        Part("fins").solid(tail, kind.dark, 6).solid(dorsal, kind.dark, 6),
        torso,
        fin,
        mouth,
        *_eye(kind, eye, 12, mood),
    ], _anchors(eye, (150, y + 16), (70, y - 60), (60, y + 30), (-60, y - 50), ((-20, y + 60), (40, y + 60)))


def _dolphin(kind: Species, mood: str) -> Drawn:
    y = -96.0
    body = ink.union(
        tube([(-170, y + 34), (-90, y + 6), (10, y - 14), (96, y + 4)], [14, 36, 54, 40], steps=5),
        tube([(96, y + 8), (168, y + 24)], [24, 12]),
    )
    tail = ink.curve((-160, y + 34), (-206, y + 2), (-232, y + 12), (-206, y + 40), (-216, y + 76), (-184, y + 72))
    dorsal = ink.curve((-34, y - 54), (-58, y - 104), (-40, y - 108), (18, y - 62))
    torso = Part("torso").solid(body, kind.coat, 11, glow=5)
    torso.fill(
        both(
            body, ink.curve((-150, y + 46), (-20, y + 22), (80, y + 26), (190, y + 28), (150, y + 110), (-150, y + 110))
        ),
        kind.light,
    )
    fin = Part("fin").solid(
        ink.curve((30, y + 18), (-4, y + 62), (-14, y + 78), (10, y + 74), (56, y + 34)), kind.dark, 5
    )
    eye = (104.0, y + 0)
    return [
        Part("fins").solid(tail, kind.dark, 5).solid(dorsal, kind.dark, 5),
        torso,
        fin,
        *_eye(kind, eye, 11, mood),
        _smile((132, y + 24), 16, shaded(kind.coat, 0.25), mood),
    ], _anchors(eye, (150, y + 26), (80, y - 44), (60, y + 30), (-30, y - 54), ((0, y + 60), (40, y + 60)))


def _whale(kind: Species, mood: str) -> Drawn:
    y = -96.0
    body = ink.curve(
        (-196, y - 46),
        (-110, y - 40),
        (-20, y - 84),
        (96, y - 84),
        (164, y - 26),
        (160, y + 44),
        (96, y + 82),
        (-20, y + 78),
        (-110, y + 34),
        (-180, y - 16),
    )
    tail = ink.curve(
        (-178, y - 26),
        (-226, y - 60),
        (-244, y - 104),
        (-200, y - 96),
        (-182, y - 64),
        (-156, y - 98),
        (-120, y - 100),
        (-140, y - 62),
    )
    torso = Part("torso").solid(body, kind.coat, 13, glow=6)
    belly = both(
        body, ink.curve((-90, y + 56), (20, y + 44), (100, y + 30), (200, y + 12), (180, y + 120), (-90, y + 120))
    )
    torso.fill(belly, kind.light)
    for k in range(4):
        torso.add(
            *Part("")
            .line(ink.strand((10 + k * 26, y + 52 - k * 5), (4 + k * 24, y + 74 - k * 2)), shaded(kind.light, 0.08), 4)
            .inks
        )
    fin = Part("fin").solid(
        ink.curve((0, y + 36), (-40, y + 74), (-52, y + 100), (-20, y + 98), (34, y + 58)), kind.dark, 5
    )
    spout = (
        Part("spout")
        .line(ink.strand((60, y - 90), (58, y - 122), (34, y - 138), (22, y - 124)), "#8fd3f2", 9)
        .line(ink.strand((60, y - 90), (62, y - 122), (86, y - 138), (98, y - 124)), "#8fd3f2", 9)
    )
    eye = (104.0, y - 4)
    return [
        spout,
        Part("fins").solid(tail, kind.coat, 6),
        torso,
        fin,
        *_eye(kind, eye, 12, mood),
        _smile((130, y + 22), 18, shaded(kind.coat, 0.25), mood),
    ], _anchors(eye, (140, y + 24), (60, y - 86), (60, y + 40), (-20, y - 80), ((0, y + 60), (40, y + 60)))


def _octopus(kind: Species, mood: str) -> Drawn:
    part = Part("arms")
    for n in range(8):
        t = (n - 3.5) / 3.5
        x = t * 62
        reach = 96 + 62 * abs(t)
        s = 1.0 if t > 0 else -1.0
        end = (s * reach, -12 - 44 * abs(t) + (18 if n % 2 else 0))
        color = kind.coat if n % 2 else shaded(kind.coat, 0.05)
        part.solid(tube([(x, -96), (x * 1.4, -38), (s * reach * 0.72, -12), end], [22, 19, 14, 8], steps=4), color, 5)
    head = front_head(kind, mood).mapped(ink.moving(0, -168))
    return [part, *head.behind, *head.front], {
        **head.anchors,
        "neck": (0, -96),
        "chest": (0, -90),
        "seat": (0, -40),
        "back": (0, -250),
        "feet": (0, 0),
        "hand_left": (-150, -50),
        "hand_right": (150, -50),
    }


def _snake(kind: Species, mood: str) -> Drawn:
    part = Part("torso")
    for w, y, c in ((124.0, -26.0, shaded(kind.coat, 0.04)), (98, -62, kind.coat), (70, -96, lit(kind.coat, 0.02))):
        coil = tube([(-w, y), (0, y + 6), (w, y)], [25, 27, 25], steps=4)
        part.solid(coil, c, 8)
        for k in range(-3, 4):
            part.fill(both(coil, ellipse(k * w * 0.3, y - 4, 12, 9)), kind.dark)
    part.solid(tube([(20, -100), (58, -140), (40, -188)], [23, 21, 22], steps=4), kind.coat, 7)
    tail = Part("tail").solid(tube([(-110, -18), (-160, -14), (-186, -34)], [18, 11, 3]), kind.coat, 5)
    head = front_head(kind, mood, 0.4).mapped(ink.times(ink.sizing(0.52), ink.moving(46, -214)))
    x, y = head.anchors["mouth"]
    tongue = (
        Part("tongue")
        .line(ink.strand((x, y + 16), (x + 2, y + 34)), "#d8344a", 4)
        .line(ink.strand((x - 6, y + 44), (x + 2, y + 34), (x + 9, y + 44)), "#d8344a", 3.5)
    )
    return [tail, part, tongue, *head.front], {
        **head.anchors,
        "neck": (44, -170),
        "chest": (30, -130),
        "seat": (0, -100),
        "back": (-20, -110),
        "feet": (0, 0),
        "hand_left": (-90, -60),
        "hand_right": (90, -60),
    }


def _frog(kind: Species, mood: str) -> Drawn:
    body = Part("torso").solid(ink.symmetric((0, -140), (70, -128), (104, -70), (88, -22), (0, -12)), kind.coat, 10)
    body.fill(ink.symmetric((0, -110), (46, -96), (62, -50), (44, -20), (0, -14)), kind.light)
    legs = Part("legs")
    for s in (1, -1):
        legs.solid(ellipse(s * 96, -48, 42, 46), kind.coat, 7)
        legs.solid(ink.curve((s * 62, 0), (s * 78, -20), (s * 132, -16), (s * 154, 0)), kind.dark, 3)
    arms = Part("arms")
    for s in (1, -1):
        arms.solid(tube([(s * 58, -84), (s * 60, -40), (s * 46, -8)], [16, 14, 12]), lit(kind.coat, 0.02), 5)
        arms.solid(ink.curve((s * 24, 0), (s * 34, -16), (s * 60, -14), (s * 68, 0)), kind.dark, 3)
    head = front_head(kind, mood).mapped(ink.times(ink.sizing(0.96), ink.moving(0, -160)))
    return [legs, body, arms, *head.front], {
        **head.anchors,
        "neck": (0, -110),
        "chest": (0, -80),
        "seat": (0, -30),
        "back": (0, -130),
        "feet": (0, 0),
        "hand_left": (-46, -10),
        "hand_right": (46, -10),
    }


def _seal(kind: Species, mood: str) -> Drawn:
    body = tube([(-170, -26), (-80, -50), (20, -66), (70, -130)], [16, 46, 62, 46], steps=5)
    torso = Part("torso").solid(body, kind.coat, 11, glow=5)
    torso.fill(both(body, ellipse(60, -60, 46, 76, 14)), kind.light)
    tail = Part("tail").solid(
        ink.curve((-160, -24), (-206, -52), (-226, -46), (-204, -20), (-222, 0), (-190, 0)), kind.dark, 5
    )
    fin = Part("flipper").solid(ink.curve((34, -44), (52, -20), (98, -2), (60, 2), (14, -8)), kind.dark, 4)
    head = front_head(kind, mood, 0.5).mapped(ink.times(ink.sizing(0.56), ink.moving(84, -166)))
    return [tail, torso, fin, *head.front], {
        **head.anchors,
        "neck": (78, -118),
        "chest": (60, -80),
        "seat": (-60, -60),
        "back": (-40, -100),
        "feet": (0, 0),
        "hand_left": (-10, -10),
        "hand_right": (70, -10),
    }


def _bee(kind: Species, mood: str) -> Drawn:
    y = -90.0
    wings = (
        Part("wings")
        .fill(ellipse(-10, y - 84, 36, 60, -24), "#dff1fb", 0.9)
        .fill(ellipse(44, y - 84, 32, 54, 22), "#c9e6f7", 0.9)
    )
    body = ink.curve((-118, y), (-50, y - 62), (40, y - 64), (88, y), (40, y + 64), (-50, y + 62))
    torso = (
        Part("torso")
        .solid(polygon((-104, y - 9), (-142, y), (-104, y + 9), radius=3), kind.dark, 2)
        .solid(body, kind.coat, 11)
    )
    for x in (-62, -14, 32):
        torso.fill(
            both(
                body,
                ink.curve(
                    (x - 12, y - 90), (x + 12, y - 90), (x + 18, y), (x + 12, y + 90), (x - 12, y + 90), (x - 6, y)
                ),
            ),
            kind.dark,
        )
    head = front_head(kind, mood, 0.4).mapped(ink.times(ink.sizing(0.58), ink.moving(92, y - 8)))
    return [wings, torso, *head.behind, *head.front], {
        **head.anchors,
        "neck": (50, y + 20),
        "chest": (40, y + 30),
        "seat": (0, y),
        "back": (0, y - 60),
        "feet": (0, 0),
        "hand_left": (0, y + 60),
        "hand_right": (60, y + 50),
    }


SWIMMERS: dict[str, Callable[[Species, str], Drawn]] = {
    "fish": _fish, "shark": _shark, "dolphin": _dolphin, "whale": _whale, "octopus": _octopus, "snake": _snake,
        "frog": _frog,
    "seal": _seal, "bee": _bee,
}  # fmt: skip
SWIMMER_PLANS = tuple(SWIMMERS)
