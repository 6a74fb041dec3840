"""The things of a prompt, apart from the place they stand in, and where they go on somebody else's picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouache.engines.composer.engine import Draft
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.scene import Kind, Shot
from gouache.engines.composer.svg import document, num
from gouache.engines.editor.patches import Flags, Floats

_SCENES = frozenset({Shot.SCENE, Shot.PORTRAIT, Shot.CLOSEUP})
_THINGS = frozenset({Role.SUBJECT, Role.PROP, Role.TEXT, Role.SHADOW})
_MEASURE = 512  # px of the longer side
_FILL = 0.96  # of the mask's box that things take
_SHADOWED = 0.09  # of its height that is left free for the shadow under what stands
_PAGE_FILL = 0.8  # of the page, where the mask is nearly all of it
_SHRINK = (1.0, 0.93, 0.86, 0.78, 0.7, 0.62, 0.54, 0.46, 0.38, 0.3)
_INSIDE = 0.975  # of the things that must lie inside the mask
_PLACES = frozenset({Kind.SURFACE, Kind.SETTING})
_AIRY = frozenset({Kind.CELESTIAL, Kind.EFFECT})


@dataclass(frozen=True, slots=True)
class Things:
    """Elements with their shadows, the tight box of what is solid among them, and whether they stand on a ground."""

    elements: tuple[Element, ...]
    box: Box
    stands: bool


def things_of(draft: Draft) -> Things | None:
    """What a composition shows besides its place; None when it shows only a place."""
    picture, scene = draft.composition.picture, draft.composition.scene
    if scene.shot in _SCENES:
        chosen = [e for e in picture.elements if e.role in _THINGS and (e.node or e.role is Role.TEXT)]
    else:
        chosen = [e for e in picture.elements if e.role is not Role.BACKGROUND]
    solid = [e for e in chosen if e.role is not Role.SHADOW]
    box = tight(replace(picture, elements=solid)) if solid else None
    kinds = {node.kind for node in scene.nodes}
    if box is None or (kinds and kinds <= _PLACES):
        return None
    stands = any(e.role is Role.SHADOW for e in chosen) and not kinds <= _AIRY
    return Things(tuple(chosen), box, stands)


def tight(picture: Picture) -> Box | None:
    """The box of everything painted, on the page."""
    scale = _MEASURE / max(picture.width, picture.height)
    seen = cover(picture, max(1, round(picture.width * scale)), max(1, round(picture.height * scale))) > 0.25
    if not seen.any():
        return None
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    x, y = columns[0] / scale, rows[0] / scale
    return Box(x, y, (columns[-1] + 1) / scale - x, (rows[-1] + 1) / scale - y)


def cover(picture: Picture, width: int, height: int) -> Floats:
    """How much of every pixel is painted, 0..1, at some size."""
    return pixels(document(picture), width, height)[..., 3].astype(np.float32) / 255


def fitted(things: Things, picture: Picture, mask: Flags) -> tuple[float, float, float]:
    """Scale and shift (x, y) that bring the things into the mask, as large as they go.

    What stands stands a little above the lower edge, so that its shadow lies inside, too. Where the mask's shape cuts
    into the things they shrink until it does not. `picture` is the composition they come from.
    """
    area = _area(mask)
    reach = _PAGE_FILL if area.area > 0.7 * mask.size else _FILL
    room = _SHADOWED if things.stands else 0.0
    full = min(area.w * reach / things.box.w, area.h * (reach - room) / things.box.h)
    solid = replace(picture, elements=[e for e in things.elements if e.role is not Role.SHADOW])
    step = max(mask.shape) / _MEASURE
    small = cv2.resize(mask.astype(np.float32), None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    best = (-1.0, (full, 0.0, 0.0))
    for shrink in _SHRINK:
        scale = full * shrink
        shape = _shape(solid, things.box, scale / step)
        share, x, y = _best_spot(shape, small, area, step, things.stands)
        found = (scale, x - things.box.x * scale, y - things.box.y * scale)
        if share > best[0] + 0.02:
            best = (share, found)
        if share >= _INSIDE:
            return found
    return best[1]


def _area(mask: Flags) -> Box:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return Box(columns[0], rows[0], columns[-1] + 1 - columns[0], rows[-1] + 1 - rows[0])


def _shape(picture: Picture, box: Box, scale: float) -> Floats:
    """The coverage of the things alone in their box, at a scale."""
    width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    seen = cover(picture, width, height)
    x, y = round(box.x * scale), round(box.y * scale)
    return seen[y : y + max(1, round(box.h * scale)), x : x + max(1, round(box.w * scale))]


def _best_spot(shape: Floats, mask: Floats, area: Box, step: float, stands: bool) -> tuple[float, float, float]:
    """Share of the things inside the mask and the corner (px of the page) at the best of a few spots."""
    height, width = shape.shape
    free_x, free_y = area.w / step - width, area.h / step - height
    heights = (0.6, 0.75, 0.5, 0.9) if stands else (0.5, 0.35, 0.65)
    best = (-1.0, 0.0, 0.0)
    for fy in heights:
        for fx in (0.5, 0.4, 0.6, 0.25, 0.75):
            x, y = area.x / step + free_x * fx, area.y / step + free_y * fy
            share = _share(shape, mask, round(x), round(y))
            if share > best[0] + 0.01:
                best = (share, x * step, y * step)
    return best


def _share(shape: Floats, mask: Floats, x: int, y: int) -> float:
    x0, y0 = max(0, x), max(0, y)
    x1, y1 = min(mask.shape[1], x + shape.shape[1]), min(mask.shape[0], y + shape.shape[0])
    if x1 <= x0 or y1 <= y0:
        return 0.0
    inside = (shape[y0 - y : y1 - y, x0 - x : x1 - x] * mask[y0:y1, x0:x1]).sum()
    return float(inside / max(1e-6, float(shape.sum())))


def moved(element: Element, scale: float, dx: float, dy: float) -> Element:
    """An element scaled about the origin and then shifted."""
    markup = f'<g transform="translate({num(dx)} {num(dy)}) scale({scale:.5g})">{element.markup}</g>'
    box = element.box.scaled(scale).moved(dx, dy)
    return replace(element, markup=markup, box=box)
