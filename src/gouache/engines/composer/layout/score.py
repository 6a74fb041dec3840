"""How good a layout is: everything asked for to be seen, on the page, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout.arrange import Placed
from gouache.engines.composer.layout.block import Part, Piece, Stance
from gouache.engines.composer.layout.plan import Plan
from gouache.engines.composer.layout.site import Site
from gouache.engines.composer.picture import Role

VISIBLE = 0.7
PEEKING = 0.42  # for what is far behind
SMALLEST = 0.1  # longer side, in parts of the page's short side
_GRID = 8


@dataclass(frozen=True, slots=True)
class Score:
    """`problems` in plain words; `cost` 0 is perfect."""

    cost: float
    problems: tuple[str, ...]


def visible(piece: Piece, over: Sequence[Box]) -> float:
    """The share of a piece's box that later boxes leave free, sampled on a grid."""
    box = piece.box
    covering = [b.inset(0.08 * b.w, 0.08 * b.h) for b in over if b.overlap(box) > 0]
    if not covering:
        return 1.0
    free = 0
    for i in range(_GRID):
        for j in range(_GRID):
            x, y = box.x + (i + 0.5) * box.w / _GRID, box.y + (j + 0.5) * box.h / _GRID
            free += not any(b.x <= x <= b.right and b.y <= y <= b.bottom for b in covering)
    return free / _GRID**2


def _covers(later: Piece, piece: Piece) -> bool:
    """Front walls count as covering only what is not their own thing; what stands on a thing does not hide it."""
    return later.node != piece.node or (later.index != piece.index and later.part is not Part.FRONT)


def score(placed: Sequence[Placed], plan: Plan, site: Site) -> Score:
    problems: list[tuple[float, str]] = []
    pieces = [(p, n) for n, block in enumerate(placed) for p in block.block.pieces]
    for i, (piece, block) in enumerate(pieces):
        if piece.part is Part.FRONT or piece.role is not Role.SUBJECT:
            continue
        over = [q.box for q, other in pieces[i + 1 :] if _covers(q, piece) and (other != block or q.node == piece.node)]
        seen = visible(piece, over)
        wanted = PEEKING if placed[block].block.stance is Stance.FAR else VISIBLE
        if seen < wanted:
            problems.append((2 * (wanted - seen), f"{piece.label} is hidden"))
        problems.extend(_edges(piece, site))
    problems.extend(_order(placed, plan))
    return Score(sum(cost for cost, _ in problems), tuple(dict.fromkeys(text for _, text in problems)))


def _edges(piece: Piece, site: Site) -> list[tuple[float, str]]:
    box = piece.box
    found = []
    outside = max(-box.x, box.right - site.width, -box.y, 0.0 if site.close else box.bottom - site.height)
    if outside > 1:
        found.append((0.3 + outside / site.short, f"{piece.label} leaves the page"))
    if max(box.w, box.h) < SMALLEST * site.short:
        found.append((0.4 * (1 - max(box.w, box.h) / (SMALLEST * site.short)), f"{piece.label} is small"))
    return found


def _order(placed: Sequence[Placed], plan: Plan) -> list[tuple[float, str]]:
    boxes: Mapping[str, Box] = {}
    found: list[tuple[float, str]] = []
    boxes = {p.node: p.box for block in placed for p in block.block.pieces if p.role is Role.SUBJECT}
    for left, right in plan.orders:
        if left in boxes and right in boxes and boxes[left].center.x >= boxes[right].center.x:
            found.append((2.0, "left and right are mixed up"))
    for upper, lower in plan.stacks:
        if upper in boxes and lower in boxes and boxes[upper].center.y >= boxes[lower].center.y:
            found.append((2.0, "above and below are mixed up"))
    return found
