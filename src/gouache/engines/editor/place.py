"""A place of the prompt - sky, sea, street - drawn into a part of a picture and blended with what is around."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.base import Report
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.editor.fill import fill
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.editor.traits import Traits
from gouache.engines.editor.wish import composed, wish
from gouache.operations import Drawn

_WHOLE = 0.30  # share of the page from which a masked part is seen as part of one big place
_FEATHER = 0.06  # of the shorter side; how far the blend reaches into the mask


def place(operation: Drawn, given: Pixels, marked: Flags, traits: Traits, seed: int, report: Report) -> Pixels:
    """The picture with the prompt's place where the mask is."""
    height, width = marked.shape
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    if (rows[-1] - rows[0]) * (columns[-1] - columns[0]) > _WHOLE * marked.size:
        box = (slice(0, height), slice(0, width))
    size = (box[1].stop - box[1].start, box[0].stop - box[0].start)
    scene = drawn_place(operation, size, traits, seed)
    page = given.astype(np.float32)[..., :3].copy()
    page[box] = scene[..., :3]
    page = matched(page, given, marked, traits)
    made = given.copy()
    blended = page if traits.flat else _feathered(page, given, marked)
    made[marked, :3] = np.clip(np.rint(blended[marked]), 0, 255).astype(np.uint8)
    made[marked, 3] = 255
    return made


def drawn_place(operation: Drawn, size: tuple[int, int], traits: Traits, seed: int) -> Pixels:
    """The composer's finished picture of the operation's words, RGBA at (width, height)."""
    scale = max(1.0, 256 / min(size))
    asked = wish(operation, round(size[0] * scale), round(size[1] * scale), traits.flat, text=False)
    image = Composer().finish(asked, composed(asked, seed))
    seen = image.pixels if image.pixels is not None else pixels(image.svg or "", image.width, image.height)
    return np.asarray(cv2.resize(seen, size, interpolation=cv2.INTER_AREA), np.uint8)


def matched(page: Floats, given: Pixels, marked: Flags, traits: Traits, strength: float = 0.35) -> Floats:
    """The new part a step towards the tones around it (Reinhard et al., "Color Transfer", 2001), a step only."""
    rest = ~marked
    if traits.flat or not rest.any():
        return page
    near = cv2.dilate(marked.astype(np.uint8), np.ones((41, 41), np.uint8)).astype(bool) & rest
    there, here = given[..., :3][near if near.sum() > 64 else rest].astype(np.float32), page[marked]
    scale = np.clip((there.std(axis=0) + 4) / (here.std(axis=0) + 4), 0.6, 1.6)
    goal = (page - here.mean(axis=0)) * scale + there.mean(axis=0)
    return np.asarray(page + (goal - page) * strength)


def _feathered(page: Floats, given: Pixels, marked: Flags) -> Floats:
    """The new part fading into the continued old one along the mask's edge, inside the mask."""
    reach = max(2.0, _FEATHER * min(marked.shape))
    depth = cv2.distanceTransform(marked.astype(np.uint8), cv2.DIST_L2, 5)
    share = np.clip(depth / reach, 0, 1)[..., None]
    share = share * share * (3 - 2 * share)
    border = marked & (depth < reach + 1)
    below = fill(given, border).astype(np.float32)[..., :3]
    return np.asarray(below * (1 - share) + page * share)
