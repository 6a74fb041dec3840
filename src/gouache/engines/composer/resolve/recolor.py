"""Puts a named colour on a drawing: the colours that make up its body turn, ink, eyes and highlights stay."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from gouache.engines.composer.art import Patch
from gouache.engines.composer.color import Lch, from_lch, lab, lch, map_colors, mix
from gouache.engines.composer.resolve.tables import Material

ENOUGH = 0.64  # share of the body that must take the colour
INK = 0.36  # lightness below which a colour is outline, eye or stripe
WHITE = 0.93


def body(patches: Sequence[Patch], *, made: bool = False) -> frozenset[int]:
    """Indices of the patches that make up the body: the largest, until they cover enough of what is not ink.

    A thing that was `made` is painted all over; the leaf of a fruit or the beak of a bird keeps its colour.
    """
    if not patches:
        return frozenset()
    free = [i for i, patch in enumerate(patches) if not _keeps(patch)] or [0]
    whole = sum(patches[i].share for i in free)
    chosen: list[int] = []
    for i in free:
        if sum(patches[k].share for k in chosen) >= ENOUGH * whole:
            break
        chosen.append(i)
    extra = (i for i in free if i not in chosen and (_shades(patches, i, chosen) or (made and _painted(patches[i]))))
    return frozenset((*chosen, *extra))


def _painted(patch: Patch) -> bool:
    """A coat of paint of some size; window glass, which is light blue, is none."""
    value = Lch(patch.L, math.hypot(patch.a, patch.b), math.degrees(math.atan2(patch.b, patch.a)) % 360)
    glass = value.L > 0.72 and 195 < value.h < 255
    return patch.share > 0.07 and value.C > 0.1 and not glass


def _keeps(patch: Patch) -> bool:
    """Ink and highlights, unless they are most of the thing."""
    chroma = math.hypot(patch.a, patch.b)
    ink = patch.L < INK and patch.share < 0.42
    highlight = patch.L > WHITE and chroma < 0.03 and patch.share < 0.25
    return ink or highlight


def _shades(patches: Sequence[Patch], index: int, chosen: Sequence[int]) -> bool:
    """Whether a patch is a shade of a chosen one: the same hue, or grey as well, lighter or darker."""
    return any(_angle(patches[index], patches[k]) < 24 or _both_grey(patches[index], patches[k]) for k in chosen)


def _both_grey(first: Patch, second: Patch) -> bool:
    return max(math.hypot(first.a, first.b), math.hypot(second.a, second.b)) < 0.03 and abs(first.L - second.L) < 0.27


def _angle(first: Patch, second: Patch) -> float:
    """Degrees between two hues; greys have none."""
    if min(math.hypot(first.a, first.b), math.hypot(second.a, second.b)) < 0.035:
        return 180.0
    turn = math.degrees(math.atan2(first.b, first.a) - math.atan2(second.b, second.a))
    return abs((turn + 180) % 360 - 180)


def recolored(
    markup: str, patches: Sequence[Patch], color: str, *, made: bool = False, paints: Sequence[str] = ()
) -> str:
    """The drawing with its body in a colour, shading kept. `paints` name the body where size would mislead."""
    chosen = frozenset(nearest(patches, paint) for paint in paints if patches) or body(patches, made=made)
    if not chosen:
        return markup
    return map_colors(markup, painter(patches, chosen, color))


def painter(patches: Sequence[Patch], chosen: frozenset[int], color: str) -> Callable[[str], str]:
    """A function of `#rrggbb` that turns the chosen patches' paints into shades of a colour."""
    target = lch(color)
    weight = sum(patches[i].share for i in chosen)
    middle = sum(patches[i].L * patches[i].share for i in chosen) / weight
    vivid = max(0.02, sum(math.hypot(patches[i].a, patches[i].b) * patches[i].share for i in chosen) / weight)

    @lru_cache(None)
    def paint(paint_color: str) -> str:
        if nearest(patches, paint_color) not in chosen:
            return paint_color
        value = lch(paint_color)
        return shade(target, value.L - middle, value.C / vivid)

    return paint


def nearest(patches: Sequence[Patch], color: str) -> int:
    """Index of the patch that a paint belongs to."""
    value = lab(color)
    return min(
        range(len(patches)),
        key=lambda i: (
            (0.5 * (patches[i].L - value.L)) ** 2 + (patches[i].a - value.a) ** 2 + (patches[i].b - value.b) ** 2
        ),
    )


def shade(target: Lch, offset: float, vivid: float) -> str:
    """A shade of a colour, lighter or darker by an offset that is squeezed so that its name still fits."""
    if target.L > 0.9 and target.C < 0.04:  # white: everything hangs below it
        return from_lch(min(1.0, target.L - 0.03 + min(0.03, 0.55 * offset)), target.C, target.h)
    if target.L < 0.34:  # black and its like: shading goes upwards
        return from_lch(min(target.L + 0.2, max(target.L - 0.06, target.L + 0.04 + 0.4 * offset)), target.C, target.h)
    light = min(target.L + 0.13, max(target.L - 0.17, target.L + 0.6 * offset))
    hue = target.h
    if 70 < hue < 120 and light < target.L:  # darker yellow would be olive: it turns to orange instead
        hue -= 130 * (target.L - light)
    return from_lch(light, target.C * min(1.08, max(0.8, vivid)), hue)


def in_material(markup: str, patches: Sequence[Patch], material: Material) -> str:
    """The drawing as if made of a material: every tone through the ramp, the mean tone a little above its middle."""
    whole = sum(patch.share for patch in patches)
    middle = sum(patch.L * patch.share for patch in patches) / whole if whole else 0.6

    def paint(color: str) -> str:
        return ramp(material.ramp, min(1.0, max(0.0, 0.56 + 1.15 * (lab(color).L - middle))))

    changed = map_colors(markup, paint)
    return changed if material.opacity == 1 else f'<g opacity="{material.opacity:g}">{changed}</g>'


def ramp(colors: Sequence[str], place: float) -> str:
    """The colour at a place 0..1 along a ramp, mixed in OKLab."""
    at = place * (len(colors) - 1)
    index = min(int(at), len(colors) - 2)
    return mix(colors[index], colors[index + 1], at - index)
