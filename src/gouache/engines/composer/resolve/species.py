"""The rig's species by any of their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gouache.engines.composer import rig


@lru_cache(1)
def _names() -> Mapping[str, str]:
    """Name or other name -> species."""
    known = rig.species()
    table = {name: info.name for name, info in known.items()}
    for info in known.values():
        for alias in info.aliases:
            table.setdefault(alias, info.name)
    return table


def species_named(name: str) -> str | None:
    return _names().get(name)


def has_wings(species: str | None) -> bool:
    """Whether a species is a bird: it has a beak and no hands."""
    return species is not None and rig.species()[species].winged


def has_hooves(species: str | None) -> bool:
    """Whether a species stands on hooves, which hold nothing."""
    return species is not None and rig.species()[species].hoofed


def has_body(species: str) -> bool:
    """Whether the rig gives a species a body of its own in side view, better than any that only stands upright."""
    return rig.species()[species].natural
