"""The scene's relations sorted by what they mean for the layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gouache.engines.composer.layout.figure import Figure
from gouache.engines.composer.scene import Kind, Rel, Relation, Scene

CARRIED = (Rel.HOLDING, Rel.WEARING, Rel.USING, Rel.EATING)
SMALL = 0.5  # metres: what is put on a table rather than beside it
_ALIVE = (Kind.PERSON, Kind.ANIMAL)
_INSIDE_BLOCK = (Rel.ON, Rel.IN, Rel.RIDING)
SHELTERS = frozenset(
    ("umbrella", "parasol", "tree", "bridge", "tent", "palm tree", "arch", "lamp", "table", "desk", "bed", "chair",
     "bench", "stool", "couch", "sofa", "armchair", "piano", "pine tree", "mushroom", "street light", "awning",
     "christmas tree")
)  # fmt: skip


@dataclass(slots=True)
class Plan:
    """`parent` maps a node to what it is on, in, riding or under; `roots` have no parent, in prompt order."""

    roots: list[str] = field(default_factory=list)
    children: dict[str, list[Relation]] = field(default_factory=dict)
    orders: list[tuple[str, str]] = field(default_factory=list)  # (left, right)
    inner: list[tuple[str, str]] = field(default_factory=list)  # the same between things on one carrier
    stacks: list[tuple[str, str]] = field(default_factory=list)  # (upper, lower)
    hidden: list[tuple[str, str]] = field(default_factory=list)  # (behind, in front)
    neighbours: list[tuple[str, str]] = field(default_factory=list)
    facing: list[tuple[str, str]] = field(default_factory=list)
    flyers: set[str] = field(default_factory=set)  # roots that need no shelf in the air
    rings: list[tuple[str, str]] = field(default_factory=list)  # (ring, centre)


def sorted_by(nodes: list[str], orders: list[tuple[str, str]]) -> list[str]:
    """Nodes from left to right, otherwise in the order given."""
    row = list(nodes)
    for _ in row:
        for left, right in orders:
            if left in row and right in row and row.index(left) > row.index(right):
                row.insert(row.index(right), row.pop(row.index(left)))
    return row


def shelters(figure: Figure) -> bool:
    """Whether small things fit underneath it while it stands on the ground."""
    names = {figure.concept.name, figure.node.concept, *figure.node.concept.split()[-1:]}
    return bool(names & SHELTERS)


def _kind_of_child(relation: Relation, figures: Mapping[str, Figure]) -> bool:
    if relation.kind in _INSIDE_BLOCK:
        return True
    if relation.kind is Rel.BELOW:
        below, above = figures[relation.subject], figures[relation.object]
        return (
            shelters(above)
            and below.metres <= above.metres * above.node.size * 1.3
            and below.concept.kind is not Kind.FURNITURE
        )
    return False


def _climbs_to(child: str, parent: str, parents: Mapping[str, str]) -> bool:
    """Whether going up from `parent` one meets `child`: attaching would close a circle."""
    seen = parent
    while seen in parents:
        seen = parents[seen]
        if seen == child:
            return True
    return child == parent


def plan(scene: Scene, figures: Mapping[str, Figure]) -> Plan:
    """Relations between placed figures; a node gets at most one parent, the first that is possible."""
    result = Plan()
    parents: dict[str, str] = {}
    live = [r for r in scene.relations if r.subject in figures and r.object in figures and r.subject != r.object]
    for relation in live:
        if _kind_of_child(relation, figures):
            _adopt(result, parents, relation)
        elif relation.kind not in CARRIED:
            _sort(result, relation)
    _share_tables(result, parents, figures)
    result.roots = [node for node in figures if node not in parents]
    result.flyers = {node for node in result.roots if figures[node].has("flies")}
    _lift(result, parents)
    return result


def _adopt(result: Plan, parents: dict[str, str], relation: Relation) -> None:
    if relation.subject in parents or _climbs_to(relation.subject, relation.object, parents):
        return
    parents[relation.subject] = relation.object
    result.children.setdefault(relation.object, []).append(relation)


def _share_tables(result: Plan, parents: dict[str, str], figures: Mapping[str, Figure]) -> None:
    """A small thing beside something on a table stands on that table too, not on the floor."""
    for pairs in (result.neighbours, result.orders):
        for one, two in list(pairs):
            for small, other in ((one, two), (two, one)):
                host = _table_of(other, result, parents)
                if host in (None, small) or small in parents or small in result.children:
                    continue
                if figures[small].metres <= SMALL and figures[small].concept.kind not in _ALIVE:
                    _adopt(result, parents, Relation(Rel.ON, small, str(host)))
                    break


def _table_of(node: str, result: Plan, parents: Mapping[str, str]) -> str | None:
    """What a node stands on, or the node itself when something stands on it."""
    if any(r.kind is Rel.ON and r.subject == node for r in result.children.get(parents.get(node, ""), ())):
        return parents[node]
    return node if any(r.kind is Rel.ON for r in result.children.get(node, ())) else None


def _sort(result: Plan, relation: Relation) -> None:
    pair, turned = (relation.subject, relation.object), (relation.object, relation.subject)
    match relation.kind:
        case Rel.LEFT_OF:
            result.orders.append(pair)
        case Rel.RIGHT_OF:
            result.orders.append(turned)
        case Rel.ABOVE:
            result.stacks.append(pair)
        case Rel.BELOW:
            result.stacks.append(turned)
        case Rel.BEHIND:
            result.hidden.append(pair)
        case Rel.IN_FRONT_OF:
            result.hidden.append(turned)
        case Rel.FACING:
            result.facing.append(pair)
            result.neighbours.append(pair)
        case Rel.AROUND:
            result.rings.append(pair)
        case _:
            result.neighbours.append(pair)


def _lift(result: Plan, parents: Mapping[str, str]) -> None:
    """Relations of things inside a block become relations of the block's root, unless both share one."""

    def root(node: str) -> str:
        while node in parents:
            node = parents[node]
        return node

    def lifted(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        ends = ((root(a), root(b)) for a, b in pairs)
        return list(dict.fromkeys(pair for pair in ends if pair[0] != pair[1]))

    result.inner = list(result.orders)
    result.orders, result.stacks = lifted(result.orders), lifted(result.stacks)
    result.hidden, result.neighbours = lifted(result.hidden), lifted(result.neighbours)
    result.facing, result.rings = lifted(result.facing), lifted(result.rings)
