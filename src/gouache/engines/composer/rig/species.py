"""The species table: what a creature looks like, and how its colours change when a prompt names some."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from gouache.engines.composer.color import lch, mix, shift
from gouache.engines.composer.rig.tables import rows, words


@dataclass(frozen=True, slots=True)
class SpeciesInfo:
    """What a planner wants to know. `natural`: it has a body of its own (four legs, wings, fins) in side view."""

    name: str
    kind: str  # person, animal, fantasy
    metres: float
    natural: bool
    aliases: tuple[str, ...] = ()
    winged: bool = False  # a bird, which has no hands
    hoofed: bool = False


@dataclass(frozen=True, slots=True)
class Species:
    """One row of `data/species.tsv`; colours are `#rrggbb`."""

    name: str
    kind: str
    metres: float
    aliases: tuple[str, ...]
    plan: str
    head: str
    ears: str
    muzzle: str
    nose: str
    tail: str
    marks: frozenset[str]
    extras: frozenset[str]
    coat: str
    light: str
    dark: str
    accent: str

    def has(self, mark: str) -> bool:
        return mark in self.marks or mark in self.extras


MARKED = frozenset({"stripes", "stripes-brow", "spots", "rosettes", "patches", "giraffe", "eyepatch", "spotsbig"})


@lru_cache(1)
def _table() -> dict[str, Species]:
    table: dict[str, Species] = {}
    for row in rows("species.tsv"):
        name, kind, metres, aliases, plan, head, ears, muzzle, nose, tail, marks, extras, *colors = row
        entry = Species(
            name, kind, float(metres), words(aliases), plan, head, ears, muzzle, nose, tail,
            frozenset(words(marks)), frozenset(words(extras)), *colors,
        )  # fmt: skip
        table[name] = entry
    for entry in list(table.values()):
        for alias in entry.aliases:
            table.setdefault(alias, entry)
    return table


def find(name: str) -> Species | None:
    """A species by name or other name, also by the last words of a longer name ("baby elephant")."""
    table, parts = _table(), name.lower().replace("_", " ").replace("-", " ").split()
    dashed = name.lower().strip()
    if dashed in table:
        return table[dashed]
    for start in range(len(parts)):
        tail = " ".join(parts[start:])
        for key in (tail, tail.removesuffix("s"), tail.removesuffix("es"), tail.replace("t rex", "t-rex")):
            if key in table:
                return table[key]
    return None


def creatures() -> Mapping[str, Species]:
    """Every species under its own name only."""
    return MappingProxyType({s.name: s for s in _table().values()})


@lru_cache(1)
def _coats() -> Mapping[str, tuple[tuple[int, Species], ...]]:
    """Weight and variant of each usual coat, by species."""
    table: dict[str, tuple[tuple[int, Species], ...]] = {}
    for name, weight, marks, coat, light, dark in rows("coats.tsv"):
        base = _table()[name]
        worn = base.marks if marks == "=" else frozenset(words(marks)) - {"-"}
        variant = replace(base, marks=worn, coat=coat, light=light, dark=dark)
        table[name] = (*table.get(name, ()), (int(weight), variant))
    return MappingProxyType(table)


def in_coat(base: Species, dice: random.Random) -> Species:
    """One of the coats that the species has, the usual ones oftener; itself where the table has none."""
    coats = _coats().get(base.name, ())
    return dice.choices([c for _, c in coats], [weight for weight, _ in coats])[0] if coats else base


def dyed(base: Species, colors: tuple[str, ...]) -> Species:
    """The species with its fur in the first colour; the second, if any, takes its light parts."""
    if not colors:
        return base
    if base.has("points"):  # a red point cat: the colour is that of ears, mask, paws and tail
        point = mix(colors[0], "#d08a4e", 0.55)
        return replace(base, dark=point, coat=mix("#fbf3e6", point, 0.06), light="#fff8ec")
    coat, usual = colors[0], lch(base.coat)
    value = lch(coat)
    if value.L < 0.2:
        coat = shift(coat, 0.22 - value.L)
    elif value.L > 0.985:
        coat = "#f8f8fa"
    light = colors[1] if len(colors) > 1 else mix(shift(coat, 0.12), "#fff8ec", 0.5)
    keep_white = lch(base.dark).L < 0.4 and usual.L > 0.9  # a zebra, a panda, a dalmatian: dark marks on white
    dark = mix(shift(coat, -0.3), "#241c2c", 0.45) if keep_white else shift(coat, -0.14)
    if lch(coat).L < 0.35:
        dark, light = shift(coat, -0.1), colors[1] if len(colors) > 1 else mix(coat, "#ffffff", 0.22)
    if len(colors) > 1 and base.marks & MARKED:  # "a yellow tiger with blue stripes"
        dark, light = colors[1], mix(shift(coat, 0.12), "#fff8ec", 0.5)
    return replace(base, coat=coat, light=light, dark=dark)
