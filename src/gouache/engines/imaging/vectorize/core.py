"""Pixels to SVG: areas of one colour, their boundaries fitted once, painted as stacked shapes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouache.engines.imaging.vectorize.chains import Chains, chains
from gouache.engines.imaging.vectorize.contours import contours
from gouache.engines.imaging.vectorize.fit import fit
from gouache.engines.imaging.vectorize.gradients import Gradient, gradients
from gouache.engines.imaging.vectorize.markup import Paint, document
from gouache.engines.imaging.vectorize.palette import FIRST, nearest, of_areas, quantise, reduced
from gouache.engines.imaging.vectorize.prepare import BUSY, Prepared, prepare
from gouache.engines.imaging.vectorize.regions import components, graph, joined, merged, without_faint, without_slivers
from gouache.engines.imaging.vectorize.runs import Runs
from gouache.engines.imaging.vectorize.stacking import CLEAR, GLASS, OPAQUE, stack
from gouache.engines.imaging.vectorize.types import Floats, Ints, Labels, Pixels

MAX_SHAPES = 2000  # of photographs and noise, when no number is asked for
MOST_SHAPES = 4000
MAX_COLORS = 64  # when colours are to be reduced
CLEAN, NOISY = 0.012, 0.034  # OKLab distance below which two colours are one
SPECK = 12.0  # px; details smaller than that go on a page of 1024 x 1024 px
FAINT, SHAPE, DETAIL = 0.022, 20, 2000  # price as below for areas up to so many px; a shape costs like 20 px more
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
    pixels, opacity = _as_opaque(pixels)
    prepared = prepare(pixels)
    traced = _traced(prepared, options)
    areas, color, colors = traced.areas, traced.color, traced.colors
    kind, mean = _kinds(colors)[color], _premultiplied(colors)[color]
    map_ = chains(areas)
    sloped = color >= len(colors) - len(traced.ramps)
    lines = contours(map_, areas, prepared.soft, prepared.hard, mean, sloped)
    curves = fit(lines, _tolerance(map_, mean, prepared, options))
    plan = stack(map_, lines, areas, kind, color, options.cut_out, max(1.0, prepared.scale_x))
    scale = prepared.scale_x, prepared.scale_y
    paints = [Paint.of(c) for c in colors[: len(colors) - len(traced.ramps)].tolist()]
    names = [f"gradient-{number}" for number in range(1, len(traced.ramps) + 1)]
    paints += [Paint(f"url(#{name})", name=name) for name in names]
    defs = "".join(r.markup(name, *scale) for r, name in zip(traced.ramps, names, strict=True))
    return document(
        width, height, plan, curves, map_, lines, [paints[c] for c in color.tolist()],
        scale, options.compress, defs, opacity,
    )  # fmt: skip


def _as_opaque(pixels: Pixels) -> tuple[Pixels, float]:
    """A picture of which all is see-through as if its densest part were opaque, and the opacity of that part."""
    most = int(pixels[..., 3].max())
    if most in (0, 255):
        return pixels, 1.0
    table = np.minimum(np.rint(np.arange(256) * (255 / most)), 255).astype(np.uint8)
    return np.dstack([pixels[..., :3], table[pixels[..., 3]]]), most / 255


@dataclass(frozen=True, slots=True)
class _Traced:
    """Numbered areas, the number of each one's colour; colours (straight RGBA), the last ones those of gradients."""

    areas: Labels
    color: Ints
    colors: Pixels
    ramps: list[Gradient]


def _traced(prepared: Prepared, options: Options) -> _Traced:
    clean = prepared.noise < 0.5 and (prepared.enlarged or not prepared.lossy)
    given = _given(options)
    near = CLEAN if clean else NOISY
    runs = Runs.of(prepared.hard, prepared.edges)
    labels = quantise(runs, near) if given is None else nearest(runs, given)
    ramp, ramps = _ramps(prepared, options, runs)
    first = components(runs.picture(np.where(ramp >= 0, ramp + FIRST, labels).astype(np.int32)))
    owner = first.ravel()[runs.start].astype(np.int64)
    price = PRICE * (5 if prepared.lossy else 3 if options.small_shape_filter and not prepared.busy else 1)
    most = min(options.max_shapes or (MAX_SHAPES if prepared.busy else MOST_SHAPES), MOST_SHAPES)
    map_, table = merged(graph(first, owner, runs), price, _speck(prepared) if options.small_shape_filter else 1, most)
    if options.small_shape_filter and not prepared.busy:
        map_, then = without_faint(map_, FAINT, SHAPE, DETAIL)
        table = then[table]
    if not prepared.busy:
        map_, then = without_slivers(map_, _renumbered(first, table), np.inf if prepared.lossy else 12)
        table = then[table]
    owner = table[owner]
    if given is None:
        own = of_areas(owner, runs, map_.count)
        limit = options.max_colors or (MAX_COLORS if options.reduce_colors else map_.count)
        colors, color = reduced(own, map_.area, near if options.reduce_colors else CLEAN, limit)
    else:
        colors, color = given, _votes(owner, labels, len(given), runs)
    if ramps:
        mostly = _votes(owner, ramp + 1, len(ramps) + 1, runs) - 1
        color = np.where(mostly >= 0, len(colors) + mostly, color)
        colors = np.concatenate([colors, [_middle(r) for r in ramps]]).astype(np.uint8)
    then, color = joined(map_, color)
    return _Traced(_renumbered(first, then[table]), color, colors, ramps)


def _speck(prepared: Prepared) -> float:
    """Traced px of the largest area that is dropped whatever its colour: more on a large page."""
    height, width = prepared.hard.shape[:2]
    return float(min(SPECK, max(6.0, SPECK * height * width / 2**20)))


def _renumbered(areas: Labels, table: Ints) -> Labels:
    return np.asarray(table.astype(np.int32)[areas], np.int32)


def _ramps(prepared: Prepared, options: Options, runs: Runs) -> tuple[Labels, list[Gradient]]:
    """For each run the gradient or -1, where gradients are wished; a limited number of colours leaves none for them."""
    lines = prepared.edges.mean() > BUSY  # no room for ramps between them
    if not options.gradients or options.palette or options.max_colors or lines:
        return np.full(runs.start.size, -1, np.int32), []
    ramp, found = gradients(prepared.hard)
    return ramp.ravel()[runs.start], found


def _middle(ramp: Gradient) -> list[int]:
    return [round(sum(stop[c] for stop in ramp.stops) / len(ramp.stops)) for c in (1, 2, 3)] + [255]


def _given(options: Options) -> Pixels | None:
    """The colours of a palette after the one that is clear, straight RGBA."""
    if not options.palette:
        return None
    unique = sorted(set(options.palette))[: options.max_colors]
    wanted = [[int(c[i : i + 2], 16) for i in (1, 3, 5)] + [255] for c in unique]
    return np.asarray([[0, 0, 0, 0], *wanted], np.uint8)


def _votes(owner: Ints, labels: Labels, colors: int, runs: Runs) -> Ints:
    """The label that most pixels of each area have."""
    count = int(owner.max()) + 1
    votes = np.bincount(owner * colors + labels, runs.size, count * colors)
    return np.asarray(votes.reshape(count, colors).argmax(axis=1), np.int64)


def _kinds(colors: Pixels) -> Ints:
    alpha = colors[:, 3].astype(np.int64)
    return np.where(alpha == 0, CLEAR, np.where(alpha == 255, OPAQUE, GLASS))


def _premultiplied(colors: Pixels) -> Floats:
    alpha = colors[:, 3:].astype(np.float64)
    return np.concatenate([colors[:, :3] * alpha / 255, alpha], axis=1)


def _tolerance(map_: Chains, mean: Floats, prepared: Prepared, options: Options) -> Floats:
    """Traced px that the outline of each chain may be off: more where noise shapes a boundary of little contrast."""
    base = (0.4 if options.compress else 0.25) * min(2.0, max(1.0, prepared.scale_x))
    if prepared.noise < 0.5 and not prepared.lossy:
        return np.full(len(map_.closed), base)
    difference = np.abs(mean[map_.right] - mean[map_.left]).max(axis=1)
    return np.asarray(base * np.clip(50 / np.maximum(difference, 1), 1, 4), np.float64)
