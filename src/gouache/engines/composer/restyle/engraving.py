"""Engraving: lines that swell and thin over the lit form, crossed in the darks, with cut contours."""

from __future__ import annotations

from collections import defaultdict
from html import escape

import numpy as np
from lxml import etree

from gouache.engines.composer.color import map_colors, mix
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import Floats
from gouache.engines.composer.restyle.flat import flatten
from gouache.engines.composer.restyle.hatch import Ruling, hatch
from gouache.engines.composer.restyle.lettering import lift, markup
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import broad_blur, edges, features, floats, small_shapes
from gouache.engines.composer.restyle.plates import Ids, Mask, Plates
from gouache.engines.composer.restyle.shade import direction, inflate, lambert, pillow
from gouache.engines.composer.restyle.sheet import S, parse
from gouache.engines.composer.restyle.stock import Stock, stock
from gouache.engines.composer.restyle.texture import centered
from gouache.engines.composer.restyle.trace import outline, polygon, simplify
from gouache.engines.composer.svg import NAMESPACE

PAPER, INK = "#f7f0e1", "#1f1b18"
Paths = dict[int, list[str]]


def engraving(picture: Picture, seed: int) -> str:
    """Black lines on warm paper."""
    return _engraved(picture, seed, stock(picture, PAPER, INK), color=False)


def engraving_color(picture: Picture, seed: int) -> str:
    """The same over flat hand-tinted areas."""
    return _engraved(picture, seed, stock(picture, PAPER, INK), color=True)


def crosshatch(picture: Picture, seed: int) -> str:
    """Pen and ink: straight strokes of one width, crossed in up to four directions."""
    return _engraved(picture, seed, stock(picture, "#fffdf8", "#17181d"), color=False, pen=True)


def _engraved(picture: Picture, seed: int, on: Stock, color: bool, pen: bool = False) -> str:
    plates = Plates(picture, coarse=2)
    ink, paper = on.ink, on.paper
    lines: Paths = defaultdict(list)
    for ruling, dark, bulge, owner in _pen_strokes(plates, seed, on) if pen else _rulings(plates, seed, on):
        for number, shape in hatch(dark, bulge, owner, ruling):
            lines[number].append(polygon(simplify(shape, 0.28)))
    for number, shapes in lines.items():
        lines[number] = ["".join(shapes)]
    # a path of its own: contours wind the other way and would cancel the lines
    for number, d in contour_paths(plates).items():
        lines[number].append(d)
    tint = tinted(plates, paper) if color or picture.wanted else ""
    letters = markup(plates.sheet, ink)
    return layered(picture, lines, ink, paper, tint, letters)


def layered(picture: Picture, lines: Paths, ink: str, paper: str, under: str, letters: str) -> str:
    """A document with one group a layer and one path an element."""
    title = f"<title>{escape(picture.title)}</title>" if picture.title else ""
    layers = []
    for role in Role:
        inner = "".join(
            _element(e, lines[n + 1]) for n, e in enumerate(picture.elements) if e.role is role and lines.get(n + 1)
        )
        if inner:
            layers.append(f'<g id="layer-{role}" data-role="{role}">{inner}</g>')
    w, h = picture.width, picture.height
    return (
        f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{title}'
        f'<rect id="paper" width="{w}" height="{h}" fill="{paper}"/>{under}'
        f'<g id="ink" fill="{ink}" fill-rule="nonzero">{"".join(layers)}</g>{letters}</svg>'
    )


def _element(element: Element, paths: list[str]) -> str:
    label = f' aria-label="{escape(element.label)}"' if element.label else ""
    node = f' data-node="{element.node}"' if element.node else ""
    drawn = "".join(f'<path d="{d}"/>' for d in paths if d)
    return f'<g id="{element.id}"{label}{node}>{drawn}</g>'


def _rulings(plates: Plates, seed: int, on: Stock) -> list[tuple[Ruling, Floats, Floats, Ids]]:
    """The sets of lines: form, two crossings for the darks, and the scenery."""
    unit = max(plates.unit, 0.5)
    dark = tones(plates, on)
    things, elements = plates.things, plates.elements
    own, scene = np.where(things, elements, 0), np.where(things, 0, elements)
    belly = (pillow(plates.parts, things) * 30 + pillow(elements, things) * 16) * unit
    belly = broad_blur(belly, 5 * unit)
    waves = centered(plates.height, plates.width, 190 * unit, seed, 91, 2) * (9 * unit) + _rolling(plates)
    far = np.where(_role(plates, Role.BACKGROUND), 0, waves).astype(np.float32)
    still = np.zeros_like(far)
    pitch = 5.6 * unit
    return [
        (Ruling(pitch, -9, 3.5 * unit, taper=5 * unit), 0.05 + dark * 0.84, belly, own),
        (Ruling(pitch * 1.05, 47, 4 * unit, 0.13), (dark - 0.52) * 1.25, belly * 0.6, own),
        (Ruling(pitch * 1.05, -61, 4 * unit, 0.13), (dark - 0.74) * 1.6, belly * 0.5, own),
        (Ruling(pitch * 1.3, 0, 6 * unit, 0.07, taper=6 * unit), dark * 0.80, far, scene),
        (Ruling(pitch * 1.4, 38, 6 * unit, 0.12), (dark - 0.52) * 1.0, still, scene),
    ]


def _pen_strokes(plates: Plates, seed: int, on: Stock) -> list[tuple[Ruling, Floats, Floats, Ids]]:
    """Sets of straight strokes: each enters where the tone gets darker than the last set can show."""
    unit = max(plates.unit, 0.5)
    dark = tones(plates, on)
    rough = centered(plates.height, plates.width, 40 * unit, seed, 95, 2) * 0.05
    own = np.where(plates.quiet, 0, plates.elements)
    bend = centered(plates.height, plates.width, 240 * unit, seed, 96, 1) * (7 * unit)
    sets = ((42, 0.14, 7.2), (-44, 0.36, 7.4), (8, 0.56, 7.0), (82, 0.74, 7.0))
    made = []
    for angle, start, pitch in sets:
        cover = np.where(dark + rough > start, 0.22 + 0.16 * (dark - start), 0).astype(np.float32)
        made.append((Ruling(pitch * unit, angle, 7 * unit, 0.1, 0.5, 16 * unit, 13 * unit), cover, bend, own))
    return made


def _role(plates: Plates, *roles: Role) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    ids = plates.ids
    return np.asarray([False] + [s.leaf.role in roles for s in plates.shapes])[ids]


def _rolling(plates: Plates) -> Floats:
    """Hills lift the lines that cross them."""
    unit = max(plates.unit, 0.5)
    small = np.ascontiguousarray(plates.elements[::4, ::4])
    height = inflate(small, 30 * unit, 7 * unit)
    return np.asarray(cv2.resize(height, (plates.width, plates.height)) * np.float32(0.9), np.float32)


def tones(plates: Plates, on: Stock) -> Floats:
    """Share of ink 0..1: the picture's darkness, the form's shade, and light behind the things."""
    unit = max(plates.unit, 0.5)
    light = lightness(plates)
    form = broad_blur(pillow(plates.parts, plates.things) * np.float32(40 * unit), 5 * unit)
    shade = np.clip(0.66 - lambert(form, direction(plates.picture.light, 0.66)), -0.25, 0.6)
    dark = np.clip((0.97 - light) / 0.85, 0, 1)
    own = (dark * 0.95 + shade * 0.72) * (1 - 0.68 * features(plates, 75))  # faces stay clear
    night = float(np.median(light)) < 0.36
    scene = dark * (0.88 if night else 0.64) + (0.0 if night else 0.05)
    dark = np.where(plates.things, own, scene)
    halo = broad_blur(plates.things.astype(np.float32), 7 * unit)
    dark = np.where(plates.things, dark, dark * (1 - 0.75 * halo))
    small = small_shapes(plates, 0.0022) & plates.things
    np.copyto(dark, np.where(light < 0.42, 1.0, np.where(light > 0.8, 0.0, dark)), where=small)
    if on.dark:
        dark = 1 - dark
    if plates.picture.background:
        dark[~plates.things & _role(plates, Role.BACKGROUND)] = 0
    if plates.picture.wanted:
        dark = dark * np.where(plates.things, 0.62, 0.5)
    dark[plates.quiet] = 0
    return np.asarray(np.clip(dark, 0, 1).astype(np.float32), np.float32)


def lightness(plates: Plates) -> Floats:
    """CIE L* of the picture, 0..1."""
    lab = cv2.cvtColor(cv2.GaussianBlur(plates.color, (0, 0), 1.0), cv2.COLOR_RGB2LAB)
    return floats(np.ascontiguousarray(lab[..., 0]))


def contour_paths(plates: Plates) -> dict[int, str]:
    """Outlines of the borders between shapes, by element number; silhouettes broad, inner borders fine."""
    unit = max(plates.unit, 0.5)
    order = cv2.dilate(plates.elements.astype(np.uint16), np.ones((3, 3), np.uint8)).astype(np.int32)
    inner = edges(plates, 0.0) > 0.2
    outer = np.zeros_like(inner)
    outer[:, :-1] |= plates.elements[:, 1:] != plates.elements[:, :-1]
    outer[:-1] |= plates.elements[1:] != plates.elements[:-1]
    near = cv2.dilate(plates.things.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    bold = cv2.dilate((outer & near).astype(np.uint8), _disc(1.5 * unit))
    fine = cv2.dilate((inner | outer).astype(np.uint8), _disc(0.8 * unit))
    spots = (small_shapes(plates, 0.0022) & plates.things & ~plates.quiet & (lightness(plates) < 0.36)).astype(np.uint8)
    cut = cv2.GaussianBlur(np.maximum(np.maximum(bold, fine), spots).astype(np.float32), (0, 0), 0.7) > 0.42
    found = {}
    for number, (left, top, right, bottom) in _extents(cut, order):
        window = np.s_[top:bottom, left:right]
        found[number] = outline(cut[window] & (order[window] == number), 0.5, 6, 3, at=(left, top))
    return found


def _extents(cut: Mask, order: Ids) -> list[tuple[int, tuple[int, int, int, int]]]:
    """Every number above 0 within the cut, with the box (left, top, right, bottom) of its pixels there."""
    ys, xs = np.nonzero(cut)
    numbers = order[ys, xs]
    by = np.argsort(numbers, kind="stable")
    ys, xs, numbers = ys[by], xs[by], numbers[by]
    known, starts = np.unique(numbers, return_index=True)
    boxes = zip(
        *(f.reduceat(v, starts) + k for f, v, k in (
            (np.minimum, xs, 0), (np.minimum, ys, 0), (np.maximum, xs, 1), (np.maximum, ys, 1))),
        strict=True,
    )  # fmt: skip
    return [(int(n), tuple(int(v) for v in box)) for n, box in zip(known, boxes, strict=True) if n]  # type: ignore[misc]


def _disc(radius: float) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    side = max(2, round(2 * radius + 0.5))
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def tinted(plates: Plates, paper: str) -> str:
    """Pale flat tints of every shape under the lines; wished colours as they are."""
    sheet = parse(plates.picture)
    lift(sheet)
    flatten(sheet, 0, bands=False)
    groups = {e.id for e in plates.picture.elements}
    for layer in sheet.layers():
        for node in layer.iter():
            if node is layer or node.get("id") in groups:
                node.set("id", f"tint-{node.get('id')}")
    kept = [n for n in sheet.root if n.tag in (S + "g", S + "defs")]
    inner = "".join(etree.tostring(n, encoding="unicode") for n in kept).replace(f' xmlns="{NAMESPACE}"', "")
    if plates.picture.wanted:
        return f'<g id="tint">{inner}</g>'
    ground = plates.picture.background
    return f'<g id="tint">{map_colors(inner, lambda c: c if c == ground else mix(c, paper, 0.42))}</g>'
