"""The subject of a picture, cut out by the imaging tools, and set before something new."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gouache.engines.base import Context
from gouache.engines.diffusion.sample import Pixels
from gouache.engines.diffusion.sizes import resized
from gouache.errors import Invalid
from gouache.operations import RemoveBackground, Source

_SEEN = 8  # opacity (0..255) below which nothing is seen
_LEAST = 0.002  # share of the page that a subject has


def cutout(source: Source, context: Context) -> Pixels:
    """RGBA of the subject, its edges unmixed from the old background; raises Invalid when there is none."""
    from gouache.engines.imaging.matting import remove_background

    operation = RemoveBackground(image=source, format="png")
    made = remove_background(operation, replace(context, progress=lambda _fraction, _stage: None)).pixels
    if made is None or float((made[..., 3] >= _SEEN).mean()) < _LEAST:
        raise Invalid("no subject was found in the picture", field="image")
    return made


def before(subject: Pixels, drawn: Pixels) -> Pixels:
    """The RGBA subject on RGB `drawn`, opaque."""
    height, width = subject.shape[:2]
    cover = subject[..., 3:].astype(np.float32) / 255
    mixed = subject[..., :3] * cover + resized(drawn, width, height) * (1 - cover)
    return np.dstack([np.rint(mixed).astype(np.uint8), np.full((height, width), 255, np.uint8)])
