"""Anti-aliased edges made hard: every pixel on one side or the other, thin lines whole."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.imaging.vectorize.types import Ints, Mask, Packed, Pixels, Planes, opaque, packed, planes

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
    padded, at = _padded(pixels, edges, 2)
    height, stride = padded.shape[:2]
    reaches = (1, 2) if at.size < DENSE * edges.size else (1,)  # where lines stand close nothing is blurred widely
    colors = packed(padded)
    thin = np.zeros(colors.size, np.bool_)
    count = 3 if opaque(pixels) else 4
    for which, full in ridges(padded, at, stride, count):
        colors[which] = full
        thin[which] = True
    for _ in reaches:
        if at.size == 0:
            break
        at, source = _toggled(colors, at, stride, slack, reaches, thin, count)
        colors[at] = colors[source]
    return np.ascontiguousarray(colors.view(np.uint8).reshape(height, stride, 4)[2:-2, 2:-2])


def _padded(pixels: Pixels, edges: Mask, by: int) -> tuple[Pixels, Ints]:
    """The picture with a margin, and where in it the edges are."""
    margin = by, by, by, by
    padded = cv2.copyMakeBorder(pixels, *margin, cv2.BORDER_REPLICATE)
    marked = cv2.copyMakeBorder(edges.view(np.uint8), *margin, cv2.BORDER_CONSTANT, value=0)
    return padded, np.asarray(np.flatnonzero(marked), np.int64)


def _toggled(
    colors: Packed, at: Ints, stride: int, slack: tuple[float, float], reaches: tuple[int, ...], thin: Mask, count: int
) -> tuple[Ints, Ints]:
    """The pixels that change, and from where they take their value."""
    here = colors[at]
    best = np.full(at.size, float(EDGE * EDGE), np.float32)
    source = at.copy()
    for dy, dx in _AXES:
        step = dy * stride + dx
        before, after = colors[at - step], colors[at + step]
        some = np.flatnonzero(_differs(before, here) & _differs(after, here))
        spot, value = at[some], planes(here[some], count)
        for reach in reaches:
            one, other = spot - reach * step, spot + reach * step
            start, end = planes(colors[one], count), planes(colors[other], count)
            place, length, off = _placed(value, start, end)
            wins = (off < slack[0] * length + slack[1]) & (place > 0.01) & (place < 0.99) & (length > best[some])
            won = np.flatnonzero(wins)
            if reach == 2:
                span = start[:, won], end[:, won]
                first, last = (_placed(planes(side[some[won]], count), *span)[0] for side in (before, after))
                won = won[(first < place[won]) & (place[won] < last)]
            best[some[won]] = length[won]
            middle = 0.5 + _THIN * (thin[one[won]].astype(np.float32) - thin[other[won]])
            source[some[won]] = np.where(place[won] < middle, one[won], other[won])
    changed = source != at
    return at[changed], source[changed]


def _placed(here: Planes, start: Planes, end: Planes) -> tuple[Planes, Planes, Planes]:
    """Where colours lie on the way from start to end (0..1), its squared length, their squared distance from it."""
    span, way = end - start, here - start
    length = np.maximum(_dot(span, span), 1)
    along = _dot(way, span)
    place = np.asarray(along / length, np.float32)
    return place, length, np.asarray(_dot(way, way) - along * place, np.float32)


def _differs(one: Packed, other: Packed) -> Mask:
    """Whether colours differ by more than two levels in some channel."""
    apart = cv2.subtract(cv2.absdiff(one.view(np.uint8), other.view(np.uint8)), (2, 0, 0, 0))
    return np.asarray(apart.view(np.uint32).ravel() != 0, np.bool_)


def _dot(one: Planes, other: Planes) -> Planes:
    total: Planes = one[0] * other[0]
    for channel in range(1, len(one)):
        total += one[channel] * other[channel]
    return total


def ridges(padded: Pixels, at: Ints, stride: int, count: int) -> Iterator[tuple[Ints, Packed]]:
    """Pixels of thin dark and of thin light lines, and the full colours of these lines.

    A line less than a pixel wide, or one that runs between pixel rows, never shows its colour; where it shows most of
    it nearby is taken for it. Colours are read when they are asked for: those of dark lines may be set before the next.
    """
    signal, colors = _signal(padded, count), packed(padded)
    for sign, (which, beside) in zip((-1, 1), _crests(signal, at, stride), strict=True):
        full = _extreme(padded, signal, which, _AROUND, sign)
        ends = planes(colors[beside], count), planes(full, count)
        place, length, off = _placed(planes(colors[which], count), *ends)
        good = (place > _FAINT) & (place < _FULL) & (off < MIXED[0] * length + MIXED[1])
        yield which[good], full[good]


def _signal(padded: Pixels, count: int) -> Planes:
    """What tells light from dark and clear, 0..255, (n,)."""
    red, green, blue, alpha = (c.ravel() for c in cv2.split(padded))
    luma = red * np.float32(0.3)
    luma += green * np.float32(0.59)
    luma += blue * np.float32(0.11)
    return np.asarray((luma + alpha) / 2 if count == 4 else luma, np.float32)


def _extreme(padded: Pixels, signal: Planes, which: Ints, around: int, sign: int) -> Packed:
    """The colours of the lightest (darkest for a negative sign) pixels in a square around some pixels."""
    stride, half = padded.shape[1], around // 2
    keys = np.rint(signal).astype(np.uint64) if sign > 0 else (255 - np.rint(signal)).astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= packed(padded)
    best = np.zeros(which.size, np.uint64)
    for dy in range(-half, half + 1):
        for dx in range(-half, half + 1):
            np.maximum(best, keys[which + (dy * stride + dx)], out=best)
    return best.astype(np.uint32)


def halved(pixels: Pixels, edges: Mask, factor: int) -> Pixels:
    """As `hardened`, for pictures that were enlarged by a factor, whose edges are some times as wide as that.

    Pixels that lie between no two opposite ones take the nearer of the lightest and the darkest colour around.
    """
    far = 2 * factor
    padded, at = _padded(pixels, edges, far)
    stride, colors = padded.shape[1], packed(padded)
    here, signal = planes(colors[at], 4), _signal(padded, 4)
    low, high = (planes(_extreme(padded, signal, at, far + 1, sign), 4) for sign in (-1, 1))
    best = np.full(at.size, float(EDGE * EDGE), np.float32)
    value = _nearer(here, low, high, best, here)
    best[:] = EDGE * EDGE
    for dy, dx in _AXES:
        for reach in (factor, far):
            step = (dy * stride + dx) * reach
            value = _nearer(here, planes(colors[at - step], 4), planes(colors[at + step], 4), best, value)
    out = padded.reshape(-1, 4)
    out[at] = value.T
    return np.ascontiguousarray(padded[far:-far, far:-far])


def _nearer(here: Planes, one: Planes, other: Planes, best: Planes, value: Planes) -> Planes:
    """The nearer of two colours where these contrast more than the best so far and the colour here lies between."""
    place, length, off = _placed(here, one, other)
    wins = (off < 0.006 * length + 12) & (length > best) & (place > -0.05) & (place < 1.05)
    best[wins] = length[wins]
    return np.where(wins, np.where(place < 0.5, one, other), value)


def _crests(signal: Planes, at: Ints, stride: int) -> list[tuple[Ints, Ints]]:
    """Pixels darker, and pixels lighter, than both sides along some axis (two equal ones count as one), and for each
    the pixel beside it along the axis that it stands out most on."""
    here = signal[at]
    best = [np.full(at.size, float(_RIDGE), np.float32) for _ in range(2)]
    beside = [at.copy(), at.copy()]
    for dy, dx in _AXES:
        step = dy * stride + dx
        ahead, back = here - signal[at + step], here - signal[at - step]
        for kind, sign in enumerate((-1, 1)):
            for near, far, side in ((ahead, back, step), (back, ahead, -step)):
                some = np.flatnonzero((sign * near > _RIDGE) & ((sign * far > _RIDGE) | (np.abs(far) <= 3)))
                spot, drop = at[some], far[some]
                drop = np.where(np.abs(drop) <= 3, here[some] - signal[spot - 2 * side], drop)
                rise = np.minimum(sign * near[some], sign * drop)
                higher = rise > best[kind][some]
                best[kind][some[higher]] = rise[higher]
                beside[kind][some[higher]] = spot[higher] + side
    return [(at[b != at], b[b != at]) for b in beside]
