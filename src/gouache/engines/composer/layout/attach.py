"""Putting one block on, in, astride or under another."""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import replace

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.layout.block import Block, Piece
from gouache.engines.composer.layout.figure import Figure
from gouache.engines.composer.layout.silhouette import high_end
from gouache.engines.composer.scene import Kind, Rel

SMALLEST = 0.26  # of the carrier's longer side: a smaller child is enlarged
LEAST_SITTER = 0.5  # of the seat's height: a frog on a throne is still to be seen
FAN = 27.0  # degrees that the outermost flower in a vase leans
CUT = 2.6  # metres: larger plants are not put in vases
VASES = frozenset(
    {"vase", "jar", "open jar", "bottle", "mug", "cup", "teapot", "pitcher", "glass", "bucket", "watering can"}
)
GROWTH = 1.7  # how much a carrier may be enlarged for a large child
BOARDS = frozenset({"skateboard", "surfboard", "snowboard", "skis", "ski", "scooter", "sled", "wave"})
BEAMS = frozenset({"branch", "telephone wire", "clothesline", "hook", "rope", "pole", "street lamp", "beam", "arch"})
TREES = frozenset({"tree", "apple tree", "oak", "oak tree", "pine tree", "christmas tree", "bush", "palm tree"})
CABINS = frozenset({"car", "bus", "train", "truck", "van", "taxi", "boat", "ship", "canoe", "rowboat", "tractor"})
_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_OPEN = frozenset({"bicycle", "motorcycle", "scooter", "skateboard", "sled", "kick scooter", "tandem", "wheelchair"})
_BEDS = frozenset({"bed", "sofa", "couch", "hammock", "crib", "armchair", "chair", "bench", "sun lounger"})


def _longest(box: Box) -> float:
    return max(box.w, box.h)


def fit(host: Block, child: Block, width: float, height: float = 9e9) -> tuple[Block, Block]:
    """Both rescaled until the child is no wider and higher than those parts of the host, yet not tiny.

    `width` and `height` are what the host offers now, in block units.
    """
    box = child.box
    room = min(width / box.w, height / box.h)
    single = min(_longest(p.box) for p in child.pieces)
    child = child.scaled(max(1.0, min(SMALLEST * _longest(host.box) / single, 2.2, room)))
    box = child.box
    excess = max(box.w / width, box.h / height)
    if excess <= 1:
        return host, child
    grow = min(GROWTH, excess**0.75)
    return host.scaled(grow), child.scaled(grow / excess)


def _lifted(child: Block) -> Block:
    """Off the floor: no shadow of its own."""
    return replace(child, pieces=tuple(replace(p, contact=False) for p in child.pieces))


def set_on(host: Block, child: Block, at: Point, foot: Point) -> Block:
    """The child painted over the host with its point `foot` at the host's point `at`."""
    return host.under(child.shifted(at.x - foot.x, at.y - foot.y))


def _foot(child: Block) -> Point:
    box = child.box
    return Point(box.center.x, box.bottom)


def on_top(host: Block, child: Block, figure: Figure, rng: random.Random) -> Block:
    """Standing on the host's upper surface."""
    room = 0.84 * host.root.w * (1.25 if figure.concept.kind is not Kind.FURNITURE else 1.0)
    room = max(room, 0.32 * host.root.h)  # a bird on a pole is wider than the pole
    host, child = fit(host, child, room)
    at = host.root.anchor("top", (0.5, 0.0))
    free = max(0.0, 0.84 * host.root.w - child.box.w) / 2
    return set_on(host, child, Point(at.x + rng.uniform(-0.5, 0.5) * free, at.y), _foot(child))


def on_seat(host: Block, child: Block, seated: bool) -> Block:
    """Sitting: hips on the seat when the drawing sits, else feet on it."""
    wide, high = (0.95, 1.9) if seated or len(child.pieces) > 1 else (0.72, 0.9)
    child = child.scaled(max(1.0, LEAST_SITTER * host.root.h / child.box.h))
    host, child = fit(host, child, wide * host.root.w, high * host.root.h)
    at = host.root.anchor("seat", (0.5, 0.55))
    foot = _foot(child)
    if seated:
        foot = Point(child.root.anchor("seat", (0.5, 0.95)).x if len(child.pieces) == 1 else foot.x,
                     child.root.anchor("seat", (0.5, 0.95)).y)  # fmt: skip
    return host.seating(_lifted(child.shifted(at.x - foot.x, at.y - foot.y)))


def _head_first(host: Block, child: Block) -> Block:
    """The sleeper's head at the higher end, where the pillow is."""
    drawing = child.root.drawing
    head = drawing.anchors.get("crown") or drawing.anchors.get("eyes")
    end = high_end(host.root.drawing)
    if head is None or end == "level" or not child.root.mirrorable:
        return child
    left = head.x < drawing.box.center.x
    return child if left == (end == "left") else child.mirrored()


def on_bed(host: Block, child: Block) -> Block:
    """Lying along the host."""
    host, child = fit(host, _head_first(host, child), 0.95 * host.root.w)
    at = host.root.anchor("bed", (0.5, 0.5))
    foot = child.root.anchor("bed", (0.5, 0.92)) if len(child.pieces) == 1 else _foot(child)
    return host.seating(_lifted(child.shifted(at.x - foot.x, at.y - foot.y)))


def in_crown(host: Block, child: Block, rng: random.Random) -> Block:
    """In the leaves of a tree: fruits spread over the crown, one guest in the middle of it."""
    root = host.root.box
    crown = Box(root.x + 0.16 * root.w, root.y + 0.1 * root.h, 0.68 * root.w, 0.46 * root.h)
    count = len(child.pieces)
    if count < 3:
        host, child = fit(host, child, 0.5 * root.w, 0.4 * root.h)
        root, foot = host.root.box, _foot(child)
        return set_on(host, child, root.at(0.5, 0.5), foot)
    size = min(0.2 * root.w, 0.8 * crown.w / math.sqrt(count))
    pieces = []
    for i, piece in enumerate(child.pieces):
        angle, reach = i * 2.39996 + rng.uniform(-0.2, 0.2), math.sqrt((i + 0.5) / count)
        x = crown.center.x + 0.46 * crown.w * reach * math.cos(angle)
        y = crown.center.y + 0.46 * crown.h * reach * math.sin(angle) + size / 2
        scale = piece.scale * size / max(piece.w, piece.h)
        pieces.append(replace(piece, x=x, y=y, scale=scale, contact=False))
    return host.under(replace(child, pieces=tuple(pieces)))


def hung(host: Block, child: Block, figure: Figure) -> Block:
    """Hanging under the host, which may be a branch, a hook, a tree: side by side, on strings where they are many."""
    host, child = fit(host, child, 0.9 * host.root.w)
    box, at = child.box, host.root.anchor("under", (0.5, 0.5 if figure.concept.name in TREES else 0.9))
    pieces = list(child.pieces)
    step = 0.8 * host.root.w / max(1, len(pieces))
    for i, piece in enumerate(pieces):
        x = at.x + (i - (len(pieces) - 1) / 2) * max(step, box.w / len(pieces)) if len(pieces) > 1 else at.x
        pieces[i] = replace(piece, x=x, y=at.y + piece.h, contact=False)
    return host.under(replace(child, pieces=tuple(pieces)))


def _hangs(figure: Figure, guest: Figure) -> bool:
    """Whether "on" means under: lanterns on a branch; a picture on a wall hangs too, but in front of it."""
    beam = figure.concept.name in BEAMS or figure.concept.name in TREES
    return beam and (guest.node.pose == "hanging" or guest.has("hangs"))


def on(host: Block, child: Block, figure: Figure, guest: Figure, rng: random.Random) -> Block:
    anchors = host.root.drawing.anchors
    if _hangs(figure, guest):
        return hung(host, child, figure)
    if figure.concept.name in TREES and "top" not in anchors:
        return in_crown(host, child, rng)
    if guest.lying and ("bed" in anchors or figure.has("bed")):
        return on_bed(host, child)
    alive = guest.concept.kind in _ALIVE
    if figure.concept.kind is Kind.VEHICLE and alive and figure.concept.name in CABINS:
        return on_top(host, child, figure, rng) if figure.has("top") else within(host, child, figure, rng)
    seat, bed, top = (name in anchors or figure.has(name) for name in ("seat", "bed", "top"))
    if seat and (not top or (alive and guest.seated)):
        return on_seat(host, child, guest.seated)
    if bed and not top:
        return on_bed(host, child)
    return on_top(host, child, figure, rng)


def _behind_rim(host: Block, child: Block, width: float, hidden: float) -> Block:
    """Rising out of the host, its lower part covered."""
    host, child = fit(host, child, width, 1.5 * host.root.h)
    rim = host.root.anchor("mouth_rim", (0.5, 0.12 if not host.root.drawing.front else 0.3))
    depth = min(hidden * child.box.h, 0.8 * (host.root.box.bottom - rim.y))
    foot = _foot(child)
    return host.holding_inside(child.shifted(rim.x - foot.x, rim.y + depth - foot.y))


def _on_shelf(host: Block, child: Block, inside: Box) -> Block:
    """Standing inside an open front: a fridge, an oven, a cage."""
    box = child.box
    shrink = min(1.0, 0.85 * inside.w / box.w, 0.85 * inside.h / box.h)
    child = child.scaled(max(shrink, SMALLEST * _longest(host.box) / _longest(box)) if shrink < 1 else 1.0)
    foot = _foot(child)
    return host.seating(child.shifted(inside.center.x - foot.x, inside.bottom - 0.03 * inside.h - foot.y))


def _mingled(pieces: tuple[Piece, ...]) -> list[Piece]:
    """One of each sort in turn."""
    seen: Counter[str] = Counter()
    turns = []
    for piece in pieces:
        turns.append((seen[piece.node], piece))
        seen[piece.node] += 1
    return [piece for _, piece in sorted(turns, key=lambda pair: pair[0])]


def bunch(host: Block, child: Block) -> Block:
    """Cut flowers in a vessel: stems together in its mouth, heads fanned out above it."""
    count, rim = len(child.pieces), host.root.anchor("mouth_rim", (0.5, 0.12))
    tall = 1.15 * host.root.h + 0.2 * host.root.w
    pieces = []
    for i, piece in enumerate(_mingled(child.pieces)):
        side = (i - (count - 1) / 2) / max(1.0, (count - 1) / 2)
        size = tall * (1.0 - 0.16 * abs(side) - 0.1 * (i % 2))
        x, y = rim.x + 0.16 * side * host.root.w, rim.y + 0.34 * size
        scale = piece.scale * size / piece.h
        pieces.append(replace(piece, x=x, y=y, scale=scale, rotate=FAN * side, contact=False))
    pieces.sort(key=lambda p: abs(p.rotate), reverse=True)
    return host.holding_inside(replace(child, pieces=tuple(pieces)))


def within(host: Block, child: Block, figure: Figure, rng: random.Random) -> Block:
    """Inside a container, a vehicle, a tree, or in front of a wall."""
    inside = host.root.field("inside")
    if host.root.drawing.front:
        return _behind_rim(host, child, 0.86 * (inside.w if inside else host.root.w * 0.9), 0.42)
    if inside is not None:
        return _on_shelf(host, child, inside)
    kind, name = figure.concept.kind, figure.concept.name
    if name in TREES:
        return in_crown(host, child, rng)
    if name in _BEDS:
        return on_top(host, child, figure, rng)
    if kind is Kind.PLANT or kind is Kind.BUILDING or kind is Kind.LANDFORM:
        host, child = fit(host, child, 0.42 * host.root.w, 0.42 * host.root.h)
        at = host.root.box.at(0.5, 0.52 if kind is Kind.PLANT else 0.99)
        return set_on(host, child, at, _foot(child))
    if kind is Kind.VEHICLE or kind in (Kind.CONTAINER, Kind.WEARABLE) or figure.has("container"):
        width = 0.5 if kind is Kind.VEHICLE and len(child.pieces) == 1 else 0.8
        return _behind_rim(host, child, width * host.root.w, 0.4)
    host, child = fit(host, child, 0.6 * host.root.w, 0.6 * host.root.h)
    return set_on(host, child, host.root.box.at(0.5, 0.9), _foot(child))


def riding(host: Block, child: Block, figure: Figure, guest: Figure, rng: random.Random) -> Block:
    """Astride an animal or a bicycle, standing on a board, inside a vehicle."""
    name = figure.concept.name
    child = child.looking(host.facing)
    crowd = len(child.pieces) > 1 and figure.concept.kind is Kind.VEHICLE and name not in _OPEN
    if crowd or (name in CABINS and "seat" not in host.root.drawing.anchors):
        return within(host, child, figure, rng)
    if name in BOARDS:
        host, child = _even(host, child, 0.5, 1.1)
        return set_on(host, child, host.root.anchor("top", (0.5, 0.3)), _foot(child))
    host, child = _even(host, child, 0.75, 1.35)
    at = host.root.anchor("seat", (0.5, 0.34))
    astride = guest.seated and "seat" in child.root.drawing.anchors
    foot = child.root.anchor("seat", (0.5, 0.8)) if astride else _foot(child)
    return set_on(host, _lifted(child), at, foot)


def _even(host: Block, child: Block, low: float, high: float) -> tuple[Block, Block]:
    """The child's height brought between two parts of the host's longer side."""
    ratio = child.box.h / _longest(host.root.box)
    return host, child.scaled(max(low, min(high, ratio)) / ratio)


def beneath(host: Block, child: Block, figure: Figure, rng: random.Random) -> Block:
    """In front of the trunk or between the legs, on the ground."""
    table = figure.concept.kind is Kind.FURNITURE
    high = (0.42 if figure.has("seat") else 0.66) if table else 0.5
    host, child = fit(host, child, (0.62 if table else 0.8) * host.root.w, high * host.root.h)
    side = 0.0 if table else rng.choice((-1, 1)) * min(0.2 * host.root.w, 0.5 * host.root.w - 0.5 * child.box.w)
    return set_on(host, child, Point(host.root.box.center.x + side, host.root.box.bottom + 0.01), _foot(child))


def _cut_flowers(figure: Figure, guest: Figure, child: Block) -> bool:
    vessel = figure.concept.kind is Kind.CONTAINER or figure.concept.name in VASES
    rooted = guest.concept.name.startswith("potted") or guest.concept.name in ("cactus", "bonsai", "tree", "bouquet")
    return vessel and guest.concept.kind is Kind.PLANT and guest.metres < CUT and not rooted and len(child.pieces) < 14


def attach(kind: Rel, host: Block, child: Block, figure: Figure, guest: Figure, rng: random.Random) -> Block:
    """The host with the child in its place. `figure` is the host's, `guest` the child's."""
    match kind:
        case Rel.IN if figure.has("seat") and not figure.has("bed") and guest.concept.kind in _ALIVE:
            return on(host, child, figure, guest, rng)
        case Rel.IN if _cut_flowers(figure, guest, child):
            return bunch(host, child)
        case Rel.IN:
            return within(host, child, figure, rng)
        case Rel.RIDING:
            return riding(host, child, figure, guest, rng)
        case Rel.BELOW:
            return beneath(host, child, figure, rng)
        case _:
            return on(host, child, figure, guest, rng)
