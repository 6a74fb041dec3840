"""A first filling of a hole that carries structure on: whole patches from the rim inwards, edges first.

The order is that of Criminisi, Pérez and Toyama, "Region Filling and Object Removal by Exemplar-Based Image
Inpainting" (2004): confidence times the strength of what runs into the hole. Meant for small pictures.
"""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.patches import RADIUS, Flags, Floats, Places

_REACH = 4  # px; patches of 9 x 9
_NEARBY = 6.0  # squared levels a pixel that the far end of the page costs more than next door


def grown(image: Floats, hole: Flags, valid: Flags) -> Floats:
    """The picture (height, width, c) float32 0..255 with its hole filled; `valid` marks centres to copy from."""
    page, open_ = image[..., :3].copy(), hole.copy()
    made = image.copy()
    trust = (~hole).astype(np.float32)
    free = _whole(hole, valid)
    if not free.any():
        return image
    while open_.any():
        y, x = _next(page, open_, trust)
        rows, columns = _window(y, x, hole.shape)
        gap = open_[rows, columns]
        fy, fx = _likest(page, rows, columns, gap, free, (y, x))
        top, left = fy - (y - rows.start), fx - (x - columns.start)
        there = (slice(top, top + gap.shape[0]), slice(left, left + gap.shape[1]))
        for target in (page, made):
            piece = target[rows, columns]
            piece[gap] = target[there][gap]
        trust[rows, columns][gap] = trust[rows, columns].mean()
        open_[rows, columns] = False
    return made


def _whole(hole: Flags, valid: Flags) -> Flags:
    """Centres whose whole patch is known, on the page and allowed."""
    size = 2 * _REACH + 1
    known = cv2.erode((~hole).astype(np.uint8), np.ones((size, size), np.uint8)).astype(bool) & valid
    known[:_REACH] = known[-_REACH:] = False
    known[:, :_REACH] = known[:, -_REACH:] = False
    return known


def _next(page: Floats, open_: Flags, trust: Floats) -> tuple[int, int]:
    """The pixel of the rim to go on at."""
    size = 2 * _REACH + 1
    inner = cv2.erode(open_.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1).astype(bool)
    rim = open_ & ~inner
    if not rim.any():
        rim = open_
    sure = cv2.boxFilter(trust * ~open_, -1, (size, size), borderType=cv2.BORDER_CONSTANT)
    luma = page @ np.array([0.299, 0.587, 0.114], np.float32)
    known = (~cv2.dilate(open_.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)).astype(np.float32)
    gx, gy = cv2.Scharr(luma, -1, 1, 0) * known / 32, cv2.Scharr(luma, -1, 0, 1) * known / 32
    soft = cv2.GaussianBlur(open_.astype(np.float32), (0, 0), 2.0)
    nx, ny = cv2.Sobel(soft, -1, 1, 0), cv2.Sobel(soft, -1, 0, 1)
    length = np.maximum(np.hypot(nx, ny), 1e-4)
    into = cv2.dilate(np.abs(gy * nx - gx * ny) / length, np.ones((size, size), np.uint8))
    order = np.where(rim, sure * (into + 2.0), -1)
    y, x = np.unravel_index(int(order.argmax()), order.shape)
    return int(y), int(x)


def _window(y: int, x: int, shape: tuple[int, ...]) -> tuple[slice, slice]:
    return (
        slice(max(0, y - _REACH), min(shape[0], y + _REACH + 1)),
        slice(max(0, x - _REACH), min(shape[1], x + _REACH + 1)),
    )


def _likest(page: Floats, rows: slice, columns: slice, gap: Flags, free: Flags, at: tuple[int, int]) -> tuple[int, int]:
    """The centre of the known patch that is most like what is known of this one, near ones first."""
    seen = (~gap).astype(np.float32)
    patch = np.where(gap[..., None], 0, page[rows, columns]).astype(np.float32)
    mask = np.repeat(seen[..., None], 3, axis=2)
    cost = cv2.matchTemplate(page, patch, cv2.TM_SQDIFF, mask=mask) / max(1.0, float(seen.sum()))
    all_ = np.full(page.shape[:2], np.inf, np.float32)
    dy, dx = at[0] - rows.start, at[1] - columns.start
    all_[dy : dy + cost.shape[0], dx : dx + cost.shape[1]] = cost
    y, x = np.ogrid[: page.shape[0], : page.shape[1]]
    far = ((y - at[0]) / page.shape[0]) ** 2 * 8 + ((x - at[1]) / page.shape[1]) ** 2
    total = np.where(free, all_ + far * _NEARBY * 25, np.inf)
    best = np.unravel_index(int(total.argmin()), total.shape)
    return int(best[0]), int(best[1])


def peeled(image: Floats, hole: Flags, valid: Flags) -> Floats:
    """The picture with its hole filled layer by layer, each pixel with the middle of the patch that fits best so far.

    The onion peel of Newson et al., "Non-Local Patch-Based Image Inpainting" (2017); `valid` marks centres to copy.
    """
    made, open_ = image.copy(), hole.copy()
    sources = np.flatnonzero(valid)
    known = _flattened(image, sources)
    squares = np.square(known)
    page = made.reshape(-1, image.shape[2])
    while open_.any():
        inner = cv2.erode(open_.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1).astype(bool)
        layer = np.flatnonzero(open_ & ~inner)
        if not len(layer):
            layer = np.flatnonzero(open_)
        seen = np.repeat(_flattened((~open_).astype(np.float32)[..., None], layer), image.shape[2], axis=1)
        wanted = _flattened(made, layer) * seen
        cost = seen @ squares.T - 2 * wanted @ known.T
        page[layer] = image.reshape(-1, image.shape[2])[sources[cost.argmin(axis=1)]]
        open_.reshape(-1)[layer] = False
    return made


def _flattened(image: Floats, places: Places) -> Floats:
    """The patches around some pixels as rows; beyond the page there is nothing (0)."""
    wide = np.pad(image, ((RADIUS, RADIUS), (RADIUS, RADIUS), (0, 0)))
    y, x = np.divmod(places, image.shape[1])
    reach = np.arange(2 * RADIUS + 1)
    patches = wide[y[:, None, None] + reach[:, None], x[:, None, None] + reach]
    return np.asarray(patches.reshape(len(places), -1))
