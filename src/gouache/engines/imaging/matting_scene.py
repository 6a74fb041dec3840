"""A picture that the composer made, without its place: its scene is composed again, so every edge is exact."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.looks import Medium
from gouache.engines.composer.picture import Role
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.svg import document
from gouache.engines.editor.things import things_of
from gouache.engines.imaging.matting_refine import cleaned
from gouache.engines.imaging.matting_svg import without_ground
from gouache.engines.imaging.own import own
from gouache.operations import Source

Pixels = npt.NDArray[np.uint8]


def own_cutout(source: Source, seen: Pixels) -> Pixels | None:
    """RGBA of the things in a picture of our own; None when it is not one, or shows only a place."""
    found = own(source, seen)
    things = things_of(found.draft) if found is not None else None
    if found is None or things is None:
        return None
    height, width = seen.shape[:2]
    if found.image.svg is not None and found.draft.look.medium is Medium.PAINT:
        return rendered(without_ground(found.image.svg)[0], width, height)
    solid = [element for element in things.elements if element.role is not Role.SHADOW]
    picture = replace(found.draft.composition.picture, elements=solid)
    return cleaned(seen, rendered(document(picture), width, height)[..., 3])
