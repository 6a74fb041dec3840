"""The painted picture: ordered layers of elements, the thing every style starts from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from gouache.engines.composer.drawing import Source
from gouache.engines.composer.geometry import Box


class Role(StrEnum):
    """What an element is in the picture; styles treat roles differently."""

    BACKGROUND = "background"  # sky, backdrop, wall
    MIDDLE = "middle"  # hills, trees, buildings, furniture of a setting
    GROUND = "ground"  # floor, grass, table top
    SHADOW = "shadow"
    SUBJECT = "subject"
    PROP = "prop"
    FOREGROUND = "foreground"
    LIGHT = "light"  # glows, rain, snow, fog: over everything but text
    TEXT = "text"


@dataclass(slots=True)
class Element:
    """Markup in page coordinates. `box` is its extent on the page in px."""

    id: str
    role: Role
    markup: str
    box: Box
    label: str = ""  # for people: "red panda", "sky"
    node: str | None = None  # id of the scene node that it draws
    sources: tuple[Source, ...] = ()
    text: str | None = None  # the words, when this element is lettering (paths)


@dataclass(slots=True)
class Light:
    """One light for the whole picture. `angle` in degrees, 0 = from the right, 90 = from above."""

    angle: float = 60.0
    key: str = "#fff1d6"
    shade: str = "#2b3a67"
    strength: float = 1.0


@dataclass(slots=True)
class Picture:
    """`elements` are in painting order; a run of equal roles becomes one named group in the SVG."""

    width: int
    height: int
    elements: list[Element] = field(default_factory=list)
    defs: str = ""
    palette: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()  # the colours asked for: every hand draws with these and their mixtures
    every: bool = True  # whether each of them must be seen
    background: str | None = None  # exact "#rrggbb" when a flat background was asked for
    light: Light = field(default_factory=Light)
    setting: str = "studio"
    time: str = "day"
    weather: str = "clear"
    horizon: float = 0.6  # fraction of the height
    title: str = ""

    def pick(self, roles: Collection[Role]) -> list[Element]:
        return [e for e in self.elements if e.role in roles]

    def add(self, element: Element) -> None:
        self.elements.append(element)
