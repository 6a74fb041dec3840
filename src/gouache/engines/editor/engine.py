"""The editor as an engine: every operation that changes a picture by words, masks or margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gouache.engines.base import Context, Image
from gouache.engines.editor.backdrop import generate_background, replace_background
from gouache.engines.editor.draft import NAME, VERSION, Draw
from gouache.engines.editor.erase import erase
from gouache.engines.editor.inpaint import inpaint
from gouache.engines.editor.outpaint import outpaint
from gouache.operations import (
    EraseRegion,
    GenerateBackground,
    Inpaint,
    Operation,
    Outpaint,
    ReplaceBackground,
    picture_seed,
)

_EDITS: dict[type[Operation], Callable[[Any, Context], Draw]] = {
    EraseRegion: erase,
    Inpaint: inpaint,
    GenerateBackground: generate_background,
    ReplaceBackground: replace_background,
    Outpaint: outpaint,
}


class Editor:
    """Edits on a CPU, offline; the same bytes for the same pictures, words and seed."""

    name = NAME
    version = VERSION

    def can(self, operation: Operation) -> bool:
        return type(operation) in _EDITS

    def run(self, operation: Operation, context: Context) -> Iterator[Image]:
        """The pictures one by one; the operation's own pictures are read and measured once."""
        context.progress(0.0, "looking at the picture")
        draw = _EDITS[type(operation)](operation, context)
        for index in range(operation.n):
            if context.canceled():
                return
            context.progress(index / operation.n, f"picture {index + 1} of {operation.n}")
            yield draw(picture_seed(operation.seed, index))
        context.progress(1.0, "done")
