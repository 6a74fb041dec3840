"""Four seeds of one prompt are four plainly different pictures, and what the prompt says holds in all of them."""

from __future__ import annotations

import pytest

from gouache.engines.composer.compose import ComposeRequest, compose
from gouache.engines.composer.direct import PORTRAIT, direct, set_table
from gouache.engines.composer.direct.conditions import SEASONS, TIMES, WEATHERS, conditions
from gouache.engines.composer.direct.tables import doubles, templates
from gouache.engines.composer.direct.views import VIEWS
from gouache.engines.composer.direct.wishes import lone, wishes
from gouache.engines.composer.parse import parse
from gouache.engines.composer.rig import draw_character
from gouache.engines.composer.rig.character import Character
from gouache.engines.composer.rig.poses import find_pose
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene, Shot
from gouache.engines.composer.scenery import build, settings
from gouache.engines.composer.scenery.catalog import variants
from gouache.engines.composer.scenery.layers import LAYERS

STEP = 0x9E3779B1  # from one picture of a request to the next
FRAMED = {"rounded", "circle", "arch", "diorama", "tile", "border"}


def seeds(start: int, step: int) -> list[int]:
    return [(start + k * step) % 2**32 for k in range(4)]


def fox(**more: object) -> Scene:
    return Scene("a fox in a forest", [Node("n", "a fox", "fox", Kind.ANIMAL)], setting="forest", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("step", [1, STEP])
@pytest.mark.parametrize("start", [0, 1, 77, 500])
def test_four_seeds_four_views_and_places(start: int, step: int) -> None:
    looks = [direct(fox(), seed, 1024, 1024) for seed in seeds(start, step)]
    assert len({d.template.view for d in looks}) == 4
    assert len({d.variant for d in looks}) == 4
    assert len({d.palette.name for d in looks}) >= 3
    assert sum(d.template.frame in FRAMED for d in looks) <= 1


@pytest.mark.parametrize("prompt", ["a cat", "a red car", "a castle", "a robot in a city", "a bowl of soup"])
def test_at_most_one_of_four_is_framed(prompt: str) -> None:
    looks = [direct(parse(prompt), seed, 1024, 1024) for seed in seeds(9, STEP)]
    assert sum(d.template.frame in FRAMED for d in looks) <= 1


def test_a_small_figure_only_where_a_landscape_is_named() -> None:
    views = {direct(fox(), seed, 1024, 1024).template.view for seed in range(8)}
    homeless = {direct(parse("a fox"), seed, 1024, 1024).template.view for seed in range(8)}
    assert "grand" in views
    assert "grand" not in homeless


def test_every_view_has_compositions() -> None:
    assert {*VIEWS, "grand"} == {t.view for t in templates() if "scene" in t.shots}


def test_heights_of_lone_subjects() -> None:
    fills = {direct(parse("a fox"), seed, 1024, 1024).fill for seed in range(8)}
    assert min(fills) >= 0.5
    assert max(fills) > 0.7


def test_lone_creatures_strike_poses() -> None:
    poses = {direct(fox(), seed, 1024, 1024).pose for seed in range(8)}
    assert {None, "sitting"} <= poses
    assert len(poses) >= 4


@pytest.mark.parametrize("prompt", ["a sleeping fox", "a fox holding a cup", "a fox and a hen", "two foxes", "a stone"])
def test_poses_that_the_prompt_tells_are_left_alone(prompt: str) -> None:
    assert lone(parse(prompt)) is None
    assert {direct(parse(prompt), seed, 1024, 1024).pose for seed in range(4)} == {None}


def test_photographs_are_calm() -> None:
    scene = parse("a photo of a bear")
    looks = [direct(scene, seed, 1024, 1024) for seed in range(12)]
    assert {d.pose for d in looks} == {None}
    assert {d.time for d in looks} <= {"day", "dawn"}
    assert {d.weather for d in looks} == {"clear"}


def test_wished_poses_can_be_drawn() -> None:
    named = {pose for poses in wishes().values() for pose in poses} - {PORTRAIT}
    assert all(find_pose(pose).name != "standing" or pose == "standing" for pose in named)
    assert draw_character(Character(species="fox", pose="sitting", seed=1)).markup


def test_a_portrait_wish_shows_head_and_shoulders() -> None:
    seed = next(s for s in range(64) if direct(fox(), s, 1024, 1024).pose == PORTRAIT)
    assert compose(ComposeRequest("a fox in a forest", seed=seed)).scene.shot is Shot.PORTRAIT


def test_who_stands_at_a_side_looks_into_the_page() -> None:
    for seed in range(12):
        d = direct(fox(), seed, 1024, 1024)
        middle = (d.template.area[0] + d.template.area[2]) / 2
        middle = 1 - middle if d.mirrored else middle
        assert d.facing == ("right" if middle < 0.46 else "left" if middle > 0.54 else None)


def test_a_further_try_changes_the_colours_only() -> None:
    first, second = (direct(fox(), 3, 1024, 1024, turn=turn) for turn in (0, 1))
    assert first.palette != second.palette
    assert (first.template, first.variant, first.pose) == (second.template, second.variant, second.pose)


@pytest.mark.parametrize("key", sorted(settings()))
def test_variants_keep_to_their_setting(key: str) -> None:
    found = variants(key)
    assert found[0].name == ""
    assert len({v.name for v in found}) == len(found)
    for v in found:
        assert v.hints <= TIMES | WEATHERS | SEASONS | {"props"}
        assert (v.floor, v.key) == (found[0].floor, key)


def test_summer_people_are_not_put_into_snow() -> None:
    scene = Scene("a woman in a park", [Node("n", "a woman", "woman", Kind.PERSON)], setting="park")
    assert "winter" not in {conditions(scene, settings()["park"], seed).season for seed in range(32)}


def on_table(*more: Node, **table: object) -> Scene:
    nodes = [Node("a", "a cup", "cup", Kind.CONTAINER), Node("t", "a table", "table", Kind.FURNITURE, **table), *more]  # type: ignore[arg-type]
    return Scene("a cup on a table", nodes, [Relation(Rel.ON, "a", "t")])


def test_the_table_becomes_the_ground() -> None:
    scene = on_table()
    set_table(scene)
    assert scene.setting == "tabletop"
    assert [n.id for n in scene.nodes] == ["a"]
    assert scene.relations == []


def test_a_coloured_table_or_one_with_company_stays_furniture() -> None:
    for scene in (on_table(colors=("#ff0000",)), on_table(Node("p", "a man", "man", Kind.PERSON))):
        set_table(scene)
        assert scene.setting is None
        assert len(scene.nodes) >= 2


def test_a_cafe_table_stands_in_the_cafe() -> None:
    scene = on_table()
    scene.setting = "cafe"
    set_table(scene)
    assert {direct(scene, seed, 1024, 1024).variant for seed in range(6)} == {"cafe"}


def test_scenery_shows_no_second_one_of_what_is_counted() -> None:
    d = direct(parse("a photo of four refrigerators"), 1, 1024, 1024)
    assert "fridge" in d.spared
    assert all("fridge" not in e.label for e in build(d, 512, 512).elements)
    assert set().union(*doubles().values()) - set(LAYERS) <= {"balloons"}
