"""Every setting builds on every page, inside it, quickly, and differently for each seed, time and weather."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from functools import lru_cache

import pytest
from lxml import etree

from gouache.engines.composer.direct import direct
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.scene import Kind, Node, Scene, Time, Weather
from gouache.engines.composer.scenery import Stage, build, effect, effects, settings
from gouache.engines.composer.scenery.catalog import Setting, variants
from gouache.engines.composer.scenery.crop import cropped, extent
from gouache.engines.composer.scenery.layers import LAYERS
from gouache.engines.composer.scenery.paths import ellipse, fill, line, rect
from gouache.engines.composer.svg import document

SIZES = ((1024, 2048), (2048, 1024), (256, 256))
KEYS = tuple(settings())
SHORT = ("meadow", "beach", "city_street", "living_room", "space", "underwater", "tabletop", "arctic")


@lru_cache(512)
def stage(
    key: str, seed: int = 1, size: tuple[int, int] = (512, 512), when: Time | None = None, sky: Weather | None = None
) -> Stage:
    scene = Scene("a fox", [Node("n", "a fox", "fox", Kind.ANIMAL)], setting=key, time=when, weather=sky)
    return build(direct(scene, seed, *size), *size)


def everything(built: Stage) -> list[Element]:
    return [*built.elements, *built.foreground, *built.light]


def colors(built: Stage) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}", "".join(e.markup for e in everything(built)) + built.defs))


def test_all_settings_are_there() -> None:
    wanted = """
        studio meadow forest jungle pine_forest beach sea underwater pond river lake mountains hills desert canyon
        savanna snowfield arctic volcano island farm wheat_field garden park playground city_street city_skyline
        village alley road race_track stadium harbor train_station airport castle_grounds graveyard cave swamp sky
        space moon mars living_room bedroom kitchen bathroom office classroom library cafe restaurant bar shop
        supermarket museum theater_stage gym hospital laboratory garage workshop warehouse church hallway attic
        tabletop brick_wall chalkboard paper abstract gradient sunburst neon_city fantasy_land candy_land ruins
        greenhouse rooftop bridge_view waterfall northern_lights festival party
    """
    assert set(wanted.split()) <= set(KEYS)


def test_recipes_use_known_layers() -> None:
    used = {word.partition(":")[0] for s in settings().values() for options in s.layers for word in options if word}
    assert used <= set(LAYERS)


@pytest.mark.parametrize("key", KEYS)
def test_builds_at_every_size(key: str) -> None:
    for size in SIZES:
        built = stage(key, 3, size)
        assert built.elements
        assert 0.3 * size[1] < built.far_y <= built.ground_y < size[1]
        etree.fromstring(document(Picture(*size, everything(built), built.defs)))


@pytest.mark.parametrize("key", KEYS)
def test_stays_inside_the_page(key: str) -> None:
    w, h = SIZES[1]
    for e in everything(stage(key, 3, SIZES[1])):
        assert e.box.x >= -0.02 * w, e.id
        assert e.box.y >= -0.02 * h, e.id
        assert e.box.right <= 1.02 * w, e.id
        assert e.box.bottom <= 1.02 * h, e.id


@pytest.mark.parametrize("key", KEYS)
def test_ids_are_unique_and_elements_labelled(key: str) -> None:
    found = everything(stage(key))
    assert len({e.id for e in found}) == len(found)
    assert all(e.label and e.markup for e in found)


@pytest.mark.parametrize("key", KEYS)
def test_two_seeds_differ(key: str) -> None:
    assert [e.markup for e in stage(key, 1).elements] != [e.markup for e in stage(key, 2).elements]


@pytest.mark.parametrize("key", KEYS)
def test_few_paths_and_no_filters(key: str) -> None:
    markup = "".join(e.markup for e in everything(stage(key)))
    assert markup.count("<path") <= 250
    assert "<image" not in markup
    assert "filter" not in markup + stage(key).defs


def test_same_seed_same_picture() -> None:
    stage.cache_clear()
    first = [e.markup for e in everything(stage("forest", 5))]
    stage.cache_clear()
    assert first == [e.markup for e in everything(stage("forest", 5))]


@pytest.mark.parametrize("key", ["meadow", "city_street", "beach", "living_room"])
def test_time_of_day_changes_the_colours(key: str) -> None:
    day, night = (colors(stage(key, 1, when=when)) for when in (Time.DAY, Time.NIGHT))
    assert len(day & night) < 0.3 * len(day)


@pytest.mark.parametrize("sky", [Weather.RAIN, Weather.STORM, Weather.SNOW, Weather.FOG])
def test_weather_is_seen(sky: Weather) -> None:
    assert colors(stage("hills", 1, sky=sky)) != colors(stage("hills", 1))
    labels = {e.label for e in everything(stage("hills", 1, sky=sky))}
    assert labels & {"rain", "snowfall", "mist", "lightning"}


def test_no_rain_indoors() -> None:
    assert not {"rain"} & {e.label for e in everything(stage("kitchen", 1, sky=Weather.RAIN))}


@pytest.mark.parametrize("seed", range(3))
def test_flat_background_is_one_rectangle(seed: int) -> None:
    built = build(direct(Scene("a fox", setting="beach"), seed, 640, 480, background="#ff8800"), 640, 480)
    assert [e.markup for e in everything(built)] == ['<rect x="0" y="0" width="640" height="480" fill="#ff8800"/>']
    assert built.defs == ""


@pytest.mark.parametrize("key", SHORT)
def test_user_palette_rules(key: str) -> None:
    given = ("#0b3954", "#ff6663", "#e0ff4f", "#bfd7ea")
    built = build(direct(Scene("a fox", setting=key), 2, 512, 512, palette=given), 512, 512)
    assert everything(built)


def test_only_air_has_no_floor() -> None:
    assert not stage("sky").floor
    assert not stage("space").floor
    assert stage("meadow").floor


def test_water_and_tables_are_told() -> None:
    assert stage("sea").water_y is not None
    assert stage("tabletop").table_top is not None
    assert stage("meadow").water_y is None


@pytest.mark.parametrize("name", effects())
def test_effects_fill_their_box(name: str) -> None:
    box = Box(100, 100, 400, 300)
    made = effect(name, box, random.Random(1))
    assert made
    assert len({e.id for e in made}) == len(made)
    assert all(e.role in (Role.LIGHT, Role.MIDDLE) for e in made)
    assert all(e.box.overlap(box) > 0 for e in made)


def test_unknown_effect_is_an_error() -> None:
    with pytest.raises(KeyError):
        effect("gravity", Box(0, 0, 1, 1), random.Random(1))


def test_building_is_quick() -> None:
    spent = []
    for key in KEYS:
        direction = direct(Scene("a fox", setting=key), 4, 1024, 1024)
        start = time.process_time()
        build(direction, 1024, 1024)
        spent.append(time.process_time() - start)
    assert sorted(spent)[len(spent) // 2] < 0.1  # a few ms on a free machine


def test_cropping_cuts_what_sticks_out() -> None:
    page = Box(0, 0, 100, 100)
    markup, box = cropped(fill(ellipse(0, 50, 20), "#ff0000"), page)
    assert box.x >= 0
    assert box.right > 15
    assert cropped(fill(rect(10, 10, 20, 20), "#ff0000"), page)[0] == fill(rect(10, 10, 20, 20), "#ff0000")
    assert markup.startswith("<path")


def test_cropping_drops_what_lies_outside() -> None:
    assert cropped(fill(rect(200, 10, 20, 20), "#ff0000"), Box(0, 0, 100, 100))[0] == ""


def test_cropping_keeps_lines_on_the_page() -> None:
    markup, box = cropped(line("M-50.0 50.0L50.0 50.0", "#ff0000", 2), Box(0, 0, 100, 100))
    assert markup
    assert box.x >= 0


def test_extent_of_nothing() -> None:
    assert extent("").area == 0


@pytest.mark.parametrize("place", [v for key in KEYS for v in variants(key)[1:]], ids=lambda v: f"{v.key}/{v.name}")
def test_variants_build_inside_the_page(place: Setting) -> None:
    scene = Scene("a fox", [Node("n", "a fox", "fox", Kind.ANIMAL)], setting=place.key)
    for w, h in SIZES[:2]:
        built = build(replace(direct(scene, 2, w, h), variant=place.name), w, h)
        found = everything(built)
        assert len({e.id for e in found}) == len(found)
        assert sum(e.markup.count("<path") for e in found) <= 250
        page = Box(-0.02 * w, -0.02 * h, 1.04 * w, 1.04 * h)
        assert all(page.x <= e.box.x and e.box.right <= page.right for e in found)
        assert all(page.y <= e.box.y and e.box.bottom <= page.bottom for e in found)


def test_lightning_is_behind_the_trees() -> None:
    labels = [e.label for e in stage("pine_forest", 1, sky=Weather.STORM).elements]
    assert labels.index("lightning") < min(i for i, label in enumerate(labels) if "tree" in label)


def test_what_happens_in_the_sky_is_behind_the_land() -> None:
    built = stage("hills", 1)
    rainbow = effect("rainbow", Box(0, 0, 512, 512), random.Random(1))
    labels = [e.label for e in built.behind(rainbow)]
    assert labels.index("rainbow") < labels.index("hills")
    assert len(labels) == len(built.elements) + len(rainbow)
