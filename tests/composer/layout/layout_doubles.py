"""Small stand-ins for resolved figures."""

from __future__ import annotations

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.layout import Figure, Placed, Site, arrange, build, plan
from gouache.engines.composer.lexicon import Concept
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene

SITE = Site(1024, 1024, ground_y=860, far_y=640)


def drawing(w: float, h: float, anchors: dict[str, tuple[float, float]] | None = None, **more: object) -> Drawing:
    """A rectangle; anchors in fractions of it."""
    box = Box(0, 0, w, h)
    points = {name: Point(x * w, y * h) for name, (x, y) in (anchors or {}).items()}
    markup = f'<rect width="{w}" height="{h}"/>'
    return Drawing(markup, box, Source("house", "double", "Apache-2.0"), points, **more)  # type: ignore[arg-type]


def figure(
    name: str,
    kind: Kind,
    metres: float,
    art: Drawing,
    *,
    count: int = 1,
    traits: tuple[str, ...] = (),
    pose: str | None = None,
    seated: bool = False,
    lying: bool = False,
) -> Figure:
    node = Node(name, name, name, kind, count=count, pose=pose)
    entry = Concept(name, kind, metres, traits=frozenset(traits))
    return Figure(node, (art,) * count, entry, metres, seated=seated, lying=lying)


def dog(count: int = 1) -> Figure:
    return figure("dog", Kind.ANIMAL, 0.6, drawing(100, 80, facing="left"), count=count)


def cat(count: int = 1) -> Figure:
    return figure("cat", Kind.ANIMAL, 0.4, drawing(70, 80, facing="right"), count=count)


def table() -> Figure:
    return figure("table", Kind.FURNITURE, 0.75, drawing(200, 100, {"top": (0.5, 0.05)}), traits=("top",))


def cup(count: int = 1) -> Figure:
    return figure("cup", Kind.THING, 0.1, drawing(50, 60), count=count, traits=("handheld",))


def basket() -> Figure:
    art = drawing(100, 70, {"mouth_rim": (0.5, 0.2)}, front='<rect width="100" height="50" y="20"/>')
    return figure("basket", Kind.CONTAINER, 0.4, art, traits=("container",))


def lay(figures: list[Figure], *relations: tuple[str, Rel, str], site: Site = SITE, seed: int = 1) -> list[Placed]:
    """Figures placed with relations given as (subject, kind, object)."""
    scene = Scene("test", [f.node for f in figures], [Relation(rel, a, b) for a, rel, b in relations])
    named = {f.node.id: f for f in figures}
    todo = plan(scene, named)
    dice = stream(seed, "layout")
    return arrange({r: build(r, todo, named, site, dice) for r in todo.roots}, todo, site, dice)


def boxes(placed: list[Placed], node: str) -> list[Box]:
    return [p.box for block in placed for p in block.block.pieces if p.node == node and p.part != "front"]
