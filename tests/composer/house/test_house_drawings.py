"""Properties that every house drawing keeps."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree

from gouache.engines.composer import raster
from gouache.engines.composer.color import lch, rgb
from gouache.engines.composer.drawing import Drawing, scope_ids
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.house.registry import Brush, house_drawings

NAMES = sorted(house_drawings())
RED = "#e03131"
FIELDS = {"text", "inside"}
ALLOWED = {"g", "path", "rect", "ellipse", "linearGradient", "stop"}
# Seen through, made of many colours, or mostly another material: the base colours only its coloured part.
PARTLY = {"bus stop", "checkers", *(name for name in NAMES if name.startswith("abstract composition"))}
SAMPLE = ("bench", "potato masher", "wine glass", "suitcase", "car", "castle", "rose", "laptop", "pizza", "sink")


def draw(name: str, base: str | None = None) -> Drawing:
    return house_drawings()[name].draw(Brush(base=base))


def page(markup: str, frame: Box) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" '
        f'viewBox="{frame.x} {frame.y} {frame.w} {frame.h}">{markup}</svg>'
    )


def shown(drawing: Drawing, margin: float = 0.12, px: int = 64) -> npt.NDArray[np.float64]:
    """The drawing's pixels in a square frame around its box, with a margin in shares of the longer side."""
    box = drawing.box
    side = max(box.w, box.h) * (1 + 2 * margin)
    frame = Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
    return raster.pixels(page(drawing.markup, frame), px, px).astype(float)


def coverage_outside(drawing: Drawing) -> float:
    """The share of the drawing's ink that lies beyond its box and two units."""
    alpha = shown(drawing)[:, :, 3] / 255
    box = drawing.box
    side = max(box.w, box.h) * 1.24
    steps = (np.arange(64) + 0.5) / 64 * side - side / 2
    far_x, far_y = np.abs(steps) > box.w / 2 + 2, np.abs(steps) > box.h / 2 + 2
    return float(alpha[far_y[:, None] | far_x[None, :]].sum() / alpha.sum())


def share_of_hue(pixels: npt.NDArray[np.float64], color: str) -> float:
    """The share of opaque pixels whose hue is near a colour's."""
    hue = lch(color).h
    solid = pixels[pixels[:, :, 3] > 200][:, :3]
    tones = {tuple(int(v) // 8 * 8 for v in p) for p in solid}
    near = {t for t in tones if _near(t, hue)}
    return sum(tuple(int(v) // 8 * 8 for v in p) in near for p in solid) / len(solid)


def _near(tone: tuple[int, ...], hue: float) -> bool:
    value = lch("#" + "".join(f"{v:02x}" for v in tone))
    return value.C > 0.05 and abs((value.h - hue + 180) % 360 - 180) < 26


def test_there_are_many() -> None:
    assert len(NAMES) >= 180


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_well_formed(name: str) -> None:
    drawing = draw(name)
    for markup in (drawing.markup, drawing.front):
        root = etree.fromstring(f"<svg>{markup}</svg>")
        assert {str(node.tag) for node in root.iter()} - {"svg"} <= ALLOWED
        assert "nan" not in markup
        assert not re.search(r'(?:fill|stroke)="(?!#[0-9a-f]{6}"|none"|url\(#)', markup)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_keeps_its_name_box_and_anchors(name: str) -> None:
    drawing = draw(name)
    box = drawing.box
    assert drawing.source.name == name
    near = box.inset(-0.3 * box.w, -0.3 * box.h)
    assert all(near.x <= p.x <= near.right and near.y <= p.y <= near.bottom for p in drawing.anchors.values())
    assert set(drawing.fields) <= FIELDS
    assert all(field.overlap(box) > 0.3 * field.area for field in drawing.fields.values())
    assert ("text" in drawing.fields) == ("text" in drawing.anchors)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_stays_in_its_box(name: str) -> None:
    assert coverage_outside(draw(name)) < 0.01


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_fills_its_box(name: str) -> None:
    drawing = draw(name)
    alpha = shown(drawing, 0.0)[:, :, 3] > 20
    side = max(drawing.box.w, drawing.box.h)
    assert np.ptp(np.where(alpha.any(1))[0]) / 64 > drawing.box.h / side - 0.08
    assert np.ptp(np.where(alpha.any(0))[0]) / 64 > drawing.box.w / side - 0.08


@pytest.mark.parametrize("name", [n for n in NAMES if n not in PARTLY])
def test_the_base_colour_is_seen(name: str) -> None:
    assert share_of_hue(shown(draw(name, RED)), RED) > 0.2


def test_most_drawings_take_the_base_colour_on_most_of_their_area() -> None:
    shares = np.array([share_of_hue(shown(draw(name, RED)), RED) for name in NAMES[::3]])
    assert np.median(shares) > 0.75
    assert (shares > 0.6).mean() > 0.8


@pytest.mark.parametrize("color", ["#000000", "#ffffff", "#2b6cb0"])
@pytest.mark.parametrize("name", SAMPLE)
def test_black_and_white_still_show_shading(name: str, color: str) -> None:
    tones = {rgb(c) for c in re.findall(r'fill="(#[0-9a-f]{6})"', draw(name, color).markup)}
    assert len(tones) >= 3


@pytest.mark.parametrize("name", SAMPLE)
def test_a_mirrored_drawing_stays_in_its_box(name: str) -> None:
    drawing = draw(name)
    assert coverage_outside(drawing.flipped()) < 0.01
    apart = np.abs(shown(drawing.flipped())[:, ::-1, 3] - shown(drawing)[:, :, 3])
    assert apart.mean() < 2


def test_ids_are_scoped_with_all_their_uses() -> None:
    with_ids = [name for name in NAMES if 'id="' in draw(name).markup]
    assert with_ids
    for name in with_ids:
        scoped = scope_ids(draw(name).markup, "n1")
        ids = set(re.findall(r'id="([^"]+)"', scoped))
        assert set(re.findall(r"url\(#([^)]+)\)", scoped)) == ids
        assert all(i.startswith("n1-") for i in ids)


@pytest.mark.parametrize("name", ["basket", "bowl", "cup", "mug", "pot", "vase", "bucket", "boat", "cardboard box"])
def test_a_container_has_a_near_wall_and_an_opening(name: str) -> None:
    drawing = draw(name)
    assert drawing.front in drawing.markup
    assert drawing.front
    assert "mouth_rim" in drawing.anchors


@pytest.mark.parametrize(
    ("name", "anchor"),
    [("chair", "seat"), ("couch", "seat"), ("bench", "seat"), ("bed", "bed"), ("sun lounger", "bed"),
     ("hammock", "bed"), ("dining table", "top"), ("trophy", "grip"), ("potato masher", "grip")],
)  # fmt: skip
def test_furniture_and_tools_say_where_they_are_used(name: str, anchor: str) -> None:
    assert anchor in draw(name).anchors


@pytest.mark.parametrize("name", ["sign", "sign with post", "hand-held sign", "banner", "billboard", "chalkboard",
                                  "neon sign", "scroll", "speech bubble", "poster", "book"])  # fmt: skip
def test_carriers_have_room_for_words(name: str) -> None:
    drawing = draw(name)
    field = drawing.fields["text"]
    assert field.area > 0.08 * drawing.box.area
    assert field.center == drawing.anchors["text"]


@pytest.mark.parametrize("name", SAMPLE)
def test_drawing_twice_gives_the_same(name: str) -> None:
    assert draw(name) == draw(name)


def test_material_gives_the_colour_when_no_base_is_named() -> None:
    vase = house_drawings()["vase"]
    assert vase.draw(Brush(material="gold")).markup != vase.draw(Brush()).markup
    assert vase.draw(Brush(base=RED, material="gold")).markup == vase.draw(Brush(base=RED)).markup
