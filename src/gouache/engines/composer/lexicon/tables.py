"""Readers of the word tables in `data/`: each returns a plain mapping, made once per process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from gouache import tables


@dataclass(frozen=True, slots=True)
class Color:
    hex: str
    noun: bool  # also the name of a thing: an orange, a rose


@dataclass(frozen=True, slots=True)
class Setting:
    key: str
    season: str | None
    weather: str | None
    solid: bool  # stands in a picture as a thing of its own: a church, a volcano


@dataclass(frozen=True, slots=True)
class Activity:
    """What "playing NAME" looks like. `thing` is empty when nothing is needed."""

    pose: str
    thing: str
    relation: str


def words(cell: str) -> list[str]:
    """The comma-separated words of a cell."""
    return [word for word in (part.strip() for part in cell.split(",")) if word]


@lru_cache(32)
def keyed(table: str) -> dict[str, str]:
    """Word -> key for a table of (key, words) rows; the first row that names a word wins."""
    found: dict[str, str] = {}
    for row in tables.rows(__package__, table):
        for word in words(row[1]):
            found.setdefault(word, row[0])
    return found


@lru_cache(32)
def listed(table: str) -> frozenset[str]:
    """All words of a table of bare lists."""
    return frozenset(word for row in tables.rows(__package__, table) for word in words(row[-1]))


@lru_cache(1)
def _word_sets() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words(cell)) for name, cell in tables.rows(__package__, "word_sets.tsv")}


def word_set(name: str) -> tuple[str, ...]:
    """A named list of words."""
    return _word_sets()[name]


@lru_cache(1)
def colors() -> dict[str, Color]:
    return {row[0]: Color(row[1], len(row) > 2) for row in tables.rows(__package__, "colors.tsv")}


@lru_cache(1)
def materials() -> dict[str, tuple[str, bool]]:
    """Word -> (material, whether the word also names a thing of its own)."""
    found: dict[str, tuple[str, bool]] = {}
    for material, cell in tables.rows(__package__, "materials.tsv"):
        for word in words(cell):
            found.setdefault(word.rstrip("*"), (material, word.endswith("*")))
    return found


@lru_cache(1)
def numbers() -> dict[str, int]:
    return {word: int(count) for word, count in keyed("numbers.tsv").items()}


@lru_cache(1)
def groups() -> dict[str, int]:
    """Nouns that count what follows "of": a herd of cows."""
    return {word: int(count) for word, count in keyed("groups.tsv").items()}


@lru_cache(1)
def collectives() -> dict[str, tuple[int, str]]:
    """Nouns that stand for several: (how many, whom)."""
    return {name: (int(count), member) for name, count, member in tables.rows(__package__, "collectives.tsv")}


@lru_cache(1)
def sizes() -> dict[str, float]:
    return {word: float(size) for word, size in keyed("sizes.tsv").items()}


@lru_cache(1)
def prepositions() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.rows(__package__, "prepositions.tsv")}


@lru_cache(1)
def phrasals() -> dict[tuple[str, str], tuple[str, str | None]]:
    """(verb, particle) -> (relation, pose when it is not the verb's own)."""
    table: dict[tuple[str, str], tuple[str, str | None]] = {}
    for row in tables.rows(__package__, "phrasal.tsv"):
        verb, particle, relation, pose = (row + [""])[:4]
        table.setdefault((verb, particle), (relation, pose or None))
    return table


@lru_cache(1)
def activities() -> dict[str, Activity]:
    table = {}
    for row in tables.rows(__package__, "activities.tsv"):
        name, pose, thing, relation = (row + ["", ""])[:4]
        table[name] = Activity(pose, thing, relation)
    return table


@lru_cache(1)
def settings() -> dict[str, Setting]:
    """Every setting word with what it stands for; `,` in the third cell separates season and weather."""
    table: dict[str, Setting] = {}
    for row in tables.rows(__package__, "settings.tsv"):
        key, names, brings, solid = (row + ["", ""])[:4]
        conditions = words(brings) + [""] * 2
        for name in words(names):
            table.setdefault(name, Setting(key, conditions[0] or None, conditions[1] or None, solid == "solid"))
    return table


@lru_cache(1)
def conditions() -> dict[str, tuple[str, str]]:
    """Word -> (field, value) for time, weather and season."""
    table: dict[str, tuple[str, str]] = {}
    for field, value, names in tables.rows(__package__, "conditions.tsv"):
        for name in words(names):
            table.setdefault(name, (field, value))
    return table


@lru_cache(1)
def styles() -> tuple[frozenset[str], frozenset[str]]:
    """(nouns that open a framing phrase, words that go with them)."""
    nouns, others = tables.rows(__package__, "styles.tsv")
    return frozenset(words(nouns[1])), frozenset(words(others[1]))


@lru_cache(1)
def of_nouns() -> dict[str, str]:
    return keyed("of_nouns.tsv")
