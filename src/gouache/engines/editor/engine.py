"""The editor as an engine: every operation that changes a picture by words, masks or margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gouache.engines.base import Context, Image
from gouache.engines.editor import source
from gouache.engines.editor.backdrop import generate_background, replace_background
from gouache.engines.editor.draft import NAME, VERSION, Draw, drawn_as
from gouache.engines.editor.erase import erase
from gouache.engines.editor.inpaint import inpaint
from gouache.engines.editor.outpaint import outpaint
from gouache.engines.editor.reimagine import image_to_image
from gouache.engines.editor.scene import in_scene
from gouache.engines.editor.source import Given
from gouache.engines.editor.variate import variate
from gouache.operations import (
    EraseRegion,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    ReplaceBackground,
    Variate,
    picture_seed,
)  # fmt: skip

_EDITS: dict[type[Operation], Callable[[Any, Given, Context], Draw]] = {
    EraseRegion: erase,
    Inpaint: inpaint,
    GenerateBackground: generate_background,
    ReplaceBackground: replace_background,
    Outpaint: outpaint,
    ImageToImage: image_to_image,
    Variate: variate,
}


class Editor:
    """Edits on a CPU, offline; the same bytes for the same pictures, words and seed."""

    name = NAME
    version = VERSION

    def can(self, operation: Operation) -> bool:
        return type(operation) in _EDITS

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """The pictures one by one: by way of the scene for pictures of ours, of the pixels for all others."""
        context.progress(0.0, "looking at the picture")
        given = source.picture(operation.image, context)  # type: ignore[attr-defined]
        on_pixels: Draw | None = None
        for index in range(operation.n):
            if context.canceled():
                return
            context.progress(index / operation.n, f"picture {index + 1} of {operation.n}")
            seed = picture_seed(operation.seed, index)
            image = in_scene(operation, given, seed, context)
            if image is None:
                on_pixels = on_pixels or _EDITS[type(operation)](operation, given, context)
                image = on_pixels(seed)
            yield drawn_as(image, operation.format)
        context.progress(1.0, "done")
