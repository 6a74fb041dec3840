"""Image to image: less like the picture as strength grows; seasons, light and hands."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from gouache.engines.composer.raster import pixels as rendered
from gouache.engines.editor.sketch import sketched
from gouache.engines.editor.treat import only_treatments, treatments
from gouache.oklab import oklab
from gouache.operations import ImageToImage

from .conftest import Desk, Pixels, seen

STRENGTHS = (0.0, 0.25, 0.5, 0.75, 1.0)


def likeness(one: Pixels, other: Pixels) -> float:
    """Structural similarity of the luminance (Wang et al., 2004), Gaussian windows of 1.5 px."""
    x, y = (cv2.cvtColor(np.ascontiguousarray(p[..., :3]), cv2.COLOR_RGB2GRAY).astype(np.float64) for p in (one, other))
    mx, my = cv2.GaussianBlur(x, (11, 11), 1.5), cv2.GaussianBlur(y, (11, 11), 1.5)
    vx, vy = cv2.GaussianBlur(x * x, (11, 11), 1.5) - mx * mx, cv2.GaussianBlur(y * y, (11, 11), 1.5) - my * my
    both = cv2.GaussianBlur(x * y, (11, 11), 1.5) - mx * my
    a, b = 6.5025, 58.5225
    return float((((2 * mx * my + a) * (2 * both + b)) / ((mx * mx + my * my + a) * (vx + vy + b))).mean())


@pytest.mark.parametrize(("prompt", "style"), [("a bear in a forest", "any"), ("night", "any"), ("a cat", "noir")])
def test_the_likeness_falls_with_strength(desk: Desk, prompt: str, style: str) -> None:
    page, source = desk.own("a dog in a meadow", "png", 192, "realistic_image")
    source = source.model_copy(update={"made_by": None})
    made = [
        desk.run(ImageToImage(image=source, prompt=prompt, style=style, strength=strength, seed=3))[0]
        for strength in STRENGTHS
    ]
    values = [likeness(page, seen(image)) for image in made]
    assert values[0] > 0.98
    assert values == sorted(values, reverse=True), values
    assert values[-1] < 0.62


@pytest.mark.parametrize(
    ("prompt", "names"),
    [("winter", ("winter",)), ("a rainy night", ("rain", "night")), ("black and white", ("grey",)), ("a cat", ())],
)
def test_words_for_the_whole_picture_are_read(prompt: str, names: tuple[str, ...]) -> None:
    assert treatments(prompt) == names
    assert only_treatments(prompt) is bool(names)


def test_seasons_and_light_change_what_they_say(desk: Desk, photograph: Pixels) -> None:
    def mean(prompt: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        made = seen(desk.run(ImageToImage(image=desk.put(photograph), prompt=prompt, strength=0.7))[0])
        return np.asarray(made[160:, :, :3].mean(axis=(0, 1)))

    own = photograph[160:].mean(axis=(0, 1))
    assert mean("winter").mean() > own.mean() + 25, "snow lies"
    assert mean("night").mean() < 0.6 * own.mean()
    autumn = mean("autumn")
    assert autumn[0] - autumn[1] > own[0] - own[1] + 20, "green has turned"
    assert np.ptp(mean("black and white")) < 0.4 * np.ptp(own)


def test_a_vector_style_gives_an_svg_at_every_strength(desk: Desk, drawing: Pixels) -> None:
    for strength in (0.3, 0.9):
        operation = ImageToImage(
            image=desk.put(drawing), prompt="a red apple", style="vector_illustration", strength=strength, format="svg"
        )
        image = desk.run(operation)[0]
        assert image.svg is not None
        assert "<image" not in image.svg


def color_of(page: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.asarray(oklab(page[..., :3]).reshape(-1, 3).mean(axis=0))


@pytest.mark.parametrize("style", ["any", "vector_illustration"])
def test_pictures_of_ours_change_in_their_scene_step_by_step(desk: Desk, style: str) -> None:
    page, source = desk.own("a fox in a forest", "svg", 192)
    made = [
        desk.run(
            ImageToImage(image=source, prompt="a bear in a desert", style=style, strength=s, seed=3, format="svg")
        )[0]
        for s in STRENGTHS
    ]
    assert all(image.svg is not None and "<image" not in image.svg for image in made)
    assert all("edited in its scene" in image.report.resolved for image in made)
    values = [likeness(page, seen(image)) for image in made]
    assert values[0] > 0.9
    assert all(later < earlier + 0.04 for earlier, later in zip(values, values[1:], strict=False)), values
    names = ['"fox"' in (image.svg or "") for image in made]
    assert names[:2] == [True, True], "at small strengths the fox stays"
    assert not any(names[3:])
    steps = np.diff(np.stack([color_of(seen(image)) for image in made]), axis=0)
    assert np.linalg.norm(steps, axis=1).max() < 0.15, "the tones do not jump"


def test_what_the_prompt_shows_takes_place_and_colors_of_the_old(desk: Desk) -> None:
    page, source = desk.own("a red ball on a white background", "png", 192)
    made = seen(desk.run(ImageToImage(image=source, prompt="a cup", strength=0.65, seed=3, format="png"))[0])
    plain = seen(desk.run(ImageToImage(image=source, prompt="a blue cup", strength=0.65, seed=3, format="png"))[0])

    def red(of: Pixels) -> float:
        return float(oklab(of[..., :3])[..., 1].max())

    assert red(made) > 0.5 * red(page), "the cup is as red as the ball"
    assert red(plain) < 0.6 * red(made), "unless the prompt says what colour it is"


def test_a_hand_alone_redraws_the_same_scene(desk: Desk) -> None:
    page, source = desk.own("a house by a tree", "svg", 192)
    made = desk.run(
        ImageToImage(image=source, prompt="line art", style="vector_illustration", substyle="line_art", strength=0.3,
                     seed=9, format="svg")
    )[0]  # fmt: skip
    assert made.report.style == "line_art"
    edges = [cv2.Canny(cv2.cvtColor(np.ascontiguousarray(p[..., :3]), cv2.COLOR_RGB2GRAY), 40, 120) > 0
             for p in (page, seen(made))]  # fmt: skip
    near = cv2.dilate(edges[1].astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert near[edges[0]].mean() > 0.7, "its lines lie where the picture's edges are"


def test_photographs_become_line_drawings_of_their_edges(photograph: Pixels) -> None:
    svg = sketched(np.dstack([photograph, np.full(photograph.shape[:2], 255, np.uint8)]), "line_art", 0.2)
    drawn = rendered(svg, 320, 240)[..., 0] < 128
    rows, columns = np.mgrid[:240, :320]
    rim = np.abs(np.hypot(rows - 140, columns - 150) - 50) < 6
    assert drawn[rim].mean() > 0.25, "the ball's outline"
    assert drawn[:80].mean() < 0.05, "the sky is bare"
