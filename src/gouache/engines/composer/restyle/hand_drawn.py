"""Coloured pencil: hatching in the direction of each form over toothed paper, a double pencil line, clean eyes."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import (
    Bytes,
    blend,
    edges,
    features,
    finished,
    floats,
    ink,
    luma,
    small_shapes,
)
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.shade import direction, lambert, pillow
from gouache.engines.composer.restyle.texture import clouds, strokes, tooth, wobble
from gouache.engines.composer.restyle.watercolor import edges_of

PAPER = "#fbf7ee"
ANGLES = (42.0, 62.0, 20.0, -38.0)


def hand_drawn(picture: Picture, seed: int) -> Pixels:
    plates = Plates(picture)
    image = _colored(plates, seed)
    blend(image, np.broadcast_to(ink("#2b2430"), image.shape), pencil_line(plates, seed))
    return finished(image, plates)


def hand_drawn_outline(picture: Picture, seed: int) -> Pixels:
    """The line alone, with a breath of colour in the things."""
    plates = Plates(picture)
    image = np.empty((plates.height, plates.width, 3), np.float32)
    image[:] = ink(PAPER)
    color = _colored(plates, seed)
    blend(image, color, np.where(plates.things, 0.32, 0.0).astype(np.float32))
    blend(image, np.broadcast_to(ink("#22202a"), image.shape), pencil_line(plates, seed, 1.25))
    return finished(image, plates)


def infantile_sketch(picture: Picture, seed: int) -> Pixels:
    """Wax crayon: broad scribbles that miss the lines."""
    plates = Plates(picture)
    image = _colored(plates, seed, width=3.2, length=120, miss=9.0, open_=1.9)
    line = pencil_line(plates, seed, 2.6, 6.0)
    blend(image, np.broadcast_to(ink("#33303a"), image.shape), line)
    return finished(image, plates)


def pencil(picture: Picture, seed: int) -> Pixels:
    """Graphite: tone by layers of grey hatching."""
    plates = Plates(picture)
    gray = graphite(plates, seed)
    image = np.empty((plates.height, plates.width, 3), np.float32)
    image[:] = ink(PAPER)
    lead = np.broadcast_to(ink("#2c2c31"), image.shape)
    blend(image, lead, gray)
    blend(image, lead, pencil_line(plates, seed, 1.05))
    return finished(image, plates)


def graphite(plates: Plates, seed: int) -> Floats:
    """Cover of pencil lead, 0..1."""
    height, width, unit = plates.height, plates.width, plates.unit
    dark = 1 - luma(floats(plates.color)) ** 0.75
    dark += np.clip(0.55 - _light(plates), 0, 0.4) * plates.things
    dark = np.where(plates.things, dark, dark * 0.62)
    hatch = _hatching(plates, seed, 34, 1.2)
    cross = strokes(height, width, -52, 40 * unit, 1.0 * unit, seed, 49)
    cover = dark * (0.74 + 0.26 * hatch) + np.clip(dark - 0.45, 0, 1) * 0.30 * cross
    cover *= 1 - 0.14 * tooth(height, width, seed, 50, 0.8)
    cover[plates.quiet] = 0.03
    return np.asarray(np.clip(cover, 0, 0.93), np.float32)


def _light(plates: Plates) -> Floats:
    height = pillow(plates.parts, plates.things) * (44 * plates.unit)
    return lambert(cv2.GaussianBlur(height, (0, 0), 6 * plates.unit), direction(plates.picture.light, 0.66))


def _hatching(plates: Plates, seed: int, length: float, width: float) -> Floats:
    """Streaks whose direction changes from part to part, mean 0 and deviation about 1."""
    choice = (plates.parts * 5 + plates.elements * 3) % len(ANGLES)
    choice[~plates.things] = 0
    field = np.zeros(plates.ids.shape, np.float32)
    for k, angle in enumerate(ANGLES):
        where = choice == k
        if where.any():
            hatch = strokes(plates.height, plates.width, angle, length * plates.unit, width * plates.unit, seed, 41 + k)
            np.copyto(field, hatch, where=where)
    return field


def _colored(
    plates: Plates, seed: int, width: float = 1.3, length: float = 44, miss: float = 3.0, open_: float = 1.0
) -> Floats:
    height, wide, unit = plates.height, plates.width, plates.unit
    hatch = _hatching(plates, seed, length, width)
    fine = small_shapes(plates) | plates.quiet
    color = floats(_missed(plates, hatch, miss, seed))
    dark = 1 - luma(color)
    grain = tooth(height, wide, seed, 46, 0.9)
    press = clouds(height, wide, 130 * unit, seed, 47, 2) - 0.5
    cover = (
        0.68
        + 0.32 * dark
        + np.where(plates.things, 0.12, 0.16 - 0.11 * dark) * open_ * hatch
        + 0.08 * grain
        + 0.20 * press
    )
    cover[~plates.things] -= 0.10
    np.clip(cover, 0.06, 0.97, out=cover)
    cover += (0.9 - cover) * (0.55 * features(plates, 70))
    soft = 0.9 + 0.05 * np.clip(hatch, -1, 1)
    np.copyto(cover, soft, where=fine)
    color *= color**0.12
    image = np.empty_like(color)
    image[:] = ink(PAPER)
    image *= (1 + 0.012 * grain)[..., None]
    blend(image, color, cover)
    shade = np.clip(0.60 - _light(plates), 0, 0.5) * 1.3 * plates.things * ~fine
    shade *= 1 - 0.85 * features(plates, 80)  # faces stay clear
    cross = strokes(height, wide, -58, length * 0.8 * unit, width * unit, seed, 48)
    blend(image, image * image * ink("#b9a8c8"), np.clip(shade * (0.75 + 0.5 * cross), 0, 0.7))
    return image


def _missed(plates: Plates, hatch: Floats, miss: float, seed: int) -> Bytes:
    """Colour that overshoots or falls short of its outline by a few px, stroke by stroke."""
    x, y = wobble(plates.height, plates.width, miss * 0.7 * plates.unit, 50 * plates.unit, seed, 38)
    reach = np.clip(hatch, -1.5, 1.5) * (miss * 0.55 * plates.unit)
    x += reach
    y -= reach
    moved = cv2.remap(plates.color, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    still = cv2.dilate((small_shapes(plates) | plates.quiet).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    moved[still] = plates.color[still]
    return np.asarray(moved)


def pencil_line(plates: Plates, seed: int, weight: float = 1.0, tremble: float = 2.2) -> Floats:
    """Two passes of a pencil along the borders: silhouettes heavier, small features once and steady."""
    height, width, unit = plates.height, plates.width, plates.unit
    inner = edges(plates, 0.12) * 0.8
    outer = edges_of(plates.elements) * plates.things
    thin = np.maximum(inner, outer)
    thin[~cv2.dilate(plates.things.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)] *= 0.62
    blur = max(0.55, 0.8 * weight * unit)
    line = cv2.GaussianBlur(thin + 0.6 * cv2.dilate(outer, np.ones((3, 3), np.uint8)), (0, 0), blur) * (1.9 * weight)
    grain = 0.80 + 0.16 * tooth(height, width, seed, 55, 0.8)
    pressure = 0.62 + 0.6 * clouds(height, width, 80 * unit, seed, 56, 2)
    still = cv2.dilate((small_shapes(plates) | plates.quiet).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    total = np.zeros_like(line)
    for k, strength in enumerate((0.95, 0.6)):
        x, y = wobble(height, width, tremble * (1 + 0.5 * k) * unit, 75 * unit, seed, 57 + 3 * k)
        drawn = cv2.remap(line, x, y, cv2.INTER_LINEAR) * strength
        drawn[still] = line[still] * 0.85 if k == 0 else 0
        np.maximum(total, drawn, out=total)
    total *= grain
    total *= np.where(still, 0.95, pressure)
    return np.asarray(np.clip(total, 0, 0.95), np.float32)
