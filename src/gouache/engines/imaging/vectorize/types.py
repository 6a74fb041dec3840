"""Arrays that the tracer's steps share."""

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.restyle.opencv import cv2

Pixels = npt.NDArray[np.uint8]  # (h, w, 4)
Levels = npt.NDArray[np.uint8]  # (h, w) or (n,)
Packed = npt.NDArray[np.uint32]  # (n,), R in the lowest byte, A in the highest
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Planes = npt.NDArray[np.float32]  # (channels, n)
Labels = npt.NDArray[np.int32]  # (h, w)


def opaque(pixels: Pixels) -> bool:
    """Whether nothing of a picture is transparent."""
    return bool(cv2.extractChannel(pixels, 3).min() == 255)


def packed(pixels: Pixels) -> Packed:
    """Each pixel as one number, in reading order."""
    return np.ascontiguousarray(pixels).view(np.dtype("<u4")).ravel()


def planes(colors: Packed, count: int) -> Planes:
    """Packed colours as channels (count, n)."""
    out = np.empty((count, colors.size), np.float32)
    for channel in range(count):
        np.bitwise_and(colors >> np.uint32(8 * channel), np.uint32(255), out=out[channel], casting="unsafe")
    return out
