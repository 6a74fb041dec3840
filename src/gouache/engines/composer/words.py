"""Words in the picture: on carriers, as a designed headline, in given corners. Contrast is at least 4.5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from gouache.engines.composer import raster
from gouache.engines.composer.color import contrast, hex_of, mix
from gouache.engines.composer.direct import ArtDirection
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.geometry import Box, Point, bounds
from gouache.engines.composer.layout import Figure, Piece, Site
from gouache.engines.composer.picture import Element, Role
from gouache.engines.composer.request import Quad
from gouache.engines.composer.scene import Kind
from gouache.engines.composer.svg import NAMESPACE, num, place, rect, tag
from gouache.engines.composer.typography import Effect, lettering, quad_lettering, ribbon

READABLE = 4.5
SIGN_FONTS = ("fredoka", "poppins", "fredoka", "oswald")  # with small letters, so that the words stay as written
PLATE = "#fff8e8"
_DEEP = "#2a2140"  # the solid side of display letters
# Where a name plate goes, in parts of a drawing's box.
_PLATES = {
    Kind.BUILDING: (0.16, 0.36, 0.68, 0.14),
    Kind.VEHICLE: (0.22, 0.4, 0.5, 0.2),
    Kind.THING: (0.16, 0.36, 0.68, 0.28),
    Kind.CONTAINER: (0.2, 0.42, 0.6, 0.26),
    Kind.WEARABLE: (0.22, 0.42, 0.56, 0.26),
    Kind.CARRIER: (0.12, 0.3, 0.76, 0.4),
    Kind.FURNITURE: (0.2, 0.4, 0.6, 0.24),
}
_INKS = ("#2b2118", "#fffaf0", "#ffffff", "#000000")


def ink_on(ground: str, wish: str | None = None) -> str:
    """A text colour that reads on a ground: the wish when it does, else a warm dark or light."""
    choices = ((wish,) if wish else ()) + _INKS
    return next((c for c in choices if contrast(c, ground) >= READABLE), max(_INKS, key=lambda c: contrast(c, ground)))


@lru_cache(256)
def ground_color(markup: str, area: Box) -> str:
    """The usual colour of some markup within a box, `#rrggbb`; white where nothing is painted."""
    view = " ".join(num(v) for v in (area.x, area.y, area.w, area.h))
    pixels = raster.pixels(f'<svg xmlns="{NAMESPACE}" viewBox="{view}" width="24" height="24">{markup}</svg>')
    solid = pixels[pixels[..., 3] > 127][:, :3]
    if not len(solid):
        return "#ffffff"
    red, green, blue = np.median(solid, axis=0)
    return hex_of(float(red), float(green), float(blue))


def inscription(piece: Piece, area: Box, text: str, font: str, ident: str, plate: bool = False) -> Element:
    """The text of a carrier as an element of its own, in page px, turned with its carrier."""
    ground = PLATE if plate else ground_color(piece.drawing.markup, area)
    area = area.inset(0.04 * area.w, 0.05 * area.h)
    box = Box(area.x * piece.scale, area.y * piece.scale, area.w * piece.scale, area.h * piece.scale)
    lines = 6 if " " in text.strip() else 1  # a single word is never broken at its hyphen
    drawn = lettering(text, box, font=font, color=ink_on(ground), max_lines=lines, id=f"{ident}-words")
    origin = piece.spot(Point(0.0, 0.0))
    board = _board(drawn.box) if plate else ""
    markup = place(board + drawn.markup, origin.x, origin.y, 1.0, piece.rotate)
    page = drawn.box.moved(origin.x, origin.y)
    return Element(ident, Role.TEXT, markup, page, text, piece.node, (), text)


def _board(words: Box) -> str:
    """A name plate round some lettering."""
    pad = 0.3 * min(words.h, 0.5 * words.w)
    plate = words.inset(-pad)
    return rect(plate.inset(-0.12 * pad), "#5b4636", rx=float(pad * 0.6)) + rect(plate, PLATE, rx=float(pad * 0.5))


def writing_area(drawing: Drawing, kind: Kind) -> tuple[Box, bool] | None:
    """Where text goes on a drawing, and whether it needs a plate under it; None for what bears no text."""
    for name in ("text", "chest"):
        if name in drawing.fields:
            return drawing.fields[name], False
    if kind not in _PLATES:
        return None
    fx, fy, fw, fh = _PLATES[kind]
    box = drawing.box
    return Box(box.x + fx * box.w, box.y + fy * box.h, fw * box.w, fh * box.h), True


def loosened(figures: dict[str, Figure]) -> list[str]:
    """Texts of figures that bear none: they become headlines, and the figures lose them."""
    loose = []
    for node, figure in list(figures.items()):
        if figure.text and figure.drawings and writing_area(figure.drawings[0], figure.concept.kind) is None:
            loose.append(figure.text)
            figures[node] = replace(figure, text="")
    return loose


def headline_box(site: Site, lines: int) -> Box:
    """The band at the top that a headline needs."""
    height = (0.1 + 0.055 * (lines - 1)) * site.height
    height = min(height, 0.3 * site.width)
    margin = 0.08 * site.short
    return Box(margin, 0.05 * site.height, site.width - 2 * margin, height)


def headline(texts: Sequence[str], direction: ArtDirection, site: Site, alone: bool = False) -> list[Element]:
    """Loose texts: the first on a ribbon or a plate at the top, further ones under it.

    Where the picture shows nothing else, the lettering is the picture and fills the page.
    """
    if alone and texts:
        return [display(texts, direction, site)]
    found = []
    y = 0.0
    for i, text in enumerate(texts[:3]):
        long = len(text) > 22
        band = headline_box(site, 2 if long else 1)
        box = Box(band.x, band.y + y, band.w, band.h * (1.0 if i == 0 else 0.62))
        found.append(_plate(text, box, direction, f"headline-{i + 1}" if i else "headline", i))
        y += box.h * 1.15
    return found


def display(texts: Sequence[str], direction: ArtDirection, site: Site) -> Element:
    """Words as the subject: lines of thick coloured letters with a solid side, as large as the page allows."""
    text = " ".join(texts)
    area = Box(0.09 * site.width, 0.14 * site.height, 0.82 * site.width, 0.72 * site.height)
    font = direction.fonts.headline
    plain = lettering(text, area, font=font, max_lines=5)
    lines, size = plain.lines, min(plain.size, 0.42 * site.height)
    ground = mix(direction.palette.sky, direction.palette.far, 0.3)
    pitch = min(area.h / len(lines), size * 1.08)
    top = area.center.y - pitch * len(lines) / 2
    parts = []
    for i, line in enumerate(lines):
        row = Box(area.x, top + i * pitch + 0.06 * pitch, area.w, 0.88 * pitch)
        color, side = _letter_colors(direction, i)
        effect = Effect("extrude", side, 0.07)
        parts.append(lettering(line, row, font=font, color=color, max_lines=1, effect=effect, id=f"display-{i + 1}"))
    box = bounds(part.box for part in parts)
    card = _splash(box, ground, direction)
    return Element("headline", Role.TEXT, card + "".join(p.markup for p in parts), box, text, None, (), text)


def _letter_colors(direction: ArtDirection, index: int) -> tuple[str, str]:
    """Face and side of a line's letters: the brightest of the palette in turn, over a dark side."""
    palette = direction.palette
    wishes = ("#ffffff", mix(palette.light, "#ffd75e", 0.7), mix(palette.light, "#9be8d8", 0.6), "#ffffff")
    faces = [face for face in wishes if contrast(face, palette.accent) > 1.9] or ["#fffaf0"]
    return faces[index % len(faces)], _DEEP


def _splash(box: Box, ground: str, direction: ArtDirection) -> str:
    """A panel of the accent colour under the letters, with a second one turned behind it."""
    pad = 0.07 * max(box.w, box.h)
    panel = box.inset(-pad)
    accent = direction.palette.accent
    deep = mix(accent, _DEEP, 0.35)
    radius = 0.6 * pad
    back = rect(panel.moved(0.35 * pad, 0.4 * pad), mix(ground, _DEEP, 0.5), rx=radius)
    return back + rect(panel, deep, rx=radius) + rect(panel.inset(0.16 * pad), accent, rx=0.8 * radius)


def _plate(text: str, box: Box, direction: ArtDirection, ident: str, index: int) -> Element:
    fill = direction.palette.accent if index == 0 else mix(direction.palette.light, "#ffffff", 0.5)
    ink = ink_on(fill, direction.palette.light)
    font = direction.fonts.headline
    if len(text) <= 22:
        width = min(box.w, box.h * (1.6 + 0.62 * len(text)))
        narrow = Box(box.center.x - width / 2, box.y, width, box.h)
        drawn = ribbon(text, narrow, fill=fill, ink=ink, font=font, id=f"{ident}-words")
        return Element(ident, Role.TEXT, drawn.markup, narrow, text, None, (), text)
    drawn = lettering(text, box.inset(0.05 * box.w, 0.14 * box.h), font=font, color=ink, id=f"{ident}-words")
    plate = drawn.box.inset(-0.35 * box.h, -0.16 * box.h)
    markup = rect(plate, fill, rx=float(min(plate.h, plate.w) * 0.16)) + drawn.markup
    return Element(ident, Role.TEXT, markup, plate, text, None, (), text)


def laid_out(words: Sequence[tuple[str, Quad]], light: str, font: str, width: int, height: int) -> list[Element]:
    """Words in the corners that were asked for, each on a soft plate of one colour."""
    fill = mix(light, "#ffffff", 0.4)
    return [_laid(i, w, q, fill, font, width, height) for i, (w, q) in enumerate(words, 1)]


def _laid(index: int, word: str, quad: Quad, fill: str, font: str, width: int, height: int) -> Element:
    corners = [Point(x * width, y * height) for x, y in quad]
    drawn = quad_lettering(word, corners, font=font, color=ink_on(fill), id=f"laid-{index}-words")
    outline = "M" + "L".join(f"{num(p.x)} {num(p.y)}" for p in corners) + "Z"
    edge = float(0.012 * min(width, height))
    plate = tag("path", d=outline, fill=fill, stroke=fill, stroke_width=edge, stroke_linejoin="round")
    return Element(f"laid-{index}", Role.TEXT, plate + drawn.markup, drawn.box, word, None, (), word)
