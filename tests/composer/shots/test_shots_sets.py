"""Designs of several pictures: sets of icons, infographics, prints."""

from __future__ import annotations

import pytest

from gouache.engines.composer.compose import ComposeRequest, compose
from gouache.engines.composer.picture import Picture
from gouache.engines.composer.scene import Shot


def picture(prompt: str, **fields: object) -> Picture:
    return compose(ComposeRequest(prompt=prompt, seed=4, **fields)).picture  # type: ignore[arg-type]


def test_a_set_of_icons_has_a_tile_for_each() -> None:
    made = picture("icon set: camera, heart, bell, envelope", shot=Shot.ICON)
    tiles = [e.box for e in made.elements if e.id.startswith("tile")]
    assert len(tiles) == 4
    assert len({(round(box.x), round(box.y)) for box in tiles}) == 4


@pytest.mark.parametrize(("width", "height"), [(1024, 1024), (1024, 512), (512, 1024)])
def test_an_infographic_numbers_its_steps(width: int, height: int) -> None:
    prompt = "infographic about recycling with three steps: collect, sort, reuse"
    made = picture(prompt, width=width, height=height)
    texts = [element.text for element in made.elements if element.text]
    assert texts == ["Recycling", "1", "Collect", "2", "Sort", "3", "Reuse"]
    panels = [e.box for e in made.elements if e.id.startswith("panel")]
    assert all(a.right <= b.x or a.bottom <= b.y for a, b in zip(panels, panels[1:], strict=False))
    assert all(b.x >= 0 and b.right <= width and b.y >= 0 and b.bottom <= height for b in panels)


def test_a_print_for_cloth_keeps_the_words_apart_from_the_figure() -> None:
    made = picture("T-shirt design with a bear, 'Stay Wild'")
    words = next(e for e in made.elements if e.text)
    figure = next(e for e in made.elements if e.id == "figure")
    assert words.box.y >= figure.box.bottom


@pytest.mark.parametrize("name", ["download", "settings", "search", "wifi signal", "user profile"])
def test_the_signs_of_screens_have_pictures(name: str) -> None:
    made = compose(ComposeRequest(prompt=f"{name} icon", seed=1, shot=Shot.ICON))
    assert not made.report.ignored
    assert any(e.role == "subject" for e in made.picture.elements)
