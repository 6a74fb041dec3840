"""Grounds made of what grounds are made of: sand, snow, grass, wood, tiles, stone, water; seen in perspective.

A ground is a seamless square texture of linear colour, laid on the plane below the camera.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Camera, Floats, f32, look
from gouache.engines.composer.photo.noise import tile

SIZE = 512  # px of a texture
EYE = 1.5  # camera height in metres
SPAN = 2.4  # metres that one texture covers


def _tinted(shade: Floats, dark: tuple[float, float, float], light: tuple[float, float, float]) -> Floats:
    low, high = np.array(dark, np.float32), np.array(light, np.float32)
    return f32(low + (high - low) * np.clip(shade, 0, 1)[..., None])


def _relief(height: Floats, strength: float) -> Floats:
    """Light and shade of a height map lit from the upper left, around 1."""
    slope = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) + cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3)
    return f32(1 - strength * slope)


def sand(seed: int) -> Floats:
    ripple = np.sin(
        np.linspace(0, 2 * np.pi * 9, SIZE, endpoint=False, dtype=np.float32)[:, None] + tile(SIZE, 4, seed) * 7
    )
    bumps = tile(SIZE, 16, seed + 1) * 0.7 + ripple * 0.12 + tile(SIZE, 256, seed + 2, 1) * 0.25
    return (
        _tinted(0.5 + 0.5 * tile(SIZE, 6, seed + 3), (0.50, 0.36, 0.20), (0.66, 0.50, 0.31))
        * _relief(bumps, 0.5)[..., None]
    )


def snow(seed: int) -> Floats:
    bumps = tile(SIZE, 5, seed, 5) * 1.6 + tile(SIZE, 256, seed + 1, 1) * 0.12
    shade = _relief(cv2.GaussianBlur(bumps, (0, 0), 1.2), 0.9)
    return _tinted(shade - 0.35, (0.45, 0.55, 0.72), (0.86, 0.89, 0.93))


def grass(seed: int) -> Floats:
    blades = tile(SIZE, 128, seed, 2) * 0.6 + tile(SIZE, 24, seed + 1) * 0.4
    return _tinted(blades, (0.02, 0.06, 0.01), (0.20, 0.36, 0.06))


def dry_grass(seed: int) -> Floats:
    blades = tile(SIZE, 128, seed, 2) * 0.6 + tile(SIZE, 16, seed + 1) * 0.4
    return _tinted(blades, (0.12, 0.08, 0.02), (0.52, 0.40, 0.16))


def straw(seed: int) -> Floats:
    blades = tile(SIZE, 160, seed, 2) * 0.7 + tile(SIZE, 12, seed + 1) * 0.3
    return _tinted(blades, (0.22, 0.14, 0.03), (0.72, 0.52, 0.16))


def rock(seed: int) -> Floats:
    bumps = tile(SIZE, 6, seed, 6)
    return (
        _tinted(tile(SIZE, 8, seed + 1), (0.10, 0.085, 0.075), (0.30, 0.26, 0.22)) * _relief(bumps * 3, 0.6)[..., None]
    )


def asphalt(seed: int) -> Floats:
    grit = tile(SIZE, 256, seed, 1) * 0.7 + tile(SIZE, 8, seed + 1) * 0.3
    return _tinted(grit, (0.025, 0.026, 0.03), (0.11, 0.11, 0.115))


def concrete(seed: int) -> Floats:
    stain = tile(SIZE, 4, seed, 6) * 0.7 + tile(SIZE, 200, seed + 1, 1) * 0.3
    return _tinted(stain, (0.20, 0.19, 0.18), (0.38, 0.37, 0.35))


def wood(seed: int) -> Floats:
    """Planks along the view: long grain, a dark joint every eighth of the texture."""
    rng = np.random.Generator(np.random.PCG64(seed))
    grain = (
        np.ascontiguousarray(tile(SIZE, 96, seed, 2, stretch=24).T) * 0.55
        + np.ascontiguousarray(tile(SIZE, 16, seed + 1, 3, stretch=8).T) * 0.45
    )
    plank = np.arange(SIZE) * 8 // SIZE
    tone = rng.uniform(-0.12, 0.12, 8).astype(np.float32)[plank][None, :]
    joint = np.where(np.arange(SIZE) % (SIZE // 8) < 2, 0.35, 1.0).astype(np.float32)[None, :]
    return _tinted(grain * 0.8 + tone + 0.1, (0.16, 0.075, 0.03), (0.46, 0.27, 0.13)) * joint[..., None]


def tiles(seed: int) -> Floats:
    """Square tiles with light joints."""
    rng = np.random.Generator(np.random.PCG64(seed))
    cell = np.arange(SIZE) * 6 // SIZE
    tone = rng.uniform(-0.06, 0.06, (6, 6)).astype(np.float32)[cell][:, cell]
    edge = np.arange(SIZE) % (SIZE / 6) < 3
    joint = (edge[None, :] | edge[:, None])[..., None]
    face = _tinted(0.5 + tone + (tile(SIZE, 6, seed) - 0.5) * 0.3, (0.42, 0.42, 0.41), (0.70, 0.69, 0.67))
    return f32(np.where(joint, np.float32(0.30), face).astype(np.float32))


TEXTURES: dict[str, Callable[[int], Floats]] = {
    "sand": sand, "snow": snow, "grass": grass, "dry_grass": dry_grass, "straw": straw, "rock": rock,
    "asphalt": asphalt, "concrete": concrete, "wood": wood, "tiles": tiles,
}  # fmt: skip


def lay(camera: Camera, texture: Floats, span: float = SPAN) -> tuple[Floats, Floats]:
    """The ground under the camera: its colour, and its share 0..1 of each pixel (fading into the horizon)."""
    down = np.arange(camera.height, dtype=np.float32)[:, None] - camera.horizon
    depth = EYE * camera.focal / np.maximum(down, 0.5)
    across = (np.arange(camera.width, dtype=np.float32)[None, :] - camera.width / 2) * depth / camera.focal
    size = texture.shape[0]
    u = (across / span * size) % size
    v = np.broadcast_to(depth / span * size, u.shape) % size
    wrapped = np.pad(texture, ((0, 2), (0, 2), (0, 0)), mode="wrap")
    near = cv2.remap(wrapped, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR)
    blur = np.clip(depth / 14, 0, 1)[..., None]  # far texture melts into its mean, as a lens and distance do
    mean = texture.mean(axis=(0, 1))
    colour = near * (1 - blur) + mean * blur
    share = np.clip(down / (0.02 * camera.height), 0, 1) * np.ones_like(u)
    return colour.astype(np.float32), share.astype(np.float32)


def water(camera: Camera, panorama: Floats, seed: int) -> tuple[Floats, Floats]:
    """Open water: the sky mirrored in waves that get finer towards the horizon, darker where one looks down."""
    down = np.arange(camera.height, dtype=np.float32)[:, None] - camera.horizon
    depth = EYE * camera.focal / np.maximum(down, 0.5)
    across = (np.arange(camera.width, dtype=np.float32)[None, :] - camera.width / 2) * depth / camera.focal
    wave = tile(SIZE, 10, seed, 5, stretch=2) - 0.5
    u = (across / 7 * SIZE) % (SIZE - 1)
    v = np.broadcast_to(depth / 7 * SIZE, u.shape) % (SIZE - 1)
    slope = cv2.Sobel(wave, cv2.CV_32F, 0, 1, ksize=3)
    tilt = cv2.remap(slope, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR) * np.clip(9 / depth, 0.15, 1)
    right, up, forward = camera.rays()
    mirrored = np.clip(-up + tilt * 0.9 + 0.02, 0.01, 1)
    sky = look(panorama, right, mirrored.astype(np.float32), forward * np.ones_like(right), camera.yaw)
    fresnel = np.clip(0.06 + 0.94 * (1 - np.clip(-up + tilt * 0.6, 0, 1)) ** 5, 0, 1)[..., None]
    deep = np.array([0.012, 0.07, 0.10], np.float32)
    share = np.clip(down / (0.006 * camera.height), 0, 1) * np.ones_like(u)
    return (sky * fresnel + deep * (1 - fresnel)).astype(np.float32), cast(Floats, share.astype(np.float32))
