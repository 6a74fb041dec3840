"""The tables of the design shots."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files


@lru_cache(8)
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    text = (files(__package__) / "data" / table).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def hits(tags: str, prompt: str) -> int:
    """How many of the comma-separated tags a prompt says, plurals included."""
    said = prompt.lower()
    return sum(bool(re.search(rf"\b{re.escape(tag)}(s|es)?\b", said)) for tag in tags.split(",") if tag)
