"""What the styles see: shapes, borders, lettering; and the small tools under them."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import etree

from gouache.engines.composer.picture import Role
from gouache.engines.composer.restyle.extent import extent, path_points
from gouache.engines.composer.restyle.lettering import pieces, readable
from gouache.engines.composer.restyle.plates import Plates, depth, prominence, rise
from gouache.engines.composer.restyle.sheet import S, matrix_of, parse, scale_of
from gouache.engines.composer.restyle.texture import clouds, tooth
from gouache.engines.composer.restyle.trace import contours, outline, polygon
from tests.composer.restyle.restyle_pictures import bear_picture


@pytest.fixture(scope="module")
def plates() -> Plates:
    return Plates(bear_picture("HI", 400, 400))


def test_ids_name_the_topmost_shape(plates: Plates) -> None:
    nose = plates.ids[int(400 * 0.6 - 38 * 1.05 * 0.39), 168]
    assert plates.shapes[nose - 1].color == "#1c120e"
    assert plates.shapes[nose - 1].leaf.part == "head"
    assert plates.shapes[plates.ids[390, 5] - 1].leaf.role is Role.GROUND


def test_glows_and_shadows_are_no_shapes(plates: Plates) -> None:
    assert not any(s.leaf.soft or s.leaf.role is Role.SHADOW for s in plates.shapes)


def test_color_is_without_letters_and_text_has_them_alone(plates: Plates) -> None:
    letters = plates.text > 0.9
    assert letters.sum() > 200
    assert plates.color[letters].min() > 200
    assert plates.quiet[letters].all()


def test_things_cover_the_figure_but_not_the_sky(plates: Plates) -> None:
    assert plates.things[240, 168]
    assert not plates.things[5, 5]


def test_prominence_tells_faint_from_bold(plates: Plates) -> None:
    found = prominence(plates)
    pupils = [n for n, s in enumerate(plates.shapes, 1) if s.color == "#1c120e"]
    assert min(found[pupils]) > 60


def test_depth_and_rise() -> None:
    order = np.ones((21, 41), np.int32)
    order[:, 20:] = 2
    away = depth(order)
    assert away[10, 5] > 10
    over = rise(order, 30.0)
    assert over[10, 5] == 30
    assert over[10, 25] < 8


def test_pieces_are_the_words_and_their_place(plates: Plates) -> None:
    [(words, (rows, cols))] = pieces(plates)
    assert words == "HI"
    assert (plates.text[rows, cols] > 0.5).sum() == (plates.text > 0.5).sum()


def test_readable_changes_only_what_does_not_read() -> None:
    assert readable("#000000", "#ffffff") == ""
    assert readable("#eeeeee", "#ffffff") == "#231a14"
    assert readable("#222222", "#000000") == "#fffaf0"


def test_gradients_have_a_mean() -> None:
    sheet = parse(bear_picture("", 200, 200))
    glow = next(leaf for leaf in sheet.leaves if leaf.soft)
    assert glow.gradient is not None
    assert glow.gradient.radial
    assert glow.fill == "#fff3b0"
    assert 0.2 < glow.fill_alpha < 0.7


def test_transforms() -> None:
    assert matrix_of("translate(10 5) scale(2)") == (2, 0, 0, 2, 10, 5)
    assert scale_of("rotate(30 4 4) scale(-3 3)") == pytest.approx(3)
    a, b, c, d, e, f = matrix_of("rotate(90 10 0)")
    assert (a * 10 + e, b * 10 + f) == pytest.approx((10, 0))
    assert (c, d) == pytest.approx((-1, 0), abs=1e-9)


def test_use_and_style_attributes_are_resolved() -> None:
    picture = bear_picture("", 200, 200)
    picture.elements[
        0
    ].markup = '<defs><circle id="dot" r="4"/></defs><use href="#dot" x="9" y="9" style="fill: #ff0000; opacity: .5"/>'
    leaf = parse(picture).leaves[0]
    assert (leaf.fill, leaf.fill_alpha) == ("#ff0000", 0.5)


@pytest.mark.parametrize(
    ("markup", "box"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2, 3, 4)),
        ('<ellipse cx="5" cy="5" rx="2" ry="1"/>', (3, 4, 4, 2)),
        ('<path d="M1 1h4v3l-4 1z"/>', (1, 1, 4, 4)),
        ('<polygon points="0,0 4,0 2,6"/>', (0, 0, 4, 6)),
    ],
)
def test_extent(markup: str, box: tuple[float, float, float, float]) -> None:
    node = etree.fromstring(markup.replace(" ", f' xmlns="{S[1:-1]}" ', 1))
    assert extent(node) == box


def test_path_points_follow_relative_commands() -> None:
    assert path_points("m1 1l2 0 0 2zm5 5h1") == [(1, 1), (3, 1), (3, 3), (6, 6), (7, 6)]


def test_outlines_trace_holes_and_keep_corners() -> None:
    mask = np.zeros((60, 60), np.bool_)
    mask[10:50, 10:50] = True
    mask[25:35, 25:35] = False
    assert len(contours(mask)) == 2
    assert outline(mask).count("M") == 2
    assert polygon(np.asarray([[0.0, 0], [10, 0], [10, 10.25]])) == "M0 0l10 0 0 10.2z"


def test_noise_is_seeded() -> None:
    assert (clouds(40, 50, 12, 1, 2) == clouds(40, 50, 12, 1, 2)).all()
    assert (tooth(40, 50, 1, 2) != tooth(40, 50, 2, 2)).any()
    assert 0 <= clouds(40, 50, 12, 1, 2).min() <= clouds(40, 50, 12, 1, 2).max() <= 1
