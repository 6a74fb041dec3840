"""Filling a hole in a picture the way its kind wants: smooth grounds smoothly, drawings exactly, photographs grainy."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.complete import complete, solvable
from gouache.engines.editor.extend import extended
from gouache.engines.editor.grain import grain_of
from gouache.engines.editor.patches import COLUMN, ROW, Flags, Floats
from gouache.engines.editor.poisson import membrane, seamless
from gouache.engines.editor.struts import struts
from gouache.engines.editor.traits import Traits, measure

_RING = 5  # px; the rim that is looked at
_SMOOTH = 3.2  # levels; a rim that a plane fits this well is a smooth ground
_BEYOND = 900.0, 420.0  # levels a page's height and width; beyond its edges a picture goes on level, like its rim
_ROOM = 1.1  # the part of the picture looked at reaches this much of the hole's size beyond it
_LEAST_ROOM = 160  # px
_FRINGE = 0.012  # of the page's side
_CARRIED = 0.75  # of its side that a photograph is carried on by at once


def fill(pixels: Pixels, hole: Flags, seed: int = 0, avoid: Flags | None = None) -> Pixels:
    """The picture with its hole filled from the rest of it; every pixel outside keeps its value.

    RGBA uint8 (height, width, 4). A picture that is all hole is left as it is; `avoid` marks what is not copied.
    """
    if hole.all() or not hole.any():
        return pixels.copy()
    traits = measure(pixels, ~hole)
    out = pixels.copy()
    for part in _parts(hole):
        rows, columns = _room(part, hole.shape)
        view = out[rows, columns]
        rest = hole[rows, columns] & ~part[rows, columns]
        shunned = None if avoid is None else avoid[rows, columns]
        out[rows, columns] = _filled(view, part[rows, columns], rest, shunned, traits, seed)
        hole = hole & ~part
    return out


def beyond(pixels: Pixels, new: Flags, seed: int = 0, avoid: Flags | None = None) -> Pixels:
    """The page with its new part filled from the picture on it, a rectangle; like `fill` otherwise."""
    if new.all() or not new.any():
        return pixels.copy()
    if measure(pixels, ~new).flat or float((pixels[~new][:, 3] < 255).mean()) > 0:
        return fill(pixels, new, seed, avoid)
    out, left = pixels.copy(), new.copy()
    if avoid is not None:  # the fringe of what is avoided, too
        size = 2 * round(_FRINGE * min(new.shape)) + 1
        avoid = cv2.dilate(avoid.astype(np.uint8), np.ones((size, size), np.uint8)).astype(bool)
    while left.any():
        window = _reached(left)
        part, shunned = left[window], None if avoid is None else avoid[window]
        view = out[window]
        smooth = _ground(view[..., :3].astype(np.float32), part, np.zeros_like(part), flat=False)
        if smooth is None:
            image = np.ascontiguousarray(view[..., :3], np.float32)
            made = extended(image, part, shunned)
            smooth = seamless(image, part, made.origin, (made.flip, made.turn))
        else:
            smooth = smooth + _grainy(smooth, part, grain_of(view, ~part), seed)
        view[part] = _straight(smooth, view)[part]
        left[window] = False
    return out


def _reached(new: Flags) -> tuple[slice, slice]:
    """The picture on a page with what it is carried on by next: to the left, the right, up, down, a side at a time."""
    rows, columns = np.flatnonzero((~new).any(axis=1)), np.flatnonzero((~new).any(axis=0))
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    wide, high = max(1, round(_CARRIED * (right - left))), max(1, round(_CARRIED * (bottom - top)))
    if left:
        left = max(0, left - wide)
    elif right < new.shape[1]:
        right = min(new.shape[1], right + wide)
    elif top:
        top = max(0, top - high)
    else:
        bottom = min(new.shape[0], bottom + high)
    return slice(top, bottom), slice(left, right)


def _parts(hole: Flags) -> list[Flags]:
    """The hole's pieces; pieces that lie close together are one."""
    near = cv2.dilate(hole.astype(np.uint8), np.ones((15, 15), np.uint8))
    count, numbers = cv2.connectedComponents(near)
    if count > 40:
        return [hole]
    return [hole & (numbers == number) for number in range(1, count)]


def _room(part: Flags, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The part of the page that is worth looking at for a piece."""
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    margin = int(max(_LEAST_ROOM, _ROOM * max(rows[-1] - rows[0], columns[-1] - columns[0])))
    return (
        slice(max(0, rows[0] - margin), min(shape[0], rows[-1] + margin + 1)),
        slice(max(0, columns[0] - margin), min(shape[1], columns[-1] + margin + 1)),
    )


def _filled(view: Pixels, part: Flags, rest: Flags, avoid: Flags | None, traits: Traits, seed: int) -> Pixels:
    """One piece filled; `rest` are other pieces, not filled yet: nothing is taken from there."""
    closed = part | rest
    image = _premultiplied(view, closed)
    flat = traits.flat
    smooth = _ground(image, part, rest, flat)
    if smooth is None and flat and not rest.any():
        smooth = struts(image, part)
    if smooth is not None:
        made = smooth if flat else smooth + _grainy(image, part, grain_of(view, ~(part | rest)), seed)
    elif not solvable(closed):
        made = membrane(image, closed)
    else:
        copied, origin = complete(image, closed, seed, avoid, *_distance(part), pieced=not flat)
        made = (
            copied if flat else seamless(image, part, np.where(part, origin, np.arange(part.size).reshape(part.shape)))
        )
    out = view.copy()
    out[part] = _straight(made, view)[part]
    return out


def _premultiplied(view: Pixels, closed: Flags) -> Floats:
    """RGB float32 0..255, or RGBA with the colour multiplied by its coverage where something is transparent."""
    image = view.astype(np.float32)
    if closed.all() or view[~closed, 3].min() == 255:
        return np.ascontiguousarray(image[..., :3])
    image[..., :3] *= image[..., 3:] / 255
    return image


def _straight(made: Floats, view: Pixels) -> Pixels:
    out = np.empty_like(view)
    out[..., 3] = 255
    if made.shape[2] == 4:
        cover = np.clip(np.rint(made[..., 3:]), 0, 255)
        out[..., 3] = cover[..., 0]
        made = made[..., :3] * 255 / np.maximum(cover, 1)
    out[..., :3] = np.clip(np.rint(made[..., :3]), 0, 255)
    return out


def _ring(part: Flags, rest: Flags) -> Flags:
    size = 2 * _RING + 1
    wide = cv2.dilate(part.astype(np.uint8), np.ones((size, size), np.uint8)).astype(bool)
    near = cv2.dilate(part.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    ring: Flags = wide & ~near & ~rest
    return ring


def _ground(image: Floats, part: Flags, rest: Flags, flat: bool) -> Floats | None:
    """A smooth surface over the hole when a curved plane fits all of its rim; None when there is more to it."""
    ring = _ring(part, rest)
    if ring.sum() < 24:
        return None
    seen = image[ring]
    if flat and (seen == seen[0]).all():
        return np.broadcast_to(seen[0], image.shape)
    plane = _plane(part.shape)[..., : 3 if _at_edge(part) else 6]
    values, *_ = np.linalg.lstsq(plane[ring], seen, rcond=None)
    gap = np.abs(seen - plane[ring] @ values).max(axis=1)
    if np.quantile(gap, 0.98) > _SMOOTH * (1 if flat else 2.5):
        return None
    fitted = np.clip(plane @ values, seen.min(axis=0) - 10, seen.max(axis=0) + 10).astype(np.float32)
    return np.asarray(fitted + membrane(image - fitted, part), np.float32)


def _at_edge(part: Flags) -> bool:
    """Whether the hole opens at the page's edge: what is fitted there goes on without a rim to hold it."""
    return bool(part[0].any() or part[-1].any() or part[:, 0].any() or part[:, -1].any())


def _distance(part: Flags) -> tuple[float, float]:
    """How much distance up and down, and to the sides, counts for what is copied: levels a page."""
    if not _at_edge(part):
        return ROW, COLUMN
    beside = bool(part[:, 0].all() or part[:, -1].all())
    return _BEYOND[0], _BEYOND[1] if beside else COLUMN


def _plane(shape: tuple[int, ...]) -> Floats:
    """1, x, y, xx, xy, yy of every pixel, (height, width, 6)."""
    y, x = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    x, y = x / shape[1] - 0.5, y / shape[0] - 0.5
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _grainy(image: Floats, part: Flags, grain: float, seed: int) -> Floats:
    """Noise like the picture's own."""
    rng = np.random.Generator(np.random.PCG64(seed + 1))
    noise = rng.standard_normal(part.shape, dtype=np.float32) * np.float32(grain)
    return np.repeat(noise[..., None], image.shape[2], axis=2) * np.array([1, 1, 1, 0][: image.shape[2]], np.float32)
