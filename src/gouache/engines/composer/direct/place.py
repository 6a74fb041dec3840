"""Where a scene plays when the prompt does not say: every subject names the settings it is at home in."""

from __future__ import annotations

from collections.abc import Iterable

from gouache.engines.composer.direct.tables import habitats
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.scene import Kind, Node, Rel, Scene, Shot
from gouache.engines.composer.scenery.catalog import settings

NEUTRAL = ("studio", "gradient", "meadow", "park", "studio", "beach")
PLAIN_SHOTS = frozenset({Shot.LOGO, Shot.ICON, Shot.STICKER, Shot.PATTERN})
_CARRIED = (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.USING)
_HANDY = 0.75  # metres: what may lie on a table
_LARGE = {Kind.VEHICLE, Kind.BUILDING, Kind.LANDFORM}
_TRAITS = ("floats", "swims", "flies", "sky", "handheld", "indoor")


def _names(node: Node) -> Iterable[str]:
    """Keys to try, most exact first: the concept, its table name, its last word, traits, kind."""
    entry = concept(node.concept)
    yield node.concept
    if entry:
        yield entry.name
    yield node.concept.split()[-1]
    for trait in _TRAITS:
        if entry and trait in entry.traits:
            yield f"trait:{trait}"
    yield f"kind:{node.kind.value}"


def _traits(node: Node) -> frozenset[str]:
    entry = concept(node.concept)
    return entry.traits if entry else frozenset()


def homes(node: Node) -> tuple[str, ...]:
    """Settings for one node, best first; empty when any will do."""
    table = habitats()
    return next((table[name] for name in _names(node) if name in table), ())


def leading(scene: Scene) -> list[Node]:
    """The nodes that decide the place: not what is worn or held, not effects."""
    carried = {relation.object for kind in _CARRIED for relation in scene.related(kind)}
    carried |= {
        relation.subject
        for kind in (Rel.IN, Rel.ON)
        for relation in scene.related(kind)
        if _slight(scene, relation.subject)
    }
    nodes = [n for n in scene.nodes if n.kind not in (Kind.SETTING, Kind.EFFECT, Kind.WEARABLE) and n.id not in carried]
    return nodes or list(scene.nodes)


def _slight(scene: Scene, node_id: str) -> bool:
    """What lies in or on another thing and says nothing of the place: basil in a soup, an apple on a book."""
    return scene.node(node_id).kind in (Kind.FOOD, Kind.PLANT, Kind.THING, Kind.CONTAINER)


def _shared(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(key for key in lists[0] if all(key in other for other in lists[1:]))


def fitting(scene: Scene) -> tuple[str, ...]:
    """Candidate settings of a scene, never empty."""
    if scene.setting in settings():
        return (str(scene.setting),)
    if scene.shot in PLAIN_SHOTS:
        return ("studio", "gradient") if scene.shot is not Shot.PATTERN else ("paper",)
    nodes = leading(scene)
    lists = [options for node in nodes if (options := homes(node))]
    return (_shared(lists) or _mixed(nodes)) if lists else NEUTRAL


def _mixed(nodes: list[Node]) -> tuple[str, ...]:
    """Where things of different homes may meet: furniture keeps its roof, what lives and drives is out of doors."""
    kinds = {node.kind for node in nodes}
    wet = [homes(node) for node in nodes if {"swims", "floats"} & _traits(node)]
    if wet:
        return tuple(key for key in wet[0] if key != "underwater") or wet[0]
    if Kind.FURNITURE in kinds and not kinds & _LARGE:
        return ("living_room", "studio", "living_room", "gradient")
    if kinds & {*_LARGE, Kind.ANIMAL, Kind.PERSON, Kind.PLANT}:
        return ("meadow", "park", "hills", "meadow", "garden")
    small = all(entry is not None and entry.metres <= _HANDY for entry in (concept(n.concept) for n in nodes))
    return ("studio", "gradient", "tabletop") if small else ("studio", "gradient")
