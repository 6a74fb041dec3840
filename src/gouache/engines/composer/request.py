"""What the composer is asked for and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

from gouache.engines.composer.picture import Picture
from gouache.engines.composer.scene import Scene, Shot

Corner = tuple[float, float]
Quad = tuple[Corner, Corner, Corner, Corner]


@dataclass(frozen=True, slots=True)
class ComposeRequest:
    """`text_layout` has (word, corners) with the corners as fractions of the page, clockwise from the top left.

    `palette` and `background` are `#rrggbb`; `artistic_level` runs from 0 (plain) to 5 (lively).
    `look` is soft or flat.
    """

    prompt: str
    width: int = 1024
    height: int = 1024
    seed: int = 0
    look: str = "soft"
    palette: tuple[str, ...] = ()
    background: str | None = None
    no_text: bool = False
    text_layout: tuple[tuple[str, Quad], ...] = ()
    artistic_level: int | None = None
    negative_prompt: str | None = None
    shot: Shot | None = None  # overrules the prompt's


@dataclass(slots=True)
class Report:
    """Plain lines for people: what was drawn as asked, as something like it, and not at all."""

    resolved: list[str] = field(default_factory=list)
    approximated: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Composition:
    picture: Picture
    scene: Scene
    report: Report
