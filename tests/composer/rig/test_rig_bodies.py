"""Coats, bodies of one's own, heads alone, and what beaks carry."""

from __future__ import annotations

from gouache.engines.composer.house.registry import Brush, house_drawings
from gouache.engines.composer.rig import Character, Held, draw_character


def test_cats_differ_by_seed_and_obey_words() -> None:
    by_seed = {draw_character(Character("cat", seed=seed, facing="right")).markup for seed in range(12)}
    assert len(by_seed) >= 4
    black = {draw_character(Character("cat", colors=("#222222",), seed=s, facing="right")).markup for s in range(6)}
    assert len(black) == 1
    assert draw_character(Character("calico cat")).markup != draw_character(Character("tuxedo cat")).markup


def test_apes_and_saurians_have_bodies_of_their_own() -> None:
    for name in ("gorilla", "t-rex"):
        drawn = draw_character(Character(name, facing="right"))
        assert drawn.facing == "right"
        assert drawn.box.w > drawn.box.h, name  # on knuckles, level over the hips: wider than tall


def test_an_octopus_stands_on_its_arms() -> None:
    assert 'data-part="tentacles"' in draw_character(Character("octopus", pose="waving")).markup


def test_a_head_alone_has_no_body() -> None:
    head, whole = draw_character(Character("fox", form="head")), draw_character(Character("fox", form="mascot"))
    assert head.box.h < 0.8 * whole.box.h
    assert 'data-part="torso"' not in head.markup


def test_birds_carry_in_the_beak() -> None:
    fish = Held(house_drawings()["petals"].draw(Brush()), "fish")
    drawn = draw_character(Character("heron", held=(fish,), facing="right"))
    assert drawn.facing == "right"
    assert "held-fish" in drawn.markup


def test_a_scarf_is_not_hidden_by_what_is_held() -> None:
    from gouache.engines.composer.rig import Worn

    item = Held(house_drawings()["newspaper"].draw(Brush()), "newspaper")
    bare = draw_character(Character("man", held=(item,), seed=3))
    scarfed = draw_character(Character("man", held=(item,), worn=(Worn("scarf", "#c03030"),), seed=3))
    assert scarfed.markup != bare.markup
    assert 'data-part="wear-scarf"' in scarfed.markup
