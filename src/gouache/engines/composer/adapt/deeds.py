"""What a deed needs to be seen: who fishes has a rod, who knits has wool; a deed that nothing shows is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from gouache import tables
from gouache.engines.composer import rig
from gouache.engines.composer.adapt.places import remove
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.lexicon.morphology import verb_forms
from gouache.engines.composer.lexicon.tables import phrasals, word_set
from gouache.engines.composer.resolve.species import has_wings, species_named
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene

_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_TOOLS = (Rel.HOLDING, Rel.USING, Rel.RIDING)
_MOUNT = "<"  # in the table: stood or sat upon, not held


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of `data/deeds.tsv`. `who` is empty for everybody."""

    who: frozenset[str]
    pose: str | None
    tool: str | None
    beside: str | None
    serves: frozenset[str]


@lru_cache(1)
def _deeds() -> Mapping[str, tuple[Deed, ...]]:
    table: dict[str, tuple[Deed, ...]] = {}
    for name, who, pose, tool, beside, serves in tables.rows(__package__, "deeds.tsv"):
        row = Deed(_names(who), _said(pose), _said(tool), _said(beside), _names(serves))
        table[name] = (*table.get(name, ()), row)
    return table


def _said(cell: str) -> str | None:
    return None if cell == "-" else cell


def _names(cell: str) -> frozenset[str]:
    return frozenset(name.strip() for name in cell.split(",")) - {"-"}


def enact(scene: Scene, ignored: list[str]) -> None:
    """Give everybody what the deeds need that the prompt tells of, in place."""
    for node in list(scene.nodes):
        _breathe_fire(scene, node)
        for name in node.deeds:
            deed = _deed_of(node, name)
            if deed is not None:
                _equip(scene, node, deed)
            elif node.kind in _ALIVE and not _seen(scene, node, name):
                ignored.append(f"{node.concept}: {name}: not shown")


def _breathe_fire(scene: Scene, node: Node) -> None:
    """A dragon's fire comes out of its mouth, towards whom it faces."""
    fire = next((n for n in scene.nodes if n.concept in ("fire", "flame") and "breathe" in node.deeds), None)
    if fire is None or node.kind is not Kind.ANIMAL:
        return
    target = [r.object for r in scene.relations if r.subject == node.id and r.object != fire.id]
    remove(scene, fire)
    scene.relations = [r for r in scene.relations if not (r.subject == node.id and r.object in target)]
    scene.relations += [Relation(Rel.FACING, node.id, at) for at in dict.fromkeys(target)]
    scene.nodes.append(Node(f"{node.id}-fire", "fire breath", "fire breath", Kind.THING))
    scene.relations.append(Relation(Rel.HOLDING, node.id, f"{node.id}-fire"))


def _deed_of(node: Node, name: str) -> Deed | None:
    if node.kind in (Kind.VEHICLE, Kind.BUILDING, Kind.PLANT, Kind.SETTING, Kind.CELESTIAL, Kind.LANDFORM):
        return None
    return next((deed for deed in _deeds().get(name, ()) if not deed.who or _is_one(node, deed.who)), None)


def _is_one(node: Node, who: frozenset[str]) -> bool:
    words = {node.concept, *node.concept.split(), *node.modifiers}
    return bool(words & who) or "winged" in who and has_wings(species_named(node.concept))


def _equip(scene: Scene, node: Node, deed: Deed) -> None:
    if _served(scene.nodes, deed.serves, node):
        return
    node.pose = deed.pose or node.pose
    busy = any(relation.subject == node.id and relation.kind in _TOOLS for relation in scene.relations)
    if deed.tool and deed.tool.startswith(_MOUNT):
        mounted = any(r.subject == node.id and r.kind in (Rel.RIDING, Rel.ON) for r in scene.relations)
        _add(scene, node, deed.tool.removeprefix(_MOUNT), None if mounted else Rel.RIDING)
    elif deed.tool and not busy:
        _add(scene, node, deed.tool, Rel.HOLDING)
    if deed.beside:
        _add(scene, node, deed.beside, Rel.NEXT_TO)


def _served(nodes: Iterable[Node], serves: frozenset[str], doer: Node) -> bool:
    """Whether the prompt itself names something that the deed is done with or to."""
    return any(n is not doer and ({n.concept, n.concept.split()[-1]} & serves) for n in nodes)


def _add(scene: Scene, node: Node, name: str, relation: Rel | None) -> None:
    if relation is None or any(n.concept == name for n in scene.nodes):
        return
    entry = concept(name)
    count = node.count if relation is not Rel.NEXT_TO else 1
    thing = Node(f"{node.id}-{name.replace(' ', '-')}", name, name, entry.kind if entry else Kind.THING, count)
    scene.nodes.append(thing)
    first, second = (thing, node) if relation is Rel.NEXT_TO else (node, thing)
    scene.relations.append(Relation(relation, first.id, second.id))


def _seen(scene: Scene, node: Node, name: str) -> bool:
    """Whether the pose, or what it is done with, tells of a deed; looking, being and the like need not be told."""
    if name in word_set("quiet") or rig.known_pose(node.pose) or rig.known_pose(name):
        return True
    verb = verb_forms().get(name)
    linked = verb is not None and verb.relation is not None or any(lemma == name for lemma, _ in phrasals())
    return linked and any(node.id in (r.subject, r.object) for r in scene.relations)
