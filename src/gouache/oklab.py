"""OKLab (Björn Ottosson, 2020) for arrays of colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_TO_LMS = np.asarray(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]], np.float32,
)  # fmt: skip
_TO_LAB = np.asarray(
    [[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]], np.float32,
)  # fmt: skip
_FROM_LAB, _FROM_LMS = np.linalg.inv(_TO_LAB), np.linalg.inv(_TO_LMS)


def oklab(values: npt.NDArray[np.generic]) -> Floats:
    """OKLab of 8-bit sRGB values (..., 3)."""
    x = np.asarray(values, np.float32) / 255
    linear = np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T, np.float32)


def srgb(values: Floats) -> Floats:
    """sRGB 0..255 (floats, clipped) of OKLab values (..., 3)."""
    linear = np.clip((values @ _FROM_LAB.T) ** 3 @ _FROM_LMS.T, 0, 1)
    x = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(x * 255, np.float32)
