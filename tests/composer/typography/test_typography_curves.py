"""Text round circles, in quadrilaterals, and in right-to-left order."""

from __future__ import annotations

import pytest

from gouache.engines.composer.geometry import Box, Point
from gouache.engines.composer.typography import arc_lettering, lettering, quad_lettering
from gouache.engines.composer.typography.bidi import levels, visual_order
from gouache.engines.composer.typography.shaping import shape

CENTER = Point(200.0, 200.0)


def test_arc_top_lies_above_and_bottom_below() -> None:
    top = arc_lettering("SUMMIT", CENTER, 150, size=40)
    low = arc_lettering("SUMMIT", CENTER, 150, size=40, bottom=True)
    assert top.box.bottom < CENTER.y < low.box.y
    assert top.box.center.x == pytest.approx(CENTER.x, abs=4)


def test_long_arc_text_is_set_smaller() -> None:
    assert arc_lettering("A very long ring of many words", CENTER, 100, size=40, sweep=180).size < 40


@pytest.mark.parametrize("text", ["Pacifico", "مرحبا"])
def test_connected_scripts_bend(text: str) -> None:
    made = arc_lettering(text, CENTER, 150, size=40, font="pacifico")
    assert made.box.bottom < CENTER.y + 30


def test_quad_of_a_rectangle_is_plain_lettering() -> None:
    box = Box(10, 20, 300, 80)
    quad = quad_lettering("Plain", [(10, 20), (310, 20), (310, 100), (10, 100)])
    plain = lettering("Plain", box)
    assert quad.size == pytest.approx(plain.size, rel=0.01)
    assert quad.box.x == pytest.approx(plain.box.x, abs=1)


def test_quad_text_lies_in_its_corners() -> None:
    made = quad_lettering("Perspective", [(20, 20), (280, 60), (260, 200), (0, 260)])
    assert made.box.x >= -0.5
    assert made.box.right <= 280.5
    assert made.box.bottom <= 260.5


def test_quad_wants_four_corners() -> None:
    with pytest.raises(ValueError, match="four"):
        quad_lettering("x", [(0, 0), (1, 0), (1, 1)])


def test_hebrew_reads_from_the_right_and_numbers_do_not() -> None:
    assert levels("שלום 12") == [1, 1, 1, 1, 1, 2, 2]
    assert visual_order([1, 2]) == [1, 0]
    assert levels("abc") == [0, 0, 0]


def test_arabic_letters_join() -> None:
    alone = sum(shape(c, "noto-sans-arabic").advance for c in "بيت")
    assert shape("بيت", "noto-sans-arabic").advance < alone


def test_combining_marks_take_no_room() -> None:
    assert shape("e\u0301", "inter").advance == pytest.approx(shape("e", "inter").advance, abs=0.02)
