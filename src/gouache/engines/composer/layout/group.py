"""Several blocks of one kind: exactly n, apart from each other, in one or more rows."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gouache.engines.composer.layout.block import Block, Stance, merge
from gouache.engines.composer.layout.site import Site

FAR_SCALE = 0.9  # size of each row against the one in front of it
GAP = 0.16
STEPS = (1.04, 0.84)  # how far a row's feet are above the row in front, in heights


@dataclass(frozen=True, slots=True)
class Grid:
    rows: tuple[int, ...]  # members of each row, front first
    step: float  # block units between the feet of two rows
    pitch: float  # block units between neighbours' centres


def row_sizes(count: int, rows: int) -> tuple[int, ...]:
    """As even as possible, the larger rows in front."""
    low, more = divmod(count, rows)
    return tuple(low + (1 if row < more else 0) for row in range(rows))


def _extent(grid: Grid, w: float, h: float) -> tuple[float, float]:
    width = max(grid.rows) * grid.pitch - (grid.pitch - w)
    if len(grid.rows) > 1 and grid.rows[0] == grid.rows[1]:
        width += grid.pitch / 2
    return width, h + grid.step * (len(grid.rows) - 1)


def choose(count: int, w: float, h: float, site: Site, share: float = 1.0) -> Grid:
    """The grid that lets the members be largest on the page; few members prefer a single row."""
    best: tuple[float, Grid] | None = None
    for rows in range(1, min(count, 6) + 1):
        for step in STEPS if rows > 1 else (0.0,):
            grid = Grid(row_sizes(count, rows), step * h, w + GAP * max(w, 0.6 * h))
            width, height = _extent(grid, w, h)
            scale = min(site.room.w * share / width, site.room.h * 0.84 / height)
            if rows > 1:
                scale = min(scale, site.depth / (grid.step * (rows - 1)))
            worth = scale * (1.0 if rows == 1 else 0.82 if count <= 4 else 0.97) * (0.96 if step == STEPS[1] else 1.0)
            if best is None or worth > best[0]:
                best = (worth, grid)
    assert best is not None
    return best[1]


def spread(units: Sequence[Block], site: Site, rng: random.Random, share: float = 1.0) -> Block:
    """Blocks arranged for the page; rows lie behind each other, the nearest in front."""
    if len(units) == 1:
        return units[0]
    w, h = max(u.box.w for u in units), max(u.box.h for u in units)
    return _set(units, choose(len(units), w, h, site, share), rng)


def line(units: Sequence[Block], rng: random.Random, gap: float = 0.1) -> Block:
    """Blocks in one row, gaps in parts of the mean width."""
    if len(units) == 1:
        return units[0]
    space = gap * sum(u.box.w for u in units) / len(units)
    placed, x = [], 0.0
    for unit in units:
        box = unit.box
        placed.append(unit.shifted(x - box.x, 0.0))
        x += box.w + space
    order = sorted(range(len(units)), key=lambda i: (abs(i - (len(units) - 1) / 2), i), reverse=True)
    return merge(units[0].node, [placed[i] for i in order], units[0].stance).shifted(-(x - space) / 2, 0.0)


def pile(units: Sequence[Block], rng: random.Random) -> Block:
    """Blocks on top of each other, each standing on the back of the one below it."""
    placed, level = [], 0.0
    for i, unit in enumerate(units):
        sized = unit.centred().scaled(0.94**i)
        lifted = sized if i == 0 else replace(sized, pieces=tuple(replace(p, contact=False) for p in sized.pieces))
        placed.append(lifted.shifted(rng.uniform(-0.05, 0.05) * sized.box.w if i else 0.0, level))
        level -= _back(sized)
    whole = merge(units[0].node, placed, units[0].stance).centred()
    return replace(whole, base=len(whole.pieces) - 1)  # what comes on top stands on the uppermost


def _back(block: Block) -> float:
    """How high above its foot the next one stands: a seat, a top, or a little under its highest point."""
    anchors = block.root.drawing.anchors
    name = next((n for n in ("top", "seat") if n in anchors), None)
    usual = 0.93 * block.box.h
    return max(0.5 * block.box.h, -block.root.anchor(name, (0.5, 0.1)).y) if name else usual


def _set(units: Sequence[Block], grid: Grid, rng: random.Random) -> Block:
    """Far rows first, so that near ones are painted over them."""
    placed: list[list[Block]] = []
    start = 0
    air = units[0].stance in (Stance.FLY, Stance.SWIM, Stance.SKY)
    for row, size in enumerate(grid.rows):
        factor = FAR_SCALE**row
        offset = _offset(grid, row)
        members = []
        for i in range(size):
            x = (i - (size - 1) / 2) * grid.pitch + offset
            wobble = rng.uniform(-1, 1) * (0.12 if air else 0.035) * units[0].box.h
            lift = -row * grid.step + (wobble if air or len(grid.rows) == 1 else wobble * 0.5)
            unit = units[start + i]
            members.append(unit.shifted(x - unit.box.center.x * factor, lift, factor * rng.uniform(0.96, 1.0)))
        placed.append(members)
        start += size
    flat = [block for members in reversed(placed) for block in members]
    return merge(units[0].node, flat, units[0].stance).centred()


def _offset(grid: Grid, row: int) -> float:
    """Rows of equal length are shifted by half a pitch against each other."""
    same = len(grid.rows) > 1 and grid.rows[0] == grid.rows[min(row, 1)]
    if not same or grid.rows[0] != grid.rows[row]:
        return 0.0
    return grid.pitch / 4 * (-1 if row % 2 else 1)
