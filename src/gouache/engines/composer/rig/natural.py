"""Natural bodies in side view, by plan."""

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.rig.species import Species

NATURAL_PLANS: frozenset[str] = frozenset()


def draw_natural(kind: Species, pose: str, mood: str, facing: str, seed: int) -> Drawing:
    """A creature as nature made it, looking left or right."""
    raise KeyError(kind.plan)
