"""Names that nobody knows: a slip of the pen is read as the word that was meant, a stray last word is left off."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gouache.engines.composer.adapt.places import place_of
from gouache.engines.composer.adapt.worth import vague
from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon import Concept, concept
from gouache.engines.composer.lexicon.concepts import concepts
from gouache.engines.composer.scene import Kind, Node, Rel, Scene

SHORTEST = 6  # letters: shorter words have too many neighbours
LONG = 9  # from here on two slips are forgiven


@lru_cache(1)
def _by_start() -> Mapping[str, tuple[str, ...]]:
    """First two letters -> names."""
    table: dict[str, list[str]] = {}
    for name in concepts():
        table.setdefault(name[:2], []).append(name)
    return {start: tuple(names) for start, names in table.items()}


def slips(one: str, two: str, most: int) -> int:
    """Letters added, left out, changed or swapped with a neighbour; `most` + 1 when there are more."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    older: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, last, row = row, older, [i]
        for j, b in enumerate(two, 1):
            cost = min(older[j] + 1, row[-1] + 1, older[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


@lru_cache(1024)
def meant(name: str) -> Concept | None:
    """The concept whose name differs from an unknown one by a slip or two."""
    art = pack()
    if len(name) < SHORTEST or (art is not None and art.word(name) is not None):
        return None
    most = 2 if len(name) >= LONG else 1
    found = [(slips(name, other, most), other) for other in _by_start().get(name[:2], ())]
    best = min(found, default=(most + 1, ""))
    return concept(best[1]) if best[0] <= most else None


def _beginning(name: str) -> Concept | None:
    """The longest known beginning of a compound: "airplane taxiing" is an airplane."""
    words = name.split()
    for end in range(len(words) - 1, 0, -1):
        entry = concept(" ".join(words[:end]))
        if entry is not None and entry.kind is not Kind.SETTING:
            return entry
    return None


def respell(scene: Scene, look: str) -> None:
    """Give nodes that nothing is known about the name that was probably meant."""
    for node in scene.nodes:
        if not _unknown(node, look) or place_of(node, scene) is not None:
            continue
        if any(r.kind is Rel.WEARING and r.subject == node.id for r in scene.relations):
            node.kind = Kind.ANIMAL  # whoever wears something is somebody
            continue
        entry = meant(node.concept) or _beginning(node.concept)
        if entry is not None:
            node.concept, node.kind = entry.name, entry.kind
        elif node.text:
            node.concept, node.kind = "sign", Kind.CARRIER


def _unknown(node: Node, look: str) -> bool:
    text, node.text = node.text, None
    try:
        return vague(node, look)
    finally:
        node.text = text
