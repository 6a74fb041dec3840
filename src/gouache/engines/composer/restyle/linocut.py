"""Linocut: solid blacks, cut white borders, gouge marks that taper, one colour block underneath."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from gouache.engines.composer.color import distance, from_lch, lch
from gouache.engines.composer.picture import Picture, Role
from gouache.engines.composer.raster import Floats
from gouache.engines.composer.restyle.engraving import _role, layered, lightness
from gouache.engines.composer.restyle.hatch import Ruling, hatch
from gouache.engines.composer.restyle.lettering import markup
from gouache.engines.composer.restyle.opencv import cv2
from gouache.engines.composer.restyle.paint import edges, features, small_shapes
from gouache.engines.composer.restyle.plates import THINGS, Ids, Mask, Plates
from gouache.engines.composer.restyle.shade import direction, lambert, pillow
from gouache.engines.composer.restyle.stock import Stock, stock
from gouache.engines.composer.restyle.texture import centered, clouds, wobble
from gouache.engines.composer.restyle.trace import outline
from gouache.engines.composer.svg import num

PAPER, INK = "#f4ead6", "#1d1b1a"
BLOCK = "#c8452f"


def linocut(picture: Picture, seed: int) -> str:
    plates, on = Plates(picture, coarse=2), stock(picture, PAPER, INK)
    light = lightness(plates)
    night = float(np.median(light)) < 0.36
    key = _key(plates, light, seed, night)
    inside = _inside(plates, seed)
    if picture.background:  # nothing is printed where the paper must show
        key &= ~(_role(plates, Role.BACKGROUND) & ~plates.things) & (plates.ids > 0)
    if on.dark:  # the light parts are printed, in a light ink
        key = ~key & plates.things
    paths: dict[int, list[str]] = defaultdict(list)
    for number, where in _groups(plates):
        d = outline(key & inside & where, 0.7, 14, 5)
        if d:
            paths[number].append(d)
    block = _block(plates, light, inside, on)
    letters = markup(plates.sheet, on.paper if _dark_ground(plates, light) else on.ink)
    svg = layered(picture, paths, on.ink, on.paper, block, letters)
    return svg.replace('fill-rule="nonzero"', 'fill-rule="evenodd"')


def _groups(plates: Plates) -> list[tuple[int, Mask]]:
    """The scenery as one cut, the things as another, each under the number of its largest element."""
    groups = []
    for where in (~plates.things, plates.things):
        counts = np.bincount(plates.elements[where], minlength=2)
        counts[0] = 0
        groups.append((int(counts.argmax()) or 1, where))
    return groups


def _key(plates: Plates, light: Floats, seed: int, night: bool) -> Mask:
    """Where the black block prints."""
    unit, things = max(plates.unit, 0.5), plates.things
    form = cv2.GaussianBlur(pillow(plates.parts, things) * (40 * unit), (0, 0), 5 * unit)
    lit = lambert(form, direction(plates.picture.light, 0.66))
    tone = np.where(things, light + np.clip(lit - 0.66, -0.4, 0.2) * 0.55, light)
    small = small_shapes(plates, 0.0026)
    black = np.where(small, light < 0.50, light < np.where(things, 0.34, 0.26))
    marks = _gouges(plates, tone, seed, night)
    key = black | (marks & ~small)
    key = _bordered(plates, key, unit)
    key[plates.quiet] = _dark_ground(plates, light)
    x, y = wobble(plates.height, plates.width, 1.1 * unit, 26 * unit, seed, 101)
    soft = cv2.GaussianBlur(cv2.remap(key.astype(np.float32), x, y, cv2.INTER_LINEAR), (0, 0), 1.25 * unit)
    return np.asarray(soft > 0.5)


def _dark_ground(plates: Plates, light: Floats) -> bool:
    """Lettering stands on black: it is cut out, not printed."""
    around = plates.quiet & (plates.text < 0.1)
    return bool(around.any() and np.median(light[around]) < 0.34)


def _bordered(plates: Plates, key: Mask, unit: float) -> Mask:
    """White cuts between two blacks, black lines between two lights, a white halo around things on black."""
    strong = edges(plates, 0.0)
    order, things = plates.elements, plates.things
    outer = np.zeros_like(things)
    outer[:, :-1] |= order[:, 1:] != order[:, :-1]
    outer[:-1] |= order[1:] != order[:-1]
    near = cv2.dilate(things.astype(np.uint8), _disc(3)) > 0
    line = cv2.dilate(((strong > 0.22) | (outer & near)).astype(np.uint8), _disc(2.0 * unit)) > 0
    bold = cv2.dilate((outer & near).astype(np.uint8), _disc(3.2 * unit)) > 0
    crowd = cv2.GaussianBlur(key.astype(np.float32), (0, 0), 4 * unit)
    dark_side = crowd > 0.62
    halo = (cv2.dilate(things.astype(np.uint8), _disc(8 * unit)) > 0) & ~things
    key = key & ~halo
    drawn = (line | bold) & ~(dark_side & things)
    cut = cv2.dilate(((strong > 0.12) | outer).astype(np.uint8), _disc(1.7 * unit)) > 0
    return np.asarray((key & ~(cut & dark_side)) | (drawn & (things | bold | ~near)), np.bool_)


def _disc(radius: float) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    side = max(2, round(2 * radius + 0.5))
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)), np.uint8)


def _gouges(plates: Plates, tone: Floats, seed: int, night: bool) -> Mask:
    """Tapered marks: over the form of things, sweeping through the sky, dense on the ground."""
    unit = max(plates.unit, 0.5)
    height, width = tone.shape
    broken = clouds(height, width, 34 * unit, seed, 102, 2)
    sweep = centered(height, width, 240 * unit, seed, 103, 2) * (34 * unit)
    belly = cv2.GaussianBlur(pillow(plates.parts, plates.things) * (34 * unit), (0, 0), 5 * unit)
    sky = _role(plates, Role.BACKGROUND) | (plates.ids == 0)
    own: Ids = np.where(plates.things, plates.parts + 1, 0)
    land: Ids = np.where(plates.things | sky, 0, plates.elements + 1)
    air: Ids = np.where(sky & ~plates.things, plates.elements + 1, 0)
    dark = np.clip((0.68 - tone) * 1.8, 0, 0.8) * (broken > 0.26) * (1 - 0.85 * features(plates, 90))
    ground = np.clip(0.92 - tone * 0.85, 0.14, 0.78) * (broken > 0.26)
    above = np.clip((1.08 if night else 0.74) - tone * 0.8, 0, 0.8) * (broken > (0.2 if night else 0.42))
    mask = np.zeros((height, width), np.uint8)
    for ruling, ink, bulge, where in (
        (Ruling(13 * unit, -24, 5 * unit, 0.10, 0.78, 34 * unit, 16 * unit), dark, belly, own),
        (Ruling(14 * unit, 0, 6 * unit, 0.10, 0.80, 46 * unit, 20 * unit), ground, sweep * 0.7, land),
        (Ruling(19 * unit, -4, 7 * unit, 0.08, 0.80, 70 * unit, 26 * unit), above, sweep, air),
    ):
        for _, shape in hatch(ink.astype(np.float32), bulge.astype(np.float32), where, ruling):
            cv2.fillPoly(mask, [np.round(shape * 8).astype(np.int32)], 1, shift=3)
    return mask > 0


def _inside(plates: Plates, seed: int) -> Mask:
    """The block's uneven edge."""
    height, width, unit = plates.height, plates.width, plates.unit
    x = np.minimum(np.arange(width), np.arange(width)[::-1]).astype(np.float32)[None, :]
    y = np.minimum(np.arange(height), np.arange(height)[::-1]).astype(np.float32)[:, None]
    uneven = centered(height, width, 30 * unit, seed, 104, 2) * (4 * unit)
    return np.asarray(np.minimum(x, y) + uneven > 36 * unit)


def _block(plates: Plates, light: Floats, inside: Mask, on: Stock) -> str:
    """The colour block: mid tones of the things and the sun, slightly out of register."""
    if plates.picture.wanted:
        return _wished(plates, inside, on)
    unit = max(plates.unit, 0.5)
    mid = (light > 0.12) & (light < 0.76) & plates.things & ~small_shapes(plates, 0.0006)
    mid = cv2.morphologyEx(mid.astype(np.uint8), cv2.MORPH_CLOSE, _disc(5 * unit)) > 0
    mid &= ~plates.quiet
    shift = f"translate({num(2.5 * unit)} {num(2 * unit)})"
    made = [] if on.asked else [_tint(plates, light, inside)]
    for n, (color, numbers) in enumerate(_blocks(plates), 1):
        own = cv2.morphologyEx(np.isin(plates.ids, numbers).astype(np.uint8), cv2.MORPH_CLOSE, _disc(3 * unit)) > 0
        if d := outline(mid & own & inside, 1.0, 60, 7):
            made.append(f'<path id="block-{n}" d="{d}" fill="{color}" fill-rule="evenodd" transform="{shift}"/>')
    return "".join(made)


def _wished(plates: Plates, inside: Mask, on: Stock) -> str:
    """A block for every colour that was asked for, wherever the picture has it."""
    unit = max(plates.unit, 0.5)
    colors = [c for c in plates.picture.wanted if c not in (on.paper, on.ink)]
    near = [0] + [
        1 + min(range(len(colors)), key=lambda k: distance(colors[k], s.color))
        if colors and min(distance(c, s.color) for c in colors) < 0.08
        else 0
        for s in plates.shapes
    ]
    owner = np.asarray(near, np.uint8)[plates.ids]
    made = []
    for n, color in enumerate(colors, 1):
        own = cv2.morphologyEx((owner == n).astype(np.uint8), cv2.MORPH_CLOSE, _disc(3 * unit)) > 0
        if d := outline(own & inside, 1.0, 60, 7):
            made.append(f'<path id="block-{n}" d="{d}" fill="{color}" fill-rule="evenodd"/>')
    return "".join(made)


def _blocks(plates: Plates) -> list[tuple[str, list[int]]]:
    """At most two printing colours for the things, each with the numbers of the shapes that it prints."""
    shapes = [
        (n, lch(s.color), float(plates.areas[n])) for n, s in enumerate(plates.shapes, 1) if s.leaf.role in THINGS
    ]
    vivid = [(n, v, a * v.C) for n, v, a in shapes if v.C > 0.035]
    blocks: list[tuple[str, list[int]]] = []
    while vivid and len(blocks) < 2:
        hue = max(vivid, key=lambda item: item[2])[1].h
        mine = [item for item in vivid if abs((item[1].h - hue + 180) % 360 - 180) < 48]
        light = sum(v.L * w for _, v, w in mine) / max(1e-6, sum(w for _, _, w in mine))
        blocks.append((from_lch(min(0.74, max(0.52, light)), 0.135, hue), [n for n, _, _ in mine]))
        vivid = [item for item in vivid if item not in mine]
    if not blocks:
        gray = [n for n, v, _ in shapes if v.L < 0.8]
        return [(BLOCK, gray)] if gray else []
    return blocks


def _tint(plates: Plates, light: Floats, inside: Mask) -> str:
    """A pale second block under the land and the darker sky."""
    unit = max(plates.unit, 0.5)
    halo = cv2.dilate(plates.things.astype(np.uint8), _disc(7 * unit)) > 0
    land = _role(plates, Role.MIDDLE, Role.GROUND) | (_role(plates, Role.BACKGROUND) & (light < 0.62))
    land = cv2.morphologyEx((land & ~halo & (light < 0.9)).astype(np.uint8), cv2.MORPH_OPEN, _disc(5 * unit)) > 0
    step = max(1, plates.ids.size // 4000)
    seen = plates.flat.reshape(-1, 3)[::step][land.ravel()[::step]].tolist()
    d = outline(land & inside, 1.2, 200, 9)
    hue = _block_hue([f"#{r:02x}{g:02x}{b:02x}" for r, g, b in seen])
    return f'<path id="block-tint" d="{d}" fill="{from_lch(0.85, 0.055, hue)}" fill-rule="evenodd"/>' if d else ""


def _block_hue(colors: list[str]) -> float:
    """The mean hue, in degrees; saturated colours count most."""
    vivid = [lch(c) for c in colors]
    x = sum(v.C * np.cos(np.deg2rad(v.h)) for v in vivid)
    y = sum(v.C * np.sin(np.deg2rad(v.h)) for v in vivid)
    return float(np.rad2deg(np.arctan2(y, x))) % 360
