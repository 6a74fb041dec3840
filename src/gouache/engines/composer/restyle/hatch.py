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
    back, size = _frame(height, width, ruling.angle)
    columns = np.arange(0, size[0], ruling.step)
    heights = _crossings(_lifts(bulge, columns, back, size), ruling.spacing)
    x = (back[0, 0] * columns[None, :] + back[0, 2] + back[0, 1] * heights).astype(np.float32)
    y = (back[1, 0] * columns[None, :] + back[1, 2] + back[1, 1] * heights).astype(np.float32)
    off = np.isnan(heights) | (x < 0) | (y < 0) | (x > width - 1) | (y > height - 1)
    x[off] = y[off] = 0
    ink = cv2.remap(dark.astype(np.float32, copy=False), x, y, cv2.INTER_LINEAR)
    own = owner[np.rint(y).astype(np.int64), np.rint(x).astype(np.int64)]
    own = np.where(off | (ink < ruling.thinnest), 0, own)
    return _blades(columns, heights, ink, own, back, ruling)


def _frame(height: int, width: int, angle: float) -> tuple[Points, tuple[int, int]]:
    """The way from the ruling's frame to the page, and the frame's size (width, height)."""
    if not angle:
        return np.asarray([[1.0, 0, 0], [0, 1.0, 0]]), (width, height)
    a = np.deg2rad(angle)
    c, s = abs(np.cos(a)), abs(np.sin(a))
    size = (int(width * c + height * s) + 2, int(width * s + height * c) + 2)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turn[:, 2] += (size[0] / 2 - width / 2, size[1] / 2 - height / 2)
    return np.asarray(cv2.invertAffineTransform(turn)), size


_LIFT_STEP = 2  # px between the rows at which the form is measured


def _lifts(bulge: Floats, columns: npt.NDArray[np.float64], back: Points, size: tuple[int, int]) -> Floats:
    """The form under every column of the ruling's frame, at every second row; (rows, columns)."""
    rows = np.arange(0, size[1], _LIFT_STEP)[:, None]
    x = (back[0, 0] * columns[None, :] + back[0, 1] * rows + back[0, 2]).astype(np.float32)
    y = (back[1, 0] * columns[None, :] + back[1, 1] * rows + back[1, 2]).astype(np.float32)
    return np.asarray(cv2.remap(bulge.astype(np.float32, copy=False), x, y, cv2.INTER_LINEAR), np.float32)


def _crossings(lifts: Floats, spacing: float) -> Points:
    """Height of every line at every column, NaN off the page; (lines, columns)."""
    rows = np.arange(lifts.shape[0], dtype=np.float64) * _LIFT_STEP
    levels = np.ascontiguousarray(np.maximum.accumulate(rows[:, None] + lifts, axis=0).T)
    count = int((rows[-1] + 120) / spacing)
    wanted = np.arange(count) * spacing
    found = np.empty((len(levels), count))
    for k, level in enumerate(levels):
        found[k] = np.interp(wanted, level, rows, left=np.nan, right=np.nan)
    return found.T


def _blades(
    columns: npt.NDArray[np.float64], heights: Points, ink: Floats, own: Ids, back: Points, ruling: Ruling
) -> Iterator[tuple[int, Points]]:
    """Owner and outline, with pointed ends, of every stretch of one owner above 0."""
    width = len(columns) + 1  # a column of nobody's ends every line
    flat = np.pad(own, ((0, 0), (0, 1))).ravel()
    breaks = np.flatnonzero(np.diff(flat)) + 1
    starts, stops = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(flat)]])
    kept = (flat[starts] > 0) & (stops - starts > 1) & ((stops - starts) * ruling.step >= ruling.shortest)
    starts, lengths = starts[kept], (stops - starts)[kept]
    ends = np.cumsum(lengths)
    place = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
    line, column = np.divmod(np.repeat(starts, lengths) + place, width)
    x, y = columns[column], heights[line, column]
    taper = np.minimum(place, np.repeat(lengths, lengths) - 1 - place) * (ruling.step / ruling.taper)
    half = np.clip(ink[line, column], 0, ruling.thickest) * (ruling.spacing / 2) * np.clip(0.25 + taper, 0, 1)
    upper = np.stack([x, y - half], axis=1) @ back[:, :2].T + back[:, 2]
    lower = np.stack([x, y + half], axis=1) @ back[:, :2].T + back[:, 2]
    for number, end, length in zip(flat[starts].tolist(), ends.tolist(), lengths.tolist(), strict=True):
        yield number, np.concatenate([upper[end - length : end], lower[end - length : end][::-1]])
