"""The pictures and masks that an operation brings along."""

from __future__ import annotations

from dataclasses import dataclass

from gouache.artifacts.decode import decode
from gouache.engines.base import Context
from gouache.engines.composer.raster import Pixels
from gouache.engines.editor.patches import Flags
from gouache.engines.masks import levels
from gouache.errors import Invalid
from gouache.operations import Source

WHITE = 127.5  # the level from which a mask counts as white, as the official ComfyUI nodes set it


@dataclass(frozen=True, slots=True)
class Given:
    """A picture as it came in: RGBA pixels (height, width, 4) uint8, its markup when it is a drawing, and notes."""

    pixels: Pixels
    svg: str | None
    notes: tuple[str, ...]

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])


def picture(source: Source, context: Context) -> Given:
    """The decoded picture; raises Invalid naming the field when its bytes are none."""
    found = decode(context.read(source), "image")
    return Given(found.pixels, found.svg, found.notes)


def mask(source: Source, context: Context, like: Given) -> Flags:
    """Which pixels the mask marks, (height, width).

    Raises Invalid when its size is not the picture's or when it marks nothing.
    """
    flat = levels(source, context)
    if flat.shape != like.pixels.shape[:2]:
        raise Invalid(
            f"the mask is {flat.shape[1]} x {flat.shape[0]} px, the picture {like.width} x {like.height} px;"
            " they must be of one size",
            field="mask",
        )
    marked: Flags = flat > WHITE
    if not marked.any():
        raise Invalid("the mask marks nothing: white is what is to be changed", field="mask")
    return marked
