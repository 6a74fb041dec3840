"""Contact shadows: soft ellipses where things stand, drawn out away from the light."""

from __future__ import annotations

import math

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Light, Role
from gouache.engines.composer.svg import num, radial_gradient

GRADIENT = "contact-shadow"
_DEPTH = 0.16  # height of a shadow in parts of its width


def shadow_gradient(color: str) -> str:
    """The one gradient that all shadows share, for the picture's defs."""
    return radial_gradient(GRADIENT, [(0.0, f"{color}73"), (0.55, f"{color}47"), (1.0, f"{color}00")])


def cast_shadow(box: Box, light: Light, ident: str, node: str | None = None, raised: bool = False) -> Element:
    """A shadow under something with this box, leaning away from the light; `raised` on tables is smaller."""
    lean = -math.cos(math.radians(light.angle)) * (0.06 if raised else 0.12) * box.w
    rx = box.w * (0.5 if raised else 0.55)
    ry = max(2.0, min(rx * _DEPTH, 0.12 * box.h + 2.0))
    cx, cy = box.center.x + lean, box.bottom - ry * 0.3
    markup = f'<ellipse cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx)}" ry="{num(ry)}" fill="url(#{GRADIENT})"/>'
    return Element(ident, Role.SHADOW, markup, Box(cx - rx, cy - ry, 2 * rx, 2 * ry), "shadow", node)
