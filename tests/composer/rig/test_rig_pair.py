"""Two characters in one drawing."""

from __future__ import annotations

import pytest

from gouache.engines.composer.drawing import upturned
from gouache.engines.composer.rig import Character, draw_character, draw_pair, paired, species


@pytest.mark.parametrize("pose", ["hugging", "kissing", "holding hands", "shaking hands", "high five"])
@pytest.mark.parametrize("name", ["man", "dog"])
def test_pairs_stand_side_by_side(pose: str, name: str) -> None:
    assert paired(pose)
    pair = draw_pair(Character(name, pose=pose, seed=1), Character(name, pose=pose, seed=2))
    single = draw_character(Character(name, seed=1))
    assert single.box.w < pair.box.w < 2.6 * single.box.w
    assert pair.facing == "front"


def test_a_child_beside_a_grown_up_is_smaller() -> None:
    tall = draw_pair(Character("man", pose="holding hands"), Character("girl", pose="holding hands"), 0.7)
    even = draw_pair(Character("man", pose="holding hands"), Character("man", pose="holding hands"))
    assert tall.markup != even.markup


def test_the_same_seed_gives_the_same_pair() -> None:
    sheets = Character("woman", pose="hugging", seed=3), Character("man", pose="hugging", seed=4)
    assert draw_pair(*sheets) == draw_pair(*sheets)


def test_upturned_twice_is_the_same_place() -> None:
    art = draw_character(Character("turtle"))
    again = upturned(upturned(art))
    assert again.anchors["eyes"].x == pytest.approx(art.anchors["eyes"].x)
    assert again.box == art.box


@pytest.mark.parametrize("name", ["triceratops", "stegosaurus", "ostrich", "heron", "crane"])
def test_animals_with_bodies_of_their_own(name: str) -> None:
    assert species()[name].natural
    assert draw_character(Character(name, form="natural")).facing in ("left", "right")
