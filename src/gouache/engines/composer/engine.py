"""The composer as an engine: compose, restyle, keep the promises, report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from gouache.engines.base import Context, Image, Report
from gouache.engines.composer.art import pack
from gouache.engines.composer.compose import ComposeRequest, Composition, compose
from gouache.engines.composer.finish import flatten, grade, regrade, small_size, unseen
from gouache.engines.composer.gamut import tamed
from gouache.engines.composer.looks import Look, Medium, choose
from gouache.engines.composer.manner import dressed, inked, lined, own_colors, printed_in, rendered, squares, textured
from gouache.engines.composer.metadata import insert, metadata
from gouache.engines.composer.palette import conform, kept, on_flat, overruled
from gouache.engines.composer.parse import parse
from gouache.engines.composer.photo import NOTE, photograph, printed
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.restyle import RASTER, VECTOR
from gouache.engines.composer.scene import Shot
from gouache.engines.composer.suit import suited
from gouache.engines.composer.svg import document
from gouache.engines.composer.trim import framed, framed_pixels
from gouache.operations import Generate, Operation, picture_seed

_DESIGNS = {Shot.LOGO, Shot.ICON, Shot.POSTER, Shot.CARD, Shot.PATTERN, Shot.STICKER}
_LIT = {"neon", "noir"}
_GRAINY = 0.3  # texture of an own style from which a smooth drawing is said to lack it
_DRAWN_LETTERS = re.compile(r'<g data-part="letters">.*?</g>', re.S)  # on a stop sign; drawings have no other type
HOUSE_ONLY = "the art pack is missing (run `make art`): house art serves alone"


@dataclass(slots=True)
class Draft:
    """A composed picture, the hand that is to finish it, and its seed."""

    look: Look
    seed: int
    composition: Composition


class Composer:
    """Prompt to picture on a CPU, offline; the same bytes for the same seed."""

    name = "composer"
    version = "2"

    def can(self, operation: Operation) -> bool:
        return isinstance(operation, Generate)

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        assert isinstance(operation, Generate)
        operation = dressed(operation)
        look = choose(operation, parse(operation.prompt))
        for index in range(operation.n):
            if context.canceled():
                return
            context.progress(index / operation.n, f"picture {index + 1} of {operation.n}")
            yield self.finish(operation, self.draft(operation, picture_seed(operation.seed, index), look))
        context.progress(1.0, "done")

    def draft(self, operation: Generate, seed: int, look: Look | None = None) -> Draft:
        """A picture composed but not finished: its scene may still be changed. `seed` is the picture's own."""
        look = look or choose(operation, parse(operation.prompt))
        return Draft(look, seed, compose(_request(operation, look, seed)))

    def finish(self, operation: Generate, draft: Draft) -> Image:
        """The finished picture of a draft, in its style and with the operation's promises kept."""
        look, seed, composition = draft.look, draft.seed, draft.composition
        report = self._report(operation, look, seed, composition)
        picture = composition.picture = _promised(operation, composition, look, report)
        image = Image(operation.width, operation.height, report, exact=_flat(look, picture))
        if look.medium is Medium.PHOTO and composition.scene.shot in _DESIGNS:
            image.pixels = pixels(document(picture))
        elif look.medium in (Medium.PAINT, Medium.VECTOR):
            svg = document(picture) if look.medium is Medium.PAINT else _vector(look, picture, seed)
            svg = _own_vector(svg, operation, look)
            image.svg = insert(svg, metadata(picture, composition.scene, report.as_dict()))
            if operation.profile is not None and operation.format != "svg":
                image.pixels = textured(svg, operation.profile, operation.width, operation.height, seed)
                image.svg = image.svg if image.pixels is None else None
        else:
            image.pixels = _finished(_raster(look, composition, seed), picture, look)
            _own_raster(image, operation, look, seed)
            if image.svg is not None:
                image.svg = insert(image.svg, metadata(picture, composition.scene, report.as_dict()))
        return image

    def _report(self, operation: Generate, look: Look, seed: int, composition: Composition) -> Report:
        made = composition.report
        report = Report(f"{self.name}/{self.version}", seed, look.name, list(made.resolved), list(made.approximated))
        if operation.profile is not None:
            report.resolved.append(f"own style -> {look.name} in {len(operation.palette)} colours")
            vector = look.medium in (Medium.PAINT, Medium.VECTOR) and operation.format == "svg"
            if operation.profile.traits.texture > _GRAINY and vector:
                report.approximated.append("own style: its grain is left out, an SVG stays smooth")
        if look.note:
            report.approximated.append(look.note)
        if look.medium is Medium.PHOTO:
            design = composition.scene.shot in _DESIGNS
            report.approximated.append(f"a realistic {composition.scene.shot} -> a drawn one" if design else NOTE)
        if pack() is None:
            report.approximated.append(HOUSE_ONLY)
        report.ignored = [*made.ignored, *operation.notes]
        return report


def _own_vector(svg: str, operation: Generate, look: Look) -> str:
    """The SVG with the lines, and where the hand has an ink of its own the colours, of an own style."""
    profile, size = operation.profile, (operation.width, operation.height)
    if profile is None:
        return svg
    if own_colors(operation) and inked(look.name):
        svg = printed_in(svg, profile)
    return lined(svg, profile, *size)


def _own_raster(image: Image, operation: Generate, look: Look, seed: int) -> None:
    """The pixels brought to an own style; squares as an SVG where one is wanted."""
    profile = operation.profile
    if profile is None or image.pixels is None:
        return
    image.pixels = rendered(image.pixels, profile, look.name, seed)
    if operation.format == "svg" and profile.traits.grid:
        image.svg, image.pixels = squares(image.pixels, profile.traits.grid), None


def _promised(operation: Generate, composition: Composition, look: Look, report: Report) -> Picture:
    """The picture with the background and in the colours that were asked for."""
    picture, colors = composition.picture, tuple(wish.color for wish in operation.palette)
    if operation.no_text:
        bare = [replace(e, markup=_DRAWN_LETTERS.sub("", e.markup)) for e in picture.elements]
        picture = replace(picture, elements=bare)
    if operation.profile is not None and own_colors(operation):
        if not inked(look.name) and look.medium is not Medium.PHOTO:
            return suited(picture, operation.profile, picture.background)
    elif colors:
        weights = tuple(wish.weight for wish in operation.palette if wish.weight is not None)
        report.approximated.extend(overruled(composition.scene, colors))
        shares = weights if len(weights) == len(colors) else None
        return conform(picture, colors, shares, picture.background)
    return on_flat(picture, operation.background) if operation.background else picture


def _flat(look: Look, picture: Picture) -> bool:
    """Whether lossy encoding would spoil the picture: flat art, and colours that must be exact."""
    return look.medium in (Medium.PAINT, Medium.VECTOR) or look.name == "pixel_art" or _asked(picture)


def _asked(picture: Picture) -> bool:
    return bool(picture.background or picture.wanted)


def _vector(look: Look, picture: Picture, seed: int) -> str:
    """The restyled SVG; in the wished colours, and all of them."""
    svg = VECTOR[look.name](picture, seed)
    if not picture.wanted:
        return svg
    svg = tamed(svg, kept(picture))
    hidden = unseen(pixels(svg, *small_size(picture)), picture.wanted) if picture.every else []
    return framed(svg, picture, hidden) if hidden else svg


def _raster(look: Look, composition: Composition, seed: int) -> Pixels:
    if look.medium is Medium.PHOTO:
        return printed(photograph(composition.picture, composition.scene, seed), look.print, seed)
    return RASTER[look.name](composition.picture, seed)


def _finished(image: Pixels, picture: Picture, look: Look) -> Pixels:
    """Styled pixels in the wished colours, all of them, on the exact background."""
    if picture.wanted:
        own = look.medium is Medium.PHOTO or look.name in _LIT  # their light and dark are not the drawing's
        image = regrade(image, kept(picture)) if own else grade(image, picture, kept(picture))
    if picture.background:
        image = flatten(image, picture, picture.background)
    hidden = unseen(image, picture.wanted) if picture.every else []
    return framed_pixels(image, picture, hidden) if hidden else image


def _request(operation: Generate, look: Look, seed: int) -> ComposeRequest:
    fields: dict[str, Any] = {
        "prompt": operation.prompt,
        "width": operation.width,
        "height": operation.height,
        "seed": seed,
        "look": look.art,
        "palette": tuple(wish.color for wish in operation.palette),
        "background": operation.background,
        "no_text": operation.no_text,
        "text_layout": tuple((item.text, item.quad) for item in operation.text_layout),
        "artistic_level": operation.artistic_level,
        "negative_prompt": operation.negative_prompt,
        "shot": look.shot,
    }
    return ComposeRequest(**fields)
