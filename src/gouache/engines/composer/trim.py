"""A trim of plain lines, for colours that were asked for and would else hardly be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gouache.engines.composer import raster
from gouache.engines.composer.color import distance, paints
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.svg import NAMESPACE, document, rect

FLOOR = 0.03  # visible share that every requested colour gets
_TRIM = "palette-trim"


def share_of(pixels: raster.Pixels, color: str, tolerance: float = 0.0) -> float:
    """Share of the pixels (RGBA or RGB, uint8) within an OKLab distance of a colour; 0 asks for the exact colour."""
    flat = pixels[..., :3].reshape(-1, 3).astype(np.int64)
    codes, counts = np.unique(flat[:, 0] << 16 | flat[:, 1] << 8 | flat[:, 2], return_counts=True)
    wanted = int(color.lstrip("#")[:6], 16)
    if tolerance <= 0:
        return float(counts[codes == wanted].sum() / len(flat))
    near = np.array([distance(f"#{int(code):06x}", color) <= tolerance for code in codes])
    return float(counts[near].sum() / len(flat))


def with_trim(picture: Picture, colors: list[str]) -> Picture:
    """A trim of plain lines for colours that are still too little seen, wider until they are."""
    width = 0.0085
    for _ in range(6):
        missing = _missing(picture, colors)
        if not missing:
            break
        shown = [c for c in colors if c in missing or c in _trim_colors(picture)]
        kept = [e for e in picture.elements if e.id != _TRIM]
        trim = (_stripes if picture.setting == "pattern" else _rings)(picture, shown, width)
        at = sum(e.role is Role.BACKGROUND for e in kept) if picture.setting == "pattern" else _first_text(kept)
        picture = replace(picture, elements=[*kept[:at], trim, *kept[at:]])
        width *= 1.3
    return picture


def _first_text(elements: list[Element]) -> int:
    return next((i for i, e in enumerate(elements) if e.role is Role.TEXT), len(elements))


def _trim_colors(picture: Picture) -> list[str]:
    return [color for e in picture.elements if e.id == _TRIM for color in paints(e.markup)]


def _missing(picture: Picture, colors: list[str]) -> list[str]:
    scale = 480 / max(picture.width, picture.height)
    size = (max(8, round(picture.width * scale)), max(8, round(picture.height * scale)))
    pixels = raster.pixels(document(picture), *size)
    return [color for color in colors if share_of(pixels, color) < FLOOR * 1.05]


def _rings(picture: Picture, colors: list[str], width: float) -> Element:
    """Frames one inside the other along the edges; clear of them when the background must be seen there."""
    page = Box(0.0, 0.0, float(picture.width), float(picture.height))
    return Element(_TRIM, Role.FOREGROUND, rings(page, colors, width, clear=bool(picture.background)), page, "frame")


def rings(page: Box, colors: Sequence[str], width: float, *, clear: bool) -> str:
    """Frames of `width` (parts of the short side) one inside the other, `clear` of the edges or along them."""
    line = max(2.0, round(width * min(page.w, page.h)))
    start = round(0.022 * min(page.w, page.h)) if clear else 0.0
    made = (
        rect(page.inset(start + line * (i + 0.5)), "none", stroke=color, stroke_width=line)
        for i, color in enumerate(colors)
    )
    return "".join(made)


def _stripes(picture: Picture, colors: list[str], width: float) -> Element:
    """Stripes from edge to edge behind the motifs, so that the repeat still meets itself."""
    page = Box(0.0, 0.0, float(picture.width), float(picture.height))
    tall = max(2.0, round(6 * width * page.h))
    step = page.h / len(colors)
    rows = [Box(0.0, round((i + 0.5) * step - tall / 2), page.w, tall) for i in range(len(colors))]
    return Element(_TRIM, Role.MIDDLE, "".join(map(rect, rows, colors)), page, "stripes")


def framed(svg: str, picture: Picture, colors: Sequence[str]) -> str:
    """A restyled SVG with frames in some colours, under its lettering."""
    colors = list(dict.fromkeys((*_trim_colors(picture), *colors)))  # the frame covers the picture's own
    page = Box(0.0, 0.0, float(picture.width), float(picture.height))
    frame = f'<g id="{_TRIM}-frame">{rings(page, colors, 0.0095, clear=bool(picture.background))}</g>'
    at = svg.find('<g id="layer-lettering"')
    at = at if at >= 0 else svg.rindex("</svg>")
    return svg[:at] + frame + svg[at:]


def framed_pixels(image: raster.Pixels, picture: Picture, colors: Sequence[str]) -> raster.Pixels:
    """The same for finished pixels."""
    colors = list(dict.fromkeys((*_trim_colors(picture), *colors)))
    height, width = image.shape[:2]
    page = Box(0.0, 0.0, float(width), float(height))
    frame = rings(page, colors, 0.0095, clear=bool(picture.background))
    over = raster.pixels(f'<svg xmlns="{NAMESPACE}" width="{width}" height="{height}">{frame}</svg>')
    cover = over[..., 3:].astype(np.float32) / 255
    out = image.copy()
    out[..., :3] = np.rint(image[..., :3] + (over[..., :3].astype(np.float32) - image[..., :3]) * cover)
    return out
