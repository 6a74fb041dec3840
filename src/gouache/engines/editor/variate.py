"""The same subject composed anew: another crop, place, light and tone."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np

from gouache.engines.base import Context, Image
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.rng import stream
from gouache.engines.editor.backdrop import standing
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.fill import fill
from gouache.engines.editor.source import Given
from gouache.engines.editor.subject import box_of, coverage, sure
from gouache.engines.editor.traits import Traits, measure
from gouache.operations import Variate

_WORK = 1024  # px of the longer side that the ground behind the subject is made at
_CUT = 0.99  # of the height; what reaches farther down is cut by the page and stays so


def variate(operation: Variate, given: Given, context: Context) -> Draw:
    """Variations at the wished size; a picture without a subject is reframed and relit."""
    scale = min(1.0, _WORK / max(given.width, given.height))
    pixels = given.pixels
    if scale < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    subject = _subject(given, operation, pixels)
    traits = measure(given.pixels)
    alpha = coverage(subject)
    box = box_of(alpha)
    plate = pixels if box is None else fill(pixels, cv2.dilate(alpha, np.ones((9, 9), np.uint8)) > 0.02)

    def draw(seed: int) -> Image:
        dice = stream(seed, "variate")
        mirrored = dice.random() < 0.5
        page, frame = _framed(plate, operation.width, operation.height, dice, mirrored)
        if box is not None:
            piece = _placed(subject, box, frame, (operation.width, operation.height), dice, mirrored)
            page = standing(piece, page, traits)
        page = _lit(page, dice, traits)
        made = report(operation, seed, "as given", given.notes)
        made.resolved.append("recomposed: crop, place, light and tone")
        return Image(operation.width, operation.height, made, pixels=page, exact=traits.flat)

    return draw


def _subject(given: Given, operation: Variate, pixels: Pixels) -> Pixels:
    found = sure(given.pixels, operation.image)
    if found.shape == pixels.shape:
        return found
    return np.asarray(cv2.resize(found, pixels.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)


def _framed(
    plate: Pixels, width: int, height: int, dice: Random, mirrored: bool
) -> tuple[Pixels, tuple[float, float, float]]:
    """The ground cropped to the wished size, and scale and shift (px) from the ground's pixels to the page's."""
    cover = max(width / plate.shape[1], height / plate.shape[0])
    scale = cover * dice.uniform(1.0, 1.22)
    if mirrored:
        plate = plate[:, ::-1]
    x = (plate.shape[1] * scale - width) * dice.uniform(0.2, 0.8)
    y = (plate.shape[0] * scale - height) * dice.uniform(0.35, 0.85)
    matrix = np.array([[scale, 0, -x + scale / 2 - 0.5], [0, scale, -y + scale / 2 - 0.5]], np.float32)
    how = cv2.INTER_AREA if scale < 0.7 else cv2.INTER_CUBIC
    if scale < 0.7:
        size = (max(1, round(plate.shape[1] * scale)), max(1, round(plate.shape[0] * scale)))
        plate = np.asarray(cv2.resize(np.ascontiguousarray(plate), size, interpolation=how), np.uint8)
        matrix = np.array([[1, 0, -x], [0, 1, -y]], np.float32)
    page = cv2.warpAffine(
        np.ascontiguousarray(plate), matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
    )
    return np.asarray(page, np.uint8), (scale, x, y)


def _placed(
    subject: Pixels, box: tuple[int, int, int, int], frame: tuple[float, float, float], size: tuple[int, int],
    dice: Random, mirrored: bool,
) -> Pixels:  # fmt: skip
    """The subject on a page of its own, whole, about as large as it was and on its ground line."""
    piece = np.ascontiguousarray(subject[box[1] : box[3], box[0] : box[2]])
    if mirrored:
        piece = np.ascontiguousarray(piece[:, ::-1])
    (width, height), (scale, _, y) = size, frame
    wide, tall = box[2] - box[0], box[3] - box[1]
    share = tall / subject.shape[0] * dice.uniform(0.86, 1.1)
    grow = min(share * height / tall, 0.94 * width / wide, (0.97 * height) / tall)
    cut = box[3] >= _CUT * subject.shape[0]
    new = (max(1, round(wide * grow)), max(1, round(tall * grow)))
    foot = float(height) if cut else min(0.97 * height, max(new[1] + 0.02 * height, box[3] * scale - y))
    left = (width - new[0]) * dice.uniform(0.25, 0.75)
    small = cv2.resize(piece, new, interpolation=cv2.INTER_AREA if grow < 1 else cv2.INTER_CUBIC)
    page = np.zeros((height, width, 4), np.uint8)
    top, start = round(foot) - new[1], round(left)
    page[max(0, top) : top + new[1], start : start + new[0]] = small[max(0, -top) :]
    return page


def _lit(page: Pixels, dice: Random, traits: Traits) -> Pixels:
    """A little warmer or cooler, brighter or darker; drawings turn their hues a little instead."""
    if traits.flat:
        turn = dice.uniform(-9, 9)
        hsv = cv2.cvtColor(np.ascontiguousarray(page[..., :3]), cv2.COLOR_RGB2HSV)
        hsv[..., 0] = (hsv[..., 0].astype(np.int16) + round(turn)) % 180
        rgb = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)
    else:
        warm, level = dice.uniform(-0.07, 0.07), dice.uniform(0.92, 1.07)
        tint = np.array([1 + warm, 1.0, 1 - warm], np.float32) * level
        rgb = np.clip(np.rint(page[..., :3] * tint), 0, 255).astype(np.uint8)
    out = page.copy()
    out[..., :3] = rgb
    return out
