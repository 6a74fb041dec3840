"""Art direction: what the prompt says is kept, what it leaves open differs from seed to seed."""

from __future__ import annotations

import pytest

from gouache.engines.composer.direct import ArtDirection, direct, palettes, templates
from gouache.engines.composer.direct.colors import from_user
from gouache.engines.composer.direct.deal import deal, deck
from gouache.engines.composer.direct.place import fitting
from gouache.engines.composer.direct.tables import fonts, habitats, skies
from gouache.engines.composer.scene import Kind, Node, Rel, Relation, Scene, Shot, Time, Weather
from gouache.engines.composer.scenery import settings

FONT_KEYS = {
    *("fredoka", "poppins", "inter", "playfair", "abril", "anton", "bebas", "oswald"),
    *("lobster", "pacifico", "caveat", "marker", "bungee", "orbitron", "mono", "pixel"),
}


def scene(concept: str = "dog", kind: Kind = Kind.ANIMAL, **more: object) -> Scene:
    return Scene(f"a {concept}", [Node("n1", concept, concept, kind)], **more)  # type: ignore[arg-type]


def look(prompt: Scene, seed: int = 1, **more: object) -> ArtDirection:
    return direct(prompt, seed, 1024, 1024, **more)  # type: ignore[arg-type]


def test_same_seed_same_direction() -> None:
    assert look(scene(), 7) == look(scene(), 7)


def test_four_seeds_are_four_pictures() -> None:
    looks = [look(scene(), seed) for seed in range(4)]
    assert len({(d.setting, d.template.name) for d in looks}) == 4
    assert len({d.palette.name for d in looks}) >= 3


def test_what_the_prompt_says_is_kept() -> None:
    d = look(scene(setting="forest", time=Time.NIGHT, weather=Weather.RAIN, season="autumn"))
    assert (d.setting, d.time, d.weather, d.season) == ("forest", "night", "rain", "autumn")
    assert d.sky is not None
    assert d.sky.time == "night"


def test_unknown_setting_falls_back_to_the_subject() -> None:
    assert look(scene(setting="inside a teapot")).setting in settings()


@pytest.mark.parametrize("seed", range(6))
def test_animals_live_in_their_habitat(seed: int) -> None:
    assert look(scene("penguin"), seed).setting in ("arctic", "snowfield")


def test_unlike_things_meet_on_neutral_ground() -> None:
    nodes = [Node("a", "toaster", "toaster", Kind.THING), Node("b", "airplane", "airplane", Kind.VEHICLE)]
    assert set(fitting(Scene("a toaster and an airplane", nodes))) <= {"garden", "hills", "meadow", "park"}


def test_held_things_do_not_choose_the_place() -> None:
    nodes = [Node("a", "red panda", "red panda", Kind.ANIMAL), Node("b", "cup", "cup", Kind.CONTAINER)]
    s = Scene("a red panda holding a cup", nodes, [Relation(Rel.HOLDING, "a", "b")])
    assert "forest" in fitting(s)


def test_flat_background_is_a_studio_of_that_colour() -> None:
    d = look(scene(setting="beach"), background="#ff0000")
    assert (d.setting, d.background, d.palette.sky) == ("studio", "#ff0000", "#ff0000")
    assert d.template.frame == "none"


def test_background_in_words_counts_too() -> None:
    assert look(scene(background="#00ff00")).background == "#00ff00"


def test_user_colours_make_the_palette() -> None:
    d = look(scene(), palette=("#102030", "#f0a040", "#ffffff"))
    assert d.palette.given
    assert {"#f0a040", "#ffffff"} <= set(d.palette.colors)


@pytest.mark.parametrize(
    "colors", [("#00ff00",), ("#112233", "#ddeeff"), ("#000000",), tuple(f"#{k}0{k}0ff" for k in "123456789")]
)
def test_any_number_of_user_colours(colors: tuple[str, ...]) -> None:
    assert all(len(c) == 7 for c in from_user(colors, False, "land").colors)


def test_photographs_fill_the_page() -> None:
    frames = {look(scene(style_words=("photo",)), seed).template.frame for seed in range(24)}
    assert frames <= {"none", "foreground"}


def test_crowds_get_wide_compositions() -> None:
    nodes = [Node("a", "twelve dogs", "dog", Kind.ANIMAL, count=12)]
    assert all(look(Scene("twelve dogs", nodes), seed).template.most >= 12 for seed in range(8))


@pytest.mark.parametrize("shot", list(Shot))
def test_every_shot_has_a_composition(shot: Shot) -> None:
    d = look(scene(shot=shot))
    assert 0 < d.horizon < 1
    assert {d.fonts.headline, d.fonts.body} <= FONT_KEYS


@pytest.mark.parametrize(("width", "height"), [(1024, 2048), (2048, 1024), (256, 256)])
def test_horizon_leaves_ground(width: int, height: int) -> None:
    for seed in range(12):
        assert 0.3 <= direct(scene(), seed, width, height).horizon <= 0.82


def test_light_is_on_the_mirrored_side() -> None:
    for seed in range(8):
        d = look(scene(), seed)
        assert (d.light.angle > 90) == d.mirrored


def test_tables_are_sound() -> None:
    assert len(palettes()) >= 48
    assert len(templates()) >= 10
    assert len({p.name for p in palettes()}) == len(palettes())
    assert {s.family for s in settings().values()} <= {p.family for p in palettes()}
    assert {s.time for s in skies()} == {"dawn", "dusk", "night"}
    assert all(0 <= t.area[0] < t.area[2] <= 1 and 0 <= t.area[1] < t.area[3] <= 1 for t in templates())
    assert {f for heads, body in fonts().values() for f in (*heads, body)} <= FONT_KEYS


def test_habitats_name_known_settings() -> None:
    assert {key for keys in habitats().values() for key in keys} <= set(settings())
    assert {f"kind:{k.value}" for k in Kind} - {"kind:setting"} <= set(habitats())


def test_deck_holds_every_card_as_often_as_it_weighs() -> None:
    cards = deck("abc", "test", {"a": 3, "b": 2, "c": 1}.__getitem__)
    assert sorted(cards) == list("aaabbc")


def test_neighbouring_seeds_get_different_cards() -> None:
    assert len({deal("abcd", seed, "test") for seed in range(4)}) == 4


def test_nothing_to_deal_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to choose"):
        deal((), 1, "test")
