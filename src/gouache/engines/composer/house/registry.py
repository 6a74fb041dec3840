"""The registry of house drawings."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gouache.engines.composer.color import shift
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box, Point

LICENCE = "Apache-2.0"


@dataclass(frozen=True, slots=True)
class Brush:
    """Colours to draw with. `base` is the thing's own colour when the prompt names one, else None."""

    base: str | None = None
    accent: str | None = None
    material: str | None = None

    def main(self, usual: str) -> str:
        return self.base or usual

    def second(self, usual: str) -> str:
        return self.accent or usual


def dark(color: str, amount: float = 0.1) -> str:
    return shift(color, -amount)


def light(color: str, amount: float = 0.1) -> str:
    return shift(color, amount)


Draw = Callable[[Brush], Drawing]


@dataclass(frozen=True, slots=True)
class House:
    name: str
    draw: Draw


_DRAWINGS: dict[str, House] = {}


def house(name: str) -> Callable[[Draw], Draw]:
    """Register a drawing under its concept's name."""

    def register(draw: Draw) -> Draw:
        if name in _DRAWINGS:
            raise ValueError(f"two house drawings are called {name!r}")
        _DRAWINGS[name] = House(name, draw)
        return draw

    return register


def drawing(
    name: str,
    markup: str,
    box: tuple[float, float, float, float],
    anchors: dict[str, tuple[float, float]] | None = None,
    fields: dict[str, tuple[float, float, float, float]] | None = None,
    facing: str = "front",
    front: str = "",
) -> Drawing:
    """A house drawing from plain tuples."""
    return Drawing(
        markup=markup,
        box=Box(*box),
        source=Source("house", name, LICENCE),
        anchors={key: Point(*at) for key, at in (anchors or {}).items()},
        fields={key: Box(*area) for key, area in (fields or {}).items()},
        facing=facing,
        front=front,
    )


@lru_cache(1)
def house_drawings() -> dict[str, House]:
    """All house drawings by name; imports the drawing modules of this package once."""
    package = __package__ or ""
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        importlib.import_module(f"{package}.{module.name}")
    return dict(_DRAWINGS)
