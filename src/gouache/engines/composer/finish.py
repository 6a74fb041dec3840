"""Promises kept on the finished pixels: the palette, every colour of it, the exact background."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import lab, rgb
from gouache.engines.composer.gamut import cell_of, cells, held, moves, swatches
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Floats, Pixels, pixels, render_roles
from gouache.engines.composer.svg import document
from gouache.oklab import oklab, srgb

SEEN = 0.028  # the share of the page on which every colour asked for is seen
NEAR = 0.06  # OKLab; as near a pixel counts as that colour
_SMALL = 320  # px of the longer side for measuring
_FLOOR = 0.07  # share of a picture that every colour is given when a picture is divided among them


def grade(image: Pixels, picture: Picture, colors: tuple[str, ...]) -> Pixels:
    """A styled picture brought back to the colours of the picture that it was made from, `wanted` and helpers.

    What the style did to each colour of the drawing is undone on average, region by region; its texture stays.
    """
    shift = _shifts(image, picture, colors)
    full = cv2.resize(shift, (image.shape[1], image.shape[0]), interpolation=cv2.INTER_LINEAR)
    out = image.copy()
    shifted = np.asarray(cv2.add(np.ascontiguousarray(image[..., :3]), full, dtype=cv2.CV_8U), np.uint8)
    out[..., :3] = _moved(shifted, moves(colors))
    out = _lettered(out, image, picture)
    return regrade(out, colors) if picture.every and unseen(out, picture.wanted) else out


def small_size(picture: Picture, longest: int = _SMALL) -> tuple[int, int]:
    """Width and height in px of a small copy for measuring."""
    scale = longest / max(picture.width, picture.height)
    return max(8, round(picture.width * scale)), max(8, round(picture.height * scale))


def _shifts(image: Pixels, picture: Picture, colors: tuple[str, ...]) -> Floats:
    """sRGB steps for every pixel of a small copy of the page, (height, width, 3)."""
    size = small_size(picture)
    drawn = oklab(pixels(document(picture), *size)[..., :3])
    small = cv2.resize(np.ascontiguousarray(image[..., :3]), size, interpolation=cv2.INTER_AREA).astype(np.float32)
    goals = np.asarray([lab(c) for c in colors], np.float32)
    far = np.square(drawn[:, :, None] - goals).sum(axis=3)
    label = far.argmin(axis=2)
    sure = far.min(axis=2) < NEAR**2
    table = np.zeros((len(colors), 3), np.float32)
    for k, goal in enumerate(swatches(colors)):
        mine = small[sure & (label == k)]
        if len(mine) > 8:
            table[k] = goal - np.median(mine, axis=0)
    return np.asarray(cv2.GaussianBlur(table[label], (0, 0), 0.8), np.float32)


def _moved(image: npt.NDArray[np.uint8], table: npt.NDArray[np.int16]) -> npt.NDArray[np.uint8]:
    """Pixels (height, width, 3) moved by the step of their cell of the colour cube."""
    step = np.take(table, cell_of(image), axis=0)
    return np.asarray(np.clip(image + step, 0, 255), np.uint8)


def _lettered(graded: Pixels, image: Pixels, picture: Picture) -> Pixels:
    """Letters keep the ink that was chosen to be read."""
    if not picture.pick([Role.TEXT]):
        return graded
    cover = render_roles(picture, [Role.TEXT])[..., 3:].astype(np.float32) / 255
    graded[..., :3] = np.rint(graded[..., :3] + (image[..., :3].astype(np.float32) - graded[..., :3]) * cover)
    return graded


def regrade(image: Pixels, colors: tuple[str, ...]) -> Pixels:
    """A picture divided among the colours by what is nearest, each given its share; light and shade are kept."""
    scale = 128 / max(image.shape[:2])
    small = cv2.resize(np.ascontiguousarray(image[..., :3]), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    values = oklab(small.reshape(-1, 3))
    goals = np.asarray([lab(c) for c in colors], np.float32)
    bias = _divided(values, goals)
    owner = _costs(values, goals, bias).argmin(axis=1)
    means = np.stack([_center(values[owner == k], goals[k]) for k in range(len(colors))])
    middles = cells()
    lattice = oklab(middles)
    cost = _costs(lattice, goals, bias)
    soft = np.exp(-(cost - cost.min(axis=1, keepdims=True)) / 0.004)
    soft /= soft.sum(axis=1, keepdims=True)
    made = soft @ goals + (lattice - soft @ means) * np.asarray((0.6, 0.35, 0.35), np.float32)
    table = np.asarray(np.rint(srgb(held(made, colors)) - middles), np.int16)
    out = image.copy()
    out[..., :3] = _moved(np.ascontiguousarray(image[..., :3]), table)
    return out


def _center(values: Floats, goal: Floats) -> Floats:
    return np.asarray(np.median(values, axis=0) if len(values) else goal, np.float32)


def _costs(values: Floats, goals: Floats, bias: Floats) -> Floats:
    return np.asarray(np.square(values[:, None] - goals).sum(axis=2) + bias, np.float32)


def _divided(values: Floats, goals: Floats) -> Floats:
    """A handicap for every colour with which none of them falls under its floor."""
    bias = np.zeros(len(goals), np.float32)
    floor = min(_FLOOR, 0.6 / len(goals))
    for _ in range(60):
        owner = _costs(values, goals, bias).argmin(axis=1)
        shares = np.bincount(owner, minlength=len(goals)) / len(values)
        short = shares < floor
        if not short.any():
            break
        bias[short] -= 0.012 * (1 - shares[short] / floor) + 0.001
    return bias


def unseen(image: Pixels, colors: tuple[str, ...]) -> list[str]:
    """The colours that are on less than `SEEN` of the page."""
    if not colors:
        return []
    step = max(1, min(image.shape[:2]) // 256)
    values = oklab(image[::step, ::step, :3].reshape(-1, 3))
    goals = np.asarray([lab(c) for c in colors], np.float32)
    near = np.square(values[:, None] - goals).sum(axis=2) < NEAR**2
    return [color for color, share in zip(colors, near.mean(axis=0), strict=True) if share < SEEN]


def flatten(image: Pixels, picture: Picture, background: str) -> Pixels:
    """The exact background colour wherever nothing is drawn, mixed by coverage at the edges."""
    drawn = render_roles(picture, [role for role in Role if role is not Role.BACKGROUND])
    cover = drawn[..., 3:].astype(np.float32) / 255
    ground = np.array(rgb(background), np.float32)
    out = image.copy()
    out[..., :3] = np.rint(image[..., :3] * cover + ground * (1 - cover))
    out[..., 3] = 255
    return out
