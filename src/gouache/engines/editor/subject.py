"""Which part of a picture is its subject."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Flags, Floats
from gouache.engines.imaging.matting_flat import without_flat_ground
from gouache.engines.imaging.matting_model import saliency
from gouache.engines.imaging.matting_refine import cut
from gouache.engines.imaging.matting_scene import own_cutout
from gouache.errors import Unavailable
from gouache.operations import Source

_CLEAR = 0.02  # of the pixels, from which a picture counts as cut out already
_SEEN = 0.01  # of the page that a subject takes
_SURE = 0.75  # of it that is without doubt: the network always finds something
_LEAST = 0.002  # of the page; less is no subject


def cutout(pixels: Pixels, source: Source | None = None) -> Pixels:
    """The subject with its own colours on transparent ground, RGBA (height, width, 4).

    Raises Unavailable when it takes the matting network and its weights are missing.
    """
    if float((pixels[..., 3] < 128).mean()) > _CLEAR:
        return pixels
    own = own_cutout(source, pixels) if source is not None else None
    if own is not None:
        return own
    flat = without_flat_ground(pixels)
    if flat is not None:
        return flat
    rgb = np.ascontiguousarray(pixels[..., :3])
    return np.asarray(cut(rgb, saliency(rgb)), np.uint8)


def coverage(subject: Pixels) -> Floats:
    """How much of each pixel is subject, 0..1 (height, width)."""
    return np.asarray(subject[..., 3].astype(np.float32) / 255)


def sure(pixels: Pixels, source: Source | None = None) -> Pixels:
    """The cut-out subject, all transparent when there is none that stands out, or when it cannot be found here."""
    try:
        found = cutout(pixels, source)
    except Unavailable:  # what asks here works without a subject, too
        return np.zeros_like(pixels)
    alpha = coverage(found)
    seen = float((alpha > 0.1).mean())
    clear = seen > _SEEN and float((alpha > 0.9).mean()) / seen > _SURE
    return found if clear else np.zeros_like(pixels)


def box_of(alpha: Floats) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom px of the subject, None when there is none."""
    seen: Flags = alpha > 0.5
    if float(seen.mean()) < _LEAST:
        return None
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
