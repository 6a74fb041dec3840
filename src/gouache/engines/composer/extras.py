"""Effects that a prompt names: smoke over a chimney, confetti over everything, a rainbow behind it all."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Placed
from gouache.engines.composer.picture import Element, Role
from gouache.engines.composer.scene import Kind, Node, Scene
from gouache.engines.composer.scenery import effect, effects

LOCAL = frozenset({"smoke", "steam", "sparkles", "glow", "fire glow", "splash", "fireflies", "firefly", "bubbles"})
_AROUND = frozenset({"sparkles", "glow", "fire glow"})
WEATHER = frozenset({"rain", "snow", "snowfall", "fog", "mist", "storm", "thunderstorm", "blizzard"})


def known_effect(node: Node) -> str | None:
    """The painter's name for an effect node, or None."""
    names = effects()
    words = node.concept.lower()
    return next((name for name in (words, f"{words}s", words.split()[-1] if words else "") if name in names), None)


def _neighbour(node: Node, scene: Scene, placed: Sequence[Placed]) -> Box | None:
    """The box of the thing that an effect belongs to."""
    linked = {
        r.object if r.subject == node.id else r.subject for r in scene.relations if node.id in (r.subject, r.object)
    }
    found: Box | None = None
    for block in placed:
        for piece in block.block.pieces:
            if piece.node in linked and piece.role is Role.SUBJECT:
                found = piece.box if found is None else found.union(piece.box)
    return found


def _box(name: str, near: Box | None, page: Box) -> Box:
    if near is None or name not in LOCAL:
        return page
    if name in _AROUND:
        return near.inset(-0.15 * near.w, -0.15 * near.h)
    height = max(0.5 * near.h, 0.2 * page.h)
    return Box(near.x + 0.2 * near.w, near.y - height * 0.85, 0.6 * near.w, height)


def named_effects(
    scene: Scene, placed: Sequence[Placed], width: int, height: int, dice: random.Random
) -> tuple[list[Element], list[Element]]:
    """Elements behind the subjects and elements over them.

    Rain, snow and fog are the stage's weather and left to it.
    """
    back: list[Element] = []
    over: list[Element] = []
    page = Box(0.0, 0.0, float(width), float(height))
    for node in scene.nodes:
        if node.kind is not Kind.EFFECT or node.concept in WEATHER:
            continue
        name = known_effect(node)
        if name is None:
            continue
        made = effect(name, _box(name, _neighbour(node, scene, placed), page), dice, f"fx-{node.id}", node.id)
        back.extend(e for e in made if e.role is not Role.LIGHT)
        over.extend(e for e in made if e.role is Role.LIGHT)
    return back, over


def one_sky(elements: Iterable[Element], scene: Scene) -> list[Element]:
    """The stage's elements without a second sun or moon, where the scene names its own."""
    named = {word for node in scene.nodes if node.kind is Kind.CELESTIAL for word in node.concept.split()[-1:]}
    twice = named & {"sun", "moon"}
    return [e for e in elements if e.label not in twice]
