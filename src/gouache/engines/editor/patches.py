"""Patches of a picture as short vectors, and the search for their nearest likenesses (PatchMatch).

The search is Barnes et al., "PatchMatch" (2009), run on all patches at once: each looks at the matches of its
neighbours at doubling distances (jump flooding) and at random places in shrinking windows. A patch is described by the
lowest coefficients of its cosine transform, so that one comparison reads 16 numbers in place of 147.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

RADIUS = 3  # px; patches of 7 x 7
_LUMA_ORDER, _CHROMA_ORDER = 4, 2
_GRAIN, _EDGE = 6.0, 10.0  # weight of the grain against the patch, whose mean weighs 6; levels that are no grain
ROW, COLUMN = 260.0, 70.0  # levels per page; likeness fades with distance, up and down above all: ground is no sky

Floats = npt.NDArray[Any]  # float32
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
Dislike = Callable[[Places, Places], Floats]  # what else it costs to copy from sources to targets


@lru_cache(1)
def _waves() -> tuple[Floats, ...]:
    """The first cosine kernels of a patch's length, unit norm, weighed towards the middle."""
    at = (np.arange(2 * RADIUS + 1) + 0.5) / (2 * RADIUS + 1)
    window = np.exp(-(((np.arange(2 * RADIUS + 1) - RADIUS) / (RADIUS * 1.4)) ** 2))
    made = []
    for order in range(_LUMA_ORDER):
        wave = np.cos(np.pi * order * at) * window
        made.append((wave / np.linalg.norm(wave)).astype(np.float32))
    return tuple(made)


def describe(image: Floats, row: float = ROW, column: float = COLUMN) -> Floats:
    """One vector a pixel, (height, width, k) float32, of the patch around it; `image` is (height, width, 3 or 4).

    `row` and `column` are how much a page's height and width of distance count, in levels.
    """
    rgb = image[..., :3]
    luma = rgb @ np.array([0.299, 0.587, 0.114], np.float32)
    planes = [(luma, _LUMA_ORDER, 1.0)]
    planes += [(rgb[..., 0] - luma, _CHROMA_ORDER, 0.8), (rgb[..., 2] - luma, _CHROMA_ORDER, 0.8)]
    if image.shape[2] == 4:
        planes.append((image[..., 3], _CHROMA_ORDER, 1.0))
    waves, out = _waves(), []
    for plane, order, weight in planes:
        ready = np.ascontiguousarray(plane * weight, np.float32)
        for down in range(order):
            for across in range(order - down):
                out.append(cv2.sepFilter2D(ready, -1, waves[across], waves[down], borderType=cv2.BORDER_REFLECT_101))
    height, width = luma.shape
    out.append(np.broadcast_to(np.linspace(0, row, height, dtype=np.float32)[:, None], luma.shape))
    out.append(np.broadcast_to(np.linspace(0, column, width, dtype=np.float32)[None, :], luma.shape))
    return np.ascontiguousarray(np.stack(out, axis=-1))


def roughness(image: Floats, hole: Flags) -> Floats:
    """How grainy the known part is around every pixel, (height, width, 1) levels; unknown pixels say nothing.

    Patches that are voted for come out smooth, and then like smooth ones best; what the rim shows holds against that
    (the texture features of Newson et al., "Non-Local Patch-Based Image Inpainting", 2017).
    """
    known = (~hole).astype(np.float32)
    luma = np.ascontiguousarray(image[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32))
    weight = np.maximum(cv2.GaussianBlur(known, (0, 0), 1.0), 1e-4)
    fine = np.clip(luma - cv2.GaussianBlur(luma * known, (0, 0), 1.0) / weight, -_EDGE, _EDGE) * known
    over = np.maximum(cv2.boxFilter(known, -1, (9, 9)), 1e-4)
    spread = np.maximum(cv2.boxFilter(fine * fine, -1, (9, 9)), 0) / over
    return np.asarray(np.sqrt(spread) * _GRAIN)[..., None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to look: `jumps` in px to neighbours, `reach` in px of the widest random jump, 0 for none."""

    rounds: int
    jumps: tuple[int, ...]
    reach: int


@dataclass(slots=True)
class Matches:
    """For each target pixel (flat index into the page) the source pixel whose patch is most like its own."""

    shape: tuple[int, int]
    targets: Places
    sources: Places
    costs: Floats

    def slots(self) -> Places:
        """The number of the target at every pixel of the page, -1 elsewhere."""
        page = np.full(self.shape[0] * self.shape[1], -1, np.intp)
        page[self.targets] = np.arange(len(self.targets))
        return page


def search(
    matches: Matches, vectors: Floats, valid: Flags, rng: np.random.Generator, effort: Effort,
    dislike: Dislike | None = None,
) -> None:  # fmt: skip
    """Improve `matches` in place. `valid` marks pixels that may be sources."""
    height, width = matches.shape
    flat, allowed = vectors.reshape(height * width, -1), valid.ravel()
    goals = flat[matches.targets]
    matches.costs = _cost(goals, flat, matches.sources)
    if dislike is not None:
        matches.costs += dislike(matches.targets, matches.sources)
    row, column = np.divmod(matches.targets, width)
    slots = matches.slots()
    for _ in range(effort.rounds):
        for jump in effort.jumps:
            for dy, dx in ((-jump, 0), (jump, 0), (0, -jump), (0, jump)):
                near = _neighbour(slots, row + dy, column + dx, matches.shape)
                y, x = np.divmod(matches.sources[np.maximum(near, 0)], width)
                _offer(matches, goals, flat, allowed, y - dy, x - dx, near >= 0, dislike)
        window = effort.reach
        while window >= 1:
            y, x = np.divmod(matches.sources, width)
            step = rng.integers(-window, window + 1, (2, len(y)))
            _offer(matches, goals, flat, allowed, y + step[0], x + step[1], None, dislike)
            window //= 3


def _neighbour(slots: Places, y: Places, x: Places, shape: tuple[int, int]) -> Places:
    inside = (y >= 0) & (y < shape[0]) & (x >= 0) & (x < shape[1])
    return np.where(inside, slots[np.where(inside, y * shape[1] + x, 0)], -1)


def _offer(
    matches: Matches, goals: Floats, flat: Floats, allowed: Flags, y: Places, x: Places, usable: Flags | None,
    dislike: Dislike | None,
) -> None:  # fmt: skip
    """Take the offered sources where they are allowed and better."""
    height, width = matches.shape
    inside = (y >= 0) & (y < height) & (x >= 0) & (x < width)
    place = np.where(inside, y * width + x, 0)
    inside &= allowed[place]
    if usable is not None:
        inside &= usable
    inside &= place != matches.sources
    chosen = np.flatnonzero(inside)
    if not len(chosen):
        return
    offered = place[chosen]
    cost = _cost(goals[chosen], flat, offered)
    if dislike is not None:
        cost += dislike(matches.targets[chosen], offered)
    better = cost < matches.costs[chosen]
    taken = chosen[better]
    matches.sources[taken] = offered[better]
    matches.costs[taken] = cost[better]


def _cost(goals: Floats, flat: Floats, sources: Places) -> Floats:
    gap = goals - flat[sources]
    return np.asarray(np.einsum("ij,ij->i", gap, gap))
