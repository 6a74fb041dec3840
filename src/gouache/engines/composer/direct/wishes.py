"""Poses that a lone creature may take when the prompt leaves its pose open: a fox sits, a horse walks."""

from __future__ import annotations

from functools import lru_cache

from gouache import tables
from gouache.engines.composer.direct.deal import deal
from gouache.engines.composer.rig.species import find
from gouache.engines.composer.scene import Kind, Node, Scene, Shot

PORTRAIT = "portrait"
CLOSE = "close"  # the view that may become a portrait
_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_UNSEEN = (Kind.SETTING, Kind.EFFECT)


@lru_cache(1)
def wishes() -> dict[str, tuple[str, ...]]:
    """Body plan (or `person`) to the poses that suit it; `standing` is the usual one."""
    return {row[0]: tuple(row[1].split(",")) for row in tables.rows(__package__, "wishes.tsv")}


def lone(scene: Scene) -> Node | None:
    """The one creature of a scene that says nothing about what it does, or None."""
    seen = [n for n in scene.nodes if n.kind not in _UNSEEN]
    if len(seen) != 1 or scene.relations or scene.shot is not Shot.SCENE:
        return None
    node = seen[0]
    free = node.kind in _ALIVE and node.count == 1 and not (node.pose or node.text or node.extra_arms)
    return node if free else None


def _suiting(node: Node) -> tuple[str, ...]:
    if node.kind is Kind.PERSON:
        return wishes()["person"]
    known = find(node.concept)
    return wishes().get(known.plan, ()) if known else ()


def pose(scene: Scene, seed: int, view: str, floor: str) -> str | None:
    """A pose for the lone creature, None for the usual one. `floor` as in the table of settings."""
    node = lone(scene)
    if node is None or floor in ("air", "water"):
        return None
    options = tuple(p for p in _suiting(node) if (p == PORTRAIT) <= (view == CLOSE))
    if view == CLOSE and PORTRAIT in options:
        options = (PORTRAIT, "standing")
    chosen = deal(options, seed if view != CLOSE else seed // 4, f"{scene.prompt}/pose") if options else "standing"
    return None if chosen == "standing" else chosen
