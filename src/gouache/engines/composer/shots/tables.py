"""The tables of the design shots."""

from __future__ import annotations

import re
from functools import lru_cache

from gouache import tables


@lru_cache(16)
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table in `data/`, read once per process."""
    return tuple(map(tuple, tables.rows(__package__, table)))


def hits(tags: str, prompt: str) -> int:
    """How many of the comma-separated tags a prompt says, plurals included."""
    said = prompt.lower()
    return sum(bool(re.search(rf"\b{re.escape(tag)}(s|es)?\b", said)) for tag in tags.split(",") if tag)
