"""Exact sizes: the nearest size that a checkpoint draws well, and the way back to the one that was asked for."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from gouache.engines.diffusion.registry import Checkpoint
from gouache.engines.diffusion.sample import Pixels


@dataclass(frozen=True, slots=True)
class Legal:
    """A size in px that a checkpoint can draw; `scale` is what it is of the size asked for, 1 = not scaled."""

    width: int
    height: int
    scale: float

    def note(self, width: int, height: int) -> list[str]:
        """A line for the report when the picture is not drawn at the size asked for."""
        if (self.width, self.height) == (width, height):
            return []
        how = "cropped" if self.scale == 1 else "resized and cropped"
        return [f"drawn at {self.width}x{self.height}, {how} to {width}x{height}"]


def legal(width: int, height: int, checkpoint: Checkpoint, multiple: int, most: int | None = None) -> Legal:
    """The size to draw at: sides rounded up to the multiple, the area brought into the checkpoint's range."""
    top = min(checkpoint.most, most or checkpoint.most)
    scale = 1.0
    if width * height < checkpoint.least:
        scale = math.sqrt(checkpoint.least / (width * height))
    elif width * height > top:
        scale = math.sqrt(top / (width * height))
    made = _rounded(width, height, scale, multiple, up=scale >= 1)
    return made if made.width * made.height <= top else _rounded(width, height, scale, multiple, up=False)


def _rounded(width: int, height: int, scale: float, multiple: int, up: bool) -> Legal:
    sides = [_side(length * scale, multiple, up) for length in (width, height)]
    smaller = sides[0] < width * scale or sides[1] < height * scale
    return Legal(sides[0], sides[1], min(sides[0] / width, sides[1] / height) if smaller else scale)


def _side(length: float, multiple: int, up: bool) -> int:
    count = math.ceil(length / multiple - 1e-9) if up else math.floor(length / multiple)
    return multiple * max(1, count)


def fitted(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture at exactly width x height: scaled to cover it if need be, then cropped about its middle."""
    rows, columns = pixels.shape[:2]
    if rows < height or columns < width or min(rows / height, columns / width) > 1.2:
        scale = max(width / columns, height / rows)
        pixels = resized(pixels, max(width, round(columns * scale)), max(height, round(rows * scale)))
        rows, columns = pixels.shape[:2]
    top, left = (rows - height) // 2, (columns - width) // 2
    return np.ascontiguousarray(pixels[top : top + height, left : left + width])


def resized(pixels: Pixels, width: int, height: int) -> Pixels:
    """By area when smaller, Lanczos when larger."""
    if pixels.shape[:2] == (height, width):
        return pixels
    smaller = width * height < pixels.shape[0] * pixels.shape[1]
    method = cv2.INTER_AREA if smaller else cv2.INTER_LANCZOS4
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=method), np.uint8)
