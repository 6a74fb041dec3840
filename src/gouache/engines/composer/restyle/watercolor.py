"""Watercolour: transparent washes with wet edges, granulation, blooms and bare paper."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import blend, edges, finished, floats, ink, luma
from gouache.engines.composer.restyle.plates import Ids, Plates, depth
from gouache.engines.composer.restyle.texture import centered, clouds, dice, tooth, wobble

PAPER = "#fbf8f0"


def watercolor(picture: Picture, seed: int) -> Pixels:
    plates = Plates(picture)
    image = _washes(plates, seed)
    return finished(image, plates)


def urban_sketching(picture: Picture, seed: int) -> Pixels:
    """Loose washes under a quick ink line."""
    plates = Plates(picture)
    image = _washes(plates, seed, loose=2.2, strength=0.72)
    line = pen_line(plates, seed, 1.5, 2.2)
    blend(image, np.broadcast_to(ink("#22242c"), image.shape), line)
    return finished(image, plates)


def pen_line(plates: Plates, seed: int, weight: float, tremble: float) -> Floats:
    """A trembling pen line along the borders of shapes, broken where the pressure falls."""
    height, width, unit = plates.height, plates.width, plates.unit
    found = edges(plates, 0.1)
    found[found < 0.3] *= 0.4
    outer = edges_of(plates.elements)
    found = np.maximum(found * 0.75, outer)
    line = cv2.GaussianBlur(cv2.dilate(found, np.ones((2, 2), np.uint8)), (0, 0), 0.6 * weight * max(unit, 0.5)) * 1.35
    x, y = wobble(height, width, tremble * unit, 60 * unit, seed, 61)
    line = cv2.remap(line, x, y, cv2.INTER_LINEAR)
    line *= 0.55 + 0.7 * clouds(height, width, 90 * unit, seed, 63, 2)
    line[plates.quiet] *= 0.5
    return np.asarray(np.clip(line, 0, 0.92), np.float32)


def edges_of(numbers: Ids) -> Floats:
    found = np.zeros(numbers.shape, np.float32)
    found[:, :-1] = numbers[:, 1:] != numbers[:, :-1]
    found[:-1] = np.maximum(found[:-1], numbers[1:] != numbers[:-1])
    return found


def _washes(plates: Plates, seed: int, loose: float = 1.0, strength: float = 0.86) -> Floats:
    height, width, unit = plates.height, plates.width, plates.unit
    x, y = _hand(plates, seed, loose)
    color = cv2.remap(plates.color, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    ids = cv2.remap(plates.ids.astype(np.uint16), x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
    image = floats(_bled(color, plates, seed))
    away = depth(ids.astype(np.int32))
    away /= unit
    density = _density(plates, ids, away, seed)
    density *= strength
    density *= 1 - 0.12 * (1 - luma(image))  # darks are let breathe
    density *= _vignette(plates, seed)
    np.clip(image, 0.035, 1, out=image)
    np.log(image, out=image)
    image *= density[..., None]
    np.exp(image, out=image)
    gaps = np.clip(1.5 - away, 0, 1) * (clouds(height, width, 26 * unit, seed, 25, 2) > 0.56)
    gaps = cv2.GaussianBlur(gaps.astype(np.float32), (0, 0), 0.7 * max(0.6, unit)) * 0.85
    image += (1 - image) * gaps[..., None]
    image *= ink(PAPER)
    image *= (1 + 0.011 * tooth(height, width, seed, 26, 1.1 * max(0.6, unit)))[..., None]
    _splatter(image, plates, seed)
    return image


def _hand(plates: Plates, seed: int, loose: float) -> tuple[Floats, Floats]:
    x, y = wobble(plates.height, plates.width, 3.2 * loose * plates.unit, 70 * plates.unit, seed, 20)
    dx, dy = wobble(plates.height, plates.width, 1.3 * plates.unit, 11 * plates.unit, seed, 22)
    x += dx - np.arange(plates.width, dtype=np.float32)[None, :]
    y += dy - np.arange(plates.height, dtype=np.float32)[:, None]
    return x, y


def _bled(
    color: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], plates: Plates, seed: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Wet in wet: here and there the scenery's colours run into each other."""
    small = cv2.resize(color, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    wet = cv2.resize(cv2.GaussianBlur(small, (0, 0), 4.5 * max(0.5, plates.unit)), (plates.width, plates.height))
    where = clouds(plates.height, plates.width, 150 * plates.unit, seed, 24, 2)
    cover = np.clip((where - 0.5) * 4, 0, 0.8)
    cover[plates.things | plates.quiet] *= 0.12
    cover = cv2.blur(cover, (9, 9))[..., None]
    return np.asarray(color + (wet.astype(np.float32) - color) * cover, np.uint8)


def _density(plates: Plates, ids: np.ndarray[tuple[int, ...], np.dtype[np.uint16]], away: Floats, seed: int) -> Floats:
    """How much pigment lies where: pooled at the wet edge, thin inside, granulating in the paper's valleys."""
    height, width, unit = plates.height, plates.width, plates.unit
    first = centered(height, width, 170 * unit, seed, 28, 4)
    second = first[::-1, ::-1]
    # neighbouring shapes take different washes
    wash = np.where((ids * 7) % 3 == 1, second, first)
    density = 0.92 + 0.30 * wash
    density += 0.62 * np.exp(away * -0.62)
    density += 0.20 * np.exp(away * -0.10)
    density += _blooms(plates, seed)
    grain = tooth(height, width, seed, 29, 0.9 * max(0.6, unit))
    grain += 0.7 * tooth(height, width, seed, 30, 2.6 * max(0.5, unit))
    density *= 1 + 0.085 * grain
    density[plates.quiet] = 0.85 + 0.3 * (density[plates.quiet] - 0.9)
    return np.asarray(np.clip(density, 0.25, 2.2), np.float32)


def _blooms(plates: Plates, seed: int) -> Floats:
    """Backruns: pale islands with a dark, frayed rim."""
    height, width, unit = plates.height, plates.width, plates.unit
    source = dice(seed, 31)
    ragged = centered(height, width, 46 * unit, seed, 32, 3)
    total = np.zeros((height, width), np.float32)
    rows, cols = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)[None, :]
    for _ in range(5):
        cx, cy, r = source.random() * width, source.random() * height * 0.8, (50 + 90 * source.random()) * unit
        away = (np.hypot(cols - cx, rows - cy) + ragged * 40 * unit - r) / unit
        total += np.exp(-np.square(away / 3.2)) * 0.20 - np.clip(-away / 30, 0, 1) * 0.17
    total[plates.things] *= 0.4
    return total


def _vignette(plates: Plates, seed: int) -> Floats:
    """1 inside, 0 on the bare margin: the brush stopped before the paper's edge."""
    height, width, unit = plates.height, plates.width, plates.unit
    x = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32)[None, :]
    y = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)[:, None]
    away = np.minimum(x, y) / unit
    away -= (
        30 + 22 * centered(height, width, 110 * unit, seed, 33, 2) + 7 * centered(height, width, 16 * unit, seed, 34, 2)
    )
    inside = np.clip(away / 2.4, 0, 1)
    rim = np.exp(-np.square((away - 3.5) / 3.2)) * 0.5
    return np.asarray(inside * (1 + rim), np.float32)


def _splatter(image: Floats, plates: Plates, seed: int) -> None:
    """A few drops flicked from the brush."""
    source, unit = dice(seed, 36), plates.unit
    tint = 0.72 + 0.28 * floats(plates.color[plates.height // 2 :: 97, ::89].reshape(-1, 3))
    for _ in range(26):
        x, y = int(source.random() * plates.width), int(source.random() * plates.height)
        radius = unit * (1 + 4 * source.random() ** 3)
        color = tint[int(source.random() * len(tint))]
        if plates.quiet[y, x] or plates.things[y, x]:
            continue
        reach = int(radius) + 2
        window = (slice(max(0, y - reach), y + reach), slice(max(0, x - reach), x + reach))
        patch = image[window]
        rows = np.arange(window[0].start, window[0].start + patch.shape[0])[:, None] - y
        cols = np.arange(window[1].start, window[1].start + patch.shape[1])[None, :] - x
        cover = np.clip(radius - np.hypot(rows, cols), 0, 1)[..., None]
        patch *= 1 - cover * (1 - color)
