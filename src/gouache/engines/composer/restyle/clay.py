"""Plasticine: every part a soft rounded volume, lit by one big lamp, with contact shadows between the layers."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import SCENERY, blend, finished, floats, ink, shadow, small_shapes, vignette
from gouache.engines.composer.restyle.plates import Ids, Plates, prominence
from gouache.engines.composer.restyle.shade import direction, inflate, normals, pillow
from gouache.engines.composer.restyle.texture import centered, dice


def handmade_3d(picture: Picture, seed: int) -> Pixels:
    return _modelled(picture, seed, gloss=0.10, sharp=14.0, hands=1.0)


def plastic(picture: Picture, seed: int) -> Pixels:
    """Moulded plastic: smooth, with a small bright gloss."""
    return _modelled(picture, seed, gloss=0.55, sharp=42.0, hands=0.0)


def _modelled(picture: Picture, seed: int, gloss: float, sharp: float, hands: float) -> Pixels:
    plates = Plates(picture)
    image = floats(plates.color)
    blend(image, floats(plates.flat), np.where(plates.ids > 0, 0.55, 0).astype(np.float32))
    nx, ny, nz = _slopes(plates, seed, hands)
    towards = direction(picture.light, 0.58)
    key = nx * towards[0] + ny * towards[1] + nz * towards[2]
    half = np.asarray(towards) + (0, 0, 1)
    half /= np.linalg.norm(half)
    shine = np.clip(nx * half[0] + ny * half[1] + nz * half[2], 0, 1) ** np.float32(sharp)
    image **= 1.9
    lit = _lamps(picture, key, ny)
    lit *= _shadows(plates, towards)[..., None]
    image *= lit
    shine *= np.where(plates.things, 1.0, 0.3)
    image += (shine * gloss * (0.35 + 0.65 * np.clip(key, 0, 1)))[..., None] * ink(picture.light.key)
    image *= vignette(plates.height, plates.width, 0.22)[..., None]
    np.clip(image, 0, 1.6, out=image)
    image /= 1 + 0.10 * image
    image **= 1 / 1.9
    return finished(image, plates)


def _slopes(plates: Plates, seed: int, hands: float) -> tuple[Floats, Floats, Floats]:
    """Normals of the things and of the scenery, each undisturbed by the other's edge."""
    unit = plates.unit
    ground = inflate(calm_order(plates), 20 * unit, over=True) * 0.55
    # under the things the ground runs on
    ground[plates.things] = 11 * unit
    ground = cv2.GaussianBlur(ground, (0, 0), 4 * unit)
    if hands:
        ground += centered(plates.height, plates.width, 120 * unit, seed, 75, 2) * (1.8 * unit)
    merged = normals(ground)
    for field, own in zip(merged, normals(_relief(plates, seed, hands)), strict=True):
        np.copyto(field, own, where=plates.things)
    return merged


def _relief(plates: Plates, seed: int, hands: float) -> Floats:
    """Height in px of the things: bellies for elements and parts, a small bead for each shape, dents of the hand."""
    unit, things = plates.unit, plates.things
    belly = pillow(plates.elements, things) * (34 * unit)
    belly += pillow(plates.parts, things) * (42 * unit)
    belly += inflate(plates.parts, 20 * unit) * (0.75 * things)
    belly += inflate(plates.ids, 7 * unit, over=True) * (0.85 * things)
    relief = cv2.GaussianBlur(belly, (0, 0), 2.6 * unit)
    if hands:
        relief += centered(plates.height, plates.width, 90 * unit, seed, 71, 2) * (3.4 * unit * hands)
        relief += centered(plates.height, plates.width, 22 * unit, seed, 72, 2) * (0.55 * unit * hands)
        relief += _fingerprints(plates, seed) * things
    calm = cv2.GaussianBlur((plates.quiet | small_shapes(plates, 0.0004)).astype(np.float32), (0, 0), 4 * unit)
    return np.asarray(relief * (1 - 0.5 * calm), np.float32)


def calm_order(plates: Plates) -> Ids:
    """Painting order of the elements; faint or thin pieces of scenery sink into what lies under them."""
    kept = prominence(plates) > 26
    large = plates.areas > 0.0006 * plates.ids.size
    scenery = np.asarray([False] + [s.leaf.role in SCENERY for s in plates.shapes])
    order = np.asarray([0] + [s.leaf.element + 1 for s in plates.shapes], np.int32)
    order[scenery & ~(kept & large)] = 0
    field = order[plates.ids]
    gaps = field == 0
    if gaps.any():
        side = max(3, round(9 * plates.unit)) | 1
        filled = cv2.dilate(field.astype(np.uint16), np.ones((side, side), np.uint8)).astype(np.int32)
        field[gaps] = filled[gaps]
    return field


def _fingerprints(plates: Plates, seed: int) -> Floats:
    """A few faint whorls."""
    height, width, unit = plates.height, plates.width, plates.unit
    source, prints = dice(seed, 73), np.zeros((height, width), np.float32)
    bend = centered(height, width, 60 * unit, seed, 74, 1)
    for _ in range(7):
        cx, cy, size = source.random() * width, source.random() * height, (26 + 16 * source.random()) * unit
        r = int(size * 1.6)
        x0, y0 = max(0, int(cx) - r), max(0, int(cy) - r)
        window = (slice(y0, int(cy) + r), slice(x0, int(cx) + r))
        patch = prints[window]
        if not patch.size:
            continue
        rows = np.arange(y0, y0 + patch.shape[0], dtype=np.float32)[:, None] - cy
        cols = np.arange(x0, x0 + patch.shape[1], dtype=np.float32)[None, :] - cx
        away = np.hypot(rows * 0.8, cols) + bend[window] * 14 * unit
        patch += np.sin(away / unit * 1.05) * np.exp(-np.square(away / size) * 1.6) * (0.32 * unit)
    return prints


def _lamps(picture: Picture, key: Floats, ny: Floats) -> Floats:
    """Warm key with a soft terminator, cool fill from the other side, bounce from below."""
    wrap = np.clip((key + 0.32) / 1.32, 0, 1)
    sky = np.clip(0.5 - 0.5 * ny, 0, 1)
    warm, cool = ink(picture.light.key), ink(picture.light.shade)
    fill = 0.30 + 0.30 * (cool / max(0.2, float(cool.max())))
    lit = wrap[..., None] * (warm * 1.16)
    lit += sky[..., None] * (fill * 0.42)
    lit += 0.16
    return np.asarray(lit, np.float32)


def _shadows(plates: Plates, towards: tuple[float, float, float]) -> Floats:
    """Contact shadows: long between elements, short between the shapes of one."""
    unit = plates.unit
    x, y = -towards[0], -towards[1]
    far = shadow(calm_order(plates), x * 26 * unit, y * 26 * unit, 4, 7 * unit)
    near = shadow(np.where(plates.things, plates.ids, 0), x * 8 * unit, y * 8 * unit, 3, 2.6 * unit) * plates.things
    around = shadow(np.where(plates.things, plates.elements, 0), 0, 8 * unit, 1, 10 * unit)
    return np.asarray((1 - 0.46 * far) * (1 - 0.30 * near) * (1 - 0.22 * around), np.float32)
