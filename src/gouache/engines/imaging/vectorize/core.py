"""Pixels to SVG: areas of one colour, their boundaries fitted once, painted as stacked shapes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.chains import chains
from gouache.engines.imaging.vectorize.contours import contours
from gouache.engines.imaging.vectorize.fit import fit
from gouache.engines.imaging.vectorize.markup import Paint, document
from gouache.engines.imaging.vectorize.palette import Palette, fixed, quantise
from gouache.engines.imaging.vectorize.prepare import Floats, Ints, Pixels, Prepared, prepare
from gouache.engines.imaging.vectorize.regions import Labels, components, graph, merged
from gouache.engines.imaging.vectorize.stacking import CLEAR, GLASS, OPAQUE, stack

MAX_SHAPES = 2000
MAX_COLORS = 64
ALL_COLORS = 192
PRICE = 0.003  # error of colours (0..1) squared per px of boundary that is worth a boundary


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked of the tracer; None leaves a limit to it. `palette` holds `#rrggbb` colours."""

    max_shapes: int | None = None
    max_colors: int | None = None
    palette: tuple[str, ...] = ()
    reduce_colors: bool = True
    gradients: bool = False
    small_shape_filter: bool = True
    compress: bool = True
    cut_out: bool = False


def vectorize(pixels: Pixels, options: Options = Options()) -> str:
    """The SVG of RGBA pixels, uint8, shape (height, width, 4), straight alpha."""
    height, width = pixels.shape[:2]
    prepared = prepare(pixels)
    palette = _palette(prepared, options)
    areas, colors = _areas(prepared, palette, options)
    kind, mean = _kinds(palette.colors)[colors], _premultiplied(palette.colors)[colors]
    map_ = chains(areas)
    lines = contours(map_, areas, prepared.soft, mean)
    curves = fit(lines, 0.5 if options.compress else 0.3)
    plan = stack(map_, lines, areas, kind, colors, options.cut_out)
    paints = [Paint.of(color) for color in palette.colors.tolist()]
    return document(
        width, height, plan, curves, map_.closed, lines, [paints[c] for c in colors.tolist()],
        (prepared.scale_x, prepared.scale_y), options.compress,
    )  # fmt: skip


def _palette(prepared: Prepared, options: Options) -> Palette:
    if options.palette:
        wanted = [[int(c[i : i + 2], 16) for i in (1, 3, 5)] + [255] for c in options.palette]
        return fixed(prepared.hard, np.asarray(wanted, np.uint8))
    most = MAX_COLORS if options.reduce_colors else ALL_COLORS
    clean = prepared.noise < 0.5 and not prepared.lossy
    near = 0.016 if clean or not options.reduce_colors else 0.034
    return quantise(prepared.hard, prepared.edges, min(most, options.max_colors or most), near)


def _areas(prepared: Prepared, palette: Palette, options: Options) -> tuple[Labels, Ints]:
    """Numbered areas, and the palette colour of each."""
    first = components(palette.labels)
    graph_ = graph(first, prepared.hard)
    smallest = 6 if options.small_shape_filter else 1
    price = PRICE * (5 if prepared.lossy else 1)
    owner = merged(graph_, price, smallest, options.max_shapes or MAX_SHAPES)
    count = int(owner.max()) + 1
    color = _votes(owner[first.ravel()], palette.labels.ravel(), count, len(palette.colors))
    joined = components(color[owner[first]].astype(np.int32))
    final = np.empty(int(joined.max()) + 1, np.int64)
    final[joined.ravel()] = color[owner[first.ravel()]]
    return joined, final


def _votes(area: Ints, label: Labels, count: int, colors: int) -> Ints:
    """The palette colour that most of each area's pixels have."""
    votes = np.bincount(area * colors + label, minlength=count * colors).reshape(count, colors)
    return np.asarray(votes.argmax(axis=1), np.int64)


def _kinds(colors: Pixels) -> Ints:
    alpha = colors[:, 3].astype(np.int64)
    return np.where(alpha == 0, CLEAR, np.where(alpha == 255, OPAQUE, GLASS))


def _premultiplied(colors: Pixels) -> Floats:
    alpha = colors[:, 3:].astype(np.float64)
    return np.concatenate([colors[:, :3] * alpha / 255, alpha], axis=1)
