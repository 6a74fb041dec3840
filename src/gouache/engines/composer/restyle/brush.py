"""Brushwork: oil dabs laid in passes from broad to fine, and soft pastel."""

from __future__ import annotations

from typing import cast

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Floats, Pixels
from gouache.engines.composer.restyle.hand_drawn import graphite
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import Bytes, blend, finished, floats, ink, luma, small_shapes
from gouache.engines.composer.restyle.plates import Ids, Plates
from gouache.engines.composer.restyle.shade import direction, lambert, pillow
from gouache.engines.composer.restyle.texture import centered, clouds, dice, strokes, tooth, wobble


def oil_painting(picture: Picture, seed: int) -> Pixels:
    return _painted(picture, seed, sizes=(30, 15, 7), vivid=1.12, jitter=0.05, swirl=0.8)


def expressionism(picture: Picture, seed: int) -> Pixels:
    """Broad, swirling, unruly strokes in raised colours."""
    return _painted(picture, seed, sizes=(38, 22, 12), vivid=1.5, jitter=0.11, swirl=2.6)


def _painted(picture: Picture, seed: int, sizes: tuple[int, ...], vivid: float, jitter: float, swirl: float) -> Pixels:
    plates = Plates(picture)
    unit = max(0.5, plates.unit)
    source = _lit(plates, vivid)
    angles = _flow(plates, seed, swirl)
    canvas = np.ascontiguousarray(cv2.GaussianBlur(source, (0, 0), 14 * unit))
    relief = np.zeros(canvas.shape[:2], np.float32)
    detail, order = _detail(plates), np.where(plates.things, plates.ids, plates.elements - 4096).astype(np.int32)
    for k, size in enumerate(sizes):
        _pass(canvas, relief, source, angles, detail if k else None, order, size * unit, jitter, seed, 120 + k)
    small = cv2.dilate(small_shapes(plates, 0.0008).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    canvas[small | plates.quiet] = source[small | plates.quiet]
    relief[plates.quiet] = relief.mean()
    image = floats(canvas)
    image *= _varnish(relief, unit, plates, seed)[..., None]
    return finished(image, plates)


def _lit(plates: Plates, vivid: float) -> Bytes:
    """The picture with form shade, in stronger colour."""
    image = floats(plates.color)
    height = cv2.GaussianBlur(pillow(plates.parts, plates.things) * (46 * plates.unit), (0, 0), 5 * plates.unit)
    light = lambert(height, direction(plates.picture.light, 0.62))
    calm = plates.things & ~plates.quiet
    blend(
        image, image * image * np.asarray((0.66, 0.60, 0.78), np.float32), np.clip((0.62 - light) * 1.5, 0, 0.8) * calm
    )
    blend(image, image * 0.5 + ink(plates.picture.light.key) * 0.5, np.clip((light - 0.8) * 1.3, 0, 0.4) * calm)
    gray = luma(image)[..., None]
    return np.asarray(np.clip(gray + (image - gray) * vivid, 0, 1) * 255, np.uint8)


def _flow(plates: Plates, seed: int, swirl: float) -> Floats:
    """Stroke direction in radians: along the contours of forms, drifting elsewhere."""
    soft = cv2.GaussianBlur(pillow(plates.elements, plates.ids > 0), (0, 0), 14 * max(0.5, plates.unit))
    gx, gy = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    drift = centered(plates.height, plates.width, 200 * plates.unit, seed, 121, 2) * swirl
    along = np.arctan2(gy, gx) + np.pi / 2
    return np.asarray(np.where(np.hypot(gx, gy) > 0.004, along + 0.3 * drift, drift), np.float32)


def _detail(plates: Plates) -> Floats:
    """Where fine strokes are worth it, 0..1."""
    gray = cv2.cvtColor(plates.color, cv2.COLOR_RGB2GRAY)
    edge = cv2.GaussianBlur(np.abs(cv2.Laplacian(gray, cv2.CV_32F)), (0, 0), 6 * max(0.5, plates.unit))
    return np.asarray(np.clip(edge / 5, 0, 1) * 0.7 + 0.45 * plates.things, np.float32)


def _pass(
    canvas: Bytes, relief: Floats, source: Bytes, angles: Floats, detail: Floats | None,
    ids: Ids, size: float, jitter: float, seed: int, purpose: int,
) -> None:  # fmt: skip
    """One layer of strokes of about `size` px length, in a shuffled order."""
    height, width = relief.shape
    dice_ = dice(seed, purpose)
    count = int(height * width / (size * size) * 4.4)
    xs, ys = (dice_.random(count) * width).astype(np.int64), (dice_.random(count) * height).astype(np.int64)
    keep = np.ones(count, np.bool_) if detail is None else dice_.random(count) < detail[ys, xs]
    xs, ys = xs[keep], ys[keep]
    turn = angles[ys, xs] + (dice_.random(len(xs)) - 0.5) * 0.5
    reach = np.asarray(size * (0.55 + 0.5 * dice_.random(len(xs))), np.float32)
    tint = source[ys, xs].astype(np.float32) * (1 + (dice_.random((len(xs), 1)) - 0.5) * 2 * jitter)
    tint += (dice_.random((len(xs), 3)).astype(np.float32) - 0.5) * (255 * jitter)
    colors = np.clip(tint, 0, 255).astype(int).tolist()
    ends = _ends(xs, ys, turn, reach, ids)
    wide, level = max(1, round(size * 0.36)), dice_.random(len(xs)).tolist()
    for (a, b, c, d), color, h in zip(ends, colors, level, strict=True):
        cv2.line(canvas, (a, b), (c, d), color, wide, cv2.LINE_AA, 3)
        cv2.line(relief, (a, b), (c, d), h, wide, cv2.LINE_8, 3)


def _ends(
    xs: npt.NDArray[np.int64], ys: npt.NDArray[np.int64], turn: Floats, reach: Floats, ids: Ids
) -> list[list[int]]:
    """Both ends of every stroke in eighths of a px; an end that would cross into another shape is drawn back."""
    height, width = ids.shape
    found: list[npt.NDArray[np.float64]] = []
    for way in (-1.0, 1.0):
        dx, dy = np.cos(turn) * reach * way, np.sin(turn) * reach * way
        over = (
            ids[np.clip(ys + dy, 0, height - 1).astype(int), np.clip(xs + dx, 0, width - 1).astype(int)] != ids[ys, xs]
        )
        short = np.where(over, 0.25, 1.0)
        found.extend((xs + dx * short, ys + dy * short))
    return cast(list[list[int]], np.rint(np.stack(found, axis=1) * 8).astype(int).tolist())


def _varnish(relief: Floats, unit: float, plates: Plates, seed: int) -> Floats:
    """Light raking over the ridges of paint."""
    bristles = strokes(plates.height, plates.width, 20, 18 * unit, 0.7, seed, 125) * 0.05
    body = cv2.GaussianBlur(relief, (0, 0), 0.9) + bristles
    slope = cv2.Sobel(body, cv2.CV_32F, 1, 1, ksize=3)
    return np.asarray(np.clip(1 - slope * 0.07, 0.86, 1.14), np.float32)


def pastel_sketch(picture: Picture, seed: int) -> Pixels:
    """Soft chalk on toned paper: broad strokes, bloom of powder, little line."""
    plates = Plates(picture)
    height, width, unit = plates.height, plates.width, plates.unit
    x, y = wobble(height, width, 5 * unit, 46 * unit, seed, 131)
    color = floats(cv2.remap(plates.color, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
    keep = small_shapes(plates) | plates.quiet
    np.copyto(color, floats(plates.color), where=keep[..., None])
    color = 0.86 * color + 0.14 * cv2.GaussianBlur(color, (0, 0), 9 * max(0.5, unit))
    color = 0.10 + 0.90 * color**0.88
    image = np.empty_like(color)
    image[:] = ink("#e9dccb")
    grain = tooth(height, width, seed, 134, 0.95)
    chalk = strokes(height, width, 52, 70 * unit, 4.5 * unit, seed, 135)
    cover = (
        0.82
        + np.where(plates.things, 0.09, 0.15) * chalk
        + 0.15 * grain
        + 0.16 * (clouds(height, width, 160 * unit, seed, 136, 2) - 0.5)
    )
    np.copyto(cover, np.float32(0.96), where=keep)
    blend(image, color, np.clip(cover, 0.12, 0.98))
    blend(image, np.broadcast_to(ink("#4a3550"), image.shape), graphite(plates, seed) * 0.20 * plates.things)
    return finished(image, plates)
