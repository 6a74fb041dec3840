"""Photographs as line drawings: extended differences of Gaussians (Winnemoeller et al., "XDoG", 2012), traced.

The outlines of a simplified photograph's patches are no drawing; its edges are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import cv2
import numpy as np

from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.restyle.trace import outline
from gouache.engines.composer.svg import NAMESPACE
from gouache.engines.editor.patches import Flags, Floats

WIDTHS: Mapping[str, float] = MappingProxyType(
    {"thin": 0.8, "line_art": 1.15, "broken_line": 1.0, "doodle_line_art": 1.3, "colored_outline": 1.3, "outline": 2.1}
)
"""The vector hands of lines alone, and the standard deviation, at `_SIDE`, of the edges they follow."""
_SIDE = 900  # px of the longer side that is drawn
_GAIN, _RATIO = 18.0, 1.6  # how much edges count before flat tones, and the wider Gaussian
_DARK = 0.17  # of full lightness; areas of fine lines that are darker are filled
_DEEP = 0.4  # of the median lightness; so a night stays paper
_SPECK = 0.00005  # of the page; smaller marks are left out
_INK, _PAPER, _COLORED = "#1b1a1f", "#ffffff", 0.62


def sketched(pixels: Pixels, hand: str, strength: float) -> str:
    """A photograph as an SVG of lines in one of `WIDTHS`'s hands; with strength the finer ones go."""
    height, width = pixels.shape[:2]
    scale = _SIDE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    small = np.asarray(cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=how), np.uint8)
    calm = cv2.bilateralFilter(cv2.bilateralFilter(small, 0, 26, 3 + 3 * strength), 0, 26, 3 + 3 * strength)
    light = cv2.cvtColor(calm, cv2.COLOR_RGB2LAB)[..., 0].astype(np.float32) / 255
    marks = _marks(light, WIDTHS[hand] * (1 + 0.5 * strength), 1 + 2.5 * strength)
    ink = _ink(small, marks) if hand == "colored_outline" else _INK
    return (
        f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}" viewBox="0 0 {size[0]} {size[1]}"'
        f' preserveAspectRatio="none"><rect width="100%" height="100%" fill="{_PAPER}"/>'
        f'<path fill="{ink}" fill-rule="evenodd" d="{outline(marks, 0.55, 6.0)}"/></svg>'
    )


def _marks(light: Floats, sigma: float, least: float) -> Flags:
    """Where ink lies: along edges, on their darker side, and in the darkest parts."""
    even = cv2.createCLAHE(2.0, (4, 4)).apply(np.rint(light * 255).astype(np.uint8)).astype(np.float32) / 255
    base = 0.5 * light + 0.5 * even
    near, far = cv2.GaussianBlur(base, (0, 0), sigma), cv2.GaussianBlur(base, (0, 0), sigma * _RATIO)
    edges = near + _GAIN * (near - far)
    deep = cv2.GaussianBlur(light, (0, 0), 2) < min(_DARK, _DEEP * float(np.median(light)))
    inked = (edges < near.mean() * 0.62) & (near - far < -0.006) | deep
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inked.astype(np.uint8))
    keep = stats[:, cv2.CC_STAT_AREA] >= max(8.0, _SPECK * least * inked.size)
    keep[0] = False
    found: Flags = keep[labels] if count > 1 else inked
    return found


def _ink(rgb: Pixels, marks: Flags) -> str:
    """The colour under the lines, a little darker."""
    mean = rgb[marks].mean(axis=0) * _COLORED if marks.any() else np.zeros(3)
    return "#" + bytes(np.rint(mean).astype(np.uint8).tolist()).hex()
