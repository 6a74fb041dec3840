"""Texture made after a picture's own: pieces of its finest band laid where the enlarged picture has texture, smaller.

Natural pictures look alike from octave to octave (Field, 1987), and textures are like themselves nearby: hair stays
hair, in its direction. So each octave that enlarging left empty is filled with pieces of the last resolved one, taken
around the same place (Efros and Freeman, "Image Quilting", 2001, without seams: windows whose squares add up to one).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
_PATCH = 64  # px of the pieces in the enlarged picture
_STRAY = 0.35  # of a piece, by which it comes from beside its place, so that nothing repeats
_LEVELS = 3  # octaves filled at most
_STRENGTH, _FALL = 0.62, 0.72  # contrast of the first empty octave as a share of the last full one, and of each next
_CEILING = 11.0  # levels of contrast at most
_EVEN, _SPARSE = 0.60, 0.46  # how evenly a band is spread in texture; at edges it is all in few px
_DULL, _RICH = 1.2, 3.0  # levels of contrast under which nothing is texture, and from which it is
_NOISE = 1.6  # of the band's deviation that noise makes up, relative to the noise
_GRAIN = 0.5  # share of the picture's noise that is made again
_MOST_GRAIN, _LEAST_GRAIN = 2.2, 0.8  # levels
_WINDOW = 4.0  # px (deviation) over which texture is measured
_INSIDE = 5  # px; so far from where texture ends none is made
_SHADE = 0.07  # of lightness, the most contrast: what is dark shows little


@dataclass(frozen=True, slots=True)
class Texture:
    """The normalized band of a picture at each octave, finest last; its contrast (height, width); its grain, levels."""

    bands: tuple[Floats, ...]
    contrast: Floats
    grain: float

    @staticmethod
    def of(before: Pixels, by: float, photo: bool) -> Texture:
        """Measured in a picture (height, width, 3) that is enlarged `by` times."""
        light = before.astype(np.float32) @ np.asarray([0.299, 0.587, 0.114], np.float32)
        noise = _noise(light)
        band = cv2.GaussianBlur(light, (0, 0), 0.6) - cv2.GaussianBlur(light, (0, 0), 1.7)
        power = cv2.GaussianBlur(np.square(band), (0, 0), _WINDOW)
        contrast = np.sqrt(np.maximum(power - (_NOISE * 0.5 * noise) ** 2, 0))
        even = cv2.GaussianBlur(np.abs(band), (0, 0), _WINDOW) ** 2 / np.maximum(power, 1e-3)
        spread = np.clip((even - _SPARSE) / (_EVEN - _SPARSE), 0, 1)
        share = spread * np.clip((contrast - _DULL) / (_RICH - _DULL), 0, 1)
        most = np.minimum(_CEILING, 0.5 + _SHADE * cv2.GaussianBlur(light, (0, 0), _WINDOW))
        inner = cv2.erode(np.minimum(contrast * share, most), np.ones((_INSIDE, _INSIDE), np.uint8))
        pure = np.clip(band / np.maximum(np.sqrt(power), 0.8), -2.5, 2.5) * np.sqrt(np.clip(share, 0.0, 1))
        octaves = min(_LEVELS, max(0, round(log2(max(by, 1.0)))))
        bands = tuple(_grown(np.asarray(pure, np.float32), 2**k) for k in reversed(range(octaves)))
        grain = min(_MOST_GRAIN, _GRAIN * noise) if photo else 0.0
        soft = np.asarray(cv2.GaussianBlur(inner, (0, 0), 1.5), np.float32)
        return Texture(bands, soft, grain if grain >= _LEAST_GRAIN else 0.0)

    @property
    def needed(self) -> bool:
        return bool(self.bands) and (float(self.contrast.max()) > 0.5 or self.grain > 0)

    def rows(self, top: int, bottom: int, size: tuple[int, int]) -> Floats:
        """What is added to rows `top`..`bottom` of the enlarged picture of a size (height, width), in levels."""
        made = np.zeros((bottom - top, size[1]), np.float32)
        strength = _STRENGTH
        for number, band in enumerate(self.bands):
            made += _quilted(band, self._scale(band, size), top, bottom, size[1], number) * np.float32(strength)
            strength *= _FALL
        made *= self._contrast(top, bottom, size)
        if self.grain:
            made += _grained(top, bottom, size[1]) * np.float32(self.grain)
        return made

    def _scale(self, band: Floats, size: tuple[int, int]) -> tuple[float, float]:
        return band.shape[0] / size[0], band.shape[1] / size[1]

    def _contrast(self, top: int, bottom: int, size: tuple[int, int]) -> Floats:
        """The contrast map, enlarged, in some rows."""
        fy, fx = self.contrast.shape[0] / size[0], self.contrast.shape[1] / size[1]
        matrix = np.asarray([[fx, 0, fx / 2 - 0.5], [0, fy, fy * (top + 0.5) - 0.5]], np.float32)
        return np.asarray(
            cv2.warpAffine(
                self.contrast, matrix, (size[1], bottom - top), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
        )  # fmt: skip


def _noise(light: Floats) -> float:
    """The noise's standard deviation in levels, from the calmest places (Immerkaer, 1996, by a low percentile)."""
    kernel = np.asarray([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    rough = cv2.blur(np.abs(cv2.filter2D(light, -1, kernel)), (9, 9))
    return float(np.percentile(rough, 2)) * float(np.sqrt(np.pi / 2)) / 6


def _grown(band: Floats, by: int) -> Floats:
    if by == 1:
        return band
    return np.asarray(cv2.resize(band, None, fx=by, fy=by, interpolation=cv2.INTER_CUBIC), np.float32)


def _quilted(band: Floats, scale: tuple[float, float], top: int, bottom: int, width: int, number: int) -> Floats:
    """Rows of pieces of a band, each from around its own place, with the contrast of the band."""
    half = _PATCH // 2
    first, last = top // half - 1, (bottom - 1) // half
    sheet = np.zeros(((last - first + 2) * half, width + 3 * half), np.float32)
    source = (
        np.pad(band, [(0, max(0, _PATCH - side)) for side in band.shape], mode="reflect")
        if min(band.shape) < _PATCH
        else band
    )
    window = _window()
    columns = width // half + 2
    for line in range(first, last + 1):
        ys, xs, turned = _origins(line, columns, scale, source.shape, number)
        strip = sheet[(line - first) * half : (line - first) * half + _PATCH]
        for k in range(columns):
            piece = source[ys[k] : ys[k] + _PATCH, xs[k] : xs[k] + _PATCH]
            strip[:, k * half : k * half + _PATCH] += (piece[::-1, ::-1] if turned[k] else piece) * window
    offset = top - first * half
    return sheet[offset : offset + bottom - top, half : half + width]


def _origins(
    line: int, columns: int, scale: tuple[float, float], shape: tuple[int, ...], number: int
) -> tuple[list[int], list[int], list[bool]]:
    """Where the pieces of a row of them come from: about their own place; and which are turned by half a turn."""
    half = _PATCH // 2
    dice = np.random.Generator(np.random.PCG64([number, line + 4]))
    stray = (dice.random((2, columns)) - 0.5) * (2 * _STRAY * _PATCH)
    y = (line + 1) * half * scale[0] - half + stray[0]
    x = np.arange(columns) * half * scale[1] - half + stray[1]
    ys = np.clip(np.rint(y), 0, shape[0] - _PATCH).astype(int)
    xs = np.clip(np.rint(x), 0, shape[1] - _PATCH).astype(int)
    return ys.tolist(), xs.tolist(), (dice.random(columns) < 0.5).tolist()


def _window() -> Floats:
    """A window whose squares, half a window apart, add up to one."""
    ramp = np.sin(np.pi * (np.arange(_PATCH) + 0.5) / _PATCH)
    return np.asarray(np.outer(ramp, ramp), np.float32)


def _grained(top: int, bottom: int, width: int) -> Floats:
    """Rows of soft noise of deviation 1, the same for the same rows."""
    side = 512
    white = np.random.Generator(np.random.PCG64(20_003)).standard_normal((side, side), dtype=np.float32)
    soft = cv2.GaussianBlur(np.pad(white, 4, mode="wrap"), (0, 0), 0.7)[4:-4, 4:-4]
    soft = np.asarray(soft / soft.std(), np.float32)
    rows = np.arange(top, bottom) % side
    sheet = np.tile(soft, (1, width // side + 1))[:, :width]
    return np.asarray(sheet[rows])
