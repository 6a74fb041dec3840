"""Lettering on carriers, headlines and laid-out words."""

from __future__ import annotations

import pytest

from gouache.engines.composer.color import contrast
from gouache.engines.composer.direct import ArtDirection, direct
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.layout import Piece, Site
from gouache.engines.composer.picture import Role
from gouache.engines.composer.scene import Scene
from gouache.engines.composer.words import READABLE, ground_color, headline, ink_on, inscription, laid_out

SITE = Site(1024, 1024, 860, 640)
BOARD = Drawing(
    '<rect width="200" height="100" fill="#1d4030"/>',
    Box(0, 0, 200, 100),
    Source("house", "board", "Apache-2.0"),
    fields={"text": Box(10, 10, 180, 80)},
)


def art(seed: int = 0) -> ArtDirection:
    return direct(Scene("a sign"), seed, 1024, 1024)


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#808080", "#c9531f", "#4477aa", "#f5c52e"])
def test_ink_is_readable_on_any_ground(ground: str) -> None:
    assert contrast(ink_on(ground), ground) >= READABLE


def test_ink_keeps_a_readable_wish() -> None:
    assert ink_on("#ffffff", "#7a1020") == "#7a1020"
    assert ink_on("#ffffff", "#ffee99") != "#ffee99"


def test_ground_color_is_what_is_painted() -> None:
    assert ground_color(BOARD.markup, BOARD.fields["text"]) == "#1d4030"


def test_inscription_lies_on_its_board() -> None:
    piece = Piece("n1", 0, "sign", BOARD, 2.0, x=500, y=700)
    made = inscription(piece, BOARD.fields["text"], "HELLO", "poppins", "sign-text")
    assert (made.role, made.text, made.node) == (Role.TEXT, "HELLO", "n1")
    assert piece.box.overlap(made.box) == pytest.approx(made.box.area, rel=0.01)


@pytest.mark.parametrize("text", ["SALE", "a rather long caption that needs two lines or more"])
def test_headline_is_inside_the_page(text: str) -> None:
    made = headline([text], art(), SITE)[0]
    assert made.text == text
    assert made.box.x >= 0
    assert made.box.right <= 1024
    assert made.box.bottom < 400


def test_words_go_into_their_corners() -> None:
    quad = ((0.1, 0.1), (0.5, 0.1), (0.5, 0.2), (0.1, 0.2))
    made = laid_out([("hello", quad)], "#ffeecc", "fredoka", 1000, 1000)[0]
    assert Box(100, 100, 400, 100).overlap(made.box) == pytest.approx(made.box.area, rel=0.02)
