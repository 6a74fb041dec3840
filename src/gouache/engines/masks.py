"""Masks that came in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gouache.artifacts.decode import decode
from gouache.engines.base import Context
from gouache.operations import Source


def levels(source: Source, context: Context) -> npt.NDArray[np.float32]:
    """How strongly a mask marks each pixel, 0..255 (height, width) float32; raises Invalid.

    White marks and what is transparent does not; where transparency marks, a mask without any is read by its white.
    """
    flat = decode(context.read(source), "mask").pixels.astype(np.float32)
    alpha = flat[..., 3]
    if source.transparent_marks and alpha.min() < 255:
        return np.asarray(255 - alpha, np.float32)
    return np.asarray(flat[..., :3].mean(axis=2) * (alpha / 255), np.float32)
