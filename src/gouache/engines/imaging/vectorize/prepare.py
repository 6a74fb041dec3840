"""The picture as it is traced: a size that can be afforded, quiet areas, hard edges.

Pixels here are premultiplied RGBA, so that an anti-aliased edge is a straight mixture of its two sides, also where
one side is transparent.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.harden import EDGE, MIXED, SMEARED, halved, hardened
from gouache.engines.imaging.vectorize.types import Levels, Mask, Pixels, opaque

SMALL = 240  # px; pictures up to this size are enlarged
MAX_AREA = 1_450_000  # px traced; larger pictures are scaled down first
BUSY_AREA = 400_000  # px traced of pictures that are all edges: photographs, noise, dithering
EDGE_AREA = 250_000  # px of edges traced at most
NOISY = 15.0  # levels of noise from which on no detail is left to keep
BUSY = 0.30  # share of edge pixels that makes a picture busy
FULL = 0.85  # share of edge pixels that leaves no room for lines between areas: dithering
_RIPPLES = 0.2  # small differences per edge pixel of a lossy picture, at least
_RESTLESS = 0.15  # share of the pixels close to edges that are not flat in a lossy picture, at least
_EVEN = 0.85  # share of the pixels off the edges that are flat in drawn art
PLAIN = 0.75  # share of the four commonest colours from which on it is not


@dataclass(frozen=True, slots=True)
class Prepared:
    """`soft` keeps anti-aliased edges (for sub-pixel contours), `hard` has none; `scale` is traced px per source px."""

    soft: Pixels
    hard: Pixels
    edges: Mask  # (h, w), where `soft` is not flat
    scale_x: float
    scale_y: float
    noise: float  # standard deviation, 8-bit levels
    lossy: bool  # whether colours beside its edges are spoilt: ripples of a lossy encoder, mixtures of an enlarged icon
    busy: bool
    enlarged: bool = False  # a small picture


def prepare(pixels: Pixels) -> Prepared:
    """Scaled, denoised and sharpened."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    if max(height, width) <= SMALL:
        return _prepared_small(_premultiplied(pixels))
    soft = _fit(_premultiplied(pixels), MAX_AREA)
    noise = noise_level(soft)
    spread = _spread(soft)
    lossy = noise < 0.5 and _rippled(spread)
    quiet = _quiet(soft, noise, lossy)
    if quiet is not soft:
        spread = _spread(quiet)
    size = soft.shape[0] * soft.shape[1]
    share = np.count_nonzero(spread > EDGE) / size
    dense = share > min(BUSY, EDGE_AREA / size)  # else no answer depends on it
    lines = dense and noise < NOISY and share < FULL and (_flat(spread) or _plain(quiet))
    busy = share > BUSY and not lines
    affordable = BUSY_AREA if busy else MAX_AREA if lines else EDGE_AREA / max(share, 1e-3)
    if affordable < size:
        soft = _fit(soft, affordable)
        quiet = _quiet(soft, noise, lossy)
        spread = _spread(quiet)
    edges = spread > (2 * EDGE if lossy else EDGE)
    hard = quiet if busy else hardened(quiet, edges, SMEARED if lossy else MIXED)
    return Prepared(quiet, hard, edges, soft.shape[1] / width, soft.shape[0] / height, noise, lossy, busy)


def _rippled(spread: Levels) -> bool:
    """Whether small differences are common, and beside edges the rule: clean art is flat there, or a gentle ramp."""
    edges = cv2.compare(spread, EDGE, cv2.CMP_GT)
    if np.count_nonzero((spread > 2) & (spread <= EDGE)) <= _RIPPLES * np.count_nonzero(edges):
        return False
    beside = cv2.dilate(edges, np.ones((9, 9), np.uint8)) > cv2.dilate(edges, np.ones((3, 3), np.uint8))
    return bool(np.count_nonzero(spread[beside] > 1) > _RESTLESS * np.count_nonzero(beside))


def _flat(spread: Levels) -> bool:
    """Whether what lies between the edges has no texture at all, however many edges there are: mosaics."""
    between = np.count_nonzero(spread <= EDGE)
    return bool(np.count_nonzero(spread <= 1) > _EVEN * between)


def _plain(pixels: Pixels) -> bool:
    """Whether four colours make up most of the picture, however many edges there are: engravings, dithering."""
    counts = np.sort(cv2.calcHist([pixels], [0, 1, 2], None, [16] * 3, [0, 256] * 3), axis=None)
    return bool(counts[-4:].sum() > PLAIN * counts.sum())


def _premultiplied(pixels: Pixels) -> Pixels:
    if opaque(pixels):
        return pixels
    alpha = pixels[..., 3:].astype(np.uint16)
    out = pixels.copy()
    out[..., :3] = (pixels[..., :3] * alpha + 127) // 255
    return out


def _prepared_small(pixels: Pixels) -> Prepared:
    """Small pictures are enlarged, so that curves have points enough: pixel art in blocks, others smoothly."""
    longest = max(pixels.shape[:2])
    if longest <= 128 and blocky(pixels):
        blocks = np.ascontiguousarray(np.repeat(np.repeat(pixels, 8, axis=0), 8, axis=1))
        return Prepared(blocks, blocks, _spread(blocks) > EDGE, 8, 8, 0, False, False)
    factor = 4 if longest <= 80 else 3 if longest <= 120 else 2
    size = pixels.shape[1] * factor, pixels.shape[0] * factor
    square = np.ones((3, 3), np.uint8)
    low, high = (cv2.resize(f(pixels, square), size, interpolation=cv2.INTER_NEAREST) for f in (cv2.erode, cv2.dilate))
    soft = np.clip(cv2.resize(pixels, size, interpolation=cv2.INTER_CUBIC), low, high).astype(np.uint8)
    edges = _spread(soft) > 2 * EDGE / factor  # as wide as they are, they are less steep
    return Prepared(soft, halved(soft, edges, factor), edges, factor, factor, 0, True, False, enlarged=True)


def blocky(pixels: Pixels) -> bool:
    """Whether a picture was set pixel by pixel: few colours, and none of them to soften edges."""
    if len(np.unique(pixels.reshape(-1, 4), axis=0)) <= 12:
        return True
    edges = _spread(pixels) > EDGE
    mixed = (hardened(pixels, edges, MIXED) != pixels).any(axis=2)
    return bool(mixed.sum() < 0.05 * max(1, edges.sum()))


def _fit(pixels: Pixels, area: float) -> Pixels:
    height, width = pixels.shape[:2]
    if height * width <= area:
        return pixels
    factor = (area / (height * width)) ** 0.5
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def noise_level(pixels: Pixels) -> float:
    """Standard deviation of the noise in 8-bit levels, from the quieter half of the picture.

    The Laplacian difference of J. Immerkaer, Fast Noise Variance Estimation, 1996; a median instead of the mean.
    """
    if min(pixels.shape[:2]) < 16:
        return 0.0
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    response = cv2.filter2D(cv2.cvtColor(pixels, cv2.COLOR_RGBA2GRAY), cv2.CV_16S, kernel)[1:-1, 1:-1]
    if 2 * np.count_nonzero(response) < response.size - 1:
        return 0.0
    return float(np.median(np.abs(response))) / (6 * 0.6745)


def _quiet(pixels: Pixels, noise: float, lossy: bool) -> Pixels:
    """Noise smoothed inside areas, edges kept; transparent pictures keep their alpha."""
    if noise < 0.5 and not lossy:
        return pixels
    if noise > NOISY:
        pixels = cv2.medianBlur(pixels, 5)
    reach = 35.0 if lossy else min(90.0, 6.0 * noise)
    rgb = cv2.bilateralFilter(np.ascontiguousarray(pixels[..., :3]), 5 if noise < 2 else 7, reach, 2.5)
    return np.dstack([np.minimum(rgb, pixels[..., 3:]), pixels[..., 3]]).astype(np.uint8)


def _spread(pixels: Pixels) -> Levels:
    """The largest difference in a channel between the pixels of each 3 x 3 window."""
    kernel = np.ones((3, 3), np.uint8)
    channels = cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB) if opaque(pixels) else pixels
    difference = cv2.split(cv2.subtract(cv2.dilate(channels, kernel), cv2.erode(channels, kernel)))
    return np.asarray(reduce(cv2.max, difference), np.uint8)
