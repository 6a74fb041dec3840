"""The same subject composed anew in its own colours: another arrangement, crop, place and light."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from gouache.engines.base import Context, Image
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.rng import stream
from gouache.engines.editor.arrange import Part, arranged, parts_of
from gouache.engines.editor.backdrop import standing
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.fill import fill
from gouache.engines.editor.patches import Floats
from gouache.engines.editor.source import Given
from gouache.engines.editor.subject import box_of, coverage, sure
from gouache.engines.editor.traits import Traits, measure
from gouache.operations import Variate

_WORK = 1024  # px of the longer side that the ground behind the subject is made at
_PAINT, _SPOTS = 0.0008, 0.03  # of the page: a colour that is one of the subject's paints; spots of it missed at most
_HEAD = 0.03  # of the page, that is left above a subject
_CUT = 0.99  # of the height; what reaches farther down is cut by the page and stays so


def variate(operation: Variate, given: Given, context: Context) -> Draw:
    """Variations at the wished size, in the picture's own colours.

    A drawing's things are arranged anew, a photograph's subject stands elsewhere before its ground; a picture whose
    subject is cut by its edges, or that has none, is reframed and relit.
    """
    basis = _basis(operation, given)
    size = (operation.width, operation.height)

    def draw(seed: int) -> Image:
        dice = stream(seed, "variate")
        mirrored = dice.random() < 0.5 and not basis.lettered
        free = bool(basis.parts) or basis.box is not None
        page, frame = _framed(basis, size, dice, mirrored, free)
        if basis.parts:
            piece = arranged(basis.parts, (basis.plate.shape[1], basis.plate.shape[0]), size, dice)
            page = standing(piece, page, basis.traits, exact=True)
        elif basis.box is not None:
            piece = _placed(basis.subject, basis.box, frame, size, dice, mirrored)
            page = standing(piece, page, basis.traits, exact=basis.traits.flat)
        made = report(operation, seed, "as given", given.notes)
        made.resolved.append("recomposed: " + ("arrangement" if basis.parts else "crop, place and light"))
        page = page if basis.traits.flat else _lit(page, dice)
        return Image(*size, made, pixels=page, exact=basis.traits.flat)

    return draw


@dataclass(frozen=True, slots=True)
class _Basis:
    """What all variations start from: the ground alone, the subject with its box, a drawing's separate parts."""

    plate: Pixels
    subject: Pixels
    box: tuple[int, int, int, int] | None
    focus: tuple[float, float]  # what the picture is about, as shares of its width and height
    top: float  # where its subject begins, as a share of the height
    parts: list[Part]
    traits: Traits
    lettered: bool


def _basis(operation: Variate, given: Given) -> _Basis:
    scale = min(1.0, _WORK / max(given.width, given.height))
    pixels = given.pixels
    if scale < 1:
        pixels = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    subject, traits = _subject(given, operation, pixels), measure(given.pixels)
    if traits.flat and subject[..., 3].any():
        subject = _completed(subject, pixels)
    alpha = coverage(subject)
    box = box_of(alpha)
    focus = (0.5, 0.5) if box is None else _middle(alpha)
    movable = box is not None and not _cut(box, alpha.shape)
    parts = parts_of(subject) if movable and traits.flat else []
    hole = cv2.dilate(alpha, np.ones((9, 9), np.uint8)) > 0.02
    plate = fill(pixels, hole) if movable else pixels
    words = traits.flat and (not parts or any(part.wide for part in parts))
    top = 1.0 if box is None else box[1] / alpha.shape[0]
    return _Basis(plate, subject, box if movable else None, focus, top, parts, traits, words)


def _completed(subject: Pixels, pixels: Pixels) -> Pixels:
    """A drawing's subject with what was missed of it: spots in its own colours that the page's edges do not have."""
    codes = (pixels[..., :3] >> 3).astype(np.int32) @ np.array([1024, 32, 1])
    alpha = subject[..., 3]
    own, counts = np.unique(codes[alpha > 240], return_counts=True)
    rim = np.unique(np.concatenate([codes[0], codes[-1], codes[:, 0], codes[:, -1]]))
    paints = np.setdiff1d(own[counts > _PAINT * alpha.size], rim)
    missed = np.isin(codes, paints) & (alpha < 8)
    calm = cv2.morphologyEx(missed.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    found = cv2.dilate(calm, np.ones((3, 3), np.uint8)) > 0
    if not found.any() or float(found.mean()) > _SPOTS:
        return subject
    out = subject.copy()
    out[found] = pixels[found]
    return out


def _middle(alpha: Floats) -> tuple[float, float]:
    total = max(float(alpha.sum()), 1e-6)
    x = float((alpha.sum(axis=0) * np.arange(alpha.shape[1])).sum()) / total / alpha.shape[1]
    return x, float((alpha.sum(axis=1) * np.arange(alpha.shape[0])).sum()) / total / alpha.shape[0]


def _cut(box: tuple[int, int, int, int], shape: tuple[int, ...]) -> bool:
    """Whether the subject is cut by an edge other than the lower one, so that it cannot stand elsewhere."""
    slack = 0.01 * max(shape[:2])
    return box[0] <= slack or box[1] <= slack or box[2] >= shape[1] - slack


def _subject(given: Given, operation: Variate, pixels: Pixels) -> Pixels:
    found = sure(given.pixels, operation.image)
    if found.shape == pixels.shape:
        return found
    return np.asarray(cv2.resize(found, pixels.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)


def _framed(
    basis: _Basis, size: tuple[int, int], dice: Random, mirrored: bool, free: bool
) -> tuple[Pixels, tuple[float, float, float]]:
    """The ground cropped to the wished size, and scale and shift (px) from the ground's pixels to the page's.

    With its subject on it (not `free`), the crop is closer and goes around what the picture is about.
    """
    plate, (width, height) = basis.plate, size
    cover = max(width / plate.shape[1], height / plate.shape[0])
    scale = cover * (dice.uniform(1.0, 1.22) if free else dice.uniform(1.0, 1.24))
    fx, fy = basis.focus
    if mirrored:
        plate, fx = plate[:, ::-1], 1 - fx
    spare = (plate.shape[1] * scale - width, plate.shape[0] * scale - height)
    if free:
        x, y = spare[0] * dice.uniform(0.2, 0.8), spare[1] * dice.uniform(0.35, 0.85)
    else:
        aim = (dice.choice((0.36, 0.5, 0.64)), dice.choice((0.4, 0.5, 0.6)))
        x = min(max(fx * plate.shape[1] * scale - aim[0] * width, 0), spare[0])
        y = min(max(fy * plate.shape[0] * scale - aim[1] * height, 0), spare[1])
        y = min(y, max(0.0, basis.top * plate.shape[0] * scale - _HEAD * height))
    if scale < 0.7:
        small = (max(1, round(plate.shape[1] * scale)), max(1, round(plate.shape[0] * scale)))
        plate = np.asarray(cv2.resize(np.ascontiguousarray(plate), small, interpolation=cv2.INTER_AREA), np.uint8)
        matrix = np.array([[1, 0, -x], [0, 1, -y]], np.float32)
    else:
        matrix = np.array([[scale, 0, -x + scale / 2 - 0.5], [0, scale, -y + scale / 2 - 0.5]], np.float32)
    page = cv2.warpAffine(
        np.ascontiguousarray(plate), matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT
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
    share = tall / subject.shape[0] * dice.uniform(0.68, 1.12)
    grow = min(share * height / tall, 0.94 * width / wide, (0.97 * height) / tall)
    cut = box[3] >= _CUT * subject.shape[0]
    new = (max(1, round(wide * grow)), max(1, round(tall * grow)))
    foot = float(height) if cut else min(0.97 * height, max(new[1] + 0.02 * height, box[3] * scale - y))
    left = (width - new[0]) * dice.uniform(0.1, 0.9)
    small = cv2.resize(piece, new, interpolation=cv2.INTER_AREA if grow < 1 else cv2.INTER_CUBIC)
    page = np.zeros((height, width, 4), np.uint8)
    top, start = round(foot) - new[1], round(left)
    page[max(0, top) : top + new[1], start : start + new[0]] = small[max(0, -top) :]
    return page


def _lit(page: Pixels, dice: Random) -> Pixels:
    """A little warmer or cooler, brighter or darker, and lit from one side."""
    warm, level = dice.uniform(-0.06, 0.06), dice.uniform(0.93, 1.06)
    side, slope = dice.choice((-1.0, 1.0)), dice.uniform(0.05, 0.16)
    across = 1 + side * slope * np.linspace(-1, 1, page.shape[1], dtype=np.float32)[None, :, None]
    tint = np.array([1 + warm, 1.0, 1 - warm], np.float32) * level
    values = page[..., :3].astype(np.float32) / 255
    gamma = 1 / (across * tint)  # mid-tones move, black and white stay
    out = page.copy()
    out[..., :3] = np.rint(np.clip(values**gamma, 0, 1) * 255)
    return out
