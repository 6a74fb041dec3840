"""Smooth surfaces over a hole: membranes and gradient-domain blending (Pérez et al., "Poisson Image Editing", 2003)."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

_SWEEPS = 24
_SMALLEST = 8
_SEAM = 12.0  # levels


def membrane(image: Floats, hole: Flags) -> Floats:
    """The picture (height, width, c) with its hole as smooth as its rim allows."""
    return solve(image, hole, np.zeros_like(image))


def solve(image: Floats, hole: Flags, divergence: Floats) -> Floats:
    """The values in the hole whose Laplacian is `divergence`, with the picture around it as the boundary.

    Solved coarse to fine by damped Jacobi sweeps; the edges of the page are free (Neumann).
    """
    if not hole.any():
        return image
    known = ~hole
    if not known.any():
        return image
    start = _start(image, hole, divergence)
    page = np.where(hole[..., None], start, image).astype(np.float32)
    inside = hole[..., None].astype(np.float32)
    for _ in range(_SWEEPS):
        page += inside * (_around(page) - divergence * 0.25 - page) * np.float32(0.95)
    return page


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


def seamless(image: Floats, hole: Flags, origin: Places) -> Floats:
    """Pixels copied from `origin` (flat indices) with their seams taken out: their gradients kept, their levels not.

    Where two neighbours were copied from places that are not neighbours the mean of both gradients is wanted.
    """
    flat = image.reshape(-1, image.shape[2])
    height, width = hole.shape
    y, x = np.divmod(origin, width)
    here = flat[origin]
    left, right = flat[y * width + np.maximum(x - 1, 0)], flat[y * width + np.minimum(x + 1, width - 1)]
    above, below = flat[np.maximum(y - 1, 0) * width + x], flat[np.minimum(y + 1, height - 1) * width + x]
    across = _steps((right - here)[:, :-1], (here - left)[:, 1:], hole[:, :-1], hole[:, 1:])
    down = _steps((below - here)[:-1], (here - above)[1:], hole[:-1], hole[1:])
    divergence = np.zeros_like(image)
    divergence[:, :-1] += across
    divergence[:, 1:] -= across
    divergence[:-1] += down
    divergence[1:] -= down
    error = divergence - 4 * (_around(here) - here)
    correction = solve(np.zeros_like(image), hole, np.asarray(error, np.float32))
    return here + _SEAM * np.tanh(correction / _SEAM)  # a greater step is an edge that belongs there


def _steps(first: Floats, second: Floats, from_first: Flags, from_second: Flags) -> Floats:
    """The wanted step between two neighbours: what the filled ones of them say; a known one says nothing."""
    one, two = from_first[..., None].astype(np.float32), from_second[..., None].astype(np.float32)
    return np.asarray((first * one + second * two) / np.maximum(one + two, 1))
