"""The picture as it is traced: a size that can be afforded, quiet areas, hard edges.

Pixels here are premultiplied RGBA, so that an anti-aliased edge is a straight mixture of its two sides, also where
one side is transparent.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.restyle.opencv import cv2

Pixels = npt.NDArray[np.uint8]  # (h, w, 4)
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Planes = npt.NDArray[np.float32]  # (channels, n)

MAX_AREA = 1_450_000  # px traced; larger pictures are scaled down first
BUSY_AREA = 400_000  # px traced of pictures that are all edges: photographs, noise, dithering
BUSY = 0.30  # share of edge pixels that makes a picture busy
PLAIN = 0.75  # share of the four commonest colours from which on it is not
EDGE = 10  # 8-bit levels between neighbours; less is one area

_MIXED, _SMEARED = (0.02, 12.0), (0.12, 150.0)  # of clean pictures, and of those with coarse colours (JPEG 4:2:0)
_AXES = ((0, 1), (1, 0), (1, 1), (1, -1))


@dataclass(frozen=True, slots=True)
class Prepared:
    """`soft` keeps anti-aliased edges (for sub-pixel contours), `hard` has none; `scale` is traced px per source px."""

    soft: Pixels
    hard: Pixels
    edges: Mask  # (h, w), where `soft` is not flat
    scale_x: float
    scale_y: float
    noise: float  # standard deviation, 8-bit levels
    lossy: bool  # whether it has the ripples of a lossy encoder beside its edges
    busy: bool


def prepare(pixels: Pixels) -> Prepared:
    """Scaled, denoised and sharpened."""
    height, width = pixels.shape[:2]
    soft = _fit(_premultiplied(pixels), MAX_AREA)
    noise = noise_level(soft)
    spread = _spread(soft)
    lossy = noise < 0.5 and _rippled(spread)
    quiet = _quiet(soft, noise, lossy)
    if quiet is not soft:
        spread = _spread(quiet)
    busy = float((spread > EDGE).mean()) > BUSY and not _plain(quiet)
    if busy:
        soft = _fit(soft, BUSY_AREA)
        quiet = _quiet(soft, noise, lossy)
        spread = _spread(quiet)
    edges = spread > (2 * EDGE if lossy else EDGE)
    hard = quiet if busy else hardened(quiet, edges, _SMEARED if lossy else _MIXED)
    return Prepared(quiet, hard, edges, soft.shape[1] / width, soft.shape[0] / height, noise, lossy, busy)


def _rippled(spread: Pixels) -> bool:
    """Whether small differences are as common as edges: in clean art an area is flat or a gentle ramp."""
    edges = np.count_nonzero(spread > EDGE)
    return bool(edges > 0 and np.count_nonzero((spread > 2) & (spread <= EDGE)) > 0.35 * edges)


def _plain(pixels: Pixels) -> bool:
    """Whether four colours make up most of the picture, however many edges there are: engravings, dithering."""
    coarse = pixels[..., :3] >> 4
    keys = coarse[..., 0].astype(np.int64) << 8 | coarse[..., 1].astype(np.int64) << 4 | coarse[..., 2]
    counts = np.sort(np.bincount(keys.ravel()))
    return bool(counts[-4:].sum() > PLAIN * counts.sum())


def _premultiplied(pixels: Pixels) -> Pixels:
    if pixels[..., 3].min() == 255:
        return np.ascontiguousarray(pixels)
    alpha = pixels[..., 3:].astype(np.uint16)
    out = pixels.copy()
    out[..., :3] = (pixels[..., :3] * alpha + 127) // 255
    return out


def _fit(pixels: Pixels, area: int) -> Pixels:
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
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGBA2GRAY).astype(np.float32)
    response = np.abs(cv2.filter2D(luma, cv2.CV_32F, kernel))[1:-1, 1:-1]
    return float(np.median(response)) / (6 * 0.6745)


def _quiet(pixels: Pixels, noise: float, lossy: bool) -> Pixels:
    """Noise smoothed inside areas, edges kept; transparent pictures keep their alpha."""
    if noise < 0.5 and not lossy:
        return pixels
    if noise > 15:
        pixels = cv2.medianBlur(pixels, 5)
    reach = 35.0 if lossy else min(90.0, 6.0 * noise)
    rgb = cv2.bilateralFilter(np.ascontiguousarray(pixels[..., :3]), 5 if noise < 2 else 7, reach, 2.5)
    return np.dstack([np.minimum(rgb, pixels[..., 3:]), pixels[..., 3]]).astype(np.uint8)


def _spread(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """The largest difference in a channel between the pixels of each 3 x 3 window."""
    kernel = np.ones((3, 3), np.uint8)
    channels = pixels if pixels[..., 3].min() < 255 else np.ascontiguousarray(pixels[..., :3])
    difference = cv2.subtract(cv2.dilate(channels, kernel), cv2.erode(channels, kernel))
    return np.asarray(difference.max(axis=2), np.uint8)


def hardened(pixels: Pixels, edges: Mask, slack: tuple[float, float]) -> Pixels:
    """Every pixel that lies between the colours of its two opposite neighbours takes the nearer of them.

    The toggle mapping of H. P. Kramer and J. B. Bruckner (1975) for colours: of four axes and two reaches the one with
    the strongest contrast decides. Ridges, such as a thin line, are no mixtures and stay. `slack` says how far off the
    way between the two a mixture may be: in shares of its squared length, and squared levels.
    """
    height, width = edges.shape
    padded = cv2.copyMakeBorder(pixels, 2, 2, 2, 2, cv2.BORDER_REPLICATE)
    stride = width + 4
    rows, columns = np.nonzero(edges)
    at = (rows + 2) * stride + columns + 2
    count = 4 if pixels[..., 3].min() < 255 else 3
    planes = padded.reshape(-1, 4)[:, :count].T.astype(np.float32)
    for _ in range(2):
        at, source = _toggled(planes, at, stride, slack)
        planes[:, at] = planes[:, source]
    out = padded.reshape(-1, 4)
    out[:, :count] = planes.T
    return np.ascontiguousarray(out.reshape(height + 4, stride, 4)[2:-2, 2:-2])


def _toggled(planes: Planes, at: Ints, stride: int, slack: tuple[float, float]) -> tuple[Ints, Ints]:
    """The pixels that change, and from where they take their value."""
    here = planes[:, at]
    best = np.full(at.size, float(EDGE * EDGE), np.float32)
    source = at.copy()
    for dy, dx in _AXES:
        step = dy * stride + dx
        before, after = planes[:, at - step], planes[:, at + step]
        strict = np.minimum(np.abs(before - here).max(axis=0), np.abs(after - here).max(axis=0)) > 2
        some = np.flatnonzero(strict)
        for reach in (1, 2):
            one, other = at[some] - reach * step, at[some] + reach * step
            place, length, off = _placed(here[:, some], planes[:, one], planes[:, other])
            wins = (off < slack[0] * length + slack[1]) & (place > 0.01) & (place < 0.99) & (length > best[some])
            if reach == 2:
                first, _, _ = _placed(before[:, some], planes[:, one], planes[:, other])
                last, _, _ = _placed(after[:, some], planes[:, one], planes[:, other])
                wins &= (first < place) & (place < last)
            won = some[wins]
            best[won] = length[wins]
            source[won] = np.where(place < 0.5, one, other)[wins]
    changed = source != at
    return at[changed], source[changed]


def _placed(here: Planes, start: Planes, end: Planes) -> tuple[Planes, Planes, Planes]:
    """Where colours lie on the way from start to end (0..1), its squared length, their squared distance from it."""
    span, way = end - start, here - start
    length = np.maximum((span * span).sum(axis=0), 1)
    along = (way * span).sum(axis=0)
    place = along / length
    return place, length, (way * way).sum(axis=0) - along * place
