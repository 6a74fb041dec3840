"""Styles of one's own shown to the model, and pictures changed by instruction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from gouache.engines.base import Context, Image
from gouache.engines.diffusion.choice import choose
from gouache.engines.diffusion.engine import Diffusion
from gouache.engines.diffusion.families import FAMILIES
from gouache.engines.diffusion.sample import Pixels
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.errors import NotFound
from gouache.operations import CreateStyle, Generate, ImageToImage, Inpaint, ReplaceBackground, Source
from gouache.styles.create import create
from gouache.styles.profile import StyleProfile
from tests.diffusion.conftest import SIZE, Desk, draw, drawn, hole, photo

Engines = Callable[[str], Diffusion]
LOOKING = [name for name, kind in FAMILIES.items() if {"reference", "style"} & set(kind.pipelines)]
EDITING = [name for name, kind in FAMILIES.items() if "edit" in kind.pipelines]
FILLING = [name for name, kind in FAMILIES.items() if kind.masked_reference]


def plain(color: tuple[int, int, int]) -> Pixels:
    return np.dstack([np.full((SIZE, SIZE), value, np.uint8) for value in (*color, 255)])


def style(desk: Desk, *pictures: Pixels) -> StyleProfile:
    sources = tuple(desk.source(picture) for picture in pictures)
    return create(CreateStyle(base="any", images=sources), desk.context())[0]


def generate(profile: StyleProfile | None = None, **changes: object) -> Generate:
    fields = {"prompt": "a fox", "width": SIZE, "height": SIZE, "seed": 7, "format": "png", "profile": profile}
    return Generate.model_validate(fields | changes)


def same(one: Image, other: Image) -> bool:
    assert one.pixels is not None
    assert other.pixels is not None
    return np.array_equal(one.pixels, other.pixels)


@pytest.mark.parametrize("family", LOOKING)
def test_a_style_is_shown_by_its_pictures(engines: Engines, desk: Desk, family: str) -> None:
    red, other = style(desk, plain((200, 0, 0)), photo()), style(desk, plain((0, 0, 200)), photo())
    made = draw(engines(family), generate(red), desk)[0]
    most = min(2, FAMILIES[family].references)
    assert f"style: {most} of its 2 pictures shown" in made.report.resolved
    assert not [line for line in made.report.approximated if "style" in line]
    again, different = (draw(engines(family), generate(one), desk)[0] for one in (red, other))
    assert same(made, again)
    assert not same(again, different)


def test_models_that_see_nothing_are_told_in_words(engines: Engines, desk: Desk) -> None:
    report = draw(engines("z-image"), generate(style(desk, photo())), desk)[0].report
    told = "style: told in words, not shown by its reference pictures: tiny-z-image takes none here"
    assert told in report.approximated


def test_pictures_that_are_gone_are_told(engines: Engines, desk: Desk) -> None:
    profile = style(desk, photo(), plain((9, 9, 9)))
    first = profile.references[0].sha256
    del desk.kept[first]
    lost = draw(engines("flux2-klein"), generate(profile), replaced(desk))[0].report
    assert "style: 1 of its 2 pictures shown" in lost.resolved
    desk.kept.clear()
    words = draw(engines("flux2-klein"), generate(profile), replaced(desk))[0].report
    assert "style: told in words; its reference pictures are no longer kept" in words.approximated
    with pytest.raises(NotFound, match="no longer kept"):
        draw(engines("qwen-image-edit"), generate(profile), replaced(desk))


def replaced(desk: Desk) -> Desk:
    """A desk that says what it has not, as the store does."""

    class Honest(Desk):
        def context(self) -> Context:
            def read(source: Source) -> bytes:
                if source.sha256 not in self.kept:
                    raise NotFound("gone")
                return self.kept[source.sha256]

            return replace(super().context(), read=read)

    return Honest(desk.kept)


@pytest.mark.parametrize("family", FILLING)
def test_what_is_drawn_into_a_mask_follows_the_style(engines: Engines, desk: Desk, family: str) -> None:
    fields = {"prompt": "a hut", "image": desk.source(photo()), "mask": desk.source(hole()), "format": "png"}
    red, blue = (
        draw(engines(family), Inpaint.model_validate(fields | {"profile": style(desk, plain(color))}), desk)[0]
        for color in ((200, 0, 0), (0, 0, 200))
    )
    assert "style: 1 of its 1 pictures shown" in red.report.resolved
    assert not same(red, blue)


@pytest.mark.parametrize("family", EDITING)
def test_pictures_are_changed_by_instruction(engines: Engines, desk: Desk, family: str) -> None:
    fields = {"prompt": "make it night", "strength": 0.5, "seed": 5, "format": "png"}
    one, other = (
        draw(engines(family), ImageToImage.model_validate(fields | {"image": desk.source(picture)}), desk)[0]
        for picture in (photo(96, 64), plain((10, 200, 10)))
    )
    assert (one.width, one.height) == (96, 64)
    assert not same(one, other)
    by_strength = "image" in FAMILIES[family].pipelines
    assert by_strength != any(line.startswith("strength 0.5: tiny-") for line in one.report.approximated)


@pytest.mark.parametrize("family", EDITING)
def test_backgrounds_are_replaced_by_instruction(engines: Engines, desk: Desk, family: str) -> None:
    picture = photo()
    picture[..., 3] = hole()
    made = drawn(engines(family), ReplaceBackground(prompt="a beach", image=desk.source(picture), format="png"), desk)
    assert np.array_equal(made[0][hole() > 0], picture[hole() > 0])


def test_who_sees_pictures_draws_what_has_some(settings: DiffusionSettings, desk: Desk) -> None:
    profile, image = style(desk, photo()), desk.source(photo())
    assert FAMILIES[choose(generate(profile), settings).family].references
    assert "text" in choose(generate(), settings).modes
    assert "image" in choose(ImageToImage(prompt="x", image=image, strength=0.5), settings).modes
    named = settings.model_copy(update={"model": "tiny-qwen-image-edit"})
    assert choose(ImageToImage(prompt="x", image=image, strength=0.5), named).name == "tiny-qwen-image-edit"
    assert choose(generate(), named).name != "tiny-qwen-image-edit"


@pytest.mark.parametrize("size", [(16, 16), (600, 20), (20, 600)])
def test_small_and_long_pictures_can_be_looked_at(engines: Engines, desk: Desk, size: tuple[int, int]) -> None:
    for family in LOOKING:
        report = draw(engines(family), generate(style(desk, photo(*size))), desk)[0].report
        assert "style: 1 of its 1 pictures shown" in report.resolved
