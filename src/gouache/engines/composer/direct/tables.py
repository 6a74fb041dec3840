"""Palettes, skies, composition templates and fonts: the tables an art direction is chosen from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gouache import tables


@dataclass(frozen=True, slots=True)
class Palette:
    """Six colours with roles, `#rrggbb`. `family` is the sort of setting they were mixed for.

    In rooms `sky` is the wall, `far` its darker half, `near` the furniture and `ground` the floor.
    """

    name: str
    family: str
    sky: str
    far: str
    near: str
    ground: str
    accent: str
    light: str
    tags: frozenset[str] = frozenset()
    given: bool = False  # built from colours that the user asked for

    @property
    def colors(self) -> tuple[str, ...]:
        return (self.sky, self.far, self.near, self.ground, self.accent, self.light)


@dataclass(frozen=True, slots=True)
class Sky:
    """A time of day as colours: the sky from top to horizon, the glow of the sun or moon, and the light on things."""

    time: str
    name: str
    top: str
    middle: str
    low: str
    glow: str
    tint: str
    amount: float
    light: float
    chroma: float


@dataclass(frozen=True, slots=True)
class Template:
    """A composition. `area` is where the subjects go: left, top, right, bottom as fractions of the page.

    `ground` is how far down from the horizon (0) to the page's end (1) the subjects' feet are. `view` is the camera:
    medium, wide, close, special (frames) or grand (a small figure in a landscape).
    """

    name: str
    area: tuple[float, float, float, float]
    horizon: tuple[float, float]
    ground: float
    scale: float
    frame: str
    density: float
    most: int
    weight: int
    shots: frozenset[str]
    cases: frozenset[str]
    view: str = "medium"


@dataclass(frozen=True, slots=True)
class Fonts:
    headline: str
    body: str


def _words(cell: str) -> frozenset[str]:
    return frozenset(word.strip() for word in cell.split(",") if word.strip())


@lru_cache(1)
def palettes() -> tuple[Palette, ...]:
    rows = tables.rows(__package__, "palettes.tsv")
    return tuple(Palette(r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], tags=_words(r[8])) for r in rows)


@lru_cache(1)
def skies() -> tuple[Sky, ...]:
    rows = tables.rows(__package__, "skies.tsv")
    return tuple(
        Sky(r[0], r[1], r[2], r[3], r[4], r[5], r[6], amount=float(r[7]), light=float(r[8]), chroma=float(r[9]))
        for r in rows
    )


def _template(row: list[str]) -> Template:
    left, top, right, bottom, low, high, ground, scale = (float(cell) for cell in row[1:9])
    density, most, weight = float(row[10]), int(row[11]), int(row[12])
    area, span = (left, top, right, bottom), (low, high)
    shots, cases = _words(row[13]), _words(row[14])
    return Template(row[0], area, span, ground, scale, row[9], density, most, weight, shots, cases, row[15])


@lru_cache(1)
def templates() -> tuple[Template, ...]:
    return tuple(_template(row) for row in tables.rows(__package__, "templates.tsv"))


@lru_cache(1)
def fonts() -> dict[str, tuple[tuple[str, ...], str]]:
    """Mood to fitting headline fonts and the body font."""
    return {row[0]: (tuple(row[1].split(",")), row[2]) for row in tables.rows(__package__, "fonts.tsv")}


@lru_cache(1)
def habitats() -> dict[str, tuple[str, ...]]:
    """A concept, `trait:x` or `kind:x` to the settings it is at home in, best first."""
    return {row[0]: tuple(row[1].split(",")) for row in tables.rows(__package__, "habitats.tsv")}


@lru_cache(1)
def doubles() -> dict[str, frozenset[str]]:
    """A concept to the layers of scenery that would show a second one."""
    return {row[0]: _words(row[1]) for row in tables.rows(__package__, "doubles.tsv")}
