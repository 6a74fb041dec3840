"""Shifts that bring something fitting into a hole: those the picture repeats itself at, and those its rim likes."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

_SAMPLES, _OTHERS = 400, 20_000
_REPEATS, _RIMS, _EACH = 20, 14, 2


def shifts(image: Floats, vectors: Floats, hole: Flags, valid: Flags, rng: np.random.Generator) -> Places:
    """Promising shifts from the hole to what is known, (n, 2) rows and columns, in a fixed order.

    `image` is (height, width, 3 or 4), `vectors` its patches, `valid` marks centres of whole known patches.
    """
    found = [*_repeats(vectors, hole, valid, rng), *_of_rim(image, hole, valid)]
    return np.array(list(dict.fromkeys(found)) or [(0, 0)], np.intp)


def _repeats(vectors: Floats, hole: Flags, valid: Flags, rng: np.random.Generator) -> list[tuple[int, int]]:
    """The most frequent shifts between likest patches that are not next to each other."""
    height, width = hole.shape
    near = max(6, max(hole.shape) // 15)
    places = np.flatnonzero(valid)
    around = cv2.dilate(hole.astype(np.uint8), np.ones((41, 41), np.uint8)).ravel()[places] > 0
    first = places[around] if around.sum() > 60 else places
    chosen = rng.permutation(first)[:_SAMPLES]
    others = places if len(places) < _OTHERS else np.sort(rng.permutation(places)[:_OTHERS])
    flat = vectors.reshape(height * width, -1)
    norms = np.square(flat[others]).sum(axis=1)
    tally = np.zeros((2 * height, 2 * width), np.float32)
    oy, ox = np.divmod(others, width)
    for begin in range(0, len(chosen), 150):
        some = chosen[begin : begin + 150]
        cost = norms[None, :] - 2 * (flat[some] @ flat[others].T)
        y, x = np.divmod(some, width)
        cost[(np.abs(oy[None, :] - y[:, None]) < near) & (np.abs(ox[None, :] - x[:, None]) < near)] = np.inf
        best = cost.argmin(axis=1)
        np.add.at(tally, (oy[best] - y + height, ox[best] - x + width), 1)
    tally = cv2.GaussianBlur(tally + tally[::-1, ::-1], (0, 0), 1.0)
    return [(int(y) - height, int(x) - width) for y, x in _peaks(tally, _REPEATS, 2)]


def _peaks(page: Floats, count: int, apart: int) -> list[tuple[int, int]]:
    """The places of the highest values, none of them nearer to another than `apart` px."""
    page, found = page.copy(), []
    for _ in range(count):
        y, x = np.unravel_index(int(page.argmax()), page.shape)
        if not page[y, x] > 0:
            break
        found.append((int(y), int(x)))
        page[max(0, y - apart) : y + apart + 1, max(0, x - apart) : x + apart + 1] = 0
    return found


def _of_rim(image: Floats, hole: Flags, valid: Flags) -> list[tuple[int, int]]:
    """Shifts to where the picture is most like the hole's rim: all of it, and windows along it."""
    contours, _ = cv2.findContours(hole.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    spots = np.concatenate([c.reshape(-1, 2) for c in contours])
    height, width = hole.shape
    y0, y1, x0, x1 = spots[:, 1].min(), spots[:, 1].max(), spots[:, 0].min(), spots[:, 0].max()
    found = _likest(image, hole, valid, (y0 - 4, y1 + 5, x0 - 4, x1 + 5), 6)
    reach = int(np.clip(max(y1 - y0, x1 - x0) * 0.3, 5, 16))
    for n in range(_RIMS):
        x, y = spots[n * len(spots) // _RIMS]
        found += _likest(image, hole, valid, (y - reach, y + reach + 1, x - reach, x + reach + 1), _EACH)
    return found


def _likest(
    image: Floats, hole: Flags, valid: Flags, window: tuple[int, int, int, int], count: int
) -> list[tuple[int, int]]:
    """The best shifts of a window (top, bottom, left, right): like it where it is known."""
    height, width = hole.shape
    top, bottom, left, right = (int(v) for v in window)
    top, bottom, left, right = max(0, top), min(height, bottom), max(0, left), min(width, right)
    gap = hole[top:bottom, left:right]
    near = cv2.dilate(gap.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    seen = (~gap & near).astype(np.float32)
    if seen.sum() < 12 or bottom - top >= height or right - left >= width:
        return []
    page = np.where(hole[..., None], 0, image[..., :3]).astype(np.float32)
    piece = page[top:bottom, left:right]
    cost = _distances(page, piece, seen)
    wanted = (gap | (seen > 0)).astype(np.float32)
    lost = cv2.matchTemplate((~valid).astype(np.float32), wanted, cv2.TM_CCORR) / max(1.0, float(wanted.sum()))
    y, x = np.ogrid[: cost.shape[0], : cost.shape[1]]
    far = 8 * ((y - top) / height) ** 2 + ((x - left) / width) ** 2
    score = 1 / (1 + np.maximum(cost, 0) + 150 * far + 4000 * np.clip(lost - 0.02, 0, 1))
    apart = max(2, (right - left) // 6)
    score[max(0, top - 2) : top + 3, max(0, left - 2) : left + 3] = 0
    return [(y - top, x - left) for y, x in _peaks(score.astype(np.float32), count, apart)]


def _distances(page: Floats, piece: Floats, seen: Floats) -> Floats:
    """Mean squared difference between the seen part of a piece and every place of the page."""
    piece = piece * seen[..., None]
    squares = np.square(page).sum(axis=2)
    cross = cv2.matchTemplate(page, piece, cv2.TM_CCORR)
    own = cv2.matchTemplate(squares, seen, cv2.TM_CCORR)
    return np.asarray((own - 2 * cross + np.square(piece).sum()) / seen.sum())
