"""Pictures of things: printed on a shirt, shown on a screen, hung in a frame; they do not stand on anything."""

from __future__ import annotations

import re

from gouache.engines.composer.adapt.places import remove
from gouache.engines.composer.adapt.tables import prints
from gouache.engines.composer.scene import Kind, Node, Rel, Scene

Prints = dict[str, list[Node]]

_SHOWN = re.compile(r"\b(?:shows?|showing|displays?|displaying|depicts?|depicting|playing|with)\b")
_DEPICTED = re.compile(r"\b(?:depict(?:s|ing)|showing|that shows)\b")
_HUNG = frozenset({"painting", "picture", "drawing", "photo", "photograph", "poster", "portrait", "sketch", "print"})


def _named(node: Node, sort: str) -> bool:
    name = node.concept
    return name in prints(sort) or name.split()[-1] in prints(sort)


def _pictured(node: Node) -> bool:
    """Spoken of as a picture: a drawing of a cat, a flame decal."""
    return bool({*node.modifiers, *node.phrase.lower().split()} & prints("pictures"))


def _is_print(guest: Node, host: Node, scene: Scene) -> bool:
    if re.search(rf"\b{re.escape(guest.concept)}s?\s+on top\b", scene.prompt.lower()):
        return False
    if guest.count > 6 or guest.kind is Kind.SETTING or host.concept in prints("walls"):
        return False
    if host.concept.split()[-1] in ("screen", "monitor", "canvas"):
        return True
    after = scene.nodes.index(guest) > scene.nodes.index(host)
    if _named(host, "always"):
        return after or _pictured(guest)
    flat = _named(host, "pictured") or host.kind in (Kind.THING, Kind.CARRIER, Kind.WEARABLE)
    return flat and _pictured(guest)


def collect(scene: Scene) -> Prints:
    """Take the pictured nodes out of the scene; per host id, what is pictured on it."""
    found: Prints = {}
    _frames(scene, found)
    _sides(scene)
    for relation in list(scene.relations):
        ids = {n.id: n for n in scene.nodes}
        if relation.kind not in (Rel.ON, Rel.IN, Rel.WITH) or not {relation.subject, relation.object} <= ids.keys():
            continue
        guest, host = ids[relation.subject], ids[relation.object]
        if relation.kind is Rel.WITH:
            guest, host = host, guest
            if not _pictured(guest):
                continue
        if _is_print(guest, host, scene):
            _print(scene, found, guest, host)
    _screens(scene, found)
    return found


def _print(scene: Scene, found: Prints, guest: Node, host: Node) -> None:
    """The guest with all it wears and holds becomes a picture; only it itself is drawn."""
    found.setdefault(host.id, []).append(guest)
    for relation in scene.related(Rel.WEARING, subject=guest.id) + scene.related(Rel.HOLDING, subject=guest.id):
        item = next((n for n in scene.nodes if n.id == relation.object), None)
        if item is not None:
            remove(scene, item)
    remove(scene, guest)


def _sides(scene: Scene) -> None:
    """The cover of a book is the book."""
    for node in list(scene.nodes):
        if node.concept not in prints("sides") or node.text:
            continue
        guests = {r.subject for r in scene.related(Rel.ON, object=node.id)}
        hosts = [r.object for g in guests for r in scene.related(Rel.ON, subject=g) if r.object != node.id]
        if hosts or (guests and _hosts_before(scene, node)):
            remove(scene, node)


def _hosts_before(scene: Scene, node: Node) -> list[Node]:
    return [n for n in scene.nodes[: scene.nodes.index(node)] if _named(n, "always")]


def _screens(scene: Scene, found: Prints) -> None:
    """What a screen shows, when nothing else relates the two."""
    for host, guest in zip(list(scene.nodes), list(scene.nodes)[1:], strict=False):
        alive = host.kind in (Kind.PERSON, Kind.ANIMAL)
        if alive or Kind.SETTING in (host.kind, guest.kind) or host.id in found or guest not in scene.nodes:
            continue
        shown = _SHOWN if host.concept in prints("screens") else _DEPICTED
        start, end = scene.prompt.find(host.phrase), scene.prompt.find(guest.phrase)
        related = any({r.subject, r.object} == {host.id, guest.id} for r in scene.relations)
        if 0 <= start < end and shown.search(scene.prompt[start + len(host.phrase) : end]) and not related:
            _print(scene, found, guest, host)


def _frames(scene: Scene, found: Prints) -> None:
    """A painting of a cat on the wall is a frame on the wall, with the cat in it."""
    words = set(scene.style_words)
    for relation in scene.related(Rel.ON):
        ids = {n.id: n for n in scene.nodes}
        guest, host = ids.get(relation.subject), ids.get(relation.object)
        if guest is None or host is None or host.concept not in prints("walls"):
            continue
        if (words | set(guest.modifiers)) & _HUNG and "graffiti" not in guest.modifiers:
            picture = Node(f"{guest.id}-picture", guest.phrase, guest.concept, guest.kind, guest.count, guest.colors)
            found[guest.id] = [picture]
            guest.concept, guest.kind, guest.count, guest.colors = "picture frame", Kind.CARRIER, 1, ()
            guest.modifiers = ("on-wall",)
            scene.style_words = tuple(w for w in scene.style_words if w not in _HUNG)
