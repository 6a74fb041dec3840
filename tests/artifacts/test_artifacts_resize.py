"""Other sizes of a finished picture."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gouache.artifacts.resize import fitted, resizable, resized
from gouache.rendering import render
from gouache.requests import request

SIDE = st.integers(1, 5000)


@given(SIDE, SIDE, st.integers(0, 5000), st.integers(0, 5000))
def test_fitted_never_grows_nor_overflows(width: int, height: int, box_width: int, box_height: int) -> None:
    new_width, new_height = fitted(width, height, box_width, box_height)
    assert 1 <= new_width <= max(1, min(width, box_width or width))
    assert 1 <= new_height <= max(1, min(height, box_height or height))


@pytest.mark.parametrize(
    ("box", "size"),
    [((0, 0), (800, 400)), ((400, 0), (400, 200)), ((0, 100), (200, 100)), ((100, 100), (100, 50)), ((9, 900), (9, 4))],
)
def test_fitted(box: tuple[int, int], size: tuple[int, int]) -> None:
    assert fitted(800, 400, *box) == size


@pytest.mark.parametrize(("kind", "name"), [("png", "PNG"), ("webp", "WEBP"), ("jpeg", "JPEG")])
def test_format_and_provenance_stay(kind: str, name: str) -> None:
    [picture] = render(request("a red ball", size="256x128", seed=1, format=kind))
    small = resized(picture.file.data, picture.file.media_type, (64, 32))
    opened = Image.open(io.BytesIO(small))
    assert (opened.format, opened.size) == (name, (64, 32))
    assert b"prompt_sha256" in (small if kind != "png" else str(opened.info["gouache"]).encode())


def test_transparency_stays() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (64, 64), (255, 0, 0, 0)).save(buffer, "PNG")
    assert Image.open(io.BytesIO(resized(buffer.getvalue(), "image/png", (8, 8)))).mode == "RGBA"


def test_an_svg_has_every_size() -> None:
    assert not resizable("image/svg+xml")
    assert resizable("image/webp")
