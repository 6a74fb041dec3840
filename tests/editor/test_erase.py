"""Erasing: what is gone, what stays, and how long it takes."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest

from gouache.engines.editor.fill import fill
from gouache.engines.editor.grain import grain_of
from gouache.engines.editor.poisson import membrane, seamless
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


def test_a_thing_that_there_are_more_of_does_not_come_back(desk: Desk) -> None:
    rng = np.random.default_rng(3)
    page = np.full((200, 300, 3), (60, 58, 52), np.float32) + np.linspace(0, 20, 300)[None, :, None]
    for y in (50, 100, 150):
        for x in (40, 95, 150, 205, 260):
            cv2.circle(page, (x, y), 17, (190, 180, 160), -1)
    page = np.clip(page + rng.normal(0, 6, page.shape), 0, 255).astype(np.uint8)
    marked = around(page.shape, 100, 150, 22)
    made = seen(desk.run(EraseRegion(image=desk.put(page), mask=desk.mask(marked)))[0])[..., 0]
    assert (made[marked] > 130).mean() < 0.01


def test_a_coarse_texture_stays_as_rough_as_it_is() -> None:
    rng = np.random.default_rng(5)
    rough = cv2.GaussianBlur(rng.standard_normal((260, 260), dtype=np.float32), (0, 0), 2.0) * 130 + 120
    page = np.dstack([np.clip(rough, 0, 255).astype(np.uint8)] * 3 + [np.full((260, 260), 255, np.uint8)])
    marked = around(page.shape, 130, 130, 45)
    made = fill(page, marked)[..., 0].astype(np.float32)
    steep = np.abs(cv2.Laplacian(made, cv2.CV_32F))
    core = around(page.shape, 130, 130, 38)
    assert 0.75 < steep[core].mean() / steep[~marked].mean() < 1.2, "smeared or too rough"


@pytest.mark.parametrize(("shape", "says"), [((240, 320), "marks nothing"), ((100, 320), "one size")])
def test_bad_masks_are_named(desk: Desk, photograph: Pixels, shape: tuple[int, int], says: str) -> None:
    with pytest.raises(Invalid, match=says) as caught:
        desk.run(EraseRegion(image=desk.put(photograph), mask=desk.mask(np.zeros(shape, bool))))
    assert caught.value.field == "mask"


def test_a_mask_over_everything_is_named(desk: Desk, photograph: Pixels, drawing: Pixels) -> None:
    plain = np.full((240, 320, 3), 90, np.uint8)
    for picture in (photograph, drawing, plain):
        with pytest.raises(Invalid, match="whole picture") as caught:
            desk.run(EraseRegion(image=desk.put(picture), mask=desk.mask(np.ones((240, 320), bool))))
        assert caught.value.field == "mask"


def test_membranes_are_harmonic_and_seams_between_two_levels_vanish() -> None:
    y, x = np.mgrid[:90, :140].astype(np.float32)
    plane = (2 * x + y)[..., None]
    hole = around(plane.shape, 45, 70, 35)
    assert np.abs(membrane(np.where(hole[..., None], 0, plane), hole) - plane).max() < 0.5
    page = np.full((90, 140, 3), 100, np.float32)
    page[:, 100:] = 112  # copied from here half of the hole is too bright
    origin = np.arange(90 * 140).reshape(90, 140)
    gap = around(page.shape, 45, 50, 25)
    origin = np.where(gap, np.where(x < 50, origin - 25, origin + 60).astype(int), origin)
    made = seamless(page, gap, np.clip(origin, 0, 90 * 140 - 1))
    assert np.abs(made[gap] - 100).max() < 2.5


def test_noise_is_told_from_texture() -> None:
    rng = np.random.default_rng(1)
    page = np.full((240, 240, 3), 120, np.float32)
    page[:, 120:] += cv2.GaussianBlur(rng.standard_normal((240, 120), dtype=np.float32), (0, 0), 1.0)[..., None] * 90
    everything = np.ones((240, 240), bool)
    assert grain_of(np.clip(page, 0, 255).astype(np.uint8), everything) < 0.3
    noisy = page + rng.normal(0, 5, (240, 240, 1))
    assert 3.5 < grain_of(np.clip(noisy, 0, 255).astype(np.uint8), everything) < 6.5
