"""Which engine draws what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gouache.engines import engine_for
from gouache.engines.base import Context, Image, Report
from gouache.engines.diffusion import extra
from gouache.engines.diffusion.errors import WeightsMissing
from gouache.engines.diffusion.settings import DiffusionSettings
from gouache.engines.fallback import Fallback
from gouache.engines.routing import gpu_workers, on_gpu, suits
from gouache.errors import Invalid, Unavailable
from gouache.jobs.dispatch import queue_for
from gouache.operations import Generate, ImageToImage, Inpaint, Operation, PaletteColor, Source, Vectorize, dump

_SOURCE = Source(sha256="0" * 64, media_type="image/png", width=64, height=64)


def generate(style: str = "realistic_image", **more: object) -> Generate:
    return Generate.model_validate({"prompt": "a fox", "style": style, "format": "png"} | more)


def test_each_engine_is_given_what_it_draws_best() -> None:
    assert suits(generate())
    assert suits(generate("any"))
    assert suits(generate("digital_illustration", substyle="watercolor"))
    assert not suits(generate("icon"))
    assert not suits(generate("vector_illustration", format="svg"))
    assert not suits(generate("digital_illustration", substyle="pixel_art"))
    assert not suits(generate(palette=(PaletteColor(color="#112233"),)))
    assert not suits(generate(background="#112233"))


def test_a_drawing_of_our_own_is_edited_in_its_scene() -> None:
    ours = _SOURCE.model_copy(update={"made_by": dump(generate("vector_illustration", format="svg"))})
    painted = _SOURCE.model_copy(update={"made_by": dump(generate())})
    assert suits(Inpaint(prompt="x", image=_SOURCE, mask=_SOURCE))
    assert suits(ImageToImage(prompt="x", image=painted, strength=0.5))
    assert not suits(Inpaint(prompt="x", image=ours, mask=_SOURCE))


def test_without_gpu_and_weights_the_cpu_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOUACHE_ENGINE", raising=False)
    assert not on_gpu(generate())
    assert gpu_workers() == 0
    assert queue_for(generate()) == "composer"
    assert engine_for(generate()).name == "composer"


def test_what_is_asked_for_is_not_silently_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOUACHE_ENGINE", "diffusion")
    monkeypatch.setenv("GOUACHE_DIFFUSION_MODELS_DIR", str(tmp_path))
    assert queue_for(generate("icon")) == "diffusion"
    assert gpu_workers() >= 1
    with pytest.raises(WeightsMissing, match="gouache models pull"):
        list(engine_for(generate()).run(generate(), Context()))
    assert not on_gpu(Vectorize(image=_SOURCE))


def test_the_closest_rule_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = {"realistic_image": "diffusion", "realistic_image/hdr": "composer", "inpaint": "diffusion"}
    monkeypatch.setenv("GOUACHE_ENGINE", "composer")
    monkeypatch.setenv("GOUACHE_ENGINE_RULES", json.dumps(rules))
    assert on_gpu(generate())
    assert not on_gpu(generate(substyle="hdr"))
    assert not on_gpu(generate("icon"))
    assert on_gpu(Inpaint(prompt="x", image=_SOURCE, mask=_SOURCE))
    monkeypatch.setenv("GOUACHE_ENGINE_RULES", json.dumps({"no_such_style": "diffusion"}))
    with pytest.raises(Invalid, match="no_such_style"):
        on_gpu(generate())


def test_gpus_of_other_machines_are_handed_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOUACHE_DIFFUSION_REMOTE", "1")
    assert queue_for(generate()) == "diffusion"
    assert queue_for(generate("icon")) == "composer"
    assert gpu_workers() == 0


class Broken:
    name, version = "broken", "1"

    def __init__(self, after: int, error: Exception) -> None:
        self.after, self.error = after, error

    def can(self, _operation: Operation) -> bool:
        return True

    def run(self, _operation: Operation, _context: Context) -> Iterator[Image]:
        for _ in range(self.after):
            yield Image(1, 1, Report("broken/1", 0, "any"))
        raise self.error


def test_a_stand_in_is_told_of() -> None:
    small = generate("any", width=64, height=64)
    composer = engine_for(generate("icon"))
    image = next(Fallback(Broken(0, Unavailable("no GPU")), composer, "x", "1").run(small, Context()))
    assert image.report.engine.startswith("composer/")
    assert image.report.approximated[0] == "broken -> composer: no GPU"
    for broken in (Broken(1, Unavailable("no GPU")), Broken(0, Invalid("bad"))):
        with pytest.raises(type(broken.error)):
            list(Fallback(broken, composer, "x", "1").run(small, Context()))


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extra, "missing", lambda: ("torch",))
    with pytest.raises(Unavailable, match=r"pip install gouache\[diffusion\]"):
        extra.LazySampler(DiffusionSettings())([], None)  # type: ignore[arg-type]
