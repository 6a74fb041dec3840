"""The data files of the rig."""

from __future__ import annotations

from functools import lru_cache

from gouache import tables


@lru_cache(16)
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table in `data/`, read once per process."""
    return tuple(map(tuple, tables.rows(__package__, table)))


def words(cell: str) -> tuple[str, ...]:
    """The comma-separated words of a cell."""
    return tuple(word.strip() for word in cell.split(",") if word.strip())
