"""The table of settings: what each is made of, without knowing how any of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

FLOORS = ("ground", "water", "air", "room", "table", "flat")


@dataclass(frozen=True, slots=True)
class Setting:
    """`family` picks the palettes; `floor` is what things stand on: ground, water, air (nothing), room, table, flat.

    `layers` are painted from far to near; each is a tuple of alternatives, and an empty alternative means "or nothing".
    """

    key: str
    family: str
    floor: str
    horizon: tuple[float, float] | None
    layers: tuple[tuple[str, ...], ...]

    @property
    def indoors(self) -> bool:
        return self.floor in ("room", "table")


def read_table(package: str, name: str) -> list[list[str]]:
    """The cells of a tab-separated table in a package's `data/`, comments and blank lines left out."""
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [[cell.strip() for cell in line.split("\t")] for line in lines]


def _layer(word: str) -> tuple[str, ...]:
    """`hills|peaks` is one of two, `fence?` is there or not."""
    names = tuple(name.rstrip("?") for name in word.split("|"))
    return (*names, "") if "?" in word else names


def _setting(row: list[str]) -> Setting:
    key, family, floor, horizon, recipe = row
    low, _, high = horizon.partition("-")
    span = (float(low), float(high)) if high else None
    return Setting(key, family, floor, span, tuple(_layer(word) for word in recipe.split()))


@lru_cache(1)
def settings() -> dict[str, Setting]:
    """Every setting by its key."""
    return {row[0]: _setting(row) for row in read_table(__package__, "settings.tsv")}
