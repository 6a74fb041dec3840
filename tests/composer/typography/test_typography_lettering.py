"""Lettering stays in its box, keeps its words, and knows what it cannot draw."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gouache.engines.composer.geometry import Box
from gouache.engines.composer.typography import Effect, faces, lettering, pixel_lettering, ribbon
from gouache.engines.composer.typography.breaking import break_lines

BOX = Box(40.0, 30.0, 320.0, 120.0)
SLACK = 0.51
DESIGN_FONTS = [key for key, face in faces().items() if face.kind != "fallback"]
SCRIPTS = [
    "Привет, мир", "Γειά σου Κόσμε", "مرحبا بالعالم", "שלום עולם", "नमस्ते दुनिया", "สวัสดีชาวโลก", "გამარჯობა",
    "日本語テスト", "新年快乐", "안녕하세요", "Tiếng Việt", "Zażółć gęślą jaźń", "வணக்கம்", "አማርኛ", "★ ♥ → ✓",
]  # fmt: skip


def inside(inner: Box, outer: Box) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


@pytest.mark.parametrize("key", DESIGN_FONTS)
def test_every_font_fits_its_box(key: str) -> None:
    made = lettering("Happy Morning 42", BOX, font=key)
    assert inside(made.box, BOX)
    assert not made.missing
    assert made.font == key


@pytest.mark.parametrize("text", SCRIPTS)
@pytest.mark.parametrize("key", ["poppins", "anton"])
def test_every_script_has_glyphs(text: str, key: str) -> None:
    made = lettering(text, BOX, font=key)
    assert not made.missing
    assert "<path" in made.markup
    assert inside(made.box, BOX)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc XYZ,.-!éß0Жя", min_size=1, max_size=90))
def test_any_text_stays_in_the_box_and_loses_nothing(text: str) -> None:
    made = lettering(text, BOX)
    assert inside(made.box, BOX) or not text.strip()
    assert "".join("".join(made.lines).split()) == "".join(text.split())


def test_unknown_letters_are_reported_and_not_drawn() -> None:
    made = lettering("a\U00012000b", BOX)
    assert made.missing == ("\U00012000",)


def test_lines_break_evenly_and_not_after_small_words() -> None:
    lines = break_lines("The best way to predict the future is to invent it", 3, "poppins")
    assert len(lines) == 3
    assert max(map(len, lines)) - min(map(len, lines)) <= 6
    assert break_lines("the cat and the dog", 2, "poppins") == ("the cat", "and the dog")


def test_newlines_are_kept() -> None:
    assert lettering("one\ntwo words\nthree", BOX).lines == ("one", "two words", "three")


def test_ink_is_centred() -> None:
    made = lettering("VILLAGE", BOX, max_size=40)
    assert made.box.center.x == pytest.approx(BOX.center.x, abs=0.6)
    assert made.box.center.y == pytest.approx(BOX.center.y, abs=0.6)


@pytest.mark.parametrize(("align", "edge"), [("left", "x"), ("right", "right")])
def test_flush_text_touches_its_edge(align: str, edge: str) -> None:
    made = lettering("Two short\nlines", BOX, align=align, max_size=30)
    assert getattr(made.box, edge) == pytest.approx(getattr(BOX, edge), abs=0.6)


def test_capitals_only_where_they_are_safe() -> None:
    assert lettering("Morning brew", BOX, case="upper", max_lines=1).lines == ("MORNING BREW",)
    for text in ("Straße", "recraft FTW", "iPhone", "İstanbul", "Αθήνα"):
        assert lettering(text, BOX, case="upper", max_lines=1).lines == (text,), text


def test_the_label_is_the_text_and_is_escaped() -> None:
    assert 'aria-label="Fish &amp; &quot;Chips&quot;"' in lettering('Fish & "Chips"', BOX).markup


def test_kerning_is_applied() -> None:
    pair = lettering("AV", BOX, font="playfair", max_size=50).box.w
    assert pair < lettering("A", BOX, font="playfair", max_size=50).box.w * 2


@pytest.mark.parametrize("kind", ["outline", "shadow", "extrude", "inline", "neon"])
def test_effects_use_no_filters(kind: str) -> None:
    made = lettering("Aa", BOX, effect=Effect(kind, "#ff0000"))
    assert "filter" not in made.markup
    assert "#ff0000" in made.markup


def test_pixel_letters_sit_on_the_grid() -> None:
    made = pixel_lettering("HI YOU", BOX, grid=4)
    assert made.size % 32 == 0
    assert inside(made.box, BOX)


def test_ribbon_text_lies_on_the_band() -> None:
    made = ribbon("Grand Opening", BOX, fill="#aa0000", ink="#ffffff")
    assert 'aria-label="Grand Opening"' in made.markup
    assert "#aa0000" in made.markup


def test_same_call_same_markup() -> None:
    assert lettering("Gleich", BOX).markup == lettering("Gleich", BOX).markup


def test_short_texts_are_quick() -> None:
    lettering("warm up 1", BOX)
    start = time.process_time()
    for i in range(50):
        lettering(f"sale {i} today", BOX)
    assert (time.process_time() - start) / 50 < 0.02  # 1 ms on a free machine
