"""Noise, paper and pencil grain: seeded float32 fields of page size."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.raster import Floats
from gouache.engines.composer.restyle.opencv import cv2


def dice(seed: int, purpose: int) -> np.random.Generator:
    """A generator of its own for one field of one picture."""
    return np.random.Generator(np.random.PCG64((seed & 0xFFFFFFFF, purpose)))


def white(height: int, width: int, seed: int, purpose: int) -> Floats:
    """Independent values 0..1 at every pixel."""
    return dice(seed, purpose).random((height, width), np.float32)


def clouds(height: int, width: int, size: float, seed: int, purpose: int, octaves: int = 3) -> Floats:
    """Smooth noise with features of about `size` px, stretched to 0..1."""
    source = dice(seed, purpose)
    total = np.zeros((height, width), np.float32)
    for octave in range(octaves):
        cell = max(2.0, size / 2**octave)
        rows, cols = int(height / cell) + 4, int(width / cell) + 4
        grid = source.random((rows, cols), np.float32)
        full = cv2.resize(grid, (int(cols * cell), int(rows * cell)), interpolation=cv2.INTER_CUBIC)
        margin = int(cell)
        total += full[margin : margin + height, margin : margin + width] * np.float32(0.5**octave)
    total -= total.min()
    total /= max(1e-6, float(total.max()))
    return total


def centered(height: int, width: int, size: float, seed: int, purpose: int, octaves: int = 3) -> Floats:
    """Smooth noise about -1..1 with mean 0."""
    field = clouds(height, width, size, seed, purpose, octaves)
    field -= field.mean()
    field *= 2
    return field


def tooth(height: int, width: int, seed: int, purpose: int, size: float = 1.0) -> Floats:
    """Paper tooth: fine bumps with mean 0 and deviation 1."""
    field = cv2.GaussianBlur(white(height, width, seed, purpose), (0, 0), size)
    field -= field.mean()
    field /= float(field.std()) + 1e-6
    return np.asarray(field, np.float32)


def strokes(height: int, width: int, angle: float, length: float, thickness: float, seed: int, purpose: int) -> Floats:
    """Streaks along `angle` (degrees), mean 0 and deviation 1."""
    side = int(np.hypot(height, width)) + 2
    field = white(side, side, seed, purpose)
    field = cv2.blur(field, (max(3, int(length)), 1))
    field = cv2.blur(field, (max(3, int(length * 0.6)), 1))
    if thickness > 0.6:
        field = _thick(field, thickness)
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), angle, 1.0)
    turn[:, 2] += (width / 2 - side / 2, height / 2 - side / 2)
    field = cv2.warpAffine(field, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    field -= field.mean()
    field /= float(field.std()) + 1e-6
    return np.asarray(field, np.float32)


def _thick(field: Floats, thickness: float) -> Floats:
    kernel = cv2.getGaussianKernel(max(3, int(thickness * 4) | 1), thickness).astype(np.float32)
    return np.asarray(cv2.sepFilter2D(field, -1, np.ones((1, 1), np.float32), kernel), np.float32)


def wobble(height: int, width: int, amount: float, size: float, seed: int, purpose: int) -> tuple[Floats, Floats]:
    """Remap coordinates (x, y) of a hand that trembles by about `amount` px."""
    dx = centered(height, width, size, seed, purpose, 2)
    dy = centered(height, width, size, seed, purpose + 1, 2)
    dx *= amount
    dy *= amount
    dx += np.arange(width, dtype=np.float32)[None, :]
    dy += np.arange(height, dtype=np.float32)[:, None]
    return dx, dy
