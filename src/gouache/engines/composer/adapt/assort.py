"""Words for a sort of things ("five vegetables", "cute animals") become that many different ones of the sort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from gouache import tables
from gouache.engines.composer import rng
from gouache.engines.composer.adapt.places import remove
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.scene import Kind, Node, Relation, Scene, Shot

LEAST = 3  # of a sort before they differ
MOST = 9
_MASS = frozenset({"gear", "equipment", "wildlife", "life", "supply", "supplies", "produce", "fruit", "food", "tool"})
_SHOWN = {Shot.STICKER: 6, Shot.ICON: 9, Shot.PATTERN: 6}  # of an uncounted sort, where a design shows many


@lru_cache(1)
def _sorts() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for names, members in tables.rows(__package__, "assortments.tsv"):
        for name in names.split(","):
            table.setdefault(name.strip(), tuple(member.strip() for member in members.split(",")))
    return table


def _announces(scene: Scene, node: Node) -> bool:
    """Whether a sort only announces the things that are listed after it: "camping items: tent, campfire"."""
    at = scene.prompt.find(":")
    listed = [n for n in scene.nodes if n is not node and scene.prompt.find(n.phrase) > at]
    return 0 <= scene.prompt.find(node.phrase) < at and len(listed) > 1


def assort(scene: Scene) -> None:
    """Replace in place what is named by its sort only, with all its relations."""
    for node in list(scene.nodes):
        members = _members(node)
        general = members or node.concept.split()[-1] in ("icon", "item", "element", "object", "sticker", "symbol")
        if general and scene.shot in _SHOWN and _announces(scene, node):
            remove(scene, node)
            continue
        if members and node.count == 1 and node.concept.split()[-1] in _MASS and scene.shot in _SHOWN:
            node.count = LEAST
        if node.count == LEAST and not node.phrase[:1].isdigit() and not node.phrase.lower().startswith("three"):
            node.count = _SHOWN.get(scene.shot, LEAST) if members else LEAST
        if members and LEAST <= node.count <= MOST and not node.colors:
            _replace(scene, node, members)


def _members(node: Node) -> tuple[str, ...]:
    words = node.concept.split()
    names = (" ".join(words[start:]) for start in range(len(words)))
    return next((_sorts()[name] for name in names if name in _sorts()), ())


def _replace(scene: Scene, node: Node, members: tuple[str, ...]) -> None:
    dice = rng.stream(0, f"{scene.prompt}/{node.id}")  # the same sort in every picture of a request
    chosen = list(members)
    if len(chosen) > node.count:
        chosen = [members[i] for i in sorted(dice.sample(range(len(members)), node.count))]
    each = [node.count // len(chosen) + (i < node.count % len(chosen)) for i in range(len(chosen))]
    singles = [_single(node, name, count, i) for i, (name, count) in enumerate(zip(chosen, each, strict=True))]
    at = scene.nodes.index(node)
    scene.nodes[at : at + 1] = singles
    relations: list[Relation] = []
    for link in scene.relations:
        if link.subject == node.id:
            relations += [Relation(link.kind, single.id, link.object) for single in singles]
        elif link.object == node.id:
            relations.append(Relation(link.kind, link.subject, singles[0].id))
        else:
            relations.append(link)
    scene.relations = relations


def _single(node: Node, name: str, count: int, index: int) -> Node:
    entry = concept(name)
    own = f"{node.id}-{index + 1}"
    return replace(node, id=own, concept=name, phrase=name, count=count, kind=entry.kind if entry else Kind.THING)
