"""What the drawings of the open air, of travel and of plays promise to the layout."""

from __future__ import annotations

import pytest

from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.house.registry import Brush, house_drawings
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.scene import Kind

HATS = ("turban", "headband", "wig", "tiara", "sombrero", "straw hat", "graduation cap")
SHIPS = ("pirate ship", "sailing ship", "cruise ship", "yacht", "rowboat")
ON_WHEELS = ("school bus", "double-decker bus", "carriage", "wagon", "tricycle", "limousine", "convertible", "go-kart")
HELD = ("longbow", "arrow", "spear", "dagger", "broomstick", "torch", "lantern", "potion", "pinwheel")
HOLDING = ("rowboat", "wagon", "convertible", "bird nest", "birdcage", "cauldron")
HIGH = ("lighthouse", "tower", "skyscraper", "obelisk", "water tower", "column", "tokyo tower")
WIDE = ("pier", "sphinx", "limousine", "bullet train", "cruise ship", "ruins")
KINDS = {
    "mosque": Kind.BUILDING, "treehouse": Kind.BUILDING, "spaceship": Kind.VEHICLE, "sled": Kind.VEHICLE,
    "lily": Kind.PLANT, "ivy": Kind.PLANT, "sombrero": Kind.WEARABLE, "glacier": Kind.LANDFORM, "cliff": Kind.LANDFORM,
    "cauldron": Kind.CONTAINER, "catapult": Kind.THING, "bonfire": Kind.EFFECT,
}  # fmt: skip


def draw(name: str, base: str | None = None) -> Drawing:
    return house_drawings()[name].draw(Brush(base=base))


@pytest.mark.parametrize("name", HATS)
def test_a_hat_rests_on_the_middle_of_its_lower_rim(name: str) -> None:
    hat = draw(name)
    rest = hat.anchors["crown_rest"]
    assert abs(rest.x - hat.box.center.x) < 0.2 * hat.box.w
    assert name == "wig" or rest.y > hat.box.center.y


@pytest.mark.parametrize("name", [*SHIPS, *ON_WHEELS])
def test_what_travels_looks_to_the_left(name: str) -> None:
    assert draw(name).facing == "left"


@pytest.mark.parametrize("name", HELD)
def test_what_is_held_has_a_grip_on_it(name: str) -> None:
    item = draw(name)
    grip = item.anchors["grip"]
    assert item.box.x <= grip.x <= item.box.right
    assert item.box.y <= grip.y <= item.box.bottom


@pytest.mark.parametrize("name", HOLDING)
def test_what_holds_things_has_a_near_wall_that_is_part_of_it(name: str) -> None:
    vessel = draw(name)
    assert vessel.front
    assert len(vessel.front) < len(vessel.markup)


@pytest.mark.parametrize("name", HIGH)
def test_high_things_are_high(name: str) -> None:
    box = draw(name).box
    assert box.h > 1.4 * box.w


@pytest.mark.parametrize("name", WIDE)
def test_wide_things_are_wide(name: str) -> None:
    box = draw(name).box
    assert box.w > 1.4 * box.h


@pytest.mark.parametrize("name", ["carriage", "throne", "tricycle", "go-kart", "broomstick", "sled"])
def test_one_can_sit_on_it(name: str) -> None:
    assert "seat" in draw(name).anchors


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_lexicon_knows_it(name: str, kind: Kind) -> None:
    entry = concept(name)
    assert entry is not None
    assert entry.name == name
    assert entry.kind is kind
    assert entry.metres > 0


@pytest.mark.parametrize(("name", "other"), [("gate", "fence"), ("potion", "flask"), ("lily", "tulip")])
def test_a_thing_with_a_drawing_of_its_own_is_no_other_name(name: str, other: str) -> None:
    assert concept(name) is not concept(other)


@pytest.mark.parametrize("name", ["lotus", "pirate ship", "mosque", "cape"])
def test_drawing_twice_gives_the_same(name: str) -> None:
    assert draw(name) == draw(name)
    assert draw(name, "#3f7fd8").markup != draw(name).markup
