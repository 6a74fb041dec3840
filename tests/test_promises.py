"""Promises that hold by construction, measured on finished pictures through the Python door."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree
from PIL import Image

import gouache
from gouache.engines.composer.color import lab
from gouache.engines.composer.gamut import nearest
from gouache.oklab import oklab
from gouache.operations import Generate, TextPlacement
from gouache.rendering import render

STYLES = (
    "digital_illustration", "vector_illustration", "line_art", "engraving", "linocut", "line_circuit", "pixel_art",
    "hand_drawn", "watercolor", "grain", "2d_art_poster", "handmade_3d", "realistic_image",
)  # fmt: skip

VECTOR_STYLES = STYLES[1:6] + ("mosaic", "cutout", "doodle_line_art", "pictogram", "long_shadow", "naivector")
DESIGNS = (
    'a logo for a bakery called "Crumb"', 'a poster for a jazz night, "Blue Note"', 'a card that says "Thank you"',
    "an icon of a rocket", "a seamless pattern of lemons", "a sticker of a cat",
)  # fmt: skip
PALETTE = ("#264653", "#2a9d8f", "#e9c46a", "#f4a261", "#e76f51")


def draw(prompt: str, **wishes: Any) -> npt.NDArray[np.uint8]:
    return np.asarray(gouache.generate(prompt, **wishes).image.convert("RGB"))


def svg(prompt: str, **wishes: Any) -> etree._Element:
    return etree.fromstring(gouache.generate(prompt, format="svg", **wishes).svg.encode())


def share(pixels: npt.NDArray[np.uint8], color: tuple[int, int, int], tolerance: int = 40) -> float:
    distance = np.abs(pixels.astype(int) - np.array(color)).max(axis=2)
    return float((distance <= tolerance).mean())


@pytest.mark.parametrize("style", STYLES)
def test_the_exact_size_in_every_style(style: str) -> None:
    assert draw("a sailboat on the sea", style=style, size="320x256", seed=1).shape == (256, 320, 3)


@pytest.mark.parametrize("style", dict.fromkeys(STYLES + VECTOR_STYLES))
def test_the_background_is_exact_in_every_style(style: str) -> None:
    pixels = draw("a teapot", style=style, size="256x256", background_color="#2e86ab", seed=2)
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    assert (edge == [0x2E, 0x86, 0xAB]).all()
    assert 0.3 < (pixels == [0x2E, 0x86, 0xAB]).all(axis=2).mean() < 0.99


@pytest.mark.parametrize("prompt", DESIGNS)
@pytest.mark.parametrize("style", ["digital_illustration", "line_art", "watercolor"])
def test_the_background_is_exact_in_designs(prompt: str, style: str) -> None:
    pixels = draw(prompt, style=style, size="256x256", background_color="#fff1e6", seed=2)
    assert (pixels[[0, 0, -1, -1], [0, -1, 0, -1]] == [0xFF, 0xF1, 0xE6]).all()


@pytest.mark.parametrize("style", dict.fromkeys(STYLES + VECTOR_STYLES))
def test_every_palette_colour_shows_and_nothing_strays(style: str) -> None:
    values = oklab(draw("a fox in a forest", style=style, size="256x256", seed=3, colors=PALETTE)).reshape(-1, 3)
    for color in PALETTE:
        assert (np.linalg.norm(values - np.asarray(lab(color)), axis=1) < 0.07).mean() > 0.02, color
    assert (np.linalg.norm(values - nearest(values, PALETTE), axis=1) > 0.12).mean() < 0.05


@pytest.mark.parametrize("count", [1, 2, 10])
def test_one_colour_or_ten(count: int) -> None:
    colors = tuple(
        f"#{(37 * i * i + 40) % 256:02x}{(91 * i + 60) % 256:02x}{(53 * i + 120) % 256:02x}" for i in range(count)
    )
    values = oklab(draw("a cat on a chair", style="vector_illustration", size="256x256", seed=3, colors=colors))
    for color in colors:
        assert (np.linalg.norm(values - np.asarray(lab(color)), axis=2) < 0.07).mean() > 0.02, color


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


def test_a_stop_sign_without_text_keeps_its_shape_only() -> None:
    root = svg("a stop sign on a street", seed=6, no_text=True)
    assert not root.xpath("//*[@data-part='letters']")
    assert svg("a stop sign on a street", seed=6).xpath("//*[@data-part='letters']")


@lru_cache(1)
def reader() -> Any:
    return pytest.importorskip("rapidocr").RapidOCR(
        params={"Det.limit_type": "max", "Det.limit_side_len": 736, "Global.log_level": "error"}
    )


def words_in(pixels: npt.NDArray[np.uint8]) -> dict[str, tuple[float, float]]:
    """Every word that is read, with the middle of its line as fractions of the page."""
    found = reader()(np.ascontiguousarray(pixels[..., ::-1]))
    lines = zip(found.txts or (), found.boxes if found.boxes is not None else (), strict=True)
    size = np.asarray(pixels.shape[1::-1])
    return {word: tuple(np.mean(box, axis=0) / size) for text, box in lines for word in text.lower().split()}


@pytest.mark.parametrize("style", ["digital_illustration", "line_art", "linocut", "watercolor", "realistic_image"])
def test_quoted_words_are_spelled_right(style: str) -> None:
    pixels = draw('a fox holding a sign that says "Fresh Lemonade"', style=style, size="768x768", seed=11)
    assert {"fresh", "lemonade"} <= set(words_in(pixels))


@pytest.mark.parametrize("style", ["line_art", "line_circuit", "handmade_3d"])
def test_words_lie_where_they_were_laid(style: str) -> None:
    quads = (((0.1, 0.1), (0.6, 0.1), (0.6, 0.25), (0.1, 0.25)), ((0.6, 0.75), (0.95, 0.7), (0.95, 0.9), (0.6, 0.9)))
    layout = tuple(TextPlacement(text=t, quad=q) for t, q in zip(("SUMMER", "SALE"), quads, strict=True))
    family = "digital_illustration" if style == "handmade_3d" else "vector_illustration"
    wish = Generate(prompt="a teapot", style=family, substyle=style, seed=4, width=768, height=768, format="png",
                    text_layout=layout)  # fmt: skip
    [done] = render(wish)
    pixels = np.asarray(Image.open(io.BytesIO(done.file.data)).convert("RGB"))
    found = words_in(pixels)
    assert np.allclose(found["summer"], (0.35, 0.175), atol=0.06)
    assert np.allclose(found["sale"], (0.78, 0.81), atol=0.06)


@pytest.mark.parametrize("style", ["digital_illustration", "line_art", "watercolor", "realistic_image"])
def test_four_pictures_of_a_prompt_differ(style: str) -> None:
    done = gouache.generate("a cat on a chair", style=style, size="192x192", n=4, seed=3)
    small = [np.asarray(one.image.convert("RGB").resize((32, 32)), float) for one in done]
    assert min(np.abs(a - b).mean() for i, a in enumerate(small) for b in small[:i]) > 8


def test_the_same_seed_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import gouache, hashlib\n"
        "for style in ('digital_illustration', 'linocut', 'mosaic', 'watercolor', 'grain', 'realistic_image'):\n"
        "    done = gouache.generate('a cat on a chair', style=style, size='192x192', seed=5)\n"
        "    print(hashlib.sha256(done.png()).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": h}
        )
        for h in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(set(runs[0].stdout.split())) == 6


@pytest.mark.parametrize("style", VECTOR_STYLES)
def test_restyled_svg_is_small_and_clean(style: str) -> None:
    root = svg('a robot holding a sign that says "OPEN" in a city at night', style=style, seed=5)
    text = etree.tostring(root).decode()
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids)
    assert not re.search(r"<(?:\w+:)?(script|image|text|foreignObject|filter)\b", text)
    drawn = [
        e for e in root.iter() if str(e.tag).rpartition("}")[2] in ("path", "rect", "circle", "ellipse", "polygon")
    ]
    assert len(drawn) <= 3000
    assert len(text) <= 400_000
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert "licen" in text


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
