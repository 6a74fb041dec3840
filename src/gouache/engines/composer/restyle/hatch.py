"""Engraver's lines: curves over a form whose width follows the tone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.raster import Floats
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.plates import Ids
from gouache.engines.composer.restyle.trace import Points


@dataclass(frozen=True, slots=True)
class Ruling:
    """A set of nearly parallel lines. Lengths in px, `angle` in degrees, widths as fractions of the spacing."""

    spacing: float
    angle: float = 0.0
    step: float = 4.0  # distance of samples along a line
    thinnest: float = 0.09
    thickest: float = 0.86
    taper: float = 10.0  # px over which a line swells from a pointed end
    shortest: float = 7.0


def hatch(dark: Floats, bulge: Floats, owner: Ids, ruling: Ruling) -> Iterator[tuple[int, Points]]:
    """Owner number and outline of every line.

    `dark` 0..1 is the share of ink wanted, `bulge` in px lifts the lines over the form; lines are drawn where
    `owner` is above 0 and break where it changes. All are (height, width).
    """
    height, width = dark.shape
    turn, back, size = _frame(height, width, ruling.angle)
    if ruling.angle:
        dark = cv2.warpAffine(dark, turn, size, flags=cv2.INTER_LINEAR)
        bulge = cv2.warpAffine(bulge, turn, size, flags=cv2.INTER_LINEAR)
        owner = cv2.warpAffine(owner.astype(np.uint16), turn, size, flags=cv2.INTER_NEAREST).astype(np.int32)
    columns = np.arange(0, size[0], ruling.step)
    heights = _crossings(bulge, columns, ruling.spacing)
    rows = np.clip(np.rint(np.nan_to_num(heights)).astype(np.int64), 0, size[1] - 1)
    at = columns.astype(np.int64)[None, :]
    ink, own = dark[rows, at], owner[rows, at]
    own = np.where(np.isnan(heights) | (ink < ruling.thinnest), 0, own)
    for line in range(len(heights)):
        for start, stop in _runs(own[line]):
            if (stop - start) * ruling.step < ruling.shortest:
                continue
            x, y = columns[start:stop], heights[line, start:stop]
            half = np.clip(ink[line, start:stop], 0, ruling.thickest) * (ruling.spacing / 2)
            shape = _blade(x, y, half, ruling)
            yield int(own[line, start]), shape @ back[:, :2].T + back[:, 2]


def _frame(height: int, width: int, angle: float) -> tuple[Points, Points, tuple[int, int]]:
    """Turn into the ruling's frame, the way back, and the frame's size (width, height)."""
    if not angle:
        same = np.asarray([[1.0, 0, 0], [0, 1.0, 0]])
        return same, same, (width, height)
    a = np.deg2rad(angle)
    c, s = abs(np.cos(a)), abs(np.sin(a))
    size = (int(width * c + height * s) + 2, int(width * s + height * c) + 2)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turn[:, 2] += (size[0] / 2 - width / 2, size[1] / 2 - height / 2)
    return turn, cv2.invertAffineTransform(turn), size


def _crossings(bulge: Floats, columns: npt.NDArray[np.float64], spacing: float) -> Points:
    """Height of every line at every column, NaN off the page; (lines, columns)."""
    rows = np.arange(bulge.shape[0], dtype=np.float64)
    count = int((bulge.shape[0] + 120) / spacing)
    wanted = np.arange(count) * spacing
    found = np.empty((count, len(columns)))
    for k, x in enumerate(columns.astype(np.int64)):
        level = np.maximum.accumulate(rows + bulge[:, x])
        found[:, k] = np.interp(wanted, level, rows, left=np.nan, right=np.nan)
    return found


def _runs(own: Ids) -> Iterator[tuple[int, int]]:
    """Stretches of one owner above 0."""
    breaks = np.flatnonzero(np.diff(own)) + 1
    stops = [0, *breaks.tolist(), len(own)]
    for start, stop in zip(stops, stops[1:], strict=False):
        if own[start] > 0 and stop - start > 1:
            yield start, stop


def _blade(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], half: Floats, ruling: Ruling) -> Points:
    """Outline of a line with pointed ends."""
    ends = np.minimum(x - x[0], x[-1] - x) / ruling.taper
    wide = half * np.clip(0.25 + ends, 0, 1)
    upper, lower = np.stack([x, y - wide], axis=1), np.stack([x, y + wide], axis=1)[::-1]
    return np.concatenate([upper, lower])
