"""Restyling: one painted picture, many hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.restyle import brush, clay, grain, hand_drawn, poster, prints, variants, watercolor
from gouache.engines.composer.restyle.catalog import nearest
from gouache.engines.composer.restyle.circuit import line_circuit
from gouache.engines.composer.restyle.engraving import crosshatch, engraving, engraving_color
from gouache.engines.composer.restyle.flat import flat
from gouache.engines.composer.restyle.line_art import line_art
from gouache.engines.composer.restyle.linocut import linocut
from gouache.engines.composer.restyle.mosaic import mosaic
from gouache.engines.composer.restyle.pixel_art import pixel_art

VectorStyle = Callable[[Picture, int], str]
RasterStyle = Callable[[Picture, int], Pixels]

VECTOR: Mapping[str, VectorStyle] = MappingProxyType(
    {
        "bold_stroke": variants.bold_stroke,
        "broken_line": variants.broken_line,
        "colored_outline": variants.colored_outline,
        "colored_stencil": variants.colored_stencil,
        "contour_pop_art": variants.contour_pop_art,
        "crosshatch": crosshatch,
        "cutout": variants.cutout,
        "doodle_line_art": variants.doodle_line_art,
        "engraving": engraving,
        "engraving_color": engraving_color,
        "flat": flat,
        "line_art": line_art,
        "line_circuit": line_circuit,
        "linocut": linocut,
        "long_shadow": variants.long_shadow,
        "marker_outline": variants.marker_outline,
        "mosaic": mosaic,
        "naivector": variants.naivector,
        "outline": variants.outline,
        "pictogram": variants.pictogram,
        "roundish_flat": variants.roundish_flat,
        "segmented_colors": variants.segmented_colors,
        "sharp_contrast": variants.sharp_contrast,
        "thin": variants.thin,
        "vivid_shapes": variants.vivid_shapes,
    }
)
RASTER: Mapping[str, RasterStyle] = MappingProxyType(
    {
        "2d_art_poster": poster.art_poster,
        "2d_art_poster_2": poster.art_poster_2,
        "expressionism": brush.expressionism,
        "grain": grain.grain,
        "grain_20": grain.grain_20,
        "hand_drawn": hand_drawn.hand_drawn,
        "hand_drawn_outline": hand_drawn.hand_drawn_outline,
        "handmade_3d": clay.handmade_3d,
        "hard_comics": prints.hard_comics,
        "infantile_sketch": hand_drawn.infantile_sketch,
        "neon": prints.neon,
        "noir": prints.noir,
        "oil_painting": brush.oil_painting,
        "pastel_sketch": brush.pastel_sketch,
        "pencil": hand_drawn.pencil,
        "pixel_art": pixel_art,
        "plastic": clay.plastic,
        "pop_art": prints.pop_art,
        "risograph": prints.risograph,
        "urban_sketching": watercolor.urban_sketching,
        "watercolor": watercolor.watercolor,
    }
)

__all__ = ["RASTER", "VECTOR", "RasterStyle", "VectorStyle", "nearest"]
