"""Places no panorama shows: the night of space over grey or red ground, and a brick wall."""

from __future__ import annotations

import random

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Camera, Floats, f32
from gouache.engines.composer.photo.ground import SIZE, lay, rock
from gouache.engines.composer.photo.noise import field, tile


def stars(height: int, width: int, rng: random.Random) -> Floats:
    """A black sky with stars of many magnitudes and a faint band of dust, linear light."""
    noise = np.random.Generator(np.random.PCG64(rng.randrange(1 << 30)))
    small = (noise.random((height, width), dtype=np.float32) > 0.9988).astype(np.float32)
    sky = cv2.GaussianBlur(small * noise.random((height, width), dtype=np.float32) * 2.4, (0, 0), 0.7)
    large = (noise.random((height, width), dtype=np.float32) > 0.99994).astype(np.float32)
    sky = sky + cv2.GaussianBlur(large * 60, (0, 0), 1.6)
    cloud = field(height, width, width / 3, rng.randrange(1 << 30)) * field(
        height, width, width / 14, rng.randrange(1 << 30)
    )
    slope = np.abs(
        np.linspace(-1, 1, height, dtype=np.float32)[:, None] + np.linspace(-0.6, 0.6, width, dtype=np.float32)
    )
    band = np.exp(-((slope / 0.45) ** 2)) * cloud
    tint = np.array([[0.10, 0.06, 0.16]], np.float32) * band[..., None] + np.array([0.003, 0.004, 0.009], np.float32)
    return f32(sky[..., None] * np.array([1.0, 0.97, 0.92], np.float32) + tint)


def regolith(camera: Camera, color: tuple[float, float, float], sky: Floats, seed: int) -> Floats:
    """Stony ground of one colour under a sky, sharp at the horizon as without air."""
    stone = rock(seed)
    texture = f32(stone.mean(axis=2, keepdims=True) / max(0.02, float(stone.mean())) * np.array(color, np.float32))
    colour, share = lay(camera, texture)
    edge = np.clip(share * 6, 0, 1)[..., None]
    return f32(sky * (1 - edge) + colour * edge)


def bricks(height: int, width: int, horizon: float, seed: int) -> Floats:
    """A wall of red bricks in running bond, lit from above."""
    rng = np.random.Generator(np.random.PCG64(seed))
    row_height = max(8.0, height / 17)
    y, x = np.mgrid[:height, :width].astype(np.float32)
    row = np.floor(y / row_height)
    column = np.floor((x + (row % 2) * row_height * 1.25) / (row_height * 2.5))
    tone = rng.uniform(0.75, 1.2, 4096).astype(np.float32)[(row * 61 + column * 17).astype(int) % 4096]
    u = ((x + (row % 2) * row_height * 1.25) / (row_height * 2.5)) % 1
    v = (y / row_height) % 1
    joint = (u < 0.035) | (v < 0.085)
    grit = cv2.resize(tile(SIZE, 128, seed, 3), (width, height), interpolation=cv2.INTER_LINEAR)
    face = np.array([0.32, 0.105, 0.062], np.float32) * (tone * (0.7 + 0.6 * grit))[..., None]
    wall = np.where(joint[..., None], np.float32(0.34) * (0.8 + 0.3 * grit[..., None]), face)
    light = np.clip(1.15 - 0.5 * (y / height) - 0.35 * np.abs(x / width - 0.5), 0.3, 1.3)
    return f32(wall * light[..., None] * np.where(y > horizon * height * 1.9, 0.5, 1.0)[..., None])
