"""Nodes that name a place: they become the scene's setting instead of a thing that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gouache.engines.composer.adapt.tables import places, prints
from gouache.engines.composer.adapt.worth import generic, vague
from gouache.engines.composer.art import pack
from gouache.engines.composer.lexicon.tables import settings
from gouache.engines.composer.resolve import resolve
from gouache.engines.composer.scene import Kind, Node, Rel, Scene

_FROM_MOON = re.compile(r"\b(?:from|on|of) (?:the )?(?:surface of the )?moon\b(?!light)|\bmoon's surface\b|\blunar\b")
_BROAD = frozenset({"space", "field", "court", "game", "match", "interior", "room", "area", "land", "floor", "air",
                    "state", "center", "universe", "stage", "station", "port"})  # fmt: skip
_STAYS = (Rel.HOLDING, Rel.WEARING, Rel.RIDING, Rel.USING, Rel.EATING)
_RANGES = frozenset({"mountain", "hill", "dune", "peak", "cliff"})
_GROUNDS = frozenset({"rodeo", "corral", "paddock", "ranch", "pasture"})  # no enclosure that stands in it
_STANDING = (Kind.PERSON, Kind.ANIMAL, Kind.FOOD, Kind.VEHICLE, Kind.PLANT)


def _classes(name: str) -> Iterator[str]:
    """WordNet's classes of a name, nearest first, when it is a place."""
    art = pack()
    word = art.word(name) if art else None
    if word is None or word.noun is None or word.noun.lexnames[0] not in ("location", "object"):
        return
    for step in word.noun.hypernyms[0]:
        yield from (name for name in step if name in places() and name not in _BROAD)


def _candidates(node: Node, scene: Scene) -> Iterator[str]:
    name = node.concept.lower()
    yield name
    if name.startswith("downtown"):
        yield "downtown"
    yield from _classes(name)
    yield name.split()[-1] if name else ""
    words = re.findall(r"[a-z'-]+", node.phrase.lower())
    yield words[-1] if words else ""
    if len(scene.nodes) == 1:
        rest = re.findall(r"[a-z'-]+", scene.prompt.lower())
        yield rest[-1] if rest else ""


def place_of(node: Node, scene: Scene) -> str | None:
    """The setting that a node names, or None."""
    for name in _candidates(node, scene):
        if name in _RANGES and node.count > 1:
            return {"dune": "desert", "hill": "hills"}.get(name, "mountains")
        if name in places():
            return places()[name]
        if name in settings() and not settings()[name].solid:
            return settings()[name].key
    return None


def _is_place(node: Node, scene: Scene, look: str) -> bool:
    if node.kind in _STANDING or node.text and node.concept not in prints("walls"):
        return False
    held = {r.kind for r in scene.relations if r.object == node.id}
    if held & set(_STAYS):
        return held <= {Rel.RIDING} and vague(node, look)  # to drive in the country
    if node.concept in prints("walls") or node.kind is Kind.SETTING:
        return True
    if _range(node, scene):
        return True
    if node.kind is Kind.LANDFORM or node.kind is Kind.BUILDING:
        found = resolve(node, look)
        return generic(found) or (found.stands_in_for is not None and node.concept in places())
    return vague(node, look) or node.concept in _GROUNDS


def _range(node: Node, scene: Scene) -> bool:
    """Several mountains are a landscape that other things are in front of or above."""
    beside = any(r.object == node.id for r in scene.relations)
    return node.kind is Kind.LANDFORM and node.count > 1 and beside and node.concept.split()[-1] in _RANGES


def settle(scene: Scene, look: str) -> None:
    """Give the scene its setting out of its nodes; the nodes that named it go."""
    _lunar(scene)
    _homes(scene)
    for node in list(scene.nodes):
        if not _is_place(node, scene, look):
            continue
        key = place_of(node, scene)
        if key is None or (node.kind is Kind.SETTING and scene.setting):
            continue
        if "snow" in node.phrase.lower():
            scene.season = scene.season or "winter"
        if scene.setting is None or (node.concept in prints("walls") and scene.setting in ("studio", "gradient")):
            scene.setting, scene.setting_words = key, node.phrase
            if key == "brick_wall" and node.colors and "brick" not in node.phrase:
                scene.background = scene.background or node.colors[0]  # a plain wall in its colour
        _leave(scene, node, key)


def _leave(scene: Scene, node: Node, key: str) -> None:
    """A wall's pictures stay on it, its words become lettering."""
    if key == "brick_wall":
        for relation in scene.relations:
            other = {relation.subject: relation.object, relation.object: relation.subject}.get(node.id)
            if other and relation.kind in (Rel.ON, Rel.WITH, Rel.NEXT_TO):
                guest = scene.node(other)
                if relation.kind is Rel.ON or set(guest.modifiers) & prints("pictures"):
                    guest.modifiers = (*guest.modifiers, "on-wall")
        if node.text:
            scene.texts = [*scene.texts, node.text]
    remove(scene, node)


def _homes(scene: Scene) -> None:
    """A home with nobody in it is a house, seen from outside."""
    for node in scene.nodes:
        home = node.concept.split()[-1:] in (["home"], ["house"], ["mansion"], ["villa"])
        if node.kind is Kind.SETTING and len(scene.nodes) == 1 and home:
            node.kind, scene.setting = Kind.BUILDING, None


def _lunar(scene: Scene) -> None:
    """Something seen from the moon, or on it."""
    moons = [n for n in scene.nodes if n.concept == "moon"]
    free = len(scene.nodes) > 1 and scene.setting in (None, "space", "sky")
    if moons and free and _FROM_MOON.search(scene.prompt.lower()):
        scene.setting = "moon"
        remove(scene, moons[0])


def remove(scene: Scene, node: Node) -> None:
    scene.nodes = [n for n in scene.nodes if n.id != node.id]
    scene.relations = [r for r in scene.relations if node.id not in (r.subject, r.object)]
