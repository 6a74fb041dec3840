"""Volume and light: shapes inflated to height fields, lit by the picture's light."""

from __future__ import annotations

import math

import numpy as np

from gouache.engines.composer.picture import Light
from gouache.engines.composer.raster import Floats
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.plates import Ids, Mask, depth, rise


def inflate(numbers: Ids, radius: float, blur: float = 0.0, *, over: bool = False) -> Floats:
    """Height in px of every region swollen to a round edge of `radius` px; with `over` it runs on under higher ones."""
    inside = rise(numbers, radius) if over else np.minimum(depth(numbers), radius)
    inside /= radius
    np.subtract(1, inside, out=inside)
    np.multiply(inside, inside, out=inside)
    np.subtract(1, inside, out=inside)
    np.maximum(inside, 0, out=inside)
    height = np.sqrt(inside, out=inside)
    height *= radius
    return np.asarray(cv2.GaussianBlur(height, (0, 0), blur) if blur > 0 else height, np.float32)


def pillow(numbers: Ids, things: Mask, step: int = 4, *, over: bool = False) -> Floats:
    """A broad, smooth belly for every region of `things`, 0..1, worked out at a quarter of the size."""
    small = np.ascontiguousarray(numbers[::step, ::step])
    away = rise(small, 90.0) if over else depth(small)
    away[~things[::step, ::step]] = 0
    top = np.zeros(int(small.max()) + 1, np.float32)
    np.maximum.at(top, small.ravel(), np.where(away < 90.0, away, 0).ravel())
    away /= np.maximum(top[small], 3.0)
    away = np.sqrt(np.clip(away * (2 - away), 0, 1)).astype(np.float32)
    away = cv2.GaussianBlur(away, (0, 0), 1.5)
    return np.asarray(
        cv2.resize(away, (numbers.shape[1], numbers.shape[0]), interpolation=cv2.INTER_LINEAR), np.float32
    )


def direction(light: Light, lift: float = 0.62) -> tuple[float, float, float]:
    """Unit vector towards the light, in page axes with z towards the viewer."""
    flat = math.sqrt(1 - lift * lift)
    angle = math.radians(light.angle)
    return math.cos(angle) * flat, -math.sin(angle) * flat, lift


def normals(height: Floats) -> tuple[Floats, Floats, Floats]:
    """Unit normals of a height field."""
    gx = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3, scale=1 / 8)
    gy = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3, scale=1 / 8)
    nz = gx * gx
    nz += gy * gy
    nz += 1
    np.sqrt(nz, out=nz)
    np.divide(1, nz, out=nz)
    gx *= -nz
    gy *= -nz
    return gx, gy, nz


def lambert(height: Floats, towards: tuple[float, float, float]) -> Floats:
    """Cosine of the angle to the light, -1..1."""
    nx, ny, nz = normals(height)
    nx *= towards[0]
    ny *= towards[1]
    nz *= towards[2]
    nx += ny
    nx += nz
    return nx
