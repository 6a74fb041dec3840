"""What comes in as pixels comes out as few, clean, exact shapes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from gouache.engines.imaging.vectorize import Options, vectorize
from tests.imaging.vectorize.pictures import (
    LOGO,
    LOGO_COLORS,
    Pixels,
    as_jpeg,
    drawn,
    fills,
    noise,
    psnr,
    seen,
    shapes,
)  # fmt: skip


def test_a_flat_logo_keeps_its_colours_and_its_look() -> None:
    logo = drawn(LOGO)
    svg = vectorize(logo)
    assert fills(svg) == LOGO_COLORS
    assert shapes(svg) == 6
    assert psnr(logo, seen(svg)) > 40


def test_circles_ellipses_and_rectangles_come_out_as_such() -> None:
    svg = vectorize(drawn(LOGO))
    circle = re.search(r'<circle id="[^"]+" cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg)
    assert circle is not None
    assert [float(v) for v in circle.groups()] == pytest.approx([120.4, 150.7, 80.3], abs=0.15)
    assert re.search(r'<rect id="[^"]+" x="20" y="250" width="180" height="24"', svg)
    ellipse = re.search(r'<ellipse id="[^"]+" cx="([\d.]+)" cy="([\d.]+)" rx="([\d.]+)" ry="([\d.]+)"', svg)
    assert ellipse is not None
    assert [float(v) for v in ellipse.groups()] == pytest.approx([300, 160, 30, 18], abs=0.15)


def test_a_polygon_is_straight_and_its_corners_are_sharp() -> None:
    corners = [(30.5, 40.2), (210.3, 22.8), (180.0, 250.5), (90.4, 140.6)]
    path = "M" + "L".join(f"{x} {y}" for x, y in corners) + "z"
    svg = vectorize(drawn(f'<rect width="400" height="300" fill="#fff"/><path d="{path}" fill="#123456"/>'))
    found = re.findall(r'<path id="[^"]+" d="([^"]+)"', svg)
    assert len(found) == 1
    assert "C" not in found[0]
    points = [tuple(map(float, p.split())) for p in re.split("[MLz]", found[0]) if p]
    assert len(points) == 4
    for corner in corners:
        assert min(np.hypot(x - corner[0], y - corner[1]) for x, y in points) < 0.6


@pytest.mark.parametrize("cut_out", [False, True])
def test_markup_is_plain_absolute_and_named(cut_out: bool) -> None:
    svg = vectorize(drawn(LOGO), Options(cut_out=cut_out))
    root = etree.fromstring(svg.encode())
    assert (root.get("viewBox"), root.get("width"), root.get("height")) == ("0 0 400 300", "400", "300")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert all(e.get("id") for e in root.iter("{*}path", "{*}rect", "{*}circle", "{*}ellipse", "{*}g"))
    assert all(re.fullmatch(r"[MLCz0-9. -]+", e.get("d") or "") for e in root.iter("{*}path"))


def test_no_seam_between_neighbours_at_any_size() -> None:
    thirds = "".join(
        f'<path d="M200 150L{200 + 900 * np.cos(a):.2f} {150 + 900 * np.sin(a):.2f}'
        f'L{200 + 900 * np.cos(a + 2.2):.2f} {150 + 900 * np.sin(a + 2.2):.2f}z" fill="{c}"/>'
        for a, c in ((0.3, "#111111"), (2.39, "#222222"), (4.49, "#333333"))
    )
    svg = vectorize(drawn(f'<rect width="400" height="300" fill="#ffffff"/>{thirds}'))
    for width in (400, 613, 1200):
        assert seen(svg, width)[..., :3].max() < 0x70, width


def test_same_pixels_same_bytes() -> None:
    picture = noise(90, 70)
    assert vectorize(picture) == vectorize(picture.copy())


def test_transparent_areas_stay_empty() -> None:
    ring = drawn('<circle cx="200" cy="150" r="100" fill="none" stroke="#00796b" stroke-width="40"/>')
    for options in (Options(), Options(cut_out=True)):
        made = seen(vectorize(ring, options))
        assert made[150, 200, 3] == 0
        assert made[2, 2, 3] == 0
        assert np.abs(made[..., 3].astype(int) - ring[..., 3]).mean() < 0.5
        assert tuple(made[150, 300]) == (0, 0x79, 0x6B, 255)


def test_half_transparent_areas_keep_their_opacity() -> None:
    glass = drawn(
        '<rect width="200" height="300" fill="#d81b60"/>'
        '<rect x="200" width="200" height="300" fill="#1e88e5" fill-opacity="0.5"/>'
    )
    made = seen(vectorize(glass))
    assert np.abs(made[150, 300].astype(int) - glass[150, 300]).max() <= 2
    assert tuple(made[150, 100]) == (0xD8, 0x1B, 0x60, 255)


@pytest.mark.parametrize("opacity", [10, 40, 128, 240])
def test_one_colour_at_any_opacity_is_one_shape_of_it(opacity: int) -> None:
    pane = np.full((60, 80, 4), (200, 40, 30, opacity), np.uint8)
    svg = vectorize(pane)
    assert shapes(svg) == 1
    share = opacity / 255
    assert np.abs(seen(svg).astype(int) * [share, share, share, 1] - pane * [share, share, share, 1]).max() <= 1


def test_a_picture_that_is_all_see_through_stays_so() -> None:
    glass = drawn(f'<g opacity="0.4">{LOGO}</g>')
    svg = vectorize(glass)
    assert shapes(svg) == 6
    assert psnr(glass, seen(svg)) > 40
    assert set(np.unique(seen(svg)[..., 3])) <= {101, 102, 103}


def test_faint_grass_is_left_out_and_marked_ground_kept() -> None:
    faint = "".join(f'<rect x="{20 + 9 * i}" y="40" width="3" height="9" fill="#f0e8d4"/>' for i in range(40))
    plain = "".join(f'<rect x="{20 + 9 * i}" y="60" width="3" height="9" fill="#d0c8b0"/>' for i in range(40))
    assert shapes(vectorize(drawn(LOGO + faint))) == 6
    assert shapes(vectorize(drawn(LOGO + plain))) == 46
    assert shapes(vectorize(drawn(LOGO + faint), Options(small_shape_filter=False))) == 46


def test_the_joints_of_a_mosaic_stay() -> None:
    tiles = "".join(
        f'<rect x="{10 * i + 1}" y="{10 * j + 1}" width="8" height="8" fill="#{40 + i:02x}{90 + j:02x}40"/>'
        for i in range(40)
        for j in range(30)
    )
    picture = drawn(f'<rect width="400" height="300" fill="#eeeedd"/>{tiles}')
    svg = vectorize(picture)
    assert shapes(svg) == 1201
    assert psnr(picture, seen(svg)) > 30


def test_thin_rings_and_rules_of_small_icons_stay() -> None:
    icon = (
        '<circle cx="32" cy="32" r="26" fill="#d4eedc"/>'
        '<circle cx="32" cy="32" r="25" fill="none" stroke="#bce6cc" stroke-width="3"/>'
        '<path d="M8 60C20 50 44 50 56 60" stroke="#f80" stroke-width="1.6" fill="none"/>'
    )
    large = drawn(f'<g transform="scale(8)">{icon}</g>', 512, 512)
    made = seen(vectorize(drawn(icon, 64, 64)), 512)
    assert np.abs(made[256, 56:64].astype(int) - large[256, 56:64]).mean() < 8
    assert np.abs(made.astype(int) - large).mean() < 2.5


def test_rows_of_thin_rules_are_whole() -> None:
    rules = "".join(
        f'<rect x="0" y="{20 * i}" width="400" height="1"/><rect x="{20 * i}" width="1" height="300"/>'
        for i in range(21)
    )
    picture = drawn(f'<rect width="400" height="300" fill="#fff"/>{rules}')
    assert psnr(picture, seen(vectorize(picture))) > 30


@pytest.mark.parametrize("quality", [90, 60])
def test_ripples_of_a_jpeg_make_no_shapes(quality: int) -> None:
    logo = drawn(LOGO, 400, 300)
    svg = vectorize(as_jpeg(logo, quality))
    assert shapes(svg) <= 9
    assert psnr(logo, seen(svg)) > 30


def test_a_noisy_scan_is_made_clean() -> None:
    logo = drawn(LOGO)
    grain = np.random.default_rng(3).normal(0, 6, logo.shape[:2])[..., None]
    scan = logo.copy()
    scan[..., :3] = np.clip(logo[..., :3] + grain, 0, 255)
    svg = vectorize(scan)
    assert shapes(svg) <= 8
    assert psnr(logo, seen(svg)) > 32


def test_thin_lines_stay_whole() -> None:
    lines = drawn(
        '<rect width="400" height="300" fill="#fff"/>'
        '<path d="M10 20C150 60 250 180 390 280" fill="none" stroke="#000" stroke-width="1.6"/>'
    )
    svg = vectorize(lines)
    assert shapes(svg) == 2
    assert psnr(lines, seen(svg)) > 30


HARD: dict[str, Callable[[], npt.NDArray[np.generic]]] = {
    "noise": lambda: noise(1024, 1024),
    "dithering": lambda: np.where(noise(1024, 1024)[..., :1] < np.linspace(0, 255, 1024)[None, :, None], 255, 0)
    * np.ones(4, np.int64) | np.array([0, 0, 0, 255]),
    "checks": lambda: np.kron(np.indices((256, 256)).sum(axis=0) % 2 * 255, np.ones((2, 2), np.int64))[..., None]
    * np.ones(4, np.int64) | np.array([0, 0, 0, 255]),
}  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_whatever_comes_in_the_budgets_hold(name: str) -> None:
    picture = np.asarray(HARD[name](), np.uint8)
    started = time.process_time()
    svg = vectorize(picture)
    assert time.process_time() - started < 3
    assert 1 <= shapes(svg) <= 2000


def test_large_pictures_are_traced_smaller_and_written_large() -> None:
    logo = drawn(f'<g transform="scale(2.56 3.4134)">{LOGO}</g>', 1024, 1024)
    large = np.repeat(np.repeat(logo, 4, axis=0), 4, axis=1)
    started = time.process_time()
    svg = vectorize(large)
    assert time.process_time() - started < 3
    assert 'viewBox="0 0 4096 4096"' in svg
    assert psnr(logo, seen(svg, 1024)) > 32


def test_a_tiny_icon_becomes_a_smooth_one() -> None:
    icon = (
        '<circle cx="8" cy="8" r="6" fill="#e53935"/>'
        '<path d="M5 8L7.5 10.5L11.5 5.5" fill="none" stroke="#fff" stroke-width="1.6"/>'
    )
    svg = vectorize(drawn(icon, 16, 16))
    assert shapes(svg) == 2
    large = drawn(f'<g transform="scale(10)">{icon}</g>', 160, 160)
    assert psnr(large, seen(svg, 160)) > 16


def test_pixel_art_stays_exact() -> None:
    colors = np.array([[255, 255, 255, 255], [60, 20, 20, 255], [230, 50, 60, 255]], np.uint8)
    heart = colors[[[0, 1, 1, 0, 1, 1, 0], [1, 2, 2, 1, 2, 2, 1], [0, 1, 2, 2, 2, 1, 0], [0, 0, 1, 1, 1, 0, 0]]]
    svg = vectorize(heart)
    assert (seen(svg, 70) == np.repeat(np.repeat(heart, 10, axis=0), 10, axis=1)).all()


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (9, 1), (2, 2), (16, 16), (3000, 2)])
def test_any_size_of_one_colour_is_one_shape(size: tuple[int, int]) -> None:
    picture = np.full((*size, 4), (12, 200, 99, 255), np.uint8)
    svg = vectorize(picture)
    assert shapes(svg) == 1
    assert (seen(svg) == picture).all()


def test_nothing_makes_no_shapes() -> None:
    svg = vectorize(np.zeros((40, 30, 4), np.uint8))
    assert shapes(svg) == 0
    assert seen(svg)[..., 3].max() == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 2**32 - 1), st.integers(2, 6), st.booleans())
def test_any_pixels_make_valid_markup_within_the_limits(w: int, h: int, seed: int, colors: int, cut_out: bool) -> None:
    rng = np.random.default_rng(seed)
    table = rng.integers(0, 256, (colors, 4)).astype(np.uint8)
    table[:, 3] = rng.choice([0, 128, 255, 255], colors)
    picture: Pixels = table[rng.integers(0, colors, (h, w))]
    svg = vectorize(picture, Options(cut_out=cut_out, small_shape_filter=False, max_shapes=9))
    etree.fromstring(svg.encode())
    assert shapes(svg) <= 9
    assert seen(svg).shape[:2] == (h, w)
