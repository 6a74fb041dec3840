"""How pictures are made of lines, edges and squares: one trait a function, on OKLab lightness (height, width)."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

_LINE = 0.16  # lightness by which an outline is darker (or lighter) than what it lies on
_FEW_LINES = 0.01  # share of the page under which there are no outlines to speak of
_CALM, _ROUGH = 0.005, 0.014  # fine variation beside drawn lines, and beside what only looks like lines
_WIDEST = 17  # px of a line
_SHARP = 50  # degrees of a sharp turn
_SLOW, _FAST = 0.00015, 0.006  # OKLab a px of slow transitions
_COARSEST = 32  # px of a square of pixel art
_SQUARE = 0.6  # of the steps between pixels that lie on the grid


def outlines(light: Floats) -> tuple[float, float, float]:
    """The share of the page under dark outlines, their usual width as a share of the longer side, their lightness.

    Drawn lines lie on calm ground; the dark creases of a photograph do not, and count the less.
    """
    mask = _narrow(light, cv2.MORPH_BLACKHAT)
    share = float(mask.mean())
    if share > _FEW_LINES:
        share *= float(np.clip((_ROUGH - _beside(light, mask)) / (_ROUGH - _CALM), 0.1, 1))
    if share < _FEW_LINES:
        return share, 0.0, 0.0
    inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 3)
    ridge = (inside >= cv2.dilate(inside, np.ones((3, 3), np.uint8))) & mask
    width = float(2 * inside[ridge].mean() / max(light.shape))
    return share, width, float(np.clip(np.median(light[ridge]), 0, 1))


def _beside(light: Floats, mask: Flags) -> float:
    """How much lightness varies beside narrow marks."""
    clear = 1 - cv2.dilate(mask.astype(np.float32), np.ones((5, 5), np.uint8))
    fine = np.abs(light - cv2.GaussianBlur(light, (0, 0), 1.2)) * clear
    rough = cv2.GaussianBlur(fine, (0, 0), 6) / (cv2.GaussianBlur(clear, (0, 0), 6) + 1e-3)
    return float(np.median(rough[mask]))


def glow(light: Floats) -> float:
    """The share of the page under lines lighter than what they lie on."""
    return float(_narrow(light, cv2.MORPH_TOPHAT).mean())


def _narrow(light: Floats, kind: int) -> Flags:
    """What is narrow and much darker (black hat) or lighter (top hat) than what is around it."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_WIDEST, _WIDEST))
    found: Flags = cv2.morphologyEx(light, kind, kernel) > _LINE
    return found


def shading(values: Floats) -> float:
    """The share of a page (OKLab, height, width, 3) in slow transitions: neither flat nor at an edge."""
    soft = cv2.GaussianBlur(values, (0, 0), 6)
    across, down = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    slope = np.sqrt((np.square(across) + np.square(down)).sum(axis=2)) / 8
    return float(((slope > _SLOW) & (slope < _FAST)).mean())


def hatching(light: Floats) -> float:
    """How much fine texture runs in one direction: 0 for grain, near 1 for hatching; 0 where there is none."""
    fine = light - cv2.GaussianBlur(light, (0, 0), 2.5)
    across, down = cv2.Sobel(fine, cv2.CV_32F, 1, 0), cv2.Sobel(fine, cv2.CV_32F, 0, 1)
    xx, yy, xy = (cv2.GaussianBlur(p, (0, 0), 5) for p in (across * across, down * down, across * down))
    energy = xx + yy
    coherence = np.sqrt((xx - yy) ** 2 + 4 * xy * xy) / (energy + 1e-4)
    busy = np.clip(energy / 0.02, 0, 1)
    return float((coherence * busy).mean())


def softness(light: Floats) -> float:
    """How wide the strongest edges are: 0 for crisp ones, 1 for edges of 6 px and more at this size."""
    slope = np.hypot(cv2.Sobel(light, cv2.CV_32F, 1, 0), cv2.Sobel(light, cv2.CV_32F, 0, 1)) / 8
    window = np.ones((7, 7), np.uint8)
    span = cv2.dilate(light, window) - cv2.erode(light, window)
    edge = (slope >= cv2.dilate(slope, window)) & (span > 0.08)
    if not edge.any():
        return 0.5
    wide = span[edge] / np.maximum(slope[edge], 1e-4)
    return float(np.clip((np.median(wide) - 2.0) / 4, 0, 1))


def flatness(light: Floats, span: float) -> float:
    """The share of the page whose lightness stays within `span` in 3 x 3 px."""
    window = np.ones((3, 3), np.uint8)
    return float((cv2.dilate(light, window) - cv2.erode(light, window) < span).mean())


def roundness(light: Floats) -> float:
    """The share of outline corners that turn softly; 0.5 where there are no outlines."""
    steps = np.rint(cv2.GaussianBlur(light, (0, 0), 1.5) * 6).astype(np.uint8)
    soft = sharp = 0
    for level in np.unique(steps):
        contours, _ = cv2.findContours((steps == level).astype(np.uint8), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        for contour in contours:
            if len(contour) >= 40:
                turns = _turns(cv2.approxPolyDP(contour, 2.0, True)[:, 0].astype(np.float64))
                sharp += int((turns > _SHARP).sum())
                soft += int((turns <= _SHARP).sum())
    return float(soft / (soft + sharp)) if soft + sharp else 0.5


def _turns(polygon: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Degrees of the turn at each corner of a closed polygon."""
    ahead = np.roll(polygon, -1, axis=0) - polygon
    angle = np.arctan2(ahead[:, 1], ahead[:, 0])
    return np.abs(np.degrees((angle - np.roll(angle, 1) + np.pi) % (2 * np.pi) - np.pi))


def grid(picture: Pixels) -> float:
    """The side of the squares that an RGB picture at its own size is made of, as a share of its longer side; or 0.

    The period is found from where neighbouring columns and rows differ, so that it may be no whole number of px and
    survives mild compression.
    """
    steps = [np.abs(np.diff(picture.astype(np.int16), axis=axis)).max(axis=2) > 24 for axis in (0, 1)]
    down, across = _period(steps[0].sum(axis=1)), _period(steps[1].sum(axis=0))
    if not down or not across or not 0.8 < down / across < 1.25:
        return 0.0
    return float((down + across) / 2 / max(picture.shape[:2]))


def _period(counts: npt.NDArray[np.int64]) -> float:
    """The px between the places where many neighbours differ; 0 when such places follow no period."""
    total = float(counts.sum())
    if total < 64:
        return 0.0
    where = np.arange(1, len(counts) + 1)
    periods = np.arange(20, 10 * _COARSEST) / 10
    near = np.abs(np.mod(where + periods[:, None] / 2, periods[:, None]) - periods[:, None] / 2) <= 0.55
    chance = near.mean(axis=1)
    scores = (near @ counts / total - chance) / np.maximum(1e-6, 1 - chance)
    if scores.max() < _SQUARE:
        return 0.0
    return float(periods[np.flatnonzero(scores > 0.9 * scores.max())[-1]])  # halves and thirds of it fit, too
