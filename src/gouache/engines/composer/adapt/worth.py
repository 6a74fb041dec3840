"""Whether there is anything to draw for a node, beyond the generic thing of its kind."""

from __future__ import annotations

from gouache.engines.composer.extras import WEATHER, known_effect
from gouache.engines.composer.resolve import resolve
from gouache.engines.composer.resolve.resolution import Resolution
from gouache.engines.composer.scene import Kind, Node

FAINT = 0.35  # confidence up to which a stand-in only shows that something is there
_PHYSICAL = frozenset({Kind.PERSON, Kind.ANIMAL, Kind.PLANT, Kind.FOOD, Kind.VEHICLE, Kind.BUILDING, Kind.CELESTIAL})


def vague(node: Node, look: str) -> bool:
    """Only the generic drawing of its kind would be drawn, and that says nothing: a cube, sparkles, a cabinet."""
    if node.kind is Kind.BUILDING and node.phrase == node.phrase.lower() and not node.text:
        return generic(resolve(node, look))  # a stall, a portal: any house would be wrong; a named one may stand in
    if node.kind in _PHYSICAL or node.kind is Kind.SETTING or node.text:
        return False
    if node.kind is Kind.EFFECT and (known_effect(node) or node.concept in WEATHER):
        return False
    return generic(resolve(node, look))


def generic(found: Resolution) -> bool:
    return found.how == "kind" and found.confidence <= FAINT
