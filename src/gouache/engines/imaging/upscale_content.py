"""What kind of picture is to be enlarged."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
_EQUAL = 0.15  # of neighbours that are equal in a drawing; in most photographs fewer are
_STEEP = 16  # levels
_SHARE = 0.4  # of the steps that are steep in a drawing; fewer, the more neighbours are equal
_COARSEST = 64  # px


class Content(StrEnum):
    PHOTO = "photograph"
    DRAWING = "drawing"


def content_of(pixels: Pixels) -> Content:
    """A drawing has areas of one colour with steps between; a photograph changes a little everywhere."""
    steps = np.abs(np.diff(pixels[..., :3].astype(np.int16), axis=1)).max(axis=2)[pixels[:, 1:, 3] > 0]
    if not steps.any():
        return Content.DRAWING
    equal = float((steps == 0).mean())
    steep = float((steps[steps > 0] > _STEEP).mean())
    return Content.DRAWING if equal >= _EQUAL and steep >= _SHARE - equal / 4 else Content.PHOTO


def pixel_grid(pixels: Pixels) -> int:
    """Side in px of the squares that pixel art is made of; 1 for every other picture."""
    height, width = pixels.shape[:2]
    columns = np.flatnonzero((pixels[:, 1:] != pixels[:, :-1]).any(axis=(0, 2))) + 1
    rows = np.flatnonzero((pixels[1:] != pixels[:-1]).any(axis=(1, 2))) + 1
    if len(columns) + len(rows) < 16:
        return 1
    side = int(np.gcd.reduce(np.concatenate([columns, rows, [height, width]])))
    return side if 2 <= side <= _COARSEST else 1
