"""Which words a design shows, and in what colours and fonts."""

from __future__ import annotations

import pytest

from gouache.engines.composer.color import contrast, distance
from gouache.engines.composer.rng import stream
from gouache.engines.composer.scene import Kind, Node, Scene, Shot
from gouache.engines.composer.shots import choose_pairing, choose_scheme, copy_of, of_palette
from gouache.engines.composer.shots.tables import rows
from gouache.engines.composer.shots.wording import initials
from gouache.engines.composer.typography import faces

RNG = stream(1, "test")


@pytest.mark.parametrize(
    ("shot", "prompt", "title"),
    [
        (Shot.LOGO, "logo for a coffee shop called Morning Brew", "Morning Brew"),
        (Shot.LOGO, "a logo of a fox", ""),
        (Shot.POSTER, "a vintage travel poster of New Zealand with a lake", "New Zealand"),
        (Shot.POSTER, "a poster of a cat", ""),
        (Shot.POSTER, "a movie poster titled Deep Water", "Deep Water"),
        (Shot.CARD, "a happy birthday card with a cake", "Happy Birthday"),
        (Shot.CARD, "a card with flowers", ""),
    ],
)
def test_only_titles_that_the_prompt_names(shot: Shot, prompt: str, title: str) -> None:
    assert copy_of(Scene(prompt, shot=shot), prompt, False).headline == title


def test_quoted_texts_lead_and_a_paragraph_steps_back() -> None:
    long = "word " * 30
    copy = copy_of(Scene("", texts=[long, "Big Title"], shot=Shot.POSTER), "", False)
    assert copy.headline == "Big Title"
    assert copy.rest == (long.strip(),)


def test_text_on_a_node_counts() -> None:
    node = Node("a", "sign", "sign", Kind.CARRIER, text="Open")
    assert copy_of(Scene("", nodes=[node], shot=Shot.LOGO), "", False).headline == "Open"


def test_initials() -> None:
    assert initials("Nova") == "N"
    assert initials("House of Lords") == "HL"


def test_curated_schemes_are_readable() -> None:
    for name, ground, ink, main, accent, soft, _ in rows("schemes.tsv"):
        assert contrast(ink, ground) >= 6, name
        assert distance(main, ground) > 0.15, name
        assert distance(accent, main) > 0.1, name
        assert soft.startswith("#"), name


def test_pairings_name_known_fonts() -> None:
    assert {font for row in rows("pairings.tsv") for font in row[1:3]} <= set(faces())


def test_moods_choose_fonts() -> None:
    assert choose_pairing("a futuristic space robot logo", "logo", RNG).head == "orbitron"
    assert choose_pairing("8-bit arcade poster", "poster", RNG).head == "pixel"


def test_a_named_colour_becomes_the_marks() -> None:
    assert choose_scheme("a green fox logo", (), None, ("#008000",), RNG).main == "#008000"


@pytest.mark.parametrize("count", range(1, 11))
def test_palettes_become_schemes(count: int) -> None:
    palette = ("#0d1b2a", "#e0e1dd", "#ffb703", "#d00000", "#778da9", "#fb8500", "#1b263b", "#415a77", "#9d0208",
               "#370617")[:count]  # fmt: skip
    scheme = of_palette(palette)
    assert contrast(scheme.ink, scheme.ground) > 3
    assert distance(scheme.main, scheme.ground) > 0.1
    assert of_palette(palette, "#ffffff").ground == "#ffffff"


def test_text_colours_are_readable_on_anything() -> None:
    scheme = of_palette(("#777777", "#888888"))
    for ground in ("#000000", "#777777", "#ffffff", "#ff0000"):
        assert contrast(scheme.on(ground), ground) >= 4.5
        assert contrast(scheme.readable("#777777", ground), ground) >= 4.5
