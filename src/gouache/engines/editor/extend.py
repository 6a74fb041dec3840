"""A photograph carried on beyond its edges by large pieces of itself, moved or mirrored as a whole.

Every new pixel takes one of a few dozen ways to look back into the picture; the choice is the `montage`'s, made on a
small copy and carried to the full size, where its seams move to hide and the pieces slide to meet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouache.engines.editor.montage import NEVER, labelled, taken
from gouache.engines.editor.patches import Flags, Floats, Places
from gouache.engines.editor.rim import Grounds, grounds

_HOLE, _BOX = 1200, 2400  # px of the new part, and of its box, on the small copy
_SHARES = (0.12, 0.22, 0.34, 0.48, 0.64, 0.82)  # of the picture's side that pieces are moved by
_ASIDE = -0.2, -0.03, 0.03, 0.2  # of the other side, in which the page does not grow
_UPRIGHT, _ACROSS = 5000.0, 160.0  # squared levels that looking a page's height, a page's width away costs
_FLIPPED = 260.0  # squared levels that a piece upside down costs, and
_MIRRORED = 100.0  # one with left and right changed
_SHUNNED = 900.0  # squared levels that a pixel of what is to be avoided costs
_UNFIT = 0.8  # weight of being unlike the rim nearby
_ROUNDS, _FINE = 3, 480  # of moving the seams; px from which once is enough
_SURVEYED = 280  # px; the largest side at which the surroundings are looked at


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways to look back: row = flip * row + down, column = turn * column + right; (n,) each."""

    flip: Places
    down: Places
    turn: Places
    right: Places

    def doubled(self) -> Ways:
        """The same at twice the scale."""
        return replace(
            self,
            down=2 * self.down + (self.flip < 0),
            right=2 * self.right + (self.turn < 0),
        )

    def of(self, labels: Places, y: Places, x: Places) -> tuple[Places, Places]:
        """Where pixels with these labels look."""
        return self.flip[labels] * y + self.down[labels], self.turn[labels] * x + self.right[labels]


@dataclass(frozen=True, slots=True)
class Carried:
    """Where every pixel was copied from (flat indices), and whether it is mirrored (-1) in rows and in columns."""

    origin: Places
    flip: Places
    turn: Places


def extended(image: Floats, new: Flags, avoid: Flags | None = None) -> Carried:
    """Where the new part of a page takes its pixels from; the old part is a rectangle of `image` (height, width, c).

    Nothing is taken from what `avoid` marks, where enough else is left.
    """
    pictures, holes = _pyramid(image, new)
    shunned = [_smaller(avoid, hole.shape) for hole in holes]
    level = len(pictures) - 1
    survey = next((n for n, hole in enumerate(holes) if max(hole.shape) <= _SURVEYED), level)
    around = grounds(pictures[survey], holes[survey])
    small = None if around is None else around.at(holes[level].shape)
    ways, labels = _chosen(pictures[level], holes[level], shunned[level], small)
    return enlarged(pictures, holes, shunned, ways, labels)


def enlarged(pictures: list[Floats], holes: list[Flags], shunned: list[Flags], ways: Ways, labels: Places) -> Carried:
    """The choice made for the last of some pictures, each twice as large as the next, carried to the first."""
    for picture, hole, barred in list(zip(pictures, holes, shunned, strict=True))[-2::-1]:
        ways = ways.doubled()
        labels = _finer(labels, hole.shape)
        ways = _slid(picture, hole, ways, labels)
        labels = _hidden(picture, hole, barred, ways, labels)
    return _looked(ways, labels, holes[0])


def _looked(ways: Ways, labels: Places, new: Flags) -> Carried:
    y, x = _grid(new.shape)
    there = ways.of(labels, y, x)
    height, width = new.shape
    place = np.clip(there[0], 0, height - 1) * width + np.clip(there[1], 0, width - 1)
    origin = np.where(new, place, np.arange(new.size).reshape(new.shape))
    return Carried(origin, np.where(new, ways.flip[labels], 1), np.where(new, ways.turn[labels], 1))


def _pyramid(image: Floats, new: Flags) -> tuple[list[Floats], list[Flags]]:
    """Halved until the montage is small enough; new where any of the four pixels is."""
    pictures, holes = [image], [new]
    while True:
        hole = holes[-1]
        rows, columns = hole.any(axis=1).sum(), hole.any(axis=0).sum()
        known = ~hole
        old = known.any(axis=1).sum(), known.any(axis=0).sum()
        if (hole.sum() <= _HOLE and rows * columns <= _BOX) or min(old) < 16:
            return pictures, holes
        even = tuple((0, side % 2) for side in hole.shape)
        weight = _fourths(np.pad(known.astype(np.float32), even, "edge"))
        color = _fourths(np.pad(pictures[-1] * known[..., None], (*even, (0, 0)), "edge"))
        pictures.append(np.asarray(color / np.maximum(weight, 1e-6)[..., None], np.float32))
        holes.append(weight < 0.999)


def _fourths(page: Floats) -> Floats:
    return np.asarray((page[::2, ::2] + page[1::2, ::2] + page[::2, 1::2] + page[1::2, 1::2]) * np.float32(0.25))


def _smaller(avoid: Flags | None, shape: tuple[int, ...]) -> Flags:
    if avoid is None:
        return np.zeros(shape, bool)
    return np.asarray(cv2.resize(avoid.astype(np.float32), shape[1::-1], interpolation=cv2.INTER_AREA) > 0.02)


def _ways(new: Flags) -> Ways:
    """Pieces moved by shares of the old picture's sides, and mirrored at its edges and near them."""
    rows, columns = np.flatnonzero((~new).any(axis=1)), np.flatnonzero((~new).any(axis=0))
    down = _along(int(rows[0]), int(rows[-1]), new.shape[0])
    across = _along(int(columns[0]), int(columns[-1]), new.shape[1])
    table = np.array([(*one, *other) for one in down for other in across], np.intp)
    return Ways(*(np.ascontiguousarray(column) for column in table.T))


def _along(first: int, last: int, side: int) -> list[tuple[int, int]]:
    """Direction and shift of the ways to look back along one axis, from pixels before `first` and after `last`."""
    length, found = last + 1 - first, []
    for there, sign, edge in ((first > 0, 1, 2 * first - 1), (last < side - 1, -1, 2 * last + 1)):
        if there:
            found += [(-1, edge), (-1, edge + sign * length // 4), (-1, edge + sign * length // 2)]
            found += [(1, sign * max(1, round(share * length))) for share in _SHARES]
    return found or [(1, 0), *((1, round(share * length)) for share in _ASIDE)]


def _chosen(picture: Floats, hole: Flags, shunned: Flags, around: Grounds | None) -> tuple[Ways, Places]:
    """The ways, and which of them each pixel of a small page takes."""
    ways = _ways(hole)
    y, x = _grid(hole.shape)
    labels = np.broadcast_to(np.arange(len(ways.flip)), (*hole.shape, len(ways.flip)))
    there = ways.of(labels, y[..., None], x[..., None])
    rows, columns = np.flatnonzero((~hole).any(axis=1)), np.flatnonzero((~hole).any(axis=0))
    seen, allowed = taken(picture, ~hole, *there)
    unary = np.where(allowed, 0, NEVER) + np.where(taken(picture, shunned, *there)[1], _SHUNNED, 0)
    near = np.clip(y, rows[0], rows[-1])[..., None], np.clip(x, columns[0], columns[-1])[..., None]
    unary += np.square((there[0] - near[0]) / len(rows)) * _UPRIGHT
    unary += np.square((there[1] - near[1]) / len(columns)) * _ACROSS
    unary += (ways.flip < 0) * _FLIPPED + (ways.turn < 0) * _MIRRORED
    unary += _strange(around, hole, there) + _off_rim(picture, hole, ways)
    return ways, labelled(seen, unary, hole)


def _strange(around: Grounds | None, hole: Flags, there: tuple[Places, Places]) -> Floats:
    """What being unlike the rim nearby costs."""
    height, width = hole.shape
    if around is None:
        return np.zeros((1, 1, 1), np.float32)
    place = np.clip(there[0], 0, height - 1) * width + np.clip(there[1], 0, width - 1)
    target = np.arange(hole.size).reshape(hole.shape)
    layers = [around.strange(target, place[..., n]) for n in range(place.shape[2])]
    return np.stack(layers, axis=-1) * np.float32(_UNFIT)


def _off_rim(picture: Floats, hole: Flags, ways: Ways) -> Floats:
    """How little what a way shows next to the rim fits the known pixels there."""
    y, x = _grid(hole.shape)
    out = np.zeros((*hole.shape, len(ways.flip)), np.float32)
    known = (~hole).astype(np.float32)
    for n in range(len(ways.flip)):
        there, allowed = taken(picture, ~hole, *ways.of(np.full(hole.shape, n), y, x))
        gap = np.square(picture - there).sum(axis=2) * known * allowed
        out[..., n] = cv2.boxFilter(gap.astype(np.float32), -1, (3, 3), normalize=False)
    return np.where(hole[..., None], out, 0)


def _grid(shape: tuple[int, ...]) -> tuple[Places, Places]:
    grid = np.indices(shape[:2])
    return grid[0], grid[1]


def _finer(labels: Places, shape: tuple[int, ...]) -> Places:
    return np.repeat(np.repeat(labels, 2, axis=0), 2, axis=1)[: shape[0], : shape[1]]


def _seams(hole: Flags, labels: Places) -> list[tuple[Places, Places]]:
    """Pairs of neighbours (flat indices) of which one at least is new, with different labels or one of them old."""
    number = np.where(hole, labels, -1)
    index = np.arange(hole.size).reshape(hole.shape)
    found = []
    for one, two in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
        apart = number[one] != number[two]
        found.append((index[one][apart], index[two][apart]))
    return found


def _slid(picture: Floats, hole: Flags, ways: Ways, labels: Places) -> Ways:
    """Every way moved by up to a pixel to where its pieces meet their neighbours best."""
    width = hole.shape[1]
    one, two = (np.concatenate(ends) for ends in zip(*_seams(hole, labels), strict=True))
    here, there = np.concatenate([one, two]), np.concatenate([two, one])
    keep = hole.ravel()[here]
    here, there = here[keep], there[keep]
    flat, own = labels.ravel(), labels.ravel()[here]
    sides = [np.divmod(side, width) for side in (here, there)]
    old = ~hole.ravel()[there]
    shown = []
    for y, x in sides:
        other = ways.of(flat[there], y, x)
        known = np.where(old, y, other[0]), np.where(old, x, other[1])
        shown.append(taken(picture, ~hole, *known))
    down, right = ways.down.copy(), ways.right.copy()
    order = np.argsort(own, kind="stable")
    bounds = np.searchsorted(own[order], np.arange(len(down) + 1))
    for label in range(len(down)):
        some = order[bounds[label] : bounds[label + 1]]
        if not len(some) or (ways.flip[label] < 0 or ways.turn[label] < 0):
            continue
        best = np.inf
        for dy, dx in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            cost = 0.0
            for (y, x), (color, allowed) in zip(sides, shown, strict=True):
                mine = taken(picture, ~hole, y[some] + ways.down[label] + dy, x[some] + ways.right[label] + dx)
                gap = np.square(mine[0] - color[some]).sum(axis=1)
                cost += float(np.where(mine[1] & allowed[some], gap, 4000).sum())
            if cost < best - 1e-3:
                best, down[label], right[label] = cost, ways.down[label] + dy, ways.right[label] + dx
    return replace(ways, down=down, right=right)


def _hidden(picture: Floats, hole: Flags, shunned: Flags, ways: Ways, labels: Places) -> Places:
    """The seams moved, a pixel a round, to where they show least."""
    labels = labels.copy()
    for turn in range(2 * (_ROUNDS if max(hole.shape) < _FINE else 1)):
        flat = labels.ravel()
        ends = np.unique(np.concatenate([side for pair in _seams(hole, labels) for side in pair]))
        y, x = np.divmod(ends, hole.shape[1])
        ends = ends[hole.ravel()[ends] & ((y + x) % 2 == turn % 2)]
        if not len(ends):
            continue
        around = _neighbours(ends, hole.shape)
        offered = np.concatenate(
            [flat[ends][:, None], np.where(hole.ravel()[around], flat[around], flat[ends][:, None])], 1
        )
        cost = np.stack([_cost(picture, hole, shunned, ways, flat, ends, around, offered[:, n]) for n in range(5)], 1)
        cost[:, 1:] += 1e-3
        flat[ends] = offered[np.arange(len(ends)), cost.argmin(axis=1)]
    return labels


def _neighbours(places: Places, shape: tuple[int, ...]) -> Places:
    """The four neighbours (n, 4) of pixels, themselves where the page ends."""
    y, x = np.divmod(places, shape[1])
    steps = ((-1, 0), (1, 0), (0, -1), (0, 1))
    rows = np.stack([np.clip(y + dy, 0, shape[0] - 1) for dy, _ in steps], axis=1)
    columns = np.stack([np.clip(x + dx, 0, shape[1] - 1) for _, dx in steps], axis=1)
    return np.asarray(rows * shape[1] + columns)


def _cost(
    picture: Floats,
    hole: Flags,
    shunned: Flags,
    ways: Ways,
    flat: Places,
    places: Places,
    around: Places,
    label: Places,
) -> Floats:
    """What shows when pixels take a label while those around keep theirs."""
    y, x = np.divmod(places, hole.shape[1])
    mine, allowed = taken(picture, ~hole, *ways.of(label, y, x))
    barred = taken(picture, shunned, *ways.of(label, y, x))[1]
    total = np.where(allowed, 0.0, float(NEVER)) + np.where(barred, _SHUNNED, 0.0)
    for n in range(around.shape[1]):
        near = around[:, n]
        ny, nx = np.divmod(near, hole.shape[1])
        new = hole.ravel()[near]
        other = ways.of(flat[near], y, x)
        theirs, known = taken(picture, ~hole, np.where(new, other[0], y), np.where(new, other[1], x))
        back = ways.of(flat[near], ny, nx)
        beside, _ = taken(picture, ~hole, np.where(new, back[0], ny), np.where(new, back[1], nx))
        over, reached = taken(picture, ~hole, *ways.of(label, ny, nx))
        gap = np.where(new & known, np.square(mine - theirs).sum(axis=1), 0)
        gap = gap + np.where(reached, np.square(over - beside).sum(axis=1), 0)
        total += np.where(new & (flat[near] == label), 0, gap + 20)
    return np.asarray(total)
