"""Blocks set on the page: in a row on the ground, in the air, on the water, in the sky."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import combine
from gouache.engines.composer.layout.block import Block, Stance
from gouache.engines.composer.layout.plan import Plan
from gouache.engines.composer.layout.site import Site
from gouache.engines.composer.layout.spots import free_spot, sky_zone

LEVELLING = 0.16  # how far roots are brought together in size
WORTH_TWO_ROWS = 1.8  # how much larger two things must get on square and wide pages to stand behind each other
_COLUMNS = 3  # up to so many roots, everything gets a column of its own


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in page px. `depth` sorts painting: larger is nearer."""

    block: Block
    depth: float


@dataclass(slots=True)
class _Root:
    block: Block
    members: set[str]


def arrange(blocks: Mapping[str, Block], plan: Plan, site: Site, rng: random.Random) -> list[Placed]:
    """Every root block on the page, in painting order."""
    bust = next((node for node, block in blocks.items() if block.bust and site.close), None)
    if bust is not None:
        return _portrait(bust, blocks, site, rng)
    roots = _combined(blocks, plan, site, rng)
    if not roots:
        return []
    columns, loose = _split(roots, plan, site)
    order = _ordered(columns, plan, rng)
    if any(r.block.stance is not Stance.FAR for r in loose):
        site = replace(site, fill=min(site.fill, 0.5))
    placed = _row(_levelled([r.block for r in order], site), plan, site, rng) if order else []
    for root in loose:
        place = _backdrop if root.block.stance is Stance.FAR else _loose
        placed.append(place(root.block, placed, site, rng))
    return sorted(placed, key=lambda p: p.depth)


def _combined(blocks: Mapping[str, Block], plan: Plan, site: Site, rng: random.Random) -> list[_Root]:
    roots = {node: _Root(block, {node}) for node, block in blocks.items()}

    def join(first: str, second: str, block: Block) -> None:
        merged = _Root(block, roots[first].members | roots[second].members)
        for node in merged.members:
            roots[node] = merged

    for ring, centre in plan.rings:
        if roots[ring] is not roots[centre] and len(roots[ring].block.pieces) > 1:
            join(ring, centre, combine.around(roots[ring].block, roots[centre].block))
    for one, two in (*plan.neighbours, *(pair[::-1] for pair in plan.neighbours)):
        first, second = roots[one].block, roots[two].block
        if roots[one] is not roots[two] and _is_pair(second) and not _is_pair(first) and first.stance is second.stance:
            join(one, two, combine.between(first, second))
    for back, front in plan.hidden:
        if roots[back] is not roots[front]:
            join(back, front, combine.behind(roots[back].block, roots[front].block, rng))
    for upper, lower in plan.stacks:
        if roots[upper] is not roots[lower]:
            supported = not site.airy and upper not in plan.flyers
            join(upper, lower, combine.above(roots[upper].block, roots[lower].block, supported, rng))
    unique: list[_Root] = []
    for root in roots.values():
        if not any(root is seen for seen in unique):
            unique.append(root)
    return unique


def _is_pair(block: Block) -> bool:
    """Two instances of one node and nothing else."""
    return (
        len(block.pieces) == 2
        and {p.index for p in block.pieces} == {0, 1}
        and len({p.node for p in block.pieces}) == 1
    )


def _split(roots: Sequence[_Root], plan: Plan, site: Site) -> tuple[list[_Root], list[_Root]]:
    """Roots with a column of their own, and those that find a free spot in the sky."""
    ordered = {node for pair in (*plan.orders, *plan.neighbours) for node in pair}
    sided = {node for pair in plan.orders for node in pair}
    near = any(r.block.stance in (Stance.STAND, Stance.FLOAT) for r in roots)

    def loose(root: _Root) -> bool:
        if near and root.block.stance is Stance.FAR and not site.neutral and not root.members & sided:
            return len(root.members) == 1
        sky = root.block.stance is Stance.SKY and len(roots) > 1 and not root.members & sided
        if root.members & ordered and not sky or len(root.members) > 1:
            return False
        if root.block.stance is Stance.FAR:
            return len(roots) >= _COLUMNS
        return root.block.stance is Stance.SKY or (root.block.stance is Stance.FLY and len(roots) > _COLUMNS)

    rest = [r for r in roots if loose(r)]
    columns = [r for r in roots if not loose(r)]
    if columns or site.landscape:
        return columns, rest
    return rest, []


def _ordered(roots: list[_Root], plan: Plan, rng: random.Random) -> list[_Root]:
    """Shuffled, neighbours side by side, then left-right pairs put in order."""
    order = list(roots)
    rng.shuffle(order)

    def index(node: str) -> int | None:
        return next((i for i, r in enumerate(order) if node in r.members), None)

    for first, second in plan.neighbours:
        a, b = index(first), index(second)
        if a is not None and b is not None and abs(a - b) > 1:
            moved = order.pop(b)
            order.insert((index(first) or 0) + 1, moved)
    for _ in range(len(order)):
        for left, right in plan.orders:
            a, b = index(left), index(right)
            if a is not None and b is not None and a > b:
                order.insert(b, order.pop(a))
    return order


def _levelled(blocks: list[Block], site: Site) -> list[Block]:
    """Roots a little nearer to each other in size than the world has them."""
    sizes = [(b.box.w * b.box.h) ** 0.5 for b in blocks]
    middle = sorted(sizes)[len(sizes) // 2]
    levelled = [b.scaled((middle / s) ** LEVELLING) for b, s in zip(blocks, sizes, strict=True)]
    longest = max(max(b.box.w, b.box.h) for b in levelled)
    floor = 0.3 * longest
    return [b.scaled(max(1.0, floor / max(b.box.w, b.box.h))) for b in levelled]


def _scale(widths: Sequence[float], heights: Sequence[float], gap: float, site: Site, stacked: bool) -> float:
    """px per block unit for one row."""
    total = sum(widths) + gap * (len(widths) - 1)
    tallest = max(heights)
    room = site.ground_y - site.room.y
    share = (site.fill if len(widths) == 1 else min(0.6, site.fill)) * (1.25 if stacked else 1.0)
    return min(site.room.w * 0.97 / total, room / tallest, site.height * share / tallest)


def _row(blocks: list[Block], plan: Plan, site: Site, rng: random.Random) -> list[Placed]:
    """Columns side by side with clear gaps; on tall pages two rows when no left-right order forbids it."""
    gap = 0.12 * sum(b.box.h for b in blocks) / len(blocks) + 0.04 if len(blocks) > 1 else 0.0
    scale = _scale([b.box.w for b in blocks], [b.box.h for b in blocks], gap, site, bool(plan.stacks))
    faced = _faced(blocks, plan, site, rng)
    if len(blocks) > 1 and not plan.orders:
        rows = _two_rows(faced, site, rng, scale)
        if rows is not None:
            return rows
    total = (sum(b.box.w for b in faced) + gap * (len(faced) - 1)) * scale
    free = site.room.w - total
    lean = rng.uniform(-0.12, 0.12) * max(0.0, free)
    x = site.room.center.x - total / 2 + lean
    spread = min(1.6, 1 + 0.5 * max(0.0, free) / max(total, 1.0)) if len(faced) > 1 else 1.0
    x -= (spread - 1) * gap * scale * (len(faced) - 1) / 2
    placed = []
    for block in faced:
        placed.append(_stand(block.scaled(scale), x, site, rng, len(faced)))
        x += (block.box.w + gap * spread) * scale
    return placed


def _two_rows(blocks: list[Block], site: Site, rng: random.Random, single: float) -> list[Placed] | None:
    """Back row and front row, staggered; None when one row is about as large."""
    if any(b.stance not in (Stance.STAND, Stance.FAR) for b in blocks):
        return None
    order = sorted(blocks, key=lambda b: b.box.h, reverse=True)
    half = len(order) // 2
    back, front = order[:half], order[half:]
    gap = 0.1 * max(b.box.h for b in blocks)
    wide = max(sum(b.box.w for b in row) + gap * (len(row) - 1) for row in (back, front))
    front_height = max(b.box.h for b in front)
    rise = 1.02 * front_height
    high = max(b.box.h for b in back) * 0.9 + rise
    scale = min(site.room.w * 0.93 / wide, (site.lowest_y - site.room.y) / high, site.depth / rise)
    worth = 1.35 if site.height > 1.2 * site.width else WORTH_TWO_ROWS if len(blocks) == 2 else 1.15
    if scale < worth * single:
        return None
    rng.shuffle(back)
    rng.shuffle(front)
    placed = []
    for row, factor, y in ((back, 0.92, site.lowest_y - rise * scale), (front, 1.0, site.lowest_y)):
        total = (sum(b.box.w for b in row) + gap * (len(row) - 1)) * scale * factor
        side = rng.choice((-1, 1)) * 0.35 * max(0.0, site.room.w - total) / 2
        x = site.room.center.x - total / 2 + (side if row is back else -side)
        for block in row:
            member = block.centred().scaled(scale * factor)
            placed.append(Placed(member.shifted(x + member.box.w / 2, y), y))
            x += member.box.w + gap * scale * factor
    return placed


def _faced(blocks: list[Block], plan: Plan, site: Site, rng: random.Random) -> list[Block]:
    """Everybody looks into the page, or at whom they face."""
    if len(blocks) == 1:
        return [blocks[0].looking(site.looking or rng.choice(("left", "right")))]
    names = [b.node for b in blocks]
    faced = []
    for i, block in enumerate(blocks):
        target = next((b for a, b in plan.facing if a == block.node and b in names), None)
        target = target or next((a for a, b in plan.facing if b == block.node and a in names), None)
        if target is not None:
            way = "right" if names.index(target) > i else "left"
        else:
            way = "right" if i < len(blocks) / 2 else "left"
        faced.append(block.looking(way))
    return faced


def _level(height: float, stance: Stance, site: Site, rng: random.Random, count: int) -> float:
    """The base line, in px, of a block that is `height` px high."""
    lively = 0.0 if count == 1 else rng.uniform(-0.5, 0.6)
    match stance:
        case Stance.FLY | Stance.SKY:
            ratio = 0.5 if count == 1 else rng.uniform(0.3, 0.4)
            return max(site.room.y + height, site.height * ratio + height / 2)
        case Stance.SWIM:
            top = site.water_y if site.water_y is not None and not site.airy else 0.0
            middle = max(top + 0.1 * site.height, site.room.center.y if site.airy else (top + site.height) / 2)
            return min(site.height * 0.96, middle + height / 2 + lively * 0.05 * site.height)
        case Stance.FLOAT:
            water = site.water_y if site.water_y is not None else site.ground_y
            return min(site.height * 0.93, max(water + 0.12 * height, water + 0.35 * (site.height - water)))
        case Stance.HANG:
            return max(site.ceiling_y, 0.0) + height + 0.02 * site.height
        case _:
            return _feet(height, stance, site, lively)


def _feet(height: float, stance: Stance, site: Site, lively: float) -> float:
    """Low things stand a little farther back, so that they do not lie at the page's foot."""
    if site.airy:
        return site.room.center.y + height / 2 + lively * 0.04 * site.height
    nearest = site.ground_y + lively * 0.03 * site.height
    lift = max(0.0, 0.28 * (0.5 * site.height - height))
    back = site.far_y + (0.2 if stance is Stance.FAR else 0.4) * (site.ground_y - site.far_y)
    return max(back, nearest - lift) if not site.neutral else nearest - lift


def _stand(block: Block, left: float, site: Site, rng: random.Random, count: int) -> Placed:
    """Moved so that its left edge is at `left` and its feet are where its stance wants them."""
    box = block.box
    y = _level(box.h, block.stance, site, rng, count)
    rows = _rows_depth(block)
    if rows > 0.1 * box.h and not site.airy and block.stance in (Stance.STAND, Stance.FAR):
        y = max(y, min(site.lowest_y, site.far_y + rows))
    return Placed(block.shifted(left - box.x, y - box.bottom), _depth(block, y))


def _rows_depth(block: Block) -> float:
    """How far the farthest of several standing instances is behind the nearest, in the block's units."""
    feet = [p.y for p in block.pieces if p.node == block.node and p.contact]
    return max(feet) - min(feet) if len(feet) > 1 else 0.0


def _depth(block: Block, y: float) -> float:
    return y - 1e4 if block.stance in (Stance.SKY, Stance.FAR) else y


def _portrait(bust: str, blocks: Mapping[str, Block], site: Site, rng: random.Random) -> list[Placed]:
    """One close up, everything else far behind."""
    side = rng.choice((-0.4, 0.4)) if len(blocks) > 1 else 0.0
    placed = [_close_up(blocks[bust], site, side)]
    for node, block in blocks.items():
        if node != bust:
            place = _loose if block.stance in (Stance.SKY, Stance.FLY) else _backdrop
            placed.append(place(replace(block, stance=Stance.FAR), placed, site, rng))
    return sorted(placed, key=lambda p: p.depth)


def _close_up(block: Block, site: Site, side: float) -> Placed:
    """A bust grows out of the page's lower edge; `side` moves it from the middle, in parts of the width."""
    box = block.box
    scale = min(0.88 * site.width / box.w, 0.9 * site.height / box.h)
    placed = block.centred().scaled(scale)
    board = "text" in placed.root.drawing.fields  # it hides where the bust ends, and should be whole
    cut = placed.box.bottom if board else placed.root.anchor("feet", (0.5, 1.0)).y
    middle = 0.5 * (site.width / 2 + site.room.center.x) + side * max(0.0, site.width - placed.box.w)
    placed = placed.shifted(middle, site.height * 1.005 - cut)
    return Placed(replace(placed, pieces=tuple(replace(p, contact=False) for p in placed.pieces)), float(site.height))


def _backdrop(block: Block, placed: Sequence[Placed], site: Site, rng: random.Random) -> Placed:
    """Houses, trees and mountains stand far back, where the nearer things hide least of them."""
    box = block.box
    scale = min(0.42 * site.height / box.h, 0.5 * site.width / box.w)
    sized = block.centred().scaled(scale)
    foot = site.far_y + 0.1 * (site.ground_y - site.far_y)
    zone = Box(site.room.x, foot - sized.box.h, site.room.w, sized.box.h)
    spot = free_spot(sized.box, [p.block.box for p in placed], zone, (), rng)
    return Placed(sized.shifted(spot.center.x, foot), _depth(block, foot))


def _loose(block: Block, placed: Sequence[Placed], site: Site, rng: random.Random) -> Placed:
    """A cloud, the moon, a bird: somewhere in the upper part where nothing is hidden."""
    box = block.box
    aim = 0.24 if block.stance is Stance.SKY else 0.26
    scale = aim * site.short * max(1.0, box.w / box.h) ** 0.5 / max(box.w, box.h)
    scale = min(scale, 0.6 * site.width / box.w)
    sized = block.centred().scaled(scale)
    spot = free_spot(sized.box, [p.block.box for p in placed], sky_zone(site), site.keep_clear, rng)
    moved = sized.shifted(spot.x - sized.box.x, spot.y - sized.box.y)
    return Placed(moved, _depth(block, moved.box.bottom))
