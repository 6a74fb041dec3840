"""A picture that the composer made, without its place: its scene is composed again, so every edge is exact."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer.engine import Composer
from gouache.engines.composer.looks import Medium
from gouache.engines.composer.manner import dressed
from gouache.engines.composer.picture import Role
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.svg import document
from gouache.engines.editor.things import things_of
from gouache.engines.imaging.matting_refine import cleaned
from gouache.engines.imaging.matting_svg import without_ground
from gouache.operations import Generate, Source, load, picture_seed

Pixels = npt.NDArray[np.uint8]
_SMALL = 96  # px of the longer side for comparing
_SAME = 6.0  # levels on average that encoding may change


def own_cutout(source: Source, seen: Pixels) -> Pixels | None:
    """RGBA of the things in a picture of our own; None when it is not one, or shows only a place.

    Whether the composer made it is checked: composed again it must look as `seen` (height, width, 4) does.
    """
    operation = load(source.made_by) if source.made_by is not None else None
    if not isinstance(operation, Generate):
        return None
    composer = Composer()
    operation = dressed(operation)
    draft = composer.draft(operation, picture_seed(operation.seed, source.position))
    image = composer.finish(operation, draft)
    height, width = seen.shape[:2]
    again = image.pixels if image.svg is None else rendered(image.svg, operation.width, operation.height)
    things = things_of(draft)
    if again is None or things is None or not _alike(again, seen):
        return None
    if image.svg is not None and draft.look.medium is Medium.PAINT:
        return rendered(without_ground(image.svg)[0], width, height)
    solid = [element for element in things.elements if element.role is not Role.SHADOW]
    alpha = rendered(document(replace(draft.composition.picture, elements=solid)), width, height)[..., 3]
    return cleaned(seen, alpha)


def _alike(one: Pixels, other: Pixels) -> bool:
    scale = _SMALL / max(other.shape[:2])
    size = (max(1, round(other.shape[1] * scale)), max(1, round(other.shape[0] * scale)))
    small = [cv2.resize(p[..., :3], size, interpolation=cv2.INTER_AREA).astype(np.float32) for p in (one, other)]
    return float(np.abs(small[0] - small[1]).mean()) < _SAME
