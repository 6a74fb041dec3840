"""Line circuit: the picture as copper traces on a board: octilinear lines, pads, vias and chips."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import contrast, distance, lab, mix
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.restyle.lettering import markup
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import SCENERY
from gouache.engines.composer.restyle.plates import Ids, Mask, Plates, prominence
from gouache.engines.composer.restyle.stock import deepened, stock
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import NAMESPACE, num

BOARD, TRACE, GOLD, DIM = "#0c2233", "#46dcc3", "#f4bd4f", "#1d5566"
Cell = tuple[int, int]
Spot = tuple[float, float]  # halves and quarters of a grid step too
DIRECTIONS = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))


@dataclass(frozen=True, slots=True)
class Metal:
    """What the board and its wires are made of, `#rrggbb`."""

    board: str = BOARD
    trace: str = TRACE
    gold: str = GOLD
    dim: str = DIM
    place: str = "#3ba7b5"
    route: str = "#2b8f93"
    edge: str = "#7ff0dc"
    outline: str = "#f2fffb"
    dark: str = "#061119"


def _metal(picture: Picture) -> Metal:
    """The wished colours, brightest on the outlines; else the usual ones, made to show on the board."""
    on = stock(picture, BOARD, "#f2fffb")
    if picture.wanted:
        rest = sorted((c for c in picture.wanted if c != on.paper), key=lambda c: contrast(c, on.paper))
        rest = [deepened(c, on.paper) for c in rest] or [on.ink]
        at = [rest[round(k * (len(rest) - 1))] for k in (0.0, 0.35, 0.7, 1.0)]
        faint = mix(on.paper, on.ink, 0.3)
        return Metal(on.paper, at[2], at[1], faint, faint, mix(on.paper, at[0], 0.6), at[2], at[3], on.paper)
    if not on.asked:
        return Metal()
    made = Metal()
    wires = (made.trace, made.gold, made.dim, made.place, made.route, made.edge)
    shown = [deepened(c, on.paper) for c in wires]
    dim, dark = mix(on.paper, shown[2], 0.45), mix(on.paper, "#000000", 0.3)
    return Metal(on.paper, shown[0], shown[1], dim, shown[3], shown[4], shown[5], on.ink, dark)


@dataclass(slots=True)
class Board:
    """Everything is on a grid of `pitch` px."""

    pitch: float
    columns: int
    rows: int
    taken: npt.NDArray[np.bool_]
    wires: dict[str, list[str]] = field(default_factory=dict)
    pads: dict[str, list[Spot]] = field(default_factory=dict)

    def wire(self, layer: str, cells: Sequence[Spot], closed: bool = False) -> None:
        steps = "L".join(f"{num(x * self.pitch)} {num(y * self.pitch)}" for x, y in cells)
        self.wires.setdefault(layer, []).append(f"M{steps}{'z' if closed else ''}")

    def pad(self, layer: str, cell: Spot) -> None:
        self.pads.setdefault(layer, []).append(cell)

    def free(self, cell: Cell) -> bool:
        x, y = cell
        return 0 <= x < self.columns and 0 <= y < self.rows and not self.taken[y, x]


def line_circuit(picture: Picture, seed: int) -> str:
    plates = Plates(picture)
    pitch = 8.0 * max(0.5, plates.unit)
    columns, rows = int(plates.width / pitch) + 1, int(plates.height / pitch) + 1
    board = Board(pitch, columns, rows, np.zeros((rows, columns), np.bool_))
    if picture.background:  # the edge of the page stays bare
        board.taken[:3] = board.taken[-3:] = board.taken[:, :3] = board.taken[:, -3:] = True
    dice = stream(seed, "circuit")
    grid = _grid(plates, board)
    _shapes(plates, board, grid, dice)
    _routes(plates, board, grid, dice)
    return _document(picture, plates, board)


def _grid(plates: Plates, board: Board) -> Ids:
    """Shape number of the things at every grid point, 0 elsewhere; small lettering grounds stay one piece."""
    ys = np.clip((np.arange(board.rows) * board.pitch).astype(int), 0, plates.height - 1)
    xs = np.clip((np.arange(board.columns) * board.pitch).astype(int), 0, plates.width - 1)
    ids = np.where(plates.things, plates.ids, 0)
    return ids[np.ix_(ys, xs)]


def _shapes(plates: Plates, board: Board, grid: Ids, dice: random.Random) -> None:
    """Every shape's outline, then traces that run along it inside."""
    for number in np.unique(plates.ids[plates.things]).tolist():
        if not number:
            continue
        mask = (plates.ids == number) & plates.things
        _shape(plates, board, mask, number, dice)
    for number in np.unique(plates.elements[plates.things]).tolist():
        if number and plates.picture.elements[number - 1].role is Role.TEXT:
            continue
        for line in _octilinear((plates.elements == number) & plates.things, board.pitch, 2):
            board.wire("outline", line, closed=True)
    _scenery(plates, board)
    solid = cv2.dilate((grid > 0).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    board.taken |= solid


def _scenery(plates: Plates, board: Board) -> None:
    """The main outlines of the place, on a layer of their own."""
    contrast = prominence(plates)
    sides = set(np.unique(plates.ids[:, 0]).tolist()) & set(np.unique(plates.ids[:, -1]).tolist())
    for number, shape in enumerate(plates.shapes, 1):
        big = 0.0015 * plates.ids.size < plates.areas[number] < 0.5 * plates.ids.size
        if shape.leaf.role not in SCENERY or not big or contrast[number] < 24:
            continue
        if number in sides and shape.leaf.role is Role.BACKGROUND:
            continue
        for line in _octilinear(plates.ids == number, board.pitch, 3):
            board.wire("place", line, closed=True)
            for x, y in _walked(line):
                if 0 <= round(x) < board.columns and 0 <= round(y) < board.rows:
                    board.taken[round(y), round(x)] = True


def _walked(line: list[Spot]) -> list[Spot]:
    """Points along a closed line, a cell apart."""
    points: list[Spot] = []
    for a, b in zip(line, line[1:] + line[:1], strict=True):
        n = int(max(abs(b[0] - a[0]), abs(b[1] - a[1]))) + 1
        points.extend((a[0] + (b[0] - a[0]) * k / n, a[1] + (b[1] - a[1]) * k / n) for k in range(n))
    return points


def _shape(plates: Plates, board: Board, mask: Mask, number: int, dice: random.Random) -> None:
    shape = plates.shapes[number - 1]
    light = lab(shape.color).L
    area = float(plates.areas[number]) / board.pitch**2
    if area < 1.2:
        return
    if area < 14:
        _component(plates, board, mask, light)
        return
    layer = "gold" if light > 0.78 else "trace"
    away = cv2.distanceTransform(np.pad(mask.astype(np.uint8), 1), cv2.DIST_L2, 3)[1:-1, 1:-1]
    quiet = bool((mask & plates.quiet).sum() > 0.4 * mask.sum())
    rings = 1 if quiet else 3 if light > 0.8 else 6 if light > 0.4 else 9
    for k in range(rings):
        level = board.pitch * (0.35 + 1.35 * k)
        for line in _octilinear(away > level, board.pitch, 3 if k else 2):
            if k == 0:
                board.wire(f"pour-{_pour(plates.picture.wanted, shape.color, light)}", line, closed=True)
            if shape.leaf.role is not Role.TEXT:  # plates of lettering stay bare
                _ring(board, line, layer if k else "edge", k, dice)


def _pour(wanted: tuple[str, ...], color: str, light: float) -> int:
    """The number of a shape's copper pour: of its wished colour, or one of four by lightness."""
    if wanted:
        return min(range(len(wanted)), key=lambda k: distance(wanted[k], color))
    return min(3, int(light * 4))


def _component(plates: Plates, board: Board, mask: Mask, light: float) -> None:
    """A small shape is a pad: gold when light, a ring when dark."""
    ys, xs = np.nonzero(mask)
    wide, tall = int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1
    if len(xs) < 0.5 * wide * tall or max(wide, tall) > 2.4 * min(wide, tall):
        board.wire("gold" if light > 0.5 else "edge", _middle_line(xs, ys, wide >= tall, board.pitch))
        return
    x, y = float(xs.mean()) / board.pitch, float(ys.mean()) / board.pitch
    radius = float(np.sqrt(mask.sum() / np.pi)) / board.pitch
    board.wires.setdefault("parts-light" if light > 0.6 else "parts-dark", []).append(
        _circle(x * board.pitch, y * board.pitch, max(0.35, radius) * board.pitch)
    )


def _middle_line(xs: npt.NDArray[np.int64], ys: npt.NDArray[np.int64], across: bool, pitch: float) -> list[Spot]:
    """A long thin shape as one trace along its middle."""
    along, other = (xs, ys) if across else (ys, xs)
    line: list[Spot] = []
    for start in np.arange(along.min(), along.max() + 1, pitch * 0.8):
        mine = other[(along >= start) & (along < start + pitch * 0.8)]
        if len(mine):
            a, b = round(float(start + pitch * 0.4) / pitch * 4) / 4, round(float(mine.mean()) / pitch * 4) / 4
            line.append((a, b) if across else (b, a))
    return line


def _circle(x: float, y: float, r: float) -> str:
    return f"M{num(x - r)} {num(y)}a{num(r)} {num(r)} 0 1 0 {num(2 * r)} 0a{num(r)} {num(r)} 0 1 0 {num(-2 * r)} 0z"


def _octilinear(mask: Mask, pitch: float, tolerance: int) -> list[list[Spot]]:
    """Outlines on the half grid with sides in eight directions."""
    found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    lines = []
    for contour in found:
        if cv2.contourArea(contour) < (1.6 * pitch) ** 2:
            continue
        short = cv2.approxPolyDP(contour, pitch * 0.22 * tolerance, True)[:, 0]
        cells = [(round(float(x) / pitch * 2) / 2, round(float(y) / pitch * 2) / 2) for x, y in short]
        line = _bent(cells)
        if len(line) > 3:
            lines.append(line)
    return lines


def _bent(cells: list[Spot]) -> list[Spot]:
    """Sides replaced by a diagonal and a straight stretch."""
    line: list[Spot] = []
    for a, b in zip(cells, cells[1:] + cells[:1], strict=True):
        dx, dy = b[0] - a[0], b[1] - a[1]
        line.append(a)
        run = min(abs(dx), abs(dy))
        if dx and dy and abs(dx) != abs(dy):
            line.append((a[0] + np.sign(dx) * run, a[1] + np.sign(dy) * run))
    tidy = [p for p, q in zip(line, line[1:] + line[:1], strict=True) if p != q]
    return [
        p
        for o, p, q in zip(tidy[-1:] + tidy[:-1], tidy, tidy[1:] + tidy[:1], strict=True)
        if (p[0] - o[0]) * (q[1] - p[1]) != (p[1] - o[1]) * (q[0] - p[0])
    ]


def _ring(board: Board, line: list[Spot], layer: str, level: int, dice: random.Random) -> None:
    """An outline is closed; inner rings are opened once or twice and end in pads."""
    if level == 0:
        board.wire(layer, line, closed=True)
        return
    n = len(line)
    start = dice.randrange(n)
    turned = line[start:] + line[:start]
    keep = max(2, n - 1 - dice.randrange(1 + n // 5))
    piece = turned[:keep]
    board.wire(layer, piece)
    for end in (piece[0], piece[-1]):
        board.pad(layer, end)


def _routes(plates: Plates, board: Board, grid: Ids, dice: random.Random) -> None:
    """Traces from the silhouettes out to vias, in bundles that never cross; then loose ones that fill the board."""
    keep_off = cv2.resize(plates.quiet.astype(np.uint8), (board.columns, board.rows), interpolation=cv2.INTER_AREA) > 0
    board.taken |= cv2.dilate(keep_off.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    rim = (cv2.dilate((grid > 0).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0) & ~board.taken
    ys, xs = np.nonzero(rim)
    starts = list(zip(xs.tolist(), ys.tolist(), strict=True))
    dice.shuffle(starts)
    middle = (float(xs.mean()), float(ys.mean())) if len(xs) else (board.columns / 2, board.rows / 2)
    for start in starts[: 26 + len(starts) // 3]:
        if board.free(start):
            _walk(board, start, _away(start, middle), dice, 12, 60, "route")
    _chips(board, dice)
    for _ in range(420):
        start = (dice.randrange(board.columns), dice.randrange(board.rows))
        if board.free(start):
            _walk(board, start, dice.randrange(0, 8, 2), dice, 4, 26, "back")


def _away(start: Cell, middle: tuple[float, float]) -> int:
    """The axis direction that leads off the thing."""
    dx, dy = start[0] - middle[0], start[1] - middle[1]
    if abs(dx) > abs(dy):
        return 0 if dx > 0 else 4
    return 2 if dy > 0 else 6


def _walk(board: Board, start: Cell, heading: int, dice: random.Random, least: int, most: int, layer: str) -> None:
    """Straight runs with 45 degree jogs until something is in the way."""
    path, cells, at, turn = [start], [start], start, 0
    main = heading
    budget = dice.randrange(least, most)
    while len(cells) < budget:
        run = dice.randrange(2, 5) if turn else dice.randrange(4, 16)
        dx, dy = DIRECTIONS[(main + turn) % 8]
        moved = 0
        while moved < run and len(cells) < budget and _clear(board, at, (at[0] + dx, at[1] + dy), cells):
            at = (at[0] + dx, at[1] + dy)
            cells.append(at)
            moved += 1
        if moved:
            path.append(at)
        if moved < run and turn == 0 and moved == 0:
            break
        turn = 0 if turn else dice.choice((-1, 1))
        if moved == 0 and len(cells) > 1:
            break
    if len(cells) < max(3, least // 2):
        return
    for x, y in cells:
        board.taken[y, x] = True
    board.wire(layer, path)
    board.pad(layer, path[-1])
    if layer == "back":
        board.pad(layer, path[0])


def _clear(board: Board, here: Cell, there: Cell, own: list[Cell]) -> bool:
    """Free, and no diagonal crossing of another trace."""
    if not board.free(there) or there in own:
        return False
    dx, dy = there[0] - here[0], there[1] - here[1]
    if dx and dy:
        return not (board.taken[here[1] + dy, here[0]] and board.taken[here[1], here[0] + dx])
    return True


def _chips(board: Board, dice: random.Random) -> None:
    """Rectangular packages with pins where the board is empty."""
    placed = 0
    for _ in range(160):
        w, h = dice.choice(((9, 6), (6, 9), (12, 6), (7, 7)))
        x, y = dice.randrange(2, max(3, board.columns - w - 2)), dice.randrange(2, max(3, board.rows - h - 2))
        room = board.taken[y - 2 : y + h + 3, x - 2 : x + w + 3]
        if room.any() or placed >= 6:
            continue
        board.taken[y - 1 : y + h + 2, x - 1 : x + w + 2] = True
        board.wire("chip", [(x, y), (x + w, y), (x + w, y + h), (x, y + h)], closed=True)
        across = w >= h
        for k in range(1, w if across else h):
            ends = (
                ((x + k, y), (x + k, y - 1), (x + k, y + h), (x + k, y + h + 1))
                if across
                else ((x, y + k), (x - 1, y + k), (x + w, y + k), (x + w + 1, y + k))
            )
            board.wire("pins", [ends[0], ends[1]])
            board.wire("pins", [ends[2], ends[3]])
        placed += 1


def _strokes(metal: Metal) -> dict[str, tuple[str, float]]:
    """Colour and width (in grid steps) of every layer of wires, from the back."""
    return {
        "back": (metal.dim, 0.22), "place": (metal.place, 0.34), "route": (metal.route, 0.30),
        "pins": (metal.gold, 0.34), "chip": (metal.trace, 0.3),
        "trace": (metal.trace, 0.36), "gold": (metal.gold, 0.36), "edge": (metal.edge, 0.40),
        "outline": (metal.outline, 0.56),
    }  # fmt: skip


def _pours(picture: Picture, board: Board, metal: Metal) -> list[str]:
    """The copper under the wires of every shape."""
    tones = picture.wanted or tuple(mix(metal.board, metal.place, 0.06 + 0.09 * level) for level in range(4))
    return [
        f'<path id="circuit-pour-{level}" d="{"".join(pours)}" fill="{tone}"/>'
        for level, tone in enumerate(tones)
        if (pours := board.wires.get(f"pour-{level}"))
    ]


def _wires(board: Board, layer: str, color: str, wide: float, ground: str) -> str:
    """One layer of wires with its pads."""
    p = board.pitch
    wires = "".join(board.wires.get(layer, []))
    pads = "".join(
        _circle(x * p, y * p, p * (0.42 if layer in ("back", "route") else 0.36)) for x, y in board.pads.get(layer, [])
    )
    drawn = f'<path d="{wires}" fill="none"/>' if wires else ""
    drawn += f'<path d="{pads}" fill="{ground}"/>' if pads else ""
    return f'<g id="circuit-{layer}" stroke="{color}" stroke-width="{num(wide * p)}">{drawn}</g>' if drawn else ""


def _document(picture: Picture, plates: Plates, board: Board) -> str:
    w, h, p, metal = picture.width, picture.height, board.pitch, _metal(picture)
    groups = _pours(picture, board, metal)
    groups.extend(_wires(board, layer, color, wide, metal.board) for layer, (color, wide) in _strokes(metal).items())
    for layer, fill, stroke in (("parts-light", metal.gold, metal.gold), ("parts-dark", metal.dark, metal.trace)):
        d = "".join(board.wires.get(layer, []))
        if d:
            groups.append(
                f'<path id="circuit-{layer}" d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{num(0.3 * p)}"/>'
            )
    title = f"<title>{escape(picture.title)}</title>" if picture.title else ""
    return (
        f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{title}'
        f'<rect id="board" width="{w}" height="{h}" fill="{metal.board}"/>'
        f'<g stroke-linejoin="round" stroke-linecap="round">{"".join(groups)}</g>'
        f"{markup(plates.sheet, metal.gold, metal.board, 0.8 * p)}</svg>"
    )
