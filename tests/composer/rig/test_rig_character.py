from __future__ import annotations

import re

import numpy as np
import pytest

from gouache.engines.composer.color import lch
from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.rig import Character, Held, Worn, draw_character, species
from gouache.engines.composer.rig.people import roles
from gouache.engines.composer.rig.poses import pose_names
from gouache.engines.composer.rig.species import creatures
from tests.composer.rig.rig_samples import cup, sign

ANCHORS = ("eyes", "mouth", "crown", "neck", "hand_left", "hand_right", "chest", "feet", "seat", "back")


def page(drawing: Drawing, width: int = 120) -> str:
    box = drawing.box
    view = f'viewBox="{box.x:.2f} {box.y:.2f} {box.w:.2f} {box.h:.2f}"'
    size = f'width="{width}" height="{round(width * box.h / box.w)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{drawing.markup}</svg>'


def parts(drawing: Drawing) -> list[str]:
    return re.findall(r'data-part="([^"]+)"', drawing.markup)


def test_many_species() -> None:
    kinds = species()
    assert sum(info.kind == "animal" for info in kinds.values()) >= 60
    assert len({role.name for role in roles().values()}) >= 40
    assert kinds["zebra"].natural
    assert not kinds["woman"].natural
    assert kinds["giraffe"].metres > kinds["cat"].metres


@pytest.mark.parametrize("form", ["natural", "mascot", "bust"])
def test_every_creature_draws_in_every_form(form: str) -> None:
    for name in creatures():
        drawing = draw_character(Character(name, form=form))
        assert drawing.box.area > 0
        assert "nan" not in drawing.markup
        assert all(key in drawing.anchors for key in ANCHORS), name


@pytest.mark.parametrize("name", ["red panda", "zebra", "elephant", "duck", "shark", "woman", "robot", "turtle"])
def test_box_is_tight(name: str) -> None:
    alpha = pixels(page(draw_character(Character(name))))[..., 3]
    for edge in (alpha[:2], alpha[-2:], alpha[:, :2], alpha[:, -2:]):
        assert edge.max() > 0


@pytest.mark.parametrize(
    "name", ["red panda", "cat", "horse", "bird", "owl", "giraffe", "man", "girl", "frog", "dolphin"]
)
def test_eyes_lie_inside_and_above_the_feet(name: str) -> None:
    drawing = draw_character(Character(name))
    eyes, box = drawing.anchors["eyes"], drawing.box
    assert box.x < eyes.x < box.right
    assert box.y < eyes.y < drawing.anchors["feet"].y
    assert drawing.anchors["crown"].y < eyes.y < drawing.anchors["chest"].y


@pytest.mark.parametrize("name", list(dict.fromkeys(role.name for role in roles().values())))
def test_every_role_draws(name: str) -> None:
    drawing = draw_character(Character(name))
    assert drawing.box.h > drawing.box.w * 0.8
    assert "head" in parts(drawing)


@pytest.mark.parametrize("pose", pose_names())
def test_every_pose_has_all_limbs(pose: str) -> None:
    for name in ("man", "bear"):
        found = parts(draw_character(Character(name, form="mascot", pose=pose)))
        assert {"arm-left", "arm-right", "head", "torso"} <= set(found)
        assert "leg-left" in found


@pytest.mark.parametrize(
    ("name", "color"), [("bear", "#d8343c"), ("zebra", "#2f6fe0"), ("cat", "#3fa34f"), ("bird", "#8a54c7")]
)
def test_fur_takes_the_asked_colour(name: str, color: str) -> None:
    shown = pixels(page(draw_character(Character(name, form="natural", colors=(color,)))))
    solid = shown[shown[..., 3] > 250][:, :3]
    hue = lch(color).h
    hues = [lch("#" + bytes(p).hex()) for p in solid[:: max(1, len(solid) // 400)].astype(np.uint8)]
    near = [h for h in hues if h.C > 0.06 and min(abs(h.h - hue), 360 - abs(h.h - hue)) < 30]
    assert len(near) > 0.4 * len(hues)


def test_two_items_in_two_hands() -> None:
    drawing = draw_character(Character("red panda", held=(Held(cup(), "trophy"), Held(sign(), "sign"))))
    found = parts(drawing)
    assert {"held-trophy", "held-sign", "hand-left", "hand-right"} <= set(found)
    assert drawing.fields["text"].center.x > drawing.anchors["eyes"].x


@pytest.mark.parametrize("name", ["red panda", "woman", "boy", "robot"])
@pytest.mark.parametrize("form", ["mascot", "bust"])
def test_hands_keep_off_the_lettering(name: str, form: str) -> None:
    drawing = draw_character(Character(name, form=form, held=(Held(sign(), "sign"),)))
    field = drawing.fields["text"]
    for hand in ("hand_left", "hand_right"):
        point = drawing.anchors[hand]
        assert not (field.x < point.x < field.right and field.y < point.y < field.bottom)
    assert field.y > drawing.anchors["mouth"].y


def test_hands_reach_what_they_hold() -> None:
    drawing = draw_character(Character("bear", held=(Held(sign(), "sign"),)))
    left, right = drawing.anchors["hand_left"], drawing.anchors["hand_right"]
    field = drawing.fields["text"]
    assert left.x < field.x < field.right < right.x
    assert right.x - left.x < field.w * 1.5


def test_many_hands() -> None:
    found = parts(draw_character(Character("monster", extra_arms=8)))
    assert sum(name.startswith("extra-arm-left") for name in found) == 4
    assert sum(name.startswith("extra-arm-right") for name in found) == 4


@pytest.mark.parametrize("name", ["cat", "zebra", "man", "penguin"])
def test_same_request_same_bytes(name: str) -> None:
    ask = Character(name, seed=7, worn=(Worn("scarf", "#ff0000"),))
    assert draw_character(ask).markup == draw_character(ask).markup


def test_seed_changes_the_person() -> None:
    looks = {draw_character(Character("woman", seed=n)).markup for n in range(6)}
    assert len(looks) == 6


def test_facing_is_honoured() -> None:
    right = draw_character(Character("horse", form="natural", facing="right"))
    left = draw_character(Character("horse", form="natural", facing="left"))
    assert right.facing == "right"
    assert left.facing == "left"
    assert right.anchors["eyes"].x > right.box.center.x
    assert left.anchors["eyes"].x < left.box.center.x


def test_worn_colour_and_part() -> None:
    drawing = draw_character(Character("fox", worn=(Worn("top hat", "#123456"), Worn("sunglasses"))))
    assert "#123456" in drawing.markup
    assert {"wear-hat", "wear-glasses"} <= set(parts(drawing))


def test_clothes_of_a_person() -> None:
    drawing = draw_character(Character("man", worn=(Worn("hoodie", "#ff8800"),)))
    assert "#ff8800" in drawing.markup
    assert drawing.fields["chest"].area > 0


def test_an_animal_with_a_body_garment_stands_upright() -> None:
    assert "arm-left" in parts(draw_character(Character("dog", worn=(Worn("hoodie"),))))
    assert "leg-fore" in parts(draw_character(Character("dog")))


def test_unknown_species() -> None:
    with pytest.raises(KeyError):
        draw_character(Character("teapot"))


def test_names_by_their_last_words() -> None:
    assert draw_character(Character("baby elephant")).source.name == "character:elephant"
    assert draw_character(Character("old football player")).source.name == "character:athlete"


def test_no_ids_to_clash() -> None:
    drawing = draw_character(Character("woman", held=(Held(sign(), "sign"),)))
    scoped = scope_ids(drawing.markup, "a")
    ids = re.findall(r'\bid="([^"]+)"', scoped)
    assert len(ids) == len(set(ids))
