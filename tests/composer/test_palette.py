"""The palette promise: every colour there, exactly, and nothing far from it."""

from __future__ import annotations

import numpy as np
import pytest

from gouache.engines.composer import raster
from gouache.engines.composer.color import distance, paints
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.palette import FLOOR, check_contrast, conform, share_of
from gouache.engines.composer.picture import Element, Picture, Role
from gouache.engines.composer.svg import document
from gouache.engines.composer.typography import Effect, lettering

PALETTE = ("#0d1b2a", "#e0e1dd", "#ffb703", "#d00000", "#778da9", "#fb8500", "#1b263b", "#415a77", "#9d0208", "#370617")
PAGE = Box(0, 0, 400, 300)


def picture(text: bool = True) -> Picture:
    made = Picture(400, 300)
    sky = (
        '<defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#8fd0ff"/><stop offset="1" stop-color="#e8f6ff"/>'
        '</linearGradient></defs><rect width="400" height="300" fill="url(#s)"/>'
    )
    made.add(Element("sky", Role.BACKGROUND, sky, PAGE))
    made.add(Element("hill", Role.GROUND, '<path d="M0 200Q200 150 400 210V300H0Z" fill="#5aa04a"/>', PAGE))
    made.add(
        Element("shade", Role.SHADOW, '<ellipse cx="200" cy="250" rx="80" ry="12" fill="#000" opacity=".3"/>', PAGE)
    )
    ball = '<circle cx="200" cy="190" r="60" fill="#e03a2f"/><circle cx="180" cy="175" r="14" fill="#fff"/>'
    ball += '<path d="M215 200h20v20h-20z"/>'
    made.add(Element("ball", Role.SUBJECT, ball, Box(140, 130, 120, 120)))
    if text:
        words = lettering("Play ball", Box(80, 20, 240, 70), color="#333333")
        made.add(Element("words", Role.TEXT, words.markup, words.box, text="Play ball"))
    return made


def pixels(made: Picture) -> raster.Pixels:
    return raster.pixels(document(made))


@pytest.mark.parametrize("count", range(1, 11))
def test_every_colour_is_exactly_there(count: int) -> None:
    page = pixels(conform(picture(), PALETTE[:count]))
    assert all(share_of(page, color) >= FLOOR for color in PALETTE[:count])


@pytest.mark.parametrize("count", [2, 4, 7])
def test_nothing_strays(count: int) -> None:
    page = pixels(conform(picture(text=False), PALETTE[:count]))[..., :3].reshape(-1, 3)
    codes, counts = np.unique(page, axis=0, return_counts=True)
    stray = sum(
        int(n)
        for (r, g, b), n in zip(codes.tolist(), counts, strict=True)
        if min(distance(f"#{r:02x}{g:02x}{b:02x}", color) for color in PALETTE[:count]) > 0.065
    )
    assert stray / len(page) < 0.04  # soft edges and the faint shadow


def test_weights_are_roughly_kept() -> None:
    palette = PALETTE[:3]
    page = pixels(conform(picture(), palette, (0.1, 0.2, 0.7)))
    assert share_of(page, palette[2]) > share_of(page, palette[0])
    assert share_of(page, palette[2]) > 0.3


@pytest.mark.parametrize("background", ["#fde2e4", "#ffb703"])
def test_the_background_is_exact_at_corners_and_edges(background: str) -> None:
    made = picture()
    made.elements = [e for e in made.elements if e.role is not Role.GROUND]
    page = pixels(conform(made, PALETTE[:5], None, background))[..., :3]
    wanted = [int(background[i : i + 2], 16) for i in (1, 3, 5)]
    border = np.concatenate([page[0], page[-1], page[:, 0], page[:, -1]])
    assert (border == wanted).all()


def test_neighbours_stay_apart() -> None:
    page = pixels(conform(picture(text=False), PALETTE[:4]))
    ball, hill, sky = page[205, 170, :3], page[290, 30, :3], page[20, 200, :3]
    assert (ball != hill).any()
    assert (ball != sky).any()
    assert (hill != sky).any()


def test_text_stays_readable() -> None:
    assert check_contrast(conform(picture(), PALETTE[:4])) == []


def test_poor_contrast_is_found() -> None:
    made = picture(text=False)
    words = lettering("Faint", Box(80, 20, 240, 70), color="#bbddff")
    made.add(Element("words", Role.TEXT, words.markup, words.box, text="Faint"))
    assert check_contrast(made) == ["Faint"]


def test_the_original_is_untouched_and_the_result_repeats() -> None:
    made = picture()
    before = document(made)
    first = document(conform(made, PALETTE[:4]))
    assert document(made) == before
    assert first == document(conform(made, PALETTE[:4]))


def test_an_empty_page_still_shows_every_colour() -> None:
    made = Picture(200, 200)
    made.add(Element("page", Role.BACKGROUND, '<rect width="200" height="200" fill="#fff"/>', Box(0, 0, 200, 200)))
    page = pixels(conform(made, PALETTE[:5]))
    assert all(share_of(page, color) >= FLOOR for color in PALETTE[:5])


def test_no_colours_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        conform(picture(), ())


def test_share_of_counts_near_colours() -> None:
    page = np.zeros((10, 10, 4), np.uint8)
    page[:5] = (255, 0, 0, 255)
    assert share_of(page, "#ff0000") == 0.5
    assert share_of(page, "#fa0505", 0.05) == 0.5
    assert share_of(page, "#fa0505") == 0.0


def test_a_setting_gives_way_to_the_background() -> None:
    page = pixels(conform(picture(), PALETTE[:3], None, "#fde2e4"))
    assert {tuple(page[y, x, :3]) for y in (0, -1) for x in (0, -1)} == {(0xFD, 0xE2, 0xE4)}


def test_letters_and_their_shadow_stay_apart() -> None:
    made = picture(text=False)
    effect = Effect("extrude", "#222222", 0.08)
    words = lettering("Deep", Box(80, 20, 240, 70), color="#cc3311", effect=effect)
    made.add(Element("words", Role.TEXT, words.markup, words.box, text="Deep"))
    drawn = conform(made, PALETTE[:4]).elements[-1].markup
    assert len(set(paints(drawn)) - {"#000000"}) >= 2
