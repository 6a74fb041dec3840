"""The camera: a shift-lens view into an equirectangular panorama, level, with its horizon anywhere on the page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[Any]  # float32; cv2 and numpy widen it in their type stubs

VIEW_DEGREES = 58.0  # across the longer side, about a 32 mm lens on full frame


@dataclass(frozen=True, slots=True)
class Camera:
    """`horizon` in px from the top, `yaw` in degrees from the middle column of the panorama."""

    width: int
    height: int
    horizon: float
    yaw: float

    @property
    def focal(self) -> float:
        """Focal length in px."""
        return max(self.width, self.height) / 2 / math.tan(math.radians(VIEW_DEGREES / 2))

    def rays(self) -> tuple[Floats, Floats, Floats]:
        """Unit directions of every pixel: right, up, forward; each (height, width)."""
        across = np.arange(self.width, dtype=np.float32)[None, :] - self.width / 2
        up = self.horizon - np.arange(self.height, dtype=np.float32)[:, None]
        length = np.sqrt(across**2 + up**2 + self.focal**2)
        return f32(across / length), f32(up / length), f32(self.focal / length)


def f32(values: Any) -> Floats:
    """As a float32 array, without a copy where it is one."""
    return np.asarray(values, np.float32)


def decode(webp: bytes) -> Floats:
    """Linear RGB of an encoded picture, float32 0..1."""
    flat = cv2.imdecode(np.frombuffer(webp, np.uint8), cv2.IMREAD_COLOR)
    if flat is None:
        raise ValueError("a panorama of the pack cannot be decoded")
    return linear(cv2.cvtColor(flat, cv2.COLOR_BGR2RGB).astype(np.float32) / 255)


def linear(display: Floats) -> Floats:
    """sRGB 0..1 to linear light, by the plain 2.2 power."""
    return f32(np.power(np.clip(display, 0, 1), np.float32(2.2)))


def display(light: Floats) -> Floats:
    """Linear light to sRGB 0..1, by the plain 2.2 power."""
    return f32(np.power(np.clip(light, 0, 1), np.float32(1 / 2.2)))


def look(panorama: Floats, right: Floats, up: Floats, forward: Floats, yaw: float) -> Floats:
    """What a panorama shows in some directions (unit vectors, camera axes)."""
    height, width = panorama.shape[:2]
    turn = np.arctan2(right, forward) + math.radians(yaw)
    column = ((turn / (2 * math.pi) + 0.5) * width - 0.5) % width
    row = np.clip((0.5 - np.arcsin(np.clip(up, -1, 1)) / math.pi) * height - 0.5, 0, height - 1)
    wrapped = np.concatenate([panorama, panorama[:, :2]], axis=1)
    maps = column.astype(np.float32), np.broadcast_to(row, column.shape).astype(np.float32)
    return f32(cv2.remap(wrapped, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE))
