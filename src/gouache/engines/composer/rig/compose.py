"""From a figure with layers to a drawing with anchors, tight box and writing fields."""

from __future__ import annotations

from dataclasses import replace

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.rig import ink
from gouache.engines.composer.rig.biped import Figure
from gouache.engines.composer.rig.ink import XY
from gouache.engines.composer.rig.part import Fill, Ink, Line, Part, box_of, markup

LICENCE = "Apache-2.0"


def to_drawing(
    parts: list[Part],
    name: str,
    anchors: dict[str, XY],
    fields: dict[str, Box] | None = None,
    facing: str = "front",
    sources: tuple[Source, ...] = (),
) -> Drawing:
    """A drawing of parts in painting order; its box is exactly theirs."""
    shown = [p for p in parts if p.inks]
    return Drawing(
        markup(shown), box_of(shown), Source("house", f"character:{name}", LICENCE),
        {key: Point(*at) for key, at in anchors.items()}, fields or {}, facing, sources=sources,
    )  # fmt: skip


def bust(figure: Figure, level: float) -> list[Part]:
    """The figure down to a height, cut off straight; what ends there is trimmed, items are kept whole."""
    keep = ink.path(f"M-2000 -3000 L2000 -3000 L2000 {level} L-2000 {level} Z")
    figure.layers.pop("legs", None)
    figure.layers.pop("tail", None)
    return [_trimmed(part, keep, level) for part in figure.parts()]


def _trimmed(part: Part, keep: ink.Shape, level: float) -> Part:
    if part.name.startswith("held-") or part.name.startswith("hand-"):
        return part
    inks: list[Ink] = []
    for item in part.inks:
        if item.box().bottom <= level:
            inks.append(item)
        elif isinstance(item, Fill):
            shape = ink.both(item.shape, keep)
            if not ink.empty(shape):
                inks.append(replace(item, shape=shape))
        elif isinstance(item, Line) and item.box().y < level - item.width:
            continue
    return Part(part.name, inks)
