"""Level and upright structure across a hole in a flat drawing: horizons, posts, frames go straight on.

A patch search loses lines thinner than its coarsest pixels; here both ends of a row or a column are asked instead.
"""

from __future__ import annotations

import numpy as np

from gouache.engines.editor.patches import Flags, Floats, Places

_ODD = 0.02  # of the rim that may disagree with what was filled


def struts(image: Floats, hole: Flags) -> Floats | None:
    """The drawing (height, width, c) with every row (or column) of its hole in the colour that both of its ends have.

    Columns whose two ends agree on another colour are drawn over rows as posts, and the other way round. None when
    that does not explain the whole hole and its rim: then there is more to it.
    """
    codes = _codes(image)
    level, upright = _spans(codes, hole), _spans(codes.T, hole.T).T
    ways = ((level, upright, hole, codes, False), (upright.T, level.T, hole.T, codes.T, True))
    for base, over, part, known, turned in ways:
        made = _posts(np.where(part, base, known), over, part)
        if (made[part] >= 0).all() and _odd(made, part) <= _ODD:
            return _colored(image, codes, made.T if turned else made, hole)
    return None


def _codes(image: Floats) -> Places:
    """One number for each colour."""
    levels = np.rint(image).astype(np.int64)
    total = np.zeros(image.shape[:2], np.int64)
    for channel in range(image.shape[2]):
        total = (total << 8) | levels[..., channel]
    return total


def _spans(codes: Places, hole: Flags) -> Places:
    """For the pixels of a hole the colour at both ends of their row, -1 where the ends differ or one is missing."""
    columns = np.arange(hole.shape[1])[None, :]
    left = np.maximum.accumulate(np.where(hole, -1, columns), axis=1)
    right = np.minimum.accumulate(np.where(hole, hole.shape[1], columns)[:, ::-1], axis=1)[:, ::-1]
    inside = (left >= 0) & (right < hole.shape[1])
    first = np.take_along_axis(codes, np.maximum(left, 0), axis=1)
    last = np.take_along_axis(codes, np.minimum(right, hole.shape[1] - 1), axis=1)
    return np.where(hole & inside & (first == last), first, -1)


def _posts(made: Places, over: Places, hole: Flags) -> Places:
    """Runs of columns drawn over the rows where both of their ends show a colour that the rows there do not."""
    above = np.vstack([np.zeros((1, hole.shape[1]), bool), hole[:-1]])
    below = np.vstack([hole[1:], np.zeros((1, hole.shape[1]), bool)])
    differs = hole & (over >= 0) & (over != made)
    starts, ends = differs & ~above, differs & ~below
    rows = np.arange(hole.shape[0])[:, None]
    began = np.maximum.accumulate(np.where(hole & ~above, rows, -1), axis=0)
    ended = np.minimum.accumulate(np.where(hole & ~below, rows, hole.shape[0])[::-1], axis=0)[::-1]
    open_ = np.take_along_axis(starts, np.maximum(began, 0), axis=0)
    closed = np.take_along_axis(ends, np.minimum(ended, hole.shape[0] - 1), axis=0)
    return np.where(hole & (over >= 0) & open_ & closed, over, made)


def _odd(made: Places, hole: Flags) -> float:
    """Share of the steps over the rim at which the colour changes."""
    changes = total = 0
    for axis in (0, 1):
        step = np.diff(made, axis=axis) != 0
        rim = np.diff(hole.astype(np.int8), axis=axis) != 0
        changes, total = changes + int((step & rim).sum()), total + int(rim.sum())
    return changes / max(1, total)


def _colored(image: Floats, codes: Places, made: Places, hole: Flags) -> Floats:
    """The picture in the colours of the codes."""
    palette, first = np.unique(codes[~hole], return_index=True)
    colors = image[~hole][first]
    out = image.copy()
    out[hole] = colors[np.searchsorted(palette, made[hole])]
    return out
