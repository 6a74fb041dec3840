"""From what a pipeline gives to what the rest of the engine works on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch


def rgb(pictures: torch.Tensor) -> npt.NDArray[np.uint8]:
    """(pictures, height, width, 3) sRGB of a tensor (pictures, 3, height, width) 0..1.

    Rounded on the device, so that a quarter of the bytes leave it. Raises ValueError for NaN, which would be black.
    """
    flat = pictures.float().clamp(0, 1).mul(255).round().to(torch.uint8).permute(0, 2, 3, 1).contiguous().cpu()
    if not bool(torch.isfinite(pictures).all()):
        raise ValueError("not a number")
    return np.asarray(flat.numpy(), np.uint8)
