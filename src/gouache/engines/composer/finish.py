"""Promises kept on the finished pixels: the palette's mood, the exact background."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import rgb
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Pixels, render_roles

_BLOCK = 128  # rows at a time: keeps the distance table small


def grade(pixels: Pixels, colors: tuple[str, ...]) -> Pixels:
    """Every pixel's hue and chroma drawn close to the palette, its light and shade kept.

    The pull is a soft choice among the palette's colours by distance in CIELAB.
    """
    swatches = np.array([rgb(c) for c in colors], np.uint8).reshape(1, -1, 3)
    palette = cv2.cvtColor(swatches.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[0]
    out = pixels.copy()
    for top in range(0, pixels.shape[0], _BLOCK):
        band = pixels[top : top + _BLOCK, :, :3].astype(np.float32) / 255
        lab = _pulled(cv2.cvtColor(band, cv2.COLOR_RGB2LAB), palette)
        out[top : top + _BLOCK, :, :3] = np.rint(np.clip(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), 0, 1) * 255)
    return out


def _pulled(lab: npt.NDArray[Any], palette: npt.NDArray[Any]) -> npt.NDArray[Any]:
    distance = ((lab[:, :, None, :] - palette) ** 2).sum(axis=3)
    near = np.exp(-(distance - distance.min(axis=2, keepdims=True)) / 300.0)
    target = (near / near.sum(axis=2, keepdims=True)) @ palette
    pull = np.array([0.35, 0.9, 0.9], np.float32)
    return np.asarray(lab + (target - lab) * pull, np.float32)


def flatten(pixels: Pixels, picture: Picture, background: str) -> Pixels:
    """The exact background colour wherever nothing is drawn, mixed by coverage at the edges."""
    drawn = render_roles(picture, [role for role in Role if role is not Role.BACKGROUND])
    cover = drawn[..., 3:].astype(np.float32) / 255
    ground = np.array(rgb(background), np.float32)
    out = pixels.copy()
    out[..., :3] = np.rint(pixels[..., :3] * cover + ground * (1 - cover))
    out[..., 3] = 255
    return out
