from __future__ import annotations

from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.imprint import SHADE, front_of, printed, silhouetted
from gouache.engines.composer.scene import Kind

SOURCE = Source("house", "x", "Apache-2.0")
SHIRT = Drawing('<rect width="100" height="100" fill="#ff0000"/>', Box(0, 0, 100, 100), SOURCE)
DOG = Drawing('<g id="d"><rect width="10" height="10" fill="white"/></g>', Box(0, 0, 10, 10), SOURCE)


def test_prints_lie_on_the_front() -> None:
    both = printed(SHIRT, [DOG, DOG], Kind.WEARABLE)
    assert both.box == SHIRT.box
    assert both.markup.startswith(SHIRT.markup)
    assert 'id="print0-d"' in both.markup
    assert 'id="print1-d"' in both.markup


def test_a_field_for_text_takes_pictures_too() -> None:
    area = Box(10, 10, 20, 20)
    assert front_of(Drawing(SHIRT.markup, SHIRT.box, SOURCE, fields={"text": area}), Kind.THING) == area


def test_the_front_is_within_the_box() -> None:
    for kind in Kind:
        area = front_of(SHIRT, kind)
        assert area.x >= 0
        assert area.right <= 100
        assert area.y >= 0
        assert area.bottom <= 100


def test_a_silhouette_has_one_colour() -> None:
    dark = silhouetted(printed(SHIRT, [DOG], Kind.WEARABLE))
    assert "#ff0000" not in dark.markup
    assert "white" not in dark.markup
    assert SHADE in dark.markup
