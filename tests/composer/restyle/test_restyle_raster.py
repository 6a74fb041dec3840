"""Raster styles: size, determinism, legible letters, and what each promises."""

from __future__ import annotations

import numpy as np
import pytest

from gouache.engines.composer.raster import Pixels
from gouache.engines.composer.restyle import RASTER
from tests.composer.restyle.restyle_pictures import bear_picture


@pytest.fixture(scope="module")
def painted() -> dict[str, Pixels]:
    picture = bear_picture("HI", 320, 320)
    return {name: style(picture, 3) for name, style in RASTER.items()}


@pytest.mark.parametrize("name", RASTER)
def test_opaque_rgba_of_the_pages_size(painted: dict[str, Pixels], name: str) -> None:
    assert painted[name].shape == (320, 320, 4)
    assert painted[name].dtype == np.uint8
    assert (painted[name][..., 3] == 255).all()


@pytest.mark.parametrize("name", RASTER)
def test_same_seed_same_bytes(painted: dict[str, Pixels], name: str) -> None:
    again = RASTER[name](bear_picture("HI", 320, 320), 3)
    assert again.tobytes() == painted[name].tobytes()


@pytest.mark.parametrize("name", RASTER)
def test_letters_stand_out(painted: dict[str, Pixels], name: str) -> None:
    sign = painted[name][150:172, 210:281, :3].astype(int).sum(axis=2)
    assert np.percentile(sign, 95) - np.percentile(sign, 5) > 230


@pytest.mark.parametrize("name", [n for n in RASTER if n != "pixel_art"])
def test_another_seed_is_another_picture(painted: dict[str, Pixels], name: str) -> None:
    if name in ("handmade_3d", "plastic", "neon"):
        pytest.skip("light and form decide, not chance")
    assert RASTER[name](bear_picture("HI", 320, 320), 4).tobytes() != painted[name].tobytes()


def test_pixel_art_is_a_grid_of_few_colours() -> None:
    seen = RASTER["pixel_art"](bear_picture("", 512, 512), 1)[..., :3]
    cells = seen.reshape(128, 4, 128, 4, 3)
    assert (cells == cells[:, :1, :, :1]).all()
    assert len(np.unique(seen.reshape(-1, 3), axis=0)) < 80


@pytest.mark.parametrize("name", ["noir", "pencil"])
def test_black_and_white_styles_have_no_colour(painted: dict[str, Pixels], name: str) -> None:
    assert np.ptp(painted[name][:130, :, :3].astype(int), axis=2).max() < 30


def test_watercolor_leaves_the_papers_edge_bare(painted: dict[str, Pixels]) -> None:
    rim = np.concatenate([painted["watercolor"][:3].reshape(-1, 4), painted["watercolor"][:, :3].reshape(-1, 4)])
    assert rim[:, :3].mean() > 235


def test_grain_keeps_the_grounds_of_letters_clean(painted: dict[str, Pixels]) -> None:
    board = painted["grain"][150:200, 200:208, :3].astype(float)
    assert board.std(axis=(0, 1)).max() < 12


@pytest.mark.parametrize("size", [(300, 200), (180, 320)])
def test_any_page_shape(size: tuple[int, int]) -> None:
    picture = bear_picture("", *size)
    for name, style in RASTER.items():
        assert style(picture, 2).shape == (size[1], size[0], 4), name
