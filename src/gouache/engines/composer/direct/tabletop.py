"""Things on a table: the picture plays on the table, and the table itself is the ground they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.scene import Kind, Node, Rel, Scene

LARGEST = 0.75  # metres: what is larger needs a whole table to be seen on
_TABLES = frozenset({"dining table", "desk", "counter"})
_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_ELSEWHERE = (Rel.HOLDING, Rel.WEARING, Rel.RIDING, Rel.BELOW, Rel.ABOVE, Rel.BEHIND, Rel.IN_FRONT_OF)
_ROOMS: Mapping[str | None, str] = MappingProxyType(
    {
        # a setting that the prompt names, and the table in it
        None: "",
        "cafe": "cafe",
        "restaurant": "evening",
        "bar": "evening",
        "kitchen": "kitchen",
        "garden": "terrace",
        "park": "terrace",
        "living_room": "",
        "studio": "studio",
    }
)


def _is_table(node: Node, scene: Scene) -> bool:
    """A plain table that nothing else is said about: nothing stands under, behind or beside it."""
    entry = concept(node.concept)
    if entry is None or entry.name not in _TABLES or node.count != 1 or node.colors or node.text:
        return False
    touching = [r for r in scene.relations if node.id in (r.subject, r.object)]
    return bool(touching) and all(r.kind is Rel.ON and r.object == node.id for r in touching)


def _fits(node: Node) -> bool:
    entry = concept(node.concept)
    return node.kind not in _ALIVE and entry is not None and entry.metres <= LARGEST


def table_of(scene: Scene) -> Node | None:
    """The table that can be the ground of the whole picture, or None."""
    tables = [n for n in scene.nodes if _is_table(n, scene)]
    if len(tables) != 1 or scene.setting not in _ROOMS:
        return None
    others = [n for n in scene.nodes if n is not tables[0] and n.kind not in (Kind.EFFECT, Kind.SETTING)]
    placed = all(r.kind not in _ELSEWHERE for r in scene.relations)
    return tables[0] if others and placed and all(_fits(n) for n in others) else None


def set_table(scene: Scene) -> None:
    """Move a scene whose things lie on a table onto that table; the table is scenery from then on."""
    table = table_of(scene)
    if table is None:
        return
    scene.setting, scene.setting_words = "tabletop", _ROOMS[scene.setting] or scene.setting_words
    scene.nodes = [n for n in scene.nodes if n is not table]
    scene.relations = [r for r in scene.relations if table.id not in (r.subject, r.object)]
