"""The fine texture of pictures by size and direction, measured and made again.

A texture without objects is told by its spectrum alone; the same spectrum with random phases looks the same (Galerne,
Gousseau and Morel, "Random Phase Textures", 2011). Bands are octaves of size by four directions, so paper, canvas,
pencil strokes and film grain differ.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_PATCH = 64  # px
_OCTAVES = (2.0, 4.0, 8.0, 16.0, 28.0)  # px, the wave lengths between bands
_DIRECTIONS = 4
BANDS = (len(_OCTAVES) - 1) * _DIRECTIONS
_CALM = 0.3  # of the patches; the rest holds outlines and things
_USUAL = 0.3  # of those that have less: what only some have is no grain but a thing
_TILE = 512  # px of the made texture, which repeats


def bands(light: Floats) -> Floats:
    """The standard deviation of lightness (height, width) in each band, in the calm parts of the page, (BANDS,)."""
    patches = _patches(light)
    edges = _patches(_slopes(light)).mean(axis=(1, 2))
    calm = patches[np.argsort(edges, kind="stable")[: max(3, round(_CALM * len(patches)))]]
    window = np.outer(np.hanning(_PATCH), np.hanning(_PATCH)).astype(np.float32)
    flat = calm - calm.mean(axis=(1, 2), keepdims=True)
    power = np.abs(np.fft.fft2(flat * window)) ** 2 / (_PATCH**2 * float(np.square(window).sum()))
    found = power.reshape(len(calm), -1) @ _shares(_PATCH).reshape(BANDS, -1).T
    return np.asarray(np.sqrt(np.quantile(found, _USUAL, axis=0)), np.float32)


def texture(strength: Floats, seed: int) -> Floats:
    """A texture of mean 0 with these standard deviations in its bands, (_TILE, _TILE), without seams."""
    noise = np.random.Generator(np.random.PCG64(seed)).standard_normal((_TILE, _TILE))
    spectrum = np.fft.fft2(noise)
    shares = _shares(_TILE)
    cells = np.maximum(shares.sum(axis=(1, 2)), 1e-6)  # white noise has this much of its power in a band
    gains = (strength / np.sqrt(cells / _TILE**2))[:, None, None]
    filtered = spectrum * np.sqrt((shares * gains**2).sum(axis=0))
    return np.asarray(np.fft.ifft2(filtered).real, np.float32)


def _slopes(light: Floats) -> Floats:
    soft = cv2.GaussianBlur(light, (0, 0), 3)
    return np.asarray(np.hypot(cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)), np.float32)


def _patches(values: Floats) -> Floats:
    """Overlapping squares of the page, (n, _PATCH, _PATCH); a small page is mirrored to hold one."""
    short = [max(0, _PATCH - side) for side in values.shape]
    if any(short):
        values = np.pad(values, [(0, more) for more in short], mode="symmetric")
    rows, columns = (range(0, side - _PATCH + 1, _PATCH // 2) for side in values.shape)
    return np.stack([values[y : y + _PATCH, x : x + _PATCH] for y in rows for x in columns])


@lru_cache(2)
def _shares(side: int) -> Floats:
    """How much of each frequency belongs to each band, (BANDS, side, side); octaves and directions fade softly."""
    fy, fx = np.fft.fftfreq(side)[:, None], np.fft.fftfreq(side)[None, :]
    radius = np.hypot(fx, fy)
    octave = np.log2(1 / np.maximum(radius, 1e-6))
    angle = np.mod(np.arctan2(fy, fx), np.pi) / (np.pi / _DIRECTIONS)
    inside = (radius <= 0.5) & (octave >= np.log2(_OCTAVES[0])) & (octave < np.log2(_OCTAVES[-1]))
    found = []
    for low, high in zip(_OCTAVES, _OCTAVES[1:], strict=False):
        ring = inside & (octave >= np.log2(low)) & (octave < np.log2(high))
        for k in range(_DIRECTIONS):
            gap = np.abs(np.mod(angle - k + _DIRECTIONS / 2, _DIRECTIONS) - _DIRECTIONS / 2)
            found.append(ring * np.clip(1 - gap, 0, 1))
    return np.asarray(np.stack(found), np.float32)
