"""Filling a hole from the rest of its picture, coarse to fine.

The energy and its alternation (find the likest whole patches, then let them vote) are Wexler, Shechtman and Irani,
"Space-Time Completion of Video" (2007); the search is PatchMatch (`patches`). At the finest level the votes give way to
whole copied pixels, so that texture stays sharp and flat colours stay exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from gouache.engines.editor.extend import Ways, enlarged
from gouache.engines.editor.grow import grown, peeled
from gouache.engines.editor.montage import montage, shown
from gouache.engines.editor.patches import (
    COLUMN,
    RADIUS,
    ROW,
    Dislike,
    Effort,
    Flags,
    Floats,
    Matches,
    Places,
    describe,
    roughness,
    search,
)
from gouache.engines.editor.poisson import membrane
from gouache.engines.editor.rim import Grounds, grounds
from gouache.engines.editor.shifts import shifts

_COARSEST = 36  # px of the shorter side, or the hole as wide as a patch
_LEVELS = 7
_TRIED_SIDE, _TRIED_HOLE, _TRIED_BOX = 420, 2000, 3200  # px; the largest picture, hole and box that more is tried on
_PEELED = 4e6  # pairs of a hole's pixel and a source that are compared one by one
_SURVEYED = 280  # px; the largest side at which the hole's surroundings are looked at
_DISLIKE, _UNFIT = 4.0, 0.3  # weights of the same against patches and against seams
_UPRIGHT, _ACROSS = 480.0, 60.0  # squared levels that a page's height and width of distance cost a piece


def complete(
    image: Floats, hole: Flags, seed: int = 0, avoid: Flags | None = None, row: float = ROW, column: float = COLUMN,
    pieced: bool = False,
) -> tuple[Floats, Places]:  # fmt: skip
    """The picture (height, width, c) float32 0..255 with its hole filled, and where each pixel was copied from.

    The second array is (height, width) of flat indices, the identity outside the hole. At least one whole patch must
    lie outside the hole. Nothing is taken from what `avoid` marks, where enough else is left.
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    pictures, holes = _pyramid(image, hole)
    around = _around(pictures, holes)
    valids = [_allowed(gap, avoid, around) for gap in holes]
    matches: Matches | None = None
    pieces: Pieces | None = None
    filled, turned = _begun(pictures[-1], holes[-1], valids[-1]), _structured(holes)
    for level in range(len(pictures) - 1, -1, -1):
        grain = membrane(roughness(pictures[level], holes[level]), holes[level])
        page = Page(pictures[level], holes[level], valids[level], (row, column), grain, _disliked(around, holes, level))
        start = _start(page.gap, page.valid, matches, rng)
        if matches is not None:
            filled = _vote(page.picture, page.gap, start)
        passes, effort = _effort(len(start.targets), max(page.gap.shape), matches is None)
        for turn in range(passes):
            page.search(start, filled, rng, effort)
            if level or turn < passes - 1:
                filled = _vote(page.picture, page.gap, start)
        if level == turned:
            pieces = _pieces(page, rng) if pieced else None
            start, filled = _better((start, filled), page, rng, pieces)
        matches = start
    assert matches is not None
    origin = _origins(matches, hole)
    if pieces is not None:
        origin = _plainer(origin, pieces, pictures[: turned + 1], holes[: turned + 1], around)
    copied = image.reshape(-1, image.shape[2])[origin.ravel()].reshape(image.shape)
    return copied, origin


@dataclass(frozen=True, slots=True)
class Page:
    """A picture at one scale: its hole, what may be copied, how much distance counts, its grain, what is not liked."""

    picture: Floats
    gap: Flags
    valid: Flags
    far: tuple[float, float]
    grain: Floats
    dislike: Dislike | None

    def search(self, matches: Matches, filled: Floats, rng: np.random.Generator, effort: Effort) -> None:
        vectors = np.concatenate([describe(filled, *self.far), self.grain], axis=2)
        search(matches, vectors, self.valid, rng, effort, self.dislike)


def _around(pictures: list[Floats], holes: list[Flags]) -> Grounds | None:
    """The grounds around the hole, seen from far enough."""
    level = next((n for n, hole in enumerate(holes) if max(hole.shape) <= _SURVEYED), len(holes) - 1)
    return grounds(pictures[level], holes[level])


def _disliked(around: Grounds | None, holes: list[Flags], level: int) -> Dislike | None:
    """What is not liked at a level; at the finest ones, where little moves any more, nothing."""
    if around is None or max(holes[level].shape) > _SURVEYED:
        return None
    here = around.at(holes[level].shape)
    return lambda targets, sources: here.strange(targets, sources) * np.float32(_DISLIKE)


def _structured(holes: list[Flags]) -> int:
    """The finest level at which other fillings can be tried; -1 where the hole is too large or thin for that."""
    for level, hole in enumerate(holes):
        y, x = np.nonzero(hole)
        area = (y.max() - y.min() + 1) * (x.max() - x.min() + 1)
        if len(y) <= _TRIED_HOLE and area <= _TRIED_BOX and max(hole.shape) <= _TRIED_SIDE:
            return level
    return -1


def _better(
    found: tuple[Matches, Floats], page: Page, rng: np.random.Generator, pieces: Pieces | None
) -> tuple[Matches, Floats]:
    """The filling found so far, one grown from the rim inwards, or a montage: the one that shows the least of seams."""
    side = max(page.gap.shape)
    start = _start(page.gap, page.valid, None, rng)
    tried = [found, _refined(start, grown(page.picture, page.gap, page.valid), page, rng, side)]
    if pieces is not None:
        start = _pieced(pieces, page, rng)
        tried.append(_refined(start, _vote(page.picture, page.gap, start), page, rng, 3))
    features = _edged(page.picture)
    seams = [shown(features, page.gap, _origins(one[0], page.gap)) for one in tried]
    return tried[int(np.argmin(seams))]


def _refined(
    start: Matches, filled: Floats, page: Page, rng: np.random.Generator, reach: int
) -> tuple[Matches, Floats]:
    for _ in range(3):
        page.search(start, filled, rng, Effort(2, (8, 4, 2, 1), reach))
        filled = _vote(page.picture, page.gap, start)
    page.search(start, filled, rng, Effort(1, (2, 1), 0))
    return start, filled


def _edged(picture: Floats) -> Floats:
    """Colours and slopes, (height, width, k + 2)."""
    luma = picture[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32)
    return np.dstack([picture, cv2.Sobel(luma, -1, 1, 0) / 4, cv2.Sobel(luma, -1, 0, 1) / 4]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Shifts (n, 2), and the number of the one that every pixel of the hole takes, -1 elsewhere (height, width)."""

    shifts: Places
    number: Places


def _pieces(page: Page, rng: np.random.Generator) -> Pieces:
    """The hole as a montage."""
    picture, gap = page.picture, page.gap
    offered = shifts(picture, describe(picture, *page.far), gap, page.valid, rng)
    prior = np.square(offered / gap.shape) @ (_UPRIGHT, _ACROSS)
    number = np.full(gap.shape, -1, np.intp)
    number[gap] = montage(_edged(picture), gap, ~gap, offered, prior.astype(np.float32), _unfit(page, offered))
    return Pieces(offered, number)


def _pieced(pieces: Pieces, page: Page, rng: np.random.Generator) -> Matches:
    """Matches that move large pieces as a whole."""
    near = cv2.dilate((pieces.number + 1).astype(np.float32), np.ones((2 * RADIUS + 1, 2 * RADIUS + 1), np.uint8))
    number = np.where(page.gap, pieces.number, near.astype(np.intp) - 1)
    start = _start(page.gap, page.valid, None, rng)
    place, good = _stepped(start.targets, pieces.shifts[number.ravel()[start.targets]], page.gap.shape)
    start.sources = np.where(good & page.valid.ravel()[place], place, start.sources)
    return start


def _plainer(
    origin: Places, pieces: Pieces, pictures: list[Floats], holes: list[Flags], around: Grounds | None
) -> Places:
    """The filling found, or the montage carried to full size, whichever shows less of seams."""
    same = np.ones(len(pieces.shifts), np.intp)
    ways = Ways(same, pieces.shifts[:, 0], same, pieces.shifts[:, 1])
    strange = [np.zeros_like(hole) if around is None else ~around.known(hole.shape) for hole in holes]
    other = enlarged(pictures, holes, strange, ways, np.maximum(pieces.number, 0)).origin
    if holes[0].ravel()[other[holes[0]]].any():
        return origin
    features = _edged(pictures[0])
    return other if shown(features, holes[0], other) < shown(features, holes[0], origin) else origin


def _unfit(page: Page, offered: Places) -> Floats:
    """What every shift costs at every pixel of the hole for bringing what is not liked there, (pixels, n)."""
    inside = np.flatnonzero(page.gap)
    out = np.zeros((len(inside), len(offered)), np.float32)
    if page.dislike is not None:
        for n, step in enumerate(offered):
            place, _ = _stepped(inside, np.broadcast_to(step, (len(inside), 2)), page.gap.shape)
            out[:, n] = page.dislike(inside, place) * np.float32(_UNFIT / _DISLIKE)
    return out


def _stepped(places: Places, steps: Places, shape: tuple[int, ...]) -> tuple[Places, Flags]:
    """Flat indices moved by rows and columns, held on the page, and which of them stayed on it."""
    y, x = np.divmod(places, shape[1])
    y, x = y + steps[:, 0], x + steps[:, 1]
    good = (y >= 0) & (y < shape[0]) & (x >= 0) & (x < shape[1])
    return np.clip(y, 0, shape[0] - 1) * shape[1] + np.clip(x, 0, shape[1] - 1), good


def _begun(picture: Floats, gap: Flags, valid: Flags) -> Floats:
    """A first filling at the coarsest scale."""
    return peeled(picture, gap, valid) if gap.sum() * valid.sum() < _PEELED else membrane(picture, gap)


def _allowed(hole: Flags, avoid: Flags | None, around: Grounds | None) -> Flags:
    """Where a level takes its patches from: what is like the rim, where enough of that is left."""
    free = _sources(hole)
    if avoid is not None:
        small = cv2.resize(avoid.astype(np.float32), hole.shape[::-1], interpolation=cv2.INTER_AREA) > 0.02
        free = _rather(free, _sources(hole | small))
    return free if around is None else _rather(free, free & around.known(hole.shape))


def _rather(free: Flags, wanted: Flags) -> Flags:
    return wanted if wanted.sum() >= max(64, 0.04 * free.sum()) else free


def _effort(targets: int, side: int, first: bool) -> tuple[int, Effort]:
    """Passes over a level and how hard to look in each: few pixels are worth many looks."""
    if first:
        return 12, Effort(2, (8, 4, 2, 1), side)
    if targets < 12_000:
        return 3, Effort(2, (4, 2, 1), side)
    if targets < 50_000:
        return 2, Effort(1, (4, 1), side // 4)
    return 1, Effort(1, (2, 1) if targets < 120_000 else (1,), 12 if targets < 120_000 else 0)


def solvable(hole: Flags) -> bool:
    """Whether enough of the picture is left to fill the hole from."""
    return bool(_sources(hole).sum() >= 64)


def _pyramid(image: Floats, hole: Flags) -> tuple[list[Floats], list[Flags]]:
    pictures, holes = [image], [hole]
    while len(pictures) < _LEVELS and min(pictures[-1].shape[:2]) >= 2 * _COARSEST:
        height, width = pictures[-1].shape[:2]
        size = ((width + 1) // 2, (height + 1) // 2)
        known = (~holes[-1]).astype(np.float32)
        weight = _halved(known, size)
        smaller = _halved(pictures[-1] * known[..., None], size) / np.maximum(weight, 1e-6)[..., None]
        gap = weight < 0.999
        if not solvable(gap):
            break
        pictures.append(np.asarray(smaller, np.float32))
        holes.append(gap)
    return pictures, holes


def _halved(plane: Floats, size: tuple[int, int]) -> Floats:
    """Means of blocks of 2 x 2, the last row and column repeated when their number is odd."""
    padded = np.pad(plane, [(0, plane.shape[0] % 2), (0, plane.shape[1] % 2)] + [(0, 0)] * (plane.ndim - 2), "edge")
    return np.asarray(
        (padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2]) * np.float32(0.25)
    )


def _sources(hole: Flags) -> Flags:
    """Pixels whose whole patch is known and on the page."""
    free = cv2.erode((~hole).astype(np.uint8), np.ones((2 * RADIUS + 1, 2 * RADIUS + 1), np.uint8)).astype(bool)
    free[:RADIUS] = free[-RADIUS:] = False
    free[:, :RADIUS] = free[:, -RADIUS:] = False
    return free


def _targets(hole: Flags) -> Flags:
    return cv2.dilate(hole.astype(np.uint8), np.ones((2 * RADIUS + 1, 2 * RADIUS + 1), np.uint8)).astype(bool)


def _start(hole: Flags, valid: Flags, coarse: Matches | None, rng: np.random.Generator) -> Matches:
    """Matches of a level: those of the next coarser one at twice the scale, random ones where they do not hold."""
    height, width = hole.shape
    targets = np.flatnonzero(_targets(hole))
    choice = np.flatnonzero(valid)
    sources = choice[rng.integers(0, len(choice), len(targets))]
    if coarse is not None:
        y, x = np.divmod(targets, width)
        slot = coarse.slots()[np.minimum(y // 2, coarse.shape[0] - 1) * coarse.shape[1] + x // 2]
        above = coarse.sources[np.maximum(slot, 0)]
        up, left = np.divmod(above, coarse.shape[1])
        up, left = np.minimum(2 * up + y % 2, height - 1), np.minimum(2 * left + x % 2, width - 1)
        place = up * width + left
        good = (slot >= 0) & valid.ravel()[place]
        sources = np.where(good, place, sources)
    return Matches((height, width), targets, sources, np.zeros(len(targets), np.float32))


def _vote(image: Floats, hole: Flags, matches: Matches) -> Floats:
    """Every pixel of the hole as the weighed mean of what the patches over it say."""
    height, width = hole.shape
    flat, slots = image.reshape(-1, image.shape[2]), matches.slots()
    inside = np.flatnonzero(hole)
    y, x = np.divmod(inside, width)
    if matches.costs.any():
        scale = max(1e-3, float(np.quantile(matches.costs, 0.75)))
        trust = np.exp(-matches.costs / (2 * scale)) + 1e-4
    else:
        trust = np.ones(len(matches.targets), np.float32)
    total = np.zeros((len(inside), image.shape[2]), np.float32)
    weight = np.zeros(len(inside), np.float32)
    for dy in range(-RADIUS, RADIUS + 1):
        for dx in range(-RADIUS, RADIUS + 1):
            _ballot(flat, slots, matches, trust, (y, x), (dy, dx), total, weight)
    out = image.copy().reshape(-1, image.shape[2])
    out[inside] = total / np.maximum(weight, 1e-9)[:, None]
    return out.reshape(image.shape)


def _ballot(
    flat: Floats, slots: Places, matches: Matches, trust: Floats, at: tuple[Places, Places], step: tuple[int, int],
    total: Floats, weight: Floats,
) -> None:  # fmt: skip
    """The votes of the patches whose centres lie one `step` away from each pixel."""
    (height, width), (dy, dx) = matches.shape, step
    cy, cx = at[0] - dy, at[1] - dx
    inside = (cy >= 0) & (cy < height) & (cx >= 0) & (cx < width)
    slot = np.where(inside, slots[np.where(inside, cy * width + cx, 0)], -1)
    voting = np.flatnonzero(slot >= 0)
    cast = slot[voting]
    force = trust[cast]
    total[voting] += flat[matches.sources[cast] + dy * width + dx] * force[:, None]
    weight[voting] += force


def _origins(matches: Matches, hole: Flags) -> Places:
    origin = np.arange(hole.size).reshape(hole.shape)
    page = origin.ravel().copy()
    page[matches.targets] = matches.sources
    return np.where(hole, page.reshape(hole.shape), origin)
