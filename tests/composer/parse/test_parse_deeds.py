"""Deeds, towers, elided verbs, named places, parts of houses."""

from __future__ import annotations

import pytest

from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Kind, Rel, Scene, Shot


def links(scene: Scene) -> set[tuple[str, str, str]]:
    return {(scene.node(r.subject).concept, r.kind.value, scene.node(r.object).concept) for r in scene.relations}


def test_things_on_top_of_each_other_are_a_tower() -> None:
    scene = parse("three elephants on top of each other")
    assert [n.count for n in scene.nodes] == [1, 1, 1]
    assert len(scene.related(Rel.ON)) == 2


def test_an_elided_verb_is_said_again() -> None:
    assert {("man", "eating", "latte"), ("woman", "eating", "beer")} <= links(
        parse("a man sips a latte and a woman a beer")
    )


def test_each_receiver_holds_what_it_is_given() -> None:
    found = links(parse("a woman gives a wombat an orange and a lemur a banana"))
    assert {("wombat", "holding", "orange"), ("lemur", "holding", "banana")} <= found


def test_the_chimney_belongs_to_the_house() -> None:
    scene = parse("a house with smoke coming from the chimney")
    assert [n.concept for n in scene.nodes] == ["house", "smoke"]


@pytest.mark.parametrize(
    ("prompt", "pose"),
    [("two men shaking hands", "shaking hands"), ("twins holding hands", "holding hands"),
     ("a man banging on a door", "knocking"), ("a man pushing a cart", "pushing")],
)  # fmt: skip
def test_poses_of_deeds(prompt: str, pose: str) -> None:
    assert parse(prompt).nodes[0].pose == pose


def test_a_piano_is_sat_at_and_not_held() -> None:
    assert ("woman", "facing", "piano") in links(parse("a woman playing the piano"))


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("a gondola in Venice", "river"), ("a camel in Egypt", "desert"), ("a man cooking in a kitchen", "kitchen")],
)
def test_places(prompt: str, setting: str) -> None:
    scene = parse(prompt)
    assert scene.setting == setting
    assert len(scene.nodes) == 1


def test_a_decade_is_no_thing() -> None:
    assert [n.concept for n in parse("a photo of a couple from the 1920s").nodes] == ["person"]


def test_a_first_and_a_last_name_are_a_person() -> None:
    assert parse("a portrait of Frieda Quandtova").nodes[0].kind is Kind.PERSON


def test_onlookers_are_not_in_the_picture() -> None:
    assert [n.count for n in parse("two people facing the viewer").nodes] == [2]


def test_spaced_capitals_are_a_text() -> None:
    scene = parse("G I G G L E painted on a wall")
    assert "G I G G L E" in [*scene.texts, *(n.text for n in scene.nodes)]


def test_a_face_is_a_portrait() -> None:
    assert parse("an ostrich's face").shot is Shot.PORTRAIT


def test_an_owl_statue_is_an_owl_of_stone() -> None:
    node = parse("an owl statue").nodes[0]
    assert (node.concept, node.material) == ("owl", "stone")


def test_a_drawing_on_a_box_is_on_the_box() -> None:
    assert ("elephant", "on", "box") in links(parse("a cat sitting on a box with a drawing of an elephant on it"))


def test_garments_joined_by_and_are_both_worn() -> None:
    assert len(parse("a woman in blue jeans and yellow shirt").related(Rel.WEARING)) == 2


def test_stripes_in_two_colours_are_a_part() -> None:
    node = parse("a zebra with blue and red stripes").nodes[0]
    assert node.parts == ("blue and red stripes",)
