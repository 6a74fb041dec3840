"""Items in hands: where the hands go for them, how large they are, and what is painted over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.lexicon.concepts import concept
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Figure, Skeleton, hand_shape, side_name, skeleton
from gouache.engines.composer.rig.ink import XY
from gouache.engines.composer.rig.part import Foreign, Part, shaded
from gouache.engines.composer.rig.species import find
from gouache.engines.composer.rig.tables import rows


@dataclass(frozen=True)
class Held:
    """A thing in a hand: "left" or "right" on the page, "both", or "auto". A sign brings a `text` field."""

    drawing: Drawing
    name: str
    hand: str = "auto"


@dataclass(frozen=True, slots=True)
class Grip:
    at: XY  # fractions of the item's box
    size: float  # of a person's height
    manner: str
    turn: float


@lru_cache(1)
def _grips() -> dict[str, Grip]:
    table = {}
    for name, at, size, manner, turn in rows("grips.tsv"):
        x, y = at.split()
        table[name] = Grip((float(x), float(y)), float(size), manner, float(turn))
    return table


def grip_of(item: Held) -> Grip:
    """How an item is held, by its name or the last word of it, else standing on the hand."""
    table, name = _grips(), item.name.lower()
    known = table.get(name) or table.get(name.split()[-1] if name else "")
    if known is None and find(name) is not None:  # a kitten in the arms
        known = Grip((0.5, 0.5), 0.32, "both", 0.0)
    if known is None:
        entry = concept(name)
        metres = entry.metres if entry else 0.3
        size = min(0.5, max(0.13, metres / 1.7))
        known = Grip((0.5, 0.82), size, "both" if metres > 0.6 else "stand", 0.0)
    anchor = item.drawing.anchors.get("grip")
    if anchor and item.drawing.box.w and item.drawing.box.h:
        box = item.drawing.box
        known = replace(known, at=((anchor.x - box.x) / box.w, (anchor.y - box.y) / box.h))
    return known


def is_sign(item: Held) -> bool:
    return "text" in item.drawing.fields


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in body units: where its box lies, and the hands on it (0 left, 1 right)."""

    item: Held
    matrix: ink.Matrix
    hands: tuple[int, ...]
    pole: tuple[XY, XY] | None = None
    string: tuple[XY, XY] | None = None
    lap: bool = False

    def box(self) -> Box:
        return Foreign("", self.item.drawing.box, self.matrix).box()


def assign(held: tuple[Held, ...]) -> list[tuple[Held, str]]:
    """Each item with "left", "right" or "both"; a third item and further ones are dropped."""
    if len(held) == 1:
        only = held[0]
        manner = grip_of(only).manner
        two_handed = is_sign(only) and not _on_stick(only) or manner in ("both", "lap", "strap")
        return [(only, ("both" if two_handed else "right") if only.hand == "auto" else only.hand)]
    taken = [h.hand for h in held[:2]]
    if taken[0] == "right" or (taken[1] == "left"):
        return [(held[0], "right"), (held[1], "left")]
    if is_sign(held[0]) and not is_sign(held[1]) and taken == ["auto", "auto"]:
        return [(held[0], "right"), (held[1], "left")]
    return [(h, side) for h, side in zip(held, ("left", "right"), strict=False)]


def _on_stick(item: Held) -> bool:
    """A sign whose grip lies below its writing."""
    grip, text = item.drawing.anchors.get("grip"), item.drawing.fields.get("text")
    return bool(grip and text and grip.y > text.bottom + text.h * 0.15)


def take(
    bones: Skeleton, held: tuple[Held, ...], height: float, head_width: float, low: bool = False
) -> tuple[Skeleton, list[Placed]]:
    """The skeleton with its hands at the items, and the items in place. `height` is the figure's, in body units.

    `low` keeps the neck free, where a scarf or a tie is to be seen.
    """
    if not held:
        return bones, []
    if bones.pose.name == "carrying on the head":
        return bones, [_on_crown(bones, held[0], height)]
    pose, placed = bones.pose, []
    pairs = assign(held)
    for item, where in pairs:
        if where == "both":
            return _take_both(bones, item, height, low)
        i = 0 if where == "left" else 1
        goal = _side_goal(bones, item, i, head_width)
        pose = pose.with_hands(goal, None) if i == 0 else pose.with_hands(None, goal)
    bones = skeleton(bones.build, pose)
    for item, where in pairs:
        placed.append(_at_hand(bones, item, 0 if where == "left" else 1, height, head_width))
    return bones, placed


def _on_crown(bones: Skeleton, item: Held, height: float) -> Placed:
    """An item balanced on the head."""
    box, k = item.drawing.box, _scale(item, height, bones.build.pear)
    top = bones.head[1] - bones.build.head * (78 if bones.build.pear else 106)
    m = ink.times(ink.times(ink.moving(-box.center.x, -box.bottom), ink.sizing(k)), ink.moving(bones.head[0], top))
    return Placed(item, m, ())


def _side_goal(bones: Skeleton, item: Held, i: int, head_width: float) -> XY:
    """Where a single hand goes, in arm lengths from the shoulder."""
    out = -1 if i == 0 else 1
    if bones.pose.name == "eating":
        head, (x, y) = bones.build.head, bones.shoulders[i]  # the hand comes up beside the mouth
        goal = (bones.head[0] + out * head * 52, bones.head[1] + head * (98 if bones.build.pear else 112))
        return (goal[0] - x) / bones.build.arm, (goal[1] - y) / bones.build.arm
    if grip_of(item).manner == "hang":
        return out * 0.42, 0.84
    if bones.build.pear:
        return out * (0.96 if not is_sign(item) else 0.9), 0.16
    return out * 0.52, 0.36


_SLIGHT = 0.36  # of a person's height


def _scale(item: Held, height: float, mascot: bool) -> float:
    """Body units per drawing unit."""
    box = item.drawing.box
    if is_sign(item):
        return height * (0.62 if mascot else 0.5) / box.w
    size = grip_of(item).size
    if mascot:
        size = 0.16 + size * 0.62
    elif size < _SLIGHT:
        size = 0.05 + size * 1.12  # small things are held up to be seen
    return height * size / max(box.w, box.h) if grip_of(item).manner != "lap" else height * size * 1.5 / box.w


def _at_hand(bones: Skeleton, item: Held, i: int, height: float, head_width: float) -> Placed:
    grip, box, out = grip_of(item), item.drawing.box, -1 if i == 0 else 1
    k, (x, y) = _scale(item, height, bones.build.pear), bones.hands[i]
    k *= 0.74 if bones.pose.name == "eating" else 1.0  # the face stays in view
    if is_sign(item) and not _on_stick(item):
        return _board_on_pole(bones, item, i, k, head_width)
    gx, gy = box.at(*grip.at)
    turn = grip.turn * out
    m = ink.times(ink.times(ink.moving(-gx, -gy), ink.sizing(k)), ink.turning(turn))
    if grip.manner == "fly":
        up = (x + out * height * 0.34, y - height * 0.42)
        return Placed(item, ink.times(m, ink.moving(*up)), (i,), string=((x, y), up))
    m = ink.times(m, ink.moving(x, y))
    placed = Placed(item, m, (i,))
    if grip.manner == "stand" and bones.pose.name != "eating":
        placed = _clear_of_head(bones, placed, i, head_width)
    return placed


def _clear_of_head(bones: Skeleton, placed: Placed, i: int, head_width: float) -> Placed:
    """An item beside the head is shifted outwards, as far as the hand still holds it."""
    box, head_x = placed.box(), bones.head[0]
    if box.y > bones.neck[1] - 10:
        return placed
    inner = box.x - (head_x + head_width) if i == 1 else (head_x - head_width) - box.right
    if inner >= 0:
        return placed
    room = box.w * 0.22
    step = min(-inner, room) * (1 if i == 1 else -1)
    return replace(placed, matrix=ink.times(placed.matrix, ink.moving(step, 0)))


def _board_on_pole(bones: Skeleton, item: Held, i: int, k: float, head_width: float) -> Placed:
    """A board without a stick of its own gets a pole through the hand."""
    box, (x, y), out = item.drawing.box, bones.hands[i], -1 if i == 0 else 1
    w, h = box.w * k, box.h * k
    center_x = (
        max(x * out, bones.head[0] * out + head_width * 1.06 + w / 2 - (0 if bones.build.pear else w * 0.2)) * out
    )
    center_x = out * min(center_x * out, x * out + w * 0.36)
    bottom = y - bones.build.hand * 1.5
    m = ink.times(ink.times(ink.moving(-box.center.x, -box.bottom), ink.sizing(k)), ink.moving(center_x, bottom))
    return Placed(item, m, (i,), pole=((x, bottom - h * 0.5), (x, y + bones.build.hand * 2.2)))


def _take_both(bones: Skeleton, item: Held, height: float, low: bool) -> tuple[Skeleton, list[Placed]]:
    """Two hands at the sides of an item in front of the chest or the lap."""
    grip, box, b = grip_of(item), item.drawing.box, bones.build
    k = _scale(item, height, b.pear)
    if is_sign(item):
        k = min(height * (0.58 if b.pear else 0.42) / box.w, height * 0.34 / box.h)
    if grip.manner == "strap":
        return _strapped(bones, item, k * (1.25 if b.pear else 1.0))
    k *= 0.84 if low else 1.0
    w, h = box.w * k, box.h * k
    cx, chest = bones.at(0, b.torso * (0.62 if grip.manner != "lap" else 0.95))
    if low:
        chest = max(chest, bones.neck[1] + b.torso * 0.4 + h / 2)
    if is_sign(item):
        chest = max(chest, bones.neck[1] + h / 2 + b.hand * 0.4)
    m = ink.times(ink.times(ink.moving(-box.center.x, -box.center.y), ink.sizing(k)), ink.moving(cx, chest))
    reach = _reach(item, w, k, b.hand)
    level = chest + h * (0.06 if grip.manner != "lap" else 0.2)
    return _with_hands(bones, (cx - reach, level), (cx + reach, level)), [Placed(item, m, (0, 1), lap=True)]


def _reach(item: Held, w: float, k: float, hand: float) -> float:
    """Distance of the hands from the middle: at the edges, never over the lettering."""
    reach = w / 2 - hand * 0.1
    field = item.drawing.fields.get("text")
    if field is not None:
        reach = max(reach, field.w * k / 2 + hand * 1.12)
    return reach


def _strapped(bones: Skeleton, item: Held, k: float) -> tuple[Skeleton, list[Placed]]:
    """A guitar or violin across the body: its lower body at the belly, its neck up to the right."""
    box, b = item.drawing.box, bones.build
    tall = box.h > box.w
    turn = 52.0 if tall else 0.0
    cx, cy = bones.at(b.shoulder * 0.2, b.torso * 0.62)
    m = ink.times(
        ink.times(ink.moving(-box.center.x, -box.center.y), ink.sizing(k)),
        ink.times(ink.turning(turn), ink.moving(cx, cy)),
    )
    low = ink.mapped(box.at(0.5, 0.78) if tall else box.at(0.3, 0.7), m)
    high = ink.mapped(box.at(0.5, 0.22) if tall else box.at(0.75, 0.3), m)
    left, right = sorted((low, high))
    return _with_hands(bones, left, right), [Placed(item, m, (0, 1), lap=True)]


def _with_hands(bones: Skeleton, left: XY, right: XY) -> Skeleton:
    def goal(i: int, at: XY) -> XY:
        x, y = bones.shoulders[i]
        return (at[0] - x) / bones.build.arm, (at[1] - y) / bones.build.arm

    return skeleton(bones.build, bones.pose.with_hands(goal(0, left), goal(1, right)))


def put_items(figure: Figure, placed: list[Placed], hand_color: str) -> None:
    """Paint items and, over them, the hands that hold them."""
    for one in placed:
        part = Part(f"held-{slug(one.item.name)}")
        if one.pole:
            part.line(ink.strand(*one.pole), "#8a5a36", figure.bones.build.hand * 0.46)
        if one.string:
            (x, y), (u, v) = one.string
            sag = ((x + u) / 2 + (u - x) * 0.18, (y + v) / 2 - (v - y) * 0.1)
            part.line(ink.strand((x, y), sag, (u, v)), "#f4f1e8", figure.bones.build.hand * 0.16)
        part.add(Foreign(one.item.drawing.markup, one.item.drawing.box, one.matrix))
        if one.item.drawing.front:
            part.add(Foreign(one.item.drawing.front, one.item.drawing.box, one.matrix))
        figure.put("lap" if one.lap else "held", part)
        figure.put("hands", *(grip_hand(figure.bones, i, hand_color) for i in one.hands))


def grip_hand(bones: Skeleton, i: int, color: str) -> Part:
    """The hand closed in front of what it holds."""
    palm, _ = hand_shape(bones, i)
    part = Part(f"hand-{side_name(i)}").solid(palm, color, depth=5)
    r, (x, y) = bones.build.hand, bones.hands[i]
    inward = 1 if i == 0 else -1
    for step in (-0.34, 0.06, 0.46):
        part.line(
            ink.strand((x + inward * r * 0.2, y + step * r), (x + inward * r * 0.82, y + step * r - r * 0.04)),
            shaded(color, 0.12),
            r * 0.13,
        )
    return part


def text_field(placed: list[Placed]) -> Box | None:
    """The writing field of the first sign, in body units."""
    for one in placed:
        field = one.item.drawing.fields.get("text")
        if field is not None:
            return Foreign("", field, one.matrix).box()
    return None


def slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split()) or "item"
