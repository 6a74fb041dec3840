"""Symbols: a figure reduced to one to three colours, as marks and icons need it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from gouache.engines.composer import raster
from gouache.engines.composer.color import distance, lab, paints
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.shots.trace import Mask, outline
from gouache.engines.composer.svg import NAMESPACE, num, place

_SIZE = 440  # px of the longer side while tracing
_MARGIN = 10
_SPECK = 0.0012  # parts under this share of the silhouette are dropped
_SMALL = 0.07  # a dark part under this share is a detail: an eye, a nose, a button

Labels = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Symbol:
    """Path data in the units of the drawing: its silhouette, and a one-colour `solid` with cut-outs and gaps.

    `light`, `dark` and `other` are the parts lighter than, darker than and beside the body in tone.
    """

    silhouette: str
    solid: str
    light: str
    dark: str
    other: str
    darkness: float  # share of the silhouette that is darker than the body
    box: Box
    sources: tuple[Source, ...]

    def stamp(self, color: str) -> str:
        """One colour; the ground shows through the cut-outs."""
        return _fill(self.solid, color)

    def tones(self, main: str, light: str, dark: str, other: str) -> str:
        """Up to four flat colours on one silhouette."""
        parts = ((self.silhouette, main), (self.other, other), (self.light, light), (self.dark, dark))
        return "".join(_fill(data, color) for data, color in parts)

    def shape(self, color: str) -> str:
        return _fill(self.silhouette, color)

    def line(self, color: str, width: float) -> str:
        """Contours only; `width` in units of the drawing, inner lines are finer."""
        inner = _stroke(self.other + self.light + self.dark, color, width * 0.62)
        return inner + _stroke(self.silhouette, color, width)

    def rim(self, color: str, width: float) -> str:
        """The silhouette grown by `width` units on every side."""
        return f'<g fill="{color}">{_stroke(self.silhouette, color, 2 * width)}{_fill(self.silhouette, color)}</g>'

    def cast_shadow(self, color: str, reach: float) -> str:
        """The silhouette swept down and to the right over `reach` units: a long flat shadow."""
        return _fill(_swept(self.silhouette, (self.box.x, self.box.y, self.box.w, self.box.h), reach), color)

    def fitted(self, markup: str, box: Box) -> str:
        """Markup of this symbol centred in a box of the page, as large as it fits."""
        return fitted(markup, self.box, box)


def fitted(markup: str, own: Box, box: Box) -> str:
    k = min(box.w / own.w, box.h / own.h)
    x, y = box.center.x - own.center.x * k, box.center.y - own.center.y * k
    return place(markup, x, y, k)


def _fill(data: str, color: str) -> str:
    return f'<path d="{data}" fill="{color}" fill-rule="evenodd"/>' if data else ""


def _stroke(data: str, color: str, width: float) -> str:
    line = f'fill="none" stroke="{color}" stroke-width="{width:.4g}" stroke-linejoin="round"'
    return f'<path d="{data}" {line}/>' if data else ""


def symbol(drawing: Drawing) -> Symbol:
    """The symbol of a drawing, traced from its flat regions."""
    box = drawing.box
    solid = _traced(drawing.markup + drawing.front, (box.x, box.y, box.w, box.h))
    return Symbol(*solid, box, (drawing.source, *drawing.sources))


@lru_cache(64)
def _traced(markup: str, box: tuple[float, float, float, float]) -> tuple[str, str, str, str, str, float]:
    own = Box(*box)
    scale = _SIZE / max(own.w, own.h)
    pixels = _render(markup, own, scale)
    silhouette = _smooth(np.where(pixels[..., 3] > 127, 255, 0).astype(np.uint8), 1.4)
    labels, colors = _labels(pixels, markup)
    light, dark, other = _classes(labels, colors)
    solid = _solid(silhouette, light, dark, labels, colors)
    at = (1 / scale, own.x - _MARGIN / scale, own.y - _MARGIN / scale)
    masks = (silhouette, *(_smooth(m & silhouette, 1.1) for m in (solid, light, dark, other)))
    a, b, c, d, e = (outline(_without_specks(mask), *at) for mask in masks)
    return a, b, c, d, e, float((masks[3] > 0).sum() / max(1, (silhouette > 0).sum()))


@lru_cache(64)
def _swept(silhouette: str, box: tuple[float, float, float, float], reach: float) -> str:
    own = Box(box[0], box[1], box[2] + reach, box[3] + reach)
    scale = 260 / max(own.w, own.h)
    mask = np.where(_render(_fill(silhouette, "#000000"), own, scale)[..., 3] > 127, 255, 0).astype(np.uint8)
    length = max(1, round(reach * scale))
    swept = mask.copy()
    step = 1
    while step <= length:  # doubling: the union of 2n shifts from the union of n
        move = min(step, length - step + 1)
        swept[move:, move:] |= swept[:-move, :-move].copy()
        step *= 2
    return outline(_smooth(swept, 1.0), 1 / scale, own.x - _MARGIN / scale, own.y - _MARGIN / scale)


def _render(markup: str, own: Box, scale: float) -> raster.Pixels:
    view = own.inset(-_MARGIN / scale)
    w, h = round(view.w * scale), round(view.h * scale)
    frame = f'viewBox="{num(view.x)} {num(view.y)} {num(view.w)} {num(view.h)}"'
    return raster.pixels(f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" {frame}>{markup}</svg>')


def _smooth(mask: Mask, sigma: float) -> Mask:
    soft = cv2.GaussianBlur(mask, (0, 0), sigma)
    return np.where(soft > 127, 255, 0).astype(np.uint8)


def _without_specks(mask: Mask) -> Mask:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    limit = max(30.0, _SPECK * float((mask > 0).sum()))
    keep = np.array([i > 0 and stats[i, cv2.CC_STAT_AREA] >= limit for i in range(count)])
    return np.where(keep[labels], 255, 0).astype(np.uint8)


def _labels(pixels: raster.Pixels, markup: str) -> tuple[Labels, list[str]]:
    """Every pixel's flat colour (-1 outside), of the drawing's paints with near ones merged."""
    colors: list[str] = []
    for color in paints(markup):
        if all(distance(color, other) > 0.09 for other in colors):
            colors.append(color)
    colors = (colors or ["#000000"])[:14]
    rgb = cv2.medianBlur(np.ascontiguousarray(pixels[..., :3]), 5).astype(np.int32) >> 3
    codes = rgb[..., 0] << 10 | rgb[..., 1] << 5 | rgb[..., 2]
    labels = _nearest(colors, codes)
    labels[pixels[..., 3] < 128] = -1
    return labels, colors


def _nearest(colors: list[str], codes: Labels) -> Labels:
    """The nearest colour of 15-bit RGB codes, worked out once for each code that occurs."""
    used = np.flatnonzero(np.bincount(codes.ravel(), minlength=1 << 15))
    rgb = np.stack([used >> 10, used >> 5 & 31, used & 31], 1) * 8.0 + 4
    flat = np.array([[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in colors], float)
    table = np.zeros(1 << 15, np.int32)
    table[used] = (((rgb[:, None] - flat) ** 2) * (0.3, 0.5, 0.2)).sum(2).argmin(1)
    return table[codes]


def _classes(labels: Labels, colors: list[str]) -> tuple[Mask, Mask, Mask]:
    """Masks of what is lighter than the body, darker, and of like tone but another colour."""
    area = np.bincount(labels[labels >= 0].ravel(), minlength=len(colors))
    body = int(area.argmax())
    tone = np.array([lab(c).L for c in colors]) - lab(colors[body]).L
    apart = np.array([distance(c, colors[body]) > 0.11 for c in colors])
    light, dark = tone > 0.13, tone < -0.16
    masks = [_mask(np.isin(labels, np.flatnonzero(kind))) for kind in (light, dark, apart & ~light & ~dark)]
    return masks[0], masks[1], masks[2]


def _solid(silhouette: Mask, light: Mask, dark: Mask, labels: Labels, colors: list[str]) -> Mask:
    """The stamp: cut-outs and gaps, fewer of them when they would eat up the figure."""
    least = 0.64 * float((silhouette > 0).sum())
    for keenness, apart in ((1.0, 0.11), (1.0, 0.22), (0.3, 0.22), (0.0, 0.3)):
        open_ = _cuts(light, dark, silhouette, keenness) | _gaps(labels, colors, apart)
        solid = silhouette & ~open_
        if (solid > 0).sum() >= least:
            break
    return solid


def _cuts(light: Mask, dark: Mask, silhouette: Mask, keenness: float) -> Mask:
    """What a stamp leaves open: light parts that do not carry the silhouette, and small dark details."""
    total = float((silhouette > 0).sum())
    inner = [p for p in _components(light, silhouette, total) if p.outside < 0.3 or p.share < 0.03]
    while inner and sum(p.share for p in inner) > 0.45 * keenness:
        inner.remove(max(inner, key=lambda p: p.share))
    cut = _union(inner, light)
    details = [p for p in _components(dark, silhouette & ~cut, total) if p.share < _SMALL and p.outside < 0.4]
    return cut | _union(details, dark)


@dataclass(frozen=True, slots=True)
class _Part:
    """A connected part: its place, its share of the silhouette, the share of its rim that lies outside `ground`."""

    at: tuple[slice, slice]
    mask: Mask
    share: float
    outside: float


def _components(mask: Mask, ground: Mask, total: float) -> list[_Part]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    parts = []
    for i in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[i])
        if area < _SPECK * total:
            continue
        at = (slice(max(0, y - 3), y + h + 3), slice(max(0, x - 3), x + w + 3))
        part = _mask(labels[at] == i)
        rim = (cv2.dilate(part, np.ones((5, 5), np.uint8)) > 0) & (part == 0)
        parts.append(_Part(at, part, area / total, float((ground[at][rim] == 0).mean()) if rim.any() else 0.0))
    return parts


def _union(parts: list[_Part], like: Mask) -> Mask:
    whole = np.zeros_like(like)
    for part in parts:
        whole[part.at] |= part.mask
    return whole


def _mask(where: npt.NDArray[np.bool_]) -> Mask:
    return np.where(where, 255, 0).astype(np.uint8)


def _gaps(labels: Labels, colors: list[str], least: float) -> Mask:
    """Lines where two clearly different colours meet inside the silhouette."""
    n = len(colors)
    apart = np.array([[distance(a, b) > least for b in colors] for a in colors])
    edges = np.zeros(labels.shape, np.uint8)
    for shift in ((0, 1), (1, 0)):
        other = np.roll(labels, shift, (0, 1))
        both = (labels >= 0) & (other >= 0)
        meets = np.zeros(labels.shape, bool)
        meets[both] = apart[labels[both] % n, other[both] % n]
        edges |= _mask(meets)
    edges = _without_specks(cv2.dilate(edges, np.ones((3, 3), np.uint8)).astype(np.uint8))
    return cv2.dilate(edges, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))).astype(np.uint8)
