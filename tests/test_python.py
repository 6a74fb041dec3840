"""gouache in Python: three lines to a picture, and every tool as a function."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

import gouache
from gouache.errors import Invalid


def disc() -> Image.Image:
    picture = Image.new("RGB", (256, 256), "#cfe8ff")
    ImageDraw.Draw(picture).ellipse((64, 64, 192, 192), fill="#d02030")
    return picture


def corner() -> Image.Image:
    mask = Image.new("L", (256, 256), 0)
    ImageDraw.Draw(mask).rectangle((128, 128, 256, 256), fill=255)
    return mask


def test_a_picture_in_every_form(tmp_path: Path) -> None:
    picture = gouache.generate("a red ball", size="256x256", seed=7)
    assert picture.svg.startswith("<svg")
    assert picture.image.size == (256, 256)
    assert picture.seed == 7
    assert "ball" in " ".join(picture.report["resolved"])
    for name in ("a.svg", "a.png", "a.webp", "a.jpg"):
        assert picture.save(tmp_path / "new" / name).stat().st_size > 500
    assert list(picture._repr_mimebundle_()) == ["image/svg+xml"]


def test_pixels_have_no_svg() -> None:
    picture = gouache.generate("a red ball", style="watercolor", size="256x256", seed=7)
    assert list(picture._repr_mimebundle_()) == ["image/png"]
    with pytest.raises(Invalid, match="makes pixels"):
        _ = picture.svg


def test_n_gives_a_list() -> None:
    first, second = gouache.generate("a red ball", n=2, size="256x256", seed=7)
    assert first.png() != second.png()


def test_tools_take_what_python_has(tmp_path: Path) -> None:
    path = tmp_path / "disc.png"
    disc().save(path)
    inputs = (disc(), path, str(path), path.read_bytes())
    assert len({gouache.vectorize(one).svg for one in inputs}) == 1


def test_tools_chain_on_our_own_pictures() -> None:
    picture = gouache.generate("a red ball", size="256x256", seed=7)
    cut = np.asarray(gouache.remove_background(picture).image.convert("RGBA"))
    assert cut[0, 0, 3] == 0
    assert cut[..., 3].max() == 255
    assert gouache.upscale(picture, factor=2).image.size == (512, 512)


def test_edits_keep_what_the_mask_leaves_out() -> None:
    before = np.asarray(disc())
    for after in (gouache.erase(disc(), corner()), gouache.inpaint(disc(), corner(), "a moon", seed=1)):
        pixels = np.asarray(after.image.convert("RGB"))
        assert np.array_equal(pixels[:128], before[:128])
        assert not np.array_equal(pixels, before)


def test_a_style_of_ones_own() -> None:
    profile = gouache.create_style([disc()])
    picture = gouache.generate("a cat", profile=profile, size="256x256", seed=1)
    assert "#d02030" in {one.color for one in profile.palette}
    assert any("own style" in line for line in picture.report["resolved"])


def test_coroutines() -> None:
    picture = asyncio.run(gouache.aio.generate("a red ball", size="256x256", seed=7))
    assert picture.png() == gouache.generate("a red ball", size="256x256", seed=7).png()


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda: gouache.generate(" "), "prompt"),
        (lambda: gouache.generate("a", size="9x9"), "size"),
        (lambda: gouache.generate("a", seed=-1), "seed"),
        (lambda: gouache.generate("a", colors=["reddish"]), "color"),
        (lambda: gouache.vectorize(b"no picture"), "image"),
        (lambda: gouache.vectorize("nowhere.png"), "image"),
        (lambda: gouache.erase(disc(), b"no mask"), "mask"),
        (lambda: gouache.image_to_image(disc(), "a", strength=2), "strength"),
        (lambda: gouache.create_style([]), "images"),
    ],
)
def test_wrong_arguments_are_named(call: object, field: str) -> None:
    assert callable(call)
    with pytest.raises(Invalid) as refused:
        call()
    assert refused.value.field == field


def test_importing_gouache_is_light() -> None:
    code = "import sys, gouache; print('numpy' in sys.modules, 'pydantic' in sys.modules)"
    shell = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shell.stdout.split() == ["False", "False"]
