"""Pieces (placed drawings) and blocks (a thing with everything on, in and under it).

Block units: one softened metre. The origin is the middle of the base line; y grows downwards, so that a block
stands on y = 0 and reaches up to a negative y. Pieces are in painting order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box, Point, bounds
from gouache.engines.composer.picture import Role


class Stance(StrEnum):
    """How a block keeps its place in the world."""

    STAND = "stand"
    FLY = "fly"
    FLOAT = "float"  # boats
    SWIM = "swim"
    HANG = "hang"
    SKY = "sky"  # sun, moon, clouds
    FAR = "far"  # buildings and landforms behind smaller things


class Part(StrEnum):
    WHOLE = "whole"
    BACK = "back"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Piece:
    """One drawing. (x, y) is where the middle of its box's lower edge goes; `scale` is per drawing unit."""

    node: str
    index: int
    label: str
    drawing: Drawing
    scale: float
    x: float = 0.0
    y: float = 0.0
    rotate: float = 0.0  # degrees, about the middle of the lower edge
    part: Part = Part.WHOLE
    role: Role = Role.SUBJECT
    contact: bool = True  # it stands on something and casts a shadow there
    mirrorable: bool = True
    inner: bool = False  # stands inside, behind the near wall of something

    @property
    def w(self) -> float:
        return self.drawing.box.w * self.scale

    @property
    def h(self) -> float:
        return self.drawing.box.h * self.scale

    @property
    def box(self) -> Box:
        if not self.rotate:
            return Box(self.x - self.w / 2, self.y - self.h, self.w, self.h)
        corners = [self.turn(dx, dy) for dx in (-self.w / 2, self.w / 2) for dy in (-self.h, 0.0)]
        xs, ys = [p.x for p in corners], [p.y for p in corners]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def turn(self, dx: float, dy: float) -> Point:
        """A point given from the middle of the lower edge, after rotation."""
        angle = math.radians(self.rotate)
        return Point(
            self.x + dx * math.cos(angle) - dy * math.sin(angle), self.y + dx * math.sin(angle) + dy * math.cos(angle)
        )

    def spot(self, at: Point) -> Point:
        """Drawing units to block units."""
        box = self.drawing.box
        return self.turn((at.x - box.center.x) * self.scale, (at.y - box.bottom) * self.scale)

    def anchor(self, name: str, default: tuple[float, float]) -> Point:
        return self.spot(self.drawing.anchor(name, default))

    def field(self, name: str) -> Box | None:
        """A named field of the drawing in block units (unrotated)."""
        area = self.drawing.fields.get(name)
        if area is None:
            return None
        corner = self.spot(Point(area.x, area.y))
        return Box(corner.x, corner.y, area.w * self.scale, area.h * self.scale)

    def shifted(self, dx: float, dy: float, factor: float = 1.0) -> Piece:
        return replace(self, x=self.x * factor + dx, y=self.y * factor + dy, scale=self.scale * factor)

    def mirrored(self) -> Piece:
        return replace(self, x=-self.x, rotate=-self.rotate, drawing=self.drawing.flipped())

    @property
    def markup(self) -> str:
        if self.part is Part.FRONT:
            return self.drawing.front
        return self.drawing.markup + (self.drawing.front if self.part is Part.WHOLE else "")


@dataclass(frozen=True, slots=True)
class Block:
    """`base` is the index of the piece that carries the others; `node` the root node's id."""

    node: str
    pieces: tuple[Piece, ...]
    stance: Stance = Stance.STAND
    base: int = 0
    facing: str = "front"
    airborne: bool = False  # in the middle of a jump: it needs nothing to stand on
    bust: bool = False  # cut at the chest, to grow out of the page's edge

    @property
    def box(self) -> Box:
        return bounds(p.box for p in self.pieces)

    @property
    def root(self) -> Piece:
        return self.pieces[self.base]

    @property
    def mirrorable(self) -> bool:
        return all(p.mirrorable for p in self.pieces)

    def shifted(self, dx: float, dy: float, factor: float = 1.0) -> Block:
        return replace(self, pieces=tuple(p.shifted(dx, dy, factor) for p in self.pieces))

    def scaled(self, factor: float) -> Block:
        return self.shifted(0.0, 0.0, factor)

    def mirrored(self) -> Block:
        turned = {"left": "right", "right": "left"}.get(self.facing, self.facing)
        return replace(self, pieces=tuple(p.mirrored() for p in self.pieces), facing=turned)

    def looking(self, way: str) -> Block:
        """Mirrored when it looks the other way and may be mirrored; else turned in place."""
        other = {"left": "right", "right": "left"}.get(way)
        if self.facing != other:
            return self
        return self.mirrored() if self.mirrorable else self._turned(way)

    def _turned(self, way: str) -> Block:
        """The root's own pieces mirrored where they are, when the whole cannot be: a knight before a castle."""
        own = [p for p in self.pieces if p.node == self.node]
        if not all(p.mirrorable for p in own):
            return self
        pieces = tuple(
            replace(p, drawing=p.drawing.flipped(), rotate=-p.rotate) if p.node == self.node else p for p in self.pieces
        )
        return replace(self, pieces=pieces, facing=way)

    def centred(self) -> Block:
        """Moved so that it stands on y = 0 and its box is centred on x = 0."""
        box = self.box
        return self.shifted(-box.center.x, -box.bottom)

    def over(self, other: Block) -> Block:
        """This block with another painted behind it."""
        return replace(self, pieces=(*other.pieces, *self.pieces), base=self.base + len(other.pieces))

    def under(self, other: Block) -> Block:
        """This block with another painted over it."""
        return replace(self, pieces=(*self.pieces, *other.pieces))

    def holding_inside(self, child: Block) -> Block:
        """The child painted between the root's markup and its front wall; without one, behind the root."""
        before, root, after = self.pieces[: self.base], self.root, self.pieces[self.base + 1 :]
        kids = tuple(replace(p, contact=False, inner=True) for p in child.pieces)
        if not root.drawing.front:
            return replace(self, pieces=(*before, *kids, root, *after), base=self.base + len(kids))
        if root.part is Part.BACK:
            return replace(self, pieces=(*before, root, *kids, *after))
        front = replace(root, part=Part.FRONT, contact=False)
        return replace(self, pieces=(*before, replace(root, part=Part.BACK), *kids, front, *after))

    def seating(self, child: Block) -> Block:
        """The child on the root: under its front part when there is one (an arm of a sofa), else over it."""
        return self.holding_inside(child) if self.root.drawing.front else self.under(child)


def merge(node: str, blocks: Sequence[Block], stance: Stance = Stance.STAND) -> Block:
    """Blocks side by side as one, in painting order; the base is the first block's."""
    pieces = tuple(piece for block in blocks for piece in block.pieces)
    return Block(node, pieces, stance, blocks[0].base, blocks[0].facing, blocks[0].airborne)
