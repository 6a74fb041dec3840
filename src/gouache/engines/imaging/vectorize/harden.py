"""Anti-aliased edges made hard: every pixel on one side or the other, thin lines whole."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.types import Ints, Mask, Pixels, Planes

EDGE = 10  # 8-bit levels between neighbours; less is one area
DENSE = 0.30  # share of edge pixels from which on lines stand close
MIXED, SMEARED = (0.02, 12.0), (0.12, 150.0)  # slack in clean pictures, and in those with coarse colours (JPEG 4:2:0)
_AXES = ((0, 1), (1, 0), (1, 1), (1, -1))
_THIN = 0.15  # how much more a mixture with a thin line counts as line, which keeps slanted lines in one piece
_RIDGE = 12  # levels that a line stands out from both sides
_FAINT, _FULL = 0.4, 0.97  # share of its full colour that a line shows: too little to tell; all of it
_AROUND = 5  # px square in which a line's full colour is looked for


def hardened(pixels: Pixels, edges: Mask, slack: tuple[float, float]) -> Pixels:
    """Every pixel that lies between the colours of its two opposite neighbours takes the nearer of them.

    The toggle mapping of H. P. Kramer and J. B. Bruckner (1975) for colours: of four axes and two reaches the one with
    the strongest contrast decides. Ridges, such as a thin line, are no mixtures and get the line's full colour. `slack`
    says how far off the way between the two a mixture may be: in shares of its squared length, and squared levels.
    """
    height, width = edges.shape
    padded = cv2.copyMakeBorder(pixels, 2, 2, 2, 2, cv2.BORDER_REPLICATE)
    stride = width + 4
    rows, columns = np.nonzero(edges)
    at = (rows + 2) * stride + columns + 2
    count = 4 if pixels[..., 3].min() < 255 else 3
    planes = padded.reshape(-1, 4)[:, :count].T.astype(np.float32)
    reaches = (1, 2) if edges.mean() < DENSE else (1,)  # where lines stand close nothing is blurred widely
    thin = np.zeros(planes.shape[1], np.bool_)
    for which, colors in ridges(padded, planes, at, stride):
        planes[:, which] = colors
        thin[which] = True
    for _ in reaches:
        at, source = _toggled(planes, at, stride, slack, reaches, thin)
        planes[:, at] = planes[:, source]
    out = padded.reshape(-1, 4)
    out[:, :count] = planes.T
    return np.ascontiguousarray(out.reshape(height + 4, stride, 4)[2:-2, 2:-2])


def _toggled(
    planes: Planes, at: Ints, stride: int, slack: tuple[float, float], reaches: tuple[int, ...], thin: Mask
) -> tuple[Ints, Ints]:
    """The pixels that change, and from where they take their value."""
    here = planes[:, at]
    best = np.full(at.size, float(EDGE * EDGE), np.float32)
    source = at.copy()
    for dy, dx in _AXES:
        step = dy * stride + dx
        before, after = planes[:, at - step], planes[:, at + step]
        strict = np.minimum(np.abs(before - here).max(axis=0), np.abs(after - here).max(axis=0)) > 2
        some = np.flatnonzero(strict)
        for reach in reaches:
            one, other = at[some] - reach * step, at[some] + reach * step
            place, length, off = _placed(here[:, some], planes[:, one], planes[:, other])
            wins = (off < slack[0] * length + slack[1]) & (place > 0.01) & (place < 0.99) & (length > best[some])
            if reach == 2:
                first, _, _ = _placed(before[:, some], planes[:, one], planes[:, other])
                last, _, _ = _placed(after[:, some], planes[:, one], planes[:, other])
                wins &= (first < place) & (place < last)
            won = some[wins]
            best[won] = length[wins]
            middle = 0.5 + _THIN * (thin[one].astype(np.float32) - thin[other])
            source[won] = np.where(place < middle, one, other)[wins]
    changed = source != at
    return at[changed], source[changed]


def _placed(here: Planes, start: Planes, end: Planes) -> tuple[Planes, Planes, Planes]:
    """Where colours lie on the way from start to end (0..1), its squared length, their squared distance from it."""
    span, way = end - start, here - start
    length = np.maximum((span * span).sum(axis=0), 1)
    along = (way * span).sum(axis=0)
    place = along / length
    return place, length, (way * way).sum(axis=0) - along * place


def ridges(padded: Pixels, planes: Planes, at: Ints, stride: int) -> Iterator[tuple[Ints, Planes]]:
    """Pixels of thin dark and of thin light lines, and the full colours of these lines.

    A line less than a pixel wide, or one that runs between pixel rows, never shows its colour; where it shows most of
    it nearby is taken for it.
    """
    signal = planes[:3].T @ np.array([0.3, 0.59, 0.11], np.float32)
    signal = (signal + planes[3]) / 2 if len(planes) == 4 else signal
    packed = padded.reshape(-1, 4).astype(np.float64) @ np.array([1, 2**8, 2**16, 2**24], np.float64)
    for sign in (-1, 1):
        height = sign * signal
        which, ground = _crests(height, planes, at, stride)
        key = (np.rint(height) + 255) * 2**32 + packed
        most = cv2.dilate(key.reshape(-1, stride), np.ones((_AROUND, _AROUND), np.uint8)).ravel()[which]
        colors = most.astype(np.int64)[None] >> np.array([[0], [8], [16], [24]]) & 255
        full = colors[: len(planes)].astype(np.float32)
        place, length, off = _placed(planes[:, which], ground, full)
        good = (place > _FAINT) & (place < _FULL) & (off < MIXED[0] * length + MIXED[1])
        yield which[good], full[:, good]


def _crests(height: Planes, planes: Planes, at: Ints, stride: int) -> tuple[Ints, Planes]:
    """Pixels higher than both sides along some axis (two equal ones count as one), and the colour beside them."""
    here = height[at]
    best = np.full(at.size, float(_RIDGE), np.float32)
    beside = at.copy()
    for dy, dx in _AXES:
        step = dy * stride + dx
        for side in (step, -step):
            near = here - height[at + side]
            far = here - height[at - side]
            far = np.where(np.abs(far) <= 3, here - height[at - 2 * side], far)
            rise = np.minimum(near, far)
            higher = rise > best
            best = np.where(higher, rise, best)
            beside = np.where(higher, at + side, beside)
    crest = beside != at
    return at[crest], planes[:, beside[crest]]
