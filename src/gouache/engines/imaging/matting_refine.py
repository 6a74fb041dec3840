"""From a coarse mask to an alpha at full resolution and the subject's own colours.

A colour guided filter (He, Sun, Tang: Guided Image Filtering, PAMI 2013) pulls the coarse mask to the edges of the
picture. In the band that is still unsure each pixel is unmixed between the colours of the subject and of the ground
nearby, weighed by how well these tell apart. Colours are then cleaned of the ground (Forte: Approximate Fast
Foreground Colour Estimation, ICIP 2021). What is local is measured at the model's resolution, applied at full size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

_STRIP = 256  # rows
_GUIDE_RADIUS = 12  # cells
_GUIDE_EPSILON = 1e-5
_RADIUS = 8  # cells over which colours count as nearby
_FAR = 40  # cells, where there are none
_BAND = 9  # cells
_NOISE = 0.02  # of a channel
_TRUST = 3.0  # in the coarse mask against the colours


@dataclass(frozen=True, slots=True)
class _Local:
    """Maps over the cells: coarse alpha, weight of the colours, nearby subject and ground colours."""

    alpha: Floats
    weight: Floats
    subject: Floats
    ground: Floats

    def strip(self, top: int, bottom: int, size: tuple[int, int]) -> _Local:
        """The maps for rows `top` to `bottom` of a picture of `size` (width, height), bilinear."""
        return _Local(*(_rows(m, top, bottom, size) for m in (self.alpha, self.weight, self.subject, self.ground)))


def cut(rgb: Bytes, coarse: Floats) -> Bytes:
    """RGBA of a picture (height, width, 3), its subject found by a coarse mask of any size, 0..1."""
    height, width = rgb.shape[:2]
    local = _measured(rgb, coarse)
    made = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2RGBA), np.uint8)
    for top in range(0, height, _STRIP):
        bottom = min(height, top + _STRIP)
        _unmix(made[top:bottom], local.strip(top, bottom, (width, height)))
    return _without_specks(made, local.alpha)


def cleaned(pixels: Bytes, alpha: Bytes) -> Bytes:
    """RGBA of a picture with an exact alpha (height, width), the ground's colour taken out of its edges."""
    from gouache.engines.imaging.matting_model import SIDE

    height, width = alpha.shape
    share = _floats(alpha / np.float32(255))
    side = (min(width, SIDE), min(height, SIDE))
    small = cv2.resize(share, side, interpolation=cv2.INTER_AREA)
    image = cv2.resize(pixels[..., :3], side, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
    subject, ground = (_nearby(_floats(image), _levels(_floats(sure), 0.7, 1))[0] for sure in (small, 1 - small))
    made = pixels.copy()
    made[..., 3] = alpha
    for top in range(0, height, _STRIP):
        rows = slice(top, min(height, top + _STRIP))
        near = [_rows(m, rows.start, rows.stop, (width, height)) for m in (subject, ground)]
        part, seen = share[rows, :, None], pixels[rows, :, :3].astype(np.float32) / 255
        colors = near[0] + part * (seen - part * near[0] - (1 - part) * near[1])
        made[rows, :, :3] = np.where(part >= 1, seen, np.clip(colors, 0, 1)) * 255 + 0.5
    made[alpha == 0] = 0
    return made


def _measured(rgb: Bytes, coarse: Floats) -> _Local:
    side = (coarse.shape[1], coarse.shape[0])
    image = _floats(cv2.resize(rgb, side, interpolation=cv2.INTER_AREA).astype(np.float32) / 255)
    alpha = _levels(guided(image, coarse, _GUIDE_RADIUS, _GUIDE_EPSILON), 0.1, 0.9)
    subject, spread = _nearby(image, _levels(alpha, 0.7, 1))
    ground, rough = _nearby(image, _levels(1 - alpha, 0.7, 1))
    apart = np.square(subject - ground).sum(axis=2)
    doubt = _NOISE**2 + (spread + rough) / 3
    mixed = cv2.blur(alpha, (2 * _BAND + 1,) * 2)
    band = cv2.blur(np.clip(np.minimum(mixed, 1 - mixed) * 12 - 0.3, 0, 1), (5, 5))
    return _Local(alpha, _floats(apart / (apart + _TRUST * doubt) * band), subject, ground)


def _floats(values: object) -> Floats:
    return np.asarray(values, np.float32)


def _levels(alpha: Floats, low: float, high: float) -> Floats:
    return _floats(np.clip((alpha - low) / (high - low), 0, 1))


def _box(values: Floats, radius: int) -> Floats:
    return cast(Floats, cv2.blur(values, (2 * radius + 1,) * 2, borderType=cv2.BORDER_REFLECT))


def _nearby(image: Floats, sure: Floats) -> tuple[Floats, Floats]:
    """Mean colour (height, width, 3) and variance of the sure cells around each, or farther off when none is near."""
    sure = _floats(np.square(sure) + 1e-6)
    far = _box(image * sure[..., None], _FAR) / _box(sure, _FAR)[..., None]
    near = _box(_box(sure, _RADIUS), _RADIUS)
    total = near + 1e-3
    mean = (_box(_box(image * sure[..., None], _RADIUS), _RADIUS) + 1e-3 * far) / total[..., None]
    square = _box(_box(_floats(np.square(image).sum(axis=2) * sure), _RADIUS), _RADIUS)
    square = (square + 1e-3 * np.square(far).sum(axis=2)) / total
    return _floats(mean), _floats(np.maximum(square - np.square(mean).sum(axis=2), 0))


def _rows(values: Floats, top: int, bottom: int, size: tuple[int, int]) -> Floats:
    """Rows of a small map enlarged to `size`, as cv2.resize would, without enlarging all of it."""
    scale_x, scale_y = values.shape[1] / size[0], values.shape[0] / size[1]
    x = (np.arange(size[0], dtype=np.float32) + 0.5) * scale_x - 0.5
    y = (np.arange(top, bottom, dtype=np.float32) + 0.5) * scale_y - 0.5
    across, down = np.meshgrid(x, y)
    return cast(Floats, cv2.remap(values, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _unmix(made: Bytes, local: _Local) -> None:
    """Some rows of the result, RGBA, in place."""
    made[..., 3] = cv2.convertScaleAbs(local.alpha, alpha=255)
    unsure = (local.weight > 0) | ((local.alpha > 0) & (local.alpha < 1))
    seen = made[unsure][:, :3].astype(np.float32) / 255
    subject, ground, coarse = local.subject[unsure], local.ground[unsure], local.alpha[unsure]
    step = subject - ground
    apart = np.maximum(np.einsum("nc,nc->n", step, step), 1e-4)
    share = np.clip(np.einsum("nc,nc->n", seen - ground, step) / apart, -0.1, 1.1)
    alpha = _levels(coarse + local.weight[unsure] * (share - coarse), 0.05, 0.95)[:, None]
    colors = subject + alpha * (seen - alpha * subject - (1 - alpha) * ground)
    own = np.where(alpha >= 1, seen, np.clip(colors, 0, 1))
    made[unsure] = (np.hstack([own, alpha]) * 255 + 0.5).astype(np.uint8)


def _without_specks(made: Bytes, coarse: Floats) -> Bytes:
    """Drop the islands that the coarse mask does not know."""
    size = (made.shape[1], made.shape[0])
    half = (max(1, size[0] // 2), max(1, size[1] // 2))
    alpha = np.ascontiguousarray(made[..., 3])
    seen = (cv2.resize(alpha, half, interpolation=cv2.INTER_AREA) > 4).astype(np.uint8)
    count, labels = cv2.connectedComponents(seen, connectivity=8, ltype=cv2.CV_16U)
    known = cv2.resize(coarse, half, interpolation=cv2.INTER_NEAREST) > 0.5
    keep = np.zeros(count, np.uint8)
    keep[np.unique(labels[known])] = 1
    keep[0] = 0
    kept = cv2.resize(keep[labels], size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.bitwise_and(made, made, mask=np.minimum(alpha, kept)), np.uint8)


def guided(image: Floats, mask: Floats, radius: int, epsilon: float) -> Floats:
    """The mask filtered so that it follows the edges of a colour picture of the same size (0..1 both).

    In double precision: where the picture is flat, what tells its colours apart is next to nothing.
    """
    image, mask = image.astype(np.float64), mask.astype(np.float64)
    mean, level = _box(image, radius), _box(mask, radius)
    shared = _box(image * mask[..., None], radius) - mean * level[..., None]
    red, green, blue = (np.ascontiguousarray(image[..., k]) for k in range(3))

    def spread(one: Floats, other: Floats, a: int, b: int) -> Floats:
        return cast(Floats, _box(one * other, radius) - mean[..., a] * mean[..., b])

    rr, gg, bb = (
        spread(red, red, 0, 0) + epsilon,
        spread(green, green, 1, 1) + epsilon,
        spread(blue, blue, 2, 2) + epsilon,
    )
    rg, rb, gb = spread(red, green, 0, 1), spread(red, blue, 0, 2), spread(green, blue, 1, 2)
    i_rr, i_rg, i_rb = gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb
    i_gg, i_gb, i_bb = rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg
    whole = rr * i_rr + rg * i_rg + rb * i_rb
    inverse = ((i_rr, i_rg, i_rb), (i_rg, i_gg, i_gb), (i_rb, i_gb, i_bb))
    slope = np.stack([sum(row[k] * shared[..., k] for k in range(3)) / whole for row in inverse], axis=2)
    offset = cast(Floats, level - (slope * mean).sum(axis=2))
    smooth = _box(cast(Floats, slope), radius)
    return _floats(np.clip((smooth * image).sum(axis=2) + _box(offset, radius), 0, 1))
