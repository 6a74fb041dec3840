from __future__ import annotations

import pytest

from gouache.engines.composer.adapt import Adapted, adapt
from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Kind, Scene, Time


def adapted(prompt: str) -> tuple[Scene, Adapted]:
    scene = parse(prompt)
    return scene, adapt(scene, "soft")


def concepts(scene: Scene) -> list[str]:
    return [node.concept for node in scene.nodes]


@pytest.mark.parametrize("prompt", ["a t-shirt with a dog on it", "a box with a drawing of a dog on it"])
def test_what_is_printed_does_not_stand_there(prompt: str) -> None:
    scene, result = adapted(prompt)
    assert "dog" not in concepts(scene)
    assert [guest.concept for guests in result.prints.values() for guest in guests] == ["dog"]


def test_a_thing_on_a_table_is_no_print() -> None:
    scene, result = adapted("a dog on a table")
    assert concepts(scene) == ["dog", "table"]
    assert not result.prints


def test_a_painting_on_the_wall_hangs_in_a_frame() -> None:
    scene, result = adapted("a painting of a cat on the wall")
    assert concepts(scene) == ["picture frame"]
    assert "on-wall" in scene.nodes[0].modifiers
    assert scene.setting == "brick_wall"
    assert len(result.prints) == 1


@pytest.mark.parametrize(
    ("prompt", "setting"),
    [("Downtown Istanbul", "city_skyline"), ("Ha Long Bay", "sea"), ("a cat in Paris", "city_skyline")],
)
def test_places_become_settings(prompt: str, setting: str) -> None:
    scene, _ = adapted(prompt)
    assert scene.setting == setting
    assert all(node.kind in (Kind.VEHICLE, Kind.ANIMAL, Kind.SETTING) for node in scene.nodes)


def test_the_moon_is_ground_when_one_looks_from_it() -> None:
    scene, _ = adapted("a view of the Earth from the moon")
    assert scene.setting == "moon"
    assert concepts(scene) == ["earth"]


def test_sunset_is_a_time() -> None:
    scene, _ = adapted("sunset over a city")
    assert scene.time is Time.DUSK
    assert "sunset" not in concepts(scene)


def test_nothing_vague_beside_something_real() -> None:
    scene, result = adapted("a dog and a frumious bandersnatchery")
    assert concepts(scene) == ["dog"]
    assert result.ignored
    assert result.ignored[0].endswith("nothing here looks like it")


def test_a_lone_idea_is_an_abstract_composition() -> None:
    scene, _ = adapted("incomprehensibility")
    assert scene.setting == "abstract"
    assert scene.texts == ["incomprehensibility"]


def test_spaced_letters_are_a_word() -> None:
    scene, _ = adapted("G I G G L E painted in thick colorful lettering")
    assert scene.texts == ["GIGGLE"]
    assert not scene.nodes


def test_text_on_a_wall_becomes_lettering() -> None:
    scene, _ = adapted('the word "WOMBAT" on a brick wall')
    assert "WOMBAT" in scene.texts
    assert scene.setting == "brick_wall"


def test_slips_of_the_pen_are_forgiven() -> None:
    scene, _ = adapted("a stegasaurus")
    assert scene.nodes[0].kind is Kind.ANIMAL
    assert scene.nodes[0].concept == "dinosaur"


def test_limbs_belong_to_their_owner() -> None:
    scene, _ = adapted("an owl gripping a squirrel in its talons")
    assert concepts(scene) == ["owl", "squirrel"]


def test_silhouettes_are_dark_against_a_low_sun() -> None:
    scene, _ = adapted("the silhouette of an elephant")
    assert "silhouette" in scene.nodes[0].modifiers
    assert scene.time is Time.DUSK


def test_adapting_is_deterministic() -> None:
    assert adapted("a red cube in Minecraft")[0].nodes == adapted("a red cube in Minecraft")[0].nodes


@pytest.mark.parametrize(
    ("prompt", "concept"),
    [("a bowl of chicken pho", "ramen"), ("the keys of a piano", "piano"), ("a raccoon detective", "raccoon")],
)
def test_what_is_meant_is_drawn(prompt: str, concept: str) -> None:
    scene, _ = adapted(prompt)
    assert concepts(scene) == [concept]


def test_stuff_is_shown_by_its_colour() -> None:
    scene, result = adapted("a statue made of cheese")
    assert scene.nodes[0].colors == ("#f2c744",)
    assert result.ignored == ["made of cheese: shown by its colour only"]


def test_tuxedos_are_black() -> None:
    scene, _ = adapted("a tiger wearing a tuxedo")
    assert scene.nodes[1].colors == ("#23262f",)


def test_piles_and_rows_are_told() -> None:
    assert "piled" in adapted("a stack of four books")[0].nodes[0].modifiers
    assert "rowed" in adapted("five ducks in a row")[0].nodes[0].modifiers
