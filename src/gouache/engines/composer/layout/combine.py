"""Blocks that keep a place towards each other: above, behind, around. Each becomes one block."""

from __future__ import annotations

import math
import random
from dataclasses import replace

from gouache.engines.composer.color import shift
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.layout.block import Block, Piece, Stance
from gouache.engines.composer.picture import Role
from gouache.engines.composer.svg import rect, tag

SHELF_COLOR = "#b98a5e"
_LIFTED = (Stance.FLY, Stance.SWIM, Stance.SKY, Stance.HANG)


def shelf(color: str = SHELF_COLOR) -> Drawing:
    """A plank on two brackets, 100 wide; things stand on its `top`."""
    dark = shift(color, -0.1)
    bracket = "M{0} 8h6v13q0 3-3 3t-3-3z"
    markup = (
        "".join(tag("path", d=bracket.format(x), fill=shift(color, -0.17)) for x in (16, 78))
        + rect(Box(0, 0, 100, 9), color, rx=3.0)
        + tag("path", d="M0 5h100v1q0 3-3 3H3q-3 0-3-3z", fill=dark)
    )
    anchors = {"top": Point(50, 1)}
    return Drawing(markup, Box(0, 0, 100, 24), Source("house", "shelf", "Apache-2.0"), anchors)


def _longest(block: Block) -> float:
    return max(block.box.w, block.box.h)


def _between(block: Block, other: Block, low: float, high: float) -> Block:
    """Rescaled so that its longer side is within two factors of the other's."""
    ratio = _longest(block) / _longest(other)
    return block.scaled(max(low, min(high, ratio)) / ratio)


def above(upper: Block, lower: Block, supported: bool, rng: random.Random) -> Block:
    """A vertical stack with a clear gap; the upper thing gets a shelf when it can neither fly nor hang."""
    upper = _between(upper, lower, 0.72, 1.3).centred()
    lower = lower.centred()
    gap = 0.14 * max(upper.box.h, lower.box.h) + 0.05
    level = lower.box.y - gap
    if supported and upper.stance not in _LIFTED and not upper.airborne:
        plank = shelf()
        scale = 1.18 * upper.box.w / plank.box.w
        piece = Piece(upper.node, 0, "shelf", plank, scale, 0.0, level, contact=False, role=Role.PROP)
        level -= piece.h * (1 - 1 / 24)
        upper = replace(upper, pieces=(piece.shifted(0, -level), *upper.pieces), base=upper.base + 1)
    moved = upper.shifted(rng.uniform(-0.06, 0.06) * lower.box.w, level)
    raised = tuple(replace(p, contact=False) for p in moved.pieces)
    return replace(lower, pieces=(*lower.pieces, *raised))


def behind(back: Block, front: Block, rng: random.Random) -> Block:
    """The back thing farther up and to one side, more than half of it to be seen."""
    side = rng.choice((-1, 1))
    back, front = _between(back, front, 0.6, 2.0).centred(), front.centred()
    big = back.box.h > 1.5 * front.box.h and back.box.w > front.box.w
    if big:
        reach = side * 0.2 * (back.box.w - front.box.w) / 2
        rise = 0.12 * front.box.h
    else:
        if back.box.h < 0.9 * front.box.h:
            back = back.scaled(min(1.35, 0.9 * front.box.h / back.box.h))
        reach = side * (front.box.w / 2 + back.box.w * (0.5 - 0.34))
        rise = 0.16 * back.box.h
    far = back.shifted(reach, -rise)
    return replace(front, pieces=(*far.pieces, *front.pieces), base=front.base + len(far.pieces))


def between(middle: Block, pair: Block) -> Block:
    """One thing with the two pieces of another on its sides."""
    middle, pair = middle.centred(), pair.centred()
    left, right = sorted(pair.pieces, key=lambda p: p.x)
    gap = middle.box.w / 2 + 0.08 * middle.box.h + 0.04
    sides = (replace(left, x=-gap - left.w / 2, y=0.0), replace(right, x=gap + right.w / 2, y=0.0))
    return replace(middle, pieces=(*sides, *middle.pieces), base=middle.base + 2)


def _ring_start(count: int) -> float:
    """The angle of the first place, so that nobody is straight behind or in front of the centre."""

    def clearance(start: float) -> float:
        return min(abs(math.cos(start + i * 2 * math.pi / count)) for i in range(count))

    return max((math.pi + k * math.pi / (12 * count) for k in range(24)), key=clearance)


def around(ring: Block, centre: Block) -> Block:
    """The pieces of the ring on an ellipse about the centre, far ones smaller and behind it."""
    count = len(ring.pieces)
    w = max(p.w for p in ring.pieces)
    rx = max(centre.box.w / 2 + 0.75 * w, 0.4 * w * count)
    ry = max(0.36 * rx, 0.42 * max(p.h for p in ring.pieces))
    start = _ring_start(count)
    far: list[Piece] = []
    near: list[Piece] = []
    for i, piece in enumerate(ring.pieces):
        angle = start + i * 2 * math.pi / count
        x, y = rx * math.cos(angle), ry * math.sin(angle)
        factor = 1 + 0.14 * math.sin(angle)
        (far if y < 0 else near).append(replace(piece, x=x, y=y, scale=piece.scale * factor))
    far.sort(key=lambda p: p.y)
    near.sort(key=lambda p: p.y)
    centre = centre.centred()
    return replace(centre, pieces=(*far, *centre.pieces, *near), base=centre.base + len(far))
