"""The resolver's tables in `data/`, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from gouache import tables
from gouache.engines.composer.scene import Kind


def rows(name: str, width: int) -> list[list[str]]:
    """The cells of a table, padded to a width."""
    return [(row + [""] * width)[:width] for row in tables.rows(__package__, name)]


@dataclass(frozen=True, slots=True)
class Group:
    """What the drawings of a Unicode subgroup are."""

    kind: Kind
    metres: float
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Material:
    """`ramp` runs from the darkest tone to the lightest."""

    name: str
    ramp: tuple[str, ...]
    opacity: float
    overlay: str


@lru_cache(1)
def excluded() -> frozenset[tuple[str, str]]:
    return frozenset((collection, name) for collection, names in rows("excluded.tsv", 2) for name in names.split())


@lru_cache(1)
def generic() -> Mapping[str, tuple[str, ...]]:
    """By trait and by kind."""
    return {sort: tuple(name.replace("_", " ") for name in names.split()) for sort, names in rows("generic.tsv", 2)}


@lru_cache(1)
def subgroups() -> Mapping[str, Group]:
    """Only subgroups whose drawings may be found by meaning."""
    return {
        name: Group(Kind(kind), float(metres), frozenset(filter(None, traits.split(","))))
        for name, kind, metres, traits in rows("subgroups.tsv", 4)
    }


@lru_cache(1)
def lexnames() -> Mapping[str, tuple[Kind, bool]]:
    """Kind of a WordNet class, and whether it is abstract."""
    return {name: (Kind(kind), abstract == "abstract") for name, kind, abstract in rows("lexnames.tsv", 3)}


@lru_cache(1)
def symbols() -> Mapping[str, tuple[str, ...]]:
    """Word -> names to try in turn; one name may hold spaces, so a second is written after its collection."""
    return {word: _names(cell) for word, cell in rows("symbols.tsv", 2)}


def _names(cell: str) -> tuple[str, ...]:
    head, colon, tail = cell.partition(" noto:")
    return (head, f"noto:{tail}") if colon else (cell,)


@lru_cache(1)
def materials() -> Mapping[str, Material]:
    table: dict[str, Material] = {}
    for name, others, ramp, opacity, overlay in rows("materials.tsv", 5):
        entry = Material(name, tuple(ramp.split()), float(opacity), overlay)
        for key in (name, *filter(None, others.split(","))):
            table.setdefault(key, entry)
    return table


@lru_cache(1)
def hooks() -> Mapping[tuple[str, str], dict[str, tuple[float, ...]]]:
    """Drawing of the pack -> its anchors (x, y) and fields (x, y, w, h), in fractions of its box."""
    table: dict[tuple[str, str], dict[str, tuple[float, ...]]] = {}
    for drawing, hook, numbers in rows("hooks.tsv", 3):
        collection, _, name = drawing.partition(":")
        table.setdefault((collection, name), {})[hook] = tuple(float(n) for n in numbers.split())
    return table


@lru_cache(1)
def bodies() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Drawing of the pack -> paints that make up its body, where the largest colour is something else."""
    table = ((drawing.partition(":"), paints) for drawing, paints in rows("bodies.tsv", 2))
    return {(collection, name): tuple(paints.split()) for (collection, _, name), paints in table}


@lru_cache(1)
def broad() -> frozenset[str]:
    """Words too broad to be drawn for something narrower."""
    return frozenset(word for row in rows("broad.txt", 1) for word in row[0].split())
