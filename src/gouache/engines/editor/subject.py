"""Which part of a picture is its subject."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Flags, Floats


def alpha_of(pixels: Pixels) -> Floats:
    """How much each pixel belongs to the subject, 0..1 (height, width); a cut-out brings its own transparency."""
    own = pixels[..., 3].astype(np.float32) / 255
    if float((own < 0.5).mean()) > 0.02:
        return own
    return _grabbed(pixels)


def _grabbed(pixels: Pixels) -> Floats:
    height, width = pixels.shape[:2]
    scale = 320 / max(height, width)
    small = cv2.resize(pixels[..., :3], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    h, w = small.shape[:2]
    marks = np.full((h, w), cv2.GC_PR_BGD, np.uint8)
    marks[int(0.12 * h) :, int(0.15 * w) : int(0.85 * w)] = cv2.GC_PR_FGD
    marks[: int(0.06 * h)] = cv2.GC_BGD
    marks[:, : int(0.05 * w)] = cv2.GC_BGD
    marks[:, int(0.95 * w) :] = cv2.GC_BGD
    cv2.grabCut(small, marks, [0, 0, w, h], np.zeros((1, 65)), np.zeros((1, 65)), 6, cv2.GC_INIT_WITH_MASK)
    found = ((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD)).astype(np.float32)
    return np.asarray(cv2.resize(cv2.GaussianBlur(found, (0, 0), 1), (width, height)), np.float32)


def box_of(alpha: Floats) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom px of the subject, None when there is none."""
    seen: Flags = alpha > 0.5
    if float(seen.mean()) < 0.002:
        return None
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
