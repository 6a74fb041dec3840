"""Where the subject of a picture is."""

from __future__ import annotations

import numpy as np

from gouache.engines.diffusion.sample import Pixels
from gouache.errors import Invalid


def subject(pixels: Pixels) -> Pixels:
    """The subject's cover (height, width) uint8 of an RGBA picture: its own alpha when it has one.

    Raises Invalid when no subject is found.
    """
    cover = np.asarray(pixels[..., 3], np.uint8)
    if cover.min() == 255:
        raise Invalid("no subject was found in the picture", field="image")
    return cover
