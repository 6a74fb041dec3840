"""The table of settings: what each is made of, without knowing how any of it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gouache import tables

FLOORS = ("ground", "water", "air", "room", "table", "flat")


@dataclass(frozen=True, slots=True)
class Setting:
    """`family` picks the palettes; `floor` is what things stand on: ground, water, air (nothing), room, table, flat.

    `layers` are painted from far to near; each is a tuple of alternatives, and an empty alternative means "or nothing".
    A setting has `variants`: the same key with another `name`, and with `hints`: the time,
    weather and season it needs, and `props` when it shows things of its own.
    """

    key: str
    family: str
    floor: str
    horizon: tuple[float, float] | None
    layers: tuple[tuple[str, ...], ...]
    name: str = ""
    hints: frozenset[str] = frozenset()

    @property
    def indoors(self) -> bool:
        return self.floor in ("room", "table")


def _layer(word: str) -> tuple[str, ...]:
    """`hills|peaks` is one of two, `fence?` is there or not."""
    names = tuple(name.rstrip("?") for name in word.split("|"))
    return (*names, "") if "?" in word else names


def _setting(row: list[str]) -> Setting:
    title, family, floor, horizon, recipe, hints = (*row, "")[:6]
    key, _, name = title.partition("/")
    low, _, high = horizon.partition("-")
    span = (float(low), float(high)) if high else None
    needs = frozenset(hints.split(",")) if hints else frozenset()
    return Setting(key, family, floor, span, tuple(_layer(word) for word in recipe.split()), name, needs)


@lru_cache(1)
def _all() -> dict[str, tuple[Setting, ...]]:
    table: dict[str, tuple[Setting, ...]] = {}
    for row in tables.rows(__package__, "settings.tsv"):
        setting = _setting(row)
        table[setting.key] = (*table.get(setting.key, ()), setting)
    return table


@lru_cache(1)
def settings() -> dict[str, Setting]:
    """The plain variant of every setting, by its key."""
    return {key: found[0] for key, found in _all().items()}


def variants(key: str) -> tuple[Setting, ...]:
    """All variants of a setting, the plain one first; KeyError for an unknown key."""
    return _all()[key]


def variant(key: str, name: str) -> Setting:
    """A setting's variant by name, else the plain one of that setting, else the studio."""
    found = _all().get(key) or _all()["studio"]
    return next((s for s in found if s.name == name), found[0])
