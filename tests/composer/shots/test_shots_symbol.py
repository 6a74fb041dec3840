"""Symbols: traced regions of a drawing."""

from __future__ import annotations

import numpy as np
import pytest

from gouache.engines.composer import raster
from gouache.engines.composer.drawing import Drawing, Source
from gouache.engines.composer.geometry import Box
from gouache.engines.composer.rng import stream
from gouache.engines.composer.shots import Scheme, backdrop
from gouache.engines.composer.shots.symbol import symbol
from gouache.engines.composer.svg import NAMESPACE

RING = '<circle cx="50" cy="50" r="40" fill="#204080"/><circle cx="50" cy="50" r="12" fill="#ffffff"/>'


def drawn(markup: str = RING) -> Drawing:
    return Drawing(markup, Box(10, 10, 80, 80), Source("house", "ring", "Apache-2.0"))


def cover(markup: str) -> float:
    svg = f'<svg xmlns="{NAMESPACE}" width="200" height="200" viewBox="0 0 100 100">{markup}</svg>'
    return float((raster.pixels(svg)[..., 3] > 127).mean())


def test_silhouette_is_full_and_stamp_is_cut_out() -> None:
    mark = symbol(drawn())
    whole, cut = np.pi * 0.4**2, np.pi * (0.4**2 - 0.12**2)
    assert cover(mark.shape("#000000")) == pytest.approx(whole, rel=0.03)
    assert cover(mark.stamp("#000000")) < cut * 1.01
    assert cover(mark.stamp("#000000")) > cut * 0.85


def test_tones_use_the_colours_given() -> None:
    toned = symbol(drawn()).tones("#111111", "#222222", "#333333", "#444444")
    assert "#111111" in toned
    assert "#222222" in toned
    assert "#333333" not in toned  # the ring has no dark parts


def test_rim_is_wider_than_the_silhouette() -> None:
    mark = symbol(drawn())
    assert cover(mark.rim("#ffffff", 5)) == pytest.approx(np.pi * 0.45**2, rel=0.03)


def test_a_light_body_is_not_cut_away() -> None:
    half = '<path d="M10 10h80v44h-80z" fill="#ffffff"/><path d="M10 50h80v40h-80z" fill="#112233"/>'
    assert cover(symbol(drawn(half)).stamp("#000000")) > 0.4


def test_shadow_reaches_down_and_right() -> None:
    assert cover(symbol(drawn()).cast_shadow("#000000", 10)) > cover(symbol(drawn()).shape("#000000")) * 1.1


@pytest.mark.parametrize("seed", range(6))
def test_backdrops_fill_the_page(seed: int) -> None:
    elements = backdrop(300, 400, Scheme("#ffffff", "#111111", "#cc3333", "#3366cc", "#eecccc"), stream(seed, "t"))
    assert elements[0].box == Box(0, 0, 300, 400)
    assert len({e.id for e in elements}) == len(elements)
