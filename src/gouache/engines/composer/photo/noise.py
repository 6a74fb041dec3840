"""Value noise that tiles, from a seeded generator."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Floats, f32


def tile(size: int, cells: int, seed: int, octaves: int = 4, stretch: int = 1) -> Floats:
    """Fractal noise 0..1, (size, size), seamless at its edges; `stretch` makes it longer along x."""
    rng = np.random.Generator(np.random.PCG64(seed))
    total = np.zeros((size, size), np.float32)
    weight = 1.0
    for octave in range(octaves):
        n = min(size, cells * 2**octave)
        grid = rng.random((n, max(1, n // stretch)), dtype=np.float32)
        pad = np.pad(grid, 2, mode="wrap")
        scale_y, scale_x = size / grid.shape[0], size / grid.shape[1]
        big = cv2.resize(
            pad, (round(pad.shape[1] * scale_x), round(pad.shape[0] * scale_y)), interpolation=cv2.INTER_CUBIC
        )
        top, left = round(2 * scale_y), round(2 * scale_x)
        total += weight * big[top : top + size, left : left + size]
        weight *= 0.5
    low, high = float(total.min()), float(total.max())
    return f32((total - low) / max(1e-6, high - low))


def field(height: int, width: int, grain: float, seed: int) -> Floats:
    """Smooth noise 0..1 over a page, features about `grain` px wide."""
    rng = np.random.Generator(np.random.PCG64(seed))
    rows, columns = int(height / grain) + 3, int(width / grain) + 3
    coarse = rng.random((rows, columns), dtype=np.float32)
    big = cv2.resize(coarse, (int(columns * grain), int(rows * grain)), interpolation=cv2.INTER_CUBIC)
    return f32(np.clip(big[:height, :width], 0, 1))
