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
        strict = _differs(before, here) & _differs(after, here)
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
    length = np.maximum(_dot(span, span), 1)
    along = _dot(way, span)
    place = np.asarray(along / length, np.float32)
    return place, length, np.asarray(_dot(way, way) - along * place, np.float32)


def _differs(one: Planes, other: Planes) -> Mask:
    apart: Mask = np.abs(one[0] - other[0]) > 2
    for channel in range(1, len(one)):
        apart |= np.abs(one[channel] - other[channel]) > 2
    return apart


def _dot(one: Planes, other: Planes) -> Planes:
    total: Planes = one[0] * other[0]
    for channel in range(1, len(one)):
        total += one[channel] * other[channel]
    return total


def ridges(padded: Pixels, planes: Planes, at: Ints, stride: int) -> Iterator[tuple[Ints, Planes]]:
    """Pixels of thin dark and of thin light lines, and the full colours of these lines.

    A line less than a pixel wide, or one that runs between pixel rows, never shows its colour; where it shows most of
    it nearby is taken for it.
    """
    signal = _signal(planes)
    for sign in (-1, 1):
        which, ground = _crests(sign * signal, planes, at, stride)
        full = _extreme(padded, sign * signal, which, _AROUND)[: len(planes)]
        place, length, off = _placed(planes[:, which], ground, full)
        good = (place > _FAINT) & (place < _FULL) & (off < MIXED[0] * length + MIXED[1])
        yield which[good], full[:, good]


def _signal(planes: Planes) -> Planes:
    """What tells light from dark and clear, 0..255."""
    luma = planes[:3].T @ np.array([0.3, 0.59, 0.11], np.float32)
    return np.asarray((luma + planes[3]) / 2 if len(planes) == 4 else luma, np.float32)


def _extreme(padded: Pixels, height: Planes, which: Ints, around: int) -> Planes:
    """The RGBA colours (4, n) of the highest pixels in a square around some pixels; height -255..255."""
    packed = padded.reshape(-1, 4).astype(np.float64) @ np.array([1, 2**8, 2**16, 2**24], np.float64)
    key = (np.rint(height) + 255) * 2**32 + packed
    most = cv2.dilate(key.reshape(padded.shape[:2]), np.ones((around, around), np.uint8)).ravel()[which]
    colors = most.astype(np.int64)[None] >> np.array([[0], [8], [16], [24]]) & 255
    return np.asarray(colors, np.float32)


def halved(pixels: Pixels, edges: Mask, factor: int) -> Pixels:
    """As `hardened`, for pictures that were enlarged by a factor, whose edges are some times as wide as that.

    Pixels that lie between no two opposite ones take the nearer of the lightest and the darkest colour around.
    """
    far = 2 * factor
    padded = cv2.copyMakeBorder(pixels, far, far, far, far, cv2.BORDER_REPLICATE)
    stride = padded.shape[1]
    rows, columns = np.nonzero(edges)
    at = (rows + far) * stride + columns + far
    planes = padded.reshape(-1, 4).T.astype(np.float32)
    here, signal = planes[:, at], _signal(planes)
    low, high = (_extreme(padded, sign * signal, at, far + 1) for sign in (-1, 1))
    best = np.full(at.size, float(EDGE * EDGE), np.float32)
    value = _nearer(here, low, high, best, here)
    best[:] = EDGE * EDGE
    for dy, dx in _AXES:
        for reach in (factor, far):
            step = (dy * stride + dx) * reach
            value = _nearer(here, planes[:, at - step], planes[:, at + step], best, value)
    out = padded.reshape(-1, 4)
    out[at] = value.T
    return np.ascontiguousarray(padded[far:-far, far:-far])


def _nearer(here: Planes, one: Planes, other: Planes, best: Planes, value: Planes) -> Planes:
    """The nearer of two colours where these contrast more than the best so far and the colour here lies between."""
    place, length, off = _placed(here, one, other)
    wins = (off < MIXED[0] * length + MIXED[1]) & (length > best) & (place > -0.05) & (place < 1.05)
    best[wins] = length[wins]
    return np.where(wins, np.where(place < 0.5, one, other), value)


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
