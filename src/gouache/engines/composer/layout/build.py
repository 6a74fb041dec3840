"""One block for a root node: its instances with everything on, in, under and astride them."""

from __future__ import annotations

import random
from collections.abc import Mapping

from gouache.engines.composer.layout.attach import attach
from gouache.engines.composer.layout.block import Block, Piece, Stance
from gouache.engines.composer.layout.figure import Figure
from gouache.engines.composer.layout.group import line, pile, spread
from gouache.engines.composer.layout.plan import Plan, sorted_by
from gouache.engines.composer.layout.site import Site
from gouache.engines.composer.scene import Kind, Rel, Relation

TALL = 2.5  # metres: from here on a plant is a tree and a building a house, and stands behind
_FLYING = frozenset({"flying", "hovering", "soaring", "floating"})
_LEAPING = frozenset({"jumping", "leaping", "flying", "falling", "diving", "floating", "hovering"})


def stance(figure: Figure, site: Site) -> Stance:
    """How a root keeps its place."""
    pose, kind = figure.node.pose, figure.concept.kind
    if figure.has("sky") or kind is Kind.CELESTIAL:
        return Stance.SKY
    if pose in _FLYING or (figure.has("flies") and kind is not Kind.ANIMAL and pose is None):
        return Stance.FLY
    if figure.has("floats") and site.water_y is not None:
        return Stance.FLOAT
    if site.airy or (figure.has("swims") and site.water_y is not None and pose in (None, "swimming")):
        return Stance.SWIM
    if pose == "hanging" or (figure.has("hangs") and kind not in (Kind.ANIMAL, Kind.PERSON)):
        return Stance.HANG
    tall = kind in (Kind.BUILDING, Kind.PLANT) and figure.metres >= TALL
    far = kind is Kind.LANDFORM or tall
    return Stance.FAR if far else Stance.STAND


def unit(figure: Figure, index: int, how: Stance) -> Block:
    """One instance, standing on the origin."""
    drawing = figure.drawings[index]
    piece = Piece(
        figure.node.id,
        index,
        figure.node.concept,
        drawing,
        figure.scale(index),
        contact=how in (Stance.STAND, Stance.FAR),
        mirrorable=figure.mirrorable and drawing.facing != "front",
    )
    return Block(figure.node.id, (piece,), how, 0, drawing.facing, figure.node.pose in _LEAPING, figure.bust)


def build(root: str, plan: Plan, figures: Mapping[str, Figure], site: Site, rng: random.Random) -> Block:
    """The block of a root node, spread for the page."""
    return _build(root, plan, figures, site, rng, top=True)


def _build(
    node: str, plan: Plan, figures: Mapping[str, Figure], site: Site, rng: random.Random, top: bool = False
) -> Block:
    figure = figures[node]
    how = stance(figure, site) if top else Stance.STAND
    units = [unit(figure, i, how) for i in range(len(figure.drawings))]
    kids = plan.children.get(node, [])
    paired = [r for r in kids if len(units) > 1 and len(figures[r.subject].drawings) == len(units)]
    for relation in paired:
        guest = figures[relation.subject]
        units = [
            attach(relation.kind, host, unit(guest, i, Stance.STAND), figure, guest, rng)
            for i, host in enumerate(units)
        ]
    block = _together(units, figure, site, rng) if top else line(units, rng)
    rest = [r for r in kids if r not in paired]
    return _furnish(block, figure, rest, plan, figures, site, rng)


def _together(units: list[Block], figure: Figure, site: Site, rng: random.Random) -> Block:
    """Several of a kind: on top of each other or in a row when the prompt says so, else spread over the page."""
    if len(units) > 1 and "piled" in figure.node.modifiers:
        return pile(units, rng)
    if len(units) > 1 and "rowed" in figure.node.modifiers:
        return line(units, rng, gap=0.14)
    return spread(units, site, rng)


def _furnish(
    block: Block,
    figure: Figure,
    kids: list[Relation],
    plan: Plan,
    figures: Mapping[str, Figure],
    site: Site,
    rng: random.Random,
) -> Block:
    """Everything else on one base: kids with the same relation stand in a line."""
    for kind in (Rel.IN, Rel.RIDING, Rel.ON, Rel.BELOW):
        same = sorted_by([r.subject for r in kids if r.kind is kind], plan.inner)
        if not same:
            continue
        blocks = [_build(child, plan, figures, site, rng) for child in same]
        child = blocks[0] if len(blocks) == 1 else line(_levelled(blocks), rng, gap=0.22)
        block = attach(kind, block, child, figure, figures[same[0]], rng)
    return block


def _levelled(blocks: list[Block]) -> list[Block]:
    """Neighbours on one surface: none smaller than two fifths of the largest."""
    largest = max(max(b.box.w, b.box.h) for b in blocks)
    return [b.scaled(max(1.0, 0.4 * largest / max(b.box.w, b.box.h))) for b in blocks]
