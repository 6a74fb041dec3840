"""What a lens and a film do: round blur, bloom, vignette, tone curve, grain."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.photo.camera import Floats, display, f32


def _disc(radius: float) -> Floats:
    size = int(radius) * 2 + 3
    y, x = np.mgrid[:size, :size].astype(np.float32) - size // 2
    disc = np.clip(radius + 0.5 - np.hypot(x, y), 0, 1)
    return f32((disc / disc.sum()).astype(np.float32))


def bokeh(light: Floats, radius: float) -> Floats:
    """Out-of-focus blur by a round aperture, radius in px; highlights are lifted first, as film sees them."""
    if radius < 1:
        return f32(light)
    half = cv2.resize(light, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    lifted = half + np.clip(half - 0.8, 0, 2) * 2.5
    soft = cv2.filter2D(lifted, -1, _disc(radius / 2), borderType=cv2.BORDER_REFLECT)
    return f32(cv2.resize(soft, (light.shape[1], light.shape[0]), interpolation=cv2.INTER_LINEAR))


def expose(light: Floats, seed: int, grain: float = 0.009) -> Floats:
    """Linear light to a finished print, sRGB 0..1: bloom, vignette, filmic curve, grain."""
    height, width = light.shape[:2]
    small = cv2.resize(np.clip(light - 0.8, 0, 2), (width // 8, height // 8), interpolation=cv2.INTER_AREA)
    glow = cv2.resize(cv2.GaussianBlur(small, (0, 0), 4), (width, height), interpolation=cv2.INTER_LINEAR)
    y, x = np.linspace(-1, 1, height, dtype=np.float32)[:, None], np.linspace(-1, 1, width, dtype=np.float32)[None]
    vignette = 1 - 0.20 * ((x**2 + y**2) / 2) ** 1.5
    print_ = display(curve((light + glow * 0.35) * vignette[..., None]))
    noise = np.random.Generator(np.random.PCG64(seed)).standard_normal((height, width), dtype=np.float32)
    noise = cv2.GaussianBlur(noise, (0, 0), 0.7) * grain * 1.6
    return f32(np.clip(print_ + (noise * (1 - np.abs(print_.mean(2) * 2 - 1) * 0.6))[..., None], 0, 1))


def curve(light: Floats) -> Floats:
    """A gentle filmic shoulder: linear up to the middle tones, white reached at about 2.2."""
    x = np.clip(light, 0, None)
    return f32(np.where(x < 0.55, x, 0.55 + 0.45 * (1 - np.exp(-(x - 0.55) / 0.45))))
