"""Filling a hole from the rest of its picture, coarse to fine.

The energy and its alternation (find the likest whole patches, then let them vote) are Wexler, Shechtman and Irani,
"Space-Time Completion of Video" (2007); the search is PatchMatch (`patches`). At the finest level the votes give way to
whole copied pixels, so that texture stays sharp and flat colours stay exact.
"""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.grow import grown
from gouache.engines.editor.patches import COLUMN, RADIUS, ROW, Effort, Flags, Floats, Matches, Places, describe, search
from gouache.engines.editor.poisson import membrane

_COARSEST = 36  # px of the shorter side, or the hole as wide as a patch
_LEVELS = 7
_GROWN_SIDE, _GROWN_HOLE = 220, 6000  # px; the largest picture and hole that are also filled from the rim inwards


def complete(
    image: Floats, hole: Flags, seed: int = 0, avoid: Flags | None = None, row: float = ROW, column: float = COLUMN
) -> tuple[Floats, Places]:
    """The picture (height, width, c) float32 0..255 with its hole filled, and where each pixel was copied from.

    The second array is (height, width) of flat indices, the identity outside the hole. At least one whole patch must
    lie outside the hole. Nothing is taken from what `avoid` marks, where enough else is left.
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    pictures, holes = _pyramid(image, hole)
    filled = membrane(pictures[-1], holes[-1])
    matches: Matches | None = None
    turned = _structured(holes)
    for level in range(len(pictures) - 1, -1, -1):
        picture, gap = pictures[level], holes[level]
        valid = _allowed(gap, avoid)
        start = _start(gap, valid, matches, rng)
        if matches is not None:
            filled = _vote(picture, gap, start)
        passes, effort = _effort(len(start.targets), max(gap.shape), matches is None)
        for turn in range(passes):
            search(start, describe(filled, row, column), valid, rng, effort)
            if level or turn < passes - 1:
                filled = _vote(picture, gap, start)
        if level == turned and matches is not None:
            start, filled = _better((start, filled), (picture, gap, valid), (row, column), rng)
        matches = start
    assert matches is not None
    origin = _origins(matches, hole)
    copied = image.reshape(-1, image.shape[2])[origin.ravel()].reshape(image.shape)
    return copied, origin


def _structured(holes: list[Flags]) -> int:
    """The level at which a filling from the rim inwards is tried too; -1 where the hole is too large for it."""
    fit = [n for n, hole in enumerate(holes) if n and max(hole.shape) <= _GROWN_SIDE and hole.sum() <= _GROWN_HOLE]
    return fit[0] if fit else -1


def _better(
    found: tuple[Matches, Floats], page: tuple[Floats, Flags, Flags], far: tuple[float, float], rng: np.random.Generator
) -> tuple[Matches, Floats]:
    """The filling found so far, or one grown from the rim inwards where its patches fit together better."""
    (picture, gap, valid), (row, column) = page, far
    filled = grown(picture, gap, valid)
    other = _start(gap, valid, None, rng)
    for _ in range(3):
        search(other, describe(filled, row, column), valid, rng, Effort(2, (8, 4, 2, 1), max(gap.shape)))
        filled = _vote(picture, gap, other)
    search(other, describe(filled, row, column), valid, rng, Effort(1, (2, 1), 0))
    search(found[0], describe(found[1], row, column), valid, rng, Effort(1, (2, 1), 0))
    return (other, filled) if other.costs.mean() < found[0].costs.mean() else found


def _allowed(hole: Flags, avoid: Flags | None) -> Flags:
    """Where a level takes its patches from."""
    free = _sources(hole)
    if avoid is None:
        return free
    small = cv2.resize(avoid.astype(np.float32), hole.shape[::-1], interpolation=cv2.INTER_AREA) > 0.02
    rest = free & _sources(hole | small)
    return rest if rest.sum() >= max(64, 0.04 * free.sum()) else free


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
