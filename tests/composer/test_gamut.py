"""What a palette can make, and the finish of pixels with it."""

from __future__ import annotations

import numpy as np

from gouache.engines.composer.color import contrast, distance, mix
from gouache.engines.composer.finish import flatten, grade, regrade, unseen
from gouache.engines.composer.gamut import held, nearest, tamed, within
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle.stock import LEGIBLE, stock
from gouache.engines.composer.svg import document, rect
from gouache.engines.composer.trim import framed, framed_pixels
from gouache.oklab import oklab, srgb

COLORS = ("#264653", "#e9c46a", "#e76f51")


def page() -> Picture:
    """Three fields of the palette."""
    third = [Box(0.0, 0.0, 96.0, 32.0), Box(0.0, 32.0, 96.0, 32.0), Box(24.0, 48.0, 48.0, 32.0)]
    roles = (Role.BACKGROUND, Role.GROUND, Role.SUBJECT)
    made = [Element(f"e{i}", roles[i], rect(box, COLORS[i]), box) for i, box in enumerate(third)]
    return Picture(96, 80, made, wanted=COLORS)


def test_oklab_there_and_back() -> None:
    values = np.arange(0, 255, 5, dtype=np.float32).repeat(3).reshape(-1, 3)
    assert np.allclose(srgb(oklab(values)), values, atol=0.1)


def test_mixtures_stay_and_others_come_near() -> None:
    half = mix(COLORS[0], COLORS[1], 0.5)
    assert within(half, COLORS) == half
    moved = within("#00ff00", COLORS)
    assert moved != "#00ff00"
    value = oklab(np.asarray([[int(moved[i : i + 2], 16) for i in (1, 3, 5)]]))
    assert np.linalg.norm(value - nearest(value, COLORS)) < 0.11


def test_held_keeps_texture_up_to_a_limit() -> None:
    values = oklab(np.random.default_rng(1).integers(0, 255, (200, 3)))
    gap = np.linalg.norm(held(values, COLORS, 0.05) - nearest(values, COLORS), axis=1)
    assert gap.max() < 0.051


def test_tamed_svg_keeps_the_palette() -> None:
    assert tamed('<rect fill="#e76f51"/>', COLORS) == '<rect fill="#e76f51"/>'


def test_grading_undoes_what_a_style_did_to_the_colours() -> None:
    drawn = pixels(document(page()))
    faded = drawn.copy()
    faded[..., :3] = faded[..., :3] // 2 + 120
    assert unseen(faded, COLORS)
    assert not unseen(grade(faded, page(), COLORS), COLORS)


def test_a_photograph_is_divided_among_the_colours() -> None:
    ramp = np.linspace(0, 255, 128, dtype=np.uint8)
    photo = np.dstack([np.tile(ramp, (128, 1))] * 3 + [np.full((128, 128), 255, np.uint8)])
    assert not unseen(regrade(photo, COLORS), COLORS)


def test_the_background_is_exact_where_nothing_is_drawn() -> None:
    flat = flatten(pixels(document(page())), page(), "#2e86ab")
    assert (flat[2, 2, :3] == (0x2E, 0x86, 0xAB)).all()


def test_a_frame_shows_what_is_missing() -> None:
    image = pixels(framed(document(page()), page(), ["#00ff00"]))
    assert "#00ff00" not in unseen(image, ("#00ff00",))
    assert not unseen(framed_pixels(pixels(document(page())), page(), ["#00ff00"]), ("#00ff00",))


def test_ink_reads_on_every_paper() -> None:
    for ground in ("#000000", "#ffffff", "#808080", "#2e86ab", "#ffd166"):
        chosen = stock(Picture(8, 8, background=ground), "#f7f0e1", "#1f1b18")
        assert chosen.paper == ground
        assert contrast(chosen.ink, chosen.paper) >= LEGIBLE - 0.3


def test_paper_and_ink_come_from_the_wished_colours() -> None:
    chosen = stock(Picture(8, 8, wanted=COLORS), "#ffffff", "#000000")
    assert chosen.paper in COLORS
    assert min(distance(chosen.ink, c) for c in COLORS) < 0.2
