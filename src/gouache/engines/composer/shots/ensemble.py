"""The figures of a scene brought together into one drawing."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from typing import Any

from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box, bounds
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.scene import Kind, Node, Rel, Scene
from gouache.engines.composer.shots.request import Figure
from gouache.engines.composer.shots.tables import rows
from gouache.engines.composer.svg import place

_CARRIED = (Rel.HOLDING, Rel.WEARING, Rel.EATING, Rel.USING)
_MOST = 6  # copies of one thing in a group
_UNDRAWN = (Kind.SETTING, Kind.EFFECT, Kind.SURFACE)


@dataclass(frozen=True, slots=True)
class Cast:
    """The drawings of the nodes that a design shows, in the order of the prompt."""

    nodes: tuple[Node, ...]
    drawings: tuple[Drawing, ...]

    def __bool__(self) -> bool:
        return bool(self.drawings)


def cast_of(scene: Scene, figure: Figure, rng: random.Random, look: Any, most: int = 4) -> Cast:
    """Every node worth drawing: no settings, no words of the trade, nothing that another node carries."""
    trade = {row[0] for row in rows("design_words.tsv")}
    carried = {r.object for r in scene.relations if r.kind in _CARRIED}
    nodes = [
        n for n in scene.nodes if n.id not in carried and n.kind not in _UNDRAWN and n.concept.lower() not in trade
    ]
    nodes = [n for n in nodes if n.kind is not Kind.CARRIER or not n.text][:most]
    return Cast(tuple(nodes), tuple(figure(replace(n, text=None) if n.text else n, rng, look) for n in nodes))


def ensemble(scene: Scene, cast: Cast) -> Drawing:
    """One drawing of all the cast: rows of equals, small things before large ones, riders on top."""
    groups = [_copies(d, min(_MOST, n.count), n.id) for n, d in zip(cast.nodes, cast.drawings, strict=True)]
    if len(groups) == 1:
        return groups[0]
    tall = [_visual_height(n) for n in cast.nodes]
    heights = [max(height, 0.62 * max(tall)) for height in tall]
    sized = [_scaled(d, h / d.box.h) for d, h in zip(groups, heights, strict=True)]
    return _arranged(scene, cast.nodes, sized)


def _visual_height(node: Node) -> float:
    known = concept(node.concept)
    metres = known.metres if known else 1.0
    return 100.0 * math.pow(metres * node.size, 0.3)


def _scaled(drawing: Drawing, k: float) -> Drawing:
    box = drawing.box
    moved = place(drawing.markup + drawing.front, -box.x * k, -box.y * k, k)
    return replace(drawing, markup=moved, front="", box=Box(0.0, 0.0, box.w * k, box.h * k), anchors={}, fields={})


def _copies(drawing: Drawing, count: int, name: str) -> Drawing:
    """`count` of one thing on two rows at most, the front row in the gaps of the back row."""
    if count <= 1:
        return replace(drawing, markup=scope_ids(drawing.markup + drawing.front, name), front="")
    w, h = drawing.box.w, drawing.box.h
    back = count // 2 if count > 3 else 0
    spots = [((i - (back - 1) / 2) * w * 1.04, -h * 0.42) for i in range(back)]
    spots += [((i - (count - back - 1) / 2) * w * 1.04, 0.0) for i in range(count - back)]
    parts = [
        place(scope_ids(drawing.markup + drawing.front, f"{name}-{i}"), x - drawing.box.x, y - drawing.box.y)
        for i, (x, y) in enumerate(spots)
    ]
    area = bounds(Box(x, y, w, h) for x, y in spots)
    return replace(drawing, markup="".join(parts), front="", box=area, anchors={}, fields={})


def _arranged(scene: Scene, nodes: tuple[Node, ...], drawings: list[Drawing]) -> Drawing:
    """Side by side on one ground line in the order that the relations ask for; stacked where one is on another."""
    spots: dict[str, Box] = {}
    order = _left_to_right(scene, nodes)
    carriers = {r.subject: r.object for r in scene.relations if r.kind in (Rel.ON, Rel.RIDING, Rel.ABOVE, Rel.IN)}
    carriers |= {r.object: r.subject for r in scene.relations if r.kind is Rel.BELOW}
    by_id = {n.id: d for n, d in zip(nodes, drawings, strict=True)}
    standing = [i for i in order if carriers.get(i) not in by_id]
    x = 0.0
    for node_id in standing:
        box = by_id[node_id].box
        spots[node_id] = Box(x, -box.h, box.w, box.h)
        x += box.w * 1.03
    if len(standing) == 2 and not scene.relations:
        spots |= _before_one_another(standing, spots)
    for node_id in (i for i in order if i not in spots):
        under, box = spots.get(carriers[node_id], Box(x, 0.0, 0.0, 0.0)), by_id[node_id].box
        spots[node_id] = Box(under.center.x - box.w / 2, under.y - box.h * 0.93, box.w, box.h)
    parts = [place(by_id[i].markup, spots[i].x, spots[i].y) for i in (*reversed([i for i in order if i in carriers]),)]
    standing.sort(key=lambda i: spots[i].bottom)  # what is raised stands behind
    parts = [place(by_id[i].markup, spots[i].x, spots[i].y) for i in standing] + parts
    sources = tuple(dict.fromkeys(s for d in drawings for s in (d.source, *d.sources)))
    return Drawing("".join(parts), bounds(spots.values()), drawings[0].source, sources=sources)


def _before_one_another(pair: list[str], spots: dict[str, Box]) -> dict[str, Box]:
    """Of a row and a single thing the row stands behind, raised; near equals stay side by side."""
    back, front = sorted(pair, key=lambda i: -spots[i].w)
    if spots[back].w < 1.9 * spots[front].w:
        return {}
    wide, single = spots[back], spots[front]
    k = min(1.5, wide.w * 0.5 / single.w)
    grown = Box(wide.center.x - single.w / 2, -single.h, single.w, single.h)
    return {back: Box(wide.x, -wide.h - grown.h * min(0.62, 0.5 * k), wide.w, wide.h), front: grown}


def _left_to_right(scene: Scene, nodes: tuple[Node, ...]) -> list[str]:
    order = [n.id for n in nodes]
    for r in scene.relations:
        if r.subject in order and r.object in order and r.kind in (Rel.LEFT_OF, Rel.RIGHT_OF):
            order.remove(r.subject)
            order.insert(order.index(r.object) + (r.kind is Rel.RIGHT_OF), r.subject)
    return order
