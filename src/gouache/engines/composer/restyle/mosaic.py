"""Mosaic: tesserae, smaller where shapes meet, with pale grout between them."""

from __future__ import annotations

import math
import random
from html import escape

import numpy as np
import numpy.typing as npt

from gouache.engines.composer.color import hex_of, mix, shift
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.restyle.lettering import markup
from gouache.engines.composer.restyle.plates import THINGS, Plates
from gouache.engines.composer.restyle.trace import outline
from gouache.engines.composer.rng import stream
from gouache.engines.composer.svg import NAMESPACE, num

Quad = list[tuple[float, float]]  # four corners
_LIGHTS = (-0.045, -0.025, 0.0, 0.02, 0.04)
_HUES = (-5.0, 0.0, 5.0)


def mosaic(picture: Picture, seed: int) -> str:
    """Tesserae: jittered tiles, smaller where shapes meet, with pale grout between them."""
    plates = Plates(picture)
    unit = plates.unit
    dice = stream(seed, "mosaic")
    size = 27 * unit
    mean = hex_of(*(float(v) for v in plates.color[::8, ::8].reshape(-1, 3).mean(axis=0)))
    grout = picture.background or mix(mean, "#d8cfc0", 0.55)
    tiles: dict[str, dict[str, list[str]]] = {"scenery": {}, "things": {}}  # path data by tone
    columns, rows = math.ceil(plates.width / size), math.ceil(plates.height / size)
    mesh = _mesh(columns, rows, size, dice)
    for r in range(rows):
        for c in range(columns):
            quad = [mesh[r][c], mesh[r][c + 1], mesh[r + 1][c + 1], mesh[r + 1][c]]
            for piece in _pieces(plates, quad):
                if picture.background and not plates.things[_pixel(plates, _middle(piece))]:
                    continue
                name, tone, d = _tile(plates, piece, dice, unit)
                tiles[name].setdefault(tone, []).append(d)
    quiet = _features(plates, grout) + _panels(plates, grout)
    text = markup(plates.sheet)
    w, h = picture.width, picture.height
    body = "".join(
        f'<g id="tiles-{name}">{"".join(_stones_of(tone, made) for tone, made in tones.items())}</g>'
        for name, tones in tiles.items()
    )
    title = f"<title>{escape(picture.title)}</title>" if picture.title else ""
    return (
        f'<svg xmlns="{NAMESPACE}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{title}'
        f'<rect id="grout" width="{w}" height="{h}" fill="{grout}"/>{body}{quiet}{text}</svg>'
    )


def _stones_of(tone: str, paths: list[str]) -> str:
    return f'<path d="{"".join(paths)}" fill="{tone}"/>'


def _features(plates: Plates, grout: str) -> str:
    """Eyes, noses and other small features of the things are single stones."""
    small = [
        n
        for n, shape in enumerate(plates.shapes, 1)
        if shape.leaf.role in THINGS and 30 < plates.areas[n] < 0.004 * plates.ids.size
    ][:160]
    at = np.flatnonzero(np.isin(plates.ids, small))
    numbers = plates.ids.ravel()[at]
    stones = [_stone(plates, at[numbers == n], plates.shapes[n - 1].color) for n in small]
    width = num(1.6 * plates.unit)
    return f'<g id="stones" stroke="{grout}" stroke-width="{width}" fill-rule="evenodd">{"".join(stones)}</g>'


def _stone(plates: Plates, at: npt.NDArray[np.int64], color: str) -> str:
    """The outline of some pixels (flat indices) as one stone."""
    ys, xs = np.divmod(at, plates.width)
    top, left = int(ys.min()) - 2, int(xs.min()) - 2
    mask = np.zeros((int(ys.max()) - top + 3, int(xs.max()) - left + 3), np.bool_)
    mask[ys - top, xs - left] = True
    return f'<path d="{outline(mask, 0.7, 20)}" fill="{color}" transform="translate({left} {top})"/>'


def _panels(plates: Plates, grout: str) -> str:
    """The grounds of lettering stay whole slabs."""
    if not plates.has_text:
        return ""
    color = hex_of(*(float(v) for v in np.median(plates.color[plates.quiet], axis=0)))
    d, width = outline(plates.quiet, 1.0, 40), num(3 * plates.unit)
    return f'<path id="slabs" d="{d}" fill="{color}" stroke="{grout}" stroke-width="{width}"/>'


def _mesh(columns: int, rows: int, size: float, dice: random.Random) -> list[list[tuple[float, float]]]:
    return [
        [((c + dice.uniform(-0.22, 0.22)) * size, (r + dice.uniform(-0.22, 0.22)) * size) for c in range(columns + 1)]
        for r in range(rows + 1)
    ]


def _pieces(plates: Plates, quad: Quad) -> list[Quad]:
    """The tile, or its quarters where it lies across a border of shapes."""
    middle = _middle(quad)
    numbers = {_number(plates, spot) for spot in (*quad, middle)}
    if len(numbers) == 1:
        return [quad]
    sides = [_middle([a, b]) for a, b in zip(quad, [*quad[1:], quad[0]], strict=True)]
    return [[quad[k], sides[k], middle, sides[k - 1]] for k in range(4)]


def _middle(spots: Quad) -> tuple[float, float]:
    return sum(s[0] for s in spots) / len(spots), sum(s[1] for s in spots) / len(spots)


def _pixel(plates: Plates, spot: tuple[float, float]) -> tuple[int, int]:
    """Row and column, kept on the page."""
    return min(plates.height - 1, max(0, int(spot[1]))), min(plates.width - 1, max(0, int(spot[0])))


def _number(plates: Plates, spot: tuple[float, float]) -> int:
    return int(plates.ids[_pixel(plates, spot)])


def _tile(plates: Plates, quad: Quad, dice: random.Random, unit: float) -> tuple[str, str, str]:
    """Layer, tone and path data of a stone."""
    x, y = _middle(quad)
    side = math.sqrt(abs(_area(quad))) or 1.0
    shrink = max(0.7, 1 - 1.6 * unit / side)
    at = _pixel(plates, (x, y))
    # sixteen steps a channel: equal stones share their colour's arithmetic
    red, green, blue = (int(v) & 0xF8 for v in plates.color[at])
    tone = shift(f"#{red:02x}{green:02x}{blue:02x}", dice.choice(_LIGHTS), 1.06, dice.choice(_HUES))
    corners = [f"{x + (px - x) * shrink:.1f} {y + (py - y) * shrink:.1f}" for px, py in quad]
    return "things" if plates.things[at] else "scenery", tone, f"M{'L'.join(corners)}z"


def _area(quad: Quad) -> float:
    (ax, ay), (bx, by) = (
        (quad[2][0] - quad[0][0], quad[2][1] - quad[0][1]),
        (quad[3][0] - quad[1][0], quad[3][1] - quad[1][1]),
    )
    return (ax * by - ay * bx) / 2
