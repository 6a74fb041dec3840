"""What kind of picture it is, measured: flat or photographic, its grain, its sharpness, its light."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Flags, Floats

_FLAT_SHARE = 0.4  # of the pixels have the exact colour of their neighbours in a drawing, also after JPEG


@dataclass(frozen=True, slots=True)
class Traits:
    """`grain` is the noise's standard deviation in levels, `sharpness` 0 (soft) .. 1 (crisp), `tone` the mean RGB.

    `key` points from the scene to the main light: right, up, towards the viewer.
    """

    flat: bool
    grain: float
    sharpness: float
    tone: tuple[float, float, float]
    key: tuple[float, float, float]


def measure(pixels: Pixels, known: Flags | None = None) -> Traits:
    """The traits of a picture, from its `known` pixels only when a mask is given."""
    rgb = pixels[..., :3].astype(np.float32)
    use = np.ones(rgb.shape[:2], bool) if known is None else known
    if not use.any():
        use = np.ones(rgb.shape[:2], bool)
    luma = rgb @ np.array([0.299, 0.587, 0.114], np.float32)
    tone = rgb[use].mean(axis=0)
    return Traits(
        _flat(rgb, use), _grain(luma, use), _sharpness(luma, use), (float(tone[0]), float(tone[1]), float(tone[2])),
        _key(luma),
    )  # fmt: skip


def _flat(rgb: Floats, use: Flags) -> bool:
    still = np.ones(rgb.shape[:2], bool)
    still[:, 1:] &= np.abs(np.diff(rgb, axis=1)).max(axis=2) == 0
    still[1:] &= np.abs(np.diff(rgb, axis=0)).max(axis=2) == 0
    return float(still[use].mean()) > _FLAT_SHARE


def _grain(luma: Floats, use: Flags) -> float:
    """Immerkaer's estimate (1996), by the median, so that edges do not count."""
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    rough = np.abs(cv2.filter2D(luma, -1, kernel))
    return float(np.median(rough[use])) / 0.6745 / 6


def _sharpness(luma: Floats, use: Flags) -> float:
    """How much of its steepest slopes a slight blur takes away, scaled so that crisp drawings come to 1."""
    before = np.hypot(cv2.Sobel(luma, -1, 1, 0), cv2.Sobel(luma, -1, 0, 1))
    soft = cv2.GaussianBlur(luma, (0, 0), 1.5)
    after = np.hypot(cv2.Sobel(soft, -1, 1, 0), cv2.Sobel(soft, -1, 0, 1))
    top = before[use] >= np.quantile(before[use], 0.98)
    steep, left = float(before[use][top].mean()), float(after[use][top].mean())
    return float(np.clip((1 - left / max(steep, 1e-3) - 0.1) / 0.45, 0, 1))


def _key(luma: Floats) -> tuple[float, float, float]:
    """Where the light comes from: the brighter side of the picture, its upper part counting most."""
    small = cv2.resize(luma, (16, 16), interpolation=cv2.INTER_AREA)
    weight = np.clip(small - np.median(small), 0, None) * np.linspace(1.5, 0.5, 16, dtype=np.float32)[:, None]
    across = np.linspace(-1, 1, 16, dtype=np.float32)[None, :]
    side = float((weight * across).sum() / max(1e-3, float(weight.sum())))
    side = side * 1.4 if abs(side) > 0.1 else (0.25 if side >= 0 else -0.25)
    vector = np.array([np.clip(side, -0.9, 0.9), 0.6, 0.62])
    vector /= np.linalg.norm(vector)
    return float(vector[0]), float(vector[1]), float(vector[2])
