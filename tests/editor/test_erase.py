"""Erasing: what is gone, what stays, and how long it takes."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest

from gouache.engines.editor.fill import fill
from gouache.errors import Invalid
from gouache.operations import EraseRegion

from .conftest import Desk, Pixels, around, seen


def test_every_pixel_outside_the_mask_keeps_its_bytes(desk: Desk, photograph: Pixels) -> None:
    marked = around(photograph.shape, 140, 150, 56)
    image = desk.run(EraseRegion(image=desk.put(photograph), mask=desk.mask(marked)))[0]
    assert image.exact
    assert (seen(image)[~marked, :3] == photograph[~marked]).all()
    assert (seen(image)[..., 3] == 255).all()


def test_the_erased_ball_gives_way_to_sky_and_grass_with_their_grain(desk: Desk, photograph: Pixels) -> None:
    marked = around(photograph.shape, 140, 150, 56)
    made = seen(desk.run(EraseRegion(image=desk.put(photograph), mask=desk.mask(marked)))[0])[..., :3].astype(int)
    red = (made[..., 0] - made[..., 1])[marked]
    assert (red > 60).mean() < 0.01, "red of the ball is left"
    sky, grass = made[100:135, 140:160], made[165:185, 140:160]
    assert (sky[..., 2] > sky[..., 1]).mean() > 0.95
    assert (grass[..., 1] > grass[..., 2]).mean() > 0.9
    texture = photograph[165:185, 240:260].astype(int).std()
    assert 0.6 * texture < grass.std() < 1.6 * texture, "blurred or too rough"


def test_flat_drawings_stay_flat_and_their_lines_go_on(desk: Desk, drawing: Pixels) -> None:
    marked = around(drawing.shape, 135, 200, 34)
    made = seen(desk.run(EraseRegion(image=desk.put(drawing), mask=desk.mask(marked)))[0])[..., :3]
    before = {tuple(color) for color in drawing[~marked]}
    assert {tuple(color) for color in made[marked]} <= before, "a colour that the drawing does not have"
    assert (made[103:167, 200] == (90, 140, 110)).mean() > 0.95
    for rows, columns in ((slice(30, 70), slice(40, 85)), (slice(85, 120), slice(90, 130))):
        gap = np.zeros(drawing.shape[:2], bool)
        gap[rows, columns] = True
        line = seen(desk.run(EraseRegion(image=desk.put(drawing), mask=desk.mask(gap)))[0])[..., :3]
        assert (line[gap] == drawing[gap]).all(axis=1).mean() > 0.985, "line or horizon is broken"


def test_a_graded_ground_is_continued_smoothly() -> None:
    y, x = np.mgrid[:200, :200].astype(np.float32)
    page = np.dstack([100 + 0.4 * x, 120 + 0.3 * y, 200 - 0.2 * x, np.full_like(x, 255)]).astype(np.uint8)
    hurt, marked = page.copy(), around(page.shape, 100, 100, 40)
    hurt[marked] = (255, 0, 0, 255)
    assert np.abs(fill(hurt, marked).astype(int) - page).max() <= 3


def test_a_transparent_surrounding_is_continued_as_transparent(drawing: Pixels) -> None:
    page = np.dstack([drawing, np.full(drawing.shape[:2], 255, np.uint8)])
    page[:, :160] = 0
    marked = around(page.shape, 120, 60, 20)
    page[marked] = (255, 0, 0, 255)
    assert (fill(page, marked)[marked] == 0).all()


def test_a_large_photograph_takes_less_than_three_seconds_of_one_core(photograph: Pixels) -> None:
    page = np.dstack([cv2.resize(photograph, (1024, 1024)), np.full((1024, 1024), 255, np.uint8)])
    began = time.thread_time()
    fill(page, around(page.shape, 600, 480, 130))
    assert time.thread_time() - began < 3


def test_the_same_request_gives_the_same_bytes(desk: Desk, photograph: Pixels) -> None:
    operation = EraseRegion(image=desk.put(photograph), mask=desk.mask(around(photograph.shape, 140, 150, 30)), seed=9)
    one, other = (seen(desk.run(operation)[0]) for _ in range(2))
    assert (one == other).all()


@pytest.mark.parametrize(("shape", "says"), [((240, 320), "marks nothing"), ((100, 320), "one size")])
def test_bad_masks_are_named(desk: Desk, photograph: Pixels, shape: tuple[int, int], says: str) -> None:
    with pytest.raises(Invalid, match=says) as caught:
        desk.run(EraseRegion(image=desk.put(photograph), mask=desk.mask(np.zeros(shape, bool))))
    assert caught.value.field == "mask"
