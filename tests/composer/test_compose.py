"""Prompt to picture, end to end."""

from __future__ import annotations

import pytest

from gouache.engines.composer.checks import problems, repeated_ids
from gouache.engines.composer.compose import ComposeRequest, Composition, compose
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Role
from gouache.engines.composer.svg import document

PAGES = [(1024, 1024), (2048, 1024), (1024, 2048)]


def make(prompt: str, seed: int = 0, size: tuple[int, int] = (1024, 1024), **more: object) -> Composition:
    return compose(ComposeRequest(prompt, *size, seed=seed, **more))  # type: ignore[arg-type]


def drawn(made: Composition, concept: str) -> list[Box]:
    nodes = {n.id for n in made.scene.nodes if n.concept == concept}
    return [e.box for e in made.picture.elements if e.role is Role.SUBJECT and e.node in nodes]


@pytest.mark.parametrize("size", PAGES)
@pytest.mark.parametrize(("word", "count"), [("two", 2), ("three", 3), ("four", 4), ("seven", 7)])
def test_counts(word: str, count: int, size: tuple[int, int]) -> None:
    found = drawn(make(f"a photo of {word} apples", size=size), "apple")
    assert len(found) == count
    assert all(b.x >= -1 and b.right <= size[0] + 1 and b.y >= -1 for b in found)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("relation", "sign"), [("left of", -1), ("right of", 1)])
def test_sides(relation: str, sign: int, seed: int) -> None:
    made = make(f"a photo of a dog {relation} a chair", seed)
    dog, chair = drawn(made, "dog")[0], drawn(made, "chair")[0]
    assert (dog.center.x - chair.center.x) * sign > 0
    assert min(dog.right, chair.right) <= max(dog.x, chair.x)


@pytest.mark.parametrize("seed", range(3))
def test_above(seed: int) -> None:
    made = make("a photo of a clock above a banana", seed)
    assert drawn(made, "clock")[0].bottom < drawn(made, "banana")[0].y


def test_sign_carries_its_words_as_text() -> None:
    made = make("a robot holding a sign that says 'hello'")
    assert [e.text for e in made.picture.pick([Role.TEXT])] == ["hello"]


def test_no_text_leaves_the_words_out() -> None:
    made = make("a robot holding a sign that says 'hello'", no_text=True)
    assert made.picture.pick([Role.TEXT]) == []


def test_negative_prompt_drops_things() -> None:
    made = make("a dog and a cat", negative_prompt="cats, blur")
    assert drawn(made, "cat") == []
    assert drawn(made, "dog")
    assert any("cat" in line for line in made.report.ignored)


def test_background_is_exact() -> None:
    assert make("a dog", background="#12ab34").picture.background == "#12ab34"


def test_same_request_same_bytes() -> None:
    first, second = (document(make("three cats on a sofa", 5).picture) for _ in range(2))
    assert first == second


def test_seeds_differ() -> None:
    assert document(make("a red car", 1).picture) != document(make("a red car", 2).picture)


@pytest.mark.parametrize(
    "prompt",
    [
        "a man riding a horse",
        "four cups on a table",
        "a cat in a box",
        "a girl next to her dog in a park",
        "two women holding signs that say 'Hi'",
        "confetti over a cake with 'Happy Birthday' written on it",
        "people around a campfire at night",
    ],
)
def test_pictures_hold_their_promises(prompt: str) -> None:
    made = make(prompt)
    assert repeated_ids(made.picture) == []
    assert problems(made.picture, {}) == []


def test_stand_ins_are_named() -> None:
    made = make("a photo of a zyzzyva")
    assert made.report.approximated or made.report.ignored


def test_words_in_corners() -> None:
    quad = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.2), (0.1, 0.2))
    made = make("a dog", text_layout=(("wow", quad),))
    assert "wow" in [e.text for e in made.picture.pick([Role.TEXT])]


def test_design_shots_are_pictures_too() -> None:
    made = make("a logo of a fox")
    assert made.picture.elements


def test_portrait_grows_out_of_the_lower_edge() -> None:
    made = make("a portrait of a fox in front of a castle")
    fox = drawn(made, "fox")[0]
    assert fox.bottom >= 1023
    assert fox.h > 500


def test_portrait_of_two_shows_both_whole() -> None:
    made = make("a portrait of a fox and a bear")
    assert drawn(made, "fox")[0].bottom < 1023
    assert drawn(made, "bear")[0].bottom < 1023
