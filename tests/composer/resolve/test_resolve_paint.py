import random

import numpy as np
import pytest

from gouache.engines.composer.art import Patch, pack
from gouache.engines.composer.color import lch
from gouache.engines.composer.drawing import Drawing
from gouache.engines.composer.lexicon import concept
from gouache.engines.composer.raster import Pixels, pixels
from gouache.engines.composer.resolve import Means, draw, resolve
from gouache.engines.composer.resolve.paint import board
from gouache.engines.composer.resolve.patterns import PATTERNS
from gouache.engines.composer.resolve.recolor import body, shade
from gouache.engines.composer.scene import Kind, Node
from gouache.oklab import oklab

with_pack = pytest.mark.skipif(pack() is None, reason="the art pack is not built")

HEX = {"black": "#25262b", "white": "#f8f9fa", "red": "#e03131", "pink": "#f783ac", "purple": "#8a3ffc",
       "yellow": "#fcc419", "blue": "#1c6fdc", "green": "#2f9e44", "brown": "#8b5a2b"}  # fmt: skip
NAMED = (
    "black truck,red sandwich,pink laptop,purple carrot,blue banana,red crab,purple apple,"
    "white car,purple bus,brown toilet,green couch,black umbrella,red broccoli,red bicycle,pink airplane"
)
PAIRS = NAMED.split(",")


def drawn(name: str, look: str = "soft", **words: object) -> Drawing:
    entry = concept(name)
    assert entry is not None
    node = Node("a", name, name, entry.kind, **words)  # type: ignore[arg-type]
    return draw(resolve(node, look), node, look, random.Random(1))


def image(art: Drawing) -> Pixels:
    b, k = art.box, 96 / max(art.box.w, art.box.h)
    view = f'viewBox="{b.x} {b.y} {b.w} {b.h}" width="{b.w * k}" height="{b.h * k}"'
    return pixels(
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {view}>{art.markup}</svg>'
    )


def share_of(art: Drawing, color: str) -> float:
    """Share of the visible area that reads as a colour."""
    seen = image(art)
    lab, target = oklab(seen[seen[..., 3] > 200][:, :3]), lch(color)
    chroma, hue = np.hypot(lab[:, 1], lab[:, 2]), np.degrees(np.arctan2(lab[:, 2], lab[:, 1]))
    if target.C < 0.04:
        return float(((chroma < 0.06) & (np.abs(lab[:, 0] - target.L) < 0.28)).mean())
    return float(((chroma > 0.04) & (np.abs((hue - target.h + 180) % 360 - 180) < 30)).mean())


@with_pack
@pytest.mark.parametrize("look", ["soft", "flat"])
@pytest.mark.parametrize("pair", PAIRS)
def test_a_named_colour_is_most_of_the_thing(pair: str, look: str) -> None:
    color, name = pair.split(" ")
    if resolve(Node("a", name, name, concept(name).kind), look).means is not Means.PACK:  # type: ignore[union-attr]
        pytest.skip("not drawn from the pack")
    assert share_of(drawn(name, look, colors=(HEX[color],)), HEX[color]) > 0.55


@with_pack
def test_ink_stays_and_shading_stays() -> None:
    zebra = image(drawn("banana", colors=(HEX["blue"],)))
    lightness = oklab(zebra[zebra[..., 3] > 200][:, :3])[:, 0]
    assert lightness.std() > 0.02


def test_ink_and_highlights_are_no_body() -> None:
    patches = [Patch(0.7, 0.1, 0.1, 0.6), Patch(0.2, 0, 0, 0.25), Patch(0.97, 0, 0, 0.1), Patch(0.6, 0.11, 0.1, 0.05)]
    assert body(patches) == {0, 3}


def test_paint_on_made_things_goes_all_over() -> None:
    patches = [Patch(0.75, 0, 0, 0.65), Patch(0.6, 0.18, 0.1, 0.2), Patch(0.82, -0.05, -0.09, 0.15)]
    assert body(patches) == {0}
    assert body(patches, made=True) == {0, 1}  # the window glass stays


@pytest.mark.parametrize("color", sorted(HEX))
@pytest.mark.parametrize("offset", [-0.5, -0.2, 0.0, 0.2, 0.5])
def test_a_shade_keeps_its_name(color: str, offset: float) -> None:
    target, made = lch(HEX[color]), lch(shade(lch(HEX[color]), offset, 1.0))
    assert abs(made.L - target.L) < 0.33
    if target.C > 0.05:
        assert abs((made.h - target.h + 180) % 360 - 180) < 30


@with_pack
@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_patterns_show_and_stay_inside(name: str) -> None:
    plain, art = drawn("balloon", colors=("#1c6fdc",)), drawn("balloon", colors=("#1c6fdc",), pattern=name)
    before, after = image(plain), image(art)
    assert (before != after).any()
    assert after[before[..., 3] == 0][:, 3].max() < 20


@with_pack
@pytest.mark.parametrize("material", ["gold", "wood", "glass", "marble", "ice", "stone", "chocolate"])
def test_materials_change_the_tone_and_stay_visible(material: str) -> None:
    seen = image(drawn("banana", material=material))
    solid = seen[seen[..., 3] > 120][:, :3]
    assert oklab(solid)[:, 0].mean() < 0.95


@with_pack
def test_a_basket_has_a_near_wall() -> None:
    basket = drawn("basket")
    if basket.source.collection == "house":
        pytest.skip("a house drawing")
    assert basket.front
    assert "inside" in basket.fields
    assert "mouth_rim" in basket.anchors


def test_a_board_has_room_for_words() -> None:
    art = board(Node("a", "a red sign", "sign", Kind.CARRIER, colors=("#e03131",)))
    assert art.fields["text"].area > 0.3 * art.box.area
    assert "#e03131" in art.markup


def test_characters_are_not_drawn_here() -> None:
    node = Node("a", "a woman", "woman", Kind.PERSON)
    with pytest.raises(ValueError, match="rig"):
        draw(resolve(node), node, "soft", random.Random(1))
