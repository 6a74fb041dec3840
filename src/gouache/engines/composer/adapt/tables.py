"""The tables in `data/`, read once per process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gouache import tables


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


@lru_cache(1)
def places() -> Mapping[str, str]:
    """Name, last word of a name or WordNet class -> setting; the first row that has a word wins."""
    table: dict[str, str] = {}
    for setting, names in tables.rows(__package__, "places.tsv"):
        for name in _words(names):
            table.setdefault(name, setting)
    return table


@lru_cache(8)
def prints(sort: str) -> frozenset[str]:
    """A list of the prints table."""
    return next(frozenset(_words(names)) for key, names in tables.rows(__package__, "prints.tsv") if key == sort)
