"""Inpainting, new backgrounds and wider pages on pictures from elsewhere."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest

from gouache.engines.base import Context
from gouache.engines.editor.engine import Editor
from gouache.engines.editor.fill import beyond
from gouache.errors import Invalid
from gouache.operations import (
    GenerateBackground,
    Inpaint,
    Outpaint,
    PaletteColor,
    ReplaceBackground,
    TextPlacement,
    Variate,
)

from .conftest import Desk, Flags, Pixels, around, seen


def rectangle(shape: tuple[int, ...], top: int, left: int, bottom: int, right: int) -> Flags:
    marked = np.zeros(shape[:2], bool)
    marked[top:bottom, left:right] = True
    return marked


def test_inpainting_draws_the_thing_inside_the_mask_only(desk: Desk, photograph: Pixels) -> None:
    marked = rectangle(photograph.shape, 60, 210, 230, 310)
    image = desk.run(Inpaint(image=desk.put(photograph), mask=desk.mask(marked), prompt="a blue vase"))[0]
    made = seen(image)[..., :3].astype(int)
    assert (made[~marked] == photograph[~marked]).all()
    assert image.report.style == "realistic"
    assert any("vase" in line for line in image.report.resolved)
    changed = np.abs(made - photograph).max(axis=2) > 40
    rows = np.flatnonzero(changed.any(axis=1))
    assert rows[-1] - rows[0] > 0.7 * 170, "as large as the mask lets it be"
    bluer = (made[..., 2] - made[..., 0] > 40) & changed
    assert bluer[150:230, 210:310].mean() > 0.1


def test_a_drawing_is_inpainted_as_a_drawing_and_a_named_style_is_used(desk: Desk, drawing: Pixels) -> None:
    source, mask = desk.put(drawing), desk.mask(rectangle(drawing.shape, 40, 150, 230, 310))
    plain = desk.run(Inpaint(image=source, mask=mask, prompt="a cat"))[0]
    assert plain.report.style == "illustration"
    clay = desk.run(Inpaint(image=source, mask=mask, prompt="a cat", style="digital_illustration", substyle="noir"))[0]
    assert clay.report.style == "noir"
    assert (seen(plain) != seen(clay)).any()


def test_a_place_fills_the_mask(desk: Desk, drawing: Pixels) -> None:
    marked = rectangle(drawing.shape, 0, 0, 100, 320)
    made = seen(desk.run(Inpaint(image=desk.put(drawing), mask=desk.mask(marked), prompt="a starry night sky"))[0])
    assert (made[~marked][:, :3] == drawing[~marked]).all()
    assert made[:90, :, :3].mean() < 120, "night is dark"


def test_n_pictures_differ_and_canceling_stops_between_them(desk: Desk, drawing: Pixels) -> None:
    marked = around(drawing.shape, 135, 200, 60)
    operation = Inpaint(image=desk.put(drawing), mask=desk.mask(marked), prompt="a bird", n=2, seed=3)
    one, two = desk.run(operation)
    assert one.report.seed == 3 != two.report.seed
    assert (seen(one) != seen(two)).any()
    told: list[float] = []
    read = desk.context.read
    context = Context(read=read, canceled=lambda: len(told) > 1, progress=lambda share, _: told.append(share))
    assert len(list(Editor().run(operation, context))) == 1
    assert told == sorted(told)


def test_colours_ground_and_words_that_are_asked_for(desk: Desk, drawing: Pixels) -> None:
    marked = rectangle(drawing.shape, 20, 90, 230, 310)
    quad = ((0.35, 0.7), (0.9, 0.7), (0.9, 0.85), (0.35, 0.85))
    operation = Inpaint(
        image=desk.put(drawing), mask=desk.mask(marked), prompt="a fish", background="#123456",
        palette=(PaletteColor(color="#ff8800"), PaletteColor(color="#00aa88")),
    )  # fmt: skip
    made = seen(desk.run(operation)[0])
    assert (made[25, 95, :3] == (0x12, 0x34, 0x56)).all()
    colors = {tuple(c) for c in made[marked][:, :3].tolist()}
    assert {(0xFF, 0x88, 0x00), (0x00, 0xAA, 0x88)} <= colors
    lettered = operation.model_copy(update={"text_layout": (TextPlacement(text="FISH", quad=quad),)})
    words = np.abs(seen(desk.run(lettered)[0]).astype(int) - made)[..., :3].max(axis=2) > 60
    rows, columns = np.flatnonzero(words.any(axis=1)), np.flatnonzero(words.any(axis=0))
    assert rows[0] > 0.6 * 240
    assert columns[0] > 0.3 * 320
    silent = lettered.model_copy(update={"no_text": True})
    assert (seen(desk.run(silent)[0]) == made).all()


def test_a_generated_background_lies_behind_what_the_mask_keeps(desk: Desk, photograph: Pixels) -> None:
    ball = around(photograph.shape, 140, 150, 50)
    operation = GenerateBackground(image=desk.put(photograph), mask=desk.mask(~ball), prompt="a snowy forest")
    made = seen(desk.run(operation)[0])
    assert (made[ball][:, :3] == photograph[ball]).all()
    assert np.abs(made[~ball][:, :3].astype(int) - photograph[~ball]).mean() > 15


def test_a_replaced_background_keeps_the_cut_out_subject(desk: Desk, drawing: Pixels) -> None:
    cut = np.dstack([drawing, around(drawing.shape, 135, 200, 27).astype(np.uint8) * 255])
    made = seen(desk.run(ReplaceBackground(image=desk.put(cut), prompt="a beach"))[0])
    assert (made[120:150, 185:215, :3] == (200, 40, 60)).all()
    assert (made[..., 3] == 255).all()
    exact = ReplaceBackground(image=desk.put(cut), prompt="", background="#abcdef")
    assert (seen(desk.run(exact)[0])[10, 10, :3] == (0xAB, 0xCD, 0xEF)).all()


def test_a_wider_page_keeps_the_old_one_to_the_byte_and_continues_it(desk: Desk, drawing: Pixels) -> None:
    operation = Outpaint(image=desk.put(drawing), prompt="sky", left=70, right=40, bottom=20)
    image = desk.run(operation)[0]
    made = seen(image)
    assert made.shape == (260, 430, 4)
    assert (made[:240, 70:390, :3] == drawing).all()
    assert (made[40, :60, :3] == (250, 220, 200)).mean() > 0.9
    assert (made[140, 395:, :3] == (90, 140, 110)).mean() > 0.9


def test_zooming_out_shrinks_the_picture_on_a_page_of_the_same_size(desk: Desk, photograph: Pixels) -> None:
    made = seen(desk.run(Outpaint(image=desk.put(photograph), prompt="meadow", zoom_out=50))[0])[..., :3]
    assert made.shape == photograph.shape
    small = photograph.reshape(120, 2, 160, 2, 3).mean(axis=(1, 3))
    assert np.abs(made[60:180, 80:240] - small).mean() < 2
    assert np.abs(made[:40].mean(axis=(0, 1)) - photograph[:60].mean(axis=(0, 1))).max() < 35, "sky stays sky"
    assert (np.abs(np.diff(made[:60].astype(int).mean(axis=1), axis=0)) < 6).all(), "no step at the old edge"
    grass = made[200:].astype(int)
    assert (grass[..., 1] > grass[..., 2]).mean() > 0.8, "grass stays grass"


def test_a_photograph_is_carried_on_as_sharp_as_it_is_far_from_its_edge(desk: Desk, photograph: Pixels) -> None:
    operation = Outpaint(image=desk.put(photograph), prompt="", left=200, right=60)
    made = seen(desk.run(operation)[0])[..., :3]
    assert (made[:, 200:520] == photograph).all()
    far = made[160:, :100].astype(np.float32)
    assert 0.8 < far.std() / photograph[160:, 220:].astype(np.float32).std() < 1.25
    assert (far[..., 1] > far[..., 2]).mean() > 0.9, "grass"
    sky = made[:130, :100].astype(int)
    assert (sky[..., 2] > sky[..., 0]).mean() > 0.98, "sky"
    assert (made == seen(desk.run(operation)[0])[..., :3]).all()


def test_half_a_megapixel_more_takes_less_than_three_seconds_of_one_core(photograph: Pixels) -> None:
    page = np.zeros((1024, 1536, 4), np.uint8)
    page[:, :1024] = np.dstack([cv2.resize(photograph, (1024, 1024)), np.full((1024, 1024), 255, np.uint8)])
    new = np.zeros((1024, 1536), bool)
    new[:, 1024:] = True
    began = time.thread_time()
    beyond(page, new)
    assert time.thread_time() - began < 3


def test_a_mask_over_everything_asks_for_a_new_picture(desk: Desk, photograph: Pixels) -> None:
    everything = desk.mask(np.ones(photograph.shape[:2], bool))
    made = seen(desk.run(Inpaint(image=desk.put(photograph), mask=everything, prompt="a lighthouse"))[0])[..., :3]
    assert np.abs(made.astype(int) - photograph).max(axis=2).mean() > 20
    red = made.astype(int)[90:190, 100:200]
    assert (np.abs(red - (190, 60, 40)).max(axis=2) < 40).mean() < 0.2, "the old ball is gone"


def test_a_new_background_of_a_black_and_white_photograph_is_black_and_white(desk: Desk, photograph: Pixels) -> None:
    grey = np.repeat(photograph.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)
    marked = rectangle(photograph.shape, 0, 0, 130, 320)
    operation = GenerateBackground(image=desk.put(grey), mask=desk.mask(marked), prompt="a sunset sky")
    made = seen(desk.run(operation)[0])[..., :3].astype(int)
    assert (made.max(axis=2) - made.min(axis=2)).max() <= 6


def test_what_stands_leaves_room_for_its_shadow(desk: Desk, photograph: Pixels) -> None:
    marked = rectangle(photograph.shape, 40, 200, 235, 315)
    operation = Inpaint(image=desk.put(photograph), mask=desk.mask(marked), prompt="a red car")
    made = seen(desk.run(operation)[0])[..., :3].astype(int)
    red = (made[..., 0] - made[..., 1] > 50) & marked
    lowest = np.flatnonzero(red.any(axis=1))[-1]
    assert lowest < 233
    under = made[lowest : lowest + 4, 230:285].mean()
    assert under < photograph[225:235, :60].mean() - 1, "a shadow"


def test_a_page_that_is_too_wide_is_refused(desk: Desk, drawing: Pixels) -> None:
    with pytest.raises(Invalid, match="4096"):
        desk.run(Outpaint(image=desk.put(drawing), prompt="sky", left=4000))


def test_variations_have_the_wished_size_and_differ(desk: Desk, drawing: Pixels) -> None:
    cut = np.dstack([drawing, around(drawing.shape, 135, 200, 27).astype(np.uint8) * 255])
    one, two = desk.run(Variate(image=desk.put(cut), width=256, height=320, n=2, seed=1))
    assert seen(one).shape == seen(two).shape == (320, 256, 4)
    assert (seen(one) != seen(two)).any()


def test_an_svg_of_foreign_pixels_is_traced_never_embedded(desk: Desk, drawing: Pixels) -> None:
    marked = around(drawing.shape, 135, 200, 60)
    operation = Inpaint(image=desk.put(drawing), mask=desk.mask(marked), prompt="a star", format="svg")
    image = desk.run(operation)[0]
    assert image.svg is not None
    assert "<path" in image.svg
    assert "<image" not in image.svg
    assert any("traced" in line for line in image.report.approximated)


def test_a_background_in_a_corner_shows_the_things_in_it_and_fades_at_its_rim(desk: Desk, photograph: Pixels) -> None:
    marked = around(photograph.shape, 70, 60, 50)
    operation = GenerateBackground(image=desk.put(photograph), mask=desk.mask(marked), prompt="a window with plants")
    image = desk.run(operation)[0]
    made = seen(image)[..., :3].astype(int)
    assert (made[~marked] == photograph[~marked]).all()
    core, rim = around(photograph.shape, 70, 60, 35), marked & ~around(photograph.shape, 70, 60, 48)
    change = np.abs(made - photograph).mean(axis=2)
    assert made[core].std(axis=0).max() > 15, "things, not a flat disc"
    assert change[rim].mean() < 0.35 * change[core].mean()
