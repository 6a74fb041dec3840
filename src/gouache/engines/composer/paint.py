"""Placed blocks as elements of the picture: shadows, subjects, lettering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gouache.engines.composer.drawing import scope_ids
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.layout import Figure, Piece, Placed, Site
from gouache.engines.composer.layout.block import Part
from gouache.engines.composer.picture import Element, Light, Role
from gouache.engines.composer.shadows import cast_shadow
from gouache.engines.composer.svg import place
from gouache.engines.composer.words import inscription, writing_area

_SLUG = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    return _SLUG.sub("-", words.lower()).strip("-") or "thing"


@dataclass(slots=True)
class Namer:
    """Ids that are never given twice."""

    used: dict[str, int] = field(default_factory=dict)

    def __call__(self, words: str) -> str:
        base = slug(words)
        self.used[base] = self.used.get(base, 0) + 1
        return base if self.used[base] == 1 else f"{base}-{self.used[base]}"


def subject_element(piece: Piece, name: str) -> Element:
    """A piece on the page; gradient ids inside get the element's id as a prefix."""
    origin = piece.spot(Point(0.0, 0.0))
    markup = place(scope_ids(piece.markup, name), origin.x, origin.y, piece.scale, piece.rotate)
    sources = (piece.drawing.source, *piece.drawing.sources)
    return Element(name, piece.role, markup, piece.box, piece.label, piece.node, sources)


def _grounded(piece: Piece, site: Site) -> bool:
    return piece.contact and piece.part is not Part.FRONT and not site.airy and piece.y <= site.height


def _shadow(piece: Piece, foot: float, light: Light, name: str) -> Element:
    box = piece.box
    return cast_shadow(box, light, name, piece.node, raised=foot - box.bottom > 0.03 * box.h + 2)


def _floor(placed: Placed) -> float:
    return max(p.box.bottom for p in placed.block.pieces)


def paint(
    placed: Sequence[Placed], figures: Mapping[str, Figure], site: Site, light: Light, font: str
) -> list[Element]:
    """Shadows on the ground first, then every piece in order with its lettering right after it."""
    namer = Namer()
    ground: list[Element] = []
    things: list[Element] = []
    for block in placed:
        floor = _floor(block)
        for piece in block.block.pieces:
            name = namer(f"{piece.label}-front" if piece.part is Part.FRONT else piece.label)
            if _grounded(piece, site):
                shadow = _shadow(piece, floor, light, f"{name}-shadow")
                low = floor - piece.box.bottom < 0.03 * site.height
                (ground if low else things).append(shadow)
            things.append(subject_element(piece, name))
            things.extend(_lettering(piece, figures.get(piece.node), font, name))
    return [*ground, *things]


def _lettering(piece: Piece, figure: Figure | None, font: str, name: str) -> Iterable[Element]:
    if figure is None or not figure.text or piece.part is Part.FRONT or piece.role is not Role.SUBJECT:
        return
    where = writing_area(piece.drawing, figure.concept.kind)
    if where is not None:
        yield inscription(piece, where[0], figure.text, font, f"{name}-text", plate=where[1])


def subject_box(elements: Iterable[Element]) -> Box | None:
    """The box around all subjects, or None without any."""
    found: Box | None = None
    for element in elements:
        if element.role is Role.SUBJECT:
            found = element.box if found is None else found.union(element.box)
    return found
