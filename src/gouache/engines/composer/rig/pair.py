"""Two characters who do something together: hug, kiss, shake or hold hands. One drawing of both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.rig.character import Character, draw_character
from gouache.engines.composer.rig.species import find
from gouache.engines.composer.rig.tables import rows, words


@dataclass(frozen=True, slots=True)
class Together:
    """How a pair stands. `pose` is that of the left one, the right one mirrors it.

    `touch` is "hands" where the inner hands meet; otherwise `apart` is the distance of the chests in chest widths.
    """

    pose: str
    touch: str
    apart: float


@lru_cache(1)
def _table() -> dict[str, Together]:
    table: dict[str, Together] = {}
    for deeds, pose, touch, apart in rows("pairs.tsv"):
        for deed in words(deeds):
            table[deed] = Together(pose, touch, float(apart))
    return table


def paired(pose: str | None) -> bool:
    """Whether a pose is something that two do with each other."""
    return pose in _table()


def draw_pair(left: Character, right: Character, ratio: float = 1.0) -> Drawing:
    """Both as one drawing, doing what the pose of `left` says; `ratio` is the height of the right one to the left's."""
    how = _table()[left.pose]
    one = draw_character(replace(left, pose=how.pose, facing="right"))
    two = draw_character(replace(right, pose=how.pose, facing="right")).flipped()
    wider = 1.5 if find(left.species) is not None else 1.0  # heads wider than chests
    scale = ratio * one.box.h / two.box.h if abs(ratio - 1) > 0.08 else 1.0
    return _joined(one, two, scale, _reach(how, one, two, scale, wider))


def _reach(how: Together, one: Drawing, two: Drawing, scale: float, wider: float) -> float:
    """Where the origin of the right one lies on the page of the left one."""
    if how.touch == "hands":
        return one.anchor("hand_right", (0.9, 0.5)).x - scale * two.anchor("hand_left", (0.1, 0.5)).x
    wide = one.fields["chest"].w * 0.5 + two.fields["chest"].w * scale * 0.5
    return one.fields["chest"].center.x + how.apart * wider * wide - scale * two.fields["chest"].center.x


def _joined(one: Drawing, two: Drawing, scale: float, x: float) -> Drawing:
    y = one.box.bottom - scale * two.box.bottom
    placed = Box(x + scale * two.box.x, y + scale * two.box.y, scale * two.box.w, scale * two.box.h)
    markup = scope_ids(two.markup, "mate")
    whole = f'<g transform="matrix({scale:.3f} 0 0 {scale:.3f} {x:.2f} {y:.2f})">{markup}</g>{one.markup}'
    left, top = min(one.box.x, placed.x), min(one.box.y, placed.y)
    box = Box(left, top, max(one.box.right, placed.right) - left, max(one.box.bottom, placed.bottom) - top)
    feet = Point(box.center.x, box.bottom)
    return replace(
        one, markup=whole, box=box, anchors={"feet": feet}, fields={}, facing="front",
        sources=(*one.sources, two.source, *two.sources),
    )  # fmt: skip
