from __future__ import annotations

from gouache.engines.composer.layout.build import build
from gouache.engines.composer.layout.plan import plan
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Kind, Rel, Relation, Scene
from tests.composer.layout.layout_doubles import SITE, drawing, figure


def test_lanterns_hang_under_their_branch() -> None:
    branch = figure("branch", Kind.PLANT, 0.5, drawing(250, 70), traits=("top", "flies"))
    lantern = figure("lantern", Kind.THING, 0.35, drawing(60, 80), count=3, traits=("hangs",), pose="hanging")
    figures = {"branch": branch, "lantern": lantern}
    scene = Scene("", [f.node for f in figures.values()], [Relation(Rel.ON, "lantern", "branch")])
    todo = plan(scene, figures)
    block = build("branch", todo, figures, SITE, stream(1, "hang"))
    wood = next(p for p in block.pieces if p.node == "branch")
    lanterns = sorted((p for p in block.pieces if p.node == "lantern"), key=lambda p: p.x)
    assert all(p.box.y >= wood.box.center.y for p in lanterns)
    assert all(a.box.right <= b.box.x + 0.2 * a.box.w for a, b in zip(lanterns, lanterns[1:], strict=False))


def test_flowers_lean_out_of_a_vase() -> None:
    vase = figure("vase", Kind.CONTAINER, 0.3, drawing(60, 100, {"mouth_rim": (0.5, 0.05)}), traits=("container",))
    tulip = figure("tulip", Kind.PLANT, 0.4, drawing(40, 90), count=5)
    figures = {"vase": vase, "tulip": tulip}
    scene = Scene("", [f.node for f in figures.values()], [Relation(Rel.IN, "tulip", "vase")])
    block = build("vase", plan(scene, figures), figures, SITE, stream(1, "vase"))
    host = next(p for p in block.pieces if p.node == "vase")
    flowers = [p for p in block.pieces if p.node == "tulip"]
    assert len({round(p.rotate) for p in flowers}) == 5
    assert all(p.box.y < host.box.y for p in flowers)
