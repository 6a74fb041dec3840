"""Real-world size, softened: in a picture a mouse is no thirtieth of a man."""

from __future__ import annotations

import math

from gouache.engines.composer.geometry import Box

SOFTENING = 0.42
WIDEST = 1.35  # how much longer a long thing may get than its softened length


def visual(metres: float) -> float:
    """The softened length of a real length, in block units (one metre is 1)."""
    return float(max(metres, 0.005) ** SOFTENING)


def visual_scale(metres: float, box: Box, factor: float = 1.0) -> float:
    """Block units per drawing unit for a drawing that is `metres` high in the world.

    Softening the height keeps neighbours' heights in order, softening the length keeps long things short:
    the result lies half-way between the two.
    """
    length = max(box.w, box.h) / box.h * metres
    by_height = visual(metres) / box.h
    by_length = visual(length) / max(box.w, box.h)
    scale = min(math.sqrt(by_height * by_length), WIDEST * by_length)
    return scale * max(0.45, min(2.0, factor))
