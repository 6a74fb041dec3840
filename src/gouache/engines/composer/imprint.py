"""Pictures on things: small drawings set flat into the front of a shirt, a mug, a flag, a screen, a frame."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.scene import Kind
from gouache.engines.composer.svg import place

SHADE = "#1d2033"
_PAINT = re.compile(r"#[0-9a-fA-F]{3,8}\b(?!\))|\b(?:white|black)\b(?=\")")
GAP = 0.08  # between several pictures, in parts of the field's width
# Where a picture goes on a thing without a field for it, in parts of its box.
_FRONTS = {
    Kind.WEARABLE: (0.3, 0.3, 0.4, 0.4),
    Kind.CONTAINER: (0.22, 0.34, 0.5, 0.46),
    Kind.CARRIER: (0.16, 0.16, 0.68, 0.6),
    Kind.VEHICLE: (0.3, 0.35, 0.4, 0.3),
}
_USUAL = (0.2, 0.25, 0.6, 0.5)


def front_of(drawing: Drawing, kind: Kind) -> Box:
    """The flat part of a drawing, in its units."""
    for name in ("text", "front", "chest"):
        if name in drawing.fields:
            return drawing.fields[name]
    fx, fy, fw, fh = _FRONTS.get(kind, _USUAL)
    box = drawing.box
    return Box(box.x + fx * box.w, box.y + fy * box.h, fw * box.w, fh * box.h)


def printed(drawing: Drawing, pictures: Sequence[Drawing], kind: Kind) -> Drawing:
    """A drawing with pictures side by side on its front."""
    area = front_of(drawing, kind)
    area = area.inset(0.04 * area.w, 0.04 * area.h)
    pitch = area.w * (1 + GAP) / len(pictures)
    cells = [Box(area.x + i * pitch, area.y, pitch - GAP * area.w, area.h) for i in range(len(pictures))]
    markup = "".join(_inset(p, cell, f"print{i}") for i, (p, cell) in enumerate(zip(pictures, cells, strict=True)))
    sources = (*drawing.sources, *(s for p in pictures for s in (p.source, *p.sources)))
    if drawing.front:
        return replace(drawing, front=drawing.front + markup, sources=sources)
    return replace(drawing, markup=drawing.markup + markup, sources=sources)


def silhouetted(drawing: Drawing, color: str = SHADE) -> Drawing:
    """Every colour of a drawing replaced by one dark tone."""

    def dark(markup: str) -> str:
        return _PAINT.sub(color, markup)

    return replace(drawing, markup=dark(drawing.markup), front=dark(drawing.front))


def _inset(picture: Drawing, cell: Box, prefix: str) -> str:
    """The picture as large as its cell allows, in the middle of it."""
    box = picture.box
    scale = min(cell.w / box.w, cell.h / box.h)
    x = cell.center.x - box.center.x * scale
    y = cell.center.y - box.center.y * scale
    return place(scope_ids(picture.markup + picture.front, prefix), x, y, scale)
