"""Mosaic: tesserae, smaller where shapes meet, with pale grout between them."""

from __future__ import annotations

import math
import random

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import hex_of, mix, shift
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.restyle.lettering import markup
from gouache.engines.composer.restyle.plates import THINGS, Plates
from gouache.engines.composer.restyle.trace import outline, polygon
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import NAMESPACE, num

Quad = npt.NDArray[np.float64]  # 4 x 2


def mosaic(picture: Picture, seed: int) -> str:
    """Tesserae: jittered tiles, smaller where shapes meet, with pale grout between them."""
    plates = Plates(picture)
    unit = plates.unit
    dice = stream(seed, "mosaic")
    size = 27 * unit
    grout = mix(hex_of(*(float(v) for v in plates.color[::8, ::8].reshape(-1, 3).mean(axis=0))), "#d8cfc0", 0.55)
    tiles: dict[str, list[str]] = {"scenery": [], "things": []}
    columns, rows = math.ceil(plates.width / size), math.ceil(plates.height / size)
    mesh = _mesh(columns, rows, size, dice)
    for r in range(rows):
        for c in range(columns):
            quad = np.asarray([mesh[r][c], mesh[r][c + 1], mesh[r + 1][c + 1], mesh[r + 1][c]])
            for piece in _pieces(plates, quad):
                name, path = _tile(plates, piece, dice, unit)
                tiles[name].append(path)
    quiet = _features(plates) + _panels(plates)
    text = markup(plates.sheet)
    w, h = picture.width, picture.height
    body = "".join(f'<g id="tiles-{name}">{"".join(made)}</g>' for name, made in tiles.items())
    return (
        f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        f'<rect id="grout" width="{w}" height="{h}" fill="{grout}"/>{body}{quiet}{text}</svg>'
    )


def _features(plates: Plates) -> str:
    """Eyes, noses and other small features of the things are single stones."""
    small = [n for n in range(1, len(plates.areas)) if 30 < plates.areas[n] < 0.004 * plates.ids.size]
    stones = []
    for n in small:
        shape = plates.shapes[n - 1]
        if shape.leaf.role in THINGS:
            d = outline(plates.ids == n, 0.7, 20)
            stones.append(f'<path d="{d}" fill="{shape.color}"/>')
    width = num(1.6 * plates.unit)
    return f'<g id="stones" stroke="#e9e1d2" stroke-width="{width}" fill-rule="evenodd">{"".join(stones[:160])}</g>'


def _panels(plates: Plates) -> str:
    """The grounds of lettering stay whole slabs."""
    if not plates.has_text:
        return ""
    color = hex_of(*(float(v) for v in np.median(plates.color[plates.quiet], axis=0)))
    d, width = outline(plates.quiet, 1.0, 40), num(3 * plates.unit)
    return f'<path id="slabs" d="{d}" fill="{color}" stroke="#e9e1d2" stroke-width="{width}"/>'


def _mesh(columns: int, rows: int, size: float, dice: random.Random) -> list[list[tuple[float, float]]]:
    return [
        [((c + dice.uniform(-0.22, 0.22)) * size, (r + dice.uniform(-0.22, 0.22)) * size) for c in range(columns + 1)]
        for r in range(rows + 1)
    ]


def _pieces(plates: Plates, quad: Quad, depth: int = 0) -> list[Quad]:
    """The tile, or its quarters where it lies across a border of shapes."""
    xs = np.clip(np.append(quad[:, 0], quad[:, 0].mean()), 0, plates.width - 1).astype(int)
    ys = np.clip(np.append(quad[:, 1], quad[:, 1].mean()), 0, plates.height - 1).astype(int)
    found = plates.ids[ys, xs]
    if depth >= 1 or (found == found[0]).all():
        return [quad]
    middle = quad.mean(axis=0)
    sides = (quad + np.roll(quad, -1, axis=0)) / 2
    quarters = [np.asarray([quad[k], sides[k], middle, sides[k - 1]]) for k in range(4)]
    return [p for q in quarters for p in _pieces(plates, q, depth + 1)]


def _tile(plates: Plates, quad: Quad, dice: random.Random, unit: float) -> tuple[str, str]:
    middle = quad.mean(axis=0)
    side = math.sqrt(abs(_cross(quad[2] - quad[0], quad[3] - quad[1]) / 2)) or 1.0
    shrink = max(0.7, 1 - 1.6 * unit / side)
    y, x = int(np.clip(middle[1], 0, plates.height - 1)), int(np.clip(middle[0], 0, plates.width - 1))
    base = hex_of(*(float(v) for v in plates.color[y, x]))
    tone = shift(base, dice.uniform(-0.045, 0.04), 1.06, dice.uniform(-5, 5))
    name = "things" if plates.things[y, x] else "scenery"
    return name, f'<path d="{polygon(middle + (quad - middle) * shrink)}" fill="{tone}"/>'


def _cross(a: Quad, b: Quad) -> float:
    return float(a[0] * b[1] - a[1] * b[0])
