"""Smooth surfaces over a hole: membranes and gradient-domain blending (Pérez et al., "Poisson Image Editing", 2003)."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

_SWEEPS, _LAST, _CYCLES = 4, 60, 2  # sweeps at every scale and at the smallest; V-cycles
_SMALLEST = 8
_SEAM = 40.0  # levels that a copy is shifted by at most
_EDGE = 20.0, 56.0  # levels of a step: a seam to be taken out, and an edge that belongs there


def membrane(image: Floats, hole: Flags) -> Floats:
    """The picture (height, width, c) with its hole as smooth as its rim allows."""
    if not hole.any():
        return image
    box, made = boxed(hole), np.array(image, np.float32)
    made[box] = solve(made[box], hole[box], np.zeros_like(made[box]))
    return made


def boxed(hole: Flags) -> tuple[slice, slice]:
    """The rows and columns of a hole and of the known pixels next to it."""
    rows, columns = np.flatnonzero(hole.any(axis=1)), np.flatnonzero(hole.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - 1), int(rows[-1]) + 2),
        slice(max(0, int(columns[0]) - 1), int(columns[-1]) + 2),
    )


def solve(image: Floats, hole: Flags, divergence: Floats) -> Floats:
    """The values in the hole whose Laplacian is `divergence`, with the picture around it as the boundary.

    Solved by cycles of multigrid from a guess at half the scale; the edges of the page are free (Neumann).
    """
    if not hole.any() or hole.all():
        return image
    inside = hole[..., None].astype(np.float32)
    page = np.where(hole[..., None], _start(image, hole, divergence), image).astype(np.float32)
    for _ in range(_CYCLES):
        page = _cycled(page, inside, divergence)
    return page


def _cycled(page: Floats, inside: Floats, divergence: Floats) -> Floats:
    """One V-cycle: sweeps, what is still wrong solved for at half the scale, sweeps again."""
    height, width = page.shape[:2]
    small = _halved(inside) >= 1
    if min(height, width) < 2 * _SMALLEST or not small.any():
        return _swept(page, inside, divergence, _LAST)
    page = _swept(page, inside, divergence, _SWEEPS)
    wrong = inside * (divergence - 4 * (_around(page) - page))
    force = _halved(wrong) * 4
    mend = _cycled(np.zeros_like(force), small.astype(np.float32), force)
    return _swept(page + inside * _doubled(mend, (height, width)), inside, divergence, _SWEEPS)


def _swept(page: Floats, inside: Floats, divergence: Floats, times: int) -> Floats:
    """Damped Jacobi sweeps."""
    share, pull = inside * np.float32(0.8), divergence * np.float32(0.25)
    for _ in range(times):
        page = page + share * (_around(page) - pull - page)
    return page


def _halved(page: Floats) -> Floats:
    """Means of blocks of 2 x 2, the last row and column repeated when their number is odd."""
    padded = np.pad(page, ((0, page.shape[0] % 2), (0, page.shape[1] % 2), (0, 0)), "edge")
    return np.asarray(
        (padded[::2, ::2] + padded[1::2, ::2] + padded[::2, 1::2] + padded[1::2, 1::2]) * np.float32(0.25)
    )


def _doubled(page: Floats, shape: tuple[int, int]) -> Floats:
    """Twice the scale, bilinear, cut to a shape."""
    wide = cv2.resize(page, (2 * page.shape[1], 2 * page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return wide.reshape(2 * page.shape[0], 2 * page.shape[1], page.shape[2])[: shape[0], : shape[1]]


def _start(image: Floats, hole: Flags, divergence: Floats) -> Floats:
    """A first guess from half the scale; at the smallest the mean of what is known."""
    height, width = hole.shape
    if min(height, width) <= _SMALLEST:
        return np.broadcast_to(image[~hole].mean(axis=0), image.shape)
    size = ((width + 1) // 2, (height + 1) // 2)
    known = (~hole).astype(np.float32)
    weight = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    small = _planes(cv2.resize(image * known[..., None], size, interpolation=cv2.INTER_AREA), image)
    small = small / np.maximum(weight, 1e-6)[..., None]
    force = _planes(cv2.resize(divergence * hole[..., None], size, interpolation=cv2.INTER_AREA), image) * 4
    gap = weight < 0.25
    if not gap.any():
        gap = weight < 1
    if not (~gap).any():
        return np.broadcast_to(image[~hole].mean(axis=0), image.shape)
    done = solve(np.asarray(small, np.float32), gap, np.asarray(force, np.float32))
    return _planes(cv2.resize(done, (width, height), interpolation=cv2.INTER_LINEAR), image)


def _planes(flat: Floats, like: Floats) -> Floats:
    """cv2 drops a last axis of length 1; this puts it back."""
    return flat.reshape(*flat.shape[:2], like.shape[2])


def _around(page: Floats) -> Floats:
    """The mean of the four neighbours."""
    wide = cv2.copyMakeBorder(page, 1, 1, 1, 1, cv2.BORDER_REPLICATE).reshape(
        page.shape[0] + 2, page.shape[1] + 2, page.shape[2]
    )
    return (wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]) * np.float32(0.25)


def seamless(image: Floats, hole: Flags, origin: Places, turned: tuple[Places, Places] | None = None) -> Floats:
    """Pixels copied from `origin` (flat indices) with their seams taken out: their gradients kept, their levels not.

    Where two neighbours were copied from places that are not neighbours the mean of both gradients is wanted.
    `turned` (height, width) each, is -1 where what was copied is mirrored in rows, in columns, 1 elsewhere.
    """
    flat = image.reshape(-1, image.shape[2])
    height, width = hole.shape
    box = boxed(hole)
    part = hole[box]
    y, x = np.divmod(origin[box], width)
    here = flat[origin[box]]
    dy, dx = (1, 1) if turned is None else (turned[0][box], turned[1][box])
    left, right = (flat[y * width + np.clip(x + step, 0, width - 1)] for step in (-dx, dx))
    above, below = (flat[np.clip(y + step, 0, height - 1) * width + x] for step in (-dy, dy))
    across = _steps((right - here)[:, :-1], (here - left)[:, 1:], part[:, :-1], part[:, 1:], np.diff(here, axis=1))
    down = _steps((below - here)[:-1], (here - above)[1:], part[:-1], part[1:], np.diff(here, axis=0))
    divergence = np.zeros_like(here)
    divergence[:, :-1] += across
    divergence[:, 1:] -= across
    divergence[:-1] += down
    divergence[1:] -= down
    error = divergence - 4 * (_around(here) - here)
    correction = solve(np.zeros_like(here), part, np.asarray(error, np.float32))
    made = np.array(image, np.float32)
    made[box][part] = (here + _SEAM * np.tanh(correction / _SEAM))[part]
    return made


def _steps(first: Floats, second: Floats, from_first: Flags, from_second: Flags, shown: Floats) -> Floats:
    """The wanted step between two neighbours: what the filled ones of them say; a known one says nothing.

    Where what is shown is far from that an edge belongs there, and its step stays.
    """
    one, two = from_first[..., None].astype(np.float32), from_second[..., None].astype(np.float32)
    wanted = (first * one + second * two) / np.maximum(one + two, 1)
    gap = np.abs(shown - wanted).max(axis=2, keepdims=True)
    stays = np.clip((gap - _EDGE[0]) / (_EDGE[1] - _EDGE[0]), 0, 1)
    return np.asarray(wanted + (shown - wanted) * stays * np.maximum(one, two))
