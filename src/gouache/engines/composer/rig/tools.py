"""Things that a pose itself asks for when the prompt brings none: a book to read, a laptop to use, a guitar to play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Skeleton
from gouache.engines.composer.rig.compose import to_drawing
from gouache.engines.composer.rig.hold import Held, grip_of
from gouache.engines.composer.rig.ink import ellipse, polygon
from gouache.engines.composer.rig.part import Part, lit
from gouache.engines.composer.rig.poses import Pose, find_pose


def with_tools(pose: Pose, held: tuple[Held, ...]) -> tuple[Pose, tuple[Held, ...]]:
    """The pose and the items, completed: a laptop is seen from behind and used, a held guitar is played."""
    items = tuple(_own(h) for h in held)
    if not items:
        make = _OWN.get(pose.name)
        items = (Held(make(), pose.name),) if make else ()
        items = tuple(replace(h, name=_NAMES[pose.name]) for h in items)
    if pose.name == "standing" and any(grip_of(h).manner == "lap" for h in items):
        pose = find_pose("using")
    return pose, items


def _own(item: Held) -> Held:
    """Laptops are drawn from behind, whoever they come from: that is the side one sees."""
    name = item.name.lower()
    if name in ("laptop", "laptop computer", "notebook computer", "macbook", "computer"):
        return replace(item, drawing=laptop())
    if name in ("book", "open book", "novel", "textbook", "bible"):
        return replace(item, drawing=book())
    return item


def laptop() -> Drawing:
    """A laptop seen from behind, its lid towards the viewer."""
    part = Part("laptop")
    part.solid(polygon((-112, -8), (112, -8), (126, 14), (-126, 14), radius=7), "#8f99a8", 5)
    part.solid(polygon((-106, -132), (106, -132), (110, 4), (-110, 4), radius=12), "#bcc5d1", 10, glow=5)
    part.fill(ellipse(0, -64, 17), "#eef2f6")
    return to_drawing([part], "laptop", {"grip": (0, -10)})


def book(color: str = "#c8473f") -> Drawing:
    """An open book, its cover towards the viewer."""
    part = Part("book")
    part.fill(
        polygon((-104, -62), (-4, -50), (4, -50), (104, -62), (104, 52), (0, 66), (-104, 52), radius=6), "#fbf6ea"
    )
    part.solid(polygon((-104, -52), (-6, -40), (-6, 70), (-104, 58), radius=7), color, 6)
    part.solid(polygon((6, -40), (104, -52), (104, 58), (6, 70), radius=7), color, 6)
    part.fill(polygon((-8, -42), (8, -42), (8, 72), (-8, 72), radius=4), lit(color, 0.06))
    part.fill(polygon((30, -14), (80, -20), (80, 0), (30, 6), radius=4), lit(color, 0.14))
    return to_drawing([part], "book", {"grip": (0, 40)})


def guitar() -> Drawing:
    """An acoustic guitar, its neck to the right."""
    part = Part("guitar")
    part.solid(polygon((30, -9), (206, -9), (206, 9), (30, 9), radius=3), "#5a3826", 3)
    part.solid(polygon((200, -15), (244, -19), (244, 19), (200, 15), radius=6), "#7a4c30", 3)
    body = ink.curve(
        (-96, 0), (-84, -50), (-34, -56), (4, -34), (44, -40), (66, 0), (44, 40), (4, 34), (-34, 56), (-84, 50)
    )
    part.solid(body, "#d98f45", 8, glow=4).fill(ellipse(14, 0, 20), "#4a2c1e")
    part.fill(polygon((-60, -20), (-50, -20), (-50, 20), (-60, 20), radius=3), "#5a3826")
    for y in (-4, 0, 4):
        part.line(ink.strand((-54, y), (220, y)), "#f3e6c8", 1.4)
    return to_drawing([part], "guitar", {})


def brush() -> Drawing:
    part = Part("paintbrush").solid(polygon((-6, 0), (6, 0), (5, -112), (-5, -112), radius=3), "#d9a05b", 3)
    part.fill(polygon((-8, -110), (8, -110), (8, -130), (-8, -130), radius=2), "#aeb6c0")
    part.solid(ink.curve((-9, -128), (0, -134), (9, -128), (6, -156), (0, -172), (-6, -156)), "#e0474c", 3)
    return to_drawing([part], "paintbrush", {"grip": (0, -30)})


def pan() -> Drawing:
    part = Part("frying-pan").line(ink.strand((30, 0), (118, -10)), "#4a352c", 15)
    part.solid(ink.path("M-74 -14 L44 -14 C44 22 22 34 -14 34 C-52 34 -74 22 -74 -14 Z"), "#3d424f", 6)
    part.solid(ellipse(-14, -14, 60, 13), "#565c6b", 3).fill(ellipse(-20, -17, 30, 8), "#fdfbf4").fill(
        ellipse(-18, -19, 11, 6), "#f6b93b"
    )
    return to_drawing([part], "frying pan", {"grip": (98, -8)})


def cup() -> Drawing:
    part = Part("cup").line(ink.strand((36, -46), (60, -40), (56, -14), (34, -14)), "#f3ead8", 9)
    part.solid(polygon((-40, -64), (40, -64), (34, 12), (-34, 12), radius=10), "#fbf6ea", 7)
    part.fill(ellipse(0, -62, 38, 8), "#7a4a2c")
    return to_drawing([part], "cup", {"grip": (0, -18)})


def stool(bones: Skeleton) -> Part:
    """A round stool under the hips of a figure that sits at something."""
    (x, y), b = bones.hip, bones.build
    top, wide = y + b.leg_radii[0] * 0.85, b.hip * 1.15
    part = Part("stool")
    for side in (-0.62, 0.62):
        part.line(ink.strand((x + side * wide * 0.8, top), (x + side * wide * 1.05, -4)), "#7a4c30", b.hand * 0.5)
    part.line(ink.strand((x - wide * 0.6, top * 0.4), (x + wide * 0.6, top * 0.4)), "#6b4229", b.hand * 0.3)
    slab = polygon((x - wide, top - 4), (x + wide, top - 4), (x + wide, top + 16), (x - wide, top + 16), radius=9)
    return part.solid(slab, "#a8673c", 5)


_OWN: dict[str, Callable[[], Drawing]] = {
    "reading": book, "using": laptop, "playing guitar": guitar, "painting": brush, "cooking": pan,
}  # fmt: skip
_NAMES = {
    "reading": "book",
    "using": "laptop",
    "playing guitar": "guitar",
    "painting": "paintbrush",
    "cooking": "frying pan",
}
