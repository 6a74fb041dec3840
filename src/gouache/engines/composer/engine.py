"""The composer as an engine: compose, restyle, keep the promises, report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gouache.engines.base import Context, Image, Report
from gouache.engines.composer.art import pack
from gouache.engines.composer.compose import ComposeRequest, Composition, compose
from gouache.engines.composer.finish import flatten, grade
from gouache.engines.composer.looks import Look, Medium, choose
from gouache.engines.composer.metadata import insert, metadata
from gouache.engines.composer.palette import conform
from gouache.engines.composer.parse import parse
from gouache.engines.composer.photo import NOTE, photograph
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.restyle import RASTER, VECTOR
from gouache.engines.composer.scene import Shot
from gouache.engines.composer.svg import document
from gouache.operations import Generate, picture_seed

_DESIGNS = {Shot.LOGO, Shot.ICON, Shot.POSTER, Shot.CARD, Shot.PATTERN, Shot.STICKER}
HOUSE_ONLY = "the art pack is missing (run `make art`): house art serves alone"


class Composer:
    """Prompt to picture on a CPU, offline; the same bytes for the same seed."""

    name = "composer"
    version = "1"

    def can(self, operation: Generate) -> bool:
        return isinstance(operation, Generate)

    def run(self, operation: Generate, context: Context) -> Iterator[Image]:
        look = choose(operation, parse(operation.prompt))
        for index in range(operation.n):
            if context.canceled():
                return
            context.progress(index / operation.n, f"picture {index + 1} of {operation.n}")
            yield self._draw(operation, look, picture_seed(operation.seed, index))
        context.progress(1.0, "done")

    def _draw(self, operation: Generate, look: Look, seed: int) -> Image:
        composition = compose(_request(operation, look, seed))
        report = self._report(operation, look, seed, composition)
        colors = tuple(wish.color for wish in operation.palette)
        weights = tuple(wish.weight for wish in operation.palette if wish.weight is not None)
        picture = composition.picture
        if colors:
            picture = conform(picture, colors, weights if len(weights) == len(colors) else None, operation.background)
        image = Image(operation.width, operation.height, report, exact=look.medium is not Medium.PHOTO)
        if look.medium is Medium.PHOTO and composition.scene.shot in _DESIGNS:
            image.pixels = pixels(document(picture))
            return image
        if look.medium in (Medium.PAINT, Medium.VECTOR):
            svg = document(picture) if look.medium is Medium.PAINT else VECTOR[look.name](picture, seed)
            image.svg = insert(svg, metadata(picture, composition.scene, report.as_dict()))
            return image
        image.pixels = self._pixels(look, composition, seed)
        if colors:
            image.pixels = grade(image.pixels, colors)
        if operation.background:
            image.pixels = flatten(image.pixels, picture, operation.background)
            image.exact = True
        return image

    def _pixels(self, look: Look, composition: Composition, seed: int) -> Pixels:
        if look.medium is Medium.PHOTO:
            return photograph(composition.picture, composition.scene, seed)
        return RASTER[look.name](composition.picture, seed)

    def _report(self, operation: Generate, look: Look, seed: int, composition: Composition) -> Report:
        made = composition.report
        report = Report(f"{self.name}/{self.version}", seed, look.name, list(made.resolved), list(made.approximated))
        if look.note:
            report.approximated.append(look.note)
        if look.medium is Medium.PHOTO:
            design = composition.scene.shot in _DESIGNS
            report.approximated.append(f"a realistic {composition.scene.shot} -> a drawn one" if design else NOTE)
        if pack() is None:
            report.approximated.append(HOUSE_ONLY)
        report.ignored = [*made.ignored, *operation.notes]
        return report


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
