"""Promises that hold by construction, measured on finished pictures through the Python door."""

from __future__ import annotations

import io
import re

import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree
from PIL import Image

import gouache

STYLES = (
    "digital_illustration", "vector_illustration", "line_art", "engraving", "linocut", "line_circuit", "pixel_art",
    "hand_drawn", "watercolor", "grain", "2d_art_poster", "handmade_3d", "realistic_image",
)  # fmt: skip


def draw(prompt: str, **wishes: object) -> npt.NDArray[np.uint8]:
    [done] = gouache.generate(prompt, format="png", **wishes)  # type: ignore[arg-type]
    return np.asarray(Image.open(io.BytesIO(done.file.data)).convert("RGB"))


def svg(prompt: str, **wishes: object) -> etree._Element:
    [done] = gouache.generate(prompt, format="svg", **wishes)  # type: ignore[arg-type]
    return etree.fromstring(done.file.data)


def share(pixels: npt.NDArray[np.uint8], color: tuple[int, int, int], tolerance: int = 40) -> float:
    distance = np.abs(pixels.astype(int) - np.array(color)).max(axis=2)
    return float((distance <= tolerance).mean())


@pytest.mark.parametrize("style", STYLES)
def test_the_exact_size_in_every_style(style: str) -> None:
    assert draw("a sailboat on the sea", style=style, size="320x256", seed=1).shape == (256, 320, 3)


@pytest.mark.parametrize("style", STYLES)
def test_the_background_is_exact_in_every_style(style: str) -> None:
    pixels = draw("a teapot", style=style, size="320x320", background_color="#2e86ab", seed=2)
    corners = pixels[[2, 2, -3, -3], [2, -3, 2, -3]]
    assert (corners == [0x2E, 0x86, 0xAB]).all()


@pytest.mark.parametrize("style", ["vector_illustration", "digital_illustration", "realistic_image", "watercolor"])
def test_every_palette_colour_shows(style: str) -> None:
    colors = ((20, 33, 61), (252, 163, 17), (229, 229, 229))
    pixels = draw("a fox in a forest", style=style, size="384x384", seed=3, colors=("#14213d", "#fca311", "#e5e5e5"))
    assert all(share(pixels, color) > 0.02 for color in colors)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 10])
def test_the_count_is_the_number_of_subjects(count: int) -> None:
    words = {1: "one apple", 2: "two apples", 3: "three apples", 4: "four apples"}
    root = svg(words.get(count, f"{count} apples"), seed=4)
    subjects = [g for g in root.iter() if g.get("data-node") and "apple" in (g.get("aria-label") or "")]
    assert len([g for g in subjects if "shadow" not in (g.get("id") or "")]) == count


def test_the_svg_is_layered_and_clean() -> None:
    root = svg('a robot holding a sign that says "OPEN" in a city at night', seed=5)
    ids = [name for element in root.iter() if isinstance(element.tag, str) and (name := element.get("id"))]
    assert len(ids) == len(set(ids))
    assert [g for g in ids if g.startswith("layer-")]
    text = etree.tostring(root).decode()
    assert not re.search(r"<(?:\w+:)?(script|image|text|foreignObject)\b", text)
    assert "licen" in text
    assert 'aria-label="OPEN"' in text


def test_references_resolve() -> None:
    text = etree.tostring(svg("a castle on a hill at sunset", seed=6)).decode()
    names = set(re.findall(r'\bid="([^"]+)"', text))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= names


def test_no_text_means_none() -> None:
    root = svg("a poster for a jazz night, 'Blue Note', with a saxophone", seed=7, no_text=True)
    assert not root.xpath("//*[@role='img']")


def test_left_is_left_and_right_is_right() -> None:
    pixels = draw("a red apple left of a blue cup", style="vector_illustration", size="512x512", seed=8)
    red = (pixels[..., 0] > 150) & (pixels[..., 1] < 90) & (pixels[..., 2] < 90)
    blue = (pixels[..., 2] > 130) & (pixels[..., 0] < 90) & (pixels[..., 1] < 140)
    assert np.nonzero(red)[1].mean() < np.nonzero(blue)[1].mean()


def test_a_negative_prompt_takes_things_out() -> None:
    assert (
        "dog"
        not in etree.tostring(svg("a cat and a dog", negative_prompt="dog", seed=9)).decode().split("<metadata")[0]
    )
