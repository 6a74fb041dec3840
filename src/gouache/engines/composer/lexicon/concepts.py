"""The concept table: what a name is, how tall it is, what it can do in a picture.

`data/concepts.tsv` has one concept a line: name, kind, height in metres, other names (comma), drawing
(`house:bench`, `noto:locomotive`; empty = found by name), traits (comma). Lines that start with # are comments.

Traits: `seat` (one sits on it), `bed` (one lies on it), `top` (things stand on it), `container` (things go in),
`flies`, `swims`, `floats` (boats), `hangs`, `handheld`, `worn-head`, `worn-eyes`, `worn-neck`, `worn-body`,
`ridden`, `indoor`, `sky`, `tall`, `wide`, `pair` (plural means one: scissors), `mass` (no plural: rice).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from gouache import tables
from gouache.engines.composer.scene import Kind


@dataclass(frozen=True, slots=True)
class Concept:
    name: str
    kind: Kind
    metres: float
    aliases: tuple[str, ...] = ()
    drawing: str | None = None
    traits: frozenset[str] = field(default_factory=frozenset)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


@lru_cache(1)
def concepts() -> dict[str, Concept]:
    """Every concept under each of its names."""
    table: dict[str, Concept] = {}
    for row in tables.rows(__package__, "concepts.tsv"):
        name, kind, metres, aliases, drawing, traits = (row + [""] * 6)[:6]
        entry = Concept(name, Kind(kind), float(metres), _words(aliases), drawing or None, frozenset(_words(traits)))
        for key in (name, *entry.aliases):
            table.setdefault(key, entry)
    return table


def concept(name: str) -> Concept | None:
    return concepts().get(name)
