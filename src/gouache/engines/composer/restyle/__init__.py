"""Restyling: one painted picture, many hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.restyle import clay, grain, hand_drawn, poster, watercolor
from gouache.engines.composer.restyle.flat import flat
from gouache.engines.composer.restyle.line_art import line_art
from gouache.engines.composer.restyle.pixel_art import pixel_art

VectorStyle = Callable[[Picture, int], str]
RasterStyle = Callable[[Picture, int], Pixels]

VECTOR: Mapping[str, VectorStyle] = MappingProxyType({"flat": flat, "line_art": line_art})
RASTER: Mapping[str, RasterStyle] = MappingProxyType(
    {
        "2d_art_poster": poster.art_poster,
        "2d_art_poster_2": poster.art_poster_2,
        "grain": grain.grain,
        "grain_20": grain.grain_20,
        "hand_drawn": hand_drawn.hand_drawn,
        "hand_drawn_outline": hand_drawn.hand_drawn_outline,
        "handmade_3d": clay.handmade_3d,
        "infantile_sketch": hand_drawn.infantile_sketch,
        "pencil": hand_drawn.pencil,
        "pixel_art": pixel_art,
        "plastic": clay.plastic,
        "urban_sketching": watercolor.urban_sketching,
        "watercolor": watercolor.watercolor,
    }
)
