"""Birds in side view, perched, walking, swimming or flying, looking right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from gouache.engines.composer.color import lch, mix
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.faces import Face, draw_face, expression
from gouache.engines.composer.rig.heads import front_head
from gouache.engines.composer.rig.ink import XY, Shape, both, ellipse, polygon, tube
from gouache.engines.composer.rig.part import Part, lit, shaded
from gouache.engines.composer.rig.species import Species
from gouache.engines.composer.rig.tables import rows

BIRD_PLANS = (
    "bird",
    "owl",
    "raptor",
    "chicken",
    "chick",
    "duck",
    "goose",
    "penguin",
    "parrot",
    "wader",
    "heron",
    "ostrich",
    "peacock",
)


@dataclass(frozen=True, slots=True)
class Bird:
    """One row of `data/birds.tsv`."""

    w: float
    h: float
    tilt: float
    leg: float
    neck: float
    angle: float
    neck_r: float
    head_r: float
    tail: str
    beak: str


@lru_cache(1)
def birds() -> dict[str, Bird]:
    table = {}
    for name, *cells in rows("birds.tsv"):
        w, h, tilt, leg, neck, angle, neck_r, head_r = (float(c) for c in cells[:8])
        table[name] = Bird(w, h, tilt, leg, neck, angle, neck_r, head_r, cells[8], cells[9])
    return table


def draw_bird(kind: Species, pose: str, mood: str) -> tuple[list[Part], dict[str, XY]]:
    """Parts in painting order, and anchors."""
    plan = birds()[kind.plan]
    flying = pose in ("flying", "jumping")
    floating = pose == "swimming" or pose == "sitting on the ground" or pose in ("lying", "sleeping")
    leg = 0.0 if flying or floating else plan.leg
    turn = plan.tilt if not flying or kind.plan == "penguin" else -14.0
    a = math.radians(turn)
    drop = math.hypot(plan.w * math.sin(a), plan.h * math.cos(a))
    center = (0.0, -leg - drop * 0.94)
    front = (center[0] + plan.w * 0.46 * math.cos(a), center[1] + plan.w * 0.46 * math.sin(a))
    angle = math.radians(plan.angle if not flying else min(plan.angle, 30))
    head = (
        front[0] + math.cos(angle) * (plan.neck + plan.neck_r * 0.4),
        front[1] - math.sin(angle) * (plan.neck + plan.neck_r * 0.4),
    )
    body = ellipse(*center, plan.w, plan.h, turn)
    neck = tube(
        [(front[0] - 8, front[1] + 4), ((front[0] + head[0]) / 2 + plan.neck * 0.12, (front[1] + head[1]) / 2), head],
        [plan.neck_r * 1.12, plan.neck_r, plan.neck_r * 0.9],
        steps=4,
    )
    whole = ink.union(body, neck, ellipse(*head, plan.head_r))
    parts = [_tail(kind, plan, center, turn)]
    if flying:
        parts.append(_spread_wing(kind, plan, center, far=True))
    if leg:
        parts.append(_legs(kind, plan, center, pose))
    trunk = Part("torso").solid(whole, kind.coat, depth=plan.h * 0.2, glow=plan.h * 0.1)
    _breast(trunk, kind, plan, whole, body, center, head, turn)
    parts.append(trunk)
    if flying:
        parts.append(_spread_wing(kind, plan, center, far=False))
    else:
        parts.append(_wing(kind, plan, center, turn))
    parts += _head_parts(kind, plan, head, "sleeping" if pose == "sleeping" else mood)
    r = plan.head_r
    anchors = {
        "eyes": (head[0] + r * 0.3, head[1] - r * 0.16), "eye_left": (head[0] - r * 0.16, head[1] - r * 0.16),
            "eye_right": (head[0] + r * 0.76, head[1] - r * 0.16),
        "mouth": (head[0] + r * 1.1, head[1] + r * 0.16), "beak": beak_tip(kind, plan, head),
        "crown": (head[0], head[1] - r), "neck": (front[0] + r * 0.2, (front[1] + head[1]) / 2 + r * 0.4),
        "chest": front, "seat": center, "back": (center[0], center[1] - plan.h * 0.9), "feet": (center[0], 0.0),
        "hand_left": (center[0] - plan.w * 0.3, center[1]), "hand_right": (front[0] + 10, center[1] + 10),
    }  # fmt: skip
    if kind.plan in ("owl",):
        anchors["eyes"] = (head[0], head[1] - r * 0.1)
    return [p for p in parts if p.inks], anchors


def _breast(
    part: Part, kind: Species, plan: Bird, whole: Shape, body: Shape, center: XY, head: XY, turn: float
) -> None:
    a = math.radians(turn)
    fx, fy = center[0] + plan.w * 0.42 * math.cos(a), center[1] + plan.w * 0.42 * math.sin(a)
    if kind.plan == "penguin":
        x, y = center
        part.fill(both(whole, ellipse(x + 24, y + 12, plan.h * 0.66, plan.w * 0.9)), kind.light)
        r = plan.head_r
        part.fill(both(whole, ellipse(head[0] - r * 0.04, head[1] + r * 0.62, r * 0.42, r * 0.34)), "#f7c65c")
        part.fill(both(whole, ellipse(head[0] + r * 0.5, head[1] + r * 0.12, r * 0.56, r * 0.5)), kind.light)
    elif kind.plan == "owl":
        part.fill(both(body, ellipse(center[0] + 6, center[1] + 12, 44, 62)), kind.light)
        for row in range(3):
            for n in range(-1, 2):
                x, y = center[0] + 6 + n * 24 + (row % 2) * 12 - 6, center[1] - 8 + row * 22
                part.line(ink.strand((x - 7, y), (x, y + 6), (x + 7, y)), mix(kind.coat, kind.light, 0.3), 3.5)
    elif kind.has("bib"):
        part.fill(
            both(whole, ellipse(fx + plan.w * 0.1, fy + plan.h * 0.42, plan.w * 0.62, plan.h * 0.72, turn)), kind.light
        )
        if kind.name == "bird":
            part.fill(
                both(whole, ellipse(fx + plan.w * 0.2, fy - plan.h * 0.02, plan.w * 0.36, plan.h * 0.5, turn)),
                mix(kind.light, "#f08a4a", 0.75) if lch(kind.coat).h > 180 else kind.light,
            )
    elif kind.has("whitehead"):
        part.fill(
            both(
                whole,
                ink.union(
                    ellipse(*head, plan.head_r * 1.02),
                    ellipse(head[0] - 8, head[1] + plan.head_r * 0.7, plan.head_r * 0.96, plan.head_r * 0.7, 24),
                ),
            ),
            kind.light,
        )
    elif kind.plan == "chicken" and kind.name == "rooster":
        part.fill(
            both(
                whole,
                ink.union(
                    ellipse(*head, plan.head_r),
                    ellipse((fx + head[0]) / 2, (fy + head[1]) / 2 + 10, plan.neck_r * 1.2, plan.neck_r * 1.5),
                ),
            ),
            kind.light,
        )


def _tail(kind: Species, plan: Bird, center: XY, turn: float) -> Part:
    part, a = Part("tail"), math.radians(turn)
    x, y = center[0] - plan.w * 0.8 * math.cos(a), center[1] - plan.w * 0.8 * math.sin(a)
    base = kind.dark
    if plan.tail == "fan":
        fan = polygon((8, -16), (-86, -20), (-98, 4), (-88, 22), (8, 20), radius=9)
        part.solid(ink.apply(fan, ink.times(ink.turning(turn + 6), ink.moving(x, y))), base, 5)
    elif plan.tail == "short":
        part.solid(polygon((x - 14, y - 30), (x + 34, y - 10), (x + 8, y + 26), (x - 22, y + 16), radius=9), base, 4)
    elif plan.tail == "duck":
        part.solid(
            ink.curve((x + 30, y + 26), (x - 20, y + 4), (x - 44, y - 32), (x - 6, y - 26), (x + 30, y - 22)),
            kind.coat,
            5,
        )
    elif plan.tail == "long":
        for n, c in enumerate((kind.dark, mix(kind.accent, "#f2c14e", 0.7), kind.coat)):
            feather = ink.curve(
                (6, -14 + n * 5), (-60, -16 + n * 9), (-134 + n * 14, -4 + n * 12), (-62, 10 + n * 9), (6, 16 + n * 2)
            )
            part.solid(ink.apply(feather, ink.times(ink.turning(turn + 4), ink.moving(x, y))), c, 3)
    elif plan.tail == "hen":
        rooster = kind.tail == "rooster"
        for n in range(5 if rooster else 3):
            bend = 56 + n * (26 if rooster else 20)
            length = 108.0 if rooster else 64.0
            tip = (x - math.cos(math.radians(bend)) * length, y - math.sin(math.radians(bend)) * length)
            mid = (x - length * 0.62 + n * 4, y - length * 0.2 - n * 9)
            part.solid(
                tube([(x + 18, y + 6), mid, tip], [16, 15, 7]),
                kind.dark if rooster and n % 2 == 0 else (mix(kind.dark, kind.coat, 0.45) if rooster else kind.coat),
                4,
            )
    elif plan.tail == "peacock":
        for n in range(9):
            g = math.radians(112 + n * 17)
            tip = (x + math.cos(g) * 190 + 30, y - math.sin(g) * 190)
            part.fill(tube([(x + 30, y), tip], [8, 17]), mix("#2f9a7c", kind.coat, 0.2 + 0.1 * (n % 2)))
            part.fill(ellipse(*tip, 15), "#d9b64a").fill(ellipse(*tip, 10), "#2fa6a0").fill(
                ellipse(*tip, 5.5), "#243f8f"
            )
    return part


def _legs(kind: Species, plan: Bird, center: XY, pose: str) -> Part:
    part = Part("legs")
    color = (
        kind.accent
        if kind.plan not in ("owl", "raptor", "parrot", "wader", "heron", "ostrich")
        else ("#f2b233" if kind.plan not in ("wader", "heron", "ostrich") else kind.dark)
    )
    if kind.name == "crow":
        color = "#4a4d5a"
    stride = (10.0 if kind.plan == "penguin" else 26.0) if pose in ("walking", "running") else 0.0
    x0 = center[0] + (plan.w * 0.06 if kind.plan != "penguin" else 8)
    for n, dx in enumerate((16.0, -14.0)):
        c = shaded(color, 0.05) if n == 0 else color
        fx = x0 + dx + (stride if n == 0 else -stride)
        if kind.plan != "penguin":
            part.line(
                ink.strand((x0 + dx, center[1] + plan.h * 0.4), ((x0 + dx + fx) / 2 - 3, -plan.leg * 0.5), (fx, -3)),
                c,
                9 if kind.plan not in ("wader", "heron", "ostrich") else 7,
            )
        if kind.plan in ("duck", "goose", "penguin"):
            part.fill(ink.curve((fx - 12, 0), (fx + 2, -13), (fx + 34, -4), (fx + 32, 1)), c)
        else:
            for end in (26, 16, -12):
                part.line(ink.strand((fx, -4), (fx + end * 0.6, -4 + (3 if end == 16 else 0)), (fx + end, -1)), c, 6)
    return part


def _wing(kind: Species, plan: Bird, center: XY, turn: float) -> Part:
    part = Part("wing")
    w, h = plan.w, plan.h
    color = (
        kind.dark
        if kind.plan in ("bird", "parrot", "owl", "raptor")
        else lit(kind.coat, 0.02)
        if lch(kind.coat).L < 0.9
        else shaded(kind.coat, 0.02)
    )
    if kind.plan == "penguin":
        wing = ink.curve((-22, -62), (2, -52), (6, 14), (-26, 72), (-40, 20))
        return part.solid(ink.moved(wing, center[0] - 14, center[1] + 2), kind.dark, 6)
    wing = ink.curve(
        (w * 0.42, -h * 0.3),
        (w * 0.3, h * 0.3),
        (-w * 0.3, h * 0.5),
        (-w * 0.98, h * 0.16),
        (-w * 0.6, -h * 0.22),
        (-w * 0.1, -h * 0.44),
    )
    if plan.tilt < -60:
        wing = ink.curve(
            (w * 0.5, -h * 0.56),
            (w * 0.44, -h * 0.2),
            (-w * 0.5, -h * 0.36),
            (-w * 1.06, -h * 0.52),
            (-w * 0.5, -h * 0.76),
        )
    part.solid(ink.apply(wing, ink.times(ink.turning(turn), ink.moving(*center))), color, h * 0.13)
    tone = shaded(color, 0.05)
    if plan.tilt >= -60:
        for k in (0.0, 0.22):
            line = ink.strand(
                (w * (0.1 - k), h * (0.34 - k * 0.3)),
                (-w * (0.24 + k), h * (0.36 - k * 0.5)),
                (-w * (0.6 + k * 0.6), h * (0.24 - k * 0.7)),
            )
            part.line(ink.apply(line, ink.times(ink.turning(turn), ink.moving(*center))), tone, h * 0.06)
    if kind.plan == "parrot":
        part.fill(
            ink.apply(
                ellipse(w * 0.1, -h * 0.16, w * 0.3, h * 0.2, -8), ink.times(ink.turning(turn), ink.moving(*center))
            ),
            mix(kind.accent, "#f2c14e", 0.75),
        )
    return part


def _spread_wing(kind: Species, plan: Bird, center: XY, far: bool) -> Part:
    """A wing lifted in flight."""
    span = plan.w * (2.0 if kind.plan in ("raptor", "goose", "wader", "heron") else 1.6)
    x, y = center[0] + plan.w * 0.1, center[1] - plan.h * 0.3
    wing = ink.curve(
        (x + plan.w * 0.34, y + 12),
        (x + plan.w * 0.12, y - span * 0.42),
        (x - plan.w * 0.34, y - span * 0.86),
        (x - plan.w * 0.86, y - span),
        (x - plan.w * 0.9, y - span * 0.6),
        (x - plan.w * 0.82, y - span * 0.26),
        (x - plan.w * 0.5, y + 10),
    )
    color = kind.dark if kind.plan in ("bird", "parrot", "owl", "raptor", "penguin") else kind.coat
    if far:
        shape = ink.apply(wing, ink.times(ink.turning(26, (x, y)), ink.moving(plan.w * 0.3, 0)))
        return Part("wing-far").fill(shape, shaded(color, 0.06))
    part = Part("wing").solid(wing, color, 8, glow=4)
    tip = both(
        wing,
        ink.curve(
            (x - plan.w * 0.3, y - span * 1.1),
            (x - plan.w * 1.2, y - span * 1.1),
            (x - plan.w * 1.2, y + 20),
            (x - plan.w * 0.66, y + 16),
            (x - plan.w * 0.6, y - span * 0.4),
        ),
    )
    return part.fill(tip, shaded(color, 0.05))


def _head_parts(kind: Species, plan: Bird, head: XY, mood: str) -> list[Part]:
    r = plan.head_r
    if kind.plan == "owl":
        owl = front_head(kind, mood, 0.3).mapped(ink.times(ink.sizing(r / 82), ink.moving(*head)))
        return owl.front
    eye = (head[0] + r * 0.32, head[1] - r * 0.16)
    line = "#2b1d1f" if lch(kind.coat).L > 0.34 else "#121016"
    parts: list[Part] = []
    if kind.plan == "parrot":
        parts.append(Part("marks").fill(ellipse(eye[0] + 2, eye[1] + 3, r * 0.42, r * 0.38), "#fbf4ea"))
    if lch(kind.coat).L < 0.34 and not kind.has("whitehead"):
        parts.append(Part("marks").fill(ellipse(*eye, r * 0.34), lit(kind.coat, 0.16)))
    parts.append(_beak(kind, plan, head))
    face = Face(
        eye,
        eye,
        r * 0.26 + 2,
        "iris" if plan.beak == "hook" and kind.plan == "raptor" else "dark",
        "#e7b93d" if plan.beak == "hook" and kind.plan == "raptor" else "#7a4b2c",
        line,
        kind.coat,
        beak=True,
    )
    for part in draw_face(face, expression(mood)):
        part.inks = part.inks[: len(part.inks) // 2]
        parts.append(part)
    parts.append(
        Part("cheeks").fill(ellipse(head[0] + r * 0.3, head[1] + r * 0.36, r * 0.24, r * 0.16), "#f28a80", 0.55)
    )
    if kind.has("comb") or kind.has("comb-small"):
        k = 1.0 if kind.has("comb") else 0.7
        comb = ink.union(
            *(ellipse(head[0] + dx * k, head[1] - r - h * k, 13 * k, 18 * k) for dx, h in ((-16, 0), (2, 8), (19, -1)))
        )
        parts.insert(0, Part("comb").solid(comb, "#e2383f", 4))
        parts.append(
            Part("wattle").solid(ellipse(head[0] + r * 0.86, head[1] + r * 0.72, 8 * k + 2, 15 * k), "#e2383f", 3)
        )
    if kind.has("crest"):
        crest = Part("crest")
        for n in (-1, 0, 1):
            tip = (head[0] - 10 + n * 15, head[1] - r - 34 + abs(n) * 5)
            crest.line(ink.strand((head[0] - 4, head[1] - r + 4), tip), kind.coat, 3).fill(ellipse(*tip, 6), kind.light)
        parts.insert(0, crest)
    return parts


def beak_tip(kind: Species, plan: Bird, head: XY) -> XY:
    """Where something is held in a closed beak."""
    reach = {"long": 2.2, "duck": 1.6, "hook": 1.3, "flamingo": 1.6, "owl": 0.5}.get(plan.beak, 1.25)
    return head[0] + plan.head_r * reach, head[1] + plan.head_r * (0.3 if plan.beak != "flamingo" else 0.8)


def _beak(kind: Species, plan: Bird, head: XY) -> Part:
    color = "#565867" if kind.name == "crow" else kind.accent
    draw = {"duck": _flat_beak, "hook": _hooked_beak, "flamingo": _bent_beak, "long": _long_beak}.get(plan.beak)
    return draw(kind, head, plan.head_r, color) if draw else _short_beak(kind, head, plan.head_r, color)


def _curve_at(head: XY, r: float, *points: XY) -> Shape:
    """A curve through points in radii of the head from its middle."""
    return ink.curve(*((head[0] + r * x, head[1] + r * y) for x, y in points))


def _flat_beak(kind: Species, head: XY, r: float, color: str) -> Part:
    part = Part("beak").fill(_curve_at(head, r, (0.72, 0.24), (1.5, 0.42), (0.8, 0.62)), shaded(color, 0.1))
    upper = ((0.7, -0.16), (1.14, -0.02), (1.82, 0.2), (1.76, 0.4), (1.1, 0.38), (0.72, 0.4))
    return part.solid(_curve_at(head, r, *upper), color, 4)


def _hooked_beak(kind: Species, head: XY, r: float, color: str) -> Part:
    color = "#f2b233" if kind.plan == "raptor" else kind.accent if kind.name == "toucan" else "#4a4450"
    if kind.name == "toucan":
        r *= 1.5
        head = (head[0] - r * 0.22, head[1])
    outline = ((0.68, -0.3), (1.28, -0.24), (1.52, 0.22), (1.38, 0.62), (1.16, 0.34), (0.72, 0.42))
    return Part("beak").solid(_curve_at(head, r, *outline), color, 4)


def _bent_beak(kind: Species, head: XY, r: float, color: str) -> Part:
    outline = ((0.7, -0.3), (1.4, -0.16), (1.86, 0.5), (1.5, 1.1), (1.3, 0.6), (0.74, 0.4))
    beak = _curve_at(head, r, *outline)
    tip = ellipse(head[0] + r * 1.66, head[1] + r * 0.86, r * 0.46, r * 0.46)
    return Part("beak").solid(beak, "#fbe3d6", 3).fill(both(beak, tip), "#34303a")


def _long_beak(kind: Species, head: XY, r: float, color: str) -> Part:
    x, y = head
    dart = polygon((x + r * 0.7, y - r * 0.24), (x + r * 3.0, y + r * 0.24), (x + r * 0.72, y + r * 0.36), radius=3)
    return Part("beak").solid(dart, color, 3)


def _short_beak(kind: Species, head: XY, r: float, color: str) -> Part:
    (x, y), size = head, 1.0 if kind.plan != "chick" else 0.8
    lower = ((x + r * 0.8, y + r * 0.06), (x + r * 1.3 * size, y + r * 0.2), (x + r * 0.76, y + r * 0.44))
    upper = ((x + r * 0.78, y - r * 0.26), (x + r * 1.5 * size, y + r * 0.1), (x + r * 0.8, y + r * 0.24))
    part = Part("beak").fill(polygon(*lower, radius=3), shaded(color, 0.12))
    return part.solid(polygon(*upper, radius=5), color, 3)
