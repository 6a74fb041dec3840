"""The data files of the rig."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(16)
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table in `data/`, comments and blank lines left out."""
    text = (files(__package__) / "data" / table).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def words(cell: str) -> tuple[str, ...]:
    """The comma-separated words of a cell."""
    return tuple(word.strip() for word in cell.split(",") if word.strip())
