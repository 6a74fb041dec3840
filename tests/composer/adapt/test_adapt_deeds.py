from __future__ import annotations

import pytest

from gouache.engines.composer.adapt import Adapted, adapt
from gouache.engines.composer.parse import parse
from gouache.engines.composer.scene import Rel, Scene, Shot


def adapted(prompt: str) -> tuple[Scene, Adapted]:
    scene = parse(prompt)
    return scene, adapt(scene, "soft")


def held(scene: Scene, who: str) -> list[str]:
    ids = [node.id for node in scene.nodes if node.concept == who]
    return [scene.node(r.object).concept for r in scene.related(Rel.HOLDING) if r.subject in ids]


@pytest.mark.parametrize(
    ("prompt", "who", "tool"),
    [
        ("a boy fishing from a pier", "boy", "fishing rod"),
        ("a heron fishing at the edge of a lake", "heron", "fish"),
        ("grandmother knitting in a rocking chair", "grandmother", "knitting"),
        ("a robot watering flowers", "robot", "watering can"),
        ("a knight fighting a dragon", "knight", "sword"),
    ],
)
def test_a_deed_brings_what_it_is_done_with(prompt: str, who: str, tool: str) -> None:
    assert held(adapted(prompt)[0], who) == [tool]


def test_what_the_prompt_names_itself_is_not_added() -> None:
    scene, _ = adapted("a man fishing with a net")
    assert "fishing rod" not in [node.concept for node in scene.nodes]


def test_a_gathering_lies_beside_those_who_have_it() -> None:
    scene, _ = adapted("a family having a picnic in the park")
    assert "picnic spread" not in [n.concept for n in scene.nodes] or scene.related(Rel.NEXT_TO)
    assert {n.pose for n in scene.nodes if n.kind == "person"} == {"sitting on the ground"}


def test_a_deed_that_nothing_shows_is_told() -> None:
    _, result = adapted("a wolf howling at the moon")
    assert result.ignored == ["wolf: howl: not shown"]


def test_a_deed_that_is_drawn_is_not_told() -> None:
    for prompt in ("a dog running", "a woman reading a book", "a cat sleeping on a sofa", "a man looking at a map"):
        assert adapted(prompt)[1].ignored == [], prompt


def test_a_dragon_breathes_fire_at_whom_it_faces() -> None:
    scene, _ = adapted("a purple dragon breathing fire at a knight")
    assert held(scene, "dragon") == ["fire breath"]
    assert [scene.node(r.object).concept for r in scene.related(Rel.FACING)] == ["knight"]


def test_hooves_hold_nothing() -> None:
    scene, _ = adapted("a camel with two suitcases")
    assert not scene.related(Rel.HOLDING)
    assert scene.related(Rel.NEXT_TO)


def test_a_sort_becomes_different_things() -> None:
    scene, _ = adapted("a sticker pack of cute vegetables")
    names = [node.concept for node in scene.nodes]
    assert scene.shot is Shot.STICKER
    assert len(names) == len(set(names)) == 6


def test_a_sort_that_is_listed_after_it_is_not_drawn_itself() -> None:
    scene, _ = adapted("sticker set of camping items: tent, campfire, backpack")
    assert [node.concept for node in scene.nodes] == ["tent", "campfire", "backpack"]


def test_counted_things_keep_their_number() -> None:
    scene, _ = adapted("four fruits in a bowl")
    assert sum(node.count for node in scene.nodes if node.kind == "food") == 4


@pytest.mark.parametrize(
    ("prompt", "host"),
    [
        ("a bookstore with the sign 'Paper Moon'", "store"),
        ("a cozy bookstore storefront with the sign 'Paper Moon'", "bookstore storefront"),
        ("a bottle with a label 'Elixir'", "bottle"),
    ],
)
def test_signs_and_labels_are_written_on_their_host(prompt: str, host: str) -> None:
    scene, _ = adapted(prompt)
    assert [(node.concept, bool(node.text)) for node in scene.nodes] == [(host, True)]


def test_who_wears_words_is_seen_from_near() -> None:
    assert adapted("a man wearing a T-shirt that says 'HELLO'")[0].shot is Shot.PORTRAIT
    assert adapted("a man wearing a T-shirt")[0].shot is Shot.SCENE


def test_many_stars_are_a_sky() -> None:
    scene, _ = adapted("a whale swimming among stars")
    assert [node.concept for node in scene.nodes] == ["whale"]
    assert scene.setting == "space"
