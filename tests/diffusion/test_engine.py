"""The engine around a model that draws flat colours: cancelling, lost devices, finishing, vectors."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest

from gouache.engines.diffusion import engine as module
from gouache.engines.diffusion.engine import Diffusion
from gouache.engines.diffusion.errors import DeviceLost
from gouache.engines.diffusion.finish import on_ground, treated
from gouache.engines.diffusion.regions import emptied
from gouache.engines.diffusion.sample import Pixels, Sample, Sampled, Watch
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.errors import Canceled
from gouache.operations import Generate, PaletteColor, TextPlacement, Variate
from tests.diffusion.conftest import Desk, draw, photo

_QUAD = ((0.1, 0.1), (0.9, 0.1), (0.9, 0.4), (0.1, 0.4))


def disc(width: int, height: int) -> Pixels:
    """A red disc on a nearly white ground."""
    y, x = np.mgrid[0:height, 0:width]
    inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (min(width, height) / 4) ** 2
    pixels = np.full((height, width, 3), 244, np.uint8)
    pixels[..., 2] -= ((x + y) % 3).astype(np.uint8)
    pixels[inside] = (200, 30, 40)
    return pixels


@dataclass
class Painter:
    """Draws discs in ten steps; `between` is called after each."""

    between: Callable[[], None] = lambda: None
    fails: Exception | None = None
    drawn: list[int] = field(default_factory=list)

    def __call__(self, samples: list[Sample], watch: Watch) -> list[Sampled]:
        if self.fails:
            raise self.fails
        for step in range(10):
            if watch.canceled():
                raise Canceled("called off")
            watch.step((step + 1) / 10)
            self.between()
        self.drawn += [sample.seed for sample in samples]
        return [Sampled(disc(sample.width, sample.height), ("brush",)) for sample in samples]


@pytest.fixture
def painter() -> Painter:
    return Painter()


@pytest.fixture
def engine(settings: DiffusionSettings, painter: Painter) -> Iterator[Diffusion]:
    made = Diffusion(settings.model_copy(update={"model": "tiny-z-image", "batch_pixels": 1}), painter)
    yield made
    made.close()


def generate(**changes: object) -> Generate:
    return Generate.model_validate({"prompt": "a ball", "width": 96, "height": 96, "format": "png"} | changes)


def test_a_canceled_run_ends_between_two_steps(engine: Diffusion, painter: Painter, desk: Desk) -> None:
    desk.canceled = lambda: len(desk.told) >= 4
    assert draw(engine, generate(n=3), desk) == []
    assert painter.drawn == []


def test_who_stops_listening_stops_the_drawing(engine: Diffusion, painter: Painter, desk: Desk) -> None:
    painter.between = lambda: time.sleep(0.005)
    running = engine.run(generate(n=5), desk.context())
    assert isinstance(running, Iterator)
    next(running)
    running.close()  # type: ignore[attr-defined]
    painter.between = lambda: None
    draw(engine, generate(seed=1000), desk)
    assert len(painter.drawn) <= 3
    assert painter.drawn[-1] == 1000


def test_the_next_picture_is_in_line_while_one_is_finished(engine: Diffusion, painter: Painter, desk: Desk) -> None:
    running = engine.run(Variate(image=desk.source(photo()), n=3, format="png"), desk.context())
    next(running)
    deadline = time.monotonic() + 10
    while len(painter.drawn) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(painter.drawn) == 2
    assert len(list(running)) == 2


def test_a_lost_device_ends_the_worker(
    engine: Diffusion, painter: Painter, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    monkeypatch.setattr(os, "kill", lambda pid, _signal: killed.append(pid))
    monkeypatch.setattr(module, "_LAST_WORDS_SECONDS", 0.0)
    painter.fails = DeviceLost("gone")
    with pytest.raises(DeviceLost):
        draw(engine, generate(), desk)
    assert not killed
    monkeypatch.setenv("GOUACHE_WORKER_PIPE", "1")
    with pytest.raises(DeviceLost):
        draw(engine, generate(), desk)
    time.sleep(0.2)
    assert killed == [os.getpid()]


def test_the_background_is_exact_and_a_busy_one_is_told(engine: Diffusion, desk: Desk) -> None:
    made = draw(engine, generate(background="#3366cc"), desk)[0]
    assert made.pixels is not None
    assert made.pixels[0, 0].tolist() == [0x33, 0x66, 0xCC, 255]
    assert (made.pixels[..., :3] == (0x33, 0x66, 0xCC)).all(axis=2).mean() > 0.7
    assert made.pixels[48, 48].tolist() == [200, 30, 40, 255]
    assert not any("background" in line for line in made.report.approximated)
    assert made.exact
    same, plain = on_ground(photo(), "#3366cc")
    assert not plain
    assert np.array_equal(same, photo())


def test_vectors_are_traced_in_the_wished_colours(engine: Diffusion, desk: Desk) -> None:
    wished = {
        "style": "vector_illustration", "format": "svg", "text_layout": (TextPlacement(text="HI", quad=_QUAD),),
        "palette": (PaletteColor(color="#c02030"), PaletteColor(color="#f4e8d0")),
    }  # fmt: skip
    made = draw(engine, generate(**wished), desk)[0]
    assert made.pixels is None
    assert made.svg is not None
    assert "#c02030" in made.svg
    assert "#f4e8d0" in made.svg
    assert 'aria-label="HI"' in made.svg
    assert any("traced" in line for line in made.report.approximated)


def test_what_is_erased_is_hidden_from_the_model() -> None:
    picture, mask = photo(96, 96), np.zeros((96, 96), np.uint8)
    mask[30:60, 30:60] = 255
    picture[30:60, 30:60, :3] = (255, 0, 255)
    cleared = emptied(picture, mask)
    assert np.array_equal(cleared[mask == 0], picture[mask == 0])
    assert np.abs(cleared.astype(int) - photo(96, 96)).max() < 90
    assert np.array_equal(cleared[..., 3], picture[..., 3])


@pytest.mark.parametrize("treatment", ["monochrome", "faded", "grain", "pixels"])
def test_treatments_are_seeded_and_leave_opacity(treatment: str) -> None:
    picture = photo(120, 80)
    once, again = treated(picture, treatment, 1), treated(picture, treatment, 1)
    assert np.array_equal(once, again)
    assert not np.array_equal(once, picture)
    assert np.array_equal(once[..., 3], picture[..., 3])
    if treatment == "monochrome":
        assert np.ptp(once[..., :3].astype(int), axis=2).max() == 0
    if treatment == "grain":
        assert not np.array_equal(once, treated(picture, treatment, 2))
    if treatment == "pixels":
        assert len(np.unique(once.reshape(-1, 4), axis=0)) <= 24
