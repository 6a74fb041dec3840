"""A place of the prompt - sky, sea, street - drawn into a part of a picture and blended with what is around."""

from __future__ import annotations

import cv2
import numpy as np

from gouache.engines.base import Report
from gouache.engines.composer.engine import Composer
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.editor.fill import fill
from gouache.engines.editor.grain import grain_of
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.editor.render import softness
from gouache.engines.editor.traits import Traits
from gouache.engines.editor.wish import composed, wish
from gouache.operations import Drawn

_WHOLE = 0.30  # share of the page from which a masked part is seen as part of one big place
_FEATHER = 0.06  # of the shorter side; how far the blend reaches into the mask
_TINT = 0.35  # the most that new colours go towards those around them; their brightness may go farther
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_VIVID = 40.0  # levels between the channels; a picture with less of it anywhere has hardly any colour
_EDGE = (10.0, 34.0)  # levels of a step over the mask's rim: none that shows, and an outline that is to stay crisp


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
    blended = page if traits.flat else _feathered(calmed(page, given[~marked]), given, marked)
    made[marked, :3] = np.clip(np.rint(blended[marked]), 0, 255).astype(np.uint8)
    made[marked, 3] = 255
    return made


def settled(page: Floats, given: Pixels, marked: Flags, traits: Traits, seed: int, strength: float) -> Floats:
    """New scenery in a part of a photograph: in its tones, softness and grain, fading into it inside the mask.

    `strength` 0..1 is how far the tones go.
    Where the mask cuts through an even part of the photograph the fade is wide, along an outline it is narrow.
    """
    toned = matched(page, given, marked, traits, strength)
    sigma = softness(traits, page.shape)
    soft = toned if sigma < 0.45 else cv2.GaussianBlur(toned, (0, 0), sigma)
    extra = float(np.sqrt(max(0.0, traits.grain**2 - grain_of(_bytes(soft), marked) ** 2)))
    rng = np.random.Generator(np.random.PCG64(seed + 1))
    noise = cv2.GaussianBlur(rng.standard_normal(marked.shape, dtype=np.float32), (0, 0), 0.55) * (1.9 * extra)
    reach = _reaches(given[..., :3].astype(np.float32), marked)
    depth = cv2.distanceTransform(marked.astype(np.uint8), cv2.DIST_L2, 5)
    share = np.clip(depth / reach, 0, 1)[..., None]
    share = share * share * (3 - 2 * share)
    return np.asarray(given[..., :3] * (1 - share) + (soft + noise[..., None]) * share, np.float32)


def _reaches(image: Floats, marked: Flags) -> Floats:
    """How wide the fade is at every pixel, px: from the step that the picture makes at the nearest rim."""
    wide = max(3.0, 1.5 * _FEATHER * min(marked.shape))
    inside = marked.astype(np.float32)
    near, far = _mean(image, inside), _mean(image, 1 - inside)
    step = np.abs(near - far).max(axis=2)
    _, nearest = cv2.distanceTransformWithLabels(
        inside.astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    rim = np.zeros(int(nearest.max()) + 1, np.float32)
    rim[nearest[~marked]] = step[~marked]
    crisp = np.clip((rim[nearest] - _EDGE[0]) / (_EDGE[1] - _EDGE[0]), 0, 1)
    return np.asarray(cv2.GaussianBlur(wide + (1.5 - wide) * crisp, (0, 0), 4.0))


def _mean(image: Floats, weight: Floats) -> Floats:
    """The local mean of what weighs, (height, width, 3)."""
    over = cv2.GaussianBlur(weight, (0, 0), 2.5)[..., None]
    return np.asarray(cv2.GaussianBlur(image * weight[..., None], (0, 0), 2.5) / np.maximum(over, 1e-4))


def _bytes(page: Floats) -> Pixels:
    return np.clip(np.rint(page), 0, 255).astype(np.uint8)


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
    step = goal - page
    level = (step @ _LUMA)[..., None]
    return np.asarray(page + level * strength + (step - level) * min(strength, _TINT))


def calmed(page: Floats, known: Pixels) -> Floats:
    """Colours no more vivid than those of known pixels (n, 3 or 4) that are black and white or nearly so."""
    own = known[..., :3].astype(np.float32)
    if not len(own):
        return page
    vivid = float(np.quantile(own.max(axis=1) - own.min(axis=1), 0.97))
    grey = (page @ _LUMA)[..., None]
    return np.asarray(grey + (page - grey) * min(1.0, vivid / _VIVID))


def _feathered(page: Floats, given: Pixels, marked: Flags) -> Floats:
    """The new part fading into the continued old one along the mask's edge, inside the mask."""
    reach = max(2.0, _FEATHER * min(marked.shape))
    depth = cv2.distanceTransform(marked.astype(np.uint8), cv2.DIST_L2, 5)
    share = np.clip(depth / reach, 0, 1)[..., None]
    share = share * share * (3 - 2 * share)
    border = marked & (depth < reach + 1)
    below = fill(given, border).astype(np.float32)[..., :3]
    return np.asarray(below * (1 - share) + page * share)
