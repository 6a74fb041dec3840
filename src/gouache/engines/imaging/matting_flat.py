"""Taking away a ground of one flat colour: flooded from the border, its share in every edge pixel worked out exactly.

A pixel C of an edge is alpha F + (1 - alpha) B. B is known; F is the colour just inside, so alpha follows (Smith and
Blinn: Blue Screen Matting, 1996, with the subject's colour known nearby).
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_NEAR = 10  # levels that count as the ground's own colour
_RING = 0.93  # of the border that must have it
_CONTRAST = 24  # levels by which the subject differs just inside its edge ...
_SHARP = 0.85  # ... on this share of the edge
_EDGE = 2.5  # px that an edge is wide
_REACH = 2  # px in which the subject's own colour is looked for
_SOLID = 0.97  # alpha from which a pixel counts as the subject's own
_FRAMED = 0.85  # of the page inside a margin, and of that which is picture
_PATCH = 6  # px
_PURE = 3  # levels; an enclosed patch of the ground's colour must be so close
_LOGO_COLORS = 8  # a picture of so few colours is a logo: its letters have holes


def without_flat_ground(pixels: Pixels) -> Pixels | None:
    """RGBA with the ground gone; None when the border has no one colour or the subject no sharp edge."""
    rgb = np.ascontiguousarray(pixels[..., :3])
    ring = np.concatenate(
        [rgb[:2].reshape(-1, 3), rgb[-2:].reshape(-1, 3), rgb[:, :2].reshape(-1, 3), rgb[:, -2:].reshape(-1, 3)]
    )
    color = np.median(ring, axis=0).astype(np.int16)
    if float((np.abs(ring - color).max(axis=1) <= _NEAR).mean()) < _RING:
        return None
    far = np.abs(rgb.astype(np.int16) - color).max(axis=2).astype(np.uint8)
    ground = _flooded(far <= _NEAR)
    if not 0.02 < float(ground.mean()) < 0.9995 or _frames(ground) or not _sharp(far, ground):
        return None
    if _few_colors(rgb, ground):
        ground |= _patches(far <= _NEAR, far <= _PURE)
    return _unmixed(pixels, rgb, far, ground, color.astype(np.float32))


def _flooded(near: Flags) -> Flags:
    """The parts of a mask that touch the border."""
    count, labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)
    touching = np.zeros(count, bool)
    for edge in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        touching[np.unique(edge)] = True
    touching[0] = False
    flooded: Flags = touching[labels]
    return flooded


def _frames(ground: Flags) -> bool:
    """Whether the colour only runs around a picture as its margin."""
    rows, columns = np.flatnonzero(~ground.all(axis=1)), np.flatnonzero(~ground.all(axis=0))
    if not len(rows):
        return False
    inside = ground[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return inside.size > _FRAMED * ground.size and float(inside.mean()) < 1 - _FRAMED


def _patches(near: Flags, pure: Flags) -> Flags:
    """The parts of a mask in which enough is pure."""
    count, labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)
    large = np.bincount(labels[pure], minlength=count) >= _PATCH
    large[0] = False
    patches: Flags = large[labels]
    return patches


def _sharp(far: npt.NDArray[np.uint8], ground: Flags) -> bool:
    """Whether the subject begins with a step; a soft shadow does not."""
    depth = cv2.distanceTransform((~ground).astype(np.uint8), cv2.DIST_L2, 3)
    inside = (depth > 1.5) & (depth <= 4)
    return bool(inside.any()) and float((far[inside] > _CONTRAST).mean()) > _SHARP


def _few_colors(rgb: Pixels, ground: Flags) -> bool:
    """Whether nearly all of the subject has a handful of colours."""
    inside = cv2.erode((~ground).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    if not inside.any():
        return True
    codes = (rgb[inside] >> 5).astype(np.int32) @ np.array([64, 8, 1], np.int32)
    counts = np.sort(np.bincount(codes, minlength=512))[::-1]
    return float(counts[:_LOGO_COLORS].sum()) > 0.95 * len(codes)


def _unmixed(pixels: Pixels, rgb: Pixels, far: npt.NDArray[np.uint8], ground: Flags, color: Floats) -> Pixels:
    depth = cv2.distanceTransform((~ground).astype(np.uint8), cv2.DIST_L2, 3)
    rows, columns = np.nonzero((depth > 0) & (depth <= _EDGE))
    own, contrast = _strongest(rgb, far, rows, columns)
    step = own - color
    seen = rgb[rows, columns].astype(np.float32)
    alpha = np.clip(((seen - color) * step).sum(axis=1) / np.maximum(np.square(step).sum(axis=1), 1), 0, 1)
    alpha[alpha > _SOLID] = 1
    alpha[contrast < _CONTRAST] = 0  # ripples of a lossy file
    made = pixels.copy()
    made[ground] = 0
    share = np.maximum(alpha, 1 / 255)[:, None]
    made[rows, columns, :3] = np.clip((seen - (1 - share) * color) / share + 0.5, 0, 255).astype(np.uint8)
    made[rows, columns, 3] = (alpha * pixels[rows, columns, 3] + 0.5).astype(np.uint8)
    made[made[..., 3] == 0] = 0
    return made


def _strongest(
    rgb: Pixels, far: npt.NDArray[np.uint8], rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]
) -> tuple[Floats, npt.NDArray[np.int16]]:
    """The colour least like the ground's around each pixel, (count, 3), and how far it is from that, in levels."""
    height, width = far.shape
    best = far[rows, columns].astype(np.int16)
    color = rgb[rows, columns].astype(np.float32)
    for dy in range(-_REACH, _REACH + 1):
        for dx in range(-_REACH, _REACH + 1):
            y, x = np.clip(rows + dy, 0, height - 1), np.clip(columns + dx, 0, width - 1)
            better = far[y, x] > best
            best[better] = far[y, x][better]
            color[better] = rgb[y[better], x[better]]
    return color, best
