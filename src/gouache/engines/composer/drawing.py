"""A drawing: a vector picture of one thing in its own units, with named anchors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gouache.engines.composer.geometry import Box, Point


@dataclass(frozen=True, slots=True)
class Source:
    """Where a drawing comes from; written into the picture's metadata."""

    collection: str  # "house", "noto", "fluent-emoji-flat"
    name: str
    licence: str  # SPDX id


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG markup with its tight box (units of the drawing) and what the layout needs to know.

    Anchors are points in drawing units. Names in use: `eyes`, `eye_left`, `eye_right`, `mouth`, `crown`
    (top of the head), `neck`, `hand_left`, `hand_right` (on the page's left and right), `chest`, `seat`
    (where a sitter's hips go), `bed` (middle of a lying surface), `top` (where things stand on it),
    `mouth_rim` (opening of a container), `grip` (where a hand takes it), `feet`, `text` (middle of its
    writing field). `fields` are named boxes: `text` (where text may be written), `inside`, `front`.
    """

    markup: str
    box: Box
    source: Source
    anchors: Mapping[str, Point] = field(default_factory=dict)
    fields: Mapping[str, Box] = field(default_factory=dict)
    facing: str = "front"  # left, right, front: the way it looks
    front: str = ""  # markup painted over what stands inside it: the near wall of a basket, a sofa's arm
    sources: tuple[Source, ...] = ()  # further sources inside a compound

    def anchor(self, name: str, default: tuple[float, float]) -> Point:
        """A named anchor, or the point at the default fractions of the box."""
        return self.anchors.get(name) or self.box.at(*default)

    def flipped(self) -> Drawing:
        """The mirror image inside the same box."""
        axis = 2 * self.box.x + self.box.w
        turn = f'transform="matrix(-1 0 0 1 {axis:.2f} 0)"'
        swap = {"hand_left": "hand_right", "hand_right": "hand_left", "eye_left": "eye_right", "eye_right": "eye_left"}
        return replace(
            self,
            markup=f"<g {turn}>{self.markup}</g>",
            front=f"<g {turn}>{self.front}</g>" if self.front else "",
            anchors={swap.get(k, k): Point(axis - p.x, p.y) for k, p in self.anchors.items()},
            fields={k: Box(axis - b.right, b.y, b.w, b.h) for k, b in self.fields.items()},
            facing={"left": "right", "right": "left"}.get(self.facing, self.facing),
        )


def upturned(drawing: Drawing) -> Drawing:
    """The drawing on its head, inside the same box; anchors and fields go along."""
    dx, dy = 2 * drawing.box.x + drawing.box.w, 2 * drawing.box.y + drawing.box.h
    turn = f'transform="matrix(-1 0 0 -1 {dx:.2f} {dy:.2f})"'
    return replace(
        drawing,
        markup=f"<g {turn}>{drawing.markup}</g>",
        front=f"<g {turn}>{drawing.front}</g>" if drawing.front else "",
        anchors={name: Point(dx - p.x, dy - p.y) for name, p in drawing.anchors.items()},
        fields={name: Box(dx - b.right, dy - b.bottom, b.w, b.h) for name, b in drawing.fields.items()},
        facing={"left": "right", "right": "left"}.get(drawing.facing, drawing.facing),
    )


_ID = re.compile(r'\bid="([^"]+)"')


def scope_ids(markup: str, prefix: str) -> str:
    """Prefix every id and every reference to it, so that instances never share one."""
    for name in set(_ID.findall(markup)):
        safe = re.escape(name)
        markup = re.sub(rf'\bid="{safe}"', f'id="{prefix}-{name}"', markup)
        markup = re.sub(rf"url\(#{safe}\)", f"url(#{prefix}-{name})", markup)
        markup = re.sub(rf'href="#{safe}"', f'href="#{prefix}-{name}"', markup)
    return markup
