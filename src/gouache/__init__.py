"""gouache: a self-hosted, open Recraft V3.

import gouache
[picture] = gouache.generate("two red pandas at a picnic", size="1280x1024", seed=7)
open("picnic.svg", "wb").write(picture.file.data)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gouache.operations import Format
    from gouache.rendering import Rendered

__version__ = "0.1.0"
__all__ = ["generate"]


def generate(
    prompt: str,
    *,
    style: str = "any",
    substyle: str | None = None,
    size: str = "1024x1024",
    seed: int | None = None,
    n: int = 1,
    format: Format = "svg",
    colors: tuple[str, ...] = (),
    background_color: str | None = None,
    no_text: bool = False,
    negative_prompt: str | None = None,
) -> list[Rendered]:
    """Pictures of a prompt, drawn in this process. Colours are `#rrggbb`, `size` is `WxH` in px or a ratio name.

    Raises `gouache.errors.Invalid` naming the wrong argument.
    """
    from gouache.rendering import render
    from gouache.requests import request

    operation = request(
        prompt, style=style, substyle=substyle, size=size, seed=seed, n=n, format=format, colors=colors,
        background_color=background_color, no_text=no_text, negative_prompt=negative_prompt,
    )  # fmt: skip
    return list(render(operation))
