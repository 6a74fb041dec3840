"""The colours of an old picture carried over to a new one: its things' to the things, its place's to the place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np

from gouache.engines.composer.color import Lab, from_lab, lab, map_colors
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.composer.svg import document
from gouache.engines.composer.transport import clusters, costs, moved_by, transported
from gouache.engines.editor.patches import Floats

_SIDE = 192  # px of the longer side for measuring
_SOFT = 0.006  # squared OKLab distance over which one colour's move passes into the next
_SHARP = 0.0008  # squared OKLab distance; so small that a colour goes to one other and to no mixture
_EVEN = 0.015  # and so large that neighbouring tones of a photograph go together
_KEEP = 0.6  # of what a colour differs from the mean of those that move with it
_GRADIENT = re.compile(r"<(linearGradient|radialGradient)\b[^>]*\bid=\"([^\"]+)\".*?</\1>", re.S)
_USED = re.compile(r"url\(#([^)]+)\)|href=\"#([^\"]+)\"")

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Colors:
    """OKLab colours (n, 3) and their shares (n,)."""

    values: Floats
    shares: Floats


def colors_of(pixels: Pixels, cover: Floats | None = None) -> Colors | None:
    """The colours of a picture where `cover` (height, width, 0..1) lies; None when that is nearly nowhere."""
    scale = min(1.0, _SIDE / max(pixels.shape[:2]))
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    small = np.asarray(cv2.resize(np.ascontiguousarray(pixels[..., :3]), size, interpolation=cv2.INTER_AREA), np.uint8)
    weight = np.ones(small.shape[:2], np.float32)
    if cover is not None:
        weight = np.asarray(cv2.resize(cover, size, interpolation=cv2.INTER_AREA), np.float32)
    if float(weight.mean()) < 1e-3:
        return None
    return Colors(*clusters(small, weight=weight))


def drawn_colors(picture: Picture, elements: Collection[Element]) -> Colors | None:
    """The colours of some elements of a picture, alone."""
    scale = _SIDE / max(picture.width, picture.height)
    size = (max(8, round(picture.width * scale)), max(8, round(picture.height * scale)))
    seen = rendered(document(picture, [e for e in elements if e.role is not Role.SHADOW]), *size)
    return colors_of(seen, seen[..., 3].astype(np.float32) / 255)


def change(own: Colors | None, goal: Colors | None, amount: float) -> Change:
    """A smooth change of colours `#rrggbb` that brings `own` to `goal` with `amount` 1, nothing with 0."""
    if own is None or goal is None or amount <= 0:
        return lambda color: color
    vivid = np.asarray(goal.shares * (0.3 + 5 * np.hypot(goal.values[:, 1], goal.values[:, 2])), np.float32)
    there = transported(own.values, own.shares, goal.values, vivid, _SHARP)

    def moved(color: str) -> str:
        value = np.asarray([lab(color)], np.float32)
        far = costs(value, own.values)
        near = np.exp(-(far - far.min()) / _SOFT)
        share = near / near.sum()
        made = share @ there + (value - share @ own.values) * _KEEP
        return from_lab(Lab(*(float(v) for v in (value + (made - value) * amount)[0])))

    return lru_cache(4096)(moved)


def recolored(picture: Picture, changes: Callable[[Element], Change]) -> Picture:
    """The picture with each element's colours changed; gradients change with the first element that uses them."""
    elements, owner = [], dict[str, Change]()
    for element in picture.elements:
        turn = changes(element)
        for pair in _USED.findall(element.markup):
            owner.setdefault(pair[0] or pair[1], turn)
        shadow = element.role is Role.SHADOW
        elements.append(element if shadow else replace(element, markup=map_colors(element.markup, turn)))

    def stops(match: re.Match[str]) -> str:
        turn = owner.get(match.group(2))
        return map_colors(match.group(0), turn) if turn else match.group(0)

    return replace(picture, elements=elements, defs=_GRADIENT.sub(stops, picture.defs))


def between(
    picture: Picture, things: Collection[str], old: tuple[Colors | None, Colors | None], amounts: tuple[float, float],
    kept: Collection[str] = (),
) -> Picture:  # fmt: skip
    """The picture in the colours of an old one's things and place, each by its amount.

    `things` and `kept` are ids of elements; those that are kept have colours of their own that were asked for.
    """
    inside = [e for e in picture.elements if e.id in things]
    around = [e for e in picture.elements if e.id not in things and e.role is not Role.TEXT]
    thing = change(drawn_colors(picture, inside) if inside else None, old[0], amounts[0])
    place = change(drawn_colors(picture, around) if around else None, old[1], amounts[1])

    def chosen(element: Element) -> Change:
        if element.id in kept or element.role is Role.TEXT:
            return lambda color: color
        return thing if element.id in things else place

    return recolored(picture, chosen)


def toned(pixels: Pixels, goal: Pixels, amount: float) -> Pixels:
    """A picture on its way to the tones of another: its lights to the other's lights, its greens to what is nearest."""
    own, other = colors_of(pixels), colors_of(goal)
    if own is None or other is None or amount <= 0:
        return pixels
    there = transported(own.values, own.shares, other.values, other.shares, _EVEN)
    return moved_by(pixels, own.values, there, amount, keep=1.0, soft=_EVEN)
