"""PNG files made of strips."""

from __future__ import annotations

import io
import os

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from gouache.artifacts.png import encoded

Pixels = npt.NDArray[np.uint8]


def _photo(height: int, width: int, channels: int) -> Pixels:
    noise = np.random.default_rng(1).normal(128, 40, (height, width, channels))
    smooth = cv2.GaussianBlur(noise, (0, 0), 2).reshape(noise.shape)
    return np.clip(smooth + noise / 9, 0, 255).astype(np.uint8)


def _flat(height: int, width: int, channels: int) -> Pixels:
    made = np.full((height, width, channels), 200, np.uint8)
    made[height // 3 :, width // 2 :] = np.arange(channels, dtype=np.uint8) * 60
    return made


@pytest.mark.parametrize("made", [_photo, _flat])
@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 70, 4), (64, 3, 3), (65, 129, 4), (200, 128, 1), (130, 1, 3)])
def test_every_pixel_comes_back(made: object, shape: tuple[int, int, int]) -> None:
    pixels = made(*shape)  # type: ignore[operator]
    flat = pixels[..., 0] if shape[2] == 1 else pixels
    opened = Image.open(io.BytesIO(encoded(flat)))
    opened.load()
    assert opened.mode == {1: "L", 3: "RGB", 4: "RGBA"}[shape[2]]
    assert np.array_equal(np.asarray(opened), flat)


def test_the_bytes_do_not_depend_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = _photo(300, 200, 3)
    alone = encoded(pixels)
    for cores in (1, 3, 64):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert encoded(pixels) == alone


def test_flat_pictures_stay_small() -> None:
    pixels = np.tile(_photo(64, 64, 3), (8, 8, 1))
    pixels[:, ::2] = pixels[:, 1::2]
    usual = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 3])[1]
    assert len(encoded(pixels)) < 1.1 * len(usual)
    assert len(encoded(_flat(512, 512, 3))) < 8_000
