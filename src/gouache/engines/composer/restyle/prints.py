"""Printed and lit looks: risograph, pop art, comics, noir, neon."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.grain import stipple
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import blend, edges, features, finished, floats, ink, luma, small_shapes
from gouache.engines.composer.restyle.plates import Plates
from gouache.engines.composer.restyle.poster import halftone
from gouache.engines.composer.restyle.shade import direction, lambert, pillow
from gouache.engines.composer.restyle.texture import centered, dice, tooth
from gouache.engines.composer.restyle.watercolor import edges_of

PAPER = "#f7f1e3"
RISO = (("#ffd43a", 2), ("#ff5470", 1), ("#1589d6", 0), ("#2c2748", -1))  # ink, and the channel that it absorbs


def risograph(picture: Picture, seed: int) -> Pixels:
    """Three grainy inks, out of register, on uncoated paper."""
    plates = Plates(picture)
    height, width, unit = plates.height, plates.width, plates.unit
    image = _loud(floats(plates.color), 1.45)
    source = dice(seed, 111)
    out = np.empty_like(image)
    out[:] = ink(PAPER)
    spray = stipple(plates, seed, 0.35)
    uneven = centered(height, width, 260 * unit, seed, 112, 2) * 0.03
    common = np.clip(1 - image, 0, 1).min(axis=2)
    for color, channel in RISO:
        cover = common**1.4 if channel < 0 else (1 - image[..., channel] - common * 0.72) * 1.2 + 0.04 * common
        cover = np.clip(cover + uneven, 0, 1)
        dx, dy = (float(v) for v in (source.random(2) - 0.5) * 6 * unit)
        move = np.asarray([[1, 0, dx], [0, 1, dy]], np.float32)
        cover = cv2.warpAffine(cover, move, (width, height), borderMode=cv2.BORDER_REPLICATE)
        printed = np.clip((cover - spray) * 3.2 + 0.5, 0, 1) * 0.45 + cover * 0.55
        printed[plates.quiet] = cover[plates.quiet]
        out *= 1 - printed[..., None] * (1 - ink(color)) * 0.94
        spray = np.roll(spray, (31, 57), (0, 1))
    out *= (1 + 0.015 * tooth(height, width, seed, 113, 0.9))[..., None]
    return finished(out, plates)


def _form(plates: Plates) -> Floats:
    height = cv2.GaussianBlur(pillow(plates.parts, plates.things) * (46 * plates.unit), (0, 0), 5 * plates.unit)
    return lambert(height, direction(plates.picture.light, 0.6))


def black_line(plates: Plates, inner: float, outer: float) -> Floats:
    """Cover of an even brush line: `inner` and `outer` are widths in px on a 1024 px page."""
    unit = max(0.5, plates.unit)
    near = cv2.dilate(plates.things.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.float32)
    fine = (edges(plates, 0.0) > 0.16) * near
    bold = edges_of(plates.elements) * near
    line = np.maximum(_swollen(fine, inner * unit), _swollen(bold, outer * unit))
    return np.asarray(np.maximum(line, _swollen(edges_of(plates.elements), inner * 0.7 * unit) * 0.9), np.float32)


def _swollen(mask: Floats, width: float) -> Floats:
    side = max(2, round(width))
    fat = cv2.dilate(mask.astype(np.float32), cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))
    return np.asarray(np.clip(cv2.GaussianBlur(fat, (0, 0), 0.9) * 1.6 - 0.3, 0, 1), np.float32)


def pop_art(picture: Picture, seed: int) -> Pixels:
    """Loud flat colour, halftone shade, a ray burst and black contours."""
    plates = Plates(picture)
    image = _loud(floats(plates.flat), 1.5)
    backdrop = ~plates.things
    sky = _loud(floats(plates.color), 1.7)
    blend(image, sky, backdrop.astype(np.float32))
    _rays(image, plates, seed)
    dots = halftone(plates.height, plates.width, 11 * plates.unit) * 0.5 + 0.5
    calm = ~(plates.quiet | small_shapes(plates, 0.001))
    shade = np.clip((0.60 - _form(plates)) * 2.1, 0, 0.9) * plates.things * calm
    cover = np.clip((shade - (1 - dots)) * 7 + 0.1, 0, 1) * (shade > 0.04)
    blend(image, image * image * 0.55, cover)
    ground = np.clip((dots - 0.70) * 9, 0, 1) * backdrop * 0.34
    blend(image, np.ones_like(image), ground.astype(np.float32))
    blend(image, np.broadcast_to(ink("#14121a"), image.shape), black_line(plates, 3.2, 8.5))
    return finished(image, plates)


def _loud(image: Floats, amount: float) -> Floats:
    gray = luma(image)[..., None]
    out = gray + (image - gray) * amount
    return np.clip((out - 0.5) * 1.08 + 0.52, 0, 1).astype(np.float32)


def _rays(image: Floats, plates: Plates, seed: int) -> None:
    """A burst from behind the things, over the backdrop only."""
    rows, cols = np.nonzero(plates.things[::8, ::8])
    cy, cx = (rows.mean() * 8, cols.mean() * 8) if len(rows) else (plates.height / 2, plates.width / 2)
    y = np.arange(plates.height, dtype=np.float32)[:, None] - np.float32(cy)
    x = np.arange(plates.width, dtype=np.float32)[None, :] - np.float32(cx)
    wave = np.sin(np.arctan2(y, x) * 14 + seed % 7)
    sky = np.asarray([True] + [s.leaf.role is Role.BACKGROUND for s in plates.shapes])[plates.ids]
    blend(
        image,
        image * 0.5 + np.asarray((0.5, 0.48, 0.40), np.float32),
        (np.clip(wave * 30, 0, 1) * sky * 0.5).astype(np.float32),
    )


def hard_comics(picture: Picture, seed: int) -> Pixels:
    """Ink first: spotted blacks in the shadows, a brush outline, printed colours with a fine screen."""
    plates = Plates(picture)
    image = _loud(floats(plates.color), 1.18)
    form = _form(plates)
    calm = ~(plates.quiet | small_shapes(plates, 0.001))
    side = np.clip((0.50 - form) * 14, 0, 1) * plates.things * calm
    blend(image, image * np.asarray((0.55, 0.50, 0.68), np.float32), side.astype(np.float32))
    hatch = _feathers(plates, seed)
    dark = np.clip((0.30 - form) * 5 + (hatch - 0.5), 0, 1) * plates.things * calm * (1 - features(plates, 70))
    low = np.clip((0.16 - luma(floats(plates.color))) * 9, 0, 1) * plates.things * ~plates.quiet
    black = np.maximum(np.clip(dark * 3 - 1, 0, 1), low * 0.9)
    screen = halftone(plates.height, plates.width, 6.5 * plates.unit, 30) * 0.5 + 0.5
    tint = np.clip((screen - 0.72) * 8, 0, 1) * ~plates.things * 0.16
    blend(image, image * 0.5, tint.astype(np.float32))
    line = ink("#100f15")
    blend(image, np.broadcast_to(line, image.shape), black.astype(np.float32))
    blend(image, np.broadcast_to(line, image.shape), black_line(plates, 3.0, 7.5))
    return finished(image, plates)


def _feathers(plates: Plates, seed: int) -> Floats:
    """Feathered brush strokes along a slant, 0..1."""
    x = np.arange(plates.width, dtype=np.float32)[None, :]
    y = np.arange(plates.height, dtype=np.float32)[:, None]
    bend = centered(plates.height, plates.width, 90 * plates.unit, seed, 114, 1) * 2.2
    return np.asarray(np.sin((x * 0.8 - y) / plates.unit * 0.42 + bend) * 0.5 + 0.5, np.float32)


def noir(picture: Picture, seed: int) -> Pixels:
    """Black and white by one hard lamp, sprayed greys, a rim of light."""
    plates = Plates(picture)
    light = luma(floats(plates.color))
    form = _form(plates)
    small = small_shapes(plates, 0.0022) & plates.things
    own = light * 0.88 + (form - 0.62) * (0.95 - 0.5 * features(plates, 90))
    tone = np.where(plates.things, own, light * 0.55 - 0.12)
    x = np.linspace(-1, 1, plates.width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, plates.height, dtype=np.float32)[:, None]
    lamp = np.exp(-(np.square(x * 0.9) + np.square(y + 0.1)) * 1.1)
    tone = np.where(plates.things, tone * (0.75 + 0.35 * lamp) + 0.10, tone * lamp + 0.34 * lamp)
    spray = stipple(plates, seed, 0.15)
    gray = np.clip((tone - spray * 0.55 - 0.10) * 4.5, 0, 1) * 0.62 + np.clip(tone * 1.15, 0, 1) * 0.38
    gray = np.where(small, np.where(light > 0.5, 0.95, 0.02), gray)
    image = np.repeat(np.asarray(gray, np.float32)[..., None], 3, axis=2)
    rim = edges_of(plates.elements) * cv2.dilate(plates.things.astype(np.uint8), np.ones((3, 3), np.uint8))
    glow = cv2.GaussianBlur(rim.astype(np.float32), (0, 0), 1.3 * max(0.5, plates.unit)) * 1.5
    blend(image, np.ones_like(image), np.clip(glow, 0, 0.85))
    ground = float(np.median(light[plates.quiet])) if plates.quiet.any() else 0.0
    image[plates.quiet] = 0.92 if ground > 0.5 else 0.05
    image *= np.asarray((1.0, 0.99, 0.97), np.float32)
    return finished(image, plates, ("#100f12" if ground > 0.5 else "#f8f6f0") if plates.has_text else None)


def neon(picture: Picture, seed: int) -> Pixels:
    """Glowing tubes along every contour over a dim night version of the picture."""
    plates = Plates(picture)
    unit = max(0.5, plates.unit)
    base = floats(plates.color)
    image = base * base * np.asarray((0.22, 0.18, 0.34), np.float32) + np.asarray((0.020, 0.012, 0.055), np.float32)
    glow = _tubes(plates, base)
    tube = cv2.GaussianBlur(glow, (0, 0), 1.5 * unit) * 2.7
    core = cv2.GaussianBlur(glow, (0, 0), 0.7 * unit) * 1.1
    small = cv2.resize(glow, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    halo = cv2.GaussianBlur(small, (0, 0), 3 * unit) * 1.5 + cv2.GaussianBlur(small, (0, 0), 11 * unit) * 3.0
    image += cv2.resize(halo, (plates.width, plates.height))
    image += tube
    image += luma(core)[..., None] * 0.75
    image[plates.quiet] *= 0.6
    _lit_letters(image, plates)
    np.clip(image, 0, None, out=image)
    image /= 1 + 0.18 * image
    return finished(image, plates, "#fff8e8")


def _tubes(plates: Plates, base: Floats) -> Floats:
    """One-px contours in the brightest version of each shape's own hue."""
    line = edges(plates, 0.25)
    near = cv2.dilate(plates.things.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(np.float32)
    line *= 0.6 + 0.4 * near
    line[plates.quiet] *= 0.8
    hsv = cv2.cvtColor(cv2.dilate(base, np.ones((3, 3), np.uint8)), cv2.COLOR_RGB2HSV)
    hsv[..., 1] = np.clip(hsv[..., 1] * 1.6 + 0.25, 0, 1)
    hsv[..., 2] = 1.0
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB) * line[..., None], np.float32)


def _lit_letters(image: Floats, plates: Plates) -> None:
    if not plates.has_text:
        return
    image[plates.quiet] *= 0.35
    halo = cv2.GaussianBlur(plates.text, (0, 0), 9 * max(0.5, plates.unit))
    image += halo[..., None] * np.asarray((1.0, 0.32, 0.62), np.float32) * 0.8
