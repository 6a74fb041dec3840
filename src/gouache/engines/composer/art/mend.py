"""Takes leftovers out of drawings: shapes wholly outside the drawing's own frame, which its author never saw."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.raster import pixels

MARGIN = 5.0  # frames to each side in which leftovers are looked for
SIZE = 24  # px of the frame itself
PASSES = 12
LEAST = 1  # px that count as paint outside

_LEAF = re.compile(r"<(?:path|circle|ellipse|rect|polygon)\b[^>]*/>")

Pixels = npt.NDArray[np.uint8]


def _wide(body: str, width: float, height: float) -> Pixels:
    """The frame and its surroundings."""
    view = f"{-MARGIN * width:g} {-MARGIN * height:g} {(2 * MARGIN + 1) * width:g} {(2 * MARGIN + 1) * height:g}"
    side = round((2 * MARGIN + 1) * SIZE)
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return pixels(f'<svg {names} viewBox="{view}" width="{side}" height="{side}">{body}</svg>')


def _inside(image: Pixels) -> Pixels:
    start = round(MARGIN * SIZE)
    return image[start - 1 : start + SIZE + 1, start - 1 : start + SIZE + 1]


def _outside(image: Pixels) -> int:
    return int((image[..., 3] > 24).sum()) - int((_inside(image)[..., 3] > 24).sum())


def mended(body: str, width: float, height: float) -> str:
    """The body without the shapes that paint only outside of the frame 0 0 width height.

    Leftovers may hide each other, so that a first look does not find them all: it is repeated until nothing changes.
    """
    for _ in range(PASSES):
        shorter = _pass(body, width, height)
        if shorter == body:
            break
        body = shorter
    return body


def _pass(body: str, width: float, height: float) -> str:
    image = _wide(body, width, height)
    before = _outside(image)
    if before < LEAST:
        return body
    for leaf in reversed(list(_LEAF.finditer(body))):
        shorter = body[: leaf.start()] + body[leaf.end() :]
        other = _wide(shorter, width, height)
        after = _outside(other)
        if after < before and bool((_inside(other) == _inside(image)).all()):
            body, before = shorter, after
    return body
