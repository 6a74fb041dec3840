"""The figures of a scene brought together into one drawing."""

from __future__ import annotations

import math
import random
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box, Point, bounds
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.resolve import resolve
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene
from gouache.engines.composer.shots.request import Figure
from gouache.engines.composer.shots.tables import rows
from gouache.engines.composer.svg import place

_STACKED = (Rel.ON, Rel.RIDING, Rel.ABOVE, Rel.IN)
_CARRIED = (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.USING)
_SURE = 0.3  # below this a drawing is a mere guess
_CERTAIN = 0.8
_BUSINESSES = frozenset(
    ["app", "agency", "bar", "boutique", "brand", "business", "club", "company", "shop", "startup", "store", "studio"]
)
# what a design is for, and never shows
_PURPOSES = frozenset(
    ["album", "app", "campaign", "channel", "class", "concert", "conference", "contest", "course", "event",
     "festival", "fundraiser", "magazine", "meetup", "movie", "novel", "podcast", "sale", "show", "team",
     "tournament", "webinar", "website", "workshop", "thriller", "memoir", "cookbook", "biography", "anthology",
     "storybook", "weather", "step", "stage", "cycle", "process", "phase", "tip", "fact", "tracker", "infographic"]
)  # fmt: skip
_BUBBLES = frozenset({"speech bubble", "chat bubble", "message"})
_FEW = 4  # figures of one design; sets of icons and stickers have more
_MOST = 6  # copies of one thing in a group
_UNDRAWN = (Kind.SETTING, Kind.EFFECT, Kind.SURFACE)


@dataclass(frozen=True, slots=True)
class Cast:
    """The drawings of the nodes that a design shows, in the order of the prompt; what it leaves out, in words."""

    nodes: tuple[Node, ...]
    drawings: tuple[Drawing, ...]
    left_out: tuple[str, ...] = ()
    laden: bool = False  # somebody holds or wears something

    def __bool__(self) -> bool:
        return bool(self.drawings)

    @property
    def detailed(self) -> bool:
        """People and figures with something in hand lose too much as a symbol: they keep their own colours."""
        return self.laden or any(n.kind is Kind.PERSON for n in self.nodes)


def cast_of(scene: Scene, figure: Figure, rng: random.Random, look: Any, most: int = _FEW) -> Cast:
    """Every node worth drawing: no settings, no words of the trade, nothing that another node carries.

    A trade or a place is shown by its emblem, and only when nothing else is named: a cup for a coffee shop.
    """
    carried = {r.object for r in scene.relations if r.kind in _CARRIED}
    nodes = [n for n in scene.nodes if n.id not in carried and (n.kind not in _UNDRAWN or _visible(n))]
    nodes = [n for n in nodes if n.kind is not Kind.CARRIER or not n.text or n.concept in _BUBBLES]
    nodes = [n for n in nodes if n.concept.split()[-1] not in _PURPOSES or n is nodes[0] and len(nodes) == 1]
    things = [n for n in nodes if not _is_trade(n)]
    known = [n for n in things if resolve(n).confidence >= _SURE]
    known = [n for n in known if not (len(known) > 1 and resolve(n).stands_in_for and _said_for(scene, n))] or known
    shown = known or [e for n in nodes if (e := _emblem(n))]
    if most > _FEW:
        shown = [drawn for n in nodes if (drawn := n if n in known else _of_list(scene, n)) is not None]
    left_out = tuple(f"{n.concept}: not drawn in this design" for n in things if n not in known and _emblem(n) is None)
    shown = shown[:most]
    drawings = tuple(figure(replace(n, text=None) if n.text else n, rng, look) for n in shown)
    laden = any(r.kind in _CARRIED and r.subject in {n.id for n in shown} for r in scene.relations)
    return Cast(tuple(shown), drawings, left_out, laden)


def _of_list(scene: Scene, node: Node) -> Node | None:
    """The emblem of a listed word; what a set is for is not in it."""
    return None if _said_for(scene, node) else _emblem(node)


def _visible(node: Node) -> bool:
    """An effect that has a drawing of its own: a flame, a bolt of lightning."""
    return node.kind is Kind.EFFECT and resolve(node).confidence >= _CERTAIN


def _said_for(scene: Scene, node: Node) -> bool:
    """Whether a design is only "for" what a node names: a logo for a law firm, with scales."""
    purpose = rf"\bfor (?:an? |the |my |our )?(?:[\w-]+ ){{0,2}}{re.escape(node.concept)}"
    return re.search(purpose, scene.prompt.lower()) is not None


def _is_trade(node: Node) -> bool:
    name = node.concept.lower()
    return name in {row[0] for row in rows("design_words.tsv")} or _emblem(node) is not None


@lru_cache(1)
def _emblems() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("emblems.tsv")}


def _emblem(node: Node) -> Node | None:
    """The thing that stands for a trade, an occasion or a place."""
    said = node.concept.lower()
    what, _, business = said.rpartition(" ")
    name = _emblems().get(said)
    if name is None and business in _BUSINESSES:  # "guitar store", "meditation app"
        guess = replace(node, concept=what, kind=Kind.THING)
        name = _emblems().get(what) or (what if resolve(guess).confidence >= _CERTAIN else None)
    if name is None:
        return None
    known = concept(name)
    return replace(node, concept=name, phrase=name, kind=known.kind if known else Kind.THING, count=1)


def ensemble(scene: Scene, cast: Cast) -> Drawing:
    """One drawing of all the cast: rows of equals, small things before large ones, riders on top."""
    groups = [_copies(d, min(_MOST, n.count), n.id) for n, d in zip(cast.nodes, cast.drawings, strict=True)]
    if len(groups) == 1:
        return groups[0]
    tall = [_visual_height(n) for n in cast.nodes]
    heights = [max(height, 0.62 * max(tall)) for height in tall]
    sized = [_scaled(d, h / d.box.h) for d, h in zip(groups, heights, strict=True)]
    return _arranged(scene, cast.nodes, _not_dwarfed(scene, cast.nodes, sized))


def _not_dwarfed(scene: Scene, nodes: tuple[Node, ...], drawings: list[Drawing]) -> list[Drawing]:
    """Riders as tall as what they stand on is long, nearly."""
    at = {node.id: i for i, node in enumerate(nodes)}
    grown = list(drawings)
    for relation in scene.related(Rel.RIDING):
        if {relation.subject, relation.object} <= at.keys():
            rider, mount = grown[at[relation.subject]], grown[at[relation.object]]
            if "seat" not in mount.anchors and rider.box.h < 0.9 * mount.box.w:
                grown[at[relation.subject]] = _scaled(rider, 0.9 * mount.box.w / rider.box.h)
    return grown


def _visual_height(node: Node) -> float:
    known = concept(node.concept)
    metres = known.metres if known else 1.0
    return 100.0 * math.pow(metres * node.size, 0.3)


def _scaled(drawing: Drawing, k: float) -> Drawing:
    box = drawing.box
    moved = place(drawing.markup + drawing.front, -box.x * k, -box.y * k, k)
    anchors = {name: Point((p.x - box.x) * k, (p.y - box.y) * k) for name, p in drawing.anchors.items()}
    area = Box(0.0, 0.0, box.w * k, box.h * k)
    return replace(drawing, markup=moved, front="", box=area, anchors=anchors, fields={})


def _copies(drawing: Drawing, count: int, name: str) -> Drawing:
    """`count` of one thing on two rows at most, the front row in the gaps of the back row."""
    if count <= 1:
        return replace(drawing, markup=scope_ids(drawing.markup + drawing.front, name), front="")
    w, h = drawing.box.w, drawing.box.h
    back = count // 2 if count > 2 else 0
    spots = [((i - (back - 1) / 2) * w * 1.04, -h * 0.64) for i in range(back)]
    spots += [((i - (count - back - 1) / 2) * w * 1.04, 0.0) for i in range(count - back)]
    parts = [
        place(scope_ids(drawing.markup + drawing.front, f"{name}-{i}"), x - drawing.box.x, y - drawing.box.y)
        for i, (x, y) in enumerate(spots)
    ]
    area = bounds(Box(x, y, w, h) for x, y in spots)
    return replace(drawing, markup="".join(parts), front="", box=area, anchors={}, fields={})


def _arranged(scene: Scene, nodes: tuple[Node, ...], drawings: list[Drawing]) -> Drawing:
    """Side by side on one ground line in the order that the relations ask for; stacked where one is on another."""
    by_id = {n.id: d for n, d in zip(nodes, drawings, strict=True)}
    carriers = {r.subject: r for r in scene.relations if r.kind in _STACKED and {r.subject, r.object} <= set(by_id)}
    order = [i for i in _left_to_right(scene, nodes) if i not in carriers]
    grounded = {r.object for r in scene.relations if r.kind not in (Rel.BEHIND, Rel.WITH, Rel.AROUND)}
    sky = [n.id for n in nodes if n.kind is Kind.CELESTIAL and n.concept != "cloud" and n.id not in grounded]
    standing = [i for i in order if i not in sky] or order
    spots = _in_a_row(standing, by_id)
    if len(standing) == 2 and not scene.relations:
        spots |= _before_one_another(standing, spots)
    standing.sort(key=lambda i: spots[i].bottom)  # what is raised stands behind
    behind = _in_the_sky([i for i in order if i not in spots], spots, by_id)
    stacked = _stack(carriers, spots, by_id)
    spots |= behind | stacked
    parts = [place(by_id[i].markup, spots[i].x, spots[i].y) for i in (*behind, *standing, *stacked)]
    sources = tuple(dict.fromkeys(s for d in drawings[1:] for s in (d.source, *d.sources)))
    return Drawing("".join(parts), bounds(spots.values()), drawings[0].source, sources=(*drawings[0].sources, *sources))


def _in_a_row(names: list[str], by_id: dict[str, Drawing]) -> dict[str, Box]:
    spots: dict[str, Box] = {}
    x = 0.0
    for name in names:
        box = by_id[name].box
        spots[name] = Box(x, -box.h, box.w, box.h)
        x += box.w * 1.03
    return spots


def _in_the_sky(names: list[str], spots: dict[str, Box], by_id: dict[str, Drawing]) -> dict[str, Box]:
    """Sun, moon and stars rise from behind the others' right shoulder."""
    below = bounds(spots.values()) if spots else Box(0.0, -100.0, 100.0, 100.0)
    found = {}
    for i, name in enumerate(names):
        box = by_id[name].box
        x = below.x + below.w * (0.74 - 0.5 * i) - box.w / 2
        found[name] = Box(x, below.y - box.h * 0.42, box.w, box.h)
    return found


def _stack(carriers: dict[str, Relation], spots: dict[str, Box], by_id: dict[str, Drawing]) -> dict[str, Box]:
    """What is on, in or above another thing: seats meet, feet stand on tops."""
    found: dict[str, Box] = {}
    waiting = dict(carriers)
    while waiting:
        ready = [i for i, r in waiting.items() if r.object in spots or r.object in found]
        for name in ready or list(waiting)[:1]:  # a circle of carriers is broken at its first
            relation = waiting.pop(name)
            under = found.get(relation.object) or spots.get(relation.object) or Box(0.0, 0.0, 0.0, 0.0)
            found[name] = _on(by_id[name], by_id[relation.object], under, relation.kind)
    return found


def _on(drawing: Drawing, under: Drawing, spot: Box, kind: Rel) -> Box:
    if kind is Rel.RIDING and "seat" in under.anchors and "seat" in drawing.anchors:
        foot = drawing.anchor("seat", (0.5, 0.62))
        top = under.anchors["seat"]
    else:
        foot = drawing.box.at(0.5, 1.12 if kind is Rel.ABOVE else 0.98)
        top = under.anchor("top", (0.5, 0.06))
    return Box(spot.x + top.x - foot.x, spot.y + top.y - foot.y, drawing.box.w, drawing.box.h)


def _before_one_another(pair: list[str], spots: dict[str, Box]) -> dict[str, Box]:
    """Of a row and a single thing the row stands behind, raised; near equals stay side by side."""
    back, front = sorted(pair, key=lambda i: -spots[i].w)
    if spots[back].w < 1.9 * spots[front].w:
        return {} if spots[back].w + spots[front].w < 2.4 * spots[front].h else _two_rows(pair, spots)
    wide, single = spots[back], spots[front]
    k = min(1.5, wide.w * 0.5 / single.w)
    grown = Box(wide.center.x - single.w / 2, -single.h, single.w, single.h)
    return {back: Box(wide.x, -wide.h - grown.h * min(0.62, 0.5 * k), wide.w, wide.h), front: grown}


def _two_rows(pair: list[str], spots: dict[str, Box]) -> dict[str, Box]:
    """Two long rows, one above the other."""
    upper, lower = (spots[i] for i in pair)
    x = lower.center.x - upper.w / 2
    return {pair[0]: Box(x, -upper.h - lower.h * 0.86, upper.w, upper.h)}


def _left_to_right(scene: Scene, nodes: tuple[Node, ...]) -> list[str]:
    order = [n.id for n in nodes]
    for r in scene.relations:
        if r.subject in order and r.object in order and r.kind in (Rel.LEFT_OF, Rel.RIGHT_OF):
            order.remove(r.subject)
            order.insert(order.index(r.object) + (r.kind is Rel.RIGHT_OF), r.subject)
    return order
