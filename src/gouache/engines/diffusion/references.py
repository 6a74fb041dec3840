"""A style of somebody's own, shown to the model: its reference pictures, where the model looks at pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gouache.artifacts.decode import decode
from gouache.engines.diffusion.prompts import SHOWN
from gouache.engines.diffusion.sample import Pixels
from gouache.errors import NotFound
from gouache.operations import Source
from gouache.styles.profile import StyleProfile
from gouache.styles.references import data


@dataclass(frozen=True, slots=True)
class Shown:
    """The pictures of a style that a model gets to see, RGBA, and lines for the report about them."""

    pictures: tuple[Pixels, ...] = ()
    manner: str | None = None  # what the model is told of the style, None = all that is known of it
    resolved: list[str] = field(default_factory=list)
    approximated: list[str] = field(default_factory=list)


def shown(
    profile: StyleProfile | None, model: str, most: int, read: Callable[[Source], bytes], manner: str = SHOWN
) -> Shown:
    """The first of a style's pictures that are still kept, at most so many as the model takes.

    Raises Invalid when one cannot be decoded.
    """
    if profile is None:
        return Shown()
    if most == 0 or not profile.references:
        why = "the style has none" if most else f"{model} takes none here"
        return Shown(approximated=[f"style: told in words, not shown by its reference pictures: {why}"])
    pictures: list[Pixels] = []
    for reference in profile.references:
        if len(pictures) == most:
            break
        try:
            pictures.append(decode(data(reference, read), "style").pixels)
        except NotFound:
            continue
    if not pictures:
        return Shown(approximated=["style: told in words; its reference pictures are no longer kept"])
    return Shown(tuple(pictures), manner, [f"style: {len(pictures)} of its {len(profile.references)} pictures shown"])
