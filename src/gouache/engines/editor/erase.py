"""Taking something out of a picture."""

from __future__ import annotations

from gouache.engines.base import Context, Image
from gouache.engines.editor import source
from gouache.engines.editor.draft import Draw, report
from gouache.engines.editor.fill import fill
from gouache.engines.editor.source import Given
from gouache.errors import Invalid
from gouache.operations import EraseRegion

_LEFT = 0.002  # of the picture that must be left to fill the rest from


def erase(operation: EraseRegion, given: Given, context: Context) -> Draw:
    """The picture without what the mask marks; raises Invalid when it marks everything."""
    marked = source.mask(operation.mask, context, given)
    if (~marked).mean() < _LEFT:
        raise Invalid(
            "the mask marks the whole picture, so nothing is left to fill it from: white goes, black stays",
            field="mask",
        )

    def draw(seed: int) -> Image:
        made = report(operation, seed, "as given", given.notes)
        return Image(given.width, given.height, made, pixels=fill(given.pixels, marked, seed), exact=True)

    return draw
