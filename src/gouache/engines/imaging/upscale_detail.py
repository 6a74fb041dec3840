"""Detail beyond what was resolved: edges sharpened without halos, texture and grain made up after the picture's own.

Natural pictures keep about the same contrast from octave to octave (Field 1987), so the band above the last resolved
one is filled with noise of the local contrast of that last band, where it is texture and not an edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
_STRIP = 1024  # rows
_MARGIN = 48  # rows around a strip that its filters see
_SHARP = 0.45
_TEXTURE = 0.55  # contrast of the new band as a share of the last one
_GRAIN = 1.1  # levels
_CEILING = 9.0  # levels of texture at most
_TILE = 512  # px of the noise, which repeats


def sharpened(rgb: Pixels, by: float) -> Pixels:
    """A picture that was resampled `by` times larger, its edges steeper, within the values that are around."""
    radius = max(0.6, 0.5 * by)
    made = np.empty_like(rgb)
    reach = np.ones((2 * round(by) + 1,) * 2, np.uint8)
    for rows, inner, part in _strips(rgb):
        soft = cv2.GaussianBlur(part, (0, 0), radius)
        steep = cv2.addWeighted(part, 1 + _SHARP, soft, -_SHARP, 0)
        bounded = np.clip(steep, cv2.erode(part, reach), cv2.dilate(part, reach))
        made[rows] = bounded[inner]
    return made


def detailed(rgb: Pixels, photo: bool) -> Pixels:
    """The picture (height, width, 3) with made-up texture and, for photographs, grain; always the same."""
    made = np.empty_like(rgb)
    noise = _noise()
    for rows, inner, part in _strips(rgb):
        top = rows.start - inner.start
        light = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY).astype(np.float32)
        shape = (light.shape[0], light.shape[1])
        fine = _spread(noise[0], shape, top) * _texture(light) + cv2.Laplacian(light, cv2.CV_32F, ksize=1) * -0.18
        if photo:
            middle = 1 - np.abs(light / 127.5 - 1) ** 3  # film shows its grain in the middle tones
            fine = fine + _spread(noise[1], shape, top) * _GRAIN * middle
        grown = part.astype(np.float32) + fine[..., None]
        made[rows] = (np.clip(grown, 0, 255) + 0.5).astype(np.uint8)[inner]
    return made


def _strips(rgb: Pixels) -> Iterator[tuple[slice, slice, Pixels]]:
    """Rows of the result, where they lie in the part, and the part with its margins."""
    height = rgb.shape[0]
    for top in range(0, height, _STRIP):
        bottom = min(height, top + _STRIP)
        start, stop = max(0, top - _MARGIN), min(height, bottom + _MARGIN)
        yield slice(top, bottom), slice(top - start, bottom - start), rgb[start:stop]


def _texture(light: Floats) -> Floats:
    """The contrast, in levels, that the made-up band has at each pixel."""
    band = cv2.GaussianBlur(light, (0, 0), 1.5) - cv2.GaussianBlur(light, (0, 0), 3)
    local = cv2.GaussianBlur(np.square(band), (0, 0), 8)
    across, down = cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(p, (0, 0), 6) for p in (across * across, down * down, across * down))
    coherence = np.sqrt((xx - yy) ** 2 + 4 * xy * xy) / (xx + yy + 1e-3)  # 1 along an edge, 0 in texture
    edge = np.maximum(np.abs(band) / (np.sqrt(local) + 1e-3) - 2, 0)
    strength = _TEXTURE * np.sqrt(local) * (1 - coherence) ** 1.5 / (1 + edge)
    return cast(Floats, np.minimum(strength, _CEILING).astype(np.float32))


def _noise() -> tuple[Floats, Floats]:
    """A patch of texture (blobs of about 2 px) and one of grain, both of mean 0 and deviation 1, without seams."""
    stream = np.random.default_rng(20_003)
    made = []
    for low, high in ((0.8, 2.2), (0.55, 1.4)):
        white = np.pad(stream.standard_normal((_TILE, _TILE)).astype(np.float32), 16, mode="wrap")
        band = cv2.GaussianBlur(white, (0, 0), low) - cv2.GaussianBlur(white, (0, 0), high)
        band = band[16:-16, 16:-16]
        made.append((band / band.std()).astype(np.float32))
    return made[0], made[1]


def _spread(noise: Floats, shape: tuple[int, int], top: int) -> Floats:
    """The noise over a strip whose first row is `top`, repeated."""
    rows = (np.arange(shape[0]) + top) % _TILE
    columns = np.arange(shape[1]) % _TILE
    return noise[rows[:, None], columns[None, :]]
