"""Every operation, at 64 px, through the engine's front door."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from gouache.engines.diffusion.engine import Diffusion
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.regions import SEAM
from gouache.engines.diffusion.sample import Pixels
from gouache.errors import Invalid
from gouache.operations import (
    CreativeUpscale,
    EraseRegion,
    Generate,
    GenerateBackground,
    ImageToImage,
    Inpaint,
    Outpaint,
    PaletteColor,
    ReplaceBackground,
    TextPlacement,
    Variate,
)
from tests.diffusion.conftest import SIZE, Desk, draw, drawn, hole, photo

TEXT, IMAGE, INPAINT, REFERENCE = (
    [name for name, kind in FAMILIES.items() if mode in kind.pipelines]
    for mode in ("text", "image", "inpaint", "reference")
)
Engines = Callable[[str], Diffusion]


def generate(**changes: object) -> Generate:
    fields = {"prompt": "a red panda", "width": SIZE, "height": SIZE, "seed": 7, "format": "png"}
    return Generate.model_validate(fields | changes)


@pytest.mark.parametrize("family", TEXT)
def test_text_to_image_is_the_same_for_the_same_seed(engines: Engines, desk: Desk, family: str) -> None:
    first, again = (drawn(engines(family), generate(), desk)[0] for _ in range(2))
    other = drawn(engines(family), generate(seed=8), desk)[0]
    assert first.shape == (SIZE, SIZE, 4)
    assert first[..., 3].min() == 255
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_report_says_what_ran(engines: Engines, desk: Desk) -> None:
    model, means = draw(engines("z-image"), generate(), desk)[0].report.resolved
    assert model.startswith("model tiny-z-image: tiny/z-image at local-")
    assert model.endswith("CC0-1.0, 2 steps, guidance 0")
    assert means == "CPU, float32"


@pytest.mark.parametrize("family", IMAGE)
def test_image_to_image_goes_further_with_more_strength(engines: Engines, desk: Desk, family: str) -> None:
    image = desk.source(photo())

    def far(strength: float) -> float:
        operation = ImageToImage(prompt="x", image=image, strength=strength, seed=3, format="png")
        made = drawn(engines(family), operation, desk)[0]
        assert made.shape == (SIZE, SIZE, 4)
        return float(np.abs(made.astype(int) - photo().astype(int)).mean())

    assert far(0.0) == 0
    assert far(0.3) > 0
    assert far(1.0) > 0


@pytest.mark.parametrize("family", INPAINT)
@pytest.mark.parametrize("kind", [Inpaint, GenerateBackground, EraseRegion])
def test_what_the_mask_leaves_keeps_its_value(
    engines: Engines, desk: Desk, family: str, kind: type[Inpaint | GenerateBackground | EraseRegion]
) -> None:
    prompt = {} if kind is EraseRegion else {"prompt": "grass"}
    operation = kind.model_validate(
        {"image": desk.source(photo()), "mask": desk.source(hole()), "format": "png", **prompt}
    )
    made = drawn(engines(family), operation, desk)[0]
    outside = hole() == 0
    assert np.array_equal(made[outside], photo()[outside])
    assert not np.array_equal(made[~outside], photo()[~outside])


@pytest.mark.parametrize("family", INPAINT)
def test_outpaint_grows_the_picture_and_keeps_it(engines: Engines, desk: Desk, family: str) -> None:
    operation = Outpaint(prompt="sea", image=desk.source(photo()), left=16, bottom=32, format="png")
    made = drawn(engines(family), operation, desk)[0]
    assert made.shape == (96, 80, 4)
    assert np.array_equal(made[: 64 - SEAM, 16 + SEAM :], photo()[: 64 - SEAM, SEAM:])


def test_zooming_out_keeps_the_size(engines: Engines, desk: Desk) -> None:
    operation = Outpaint(prompt="sea", image=desk.source(photo()), zoom_out=50, format="png")
    made = drawn(engines("z-image"), operation, desk)[0]
    assert made.shape == (64, 64, 4)


def test_replacing_the_background_keeps_the_subject(engines: Engines, desk: Desk) -> None:
    picture = photo()
    picture[..., 3] = hole()
    operation = ReplaceBackground(prompt="a beach", image=desk.source(picture), format="png")
    made = drawn(engines("z-image"), operation, desk)[0]
    assert made[..., 3].min() == 255
    assert np.array_equal(made[hole() > 0], picture[hole() > 0])


@pytest.mark.parametrize("family", sorted({*REFERENCE, *IMAGE}))
def test_variations_have_the_size_asked_for(engines: Engines, desk: Desk, family: str) -> None:
    operation = Variate(image=desk.source(photo()), width=80, height=64, n=2, format="png")
    first, second = drawn(engines(family), operation, desk)
    assert first.shape == second.shape == (64, 80, 4)
    assert not np.array_equal(first, second)


@pytest.mark.parametrize("family", IMAGE)
def test_creative_upscale_works_in_tiles(engines: Engines, desk: Desk, family: str) -> None:
    made = draw(engines(family), CreativeUpscale(image=desk.source(photo(100, 50)), factor=2, format="png"), desk)[0]
    assert made.pixels is not None
    assert made.pixels.shape == (100, 200, 4)
    assert any("tiles" in line for line in made.report.resolved)


def test_sizes_are_exact_and_the_detour_is_told(engines: Engines, desk: Desk) -> None:
    made = draw(engines("z-image"), generate(width=70, height=90), desk)[0]
    assert made.pixels is not None
    assert made.pixels.shape == (90, 70, 4)
    assert made.report.approximated == ["drawn at 80x96, cropped to 70x90"]


def test_several_pictures_have_seeds_of_their_own(engines: Engines, desk: Desk) -> None:
    made = draw(engines("z-image"), generate(n=3), desk)
    alone = draw(engines("z-image"), generate(seed=made[2].report.seed), desk)[0]
    assert len({one.report.seed for one in made}) == 3
    assert far(made[2].pixels, alone.pixels) <= 1


def far(one: Pixels | None, other: Pixels | None) -> int:
    """The largest difference of two pictures."""
    assert one is not None
    assert other is not None
    return int(np.abs(one.astype(int) - other.astype(int)).max())


def test_colours_and_lettering_are_put_on_afterwards(engines: Engines, desk: Desk) -> None:
    quad = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.4), (0.1, 0.4))
    plain = drawn(engines("z-image"), generate(), desk)[0]
    laid = drawn(engines("z-image"), generate(text_layout=(TextPlacement(text="HI", quad=quad),)), desk)[0]
    assert np.array_equal(laid[40:], plain[40:])
    assert np.abs(laid[8:24, 8:56].astype(int) - plain[8:24, 8:56]).max() > 40
    tinted = drawn(engines("z-image"), generate(palette=(PaletteColor(color="#203060"),)), desk)[0]
    assert np.abs(np.median(tinted[..., :3], axis=(0, 1)) - (0x20, 0x30, 0x60)).max() < 24


def test_what_a_model_cannot_take_is_told(engines: Engines, desk: Desk) -> None:
    klein = draw(engines("flux2-klein"), generate(negative_prompt="cats", no_text=True), desk)[0].report
    assert klein.ignored == ["negative_prompt: tiny-flux2-klein takes none"]
    assert any("no_text" in line for line in klein.approximated)
    cats, dogs = (draw(engines("qwen-image"), generate(negative_prompt=text), desk)[0] for text in ("cats", "dogs"))
    assert cats.report.ignored == []
    assert far(cats.pixels, dogs.pixels) > 0


def test_masks_that_mark_nothing_are_refused(engines: Engines, desk: Desk) -> None:
    black = desk.source(np.zeros((SIZE, SIZE), np.uint8))
    with pytest.raises(Invalid, match="marks nothing"):
        draw(engines("z-image"), Inpaint(prompt="x", image=desk.source(photo()), mask=black), desk)
    with pytest.raises(Invalid, match="nothing to add"):
        draw(engines("z-image"), Outpaint(prompt="x", image=desk.source(photo())), desk)


def test_progress_rises_step_by_step(engines: Engines, desk: Desk) -> None:
    draw(engines("z-image"), generate(n=2, seed=11), desk)
    fractions = [fraction for fraction, _ in desk.told]
    assert len(fractions) >= 4
    assert fractions[-1] == 1.0
    assert all(0 <= fraction <= 1 for fraction in fractions)


@pytest.mark.parametrize("family", TEXT)
def test_prompts_that_are_too_long_are_told(engines: Engines, desk: Desk, family: str) -> None:
    made = draw(engines(family), generate(prompt="red panda " * 300), desk)[0]
    assert any(line.startswith(f"prompt: tiny-{family} reads its first") for line in made.report.approximated)
    short = draw(engines(family), generate(prompt="red"), desk)[0]
    assert not any("prompt" in line for line in short.report.approximated)
