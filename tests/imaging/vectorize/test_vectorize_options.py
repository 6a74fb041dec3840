"""Every option does what it says."""

from __future__ import annotations

import re

import numpy as np
import pytest

from gouache.engines.composer.raster import pixels
from gouache.engines.imaging.vectorize import Options, vectorize
from tests.imaging.vectorize.pictures import LOGO, LOGO_COLORS, drawn, fills, noise, psnr, seen, shapes

MANY = '<rect width="400" height="300" fill="#fff"/>' + "".join(
    f'<circle cx="{20 + 40 * (i % 10)}" cy="{20 + 40 * (i // 10)}" r="{6 + i % 9}"'
    f' fill="#{i * 3:02x}{255 - i * 3:02x}{(i * 37) % 256:02x}"/>'
    for i in range(70)
)


@pytest.mark.parametrize("limit", [1, 5, 40])
def test_max_shapes(limit: int) -> None:
    picture = drawn(MANY)
    assert shapes(vectorize(picture)) == 71
    assert 1 <= shapes(vectorize(picture, Options(max_shapes=limit))) <= limit
    assert shapes(vectorize(noise(200, 200), Options(max_shapes=limit))) <= limit


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_max_colors(limit: int) -> None:
    assert len(fills(vectorize(drawn(MANY), Options(max_colors=limit)))) == limit


def test_the_palette_is_all_that_is_used() -> None:
    wanted = ("#002b36", "#eee8d5", "#cb4b16")
    svg = vectorize(drawn(LOGO), Options(palette=wanted, gradients=True))
    assert fills(svg) <= set(wanted)
    assert len(fills(svg)) >= 2
    assert "Gradient" not in svg
    assert set(map(tuple, seen(svg)[::40, ::40, :3].reshape(-1, 3))) <= {(0, 43, 54), (238, 232, 213), (203, 75, 22)}


def test_reduce_colors() -> None:
    steps = "".join(
        f'<rect x="{i * 4}" width="4" height="300" fill="#{60 + i:02x}{160 - i:02x}80"/>' for i in range(100)
    )
    picture = drawn(steps)
    assert len(fills(vectorize(picture))) <= 64
    assert len(fills(vectorize(picture, Options(reduce_colors=False)))) >= len(fills(vectorize(picture)))
    busy = noise(300, 300)
    few, all_ = vectorize(busy), vectorize(busy, Options(reduce_colors=False))
    assert len(fills(few)) <= 64 < len(fills(all_))


def test_small_shape_filter_drops_specks() -> None:
    specks = "".join(f'<rect x="{30 + 30 * i}" y="{280}" width="2" height="2" fill="#000"/>' for i in range(10))
    picture = drawn(LOGO + specks)
    assert shapes(vectorize(picture)) == 6
    kept = vectorize(picture, Options(small_shape_filter=False))
    assert shapes(kept) == 16
    assert "#000000" in fills(kept)


def test_compress_is_shorter_and_not_compressing_is_nearer() -> None:
    flower = "".join(
        f'<ellipse cx="200" cy="150" rx="120" ry="21" fill="#7b1fa2" transform="rotate({a} 200 150)"/>'
        for a in range(0, 180, 20)
    )
    picture = drawn(f'<rect width="400" height="300" fill="#fff"/>{flower}')
    short, long = vectorize(picture), vectorize(picture, Options(compress=False))
    assert len(short) < len(long)
    assert psnr(picture, seen(long)) >= psnr(picture, seen(short)) - 0.5


def _painted(svg: str) -> float:
    """The areas of all shapes together, in pages."""
    head, defs = svg[: svg.index("<metadata>")], ""
    shapes_ = re.findall(r"<(?:path|rect|circle|ellipse)\b[^>]*/>", svg)
    return sum(float(pixels(f"{head}{defs}{s}</svg>")[..., 3].mean()) / 255 for s in shapes_)


def test_cut_out_shapes_tile_the_page_and_stacked_ones_overlap() -> None:
    picture = drawn(LOGO)
    cut, stacked = vectorize(picture, Options(cut_out=True)), vectorize(picture)
    assert _painted(cut) == pytest.approx(1, abs=0.006)  # but for a third of a px beneath each edge
    assert _painted(stacked) > 1.2
    assert psnr(picture, seen(cut)) > 32
    assert fills(cut) == LOGO_COLORS


def test_no_ground_shines_between_cut_out_shapes() -> None:
    wide = seen(vectorize(drawn(LOGO), Options(cut_out=True)), 1200)
    assert (wide[6:-6, 6:-6, 3] < 250).mean() < 5e-4


def test_gradients_are_one_shape_each() -> None:
    defs = (
        '<defs><linearGradient id="a" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0d47a1"/>'
        '<stop offset="1" stop-color="#90caf9"/></linearGradient><radialGradient id="b">'
        '<stop offset="0" stop-color="#fff59d"/>'
        '<stop offset="1" stop-color="#f57c00"/></radialGradient></defs>'
    )
    picture = drawn(
        defs + '<rect width="400" height="300" fill="url(#a)"/><circle cx="200" cy="150" r="90" fill="url(#b)"/>'
    )
    bands, smooth = vectorize(picture), vectorize(picture, Options(gradients=True))
    assert smooth.count("<linearGradient ") == 1
    assert smooth.count("<radialGradient ") == 1
    assert shapes(smooth) == 2 < shapes(bands)
    assert psnr(picture, seen(smooth)) > 36
    assert np.abs(seen(smooth)[::10, ::10].astype(int) - picture[::10, ::10]).max() < 40
    assert len(smooth) < len(bands)
    assert "Gradient" not in bands


def test_gradients_keep_flat_pictures_flat() -> None:
    picture = drawn(LOGO)
    assert vectorize(picture, Options(gradients=True)) == vectorize(picture)


@pytest.mark.parametrize("shape", [(1, 3000), (3000, 1), (1, 1)])
def test_gradients_in_pictures_of_one_row_or_column(shape: tuple[int, int]) -> None:
    values = np.linspace(20, 230, max(shape)).astype(np.uint8).reshape(shape)
    picture = np.dstack([values, values, values, np.full(shape, 255, np.uint8)])
    svg = vectorize(picture, Options(gradients=True))
    assert shapes(svg) >= 1
    assert seen(svg).shape == picture.shape
