"""Vector styles: whole documents, layers kept, promises of each style."""

from __future__ import annotations

import re

import numpy as np
import pytest
from lxml import etree

from gouache.engines.composer.raster import pixels
from gouache.engines.composer.restyle import VECTOR
from tests.composer.restyle.restyle_pictures import bear_picture

S = "{http://www.w3.org/2000/svg}"
INK_ONLY = ("line_art", "thin", "outline", "broken_line", "doodle_line_art", "engraving", "crosshatch", "pictogram")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    picture = bear_picture("HI")
    return {name: style(picture, 3) for name, style in VECTOR.items()}


@pytest.mark.parametrize("name", VECTOR)
def test_is_a_whole_document_of_the_pages_size(drawn: dict[str, str], name: str) -> None:
    root = etree.fromstring(drawn[name].encode())
    assert root.tag == S + "svg"
    assert (root.get("width"), root.get("height")) == ("512", "512")
    assert pixels(drawn[name]).shape == (512, 512, 4)


@pytest.mark.parametrize("name", VECTOR)
def test_ids_are_unique_and_references_resolve(drawn: dict[str, str], name: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', drawn[name])
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", drawn[name])) <= set(ids)


@pytest.mark.parametrize("name", VECTOR)
def test_no_bitmap_and_no_blur(drawn: dict[str, str], name: str) -> None:
    assert "<image" not in drawn[name]
    assert "feGaussianBlur" not in drawn[name]


@pytest.mark.parametrize("name", VECTOR)
def test_lettering_is_last_and_reads(drawn: dict[str, str], name: str) -> None:
    root = etree.fromstring(drawn[name].encode())
    last = root[-1]
    assert last.get("data-role") == "text"
    assert any(node.get("aria-label") == "HI" for node in last.iter())
    sign = pixels(drawn[name])[240:275, 335:450, :3].astype(int).sum(axis=2)
    assert np.ptp(sign) > 240


@pytest.mark.parametrize("name", VECTOR)
def test_same_seed_same_text(name: str) -> None:
    assert VECTOR[name](bear_picture("HI", 320, 320), 5) == VECTOR[name](bear_picture("HI", 320, 320), 5)


@pytest.mark.parametrize("name", ["flat", "line_art", "engraving", "cutout", "bold_stroke"])
def test_elements_keep_their_names(drawn: dict[str, str], name: str) -> None:
    for element in ("bear", "ball", "hills"):
        assert f'id="{element}"' in drawn[name]
    assert 'data-node="n1"' in drawn[name]
    assert "<title>a bear &amp; a sign</title>" in drawn[name]


def test_flat_has_no_gradient(drawn: dict[str, str]) -> None:
    assert "Gradient" not in drawn["flat"]


def test_flat_cuts_the_sky_into_bands(drawn: dict[str, str]) -> None:
    colors = {tuple(p) for p in pixels(drawn["flat"])[5:230, 8, :3].tolist()}
    assert 3 <= len(colors) <= 40


@pytest.mark.parametrize("name", INK_ONLY)
def test_ink_styles_have_no_colour(drawn: dict[str, str], name: str) -> None:
    seen = pixels(drawn[name])[..., :3].astype(int)
    assert np.ptp(seen, axis=2).max() < 30


def test_line_art_draws_silhouettes_heavier_than_details(drawn: dict[str, str]) -> None:
    root = etree.fromstring(drawn["line_art"].encode())
    bear = root.find(f".//{S}g[@id='bear']")
    assert bear is not None
    under = [float(str(n.get("stroke-width"))) for n in bear[0].iter() if n.get("stroke-width")]
    details = [float(str(n.get("stroke-width"))) for n in bear[-1].iter(S + "ellipse") if n.get("stroke-width")]
    assert bear[0].get("class") == "silhouette"
    assert max(under) > 2 * min(details)


def test_engraving_is_compact() -> None:
    assert len(VECTOR["engraving"](bear_picture("HI", 1024, 1024), 1)) < 350_000


def test_circuit_runs_in_eight_directions(drawn: dict[str, str]) -> None:
    routes = re.search(r'id="circuit-route"[^>]*><path d="([^"]+)"', drawn["line_circuit"])
    assert routes is not None
    for wire in routes.group(1).split("M")[1:]:
        points = [tuple(map(float, p.split())) for p in wire.rstrip("z").split("L")]
        for (x1, y1), (x2, y2) in zip(points, points[1:], strict=False):
            dx, dy = abs(x2 - x1), abs(y2 - y1)
            assert dx < 0.02 or dy < 0.02 or abs(dx - dy) < 0.02


@pytest.mark.parametrize("size", [(384, 256), (200, 360)])
def test_any_page_shape(size: tuple[int, int]) -> None:
    picture = bear_picture("", *size)
    for name in ("flat", "engraving", "linocut", "line_circuit", "mosaic", "line_art"):
        root = etree.fromstring(VECTOR[name](picture, 1).encode())
        assert (root.get("width"), root.get("height")) == (str(size[0]), str(size[1]))
