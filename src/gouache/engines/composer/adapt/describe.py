"""What the words about a node say about its looks: what it is made of, what it is a part of, how many lie where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from gouache import tables
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.resolve.species import species_named
from gouache.engines.composer.resolve.tables import materials
from gouache.engines.composer.scene import Kind, Node, Scene, Shot

BLACK = "#23262f"
HEAD = "head only"
_HEADS = re.compile(r"\b(?:mascot|e-?sports?|head|face)\b")
_SUITS = frozenset({"tuxedo", "suit", "business suit", "tux", "dinner jacket"})
_DISHES = frozenset({"bowl", "plate", "dish", "cup", "mug", "glass", "pot", "can"})
_PIECES = frozenset({"key", "string", "page", "handle", "hull", "wheel", "roof", "inside", "edge", "side", "bottom",
                     "petal", "leaf", "dial", "pedal", "spine", "cover", "close-up", "diagram", "schematic",
                     "blueprint", "cutaway", "illustration", "depiction", "infographic", "view"})  # fmt: skip
_PILED = re.compile(r"\bon top of (?:each other|one another)\b|\bstack(?:ed)?\b|\bpile of\b|\btower of\b")
_ROWED = re.compile(r"\bin a (?:row|line)\b|\blined up\b|\bside by side\b|\ba row of\b")
MOST_PILED = 5


@lru_cache(1)
def matter() -> Mapping[str, str]:
    """Stuff, also in the singular -> its colour, `#rrggbb`."""
    rows = tables.rows(__package__, "matter.tsv")
    names = [(name.strip(), color) for cell, color in rows for name in cell.split(",")]
    return dict([*((name.removesuffix("s"), color) for name, color in names), *names])


def describe(scene: Scene, ignored: list[str]) -> None:
    """Turn words about the nodes into what the drawing can show of them."""
    prompt = scene.prompt.lower()
    several = [n for n in scene.nodes if 2 <= n.count <= MOST_PILED]
    for node in scene.nodes:
        _body(node, scene)
        _emblematic(node, scene)
        _creature(node)
        _whole(node)
        _stuff(node, ignored)
        if node.concept in _SUITS and not node.colors:
            node.colors = (BLACK,)
    if len(several) == 1:
        order = "piled" if _PILED.search(prompt) else "rowed" if _ROWED.search(prompt) else None
        several[0].modifiers = (*several[0].modifiers, order) if order else several[0].modifiers


def _body(node: Node, scene: Scene) -> None:
    """A pig's face is a pig, close up."""
    words = node.concept.split()
    if len(words) > 1 and words[-1] in ("face", "head") and species_named(" ".join(words[:-1])):
        node.concept, node.kind = " ".join(words[:-1]), Kind.ANIMAL
        node.modifiers = (*node.modifiers, HEAD)
        if len(scene.nodes) == 1 and scene.shot is Shot.SCENE:
            scene.shot = Shot.PORTRAIT


def _emblematic(node: Node, scene: Scene) -> None:
    """A mascot's logo and an app's icon show an animal's head, when it does nothing."""
    beasts = [n for n in scene.nodes if n.kind in (Kind.ANIMAL, Kind.PERSON)]
    free = not any(node.id in (r.subject, r.object) for r in scene.relations)
    alone = beasts == [node] and free and node.kind is Kind.ANIMAL and node.count == 1
    wanted = scene.shot is Shot.ICON or scene.shot is Shot.LOGO and _HEADS.search(scene.prompt.lower()) is not None
    if alone and wanted and node.pose is None and species_named(node.concept) and HEAD not in node.modifiers:
        node.modifiers = (*node.modifiers, HEAD)


def _creature(node: Node) -> None:
    """A raccoon detective is a raccoon in a detective's clothes."""
    words = node.concept.split()
    for end in range(len(words) - 1, 0, -1):
        entry = concept(" ".join(words[:end]))
        if node.kind is Kind.PERSON and entry is not None and entry.kind is Kind.ANIMAL:
            node.modifiers = (*node.modifiers, *words[end:])
            node.concept, node.kind = entry.name, Kind.ANIMAL


def _whole(node: Node) -> None:
    """The keys of a piano are a piano, a bowl of pho is pho; stripes are a pattern, a pair of headphones is one."""
    for words in (*node.parts, *node.modifiers):
        last = words.split()[-1] if words else ""
        entry = concept(words.removeprefix("of ")) or concept(last)
        if node.pattern is None and last in ("stripe", "stripes"):
            node.pattern = "striped"
        if entry is None:
            continue
        if node.concept.split()[-1] in _DISHES and entry.kind is Kind.FOOD:
            node.concept, node.kind = entry.name, Kind.FOOD
        elif node.concept in _PIECES and words.startswith("of "):
            node.concept, node.kind, node.count = entry.name, entry.kind, 1
    if node.count == 2 and node.phrase.lower().startswith("a pair of") and node.kind is Kind.WEARABLE:
        node.count = 1


def _stuff(node: Node, ignored: list[str]) -> None:
    """Made of cheese: as a material if there is one, else in the stuff's colour."""
    for words in node.modifiers:
        stuff = words.removeprefix("made out of ").removeprefix("made of ").removeprefix("made from ")
        if stuff == words or node.material or node.colors:
            continue
        name = next((part for part in (stuff, stuff.split()[-1]) if part in materials() or part in matter()), None)
        if name is None:
            ignored.append(f"{words}: not shown")
        elif name in materials():
            node.material = name
        else:
            node.colors = (matter()[name],)
            ignored.append(f"{words}: shown by its colour only")
