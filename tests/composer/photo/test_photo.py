"""The photographic look, by its properties."""

from __future__ import annotations

import numpy as np
import pytest

from gouache.engines.composer.art import pack
from gouache.engines.composer.compose import compose
from gouache.engines.composer.photo import photograph
from gouache.engines.composer.photo.backdrop import places
from gouache.engines.composer.photo.bodies import Body
from gouache.engines.composer.photo.camera import Camera, Floats, f32
from gouache.engines.composer.photo.ground import TEXTURES, lay
from gouache.engines.composer.photo.noise import tile
from gouache.engines.composer.photo.relief import bevel, crevices, inflate, normals
from gouache.engines.composer.photo.shadows import sink, throw
from gouache.engines.composer.request import ComposeRequest
from gouache.engines.composer.scenery import settings

with_pack = pytest.mark.skipif(pack() is None, reason="the art pack is not built")


def disc(size: int = 96) -> Floats:
    y, x = np.mgrid[:size, :size] - size / 2
    return f32(np.hypot(x, y) < size * 0.4)


def test_a_disc_inflates_to_a_dome() -> None:
    height = inflate(disc())
    assert height[48, 48] == height.max()
    assert height[48, 30] > height[48, 15] > 0
    assert height[2, 2] == 0


def test_a_bevel_is_flat_in_front() -> None:
    height = bevel(disc(), 6)
    assert height[48, 48] == height[48, 40] == 6


def test_normals_of_a_dome_point_outwards() -> None:
    right, up, toward = normals(inflate(disc()))
    assert right[48, 75] > 0.1 > -0.1 > right[48, 21]
    assert up[21, 48] > 0.1 > -0.1 > up[75, 48]
    assert toward[48, 48] > 0.9


def test_crevices_are_darker_than_ridges() -> None:
    height = np.zeros((64, 64), np.float32)
    height[:, :30] = height[:, 34:] = 12
    shade = crevices(height, 4)
    assert shade[32, 32] < shade[32, 10]


@pytest.mark.parametrize("name", sorted(TEXTURES))
def test_grounds_are_seamless_and_lit(name: str) -> None:
    texture = TEXTURES[name](1)
    assert texture.shape == (512, 512, 3)
    assert 0 < float(texture.mean()) < 1
    step = np.abs(np.diff(texture, axis=0)).mean(axis=(1, 2))
    assert np.abs(texture[0] - texture[-1]).mean() < 1.5 * step.max() + 0.01


def test_noise_tiles() -> None:
    noise = tile(128, 8, 3)
    assert np.abs(noise[0] - noise[-1]).mean() < 0.1


def test_ground_lies_below_the_horizon_only() -> None:
    _, share = lay(Camera(64, 64, 32.0, 0.0), TEXTURES["sand"](1))
    assert share[:32].max() == 0
    assert share[-1].min() == 1


def standing() -> Body:
    alpha = np.zeros((60, 40), np.float32)
    alpha[5:55, 10:30] = 1
    return Body(30, 20, np.zeros((60, 40, 3), np.float32), alpha)


def test_a_body_darkens_the_ground_at_its_feet() -> None:
    page = np.ones((100, 100, 3), np.float32)
    throw(page, standing(), (0.5, 0.6, 0.6))
    assert page[74, 50, 0] < 0.6
    assert page[10, 50, 0] == 1


@pytest.mark.parametrize(("cover", "sinks"), [("grass", True), ("snow", True), ("", False)])
def test_feet_sink_into_soft_ground(cover: str, sinks: bool) -> None:
    assert (sink(standing(), cover, 1).alpha.sum() < standing().alpha.sum()) == sinks


def test_every_place_is_a_setting_of_the_scenery() -> None:
    assert set(places()) <= set(settings())


@with_pack
def test_every_place_has_its_panorama_and_ground() -> None:
    art = pack()
    assert art
    for place in places().values():
        assert place.panorama in art.panoramas()
        assert place.ground in {"", "none", "water", *TEXTURES}


@pytest.mark.parametrize("prompt", ["a cat in a living room", "a rocket in space", "a boat on a lake", "a dog on mars"])
def test_photographs_are_whole_and_repeatable(prompt: str) -> None:
    made = compose(ComposeRequest(prompt=prompt, width=160, height=128, seed=2))
    once, again = (photograph(made.picture, made.scene, 2) for _ in range(2))
    assert once.shape == (128, 160, 4)
    assert (once == again).all()
    assert once[..., 3].min() == 255
    assert float(once[..., :3].std()) > 10
