"""gouache: a self-hosted, open Recraft V3.

import gouache
gouache.generate("two red pandas at a picnic", size="1280x1024", seed=7).save("picnic.svg")
gouache.remove_background("photo.jpg").save("cut-out.png")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gouache import aio
    from gouache.functions import (
        create_style,
        erase,
        generate,
        generate_background,
        image_to_image,
        inpaint,
        outpaint,
        remove_background,
        replace_background,
        upscale,
        variate,
        vectorize,
        watching,
    )
    from gouache.picture import Picture

__version__ = "0.1.0"
__all__ = [
    "Picture", "aio", "create_style", "erase", "generate", "generate_background", "image_to_image", "inpaint",
    "outpaint", "remove_background", "replace_background", "upscale", "variate", "vectorize", "watching",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """The functions, loaded when first used: the shell starts faster without them (PEP 562)."""
    if name == "aio":
        return importlib.import_module("gouache.aio")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "gouache.picture" if name == "Picture" else "gouache.functions"
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
