"""Grain: flat shapes whose shadows and lights are sprayed on as fine stipple."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import blend, finished, floats, ink, small_shapes
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.shade import direction, inflate, lambert, pillow
from gouache.engines.composer.restyle.texture import clouds, white


def grain(picture: Picture, seed: int) -> Pixels:
    return _grain(picture, seed, dot=0.0, depth=1.0)


def grain_20(picture: Picture, seed: int) -> Pixels:
    """The same with a coarser spray and deeper shades."""
    return _grain(picture, seed, dot=0.85, depth=1.25)


def _grain(picture: Picture, seed: int, dot: float, depth: float) -> Pixels:
    plates = Plates(picture)
    image = floats(plates.color)
    blend(image, floats(plates.flat), np.full(image.shape[:2], 0.35, np.float32) * (plates.ids > 0))
    light = _light(plates)
    spray = stipple(plates, seed, dot)
    calm = (~(plates.quiet | small_shapes(plates, 0.0006))).astype(np.float32)
    dark = np.clip((0.56 - light) * 1.7 * depth, 0, 0.82) * calm
    bright = np.clip((light - 0.80) * 1.9, 0, 0.5) * calm
    dusk = np.clip(0.85 * _dusk(plates, seed) * depth, 0, 0.75) * calm * ~plates.things
    tone = ink(picture.light.shade) * 0.55 + 0.22
    shaded = image * image * (0.55 + 0.45 * tone) + image * tone * 0.18
    warm = image + (1 - image) * (0.45 * ink(picture.light.key))
    blend(image, np.asarray(shaded, np.float32), _fine(spray < np.maximum(dark, dusk)))
    blend(image, np.asarray(warm, np.float32), _fine(spray > 1 - bright))
    return finished(image, plates)


def _fine(dots: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Floats:
    """Dots as soft-edged cover."""
    return np.asarray(cv2.GaussianBlur(dots.astype(np.float32), (0, 0), 0.45) * np.float32(0.94), np.float32)


def stipple(plates: Plates, seed: int, dot: float = 0.0) -> Floats:
    """Thresholds 0..1 without low frequencies, so that sprayed dots lie evenly."""
    field = white(plates.height, plates.width, seed, 11)
    if dot * plates.unit > 0.3:
        field = cv2.GaussianBlur(field, (0, 0), dot * plates.unit)
    field -= cv2.GaussianBlur(field, (0, 0), 1.2 + 2 * dot)
    field /= float(field.std()) + 1e-6
    field *= -1.7
    np.exp(field, out=field)
    field += 1
    np.divide(1, field, out=field)
    return field


def _light(plates: Plates) -> Floats:
    unit = plates.unit
    height = pillow(plates.parts, plates.things) * (46 * unit)
    height += inflate(plates.ids, 30 * unit, 5 * unit) * (0.9 * plates.things)
    return lambert(cv2.GaussianBlur(height, (0, 0), 5 * unit), direction(plates.picture.light, 0.66))


def _dusk(plates: Plates, seed: int) -> Floats:
    """Shade that gathers behind the edge of each nearer layer of the scenery."""
    behind = np.full(plates.ids.shape, 0, np.float32)
    step = 4
    order = plates.elements[::step, ::step]
    for reach in (30, 60, 110, 170):
        ox = max(1, round(reach * plates.unit / step))
        moved = np.zeros_like(order)
        moved[:-ox] = order[ox:]
        behind[::1, ::1] += cv2.resize((moved > order).astype(np.float32), plates.ids.shape[::-1])
    behind = cv2.GaussianBlur(cv2.resize(behind[::step, ::step], None, fx=1, fy=1), (0, 0), 12)
    behind = cv2.resize(behind, plates.ids.shape[::-1]) * np.float32(0.12)
    top = np.linspace(0.42, 0, plates.height, dtype=np.float32)[:, None] ** 2
    behind += top * clouds(plates.height, plates.width, 300 * plates.unit, seed, 12, 2)
    behind += 0.06
    return np.asarray(behind, np.float32)
