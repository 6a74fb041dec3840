"""Subjects with volume: each drawing inflated to a body and lit by the place it stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from lxml import etree

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.photo.backdrop import Backdrop
from gouache.engines.composer.photo.camera import Floats, f32, linear, look
from gouache.engines.composer.photo.noise import field
from gouache.engines.composer.photo.relief import bevel, crevices, inflate, normals, seams
from gouache.engines.composer.picture import Element, Picture
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.scene import Kind, Node
from gouache.engines.composer.svg import NAMESPACE, num
from gouache.tables import rows

_SOFT = {Kind.ANIMAL, Kind.PERSON, Kind.FOOD, Kind.PLANT, Kind.CELESTIAL, Kind.EFFECT}
_FLAT = {Kind.CARRIER, Kind.SURFACE}


@lru_cache(1)
def hairless() -> frozenset[str]:
    """Animals whose skin shows."""
    return frozenset(row[0] for row in rows("gouache.engines.composer.photo", "hairless.tsv"))


@dataclass(frozen=True, slots=True)
class Body:
    """A lit subject on the page: its corner in px, linear colour (h, w, 3) and coverage (h, w)."""

    x: int
    y: int
    light: Floats
    alpha: Floats


def body(picture: Picture, element: Element, node: Node | None, backdrop: Backdrop) -> Body | None:
    """One element as a lit body, or None when it lies off the page."""
    area = _on_page(element.box, picture)
    if area.w < 2 or area.h < 2:
        return None
    rgba = _crop(picture, element, area)
    kind = node.kind if node else Kind.THING
    fur = np.zeros(rgba.shape[:2], np.float32)
    if node is not None and kind is Kind.ANIMAL and not hairless().intersection(node.concept.split()):
        fur = rgba[..., 3] * (1 - _belongings(picture, element, area))
    return _lit(rgba, area, kind, fur, backdrop)


def _on_page(box: Box, picture: Picture) -> Box:
    margin = 3
    x, y = max(0, int(box.x) - margin), max(0, int(box.y) - margin)
    right, bottom = min(picture.width, int(box.right) + margin + 1), min(picture.height, int(box.bottom) + margin + 1)
    return Box(x, y, right - x, bottom - y)


def _crop(picture: Picture, element: Element, area: Box) -> Floats:
    """RGBA 0..1 of an element within an area of the page."""
    view = f"{num(area.x)} {num(area.y)} {num(area.w)} {num(area.h)}"
    size = f'width="{int(area.w)}" height="{int(area.h)}"'
    svg = f'<svg xmlns="{NAMESPACE}" {size} viewBox="{view}"><defs>{picture.defs}</defs>{element.markup}</svg>'
    return f32(pixels(svg).astype(np.float32) / 255)


def _belongings(picture: Picture, element: Element, area: Box) -> Floats:
    """Coverage of what a character wears, holds and sits on: no fur grows there."""
    root = etree.fromstring(f'<g xmlns="{NAMESPACE}">{element.markup}</g>')
    own = [part for part in root.iter() if (part.get("data-part") or "").startswith(("held", "wear", "tool", "sign"))]
    if not own:
        return f32(np.zeros((int(area.h), int(area.w))))
    every = list(root.iter())  # held, because lxml makes its proxies anew once they are dropped
    kept = {id(node) for part in own for node in (*part.iterancestors(), *part.iter())}
    for node in every:
        parent = node.getparent()
        if id(node) not in kept and parent is not None and id(parent) in kept:
            parent.remove(node)
    return f32(_crop(picture, replace(element, markup=etree.tostring(root).decode()), area)[..., 3])


def _lit(rgba: Floats, area: Box, kind: Kind, fur: Floats, backdrop: Backdrop) -> Body:
    color, alpha = rgba[..., :3], rgba[..., 3]
    size = max(alpha.shape)
    height = _height(color, alpha, kind, size)
    normal = normals(height)
    furry = bool(fur.any())
    if furry:
        color = color + (_furred(color, int(area.x * 31 + area.y), size) - color) * fur[..., None]
    shaded = _shade(linear(color), normal, height, backdrop, size, gloss=0.35 if furry else 1.0)
    return Body(int(area.x), int(area.y), shaded, alpha)


def _height(color: Floats, alpha: Floats, kind: Kind, size: int) -> Floats:
    if kind in _FLAT:
        return f32(cv2.GaussianBlur(bevel(alpha, 0.02 * size), (0, 0), 0.004 * size + 0.5))
    crease = seams(color, alpha, 0.03 * size)
    rim = np.sqrt(np.clip(1 - (1 - crease) ** 2, 0, 1))
    if kind in _SOFT:
        whole = inflate(alpha) * 0.85 + rim * (0.022 * size)
    else:
        whole = inflate(alpha) * 0.22 + bevel(alpha, 0.035 * size) + rim * (0.012 * size)
    return f32(cv2.GaussianBlur(whole.astype(np.float32), (0, 0), 0.006 * size + 0.6))


def _furred(color: Floats, seed: int, size: int) -> Floats:
    """Fine short hairs that fall downwards and part here and there, around the drawing's own colour."""
    rows, columns = color.shape[:2]
    rng = np.random.Generator(np.random.PCG64(seed))
    hairs = cv2.GaussianBlur(
        rng.standard_normal((rows, columns), dtype=np.float32), (0, 0), sigmaX=0.8, sigmaY=max(1.5, size / 150)
    )
    sway = (field(rows, columns, max(8.0, size / 9), seed + 1) - 0.5) * (size / 12)
    y, x = np.mgrid[:rows, :columns].astype(np.float32)
    combed = f32(cv2.remap(hairs, x + sway, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT))
    combed /= max(1e-6, float(combed.std()))
    tufts = field(rows, columns, max(4.0, size / 30), seed + 2) - 0.5
    return f32(np.clip(color * (1 + combed * 0.075 + tufts * 0.10)[..., None], 0, 1))


def _shade(
    albedo: Floats, normal: tuple[Floats, Floats, Floats], height: Floats, backdrop: Backdrop, size: int, gloss: float
) -> Floats:
    right, up, toward = normal
    diffuse = cv2.resize(
        cv2.resize(backdrop.around, (8, 4), interpolation=cv2.INTER_AREA), (32, 16), interpolation=cv2.INTER_CUBIC
    )
    ambient = look(diffuse, right, up, -toward, 0.0)
    ambient = ambient / max(0.05, float(ambient.mean())) * 0.42
    key = np.array(backdrop.key, np.float32)
    facing = right * key[0] + up * key[1] + toward * key[2]
    wrapped = np.clip(facing * 0.8 + 0.2, 0, 1)[..., None] * np.array(backdrop.key_color, np.float32) * 0.78
    shade = crevices(height, max(2.0, 0.02 * size))[..., None]
    lit = albedo * (ambient + wrapped) * shade
    return f32((lit + _sheen(normal, facing, backdrop) * gloss * shade).astype(np.float32))


def _sheen(normal: tuple[Floats, Floats, Floats], facing: Floats, backdrop: Backdrop) -> Floats:
    """A soft highlight of the key light and the surroundings mirrored at grazing angles (Schlick 1994)."""
    right, up, toward = normal
    half = np.array(backdrop.key, np.float32) + np.array([0, 0, 1], np.float32)
    half /= np.linalg.norm(half)
    spot = np.clip(right * half[0] + up * half[1] + toward * half[2], 0, 1) ** 42
    mirror = look(backdrop.around, 2 * toward * right, 2 * toward * up, -(2 * toward * toward - 1), 0.0)
    grazing = (0.03 + 0.5 * np.clip(1 - toward, 0, 1) ** 4)[..., None]
    return f32(np.clip(mirror, 0, 1.5) * grazing + (spot * 0.22)[..., None])
