"""Which kinds of sampling do which operation. Light: the server asks it for every request."""

from __future__ import annotations

from gouache.engines.diffusion.registry import Mode
from gouache.operations import (
    CreativeUpscale,
    EraseRegion,
    Generate,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Operation,
    Outpaint,
    ReplaceBackground,
    Variate,
)

_MODES: dict[type[Operation], tuple[Mode, ...]] = {
    Generate: ("text",), ImageToImage: ("image", "edit"), Variate: ("reference", "image"), Inpaint: ("inpaint",),
    GenerateBackground: ("inpaint",), EraseRegion: ("inpaint",), ReplaceBackground: ("inpaint",),
    Outpaint: ("inpaint",), CreativeUpscale: ("image",),
}  # fmt: skip


def modes_of(operation: Operation) -> tuple[Mode, ...]:
    """The modes that can do an operation, the best first; empty for what this engine does not do."""
    if isinstance(operation, Generate) and operation.profile is not None and operation.profile.references:
        return ("reference", "style", *_MODES[Generate])
    return _MODES.get(type(operation), ())
