"""What the outline of a drawing tells where its anchors do not."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from gouache.engines.composer import raster
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.svg import NAMESPACE, num

_SIZE = 32
_LEVEL = 2  # rows of difference that do not count


@lru_cache(256)
def _high_end(markup: str, box: Box) -> str:
    view = " ".join(num(v) for v in (box.x, box.y, box.w, box.h))
    pixels = raster.pixels(
        f'<svg xmlns="{NAMESPACE}" viewBox="{view}" width="{_SIZE}" height="{_SIZE}"'
        f' preserveAspectRatio="none">{markup}</svg>'
    )
    solid = pixels[..., 3] > 127
    third = _SIZE // 3
    left, right = (int(np.argmax(part.any(axis=1))) for part in (solid[:, :third], solid[:, -third:]))
    if abs(left - right) <= _LEVEL:
        return "level"
    return "left" if left < right else "right"


def high_end(drawing: Drawing) -> str:
    """The end that stands higher, left, right or level: a headboard, the raised back of a lounger."""
    return _high_end(drawing.markup + drawing.front, drawing.box)
