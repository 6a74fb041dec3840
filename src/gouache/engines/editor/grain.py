"""The noise of a photograph, measured where there is little else."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Flags, Floats

_BLOCK = 12  # px
_CALM = 0.12  # share of the blocks that are calm enough to show noise alone
_LIT = 6.0, 248.0  # levels between which noise is not cut off


def grain_of(pixels: Pixels, known: Flags) -> float:
    """Standard deviation of the noise in levels of the known part of a picture, 0 when that is too small to tell.

    Immerkaer's kernel (1996) in blocks; the calmest blocks count, since texture is no noise.
    """
    luma = pixels[..., :3].astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    rough = np.abs(cv2.filter2D(luma, -1, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)))
    mean = _blocks(luma)
    seen = _blocks(cv2.erode(known.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.float32)) > 0.999
    levels = (_blocks(rough) * np.sqrt(np.pi / 2) / 6)[seen & (mean > _LIT[0]) & (mean < _LIT[1])]
    return float(np.quantile(levels, _CALM)) if len(levels) else 0.0


def _blocks(plane: Floats) -> Floats:
    """Means of square blocks; what is left over at the edges does not count."""
    height, width = (max(1, side // _BLOCK) for side in plane.shape)
    cut = plane[: height * _BLOCK, : width * _BLOCK]
    return np.asarray(cv2.resize(cut, (width, height), interpolation=cv2.INTER_AREA))
