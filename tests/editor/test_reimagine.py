"""Image to image: less like the picture as strength grows; seasons, light and hands."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from gouache.engines.editor.treat import only_treatments, treatments
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
